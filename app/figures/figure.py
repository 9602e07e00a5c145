"""A named figure: which records, how measured, over which period, by which parameters.

A figure is a named constant of its area's file, so that a rule or a summary can point at it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import ColumnElement, Date, func, or_, type_coerce

from app import kinds
from app.figures.conditions import Condition, both
from app.figures.paths import Attribute, Operand, Path, path_of
from app.figures.period import Period

if TYPE_CHECKING:
    from app.figures.asking import Asked, Behind

Value = int | Decimal | date | None
Parameter = str | int | tuple[Any, ...]
"""A label, name or text as typed; of a linked record also its id; several stored values in a tuple."""

BY_UNIT = "(随单位)"
"""Unit of a figure that takes the unit of its records."""


@dataclass(frozen=True)
class Counted:
    """The answer of a figure."""

    value: Value
    """The day for a date, the number of different values for a list; None where nothing is known."""
    records: int
    """How many records are behind it; of a quotient or difference, those of both its figures, each once."""
    unit: str


@dataclass(frozen=True)
class Standing:
    """Records that stand on the last day: begun (or with no beginning), and not ended by then."""

    since: Attribute
    until: Attribute


@dataclass(frozen=True)
class Upto:
    """Records from the beginning, or from the parameter ``since``, to the last day."""

    dated: Attribute


FULL_WIDTH = str.maketrans("()", "（）")


class Measure(ABC):
    """What is made of records, or of other figures."""

    picks = False
    """True where only some of the records that hold are behind the answer."""

    @property
    def parts(self) -> tuple[Figure, ...]:
        """The figures it is made of; none for a measure of records."""
        return ()

    @property
    def own_parameters(self) -> tuple[str, ...]:
        """Parameters of the measure itself, such as ``base``."""
        return ()

    @property
    def kept_parameters(self) -> tuple[str, ...]:
        """Parameters of its figures that the measure gives itself."""
        return ()

    @abstractmethod
    def counted(self, asked: Asked) -> Counted:
        """The answer."""

    @abstractmethod
    def behind(self, asked: Asked) -> list[Behind]:
        """The records behind the answer, by day; what they add to it stands with each."""

    @abstractmethod
    def told(self, figure: Figure) -> str:
        """The rule of counting in Chinese."""

    def texts(self, asked: Asked) -> list[str]:
        """The names behind the answer: what its records are called."""
        return [record.title for record in asked.titled(self.behind(asked))]

    def passed(self, part: Figure, by: Mapping[str, Parameter]) -> dict[str, Parameter]:
        """The parameters that one of its figures accepts."""
        return {name: value for name, value in by.items() if name in part.by}


class Figure:
    """One figure of the catalogue; data only, never changed once declared."""

    def __init__(
        self,
        key: str,
        label: str,
        *,
        unit: str,
        of: Measure,
        where: Condition | Sequence[Condition] = (),
        dated: Attribute | Standing | Upto | None = None,
        by: Sequence[Operand] = (),
        needs: Sequence[str] = (),
        instead: Sequence[str] = (),
        measured_in: Operand | None = None,
        told: str = "",
    ) -> None:
        self.key = key
        self.label = label
        self.unit = unit
        self.of = of
        conditions = (where,) if isinstance(where, Condition) else tuple(where)
        self.where: Condition | None = both(*conditions) if conditions else None
        self.dated = dated
        self.paths: dict[str, Path] = {path.key: path for path in map(path_of, by)}
        self.needs: tuple[str, ...] = tuple(needs) or self._of_parts("needs")
        """Parameters without which it cannot be asked."""
        self.instead: tuple[str, ...] = tuple(instead) or self._of_parts("instead")
        """Parameters of which one will do instead of those needed."""
        self.measured_in: Path | None = path_of(measured_in) if measured_in is not None else None
        """Where the unit of a figure of ``BY_UNIT`` stands in its records."""
        self.by: tuple[str, ...] = self._parameters()
        """Names of the parameters it accepts."""
        self.hand_written = told

    def _parameters(self) -> tuple[str, ...]:
        since = ("since",) if isinstance(self.dated, Upto) else ()
        kept = self.of.kept_parameters
        passed = [name for part in self.of.parts for name in part.by if name not in kept]
        return tuple(dict.fromkeys((*self.paths, *since, *passed, *self.of.own_parameters)))

    def _of_parts(self, which: Literal["needs", "instead"]) -> tuple[str, ...]:
        kept = self.of.kept_parameters
        names = [name for part in self.of.parts for name in getattr(part, which)]
        return tuple(dict.fromkeys(name for name in names if name not in kept))

    def __repr__(self) -> str:
        return f"Figure({self.key!r})"

    @property
    def counting_rule(self) -> str:
        """How it is counted, in one Chinese phrase for 数据来源表."""
        return (self.hand_written or self.of.told(self)).translate(FULL_WIDTH)

    def lies_in(self, period: Period, since: int | None = None) -> list[ColumnElement[bool]]:
        """When a record counts by its date."""
        if self.dated is None:
            return []
        if isinstance(self.dated, Standing):
            start, end = path_of(self.dated.since).expression, path_of(self.dated.until).expression
            begun = type_coerce(func.coalesce(start, period.end), Date) <= period.end
            return [begun, or_(end.is_(None), end > period.end)]
        path = path_of(self.dated.dated if isinstance(self.dated, Upto) else self.dated)
        first: date | None = period.start
        if isinstance(self.dated, Upto):
            first = date(since, 1, 1) if since else None
        bounds = (first, period.end)
        if isinstance(path.kind, kinds.WholeKind):
            bounds = tuple(bound and bound.year for bound in bounds)  # type: ignore[assignment]
        lower = [path.expression >= bounds[0]] if bounds[0] else []
        return [*lower, path.expression <= bounds[1]]

    @property
    def day(self) -> Path | None:
        """The value by which its records are put in order: a day, or a year."""
        if self.dated is None:
            return None
        if isinstance(self.dated, Standing):
            return path_of(self.dated.since)
        return path_of(self.dated.dated if isinstance(self.dated, Upto) else self.dated)

    def unit_asked(self, by: Mapping[str, Any]) -> str:
        """The unit; of a figure that takes its records' unit, the one asked for."""
        asked = [str(by[name]) for name in self.by if name.split(".")[-1] == "unit" and name in by]
        return asked[0] if self.unit == BY_UNIT and asked else self.unit
