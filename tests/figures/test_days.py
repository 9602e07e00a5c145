"""Distinct days in the village, against counting day by day in tenths on a calendar."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from app.figures import Period, count, days_in_village, trace
from app.figures.days import Stay, counted_parts, days_of
from app.models.outreach.visit import Visit
from tests.figures.records import LI, WANG, ZHANG, add

TENTHS = st.integers(1, 80)
STAYS = st.lists(st.tuples(st.integers(1, 2), st.integers(-12, 40), TENTHS), max_size=12)


def by_calendar(stays: list[tuple[int, int, int]], length: int) -> Decimal:
    """Tenths of days, each laid on the calendar one after another."""
    tenths = dict[tuple[int, int], int]()
    for person, first, given_tenths in stays:
        for tenth in range(given_tenths):
            day = (person, first + tenth // 10)
            tenths[day] = min(10, tenths.get(day, 0) + 1)
    return Decimal(sum(found for (_, day), found in tenths.items() if 0 <= day < length)) / 10


@given(STAYS)
def test_days_are_those_of_a_calendar(stays: list[tuple[int, int, int]]) -> None:
    start = date(2025, 1, 1)
    rows = [
        Stay(number, person, (start + timedelta(days=first)).toordinal(), tenths * 1000)
        for number, (person, first, tenths) in enumerate(stays)
    ]
    parts = counted_parts(rows, Period(start, start + timedelta(days=29)))
    assert days_of(sum(parts.values())) == by_calendar(stays, 30)


def test_days_of_each_person(office: Connection) -> None:
    found = days_in_village(office, Period.of_year(2025))
    assert found == {WANG: Decimal(4), LI: Decimal(3), ZHANG: Decimal("0.75")}
    assert days_in_village(office, Period.of_year(2024)) == {LI: Decimal(2)}
    assert days_in_village(office, Period.of_year(2025), [LI, 99]) == {LI: Decimal(3), 99: Decimal(0)}
    assert days_in_village(office, Period.of_year(2025), []) == {}


def test_a_trip_over_new_year_counts_in_both_years(office: Connection) -> None:
    by = {"staff": "李二"}
    assert [count(office, "visits.days", Period.of_year(year), by).value for year in (2024, 2025, 2026)] == [2, 3, 2]
    assert count(office, "visits.days", Period.month(2025, 1), by).value == 2


def test_records_of_a_day_that_is_full_add_nothing(office: Connection) -> None:
    traced = trace(office, "visits.days", Period.of_year(2025), {"staff": "王一"})
    assert [(one.date, one.value) for one in traced] == [
        (date(2025, 3, 1), Decimal("0.5")),
        (date(2025, 3, 1), Decimal("0.5")),
        (date(2025, 3, 10), Decimal("2.5")),
        (date(2025, 3, 12), Decimal("0.5")),
    ]


def test_the_longest_visit_reaches_into_the_period(empty: Connection) -> None:
    add(empty, Visit, staff_id=1, village_id=1, date="2024-01-01", days="366.0")
    assert count(empty, "visits.days", Period.month(2024, 12)).value == 31
    assert count(empty, "visits.days", Period.of_year(2025)).value == 0
