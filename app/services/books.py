"""Printed registers: which columns the office's book has, and the wanted records as its pages, begun or continued."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app import kinds
from app.kinds import narrow
from app.models import BY_KEY
from app.models.register import Field, Register
from app.reports import registers
from app.reports.registers import BookColumn, BookLayout, BookRow, Brought
from app.reports.sheet import Printed
from app.services.desk import Desk
from app.services.exporting import Cancelled, Progress, Stopped
from app.services.listing import Wanted, ids_statement
from app.store.records import HIDDEN, shown
from app.store.surroundings import Office

PAGE_ROWS = 400
"""Records asked for at once while a book is printed."""
SETTING = "book:"
"""Beginning of the setting that holds a register's own columns."""


class CannotPrintBook(ValueError):
    """The book cannot be printed as asked; the message is one Chinese sentence."""


def layout_of(desk: Desk, register: Register) -> BookLayout:
    """The office's own columns of a book, or the usual ones; what a later version no longer has is passed over."""
    kept = desk.setting(f"{SETTING}{register.key}")
    if not kept:
        return registers.usual_layout(register)
    columns = tuple(column for told in kept["columns"] if (column := _read_column(register, told)))
    return BookLayout(columns, bool(kept["landscape"])) if columns else registers.usual_layout(register)


def _read_column(register: Register, told: Mapping[str, Any]) -> BookColumn | None:
    key, label, width = str(told.get("key", "")), str(told.get("label", "")), float(told.get("width", 0) or 0)
    known = not key or (key in register.by_key and registers.may_stand(register.by_key[key]))
    return BookColumn(key, label, width) if known and (key or label) else None


def keep_layout(desk: Desk, register: Register, layout: BookLayout) -> None:
    """The book has these columns from now on, for everyone who prints it; the usual ones leave no trace."""
    told: dict[str, Any] | None = {
        "columns": [{"key": each.key, "label": each.label, "width": each.width} for each in layout.columns],
        "landscape": layout.landscape,
    }
    desk.set_setting(f"{SETTING}{register.key}", None if layout == registers.usual_layout(register) else told)


def chosen_layout(register: Register, words: str) -> BookLayout:
    """The columns named by their keys or labels, separated by commas; CannotPrintBook for one that there is not."""
    named = {narrow(field.label): field for field in register.fields} | register.by_key
    columns = []
    for word in filter(None, (each.strip() for each in re.split("[,，、]", words))):
        field = named.get(narrow(word))
        if field is None or not registers.may_stand(field):
            told = "、".join(each.label for each in register.fields if registers.may_stand(each))
            raise CannotPrintBook(f"{register.label}没有「{word}」这一栏，可以印的有：{told}。")
        columns.append(BookColumn(field.key))
    if not columns:
        raise CannotPrintBook("请写明要印的栏目，用逗号隔开，如 序号,日期,标题。")
    return BookLayout(tuple(columns), register.landscape)


def print_register(
    desk: Desk,
    wanted: Wanted,
    path: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    first_row: int = 1,
    first_page: int = 1,
    rows: tuple[int, int] | None = None,
    layout: BookLayout | None = None,
) -> Printed:
    """Prints the wanted records as a bound book, in the office's own columns; where it ends.

    CannotPrintBook where something was asked for and there is no record of it; the whole of an empty register is a
    page of ruled lines. Stopped where it was cancelled: no file is left.
    """
    from app.reports.render.pdf import PrintCancelled, write_register

    register = BY_KEY[wanted.register]
    layout = layout or layout_of(desk, register)
    with desk.store.read() as connection:
        ids = list(connection.execute(ids_statement(connection, wanted)).scalars())
        office = Office(connection, desk.today())
        before = ids[: rows[0] - 1] if rows else _earlier(connection, wanted) if first_page > 1 or first_row > 1 else []
        if rows is not None:
            ids = ids[rows[0] - 1 : rows[1]]
        if not ids and (is_narrowed(wanted) or rows is not None):
            raise CannotPrintBook(f"这个范围里{register.label}没有记录，没有打印；请换一个范围。")

        def rows_of(some: Sequence[int], heard: Progress | None = None) -> Iterator[BookRow]:
            shut = desk.revealed.get(register.key, ())
            return _printed_rows(connection, register, some, office, shut, layout, heard, cancelled)

        opening = next(rows_of(ids[:1]), None)
        sheet = registers.register_sheet(
            register,
            rows_of(ids, progress),
            layout,
            office=office.settings.get("office", ""),
            start=wanted.start,
            end=wanted.end,
            first_row=first_row,
            first_page=first_page,
            brought=_brought(
                rows_of(before), opening.day if opening else None, len(registers.added_up(register, layout))
            ),
            maker=office.settings.get("maker", ""),
            checker=office.settings.get("checker", ""),
        )
        try:
            return write_register(sheet, path, cancelled=cancelled)
        except PrintCancelled as cancel:
            raise Stopped from cancel


