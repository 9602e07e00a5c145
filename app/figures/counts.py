"""Counts of records, child rows, different values and names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, cast

from sqlalchemy import ColumnElement, Table, func

from app.figures.asking import Asked, Source
from app.figures.figure import Counted
from app.figures.measures import OfRecords, source_of, table_of
from app.figures.paths import Attribute, Operand, Path, declared, path_of
from app.models.base import Record


class CountRecords(OfRecords):
    """How many records."""

    nothing = 0
    noun = "记录数"

    def __init__(self, record: type[Record]) -> None:
        self.source = Source(table_of(record))

    def value_of(self, row: Sequence[Any], records: int) -> int:
        """The records themselves."""
        return records


class CountRows(OfRecords):
    """How many child rows."""

    nothing = 0

    def __init__(self, rows: Attribute) -> None:
        link = declared(rows)
        self.source = Source(cast(Table, link.relation.parent.local_table), link)
        self.noun = f"{link.label}条数"

    def aggregates(self) -> tuple[ColumnElement[Any], ...]:
        """Every row is one."""
        return (func.count(),)

    def joined(self, values: list[Any]) -> int:
        """The rows of the record."""
        return len(values)


class CountDifferent(OfRecords):
    """How many different values; the same value of two different ``within`` (a name in two villages) is two."""

    nothing: int | None = 0

    def __init__(self, operand: Operand, within: tuple[Operand, ...]) -> None:
        self.path = path_of(operand)
        self.within = tuple(path_of(one) for one in within)
        self.source = source_of(self.path)
        apart = "".join(f"（{path.label}不同的分别计）" for path in self.within)
        self.noun = f"不同{self.path.label}的个数{apart}"

    def aggregates(self) -> tuple[ColumnElement[Any], ...]:
        """Values are told apart by the store."""
        value: ColumnElement[Any] = self.path.expression
        for path in self.within:
            value = value.concat("\x1f").concat(func.coalesce(path.expression, ""))
        return (func.count(value.distinct()),)

    def added(self) -> ColumnElement[Any]:
        """The value."""
        return self.path.expression

    def words(self, asked: Asked, values: Iterable[Any]) -> dict[Any, str]:
        """A linked record by its name, a day as it is written."""
        return asked.shown(self.path, dict.fromkeys(values))

    def joined(self, values: list[Any]) -> str:
        """The values of the record."""
        return "、".join(values)

    def texts(self, asked: Asked) -> list[str]:
        """The different values, by day; one that stands for several says within what."""
        found = _values(self, asked, self.path, *self.within)
        times = Counter(value for value, *_ in found)
        return [f"{value}（{'、'.join(within)}）" if within and times[value] > 1 else value for value, *within in found]


def _values(measure: OfRecords, asked: Asked, *paths: Path) -> list[list[str]]:
    """The different values as texts, by the day on which each is found first."""
    order = asked.day_columns(measure.source)
    columns = [path.expression for path in paths]
    found = asked.rows(asked.select(measure.source, *columns).order_by(*order, measure.source.table.c.id))
    rows = list(dict.fromkeys(map(tuple, found)))
    texts = [asked.shown(path, dict.fromkeys(row[place] for row in rows)) for place, path in enumerate(paths)]
    return [[words.get(value, "") for words, value in zip(texts, row, strict=True)] for row in rows]


class Listed(CountDifferent):
    """Different values in the order of their days; the value is how many there are."""

    nothing = None

    def __init__(self, operand: Operand) -> None:
        super().__init__(operand, ())
        self.noun = f"不同{self.path.label}"


SEPARATORS = re.compile(r"[、,，;；\n](?![^《（(]*[》）)])")
"""Between names, not within the brackets of one."""


class Names(OfRecords):
    """Different names of a text that holds several, in the order of their days; the value is how many there are."""

    def __init__(self, attribute: Attribute) -> None:
        self.path = path_of(attribute)
        self.source = source_of(self.path)
        self.noun = f"{self.path.label}中不同的名称"

    def counted(self, asked: Asked) -> Counted:
        """The names are split here, the store counts the records."""
        records = super().counted(asked).records
        return asked.answer(len(self.texts(asked)) if records else None, records)

    def value_of(self, row: Sequence[Any], records: int) -> int:
        """The records; names are counted afterwards."""
        return records

    def added(self) -> ColumnElement[Any]:
        """The whole text."""
        return self.path.expression

    def texts(self, asked: Asked) -> list[str]:
        """The names, each once."""
        names = (name.strip() for (text,) in _values(self, asked, self.path) for name in SEPARATORS.split(text))
        return list(dict.fromkeys(name for name in names if name))
