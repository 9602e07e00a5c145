"""The fonts inside a PDF, read back as font files: what they would draw for each code that the pages use."""

from __future__ import annotations

import ctypes
import io
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from fontTools.ttLib import TTFont


@dataclass(frozen=True)
class Embedded:
    """One font of a PDF: its name there, and the subset of it that the file holds."""

    name: str
    font: TTFont

    @property
    def codes(self) -> dict[int, int]:
        """Number of the glyph for each code of the pages but 0, which is never written."""
        (table,) = self.font["cmap"].tables
        order = self.font.getReverseGlyphMap()
        return {code: order[name] for code, name in table.cmap.items() if code}

    def outline(self, glyph: int) -> bytes:
        """The glyph's description in the file; nothing where it draws nothing."""
        return getattr(self.font["glyf"].glyphs[self.font.getGlyphName(glyph)], "data", b"")

    @property
    def inked(self) -> list[int]:
        """The codes that print ink of their own, not the box of a lacking character."""
        box = self.outline(0)
        return [code for code, glyph in self.codes.items() if glyph and self.outline(glyph) not in (b"", box)]


def fonts_of(path: Path) -> list[Embedded]:
    """Every font with which a page of the file writes something."""
    found: dict[bytes, Embedded] = {}
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                font = pdfium.FPDFTextObj_GetFont(item.raw)
                data = _data(font)
                if data not in found:
                    found[data] = Embedded(_name(font), TTFont(io.BytesIO(data), lazy=True))
    return list(found.values())


def _data(font: ctypes._Pointer) -> bytes:
    size = ctypes.c_size_t()
    pdfium.FPDFFont_GetFontData(font, None, 0, size)
    held = (ctypes.c_uint8 * size.value)()
    pdfium.FPDFFont_GetFontData(font, held, size.value, size)
    return bytes(held)


def _name(font: ctypes._Pointer) -> str:
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    held = ctypes.create_string_buffer(size)
    pdfium.FPDFFont_GetBaseFontName(font, held, size)
    return held.value.decode()


def written_in(path: Path) -> set[tuple[str, str]]:
    """Every character that can be copied from the file, but spaces, with the name of the font it is written in."""
    found, held = set(), ctypes.create_string_buffer(200)
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text, first = page.get_textpage(), b""
            for at in range(text.count_chars()):
                unit = pdfium.FPDFText_GetUnicode(text.raw, at).to_bytes(4, "little").removesuffix(b"\0\0")
                if b"\xd8" <= unit[1:] < b"\xdc":  # the first half of a character beyond the basic plane
                    first = unit
                    continue
                character, first = (first + unit).decode("utf-16-le"), b""
                if not character.isspace():
                    pdfium.FPDFText_GetFontInfo(text.raw, at, held, 200, None)
                    found.add((held.value.decode(), character))
    return found
