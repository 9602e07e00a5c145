"""Comparison with a base year, and means of the changes from year to year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from app.figures.asking import Asked
from app.figures.combined import Number, OfFigures
from app.figures.figure import Figure, Value
from app.figures.parameters import year_of
from app.figures.rounding import half_up, percentage


class Change(OfFigures):
    """The difference to the same days of the base year: parameter ``base``, by default the year before."""

    words = "与基期（默认上年同期）之差"

    def __init__(self, figure: Figure) -> None:
        self.figures = (figure,)

    @property
    def own_parameters(self) -> tuple[str, ...]:
        """The base year."""
        return ("base",)

    def asks(self, asked: Asked) -> list[Asked]:
        """The figure now, and then."""
        (figure,) = self.figures
        year = asked.period.start.year
        base = year_of(asked.by["base"]) if "base" in asked.by else year - 1
        return [asked.other(figure), asked.other(figure, period=asked.period.moved(base - year))]

    def value(self, asked: Asked, numbers: list[Number | None]) -> Value:
        """Unknown where one of the two is."""
        now, then = numbers
        return None if now is None or then is None else self.compared(now, then)

    def compared(self, now: Number, then: Number) -> Value:
        """The exact difference."""
        return now - then

    def adds(self, place: int, value: Any) -> Any:
        """Records of the base year take away."""
        return -value if place and isinstance(value, (int, Decimal)) else value

    def told(self, figure: Figure) -> str:
        """「发文件数」与基期之差."""
        (compared,) = self.figures
        return f"「{compared.label}」{self.words}。{self.rules_of_parts()}"


class Growth(Change):
    """Growth on the base year in per cent; a fall is negative; unknown on a base of 0."""

    words = "比基期（默认上年同期）增长的百分比，下降为负"

    def compared(self, now: Number, then: Number) -> Value:
        """With one decimal."""
        return percentage((Fraction(now) - Fraction(then)) / Fraction(then) * 100) if then else None

    def adds(self, place: int, value: Any) -> Any:
        """Both years as they are."""
        return value


class Times(Change):
    """Multiple of the base year, with one decimal; unknown on a base of 0."""

    words = "为基期（默认上年同期）的倍数"

    def compared(self, now: Number, then: Number) -> Value:
        """是基期的 n 倍."""
        return half_up(Fraction(now) / Fraction(then)) if then else None

    def adds(self, place: int, value: Any) -> Any:
        """Both years as they are."""
        return value


class MeanChange(OfFigures):
    """The mean of the differences from year to year over the years of the period; every year must have a value."""

    words = "逐年增量的平均数"

    def __init__(self, figure: Figure) -> None:
        self.figures = (figure,)

    def asks(self, asked: Asked) -> list[Asked]:
        """The figure in each year."""
        (figure,) = self.figures
        period = asked.period
        spans = [type(period).of_year(year, min(period.end, date(year, 12, 31))) for year in period.years]
        return [asked.other(figure, period=span) for span in spans]

    def value(self, asked: Asked, numbers: list[Number | None]) -> Value:
        """With one decimal; unknown for a single year."""
        known = [value for value in numbers if value is not None]
        if len(known) < max(len(numbers), 2):
            return None
        steps = [self.step(now, then) for then, now in pairwise(known)]
        sure = [step for step in steps if step is not None]
        return self.rounded(sum(sure, Fraction(0)) / len(sure)) if len(sure) == len(steps) else None

    def step(self, now: Number, then: Number) -> Fraction | None:
        """The difference of two years."""
        return Fraction(now) - Fraction(then)

    def rounded(self, mean: Fraction) -> Decimal:
        """One decimal, half up."""
        return half_up(mean)

    def told(self, figure: Figure) -> str:
        """「统计指标数值」逐年增量的平均数."""
        (compared,) = self.figures
        return f"期内各年「{compared.label}」{self.words}。{self.rules_of_parts()}"


class MeanGrowth(MeanChange):
    """The plain mean of the yearly growth rates in per cent; unknown where a year is 0."""

    words = "逐年增幅的平均数"

    def step(self, now: Number, then: Number) -> Fraction | None:
        """The growth of one year on the one before."""
        return (Fraction(now) - Fraction(then)) / Fraction(then) * 100 if then else None

    def rounded(self, mean: Fraction) -> Decimal:
        """Never onto 100 or 0."""
        return percentage(mean)
