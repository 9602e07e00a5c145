"""How long all figures of a year take over 100,000 records, and whether nineteen earlier years make them slower."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from datetime import time as clock
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Table, insert, text

from app import kinds
from app.figures import Period, count_all
from app.figures.measures import table_of
from app.models import BY_KEY, REGISTERS
from app.models.register import Field, Register
from app.store.opening import Store, create_store
from tests.bench.measuring import limit_line, medians, ratio_line

YEAR = 2025
EARLIER = 19
SHARES = {
    "visit": 17_000,
    "incoming": 14_000,
    "expense": 8_000,
    "visitor": 8_000,
    "outgoing": 4_000,
    "vehicle_use": 4_000,
    "press": 3_500,
    "leave": 3_500,
    "seal": 3_000,
    "supply": 3_000,
    "meeting": 3_000,
    "opinion": 3_000,
    "petition": 2_500,
    "study": 2_500,
    "duty": 2_000,
    "supervision": 2_000,
    "inspection": 2_000,
    "assistance": 2_000,
    "essay": 2_000,
    "allowance": 1_500,
    "reception": 1_200,
    "problem": 1_000,
    "household": 1_000,
    "reception_day": 700,
    "donation": 700,
    "outing": 500,
    "training": 500,
    "window_day": 500,
    "disclosure": 500,
    "grant": 500,
    "certificate": 500,
    "project": 300,
    "activity": 300,
    "income": 300,
    "metric": 200,
    "honour": 150,
    "pledge": 100,
    "research": 100,
    "regulation": 60,
    "staff": 60,
    "survey": 50,
    "violation": 50,
    "zero_report": 50,
    "investment": 50,
    "next_step": 30,
    "budget": 30,
    "branch": 20,
    "team": 20,
    "named_list": 10,
    "award_households": 10,
    "village": 9,
    "office": 9,
    "vehicle": 6,
    "campaign": 6,
}
STANDING = ("staff", "village", "office", "branch", "vehicle", "campaign")
"""Registers that do not grow from year to year."""
CLOSED = {("petition", "done"), ("household", "ended"), ("regulation", "repealed"), ("team", "ended")}
"""Days that close what earlier years left open."""


def value_of(field: Field, chance: random.Random) -> Any:
    """Any value of the field's kind."""
    kind = field.kind
    if isinstance(kind, kinds.ReferenceKind):
        return chance.randint(1, SHARES[kind.register])
    if isinstance(kind, kinds.ChoiceKind):
        return chance.choice(kind.choices)
    if isinstance(kind, kinds.DayKind):
        return date(YEAR, 1, 1) + timedelta(days=chance.randrange(365))
    if isinstance(kind, kinds.ClockKind):
        return clock(9, 0)
    if isinstance(kind, kinds.YesNoKind):
        return chance.random() < 0.5
    if isinstance(kind, kinds.WholeKind):
        return YEAR if field.key == "year" else chance.randint(1, 40)
    if isinstance(kind, kinds.NumberKind):
        return chance.randint(1, 4)
    if isinstance(kind, kinds.MoneyKind):
        return chance.randint(10, 5000)
    return f"灌渠淤堵第{chance.randrange(500)}处" if isinstance(kind, (kinds.LineKind, kinds.ProseKind)) else None


def row_of(register: Register, number: int, chance: random.Random) -> dict[str, Any]:
    """One record; two fields of three that may be empty are filled."""
    stored = [field for field in register.own_fields if field.is_stored_here]
    values = {
        str(field.column.name): value_of(field, chance) if field.required or chance.random() < 0.67 else None
        for field in stored
    }
    return values | {"id": number, "book_year": YEAR, "book_number": number}


def fill(connection: Connection) -> None:
    """100,000 records of one year, with their people and child rows besides."""
    chance = random.Random(1)
    for register in REGISTERS:
        rows = [row_of(register, number + 1, chance) for number in range(SHARES[register.key])]
        connection.execute(insert(table_of(register.record)), rows)
    for register, field, table, parent in links():
        owners = [number + 1 for number in range(SHARES[register.key]) for _ in range(chance.randrange(4))]
        given = [linked(field, parent, owner, place, chance) for place, owner in enumerate(owners)]
        connection.execute(insert(table).prefix_with("OR IGNORE"), given)


