"""The body of a Word file: title, blocks in order, signature and sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from app.papers.official import (
    CHARACTER_TWIPS,
    FOOTER_MM,
    LANDSCAPE,
    LINE_TWIPS,
    PORTRAIT,
    Sheet,
    twips,
)
from app.papers.package import WORD_NAMESPACE, Element, w
from app.reports.document import Block, Document, Heading, PageBreak, Paragraph, Table, Text, plain
from app.reports.render.word_runs import (
    FigureControls,
    add_run,
    clean,
    new_paragraph,
    paragraphs_of,
    sub,
)
from app.reports.render.word_tables import add_table
from app.reports.titles import title_lines

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FOOTERS = {"default": "rId4", "even": "rId5"}
"""Which part of the base template holds the page number of odd and of even pages."""


@dataclass
class Body:
    """Writes one document into a ``w:document`` element; a page break waits for the paragraph that begins the page."""

    document: Document
    controls: FigureControls = field(default_factory=FigureControls)

    def __post_init__(self) -> None:
        self.root: Element = etree.Element(w("document"), nsmap={"w": WORD_NAMESPACE, "r": RELATIONSHIPS})
        self.body: Element = sub(self.root, "body")
        self.sheet: Sheet = LANDSCAPE if self.document.landscape else PORTRAIT
        self._numbers: Iterator[tuple[Heading, str]] = self.document.numbered_headings()
        self._break_waits = False

    def write(self) -> Element:
        """The whole document element."""
        before = self.document.before_annexes()
        self._add_title()
        self._add_blocks(before)
        self._add_signature()
        self._add_blocks(self.document.blocks[len(before) :])
        if not len(self.body):
            self._paragraph("PaperBody")
        self._add_section()
        return self.root

    def _paragraph(self, style: str) -> tuple[Element, Element]:
        paragraph, properties = new_paragraph(self.body, style)
        if self._break_waits:
            sub(properties, "pageBreakBefore")
            self._break_waits = False
        return paragraph, properties

    def _add_title(self) -> None:
        lines = [words for line in self.document.title if (words := clean(line).strip())]
        if len(lines) == 1:
            lines = list(title_lines(lines[0]))
        if not lines:
            return
        paragraph, _ = self._paragraph("Title")
        for number, line in enumerate(lines):
            if number:
                sub(sub(paragraph, "r"), "br")
            add_run(paragraph, line)
        self._paragraph("Normal")

    def _add_blocks(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            if isinstance(block, Heading):
                self._add_heading(block)
            elif isinstance(block, Paragraph):
                self._add_text("PaperSalutation" if block.role == "salutation" else "PaperBody", block.text)
            elif isinstance(block, Table):
                self._add_table(block)
            elif isinstance(block, PageBreak):
                self._break_waits = len(self.body) > 0

    def _add_heading(self, heading: Heading) -> None:
        _, number = next(self._numbers)
        self._add_text(f"Heading{heading.level}", (number, *heading.text))

    def _add_text(self, style: str, text: Text) -> None:
        for part in paragraphs_of(text):
            if clean(plain(part)).strip():
                paragraph, _ = self._paragraph(style)
                self.controls.add_text(paragraph, part)

    def _add_table(self, table: Table) -> None:
        if table.title:
            self._add_text("TableTitle", (table.title,))
        if self._break_waits or self._ends_with_table():
            self._add_hairline()
        add_table(self.body, table, self.sheet, self.controls)

    def _ends_with_table(self) -> bool:
        return len(self.body) > 0 and self.body[-1].tag == w("tbl")

    def _add_hairline(self) -> None:
        """A paragraph of one point: Word joins tables that touch and wants a paragraph after the last."""
        _, properties = self._paragraph("Normal")
        sub(properties, "spacing", before=0, after=0, line=20, lineRule="exact")

    def _add_signature(self) -> None:
        """Name and day at the right, one line below the text; the shorter of them placed by 7.3.5.2."""
        name = clean(self.document.signature).strip()
        day = _day(self.document.signed)
        if not name and not day:
            return
        self._paragraph("Normal")
        name_blank, day_blank = signature_blanks(name, day)
        if name:
            paragraph, properties = self._paragraph("PaperSignature")
            if day:
                properties.insert(1, etree.Element(w("keepNext")))
            sub(properties, "ind", right=round(name_blank * CHARACTER_TWIPS))
            add_run(paragraph, name)
        if day:
            paragraph, properties = self._paragraph("PaperSignature")
            self._place_day(properties, day, day_blank)
            add_run(paragraph, day)

    def _place_day(self, properties: Element, day: str, blank: float) -> None:
        """The day by its beginning where it has room, so that a font with wider digits does not move it."""
        if blank > 2:
            left = self.sheet.type_width - round((blank + characters_wide(day)) * CHARACTER_TWIPS)
            sub(properties, "ind", left=left)
            sub(properties, "jc", val="left")
        else:
            sub(properties, "ind", right=round(blank * CHARACTER_TWIPS))

    def _add_section(self) -> None:
        if self._ends_with_table():
            self._add_hairline()
        section = sub(self.body, "sectPr")
        for kind, relation in FOOTERS.items():
            reference = sub(section, "footerReference", type=kind)
            reference.set(f"{{{RELATIONSHIPS}}}id", relation)
        sheet = self.sheet
        size = sub(section, "pgSz", w=sheet.width, h=sheet.height)
        if self.document.landscape:
            size.set(w("orient"), "landscape")
        sub(
            section,
            "pgMar",
            top=sheet.top,
            right=sheet.right,
            bottom=sheet.bottom,
            left=sheet.left,
            header=twips(15),
            footer=min(twips(FOOTER_MM), sheet.bottom - twips(12)),
            gutter=0,
        )
        sub(section, "docGrid", type="lines", linePitch=LINE_TWIPS)


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def characters_wide(words: str) -> float:
    """Width in Chinese characters; letters and digits are half as wide."""
    return sum(0.5 if ord(sign) < 0x2000 else 1.0 for sign in words)


def signature_blanks(name: str, day: str) -> tuple[float, float]:
    """Characters left blank at the right of name and of day: the day begins two characters after the name (7.3.5.2)."""
    if not name or not day:
        return 2.0, 2.0
    name_width, day_width = characters_wide(name), characters_wide(day)
    if day_width > name_width:
        return 4.0 + day_width - name_width, 2.0
    return 2.0, name_width - day_width
