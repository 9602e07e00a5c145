"""Any register as a printed book: which columns, how wide, which are added up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from app import kinds
from app.models.register import Field, Register
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


def book_columns(register: Register) -> tuple[Field, ...]:
    """The columns of the bound book: 序号, the catalogue's columns, 备注."""
    return (register.by_key["book_number"], *register.listed, register.by_key["remarks"])


def width_of(register: Register, field: Field) -> float:
    """A column's share of the page."""
    if field.key == register.title_key and isinstance(field.kind, (kinds.LineKind, kinds.ProseKind)):
        return TITLE_WIDTH if field.key == "title" else 1.9
    if field.key == "remarks":
        return 1.0
    if isinstance(field.kind, kinds.LineKind) and field.key in NARROW_LINES:
        return NARROW_LINES[field.key]
    return WIDTHS[type(field.kind)]


def is_added_up(register: Register, field: Field) -> bool:
    """Amounts are added up on every page; balances, standards and averages are not."""
    left_out = ("per_head", "standard", "balance", "running")
    return isinstance(field.kind, kinds.MoneyKind) and field.key not in left_out


def sheet_column(register: Register, field: Field) -> SheetColumn:
    """The printed column of a field."""
    right = field.kind.right_aligned and field.key not in ("book_number", "number", "year", "order")
    centred = isinstance(
        field.kind, (kinds.DayKind, kinds.ClockKind, kinds.ChoiceKind, kinds.YesNoKind, kinds.WholeKind)
    )
    align: Align = "right" if right else "center" if centred else "left"
    return SheetColumn(field.label, width_of(register, field), align, is_added_up(register, field))


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


def register_sheet(
    register: Register,
    rows: Iterable[tuple[Sequence[str], Sequence[Decimal | None]]],
    *,
    office: str,
    start: date | None,
    end: date | None,
    first_row: int = 1,
    first_page: int = 1,
    brought_forward: tuple[Decimal, ...] = (),
    maker: str = "",
    checker: str = "",
) -> Sheet:
    """The register as a printed book; ``rows`` are shown texts with the exact amounts of the columns added up."""
    columns = book_columns(register)
    one_year = bool(start and end and start.year == end.year)
    days = {at for at, field in enumerate(columns) if isinstance(field.kind, kinds.DayKind)} if one_year else set()

    def printed() -> Iterable[SheetRow]:
        for cells, amounts in rows:
            yield SheetRow(
                tuple(short_day(cell) if at in days else cell for at, cell in enumerate(cells)), tuple(amounts)
            )

    return Sheet(
        title=f"{register.label}登记簿" if not register.label.endswith(("台账", "登记", ")")) else register.label,
        columns=tuple(sheet_column(register, field) for field in columns),
        rows=printed(),
        unit_line=f"单位：{office}" if office else "",
        period_line=period_line(start, end),
        landscape=register.landscape,
        first_row=first_row,
        first_page=first_page,
        brought_forward=brought_forward,
        maker=maker,
        checker=checker,
    )
