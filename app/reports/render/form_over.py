"""What a filled form says, in the boxes of the same form printed empty before (套打): nothing grows, nothing moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.reports.forms.grid import Cell, Form, Row
from app.reports.forms.lines import Line
from app.reports.render.fonts import Fonts
from app.reports.render.form_layout import PADDING, Layout, Placed, foot_of, inner_height, lay_out
from app.reports.render.form_setting import set_in_fixed_box


class DoesNotFit(ValueError):
    """A text has no room on a preprinted form; the message is one Chinese sentence that names field and form."""

    def __init__(self, form: Form, field: str) -> None:
        where = f"「{form.called}」的「{field}」" if field else f"「{form.called}」"
        super().__init__(f"{where}在预印的表上写不下，没有打印；请缩短内容，或不套打、整张打印。")


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
        cell, foot = foot_of(cell, cell.foot, inner, fonts)
    height = sum(base.heights[box.first : box.last + 1])
    words = set_in_fixed_box(cell, inner, inner_height(cell, height), fonts)
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
