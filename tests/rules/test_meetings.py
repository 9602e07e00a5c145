"""Limits on meetings and study, on both sides of each boundary and for each exemption."""

from datetime import time
from typing import Any

import pytest

from app.rules import RULES
from tests.rules.conftest import Town, day

MAIN = {"kind": "职工大会", "approver": 1, "approved": day(3, 7)}
TOPICAL = {"kind": "专题会议", "approver": 2, "approved": day(3, 7)}

CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("meetings.duration", "meeting", {"end": time(11)}, "met"),
    ("meetings.duration", "meeting", {"end": time(11, 1)}, "broken"),
    ("meetings.duration", "meeting", {"end": time(12), "kind": "党代会"}, "met"),
    ("meetings.duration", "meeting", {"end": time(12), "status": "已取消"}, "met"),
    ("meetings.duration", "meeting", {"end": time(12), "status": "未批准"}, "met"),
    ("meetings.duration", "meeting", {"end": None}, "met"),
    ("meetings.speakers", "meeting", {"items": ({"order": 1, "topic": "路", "speakers": "甲、乙"},)}, "met"),
    ("meetings.speakers", "meeting", {"items": ({"order": 1, "topic": "路", "speakers": "甲、乙，丙"},)}, "broken"),
    (
        "meetings.speakers",
        "meeting",
        {"items": tuple({"order": n, "topic": "路", "speakers": "甲、乙"} for n in (1, 2))},
        "met",
    ),
    ("meetings.approval_main", "meeting", MAIN, "met"),
    ("meetings.approval_main", "meeting", {**MAIN, "approver": 2}, "broken"),
    ("meetings.approval_main", "meeting", {**MAIN, "approver": None}, "broken"),
    ("meetings.approval_main", "meeting", {**MAIN, "approved": None}, "broken"),
    ("meetings.approval_main", "meeting", {**MAIN, "approved": day(3, 8)}, "broken"),
    ("meetings.approval_main", "meeting", {**MAIN, "approver": None, "superior": True}, "met"),
    ("meetings.approval_main", "meeting", {**MAIN, "approver": None, "status": "申请"}, "met"),
    ("meetings.approval_main", "meeting", {**MAIN, "approver": None, "kind": "党委会"}, "met"),
    ("meetings.approval_topical", "meeting", TOPICAL, "met"),
    ("meetings.approval_topical", "meeting", {**TOPICAL, "approver": 1}, "met"),
    ("meetings.approval_topical", "meeting", {**TOPICAL, "approver": 3}, "broken"),
    ("meetings.approval_topical", "meeting", {**TOPICAL, "approved": day(3, 8)}, "broken"),
    ("meetings.necessity", "meeting", {}, "met"),
    ("meetings.necessity", "meeting", {"necessity": None}, "broken"),
    ("meetings.necessity", "meeting", {"necessity": None, "superior": True}, "met"),
    ("meetings.necessity", "meeting", {"necessity": None, "kind": "班子会"}, "met"),
    ("meetings.necessity", "meeting", {"necessity": None, "status": "申请"}, "met"),
    ("meetings.registered_first", "meeting", {"requested": day(3, 7)}, "met"),
    ("meetings.registered_first", "meeting", {"requested": day(3, 8)}, "broken"),
    ("meetings.registered_first", "meeting", {"requested": None}, "broken"),
    ("meetings.registered_first", "meeting", {"requested": None, "superior": True}, "met"),
    ("meetings.registered_first", "meeting", {"requested": None, "status": "已批准"}, "met"),
    ("meetings.lead_time", "meeting", {"requested": day(3, 6)}, "met"),
    ("meetings.lead_time", "meeting", {"requested": day(3, 7)}, "near"),
    ("meetings.five_bans", "meeting", {"backdrop": False}, "met"),
    *[
        ("meetings.five_bans", "meeting", {key: True}, "broken")
        for key in ("backdrop", "carpet", "flowers", "tablecloth", "banner")
    ],
    ("meetings.canteen_meal", "meeting", {"meal": "食堂工作餐"}, "met"),
    ("meetings.canteen_meal", "meeting", {"meal": "其他"}, "broken"),
    ("meetings.canteen_meal", "meeting", {"tobacco": True}, "broken"),
    ("meetings.canteen_meal", "meeting", {"alcohol": True}, "broken"),
    ("meetings.no_fruit", "meeting", {"fruit": True}, "broken"),
    ("meetings.no_fruit", "meeting", {"fruit": True, "kind": "联谊会"}, "met"),
    ("meetings.venue", "meeting", {"venue_kind": "镇机关"}, "met"),
    ("meetings.venue", "meeting", {"venue_kind": "风景名胜区"}, "broken"),
    ("meetings.venue", "meeting", {"venue_kind": "高档宾馆"}, "broken"),
    ("meetings.consulted", "meeting", {"major_matter": True, "consulted": "座谈"}, "met"),
    ("meetings.consulted", "meeting", {"major_matter": True}, "broken"),
    ("meetings.consulted", "meeting", {"major_matter": True, "status": "已批准"}, "met"),
    ("study.notebooks", "study", {}, "met"),
    ("study.notebooks", "study", {"notebooks": 9}, "broken"),
    ("study.notebooks", "study", {"notes": None}, "broken"),
    ("study.notebooks", "study", {"notes": 0, "kind": "党课"}, "met"),
]


