"""The imprint (版记) at the foot of the last even page, GB/T 9704-2012 7.4, and on which page it so stands."""

from __future__ import annotations

from app.reports.document import Document
from app.reports.render.imprint import CC, ROW, TYPE, Place, copies_to, printed_line
from app.reports.render.pdf_canvas import MM, base_line
from app.reports.render.pdf_page import PITCH, Flow
from app.reports.render.typesetting import break_lines, clean

THICK, THIN = 0.35 * MM, 0.25 * MM


def place_of(document: Document, flow: Flow) -> Place:
    """Where the imprint stands when the text ends here."""
    fits = flow.fits(PITCH + ROW * rows_of(document, flow))
    if document.head is not None and document.head.kind == "letter":
        return "here" if fits else "next"
    if flow.page % 2:
        return "next"
    return "here" if fits else "after blank"


def draw_imprint(document: Document, flow: Flow) -> None:
    """The imprint on the page under way, its last line on the lower edge of the type area."""
    top = flow.area.bottom - ROW * rows_of(document, flow)
    is_letter = document.head is not None and document.head.kind == "letter"
    rules = [] if is_letter else [(top, THICK), (flow.area.bottom, THICK)]
    lines = _lines(document, flow)
    for at, line in enumerate(lines):
        base = base_line(top + at * ROW, ROW, TYPE)
        if not at:
            flow.paper.text(flow.area.left + TYPE, base, CC, "fang", TYPE)
        flow.paper.text(flow.area.left + (1 + len(CC)) * TYPE, base, line, "fang", TYPE)
    by, day = printed_line(document)
    if by:
        base = base_line(flow.area.bottom - ROW, ROW, TYPE)
        flow.paper.text(flow.area.left + TYPE, base, by, "fang", TYPE)
        flow.paper.right(flow.area.right - TYPE, base, day, "fang", TYPE)
        if lines:
            rules.append((flow.area.bottom - ROW, THIN))
    for y, thickness in rules:
        flow.paper.rules([(flow.area.left, y, flow.area.right, y)], thickness)


def rows_of(document: Document, flow: Flow) -> int:
    """Lines of the imprint; none where nothing stands in it."""
    return len(_lines(document, flow)) + bool(printed_line(document)[0])


def _lines(document: Document, flow: Flow) -> list[str]:
    words = clean(copies_to(document))
    width = flow.area.right - flow.area.left - (2 + len(CC)) * TYPE
    return break_lines(words, width, flow.paper.fonts.role("fang"), TYPE) if words else []
