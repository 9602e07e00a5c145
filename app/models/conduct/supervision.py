"""Matters under supervision (督办与任务分解)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Prose, Record, Row, YesNo, choice, link, parent, rows_of
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.documents.incoming import Incoming
    from app.models.meetings.meeting import Meeting
    from app.models.people.office import Office
    from app.models.people.staff import Staff


class Supervision(Record):
    """One matter, from listing to completion."""

    __tablename__ = "supervision"

    date: Mapped[Day]
    source: Mapped[str] = choice("上级交办", "领导批示", "会议议定", "年度任务分解", "专项创建任务", "督查反馈", "其他")
    matter: Mapped[Line]
    target: Mapped[Line | None]
    leader_id: Mapped[int | None] = link("staff")
    office_id: Mapped[int] = link("office")
    handler_id: Mapped[int | None] = link("staff")
    due: Mapped[Day | None]
    progress: Mapped[Prose | None]
    done: Mapped[Day | None]
    feedback: Mapped[Day | None]
    deployed: Mapped[YesNo | None]
    checked: Mapped[YesNo | None]
    assessed: Mapped[YesNo | None]
    meeting_id: Mapped[int | None] = link("meeting")
    incoming_id: Mapped[int | None] = link("incoming")
    leader: Mapped[Staff | None] = relationship(foreign_keys=[leader_id])
    office: Mapped[Office] = relationship(foreign_keys=[office_id])
    handler: Mapped[Staff | None] = relationship(foreign_keys=[handler_id])
    meeting: Mapped[Meeting | None] = relationship(foreign_keys=[meeting_id])
    incoming: Mapped[Incoming | None] = relationship(foreign_keys=[incoming_id])
    reminders: Mapped[list[SupervisionReminder]] = rows_of("SupervisionReminder")


class SupervisionReminder(Row):
    """One row of 催办."""

    __tablename__ = "supervision_reminders"

    supervision_id: Mapped[int] = parent("supervision")
    date: Mapped[Day]
    answer: Mapped[Line | None]


SUPERVISION = Register(
    Supervision,
    key="supervision",
    label="督办与任务分解",
    title=Supervision.matter,
    sections=(
        Section(
            "督办",
            (
                Field(Supervision.date, "立项日期", listed=True),
                Field(Supervision.source, "来源", listed=True),
                Field(Supervision.matter, "督办事项", listed=True, searched=True),
                Field(Supervision.target, "目标要求", listed=True, searched=True),
                Field(Supervision.leader, "责任领导", listed=True),
                Field(Supervision.office, "责任机构", listed=True),
                Field(Supervision.handler, "责任人", listed=True, searched=True),
                Field(Supervision.due, "完成时限", listed=True),
                Field(Supervision.progress, "进展情况", listed=True, searched=True),
                Field(Supervision.done, "完成日期", listed=True),
                Field(Supervision.feedback, "反馈日期", listed=True),
            ),
        ),
        Section(
            "同部署同检查同考核",
            (
                Field(Supervision.deployed, "同部署"),
                Field(Supervision.checked, "同检查"),
                Field(Supervision.assessed, "同考核"),
                Field(Supervision.meeting, "对应会议"),
                Field(Supervision.incoming, "对应收文"),
                Field(
                    Supervision.reminders,
                    "催办",
                    columns=(
                        Field(SupervisionReminder.date, "催办日期"),
                        Field(SupervisionReminder.answer, "答复情况"),
                    ),
                ),
            ),
        ),
    ),
    dated=Supervision.date,
    landscape=True,
    purpose="登记上级交办、领导批示、会议议定和年度分解的任务，到期提醒，催办留痕。",
)
