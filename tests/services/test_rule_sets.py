"""Sets of limits: what belongs to them, and switching them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.rules import RULES
from app.services.counting import checked
from app.services.desk import Desk, create_desk
from app.services.holidays import BadSetting
from app.services.rule_sets import on_today, rule_sets, switch_set
from app.services.settings import read_setting

SHARED = "pledges.levels"
"""A duty of both 002 and 003."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "data")
    yield made
    made.close()


def test_every_limit_belongs_to_a_set_and_two_are_on_at_first(desk: Desk) -> None:
    found = rule_sets(desk)
    assert {rule for each in found for rule in each.rules} == set(RULES)
    assert {each.key: each.on == len(each.rules) for each in found} == {
        **{"001": True, "national": True},
        **{"000": False, "002": False, "003": False, "004": False},
    }
    assert all(each.on == 0 for each in found[2:])


def test_a_set_is_switched_as_a_whole_and_the_check_follows(desk: Desk) -> None:
    before = on_today(desk)
    count = switch_set(desk, "003", True)
    assert count == len(on_today(desk)) - len(before) > 10
    year = date.today().year
    assert {each.key for each in checked(desk, year) if each.on} == on_today(desk)
    assert switch_set(desk, "003", True) == 0
    assert switch_set(desk, "003", False) == count
    assert on_today(desk) == before


def test_a_duty_of_two_sources_goes_off_with_the_last(desk: Desk) -> None:
    for key in ("002", "003"):
        switch_set(desk, key, True)
    switch_set(desk, "002", False)
    assert SHARED in on_today(desk)
    switch_set(desk, "003", False)
    assert SHARED not in on_today(desk)


def test_a_set_switched_from_a_day_on_leaves_earlier_days_alone(desk: Desk) -> None:
    year = date.today().year
    switch_set(desk, "001", False, date(year, 1, 1))
    states = {each.key: each.on for each in checked(desk, year - 1, date(year - 1, 12, 31))}
    assert states["meetings.duration"] is True
    assert "meetings.duration" not in on_today(desk)


def test_an_unknown_set_is_refused(desk: Desk) -> None:
    with pytest.raises(BadSetting, match="没有「005」这一组规定"):
        switch_set(desk, "005", True)


@pytest.mark.parametrize(
    ("text", "kept"),
    [("3 6 9", ["3", "6", "9"]), ("３、６、９", ["3", "6", "9"]), ("农历 1 04", ["农历", "1", "4"]), (" ", None)],
)
def test_market_days_as_typed(text: str, kept: list[str] | None) -> None:
    assert read_setting("reception_days.market_day", "market_days", text) == kept


@pytest.mark.parametrize("text", ["三六九", "32", "农历", "-1"])
def test_what_is_no_market_day_is_refused(text: str) -> None:
    with pytest.raises(BadSetting, match="逢场日"):
        read_setting("reception_days.market_day", "market_days", text)
