"""Working days as announced for 2024 to 2026 and estimated for 2027; days of leave by their kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.models.people.leave import LEAVE, days_away, work_out
from app.models.people.staff import entitled
from app.store.surroundings import announced_holidays, statutory_days
from app.workdays import Calendar, days_from, full_years, weekday_name

CALENDAR = Calendar(*announced_holidays(), statutory_days())

OFF = {
    2024: ("0101", "0210-0217", "0404-0406", "0501-0505", "0610", "0915-0917", "1001-1007"),
    2025: ("0101", "0128-0204", "0404-0406", "0501-0505", "0531-0602", "1001-1008"),
    2026: ("0101-0103", "0215-0223", "0404-0406", "0501-0505", "0619-0621", "0925-0927", "1001-1007"),
}
"""国办发明电〔2023〕7号, 国办发明电〔2024〕12号, 国办发明电〔2025〕7号."""
WORKED = {
    2024: ("0204", "0218", "0407", "0428", "0511", "0914", "0929", "1012"),
    2025: ("0126", "0208", "0427", "0928", "1011"),
    2026: ("0104", "0214", "0228", "0509", "0920", "1010"),
}
"""Rest days that are worked instead (调休上班)."""


def day(year: int, told: str) -> date:
    return date(year, int(told[:2]), int(told[2:]))


def span(year: int, told: str) -> list[date]:
    first, _, last = told.partition("-")
    return list(days_from(day(year, first), day(year, last or first)))


class Around:
    """An office that knows the calendar and nothing else."""

    today = date(2026, 11, 23)
    calendar = CALENDAR

    def value_of(self, register: str, record: int | None, field: str) -> Any:
        return None

    def parameter(self, rule: str, name: str, default: Any) -> Any:
        return default


AROUND = Around()


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_holidays_are_those_announced_and_no_others(year: int) -> None:
    off = {each for told in OFF[year] for each in span(year, told)}
    worked = {day(year, told) for told in WORKED[year]}
    for each in days_from(date(year, 1, 1), date(year, 12, 31)):
        ordinary = each.weekday() < 5
        assert CALENDAR.is_workday(each) is (each in worked or (ordinary and each not in off)), each


@pytest.mark.parametrize(("year", "count"), [(2024, 251), (2025, 248), (2026, 248)])
def test_a_year_has_so_many_workdays(year: int, count: int) -> None:
    assert CALENDAR.workdays(date(year, 1, 1), date(year, 12, 31)) == count


def test_2027_is_estimated_from_weekends_and_statutory_days() -> None:
    first, last = date(2027, 1, 1), date(2027, 12, 31)
    assert CALENDAR.is_estimate(first, last)
    assert not CALENDAR.is_estimate(date(2026, 1, 1), date(2026, 12, 31))
    assert CALENDAR.is_estimate(date(2026, 12, 31), date(2027, 1, 4))
    assert not CALENDAR.is_workday(date(2027, 1, 1))
    assert not CALENDAR.is_workday(date(2027, 2, 8))
    assert CALENDAR.is_workday(date(2027, 2, 9))
    assert not CALENDAR.is_workday(date(2027, 5, 2))
    statutory = [each for each in statutory_days() if each.year == 2027]
    assert len(statutory) == 13


def test_an_announced_year_goes_by_its_table_alone() -> None:
    calendar = Calendar({date(2027, 2, 7): True, date(2027, 2, 11): False}, {2027}, {date(2027, 2, 8): "春节"})
    assert calendar.is_workday(date(2027, 2, 7))
    assert calendar.is_workday(date(2027, 2, 8))
    assert not calendar.is_workday(date(2027, 2, 11))


def test_workdays_after_a_day_pass_over_holidays() -> None:
    assert CALENDAR.next_workday(date(2026, 2, 14)) == date(2026, 2, 24)
    assert CALENDAR.after_workdays(date(2026, 9, 30), 3) == date(2026, 10, 10)
    assert weekday_name(date(2026, 10, 10)) == "星期六"


def leave(start: date, end: date, kind: str = "年休假", **more: Any) -> dict[str, Any]:
    values = {"staff": 1, "kind": kind, "start": start, "end": end, **more}
    work_out(values, AROUND)
    return values


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2026, 9, 28), date(2026, 9, 30), "3"),
        (date(2026, 9, 28), date(2026, 10, 10), "6"),
        (date(2026, 10, 1), date(2026, 10, 7), "0"),
        (date(2026, 2, 14), date(2026, 2, 14), "1"),
        (date(2026, 2, 28), date(2026, 3, 1), "1"),
        (date(2025, 4, 25), date(2025, 5, 6), "6"),
    ],
)
def test_annual_leave_counts_workdays_with_swapped_ones(start: date, end: date, days: str) -> None:
    assert leave(start, end)["days"] == Decimal(days)


@pytest.mark.parametrize("kind", ["病假", "产假", "探亲假"])
def test_sick_maternity_and_home_leave_count_all_days(kind: str) -> None:
    assert leave(date(2026, 9, 28), date(2026, 10, 10), kind)["days"] == 13


@pytest.mark.parametrize("kind", ["事假", "婚假", "陪产假", "育儿假", "丧假", "公假", "调休", "离镇报备", "其他"])
def test_other_kinds_count_workdays(kind: str) -> None:
    assert leave(date(2026, 9, 28), date(2026, 10, 10), kind)["days"] == 6


@pytest.mark.parametrize(
    ("more", "days"),
    [
        ({"start_half": "下午"}, "2.5"),
        ({"end_half": "上午"}, "2.5"),
        ({"start_half": "下午", "end_half": "上午"}, "2"),
        ({"start_half": "上午", "end_half": "下午"}, "3"),
    ],
)
def test_a_half_day_at_either_end_is_left_out(more: Mapping[str, Any], days: str) -> None:
    assert leave(date(2026, 9, 28), date(2026, 9, 30), **more)["days"] == Decimal(days)


def test_a_half_on_a_day_that_is_not_counted_changes_nothing() -> None:
    assert leave(date(2026, 10, 7), date(2026, 10, 8), start_half="下午")["days"] == 1
    assert leave(date(2026, 9, 30), date(2026, 10, 1), end_half="上午")["days"] == 1
    assert leave(date(2026, 9, 30), date(2026, 9, 30), start_half="下午")["days"] == Decimal("0.5")


def test_an_extension_moves_the_last_day() -> None:
    assert leave(date(2026, 9, 28), date(2026, 9, 29), extension=date(2026, 10, 9))["days"] == 5
    assert leave(date(2026, 9, 28), date(2026, 9, 29), end_half="上午", extension=date(2026, 9, 30))["days"] == 3


def test_a_return_before_the_last_day_shortens_the_leave() -> None:
    assert leave(date(2026, 9, 21), date(2026, 9, 24), returned=date(2026, 9, 23))["days"] == 2
    assert leave(date(2026, 9, 21), date(2026, 9, 24), returned=date(2026, 9, 21))["days"] == 0
    assert leave(date(2026, 9, 21), date(2026, 9, 24), returned=date(2026, 9, 25))["days"] == 4


@pytest.mark.parametrize(
    ("end", "returned", "overstay"),
    [
        (date(2026, 9, 30), date(2026, 10, 8), 0),
        (date(2026, 9, 30), date(2026, 10, 9), 1),
        (date(2026, 11, 6), date(2026, 11, 9), 0),
        (date(2026, 11, 6), date(2026, 11, 10), 1),
        (date(2026, 11, 6), date(2026, 11, 5), 0),
        (date(2026, 11, 6), None, None),
    ],
)
def test_overstay_counts_from_the_first_workday_after(end: date, returned: date | None, overstay: int | None) -> None:
    assert leave(date(2026, 9, 21), end, returned=returned)["overstay"] == overstay


def test_a_leave_over_new_year_is_split_between_the_years() -> None:
    values = leave(date(2025, 12, 29), date(2026, 1, 6))
    parts = [days_away(values, AROUND, date(year, 1, 1), date(year, 12, 31)) for year in (2025, 2026)]
    assert parts == [3, 3]
    assert sum(parts) == values["days"]


def test_halves_belong_to_the_year_of_their_end() -> None:
    values = leave(date(2025, 12, 31), date(2026, 1, 5), start_half="下午", end_half="上午")
    parts = [days_away(values, AROUND, date(year, 1, 1), date(year, 12, 31)) for year in (2025, 2026)]
    assert parts == [Decimal("0.5"), Decimal("1.5")]


@pytest.mark.parametrize(
    ("start", "days"),
    [
        (date(2026, 3, 8), 0),
        (date(2025, 3, 8), 0),
        (date(2025, 3, 7), 5),
        (date(2016, 3, 8), 5),
        (date(2016, 3, 7), 10),
        (date(2006, 3, 8), 10),
        (date(2006, 3, 7), 15),
        (date(1986, 1, 1), 15),
        (None, None),
    ],
)
def test_annual_leave_grows_with_full_years_of_service(start: date | None, days: int | None) -> None:
    assert entitled(start, date(2026, 3, 7), AROUND) == days


def test_full_years_are_completed_on_the_day() -> None:
    assert full_years(date(2020, 2, 29), date(2021, 2, 28)) == 0
    assert full_years(date(2020, 2, 29), date(2021, 3, 1)) == 1
    assert full_years(date(2030, 1, 1), date(2026, 1, 1)) == 0


def test_days_in_the_wrong_order_are_refused() -> None:
    check = LEAVE.check
    assert check is not None
    told = dict(check({"start": date(2026, 3, 7), "end": date(2026, 3, 6), "extension": date(2026, 3, 5)}))
    assert told["end"] == "结束日期早于开始日期，请检查这两个日期。"
    assert "extension" in told
    noon = {"start": date(2026, 3, 6), "end": date(2026, 3, 6), "start_half": "下午", "end_half": "上午"}
    assert list(check(noon)) == [("end_half", "同一天从下午请到上午，请检查起止。")]


DAYS = some.dates(date(2024, 1, 1), date(2027, 12, 31))


@given(DAYS, some.integers(0, 40), some.integers(0, 40))
def test_workdays_add_up(first: date, length: int, further: int) -> None:
    middle, last = first + timedelta(days=length), first + timedelta(days=length + further + 1)
    parts = CALENDAR.workdays(first, middle) + CALENDAR.workdays(middle + timedelta(days=1), last)
    assert CALENDAR.workdays(first, last) == parts


@given(DAYS, some.integers(0, 60), some.booleans(), some.booleans(), some.booleans())
def test_days_of_leave_are_halves_and_never_negative(
    first: date, length: int, from_noon: bool, to_noon: bool, workdays_only: bool
) -> None:
    days = CALENDAR.leave_days(first, first + timedelta(days=length), from_noon, to_noon, workdays_only)
    assert 0 <= days <= length + 1
    assert days * 2 == int(days * 2)
