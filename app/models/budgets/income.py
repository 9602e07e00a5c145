"""Income (收入)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Money, Record, choice, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.reception.reception import Reception


class Income(Record):
    """One receipt."""

    __tablename__ = "income"

    date: Mapped[Day]
    voucher: Mapped[Line | None]
    source: Mapped[str] = choice("财政拨款", "上级补助", "来宾缴纳生活费", "其他")
    summary: Mapped[Line]
    payer: Mapped[Line | None]
    amount: Mapped[Money]
    reception_id: Mapped[int | None] = link("reception")
    reception: Mapped[Reception | None] = relationship(foreign_keys=[reception_id])


INCOME = Register(
    Income,
    key="income",
    label="收入",
    title=Income.summary,
    sections=(
        Section(
            "收入",
            (
                Field(Income.date, "日期", listed=True),
                Field(Income.voucher, "凭证号", listed=True, searched=True),
                Field(Income.source, "来源", listed=True),
                Field(Income.summary, "摘要", listed=True, searched=True),
                Field(Income.payer, "付款单位", listed=True, searched=True),
                Field(Income.amount, "金额(元)", unit="元", listed=True),
            ),
        ),
        Section(
            "对应接待",
            (Field(Income.reception, "对应接待"),),
        ),
    ),
    dated=Income.date,
    purpose="登记财政拨款、上级补助和来宾缴纳的生活费等收入。",
)
