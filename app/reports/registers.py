"""Any register as a printed book: which columns, how wide, which are added up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from app import kinds
from app.models.register import Field, Register
from app.reports.book_designs import design_of
from app.reports.document import Align
from app.reports.sheet import Sheet, SheetColumn, SheetRow

WIDTHS: dict[type[kinds.Kind], float] = {
    kinds.LineKind: 1.7,
    kinds.ProseKind: 2.4,
    kinds.DayKind: 0.95,
    kinds.ClockKind: 0.8,
    kinds.MomentKind: 1.3,
    kinds.WholeKind: 0.65,
    kinds.NumberKind: 0.7,
    kinds.MoneyKind: 1.25,
    kinds.YesNoKind: 0.6,
    kinds.ChoiceKind: 0.95,
    kinds.ReferenceKind: 1.05,
    kinds.ReferencesKind: 1.5,
}
NARROW_LINES = {
    "phone": 1.3,
    "voucher": 0.9,
    "receipt": 0.8,
    "archive_no": 0.9,
    "doc_no": 1.9,
    "number": 0.9,
    "grade": 0.8,
}
"""Lines whose content is short."""
TITLE_WIDTH = 2.6
PEN_WIDTH = 1.1


@dataclass(frozen=True)
class BookColumn:
    """One column of a book: a field of the register, or an empty one for the pen under a head of its own."""

    key: str = ""
    """Key of the field; empty for a column for the pen."""
    label: str = ""
    """Head of a column for the pen."""
    width: float = 0.0
    """Share of the page's width; 0 for what is usual."""


@dataclass(frozen=True)
class BookLayout:
    """Which columns stand in a book, in their order, and how its sheet lies."""

    columns: tuple[BookColumn, ...]
    landscape: bool


def usual_layout(register: Register) -> BookLayout:
    """The bound book: 序号, the catalogue's columns, what its design leaves for the pen, 备注."""
    fields = ("book_number", *(field.key for field in register.listed))
    pen = (BookColumn(label=label) for label in design_of(register.key).pen)
    return BookLayout((*(BookColumn(key) for key in fields), *pen, BookColumn("remarks")), register.landscape)


def may_stand(field: Field) -> bool:
    """Whether a field can be a column: child rows have sheets and forms of their own."""
    return not field.columns


def fields_of(register: Register, layout: BookLayout) -> tuple[Field | None, ...]:
    """The field of each column, None for the pen."""
    return tuple(register.by_key[column.key] if column.key else None for column in layout.columns)


def printed_columns(register: Register, layout: BookLayout) -> tuple[SheetColumn, ...]:
    """The columns as they are set."""
    pairs = zip(layout.columns, fields_of(register, layout), strict=True)
    return tuple(
        SheetColumn(chosen.label, chosen.width or PEN_WIDTH) if field is None else sheet_column(register, field, chosen)
        for chosen, field in pairs
    )


def added_up(register: Register, layout: BookLayout) -> tuple[int, ...]:
    """Positions of the columns that are added up."""
    columns = enumerate(fields_of(register, layout))
    return tuple(at for at, field in columns if field is not None and is_added_up(register, field))


def width_of(register: Register, field: Field) -> float:
    """A column's share of the page."""
    if own := design_of(register.key).widths.get(field.key):
        return own
    if field.key == register.title_key and isinstance(field.kind, (kinds.LineKind, kinds.ProseKind)):
        return TITLE_WIDTH if field.key == "title" else 1.9
    if field.key == "remarks":
        return 1.0
    if isinstance(field.kind, kinds.LineKind) and field.key in NARROW_LINES:
        return NARROW_LINES[field.key]
    return WIDTHS[type(field.kind)]


def is_added_up(register: Register, field: Field) -> bool:
    """Amounts are added up on every page, and counts that the book's design names; balances and averages are not."""
    left_out = ("per_head", "standard", "balance", "running", "left", "price")
    is_amount = isinstance(field.kind, kinds.MoneyKind) and field.key not in left_out
    return is_amount or field.key in design_of(register.key).added


