"""Pages of a PDF on which text and rules are put; distances are in points from the top left corner.

Text is written character by character from a table that is filled once for each character, which is several times
faster than the library's own text objects, and takes each character from the font that has it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray
from reportlab.pdfgen.canvas import Canvas

from app.reports.render.fonts import Fonts, Role
from app.reports.render.pdf_file import Spool, replace_with, write_streamed
from app.reports.render.typesetting import clean

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
ASCENT = 0.88
"""Part of the type size that stands above the base line, in all Chinese fonts nearly the same."""
Segment = tuple[float, float, float, float]
RED = "1 0 0"
"""The red of a red head, as PDF says colours."""


class _Codes(dict[str, tuple[str, str]]):
    """For each character of one role: the embedded subset that draws it, and its code there in hexadecimal."""

    def __init__(self, names: dict[str, str], canvas: Any) -> None:
        super().__init__()
        self._names = names
        self._document = canvas._doc

    def __missing__(self, character: str) -> tuple[str, str]:
        font: Any = pdfmetrics.getFont(self._names[character])
        ((subset, code),) = font.splitString(character, self._document)
        answer = self[character] = font.getSubsetInternalName(subset, self._document), code.hex()
        return answer


class _Canvas(Canvas):
    """The library's canvas, which names no font that it does not embed: charts begin with Helvetica."""

    def setFont(self, psfontname: str, size: float, leading: float | None = None) -> None:
        """What follows is written in this font."""
        font: Any = pdfmetrics.getFont(psfontname)
        if font._dynamicFont:
            super().setFont(psfontname, size, leading)


