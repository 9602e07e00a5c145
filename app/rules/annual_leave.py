"""Limits on annual leave (年休假): how many days service earns, and when they are lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy import func

from app.models.people.leave import GRANTED, Leave, annual_leave_taken, days_away
from app.models.people.staff import Staff
from app.rules.people import references
from app.rules.rule import Standing, State, amount, at_most, fields, over_year, told, worst
from app.rules.scope import Scope
from app.rules.views import View, as_values, fetch
from app.workdays import ONE_DAY, full_years

Steps = tuple[tuple[int, int], ...]
"""(years of service, days of leave), the longest service first."""


def granted_leaves(scope: Scope, span_year: int, *kinds: str) -> Mapping[int, list[View]]:
    """Person → granted leaves of these kinds that touch a year, in their order; of the one person while typing."""
    keys = (
        "staff",
        "kind",
        "start",
        "end",
        "start_half",
        "end_half",
        "extension",
        "returned",
        "days",
        "pay_cut",
        "status",
    )
    first, last = date(span_year, 1, 1), min(date(span_year, 12, 31), scope.day if scope.hand is None else date.max)
    end = func.coalesce(Leave.extension, Leave.end)
    conditions = [Leave.kind.in_(kinds), Leave.status.in_(GRANTED), Leave.start <= last, end >= first]
    hand = scope.hand.view if scope.hand else None
    if hand is not None:
        conditions += [Leave.staff_id == hand.staff, Leave.id != hand.id]
    found = fetch(scope.connection, "leave", keys, *conditions)
    counts = hand is not None and hand.kind in kinds and hand.status != "未批准" and None not in (hand.start, hand.end)
    if hand is not None and counts and hand.start <= last and (hand.extension or hand.end) >= first:
        found.append(hand)
    by_person: dict[int, list[View]] = {}
    for leave in sorted(found, key=lambda each: each.start):
        by_person.setdefault(leave.staff, []).append(leave)
    return by_person


def days_in_year(leave: View, scope: Scope, year: int) -> Decimal:
    """Days of a leave that fall into a year, by its kind's count."""
    return days_away(as_values(leave), scope.office, date(year, 1, 1), date(year, 12, 31))


def days_by_service(work_start: date, on: date, steps: Steps) -> int:
    """Days of annual leave that full years of service earn on a day."""
    served = full_years(work_start, on)
    return next((days for years, days in steps if served >= years), 0)


def carried_over(scope: Scope, person: View, steps: Steps) -> Decimal:
    """上年结转: at most what last year left unused."""
    carried: Decimal = person.leave_carried or Decimal(0)
    if not carried:
        return carried
    year = scope.year - 1
    taken = annual_leave_taken(scope.connection, [person.id], year, scope.office).get(person.id, Decimal(0))
    earned = days_by_service(person.work_start, date(year, 12, 31), steps)
    return min(carried, max(earned - taken, Decimal(0)))


@over_year(
    "leave.entitlement",
    told(
        "职工带薪年休假条例 第3条",
        "stop",
        "必须",
        "每名机关工作人员",
        "累计工作满1年不满10年年休假5天，满10年不满20年10天，满20年15天。",
        source="国务院令第514号",
        per="year",
    ),
    fields(
        Leave.kind,
        Leave.days,
        Leave.start,
        Leave.status,
        Leave.extension,
        Leave.end,
        Leave.staff,
        Staff.work_start,
        Staff.leave_carried,
    ),
    typed=("leave",),
)
def annual_leave_is_earned(
    scope: Scope,
    *,
    short: int = 5,
    middle: int = 10,
    long: int = 15,
    first: int = 1,
    second: int = 10,
    third: int = 20,
) -> Iterator[Standing]:
    """Days of the year are at most what full years of service on each leave's first day earn, and what was carried."""
    steps = ((third, long), (second, middle), (first, short))
    for person_id, leaves in granted_leaves(scope, scope.year, "年休假").items():
        person = scope.person(person_id)
        if person is None:
            continue
        name = scope.name_of("staff", person_id)
        if person.work_start is None:
            yield Standing(name, scope.span.label, "unknown", records=references(leaves))
            continue
        yield entitlement_standing(scope, name, person, leaves, steps)


