"""Limits on papers issued and received, on both sides of each boundary and for each exemption."""

from typing import Any

import pytest
from sqlalchemy import insert

from app.store.tables import Counter
from tests.rules.conftest import Town, day

PARTY = {"issuer": "党委"}
UP = {"direction": "上行文", "to": "县政府"}
SECRET = {"secrecy": "秘密", "title": "涉密件", "paper_book": "第3页"}
LONG = {"stated_characters": 5001, "category": "业务性文件"}

CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("documents.approval", "outgoing", PARTY, "met"),
    ("documents.approval", "outgoing", {**PARTY, "signer": 2}, "broken"),
    ("documents.approval", "outgoing", {**PARTY, "signer": None}, "broken"),
    ("documents.approval", "outgoing", {**PARTY, "signed": None}, "broken"),
    ("documents.approval", "outgoing", {**PARTY, "signed": day(3, 8)}, "broken"),
    ("documents.approval", "outgoing", {"issuer": "党政办", "signer": None}, "met"),
    ("documents.approval", "outgoing", {**PARTY, "signer": None, "status": "会签"}, "met"),
    ("documents.needed", "outgoing", {}, "met"),
    ("documents.needed", "outgoing", {"necessity": None}, "broken"),
    ("documents.needed", "outgoing", {"covered": True}, "broken"),
    ("documents.needed", "outgoing", {"necessity": None, "kind": "函"}, "met"),
    ("documents.needed", "outgoing", {"necessity": None, "status": "拟稿"}, "met"),
    ("documents.length_general", "outgoing", {"stated_characters": 2000}, "met"),
    ("documents.length_general", "outgoing", {"stated_characters": 2001}, "broken"),
    ("documents.length_general", "outgoing", {"text": "字 " * 2001, "stated_characters": 5}, "broken"),
    ("documents.length_general", "outgoing", {"stated_characters": 2001, "category": "业务性文件"}, "met"),
    ("documents.length_report", "outgoing", {"stated_characters": 3000, "category": "汇报材料"}, "met"),
    ("documents.length_report", "outgoing", {"stated_characters": 3001, "category": "汇报材料"}, "broken"),
    ("documents.length_national", "outgoing", {**LONG, "stated_characters": 5000}, "met"),
    ("documents.length_national", "outgoing", LONG, "broken"),
    ("documents.length_national", "outgoing", {"stated_characters": 4000, "single_matter": True}, "met"),
    ("documents.length_national", "outgoing", {"stated_characters": 4001, "single_matter": True}, "broken"),
    ("documents.length_national", "meeting", {"minutes": 240}, "met"),
    ("documents.length_national", "meeting", {"minutes": 241}, "broken"),
    ("documents.length_national", "meeting", {"minutes": 241, "kind": "人代会"}, "met"),
    *[
        (
            "documents.length_national",
            "meeting",
            {"items": ({"order": 1, "topic": "路", "speakers": who, "minutes": minutes},)},
            state,
        )
        for who, minutes, state in (("书记", 60, "met"), ("分管、书记", 61, "broken"), ("分管", 61, "met"))
    ],
    ("documents.business_tables", "outgoing", {"category": "业务性文件", "tables": 1}, "met"),
    ("documents.business_tables", "outgoing", {"category": "业务性文件", "tables": 0}, "broken"),
    ("documents.business_tables", "outgoing", {"tables": 0}, "met"),
    ("documents.charge_leader", "outgoing", {}, "met"),
    ("documents.charge_leader", "outgoing", {"charge_leader": None}, "broken"),
    ("documents.charge_leader", "outgoing", {"charge_signed": None}, "broken"),
    ("documents.charge_leader", "outgoing", {"charge_signed": None, "status": "核稿"}, "met"),
    ("documents.order_of_signing", "outgoing", {}, "met"),
    ("documents.order_of_signing", "outgoing", {"charge_signed": day(3, 3)}, "met"),
    ("documents.order_of_signing", "outgoing", {"charge_signed": day(3, 2)}, "broken"),
    ("documents.order_of_signing", "outgoing", {"checked": None}, "broken"),
    ("documents.order_of_signing", "outgoing", {"checked": day(3, 6)}, "broken"),
    ("documents.order_of_signing", "outgoing", {"signed": day(3, 8)}, "broken"),
    ("documents.number_format", "outgoing", {}, "met"),
    ("documents.number_format", "outgoing", {"code": "青政办第"}, "broken"),
    ("documents.number_format", "outgoing", {"code": "青政办[2025]"}, "broken"),
    ("documents.number_format", "outgoing", {"number": "青政办〔2025〕01号"}, "broken"),
    ("documents.number_format", "outgoing", {"number": "青政办[2025]1号"}, "broken"),
    ("documents.number_series", "outgoing", {}, "met"),
    ("documents.number_series", "outgoing", {"status": "撤销", "withdrawn": "重发"}, "met"),
    ("documents.number_series", "outgoing", {"status": "撤销"}, "broken"),
    ("documents.upward", "outgoing", UP, "met"),
    ("documents.upward", "outgoing", {**UP, "to": "县政府、县委"}, "broken"),
    ("documents.upward", "outgoing", {**UP, "to": "县政府、县委", "issuer": "党政联合"}, "met"),
    ("documents.upward", "outgoing", {**UP, "to": None}, "broken"),
    ("documents.upward", "outgoing", {**UP, "signer": None}, "broken"),
    ("documents.upward", "outgoing", {"to": "甲、乙"}, "met"),
    ("documents.single_matter", "outgoing", {"kind": "请示", "single_matter": True}, "met"),
    ("documents.single_matter", "outgoing", {"kind": "请示"}, "broken"),
    ("documents.single_matter", "outgoing", {"kind": "报告", "text": "现将情况报告如下。"}, "met"),
    ("documents.single_matter", "outgoing", {"kind": "报告", "text": "妥否，请批示。"}, "near"),
    ("documents.deadline", "incoming", {"done": day(3, 20)}, "met"),
    ("documents.deadline", "incoming", {"done": day(3, 21)}, "broken"),
    ("documents.deadline", "incoming", {}, "broken"),
    ("documents.deadline", "incoming", {"handling": "阅件"}, "met"),
    ("documents.deadline", "incoming", {"handling": "阅件", "urgency": "特急"}, "broken"),
    ("documents.deadline", "incoming", {"handling": "阅件", "urgency": "特急", "handler": 3}, "met"),
    *[
        (
            "documents.deadline",
            "incoming",
            {"handling": "阅件", "circulation": ({"reader_id": 1, "reader": 1, "sent": day(3, 7), "read": read},)},
            state,
        )
        for read, state in ((day(3, 14), "met"), (day(3, 15), "broken"), (None, "broken"))
    ],
    ("secrecy.gate", "incoming", SECRET, "met"),
    ("secrecy.gate", "incoming", {**SECRET, "title": "防汛"}, "broken"),
    ("secrecy.gate", "incoming", {**SECRET, "paper_book": None}, "broken"),
    ("secrecy.gate", "incoming", {**SECRET, "doc_no": "1号"}, "broken"),
    ("secrecy.gate", "incoming", {"secrecy": "内部", "doc_no": "1号"}, "met"),
    ("secrecy.gate", "outgoing", SECRET, "met"),
    ("secrecy.gate", "outgoing", {**SECRET, "to": "县委"}, "broken"),
    ("report.no_garble", "outgoing", {"text": "2025年3月开会（15人）。"}, "met"),
    ("report.no_garble", "outgoing", {"text": "201?年开会。"}, "broken"),
    ("report.no_garble", "outgoing", {"text": "开展活动\ufffd次。"}, "broken"),
    ("report.no_garble", "outgoing", {"text": "共（ ）个村。"}, "broken"),
    ("report.no_garble", "outgoing", {"text": "干部（gan bu）大会。"}, "met"),
    ("report.no_garble", "outgoing", {"text": "干部（ganbu）大会。"}, "broken"),
]


