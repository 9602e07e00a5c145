"""A register as the pages of a bound book: title, ruled lines, totals and page number on every page.

All lines of the book are equally high. A record takes as many of them as its longest cell needs, moves to the next page
when it does not fit, and goes on there when it is longer than a page. Nothing is cut, and empty lines are ruled to the
foot, so that nothing can be slipped in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, chain, islice
from math import ceil
from pathlib import Path

from app.reports.render.fonts import Fonts, Lettering, NoGlyph, pc_fonts
from app.reports.render.pdf_canvas import A4, MM, Paper, Segment, base_line
from app.reports.render.typesetting import LEADING, Setting, clean, evened, longest_word, set_in_box
from app.reports.sheet import Printed, Sheet, SheetRow

LINE = 8.5 * MM
"""Height of one ruled line of the book; two lines of type stand in it."""
HEAD = 8.5 * MM
TYPE, LEAST = 9.0, 7.0
HEAD_LEAST = 8.0
"""Size of type down to which a column is narrowed for its head."""
PADDING = 1.2 * MM
OUTER, INNER = 1.0, 0.4
SAMPLE = 200
"""Records at the beginning of the book from which the least widths of the columns are taken."""
SETTINGS_KEPT = 4000
"""Cells whose setting is remembered: what stands in a book repeats itself."""
MOVED_WHOLE = 6
"""A record of up to so many lines is not parted between two pages."""


class PrintCancelled(Exception):
    """The clerk stopped the printing; no file was written."""


@dataclass(frozen=True)
class Geometry:
    """Where things stand on a page."""

    width: float
    height: float
    left: float
    right: float
    top: float
    lines: int

    @property
    def head_top(self) -> float:
        """Upper edge of the table."""
        return self.top + 16.5 * MM

    @property
    def body_top(self) -> float:
        """Upper edge of the first ruled line."""
        return self.head_top + HEAD

    @property
    def bottom(self) -> float:
        """Lower edge of the table."""
        return self.body_top + self.lines * LINE


LANDSCAPE = Geometry(A4[1], A4[0], left=22 * MM, right=A4[1] - 15 * MM, top=12 * MM, lines=18)
PORTRAIT = Geometry(A4[0], A4[1], left=25 * MM, right=A4[0] - 15 * MM, top=15 * MM, lines=27)


def lines_of_page(landscape: bool, has_totals: bool) -> int:
    """Ruled lines for records on a page; two fewer where totals stand at its foot."""
    return (LANDSCAPE if landscape else PORTRAIT).lines - (2 if has_totals else 0)


def write_register(
    sheet: Sheet,
    path: Path,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    fonts: Fonts | None = None,
) -> Printed:
    """Print the register into a file and tell where it ends.

    ``progress`` hears the number of records printed, ``cancelled`` is asked, once a page. Raises PrintCancelled,
    NoGlyph with register, column and record named, or OSError when the place cannot be written; then no file is left.
    """
    book = _Book(sheet, fonts or pc_fonts())
    try:
        next_line = _fill(book, progress, cancelled)
    except NoGlyph as lack:
        raise lack.within(sheet.title, "的标题、栏目名或落款") from lack
    book.paper.save(path)
    return Printed(book.paper.pages, sheet.first_page - 1 + book.paper.pages, next_line)


def _fill(book: _Book, progress: Callable[[int], None] | None, cancelled: Callable[[], bool] | None) -> int:
    """All records on their pages; the line of the last page at which the next would stand."""
    for done, row in enumerate(book.rows, start=1):
        pages = book.paper.pages
        book.add(row)
        if book.paper.pages != pages:
            if cancelled is not None and cancelled():
                raise PrintCancelled
            if progress is not None:
                progress(done)
    return book.finish()


class _Book:
    """The book while it is filled: the page under way, its next free line, and the totals so far."""

    def __init__(self, sheet: Sheet, fonts: Fonts) -> None:
        self.sheet = sheet
        self.place = LANDSCAPE if sheet.landscape else PORTRAIT
        self.paper = Paper(sheet.title, fonts, self.place.width, self.place.height)
        self.lettering = fonts.role("song")
        rows = iter(sheet.rows)
        sample = list(islice(rows, SAMPLE))
        self.rows = chain(sample, rows)
        widths = _widths(sheet, sample, self.place.right - self.place.left, self.lettering)
        self.edges = list(accumulate(widths, initial=self.place.left))
        self.rooms = [width - 2 * PADDING for width in widths]
        self.body_lines = lines_of_page(sheet.landscape, bool(sheet.totals))
        self.used = min(sheet.first_row, self.body_lines) - 1
        self.rules: list[float] = []
        self.page_sums = [Decimal(0) for _ in sheet.totals]
        self.part_sums = list(sheet.begun_amounts or self.page_sums)
        self.all_sums = list(sheet.brought_forward or self.page_sums)
        self.part = sheet.begun_part
        self.on_page, self.in_part, self.in_all = 0, sheet.begun_records, sheet.brought_records
        self.settings: dict[tuple[int, str], Setting] = {}

    def add(self, row: SheetRow) -> None:
        """Put one record on this page, on the next, or on as many as it needs; 小计 first where a part has ended."""
        if row.part != self.part:
            self._end_part()
            self.part = row.part
        cells = [self._set_of(row, position) for position in range(len(row.cells))]
        needed = max((_lines_of(cell) for cell in cells), default=1)
        if needed > self.body_lines - self.used and (needed <= MOVED_WHOLE or self.body_lines - self.used < 2):
            self._end_page()
        self._count(row.amounts)
        while needed > self.body_lines - self.used:
            height = self.body_lines - self.used
            kept = [_parted(cell, height) for cell in cells]
            self._put([first for first, _ in kept], height)
            cells = [self._set(0, f"{row.cells[0]}续"), *(rest for _, rest in kept[1:])]
            needed = max(_lines_of(cell) for cell in cells)
            self._end_page()
        self._put(cells, needed)

    def finish(self) -> int:
        """End the last page with the names of those who made and checked the book, and number all pages.

        The ruled line of the last page, counted from 1, at which the next record would stand.
        """
        if self.sheet.closes:
            self._end_part()
        next_line = self.used + 1
        base = base_line(self.place.bottom, 8 * MM, 10.5)
        self.paper.text(self.place.left, base, f"制表：{self.sheet.maker}", "song", 10.5)
        middle = self.place.left + (self.place.right - self.place.left) * 0.4
        self.paper.text(middle, base, f"审核：{self.sheet.checker}", "song", 10.5)
        self._end_page(last=True)
        printed_already = 0 if self.sheet.first_row == 1 else 1
        total = self.sheet.first_page - 1 + self.paper.pages
        middle = (self.place.left + self.place.right) / 2
        for page in range(printed_already, self.paper.pages):
            words = f"第 {self.sheet.first_page + page} 页　共 {total} 页"
            self.paper.add_centred(page, middle, self.place.height - 9 * MM, words, "song", 10.5)
        return next_line

    def _set_of(self, row: SheetRow, position: int) -> Setting:
        """The lines of one cell of a record; NoGlyph names the record by its number, else by its first cell."""
        try:
            return self._set(position, row.cells[position])
        except NoGlyph as lack:
            label = self.sheet.columns[position].label
            record = f"序号{row.cells[0]}" if self.sheet.columns[0].label == "序号" else f"“{clean(row.cells[0])[:20]}”"
            raise lack.within(f"“{label}”栏里{record}的记录" if label else f"{record}的记录") from lack

    def _set(self, position: int, text: str) -> Setting:
        """The lines of one cell; short texts, which are most, are not broken but measured."""
        setting = self.settings.get((position, text))
        if setting is None:
            if len(self.settings) > SETTINGS_KEPT:
                self.settings.clear()
            setting = self.settings[position, text] = self._fitted(text, position)
        return setting

    def _fitted(self, text: str, position: int) -> Setting:
        """The text at the book's size, or a little smaller where that saves a ruled line."""
        room = self.rooms[position]
        setting = set_in_box(text, room, MOVED_WHOLE * LINE, self.lettering, TYPE, LEAST)
        if _lines_of(setting) > 1 and setting.size == TYPE:
            smaller = (set_in_box(text, room, MOVED_WHOLE * LINE, self.lettering, size, LEAST) for size in (8.5, 8.0))
            setting = next((other for other in smaller if _lines_of(other) < _lines_of(setting)), setting)
        centred = self.sheet.columns[position].align == "center" and "\n" not in text and " " not in text
        return evened(setting, room, self.lettering) if centred else setting

    def _count(self, amounts: Sequence[Decimal | None]) -> None:
        self.on_page, self.in_part, self.in_all = self.on_page + 1, self.in_part + 1, self.in_all + 1
        for position, amount in enumerate(amounts):
            if amount is not None:
                for sums in (self.page_sums, self.part_sums, self.all_sums):
                    sums[position] += amount

    def _end_part(self) -> None:
        """小计 of the part that has ended, on a ruled line of its own."""
        if self.part and self.in_part and self.sheet.totals:
            if self.used >= self.body_lines:
                self._end_page()
            widest = max(range(self.sheet.totals[0] or 1), key=lambda at: self.rooms[at])
            between = (self.edges[widest], self.edges[widest + 1])
            self._put_sums(self.used, f"{self.part}小计", self.part_sums, self.in_part, between)
            self.used += 1
            self.rules.append(self.place.body_top + self.used * LINE)
        self.part_sums, self.in_part = [Decimal(0) for _ in self.part_sums], 0

    def _put(self, cells: list[Setting], height: int) -> None:
        top = self.place.body_top + self.used * LINE
        for position, cell in enumerate(cells):
            if cell.lines != ("",):
                self._put_cell(position, cell, top, height * LINE)
        self.used += height
        self.rules.append(top + height * LINE)

    def _put_cell(self, position: int, cell: Setting, top: float, height: float) -> None:
        pitch = cell.size * LEADING
        base = base_line(top + (height - cell.height) / 2, pitch, cell.size)
        align = self.sheet.columns[position].align
        x, room = self.edges[position] + PADDING, self.rooms[position]
        for line in cell.lines:
            spare = 0.0 if align == "left" else room - self.lettering.width(line, cell.size)
            self.paper.text(x + (spare if align == "right" else spare / 2), base, line, "song", cell.size)
            base += pitch

    def _end_page(self, last: bool = False) -> None:
        if self.paper.pages > 0 or self.sheet.first_row == 1:
            self._draw_head()
            self._draw_rules(last)
            self._draw_totals()
        self.paper.end_page()
        self.used, self.rules = 0, []
        self.page_sums, self.on_page = [Decimal(0) for _ in self.page_sums], 0

    def _draw_head(self) -> None:
        place, room, middle = self.place, self.place.right - self.place.left, (self.place.left + self.place.right) / 2
        size = min(20.0, room / max(1.0, self.paper.text_width(self.sheet.title, "title", 1)))
        self.paper.centred(middle, base_line(place.top, 10 * MM, size), self.sheet.title, "title", size)
        over = self.paper.text_width(self.sheet.unit_line + self.sheet.period_line, "song", 1)
        size = min(10.5, room / (over + 2))
        base = base_line(place.top + 10 * MM, 6.5 * MM, size)
        self.paper.text(place.left, base, self.sheet.unit_line, "song", size)
        self.paper.right(place.right, base, self.sheet.period_line, "song", size)
        self._draw_labels()

    def _draw_labels(self) -> None:
        place, hei = self.place, self.paper.fonts.role("hei")
        for position, column in enumerate(self.sheet.columns):
            label = _head(column.label, self.rooms[position], hei)
            base = base_line(place.head_top + (HEAD - label.height) / 2, label.size * LEADING, label.size)
            for line in label.lines:
                self.paper.centred(
                    self.edges[position] + PADDING + self.rooms[position] / 2, base, line, "hei", label.size
                )
                base += label.size * LEADING

    def _draw_rules(self, last: bool) -> None:
        """Lines of the table; lines left because a record went to the next page are struck through."""
        place, foot = self.place, self.place.body_top + self.body_lines * LINE
        free = [place.body_top + line * LINE for line in range(self.used + 1, self.place.lines)]
        inner: list[Segment] = [(place.left, y, place.right, y) for y in [place.body_top, *self.rules, *free]]
        totals = {edge for position in self.sheet.totals for edge in (position, position + 1)}
        for position, x in enumerate(self.edges[1:-1], start=1):
            inner.append((x, place.head_top, x, place.bottom if position in totals else foot))
        if not last and self.used < self.body_lines:
            inner.append((place.left, place.body_top + self.used * LINE, place.right, foot))
        self.paper.rules(inner, INNER)
        self.paper.frame(place.left, place.head_top, place.right - place.left, place.bottom - place.head_top, OUTER)

    def _draw_totals(self) -> None:
        if not self.sheet.totals:
            return
        between = (self.place.left, self.edges[self.sheet.totals[0]])
        self._put_sums(self.body_lines, "本页合计", self.page_sums, self.on_page, between)
        self._put_sums(self.body_lines + 1, "累计", self.all_sums, self.in_all, between)

    def _put_sums(self, line: int, label: str, sums: list[Decimal], records: int, between: tuple[float, float]) -> None:
        """A label between two rules and the sums under their columns, on a ruled line counted from 0."""
        top, (left, right) = self.place.body_top + line * LINE, between
        told = f"{label}（{records}{self.sheet.counted}）" if self.sheet.counted else label
        room = right - left - 2 * PADDING
        size = min(TYPE, TYPE * room / max(1.0, self.paper.text_width(told, "hei", TYPE)))
        if room > 0:
            self.paper.centred((left + right) / 2, base_line(top, LINE, size), told, "hei", size)
        for position, amount in zip(self.sheet.totals, sums, strict=True):
            self._put_cell(position, self._set(position, self.sheet.columns[position].shown_total(amount)), top, LINE)


