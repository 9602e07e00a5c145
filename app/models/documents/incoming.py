"""Documents received (收文), with their circulation (传阅) and reminders (催办)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import (
    Clock,
    Day,
    Line,
    Prose,
    Record,
    Row,
    Whole,
    YesNo,
    choice,
    link,
    parent,
    people_of,
    rows_of,
    several,
)
from app.models.documents.secrecy import SECRET, secret_misfits
from app.models.register import Field, Misfit, Numbered, Register, Section, Values

if TYPE_CHECKING:
    from app.models.documents.outgoing import Outgoing
    from app.models.people.office import Office
    from app.models.people.staff import Staff
    from app.models.people.village import Village

INCOMING_ATTENDEES = people_of("incoming", "attendees")


class Incoming(Record):
    """One paper received, from entry to archive."""

    __tablename__ = "incoming"

    number: Mapped[Whole | None]
    received: Mapped[Day]
    sender: Mapped[Line]
    doc_no: Mapped[Line | None]
    title: Mapped[Line]
    copies: Mapped[Whole | None]
    secrecy: Mapped[str | None] = choice("无", "内部", "秘密", "机密", "绝密")
    urgency: Mapped[str | None] = choice("平件", "加急", "特急")
    office_id: Mapped[int | None] = link("office")
    handler_id: Mapped[int | None] = link("staff")
    receipt: Mapped[Line | None]
    due: Mapped[Day | None]
    done: Mapped[Day | None]
    archive_no: Mapped[Line | None]
    channel: Mapped[str | None] = choice("公文系统", "纸质", "传真", "电话", "其他")
    co_offices: Mapped[Line | None]
    kind: Mapped[str | None] = choice(
        "决议",
        "决定",
        "命令(令)",
        "公报",
        "公告",
        "通告",
        "意见",
        "通知",
        "通报",
        "报告",
        "请示",
        "批复",
        "议案",
        "函",
        "纪要",
        "其他",
    )
    paper_book: Mapped[Line | None]
    handling: Mapped[str | None] = choice("阅件", "办件")
    village_id: Mapped[int | None] = link("village")
    dated: Mapped[Day | None]
    pages: Mapped[Whole | None]
    leader_id: Mapped[int | None] = link("staff")
    proposal: Mapped[Prose | None]
    proposer_id: Mapped[int | None] = link("staff")
    proposed: Mapped[Day | None]
    instruction: Mapped[Prose | None]
    instructed: Mapped[Day | None]
    meeting_date: Mapped[Day | None]
    meeting_time: Mapped[Clock | None]
    meeting_place: Mapped[Line | None]
    roster_sent: Mapped[YesNo | None]
    given_back: Mapped[Day | None]
    result: Mapped[Prose | None]
    reply_id: Mapped[int | None] = link("outgoing")
    archived: Mapped[Day | None]
    retention: Mapped[str | None] = choice("永久", "30年", "10年", "不归档")
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    handler: Mapped[Staff | None] = relationship(foreign_keys=[handler_id])
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])
    leader: Mapped[Staff | None] = relationship(foreign_keys=[leader_id])
    proposer: Mapped[Staff | None] = relationship(foreign_keys=[proposer_id])
    attendees: Mapped[list[Staff]] = several(INCOMING_ATTENDEES)
    reply: Mapped[Outgoing | None] = relationship(foreign_keys=[reply_id])
    circulation: Mapped[list[IncomingCirculation]] = rows_of("IncomingCirculation")
    reminders: Mapped[list[IncomingReminder]] = rows_of("IncomingReminder")


class IncomingCirculation(Row):
    """One row of 传阅."""

    __tablename__ = "incoming_circulation"

    incoming_id: Mapped[int] = parent("incoming")
    reader_id: Mapped[int] = link("staff")
    sent: Mapped[Day | None]
    read: Mapped[Day | None]
    note: Mapped[Line | None]
    reader: Mapped[Staff] = relationship(foreign_keys=[reader_id])


class IncomingReminder(Row):
    """One row of 催办."""

    __tablename__ = "incoming_reminders"

    incoming_id: Mapped[int] = parent("incoming")
    date: Mapped[Day]
    by_id: Mapped[int | None] = link("staff")
    answer: Mapped[Line | None]
    by: Mapped[Staff | None] = relationship(foreign_keys=[by_id])


def numbers(values: Values) -> Iterator[Numbered]:
    """收文号 runs 1…n in the year of 收文日期."""
    if values.get("received"):
        yield "number", "incoming", values["received"].year


def check(values: Values) -> Iterator[Misfit]:
    """A secret paper leaves only a pointer to the paper book (保守国家秘密法 第31条)."""
    if values.get("secrecy") in SECRET:
        yield from secret_misfits(values, ("doc_no", "proposal", "instruction", "result"))


INCOMING = Register(
    Incoming,
    key="incoming",
    label="收文",
    title=Incoming.title,
    sections=(
        Section(
            "收文登记",
            (
                Field(Incoming.number, "收文号", listed=True, searched=True, auto=True),
                Field(Incoming.received, "收文日期", listed=True),
                Field(Incoming.sender, "来文单位", listed=True, searched=True),
                Field(Incoming.doc_no, "来文字号", listed=True, searched=True),
                Field(Incoming.title, "标题", listed=True, searched=True),
                Field(Incoming.copies, "份数", listed=True),
                Field(Incoming.secrecy, "密级", help="秘密、机密、绝密件只登记纸质登记簿页号", listed=True),
                Field(Incoming.urgency, "紧急程度", listed=True),
                Field(Incoming.office, "承办机构", listed=True),
                Field(Incoming.handler, "承办人", listed=True, searched=True),
                Field(Incoming.receipt, "签收人", listed=True),
                Field(Incoming.due, "办结期限", help="要求办结的最后一天", listed=True),
                Field(Incoming.done, "办结日期", listed=True),
                Field(Incoming.archive_no, "归档号", listed=True, searched=True),
            ),
        ),
        Section(
            "文件情况",
            (
                Field(Incoming.channel, "来文渠道"),
                Field(Incoming.co_offices, "协办机构"),
                Field(Incoming.kind, "文种"),
                Field(Incoming.paper_book, "纸质登记簿页号"),
                Field(Incoming.handling, "办理类别"),
                Field(Incoming.village, "上报村(社区)"),
                Field(Incoming.dated, "成文日期"),
                Field(Incoming.pages, "页数"),
            ),
        ),
        Section(
            "拟办与批示",
            (
                Field(Incoming.leader, "呈送领导"),
                Field(Incoming.proposal, "拟办意见"),
                Field(Incoming.proposer, "拟办人"),
                Field(Incoming.proposed, "拟办日期"),
                Field(Incoming.instruction, "领导批示", searched=True),
                Field(Incoming.instructed, "批示日期"),
            ),
        ),
        Section(
            "参会",
            (
                Field(Incoming.meeting_date, "参会日期"),
                Field(Incoming.meeting_time, "参会时间"),
                Field(Incoming.meeting_place, "参会地点"),
                Field(Incoming.attendees, "参会人"),
                Field(Incoming.roster_sent, "已报名单"),
            ),
        ),
        Section(
            "办理与归档",
            (
                Field(Incoming.given_back, "清退日期"),
                Field(Incoming.result, "办理结果", searched=True),
                Field(Incoming.reply, "复文"),
                Field(Incoming.archived, "归档日期"),
                Field(Incoming.retention, "保管期限"),
                Field(
                    Incoming.circulation,
                    "传阅",
                    columns=(
                        Field(IncomingCirculation.reader, "传阅人"),
                        Field(IncomingCirculation.sent, "送阅日期"),
                        Field(IncomingCirculation.read, "阅文日期"),
                        Field(IncomingCirculation.note, "批注"),
                    ),
                ),
                Field(
                    Incoming.reminders,
                    "催办",
                    columns=(
                        Field(IncomingReminder.date, "催办日期"),
                        Field(IncomingReminder.by, "催办人"),
                        Field(IncomingReminder.answer, "答复情况"),
                    ),
                ),
            ),
        ),
    ),
    dated=Incoming.received,
    landscape=True,
    purpose="登记每件来文的来文单位、文号、标题和承办人，收文号自动编排，办理期限到期提醒。",
    check=check,
    numbers=numbers,
)
