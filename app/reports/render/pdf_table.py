"""A table of a document on the pages of a PDF, its head row again on every page."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from math import inf

from app.reports.document import Table, plain
from app.reports.render.fonts import NoGlyph, Role
from app.reports.render.pdf_canvas import base_line
from app.reports.render.pdf_page import LANDSCAPE, PITCH, Flow
from app.reports.render.typesetting import Setting, clean, set_in_box
from app.reports.render.word_tables import LONGEST_UNSPLIT, WIDE_FROM, cell_align

CLOSE_PITCH = 20.0
CELL_PADDING = 4.25
RULE = 0.5
LEAST = 7.0
"""Size down to which a number or word in a cell is made smaller before it is split."""


class TablePress:
    """One table while it is set: its columns, and how its rows go over pages."""

    def __init__(self, press: Flow, table: Table) -> None:
        self.press, self.table, self.paper = press, table, press.paper
        close = press.area is LANDSCAPE
        self.size = 12.0 if close or len(table.columns) >= WIDE_FROM else 14.0
        self.pitch = CLOSE_PITCH if close else PITCH
        share = (press.area.right - press.area.left) / (sum(column.width for column in table.columns) or 1)
        self.edges = list(accumulate((column.width * share for column in table.columns), initial=press.area.left))
        cells = [[row[at] for row in table.rows if at < len(row)] for at in range(len(table.columns))]
        self.aligns = [cell_align(column, rows) for column, rows in zip(table.columns, cells, strict=True)]
        self._started = False
        """Whether rows stand under the head of this page."""
        self.head = [self._set(at, column.label, "hei") for at, column in enumerate(table.columns)]

    def print(self) -> None:
        """Head row and rows, the head again on every page."""
        self.press.need(self._height(self.head) + self.pitch)
        self._put_head()
        for row in self.table.rows:
            texts = [plain(row[at]) if at < len(row) else "" for at in range(len(self.head))]
            cells = [self._set(at, text, "fang") for at, text in enumerate(texts)]
            whole = max(map(len, texts), default=0) <= LONGEST_UNSPLIT
            if self._room() < (self._height(cells) if whole else self.pitch) and self._started:
                self._go_on()
            while self._height(cells) > self._room():
                count = max(1, int(self._room() / self.pitch + 0.01))
                self._put([Setting(cell.lines[:count], cell.size) for cell in cells], "fang", self._align_of)
                cells = [Setting(cell.lines[count:], cell.size) for cell in cells]
                self._go_on()
            self._put(cells, "fang", self._align_of)
            self._started = True

    def _put_head(self) -> None:
        self._put(self.head, "hei", lambda _: "center")
        self._started = False

    def _go_on(self) -> None:
        self.press.end_page()
        self._put_head()

    def _room(self) -> float:
        return self.press.area.bottom + 1 - self.press.y

    def _align_of(self, at: int) -> str:
        return self.aligns[at]

    def _set(self, at: int, text: str, role: Role) -> Setting:
        width = self.edges[at + 1] - self.edges[at] - 2 * CELL_PADDING
        try:
            return set_in_box(text, width, inf, self.paper.fonts.role(role), self.size, LEAST, together=False)
        except NoGlyph as lack:
            raise NoGlyph(lack.character, f"表格“{clean(text)[:12]}…”") from lack

    def _height(self, cells: list[Setting]) -> float:
        return self.pitch * max((len(cell.lines) for cell in cells), default=1)

    def _put(self, cells: list[Setting], role: Role, align: Callable[[int], str]) -> None:
        top, height = self.press.y, self._height(cells)
        for at, cell in enumerate(cells):
            left, width = self.edges[at], self.edges[at + 1] - self.edges[at]
            self.paper.frame(left, top, width, height, RULE)
            upper = top + (height - len(cell.lines) * self.pitch) / 2
            for number, line in enumerate(cell.lines):
                spare = width - 2 * CELL_PADDING - self.paper.text_width(line, role, cell.size)
                shift = {"left": 0.0, "center": spare / 2, "right": spare}[align(at)]
                base = base_line(upper + number * self.pitch, self.pitch, cell.size)
                self.paper.text(left + CELL_PADDING + shift, base, line, role, cell.size)
        self.press.y += height
