"""A document becomes a Word file that says the same, on the official page."""

import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from lxml import etree

from app.papers.layout import read_layout
from app.papers.lint import lint
from app.papers.package import open_package, w
from app.papers.reading import read_figures
from app.reports.document import Column, Document, Figure, Heading, PageBreak, Paragraph, Table
from app.reports.render.word import write_word
from app.reports.render.word_body import signature_blanks

VISITS = Figure(
    "18次", "visits.days", date(2026, 1, 1), date(2026, 12, 31), value=18, unit="次", label="接访天数", records=18
)
SPENT = Figure(
    "3.26万元",
    "expense.sum",
    date(2026, 1, 1),
    date(2026, 12, 31),
    by=(("office", "党政综合办公室（含便民服务中心）"), ("subject", "公务接待费和公务用车运行维护费")),
    value=Decimal("32600"),
    unit="万元",
    label="支出金额",
    records=5,
)


def summary() -> Document:
    words = "全镇上下认真落实各项决策部署，坚持“开门办公”——简化手续，切实减轻基层负担。"
    return Document(
        title=("青石镇党政综合办公室", "2026年度政风行风建设工作总结"),
        blocks=(
            Paragraph(("各位领导：",), "salutation"),
            Heading(1, ("接访情况",)),
            Heading(2, ("领导带头",)),
            Paragraph(("全年接访", VISITS, "，支出", SPENT, "。", words)),
            Heading(3, ("做法",)),
            Heading(1, ("下一步打算",)),
            Paragraph((words * 3,)),
            PageBreak(),
            Table((Column("项目"), Column("数值")), ((("接访",), (VISITS,)),), "附表1　数字一览"),
        ),
        signature="青石镇党政综合办公室",
        signed=date(2026, 12, 5),
        properties=(("style", "conduct"), ("year", "2026")),
    )


@pytest.fixture
def written(tmp_path: Path) -> Path:
    write_word(summary(), tmp_path / "总结.docx")
    return tmp_path / "总结.docx"


def test_fonts_and_sizes_are_those_of_the_format(written: Path):
    found = {p.text[:4]: (p.spans[0].font, p.points) for p in read_layout(open_package(written)).paragraphs}
    title = read_layout(open_package(written)).paragraphs[0]
    assert (title.text, title.spans[0].font, title.points) == (
        "青石镇党政综合办公室 2026年度政风行风建设工作总结",
        "方正小标宋简体",
        22,
    )
    assert found["一、接访"] == ("黑体", 16)
    assert found["（一）领"] == ("楷体_GB2312", 16)
    assert found["1.做法"] == ("仿宋_GB2312", 16)
    assert found["全年接访"] == ("仿宋_GB2312", 16)


def test_sheet_and_lines_are_those_of_the_format(written: Path):
    paper = read_layout(open_package(written))
    section = paper.sections[0]
    assert (section.width, section.height, section.pitch) == (11906, 16838, 579)
    assert section.margins == {"top": 2098, "bottom": 1984, "left": 1587, "right": 1474}
    assert {p.line for p in paper.paragraphs} == {28.95}
    assert paper.even_and_odd
    assert set(section.footers) == {"default", "even"}


def test_our_own_file_has_no_remark(written: Path):
    assert lint(written) == []


def test_every_figure_is_found_again(written: Path):
    assert read_figures(written) == [(f.tag, f.words) for f in summary().figures()]


def test_no_tag_or_title_is_longer_than_word_bears(written: Path):
    root = open_package(written).document
    tags = [node.get(w("val")) for name in ("tag", "alias") for node in root.iter(w(name))]
    assert len(tags) == 6
    assert max(len(tag) for tag in tags) <= 64


def test_signature_stands_before_the_annex(written: Path):
    texts = [p.text for p in read_layout(open_package(written)).paragraphs]
    assert texts.index("2026年12月5日") == texts.index("附表1　数字一览") - 1


def test_another_reader_opens_the_file(written: Path):
    opened = docx.Document(str(written))
    assert opened.core_properties.author == "台账"
    assert opened.core_properties.title == "青石镇党政综合办公室2026年度政风行风建设工作总结"
    assert opened.tables[0].rows[1].cells[0].text == "接访"


def test_package_names_no_theme_no_foreign_font_and_nothing_outside(written: Path):
    with zipfile.ZipFile(written) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert not [
        n for n, text in parts.items() if "Theme" in text or "MS Mincho" in text or 'TargetMode="External"' in text
    ]
    assert 'w:altName w:val="华文中宋' in parts["word/fontTable.xml"]
    assert "conduct" in parts["docProps/custom.xml"]


def test_one_document_always_gives_the_same_bytes(written: Path, tmp_path: Path):
    write_word(summary(), tmp_path / "again.docx")
    assert (tmp_path / "again.docx").read_bytes() == written.read_bytes()


def test_an_empty_document_is_a_file_that_opens(tmp_path: Path):
    write_word(Document((), ()), tmp_path / "empty.docx")
    assert [p.text for p in docx.Document(str(tmp_path / "empty.docx")).paragraphs] == [""]


def test_control_characters_go_and_rare_ones_stay(tmp_path: Path):
    odd = Figure("\x071\ud800次", "visits.days", date(2026, 1, 1), date(2026, 1, 1), label="\x00名")
    text = "喜\x00报\x0b：\ufeff😀𬱖䶮\uffff<b>&amp;\t完"
    write_word(Document(("标\x01题",), (Paragraph((text, odd)),)), tmp_path / "odd.docx")
    texts = [p.text for p in read_layout(open_package(tmp_path / "odd.docx")).paragraphs]
    assert texts == ["标题", "喜报：😀𬱖䶮<b>&amp; 完1次"]


def test_line_breaks_become_paragraphs(tmp_path: Path):
    write_word(
        Document(
            (),
            (
                Paragraph(
                    ("甲\r\n乙\n\n", VISITS, "丙"),
                ),
            ),
        ),
        tmp_path / "lines.docx",
    )
    assert [p.text for p in read_layout(open_package(tmp_path / "lines.docx")).paragraphs] == ["甲", "乙", "18次丙"]


def test_long_text_is_written_whole(tmp_path: Path):
    write_word(Document(("长",), (Paragraph(("字" * 100_000,)),)), tmp_path / "long.docx")
    assert len(read_layout(open_package(tmp_path / "long.docx")).paragraphs[1].text) == 100_000


def test_a_place_that_cannot_be_written_leaves_nothing(tmp_path: Path):
    (tmp_path / "folder.docx").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_word(summary(), tmp_path / "folder.docx")
    assert [p.name for p in tmp_path.iterdir()] == ["folder.docx"]


@pytest.mark.parametrize(
    ("name", "day", "blanks"),
    [
        ("青石镇党政综合办公室", "2026年12月5日", (2.0, 3.5)),
        ("青石镇", "2026年12月31日", (8.0, 2.0)),
        ("", "2026年1月1日", (2.0, 2.0)),
    ],
)
def test_day_begins_two_characters_after_the_name(name: str, day: str, blanks: tuple[float, float]):
    assert signature_blanks(name, day) == blanks


def test_elements_stand_in_the_order_of_the_schema(written: Path):
    order = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "spacing", "ind", "jc"]
    for properties in open_package(written).document.iter(w("pPr")):
        names = [order.index(etree.QName(child).localname) for child in properties]
        assert names == sorted(names)
