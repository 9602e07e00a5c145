"""Limits asked of each person: writing, research, pairing and the four ones."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.rules import Finding
from tests.rules.conftest import Town, day

D = Decimal


def subjects(town: Town, rule: str, on: date | None = None) -> list[str]:
    """Who falls short."""
    return [each.subject for each in town.check(rule, *([on] if on else [])).findings]


@pytest.mark.parametrize(
    ("rule", "register", "kind", "person", "limit"),
    [
        ("research.key_topics", "research", None, 1, 2),
        ("essays.reports", "essay", "调研报告", 1, 4),
        ("essays.work_notes", "essay", "工作心得", 4, 2),
        ("essays.reflections", "essay", "心得体会", 3, 1),
        ("essays.reflections", "essay", "心得体会", 5, 1),
        ("essays.reflections", "essay", "工作心得", 5, 1),
    ],
)
def test_what_each_writes_in_a_year(
    town: Town, rule: str, register: str, kind: str | None, person: int, limit: int
) -> None:
    more = {"kind": kind} if kind else {}
    name = ("书记", "分管", "张三", "李四", "王五")[person - 1]
    for number in range(limit - 1):
        town.add(register, staff=person, date=day(1, 1 + number), **more)
    assert name in subjects(town, rule)
    assert {each.state for each in town.check(rule, day(12, 31)).findings} == {"near"}
    town.add(register, staff=person, date=day(1, 1, 2026), **more)
    assert name in subjects(town, rule)
    town.add(register, staff=person, date=day(12, 31), **more)
    assert name not in subjects(town, rule)


def test_whom_each_kind_of_writing_is_asked_of(town: Town) -> None:
    town.add("staff", name="住村", duty_class="其他机关干部", resident=True)
    town.add("staff", name="副科", duty_class="其他机关干部", rank="副科")
    town.add("staff", name="离职", duty_class="其他机关干部", left=day(12, 31))
    assert subjects(town, "research.key_topics") == ["书记", "分管"]
    assert subjects(town, "essays.reports") == ["书记", "分管", "副科"]
    assert subjects(town, "essays.work_notes") == ["李四", "住村"]
    assert subjects(town, "essays.reflections") == ["张三", "王五"]
    assert subjects(town, "essays.reflections", day(12, 30)) == ["张三", "王五", "离职"]


def test_a_topic_that_is_no_key_topic_does_not_count(town: Town) -> None:
    town.add("research", key_topic=False)
    assert town.check("research.key_topics").value == 0


def test_coauthors_are_credited_where_the_office_says_so(town: Town) -> None:
    rule = "essays.reports"
    for _ in range(4):
        town.add("essay", staff=1, coauthors=(2,))
    assert subjects(town, rule) == ["分管"]
    town.set(rule, "coauthors_count", True)
    assert town.check(rule).state == "met"


@pytest.mark.parametrize(
    ("changes", "on", "state"),
    [
        ({}, day(6, 5), "near"),
        ({}, day(6, 6), "broken"),
        ({"outcome": "成文"}, day(6, 6), "met"),
        ({"converted": day(6, 5)}, day(6, 6), "met"),
        ({"converted": day(6, 6)}, day(7, 1), "broken"),
        ({"converted": day(6, 5)}, day(6, 1), "near"),
        ({"kind": "心得体会"}, day(7, 1), "met"),
    ],
)
def test_a_report_bears_fruit_in_ninety_days(town: Town, changes: dict[str, Any], on: date, state: str) -> None:
    assert town.states("essays.converted", "essay", changes, on) == (state, state)


def test_a_leader_has_two_poor_households_on_any_day_of_the_year(town: Town) -> None:
    rule = "pairing.leaders"
    town.add("household", date=day(5, 1, 2020))
    town.add("household", date=day(5, 1, 2020), kind="贫困党员")
    town.add("household", date=day(5, 1, 2020), name="乙户", ended=day(12, 31, 2024))
    town.add("household", name="丙户", kind="农户")
    assert [(each.subject, each.value) for each in town.check(rule).findings] == [("书记", 1), ("分管", 0)]
    assert town.check(rule, day(12, 31)).findings[0].sentence == "书记2025年联系贫困户1户，还差1户（实施细则 第2条）。"
    town.add("household", name="乙户", ended=day(1, 1), date=day(5, 1, 2020))
    assert subjects(town, rule) == ["分管"]
    town.add("household", staff=2)
    town.add("household", staff=2, village=2)
    assert town.check(rule).state == "met"


def test_the_others_have_one_and_village_cadres_only_where_asked(town: Town) -> None:
    rule = "pairing.others"
    assert subjects(town, rule) == ["张三", "李四"]
    town.add("household", staff=3, kind="监测户")
    town.add("household", staff=4, date=day(1, 1, 2026))
    assert subjects(town, rule) == ["李四"]
    town.set(rule, "village_cadres", True)
    assert subjects(town, rule) == ["李四", "王五"]


@pytest.mark.parametrize(
    ("rule", "kind", "limit"), [("pairing.party_household", "贫困党员", 1), ("pairing.farm_households", "农户", 10)]
)
def test_leaders_keep_their_households(town: Town, rule: str, kind: str, limit: int) -> None:
    for number in range(limit):
        assert "书记" in subjects(town, rule)
        town.add("household", kind=kind, name=f"户{number}", date=day(1, 1, 2020), ended=day(1, 1, 2026))
    town.add("household", kind="困难学生", name="别的")
    assert subjects(town, rule) == ["分管"]
    town.connection.exec_driver_sql("UPDATE household SET ended = '2025-12-31'")
    assert subjects(town, rule) == ["书记", "分管"]
    assert subjects(town, rule, day(12, 30)) == ["分管"]


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "met"),
        ({"measures": None}, "broken"),
        ({"measures": None, "date": day(1, 1, 2020)}, "broken"),
        ({"measures": None, "ended": day(6, 1)}, "met"),
        ({"measures": None, "ended": day(6, 1, 2030)}, "broken"),
    ],
)
def test_every_target_has_measures(town: Town, changes: dict[str, Any], state: str) -> None:
    assert town.states("pairing.measures", "household", changes) == (state, state)


def of_zhang(town: Town, on: date | None = None) -> list[Finding]:
    """What 张三 lacks of the four."""
    found = town.check("outreach.four_ones", *([on] if on else [])).findings
    return [each for each in found if each.subject == "张三"]


def test_the_four_ones_are_four_findings(town: Town) -> None:
    assert len(of_zhang(town)) == 4
    assert {each.state for each in of_zhang(town, day(12, 31))} == {"near"}
    assert "王五" not in subjects(town, "outreach.four_ones")
    town.add("opinion", source="机关干部建议", staff=3)
    town.add("household", staff=3, kind="企业", date=day(1, 1, 2020))
    town.add("activity", members=(1, 3))
    assert [each.sentence for each in of_zhang(town)] == [
        "张三2025年引进企业或资金0项，还差1项（政风行风建设总结 二）。"
    ]
    town.add("investment")
    assert not of_zhang(town)
    assert len(town.check("outreach.four_ones").findings) == 4 + 3 + 4


@pytest.mark.parametrize(
    ("register", "changes"),
    [
        ("opinion", {"source": "座谈会", "staff": 3}),
        ("household", {"staff": 3, "ended": day(12, 31)}),
        ("activity", {"members": (3,), "state": "计划"}),
        ("investment", {"state": "签约"}),
        ("investment", {"kind": "追加到位"}),
        ("investment", {"state": "签约", "arrived": D(0)}),
        ("investment", {"state": "签约", "arrived": D(100), "arrived_date": day(1, 1, 2026)}),
        ("investment", {"date": day(3, 7, 2024)}),
    ],
)
def test_what_does_not_count_among_the_four(town: Town, register: str, changes: dict[str, Any]) -> None:
    town.add(register, **changes)
    assert len(of_zhang(town)) == 4


def test_money_that_arrived_later_counts_in_its_year(town: Town) -> None:
    town.add("investment", date=day(3, 7, 2024), state="签约", arrived=D(100), arrived_date=day(12, 31))
    assert len(of_zhang(town)) == 3
    town.set("outreach.four_ones", "enterprise", 2)
    town.add("investment")
    assert len(of_zhang(town)) == 3


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "met"),
        ({"opinion_group_head": None}, "broken"),
        ({"opinion_group_head": "乙"}, "broken"),
        ({"secretary": None}, "broken"),
        ({"opinion_group_head": None, "until": day(12, 31)}, "met"),
        ({"opinion_group_head": None, "since": day(1, 1, 2026)}, "met"),
    ],
)
def test_the_secretary_heads_the_opinion_group(town: Town, changes: dict[str, Any], state: str) -> None:
    town.add("branch", **changes)
    assert town.check("branches.opinion_groups").state == state
    assert town.check("branches.opinion_groups", day(12, 30)).state in (state, "near")
