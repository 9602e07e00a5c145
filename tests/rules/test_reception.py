"""Limits on reception and visitors, on both sides of each boundary and for each exemption."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.rules.conftest import Town, day

D = Decimal
LISTED = {
    **{"status": "已接待", "guests": ({"name": "甲"},), "activities": ({"content": "检查"},)},
    **{"escorts": ({"name": "乙", "role": "陪餐"},), "list_signed": day(3, 14)},
}
IN_VILLAGE = {"site": "村(社区)", "guest_paid": D(40)}
MEAL = {"nature": "接待", "budget": 1, "reception": 1}
PROMISED = {"handling": "限期办理", "due": day(3, 14), "done": day(3, 14), "complete": False}

CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("reception.letter", "reception", {}, "met"),
    ("reception.letter", "reception", {"letter_no": None}, "broken"),
    ("reception.letter", "reception", {"letter_no": None, "status": "申请"}, "met"),
    ("reception.letter", "reception", {"letter_no": None, "status": "已取消"}, "met"),
    *[
        ("reception.companions", "reception", {"guests_count": guests, "companions": companions}, state)
        for guests, companions, state in (
            *((1, 3, "met"), (10, 3, "met"), (10, 4, "broken"), (11, 3, "met"), (11, 4, "broken")),
            *((12, 4, "met"), (12, 5, "broken"), (30, 10, "met"), (30, 11, "broken")),
        )
    ],
    ("reception.companions", "reception", {"companions": 9, "meal_place": "不用餐", "meals": 0}, "met"),
    ("reception.one_meal", "reception", {}, "met"),
    ("reception.one_meal", "reception", {"meals": 2}, "broken"),
    ("reception.one_meal", "reception", {"meals": None, "meal_place": "不用餐"}, "met"),
    ("reception.one_meal", "reception", {"meals": 1, "meal_place": "不用餐"}, "broken"),
    ("reception.no_alcohol", "reception", {}, "met"),
    ("reception.no_alcohol", "reception", {"alcohol": True}, "broken"),
    ("reception.no_alcohol", "reception", {"tobacco": True}, "broken"),
    ("reception.quota", "reception", {"meal_cost": D(520)}, "met"),
    ("reception.quota", "reception", {"meal_cost": D("520.13")}, "broken"),
    ("reception.quota", "reception", {"meal_cost": D(1040), "meals": 2}, "met"),
    ("reception.quota", "reception", {"meal_cost": D(1040), "meals": None}, "broken"),
    ("reception.list", "reception", LISTED, "met"),
    ("reception.list", "reception", {**LISTED, "list_signed": day(3, 15)}, "broken"),
    ("reception.list", "reception", {**LISTED, "list_signed": day(3, 15), "end": day(3, 10)}, "met"),
    ("reception.list", "reception", {**LISTED, "list_signed": None}, "broken"),
    ("reception.list", "reception", {**LISTED, "guests": ()}, "broken"),
    ("reception.list", "reception", {**LISTED, "activities": ()}, "broken"),
    ("reception.list", "reception", {**LISTED, "escorts": ()}, "broken"),
    ("reception.list", "reception", {**LISTED, "escorts": (), "companions": 0}, "met"),
    ("reception.list", "reception", {**LISTED, "guests_count": 0}, "broken"),
    ("reception.list", "reception", {"status": "已审批"}, "met"),
    ("reception.no_cash", "reception", {"payment": "公务卡"}, "met"),
    ("reception.no_cash", "reception", {"payment": "现金"}, "broken"),
    ("reception.major_plan", "reception", {}, "met"),
    ("reception.major_plan", "reception", {"major": True}, "broken"),
    ("reception.major_plan", "reception", {"major": True, "plan_approved": day(3, 7)}, "met"),
    ("reception.major_plan", "reception", {"major": True, "plan_approved": day(3, 8)}, "broken"),
    ("reception.no_welcome", "reception", {"escort": True}, "broken"),
    ("reception.no_welcome", "reception", {"slogans": True}, "broken"),
    ("reception.no_welcome", "reception", {}, "met"),
    ("reception.village_meal", "reception", IN_VILLAGE, "met"),
    ("reception.village_meal", "reception", {**IN_VILLAGE, "guest_paid": D(0)}, "broken"),
    ("reception.village_meal", "reception", {"site": "企业"}, "broken"),
    ("reception.village_meal", "reception", {"site": "企业", "meal_place": "不用餐"}, "met"),
    ("reception.village_meal", "reception", {"site": "镇机关"}, "met"),
    ("visitors.same_day", "visitor", {}, "met"),
    ("visitors.same_day", "visitor", {"done": day(3, 8)}, "broken"),
    ("visitors.same_day", "visitor", {"done": day(3, 8), "delay_reason": "停电"}, "met"),
    ("visitors.same_day", "visitor", {"done": day(3, 8), "complete": False}, "met"),
    ("visitors.same_day", "visitor", {"done": day(3, 8), "kind": "求助"}, "met"),
    ("visitors.same_day", "visitor", PROMISED, "met"),
    ("visitors.same_day", "visitor", {**PROMISED, "done": day(3, 15)}, "broken"),
    ("visitors.same_day", "visitor", {**PROMISED, "done": None}, "broken"),
    ("visitors.same_day", "visitor", {**PROMISED, "due": None}, "broken"),
    ("visitors.first_knower", "visitor", {"done": day(3, 14)}, "met"),
    ("visitors.first_knower", "visitor", {"done": day(3, 15)}, "broken"),
    ("visitors.first_knower", "visitor", {"done": None, "office": 1}, "met"),
    *[
        ("visitors.first_knower", "visitor", {"done": None, "chain": ({"time": when, "to": 1, "to_id": 1},)}, state)
        for when, state in ((datetime(2025, 3, 14, 9), "met"), (datetime(2025, 3, 15, 9), "broken"))
    ],
]


@pytest.mark.parametrize(("rule", "register", "changes", "state"), CASES)
def test_each_record_is_judged_alike_in_the_year_and_while_typing(
    town: Town, rule: str, register: str, changes: dict[str, Any], state: str
) -> None:
    assert town.states(rule, register, changes) == (state, state)


def test_a_letter_kept_among_the_incoming_papers_will_do(town: Town) -> None:
    town.add("incoming")
    assert town.states("reception.letter", "reception", {"letter_no": None, "letter_in": 1}) == ("met", "met")


def test_one_letter_serves_one_matter(town: Town) -> None:
    rule = "reception.letter"
    town.add("reception", end=day(3, 8))
    assert not town.type(rule, "reception", date=day(3, 9))
    (finding,) = town.type(rule, "reception", date=day(3, 10))
    assert (finding.state, finding.stops, finding.records) == ("near", False, (("reception", 1),))
    assert not town.type(rule, "reception", date=day(3, 10), guest_unit="县民政局")
    town.add("reception", date=day(3, 20))
    assert town.check(rule).state == "near"
    assert not town.type(rule, "reception", date=day(4, 20), status="已取消")


def test_the_quota_of_the_office_bounds_the_standard_of_the_record(town: Town) -> None:
    rule = "reception.quota"
    town.add("reception", standard=None)
    assert town.check(rule).state == "unknown"
    town.set(rule, "meal", 39)
    assert town.check(rule).state == "met"
    assert [each.field for each in town.type(rule, "reception")] == ["standard"]
    assert not town.type(rule, "reception", standard=D(39))
    assert not town.type(rule, "reception", standard=D(50), meal_place="不用餐")


@pytest.mark.parametrize(
    ("status", "on", "state"),
    [("已接待", day(3, 14), "near"), ("已接待", day(3, 15), "broken"), ("已结算", day(3, 8), "broken")],
)
def test_the_list_is_signed_within_five_working_days(town: Town, status: str, on: Any, state: str) -> None:
    changes = {**LISTED, "status": status, "list_signed": None}
    assert town.states("reception.list", "reception", changes, on) == (state, state)


def test_expenses_of_reception_match_it(town: Town) -> None:
    rule = "reception.expense_matches"
    town.add("reception", status="已结算")
    assert town.check(rule).findings[0].field == "total"
    assert town.states(rule, "expense", {**MEAL, "amount": D(130)}) == ("met", "met")
    assert [each.field for each in town.type(rule, "expense", **{**MEAL, "budget": 3})] == ["budget"]
    assert [each.field for each in town.type(rule, "expense", **{**MEAL, "reception": None})] == ["reception"]
    town.add("expense", **{**MEAL, "amount": D("0.01")})
    assert town.check(rule).state == "broken"
    assert not town.type(rule, "reception", status="已接待")


@pytest.mark.parametrize(("on", "state"), [(day(3, 12), "met"), (day(3, 13), "near"), (day(3, 15), "broken")])
def test_the_promise_to_a_visitor(town: Town, on: Any, state: str) -> None:
    assert town.states("visitors.same_day", "visitor", {**PROMISED, "done": None}, on) == (state, state)


def test_a_matter_of_today_may_still_be_settled(town: Town) -> None:
    assert town.states("visitors.same_day", "visitor", {"done": None}, day(3, 7)) == ("near", "near")
    assert town.type("visitors.first_knower", "visitor", day(3, 14), done=None)[0].state == "near"
