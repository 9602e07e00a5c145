"""Values of a kind for every field of a register, unlike each other; and what stands where on a printed form."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from app import kinds
from app.models import BY_KEY
from app.models.register import Field
from app.reports.forms import FormKind

OFFICE = "某镇党政办公室"
RARE = ("䶮𬱖喆", "堃禤㛃", "𬀩𪣻𬭬")
"""Characters of names, some beyond the basic plane."""


def sample(field: Field, number: int) -> str | Decimal:
    """A short value as the form is given it; no two fields have the same."""
    kind = field.kind
    if isinstance(kind, kinds.ChoiceKind):
        return kind.choices[number % len(kind.choices)]
    match field.type_name:
        case "date":
            return (date(2026, 1, 1) + timedelta(days=number)).isoformat()
        case "time":
            return f"{number % 24:02d}:{(7 * number) % 60:02d}"
        case "datetime":
            return f"{date(2026, 3, 1) + timedelta(days=number)} {number % 24:02d}:30"
        case "bool":
            return "是"
        case "money":
            return Decimal(1000 + number) + Decimal("0.05")
        case "int" | "decimal" | "auto":
            return str(100 + number)
    return f"{RARE[number % len(RARE)]}{number}"


def filled(kind: FormKind, rows: int = 1) -> dict[str, Any]:
    """A value for each field of the register of the form, so many child rows each."""
    told: dict[str, Any] = {"weekday": "星期三"}
    for number, field in enumerate(BY_KEY[kind.register].fields):
        if not field.columns:
            told.setdefault(field.key, sample(field, number))
            continue
        columns = [(at, column) for at, column in enumerate(field.columns)]
        told[field.key] = [
            {column.key: str(sample(column, 3 * row + at)) for at, column in columns} for row in range(rows)
        ]
    return told


@dataclass(frozen=True)
class Sheet:
    """One printed page: characters with their origins, and the rectangles of cells; points from the upper left."""

    characters: tuple[tuple[str, float, float], ...]
    inks: tuple[tuple[float, float, float, float], ...]
    """Left, top, right and bottom of the ink of each character."""
    boxes: tuple[tuple[float, float, float, float], ...]
    frames: tuple[tuple[float, float, float, float], ...]
    """Left, top, right, bottom; the heavy ones around a table apart from those of its cells."""
    rules: int
    """Number of drawn paths of any kind."""

    @property
    def words(self) -> str:
        """All characters in their order."""
        return "".join(character for character, _, _ in self.characters)


def sheets(path: Path) -> list[Sheet]:
    """The pages of a PDF."""
    document = pypdfium2.PdfDocument(path)
    read = [_sheet(page) for page in document]
    document.close()
    return read


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    cells, frames, rules = [], [], 0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        rules += 1
        width = ctypes.c_float()
        pdfium.FPDFPageObj_GetStrokeWidth(item.raw, width)
        corners = list(_corners(item.raw, page.get_height()))
        if len(corners) in (4, 5) and _is_one_stroke(item.raw):
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            (frames if width.value > 0.9 else cells).append((min(xs), min(ys), max(xs), max(ys)))
    read = list(_characters(page))
    return Sheet(tuple(one for one, _ in read), tuple(ink for _, ink in read), tuple(cells), tuple(frames), rules)


def _is_one_stroke(path: Any) -> bool:
    """Whether the pen is set down once and comes back to where it began: a box, not some lines."""
    count = pdfium.FPDFPath_CountSegments(path)
    segments = [pdfium.FPDFPath_GetPathSegment(path, number) for number in range(count)]
    moves = [pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO for segment in segments]
    return sum(moves) == 1 and bool(pdfium.FPDFPathSegment_GetClose(segments[-1]))


def _corners(path: Any, height: float) -> Iterator[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(pdfium.FPDFPath_CountSegments(path)):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(path, number), x, y)
        yield x.value, height - y.value


def _characters(
    page: pypdfium2.PdfPage,
) -> Iterator[tuple[tuple[str, float, float], tuple[float, float, float, float]]]:
    """Each character with its origin, and its ink; halves of one beyond the basic plane are put together."""
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    first = ""
    for at in range(text.count_chars()):
        unit = chr(pdfium.FPDFText_GetUnicode(text.raw, at))
        if "\ud800" <= unit < "\udc00":
            first = unit
            continue
        character, first = first + unit, ""
        if not character.isspace() and not pdfium.FPDFText_IsGenerated(text.raw, at):
            pdfium.FPDFText_GetCharOrigin(text.raw, at, x, y)
            whole = character.encode("utf-16", "surrogatepass").decode("utf-16")
            left, bottom, right, top = text.get_charbox(at)
            ink = (left, page.get_height() - top, right, page.get_height() - bottom)
            yield (whole, x.value, page.get_height() - y.value), ink
