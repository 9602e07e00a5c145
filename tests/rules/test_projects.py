"""Limits on projects, subsidies, grants and activities, on both sides of each boundary."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.rules.conftest import Town, day

D = Decimal
PLAN = {"state": "计划", "started": None, "done": None, "progress": None}
STUDENT = {"kind": "升学奖励", "qualification": "二本录取", "staff": None}
RATED = {"kind": "评比表彰", "basis": None}

CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("projects.order", "project", {}, "met"),
    ("projects.order", "project", {"progress": None}, "met"),
    ("projects.order", "project", {"progress": 99}, "broken"),
    ("projects.order", "project", {"started": None}, "broken"),
    ("projects.order", "project", {"done": None}, "broken"),
    ("projects.order", "project", {"done": day(3, 8)}, "met"),
    ("projects.order", "project", {"done": day(3, 7)}, "broken"),
    ("projects.order", "project", {"state": "在建", "done": None}, "met"),
    ("projects.order", "project", {"state": "在建", "started": None}, "broken"),
    ("projects.order", "project", PLAN, "met"),
    ("projects.order", "project", {**PLAN, "started": day(3, 8)}, "broken"),
    ("projects.order", "project", {**PLAN, "done": day(3, 8)}, "broken"),
    ("projects.order", "project", {"state": "停建"}, "met"),
    ("grants.degree", "grant", {}, "met"),
    ("grants.degree", "grant", {"amount": D("1999.99")}, "broken"),
    ("grants.degree", "grant", {"amount": D("2000.01")}, "broken"),
    ("grants.degree", "grant", {"qualification": "研究生结业", "amount": D(5000)}, "met"),
    ("grants.degree", "grant", {"qualification": "研究生结业"}, "broken"),
    ("grants.degree", "grant", {"qualification": "研究生毕业", "amount": D(8000)}, "met"),
    ("grants.degree", "grant", {"qualification": "研究生毕业"}, "broken"),
    ("grants.degree", "grant", {"kind": "其他", "amount": D(1)}, "met"),
    ("grants.student", "grant", STUDENT, "met"),
    ("grants.student", "grant", {**STUDENT, "qualification": "研究生录取"}, "met"),
    ("grants.student", "grant", {**STUDENT, "qualification": "一本及以上录取"}, "met"),
    ("grants.student", "grant", {**STUDENT, "qualification": "其他"}, "broken"),
    ("grants.student", "grant", {**STUDENT, "proof": None}, "broken"),
    ("grants.student", "grant", {**STUDENT, "village": None}, "broken"),
    ("grants.student", "grant", {"proof": None, "village": None}, "met"),
    ("activities.major_approval", "activity", {}, "met"),
    ("activities.major_approval", "activity", {"approver": 2}, "broken"),
    ("activities.major_approval", "activity", {"approver": None, "approved": None}, "broken"),
    ("activities.major_approval", "activity", {"approved": day(3, 8)}, "broken"),
    ("activities.major_approval", "activity", {"approved": None}, "broken"),
    ("activities.major_approval", "activity", {"approver": None, "major": False}, "met"),
    ("activities.major_approval", "activity", {"approver": 2, "state": "取消"}, "met"),
    ("activities.rating_approval", "activity", {"kind": "评比表彰"}, "met"),
    ("activities.rating_approval", "activity", RATED, "broken"),
    ("activities.rating_approval", "activity", {**RATED, "state": "计划"}, "broken"),
    ("activities.rating_approval", "activity", {**RATED, "state": "取消"}, "met"),
    ("activities.rating_approval", "activity", {"basis": None}, "met"),
    ("activities.rating_approval", "award_households", {}, "met"),
    ("activities.rating_approval", "award_households", {"basis": None}, "broken"),
]


@pytest.mark.parametrize(("rule", "register", "changes", "state"), CASES)
def test_each_record_is_judged_alike_in_the_year_and_while_typing(
    town: Town, rule: str, register: str, changes: dict[str, Any], state: str
) -> None:
    assert town.states(rule, register, changes) == (state, state)


def test_an_approval_being_entered_for_a_plan_is_judged_while_typing_alone(town: Town) -> None:
    planned = {"state": "计划", "approver": 2}
    assert town.states("activities.major_approval", "activity", planned) == ("met", "broken")
    assert not town.type("activities.major_approval", "activity", state="计划", approver=None, approved=None)


@pytest.mark.parametrize(
    ("rule", "first", "second", "told"),
    [
        ("grants.degree", {}, {}, True),
        ("grants.degree", {"date": day(3, 7, 2019)}, {}, True),
        ("grants.degree", {"staff": None}, {"staff": None}, True),
        ("grants.degree", {}, {"staff": 4}, False),
        ("grants.degree", {}, {"qualification": "研究生毕业", "amount": D(8000)}, False),
        ("grants.student", {**STUDENT, "date": day(3, 7, 2019)}, STUDENT, True),
        ("grants.student", STUDENT, {**STUDENT, "payee": "李四"}, False),
        ("grants.student", STUDENT, {**STUDENT, "qualification": "研究生录取"}, False),
    ],
)
def test_what_was_paid_once_is_not_paid_again(
    town: Town, rule: str, first: dict[str, Any], second: dict[str, Any], told: bool
) -> None:
    town.add("grant", **first)
    assert bool(town.type(rule, "grant", **second)) == told
    town.add("grant", **second)
    found = town.check(rule)
    assert [each.records for each in found.findings] == ([(("grant", 2), ("grant", 1))] if told else [])


def test_matters_are_as_many_as_announced_and_numbered_through(town: Town) -> None:
    rule = "projects.matters_listed"
    town.add("project")
    town.add("project", matter_no=2)
    town.add("project", matter_no=1, parent=1)
    town.add("project", matter_no=7, people_matter=False)
    assert (town.check(rule).state, town.check(rule).value) == ("unknown", 2)
    town.add("named_list", announced=3)
    assert town.check(rule).findings[0].sentence == "公布惠民实事3件，逐项列出2件（群众路线自查 四），请核对件数。"
    town.set(rule, "announced", 2)
    assert town.check(rule).state == "met"
    town.add("project", matter_no=2)
    assert [each.state for each in town.check(rule).findings] == ["broken", "broken"]
    town.connection.exec_driver_sql("UPDATE project SET matter_no = 4 WHERE id = 5")
    assert "1、2、4" in town.check(rule).findings[-1].sentence


@pytest.mark.parametrize(
    ("changes", "on", "state"),
    [
        ({}, day(6, 30), "met"),
        ({"quantity": D("9.99")}, day(9, 30), "near"),
        ({"quantity": D("9.99")}, day(10, 1), "broken"),
        ({"quantity": None}, day(10, 1), "broken"),
        ({"state": "在建", "done": None}, day(10, 1), "broken"),
        ({"done": day(9, 30)}, day(9, 29), "near"),
        ({"done": day(9, 30)}, day(10, 1), "met"),
        ({"done": day(10, 1)}, day(10, 1), "broken"),
        ({"quantity": D(11), "done": None}, day(10, 1), "met"),
        ({"target": None, "state": "在建"}, day(10, 1), "met"),
        ({"deadline": day(9, 30, 2026), "state": "在建"}, day(10, 1), "met"),
        ({"date": day(3, 7, 2024), "state": "在建"}, day(10, 1), "broken"),
    ],
)
def test_planned_numbers_are_reached_by_the_deadline(town: Town, changes: dict[str, Any], on: date, state: str) -> None:
    planned = {"target": D(10), "quantity": D(10), "unit": "户", "deadline": day(9, 30)}
    town.add("project", **{**planned, **changes})
    assert town.check("projects.targets", on).state == state


def test_all_who_are_entitled_are_covered_and_a_person_confirms_it(town: Town) -> None:
    rule = "subsidies.coverage"
    town.add("metric")
    assert town.check(rule).state == "unknown"
    town.add("metric", name="低保已保户数", value=D(79), as_of=day(6, 30))
    assert (town.check(rule).state, town.check(rule).value) == ("broken", D("98.8"))
    town.add("metric", name="低保已保户数", value=D(80), as_of=day(12, 31))
    town.add("metric", name="低保已保户数", value=D(1), year=2024)
    assert (town.check(rule).state, town.check(rule).value) == ("needs-person", 100)
    assert town.check(rule, day(12, 30)).state == "broken"


def test_culture_teams_are_paid_by_county_and_town(town: Town) -> None:
    rule, team = "grants.culture_team", {"kind": "文化队伍补助", "payee": "舞龙队", "qualification": "不涉及"}
    town.add("grant", **team, source="县级", amount=D(2000))
    assert [each.state for each in town.check(rule, day(12, 31)).findings] == ["near", "near"]
    assert [each.state for each in town.check(rule).findings] == ["broken", "broken"]
    town.add("grant", **team, source="县级", amount=D(3000))
    town.add("grant", **team, source="镇级", amount=D(3000), date=day(12, 31))
    town.add("grant", **team, source="镇级", amount=D(3000), date=day(1, 1, 2026))
    assert town.check(rule).state == "met"
    town.add("grant", **team, source="镇级", amount=D("0.01"))
    assert [each.state for each in town.check(rule, day(12, 31)).findings] == ["broken"]


@pytest.mark.parametrize(
    ("on", "states"),
    [
        (day(3, 18), ["near", "near", "near", "near"]),
        (day(3, 19), ["broken", "near", "near", "near"]),
        (day(6, 11), ["broken", "broken", "near", "near"]),
        (day(10, 12), ["broken", "broken", "broken", "broken"]),
    ],
)
def test_festivals_are_kept_until_ten_days_after(town: Town, on: date, states: list[str]) -> None:
    rule = "activities.festivals"
    assert [each.state for each in town.check(rule, on).findings] == states
    town.add("activity", state="计划")
    assert len(town.check(rule, on).findings) == 4
    town.add("activity", date=day(3, 18))
    assert [each.state for each in town.check(rule, on).findings] == states[1:]
    town.set(rule, "festivals", ["三八妇女节", "春节"])
    assert [each.state for each in town.check(rule, on).findings] == ["near"]


def test_a_gala_and_a_match_each_year(town: Town) -> None:
    rule = "activities.gala"
    town.add("activity", kind="联欢会")
    town.add("activity", kind="体育比赛", state="计划")
    assert [(each.subject, each.state) for each in town.check(rule).findings] == [("体育比赛", "broken")]
    town.add("activity", kind="体育比赛", date=day(12, 31))
    assert town.check(rule).state == "met"
    assert town.check(rule, day(12, 30)).state == "near"


def test_everyone_takes_part(town: Town) -> None:
    rule = "activities.participation"
    town.add("activity", present=9)
    assert town.check(rule).state == "unknown"
    town.add("activity", expected=10, present=10)
    assert town.check(rule).state == "met"
    town.add("activity", expected=10, present=9)
    town.add("activity", expected=10, present=0, state="取消")
    found = town.check(rule)
    assert (found.state, found.value) == ("near", 95.0)
    assert found.findings[0].records == (("activity", 3),)
