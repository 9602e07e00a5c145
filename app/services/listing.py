"""Which records stand in a table: by period, words, filters and order; first a page, then all their ids."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from app import kinds
from app.models import BY_KEY, REGISTERS
from app.models.base import Base
from app.models.register import Field, Register
from app.services.desk import Desk
from app.store import search
from app.store.records import layout_of, shown
from app.store.surroundings import Office

PAGE = 60


@dataclass(frozen=True)
class Wanted:
    """What a table shows of a register."""

    register: str
    find: str = ""
    start: date | None = None
    end: date | None = None
    filters: tuple[tuple[str, Any], ...] = ()
    """(field key, value): a choice's label, a record's id, or None for empty."""
    sort: str | None = None
    """Field key; the dating field where none is given."""
    descending: bool = True
    trashed: bool = False
    only: tuple[int, ...] = ()
    """Just these records, such as those behind a number; all where none is named."""


@dataclass(frozen=True)
class Page:
    """The first rows of a table, and whether there are more."""

    ids: array[int]
    rows: list[list[str]] = field(default_factory=list)
    more: bool = False


def columns_of(register: Register) -> tuple[Field, ...]:
    """The columns of table and printed register: 序号, then those that the catalogue lists."""
    return (register.by_key["book_number"], *register.listed)


def ids_statement(connection: Connection, wanted: Wanted) -> Select[int]:
    """The question for the ids, in order."""
    register = BY_KEY[wanted.register]
    table = layout_of(register.key).table
    statement = select(table.c.id)
    statement = statement.where(table.c.trashed_at.is_not(None) if wanted.trashed else table.c.trashed_at.is_(None))
    statement = _within(statement, register, wanted)
    for key, value in wanted.filters:
        column = register.by_key[key].column
        statement = statement.where(column.is_(None) if value is None else column == value)
    if wanted.only:
        statement = statement.where(table.c.id.in_(_named(wanted.only)))
    found = search.found(connection, register.key, wanted.find)
    if found is None:
        return statement.order_by(*_order(register, wanted))
    joined = statement.select_from(found.rows.join(table, table.c.id == found.record)).where(found.holds)
    return joined.order_by(*(_order(register, wanted) if wanted.sort else (found.newest_first,)))


def _named(ids: Sequence[int]) -> Any:
    """These ids as a table of their own, however many there are."""
    each = func.json_each(f"[{','.join(map(str, ids))}]").table_valued("value")
    return select(each.c.value)


def _within(statement: Select[int], register: Register, wanted: Wanted) -> Select[int]:
    if not register.dated_key or (wanted.start is None and wanted.end is None):
        return statement
    dated = register.by_key[register.dated_key]
    start: Any = wanted.start or date.min
    end: Any = wanted.end or date.max
    if isinstance(dated.kind, kinds.WholeKind):
        start, end = start.year, end.year
    return statement.where(dated.column >= start, dated.column <= end)


def _order(register: Register, wanted: Wanted) -> list[Any]:
    table = layout_of(register.key).table
    key = wanted.sort or register.dated_key
    column: Any = table.c.id
    if key == "book_number":
        column = table.c.book_year * 1_000_000 + table.c.book_number
    elif key and register.by_key[key].is_stored_here:
        column = _by_name(register.by_key[key])
    elif register.key in ("office", "village"):
        column = table.c.order
    order = [column, table.c.id]
    return [each.desc() for each in order] if wanted.descending else order


def _by_name(sorted_by: Field) -> Any:
    """A reference is sorted by the name it shows."""
    if not isinstance(sorted_by.kind, kinds.ReferenceKind):
        return sorted_by.column
    target = BY_KEY[sorted_by.kind.register]
    title = target.by_key[target.title_key].column
    other = Base.metadata.tables[target.key].alias()
    return select(other.c[title.name]).where(other.c.id == sorted_by.column).scalar_subquery()


def first_page(desk: Desk, wanted: Wanted, size: int = PAGE) -> Page:
    """The first rows, quickly."""
    with desk.store.read() as connection:
        found = array("q", connection.execute(ids_statement(connection, wanted).limit(size + 1)).scalars())
        ids = found[:size]
        return Page(ids, _rows(desk, connection, wanted.register, ids), len(found) > size)


def all_ids(desk: Desk, wanted: Wanted) -> array[int]:
    """All ids in order: eight bytes a record, asked for off the window's thread."""
    with desk.store.read() as connection:
        return array("q", connection.execute(ids_statement(connection, wanted)).scalars())


def page(desk: Desk, register: str, ids: Sequence[int]) -> list[list[str]]:
    """Shown texts of these records, a line for each id."""
    with desk.store.read() as connection:
        return _rows(desk, connection, register, ids)


def _rows(desk: Desk, connection: Connection, register: str, ids: Sequence[int]) -> list[list[str]]:
    columns = columns_of(BY_KEY[register])
    around, revealed = Office(connection, desk.today()), desk.revealed.get(register, ())
    return shown(connection, BY_KEY[register], list(ids), columns, around, revealed)


def shown_records(desk: Desk, register: Register, ids: Sequence[int]) -> list[dict[str, str | int]]:
    """Shown values of records by field key, with their ids; child rows as lines."""
    fields = [each for each in register.fields if not each.columns]
    with desk.store.read() as connection:
        around, revealed = Office(connection, desk.today()), desk.revealed.get(register.key, ())
        rows = shown(connection, register, list(ids), fields, around, revealed)
    keys = [each.key for each in fields]
    return [{"id": record, **dict(zip(keys, row, strict=True))} for record, row in zip(ids, rows, strict=True)]


def counts(desk: Desk, year: int) -> dict[str, int]:
    """Records of each register in the year's book; of those without a date, all."""
    found = {}
    with desk.store.read() as connection:
        for register in REGISTERS:
            table = layout_of(register.key).table
            kept = select(func.count()).where(table.c.trashed_at.is_(None))
            if register.dated_key:
                kept = kept.where(table.c.book_year == year)
            found[register.key] = connection.execute(kept).scalar_one()
    return found


def search_everywhere(desk: Desk, typed: str, each: int = 8) -> list[tuple[str, int, list[str]]]:
    """Records of all registers that hold the words typed: (register, id, shown row), newest first in each."""
    found: list[tuple[str, int, list[str]]] = []
    if not search.query(typed):
        return found
    with desk.store.read() as connection:
        for register in REGISTERS:
            kept = ids_statement(connection, Wanted(register.key, typed)).limit(each)
            some = list(connection.execute(kept).scalars())
            rows = _rows(desk, connection, register.key, some)
            found += [(register.key, record, row) for record, row in zip(some, rows, strict=True)]
    return found
