"""The report on the 实施细则: states are worded as they are, the unknown is not praised, limits are followed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import run
from app.figures import Period
from app.models import BY_KEY
from app.reports.document import Heading, Paragraph, Table, plain
from app.reports.summaries.compliance import STATES, Compliance, UnknownRule
from app.reports.summaries.numbers import behind
from app.reports.summaries.rulebook import rulebook
from app.rules import check
from app.services import records
from app.services.desk import Desk, create_desk
from app.services.drafts import freeze
from app.services.settings import set_limit
from app.services.summaries import draft
from app.store.surroundings import Office

YEAR = 2024
PLENARY = "meetings.plenary_per_month"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "data", "文书")
    yield made
    made.close()


def meet(desk: Desk, day: int) -> None:
    register = BY_KEY["meeting"]
    values: dict[str, Any] = {"date": date(YEAR, 3, day), "title": "全镇大会", "kind": "全体性会议", "status": "已召开"}
    whole = records.blank(desk, register) | values | {"start": time(9), "end": time(10), "venue": "会议室"}
    try:
        records.save(desk, register, whole)
    except records.NeedsReason as stopped:
        records.save(desk, register, whole, None, {each.rule: "上级要求" for each in stopped.findings})


def asked(desk: Desk) -> Iterator[Compliance]:
    with desk.store.read() as connection:
        yield Compliance(connection, Period.of_year(YEAR), desk.today())


def text(desk: Desk) -> str:
    return "".join(plain(b.text) for b in draft(desk, "rules", YEAR).document.blocks if isinstance(b, Paragraph))


def test_a_limit_that_is_kept_used_up_and_broken_is_worded_so(desk: Desk) -> None:
    meet(desk, 4)
    assert "全体性会议控制在每月2次以内" in text(desk)
    meet(desk, 5)
    assert "全体性会议控制在每月2次以内" in text(desk)
    meet(desk, 6)
    assert "全体性会议超过每月2次的规定" in text(desk)
    assert "“全体性会议每月不超过2次”执行不到位，发现一处" in text(desk)


def test_the_table_says_how_each_rule_stands(desk: Desk) -> None:
    for day in (4, 5, 6):
        meet(desk, day)
    (table,) = (b for b in draft(desk, "rules", YEAR).document.blocks if isinstance(b, Table))
    rows = {plain(row[1]): [plain(cell) for cell in row] for row in table.rows}
    assert rows["全体性会议每月不超过2次。"][2:] == ["2", "2024年3月全体性会议已开3次，超过上限2次。", "不符合"]
    assert rows["工作汇报和讨论提倡脱稿发言。"][3:] == ["待人工确认或零报告签字确认。", "待确认"]
    assert {row[4] for row in rows.values()} <= {words for words, _ in STATES.values()}


def test_the_counts_are_those_of_the_check(desk: Desk) -> None:
    meet(desk, 4)
    with desk.store.read() as connection:
        verdicts = check(connection, Office(connection, desk.today()), YEAR)
        on = [one for one in verdicts if one.on and one.clause.startswith("实施细则")]
        made = {figure.key: figure for figure in draft(desk, "rules", YEAR).document.figures()}
        assert made["check.all"].value == len(on)
        assert made["check.needs-person"].value == sum(one.state == "needs-person" for one in on)
        assert behind(connection, made["check.all"]) is not None


def test_what_nobody_knows_is_neither_kept_nor_broken(desk: Desk) -> None:
    for rules in asked(desk):
        unknown = [key for key, one in rules.verdicts().items() if one.state in ("unknown", "needs-person")]
        assert unknown
        assert not any(rules.kept(key) or rules.broken(key) for key in unknown)
        with pytest.raises(UnknownRule, match=r"没有「某条」这条规定.*。$"):
            rules.kept("某条")


def rulebook_text(desk: Desk) -> list[str]:
    with desk.office() as office:
        document = rulebook(office, "某镇", date(YEAR, 6, 1))
    return [plain(block.text) for block in document.blocks if isinstance(block, (Heading, Paragraph))]


def test_the_rulebook_follows_the_limits_and_closes_up(desk: Desk) -> None:
    before = rulebook_text(desk)
    assert any("全体性会议每月不超过2次。" in line for line in before)
    assert [line.split(".")[0] for line in before if line[0].isdigit()] == [str(n) for n in range(1, 25)]
    set_limit(desk, PLENARY, {"limit": 4}, None)
    assert any("全体性会议每月不超过4次。" in line for line in rulebook_text(desk))
    set_limit(desk, "press.no_routine", {}, None, on=False)
    assert not any("一般性会议活动和领导活动一律不予报道" in line for line in rulebook_text(desk))


def test_the_rulebook_is_written_from_the_command_line(desk: Desk, tmp_path: Path, capsys: Any) -> None:
    desk.close()
    data = ["--data", str(tmp_path / "data"), "summary"]
    out, clauses = str(tmp_path / "报告.docx"), tmp_path / "细则.docx"
    assert run([*data, "rules", "--year", str(YEAR), "--out", out, "--clauses", str(clauses)]) == 0
    assert clauses.exists()
    assert run([*data, "annual", "--year", str(YEAR), "--out", out, "--clauses", str(clauses)]) == 2
    assert "只有 rules" in capsys.readouterr().err


def test_the_limits_in_the_table_are_no_leftovers_of_last_year(desk: Desk) -> None:
    freeze(desk, draft(desk, "rules", YEAR - 1), "去年.docx")
    assert not [remark for remark in draft(desk, "rules", YEAR).remarks if "去年" in remark.text]


def test_what_nothing_was_recorded_of_is_neither_kept_nor_counted_as_kept(desk: Desk) -> None:
    made = draft(desk, "rules", YEAR).document
    (table,) = (block for block in made.blocks if isinstance(block, Table))
    rows = {plain(row[1]): [plain(row[3]), plain(row[4])] for row in table.rows}
    assert rows["驻村干部每年驻村不少于180天。"] == ["没有登记此类事项。", "未涉及"]
    assert rows["会议一律不设背景板、不铺地毯、不摆花草、不铺桌布、不挂横幅条幅。"][1] == "未涉及"
    counted = {figure.key: figure.value for figure in made.figures() if figure.key.startswith("check.")}
    ends = [words for _, words in rows.values()]
    assert counted["check.untouched"] == ends.count("未涉及")
    assert counted["check.met"] == ends.count("符合")
    assert ends.count("未涉及") > 50
    for rules in asked(desk):
        assert not rules.kept("meetings.five_bans")
    meet(desk, 4)
    for rules in asked(desk):
        assert rules.kept("meetings.five_bans")


def test_a_source_that_no_rule_has_is_a_sentence(desk: Desk) -> None:
    for rules in asked(desk):
        with pytest.raises(UnknownRule, match=r"没有来源是「某细则」的规定.*。$"):
            rules.table("某细则")
