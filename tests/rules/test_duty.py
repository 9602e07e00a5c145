"""Limits on duty, trips and groups, and clashes of duty with leave, on both sides of each boundary."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from app.workdays import days_from
from tests.rules.conftest import Town, day

D = Decimal
CALL = {"time": time(9), "from": "县委办", "content": "通知"}
INSIDE = {"within_county": True, "upper_consent": None, "consent_no": None, "consent_date": None}
SOLE = {"name": "甲", "role": "组长"}

CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("outings.upper_consent", "outing", {}, "met"),
    ("outings.upper_consent", "outing", {"upper_consent": None}, "broken"),
    ("outings.upper_consent", "outing", {"consent_no": None}, "broken"),
    ("outings.upper_consent", "outing", {"consent_date": None}, "broken"),
    ("outings.upper_consent", "outing", {"consent_date": day(3, 8)}, "broken"),
    ("outings.upper_consent", "outing", INSIDE, "met"),
    ("outings.upper_consent", "outing", {"upper_consent": None, "kind": "招商引资"}, "broken"),
    ("outings.upper_consent", "outing", {"upper_consent": None, "kind": "重大交流"}, "broken"),
    ("outings.upper_consent", "outing", {"upper_consent": None, "kind": "业务培训"}, "met"),
    ("outings.work_related", "outing", {}, "met"),
    ("outings.work_related", "outing", {"work_related": False}, "broken"),
    ("outings.no_scenic", "outing", {}, "met"),
    ("outings.no_scenic", "outing", {"scenic": False}, "met"),
    ("outings.no_scenic", "outing", {"scenic": True}, "broken"),
    ("teams.head", "team", {}, "met"),
    ("teams.head", "team", {"head_post": "镇长"}, "broken"),
    ("teams.head", "team", {"head_post": "党委副书记"}, "broken"),
    ("teams.head", "team", {"head_post": None}, "broken"),
    ("teams.head", "team", {"head_post": "镇长", "kind": "调研小组"}, "broken"),
    ("teams.head", "team", {"head_post": "镇长", "kind": "志愿服务队"}, "met"),
    ("teams.head", "team", {"head_post": "镇长", "name": "防汛领导小组"}, "met"),
    ("teams.head", "team", {"head_post": "镇长", "date": day(1, 1, 2020)}, "broken"),
    ("teams.size_stated", "team", {}, "met"),
    ("teams.size_stated", "team", {"stated": 3}, "broken"),
    ("teams.size_stated", "team", {"stated": None, "people": ()}, "met"),
    ("teams.size_stated", "team", {"head": "丙"}, "broken"),
    ("teams.size_stated", "team", {"people": (SOLE, {"name": "丙", "role": "组长"})}, "broken"),
    ("teams.size_stated", "team", {"stated": 1, "people": ({"name": "甲", "role": "成员"},)}, "broken"),
    ("teams.size_stated", "team", {"stated": 1, "people": (SOLE,)}, "met"),
]


@pytest.mark.parametrize(("rule", "register", "changes", "state"), CASES)
def test_each_record_is_judged_alike_in_the_year_and_while_typing(
    town: Town, rule: str, register: str, changes: dict[str, Any], state: str
) -> None:
    assert town.states(rule, register, changes) == (state, state)


def test_the_office_says_which_trips_need_consent(town: Town) -> None:
    town.set("outings.upper_consent", "kinds", ["公务出差"])
    assert not town.type("outings.upper_consent", "outing", upper_consent=None)
    assert town.type("outings.upper_consent", "outing", upper_consent=None, kind="公务出差")[0].stops


def test_festivals_elsewhere_are_shown_and_limited_where_a_number_is_set(town: Town) -> None:
    rule, festival = "outings.festivals", {"kind": "节庆活动"}
    town.add("outing", **festival)
    town.add("outing", **festival, within_county=True)
    town.add("outing")
    assert (town.check(rule).state, town.check(rule).value) == ("unknown", 1)
    assert not town.type(rule, "outing", **festival)
    town.set(rule, "limit", 1)
    assert town.check(rule).state == "near"
    assert town.type(rule, "outing", **festival)[0].state == "broken"


@pytest.mark.parametrize(
    ("changes", "on", "state"),
    [
        ({"date": day(3, 31)}, day(3, 30), "near"),
        ({"date": day(3, 31)}, day(3, 31), "met"),
        ({"date": day(4, 1)}, day(3, 31), "near"),
        ({"date": day(4, 1)}, day(4, 1), "broken"),
        ({"date": day(1, 1, 2020)}, day(4, 1), "met"),
        ({"date": day(1, 1, 2020), "ended": day(4, 1)}, day(4, 1), "met"),
        ({"date": day(1, 1, 2020), "ended": day(3, 31)}, day(4, 1), "broken"),
        ({"kind": "工作小组"}, day(4, 1), "broken"),
        ({"name": "防汛领导小组"}, day(4, 1), "broken"),
        ({"name": "政风行风建设领导小组"}, day(4, 1), "met"),
    ],
)
def test_the_group_for_conduct_is_there_by_march(town: Town, changes: dict[str, Any], on: date, state: str) -> None:
    town.add("team", **changes)
    assert town.check("teams.first_quarter", on).state == state


def whole_march(town: Town, **changes: Any) -> None:
    for each in days_from(day(3, 1), day(3, 31)):
        town.add("duty", **{"date": each, "log": "正常", **changes})


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"log": None}, "broken"),
        ({"log": None, "nothing": True}, "met"),
        ({"log": None, "calls": (CALL,)}, "met"),
        ({"log": None, "place": None}, "broken"),
        ({"log": None, "place": "村(社区)"}, "met"),
        ({"nothing": True, "calls": (CALL,)}, "broken"),
        ({}, "met"),
    ],
)
def test_the_duty_log_is_kept(town: Town, changes: dict[str, Any], state: str) -> None:
    whole_march(town)
    assert town.states("duty.leader_and_log", "duty", changes, day(4, 1)) == (state, state)


def test_the_log_is_asked_for_once_the_day_is_past(town: Town) -> None:
    assert not town.type("duty.leader_and_log", "duty", day(3, 7), log=None)
    assert town.type("duty.leader_and_log", "duty", day(3, 8), log=None)[0].field == "log"


def test_every_day_of_a_month_with_a_rota_is_manned(town: Town) -> None:
    rule = "duty.leader_and_log"
    assert town.check(rule).state == "met"
    whole_march(town)
    assert town.check(rule).state == "met"
    town.connection.exec_driver_sql("UPDATE duty SET date = '2025-03-30' WHERE date = '2025-03-31'")
    assert [town.check(rule, each).state for each in (day(3, 30), day(3, 31), day(4, 1))] == ["met", "near", "broken"]
    assert "（03-31）" in town.check(rule).findings[0].sentence


def test_villages_with_a_rota_are_manned_every_day(town: Town) -> None:
    rule, rota = "duty.village_rota", {"place": "村(社区)", "village": 1, "members": (5,)}
    town.add("duty")
    assert town.check(rule).state == "met"
    for each in (day(12, 26), day(12, 27), day(12, 29), day(12, 30), day(12, 31)):
        town.add("duty", **rota, date=each)
    assert [town.check(rule, each).state for each in (day(12, 27), day(12, 28), day(12, 29))] == [
        "met",
        "near",
        "broken",
    ]
    (finding,) = town.check(rule).findings
    assert (finding.subject, finding.value) == ("桃园村", 1)
    assert "12-28" in finding.sentence
    town.set(rule, "days", "工作日")
    assert town.check(rule).state == "met"
    town.set(rule, "limit", 2)
    town.add("duty", **{**rota, "members": (4,)}, date=day(12, 26))
    assert town.check(rule).value == 3


@pytest.mark.parametrize(
    ("duty", "told"),
    [
        ({"date": day(3, 10)}, True),
        ({"date": day(3, 11), "leader": 3, "members": (4,)}, True),
        ({"date": day(3, 9)}, False),
        ({"date": day(3, 12)}, False),
        ({"date": day(3, 10), "members": (4,)}, False),
    ],
)
def test_a_leave_on_a_day_of_duty_is_warned_of(town: Town, duty: dict[str, Any], told: bool) -> None:
    town.add("duty", **duty)
    state = "near" if told else "met"
    assert town.states("leave.filed", "leave", {}) == (state, state)
    found = town.check("leave.filed").findings
    assert [each.records for each in found] == ([(("leave", 1), ("duty", 1))] if told else [])


@pytest.mark.parametrize(
    ("income", "state"),
    [
        ({}, "met"),
        ({"amount": D("39.99")}, "broken"),
        ({"source": "其他"}, "broken"),
        ({"reception": None}, "broken"),
    ],
)
def test_what_guests_paid_in_a_village_stands_among_the_income(town: Town, income: dict[str, Any], state: str) -> None:
    rule, eaten = "reception.village_meal", {"site": "村(社区)", "guest_paid": D(40)}
    town.add("reception", **eaten)
    assert town.check(rule).state == "met"
    town.connection.exec_driver_sql("UPDATE reception SET status = '已结算'")
    assert town.check(rule).state == "broken"
    town.add("income", **income)
    assert town.check(rule).state == state


def test_everyone_has_a_number_and_nobody_is_recorded_as_unreachable(town: Town) -> None:
    rule, breach = "conduct.phones", {"subject": "张三", "matter": "关机", "handling": "提醒", "ten": "不涉及"}
    assert town.check(rule, day(6, 30)).findings[-1].state == "near"
    assert "5人没有登记联系电话（书记、分管、张三等）" in town.check(rule).findings[-1].sentence
    town.connection.exec_driver_sql("UPDATE staff SET phone = '13800000000'")
    assert (town.check(rule).state, len(town.check(rule).findings)) == ("needs-person", 0)
    town.add("violation", **breach, date=day(7, 3), happened=day(6, 30), kind="其他")
    assert town.check(rule).state == "needs-person"
    town.add("violation", **breach, date=day(7, 3), happened=day(6, 30), kind="通讯关机")
    assert [(each.state, each.period) for each in town.check(rule).findings] == [("broken", "2025年第二季度")]
    town.add("staff", name="新人", duty_class="其他机关干部")
    assert [each.records for each in town.check(rule).findings[1:]] == [(("staff", 6),)]
