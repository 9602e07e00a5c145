"""A document as PDF on the official page of GB/T 9704-2012: the page that Word shows, for preview and print.

Fonts by role, lines filled to both edges, red head and imprint where the paper has them.
"""

from __future__ import annotations

import re
from pathlib import Path

from app.papers.official import BODY_PT, TITLE_PT
from app.reports.document import (
    Annex,
    Block,
    Chart,
    Document,
    Heading,
    Listed,
    PageBreak,
    Paragraph,
    Table,
    lead_level,
    plain,
)
from app.reports.render.charts import can_be_drawn, draw_chart, lines_of
from app.reports.render.fonts import Fonts, NoGlyph, Role, pc_fonts
from app.reports.render.imprint import Ending, has_imprint
from app.reports.render.pdf_canvas import Paper, base_line
from app.reports.render.pdf_head import draw_head
from app.reports.render.pdf_imprint import draw_imprint, place_of, rows_of
from app.reports.render.pdf_page import CHARACTER, CLOSED_UP, LANDSCAPE, PITCH, PORTRAIT, Flow
from app.reports.render.pdf_table import TablePress
from app.reports.render.typesetting import break_lines, clean
from app.reports.render.word_body import signature_blanks
from app.reports.titles import title_lines

__all__ = ["LANDSCAPE", "PORTRAIT", "ending_of", "write_pdf"]

WIDEST_SPREAD = 3.0
"""A line is filled to the edge by so much between characters at most."""
HEADINGS: dict[int, Role] = {1: "hei", 2: "kai", 3: "fang", 4: "fang"}
_LINE_BREAKS = re.compile(r"\r\n|[\r\n\v\u2028\u2029]")


def write_pdf(document: Document, path: Path, fonts: Fonts | None = None, red: bool = True) -> int:
    """Write the document as PDF and give its number of pages; raises NoGlyph with the place named, or OSError.

    Not ``red``: for paper on which the red of the head is printed already, everything else at the same places.
    """
    press = _Press(document, fonts or pc_fonts(), red)
    try:
        press.print()
    except NoGlyph as lack:
        raise lack.within("", "标题、版头、版记或落款") from lack
    press.paper.save(path)
    return press.paper.pages


def ending_of(document: Document, fonts: Fonts | None = None) -> Ending:
    """How the pages of this document end; raises NoGlyph."""
    press = _Press(document, fonts or pc_fonts())
    press.set_all()
    return Ending(place_of(document, press), rows_of(document, press), press.held)


def lead_role(lead: str) -> Role:
    """The type of a heading that begins a paragraph, by its number."""
    return HEADINGS[lead_level(lead)]


