"""A document as PDF on the official page of GB/T 9704-2012: the page that Word shows, for preview and print.

A4, 22 lines of 28 characters; fonts by role, lines filled to both edges, page numbers «— 1 —» outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from math import inf
from pathlib import Path

from app.papers.official import (
    BODY_PT,
    CHARACTER_TWIPS,
    LINE_TWIPS,
    MARGINS_MM,
    PAGE_NUMBER_PT,
    TITLE_PT,
)
from app.reports.document import Block, Document, Heading, PageBreak, Paragraph, Table, plain
from app.reports.render.fonts import Fonts, NoGlyph, Role, pc_fonts
from app.reports.render.pdf_canvas import A4, ASCENT, MM, Paper, base_line
from app.reports.render.typesetting import Setting, break_lines, clean, set_in_box
from app.reports.render.word_body import signature_blanks
from app.reports.render.word_tables import LONGEST_UNSPLIT, WIDE_FROM, cell_align
from app.reports.titles import title_lines

PITCH = LINE_TWIPS / 20
CHARACTER = CHARACTER_TWIPS / 20
CLOSED_UP = CHARACTER - BODY_PT
"""What is added after each character so that 28 stand in 156 mm; less than nothing."""
WIDEST_SPREAD = 3.0
"""A line is filled to the edge by so much between characters at most."""
HEADINGS: dict[int, Role] = {1: "hei", 2: "kai", 3: "fang", 4: "fang"}
CLOSE_PITCH = 20.0
CELL_PADDING = 4.25
RULE = 0.5
LEAST = 7.0
"""Size down to which a number or word in a cell is made smaller before it is split."""
_LINE_BREAKS = re.compile(r"\r\n|[\r\n\v\u2028\u2029]")


@dataclass(frozen=True)
class TypeArea:
    """The paper and the area of type on it, in points from the top left corner."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float


def _area(top: float, right: float, bottom: float, left: float, width: float, height: float) -> TypeArea:
    return TypeArea(width, height, left * MM, top * MM, width - right * MM, height - bottom * MM)


_M = MARGINS_MM
PORTRAIT = _area(_M["top"], _M["right"], _M["bottom"], _M["left"], A4[0], A4[1])
LANDSCAPE = _area(_M["left"], _M["bottom"], _M["right"], _M["top"], A4[1], A4[0])
"""The same type area, turned: the binding edge is on top."""


def write_pdf(document: Document, path: Path, fonts: Fonts | None = None) -> int:
    """Write the document as PDF and give its number of pages; raises NoGlyph with the place named, or OSError."""
    press = _Press(document, fonts or pc_fonts())
    press.print()
    press.paper.save(path)
    return press.paper.pages


