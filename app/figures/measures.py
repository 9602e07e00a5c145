"""What every measure of records has: the rows that count, the store's answer, the records behind it, its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, cast

from sqlalchemy import ColumnElement, Table, func

from app import kinds
from app.figures.asking import Asked, Behind, Source
from app.figures.figure import Counted, Figure, Measure, Standing, Upto
from app.figures.parameters import BadParameter
from app.figures.paths import Path, path_of
from app.models import BY_KEY
from app.models.base import Record

Behinds = list[Behind]


class OfRecords(Measure):
    """A measure worked out by the store over the rows that count."""

    source: Source
    noun: str
    nothing: int | None = None
    """The value where no record is behind it."""

    def aggregates(self) -> tuple[ColumnElement[Any], ...]:
        """What the store works out."""
        return ()

    def value_of(self, row: Sequence[Any], records: int) -> Any:
        """The value made of what the store worked out."""
        return row[0]

    def counted(self, asked: Asked) -> Counted:
        """The answer, in one query."""
        units = self._units(asked)
        (row,) = asked.rows(asked.select(self.source, *units, *self.aggregates(), self.records()))
        behind = int(row[-1])
        value = self.value_of(row[len(units) : -1], behind) if behind else self.nothing
        return asked.answer(value, behind, one_unit(asked, row[: len(units)]))

    def counted_each(self, asked: Asked, by: Path) -> dict[Any, Counted]:
        """The answers for each value of a path that has any records, in one query."""
        query = asked.select(self.source, by.expression, *self.aggregates(), self.records())
        rows = asked.rows(query.group_by(by.expression))
        return {row[0]: asked.answer(self.value_of(row[1:-1], int(row[-1])), int(row[-1])) for row in rows}

    def records(self) -> ColumnElement[int]:
        """How many records the rows belong to."""
        return func.count(self.source.table.c.id.distinct()) if self.source.link else func.count()

    def _units(self, asked: Asked) -> list[ColumnElement[Any]]:
        """The first and the last of the records' units, of a figure that takes theirs."""
        path = asked.figure.measured_in
        return [func.min(path.expression), func.max(path.expression)] if path else []

    def added(self) -> ColumnElement[Any] | None:
        """What one row adds; None where each adds one."""
        return None

    def joined(self, values: list[Any]) -> Any:
        """What a record adds, from what its rows add."""
        return values[0] if self.added() is not None else 1

    def words(self, asked: Asked, values: Iterable[Any]) -> dict[Any, str]:
        """Texts that stand for values which are no number or day."""
        return {}

    def behind(self, asked: Asked) -> Behinds:
        """The records that count, by day, with what each adds."""
        table, added = self.source.table, self.added()
        order = asked.day_columns(self.source)
        value = added if added is not None else table.c.id
        rows = asked.rows(asked.select(self.source, table.c.id, *order, value).order_by(*order, table.c.id))
        words = self.words(asked, (row[3] for row in rows))
        return [self._behind(list(same), words) for _, same in groupby(rows, key=lambda row: int(row[0]))]

    def _behind(self, rows: list[Any], words: dict[Any, str]) -> Behind:
        record, figure_day, register_day, _ = rows[0]
        days = [day for day in (figure_day, register_day) if isinstance(day, date)]
        value = self.joined([words.get(row[3], row[3]) if words else row[3] for row in rows])
        return Behind(self.source.table.name, record, days[0] if days else None, value)

    def told(self, figure: Figure) -> str:
        """Such as 收文台账中办理类别为「办件」的记录数，按收文日期."""
        where = f"中{figure.where.told}" if figure.where else ""
        return f"{BY_KEY[self.source.table.name].label}台账{where}的{self.noun}{_dating(figure)}"


def one_unit(asked: Asked, units: Sequence[str | None]) -> str | None:
    """The unit of the records; BadParameter where amounts in several would be added up."""
    if len(set(units)) < 2:
        return units[0] if units else None
    assert asked.figure.measured_in
    name, told = asked.figure.measured_in.key, "、".join(f"「{unit}」" for unit in units)
    raise BadParameter(f"「{asked.figure.label}」的记录单位不同，如{told}，请用条件 {name} 写明一种。")


def _dating(figure: Figure) -> str:
    if isinstance(figure.dated, Standing):
        since, until = path_of(figure.dated.since).label, path_of(figure.dated.until).label
        return f"，截至期末当天（按{since}和{until}）"
    day = figure.day
    if day is None:
        return ""
    return f"，从最早的记录到期末，按{day.label}" if isinstance(figure.dated, Upto) else f"，按{day.label}"


def table_of(record: type[Record]) -> Table:
    """The table of a register's records."""
    return cast(Table, record.__table__)


def source_of(*paths: Path) -> Source:
    """The records of whom these are values; a record without any of them does not count."""
    link = paths[0].unfolded
    column = declared_column(paths[0]) if link is None else link.relation.parent.local_table
    return Source(cast(Table, column), link, paths)


def declared_column(path: Path) -> Table:
    """The table in which a value of the record itself stands."""
    return cast(Table, path.expression.table)


def without_zeros(path: Path, value: Any) -> Any:
    """A number as its kind shows it: 247, not 247.0000."""
    if value is None or not isinstance(path.kind, kinds.NumberKind):
        return value
    return Decimal(path.kind.show(value))
