"""Pages of a PDF read back: the points of their rules, the boxes of their characters, their bare text."""

from __future__ import annotations

import ctypes
import re
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium


def corners_of(page: pypdfium2.PdfPage) -> list[tuple[float, float]]:
    """Every point of every rule of a page, in points from the top left corner."""
    found = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        for number in range(pdfium.FPDFPath_CountSegments(item.raw)):
            segment = pdfium.FPDFPath_GetPathSegment(item.raw, number)
            pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            found.append((x.value, page.get_height() - y.value))
    return found


def boxes_of(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of every printed character, in points from the bottom left corner."""
    text = page.get_textpage()
    return [text.get_charbox(at) for at in range(text.count_chars()) if not text.get_text_range(at, 1).isspace()]


def bare(text: str) -> str:
    """A text without spaces and line ends, as it is compared."""
    return re.sub(r"\s", "", text)


def texts_of(path: Path) -> list[str]:
    """The bare text of every page."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [bare(page.get_textpage().get_text_range()) for page in pdf]
