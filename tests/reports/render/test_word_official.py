"""A red-head paper as a Word file: styles, colours, measures, sections, and the order that the schema asks for."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from app.papers.package import w
from app.reports.document import Document, Head
from app.reports.render.pdf_document import ending_of
from app.reports.render.word import write_word
from app.reports.render.word_shapes import WP
from tests.reports.render.official_cases import LETTER, MINUTES, SHORT, charted, paper

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl pBdr tabs snapToGrid spacing ind jc rPr sectPr",
    "rPr": "rStyle rFonts b color spacing w kern position sz szCs",
    "sectPr": "footerReference type pgSz pgMar titlePg docGrid",
    "tblPr": "tblStyle tblW jc tblBorders tblLayout tblCellMar",
    "tcPr": "tcW vAlign",
    "trPr": "cantSplit trHeight tblHeader",
}  # fmt: skip
JOINT = paper(2, head=Head(("中共青石镇委员会", "青石镇人民政府"), "文件", "青委发〔2026〕5号"), signature="甲　　乙")
UPWARD = paper(2, head=Head(("中共青石镇委员会",), "文件", "青委发〔2026〕3号", "顾川", corner=(("特急", True),)))


def body_of(document: Document, tmp_path: Path) -> Any:
    write_word(document, tmp_path / "paper.docx")
    with zipfile.ZipFile(tmp_path / "paper.docx") as archive:
        return etree.fromstring(archive.read("word/document.xml")).find(w("body"))


@pytest.mark.parametrize("document", [SHORT, paper(4), LETTER, MINUTES, JOINT, UPWARD, charted()])
def test_children_stand_in_the_order_of_the_schema(document: Document, tmp_path: Path) -> None:
    body = body_of(document, tmp_path)
    for parent, order in ORDER.items():
        for node in body.iter(w(parent)):
            found = [order.split().index(etree.QName(child).localname) for child in node]
            assert found == sorted(found), etree.tostring(node)
    ids = [node.get("id") for node in body.iter(f"{{{WP}}}docPr")]
    assert len(ids) == len(set(ids))


def test_the_red_line_is_the_border_of_the_number(tmp_path: Path) -> None:
    body = body_of(SHORT, tmp_path)
    mark, number = body[0], body[1]
    line = number.find(f"{w('pPr')}/{w('pBdr')}/{w('bottom')}")
    assert mark.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) == "PaperMark"
    assert {key.rpartition("}")[2]: value for key, value in line.attrib.items()} == {
        "val": "single",
        "sz": "8",
        "space": "9",
        "color": "FF0000",
    }
    assert "".join(mark.itertext()) == "青石镇人民政府文件"


def test_an_imprint_after_an_odd_page_stands_in_a_section_that_begins_on_an_even_one(tmp_path: Path) -> None:
    assert ending_of(SHORT).place == "next"
    first, last = body_of(SHORT, tmp_path).iter(w("sectPr"))
    assert first.find(w("type")) is None
    assert last.find(w("type")).get(w("val")) == "evenPage"


def test_an_imprint_that_has_room_on_an_even_page_stands_there(tmp_path: Path) -> None:
    there = next(paper(count) for count in range(1, 12) if ending_of(paper(count)).place == "here")
    body = body_of(there, tmp_path)
    assert len(list(body.iter(w("sectPr")))) == 1
    borders = next(body.iter(w("tblBorders")))
    sizes = {etree.QName(side).localname: side.get(w("sz")) for side in borders}
    assert sizes == {"top": "8", "bottom": "8", "insideH": "6"}


def test_the_first_page_of_a_letter_shows_no_number(tmp_path: Path) -> None:
    body = body_of(LETTER, tmp_path)
    assert body.find(f"{w('sectPr')}/{w('titlePg')}") is not None
    assert not list(body.iter(w("tblBorders"))), "its imprint has no rules"


def test_one_paper_gives_the_same_bytes_again(tmp_path: Path) -> None:
    write_word(charted(), tmp_path / "a.docx")
    write_word(charted(), tmp_path / "b.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
