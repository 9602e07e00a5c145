"""Where everything of a form stands on paper: strips (rows) with their heights, cells with their texts set.

Rows grow with their texts; writing space is given up before a second sheet is taken; a row higher than a page becomes
several strips.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate

from app.reports.forms.grid import Cell, Form, Row
from app.reports.forms.lines import Line, Place
from app.reports.render.fonts import Fonts
from app.reports.render.form_setting import COMFORTABLE, LEAST, Words, set_cell, set_line
from app.reports.render.pdf_canvas import A4, MM

LEFT, RIGHT = 18 * MM, A4[0] - 12 * MM
TOP, FOOT = 12 * MM, 12 * MM
TITLE, CAPTION, BELOW, MORE_BELOW = 12 * MM, 7 * MM, 8 * MM, 5.5 * MM
PADDING, TIGHT = 1.2 * MM, 0.5 * MM
SIGN_TITLE, SIGN_FOOT, SIGN_TYPE = 6 * MM, 8 * MM, 9.0
SLACK = 1e-6
LONG, LEAST_PART = 60 * MM, 40 * MM
"""A row so high may be parted; so much of it must stand on a page."""
LEAST_ROW, LEAST_SIGN = 7 * MM, 20 * MM
"""Rows are not pressed lower, nor are signature boxes."""


@dataclass(frozen=True)
class Placed:
    """A cell with its text set: where it stands across the page, and the first and last of its strips."""

    cell: Cell
    words: Words
    foot: Words | None
    left: float
    width: float
    first: int
    last: int

    @property
    def needed(self) -> float:
        """Height that the text of the cell needs."""
        return self.words.height + _around(self.cell)


@dataclass(frozen=True)
class Layout:
    """All strips (rows as they stand on paper) with their heights, and the cells on them."""

    heights: tuple[float, ...]
    cells: tuple[Placed, ...]
    heads: frozenset[int] = frozenset()
    """Strips that stand again over rows that go on on another page."""


def below(form: Form) -> float:
    """Height of the lines under the table."""
    return BELOW + form.below.count("\n") * MORE_BELOW if form.below else 0.0


def room(form: Form) -> float:
    """Height that the table may take on one page."""
    return A4[1] - form.free_above * MM - TOP - TITLE - CAPTION - below(form) - FOOT


def half_room(form: Form) -> float:
    """Height that the table may take on half a sheet."""
    return A4[1] / 2 - TOP - TITLE - CAPTION - below(form) - FOOT / 2


def lay_out(form: Form, fonts: Fonts) -> Layout:
    """Set every text and give every row its height; the type is as small as can be read where that saves a sheet.

    On several sheets a long text begins where there is room for it and goes on on the next.
    """
    layout = _lay_out(form, fonts, COMFORTABLE)
    for limit in limits(form):
        if sum(layout.heights) <= limit + SLACK:
            return layout
        closer = _lay_out(form, fonts, LEAST)
        if sum(closer.heights) <= limit + SLACK:
            return closer
    return _lay_out(form, fonts, COMFORTABLE, flows=True)


def limits(form: Form) -> tuple[float, ...]:
    """Heights that the table should keep to, half a sheet first where the form is meant for it."""
    return (half_room(form), room(form)) if form.per_sheet == 2 else (room(form),)


def _lay_out(form: Form, fonts: Fonts, least: float, flows: bool = False) -> Layout:
    heights: list[float] = []
    cells: list[Placed] = []
    heads: set[int] = set()
    for row, line in zip(form.rows, _placed(form, fonts, least), strict=True):
        at = len(heights)
        placed = [replace(item, first=at, last=at + item.cell.rows - 1) for item in line]
        heads |= {at} if row.head else set()
        need = max((item.needed for item in placed if item.cell.rows == 1), default=0.0)
        left = room(form)
        if flows and _may_part(placed, need):
            left -= _used(form, Layout(tuple(heights), tuple(cells), frozenset(heads)))
            left = left if left >= LEAST_PART else room(form)
        if need <= left:
            grown = need + 2 * (PADDING - TIGHT) if need > row.height * MM else row.height * MM
            heights.append(min(grown, room(form)))
            cells += placed
        else:
            parts = _part(placed, left, room(form), at)
            heights += [max(item.needed for item in part) for part in parts]
            cells += [item for part in parts for item in part]
    for item in cells:
        heights[item.last] += max(0.0, item.needed - sum(heights[item.first : item.last + 1]))
    return _pressed(Layout(tuple(heights), tuple(cells), frozenset(heads)), form)


def _may_part(placed: list[Placed], need: float) -> bool:
    """Whether a row is a long text that may begin on one page and end on another."""
    return need > LONG and all(item.cell.rows == 1 and item.cell.kind != "sign" for item in placed)


def _used(form: Form, layout: Layout) -> float:
    """Height of what stands on the last page so far."""
    pages = pages_of(form, layout)
    return sum(layout.heights[strip] for strip in pages[-1]) if pages else 0.0


def pages_of(form: Form, layout: Layout) -> list[tuple[int, ...]]:
    """The strips of each page; rows that go on from the page before have their head over them again."""
    pages: list[tuple[int, ...]] = []
    start, heights = 0, layout.heights
    while start < len(heights):
        heads = sorted({item.first for item in layout.cells if item.first < start <= item.last} & layout.heads)
        stop, height = start, sum(heights[strip] for strip in heads)
        while stop < len(heights) and (stop == start or height + heights[stop] <= room(form) + SLACK):
            height += heights[stop]
            stop += 1
        stop = next((at for at in range(stop, start, -1) if _may_end(layout, at)), stop)
        pages.append((*heads, *range(start, stop)))
        start = stop
    return pages


def _may_end(layout: Layout, at: int) -> bool:
    """Whether a page may end before this strip: no cell is torn, but for names of rows that have room on both sides."""
    torn = [item for item in layout.cells if item.first < at <= item.last]
    return all(
        item.first in layout.heads
        and at > item.first + 1
        and sum(layout.heights[item.first : at]) >= item.needed
        and sum(layout.heights[at : item.last + 1]) + layout.heights[item.first] >= item.needed
        for item in torn
    )


def _placed(form: Form, fonts: Fonts, least: float) -> list[list[Placed]]:
    """The cells of each row across the page; first and last are still those of the form's rows."""
    share = (RIGHT - LEFT) / sum(form.columns)
    edges = list(accumulate((width * share for width in form.columns), initial=LEFT))
    taken: dict[int, int] = {}
    lines = []
    for number, row in enumerate(form.rows):
        line, column = [], 0
        for cell in row.cells:
            while taken.get(column, 0) > number:
                column += 1
            left, width = edges[column], edges[column + cell.span] - edges[column]
            line.append(_set(cell, left, width, number, row, fonts, least))
            taken.update(dict.fromkeys(range(column, column + cell.span), number + cell.rows))
            column += cell.span
        lines.append(line)
    return lines


