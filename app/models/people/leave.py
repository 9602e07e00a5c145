"""Leave and return (请销假)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Number, Record, Whole, YesNo, choice, link
from app.models.register import Field, Misfit, Register, Section, Surroundings, Values

if TYPE_CHECKING:
    from app.models.people.office import Office
    from app.models.people.staff import Staff


class Leave(Record):
    """One absence of one person."""

    __tablename__ = "leave"

    staff_id: Mapped[int] = link("staff")
    office_id: Mapped[int | None] = link("office")
    kind: Mapped[str] = choice(
        "年休假",
        "事假",
        "病假",
        "婚假",
        "产假",
        "陪产假",
        "育儿假",
        "丧假",
        "探亲假",
        "公假",
        "调休",
        "离镇报备",
        "其他",
    )
    reason: Mapped[Line | None]
    start: Mapped[Day]
    end: Mapped[Day]
    days: Mapped[Number | None]
    destination: Mapped[Line | None]
    approver_id: Mapped[int | None] = link("staff")
    filed: Mapped[Day | None]
    returned: Mapped[Day | None]
    extension: Mapped[Day | None]
    overstay: Mapped[Whole | None]
    registrar_id: Mapped[int | None] = link("staff")
    applied: Mapped[Day | None]
    start_half: Mapped[str | None] = choice("上午", "下午")
    end_half: Mapped[str | None] = choice("上午", "下午")
    leaves_town: Mapped[YesNo | None]
    phone: Mapped[Line | None]
    deputy_id: Mapped[int | None] = link("staff")
    relation: Mapped[str | None] = choice("配偶", "父母(未婚)", "父母(已婚)", "子女", "其他")
    extra_days: Mapped[Number | None]
    pay_cut: Mapped[YesNo | None]
    proof: Mapped[Line | None]
    office_opinion: Mapped[Line | None]
    leader_opinion: Mapped[Line | None]
    chief_opinion: Mapped[Line | None]
    approved: Mapped[Day | None]
    confirmer_id: Mapped[int | None] = link("staff")
    overstay_reason: Mapped[Line | None]
    status: Mapped[str] = choice("草拟", "待批", "已批准", "未批准", "已销假")
    staff: Mapped[Staff] = relationship(foreign_keys=[staff_id])
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    approver: Mapped[Staff | None] = relationship(foreign_keys=[approver_id])
    registrar: Mapped[Staff | None] = relationship(foreign_keys=[registrar_id])
    deputy: Mapped[Staff | None] = relationship(foreign_keys=[deputy_id])
    confirmer: Mapped[Staff | None] = relationship(foreign_keys=[confirmer_id])


CALENDAR_KINDS = ("病假", "产假", "探亲假")
"""Kinds counted in calendar days; all others in 工作日 (rule leave.day_count)."""
GRANTED = ("已批准", "已销假")
"""States in which a leave counts."""


def days_away(values: Mapping[str, Any], around: Surroundings, first: date, last: date) -> Decimal:
    """Days of a leave that lie between two days, by its kind's count, in half-days."""
    start, end = values["start"], values.get("extension") or values["end"]
    returned = values.get("returned")
    to_noon = values.get("end_half") == "上午" and not values.get("extension")
    if returned and returned <= end:
        end, to_noon = returned - timedelta(days=1), False
    from_noon = values.get("start_half") == "下午"
    calendar_kinds = around.parameter("leave.day_count", "calendar_kinds", CALENDAR_KINDS)
    return around.calendar.leave_days(
        max(start, first),
        min(end, last),
        from_noon and start >= first,
        to_noon and end <= last,
        values.get("kind") not in calendar_kinds,
    )


def work_out(values: Values, around: Surroundings) -> None:
    """所在机构 is that of the person, 天数 by the kind's count, 超假天数 from the first 工作日 after the leave."""
    values["office"] = around.value_of("staff", values.get("staff"), "office")
    values["days"] = values["overstay"] = None
    if not values.get("start") or not values.get("end"):
        return
    last, returned = values.get("extension") or values["end"], values.get("returned")
    values["days"] = days_away(values, around, values["start"], last)
    if returned:
        values["overstay"] = max((returned - around.calendar.next_workday(last)).days, 0)


