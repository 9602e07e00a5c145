"""How the bound book of a register differs from the plain one: columns for the pen, what is added up, 小计.

Contents after the paper books of an office (norms §4): most registers need no design of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


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
    widths: Mapping[str, float] = field(default_factory=dict)
    """Field → its share, where that of its kind does not suit what stands in it."""


PLAIN = Design()
DESIGNS: dict[str, Design] = {
    "assistance": Design("帮扶活动台账", months=True),
    "branch": Design("党支部一览表"),
    "budget": Design("预算执行情况表", widths={"item": 2.0, "name": 1.6, "three_public": 1.2, "special": 0.8}),
    "certificate": Design(pen=("领取人签字",)),
    "donation": Design(added=("donors",)),
    "expense": Design("经费支出台账", months=True, widths={"voucher": 1.2, "payment": 0.95, "nature": 0.95}),
    "household": Design("帮扶台账", widths={"name": 1.0, "village": 1.1}),
    "incoming": Design(widths={"sender": 1.9, "doc_no": 2.3, "receipt": 1.0, "archive_no": 1.2}),
    "income": Design("经费收入台账", months=True, widths={"voucher": 1.1}),
    "leave": Design(pen=("销假签字",), added=("days",)),
    "metric": Design("统计指标表"),
    "named_list": Design("专项清单"),
    "next_step": Design("下步打算表"),
    "office": Design("内设机构一览表"),
    "opinion": Design("意见建议征集台账"),
    "outgoing": Design(widths={"number": 2.7, "receipt": 1.0, "to": 1.9, "cc": 1.3}),
    "petition": Design(widths={"name": 1.0, "village": 1.15}),
    "press": Design(widths={"issue": 0.9, "author": 1.1, "title": 2.4}),
    "project": Design("惠民实事与项目台账"),
    "reception": Design(added=("guests_count", "companions"), months=True, counted="批"),
    "seal": Design(pen=("用印人签字",), widths={"applicant": 1.0, "doc_no": 2.3, "title": 2.4}),
    "staff": Design("干部职工花名册", widths={"name": 1.0, "post": 1.6, "duty_class": 1.4}),
    "supply": Design("办公用品与资产台账", widths={"unit": 0.75, "holder": 1.0, "name": 1.9}),
    "team": Design(widths={"head": 1.0, "head_post": 1.2, "deputies": 1.4, "office_head": 1.0, "name": 2.4}),
    "training": Design(widths={"members": 2.6, "subject": 2.0}),
    "vehicle": Design("公务用车台账"),
    "vehicle_use": Design(pen=("用车人签字",), added=("km",), months=True),
    "village": Design("村（社区）基本情况表"),
    "visit": Design(
        "下村走访（民情日记）台账",
        added=("days", "households"),
        widths={"village": 1.2, "village_sign": 1.0, "hosts": 1.5},
    ),
    "visitor": Design(added=("persons",), counted="批", widths={"name": 1.0, "village": 1.3, "handling": 1.0}),
}


def design_of(register: str) -> Design:
    """The design of a register's book."""
    return DESIGNS.get(register, PLAIN)
