"""Topics of study (调研课题)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Prose, Record, YesNo, link, people_of, several
from app.models.register import Field, Misfit, Register, Section, Values

if TYPE_CHECKING:
    from app.models.people.staff import Staff

RESEARCH_MEMBERS = people_of("research", "members")


class Research(Record):
    """One topic of one person."""

    __tablename__ = "research"

    date: Mapped[Day]
    staff_id: Mapped[int] = link("staff")
    title: Mapped[Line]
    key_topic: Mapped[YesNo]
    finished: Mapped[Day | None]
    outcome: Mapped[Prose | None]
    staff: Mapped[Staff] = relationship(foreign_keys=[staff_id])
    members: Mapped[list[Staff]] = several(RESEARCH_MEMBERS)


def check(values: Values) -> Iterator[Misfit]:
    """完成日期 does not lie before 立项日期."""
    if values.get("date") and values.get("finished") and values["finished"] < values["date"]:
        yield "finished", "完成日期早于立项日期，请检查这两个日期。"


RESEARCH = Register(
    Research,
    key="research",
    label="调研课题",
    title=Research.title,
    sections=(
        Section(
            "课题",
            (
                Field(Research.date, "立项日期", listed=True),
                Field(Research.staff, "负责人", listed=True, searched=True),
                Field(Research.title, "课题名称", listed=True, searched=True),
                Field(Research.key_topic, "重点课题", listed=True),
                Field(Research.members, "参与人员", listed=True),
                Field(Research.finished, "完成日期", listed=True),
                Field(Research.outcome, "成果转化", listed=True, searched=True),
            ),
        ),
    ),
    dated=Research.date,
    purpose="登记每名领导的调研课题、重点课题和成果转化。",
    check=check,
)