def links() -> Iterator[tuple[Register, Field, Table, str]]:
    """Each field that holds people or child rows, its table, and the column that names the record."""
    for register in REGISTERS:
        for field in register.own_fields:
            if field.columns:
                (parent,) = field.relation.remote_side
                yield register, field, cast(Table, field.relation.mapper.local_table), str(parent.name)
            elif isinstance(field.kind, kinds.ReferencesKind):
                yield register, field, cast(Table, field.relation.secondary), "record_id"


def linked(field: Field, parent: str, owner: int, place: int, chance: random.Random) -> dict[str, Any]:
    """One of the people or child rows of a record."""
    if field.columns:
        values = {str(column.column.name): value_of(column, chance) for column in field.columns}
        return values | {parent: owner, "position": place}
    return {parent: owner, "staff_id": chance.randint(1, SHARES["staff"]), "position": place}


def repeat(connection: Connection) -> None:
    """The same records again for each earlier year, their days so many years before."""
    for register in REGISTERS:
        if register.key not in STANDING:
            for years in range(1, EARLIER + 1):
                connection.execute(text(copied(register, table_of(register.record), years)))
    for register, _, table, parent in links():
        if register.key not in STANDING:
            for years in range(1, EARLIER + 1):
                connection.execute(text(copied_links(table, parent, SHARES[register.key], years)))


def copied_links(table: Table, parent: str, records: int, years: int) -> str:
    """The statement that copies people or child rows to the records of an earlier year."""
    columns = [str(column.name) for column in table.columns if column.name != "id"]
    chosen = ", ".join(f'"{name}" + {years * records}' if name == parent else f'"{name}"' for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    return f'INSERT INTO "{table.name}" ({names}) SELECT {chosen} FROM "{table.name}" WHERE "{parent}" <= {records}'


def copied(register: Register, table: Table, years: int) -> str:
    """The statement that copies a register's records into an earlier year."""
    days = {
        str(field.column.name)
        for field in register.own_fields
        if field.is_stored_here and isinstance(field.kind, kinds.DayKind)
    }
    columns = [str(column.name) for column in table.columns]

    def chosen(column: str) -> str:
        if column == "id":
            return f"id + {years * SHARES[register.key]}"
        if column in ("book_year", "year"):
            return f'"{column}" - {years}'
        day = f'coalesce("{column}", "date")' if (register.key, column) in CLOSED else f'"{column}"'
        return f"date({day}, '-{years} years')" if column in days else day

    names = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(map(chosen, columns))
    return (
        f'INSERT INTO "{table.name}" ({names}) SELECT {values} FROM "{table.name}" WHERE id <= {SHARES[register.key]}'
    )


def made(folder: Path, *, long: bool) -> Store:
    """A data folder of one year, or of twenty."""
    store = create_store(folder)
    with store.write() as connection:
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        fill(connection)
        if long:
            repeat(connection)
    return store


def seconds(store: Store) -> float:
    """How long all figures of the year take."""
    start = time.perf_counter()
    with store.read() as connection:
        found = count_all(connection, Period.of_year(YEAR))
    assert found["visits.times"].value == SHARES["visit"]
    return time.perf_counter() - start


def main() -> None:
    """Prints the two lines."""
    assert set(SHARES) == set(BY_KEY)
    with tempfile.TemporaryDirectory() as folder:
        one, twenty = made(Path(folder) / "一年", long=False), made(Path(folder) / "二十年", long=True)
        took = medians({"one": lambda: seconds(one), "twenty": lambda: seconds(twenty)}, times=5)
        one.close()
        twenty.close()
    print(limit_line("一年的全部数字，十万条记录", took["one"], 2.0))
    print(ratio_line("同样一年，文件中有二十年", took["twenty"], took["one"], "只有一年", 1.3))


if __name__ == "__main__":
    main()
