"""Charts and annexes: drawn once, in the PDF and as a picture in Word; annexes are named under the text."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from PIL import Image

from app.papers.package import w
from app.reports.document import Annex, Chart, Document, Figure, Paragraph, Table, plain
from app.reports.render.charts import draw_chart, number_of, scale_of
from app.reports.render.fonts import Fonts
from app.reports.render.pdf_document import write_pdf
from app.reports.render.word import write_word
from app.reports.render.word_shapes import WP, A
from app.reports.sources import sources_document
from tests.reports.render.official_cases import charted

FONTS = Fonts(())
EMU_MM = 36_000


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    path = tmp_path_factory.mktemp("charts") / "总结.docx"
    write_word(charted(), path)
    return zipfile.ZipFile(path)


def test_every_chart_with_points_is_a_picture_of_at_least_200_dots_an_inch(archive: zipfile.ZipFile) -> None:
    root = etree.fromstring(archive.read("word/document.xml"))
    extents = [(int(node.get("cx")), int(node.get("cy"))) for node in root.iter(f"{{{WP}}}extent")]
    names = [name for name in archive.namelist() if name.startswith("word/media/")]
    assert names == [f"word/media/chart{number}.png" for number in (1, 2, 3)]
    for name, (wide, _) in zip(names, extents, strict=True):
        pixels = Image.open(BytesIO(archive.read(name))).width
        assert wide / EMU_MM <= 156.1
        assert pixels / (wide / EMU_MM / 25.4) >= 200
    assert b'Extension="png"' in archive.read("[Content_Types].xml")


def test_a_picture_says_what_it_shows_and_stays_with_its_title(archive: zipfile.ZipFile) -> None:
    root = etree.fromstring(archive.read("word/document.xml"))
    relations = archive.read("word/_rels/document.xml.rels").decode()
    assert [node.get("descr") for node in root.iter(f"{{{WP}}}docPr")] == ["图1　各月接访", "图2　走势", "图3　各村"]
    for blip in root.iter(f"{{{A}}}blip"):
        assert f'Id="{blip.values()[0]}"' in relations
    for picture in root.iter(f"{{{WP}}}inline"):
        paragraph = next(node for node in picture.iterancestors() if node.tag == w("p"))
        assert paragraph.getprevious().find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) == "TableTitle"


def test_charts_and_annexes_stand_in_the_pdf(tmp_path: Path) -> None:
    write_pdf(charted(), tmp_path / "总结.pdf", FONTS)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "总结.pdf")]
    whole = "".join(pages)
    assert "单位：次" in whole
    assert "图4" not in whole, "a chart without a point is left out"
    assert "附件：1.会议情况统计表" in whole.replace(" ", "").replace("\r\n", "")
    assert [page.split("\r\n")[:2] for page in pages[-2:]] == [
        ["附件1", "会议情况统计表"],
        ["附件2", "走访情况统计表"],
    ]
    assert "一、甲" in pages[-2]
    assert "一、乙" in pages[-1]


def test_a_single_annex_has_no_number(archive: zipfile.ZipFile, tmp_path: Path) -> None:
    document = Document(("通知",), (Paragraph(("文",)), Annex("清单")))
    write_word(document, tmp_path / "one.docx")
    with zipfile.ZipFile(tmp_path / "one.docx") as one:
        text = "".join(etree.fromstring(one.read("word/document.xml")).itertext())
    assert text == "通知文附件：清单附件清单"
    several = "".join(etree.fromstring(archive.read("word/document.xml")).itertext())
    assert "附件：1.会议情况统计表2.走访情况统计表" in several


def test_the_figures_of_a_chart_are_figures_of_the_document() -> None:
    assert len([figure for figure in charted().figures() if figure.key == "visits.days"]) == 12


def test_the_figures_of_a_chart_have_their_source() -> None:
    tables = [block for block in sources_document(charted()).blocks if isinstance(block, Table)]
    first = [plain(cell) for cell in tables[0].rows[0]]
    assert any("图1　各月接访·今年·1月" in words for words in first)


def test_money_is_drawn_in_the_unit_of_the_chart() -> None:
    spent = Figure("3.26万元", "expense.sum", *[None] * 2, value=Decimal("32600.00"), unit="元")  # type: ignore[arg-type]
    assert number_of(spent, "万元") == pytest.approx(3.26)
    assert number_of(Decimal("3.26"), "万元") == pytest.approx(3.26)


def test_an_axis_holds_zero_and_every_value() -> None:
    assert scale_of(3, 47) == (0, 50, 10)
    assert scale_of(-3, 4) == (-4, 4, 2)
    assert scale_of(0, 0)[:2] == (0, pytest.approx(0.5, abs=0.5))


def test_columns_are_told_apart_without_colour() -> None:
    chart = Chart("图", ("甲",), tuple((name, (1,)) for name in "子丑寅卯"))
    fills = {str(shape.fillColor) for shape in draw_chart(chart, FONTS).contents if hasattr(shape, "width")}
    assert len(fills) == 4
