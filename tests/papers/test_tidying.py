"""一键排版: Word files of many makers get the official layout, and nothing in them is lost."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from lxml import etree
from PIL import Image

from app.papers.lint import lint
from app.papers.package import NotAPaper, w
from app.papers.reading import read_figures
from app.papers.tidying import NotWritten, plan, tidy
from app.reports.document import Document, Figure, Heading, Paragraph
from app.reports.render.word import write_word

DATA = Path(__file__).parents[1] / "data" / "papers"
LAYOUT = re.compile(r"9704-2012 (?:5\.1|5\.2\.1|5\.2\.2|5\.2\.3|7\.3\.1|7\.5)")
LONG = "为做好汛期值班工作,我镇严格落实领导带班和干部值守制度,做到思想到位、人员到位、措施到位，确保群众安全。"


def python_docx(path: Path) -> None:
    """The library's default template with its Japanese theme fonts."""
    made = docx.Document()
    made.add_heading("关于汛期值班工作的报告", 0)
    made.add_paragraph(LONG)
    made.add_heading("一，加强领导", 1)
    made.add_paragraph("根据某府发[2026]第05号文件(以下简称《通知》)要求,2026年03月07日召开会议。" + LONG)
    made.save(str(path))


def with_tables_and_picture(path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("关于汛期值班工作的报告").alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.add_paragraph(LONG)
    table = made.add_table(2, 2)
    for at, words in enumerate(("村名", "人数", "甲村", "12")):
        table.cell(at // 2, at % 2).text = words
    picture = BytesIO()
    Image.new("RGB", (8, 8), "red").save(picture, "PNG")
    picture.seek(0)
    made.add_picture(picture, width=Cm(2))
    made.sections[0].page_width = Cm(21.59)
    made.save(str(path))


def with_numbering(path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("工作要点").alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words in ("逐村排查隐患", "备足抢险物资"):
        made.add_paragraph(words, style="List Number")
    made.add_paragraph(LONG)
    made.save(str(path))


def with_tracked_changes(path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("工作总结").alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph = made.add_paragraph(LONG)
    for kind, inner, words in (("w:ins", "w:t", "新增,的话"), ("w:del", "w:delText", "删去,的话")):
        change = OxmlElement(kind)
        change.set(qn("w:id"), "7")
        change.set(qn("w:author"), "某人")
        run = OxmlElement("w:r")
        text = OxmlElement(inner)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    made.save(str(path))


def like_wps(path: Path) -> None:
    """Theme fonts, a character grid, exact lines of another pitch, bold and coloured words."""
    made = docx.Document()
    made.add_paragraph("工作总结").alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph = made.add_paragraph("我镇")
    bold = paragraph.add_run("高度重视,")
    bold.bold = True
    paragraph.add_run("认真组织，各项任务全面完成，群众满意度进一步提高，干部作风明显好转。")
    paragraph.paragraph_format.line_spacing = Pt(25)
    for run in paragraph.runs:
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsiaTheme"), "minorEastAsia")
        fonts.set(qn("w:hint"), "eastAsia")
    grid = OxmlElement("w:docGrid")
    grid.set(qn("w:type"), "linesAndChars")
    grid.set(qn("w:linePitch"), "312")
    made.sections[0]._sectPr.append(grid)
    made.save(str(path))


def of_libreoffice(path: Path) -> None:
    path.write_bytes((DATA / "libreoffice.docx").read_bytes())


def of_ours(path: Path) -> None:
    """An exported summary with tagged figures, its body changed to another font."""
    year = date(2025, 1, 1), date(2025, 12, 31)
    figure = Figure("18次", "meetings.total", *year, value=18, unit="次", label="召开会议次数", records=18)
    blocks = (Heading(1, ("精简会议",)), Paragraph((LONG + "全年召开会议", figure, "。")))
    write_word(Document(("工作总结",), blocks, "某镇人民政府", date(2025, 12, 31)), path)
    opened = docx.Document(str(path))
    opened.sections[0].left_margin = Cm(2)
    opened.save(str(path))


MAKERS: list[Callable[[Path], None]] = [
    python_docx,
    with_tables_and_picture,
    with_numbering,
    with_tracked_changes,
    like_wps,
    of_libreoffice,
    of_ours,
]


@pytest.fixture(params=MAKERS, ids=[maker.__name__ for maker in MAKERS])
def paper(request: Any, tmp_path: Path) -> Path:
    path = tmp_path / "原稿.docx"
    request.param(path)
    return path


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(path: Path) -> Any:
    return etree.fromstring(parts(path)["word/document.xml"])


def texts(path: Path) -> list[str]:
    return [
        "".join(t.text or "" for t in p.iter(w("t"), w("delText"), w("instrText"))) for p in body(path).iter(w("p"))
    ]


def shape(path: Path) -> dict[str, int]:
    """How many of everything that must not be lost."""
    kept = "tbl tr tc drawing pict ins del hyperlink bookmarkStart sdt numPr commentReference footnoteReference br b i"
    return {name: sum(True for _ in body(path).iter(w(name))) for name in kept.split()}


def test_only_the_layout_changes_and_nothing_is_lost(paper: Path, tmp_path: Path) -> None:
    before, original = parts(paper), paper.read_bytes()
    out = tmp_path / "排版.docx"
    tidy(paper, out, words=False)
    after = parts(out)
    assert paper.read_bytes() == original
    assert texts(out) == texts(paper)
    assert shape(out) == shape(paper)
    assert set(before) <= set(after)
    touched = ("word/document.xml", "word/settings.xml", "[Content_Types].xml", "word/_rels/document.xml.rels")
    assert all(after[name] == before[name] for name in before if name not in touched and "footer" not in name)
    assert read_figures(out) == read_figures(paper)
    docx.Document(str(out))


def test_what_is_mended_is_not_found_again(paper: Path, tmp_path: Path) -> None:
    out = tmp_path / "排版.docx"
    assert tidy(paper, out)
    left = [remark for remark in lint(out) if LAYOUT.search(remark.clause) and "没有找到标题" not in remark.text]
    assert [remark.text for remark in left] == []
    assert plan(out) == []


def test_the_list_beforehand_is_what_is_done(paper: Path, tmp_path: Path) -> None:
    planned = plan(paper)
    assert planned == tidy(paper, tmp_path / "排版.docx")
    assert all(change.text.endswith("。") for change in planned)


def test_words_are_mended_each_listed(tmp_path: Path) -> None:
    path, out = tmp_path / "原稿.docx", tmp_path / "排版.docx"
    python_docx(path)
    told = "".join(change.text for change in tidy(path, out))
    told_text = "\n".join(texts(out))
    assert "某府发〔2026〕5号文件（以下简称《通知》）要求，2026年3月7日召开会议" in told_text
    assert "一、加强领导" in told_text
    assert "〔202" in told
    assert "，" in told


def test_tracked_changes_and_figures_keep_their_words(tmp_path: Path) -> None:
    path, out = tmp_path / "原稿.docx", tmp_path / "排版.docx"
    with_tracked_changes(path)
    tidy(path, out)
    assert any("新增,的话删去,的话" in words for words in texts(out))


def test_bold_words_stay_bold(tmp_path: Path) -> None:
    path, out = tmp_path / "原稿.docx", tmp_path / "排版.docx"
    like_wps(path)
    tidy(path, out)
    (bold,) = [run for run in docx.Document(str(out)).paragraphs[1].runs if run.bold]
    assert bold.text == "高度重视，"
    assert bold._r.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert bold._r.rPr.rFonts.get(qn("w:eastAsiaTheme")) is None


def test_the_original_is_never_written_over(paper: Path) -> None:
    before = paper.read_bytes()
    with pytest.raises(NotWritten, match=r"不能覆盖原文件.*。$"):
        tidy(paper, paper)
    assert paper.read_bytes() == before


def test_what_is_no_paper_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    path, out = tmp_path / "坏.docx", tmp_path / "排版.docx"
    path.write_bytes(b"PK\x03\x04nothing")
    with pytest.raises(NotAPaper, match=r"。$"):
        tidy(path, out)
    assert not out.exists()