def _longest(text: str, lettering: Lettering) -> float:
    """The longest word of a cell; nothing where it cannot be printed, of which the record is told in its turn."""
    try:
        return longest_word(text, lettering)
    except NoGlyph:
        return 0.0


def _widths(sheet: Sheet, sample: list[SheetRow], room: float, lettering: Lettering) -> list[float]:
    """Widths of the columns by their shares, but none so narrow that a date or number would not fit."""
    least = []
    for position, column in enumerate(sheet.columns):
        longest = max((_longest(row.cells[position], lettering) for row in sample), default=0.0)
        need = longest * TYPE * (1.2 if column.total else 1.0) + 2 * PADDING + 0.1
        least.append(max(min(need, room / 6), _head_need(column.label)))
    if sum(least) > room:
        return [column.width * room / sum(other.width for other in sheet.columns) for column in sheet.columns]
    held: set[int] = set()
    while True:
        free = [position for position in range(len(least)) if position not in held]
        shares = sum(sheet.columns[position].width for position in free)
        rest = room - sum(least[position] for position in held)
        widths = [least[at] if at in held else sheet.columns[at].width * rest / shares for at in range(len(least))]
        narrow = {position for position in free if widths[position] < least[position]}
        if not narrow:
            return widths
        held |= narrow


def _head_need(label: str) -> float:
    """Width at which the words over a column stand in two lines of readable type, a unit in brackets below them."""
    words = re.split("[（(]", label)[0] or label
    return ceil(len(words) / 2) * HEAD_LEAST + 2 * PADDING


def _head(label: str, room: float, lettering: Lettering) -> Setting:
    """The words over a column in even lines; a unit in brackets stands on a line of its own where it must."""
    words, unit = label, ""
    if lettering.width(label, 10) > room:
        words, _, unit = label.replace("（", "\n（").replace("(", "\n(").partition("\n")
    setting = set_in_box(label if not unit else f"{words}\n{unit}", room, HEAD, lettering, 10, 6.5)
    return setting if unit else evened(setting, room, lettering)


def _lines_of(cell: Setting) -> int:
    return max(1, ceil(cell.height / LINE - 1e-6))


def _parted(cell: Setting, height: int) -> tuple[Setting, Setting]:
    """What of the cell stands in so many ruled lines, and what is left for the next page."""
    count = int(height * LINE / (cell.size * LEADING) + 1e-6)
    return Setting(cell.lines[:count], cell.size), Setting(cell.lines[count:] or ("",), cell.size)
