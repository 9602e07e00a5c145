"""Every figure, counted by hand over the office of ``office.py``."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Connection

from app.figures import FIGURES, Period, count, count_all
from tests.figures.expected_2025 import YEAR_2025
from tests.figures.expected_parameters import OTHER_PERIODS, PARAMETERS


def expected(value: int | str | date | None) -> Any:
    return Decimal(value) if isinstance(value, str) else value


def test_every_figure_is_counted_by_hand() -> None:
    assert list(YEAR_2025) == list(FIGURES)


@pytest.mark.parametrize("key", YEAR_2025)
def test_a_figure_of_the_year(office: Connection, key: str) -> None:
    if not FIGURES[key].needs:
        assert count(office, key, Period.of_year(2025)).value == expected(YEAR_2025[key])


def test_all_figures_together_are_the_same(office: Connection) -> None:
    found = count_all(office, Period.of_year(2025))
    assert {key: counted.value for key, counted in found.items()} == {
        key: expected(value) for key, value in YEAR_2025.items()
    }


def test_decimals_keep_the_places_of_their_kind(office: Connection) -> None:
    texts = {key: value for key, value in YEAR_2025.items() if isinstance(value, str)}
    found = count_all(office, Period.of_year(2025), texts)
    assert {key: str(counted.value) for key, counted in found.items()} == texts


@pytest.mark.parametrize(("key", "period", "by", "value"), OTHER_PERIODS)
def test_a_figure_of_another_period(
    office: Connection, key: str, period: Period, by: dict[str, str | int], value: Any
) -> None:
    assert count(office, key, period, by).value == value


@pytest.mark.parametrize(("key", "by", "value"), PARAMETERS)
def test_a_figure_with_parameters(office: Connection, key: str, by: dict[str, str | int], value: Any) -> None:
    assert count(office, key, Period.of_year(2025), by).value == value


def test_without_records_counts_are_zero_and_the_rest_is_unknown(empty: Connection) -> None:
    found = count_all(empty, Period.of_year(2025))
    zero = {key for key, counted in found.items() if counted.value == 0}
    assert {"visits.days", "meetings.items", "study.learners", "staff.total", "documents.change"} <= zero
    unknown = ("leave.days", "meetings.date", "study.films", "staff.leaders_age", "honours.year", "budgets.left")
    assert all(found[key].value is None for key in unknown)
    assert all(counted.records == 0 for counted in found.values())


@pytest.mark.parametrize(
    ("key", "by", "unit"),
    [
        ("leave.days", {}, "天"),
        ("expenses.quantity", {"unit": "台"}, "台"),
        ("projects.output", {"title": "绿化"}, "亩"),
        ("projects.output", {"unit": "里"}, "里"),
        ("projects.target", {"title": "渠"}, "米"),
        ("projects.other_output", {"outputs.unit": "盏"}, "盏"),
        ("projects.output_rate", {"title": "硬化"}, "%"),
        ("indicator.value", {"name": "工业产值"}, "亿元"),
        ("indicator.value", {"name": "没有"}, "(随单位)"),
        ("indicator.change", {"name": "总人口"}, "人"),
        ("indicator.growth", {"name": "总人口"}, "%"),
        ("indicator.times", {"name": "总人口"}, "倍"),
        ("indicator.mean_change", {"name": "总人口"}, "人"),
    ],
)
def test_a_figure_may_take_the_unit_of_its_records(
    office: Connection, key: str, by: dict[str, str | int], unit: str
) -> None:
    assert count(office, key, Period.of_year(2025), by).unit == unit
