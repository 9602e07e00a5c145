"""A form on paper: its grid of cells in rules, grown to its texts, on as many pages as they need.

Texts shrink to a readable least size before a row grows over the page; what is longer still goes on in further rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from app.reports.document import Align
from app.reports.forms.grid import Cell, Form
from app.reports.render.fonts import Fonts, NoGlyph, Role, pc_fonts
from app.reports.render.pdf_canvas import A4, MM, Paper, base_line
from app.reports.render.typesetting import LEADING, Setting, set_in_box

LEFT, RIGHT = 18 * MM, A4[0] - 12 * MM
TOP, FOOT = 12 * MM, 12 * MM
TITLE, CAPTION, BELOW = 12 * MM, 7 * MM, 8 * MM
TYPE, LEAST = 10.5, 8.0
PADDING = 1.2 * MM
OUTER, INNER = 1.0, 0.4
SIGN_TITLE, SIGN_FOOT = 6 * MM, 8 * MM
ROLES: dict[str, Role] = {"label": "song", "value": "kai", "sign": "kai"}


@dataclass(frozen=True)
class Placed:
    """A cell with its text set: where it stands across the page, and the first and last of its strips."""

    cell: Cell
    setting: Setting
    left: float
    width: float
    first: int
    last: int


@dataclass(frozen=True)
class Layout:
    """All strips (rows as they stand on paper) with their heights, and the cells on them."""

    heights: tuple[float, ...]
    cells: tuple[Placed, ...]


def write_form(form: Form, path: Path, fonts: Fonts | None = None) -> int:
    """Print one form into a file and give its number of pages."""
    return write_forms([form], path, fonts)


def write_forms(forms: Sequence[Form], path: Path, fonts: Fonts | None = None) -> int:
    """Print forms into one file and give its number of pages.

    Half-sheet forms stand two on a sheet, a single one twice on it. Raises NoGlyph with the form named, ValueError
    where there is no form, or OSError; then no file is left.
    """
    if not forms:
        raise ValueError("没有要打印的表单。")
    fonts = fonts or pc_fonts()
    paper = Paper(forms[0].title, fonts)
    upper_half_taken = False
    for form in forms:
        try:
            layout = lay_out(form, fonts)
            if fits_half(form, layout):
                for _ in range(2 if len(forms) == 1 else 1):
                    upper_half_taken = _draw_half(paper, form, layout, upper_half_taken)
            else:
                if upper_half_taken:
                    paper.end_page()
                upper_half_taken = False
                _draw_pages(paper, form, layout)
        except NoGlyph as lack:
            raise NoGlyph(lack.character, form.title) from lack
    if upper_half_taken:
        paper.end_page()
    paper.save(path)
    return paper.pages


def fits_half(form: Form, layout: Layout) -> bool:
    """Whether the form stands on half a sheet, as it is meant to."""
    height = TOP + TITLE + CAPTION + sum(layout.heights) + below(form) + FOOT / 2
    return form.per_sheet == 2 and height <= A4[1] / 2


def _draw_half(paper: Paper, form: Form, layout: Layout, lower: bool) -> bool:
    """Fill the upper or the lower half of the sheet; whether a lower half is left."""
    half = A4[1] / 2
    _draw_page(paper, form, layout, range(len(layout.heights)), half if lower else 0)
    if not lower:
        paper.dashes((0, half, A4[0], half), 0.4)
        return True
    paper.end_page()
    return False


def below(form: Form) -> float:
    """Height of the line under the table."""
    return BELOW if form.below else 0.0


def room(form: Form) -> float:
    """Height that the table may take on one page."""
    return A4[1] - form.free_above * MM - TOP - TITLE - CAPTION - below(form) - FOOT


def stands_on_one_page(form: Form, fonts: Fonts | None = None) -> bool:
    """Whether the form, grown to its texts, takes one sheet."""
    return sum(lay_out(form, fonts or pc_fonts()).heights) <= room(form)


def lay_out(form: Form, fonts: Fonts) -> Layout:
    """Set every text and give every row its height; a row higher than a page becomes several strips."""
    share = (RIGHT - LEFT) / sum(form.columns)
    edges = list(accumulate((width * share for width in form.columns), initial=LEFT))
    taken: dict[int, int] = {}
    heights: list[float] = []
    cells: list[Placed] = []
    for number, row in enumerate(form.rows):
        placed = []
        column = 0
        for cell in row.cells:
            while taken.get(column, 0) > number:
                column += 1
            left, width = edges[column], edges[column + cell.span] - edges[column]
            placed.append(
                Placed(cell, _set(cell, width, fonts), left, width, len(heights), len(heights) + cell.rows - 1)
            )
            taken.update(dict.fromkeys(range(column, column + cell.span), number + cell.rows))
            column += cell.span
        need = max((needed(item) for item in placed if item.cell.rows == 1), default=0.0)
        if need <= room(form):
            heights.append(max(row.height * MM, need))
            cells += placed
        else:
            parts = _part(placed, room(form), len(heights))
            heights += [max(needed(item) for item in part) for part in parts]
            cells += [item for part in parts for item in part]
    for item in cells:
        heights[item.last] += max(0.0, needed(item) - sum(heights[item.first : item.last + 1]))
    return Layout(tuple(heights), tuple(cells))


def _set(cell: Cell, width: float, fonts: Fonts) -> Setting:
    return set_in_box(cell.text, width - 2 * PADDING, 60 * MM, fonts.role(ROLES[cell.kind]), TYPE, LEAST)


def needed(item: Placed) -> float:
    """Height that the text of a cell needs."""
    return item.setting.height + 2 * PADDING + (SIGN_TITLE + SIGN_FOOT if item.cell.kind == "sign" else 0.0)


def _part(placed: list[Placed], height: float, first: int) -> list[list[Placed]]:
    """A row that is higher than a page as several rows, each with the next lines of every cell."""
    parts: list[list[Placed]] = []
    while any(item.setting.lines for item in placed):
        part, rest = [], []
        for item in placed:
            spare = height - needed(replace(item, setting=Setting((), item.setting.size)))
            count = int(spare / (item.setting.size * LEADING) + 1e-6)
            lines, size = item.setting.lines, item.setting.size
            strip = first + len(parts)
            part.append(replace(item, setting=Setting(lines[:count], size), first=strip, last=strip))
            rest.append(replace(item, setting=Setting(lines[count:], size)))
        parts.append(part)
        placed = rest
    return parts


def _draw_pages(paper: Paper, form: Form, layout: Layout) -> None:
    start, before = 0, paper.pages
    while start < len(layout.heights):
        stop, height = start, 0.0
        while stop < len(layout.heights) and (stop == start or height + layout.heights[stop] <= room(form) + 1e-6):
            height += layout.heights[stop]
            stop += 1
        _draw_page(paper, form, layout, range(start, stop), 0 if start else form.free_above * MM)
        paper.end_page()
        start = stop
    count = paper.pages - before
    for page in range(count) if count > 1 else ():
        words = f"第 {page + 1} 页　共 {count} 页"
        paper.add_centred(before + page, (LEFT + RIGHT) / 2, A4[1] - 8 * MM, words, "song", 10.5)


def _draw_page(paper: Paper, form: Form, layout: Layout, strips: range, top: float) -> None:
    """One page, or one half of a sheet: title, captions, the cells on these strips, and the line below."""
    title = form.title + ("（续）" if strips.start else "")
    paper.centred((LEFT + RIGHT) / 2, base_line(top + TOP, TITLE, 18), title, "title", 18)
    caption = base_line(top + TOP + TITLE, CAPTION, TYPE)
    paper.text(LEFT, caption, form.left, "song", TYPE)
    paper.right(RIGHT, caption, form.right, "song", TYPE)
    table = top + TOP + TITLE + CAPTION
    edges = list(accumulate((layout.heights[strip] for strip in strips), initial=table))
    for item in layout.cells:
        if item.first < strips.stop and item.last >= strips.start:
            upper = edges[max(item.first, strips.start) - strips.start]
            lower = edges[min(item.last + 1, strips.stop) - strips.start]
            _draw_cell(paper, item, upper, lower - upper)
    paper.frame(LEFT, table, RIGHT - LEFT, edges[-1] - table, OUTER)
    if form.below and strips.stop == len(layout.heights):
        paper.text(LEFT, base_line(edges[-1], BELOW, TYPE), form.below, "song", TYPE)


def _draw_cell(paper: Paper, item: Placed, top: float, height: float) -> None:
    paper.frame(item.left, top, item.width, height, INNER)
    if item.cell.kind == "sign":
        _draw_signature(paper, item, top, height)
    else:
        _draw_lines(paper, item, top + (height - item.setting.height) / 2, item.cell.align)


def _draw_lines(paper: Paper, item: Placed, top: float, align: Align) -> None:
    role, size = ROLES[item.cell.kind], item.setting.size
    for number, line in enumerate(item.setting.lines):
        base = base_line(top + number * size * LEADING, size * LEADING, size)
        spare = item.width - 2 * PADDING - paper.text_width(line, role, size)
        x = item.left + PADDING + {"left": 0.0, "center": spare / 2, "right": spare}[align]
        paper.text(x, base, line, role, size)


def _draw_signature(paper: Paper, item: Placed, top: float, height: float) -> None:
    """Title at the top, opinion under it, and at the foot places for the name and the day."""
    paper.text(item.left + PADDING, base_line(top, SIGN_TITLE, TYPE), f"{item.cell.title}：", "song", TYPE)
    _draw_lines(paper, item, top + SIGN_TITLE, "left")
    paper.right(
        item.left + item.width - PADDING, base_line(top + height - 6 * MM, 6 * MM, 9), "年　　月　　日", "song", 9
    )
