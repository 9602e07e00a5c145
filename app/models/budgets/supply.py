"""Supplies and assets (办公用品与资产)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Money, Number, Record, Whole, choice, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.budgets.expense import Expense
    from app.models.people.office import Office
    from app.models.people.staff import Staff


class Supply(Record):
    """One movement of one thing."""

    __tablename__ = "supply"

    date: Mapped[Day]
    action: Mapped[str] = choice("购入", "领用", "发放", "清退", "盘点")
    kind: Mapped[str] = choice("办公用品", "通用设备", "专用设备", "办公家具", "办公用房", "学习资料", "其他")
    name: Mapped[Line]
    quantity: Mapped[Number]
    unit: Mapped[Line]
    price: Mapped[Money | None]
    amount: Mapped[Money | None]
    holder_id: Mapped[int | None] = link("staff")
    office_id: Mapped[int | None] = link("office")
    standard: Mapped[Number | None]
    purchase: Mapped[str | None] = choice("统一采购", "自行采购", "不涉及")
    recipients: Mapped[Whole | None]
    corrected: Mapped[Day | None]
    disposed: Mapped[Day | None]
    expense_id: Mapped[int | None] = link("expense")
    holder: Mapped[Staff | None] = relationship(foreign_keys=[holder_id])
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    expense: Mapped[Expense | None] = relationship(foreign_keys=[expense_id])


SUPPLY = Register(
    Supply,
    key="supply",
    label="办公用品与资产",
    title=Supply.name,
    sections=(
        Section(
            "变动",
            (
                Field(Supply.date, "日期", listed=True),
                Field(Supply.action, "变动", listed=True),
                Field(Supply.kind, "类别", listed=True),
                Field(Supply.name, "名称", listed=True, searched=True),
                Field(Supply.quantity, "数量", listed=True),
                Field(Supply.unit, "单位", listed=True),
                Field(Supply.price, "单价(元)", unit="元", listed=True),
                Field(Supply.amount, "金额(元)", unit="元", listed=True),
                Field(Supply.holder, "使用人", listed=True, searched=True),
                Field(Supply.office, "使用机构", listed=True),
                Field(Supply.standard, "配备标准", listed=True),
                Field(Supply.purchase, "采购方式", listed=True),
                Field(Supply.recipients, "领取人数", listed=True),
                Field(Supply.corrected, "超标整改日期", listed=True),
            ),
        ),
        Section(
            "处置与对应支出",
            (
                Field(Supply.disposed, "处置日期"),
                Field(Supply.expense, "对应支出"),
            ),
        ),
    ),
    dated=Supply.date,
    landscape=True,
    purpose="登记办公用品、设备、家具、用房和学习资料的购入、领用、发放和盘点。",
)
