"""The earliest and the newest record, runs of years, the last day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, func, or_

from app.figures.asking import Asked
from app.figures.figure import Counted, Figure, Measure
from app.figures.measures import Behinds, OfRecords, source_of, without_zeros
from app.figures.paths import Attribute, path_of


class Single(OfRecords):
    """The value of the earliest or the newest record; of those of one day, of the one entered first or last.

    With a ``day`` of the record's own, the newest of a year is the one of the latest such day; while the year runs,
    what is stated for a later day is not known yet.
    """

    picks = True

    def __init__(self, attribute: Attribute, newest: bool, day: Attribute | None = None) -> None:
        self.path, self.newest = path_of(attribute), newest
        self.by_day = path_of(day) if day is not None else None
        self.source = source_of(self.path)
        self.noun = f"{'最近' if newest else '最早'}一条记录的{self.path.label}"
        if self.by_day:
            self.noun = f"{self.path.label}（同年有几条的，取{self.by_day.label}最晚的一条）"

    def counted(self, asked: Asked) -> Counted:
        """The one record's value, in its unit where the figure takes that."""
        unit = asked.figure.measured_in
        found = self._found(asked, *((unit.expression,) if unit else ()))
        if not found:
            return asked.answer(None, 0)
        ((*record, own_unit),) = found if unit else [(*found[0], None)]
        return asked.answer(self._behind([record], {}).value, 1, own_unit)

    def added(self) -> ColumnElement[Any]:
        """The value."""
        return self.path.expression

    def behind(self, asked: Asked) -> Behinds:
        """The one record."""
        return [self._behind([row], {}) for row in self._found(asked)]

    def _found(self, asked: Asked, *also: ColumnElement[Any]) -> list[Any]:
        """The one record's id, days and value, if there is one."""
        table, order = self.source.table, asked.day_columns(self.source)
        ranks = [order[0], *([self.by_day.expression] if self.by_day else []), table.c.id]
        query = asked.select(self.source, table.c.id, *order, self.path.expression, *also).where(*self._stated(asked))
        ranked = query.order_by(*(rank.desc() for rank in ranks) if self.newest else ranks)
        return list(asked.rows(ranked.limit(1)))

    def _stated(self, asked: Asked) -> list[ColumnElement[bool]]:
        """Records whose own day has come by the last day of a year that is not over."""
        end = asked.period.end
        if self.by_day is None or (end.month, end.day) == (12, 31):
            return []
        day = self.by_day.expression
        return [or_(day.is_(None), day <= end)]

    def joined(self, values: list[Any]) -> Any:
        """The value."""
        return without_zeros(self.path, values[0])


class Streak(OfRecords):
    """The longest run of years without a gap that ends in the latest year found."""

    picks = True

    def __init__(self, year: Attribute) -> None:
        self.path = path_of(year)
        self.source = source_of(self.path)
        self.noun = f"到最近一次为止{self.path.label}连续不断的年数"

    def counted(self, asked: Asked) -> Counted:
        """The length of the run and the records of its years."""
        year = self.path.expression
        found = dict(map(tuple, asked.rows(asked.select(self.source, year, func.count()).group_by(year))))
        run = _run(found)
        return asked.answer(len(run) or None, sum(found[one] for one in run))

    def added(self) -> ColumnElement[Any]:
        """The year."""
        return self.path.expression

    def behind(self, asked: Asked) -> Behinds:
        """The records of the run's years."""
        found = super().behind(asked)
        run = _run({one.value for one in found})
        return [one for one in found if one.value in run]


def _run(years: Iterable[int]) -> set[int]:
    """The years up to the latest one with none missing."""
    found = set(years)
    run: set[int] = set()
    year = max(found, default=0)
    while year in found:
        run.add(year)
        year -= 1
    return run


class LastDay(Measure):
    """The last day of the period."""

    def counted(self, asked: Asked) -> Counted:
        """The day; no record is behind it."""
        return asked.answer(asked.period.end, 0)

    def behind(self, asked: Asked) -> Behinds:
        """No record."""
        return []

    def told(self, figure: Figure) -> str:
        """It is what was asked."""
        return "统计期间的最后一天"