def is_narrowed(wanted: Wanted) -> bool:
    """Whether less than the whole register or a whole year of it was asked for."""
    whole = wanted.start is None and wanted.end is None
    if wanted.start and wanted.end:
        first, last = wanted.start, wanted.end
        whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
    return not whole or bool(wanted.find or wanted.filters or wanted.only)


def _earlier(connection: Connection, wanted: Wanted) -> list[int]:
    """The records that stand before the period in the book of its year, when a bound book is continued."""
    if wanted.start is None or (wanted.start.month, wanted.start.day) == (1, 1):
        return []
    until = wanted.start - timedelta(days=1)
    before = replace(wanted, start=date(until.year, 1, 1), end=until)
    return list(connection.execute(ids_statement(connection, before)).scalars())


def _brought(before: Iterable[BookRow], first_day: date | None, width: int) -> Brought:
    """Totals of the rows before, and of those among them that are of the first record's month."""
    rows = list(before)
    month = [row for row in rows if row.day and first_day and (row.day.year, row.day.month) == _month(first_day)]
    part = f"{first_day.month}月" if first_day and month else ""
    return Brought(_sums(rows, width), len(rows), part, _sums(month, width), len(month))


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _sums(rows: Sequence[BookRow], width: int) -> tuple[Decimal, ...]:
    return tuple(sum((row.amounts[at] or Decimal(0) for row in rows), Decimal(0)) for at in range(width))


def _printed_rows(
    connection: Connection,
    register: Register,
    ids: Sequence[int],
    office: Office,
    revealed: Collection[int],
    layout: BookLayout,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> Iterator[BookRow]:
    fields = registers.fields_of(register, layout)
    asked = [field for field in fields if field is not None]
    added = registers.added_up(register, layout)
    dated = _dated(register)
    asked_too = [*asked, *((dated,) if dated else ())]
    for start in range(0, len(ids), PAGE_ROWS):
        if cancelled is not None and cancelled():
            raise Stopped
        some = ids[start : start + PAGE_ROWS]
        for texts in shown(connection, register, some, asked_too, office, revealed):
            told = iter(texts)
            cells = ["" if field is None else next(told) for field in fields]
            day = _day_of(texts[-1]) if dated else None
            yield BookRow(cells, [_amount(cells[at]) for at in added], day)
        if progress is not None:
            progress(min(start + PAGE_ROWS, len(ids)), len(ids))


def _dated(register: Register) -> Field | None:
    field = register.by_key.get(register.dated_key or "")
    return field if field is not None and isinstance(field.kind, kinds.DayKind) else None


def _day_of(shown_day: str) -> date | None:
    return date.fromisoformat(shown_day) if shown_day else None


def _amount(cell: str) -> Decimal | None:
    """The exact amount behind a shown one; money is shown to the fen, so nothing is lost; nothing of a hidden one."""
    return Decimal(cell.replace(",", "")) if cell and cell != HIDDEN else None
