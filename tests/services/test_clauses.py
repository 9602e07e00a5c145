"""Clauses of the 实施细则: in their order, with the office's numbers, and never praised before they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from app.figures import Period
from app.models import BY_KEY
from app.reports.document import Heading, Paragraph, Table, plain
from app.reports.summaries.clauses import article, clause_text
from app.reports.summaries.compliance import Compliance, UnknownRule, conclusion, of_source, told_by
from app.reports.summaries.numbers import behind, figure_of, renewed
from app.reports.summaries.rulebook import rulebook
from app.rules import RULES
from app.services import records
from app.services.desk import Desk, create_desk
from app.services.looking import add_people
from app.services.settings import set_limit
from app.services.summaries import draft
from tests.services.style_checks import YEAR as STYLE_YEAR
from tests.services.style_checks import assert_well_formed, clause_counts, lines, type_in, untraced, written

YEAR = 2024
PLENARY, LEADERS = "meetings.plenary_per_month", "visits.days_leaders"
PRAISE = (
    "达到规定",
    "控制在",
    "手续完备",
    "规定字数以内",
    "定额以内",
    "没有突破",
    "没有超过",
    "没有安排",
    "没有发现违规",
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "data", "文书")
    add_people(made, ["张三"], None, "镇科级实职领导")
    yield made
    made.close()


def meet(desk: Desk, month: int, day: int) -> None:
    register = BY_KEY["meeting"]
    values: dict[str, Any] = {"date": date(YEAR, month, day), "title": "全镇大会", "kind": "全体性会议"}
    whole = (
        records.blank(desk, register)
        | values
        | {"status": "已召开", "venue": "会议室", "start": time(9), "end": time(10)}
    )
    try:
        records.save(desk, register, whole)
    except records.NeedsReason as stopped:
        records.save(desk, register, whole, None, {each.rule: "上级要求" for each in stopped.findings})


def compliance(desk: Desk, on: date) -> Iterator[Compliance]:
    with desk.store.read() as connection:
        yield Compliance(connection, Period(date(on.year, 1, 1), on), on)


@pytest.mark.parametrize(
    ("key", "changed", "words"),
    [
        (PLENARY, {"limit": 4}, "全体性会议每月不超过4次。"),
        ("meetings.duration", {"limit": 90}, "会议时长原则上不超过1.5小时。"),
        ("meetings.duration", {"limit": 100}, "会议时长原则上不超过100分钟。"),
        ("meetings.size", {"limit": 50}, "严格控制会议规模，每次参会不超过50人。"),
        ("outings.festivals", {"limit": 2}, "从严控制参加外地节庆活动，每年不超过2次。"),
        ("disclosure.quarterly_accounts", {"limit": 2}, "财政所每季度在职工大会上公布两次政府收支情况。"),
        ("inspections.finance", {"limit": 2}, "严审镇、村、居三级财务，每年不少于2次。"),
        ("reception.quota", {"meal": 40}, "公务接待实行定额，人均餐费不超过标准，正餐每人不超过40元。"),
        ("conduct.phones", {}, "所有干部24小时不得关闭通讯工具。"),
    ],
)
def test_a_clause_tells_the_number_that_is_set(key: str, changed: dict[str, Any], words: str) -> None:
    rule = RULES[key]
    assert clause_text(rule, rule.parameters | changed) == words


def test_every_clause_as_it_stands_is_told_as_the_catalogue_has_it() -> None:
    for rule in RULES.values():
        assert clause_text(rule, rule.parameters) == rule.text.replace("(", "（").replace(")", "）")


def test_clauses_stand_in_their_order() -> None:
    clauses = [
        "实施细则 三(三)",
        "实施细则 第10条",
        "实施细则 三(一)",
        "实施细则 第9条",
        "实施细则 三(二)",
        "实施细则 二(二)",
    ]
    told = [clause.split()[1] for clause in sorted(clauses, key=article)]
    assert told == ["第9条", "第10条", "二(二)", "三(一)", "三(二)", "三(三)"]


def test_a_lower_limit_under_way_is_not_kept_and_not_near_its_upper_limit(desk: Desk) -> None:
    for rules in compliance(desk, date(YEAR, 6, 30)):
        verdict = rules.verdict(LEADERS)
        assert verdict is not None
        assert (verdict.state, conclusion(verdict)) == ("near", "尚未完成")
        assert not rules.kept(LEADERS)
        assert not rules.broken(LEADERS)
        rows = {row[1][0]: row for row in rules.table().rows}
        assert rows["镇科级实职领导干部每年下村调研不少于120天。"][4] == ("尚未完成",)


def test_breaches_alone_are_counted_and_told(desk: Desk) -> None:
    for month, day in ((2, 5), (2, 6), (3, 4), (3, 5), (3, 6)):
        meet(desk, month, day)
    for rules in compliance(desk, date(YEAR, 12, 31)):
        verdict = rules.verdict(PLENARY)
        assert verdict is not None
        assert [finding.state for finding in verdict.findings] == ["near", "broken"]
        assert [finding.period for finding in told_by(verdict)] == [f"{YEAR}年3月"]
        assert "“全体性会议每月不超过2次”执行不到位，发现一处" in rules.faults()
        (row,) = (row for row in rules.table().rows if row[1] == ("全体性会议每月不超过2次。",))
        assert row[3:] == ((f"{YEAR}年3月全体性会议已开3次，超过上限2次。",), ("不符合",))


def test_the_table_and_the_limits_follow_what_is_set(desk: Desk) -> None:
    set_limit(desk, PLENARY, {"limit": 4}, None)
    set_limit(desk, "press.no_routine", {}, None, on=False)
    (table,) = (block for block in draft(desk, "rules", YEAR).document.blocks if isinstance(block, Table))
    rows = {plain(row[1]): plain(row[2]) for row in table.rows}
    assert rows["全体性会议每月不超过4次。"] == "4"
    assert not any("不予报道" in text for text in rows)
    for rules in compliance(desk, date(YEAR, 12, 31)):
        assert (rules.limit(PLENARY), rules.limit("leave.filed", "sick_days")) == ("4", "3")
        with pytest.raises(UnknownRule, match=r"没有「某数」这个限额.*。$"):
            rules.limit(PLENARY, "某数")


def test_a_clause_that_the_office_calls_otherwise_stays_in_the_table(desk: Desk) -> None:
    for rules in compliance(desk, date(YEAR, 12, 31)):
        found = list(rules.verdicts().values())
        renamed = [replace(one, clause="本镇办法 第2条") if one.key == PLENARY else one for one in found]
        assert len(of_source(renamed, "实施细则")) == len(found)


def test_a_count_of_rules_is_read_back_and_renewed(desk: Desk) -> None:
    for day in (4, 5, 6):
        meet(desk, 3, day)
    made = {figure.key: figure for figure in draft(desk, "rules", YEAR).document.figures()}
    figure = made["check.broken"]
    read = figure_of(figure.tag)
    assert read is not None
    with desk.store.read() as connection:
        again = renewed(connection, read)
        assert again is not None
        assert (again.words, again.value, again.label) == (figure.words, figure.value, "不符合规定的条数")
        assert "meeting" in {traced.register for traced in behind(connection, figure)}


def test_nothing_is_praised_in_an_empty_folder(desk: Desk) -> None:
    made = written(desk, "rules")
    assert_well_formed(made)
    assert not untraced(made)
    assert not [claim for claim in PRAISE if claim in "".join(lines(made.document))]


def test_a_problem_marked_in_the_records_stands_with_the_breaches(desk: Desk) -> None:
    type_in(
        desk, "problem", content="个别会议以会议落实会议", office=None, shortcoming=True, date=date(STYLE_YEAR, 5, 6)
    )
    made = written(desk, "rules")
    assert_well_formed(made)
    assert not untraced(made)
    assert "是个别会议以会议落实会议。" in "".join(lines(made.document))
    assert clause_counts(made.document, 1) == {2}


def test_the_rulebook_stands_where_every_rule_is_off(desk: Desk) -> None:
    for rule in RULES.values():
        if rule.clause.startswith("实施细则"):
            set_limit(desk, rule.key, {}, None, on=False)
    with desk.office() as office:
        blocks = rulebook(office, "某镇", date(YEAR, 6, 1)).blocks
    assert [plain(block.text) for block in blocks if isinstance(block, (Heading, Paragraph))] == [
        "细则的规定目前都已停用。"
    ]