class _Press(Flow):
    """The document while it is set."""

    def __init__(self, document: Document, fonts: Fonts, red: bool = True) -> None:
        self.document, self.red = document, red
        area = LANDSCAPE if document.landscape else PORTRAIT
        is_letter = document.head is not None and document.head.kind == "letter"
        paper = Paper("".join(document.title), fonts, area.width, area.height)
        super().__init__(paper, area, 1 if is_letter else 0)
        self.numbers = document.numbered_headings()
        self._annex = 0
        self._held = 0
        """Lines that must stand on the page of the text's last two: a seal is set on no page without text."""
        self.held = False
        """Whether lines of the text went to a new page for that."""

    def print(self) -> None:
        """Set everything and end the last page, with the imprint where there is one."""
        self.set_all()
        numbered = True
        if has_imprint(self.document):
            place = place_of(self.document, self)
            if place != "here":
                self.end_page()
            if place == "after blank":
                numbered = False
                self.end_page(numbered)
            draw_imprint(self.document, self)
        self.end_page(numbered)

    def set_all(self) -> None:
        """Set everything in its order: head, title, text, annexes named, signature and day, annexes."""
        before = self.document.before_annexes()
        if self.document.head is not None:
            draw_head(self, self.document.head, self.red)
        if self.document.head is None or self.document.head.kind != "minutes":
            self._set_title(self.document.title)
        self._set_blocks(before[:-1])
        self._held = self._signature_lines() + self._annex_lines() if self._signature_lines() else 0
        self._set_blocks(before[-1:])
        self._held = 0
        self._set_annex_list()
        self._set_signature()
        self._set_blocks(self.document.blocks[len(before) :])

    def _set_title(self, title: tuple[str, ...]) -> None:
        lines = [words for line in title if (words := clean(line).strip())]
        lines = list(title_lines(lines[0])) if len(lines) == 1 else lines
        for line in lines:
            self.centred_line(line, "title", TITLE_PT)
        if lines:
            self.y += PITCH

    def _set_blocks(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            if isinstance(block, Heading):
                _, number = next(self.numbers)
                self.need(2 * PITCH)
                self._set_text(number + plain(block.text), HEADINGS[block.level], 2)
            elif isinstance(block, Paragraph):
                self._set_text(
                    block.lead + plain(block.text), "fang", 0 if block.role == "salutation" else 2, block.lead
                )
            elif isinstance(block, Table):
                self._set_table(block)
            elif isinstance(block, Chart):
                self._set_chart(block)
            elif isinstance(block, Listed):
                self._set_listed(block)
            elif isinstance(block, Annex):
                self._begin_annex(block)
            elif isinstance(block, PageBreak) and self.y > self.area.top:
                self.end_page()

    def _set_text(self, text: str, role: Role, indent: int, lead: str = "") -> None:
        for part in _LINE_BREAKS.split(text):
            if clean(part).strip():
                self._set_paragraph(part, role, indent, clean(lead))
                lead = ""

    def _lines(self, text: str, role: Role, width: float, indent: float = 0.0) -> list[str]:
        try:
            return break_lines(text, width, self.paper.fonts.role(role), CHARACTER, indent)
        except NoGlyph as lack:
            raise NoGlyph(lack.character, f"“{clean(text)[:12]}…”") from lack

    def _set_paragraph(self, text: str, role: Role, indent: int, lead: str = "") -> None:
        """One paragraph; all lines but the last reach the right edge, and what leads it is set as a heading."""
        led, left = lead_role(lead), len(lead)
        lines = self._lines(text, role, self.area.right - self.area.left, indent * CHARACTER)
        for number, line in enumerate(lines):
            if self._held and number == max(0, len(lines) - 2):
                before = self.page
                self.need((len(lines) - number + self._held) * PITCH)
                self.held = self.page != before
            x = self.area.left + (indent * CHARACTER if number == 0 else 0)
            self._put(x, line, role, number < len(lines) - 1, line[:left], led)
            left = max(0, left - len(line))

    def _put(self, x: float, line: str, role: Role, goes_on: bool, lead: str = "", led: Role = "fang") -> None:
        spread = self._filled(line, role, self.area.right - x) if goes_on else CLOSED_UP
        rest = x
        if lead:
            self.need(PITCH)
            self.paper.text(x, base_line(self.y, PITCH, BODY_PT), lead, led, BODY_PT, spread)
            rest += self.paper.text_width(lead, led, BODY_PT) + spread * len(lead)
        self.line(rest, line[len(lead) :], role, spread)

    def _filled(self, line: str, role: Role, width: float) -> float:
        """What to add after each character so that the line reaches the edge."""
        gaps = max(1, len(line) - 1)
        spread = (width - self.paper.text_width(line, role, BODY_PT)) / gaps
        return spread if spread <= WIDEST_SPREAD else CLOSED_UP

    def _hang(self, label: str, role: Role, start: float, text: str, at: float) -> None:
        """A label, and beside it a text whose lines all begin at the same place; both in characters from the left."""
        x = self.area.left + at * CHARACTER
        lines = self._lines(text, "fang", self.area.right - x)
        for number, line in enumerate(lines):
            self._put(x, line, "fang", number < len(lines) - 1)
            if number == 0:
                base = base_line(self.y - PITCH, PITCH, BODY_PT)
                self.paper.text(self.area.left + start * CHARACTER, base, label, role, BODY_PT, CLOSED_UP)

    def _set_listed(self, listed: Listed) -> None:
        if listed.apart and self.y > self.area.top:
            self.next_line()
        self._hang(f"{listed.label}：", "hei", 2, plain(listed.text), 3 + len(listed.label))

    def _annex_lines(self) -> int:
        """Lines of 附件说明 with the blank one over it."""
        listed = self.document.annex_list()
        room = self.area.right - self.area.left - (6 if len(listed) > 1 else 5) * CHARACTER
        return bool(listed) + sum(len(self._lines(title, "fang", room)) for _, title in listed)

    def _set_annex_list(self) -> None:
        """附件说明, one line below the text, each title under the one above it (7.3.4)."""
        for number, (mark, title) in enumerate(self.document.annex_list()):
            if not number:
                self.need(self._annex_lines() * PITCH)
                self.y += PITCH
            label = f"附件：{mark}" if not number else mark
            self._hang(label, "fang", 2 if not number else 5, title, 6 if mark else 5)

    def _begin_annex(self, annex: Annex) -> None:
        """A new page: «附件1» in its first line, the title from the third on (7.3.7)."""
        if self.y > self.area.top:
            self.end_page()
        self.line(self.area.left, self.document.annex_mark(self._annex), "hei")
        self._annex += 1
        self.y += PITCH
        self._set_title((annex.title,))

    def _signature_lines(self) -> int:
        """Lines that signature, day and the blank lines over them take; a seal wants two."""
        words = (clean(self.document.signature).strip(), self.document.day_words())
        return (2 if self.document.sealed else 1) + sum(map(bool, words)) if any(words) else 0

    def _set_signature(self) -> None:
        """Name and day at the right as 7.3.5 places them, and the note under them."""
        name, day = clean(self.document.signature).strip(), self.document.day_words()
        count = self._signature_lines()
        if count:
            self.need(count * PITCH)
            self.y += (2 if self.document.sealed else 1) * PITCH
        for words, blank in zip((name, day), signature_blanks(name, day, self.document.sealed), strict=True):
            if words:
                width = self.paper.text_width(words, "fang", BODY_PT) + CLOSED_UP * len(words)
                self.line(self.area.right - blank * CHARACTER - width, words, "fang")
        if self.document.note:
            self._set_text(self.document.note, "fang", 2)

    def _set_table(self, table: Table) -> None:
        if table.title:
            self.need(3 * PITCH)
            self.centred_line(table.title, "hei", BODY_PT)
        if table.columns:
            TablePress(self, table).print()

    def _set_chart(self, chart: Chart) -> None:
        if not can_be_drawn(chart):
            return
        height = lines_of(chart) * PITCH
        self.need(height + (PITCH if chart.title else 0))
        if chart.title:
            self.centred_line(clean(chart.title), "hei", BODY_PT)
        try:
            drawing = draw_chart(chart, self.paper.fonts)
        except NoGlyph as lack:
            raise NoGlyph(lack.character, f"图“{clean(chart.title)[:12]}”") from lack
        self.paper.drawing(drawing, self.area.middle - drawing.width / 2, self.y + 2)
        self.y += height
