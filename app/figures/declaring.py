"""The words in which the files of the areas declare their figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from app.figures.amounts import Average, AverageAge, Extreme, Total
from app.figures.combined import LeastOver, Minus, Plus, Ratio
from app.figures.comparisons import Change, Growth, MeanChange, MeanGrowth, Times
from app.figures.counts import CountDifferent, CountRecords, CountRows, Listed, Names
from app.figures.days import DaysInVillage
from app.figures.figure import Figure
from app.figures.moments import LastDay, Single, Streak
from app.figures.paths import Attribute, Operand
from app.models.base import Record


def count(record: type[Record]) -> CountRecords:
    """Records."""
    return CountRecords(record)


def count_rows(rows: Attribute) -> CountRows:
    """Child rows of the records."""
    return CountRows(rows)


def different(operand: Operand, *within: Operand) -> CountDifferent:
    """Different values, empty ones left out; the same value in two different ``within`` is two."""
    return CountDifferent(operand, within)


def total(*operands: Operand) -> Total:
    """Sum of a number, or of several fields of each record."""
    return Total(*operands)


def average(attribute: Attribute) -> Average:
    """Mean with one decimal."""
    return Average(attribute)


def average_age(birth: Attribute) -> AverageAge:
    """Mean of completed years on the last day."""
    return AverageAge(birth)


def extreme(which: Literal["max", "min"], attribute: Attribute) -> Extreme:
    """Greatest or smallest value."""
    return Extreme(attribute, which)


def listed(attribute: Attribute) -> Listed:
    """Different values in the order of their days."""
    return Listed(attribute)


def names(attribute: Attribute) -> Names:
    """Different names of a text that holds several."""
    return Names(attribute)


def first(attribute: Attribute) -> Single:
    """Value of the earliest record."""
    return Single(attribute, newest=False)


def last(attribute: Attribute) -> Single:
    """Value of the latest record."""
    return Single(attribute, newest=True)


def latest(attribute: Attribute, day: Attribute) -> Single:
    """Value of the newest record, of those of one year the one of the latest day of its own."""
    return Single(attribute, newest=True, day=day)


def streak(year: Attribute) -> Streak:
    """Length of the run of years that ends in the latest year found."""
    return Streak(year)


def days_in_village() -> DaysInVillage:
    """Distinct days of each person."""
    return DaysInVillage()


def last_day() -> LastDay:
    """Last day of the period."""
    return LastDay()


def ratio(first: Figure, second: Figure, below: Mapping[str, str] | None = None) -> Ratio:
    """First divided by second; ``below`` renames parameters of the second, an empty name keeps one from it."""
    return Ratio(first, second, below)


def minus(first: Figure, second: Figure) -> Minus:
    """Difference of two figures."""
    return Minus(first, second)


def plus(first: Figure, second: Figure) -> Plus:
    """Sum of two figures."""
    return Plus(first, second)


def change(figure: Figure) -> Change:
    """Difference to the base year."""
    return Change(figure)


def growth(figure: Figure) -> Growth:
    """Growth in per cent on the base year."""
    return Growth(figure)


def times(figure: Figure) -> Times:
    """Multiple of the base year."""
    return Times(figure)


def mean_change(figure: Figure) -> MeanChange:
    """Mean difference from year to year."""
    return MeanChange(figure)


def mean_growth(figure: Figure) -> MeanGrowth:
    """Mean growth rate from year to year."""
    return MeanGrowth(figure)


def least(figure: Figure, by: str, over: Figure) -> LeastOver:
    """Smallest value over the subjects that another figure counts."""
    return LeastOver(figure, by, over)
