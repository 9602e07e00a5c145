"""The red head of an official paper on the first page of its PDF."""

from __future__ import annotations

from app.papers.official import BODY_PT
from app.reports.document import Head
from app.reports.render.pdf_canvas import A4, ASCENT
from app.reports.render.pdf_page import CHARACTER, CLOSED_UP, PITCH, Flow
from app.reports.render.red_head import (
    GAP,
    LETTER_FOOT,
    LETTER_RULE,
    MARK_PITCH,
    RULE,
    THICK,
    THIN,
    HeadPlaces,
    places_of,
)


def draw_head(flow: Flow, head: Head, red: bool = True) -> None:
    """Everything over the title, what is red only where it is asked for, and where the text goes on; raises NoGlyph."""
    places = places_of(head)
    if red:
        _draw_marks(flow, head, places)
    if head.kind == "letter":
        _draw_letter(flow, head, places, red)
    else:
        _draw_corner(flow, head, flow.area.top + (PITCH - BODY_PT) / 2)
        _draw_number(flow, head, places.number_top + ASCENT * BODY_PT)
        if red:
            flow.paper.red_rule(flow.area.left, places.rule, flow.area.right, RULE)
    flow.y = places.end


def _draw_marks(flow: Flow, head: Head, places: HeadPlaces) -> None:
    """The names one under another, «文件» at their right, half way between the first and the last."""
    widths = [flow.paper.text_width(mark, "title", places.size) * places.stretch for mark in (*head.marks, head.word)]
    left = A4[0] / 2 if head.kind == "letter" else flow.area.middle
    gap = 0.2 * places.size if len(head.marks) > 1 else 0.0
    left -= (max(widths[:-1]) + gap + widths[-1]) / 2
    pitch = MARK_PITCH * places.size
    base = places.mark_top + ASCENT * places.size
    for at, (mark, width) in enumerate(zip(head.marks, widths, strict=False)):
        x = left + (max(widths[:-1]) - width) / 2
        flow.paper.red_text(x, base + at * pitch, mark, "title", places.size, places.stretch)
    middle = base + (len(head.marks) - 1) / 2 * pitch
    if head.word:
        flow.paper.red_text(left + max(widths[:-1]) + gap, middle, head.word, "title", places.size, places.stretch)


def _draw_corner(flow: Flow, head: Head, top: float) -> None:
    for at, (words, bold) in enumerate(head.corner):
        base = top + at * PITCH + ASCENT * BODY_PT
        flow.paper.text(flow.area.left, base, words, "hei" if bold else "fang", BODY_PT)


def _draw_number(flow: Flow, head: Head, base: float) -> None:
    """The number in the middle; of a paper that goes up, at the left, with the signer at the right."""
    if not head.signer:
        flow.paper.centred(flow.area.middle, base, head.number, "fang", BODY_PT)
        return
    flow.paper.text(flow.area.left + CHARACTER, base, head.number, "fang", BODY_PT, CLOSED_UP)
    name = flow.area.right - CHARACTER - flow.paper.text_width(head.signer, "kai", BODY_PT)
    flow.paper.text(name, base, head.signer, "kai", BODY_PT)
    flow.paper.right(name, base, "签发人：", "fang", BODY_PT)


def _draw_letter(flow: Flow, head: Head, places: HeadPlaces, red: bool) -> None:
    """The double lines of a letter, thick over thin above and thin over thick below, and number and corner."""
    left, right = (A4[0] - LETTER_RULE) / 2, (A4[0] + LETTER_RULE) / 2
    doubles = ((places.rule, THICK, THIN), (LETTER_FOOT - THIN - GAP - THICK, THIN, THICK))
    for top, first, second in doubles if red else ():
        flow.paper.red_rule(left, top + first / 2, right, first)
        flow.paper.red_rule(left, top + first + GAP + second / 2, right, second)
    flow.paper.right(flow.area.right, places.number_top + ASCENT * BODY_PT, head.number, "fang", BODY_PT)
    _draw_corner(flow, head, places.number_top)
