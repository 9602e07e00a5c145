"""How the bound book of a register differs from the plain one: columns for the pen, what is added up, 小计.

Contents after the paper books of an office (norms §4): most registers need no design of their own.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Design:
    """What one book has beside the catalogue's columns."""

    title: str = ""
    """What the office calls the book; empty for «…登记簿»."""
    pen: tuple[str, ...] = ()
    """Heads of columns that stay empty for signatures, before 备注."""
    added: tuple[str, ...] = ()
    """Counts that are added up besides the amounts of money."""
    months: bool = False
    """Whether a 小计 closes every month."""
    counted: str = ""
    """What a record is called in the totals: «12批»."""


PLAIN = Design()
DESIGNS: dict[str, Design] = {
    "assistance": Design("帮扶活动台账", months=True),
    "branch": Design("党支部一览表"),
    "budget": Design("预算执行情况表"),
    "certificate": Design(pen=("领取人签字",)),
    "donation": Design(added=("donors",)),
    "expense": Design("经费支出台账", months=True),
    "household": Design("帮扶台账"),
    "income": Design("经费收入台账", months=True),
    "leave": Design(pen=("销假签字",), added=("days",)),
    "metric": Design("统计指标表"),
    "named_list": Design("专项清单"),
    "next_step": Design("下步打算表"),
    "office": Design("内设机构一览表"),
    "opinion": Design("意见建议征集台账"),
    "project": Design("惠民实事与项目台账"),
    "reception": Design(added=("guests_count", "companions"), months=True, counted="批"),
    "seal": Design(pen=("用印人签字",)),
    "staff": Design("干部职工花名册"),
    "supply": Design("办公用品与资产台账"),
    "vehicle": Design("公务用车台账"),
    "vehicle_use": Design(pen=("用车人签字",), added=("km",), months=True),
    "village": Design("村（社区）基本情况表"),
    "visit": Design("下村走访（民情日记）台账", added=("days", "households")),
    "visitor": Design(added=("persons",), counted="批"),
}


def design_of(register: str) -> Design:
    """The design of a register's book."""
    return DESIGNS.get(register, PLAIN)
