"""The imprint (版记) of a Word file: a table in a box at the foot of the type area, whatever the text does."""

from __future__ import annotations

from lxml import etree

from app.papers.official import PORTRAIT
from app.papers.package import Element, w
from app.reports.document import Document
from app.reports.render.imprint import CC, ROW, TYPE, copies_to, printed_line
from app.reports.render.word_runs import add_run, add_tab, add_tab_stop, clean, new_paragraph, sub
from app.reports.render.word_shapes import Box, add_text_box

CHARACTER = round(20 * TYPE)
THICK, THIN = 8, 6
"""Rules of 0.35 mm and 0.25 mm in eighths of a point."""


def add_imprint(paragraph: Element, document: Document, rows: int) -> None:
    """抄送机关, 印发机关 and day, so many lines, between rules; those of a letter are left out (10.1).

    They stand in a text box that is anchored to the paragraph; LibreOffice 7.4 keeps no floating table there.
    """
    content = etree.Element(w("txbxContent"))
    table = sub(content, "tbl")
    is_letter = document.head is not None and document.head.kind == "letter"
    _add_properties(table, ruled=not is_letter)
    sub(sub(table, "tblGrid"), "gridCol", w=PORTRAIT.type_width)
    _add_rows(table, document)
    _, properties = new_paragraph(content, "Normal")
    sub(properties, "spacing", before=0, after=0, line=20, lineRule="exact")
    height = ROW * rows
    left, bottom = PORTRAIT.left / 20, (PORTRAIT.height - PORTRAIT.bottom) / 20
    box = Box(left, bottom - height, PORTRAIT.type_width / 20, height + 2)
    add_text_box(paragraph, 90, "版记", content, box)


def _add_rows(table: Element, document: Document) -> None:
    if named := copies_to(document):
        paragraph, properties = _add_row(table)
        left = CHARACTER * (1 + len(CC))
        sub(properties, "ind", left=left, right=CHARACTER, hanging=CHARACTER * len(CC))
        add_run(paragraph, CC + clean(named))
    by, day = printed_line(document)
    if by:
        paragraph, properties = _add_row(table)
        add_tab_stop(properties, "right", PORTRAIT.type_width - CHARACTER)
        sub(properties, "ind", left=CHARACTER)
        sub(properties, "jc", val="left")
        add_run(paragraph, clean(by))
        add_tab(paragraph)
        add_run(paragraph, day)


def _add_properties(table: Element, ruled: bool) -> None:
    properties = sub(table, "tblPr")
    sub(properties, "tblW", w=PORTRAIT.type_width, type="dxa")
    if ruled:
        frame = sub(properties, "tblBorders")
        for side, size in (("top", THICK), ("bottom", THICK), ("insideH", THIN)):
            sub(frame, side, val="single", sz=size, space=0, color="000000")
    sub(properties, "tblLayout", type="fixed")
    margins = sub(properties, "tblCellMar")
    for side in ("left", "right"):
        sub(margins, side, w=0, type="dxa")


def _add_row(table: Element) -> tuple[Element, Element]:
    """A row of one cell, and the paragraph in it with its properties."""
    row = sub(table, "tr")
    properties = sub(row, "trPr")
    sub(properties, "cantSplit")
    sub(properties, "trHeight", val=round(20 * ROW), hRule="atLeast")
    cell = sub(row, "tc")
    sub(sub(cell, "tcPr"), "tcW", w=PORTRAIT.type_width, type="dxa")
    return new_paragraph(cell, "PaperImprint")
