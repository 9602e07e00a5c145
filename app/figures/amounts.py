"""Sums, means and extremes of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Literal

from sqlalchemy import ColumnElement, Integer, func, type_coerce
from sqlalchemy import cast as cast_to

from app import kinds
from app.figures.conditions import END
from app.figures.measures import OfRecords, source_of, without_zeros
from app.figures.paths import Attribute, Operand, Path, path_of
from app.figures.rounding import half_up, whole


class Total(OfRecords):
    """The sum of a number, or of several fields of a record, empty as nothing."""

    def __init__(self, *attributes: Operand) -> None:
        self.paths = tuple(path_of(one) for one in attributes)
        self.source = source_of(*self.paths)
        self.noun = f"{'加'.join(path.label for path in self.paths)}之和"

    def added(self) -> ColumnElement[Any]:
        """The number, or the sum of the record's fields."""
        first, *rest = (path.expression for path in self.paths)
        if not rest:
            return first
        together: ColumnElement[Any] = func.coalesce(first, 0)
        for one in rest:
            together = together + func.coalesce(one, 0)
        return type_coerce(together, first.type)

    def aggregates(self) -> tuple[ColumnElement[Any], ...]:
        """Exact: numbers are stored as whole parts."""
        return (func.sum(self.added()),)

    def value_of(self, row: Sequence[Any], records: int) -> Any:
        """Money keeps its fen, other numbers lose trailing zeros."""
        return without_zeros(self.paths[0], row[0])

    def joined(self, values: list[Any]) -> Any:
        """The number of the record; of child rows their sum."""
        known = [value for value in values if value is not None]
        return without_zeros(self.paths[0], sum(known)) if known else None


class Average(Total):
    """The mean of a number with one decimal; records without it are left out."""

    def __init__(self, attribute: Attribute) -> None:
        super().__init__(attribute)
        self.noun = f"{self.paths[0].label}的平均值"

    def value_of(self, row: Sequence[Any], records: int) -> Any:
        """Divided exactly, then rounded."""
        return half_up(Fraction(row[0]) / records)


class AverageAge(Total):
    """The mean of completed years of age on the last day, a whole number."""

    def __init__(self, birth: Attribute) -> None:
        super().__init__(birth)
        self.noun = f"按{self.paths[0].label}计算的期末周岁的平均值（四舍五入取整）"

    def added(self) -> ColumnElement[Any]:
        """The years whose birthday has come."""
        birth = self.paths[0].expression
        years = cast_to(func.strftime("%Y", END), Integer) - cast_to(func.strftime("%Y", birth), Integer)
        to_come = func.strftime("%m-%d", END) < func.strftime("%m-%d", birth)
        return years - cast_to(to_come, Integer)

    def value_of(self, row: Sequence[Any], records: int) -> int:
        """Half a year rounds up."""
        return whole(Fraction(row[0], records))

    def joined(self, values: list[Any]) -> int:
        """The age of the person."""
        return int(values[0])


class Extreme(Total):
    """The greatest or the smallest value."""

    def __init__(self, attribute: Attribute, which: Literal["max", "min"]) -> None:
        super().__init__(attribute)
        self.which = which
        words = (
            {"max": "最晚的一天", "min": "最早的一天"} if is_day(self.paths[0]) else {"max": "最大值", "min": "最小值"}
        )
        self.noun = f"{self.paths[0].label}的{words[which]}"

    def aggregates(self) -> tuple[ColumnElement[Any], ...]:
        """The store compares."""
        found = getattr(func, self.which)(self.added())
        return (type_coerce(found, self.paths[0].expression.type),)

    def value_of(self, row: Sequence[Any], records: int) -> Any:
        """A number or a day."""
        return without_zeros(self.paths[0], row[0])

    def joined(self, values: list[Any]) -> Any:
        """The number or day of the record; of child rows the greatest or smallest."""
        found = max(values) if self.which == "max" else min(values)
        return without_zeros(self.paths[0], found)


def is_day(path: Path) -> bool:
    """True for a date."""
    return isinstance(path.kind, kinds.DayKind)
