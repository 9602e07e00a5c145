"""The spans over which a quota runs: a month, a quarter, a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.figures.period import Period


@dataclass(frozen=True)
class Span:
    """A first and a last day, and what the office calls the days between."""

    start: date
    end: date
    label: str

    def holds(self, day: date | None) -> bool:
        """True for a day of the span."""
        return day is not None and self.start <= day <= self.end

    def upto(self, day: date) -> date:
        """The last day of the span that is not after the given one."""
        return min(self.end, day)

    @property
    def period(self) -> Period:
        """The same days for a figure."""
        return Period(self.start, self.end)


def year_of(year: int) -> Span:
    """A calendar year."""
    return Span(date(year, 1, 1), date(year, 12, 31), f"{year}年")


def month_of(year: int, month: int) -> Span:
    """A calendar month."""
    period = Period.month(year, month)
    return Span(period.start, period.end, f"{year}年{month}月")


def quarter_of(year: int, quarter: int) -> Span:
    """A quarter of a calendar year."""
    period = Period.quarter(year, quarter)
    return Span(period.start, period.end, f"{year}年第{'一二三四'[quarter - 1]}季度")


def spans_of(per: str, year: int) -> tuple[Span, ...]:
    """The spans of a year in which a quota of this kind is asked."""
    if per == "month":
        return tuple(month_of(year, month) for month in range(1, 13))
    if per == "quarter":
        return tuple(quarter_of(year, quarter) for quarter in range(1, 5))
    return (year_of(year),)


def same_day(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes the 28th where there is none."""
    return Period(day, day).moved(years).start