class _Press:
    """The document while it is set: the page under way and how far down it is filled."""

    def __init__(self, document: Document, fonts: Fonts) -> None:
        self.document = document
        self.area = LANDSCAPE if document.landscape else PORTRAIT
        self.paper = Paper("".join(document.title), fonts, self.area.width, self.area.height)
        self.y = self.area.top
        self.numbers = document.numbered_headings()

    def print(self) -> None:
        """Set everything in its order: title, text, signature and day, annexes."""
        before = self.document.before_annexes()
        self._set_title()
        self._set_blocks(before)
        self._set_signature()
        self._set_blocks(self.document.blocks[len(before) :])
        self.end_page()

    def end_page(self) -> None:
        number = f"— {self.paper.pages + 1} —"
        base = self.area.bottom + 7 * MM + ASCENT * PAGE_NUMBER_PT
        if self.paper.pages % 2 == 0:
            self.paper.right(self.area.right - PAGE_NUMBER_PT, base, number, "song", PAGE_NUMBER_PT)
        else:
            self.paper.text(self.area.left + PAGE_NUMBER_PT, base, number, "song", PAGE_NUMBER_PT)
        self.paper.end_page()
        self.y = self.area.top

    def need(self, height: float) -> None:
        """Go to a new page where this much does not fit on this one."""
        if self.y + height > self.area.bottom + 1 and self.y > self.area.top:
            self.end_page()

    def next_line(self) -> float:
        """Take the next line of the page and give its upper edge."""
        self.need(PITCH)
        self.y += PITCH
        return self.y - PITCH

    def _set_title(self) -> None:
        lines = [words for line in self.document.title if (words := clean(line).strip())]
        lines = list(title_lines(lines[0])) if len(lines) == 1 else lines
        middle = (self.area.left + self.area.right) / 2
        for line in lines:
            self.paper.centred(middle, base_line(self.next_line(), PITCH, TITLE_PT), line, "title", TITLE_PT)
        if lines:
            self.y += PITCH

    def _set_blocks(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            if isinstance(block, Heading):
                _, number = next(self.numbers)
                self.need(2 * PITCH)
                self._set_text(number + plain(block.text), HEADINGS[block.level], 2)
            elif isinstance(block, Paragraph):
                self._set_text(plain(block.text), "fang", 0 if block.role == "salutation" else 2)
            elif isinstance(block, Table):
                self._set_table(block)
            elif isinstance(block, PageBreak) and self.y > self.area.top:
                self.end_page()

    def _set_text(self, text: str, role: Role, indent: int) -> None:
        for part in _LINE_BREAKS.split(text):
            if clean(part).strip():
                self._set_paragraph(part, role, indent)

    def _set_paragraph(self, text: str, role: Role, indent: int) -> None:
        """One paragraph; all lines but the last reach the right edge."""
        width = self.area.right - self.area.left
        try:
            lines = break_lines(text, width, self.paper.fonts.role(role), CHARACTER, indent * CHARACTER)
        except NoGlyph as lack:
            raise NoGlyph(lack.character, f"“{clean(text)[:12]}…”") from lack
        for number, line in enumerate(lines):
            x = self.area.left + (indent * CHARACTER if number == 0 else 0)
            spread = CLOSED_UP
            if number < len(lines) - 1:
                spread = self._filled(line, role, self.area.right - x)
            self.paper.text(x, base_line(self.next_line(), PITCH, BODY_PT), line, role, BODY_PT, spread)

    def _filled(self, line: str, role: Role, width: float) -> float:
        """What to add after each character so that the line reaches the edge."""
        gaps = max(1, len(line) - 1)
        spread = (width - self.paper.text_width(line, role, BODY_PT)) / gaps
        return spread if spread <= WIDEST_SPREAD else CLOSED_UP

    def _set_signature(self) -> None:
        """Name and day at the right, one line below the text, as 7.3.5.2 places them."""
        name, signed = clean(self.document.signature).strip(), self.document.signed
        day = f"{signed.year}年{signed.month}月{signed.day}日" if signed else ""
        if not name and not day:
            return
        self.need(3 * PITCH)
        self.y += PITCH
        for words, blank in zip((name, day), signature_blanks(name, day), strict=True):
            if words:
                width = self.paper.text_width(words, "fang", BODY_PT) + CLOSED_UP * len(words)
                x = self.area.right - blank * CHARACTER - width
                self.paper.text(x, base_line(self.next_line(), PITCH, BODY_PT), words, "fang", BODY_PT, CLOSED_UP)

    def _set_table(self, table: Table) -> None:
        if table.title:
            self.need(3 * PITCH)
            middle = (self.area.left + self.area.right) / 2
            self.paper.centred(middle, base_line(self.next_line(), PITCH, BODY_PT), table.title, "hei", BODY_PT)
        if table.columns:
            _TablePress(self, table).print()


class _TablePress:
    """One table while it is set: its columns, and how its rows go over pages."""

    def __init__(self, press: _Press, table: Table) -> None:
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
            return set_in_box(text, width, inf, self.paper.fonts.role(role), self.size, LEAST)
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
