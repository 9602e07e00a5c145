"""Printed registers: the wanted records as the pages of a bound book, begun or gone on with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from sqlalchemy import Connection

from app.models import BY_KEY
from app.models.register import Register
from app.reports import registers
from app.reports.sheet import Printed
from app.services.desk import Desk
from app.services.exporting import Cancelled, Progress, Stopped
from app.services.listing import Wanted, ids_statement
from app.store.records import load, shown
from app.store.surroundings import Office

PAGE_ROWS = 400
"""Records asked for at once while a book is printed."""


def print_register(
    desk: Desk,
    wanted: Wanted,
    path: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    first_row: int = 1,
    first_page: int = 1,
    rows: tuple[int, int] | None = None,
) -> Printed:
    """Prints the wanted records as a bound book; where it ends."""
    from app.reports.render.pdf import write_register

    register = BY_KEY[wanted.register]
    with desk.store.read() as connection:
        ids = list(connection.execute(ids_statement(connection, wanted)).scalars())
        office = Office(connection, desk.today())
        before = ids[: rows[0] - 1] if rows else _earlier(connection, wanted) if first_page > 1 or first_row > 1 else []
        if rows is not None:
            ids = ids[rows[0] - 1 : rows[1]]
        sheet = registers.register_sheet(
            register,
            _printed_rows(connection, register, ids, office, desk.revealed.get(register.key, ()), progress, cancelled),
            office=office.settings.get("office", ""),
            start=wanted.start,
            end=wanted.end,
            first_row=first_row,
            first_page=first_page,
            brought_forward=_added_up(connection, register, before),
            maker=office.settings.get("maker", ""),
            checker=office.settings.get("checker", ""),
        )
        return write_register(sheet, path)


def _earlier(connection: Connection, wanted: Wanted) -> list[int]:
    """The records that stand before the period in the book of its year, when a bound book is continued."""
    if wanted.start is None or (wanted.start.month, wanted.start.day) == (1, 1):
        return []
    until = wanted.start - timedelta(days=1)
    before = replace(wanted, start=date(until.year, 1, 1), end=until)
    return list(connection.execute(ids_statement(connection, before)).scalars())


def _added_up(connection: Connection, register: Register, ids: Sequence[int]) -> tuple[Decimal, ...]:
    """The running totals of these records, one for each column that is added up."""
    keys = [field.key for field in registers.book_columns(register) if registers.is_added_up(register, field)]
    records = load(connection, register, ids) if keys else {}
    return tuple(sum((values[key] or Decimal(0) for values in records.values()), Decimal(0)) for key in keys)


def _printed_rows(
    connection: Connection,
    register: Register,
    ids: Sequence[int],
    office: Office,
    revealed: Collection[int],
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> Iterator[tuple[Sequence[str], Sequence[Decimal | None]]]:
    columns = registers.book_columns(register)
    added = [at for at, field in enumerate(columns) if registers.is_added_up(register, field)]
    for start in range(0, len(ids), PAGE_ROWS):
        if cancelled is not None and cancelled():
            raise Stopped
        some = ids[start : start + PAGE_ROWS]
        for cells in shown(connection, register, some, columns, office, revealed):
            yield cells, [_amount(cells[at]) for at in added]
        if progress is not None:
            progress(min(start + PAGE_ROWS, len(ids)), len(ids))


def _amount(cell: str) -> Decimal | None:
    """The exact amount behind a shown one; money is shown to the fen, so nothing is lost."""
    return Decimal(cell.replace(",", "")) if cell else None
