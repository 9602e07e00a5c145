"""What is made public (公开公示)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Record, Whole, YesNo, choice, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.documents.outgoing import Outgoing
    from app.models.meetings.meeting import Meeting
    from app.models.people.village import Village


class Disclosure(Record):
    """One publication."""

    __tablename__ = "disclosure"

    date: Mapped[Day]
    kind: Mapped[str] = choice(
        "政府收支", "三公经费", "公务接待费用", "党务", "政务", "村务", "校务", "重大决策", "干部考核", "其他"
    )
    year: Mapped[Whole]
    quarter: Mapped[str] = choice("全年", "一季度", "二季度", "三季度", "四季度", "不分期")
    place: Mapped[str] = choice("职工大会", "公示栏", "网站", "会议", "其他")
    content: Mapped[Line | None]
    village_id: Mapped[int | None] = link("village")
    meeting_id: Mapped[int | None] = link("meeting")
    document_id: Mapped[int | None] = link("outgoing")
    guide: Mapped[YesNo | None]
    procedure: Mapped[YesNo | None]
    time_limit: Mapped[YesNo | None]
    renew_by: Mapped[Day | None]
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])
    meeting: Mapped[Meeting | None] = relationship(foreign_keys=[meeting_id])
    document: Mapped[Outgoing | None] = relationship(foreign_keys=[document_id])


DISCLOSURE = Register(
    Disclosure,
    key="disclosure",
    label="公开公示",
    title=Disclosure.content,
    sections=(
        Section(
            "公开",
            (
                Field(Disclosure.date, "公开日期", listed=True),
                Field(Disclosure.kind, "类别", listed=True),
                Field(Disclosure.year, "所属年度", listed=True),
                Field(Disclosure.quarter, "所属期间", listed=True),
                Field(Disclosure.place, "公开方式", listed=True),
                Field(Disclosure.content, "公开内容", listed=True, searched=True),
                Field(Disclosure.village, "村(社区)", listed=True),
                Field(Disclosure.meeting, "公布会议", listed=True),
                Field(Disclosure.document, "对应公文", listed=True),
            ),
        ),
        Section(
            "政务公开要素",
            (
                Field(Disclosure.guide, "办事指南"),
                Field(Disclosure.procedure, "办事程序"),
                Field(Disclosure.time_limit, "办理时限"),
                Field(Disclosure.renew_by, "应更新日期"),
            ),
        ),
    ),
    dated=Disclosure.date,
    also_dated=(Disclosure.year,),
    purpose="登记政府收支、三公经费、村务等公开公示的时间、方式和所属期间。",
)