def sheet_column(register: Register, field: Field, chosen: BookColumn) -> SheetColumn:
    """The printed column of a field."""
    right = field.kind.right_aligned and field.key not in ("book_number", "number", "year", "order")
    centred = isinstance(
        field.kind, (kinds.DayKind, kinds.ClockKind, kinds.ChoiceKind, kinds.YesNoKind, kinds.WholeKind)
    )
    align: Align = "right" if right else "center" if centred else "left"
    adds, money = is_added_up(register, field), isinstance(field.kind, kinds.MoneyKind)
    return SheetColumn(field.label, chosen.width or width_of(register, field), "right" if adds else align, adds, money)


def period_line(start: date | None, end: date | None) -> str:
    """«2025年», «2025年3月1日至2025年3月31日», or nothing."""
    if start is None and end is None:
        return ""
    if start and end and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return f"{start.year}年"
    told = [f"{day.year}年{day.month}月{day.day}日" if day else "" for day in (start, end)]
    return f"{told[0]}至{told[1]}" if all(told) else f"{told[0]}起" if start else f"截至{told[1]}"


def short_day(shown: str) -> str:
    """A day within one year's book: 03-07."""
    return shown[5:] if len(shown) == 10 and shown[4] == "-" else shown


@dataclass(frozen=True)
class BookRow:
    """One record for the book: shown texts, the exact amounts of the columns added up, and its day."""

    cells: Sequence[str]
    amounts: Sequence[Decimal | None] = ()
    day: date | None = None


@dataclass(frozen=True)
class Brought:
    """What the pages before come to, when a bound book is gone on with."""

    amounts: tuple[Decimal, ...] = ()
    records: int = 0
    part: str = ""
    """The month that was begun there, with its amounts and records so far."""
    part_amounts: tuple[Decimal, ...] = ()
    part_records: int = 0


NOTHING_BROUGHT = Brought()


def title_of(register: Register) -> str:
    """What the office calls the book: «收文登记簿», «干部职工花名册»; brackets in full width."""
    label = register.label.replace("(", "（").replace(")", "）")
    return design_of(register.key).title or f"{label}登记簿"


def register_sheet(
    register: Register,
    rows: Iterable[BookRow],
    layout: BookLayout,
    *,
    office: str,
    start: date | None,
    end: date | None,
    first_row: int = 1,
    first_page: int = 1,
    brought: Brought = NOTHING_BROUGHT,
    maker: str = "",
    checker: str = "",
) -> Sheet:
    """The register as a printed book."""
    one_year = bool(start and end and start.year == end.year)
    fields, design = fields_of(register, layout), design_of(register.key)
    days = {at for at, field in enumerate(fields) if field and isinstance(field.kind, kinds.DayKind)}
    short = days if one_year else set()

    def printed() -> Iterable[SheetRow]:
        for row in rows:
            cells = tuple(short_day(cell) if at in short else cell for at, cell in enumerate(row.cells))
            part = f"{row.day.month}月" if design.months and one_year and row.day else ""
            yield SheetRow(cells, tuple(row.amounts), part)

    return Sheet(
        title=title_of(register),
        columns=printed_columns(register, layout),
        rows=printed(),
        unit_line=f"单位：{office}" if office else "",
        period_line=period_line(start, end),
        landscape=layout.landscape,
        first_row=first_row,
        first_page=first_page,
        brought_forward=brought.amounts,
        counted=design.counted,
        brought_records=brought.records,
        begun_part=brought.part if design.months else "",
        begun_amounts=brought.part_amounts,
        begun_records=brought.part_records,
        closes=end is None or (end + timedelta(days=1)).day == 1,
        maker=maker,
        checker=checker,
    )


TYPE_WIDTH = {True: 260.0, False: 170.0}
"""Millimetres between the outer rules of a landscape and of a portrait sheet."""
NARROWEST = 6.5
"""Millimetres below which a column cannot be read: two characters of the smallest type, and their air."""


def too_narrow(register: Register, layout: BookLayout) -> tuple[str, ...]:
    """Heads of the columns that become too narrow to read on this sheet."""
    columns = printed_columns(register, layout)
    share = TYPE_WIDTH[layout.landscape] / (sum(column.width for column in columns) or 1)
    return tuple(column.label for column in columns if column.width * share < NARROWEST)
