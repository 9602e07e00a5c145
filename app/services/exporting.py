"""A register as a workbook that imports again without loss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, select

from app.exchange.writing import Exported, write_register
from app.models import BY_KEY
from app.models.register import Register
from app.services.desk import Desk
from app.services.listing import Wanted, ids_statement
from app.services.masking import mask
from app.store.records import HIDDEN, layout_of, load, slices, titles
from app.store.surroundings import Office

NAMED_BY_YEAR = ("budget", "office", "village", "campaign")
"""Registers whose names are told apart otherwise: by the year of the record at hand, or never alike."""
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class Stopped(Exception):
    """The clerk stopped a long work; nothing was left half-done."""


def export_register(
    desk: Desk, wanted: Wanted, path: Path, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> int:
    """Writes the wanted records, one row each, child rows in sheets of their own; the number of records."""
    register = BY_KEY[wanted.register]
    with desk.store.read() as connection:
        ids = list(connection.execute(ids_statement(connection, wanted)).scalars())
        names = _Called(connection)
        records = _records(connection, register, ids, desk, progress, cancelled)
        return write_register(path, register, records, names.of)


def _records(
    connection: Connection,
    register: Register,
    ids: list[int],
    desk: Desk,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> Iterator[Exported]:
    table, around = layout_of(register.key).table, Office(connection, desk.today())
    done = 0
    for some in slices(ids):
        if cancelled is not None and cancelled():
            raise Stopped
        asked = select(table.c.id, table.c.book_year).where(table.c.id.in_(some))
        books = {row.id: row.book_year for row in connection.execute(asked)}
        found = load(connection, register, some)
        for derived in (field.derived for field in register.own_fields if field.derived):
            for record, value in derived.of(connection, some, around).items():
                found[record][derived.key] = value
        for record in some:
            yield Exported(books[record], found[record]["book_number"], mask(desk, register, found[record], record))
        done += len(some)
        if progress is not None:
            progress(done, len(ids))


class _Called:
    """Names of linked records, as import reads them: two people of one name carry their office, others their day."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._names: dict[str, dict[int, str]] = {}

    def of(self, register: str, record: int) -> str:
        """The name of one linked record."""
        if register not in self._names:
            self._names[register] = self._read(register)
        name = self._names[register].get(record, "")
        return "" if name == HIDDEN else name

    def _read(self, register: str) -> dict[int, str]:
        table = layout_of(register).table
        names = titles(self.connection, register, self.connection.execute(select(table.c.id)).scalars())
        counted = Counter(names.values())
        shared = [record for record, name in names.items() if counted[name] > 1]
        if register == "staff":
            return names | self._with_office(shared, names)
        if register in NAMED_BY_YEAR or not BY_KEY[register].dated_key:
            return names
        return names | self._with_day(register, shared, names)

    def _with_office(self, shared: list[int], names: dict[int, str]) -> dict[int, str]:
        """张伟(财政所)."""
        table = layout_of("staff").table
        people = {row.id: row.office_id for row in self.connection.execute(select(table.c.id, table.c.office_id))}
        offices = titles(self.connection, "office", [people[person] for person in shared if people[person]])
        return {person: f"{names[person]}({offices[people[person]]})" for person in shared if people[person] in offices}

    def _with_day(self, register: str, shared: list[int], names: dict[int, str]) -> dict[int, str]:
        """2026-03-07 县水利局; 2026-03-07 县水利局(2) for the second of that day."""
        dated = BY_KEY[register].by_key[BY_KEY[register].dated_key or ""].column
        table = layout_of(register).table
        days = {row[0]: row[1] for row in self.connection.execute(select(table.c.id, dated))}
        told = {record: f"{days[record]} {names[record]}" for record in shared if days[record] is not None}
        counted, place = Counter(told.values()), Counter[str]()
        for record in sorted(told):
            name = told[record]
            place[name] += 1
            told[record] = f"{name}({place[name]})" if counted[name] > 1 else name
        return told
