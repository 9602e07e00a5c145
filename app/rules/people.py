"""Limits on leave (请销假): approved, filed, signed off, and not overstayed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from app.models.people.duty import Duty
from app.models.people.leave import GRANTED, Leave
from app.models.people.staff import Staff
from app.rules.duty import duty_between, named_days
from app.rules.rule import (
    Kind,
    Remark,
    Standing,
    State,
    amount,
    broken,
    fields,
    near,
    over_year,
    rule,
    told,
    worst,
)
from app.rules.scope import Scope, days_after
from app.rules.views import View


@rule(
    "leave.approved",
    told("实施细则 第15条", "stop", "必须", "全体机关工作人员", "法定假日或工作日因事离镇，必须请假批准。", seed="001"),
    fields(Leave.leaves_town, Leave.approver, Leave.status, Leave.approved, Leave.start),
    unapproved_too=True,
)
def leave_out_of_town_is_approved(leave: View, scope: Scope) -> Iterator[Remark]:
    """Nobody leaves town before the leave is approved, on workdays and holidays alike (第15条)."""
    if not leave.leaves_town or leave.start is None or leave.status == "未批准":
        return
    if leave.status not in GRANTED:
        begun = scope.day >= leave.start
        yield (broken if begun else near)("离镇请假还没有批准", "须先批准后离镇", "status")
    elif leave.approver is None:
        yield broken("离镇请假没有批准人", "请填写批准人", "approver")
    elif leave.approved is not None and leave.approved > leave.start:
        yield broken(f"批准日期{leave.approved}晚于开始日期{leave.start}", "须先批准后离镇", "approved")


def last_day(leave: View) -> date:
    """The last day away: the day before the return, where that came early."""
    last: date = leave.extension or leave.end
    if leave.returned is not None and leave.returned <= last:
        return days_after(leave.returned, -1)
    return last


def leaves_overlap(one: View, other: View) -> bool:
    """True where two leaves have half a day in common."""
    if one.start > last_day(other) or other.start > last_day(one):
        return False
    first, second = sorted((one, other), key=lambda leave: (leave.start, leave.start_half == "下午"))
    shared_noon = first.end_half == "上午" and second.start_half == "下午" and first.extension is None
    return not (shared_noon and second.start == first.end == last_day(first))


@rule(
    "leave.filed",
    told("实施细则 第15条", "warn", "必须", "全体机关工作人员", "请假报党政办登记备案。", seed="001"),
    fields(
        *(Leave.filed, Leave.registrar, Leave.start, Leave.end, Leave.kind, Leave.days, Leave.proof, Leave.staff),
        *(Leave.status, Leave.extension, Leave.returned, Leave.start_half, Leave.end_half),
        *(Duty.date, Duty.leader, Duty.members),
    ),
)
def leave_is_filed(leave: View, scope: Scope, *, days: int = 2, sick_days: int = 3) -> Iterator[Remark]:
    """Filed by its first day, in urgent cases two days later, with proof where that is needed (第15条)."""
    if leave.start is None or leave.end is None or leave.status == "未批准":
        return
    if leave.status in GRANTED:
        yield from filing_remarks(leave, scope, days)
        long_sick = leave.kind == "病假" and leave.days is not None and leave.days >= sick_days
        if (leave.kind == "产假" or long_sick) and not leave.proof:
            yield broken(f"{leave.kind}没有证明材料", "请填写材料名称，不写病情", "proof")
    same = [
        other
        for other in scope.alike("leave", "staff", leave)
        if other.status != "未批准"
        and scope.tells(leave, other)
        and last_day(other) >= other.start
        and leaves_overlap(leave, other)
    ]
    if same:
        what = f"与{same[0].start}至{last_day(same[0])}的请假重叠"
        kind: Kind | None = None if leave.status == "草拟" else "refuse"
        yield broken(what, "请改日期", "start", others=tuple(("leave", other.id) for other in same), kind=kind)
    shifts = duty_between(scope, leave.staff, leave.start, last_day(leave)) if leave.staff else ()
    if shifts:
        what = f"请假期间{named_days([shift_day for shift_day, _ in shifts])}轮到值班"
        yield near(what, "请调班", "start", others=tuple(("duty", shift) for _, shift in shifts))


def filing_remarks(leave: View, scope: Scope, days: int) -> Iterator[Remark]:
    """登记日期 and 登记人, in time."""
    filed, last = scope.happened(leave.filed), days_after(leave.start, days)
    if filed is None:
        late = scope.day > last
        yield (broken if late else near)("请假没有报党政办登记备案", "请填写登记日期和登记人", "filed")
    elif filed > last:
        what = f"{filed}才登记备案，开始日期{leave.start}"
        yield broken(what, f"应在开始前、急事在{days}天内登记", "filed")
    elif leave.registrar is None:
        yield broken("登记备案没有登记人", "请填写登记人", "registrar")


@rule(
    "leave.signed_off",
    told("实施细则 第15条", "warn", "必须", "全体机关工作人员", "假满返岗当日销假。", seed="001"),
    fields(Leave.status, Leave.end, Leave.extension, Leave.returned, Leave.days),
)
def leave_is_signed_off_on_return(leave: View, scope: Scope) -> Iterator[Remark]:
    """On the day after the leave the return is due, from the second day on it is missing (第15条)."""
    if leave.status not in GRANTED or leave.end is None:
        return
    last = leave.extension or leave.end
    if scope.happened(leave.returned) is not None:
        if leave.status == "已批准":
            yield broken("已填写销假日期，状态还是已批准", "请改为已销假", "status")
    elif (leave.status == "已批准" or leave.returned is not None) and scope.day > last:
        days = (scope.day - last).days
        what = f"假期到{last}，已过{days}天未销假"
        yield (near if days == 1 else broken)(what, "请返岗销假并填写销假日期", "returned", days)


@rule(
    "leave.approval_ladder",
    told("本单位请销假制度", "stop", "必须", "请假人", "请假按天数和职务由相应层级领导批准。", source="通行做法"),
    fields(Leave.approver, Leave.days, Leave.status, Staff.rank, Staff.authority),
    needs=("ladder",),
)
def leave_is_approved_high_enough(
    leave: View, scope: Scope, *, ladder: Sequence[Any] | None = None
) -> Iterator[Remark]:
    """Rows of rank, days up to, authority: the first row that fits says who must approve."""
    person, approver = scope.person(leave.staff), scope.person(leave.approver)
    if leave.status not in GRANTED or person is None or leave.days is None:
        return
    order = {"机构负责人": 1, "分管领导": 2, "主要领导": 3}
    for rank, days, authority in ladder or ():
        if rank not in (None, "", person.rank) or (days is not None and leave.days > days):
            continue
        if approver is None or order.get(approver.authority, 0) < order.get(authority, 0):
            yield broken(f"请假{amount(leave.days)}天须由{authority}批准", "请改由相应领导批准", "approver")
        return


def references(leaves: Sequence[View]) -> tuple[tuple[str, int], ...]:
    """Where leaves are stored."""
    return tuple(("leave", leave.id) for leave in leaves)


@over_year(
    "leave.overstay",
    told(
        "公务员法 第88条第(五)项",
        "meter",
        "必须",
        "每名机关工作人员",
        "旷工或逾期不归连续超过15天，或一年内累计超过30天的，予以辞退。",
        source="2018年修订",
        per="year",
    ),
    fields(*(Leave.staff, Leave.overstay, Leave.overstay_reason, Leave.confirmer, Leave.start, Leave.returned)),
    typed=("leave",),
)
def nobody_stays_away(scope: Scope, *, running: int = 15, total: int = 30) -> Iterator[Standing]:
    """No single overstay above fifteen days, none above thirty in a year; an accepted reason is shown apart."""
    hand = scope.hand.view if scope.hand else None
    leaves = scope.records("leave") if hand is None else [*scope.alike("leave", "staff", hand), hand]
    by_person: dict[int, list[View]] = {}
    for leave in leaves:
        away = leave.overstay if leave.status in GRANTED and scope.happened(leave.returned) else None
        if away and scope.span.holds(leave.start):
            by_person.setdefault(leave.staff, []).append(leave)
    for person, late in by_person.items():
        yield overstay_standing(scope, person, late, running, total)


def overstay_standing(scope: Scope, person: int, leaves: list[View], running: int, total: int) -> Standing:
    """One person's overstays of the year."""
    name = scope.name_of("staff", person)
    counted = [leave for leave in leaves if not (leave.overstay_reason and leave.confirmer)]
    longest = max((leave.overstay for leave in counted), default=0)
    whole = sum(leave.overstay for leave in counted)
    state: State = "met"
    if longest > running or whole > total:
        state = "broken"
    elif longest >= running * 2 // 3 or whole >= total * 2 // 3:
        state = "near"
    what = f"{name}超假最长{longest}天、全年{whole}天，上限连续{running}天、累计{total}天"
    excused = sum(leave.overstay for leave in leaves if leave not in counted)
    if excused:
        what += f"，另有说明原因并经确认的{excused}天"
        state = worst((state, "near")) if excused > running else state
    return Standing(
        name, scope.span.label, state, what, "请及时催返并按规定处理", longest, running, references(leaves), "returned"
    )
