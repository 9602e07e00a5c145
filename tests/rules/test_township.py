"""The findings stated for the invented township, over its imported workbooks."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.models import BY_KEY
from app.rules import Verdict, check, meters, while_typing
from app.services.desk import Desk
from app.store.records import load
from app.store.surroundings import Office

TODAY = date(2026, 11, 23)
STATED = json.loads((Path(__file__).parents[1] / "data/township/expected.json").read_text(encoding="utf-8"))["rules"]
BROKEN: dict[tuple[str, int], list[Any]] = {
    ("budget.not_exceeded", 2024): ["56445.94", "49422.83", "30299.05", "43257.36"],
    ("budget.not_exceeded", 2025): ["39751.21", "47053.82", "42170.50", "35398.91", "47174.56"],
    ("documents.length_general", 2024): [2001],
    ("leave.overstay", 2025): [16],
    ("meetings.business_per_month", 2025): [5],
    ("meetings.duration", 2024): [121],
    ("meetings.duration", 2025): [150],
    ("meetings.plenary_per_month", 2024): [3],
    ("meetings.plenary_per_month", 2025): [3],
    ("reception.companions", 2024): [4, 4, 5],
    ("reception.companions", 2025): [6],
}
COUNTED = {
    ("petitions.close_60_days", 2024): 19,
    ("petitions.close_60_days", 2025): 18,
    ("reception.letter", 2024): 4,
    ("reception.letter", 2025): 4,
    ("visits.public_transport", 2024): 394,
    ("visits.public_transport", 2025): 395,
}


@pytest.fixture(scope="module")
def checked(township: Desk) -> dict[int, dict[str, Verdict]]:
    """Both years, judged on 31 March of the year after."""
    with township.store.read() as connection:
        office = Office(connection, TODAY)
        return {
            year: {verdict.key: verdict for verdict in check(connection, office, year, date(year + 1, 3, 31))}
            for year in (2024, 2025)
        }


@pytest.mark.parametrize("stated", STATED, ids=lambda stated: f"{stated['key']}-{stated['year']}")
def test_the_state_is_the_stated_one(checked: dict[int, dict[str, Verdict]], stated: dict[str, Any]) -> None:
    assert checked[stated["year"]][stated["key"]].state == stated["state"]


@pytest.mark.parametrize(("stated", "values"), BROKEN.items(), ids=str)
def test_what_is_broken_is_broken_by_so_much(
    checked: dict[int, dict[str, Verdict]], stated: tuple[str, int], values: list[Any]
) -> None:
    found = checked[stated[1]][stated[0]].findings
    assert [str(each.value) for each in found if each.state == "broken"] == [str(value) for value in values]


@pytest.mark.parametrize(("stated", "count"), COUNTED.items(), ids=str)
def test_as_many_are_broken_as_stated(
    checked: dict[int, dict[str, Verdict]], stated: tuple[str, int], count: int
) -> None:
    assert len(checked[stated[1]][stated[0]].findings) == count


def test_quotas_used_up_are_shown_month_by_month(checked: dict[int, dict[str, Verdict]]) -> None:
    def used_up(key: str, year: int) -> list[int]:
        near = [each.period for each in checked[year][key].findings if each.state == "near"]
        return [int(period.split("年")[1].rstrip("月")) for period in near]

    assert used_up("meetings.business_per_month", 2024) == [1, 3, 4, 5, 8, 10, 12]
    assert used_up("meetings.business_per_month", 2025) == [2, 3, 5, 6, 9, 12]
    assert used_up("meetings.plenary_per_month", 2024) == [1, 3, 4, 7, 11]
    assert used_up("meetings.plenary_per_month", 2025) == [1, 2, 8]


def test_the_stated_day_is_that_of_any_later_day(township: Desk) -> None:
    with township.store.read() as connection:
        for year in (2024, 2025):
            found = {verdict.key: verdict.state for verdict in check(connection, Office(connection, TODAY), year)}
            assert {each["key"]: found[each["key"]] for each in STATED if each["year"] == year} == {
                each["key"]: each["state"] for each in STATED if each["year"] == year
            }


def test_meters_and_typing_are_quick(township: Desk) -> None:
    with township.store.read() as connection:
        assert len(meters(connection, Office(connection, date(2025, 5, 20)))) >= 12
        for key, register in BY_KEY.items():
            record, values = next(iter(load(connection, register, range(1, 100)).items()), (None, {}))
            while_typing(connection, Office(connection, TODAY), register, values, record)
            begun = time.perf_counter()
            while_typing(connection, Office(connection, TODAY), register, values, record)
            assert time.perf_counter() - begun < 0.25, key


def test_an_office_that_starts_in_mid_year_has_no_gap_before_its_first_number(desk: Desk) -> None:
    from app.models.register import Values
    from app.services.records import save
    from app.services.settings import set_first

    set_first(desk, "outgoing:青政办", 2025, 30)
    paper: Values = {
        "title": "通知",
        "kind": "通知",
        "issuer": "党政办",
        "status": "已印发",
        "code": "青政办",
        "year": 2025,
    }
    more = {"issued": date(2025, 3, 7), "direction": "下行文", "category": "一般性文件"}
    register = BY_KEY["outgoing"]
    every = dict.fromkeys(("documents.charge_leader", "documents.approval", "documents.upward"), "补录")
    assert save(desk, register, paper | more, reasons=every).values["serial"] == 30
    with desk.store.read() as connection:
        found = {verdict.key: verdict for verdict in check(connection, Office(connection, TODAY), 2025)}
    assert found["documents.number_series"].state == "met"
    assert found["documents.charge_leader"].findings[0].reason == "补录"