@pytest.mark.parametrize(("rule", "register", "changes", "state"), CASES)
def test_each_paper_is_judged_alike_in_the_year_and_while_typing(
    town: Town, rule: str, register: str, changes: dict[str, Any], state: str
) -> None:
    assert town.states(rule, register, changes) == (state, state)


def test_a_paper_of_unknown_length(town: Town) -> None:
    town.add("outgoing", stated_characters=None)
    assert town.check("documents.length_general").state == "unknown"
    town.add("outgoing", stated_characters=2000)
    assert town.check("documents.length_general").state == "met"


def test_a_business_paper_whose_tables_are_not_counted(town: Town) -> None:
    town.add("outgoing", category="业务性文件", tables=None)
    town.add("outgoing")
    assert town.check("documents.business_tables").state == "unknown"


@pytest.mark.parametrize(
    ("on", "state"), [(day(3, 16), "met"), (day(3, 17), "near"), (day(3, 20), "near"), (day(3, 21), "broken")]
)
def test_the_clock_of_a_paper_to_be_handled(town: Town, on: Any, state: str) -> None:
    assert town.states("documents.deadline", "incoming", {"done": day(4, 1)}, on) == (state, state)


def test_joint_papers_against_the_same_days_of_last_year(town: Town) -> None:
    rule, joint = "documents.joint_fewer", {"issuer": "党政联合"}
    assert town.check(rule).state == "unknown"
    town.add("outgoing", issued=day(1, 5, 2024), year=2024, **joint)
    town.add("outgoing", issued=day(6, 5, 2024), year=2024, **joint)
    assert town.check(rule).state == "met"
    town.add("outgoing", **joint)
    assert town.check(rule, day(5, 1)).state == "near"
    assert town.check(rule, day(6, 30)).state == "met"
    town.add("outgoing", **joint)
    town.add("outgoing", **joint)
    assert town.check(rule).state == "broken"


