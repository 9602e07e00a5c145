"""Limits on the leaders' days of reception (领导接访值守): market days, daily turns, the log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import func, select

from app.models.reception.reception_day import ReceptionDay
from app.models.reception.visitor import Visitor
from app.rules.lunar_days import lunar_day
from app.rules.rule import Reference, Remark, Standing, at_least, broken, fields, near, over_year, rule, told
from app.rules.scope import Scope
from app.rules.views import View
from app.workdays import days_from

SHOWN = 5
"""Days named in a sentence."""
LUNAR = "农历"


def is_market_day(day: date, market_days: Sequence[str]) -> bool:
    """True where the day or its last digit is one of those set; by the lunar month where that is said."""
    number = lunar_day(day) if LUNAR in market_days else day.day
    return any(each in (str(number), str(number)[-1]) for each in market_days)


def leaders_by_day(scope: Scope, market_only: bool) -> Mapping[date, dict[int, Reference]]:
    """Day → the different leaders who received on it."""
    found: dict[date, dict[int, Reference]] = {}
    for record in scope.records("reception_day"):
        if record.market_day or not market_only:
            found.setdefault(record.date, {})[record.leader] = ("reception_day", record.id)
    return found


def missing_days(
    scope: Scope, subject: str, days: Sequence[date], there: Mapping[date, dict[int, Reference]], limit: int
) -> Standing:
    """How the days stand on which too few leaders received: today's near, earlier ones broken."""
    lacking = [day for day in days if len(there.get(day, ())) < limit]
    if not lacking:
        return Standing(subject, scope.span.label, "met", value=0)
    state = at_least(0, 1, lacking[0], scope.day)
    named = "、".join(f"{day:%m-%d}" for day in lacking[:SHOWN]) + ("等" if len(lacking) > SHOWN else "")
    what = f"{subject}有{len(lacking)}天接访不足{limit}名领导（{named}）"
    own = tuple(each for day in lacking for each in there.get(day, {}).values())
    return Standing(subject, scope.span.label, state, what, "请安排并登记", len(lacking), 0, own)


@over_year(
    "reception_days.market_day",
    told(
        "创建汇报 三(二)",
        "meter",
        "必须",
        "镇党委政府领导",
        "逢场天至少1名领导在信访接待室接访。",
        seed="003",
        per="day",
    ),
    fields(ReceptionDay.date, ReceptionDay.market_day, ReceptionDay.leader),
)
def leaders_receive_on_market_days(
    scope: Scope, *, limit: int = 1, market_days: Sequence[str] | None = None
) -> Iterator[Standing]:
    """A leader receives on every market day; while those are not set, only recorded ones are judged."""
    there = leaders_by_day(scope, True)
    if not market_days:
        yield Standing("逢场天", scope.span.label, "unknown")
        days = sorted(there)
    else:
        all_days = days_from(scope.span.start, scope.span.upto(scope.day))
        days = [day for day in all_days if is_market_day(day, market_days)]
    if days:
        yield missing_days(scope, "逢场天", days, there, limit)


@over_year(
    "reception_days.daily",
    told("群众路线自查 三", "meter", "必须", "班子成员", "班子成员轮流坐班接访，每天至少1名。", seed="004", per="day"),
    fields(ReceptionDay.date, ReceptionDay.leader, ReceptionDay.market_day),
)
def leaders_take_turns_every_day(scope: Scope, *, limit: int = 1, days: str = "工作日") -> Iterator[Standing]:
    """A leader receives every working day, or every day, from the first record of the year."""
    there = leaders_by_day(scope, False)
    if not there:
        yield Standing("班子成员", scope.span.label, "unknown")
        return
    asked = days_from(min(there), scope.span.upto(scope.day))
    wanted = [day for day in asked if days == "每天" or scope.calendar.is_workday(day)]
    yield missing_days(scope, "班子成员坐班", wanted, there, limit)


def received_by_leader(scope: Scope) -> Mapping[tuple[date, int], int]:
    """(day, leader) → records of visitors whom the leader received (接访批次)."""
    asked = select(Visitor.date, Visitor.leader_id, func.count(Visitor.id)).where(
        Visitor.trashed_at.is_(None), Visitor.leader_id.is_not(None), Visitor.date <= scope.day
    )
    rows = scope.connection.execute(asked.group_by(Visitor.date, Visitor.leader_id))
    return {(row[0], row[1]): row[2] for row in rows if row[1] is not None}


@rule(
    "reception_days.log",
    told(
        "群众路线自查 三",
        "warn",
        "必须",
        "值班班子成员",
        "接访坐班每天填写接访日志，无人来访也要写明。",
        seed="004",
    ),
    fields(ReceptionDay.log, ReceptionDay.nobody, ReceptionDay.date, ReceptionDay.leader),
)
def the_log_is_written_every_day(day: View, scope: Scope) -> Iterator[Remark]:
    """The log is filled, or it is said that nobody came; not where visitors are registered."""
    if day.date is None:
        return
    if not day.log and not day.nobody:
        said = near if scope.day <= day.date else broken
        yield said("没有填写接访日志", "请补写，无人来访也要写明", "log")
    elif day.nobody:
        visitors = scope.once("received_by_leader", lambda: received_by_leader(scope)).get((day.date, day.leader), 0)
        if visitors:
            what = f"写明无人来访，来访登记里当天有{visitors}批"
            yield broken(what, "请核对", "nobody", visitors)
