"""Plans for the next step (下步打算)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Line, Prose, Record, Whole, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.conduct.problem import Problem
    from app.models.people.office import Office


class NextStep(Record):
    """One plan for the coming year."""

    __tablename__ = "next_step"

    year: Mapped[Whole]
    order: Mapped[Whole | None]
    title: Mapped[Line]
    content: Mapped[Prose | None]
    office_id: Mapped[int | None] = link("office")
    answers_id: Mapped[int | None] = link("problem")
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    answers: Mapped[Problem | None] = relationship(foreign_keys=[answers_id])


NEXT_STEP = Register(
    NextStep,
    key="next_step",
    label="下步打算",
    title=NextStep.title,
    sections=(
        Section(
            "打算",
            (
                Field(NextStep.year, "年度", listed=True),
                Field(NextStep.order, "顺序", listed=True),
                Field(NextStep.title, "工作打算", listed=True, searched=True),
                Field(NextStep.content, "具体措施", listed=True, searched=True),
                Field(NextStep.office, "牵头机构", listed=True),
                Field(NextStep.answers, "针对问题"),
            ),
        ),
    ),
    dated=NextStep.year,
    purpose="登记下一年的工作打算和针对的问题，总结的下步打算从这里引用。",
)
