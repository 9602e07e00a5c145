"""Limits on the duty rota and its log (值班), and the days on which people are on duty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from app.models.people.duty import Duty
from app.models.people.village import Village
from app.rules.periods import month_of
from app.rules.rule import Remark, Standing, at_least, broken, fields, over_year, rule, told
from app.rules.scope import Scope
from app.rules.views import View, fetch
from app.workdays import days_from

OFFICE, IN_VILLAGE = ("镇机关", None), "村(社区)"
OnDuty = Mapping[int, Sequence[tuple[date, int]]]
"""Person → days of duty with their records, in order."""


def people_on_duty(scope: Scope, first: date, last: date) -> OnDuty:
    """Who leads or stands a shift between two days."""
    found: dict[int, list[tuple[date, int]]] = {}
    shifts = fetch(scope.connection, "duty", ("date", "leader", "members"), Duty.date.between(first, last))
    for shift in sorted(shifts, key=lambda each: each.date):
        for person in dict.fromkeys((shift.leader, *shift.members)):
            found.setdefault(person, []).append((shift.date, shift.id))
    return found


def duty_between(scope: Scope, person: int, first: date, last: date) -> Sequence[tuple[date, int]]:
    """A person's days of duty between two days; of the yearly check those up to its day."""
    if scope.hand is not None:
        return people_on_duty(scope, first, last).get(person, ())
    known = scope.once("people_on_duty", lambda: people_on_duty(scope, scope.span.start, scope.day))
    return [shift for shift in known.get(person, ()) if first <= shift[0] <= last]


def named_days(days: Sequence[date]) -> str:
    """The first days of several, as a sentence names them."""
    return "、".join(f"{each:%m-%d}" for each in days[:5]) + ("等" if len(days) > 5 else "")


@over_year(
    "duty.village_rota",
    told(
        "群众路线自查 二", "meter", "必须", "每个村(社区)", "村干部全天轮班值守，每天至少1人。", seed="004", per="day"
    ),
    fields(Duty.date, Duty.place, Duty.village, Duty.members, Village.name),
)
def villages_are_manned_every_day(scope: Scope, *, limit: int = 1, days: str = "每天") -> Iterator[Standing]:
    """A village that keeps a rota has people on duty every day from its first one; the days without are shown."""
    manned: dict[int, dict[date, set[int]]] = {}
    for shift in scope.records("duty"):
        if shift.place == IN_VILLAGE and shift.village is not None:
            manned.setdefault(shift.village, {}).setdefault(shift.date, set()).update(shift.members)
    for record, by_day in manned.items():
        village = scope.linked("village", record)
        last = scope.span.upto(scope.day)
        if village is not None and village.until is not None:
            last = min(last, village.until - timedelta(days=1))
        asked = (each for each in days_from(min(by_day), last) if days == "每天" or scope.calendar.is_workday(each))
        missing = [each for each in asked if len(by_day.get(each, ())) < limit]
        name, label = scope.name_of("village", record), scope.span.label
        state = at_least(0, 1, missing[0], scope.day) if missing else "met"
        what = f"{name}{len(missing)}天值守不足{limit}人（{named_days(missing)}）"
        own = (("village", record),)
        yield Standing(name, label, state, what, "请排班并登记", len(missing), None, own)


@rule(
    "duty.leader_and_log",
    told(
        "值班制度",
        "warn",
        "必须",
        "机关值班",
        "机关每天有带班领导和值班人员，值班日志每天填写，无事也要写明。",
        source="通行做法",
    ),
    fields(Duty.date, Duty.place, Duty.log, Duty.nothing, Duty.calls),
)
def the_duty_log_is_kept(duty: View, scope: Scope) -> Iterator[Remark]:
    """Once the day is past the log says what happened, or that nothing did; not both."""
    if duty.place not in OFFICE or duty.date is None:
        return
    if duty.nothing and duty.calls:
        yield broken("已登记来电来文来访，又选了无事", "请核对", "nothing")
    elif scope.day > duty.date and not (duty.log or duty.calls or duty.nothing):
        yield broken("值班日志没有填写", "请补写，无事的选「无事」", "log")


@the_duty_log_is_kept.over_the_year(fields(Duty.date, Duty.place))
def the_office_is_manned_every_day(scope: Scope) -> Iterator[Standing]:
    """Every day of a month that has any shift has one; the days without are shown month by month."""
    manned = {shift.date for shift in scope.records("duty") if shift.place in OFFICE}
    for month in sorted({each.month for each in manned}):
        span = month_of(scope.year, month)
        missing = [each for each in days_from(span.start, span.upto(scope.day)) if each not in manned]
        state = at_least(0, 1, missing[0], scope.day) if missing else "met"
        what = f"{span.label}有{len(missing)}天没有机关值班（{named_days(missing)}）"
        yield Standing("镇机关", span.label, state, what, "请排班并登记", len(missing))
