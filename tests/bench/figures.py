"""How long all figures of a year take over 100,000 records, and whether nineteen earlier years make them slower."""

from __future__ import annotations

import random
import tempfile
import time
from datetime import date, timedelta
from datetime import time as clock
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, text

from app import kinds
from app.figures import Period, count_all
from app.models import BY_KEY, REGISTERS
from app.models.register import Field, Register
from app.store.opening import Store, create_store
from tests.bench.measuring import limit_line, medians, ratio_line

YEAR = 2025
EARLIER = 19
SHARES = {
    "visit": 30_000,
    "incoming": 20_000,
    "expense": 12_000,
    "visitor": 10_000,
    "outgoing": 6_000,
    "leave": 5_000,
    "meeting": 4_000,
    "opinion": 4_000,
    "petition": 3_000,
    "study": 3_000,
    "reception": 1_700,
    "donation": 1_000,
    "honour": 200,
    "staff": 60,
    "budget": 30,
    "village": 9,
    "office": 9,
    "campaign": 6,
}
STANDING = ("staff", "village", "office", "campaign")
"""Registers that do not grow from year to year."""


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
    """100,000 records of one year."""
    chance = random.Random(1)
    for register in REGISTERS:
        table = register.record.metadata.tables[register.key]
        rows = [row_of(register, number + 1, chance) for number in range(SHARES[register.key])]
        connection.execute(insert(table), rows)


def repeat(connection: Connection) -> None:
    """The same records again for each earlier year, their days so many years before."""
    for register in REGISTERS:
        if register.key not in STANDING:
            table = register.record.metadata.tables[register.key]
            for years in range(1, EARLIER + 1):
                connection.execute(text(copied(register, table, years)))


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
        return f"date(\"{column}\", '-{years} years')" if column in days else f'"{column}"'

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
