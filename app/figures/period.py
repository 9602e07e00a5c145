"""The span of days over which a figure counts."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Self


@dataclass(frozen=True)
class Period:
    """From a first to a last day, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"统计期间的结束日期 {self.end} 早于开始日期 {self.start}，请检查。")

    @classmethod
    def of_year(cls, year: int, upto: date | None = None) -> Self:
        """A year, or its days up to and with a given day of it."""
        return cls(date(year, 1, 1), upto or date(year, 12, 31))

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """A calendar month."""
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Self:
        """A quarter of a year, 1 to 4."""
        last = quarter * 3
        return cls(date(year, last - 2, 1), date(year, last, monthrange(year, last)[1]))

    @property
    def years(self) -> range:
        """The years it touches."""
        return range(self.start.year, self.end.year + 1)

    def moved(self, years: int) -> Period:
        """The same days so many years later; 29 February becomes the 28th where there is none."""
        return Period(_moved(self.start, years), _moved(self.end, years))


def _moved(day: date, years: int) -> date:
    year = day.year + years
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))
