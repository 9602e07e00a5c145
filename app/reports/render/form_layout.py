"""Where everything of a form stands on paper: strips (rows) with their heights, cells with their texts set.

Rows grow with their texts; writing space is given up before a second sheet is taken; a row higher than a page becomes
several strips. On a preprinted form nothing grows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from app.reports.forms.grid import Cell, Form, Row
from app.reports.forms.lines import Line, Place
from app.reports.render.fonts import Fonts
from app.reports.render.form_setting import COMFORTABLE, LEAST, Words, set_cell, set_in_fixed_box, set_line
from app.reports.render.pdf_canvas import A4, MM

LEFT, RIGHT = 18 * MM, A4[0] - 12 * MM
TOP, FOOT = 12 * MM, 12 * MM
TITLE, CAPTION, BELOW, MORE_BELOW = 12 * MM, 7 * MM, 8 * MM, 5.5 * MM
PADDING, TIGHT = 1.2 * MM, 0.5 * MM
SIGN_TITLE, SIGN_FOOT, SIGN_TYPE = 6 * MM, 8 * MM, 9.0
SLACK = 1e-6
LEAST_ROW, LEAST_SIGN = 7 * MM, 20 * MM
"""Rows are not pressed lower, nor are signature boxes."""


class DoesNotFit(ValueError):
    """A text has no room on a preprinted form; the message is one Chinese sentence that names field and form."""

    def __init__(self, form: Form, field: str) -> None:
        where = f"「{form.called}」的「{field}」" if field else f"「{form.called}」"
        super().__init__(f"{where}在预印的表上写不下，没有打印；请缩短内容，或不套打、整张打印。")


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
    """Set every text and give every row its height; the type is as small as can be read where that saves a sheet."""
    layout = _lay_out(form, fonts, COMFORTABLE)
    for limit in limits(form):
        if sum(layout.heights) <= limit + SLACK:
            return layout
        closer = _lay_out(form, fonts, LEAST)
        if sum(closer.heights) <= limit + SLACK:
            return closer
    return layout


def limits(form: Form) -> tuple[float, ...]:
    """Heights that the table should keep to, half a sheet first where the form is meant for it."""
    return (half_room(form), room(form)) if form.per_sheet == 2 else (room(form),)


def _lay_out(form: Form, fonts: Fonts, least: float) -> Layout:
    heights: list[float] = []
    cells: list[Placed] = []
    for row, line in zip(form.rows, _placed(form, fonts, least), strict=True):
        at = len(heights)
        placed = [replace(item, first=at, last=at + item.cell.rows - 1) for item in line]
        need = max((item.needed for item in placed if item.cell.rows == 1), default=0.0)
        if need <= room(form):
            grown = need + 2 * (PADDING - TIGHT) if need > row.height * MM else row.height * MM
            heights.append(min(grown, room(form)))
            cells += placed
        else:
            parts = _part(placed, room(form), at)
            heights += [max(item.needed for item in part) for part in parts]
            cells += [item for part in parts for item in part]
    for item in cells:
        heights[item.last] += max(0.0, item.needed - sum(heights[item.first : item.last + 1]))
    return Layout(tuple(_pressed(heights, cells, form)), tuple(cells))


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
        cell, foot = _foot(cell, cell.foot, inner, fonts)
    height = _inner(cell, row.height * MM if cell.rows == 1 else A4[1])
    return Placed(cell, set_cell(cell, inner, height, fonts, least), foot, left, width, number, number + cell.rows - 1)


def _foot(cell: Cell, foot: Line, width: float, fonts: Fonts) -> tuple[Cell, Words | None]:
    words = set_line(foot, width, fonts, SIGN_TYPE, strict=True)
    name, *day = foot.parts
    if words is None and isinstance(name, Place) and name.text:
        cell = replace(cell, text="\n".join(filter(None, (cell.text, name.text))))
        words = set_line(Line(Place("", name.width), *day), width, fonts, SIGN_TYPE)
    return cell, words or set_line(Line(*day), width, fonts, SIGN_TYPE, least=6.0)


def _inner(cell: Cell, height: float) -> float:
    """Height for the text in a cell of this height."""
    return height - _around(cell)


def _around(cell: Cell) -> float:
    """Height over and under the text of a cell."""
    return (0.0 if cell.ruled else 2 * TIGHT) + (SIGN_TITLE + SIGN_FOOT if cell.kind == "sign" else 0.0)


def _part(placed: list[Placed], height: float, first: int) -> list[list[Placed]]:
    """A row that is higher than a page as several rows, each with the next lines of every cell."""
    parts: list[list[Placed]] = []
    while any(item.words.lines for item in placed):
        part, rest = [], []
        for item in placed:
            words, strip = item.words, first + len(parts)
            count = int(_inner(item.cell, height) / words.pitch + SLACK)
            part.append(replace(item, words=replace(words, lines=words.lines[:count]), first=strip, last=strip))
            rest.append(replace(item, words=replace(words, lines=words.lines[count:])))
        parts.append(part)
        placed = rest
    return parts


def _pressed(heights: list[float], cells: Sequence[Placed], form: Form) -> list[float]:
    """The heights with writing space given up in equal shares, where that saves a sheet or keeps to half of one."""
    least = [min(height, LEAST_ROW) for height in heights]
    for item in cells:
        if item.first == item.last:
            floor = LEAST_SIGN if item.cell.kind == "sign" else 0.0
            least[item.first] = max(least[item.first], item.needed, min(heights[item.first], floor))
    spare = sum(heights) - sum(least)
    for limit in limits(form):
        over = sum(heights) - limit
        if over <= 0:
            return heights
        if over <= spare:
            pressed = [height - (height - low) * over / spare for height, low in zip(heights, least, strict=True)]
            if all(item.needed <= sum(pressed[item.first : item.last + 1]) + SLACK for item in cells):
                return pressed
    return heights


def lay_over(empty: Form, filled: Form, fonts: Fonts) -> Layout:
    """What a filled form says, in the boxes of the empty one; DoesNotFit where a text or a row has no room there."""
    base = lay_out(empty, fonts)
    for number, row in enumerate(filled.rows):
        if number >= len(empty.rows) or _shape(row) != _shape(empty.rows[number]):
            raise DoesNotFit(filled, _longer_block(empty, filled))
    boxes = iter(base.cells)
    cells = []
    for row in filled.rows:
        for cell in row.cells:
            box = next(boxes)
            if cell.kind != "label":
                cells.append(_over(filled, cell, box, base, fonts))
    return Layout(base.heights, tuple(cells))


def _over(form: Form, cell: Cell, box: Placed, base: Layout, fonts: Fonts) -> Placed:
    inner, foot = box.width - 2 * PADDING, None
    if cell.kind == "sign" and isinstance(cell.foot, Line):
        cell, foot = _foot(cell, cell.foot, inner, fonts)
    height = sum(base.heights[box.first : box.last + 1])
    words = set_in_fixed_box(cell, inner, _inner(cell, height), fonts)
    if words is None:
        raise DoesNotFit(form, cell.title or field_of(box, base.cells))
    return replace(box, cell=cell, words=words, foot=foot)


def _shape(row: Row) -> list[int]:
    return [cell.span for cell in row.cells]


def _longer_block(empty: Form, filled: Form) -> str:
    """The name of the rows of which the filled form has more."""
    room_ = {cell.text: cell.rows for row in empty.rows for cell in row.cells if cell.kind == "label"}
    blocks = (cell for row in filled.rows for cell in row.cells if cell.kind == "label")
    return next((cell.text.replace("\n", "") for cell in blocks if cell.rows > room_.get(cell.text, cell.rows)), "")


def field_of(item: Placed, cells: Sequence[Placed]) -> str:
    """The label of a cell: what is printed at its left, else over it."""
    labels = [other for other in cells if other.cell.kind == "label" and other.cell.text]
    beside = [
        other
        for other in labels
        if other.cell.rows == 1 and other.first == item.first and abs(other.left + other.width - item.left) < 1
    ]
    over = [
        other for other in labels if other.last < item.first and other.left - 1 < item.left < other.left + other.width
    ]
    found = beside or sorted(over, key=lambda other: other.last)[-1:]
    return found[0].cell.text.replace("\n", "") if found else ""
