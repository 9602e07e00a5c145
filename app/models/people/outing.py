"""Trips for study, investment and training (外出考察培训)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Money, Record, YesNo, choice, link, people_of, several
from app.models.register import Field, Misfit, Register, Section, Values

if TYPE_CHECKING:
    from app.models.people.staff import Staff

OUTING_MEMBERS = people_of("outing", "members", required=True)


class Outing(Record):
    """One trip of one or several people."""

    __tablename__ = "outing"

    date: Mapped[Day]
    end: Mapped[Day | None]
    kind: Mapped[str] = choice(
        "考察学习", "招商引资", "重大交流", "业务培训", "研讨论坛", "公务出差", "节庆活动", "挂职锻炼", "其他"
    )
    destination: Mapped[Line]
    purpose: Mapped[Line]
    approver_id: Mapped[int | None] = link("staff")
    upper_consent: Mapped[YesNo | None]
    consent_no: Mapped[Line | None]
    consent_date: Mapped[Day | None]
    cost: Mapped[Money | None]
    result: Mapped[Line | None]
    abroad: Mapped[YesNo | None]
    within_county: Mapped[YesNo | None]
    work_related: Mapped[YesNo]
    scenic: Mapped[YesNo | None]
    members: Mapped[list[Staff]] = several(OUTING_MEMBERS)
    approver: Mapped[Staff | None] = relationship(foreign_keys=[approver_id])


def check(values: Values) -> Iterator[Misfit]:
    """返回日期 does not lie before 出发日期."""
    if values.get("date") and values.get("end") and values["end"] < values["date"]:
        yield "end", "返回日期早于出发日期，请检查这两个日期。"


OUTING = Register(
    Outing,
    key="outing",
    label="外出考察培训",
    title=Outing.destination,
    sections=(
        Section(
            "外出",
            (
                Field(Outing.date, "出发日期", listed=True),
                Field(Outing.end, "返回日期", listed=True),
                Field(Outing.members, "人员", listed=True, searched=True),
                Field(Outing.kind, "类别", listed=True),
                Field(Outing.destination, "目的地", listed=True, searched=True),
                Field(Outing.purpose, "事由", listed=True, searched=True),
                Field(Outing.approver, "批准人", listed=True),
                Field(Outing.upper_consent, "县委县政府同意", listed=True),
                Field(Outing.consent_no, "同意文号", listed=True),
                Field(Outing.consent_date, "同意日期", listed=True),
                Field(Outing.cost, "费用(元)", unit="元", listed=True),
                Field(Outing.result, "成果", listed=True, searched=True),
            ),
        ),
        Section(
            "规定事项",
            (
                Field(Outing.abroad, "因公出国(境)"),
                Field(Outing.within_county, "县内"),
                Field(Outing.work_related, "与工作有关"),
                Field(Outing.scenic, "涉及风景名胜区"),
            ),
        ),
    ),
    dated=Outing.date,
    landscape=True,
    purpose="登记外出考察、招商、培训和出差的人员、事由、批准和成果。",
    check=check,
)
