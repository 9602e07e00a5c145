"""The body of a Word file: head, title, blocks in order, signature, imprint and sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from app.papers.official import CHARACTER_TWIPS, HEADING_FONTS, LANDSCAPE, PORTRAIT, Sheet
from app.papers.package import WORD_NAMESPACE, Element, w
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
    Text,
    lead_level,
    plain,
)
from app.reports.render.word_charts import ChartPictures
from app.reports.render.word_head import add_head, after_head
from app.reports.render.word_runs import (
    FigureControls,
    add_run,
    add_tab,
    add_tab_stop,
    clean,
    new_paragraph,
    paragraphs_of,
    sub,
)
from app.reports.render.word_sections import Sections, ending_of
from app.reports.render.word_shapes import NAMESPACES, RELATIONSHIPS
from app.reports.render.word_tables import add_table
from app.reports.titles import title_lines


@dataclass
class Body:
    """Writes one document into a ``w:document`` element; a page break waits for the paragraph that begins the page."""

    document: Document
    controls: FigureControls = field(default_factory=FigureControls)
    pictures: ChartPictures = field(default_factory=ChartPictures)

    def __post_init__(self) -> None:
        spaces = {"w": WORD_NAMESPACE, "r": RELATIONSHIPS}
        if self.document.head or any(isinstance(block, Chart) for block in self.document.blocks):
            spaces |= NAMESPACES
        self.root: Element = etree.Element(w("document"), nsmap=spaces)
        self.body: Element = sub(self.root, "body")
        self.sheet: Sheet = LANDSCAPE if self.document.landscape else PORTRAIT
        self._numbers: Iterator[tuple[Heading, str]] = self.document.numbered_headings()
        self._break_waits = False
        self._annex = 0
        self.ending = ending_of(self.document)

    def write(self) -> Element:
        """The whole document element."""
        before = self.document.before_annexes()
        self._add_head_and_title()
        self._add_blocks(before)
        self._add_annex_list()
        self._add_signature()
        self._add_blocks(self.document.blocks[len(before) :])
        if not len(self.body):
            self._paragraph("PaperBody")
        Sections(self.document, self.body, self.sheet, self.ending, self.add_hairline).close()
        return self.root

    def _paragraph(self, style: str) -> tuple[Element, Element]:
        paragraph, properties = new_paragraph(self.body, style)
        if self._break_waits:
            sub(properties, "pageBreakBefore")
            self._break_waits = False
        return paragraph, properties

    def _add_head_and_title(self) -> None:
        head = self.document.head
        if head is not None:
            add_head(self.body, head)
        if head is not None and head.kind == "minutes":
            _, properties = self._paragraph("Normal")
            sub(properties, "snapToGrid", val=0)
            sub(properties, "spacing", before=0, after=0, line=round(20 * after_head(head)), lineRule="exact")
        else:
            self._add_title(self.document.title, after_head(head) if head else 0.0)

    def _add_title(self, title: tuple[str, ...], over: float = 0.0) -> None:
        lines = [words for line in title if (words := clean(line).strip())]
        if len(lines) == 1:
            lines = list(title_lines(lines[0]))
        if not lines:
            return
        paragraph, properties = self._paragraph("Title")
        if over:
            sub(properties, "spacing", before=round(20 * over), after=0)
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
                style = "PaperSalutation" if block.role == "salutation" else "PaperBody"
                self._add_text(style, block.text, clean(block.lead))
            elif isinstance(block, Table):
                self._add_table(block)
            elif isinstance(block, Chart):
                self._add_chart(block)
            elif isinstance(block, Listed):
                self._add_listed(block)
            elif isinstance(block, Annex):
                self._begin_annex(block)
            elif isinstance(block, PageBreak):
                self._break_waits = len(self.body) > 0

    def _add_heading(self, heading: Heading) -> None:
        _, number = next(self._numbers)
        self._add_text(f"Heading{heading.level}", (number, *heading.text))

    def _add_text(self, style: str, text: Text, lead: str = "") -> None:
        for part in paragraphs_of(text):
            if clean(plain(part)).strip() or lead:
                paragraph, _ = self._paragraph(style)
                if lead:
                    add_run(paragraph, lead, HEADING_FONTS[lead_level(lead)])
                    lead = ""
                self.controls.add_text(paragraph, part)

    def _add_table(self, table: Table) -> None:
        if table.title:
            self._add_text("TableTitle", (table.title,))
        if self._break_waits or self._ends_with_table():
            self.add_hairline()
        add_table(self.body, table, self.sheet, self.controls)

    def _add_chart(self, chart: Chart) -> None:
        """Title and picture, which stay together."""
        if self.pictures.takes(chart):
            self._add_text("TableTitle", (chart.title,))
            paragraph, _ = self._paragraph("PaperPicture")
            self.pictures.add(paragraph, chart)

    def _add_listed(self, listed: Listed) -> None:
        if listed.apart and len(self.body):
            self._paragraph("Normal")
        label = f"{clean(listed.label)}："
        paragraph, properties = self._paragraph("PaperListed")
        width = CHARACTER_TWIPS * len(label)
        sub(properties, "ind", left=2 * CHARACTER_TWIPS + width, hanging=width)
        add_run(paragraph, label, HEADING_FONTS[1])
        self.controls.add_text(paragraph, listed.text)

    def _add_annex_list(self) -> None:
        """附件说明, one line below the text, each title under the one above it (7.3.4)."""
        for at, (number, title) in enumerate(self.document.annex_list()):
            if not at:
                _, properties = self._paragraph("Normal")
                properties.append(etree.Element(w("keepNext")))
            paragraph, properties = self._paragraph("PaperListed")
            sub(properties, "keepNext")
            left, begin = 6 if number else 5, 5 if at else 2
            if number:
                add_tab_stop(properties, "left", left * CHARACTER_TWIPS)
            sub(properties, "ind", left=left * CHARACTER_TWIPS, hanging=(left - begin) * CHARACTER_TWIPS)
            add_run(paragraph, ("" if at else "附件：") + number or " ")
            if number:
                add_tab(paragraph)
            add_run(paragraph, clean(title) or " ")

    def _begin_annex(self, annex: Annex) -> None:
        """A new page: «附件1» in its first line, the title from the third on (7.3.7)."""
        self._break_waits = len(self.body) > 0
        paragraph, _ = self._paragraph("PaperAnnexMark")
        add_run(paragraph, self.document.annex_mark(self._annex))
        self._annex += 1
        self._paragraph("Normal")
        self._add_title((annex.title,))

    def _ends_with_table(self) -> bool:
        return len(self.body) > 0 and self.body[-1].tag == w("tbl")

    def add_hairline(self) -> Element:
        """A paragraph of one point, by its properties: Word joins tables that touch and wants one after the last."""
        _, properties = self._paragraph("Normal")
        sub(properties, "spacing", before=0, after=0, line=20, lineRule="exact")
        return properties

    def _add_signature(self) -> None:
        """Name and day at the right below the text as 7.3.5 places them, and the note under them."""
        name, day = clean(self.document.signature).strip(), self.document.day_words()
        if name or day:
            self._add_signature_lines(name, day)
        if self.document.note:
            self._add_text("PaperBody", (self.document.note,))

    def _add_signature_lines(self, name: str, day: str) -> None:
        texts = [block for block in self.document.before_annexes() if isinstance(block, Paragraph)]
        if self.ending.held and sum(block.role == "body" for block in texts) > 1:
            self._hold_last_lines()
        for _ in range(2 if self.document.sealed else 1):
            _, properties = self._paragraph("Normal")
            if self.document.sealed:
                sub(properties, "keepNext")
        name_blank, day_blank = signature_blanks(name, day, self.document.sealed)
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

    def _hold_last_lines(self) -> None:
        """A seal is set on no page without text: the end of the text goes where the signature goes.

        LibreOffice moves the whole paragraph, so that a text of one would leave the first page; it is not held.
        """
        last = self.body[-1] if len(self.body) else None
        properties = last.find(w("pPr")) if last is not None and last.tag == w("p") else None
        if properties is not None and properties.find(w("keepNext")) is None:
            properties.insert(1, etree.Element(w("keepNext")))

    def _place_day(self, properties: Element, day: str, blank: float) -> None:
        """The day by its beginning where it has room, so that a font with wider digits does not move it."""
        if blank > 2:
            left = self.sheet.type_width - round((blank + characters_wide(day)) * CHARACTER_TWIPS)
            sub(properties, "ind", left=left)
            sub(properties, "jc", val="left")
        else:
            sub(properties, "ind", right=round(blank * CHARACTER_TWIPS))


def characters_wide(words: str) -> float:
    """Width in Chinese characters; letters and digits are half as wide."""
    return sum(0.5 if ord(sign) < 0x2000 else 1.0 for sign in words)


def signature_blanks(name: str, day: str, sealed: bool = False) -> tuple[float, float]:
    """Characters left blank at the right of name and of day.

    The day begins two characters after the name (7.3.5.2); under a seal it stands four from the edge, the name centred
    over it (7.3.5.1), as long as the name keeps two from the edge.
    """
    name_width, day_width = characters_wide(name), characters_wide(day)
    if sealed:
        day_blank = max(4.0, 2.0 + (name_width - day_width) / 2)
        return day_blank + (day_width - name_width) / 2, day_blank
    if not name or not day:
        return 2.0, 2.0
    if day_width > name_width:
        return 4.0 + day_width - name_width, 2.0
    return 2.0, name_width - day_width