def _set(cell: Cell, left: float, width: float, number: int, row: Row, fonts: Fonts, least: float) -> Placed:
    """One cell with its text; where a name is too long for the foot of a signature box, it stands in the box."""
    inner, foot = width - 2 * PADDING, None
    if cell.kind == "sign" and isinstance(cell.foot, Line):
        cell, foot = foot_of(cell, cell.foot, inner, fonts)
    height = inner_height(cell, row.height * MM if cell.rows == 1 else A4[1])
    return Placed(cell, set_cell(cell, inner, height, fonts, least), foot, left, width, number, number + cell.rows - 1)


def foot_of(cell: Cell, foot: Line, width: float, fonts: Fonts) -> tuple[Cell, Words | None]:
    """The foot of a signature box, set; a name that has no room there is written in the box."""
    words = set_line(foot, width, fonts, SIGN_TYPE, strict=True)
    name, *day = foot.parts
    if words is None and isinstance(name, Place) and name.text:
        cell = replace(cell, text="\n".join(filter(None, (cell.text, name.text))))
        words = set_line(Line(Place("", name.width), *day), width, fonts, SIGN_TYPE)
    return cell, words or set_line(Line(*day), width, fonts, SIGN_TYPE, least=6.0)


def inner_height(cell: Cell, height: float) -> float:
    """Height for the text in a cell of this height."""
    return height - _around(cell)


def _around(cell: Cell) -> float:
    """Height over and under the text of a cell."""
    return (0.0 if cell.ruled else 2 * TIGHT) + (SIGN_TITLE + SIGN_FOOT if cell.kind == "sign" else 0.0)


def _part(placed: list[Placed], height: float, most: float, first: int) -> list[list[Placed]]:
    """A row that is higher than there is room as several, each with the next lines of every cell and its labels again.

    The first is as high as ``height`` allows, those that follow as ``most``.
    """
    parts: list[list[Placed]] = []
    flowing = [item for item in placed if item.cell.kind != "label"] or placed
    while any(item.words.lines for item in flowing):
        part, rest, strip = [], [], first + len(parts)
        for item in placed:
            words = item.words
            count = int(inner_height(item.cell, most if parts else height) / words.pitch + SLACK)
            kept = words if item not in flowing else replace(words, lines=words.lines[:count])
            part.append(replace(item, words=kept, first=strip, last=strip))
            rest.append(item if item not in flowing else replace(item, words=replace(words, lines=words.lines[count:])))
        parts.append(part)
        flowing = [after for item, after in zip(placed, rest, strict=True) if item in flowing]
        placed = rest
    return parts


def _pressed(layout: Layout, form: Form) -> Layout:
    """The layout with writing space given up in equal shares, where that saves a sheet or keeps to half of one."""
    heights, least = layout.heights, _least(layout)
    spare = sum(heights) - sum(least)

    def by(share: float) -> Layout:
        lower = (height - (height - low) * share for height, low in zip(heights, least, strict=True))
        return replace(layout, heights=tuple(lower))

    for limit in limits(form):
        over = sum(heights) - limit
        if over <= SLACK:
            return layout
        if over <= spare and _holds(by(over / spare)):
            return by(over / spare)
    lower = [by(share) for share in (0.0, 0.25, 0.5, 0.75, 1.0)]
    return min(filter(_holds, lower), key=lambda each: len(pages_of(form, each)), default=layout)


def _least(layout: Layout) -> list[float]:
    """How low each strip may be pressed."""
    least = [min(height, LEAST_ROW) for height in layout.heights]
    for item in layout.cells:
        if item.first == item.last:
            floor = min(LEAST_SIGN, layout.heights[item.first]) if item.cell.kind == "sign" else 0.0
            least[item.first] = max(least[item.first], item.needed, floor)
    return least


def _holds(layout: Layout) -> bool:
    """Whether every cell is as high as its text."""
    return all(item.needed <= sum(layout.heights[item.first : item.last + 1]) + SLACK for item in layout.cells)
