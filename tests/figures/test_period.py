from __future__ import annotations

from datetime import date

import pytest

from app.figures import Period


def test_months_and_quarters_end_on_their_last_day() -> None:
    assert Period.month(2024, 2) == Period(date(2024, 2, 1), date(2024, 2, 29))
    assert Period.quarter(2025, 4) == Period(date(2025, 10, 1), date(2025, 12, 31))
    assert Period.of_year(2025, date(2025, 6, 30)) == Period(date(2025, 1, 1), date(2025, 6, 30))


def test_the_same_days_of_another_year() -> None:
    assert Period.of_year(2024, date(2024, 2, 29)).moved(-1) == Period(date(2023, 1, 1), date(2023, 2, 28))
    assert Period.of_year(2025).moved(-10) == Period.of_year(2015)


def test_the_years_it_touches() -> None:
    assert list(Period(date(2023, 12, 31), date(2025, 1, 1)).years) == [2023, 2024, 2025]


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="早于开始日期"):
        Period(date(2025, 2, 1), date(2025, 1, 31))
