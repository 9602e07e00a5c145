"""数据来源表: a row for each use of a figure."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.papers.lint import lint
from app.reports.document import Column, Document, Figure, Paragraph, Table
from app.reports.render.word import write_word
from app.reports.sources import LONGEST_SENTENCE, exact, period, sentence_around, sources_document

VISITS = Figure(
    "18次", "visits.days", date(2026, 1, 1), date(2026, 12, 31), value=18, unit="次", label="接访天数", records=18
)
SPENT = Figure(
    "3.26万元",
    "expense.sum",
    date(2026, 1, 1),
    date(2026, 3, 31),
    (("subject", "公务接待费"),),
    Decimal("32600"),
    "万元",
    records=5,
)
PAPER = Document(
    ("工作总结",),
    (
        Paragraph(("认真落实。全年接访", VISITS, "，支出", SPENT, "。成效明显。")),
        Table((Column("事项"), Column("次数")), ((("领导接访",), (VISITS,)),), "附表1"),
    ),
)


def rows_of(document: Document) -> list[list[str]]:
    table = next(block for block in document.blocks if isinstance(block, Table))
    return [[str(cell[0]) for cell in row] for row in table.rows]


def test_each_use_has_its_sentence_rule_value_and_records():
    assert rows_of(sources_document(PAPER)) == [
        ["1", "全年接访18次，支出3.26万元。", "接访天数\nvisits.days", "2026年", "18次", "18次", "18"],
        [
            "2",
            "全年接访18次，支出3.26万元。",
            "expense.sum",
            "2026年1月1日—3月31日\n公务接待费",
            "3.26万元",
            "32,600.00元",
            "5",
        ],
        ["3", "附表1·领导接访·次数", "接访天数\nvisits.days", "2026年", "18次", "18次", "18"],
    ]


def test_records_are_listed_once_for_each_figure():
    made = sources_document(PAPER, {VISITS.tag: ["1号 王某", "2号 李某"]})
    uses, lists = (block for block in made.blocks if isinstance(block, Table))
    assert [row[-1] for row in uses.rows] == [("1",), ("",), ("1",)]
    assert [[cell[0] for cell in row][-2:] for row in lists.rows] == [["2", "1号 王某、2号 李某"]]


def test_a_paper_without_figures_says_so():
    assert sources_document(Document((), ())).blocks == (Paragraph(("文中没有取自台账的数字。",)),)


def test_the_table_itself_stands_on_the_official_page(tmp_path: Path):
    write_word(sources_document(PAPER), tmp_path / "sources.docx")
    assert lint(tmp_path / "sources.docx") == []


def test_long_sentences_are_cut_around_the_figure():
    words = "头" * 100 + "18次" + "尾" * 100
    cut = sentence_around(words, 100, 103)
    assert "18次" in cut
    assert cut.startswith("……头")
    assert cut.endswith("尾……")
    assert len(cut) == LONGEST_SENTENCE + 4


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (date(2023, 1, 1), date(2025, 12, 31), "2023—2025年"),
        (date(2025, 3, 7), date(2025, 3, 7), "2025年3月7日"),
        (date(2024, 11, 1), date(2025, 2, 28), "2024年11月1日—2025年2月28日"),
    ],
)
def test_periods_are_written_as_the_office_does(start: date, end: date, shown: str):
    assert period(start, end) == shown


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (Decimal("7.50"), "天", "7.5天"),
        (Decimal("0"), "元", "0.00元"),
        (None, "次", "—"),
        (date(2026, 3, 7), "日", "2026年3月7日"),
        (Decimal("1E+2"), "%", "100%"),
    ],
)
def test_exact_values(value: Decimal | date | None, unit: str, shown: str):
    assert exact(value, unit) == shown
