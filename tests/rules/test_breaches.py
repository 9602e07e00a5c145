"""Conduct that only a person confirms, zero reports, lists and the texts of reports."""

from datetime import date
from typing import Any

import pytest

from app.rules.texts import garbled, sums_wrong
from tests.rules.conftest import Town, day

CASE = {"date": day(5, 20), "happened": day(5, 9), "subject": "王某", "kind": "公务饮酒", "ten": "第3条"}
CASE |= {"matter": "午间饮酒", "handling": "约谈", "basis": "实施细则"}
SIGNED = {"start": day(4, 1), "end": day(6, 30), "date": day(7, 1)}
STEPS = tuple({"order": at, "text": "项"} for at in (1, 2, 3))
LIST = {"name": "三项建设", "announced": 3, "parts": STEPS}
SELF = {"name": "自查情况", "announced": None, "parts": ({"order": 1, "text": "会风", "conclusion": "已整改"},)}

CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("zero_reports.honest", "zero_report", SIGNED, "met"),
    ("zero_reports.honest", "zero_report", SIGNED | {"date": day(6, 30)}, "met"),
    ("zero_reports.honest", "zero_report", SIGNED | {"date": day(6, 29)}, "broken"),
    ("zero_reports.honest", "zero_report", SIGNED | {"date": day(6, 29), "signed": False}, "met"),
    ("lists.announced", "named_list", LIST, "met"),
    ("lists.announced", "named_list", LIST | {"announced": 4}, "broken"),
    ("lists.announced", "named_list", LIST | {"announced": 4, "parts": ()}, "met"),
    ("lists.announced", "named_list", LIST | {"announced": None}, "met"),
    ("lists.announced", "named_list", LIST | {"parts": ({"order": 2, "text": "项"}, *STEPS[1:])}, "broken"),
    ("lists.selfcheck", "named_list", SELF, "met"),
    ("lists.selfcheck", "named_list", SELF | {"parts": STEPS}, "broken"),
    ("lists.selfcheck", "named_list", SELF | {"name": "三项建设", "parts": STEPS}, "met"),
    ("report.adds_up", "outgoing", {"category": "汇报材料", "text": "职工110人，大专以上102人，占92.7%。"}, "met"),
    ("report.adds_up", "outgoing", {"category": "汇报材料", "text": "职工110人，大专以上102人，占93%。"}, "met"),
    ("report.adds_up", "outgoing", {"category": "汇报材料", "text": "职工110人，大专以上102人，占97.2%。"}, "broken"),
    ("report.adds_up", "outgoing", {"text": "职工110人，大专以上102人，占97.2%。"}, "met"),
]


@pytest.mark.parametrize(("rule", "register", "changes", "state"), CASES)
def test_each_record_is_judged_alike_in_the_year_and_while_typing(
    town: Town, rule: str, register: str, changes: dict[str, Any], state: str
) -> None:
    assert town.states(rule, register, changes) == (state, state)


DENIED: list[tuple[str, str, dict[str, Any], bool]] = [
    ("十不准", "violation", CASE, True),
    ("十不准", "violation", CASE | {"ten": "不涉及"}, False),
    ("十不准", "violation", CASE | {"happened": day(3, 31)}, False),
    ("十不准", "violation", CASE | {"happened": None}, True),
    ("十不准", "violation", CASE | {"happened": None, "date": day(7, 1)}, False),
    ("违纪违法", "violation", CASE, False),
    ("违纪违法", "violation", CASE | {"kind": "违纪违法"}, True),
    ("重大安全事故", "violation", CASE | {"kind": "重大安全事故"}, True),
    ("其他违规违纪", "violation", CASE | {"kind": "列支其他费用"}, True),
    ("信访", "petition", {"date": day(5, 9)}, True),
    ("信访", "petition", {"date": day(7, 1)}, False),
    ("进京赴省上访", "petition", {"date": day(5, 9), "level": "县"}, False),
    ("进京赴省上访", "petition", {"date": day(5, 9), "level": "省"}, True),
    ("值班情况", "violation", CASE, False),
]


@pytest.mark.parametrize(("subject", "register", "record", "denied"), DENIED)
def test_a_zero_report_that_records_deny_is_not_signed(
    town: Town, subject: str, register: str, record: dict[str, Any], denied: bool
) -> None:
    rule, report = "zero_reports.honest", SIGNED | {"subject": subject}
    own = town.add(register, **record)
    town.add("zero_report", **report)
    assert [each.records[1:] for each in town.check(rule).findings] == ([((register, own),)] if denied else [])
    assert [each.stops for each in town.type(rule, "zero_report", **report)] == ([True] if denied else [])


