"""A table of a document as WordprocessingML, written row by row."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

from app.papers.official import LANDSCAPE, Sheet
from app.papers.package import Element
from app.reports.document import Column, Table, Text, plain
from app.reports.render.word_runs import FigureControls, new_paragraph, paragraphs_of, sub

WIDE_FROM = 7
"""A table of this many columns is set in smaller type."""
LONGEST_UNSPLIT = 300
"""Characters in a cell above which its row may be split over two pages."""

_NUMBER = re.compile(r"\s*[-+−]?[¥￥]?[\d,，]+(?:\.\d+)?\s*[%％‰元万亿个次人户件天份期场名]*\s*")


def add_table(body: Element, table: Table, sheet: Sheet, controls: FigureControls) -> None:
    """The table over the full width of the sheet, its head row repeated on every page, numbers at the right.

    Cells keep the page's line pitch, so that a page of table has no more lines than one of text; on a turned sheet
    they are set closer.
    """
    if not table.columns:
        return
    element = sub(body, "tbl")
    widths = _widths(table.columns, sheet.type_width)
    _add_properties(element, sheet.type_width)
    grid = sub(element, "tblGrid")
    for share in widths:
        sub(grid, "gridCol", w=share)
    prefix = "Close" if sheet is LANDSCAPE else "Wide" if len(table.columns) >= WIDE_FROM else ""
    heads: tuple[Text, ...] = tuple((column.label,) for column in table.columns)
    _add_row(element, heads, widths, ["center"] * len(widths), f"{prefix}TableHead", controls, head=True)
    aligns = [
        cell_align(column, [row[at] for row in table.rows if at < len(row)]) for at, column in enumerate(table.columns)
    ]
    for row in table.rows:
        _add_row(element, row, widths, aligns, f"{prefix}TableCell", controls)


def _widths(columns: tuple[Column, ...], width: int) -> list[int]:
    """Shares of the width in whole twips that add up to it."""
    total = sum(column.width for column in columns) or 1
    edges = [0, *(round(width * reach / total) for reach in accumulate(column.width for column in columns))]
    return [right - left for left, right in pairwise(edges)]


def cell_align(column: Column, cells: list[Text]) -> str:
    """The column's own alignment; a column that holds only numbers stands at the right."""
    if column.align != "left":
        return column.align
    shown = [words for cell in cells if (words := plain(cell).strip())]
    return "right" if shown and all(_NUMBER.fullmatch(words) for words in shown) else "left"


def _add_properties(element: Element, width: int) -> None:
    properties = sub(element, "tblPr")
    sub(properties, "tblStyle", val="PaperTable")
    sub(properties, "tblW", w=width, type="dxa")
    sub(properties, "jc", val="center")
    sub(properties, "tblLayout", type="fixed")


def _add_row(
    table: Element,
    cells: tuple[Text, ...],
    widths: list[int],
    aligns: list[str],
    style: str,
    controls: FigureControls,
    head: bool = False,
) -> None:
    row = sub(table, "tr")
    properties = sub(row, "trPr")
    if max((len(plain(cell)) for cell in cells), default=0) <= LONGEST_UNSPLIT:
        sub(properties, "cantSplit")
    if head:
        sub(properties, "tblHeader")
    for at, width in enumerate(widths):
        cell = sub(row, "tc")
        cell_properties = sub(cell, "tcPr")
        sub(cell_properties, "tcW", w=width, type="dxa")
        _fill(cell, cells[at] if at < len(cells) else (), aligns[at], style, controls)


def _fill(cell: Element, text: Text, align: str, style: str, controls: FigureControls) -> None:
    for part in paragraphs_of(text):
        paragraph, properties = new_paragraph(cell, style)
        if align in ("right", "center") and not style.endswith("Head"):
            sub(properties, "jc", val=align)
        controls.add_text(paragraph, part)
