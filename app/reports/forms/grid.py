"""A paper form as frozen values: cells on a grid of columns, read from the top left as they stand on the paper.

Widths are shares of the page, heights are least heights in millimetres: a row grows with its texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from app.reports.document import Align
from app.reports.forms.lines import Line, Place, day_line, in_words
from app.reports.money_words import in_capitals

FormValue = str | Decimal | Sequence[Mapping[str, str]] | None
FormValues = Mapping[str, FormValue]
"""What a form is filled with, by field key: shown texts, money that is added up as Decimal, child rows as mappings."""

SIGNER = 4.0
"""Characters kept for a name at the foot of a signature box."""
WIDE_BOX = 4
"""Signature boxes of so many columns have more room for the day."""
PAGE_COUNT = "\ue000"
"""Stands in a place where the number of pages is to be written."""


@dataclass(frozen=True)
class Cell:
    """One cell; a signature box has its title above, an opinion, and at its foot the name and the day."""

    text: str = ""
    span: int = 1
    rows: int = 1
    kind: Literal["label", "value", "sign"] = "value"
    align: Align = "left"
    title: str = ""
    foot: str = ""
    ruled: float = 0.0
    """Millimetres from one line for writing to the next; 0: no lines."""


@dataclass(frozen=True)
class Row:
    """One row of cells, at least so many millimetres high; a cell of several rows is left out of the rows below it."""

    cells: tuple[Cell, ...]
    height: float = 9.0
    head: bool = False
    """Over repeated rows: stands again where they go on on another page."""


@dataclass(frozen=True)
class Form:
    """One form: title, lines above and below the table, and the table."""

    title: str
    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    left: str = ""
    right: str = ""
    below: str = ""
    """Under the table; several lines are parted by line ends."""
    per_sheet: int = 1
    """2: printed twice on one sheet, to be cut in the middle."""
    free_above: float = 0.0
    """Millimetres left free at the top of the first page, for the archive stamp."""
    red: bool = False
    """Title and rules are red."""
    record: str = ""
    """What the record is called, for a message about it."""

    @property
    def called(self) -> str:
        """Form and record as a message names them: 请假审批单（张三 2026-03-07）."""
        title = self.title.strip("　")
        return f"{title}（{self.record}）" if self.record else title


def label(text: str, span: int = 1, rows: int = 1, align: Align = "center") -> Cell:
    """Words printed on the form itself."""
    return Cell(text, span, rows, "label", align)


def value(text: str, span: int = 1, align: Align = "left", ruled: float = 0.0) -> Cell:
    """A place for what the record says, or for the pen, with lines for writing every ``ruled`` millimetres."""
    return Cell(text, span, 1, "value", align, ruled=ruled)


def sign(title: str, span: int = 1, opinion: str = "", name: str = "", day: str = "") -> Cell:
    """A signature box: title, opinion, name and «年 月 日»; ``day`` as it is stored."""
    foot = Line(Place(name, SIGNER), "　", day_line(day, wide=span >= WIDE_BOX))
    return Cell(opinion, span, 1, "sign", "left", title, foot)


def row(*cells: Cell, height: float = 9.0) -> Row:
    """One row of the grid."""
    return Row(cells, height)


def block(
    name: str,
    heads: Sequence[tuple[str, str, int]],
    records: Iterable[Mapping[str, str]],
    least: int,
    height: float = 7.5,
) -> list[Row]:
    """Repeated rows under a name that stands at their left: a head row, then one row a record, at least ``least``.

    ``heads`` gives key, label and span of each column.
    """
    lines = [tuple(value(in_words(record.get(key, "")), span) for key, _, span in heads) for record in records]
    lines += [tuple(value("", span) for _, _, span in heads)] * (least - len(lines))
    first = (label(name, rows=len(lines) + 1), *(label(words, span) for _, words, span in heads))
    return [Row(first, height, head=True), *(Row(line, height) for line in lines)]


@dataclass(frozen=True)
class Filling:
    """What a form is filled with; where a value is missing, a place for the pen."""

    values: FormValues

    def text(self, key: str, otherwise: str = "") -> str:
        """The shown text of a field; money with two decimals; ``otherwise`` where there is none."""
        found = self.values.get(key)
        if isinstance(found, Decimal):
            return f"{found:,.2f}"
        return found if isinstance(found, str) and found else otherwise

    def day(self, key: str) -> Line:
        """A day as forms write it: 2026年3月7日."""
        return day_line(self.text(key))

    def place(self, key: str, width: float = 0.0) -> Place:
        """The text of a field between printed words."""
        return Place(self.text(key), width)

    def records(self, key: str) -> Sequence[Mapping[str, str]]:
        """Child rows of a field; none where the field is empty."""
        found = self.values.get(key)
        return () if found is None or isinstance(found, (str, Decimal)) else found

    def pair(self, words: str, key: str, spans: tuple[int, int] = (2, 2), align: Align = "center") -> tuple[Cell, Cell]:
        """A label and the text of its field."""
        return label(words, spans[0]), value(self.text(key), spans[1], align)

    def day_pair(self, words: str, key: str, spans: tuple[int, int] = (2, 2)) -> tuple[Cell, Cell]:
        """A label and the day of its field."""
        return label(words, spans[0]), value(self.day(key), spans[1], "center")

    def money(self, key: str, span: int) -> Cell:
        """An amount at the right of its cell."""
        return value(self.text(key), span, "right")

    def total(self, keys: Sequence[str], spans: tuple[int, int]) -> tuple[Cell, Cell]:
        """The sum of these amounts in capitals and in figures; places for the pen where none is known."""
        amounts = [found for found in map(self.values.get, keys) if isinstance(found, Decimal)]
        sum_of_all = sum(amounts, Decimal(0))
        words, figures = (in_capitals(sum_of_all), f"{sum_of_all:,.2f}") if amounts else ("", "")
        return (
            value(Line("大写：人民币", Place(words)), spans[0]),
            value(Line("小写：￥", Place(figures)), spans[1]),
        )