def test_the_ten_bans_are_reported_quarter_by_quarter(town: Town) -> None:
    rule = "conduct.ten_bans"
    verdict = town.check(rule)
    assert verdict.state == "needs-person"
    assert [(each.report, each.open) for each in verdict.asked] == [("十不准", True)] * 4
    town.add("zero_report", subject="十不准", start=day(1, 1), end=day(12, 31), date=day(1, 4, 2026))
    assert town.check(rule).state == "met"
    town.add("violation", **CASE)
    verdict = town.check(rule)
    (finding,) = verdict.findings
    assert (verdict.state, finding.subject, finding.period) == ("broken", "十不准第3条", "2025年第二季度")


@pytest.mark.parametrize(
    ("happened", "handled", "period"),
    [(day(3, 31), day(4, 2), "2025年第一季度"), (None, day(4, 2), "2025年第二季度")],
)
def test_a_breach_belongs_to_the_quarter_in_which_it_happened(
    town: Town, happened: date | None, handled: date, period: str
) -> None:
    town.add("violation", **CASE | {"happened": happened, "date": handled})
    assert [each.period for each in town.check("conduct.ten_bans").findings] == [period]
    assert not town.check("conduct.ten_bans", day(4, 1)).findings


def test_discipline_needs_inspections_and_a_person(town: Town) -> None:
    rule = "conduct.discipline"
    assert (town.check(rule, day(3, 31)).state, town.check(rule, day(4, 1)).state) == ("near", "broken")
    for month in (1, 4, 7, 10):
        town.add("inspection", kind="考勤检查", date=day(month, 9))
    assert town.check(rule).state == "needs-person"
    town.add("violation", **CASE)
    assert town.check(rule).state == "needs-person"
    town.add("violation", **CASE | {"kind": "迟到早退"})
    (finding,) = town.check(rule).findings
    assert (finding.subject, finding.period, finding.value) == ("迟到早退", "2025年第二季度", 1)


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "needs-person"),
        ({"basis": None}, "broken"),
        ({"handling": "移送司法"}, "broken"),
        ({"handling": "移送司法", "transferred": day(5, 21)}, "needs-person"),
    ],
)
def test_every_breach_has_its_consequence(town: Town, changes: dict[str, Any], state: str) -> None:
    town.add("violation", **CASE | changes)
    assert town.check("conduct.accountability").state == state


CLAIMS: list[tuple[dict[str, Any], str, list[str]]] = [
    ({"kind": "违纪违法"}, "broken", ["违纪违法"]),
    ({"handling": "纪律处分"}, "broken", ["违纪违法"]),
    ({"handling": "通报"}, "met", []),
    ({"kind": "重大安全事故"}, "broken", ["重大安全事故"]),
]


@pytest.mark.parametrize(("changes", "state", "subjects"), CLAIMS)
def test_nothing_is_claimed_without_its_report(
    town: Town, changes: dict[str, Any], state: str, subjects: list[str]
) -> None:
    rule = "zero_reports.claims"
    assert {each.report for each in town.check(rule).asked} == {"违纪违法", "重大安全事故", "信访"}
    for subject in ("违纪违法", "重大安全事故", "信访"):
        town.add("zero_report", subject=subject, start=day(1, 1), end=day(12, 31), date=day(1, 4, 2026))
    town.add("violation", **CASE | changes)
    found = town.check(rule)
    assert (found.state, [each.subject for each in found.findings]) == (state, subjects)


def test_no_petition_is_only_advocated(town: Town) -> None:
    town.add("petition")
    (finding,) = town.check("zero_reports.claims").findings
    assert (finding.state, finding.period) == ("near", "2025年第一季度")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "有\ufffd处",
            "有\x07处",
            "201?年",
            "3月?日",
            "20？4年",
            "年？月",
            "投资万元",
            "完成率达%",
            "共件",
            "投资XX万元",
        ),
        *("建房__间", "甄(zhēn)选", "整治（zhengzhi）", "共（ ）个"),
    ],
)
def test_garbled_places_are_found(text: str) -> None:
    assert len(list(garbled(f"全镇{text}。"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "为什么？2025年底前完成",
        "达到件件有回音",
        "共产党员10名",
        "（一）会议（二）公文",
        "面积（ha）",
        "使用（APP）",
        "共计件数10件",
    ],
)
def test_what_only_looks_garbled_passes(text: str) -> None:
    assert not list(garbled(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("受理120件，办结119件，办结率99.2%。", 0),
        ("受理120件，办结119件，办结率100%。", 1),
        ("受理10000件，办结9999件，办结率100%。", 1),
        ("受理120件。办结率100%。", 0),
        ("2025年办结119件，办结率99.2%。", 0),
        ("职工1,100人，党员550名，占50%。", 0),
        ("修路5个村（甲村、乙村、丙村）。", 1),
        ("修路3个村（甲村、乙村、丙村）。", 0),
        ("修路5个村（甲村、乙村等）。", 0),
        ("修路1个村（甲村、乙村等）。", 1),
    ],
)
def test_shares_and_counts_are_those_of_their_sentence(text: str, wrong: int) -> None:
    assert len(list(sums_wrong(text))) == wrong
