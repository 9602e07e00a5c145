"""A form on paper: its grid of cells in rules, grown to its texts, on as many pages as they need.

Texts shrink to a readable least size before a row grows over the page; what is longer still goes on in further rows.
On a preprinted form (套打) only the record's own words are drawn, where they stand on the full form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from app.reports.document import Align
from app.reports.forms.grid import PAGE_COUNT, Form
from app.reports.forms.lines import Line, Place
from app.reports.render.fonts import Fonts, NoGlyph, pc_fonts
from app.reports.render.form_layout import (
    BELOW,
    CAPTION,
    FOOT,
    LEFT,
    MORE_BELOW,
    PADDING,
    RIGHT,
    SIGN_TITLE,
    TITLE,
    TOP,
    Layout,
    Placed,
    half_room,
    lay_out,
    pages_of,
    room,
)
from app.reports.render.form_over import DoesNotFit, lay_over
from app.reports.render.form_setting import TYPE, Run, TextLine, Words, set_line
from app.reports.render.pdf_canvas import A4, MM, Paper, base_line

__all__ = ["FOOT", "LEFT", "RIGHT", "TOP", "DoesNotFit", "stands_on_one_page", "write_form", "write_forms"]

TITLE_TYPE, LEAST_TITLE = 18.0, 12.0
OUTER, INNER = 1.0, 0.4
TALL, INSET = 20 * MM, 2 * MM
"""From this height on a text begins at the top of its cell, so far from the rule."""


@dataclass(frozen=True)
class Press:
    """The paper on which forms are drawn; over preprinted forms only the record's words."""

    paper: Paper
    over: bool


def write_form(form: Form, path: Path, fonts: Fonts | None = None, empty: Form | None = None) -> int:
    """Print one form into a file and give its number of pages."""
    return write_forms([form], path, fonts, empty)


def write_forms(forms: Sequence[Form], path: Path, fonts: Fonts | None = None, empty: Form | None = None) -> int:
    """Print forms into one file and give its number of pages; with ``empty``, on sheets on which that is printed.

    Half-sheet forms stand two on a sheet, a single one twice on it. Raises NoGlyph with form and record named,
    DoesNotFit, ValueError where there is no form, or OSError; then no file is left.
    """
    if not forms:
        raise ValueError("没有要打印的表单。")
    fonts = fonts or pc_fonts()
    press = Press(Paper(forms[0].title.strip("　"), fonts), empty is not None)
    paper = press.paper
    upper_half_taken = False
    for form in forms:
        try:
            layout = lay_over(empty, form, fonts) if empty else lay_out(form, fonts)
            if fits_half(form, layout):
                for _ in range(2 if len(forms) == 1 else 1):
                    upper_half_taken = _draw_half(press, form, layout, upper_half_taken)
            else:
                if upper_half_taken:
                    paper.end_page()
                upper_half_taken = False
                _draw_pages(press, form, layout)
        except NoGlyph as lack:
            raise NoGlyph(lack.character, form.called) from lack
    if upper_half_taken:
        paper.end_page()
    paper.save(path)
    return paper.pages


def fits_half(form: Form, layout: Layout) -> bool:
    """Whether the form stands on half a sheet, as it is meant to."""
    return form.per_sheet == 2 and sum(layout.heights) <= half_room(form) + 1e-6


def stands_on_one_page(form: Form, fonts: Fonts | None = None) -> bool:
    """Whether the form, grown to its texts, takes one sheet."""
    return sum(lay_out(form, fonts or pc_fonts()).heights) <= room(form) + 1e-6


def _draw_half(press: Press, form: Form, layout: Layout, lower: bool) -> bool:
    """Fill the upper or the lower half of the sheet; whether a lower half is left."""
    half = A4[1] / 2
    _draw_page(press, form, layout, range(len(layout.heights)), half if lower else 0, 1)
    if not lower:
        if not press.over:
            press.paper.dashes((0, half, A4[0], half), INNER)
        return True
    press.paper.end_page()
    return False


def _draw_pages(press: Press, form: Form, layout: Layout) -> None:
    pages = pages_of(form, layout)
    for number, strips in enumerate(pages, start=1):
        _draw_page(press, form, layout, strips, form.free_above * MM if number == 1 else 0, len(pages))
        if len(pages) > 1:
            words = f"第 {number} 页　共 {len(pages)} 页"
            press.paper.centred((LEFT + RIGHT) / 2, A4[1] - 8 * MM, words, "song", TYPE)
        press.paper.end_page()


def _draw_page(press: Press, form: Form, layout: Layout, strips: Sequence[int], top: float, pages: int) -> None:
    """One page, or one half of a sheet: title, captions, the cells on these strips, and the lines below."""
    _draw_title(press, form, top, strips[0] > 0)
    _draw_captions(press, form, base_line(top + TOP + TITLE, CAPTION, TYPE))
    table = top + TOP + TITLE + CAPTION
    edges = list(accumulate((layout.heights[strip] for strip in strips), initial=table))
    for item in layout.cells:
        here = [at for at, strip in enumerate(strips) if item.first <= strip <= item.last]
        if here:
            _draw_cell(press, form, item, edges[here[0]], edges[here[-1] + 1] - edges[here[0]])
    if not press.over:
        press.paper.frame(LEFT, table, RIGHT - LEFT, edges[-1] - table, OUTER, form.red)
    if form.below and strips[-1] == len(layout.heights) - 1:
        for number, line in enumerate(_counted(form.below, pages)):
            base = base_line(edges[-1] + number * MORE_BELOW, BELOW, TYPE)
            _draw_runs(press, LEFT, base, _caption(press, form, line, RIGHT - LEFT).runs)


