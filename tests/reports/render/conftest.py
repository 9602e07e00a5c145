"""What the paper tests share."""

import ctypes
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

DATA = Path(__file__).parents[2] / "data" / "paper"


@pytest.fixture(scope="session")
def standard_characters() -> str:
    """通用规范汉字表 2013, its 8,105 characters in one line."""
    return (DATA / "standard_characters.txt").read_text(encoding="utf-8").strip()


@pytest.fixture(scope="session")
def corners() -> Callable[[pypdfium2.PdfPage], list[tuple[float, float]]]:
    """Finds every point of every rule of a page, in points from the top left corner."""
    return _corners


def _corners(page: pypdfium2.PdfPage) -> list[tuple[float, float]]:
    found = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        for number in range(pdfium.FPDFPath_CountSegments(item.raw)):
            segment = pdfium.FPDFPath_GetPathSegment(item.raw, number)
            pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            found.append((x.value, page.get_height() - y.value))
    return found
