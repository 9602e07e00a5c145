"""Reports and essays (调研报告与心得)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Record, Whole, choice, link, people_of, several
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.outreach.research import Research
    from app.models.people.staff import Staff

ESSAY_COAUTHORS = people_of("essay", "coauthors")


class Essay(Record):
    """One piece of one author."""

    __tablename__ = "essay"

    date: Mapped[Day]
    staff_id: Mapped[int] = link("staff")
    kind: Mapped[str] = choice("调研报告", "工作心得", "心得体会", "学习笔记", "其他")
    title: Mapped[Line]
    characters: Mapped[Whole | None]
    submitted: Mapped[Day | None]
    converted: Mapped[Day | None]
    outcome: Mapped[Line | None]
    award: Mapped[Line | None]
    topic_id: Mapped[int | None] = link("research")
    staff: Mapped[Staff] = relationship(foreign_keys=[staff_id])
    coauthors: Mapped[list[Staff]] = several(ESSAY_COAUTHORS)
    topic: Mapped[Research | None] = relationship(foreign_keys=[topic_id])


ESSAY = Register(
    Essay,
    key="essay",
    label="调研报告与心得",
    title=Essay.title,
    sections=(
        Section(
            "文章",
            (
                Field(Essay.date, "完成日期", listed=True),
                Field(Essay.staff, "作者", listed=True, searched=True),
                Field(Essay.kind, "类别", listed=True),
                Field(Essay.title, "题目", listed=True, searched=True),
                Field(Essay.characters, "字数", unit="字", listed=True),
                Field(Essay.submitted, "上交日期", listed=True),
                Field(Essay.converted, "转化日期", listed=True),
                Field(Essay.outcome, "转化情况", listed=True, searched=True),
                Field(Essay.award, "发表或获奖", listed=True, searched=True),
            ),
        ),
        Section(
            "合作与课题",
            (
                Field(Essay.coauthors, "合作者"),
                Field(Essay.topic, "对应课题"),
            ),
        ),
    ),
    dated=Essay.date,
    purpose="登记调研报告、工作心得和心得体会，篇数按人统计。",
)
