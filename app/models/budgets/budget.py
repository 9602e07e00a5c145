"""Budget lines of a year (预算)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Mapped

from app.kinds import MoneyKind, NumberKind
from app.models.base import Line, Record, SignedMoney, Whole, YesNo, choice
from app.models.register import Derived, Field, Register, Section, Surroundings


class Budget(Record):
    """One line of one year’s budget."""

    __tablename__ = "budget"

    year: Mapped[Whole]
    item: Mapped[Line]
    name: Mapped[Line]
    three_public: Mapped[str] = choice("非三公", "公务接待费", "公务用车购置", "公务用车运行维护", "因公出国(境)")
    special: Mapped[YesNo | None]
    amount: Mapped[SignedMoney]
    adjusted: Mapped[SignedMoney | None]


def spent(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, Decimal]:
    """What the expenses of each line add up to (已支出), in yuan."""
    from app.models.budgets.expense import Expense

    counted = Expense.budget_id.in_(ids), Expense.trashed_at.is_(None)
    found = select(Expense.budget_id, func.sum(Expense.amount).label("amount")).where(*counted)
    sums = {row.budget_id: row.amount for row in connection.execute(found.group_by(Expense.budget_id))}
    return {line: sums.get(line, Decimal("0.00")) for line in ids}


def granted(connection: Connection, ids: Sequence[int]) -> dict[int, Decimal]:
    """预算数 plus 调整数 of each line, in yuan."""
    found = select(Budget.id, Budget.amount, Budget.adjusted).where(Budget.id.in_(ids))
    return {line: amount + (adjusted or 0) for line, amount, adjusted in connection.execute(found)}


def left(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, Decimal]:
    """结余: what was granted and is not spent; negative where overdrawn."""
    paid, whole = spent(connection, ids, around), granted(connection, ids)
    return {line: whole[line] - paid[line] for line in whole}


def rate(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, Decimal | None]:
    """执行率 in per cent with one decimal; empty where nothing was granted."""
    paid, whole = spent(connection, ids, around), granted(connection, ids)

    def share(line: int) -> Decimal | None:
        if not whole[line]:
            return None
        return (paid[line] * 100 / whole[line]).quantize(Decimal("0.1"), ROUND_HALF_UP)

    return {line: share(line) for line in whole}


BUDGET = Register(
    Budget,
    key="budget",
    label="预算",
    title=Budget.name,
    sections=(
        Section(
            "预算",
            (
                Field(Budget.year, "年度", listed=True),
                Field(Budget.item, "经济分类科目", listed=True, searched=True),
                Field(Budget.name, "预算项目", listed=True, searched=True),
                Field(Budget.three_public, "三公类别", listed=True),
                Field(Budget.special, "专项列支", listed=True),
                Field(Budget.amount, "预算数(元)", unit="元", listed=True),
                Field(Budget.adjusted, "调整数(元)", unit="元", listed=True),
                Field(Derived("spent", MoneyKind(), spent), "已支出(元)", unit="元", listed=True, auto=True),
                Field(Derived("left", MoneyKind(negative=True), left), "结余(元)", unit="元", listed=True, auto=True),
                Field(Derived("rate", NumberKind(negative=True), rate), "执行率(%)", unit="%", listed=True, auto=True),
            ),
        ),
    ),
    dated=Budget.year,
    purpose="登记每年的预算项目、预算数和调整数，已支出、结余和执行率自动计算。",
)