class _Text:
    """The text of one page, in the form in which the library's canvas takes it."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self.font: tuple[str, float] | None = None

    def getCode(self) -> str:
        """The operators of one text object."""
        return "\n".join(["BT", *self.operators, "ET"])


class Paper:
    """One PDF while it is drawn; nothing is on the disk until ``save``."""

    def __init__(self, title: str, fonts: Fonts, width: float = A4[0], height: float = A4[1]) -> None:
        self.width, self.height, self.fonts = width, height, fonts
        own = fonts.role("song").first.key
        # The library's stubs say a number; it is the name of the font with which every page begins.
        self._canvas: Any = _Canvas("", (width, height), pageCompression=1, initialFontName=own, invariant=1)  # type: ignore[arg-type]
        self._canvas.setTitle(title)
        self._canvas.setAuthor("")
        self._canvas.setSubject("")
        self._canvas.setCreator("台账")
        self._canvas.setProducer("台账")
        self._canvas.setPageCallBack(lambda _: self._pack_page())
        self._codes: dict[Role, _Codes] = {}
        self._text = _Text()
        self._spool = Spool()

    @property
    def pages(self) -> int:
        """Number of finished pages."""
        return len(self._pages)

    @property
    def _pages(self) -> list[Any]:
        pages: list[Any] = self._canvas._doc.Pages.pages
        return pages

    def red_text(self, x: float, base: float, text: str, role: Role, size: float, stretch: float) -> None:
        """Put one line of red text, its characters ``stretch`` times as wide as they are."""
        self._text.operators.append(f"{RED} rg {100 * stretch:.1f} Tz")
        self.text(x, base, text, role, size)
        self._text.operators.append("0 g 100 Tz")

    def text(
        self, x: float, base: float, text: str, role: Role, size: float, spread: float = 0.0, turned: bool = False
    ) -> None:
        """Put one line of text with its base line at ``base``; ``spread`` is added after each character.

        A ``turned`` line stands on its head and runs from ``x`` to the left.
        """
        codes = self._codes.get(role)
        if codes is None:
            codes = self._codes[role] = _Codes(self.fonts.role(role).names, self._canvas)
        put = self._text.operators.append
        turn = -1 if turned else 1
        put(f"{turn} 0 0 {turn} {x:.2f} {self.height - base:.2f} Tm")
        if spread:
            put(f"{spread:.3f} Tc")
        pending = ""
        for character in clean(text):
            font, code = codes[character]
            if (font, size) != self._text.font:
                if pending:
                    put(f"<{pending}> Tj")
                    pending = ""
                put(f"{font} {size:.2f} Tf")
                self._text.font = font, size
            pending += code
        if pending:
            put(f"<{pending}> Tj")
        if spread:
            put("0 Tc")

    def text_width(self, text: str, role: Role, size: float) -> float:
        """Width of one line of text."""
        return self.fonts.role(role).width(text, size)

    def centred(self, x: float, base: float, text: str, role: Role, size: float) -> None:
        """Put one line of text with its middle at ``x``."""
        text = clean(text)
        self.text(x - self.text_width(text, role, size) / 2, base, text, role, size)

    def right(self, x: float, base: float, text: str, role: Role, size: float) -> None:
        """Put one line of text that ends at ``x``."""
        text = clean(text)
        self.text(x - self.text_width(text, role, size), base, text, role, size)

    def rules(self, segments: Iterable[Segment], thickness: float) -> None:
        """Draw black rules."""
        self._canvas.setLineWidth(thickness)
        self._canvas.lines([(x1, self.height - y1, x2, self.height - y2) for x1, y1, x2, y2 in segments])

    def red_rule(self, left: float, y: float, right: float, thickness: float) -> None:
        """Draw one red rule from left to right."""
        self._canvas.saveState()
        self._canvas.setStrokeColorRGB(1, 0, 0)
        self.rules([(left, y, right, y)], thickness)
        self._canvas.restoreState()

    def drawing(self, drawing: Any, x: float, y: float) -> None:
        """Draw a picture of lines and areas with its upper left corner there."""
        from reportlab.graphics import renderPDF

        renderPDF.draw(drawing, self._canvas, x, self.height - y - drawing.height)

    def picture(self, image: Any, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture (PIL) as large as it fits into a box, in its middle at the top."""
        from reportlab.lib.utils import ImageReader

        scale = min(width / image.width, height / image.height)
        wide, high = image.width * scale, image.height * scale
        self._canvas.drawImage(ImageReader(image), x + (width - wide) / 2, self.height - y - high, wide, high)

    def dashes(self, segment: Segment, thickness: float) -> None:
        """Draw one dashed rule, along which the sheet is cut."""
        self._canvas.saveState()
        self._canvas.setDash(4, 3)
        self.rules([segment], thickness)
        self._canvas.restoreState()

    def frame(self, x: float, y: float, width: float, height: float, thickness: float, red: bool = False) -> None:
        """Draw a rectangle with sharp corners."""
        if red:
            self._canvas.saveState()
            self._canvas.setStrokeColorRGB(1, 0, 0)
        self._canvas.setLineWidth(thickness)
        self._canvas.rect(x, self.height - y - height, width, height)
        if red:
            self._canvas.restoreState()

    def add_centred(self, page: int, x: float, base: float, text: str, role: Role, size: float) -> None:
        """Put one line of text on a page that is finished already, counted from 0, with its middle at ``x``."""
        held, self._text = self._text, _Text()
        self.centred(x, base, text, role, size)
        self._pages[page].Contents.sequence.append(self._spool.keep(self._text.getCode()))
        self._text = held

    def end_page(self) -> None:
        """Finish this page; what follows stands on the next."""
        self._end_text()
        self._canvas.showPage()

    def save(self, path: Path) -> None:
        """Write the file; a full disk (OSError) leaves what was there. The pages are gone afterwards."""
        try:
            replace_with(path, lambda file: write_streamed(self._canvas, file))
        finally:
            self._spool.close()

    def _end_text(self) -> None:
        if self._text.operators:
            self._canvas.drawText(self._text)
        self._text = _Text()

    def _pack_page(self) -> None:
        """Compress the finished page at once, so that a long book takes little memory."""
        page = self._pages[-1]
        page.Contents = PDFArray([self._spool.keep(page.stream)])
        page.stream = None


def base_line(top: float, height: float, size: float) -> float:
    """Base line of type that stands in the middle of a strip."""
    return top + (height - size) / 2 + ASCENT * size
