"""The office's own say: holidays, first numbers, limits from a day on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.models import BY_KEY
from app.services import records, undoing
from app.services.desk import Desk, create_desk
from app.services.holidays import BadSetting, SpecialDay, holidays_of, set_holidays
from app.services.looking import add_people
from app.services.settings import limits_of, names_of, read_setting, series_of, set_first, set_limit, set_names
from app.store.records import load


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An office with one person."""
    made = create_desk(tmp_path / "data")
    add_people(made, ["张三"], None, "其他机关干部")
    yield made
    made.close()


def leave(desk: Desk, first: date, last: date, kind: str = "事假") -> int:
    values = {"staff": 1, "kind": kind, "start": first, "end": last, "status": "已批准"}
    return records.save(desk, BY_KEY["leave"], records.blank(desk, BY_KEY["leave"]) | values).id


def days_of(desk: Desk, record: int) -> Any:
    with desk.store.read() as connection:
        return load(connection, BY_KEY["leave"], [record])[record]["days"]


def test_an_announced_year_has_its_swapped_days_by_name(desk: Desk) -> None:
    found = holidays_of(desk, 2026)
    days = {each.day: each for each in found.days}
    assert found.announced
    assert (days[date(2026, 10, 10)].worked, days[date(2026, 10, 10)].name) == (True, "国庆节调休")
    assert (days[date(2026, 2, 17)].worked, days[date(2026, 2, 17)].name) == (False, "春节")


def test_a_year_not_announced_is_an_estimate(desk: Desk) -> None:
    found = holidays_of(desk, 2027)
    assert not found.announced
    assert SpecialDay(date(2027, 10, 1), False, "国庆节") in found.days


def test_a_table_kept_is_the_table_read_and_leave_is_counted_again(desk: Desk) -> None:
    record = leave(desk, date(2026, 10, 8), date(2026, 10, 12))
    assert days_of(desk, record) == Decimal(4)
    days = [each for each in holidays_of(desk, 2026).days if each.day != date(2026, 10, 10)]
    assert set_holidays(desk, 2026, days, True) == 1
    assert list(holidays_of(desk, 2026).days) == days
    assert days_of(desk, record) == Decimal(3)
    assert any("重算" in line or "天数" in line for line in undoing.history(desk, BY_KEY["leave"], record))


def test_counting_leave_again_is_no_step_to_take_back(desk: Desk) -> None:
    leave(desk, date(2026, 10, 8), date(2026, 10, 12))
    days = [each for each in holidays_of(desk, 2026).days if each.day != date(2026, 10, 10)]
    set_holidays(desk, 2026, days, True)
    assert undoing.undo(desk) == "已撤回：登记请销假 1 条。"


def test_a_day_of_another_year_is_refused(desk: Desk) -> None:
    with pytest.raises(BadSetting, match="不是 2026 年"):
        set_holidays(desk, 2026, [SpecialDay(date(2025, 1, 1), False, "元旦")], True)


def test_a_number_in_use_is_never_given_again(desk: Desk) -> None:
    set_first(desk, "incoming", 2026, 88)
    values = {"received": date(2026, 5, 1), "sender": "县委办", "title": "通知"}
    records.save(desk, BY_KEY["incoming"], records.blank(desk, BY_KEY["incoming"]) | values)
    series = next(each for each in series_of(desk, 2026) if each.key == "incoming")
    assert (series.next, series.highest) == (89, 88)
    with pytest.raises(BadSetting, match="88 号已经用过"):
        set_first(desk, "incoming", 2026, 88)


def test_a_limit_holds_from_its_day(desk: Desk) -> None:
    set_limit(desk, "meetings.duration", {"limit": 90}, date(2026, 7, 1))
    with desk.office() as office:
        assert office.parameter("meetings.duration", "limit", 120, date(2026, 6, 30)) == 120
        assert office.parameter("meetings.duration", "limit", 120, date(2026, 7, 1)) == 90
    set_limit(desk, "meetings.duration", {}, None, on=False)
    assert not next(each for each in limits_of(desk) if each.key == "meetings.duration").on


def test_kinds_counted_by_calendar_days_recount_leave(desk: Desk) -> None:
    record = leave(desk, date(2026, 3, 6), date(2026, 3, 9))
    assert days_of(desk, record) == Decimal(2)
    set_limit(desk, "leave.day_count", {"calendar_kinds": ["病假", "事假"]}, None)
    assert days_of(desk, record) == Decimal(4)


@pytest.mark.parametrize(
    ("rule", "name", "text", "value"),
    [
        ("meetings.duration", "limit", "90", 90),
        ("meetings.duration", "exempt_kinds", "人代会、党代会", ["人代会", "党代会"]),
        ("meetings.business_per_month", "per_office", "是", True),
        ("meetings.size", "limit", "", None),
        ("reception.quota", "meal", "25.5", 25.5),
        ("petitions.none_to_capital", "start", "2026年3月1日", "2026-03-01"),
        ("petitions.none_to_capital", "end", "", None),
        ("reception_days.market_day", "market_days", "农历 3 6 9", ["农历", "3", "6", "9"]),
        (
            "leave.approval_ladder",
            "ladder",
            "全部 1 分管领导；中层 30 主要领导",
            [["", 1, "分管领导"], ["中层", 30, "主要领导"]],
        ),
    ],
)
def test_a_parameter_is_read_as_typed(rule: str, name: str, text: str, value: object) -> None:
    assert read_setting(rule, name, text) == value


@pytest.mark.parametrize("text", ["很多", "-1", "1e99"])
def test_what_is_no_limit_is_refused(text: str) -> None:
    with pytest.raises(BadSetting):
        read_setting("meetings.duration", "limit", text)


def test_an_office_without_a_town_is_refused(desk: Desk) -> None:
    set_names(desk, {"county": "云山县", "town": "云禾镇", "office": "党政办"})
    assert names_of(desk)["town"] == "云禾镇"
    with pytest.raises(BadSetting, match="乡镇名称"):
        set_names(desk, {"town": "  "})
