"""Working days (工作日): official holidays, swapped workdays, and the counting of days over them.

Pure functions over a table that is passed in; where a year has not been announced the answer is worked out from
weekends and statutory days and is an estimate (估算).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

ONE_DAY = timedelta(days=1)
HALF = Decimal("0.5")
WEEKDAYS = "一二三四五六日"


def days_from(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last, both included."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def weekday_name(day: date) -> str:
    """星期一 to 星期日."""
    return f"星期{WEEKDAYS[day.weekday()]}"


@dataclass(frozen=True)
class Calendar:
    """The table of days: which are worked, which are statutory, which years the State Council has announced."""

    worked: Mapping[date, bool] = field(default_factory=dict)
    """Days that differ from the week: a Wednesday off, a Sunday worked."""
    announced: Collection[int] = ()
    statutory: Mapping[date, str] = field(default_factory=dict)
    """Statutory holidays by name, used where a year is not announced (全国年节及纪念日放假办法)."""

    def is_workday(self, day: date) -> bool:
        """True for a 工作日."""
        found = self.worked.get(day)
        if found is not None:
            return found
        return day.weekday() < 5 and (day.year in self.announced or day not in self.statutory)

    def is_estimate(self, first: date, last: date) -> bool:
        """True where the span touches a year that has not been announced."""
        return any(year not in self.announced for year in range(first.year, last.year + 1))

    def workdays(self, first: date, last: date) -> int:
        """Working days from the first to the last, both included."""
        return sum(self.is_workday(day) for day in days_from(first, last))

    def next_workday(self, day: date) -> date:
        """The first 工作日 after a day."""
        day += ONE_DAY
        while not self.is_workday(day):
            day += ONE_DAY
        return day

    def after_workdays(self, day: date, count: int) -> date:
        """The 工作日 that is the given number of them after a day."""
        for _ in range(count):
            day = self.next_workday(day)
        return day

    def leave_days(self, first: date, last: date, from_noon: bool, to_noon: bool, workdays_only: bool) -> Decimal:
        """Days of an absence in half-days: 工作日 or all days, minus a half at either end where that day counts.

        Norm: 职工带薪年休假条例 第3条; rule leave.day_count.
        """

        def counts(day: date) -> bool:
            return not workdays_only or self.is_workday(day)

        if last < first:
            return Decimal(0)
        whole = self.workdays(first, last) if workdays_only else (last - first).days + 1
        halves = (from_noon and counts(first)) + (to_noon and counts(last))
        return max(Decimal(whole) - HALF * halves, Decimal(0))


def full_years(start: date, on: date) -> int:
    """Completed years from one day to another (满…年); negative never."""
    return max(on.year - start.year - ((on.month, on.day) < (start.month, start.day)), 0)
