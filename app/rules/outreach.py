"""Limits on days and visits in the villages (联系群众)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from app.models.outreach.visit import Visit
from app.models.people.staff import Staff
from app.rules.periods import Span
from app.rules.persons import OTHERS, VILLAGE, is_leader, is_resident
from app.rules.rule import (
    MET,
    UNKNOWN,
    Remark,
    Tally,
    broken,
    fields,
    quota,
    rule,
    told,
)
from app.rules.scope import Scope
from app.rules.views import View


def days_of(meant: Callable[[View], bool]) -> Callable[[Scope, Span], Iterator[Tally]]:
    """Counts the days in the villages of everyone meant."""

    def counted(scope: Scope, span: Span) -> Iterator[Tally]:
        for person in scope.people(span):
            if meant(person):
                days = scope.days_in_village.get(person.id, Decimal(0))
                yield Tally(scope.name_of("staff", person.id), days, (("staff", person.id),))

    return counted


DAYS_OF_LEADERS = quota(
    "visits.days_leaders",
    told(
        "实施细则 第1条",
        "meter",
        "必须",
        "每名镇科级实职领导干部",
        "镇科级实职领导干部每年下村调研不少于120天。",
        seed="001",
        per="year",
    ),
    fields(Visit.staff, Visit.date, Visit.days, Staff.duty_class),
    parameters={"limit": 120},
    counted=days_of(is_leader),
    label="下村",
    unit="天",
    at_least="limit",
)

DAYS_OF_RESIDENTS = quota(
    "visits.days_residents",
    told("实施细则 第1条", "meter", "必须", "每名驻村干部", "驻村干部每年驻村不少于180天。", seed="001", per="year"),
    fields(Visit.staff, Visit.days, Staff.duty_class, Staff.resident),
    parameters={"limit": 180},
    counted=days_of(is_resident),
    label="驻村",
    unit="天",
    at_least="limit",
)

DAYS_OF_OTHERS = quota(
    "visits.days_others",
    told("实施细则 第1条", "meter", "必须", "每名其他机关干部", "其他干部每年下村不少于60天。", seed="001", per="year"),
    fields(Visit.staff, Visit.days, Staff.duty_class, Staff.resident),
    parameters={"limit": 60},
    counted=days_of(lambda person: bool(person.duty_class == OTHERS and not person.resident)),
    label="下村",
    unit="天",
    at_least="limit",
)

DAYS_OF_VILLAGE_CADRES = quota(
    "visits.days_village_cadres",
    told("实施细则 第1条", "meter", "必须", "每名村、居干部", "村、居干部每年不少于240天。", seed="001", per="year"),
    fields(Visit.staff, Visit.days, Staff.duty_class),
    parameters={"limit": 240},
    counted=days_of(lambda person: bool(person.duty_class == VILLAGE)),
    label="在村工作",
    unit="天",
    at_least="limit",
)


@rule(
    "visits.transport_advocated",
    told("实施细则 第1条", "warn", "提倡", "下村干部", "下村提倡公共交通与步行相结合。", seed="001"),
    fields(Visit.transport),
)
def people_walk_or_take_the_bus(visit: View, scope: Scope) -> Iterator[Remark]:
    """On foot or by public transport: advocated (第1条)."""
    if visit.transport is None:
        yield UNKNOWN
    elif visit.transport not in ("步行", "公共交通"):
        yield broken(f"下村交通方式为{visit.transport}", "提倡步行或乘公共交通", "transport")
    else:
        yield MET


@rule(
    "visits.public_transport",
    told("实施细则 第19条", "warn", "原则上", "下村干部", "下村原则上乘坐公共交通工具。", seed="001"),
    fields(Visit.transport),
)
def official_cars_stay_home(visit: View, scope: Scope) -> Iterator[Remark]:
    """Neither an official nor a hired car is taken to the village (第19条)."""
    if visit.transport in ("公务用车", "租车"):
        yield broken(f"下村乘坐{visit.transport}", "原则上乘坐公共交通工具", "transport")


@rule(
    "visits.no_drink_or_smoke",
    told("实施细则 第1条", "stop", "禁止", "下村干部", "下村不喝酒、不接烟。", seed="001"),
    fields(Visit.alcohol, Visit.tobacco),
)
def nobody_drinks_or_takes_cigarettes(visit: View, scope: Scope) -> Iterator[Remark]:
    """No drinking and no cigarettes in the village (第1条)."""
    if visit.alcohol:
        yield broken("下村饮酒", "不得饮酒", "alcohol")
    if visit.tobacco:
        yield broken("下村接烟", "不得接烟", "tobacco")


@rule(
    "visits.work_meal",
    told("实施细则 第1条", "warn", "必须", "下村干部", "下村用餐坚持工作餐。", seed="001"),
    fields(Visit.meal),
)
def meals_are_working_meals(visit: View, scope: Scope) -> Iterator[Remark]:
    """A working meal in the village, or none (第1条)."""
    if visit.meal == "其他":
        yield broken("下村用餐不是工作餐", "请改为工作餐", "meal")


def visits_of(scope: Scope, kinds: tuple[str, ...] | None = None) -> Mapping[int, tuple[int, ...]]:
    """Person → visits of the year, of some kinds only where given."""
    found: dict[int, list[int]] = {}
    for visit in scope.records("visit"):
        if kinds is None or visit.kind in kinds:
            found.setdefault(visit.staff, []).append(visit.id)
    return {person: tuple(ids) for person, ids in found.items()}


def meetings_with_petitioners(scope: Scope, span: Span) -> Iterator[Tally]:
    """下访、约访、接访 of everyone who has any visit in the year."""
    anyone, of_kinds = visits_of(scope), visits_of(scope, ("下访", "约访", "接访"))
    for person in scope.people(span):
        if person.id in anyone:
            ids = of_kinds.get(person.id, ())
            yield Tally(scope.name_of("staff", person.id), len(ids), tuple(("visit", each) for each in ids))


def screenings(scope: Scope, span: Span) -> Iterator[Tally]:
    """排查走访 of everyone on the roster."""
    found = visits_of(scope, ("排查走访",))
    for person in scope.people(span):
        ids = found.get(person.id, ())
        yield Tally(scope.name_of("staff", person.id), len(ids), tuple(("visit", each) for each in ids))


THREE_KINDS = quota(
    "visits.three_kinds",
    told("实施细则 第1条", "meter", "必须", "每名干部", "调研与下访、约访、接访相结合。", seed="001", per="year"),
    fields(Visit.staff, Visit.kind, Visit.date),
    parameters={"limit": 1},
    counted=meetings_with_petitioners,
    label="下访、约访、接访",
    unit="次",
    at_least="limit",
)

SCREENING = quota(
    "visits.screening_all",
    told(
        "实施细则 第3条",
        "meter",
        "必须",
        "每名镇村干部",
        "全体镇干部及村（社区）干部都要开展排查走访。",
        seed="001",
        per="year",
    ),
    fields(Visit.staff, Visit.kind, Visit.date, Staff.duty_class),
    parameters={"limit": 1},
    counted=screenings,
    label="排查走访",
    unit="次",
    at_least="limit",
)


def visits_of_residents(scope: Scope, span: Span) -> Iterator[Tally]:
    """Visits of each resident cadre."""
    found = visits_of(scope)
    for person in scope.people(span):
        if is_resident(person):
            ids = found.get(person.id, ())
            yield Tally(scope.name_of("staff", person.id), len(ids), tuple(("visit", each) for each in ids))


RESIDENTS_ALL = quota(
    "visits.residents_all",
    told("群众路线自查 三", "meter", "必须", "住村干部", "住村干部全部入村见面。", seed="004", per="year"),
    fields(Visit.staff, Staff.resident),
    parameters={"limit": 1},
    counted=visits_of_residents,
    label="入村见面",
    unit="次",
    at_least="limit",
)