def _counted(below: str, pages: int) -> Sequence[str]:
    """The lines under the table, the number of pages written where it is asked for."""
    if not isinstance(below, Line):
        return below.split("\n")
    parts = (
        Place(str(pages), part.width) if isinstance(part, Place) and part.text == PAGE_COUNT else part
        for part in below.parts
    )
    return (Line(*parts),)


def _draw_title(press: Press, form: Form, top: float, goes_on: bool) -> None:
    """The title in the middle, smaller where it is long; its places are the record's."""
    line = Line(form.title, "（续）" if goes_on else "")
    size, paper = TITLE_TYPE, press.paper
    while size > LEAST_TITLE and paper.text_width(line, "title", size) > RIGHT - LEFT:
        size -= 1
    base = base_line(top + TOP, TITLE, size)
    widths = [
        max(part.width * size, paper.text_width(part.text, "title", size))
        if isinstance(part, Place)
        else paper.text_width(part, "title", size)
        for part in line.parts
    ]
    x = (LEFT + RIGHT - sum(widths)) / 2
    for part, width in zip(line.parts, widths, strict=True):
        if isinstance(part, Place):
            paper.centred(x + width / 2, base, part.text, "title", size)
        elif not press.over:
            _put_title(paper, x, base, part, size, form.red)
        x += width


def _put_title(paper: Paper, x: float, base: float, words: str, size: float, red: bool) -> None:
    if red:
        paper.red_text(x, base, words, "title", size, 1.0)
    else:
        paper.text(x, base, words, "title", size)


def _draw_captions(press: Press, form: Form, base: float) -> None:
    """What stands over the table at its left and right."""
    right = _caption(press, form, form.right, (RIGHT - LEFT) * 0.7)
    left = _caption(press, form, form.left, RIGHT - LEFT - right.width - PADDING)
    _draw_runs(press, LEFT, base, left.runs)
    _draw_runs(press, RIGHT - right.width, base, right.runs)


def _caption(press: Press, form: Form, line: str, width: float) -> TextLine:
    """One line outside the table; DoesNotFit on a preprinted form with no room for it."""
    words = set_line(line, width, press.paper.fonts, strict=press.over)
    if words is None and press.over:
        printed = [part for part in line.parts if isinstance(part, str)] if isinstance(line, Line) else [line]
        raise DoesNotFit(form, printed[-1].strip("　 ：") if printed else "")
    words = words or set_line(line, width, press.paper.fonts, least=2.0)
    return words.lines[0] if words else TextLine((Run(0.0, line, 2.0, True),), width)


def _draw_runs(press: Press, x: float, base: float, runs: Sequence[Run]) -> None:
    for run in runs:
        if not (press.over and run.printed):
            press.paper.text(x + run.x, base, run.text, run.role, run.size)


def _draw_cell(press: Press, form: Form, item: Placed, top: float, height: float) -> None:
    if not press.over:
        press.paper.frame(item.left, top, item.width, height, INNER, form.red)
    if item.cell.kind == "sign":
        _draw_signature(press, item, top, height)
    elif item.cell.ruled:
        _draw_ruled(press, form, item, top, height)
    else:
        spare = height - item.words.height
        at_top = height >= TALL and item.cell.kind == "value" and item.cell.align == "left"
        _draw_words(press, item, item.words, top + (min(INSET, spare / 2) if at_top else spare / 2), item.cell.align)


def _draw_words(press: Press, item: Placed, words: Words, top: float, align: Align) -> None:
    for number, line in enumerate(words.lines):
        base = base_line(top + number * words.pitch, words.pitch, words.size)
        spare = item.width - 2 * PADDING - line.width
        x = item.left + PADDING + {"left": 0.0, "center": spare / 2, "right": spare}[align]
        _draw_runs(press, x, base, line.runs)


def _draw_ruled(press: Press, form: Form, item: Placed, top: float, height: float) -> None:
    """A text on lines for writing, which go on to the foot of the cell."""
    pitch = item.words.pitch
    if not press.over:
        lines = [top + number * pitch for number in range(1, int(height / pitch - 0.3) + 1)]
        ends = item.left + PADDING, item.left + item.width - PADDING
        press.paper.rules([(ends[0], y, ends[1], y) for y in lines if y < top + height - MM], INNER / 2)
    _draw_words(press, item, item.words, top, "left")


def _draw_signature(press: Press, item: Placed, top: float, height: float) -> None:
    """Title at the top, opinion under it, and at the foot places for the name and the day."""
    title = Run(0.0, f"{item.cell.title}：", TYPE, True)
    _draw_runs(press, item.left + PADDING, base_line(top, SIGN_TITLE, TYPE), (title,))
    _draw_words(press, item, item.words, top + SIGN_TITLE, "left")
    if item.foot is not None:
        _draw_words(press, item, item.foot, top + height - 6.5 * MM, "right")
