"""Limits on how the days of a leave are counted and how long special leave may be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from app.models.people.leave import CALENDAR_KINDS, GRANTED, Leave, days_away
from app.models.people.staff import Staff
from app.rules.periods import same_day
from app.rules.rule import MET, UNKNOWN, Names, Remark, amount, broken, fields, near, rule, told
from app.rules.scope import Scope, days_after
from app.rules.views import View, as_values, fetch

WORKDAY_KINDS = ("年休假", "事假", "公假", "陪产假", "育儿假", "丧假", "婚假", "其他")


@rule(
    "leave.day_count",
    told(
        "职工带薪年休假条例 第3条等",
        "warn",
        "必须",
        "请假天数",
        "年休假、事假等按工作日计算，病假、产假、探亲假按自然日计算。",
        source="国务院令第514号、国发〔1981〕36号、国务院令第619号",
    ),
    fields(
        Leave.kind,
        Leave.days,
        Leave.start,
        Leave.end,
        Leave.start_half,
        Leave.end_half,
        Leave.extension,
        Leave.returned,
    ),
)
def days_are_counted_by_the_kind(
    leave: View, scope: Scope, *, workday_kinds: Names = WORKDAY_KINDS, calendar_kinds: Names = CALENDAR_KINDS
) -> Iterator[Remark]:
    """天数 is what the kind counts: 工作日, or all days for sick, maternity and home leave."""
    if leave.start is None or leave.end is None or leave.days is None or leave.kind is None:
        return
    last = leave.extension or leave.end
    right = days_away(as_values(leave), scope.office, leave.start, last)
    if leave.days != right:
        yield broken(f"{leave.kind}登记{amount(leave.days)}天，应为{amount(right)}天", "请重新保存", "end", leave.days)
    elif leave.kind not in calendar_kinds and scope.calendar.is_estimate(leave.start, last):
        what = f"{last.year}年放假安排还没有录入，{amount(right)}天是估算"
        yield near(what, "公布后请在「设置—放假安排」录入，天数自动重算", "end", leave.days)


@rule(
    "leave.kind_limits",
    told(
        "女职工劳动保护特别规定 第7条及探亲、婚丧假规定",
        "warn",
        "必须",
        "产假、探亲假、婚丧假",
        "产假98天，探亲假配偶30天、父母20天，婚丧假一般3天，另加路程和省规定天数。",
        source="国务院令第619号、国发〔1981〕36号、1980年婚丧假通知",
    ),
    fields(
        Leave.kind, Leave.days, Leave.extra_days, Leave.relation, Leave.start, Leave.staff, Leave.end, Staff.work_start
    ),
)
def special_leave_keeps_its_length(
    leave: View,
    scope: Scope,
    *,
    maternity: int = 98,
    spouse: int = 30,
    single: int = 20,
    married: int = 20,
    married_years: int = 4,
    bereavement: int = 3,
    marriage: int = 3,
    provincial_maternity: int | None = None,
    provincial_marriage: int | None = None,
) -> Iterator[Remark]:
    """Maternity, home, bereavement and marriage leave; a provincial number not set makes the finding near."""
    if leave.days is None or leave.start is None:
        return
    extra = leave.extra_days or Decimal(0)
    if leave.kind == "产假":
        yield from over(leave, maternity + extra, provincial_maternity, True)
    elif leave.kind == "婚假":
        yield from over(leave, marriage + extra, provincial_marriage, True)
    elif leave.kind == "丧假":
        if leave.relation is None:
            yield broken("丧假没有填写对象", "请选择探亲或丧假对象", "relation")
        yield from over(leave, bereavement + extra, None, False)
    elif leave.kind == "探亲假":
        limits = {"配偶": (spouse, 1), "父母(未婚)": (single, 1), "父母(已婚)": (married, married_years)}
        yield from home_leave_remarks(leave, scope, *limits.get(leave.relation, (None, 1)))


def over(leave: View, limit: Decimal, provincial: int | None, may_add: bool) -> Iterator[Remark]:
    """Days above the national number; only near where the province may add some and no number is set."""
    yield MET
    most = limit + (provincial or 0)
    if leave.days <= most:
        return
    what = f"{leave.kind}{amount(leave.days)}天，标准{amount(most)}天"
    if may_add and provincial is None:
        yield near(what, "请核对本省规定的天数并在规定里设置", "end", leave.days)
    else:
        yield broken(what, "请核对天数", "end", leave.days)


def home_leave_remarks(leave: View, scope: Scope, limit: int | None, years: int) -> Iterator[Remark]:
    """Home leave of one relation in its years, less the days of travel, after a year of service."""
    if limit is None:
        yield UNKNOWN
        return
    yield MET
    person = scope.person(leave.staff)
    if person is not None and person.work_start is not None and same_day(person.work_start, 1) > leave.start:
        yield broken("工作不满一年", "不享受探亲假", "start")
        return
    since = date(leave.start.year, 1, 1) if years == 1 else days_after(same_day(leave.start, -years), 1)
    keys = ("staff", "kind", "relation", "days", "extra_days", "start", "status")
    conditions = (Leave.staff_id == leave.staff, Leave.kind == "探亲假", Leave.relation == leave.relation)
    span = (Leave.start >= since, Leave.start <= leave.start, Leave.status.in_(GRANTED))
    earlier = [each for each in fetch(scope.connection, "leave", keys, *conditions, *span) if each.id != leave.id]
    taken = sum((each.days or 0) - (each.extra_days or 0) for each in [*earlier, leave])
    if taken > limit:
        when = "本年" if years == 1 else f"{years}年内"
        what = f"探亲假（{leave.relation}）{when}共{amount(taken)}天，标准{limit}天"
        yield broken(what, "请核对天数", "end", taken)
