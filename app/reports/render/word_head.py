"""The red head of an official paper at the beginning of its Word file, where it can still be edited."""

from __future__ import annotations

from lxml import etree

from app.papers.official import BODY_PT, CHARACTER_TWIPS, HEADING_FONTS, PAGE_MM, PORTRAIT
from app.papers.package import Element, w
from app.reports.document import Head
from app.reports.render.red_head import (
    GAP,
    LETTER_FOOT,
    LETTER_RULE,
    LETTER_TOP,
    MARK_PITCH,
    MM,
    PITCH,
    RULE_BELOW,
    THICK,
    THIN,
    TOP,
    HeadPlaces,
    places_of,
)
from app.reports.render.word_runs import add_run, add_tab, add_tab_stop, clean, new_paragraph, sub
from app.reports.render.word_shapes import Box, add_bar, add_text_box

NUMBER_LINE = 20.0
"""Height of the line of a number, whose type stands in its middle."""
RULE_EIGHTHS = 8
"""Thickness of the red line in eighths of a point: 0.35 mm."""
SLACK = 2.0
"""What the rule of a paragraph adds to its height in Word and LibreOffice."""


def add_head(body: Element, head: Head) -> None:
    """Everything over the title."""
    places = places_of(head)
    if head.kind == "letter":
        _add_letter(body, head, places)
        return
    for words, bold in head.corner:
        paragraph, _ = new_paragraph(body, "PaperCorner")
        add_run(paragraph, clean(words), HEADING_FONTS[1] if bold else "")
    line = MARK_PITCH * places.size
    top = places.mark_top - (line - places.size) / 2
    over = top - TOP - len(head.corner) * PITCH
    if head.word and len(head.marks) > 1:
        _add_joint_marks(body, head, places, over)
    else:
        for at, mark in enumerate(head.marks):
            _add_mark(body, mark + head.word, places, over if not at else 0.0)
    _add_number(body, head, places, places.number_top - top - len(head.marks) * line)


def after_head(head: Head) -> float:
    """Points of room between the head and the title, or the text of minutes."""
    if head.kind == "minutes":
        return PITCH - SLACK
    return 2 * PITCH - ((NUMBER_LINE - BODY_PT) / 2 if head.kind == "letter" else SLACK)


def _add_mark(parent: Element, words: str, places: HeadPlaces, over: float) -> None:
    paragraph, properties = new_paragraph(parent, "PaperMark")
    line = round(20 * MARK_PITCH * places.size)
    sub(properties, "spacing", before=max(0, round(20 * over)), after=0, line=line, lineRule="exact")
    half_points = round(2 * places.size)
    add_run(paragraph, clean(words), w=round(100 * places.stretch), sz=half_points, szCs=half_points)


def _add_joint_marks(body: Element, head: Head, places: HeadPlaces, over: float) -> None:
    """The offices one under another, «文件» at their right in the middle, as a table without rules."""
    _, properties = new_paragraph(body, "Normal")
    sub(properties, "snapToGrid", val=0)
    sub(properties, "spacing", before=0, after=0, line=max(20, round(20 * over)), lineRule="exact")
    table = sub(body, "tbl")
    own = sub(table, "tblPr")
    sub(own, "tblW", w=PORTRAIT.type_width, type="dxa")
    sub(own, "jc", val="center")
    sub(own, "tblLayout", type="fixed")
    margins = sub(own, "tblCellMar")
    for side in ("left", "right"):
        sub(margins, side, w=0, type="dxa")
    character = places.size * places.stretch * 20
    right = round(character * len(head.word) + 200)
    left = round(character * max(map(len, head.marks)) + 200)
    grid = sub(table, "tblGrid")
    for width in (left, right):
        sub(grid, "gridCol", w=width)
    own[0].set(w("w"), str(left + right))
    row = sub(table, "tr")
    for width, marks in ((left, head.marks), (right, (head.word,))):
        cell = sub(row, "tc")
        cell_properties = sub(cell, "tcPr")
        sub(cell_properties, "tcW", w=width, type="dxa")
        sub(cell_properties, "vAlign", val="center")
        for mark in marks:
            _add_mark(cell, mark, places, 0.0)


def _add_number(body: Element, head: Head, places: HeadPlaces, over: float) -> None:
    """The number and the red line under it; of a paper that goes up, the signer at the right."""
    paragraph, properties = new_paragraph(body, "PaperNumber")
    rest = (NUMBER_LINE - BODY_PT) / 2
    frame = sub(properties, "pBdr")
    sub(frame, "bottom", val="single", sz=RULE_EIGHTHS, space=round(RULE_BELOW - rest), color="FF0000")
    if head.signer:
        add_tab_stop(properties, "right", PORTRAIT.type_width - CHARACTER_TWIPS)
    sub(
        properties, "spacing", before=round(20 * (over - rest)), after=0, line=round(20 * NUMBER_LINE), lineRule="exact"
    )
    if not head.signer:
        add_run(paragraph, clean(head.number) or " ")
        return
    sub(properties, "jc", val="left")
    add_run(paragraph, "　" + clean(head.number))
    add_tab(paragraph)
    add_run(paragraph, "签发人：")
    add_run(paragraph, clean(head.signer), HEADING_FONTS[2])


def _add_letter(body: Element, head: Head, places: HeadPlaces) -> None:
    """Name and double lines stand on the first page by their distance from its edges; number and corner in the text."""
    paragraph, properties = new_paragraph(body, "PaperNumber")
    rest = (NUMBER_LINE - BODY_PT) / 2
    add_tab_stop(properties, "right", PORTRAIT.type_width)
    before = round(20 * (places.number_top - rest - TOP))
    sub(properties, "spacing", before=before, after=0, line=round(20 * NUMBER_LINE), lineRule="exact")
    sub(properties, "jc", val="left")
    line = MARK_PITCH * places.size
    box = etree.Element(w("txbxContent"))
    _add_mark(box, "".join(head.marks), places, 0.0)
    box_top = LETTER_TOP - (line - places.size) / 2
    left = (PAGE_MM[0] * MM - LETTER_RULE) / 2
    add_text_box(paragraph, 1, "发文机关标志", box, Box(left, box_top, LETTER_RULE, line + 2))
    foot = LETTER_FOOT - THIN - GAP - THICK
    bars = ((places.rule, THICK), (places.rule + THICK + GAP, THIN), (foot, THIN), (foot + THIN + GAP, THICK))
    for number, (top, height) in enumerate(bars, start=2):
        add_bar(paragraph, number, "红色双线", Box(left, top, LETTER_RULE, height))
    first, *others = head.corner or (("", False),)
    if first[0]:
        add_run(paragraph, clean(first[0]), HEADING_FONTS[1] if first[1] else "")
    add_tab(paragraph)
    add_run(paragraph, clean(head.number) or " ")
    for words, bold in others:
        paragraph, _ = new_paragraph(body, "PaperCorner")
        add_run(paragraph, clean(words), HEADING_FONTS[1] if bold else "")