def annual_leave_taken(
    connection: Connection, ids: Sequence[int], year: int, around: Surroundings
) -> dict[int, Decimal]:
    """Days of 年休假 of each person that fall into a year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    keys = ("staff_id", "kind", "start", "end", "start_half", "end_half", "extension", "returned")
    columns = [getattr(Leave, key) for key in keys]
    end = func.coalesce(Leave.extension, Leave.end)
    counted = (
        Leave.kind == "年休假",
        Leave.status.in_(GRANTED),
        Leave.trashed_at.is_(None),
        Leave.start <= last,
        end >= first,
    )
    taken: dict[int, Decimal] = {}
    for row in connection.execute(select(*columns).where(Leave.staff_id.in_(ids), *counted)):
        values = dict(row._mapping)
        taken[row.staff_id] = taken.get(row.staff_id, Decimal(0)) + days_away(values, around, first, last)
    return taken


def check(values: Values) -> Iterator[Misfit]:
    """A leave ends on or after its first day, and so does what follows it."""
    start, end = values.get("start"), values.get("end")
    if start and end and end < start:
        yield "end", "结束日期早于开始日期，请检查这两个日期。"
    if end and values.get("extension") and values["extension"] < end:
        yield "extension", "续假至早于结束日期，请检查。"
    if start and values.get("returned") and values["returned"] < start:
        yield "returned", "销假日期早于开始日期，请检查。"
    if start and start == end and values.get("start_half") == "下午" and values.get("end_half") == "上午":
        yield "end_half", "同一天从下午请到上午，请检查起止。"


LEAVE = Register(
    Leave,
    key="leave",
    label="请销假",
    title=Leave.staff,
    sections=(
        Section(
            "请假",
            (
                Field(Leave.staff, "姓名", listed=True, searched=True),
                Field(Leave.office, "所在机构", listed=True, auto=True),
                Field(Leave.kind, "假别", listed=True),
                Field(Leave.reason, "请假事由", listed=True, searched=True),
                Field(Leave.start, "开始日期", listed=True),
                Field(Leave.end, "结束日期", help="请假的最后一天，不是上班的那一天", listed=True),
                Field(Leave.days, "天数", unit="天", listed=True, auto=True),
                Field(Leave.destination, "去向", help="离镇的写明去向", listed=True),
                Field(Leave.approver, "批准人", listed=True),
                Field(Leave.filed, "登记日期", help="报党政办登记备案的日期", listed=True),
                Field(Leave.returned, "销假日期", help="回到岗位的那一天", listed=True),
                Field(Leave.extension, "续假至", help="续假后的最后一天", listed=True),
                Field(Leave.overstay, "超假天数", unit="天", listed=True, auto=True),
                Field(Leave.registrar, "登记人", listed=True),
            ),
        ),
        Section(
            "申请与安排",
            (
                Field(Leave.applied, "申请日期"),
                Field(Leave.start_half, "起", help="空着按上午"),
                Field(Leave.end_half, "止", help="空着按下午"),
                Field(Leave.leaves_town, "离镇"),
                Field(Leave.phone, "假期联系电话"),
                Field(Leave.deputy, "代理人"),
                Field(Leave.relation, "探亲或丧假对象"),
                Field(Leave.extra_days, "路程及另加天数", unit="天"),
                Field(Leave.pay_cut, "按规定扣发工资"),
                Field(Leave.proof, "证明材料", help="只写材料名称，不写病情"),
            ),
        ),
        Section(
            "审批",
            (
                Field(Leave.office_opinion, "机构负责人意见"),
                Field(Leave.leader_opinion, "分管领导意见"),
                Field(Leave.chief_opinion, "主要领导意见"),
                Field(Leave.approved, "批准日期"),
            ),
        ),
        Section(
            "销假",
            (
                Field(Leave.confirmer, "销假确认人"),
                Field(Leave.overstay_reason, "超假原因"),
                Field(Leave.status, "状态"),
            ),
        ),
    ),
    dated=Leave.start,
    landscape=True,
    purpose="登记请假、批准、续假和销假，天数按假别和国家放假安排自动计算。",
    work_out=work_out,
    check=check,
)