def entitlement_standing(scope: Scope, name: str, person: View, leaves: list[View], steps: Steps) -> Standing:
    """One person's annual leave of the year, leave by leave."""
    carried, taken, state = carried_over(scope, person, steps), Decimal(0), "met"
    limit = Decimal(0)
    states: list[State] = []
    for leave in leaves:
        taken += days_in_year(leave, scope, scope.year)
        limit = days_by_service(person.work_start, max(leave.start, scope.span.start), steps) + carried
        states.append(at_most(taken, limit))
    state = "broken" if "broken" in states else states[-1]
    said = "已用完" if state == "near" else f"超过{amount(taken - limit)}天"
    what = f"{name}{scope.span.label}年休假{amount(taken)}天，可休{amount(limit)}天，{said}"
    return Standing(
        name,
        scope.span.label,
        worst((state,)),
        what,
        "" if state == "near" else "请核对天数或改为其他假别",
        taken,
        limit,
        references(leaves),
        "end",
    )


def lost_from(
    scope: Scope, person: View, year: int, leaves: list[View], limits: tuple[int, int, int, int]
) -> date | None:
    """The first day of the leave by which the year's annual leave was lost."""
    personal, *sick = limits
    away, ill = Decimal(0), 0
    for leave in leaves:
        if leave.start.year != year or leave.kind == "年休假":
            continue
        if leave.kind == "事假" and not leave.pay_cut:
            away += leave.days or 0
        if leave.kind == "病假":
            end = leave.extension or leave.end
            if leave.returned is not None and leave.returned <= end:
                end = leave.returned - ONE_DAY
            ill += (end - leave.start).days + 1
        served = full_years(person.work_start, leave.start) if person.work_start else None
        months = None if served is None else sick[0] if served < 10 else sick[1] if served < 20 else sick[2]
        if away >= personal or (months is not None and ill >= months * 30):
            return leave.start  # type: ignore[no-any-return]
    return None


@over_year(
    "leave.entitlement_lost",
    told(
        "职工带薪年休假条例 第4条",
        "warn",
        "必须",
        "每名机关工作人员",
        "事假累计20天以上且未扣工资，或病假达到规定月数的，不享受当年年休假。",
        source="国务院令第514号",
        per="year",
    ),
    fields(
        Leave.kind,
        Leave.days,
        Leave.pay_cut,
        Leave.start,
        Leave.end,
        Leave.extension,
        Leave.returned,
        Leave.staff,
        Leave.status,
        Staff.work_start,
    ),
    typed=("leave",),
)
def long_absence_costs_the_annual_leave(
    scope: Scope, *, personal: int = 20, sick_short: int = 2, sick_middle: int = 3, sick_long: int = 4
) -> Iterator[Standing]:
    """No annual leave after long personal or sick leave; taken before it, next year's is lost."""
    limits, kinds = (personal, sick_short, sick_middle, sick_long), ("年休假", "事假", "病假")
    now, before = granted_leaves(scope, scope.year, *kinds), granted_leaves(scope, scope.year - 1, *kinds)
    for person_id, leaves in now.items():
        person = scope.person(person_id)
        annual = [leave for leave in leaves if leave.kind == "年休假" and leave.start.year == scope.year]
        if person is None or not annual:
            continue
        name = scope.name_of("staff", person_id)
        earlier = before.get(person_id, [])
        lost, lost_before = (
            lost_from(scope, person, scope.year, leaves, limits),
            lost_from(scope, person, scope.year - 1, earlier, limits),
        )
        taken_first = any(
            leave.kind == "年休假" and lost_before and leave.start <= lost_before and leave.start.year < scope.year
            for leave in earlier
        )
        wrong = [leave for leave in annual if taken_first or (lost and lost <= leave.start)]
        why = "上年已休后又达到规定的事假、病假天数" if taken_first else "事假、病假已达到规定天数"
        yield Standing(
            name,
            scope.span.label,
            "broken" if wrong else "met",
            f"{name}{why}，不享受{scope.span.label}年休假",
            "请改为其他假别",
            len(wrong),
            records=references(wrong or annual),
            field="kind",
        )
