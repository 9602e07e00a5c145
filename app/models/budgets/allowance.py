"""Allowances (津贴补贴)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Money, Record, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.people.staff import Staff


class Allowance(Record):
    """One payment to one person."""

    __tablename__ = "allowance"

    date: Mapped[Day]
    staff_id: Mapped[int] = link("staff")
    item: Mapped[Line]
    amount: Mapped[Money]
    basis: Mapped[Line | None]
    approver_id: Mapped[int | None] = link("staff")
    staff: Mapped[Staff] = relationship(foreign_keys=[staff_id])
    approver: Mapped[Staff | None] = relationship(foreign_keys=[approver_id])


ALLOWANCE = Register(
    Allowance,
    key="allowance",
    label="津贴补贴",
    title=Allowance.item,
    sections=(
        Section(
            "发放",
            (
                Field(Allowance.date, "发放日期", listed=True),
                Field(Allowance.staff, "姓名", listed=True, searched=True),
                Field(Allowance.item, "项目", listed=True, searched=True),
                Field(Allowance.amount, "金额(元)", unit="元", listed=True),
                Field(Allowance.basis, "政策依据", listed=True, searched=True),
                Field(Allowance.approver, "批准人", listed=True),
            ),
        ),
    ),
    dated=Allowance.date,
    purpose="登记津贴补贴的发放项目、金额和政策依据。",
)
