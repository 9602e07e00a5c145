"""The sections of a Word file: its sheet and page numbers, and the page of its own that an imprint may need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.papers.official import FOOTER_MM, LINE_TWIPS, Sheet, twips
from app.papers.package import Element, w
from app.reports.document import Document
from app.reports.render.imprint import Ending, Place, has_imprint
from app.reports.render.word_imprint import add_imprint
from app.reports.render.word_runs import sub
from app.reports.render.word_shapes import RELATIONSHIPS

FOOTERS = {"default": "rId4", "even": "rId5"}
"""Which part of the base template holds the page number of odd and of even pages."""
NO_NUMBER = "rId7"
"""The part that holds none."""


def ending_of(document: Document) -> Ending:
    """How our own pages of this paper end, which have the same lines; an odd page where a font lacks a character."""
    if not document.sealed and not has_imprint(document):
        return Ending()
    from app.reports.render import pdf_document
    from app.reports.render.fonts import NoGlyph

    try:
        return pdf_document.ending_of(document)
    except NoGlyph:
        return Ending()


@dataclass
class Sections:
    """Closes the body of a document."""

    document: Document
    body: Element
    sheet: Sheet
    ending: Ending
    add_hairline: Callable[[], Element]

    def close(self) -> None:
        """The imprint on its page, and the properties of the sections."""
        place: Place = "here"
        if has_imprint(self.document):
            place = self.ending.place
            if place != "here":
                self._part()
            add_imprint(self.add_hairline().getparent(), self.document, self.ending.rows)
        if self.body[-1].tag == w("tbl"):
            self.add_hairline()
        kind = "" if place == "here" else "nextPage" if self._is_letter() else "evenPage"
        self._add(self.body, kind, numbered=place != "after blank", is_first=place == "here")

    def _part(self) -> None:
        """Ends the section of the text in its last paragraph."""
        last = self.body[-1]
        properties = self.add_hairline() if last.tag == w("tbl") else last.find(w("pPr"))
        self._add(properties, "", numbered=True, is_first=True)

    def _is_letter(self) -> bool:
        return self.document.head is not None and self.document.head.kind == "letter"

    def _add(self, parent: Element, kind: str, numbered: bool, is_first: bool) -> None:
        section = sub(parent, "sectPr")
        for name, relation in FOOTERS.items():
            reference = sub(section, "footerReference", type=name)
            reference.set(f"{{{RELATIONSHIPS}}}id", relation if numbered else NO_NUMBER)
        if kind:
            sub(section, "type", val=kind)
        self._add_sheet(section)
        if self._is_letter() and is_first:
            sub(section, "titlePg")
        sub(section, "docGrid", type="lines", linePitch=LINE_TWIPS)

    def _add_sheet(self, section: Element) -> None:
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