def test_papers_of_the_year_against_the_whole_of_last_year(town: Town) -> None:
    rule = "documents.yearly_total"
    assert town.check(rule).state == "unknown"
    for month in (2, 10, 11):
        town.add("outgoing", issued=day(month, 1, 2024), year=2024)
    town.add("outgoing")
    assert town.check(rule, day(4, 1)).state == "met"
    town.add("outgoing")
    assert town.check(rule, day(4, 1)).state == "near"
    assert town.check(rule, day(12, 1)).state == "met"
    town.add("outgoing")
    assert town.check(rule).state == "near"
    town.add("outgoing")
    assert town.check(rule).state == "broken"


def test_numbers_given_twice_and_left_out(town: Town) -> None:
    rule = "documents.number_series"
    town.add("outgoing", serial=1)
    town.add("outgoing", serial=3)
    (gap,) = town.check(rule).findings
    assert (gap.kind, gap.value, gap.state) == ("warn", 1, "broken")
    assert "缺2号" in gap.sentence
    town.add("outgoing", serial=2)
    assert town.check(rule).state == "met"
    (twice,) = town.type(rule, "outgoing", serial=2)
    assert (twice.field, twice.stops) == ("serial", True)
    assert not town.type(rule, "outgoing", serial=2, code="青委")
    assert not town.type(rule, "outgoing", serial=2, record=3)
    town.add("outgoing", serial=2)
    assert town.check(rule).findings[0].records == (("outgoing", 3), ("outgoing", 4))


def test_a_series_that_began_in_mid_year(town: Town) -> None:
    town.connection.execute(insert(Counter).values(series="first:outgoing:青政办", year=2025, next=30))
    town.add("outgoing", serial=30)
    assert town.check("documents.number_series").state == "met"


@pytest.mark.parametrize(("on", "state"), [(day(6, 30, 2026), "near"), (day(7, 1, 2026), "broken")])
def test_papers_are_archived_by_the_end_of_june(town: Town, on: Any, state: str) -> None:
    rule = "documents.archived"
    assert town.check(rule, on).state == "met"
    town.add("incoming", archive_no="1-1", retention="10年")
    town.add("incoming", retention="不归档")
    town.add("outgoing", status="拟稿")
    assert town.check(rule, on).state == "met"
    town.add("outgoing", archive_no="1-2")
    found = town.check(rule, on)
    assert (found.state, found.value, found.findings[0].records) == (state, 50, (("outgoing", 2),))


def test_papers_of_each_quarter_are_shown_to_a_person(town: Town) -> None:
    town.add("incoming", number=1)
    town.add("incoming")
    found = town.check("documents.through_office")
    assert (found.state, found.value) == ("needs-person", 1)


def test_a_secrecy_mark_in_any_register_is_stopped(town: Town) -> None:
    (finding,) = town.type("secrecy.gate", "visit", found="摘自 机密 ★ 文件")
    assert (finding.field, finding.stops, finding.value) == ("found", True, "机密★")
