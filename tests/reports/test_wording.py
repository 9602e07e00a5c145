"""Numbers in words: exact by default, hedges only where true."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports import wording


@pytest.mark.parametrize(
    ("yuan", "unit", "told"),
    [
        ("3260", "", "3260元"),
        ("9999.5", "", "9999.5元"),
        ("10000", "", "1万元"),
        ("391580.08", "", "39.16万元"),
        ("105000", "", "10.5万元"),
        ("1152630000", "", "115263万元"),
        ("1152630000", "亿元", "11.53亿元"),
        ("8000", "万元", "0.8万元"),
    ],
)
def test_money_has_the_unit_of_its_size(yuan: str, unit: str, told: str) -> None:
    assert wording.money_words(Decimal(yuan), unit) == told


@pytest.mark.parametrize(
    ("value", "unit", "hedge", "told"),
    [
        (3260, "元", "余", "3000余元"),
        (3000, "元", "余", "3000元"),
        (398, "人", "近", "近400人"),
        (301, "人", "近", "301人"),
        (400, "人", "近", "400人"),
        (412, "人", "以上", "400人以上"),
        (400, "人", "以上", "400人以上"),
        (412345, "元", "余", "40余万元"),
        (42345, "元", "余", "4万余元"),
        (7, "次", "多", "7次"),
    ],
)
def test_a_hedge_is_written_only_where_it_is_true(value: int, unit: str, hedge: str, told: str) -> None:
    assert wording.number_words(value, unit, hedge=hedge) == told


@given(st.integers(min_value=1, max_value=10**9), st.integers(min_value=1, max_value=3))
def test_more_than_is_below_the_value_and_almost_above(value: int, digits: int) -> None:
    exact = Decimal(value)
    assert wording.rounded(exact, digits, up=False) <= exact <= wording.rounded(exact, digits, up=True)


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        (95, 100, ("下降", "5.0")),
        (102, 100, ("增长", "2.0")),
        (100, 100, ("持平", "0.0")),
        (100_001, 100_000, ("增长", "0.1")),
        (3, 1, ("增长", "200.0")),
    ],
)
def test_growth_names_its_direction_and_is_never_rounded_to_nothing(
    now: int, before: int, told: tuple[str, str]
) -> None:
    found = wording.growth(Decimal(now), Decimal(before))
    assert found is not None
    assert (found[0], str(found[1])) == told


def test_growth_on_nothing_is_unknown() -> None:
    assert wording.growth(Decimal(5), Decimal(0)) is None


def test_chinese_numerals_stand_before_measure_words() -> None:
    assert wording.number_words(2, "个", chinese=True) == "两个"
    assert wording.number_words(12, "个", chinese=True) == "十二个"
    assert wording.number_words(120, "个", chinese=True) == "120个"


def test_a_day_is_written_without_padding() -> None:
    assert wording.number_words(date(2026, 3, 7), "日") == "3月7日"
    assert wording.day_words(date(2026, 3, 7), with_year=True) == "2026年3月7日"
