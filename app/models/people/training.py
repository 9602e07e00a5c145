"""Training classes (业务培训)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Money, Number, Record, Whole, choice, link, people_of, several
from app.models.register import Field, Misfit, Register, Section, Values

if TYPE_CHECKING:
    from app.models.people.staff import Staff
    from app.models.people.village import Village

TRAINING_MEMBERS = people_of("training", "members")


class Training(Record):
    """One class."""

    __tablename__ = "training"

    date: Mapped[Day]
    end: Mapped[Day | None]
    subject: Mapped[Line]
    kind: Mapped[str | None] = choice(
        "政策业务", "法律法规", "农业技术", "礼仪服务", "入党积极分子", "学历教育", "安全消防", "其他"
    )
    level: Mapped[str] = choice("省", "市", "县", "镇")
    organizer: Mapped[Line | None]
    audience: Mapped[str] = choice("机关干部", "村(社区)干部", "党员", "入党积极分子", "农民", "其他")
    trainees: Mapped[Whole]
    hours: Mapped[Number | None]
    village_id: Mapped[int | None] = link("village")
    cost: Mapped[Money | None]
    members: Mapped[list[Staff]] = several(TRAINING_MEMBERS)
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])


def check(values: Values) -> Iterator[Misfit]:
    """结束日期 does not lie before 开始日期."""
    if values.get("date") and values.get("end") and values["end"] < values["date"]:
        yield "end", "结束日期早于开始日期，请检查这两个日期。"


TRAINING = Register(
    Training,
    key="training",
    label="业务培训",
    title=Training.subject,
    sections=(
        Section(
            "培训",
            (
                Field(Training.date, "开始日期", listed=True),
                Field(Training.end, "结束日期", listed=True),
                Field(Training.subject, "培训内容", listed=True, searched=True),
                Field(Training.kind, "类别", listed=True),
                Field(Training.level, "级别", listed=True),
                Field(Training.organizer, "主办单位", listed=True),
                Field(Training.audience, "培训对象", listed=True),
                Field(Training.members, "参训人员", listed=True, searched=True),
                Field(Training.trainees, "参训人数", listed=True),
                Field(Training.hours, "学时", listed=True),
                Field(Training.village, "村(社区)", listed=True),
                Field(Training.cost, "费用(元)", unit="元", listed=True),
            ),
        ),
    ),
    dated=Training.date,
    landscape=True,
    purpose="登记每期业务培训的内容、级别、对象、人数和学时。",
    check=check,
)
