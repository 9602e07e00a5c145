"""A printed register (台账) as frozen values: what stands on the pages of the bound book, whatever draws them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.kinds import trimmed
from app.reports.document import Align


@dataclass(frozen=True)
class SheetColumn:
    """One column of the book: its head, its share of the width, and whether page and running totals stand under it."""

    label: str
    width: float = 1.0
    align: Align = "left"
    total: bool = False
    money: bool = True
    """Whether its totals are yuan with two decimals, or counts as they are."""

    def shown_total(self, sum_: Decimal) -> str:
        """A total under the column: 1,234.50 of money, 12 or 7.5 of a count."""
        return shown_amount(sum_) if self.money else trimmed(sum_)


@dataclass(frozen=True)
class SheetRow:
    """One record as printed, with the exact amounts under the columns that are added up."""

    cells: tuple[str, ...]
    """Shown texts, one for each column."""
    amounts: tuple[Decimal | None, ...] = ()
    """One for each column with ``total``, in their order; None adds nothing."""
    part: str = ""
    """The part of the book to which it belongs, such as «3月»; a 小计 stands after the last record of a part."""


@dataclass(frozen=True)
class Sheet:
    """A register ready for printing; rows may be made while they are printed, so that a long book needs no memory."""

    title: str
    columns: tuple[SheetColumn, ...]
    rows: Iterable[SheetRow]
    unit_line: str = ""
    """Left above the table: «编制单位：…»."""
    period_line: str = ""
    """Right above the table: the range of dates."""
    landscape: bool = True
    first_row: int = 1
    """The ruled line of the first page at which printing begins. Above 1 the first sheet of paper is printed already:
    only the texts of the records are put on it, without title, rules, totals and page number."""
    first_page: int = 1
    """Number of the first page, when a bound book is continued."""
    brought_forward: tuple[Decimal, ...] = ()
    """Running totals of the pages before, one for each column with ``total``."""
    counted: str = ""
    """What a record is called in the totals, such as 批; without it records are not counted there."""
    brought_records: int = 0
    """Records of the pages before, where they are counted."""
    begun_part: str = ""
    """The part that was begun on the pages before, with its totals and records so far."""
    begun_amounts: tuple[Decimal, ...] = ()
    begun_records: int = 0
    closes: bool = True
    """Whether the last part ends with the last row; else its 小计 is left to the pages that follow."""
    maker: str = ""
    checker: str = ""

    @property
    def totals(self) -> tuple[int, ...]:
        """Positions of the columns that are added up."""
        return tuple(position for position, column in enumerate(self.columns) if column.total)


def shown_amount(amount: Decimal) -> str:
    """Yuan as written in a money column: 1,234.50."""
    return f"{amount:,.2f}"


@dataclass(frozen=True)
class Printed:
    """What was printed: sheets of paper, and where the bound book ends."""

    pages: int
    """Sheets in the file."""
    page: int
    """Number of the last page, as written at its foot."""
    row: int
    """The ruled line of that page at which the next record goes on; one more than it has where it is full."""
