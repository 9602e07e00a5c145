"""Limits on the leaders' days of reception and on the service window."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from app.rules.lunar_days import lunar_day
from app.rules.reception_days import is_market_day
from tests.rules.conftest import Town, day

DAY = {"date": day(3, 7), "market_day": True, "leader": 1, "log": "接待3人"}
WINDOW = {"date": day(3, 7), "kind": "窗口日常", "received": 10, "finished": 10}
UNITS = tuple({"unit": unit} for unit in ("国土所", "城建办", "计生办", "民政办", "司法所"))
MARKET = WINDOW | {"kind": "逢场集中办公"}

CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("reception_days.log", "reception_day", DAY, "met"),
    ("reception_days.log", "reception_day", DAY | {"log": None}, "broken"),
    ("reception_days.log", "reception_day", DAY | {"log": None, "nobody": True}, "met"),
    ("reception_days.log", "reception_day", DAY | {"nobody": True}, "met"),
    ("window.departments", "window_day", MARKET | {"units": UNITS}, "met"),
    ("window.departments", "window_day", MARKET | {"units": UNITS[1:]}, "broken"),
    ("window.departments", "window_day", MARKET, "broken"),
    ("window.departments", "window_day", WINDOW, "met"),
]


@pytest.mark.parametrize(("rule", "register", "changes", "state"), CASES)
def test_each_record_is_judged_alike_in_the_year_and_while_typing(
    town: Town, rule: str, register: str, changes: dict[str, Any], state: str
) -> None:
    assert town.states(rule, register, changes) == (state, state)


def test_nobody_came_although_visitors_are_registered(town: Town) -> None:
    town.add("visitor", leader=1)
    assert town.states("reception_days.log", "reception_day", DAY | {"nobody": True}) == ("broken", "broken")
    assert not town.type("reception_days.log", "reception_day", **DAY | {"nobody": True, "leader": 2})


def test_todays_log_may_still_be_written(town: Town) -> None:
    assert town.states("reception_days.log", "reception_day", DAY | {"log": None}, day(3, 7)) == ("near", "near")


@pytest.mark.parametrize(
    ("told", "when", "is_one"),
    [
        (("3", "6", "9"), day(3, 13), True),
        (("3", "6", "9"), day(3, 12), False),
        (("0",), day(3, 30), True),
        (("15",), day(3, 15), True),
        (("15",), day(3, 5), False),
        (("农历", "1"), day(1, 29), True),
        (("农历", "9"), day(1, 29), False),
    ],
)
def test_market_days_go_by_the_last_digit(told: tuple[str, ...], when: date, is_one: bool) -> None:
    assert is_market_day(when, told) == is_one


LUNAR = {
    **{day(2, 10, 2024): 1, day(6, 10, 2024): 5, day(9, 17, 2024): 15, day(1, 29): 1, day(5, 31): 5, day(10, 6): 15},
    **{day(2, 17, 2026): 1, day(9, 25, 2026): 15, day(2, 5, 2000): 1, day(2, 3, 2030): 1, day(1, 28): 29},
}


@pytest.mark.parametrize(("when", "number"), LUNAR.items(), ids=str)
def test_the_lunar_day_is_that_of_the_festivals(when: date, number: int) -> None:
    assert lunar_day(when) == number


def test_lunar_days_follow_one_another() -> None:
    days = [lunar_day(date(2025, 1, 1) + timedelta(days=each)) for each in range(800)]
    for before, after in pairwise(days):
        assert after == before + 1 or (after == 1 and before in (29, 30))


def test_a_leader_on_every_market_day(town: Town) -> None:
    rule = "reception_days.market_day"
    assert town.check(rule, day(1, 14)).state == "unknown"
    town.set(rule, "market_days", ["3", "6"])
    for number in (3, 6):
        town.add("reception_day", **DAY | {"date": day(1, number)})
    assert town.check(rule, day(1, 12)).state == "met"
    assert town.check(rule, day(1, 13)).state == "near"
    (finding,) = town.check(rule, day(1, 14)).findings
    assert (finding.state, finding.value) == ("broken", 1)
    town.add("reception_day", **DAY | {"date": day(1, 13), "market_day": False})
    assert town.check(rule, day(1, 14)).state == "broken"
    town.set(rule, "limit", 2)
    assert town.check(rule, day(1, 14)).findings[0].value == 3


def test_while_market_days_are_not_set_recorded_ones_are_judged(town: Town) -> None:
    rule = "reception_days.market_day"
    town.set(rule, "limit", 2)
    for _ in range(2):
        town.add("reception_day", **DAY)
    assert town.check(rule).state == "broken"
    town.add("reception_day", **DAY | {"leader": 2})
    assert town.check(rule).state == "unknown"


def test_a_leader_every_working_day_from_the_first_record(town: Town) -> None:
    rule = "reception_days.daily"
    assert town.check(rule).state == "unknown"
    for number in (6, 7, 10):
        town.add("reception_day", **DAY | {"date": day(3, number)})
    assert town.check(rule, day(3, 10)).state == "met"
    assert town.check(rule, day(3, 11)).state == "near"
    assert town.check(rule, day(3, 12)).state == "broken"
    town.set(rule, "days", "每天")
    assert town.check(rule, day(3, 10)).findings[0].value == 2


def test_what_is_received_at_the_window_is_finished(town: Town) -> None:
    rule = "window.finished"
    assert town.check(rule).state == "unknown"
    town.add("window_day", **WINDOW)
    assert town.check(rule).state == "met"
    town.add("window_day", **WINDOW | {"received": 10000, "finished": 9999})
    found = town.check(rule)
    assert (found.state, str(found.value)) == ("near", "99.9")
    town.set(rule, "limit", 99)
    assert town.check(rule).state == "met"


def test_no_more_is_finished_than_came_in(town: Town) -> None:
    town.add("window_day", **WINDOW | {"finished": 11})
    (finding,) = town.check("window.finished").findings
    assert (finding.state, finding.records) == ("near", (("window_day", 1),))


def test_days_without_badges_are_shown_to_whoever_confirms(town: Town) -> None:
    town.add("window_day", **WINDOW | {"badges": False})
    town.add("staff", name="新人", duty_class="其他机关干部", badge=False)
    verdict = town.check("window.badges")
    assert verdict.state == "needs-person"
    assert verdict.asked[0].shown == "记为未挂牌的有1天、1人（03-07、新人）"
    assert not verdict.findings


def test_the_five_steps_need_a_training_and_a_whole_list(town: Town) -> None:
    rule, steps = "training.five_steps", tuple({"order": at, "text": "步"} for at in range(1, 6))
    assert (town.check(rule, day(12, 31)).state, town.check(rule).state) == ("near", "broken")
    town.add("training", date=day(3, 7), subject="礼仪", kind="礼仪服务", level="镇", audience="机关干部", trainees=9)
    named = {"year": 2024, "name": "五步接待礼仪", "announced": 5}
    town.add("named_list", **named, parts=steps)
    assert town.check(rule).state == "needs-person"
    town.add("named_list", **named, parts=steps[1:])
    assert town.check(rule).state == "broken"
