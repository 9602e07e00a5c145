"""The limit that an invoice is not paid twice (发票管理办法)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sqlalchemy import and_, func, or_, select

from app.kinds import narrow
from app.models.budgets.expense import Expense
from app.rules.rule import Reference, Remark, broken, fields, rule, told
from app.rules.scope import Scope
from app.rules.views import View

MARKS = re.compile(r"[、,，;；/\n]+")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def numbers_in(text: str | None) -> list[str]:
    """The invoice numbers in a field, spaces dropped and full-width digits narrowed."""
    if not text:
        return []
    if text.isascii() and text.isalnum():
        return [text]
    bare = re.sub(r"\s+", "", narrow(text))
    return [number for number in MARKS.split(bare) if number]


def all_invoices(scope: Scope) -> Mapping[str, list[int]]:
    """Number → expenses of any year that carry it."""
    found: dict[str, list[int]] = {}
    asked = select(Expense.id, Expense.invoice).where(
        Expense.trashed_at.is_(None), Expense.invoice.is_not(None), Expense.date <= scope.day
    )
    for record, text in scope.connection.execute(asked.order_by(Expense.id)):
        for number in numbers_in(text):
            found.setdefault(number, []).append(record)
    return found


def with_invoice(scope: Scope, number: str) -> list[int]:
    """Expenses of any year whose invoice field holds a number, however it is typed."""
    spaced = and_(func.instr(Expense.invoice, " ") > 0, func.instr(func.replace(Expense.invoice, " ", ""), number) > 0)
    wide = func.instr(Expense.invoice, number.translate(WIDE)) > 0
    alike = or_(func.instr(Expense.invoice, number) > 0, wide, spaced)
    asked = select(Expense.id, Expense.invoice).where(alike, Expense.trashed_at.is_(None))
    return [record for record, text in scope.connection.execute(asked) if number in numbers_in(text)]


@rule(
    "expense.duplicate_invoice",
    told("发票管理办法", "stop", "禁止", "发票", "同一发票不得重复报销。", source="国务院令第587号"),
    fields(Expense.invoice),
)
def no_invoice_is_paid_twice(expense: View, scope: Scope) -> Iterator[Remark]:
    """No two expenses of any year share the number of an invoice."""
    for number in numbers_in(expense.invoice):
        if scope.hand is None:
            same = [each for each in scope.once("invoices", lambda: all_invoices(scope))[number] if each < expense.id]
        else:
            same = [each for each in with_invoice(scope, number) if each != expense.id]
        if same:
            others: tuple[Reference, ...] = tuple(("expense", each) for each in same)
            what = f"发票{number}已报销过{len(same)}次"
            yield broken(what, "请核对，不得重复报销", "invoice", number, others=others)