@pytest.mark.parametrize(("rule", "register", "changes", "state"), CASES)
def test_each_meeting_is_judged_alike_in_the_year_and_while_typing(
    town: Town, rule: str, register: str, changes: dict[str, Any], state: str
) -> None:
    assert town.states(rule, register, changes) == (state, state)


@pytest.mark.parametrize("status", ["申请", "已取消", "未批准"])
def test_a_meeting_that_was_not_held_is_judged_only_while_typing(town: Town, status: str) -> None:
    assert town.states("meetings.five_bans", "meeting", {"banner": True, "status": status}) == ("met", "broken")


def test_notebooks_have_a_week(town: Town) -> None:
    town.add("study", notes=9)
    assert town.check("study.notebooks", day(3, 14)).state == "near"
    assert town.check("study.notebooks", day(3, 15)).state == "broken"


def test_notebooks_of_which_nothing_is_known(town: Town) -> None:
    town.add("study", notes=None, notebooks=None)
    assert town.check("study.notebooks").state == "unknown"


@pytest.mark.parametrize(("count", "state"), [(1, "met"), (2, "near"), (3, "broken")])
def test_plenary_meetings_of_a_month(town: Town, count: int, state: str) -> None:
    for number in range(count):
        town.add("meeting", kind="全体性会议", date=day(9, 1 + number))
    town.add("meeting", kind="全体性会议", date=day(9, 20), superior=True)
    town.add("meeting", kind="全体性会议", date=day(9, 21), status="已取消")
    town.add("meeting", kind="全体性会议", date=day(10, 1), status="已批准")
    found = town.check("meetings.plenary_per_month")
    assert found.state == state
    assert (found.limit, found.value) == (2, count)


def test_the_meeting_being_typed_is_counted_in(town: Town) -> None:
    first = town.add("meeting", kind="全体性会议", date=day(6, 2, 2026))
    rule, typed = "meetings.plenary_per_month", {"kind": "全体性会议", "date": day(6, 30, 2026), "status": "申请"}
    (finding,) = town.type(rule, "meeting", today=day(6, 15, 2026), **typed)
    assert finding.sentence == "本月全体性会议已开2次，达到上限2次（实施细则 第6条），请合并召开或改到下月。"
    assert (finding.state, finding.field, finding.stops) == ("near", "date", False)
    assert not town.type(rule, "meeting", **{**typed, "superior": True})
    assert not town.type(rule, "meeting", **{**typed, "status": "已取消"})
    assert not town.type(rule, "meeting", record=first, **typed)


def test_business_meetings_of_the_town_or_of_each_office(town: Town) -> None:
    for number in range(4):
        town.add("meeting", date=day(8, 1 + number), office=1 if number < 2 else None)
    rule = "meetings.business_per_month"
    assert town.check(rule).state == "broken"
    town.set(rule, "per_office", True)
    assert town.check(rule).state == "met"


def test_a_limit_without_a_number_is_unknown_until_it_is_set(town: Town) -> None:
    rule = "meetings.size"
    town.add("meeting", present=51)
    assert town.check(rule).state == "unknown"
    town.set(rule, "limit", 50)
    assert town.check(rule).state == "broken"
    assert not town.type(rule, "meeting", expected=50, present=80)
    assert town.type(rule, "meeting", expected=51)


def test_clashes_of_room_and_chairman(town: Town) -> None:
    rule = "meetings.lead_time"
    town.add("meeting", title="甲会")
    clash = {"start": time(9, 59), "end": time(10, 30)}
    assert [finding.field for finding in town.type(rule, "meeting", **clash)] == ["venue", "host"]
    assert not town.type(rule, "meeting", start=time(10), end=time(11))
    assert not town.type(rule, "meeting", **clash, venue="礼堂", host=2)
    town.add("meeting", **clash)
    found = town.check(rule)
    assert found.state == "near"
    assert len(found.findings) == 2
    assert found.findings[0].records == (("meeting", 2), ("meeting", 1))


def test_lead_time_is_unknown_where_no_meeting_was_applied_for(town: Town) -> None:
    town.add("meeting", requested=None)
    assert town.check("meetings.lead_time").state == "unknown"


def test_like_meetings_within_a_week_are_offered_for_merging(town: Town) -> None:
    town.add("meeting", office=1, items=({"order": 1, "topic": "路", "speakers": "甲"},))
    assert town.check("meetings.bundled").state == "met"
    assert town.check("meetings.bundled").value == 1
    assert town.type("meetings.bundled", "meeting", office=1, date=day(3, 14))[0].state == "near"
    assert not town.type("meetings.bundled", "meeting", office=1, date=day(3, 15))
    assert not town.type("meetings.bundled", "meeting", office=1, kind="座谈会")


def test_a_person_confirms_that_reports_are_given_without_script(town: Town) -> None:
    town.add("meeting", offscript=True)
    town.add("meeting")
    found = town.check("meetings.offscript")
    assert (found.state, found.value) == ("needs-person", 50)


def test_the_year_of_an_advocated_limit_never_fails() -> None:
    advocated = [rule.key for rule in RULES.values() if rule.severity == "提倡"]
    assert {"meetings.lead_time", "visits.transport_advocated", "press.send_dynamics"} <= set(advocated)
    assert all(RULES[key].softened("broken") == "near" for key in advocated)
