"""Meetings (会议) with their agenda (议题) and attendance (签到)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Clock, Day, Line, Money, Prose, Record, Row, Whole, YesNo, choice, link, parent, rows_of
from app.models.register import Field, Misfit, Register, Section, Surroundings, Values

if TYPE_CHECKING:
    from app.models.people.office import Office
    from app.models.people.staff import Staff


class Meeting(Record):
    """One meeting, from application to record."""

    __tablename__ = "meeting"

    date: Mapped[Day]
    title: Mapped[Line]
    kind: Mapped[str] = choice(
        "全体性会议",
        "业务性会议",
        "专题会议",
        "党委会",
        "政府办公会",
        "党政联席会",
        "班子会",
        "人代会",
        "党代会",
        "三干会",
        "职工大会",
        "动员会",
        "民主生活会",
        "座谈会",
        "老干部座谈会",
        "联谊会",
        "其他",
    )
    start: Mapped[Clock]
    end: Mapped[Clock | None]
    minutes: Mapped[Whole | None]
    venue: Mapped[Line]
    host_id: Mapped[int | None] = link("staff")
    recorder_id: Mapped[int | None] = link("staff")
    present: Mapped[Whole | None]
    topic: Mapped[Line | None]
    office_id: Mapped[int | None] = link("office")
    approver_id: Mapped[int | None] = link("staff")
    status: Mapped[str] = choice("申请", "已批准", "未批准", "已召开", "已取消")
    superior: Mapped[YesNo | None]
    upper_meeting: Mapped[Line | None]
    upper_date: Mapped[Day | None]
    expected: Mapped[Whole | None]
    workers: Mapped[Whole | None]
    requested: Mapped[Day | None]
    applicant_id: Mapped[int | None] = link("staff")
    necessity: Mapped[Line | None]
    approved: Mapped[Day | None]
    venue_kind: Mapped[str | None] = choice("镇机关", "村(社区)", "县内其他场所", "风景名胜区", "高档宾馆", "其他")
    backdrop: Mapped[YesNo | None]
    carpet: Mapped[YesNo | None]
    flowers: Mapped[YesNo | None]
    tablecloth: Mapped[YesNo | None]
    banner: Mapped[YesNo | None]
    fruit: Mapped[YesNo | None]
    meal: Mapped[str | None] = choice("不安排", "食堂工作餐", "其他")
    tobacco: Mapped[YesNo | None]
    alcohol: Mapped[YesNo | None]
    offscript: Mapped[YesNo | None]
    cost: Mapped[Money | None]
    major_matter: Mapped[YesNo | None]
    consulted: Mapped[Line | None]
    published: Mapped[Day | None]
    decisions: Mapped[Prose | None]
    record: Mapped[Prose | None]
    host: Mapped[Staff | None] = relationship(foreign_keys=[host_id])
    recorder: Mapped[Staff | None] = relationship(foreign_keys=[recorder_id])
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    approver: Mapped[Staff | None] = relationship(foreign_keys=[approver_id])
    applicant: Mapped[Staff | None] = relationship(foreign_keys=[applicant_id])
    items: Mapped[list[MeetingItem]] = rows_of("MeetingItem")
    attendance: Mapped[list[MeetingAttendance]] = rows_of("MeetingAttendance")


class MeetingItem(Row):
    """One row of 议题."""

    __tablename__ = "meeting_items"

    meeting_id: Mapped[int] = parent("meeting")
    order: Mapped[Whole]
    topic: Mapped[Line]
    office: Mapped[Line | None]
    speakers: Mapped[Line]
    minutes: Mapped[Whole | None]


class MeetingAttendance(Row):
    """One row of 签到."""

    __tablename__ = "meeting_attendance"

    meeting_id: Mapped[int] = parent("meeting")
    name: Mapped[Line]
    unit: Mapped[Line | None]
    role: Mapped[str | None] = choice("出席", "列席")
    present: Mapped[YesNo | None]
    excuse: Mapped[Line | None]
    phone: Mapped[Line | None]


def work_out(values: Values, around: Surroundings) -> None:
    """时长 is 结束时间 minus 开始时间."""
    start, end = values.get("start"), values.get("end")
    values["minutes"] = (end.hour - start.hour) * 60 + end.minute - start.minute if start and end else None


def check(values: Values) -> Iterator[Misfit]:
    """A meeting ends after it began."""
    if values.get("start") and values.get("end") and values["end"] < values["start"]:
        yield "end", "结束时间早于开始时间，请检查这两个时间。"


MEETING = Register(
    Meeting,
    key="meeting",
    label="会议",
    title=Meeting.title,
    sections=(
        Section(
            "会议",
            (
                Field(Meeting.date, "日期", listed=True),
                Field(Meeting.title, "会议名称", listed=True, searched=True),
                Field(Meeting.kind, "会议类别", listed=True),
                Field(Meeting.start, "开始时间", listed=True),
                Field(Meeting.end, "结束时间", listed=True),
                Field(Meeting.minutes, "时长(分钟)", unit="分钟", listed=True, auto=True),
                Field(Meeting.venue, "地点", listed=True, searched=True),
                Field(Meeting.host, "主持人", listed=True, searched=True),
                Field(Meeting.recorder, "记录人", listed=True),
                Field(Meeting.present, "实到人数", listed=True),
                Field(Meeting.topic, "研究专题", listed=True, searched=True),
                Field(Meeting.office, "承办机构", listed=True),
                Field(Meeting.approver, "批准人", listed=True),
                Field(Meeting.status, "状态", listed=True),
            ),
        ),
        Section(
            "申请与审批",
            (
                Field(Meeting.superior, "上级临时安排", help="上级临时安排的会议不计入每月次数"),
                Field(Meeting.upper_meeting, "传达的上级会议", searched=True),
                Field(Meeting.upper_date, "上级会议日期"),
                Field(Meeting.expected, "应到人数"),
                Field(Meeting.workers, "工作人员数"),
                Field(Meeting.requested, "申请日期"),
                Field(Meeting.applicant, "申请人"),
                Field(Meeting.necessity, "召开理由(不能以文电代替)", help="为什么不能以文电代替"),
                Field(Meeting.approved, "批准日期"),
            ),
        ),
        Section(
            "会风",
            (
                Field(Meeting.venue_kind, "场所类别"),
                Field(Meeting.backdrop, "背景板"),
                Field(Meeting.carpet, "地毯"),
                Field(Meeting.flowers, "花草"),
                Field(Meeting.tablecloth, "桌布"),
                Field(Meeting.banner, "横幅条幅"),
                Field(Meeting.fruit, "瓜果"),
                Field(Meeting.meal, "用餐"),
                Field(Meeting.tobacco, "提供香烟"),
                Field(Meeting.alcohol, "饮酒"),
                Field(Meeting.offscript, "脱稿发言"),
            ),
        ),
        Section(
            "经费与公开",
            (
                Field(Meeting.cost, "会议经费(元)", unit="元"),
                Field(Meeting.major_matter, "重大问题"),
                Field(Meeting.consulted, "征求群众意见情况", searched=True),
                Field(Meeting.published, "公开日期"),
            ),
        ),
        Section(
            "会议材料",
            (
                Field(Meeting.decisions, "议定事项", searched=True),
                Field(Meeting.record, "会议记录", searched=True),
                Field(
                    Meeting.items,
                    "议题",
                    columns=(
                        Field(MeetingItem.order, "顺序"),
                        Field(MeetingItem.topic, "议题"),
                        Field(MeetingItem.office, "提出机构"),
                        Field(MeetingItem.speakers, "发言人"),
                        Field(MeetingItem.minutes, "用时(分钟)", unit="分钟"),
                    ),
                ),
                Field(
                    Meeting.attendance,
                    "签到",
                    columns=(
                        Field(MeetingAttendance.name, "姓名"),
                        Field(MeetingAttendance.unit, "单位职务"),
                        Field(MeetingAttendance.role, "身份"),
                        Field(MeetingAttendance.present, "到会"),
                        Field(MeetingAttendance.excuse, "缺席原因"),
                        Field(MeetingAttendance.phone, "联系电话"),
                    ),
                ),
            ),
        ),
    ),
    dated=Meeting.date,
    landscape=True,
    purpose="登记每次会议的申请、召开、议题和签到，会议次数、时长和会风规定从这里检查。",
    work_out=work_out,
    check=check,
)
