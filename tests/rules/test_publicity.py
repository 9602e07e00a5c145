"""Limits on seals and on what is published, on both sides of each boundary and for each exemption."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import insert

from app.rules import check
from app.store.surroundings import Office
from app.store.tables import Confirmation
from tests.rules.conftest import ON, Town, day

OWN_NEWS = {"kind": "工作动态", "outlet_kind": "县政府网站", "approver": None, "approved": None}
UNASKED = {"approver": None, "approved": None}
INTERVIEW = {"kind": "媒体采访", "sensitive": True}

CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("seals.approved", "seal", {}, "met"),
    ("seals.approved", "seal", {"approver": 1}, "met"),
    ("seals.approved", "seal", {"approver": 3}, "broken"),
    ("seals.approved", "seal", {"lent": False, "lent_on": None, "given_back": None}, "met"),
    ("seals.approved", "seal", {"lent_on": None}, "broken"),
    ("seals.approved", "seal", {"given_back": day(3, 7)}, "met"),
    ("seals.approved", "seal", {"given_back": day(3, 6)}, "broken"),
    ("seals.approved", "seal", {"given_back": None}, "near"),
    ("press.no_routine", "press", {}, "met"),
    ("press.no_routine", "press", {"content_kind": "一般会议活动"}, "broken"),
    ("press.no_routine", "press", {"content_kind": "领导活动"}, "broken"),
    ("press.no_routine", "press", {"content_kind": "重要会议"}, "met"),
    ("press.no_routine", "press", {"content_kind": "领导活动", "kind": "信息报送"}, "met"),
    ("press.no_routine", "press", {"content_kind": "一般会议活动", "kind": "信息简报"}, "met"),
    ("press.manuscript_approval", "press", {}, "met"),
    ("press.manuscript_approval", "press", {"approver": 2}, "broken"),
    ("press.manuscript_approval", "press", {"approved": day(3, 8)}, "broken"),
    ("press.manuscript_approval", "press", {"approved": None}, "broken"),
    ("press.manuscript_approval", "press", UNASKED, "broken"),
    ("press.manuscript_approval", "press", {**UNASKED, "kind": "信息报送"}, "met"),
    ("press.manuscript_approval", "press", {**UNASKED, "kind": "信息简报"}, "met"),
    ("press.manuscript_approval", "press", {**UNASKED, "kind": "媒体采访"}, "met"),
    ("press.manuscript_approval", "press", OWN_NEWS, "met"),
    ("press.manuscript_approval", "press", {**OWN_NEWS, "outlet_kind": "县级部门网站"}, "met"),
    ("press.manuscript_approval", "press", {**OWN_NEWS, "outlet_kind": "新闻网站"}, "broken"),
    ("press.manuscript_approval", "press", {**OWN_NEWS, "kind": "理论文章"}, "broken"),
    ("press.interview", "press", INTERVIEW, "met"),
    ("press.interview", "press", {**INTERVIEW, "written": False}, "broken"),
    ("press.interview", "press", {**INTERVIEW, "approver": 2}, "broken"),
    ("press.interview", "press", {**INTERVIEW, "approved": day(3, 8)}, "broken"),
    ("press.interview", "press", {**INTERVIEW, **UNASKED}, "broken"),
    ("press.interview", "press", {**INTERVIEW, **UNASKED, "sensitive": False}, "met"),
    ("press.interview", "press", {**UNASKED, "sensitive": True}, "met"),
]


@pytest.mark.parametrize(("rule", "register", "changes", "state"), CASES)
def test_each_record_is_judged_alike_in_the_year_and_while_typing(
    town: Town, rule: str, register: str, changes: dict[str, Any], state: str
) -> None:
    assert town.states(rule, register, changes) == (state, state)


def test_the_office_lets_its_head_approve_certificates(town: Town) -> None:
    town.add("staff", name="主任", duty_class="其他机关干部", authority="机构负责人")
    assert town.type("seals.approved", "seal", approver=6)[0].stops
    town.set("seals.approved", "authorities", ["主要领导", "分管领导", "机构负责人"])
    assert not town.type("seals.approved", "seal", approver=6)


def test_the_fourth_invitation_of_reporters_passes_and_the_fifth_does_not(town: Town) -> None:
    rule = "press.reporters"
    for number in range(3):
        town.add("press", kind="记者报道", date=day(1 + number, 1), articles=3)
    assert town.check(rule).state == "met"
    assert town.type(rule, "press", kind="记者报道")[0].state == "near"
    town.add("press", kind="记者报道")
    assert (town.check(rule).state, town.check(rule).value) == ("near", 4)
    (finding,) = town.type(rule, "press", day(3, 7), kind="记者报道")
    assert (finding.state, finding.field, finding.stops) == ("broken", "kind", False)
    assert finding.sentence == "2025年请记者报道5次，超过上限4次（实施细则 第9条），请改为本镇自行投稿。"
    town.add("press", kind="记者报道", date=day(1, 1, 2026))
    assert town.check(rule).state == "near"
    assert not town.type(rule, "press")


def test_news_sent_is_shown_and_asked_for_only_where_a_number_is_set(town: Town) -> None:
    rule = "press.send_dynamics"
    town.add("press", **OWN_NEWS)
    town.add("press", **{**OWN_NEWS, "outlet_kind": "新闻网站"})
    town.add("press", **{**OWN_NEWS, "outlet_kind": "县级部门网站"})
    town.add("press", kind="信息报送", outlet_kind="县政府网站")
    assert (town.check(rule).state, town.check(rule).value) == ("unknown", 2)
    town.set(rule, "limit", 2)
    assert town.check(rule).state == "met"
    town.set(rule, "limit", 3, day(1, 1))
    assert (town.check(rule).state, town.check(rule, day(12, 31)).state) == ("near", "near")


def test_half_of_the_study_group_publishes(town: Town) -> None:
    rule = "press.members_published"
    assert town.check(rule).state == "unknown"
    for number in range(4):
        town.add("staff", name=f"成员{number}", duty_class="其他机关干部", study_group=True)
    for author, more in (
        (6, {}),
        (6, {}),
        (7, {"adopted": False}),
        (8, {"level": "镇"}),
        (9, {"kind": "工作动态"}),
        (3, {}),
    ):
        town.add("press", staff=author, **{"adopted": True, **more})
    found = town.check(rule)
    assert (found.state, found.value, found.limit) == ("broken", 25.0, 50)
    assert town.check(rule, day(12, 31)).state == "near"
    town.add("press", staff=7, adopted=True, level="中央")
    assert (town.check(rule).state, town.check(rule).value) == ("met", 50.0)


def test_a_person_confirms_each_quarter_that_nothing_important_is_missing(town: Town) -> None:
    key = "press.important_published"
    town.add("press", content_kind="突发事件")
    town.add("press", content_kind="工作动态")
    town.add("disclosure", date=day(3, 31))
    assert (town.check(key, day(3, 31)).state, town.check(key, day(3, 31)).value) == ("needs-person", 2)
    said = {"rule": key, "kept": True, "remark": "", "who": "文书", "at": datetime(2026, 1, 5)}
    for first, last, state in ((day(1, 1), day(9, 30), "needs-person"), (day(10, 1), day(12, 31), "met")):
        town.connection.execute(insert(Confirmation).values(**said, start=first, end=last))
        (found,) = [each for each in check(town.connection, Office(town.connection, ON), 2025) if each.key == key]
        assert found.state == state
