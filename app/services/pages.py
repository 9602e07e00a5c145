"""The pages of a PDF as pictures, for the preview and for printing."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.reports.render.pdf_file import replace_with
from app.reports.render.pictures import ONE_AT_A_TIME


@dataclass(frozen=True)
class Picture:
    """Pixels of one page: three bytes each, red first; ``stride`` bytes a line."""

    width: int
    height: int
    stride: int
    data: bytes


def first_words(path: Path, pages: int = 5) -> str:
    """The text of the first pages of a PDF; nothing for a scan, and for a file that cannot be read as a PDF."""
    import pypdfium2

    with ONE_AT_A_TIME:
        try:
            document: Any = pypdfium2.PdfDocument(path.read_bytes())
        except (pypdfium2.PdfiumError, OSError):
            return ""
        try:
            found = [document[number].get_textpage() for number in range(min(pages, len(document)))]
            return "\n".join(each.get_text_bounded() for each in found)
        except pypdfium2.PdfiumError:
            return ""
        finally:
            document.close()


def pages_of(path: Path) -> int:
    """Number of pages of a PDF."""
    pages = Pages(path)
    try:
        return pages.count
    finally:
        pages.close()


def keep_copy(source: Path, target: Path) -> None:
    """A copy of a finished file; a full disk (OSError) leaves what was there, and nothing half written."""
    with source.open("rb") as file:
        replace_with(target, lambda copy: shutil.copyfileobj(file, copy))


class Pages:
    """The pages of one PDF, drawn when asked for; on any thread, one at a time."""

    def __init__(self, path: Path) -> None:
        import pypdfium2

        with ONE_AT_A_TIME:
            self._document: Any = pypdfium2.PdfDocument(path.read_bytes())
            self.count: int = len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Width and height in points (72 to the inch)."""
        with ONE_AT_A_TIME:
            width, height = self._document.get_page_size(page)
        return float(width), float(height)

    def picture(self, page: int, scale: float) -> Picture:
        """The page with so many pixels a point, on white."""
        with ONE_AT_A_TIME:
            sheet = self._document[page]
            bitmap = sheet.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
            made = Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            sheet.close()
        return made

    def close(self) -> None:
        """The file is given back."""
        with ONE_AT_A_TIME:
            self._document.close()
