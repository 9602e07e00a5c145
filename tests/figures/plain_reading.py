"""A line of the catalogue read plainly, record by record in Python, without the store's help."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import Connection, select

from app.figures import Period
from app.figures.measures import table_of
from app.models import BY_KEY, REGISTERS
from app.models.register import Field
from app.store.records import load

Record = dict[str, Any]
Row = tuple[Record, Any]
"""A record, and one of its people or child rows where the figure is of those."""

CATALOGUE: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "data" / "catalogue" / "figures.yaml").read_text("utf-8")
)


@dataclass
class Books:
    """All records by register and id, and those that are not in the recycle bin."""

    kept: dict[str, dict[int, Record]] = field(default_factory=dict)
    all: dict[str, dict[int, Record]] = field(default_factory=dict)


def read(connection: Connection) -> Books:
    """Every register."""
    books = Books()
    for register in REGISTERS:
        table = table_of(register.record)
        stored = connection.execute(select(table.c.id, table.c.trashed_at)).all()
        trashed = {number for number, day in stored if day}
        found = load(connection, register, [number for number, _ in stored])
        books.all[register.key] = {number: values | {"id": number} for number, values in found.items()}
        books.kept[register.key] = {n: one for n, one in books.all[register.key].items() if n not in trashed}
    return books


def field_of(register: str, path: str) -> Field:
    """The field at the end of a path."""
    name, _, rest = path.partition(".")
    found = BY_KEY[register].by_key[name]
    if rest and found.columns:
        return next(column for column in found.columns if column.key == rest)
    return field_of(found.kind.register, rest) if rest else found  # type: ignore[attr-defined]


def kind_of(register: str, path: str) -> str:
    """What kind of value stands at the end of a path."""
    return type(field_of(register, path).kind).__name__


def parts_of(key: str) -> list[str]:
    """The figures of which a figure is composed."""
    words = [*CATALOGUE[key]["measure"].split()[1:], CATALOGUE[key].get("over")]
    return [word for word in words if word in CATALOGUE]


@cache
def accepts(key: str) -> tuple[str, ...]:
    """The parameters of a figure; a composed one has those of its figures."""
    line = CATALOGUE[key]
    parts = [accepts(part) for part in parts_of(key)]
    since = ("since",) if line["period"] == "cumulative" else ()
    base = ("base",) if line["measure"].split()[0] in ("change", "growth", "times") else ()
    return (*line.get("by", ()), *since, *(name for part in parts for name in part), *base)


@dataclass
class Question:
    """A figure's line, asked over a period with parameters; a linked record by its id, 是/否 as a bool."""

    books: Books
    key: str
    period: Period
    by: dict[str, Any]

    @property
    def line(self) -> dict[str, Any]:
        return CATALOGUE[self.key]

    @property
    def register(self) -> str:
        return str(self.line["register"])

    def other(self, key: str, period: Period | None = None, names: dict[str, str] | None = None) -> Question:
        """Another figure, asked with the parameters that it accepts."""
        given = {name: (names or {}).get(name, name) for name in accepts(key)}
        by = {name: self.by[asked] for name, asked in given.items() if asked in self.by}
        return Question(self.books, key, period or self.period, by)

    def value(self, record: Record, row: Any, path: str) -> Any:
        """What a path finds, ``row`` being one of the people or child rows."""
        name, _, rest = path.partition(".")
        kind = BY_KEY[self.register].by_key[name].kind
        if self.unfolds(path):
            person = type(kind).__name__ == "ReferencesKind"
            return (self.books.all["staff"][row][rest] if person else row[rest]) if rest else row
        if not rest or record[name] is None:
            return record[name]
        return self.books.all[kind.register][record[name]][rest]  # type: ignore[attr-defined]

    def unfolds(self, path: str) -> bool:
        """True for people and child rows."""
        found = BY_KEY[self.register].by_key.get(path.split(".")[0])
        return found is not None and type(found.kind).__name__ in ("ReferencesKind", "RowsKind")

    def rows(self) -> list[Row]:
        """The records that count, with a row for each of their people or child rows where those are counted."""
        paths = [*self.line["measure"].split()[1:2], *self.by]
        link = next((path.split(".")[0] for path in paths if self.unfolds(path)), None)
        every = [(one, row) for one in self.books.kept[self.register].values() for row in (one[link] if link else [0])]
        return [(record, row) for record, row in every if self.lies_in(record) and self.counts(record, row)]

    def counts(self, record: Record, row: Any) -> bool:
        """The line's ``where``, and the parameters."""
        asked = [name for name in self.by if name != "since"]
        where = self.line.get("where", "")
        return holds(where, lambda path: self.value(record, row, path), self.period) and all(
            self.is_asked_for(name, self.value(record, row, name)) for name in asked
        )

    def lies_in(self, record: Record) -> bool:
        """The line's ``period`` and ``dated``."""
        start, end = self.period.start, self.period.end
        if ".." in self.line["dated"]:
            since, until = (record[name] for name in self.line["dated"].split(".."))
            return (since is None or since <= end) and (until is None or until > end)
        day = record[self.line["dated"]]
        if self.line["period"] == "cumulative":
            start = date(int(self.by.get("since", 1)), 1, 1)
        if day is None or isinstance(day, date):
            return day is not None and start <= day <= end
        return bool(start.year <= day <= end.year)

    def is_asked_for(self, name: str, value: Any) -> bool:
        """A text contains what is asked for, anything else is it; units and names of indicators are it; no 是 is 否."""
        asked = self.by[name]
        exact = name.split(".")[-1] == "unit" or self.register == "metric"
        if kind_of(self.register, name) in ("LineKind", "ProseKind") and not exact:
            return asked in (value or "")
        return bool(value) is asked if isinstance(asked, bool) else value is not None and value == asked


def holds(where: str, value: Callable[[str], Any], period: Period) -> bool:
    """Conditions joined by "and" and "or", one pair of brackets deep."""
    inner = re.match(r"\((.* or .*)\) and (.*)", where) or re.match(r"(.*) and \((.* or .*)\)$", where)
    if inner:
        return holds(inner[1], value, period) and holds(inner[2], value, period)
    ways = where.split(" or ")
    return not where or any(all(one(part, value, period) for part in way.split(" and ")) for way in ways)


def one(condition: str, value: Callable[[str], Any], period: Period) -> bool:
    """A single condition: an empty value makes = in >= <= > < false, and != and not in true; an empty 是/否 is 否."""
    path, _, rest = condition.partition(" ")
    found = value(path)
    if rest in ("filled", "empty"):
        return (found not in (None, "")) is (rest == "filled")
    if " in (" in f" {rest}":
        labels = rest[rest.index("(") + 1 : -1].split(", ")
        return (found in labels) is not rest.startswith("not")
    sign, _, text = rest.partition(" ")
    against = operand(text, value, period)
    if isinstance(against, bool):
        return bool(found) is against
    if sign == "!=":
        return bool(found != against)
    return found is not None and against is not None and COMPARED[sign](found, against)


COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda one, other: bool(one == other),
    ">=": lambda one, other: bool(one >= other),
    "<=": lambda one, other: bool(one <= other),
    ">": lambda one, other: bool(one > other),
    "<": lambda one, other: bool(one < other),
}


def operand(text: str, value: Callable[[str], Any], period: Period) -> Any:
    """What a value is compared with: a constant, a bound of the period, another field."""
    fixed = {"是": True, "否": False, "@start": period.start, "@end": period.end}
    if text in fixed or text.isdigit():
        return fixed.get(text) if text in fixed else int(text)
    return value(text) if re.fullmatch("[a-z_]+", text) else text
