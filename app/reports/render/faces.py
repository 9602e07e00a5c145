"""One font as the PDF library embeds it: whether it really draws a character, and its subset in the file.

A font of the PC may be broken, forbid embedding, or name characters that it does not draw: nothing of it is believed
that was not looked at.
"""

from __future__ import annotations

import re
import struct
import threading
import unicodedata
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTEncoding, TTFont, TTFontFace

from app.reports.render.installed_fonts import FontFile

INKLESS = {"Zs", "Zl", "Zp", "Cc", "Cf"}
"""Categories of characters that are drawn as nothing."""
_MORE, _WIDE, _SCALES = 0x20, 0x01, {0x08: 2, 0x40: 4, 0x80: 8}
"""Flags of the parts of a composite glyph, and how many bytes its scale takes."""
_DEEPEST = 6
"""Composite glyphs may be made of composite glyphs, but not deeper."""
_AT_ONCE = 100
"""Entries in one block of a table of characters (ISO 32000-1, 9.10.3)."""


RESTRICTED, NO_SUBSETS = 0x0002, 0x0300
"""What a font says of embedding: not at all; not in part, or as dots only."""


class Shut(ValueError):
    """The maker of the font forbids embedding it."""


class _Tables(TTFontFace):
    """The tables of a font file under a plain name of its own.

    The library cannot read the names of many Chinese fonts, and takes two fonts of one name for one.
    """

    _ttf_data: Any

    def __init__(self, file: FontFile, plain_name: str) -> None:
        self._plain_name = plain_name
        super().__init__(str(file.path), subfontIndex=file.index)

    def readTableDirectory(self) -> None:
        """Where the tables are, the plain name in the place of all others."""
        super().readTableDirectory()
        words = self._plain_name.encode("utf-16-be")
        names = struct.pack(">9H", 0, 1, 18, 3, 1, 0x409, 6, len(words), 0) + words
        self.table["name"] = {"tag": "name", "checksum": 0, "offset": len(self._ttf_data), "length": len(names)}
        self._ttf_data = bytes(self._ttf_data) + names


class Face(TTFont):
    """A font whose subsets hold what is printed and nothing else, and can be copied and searched."""

    def __init__(self, file: FontFile, plain_name: str) -> None:
        self.fontName = file.key
        self.face: _Tables = _Tables(file, plain_name)
        self.encoding = TTEncoding()
        self.state: Any = WeakKeyDictionary()
        self.shapable = False
        self._asciiReadable = False
        self._writing = threading.Lock()
        self._glyphs: int = self.face.get_table_pos("glyf")[0]
        if self._is_shut():
            raise Shut

    def _is_shut(self) -> bool:
        """Whether the font's maker forbids embedding it, or a subset of it, in a file (OS/2 table, fsType)."""
        if "OS/2" not in self.face.table:
            return False
        kind = self.face.get_ushort(self.face.get_table_pos("OS/2")[0] + 8)
        return kind & 0x000F == RESTRICTED or bool(kind & NO_SUBSETS)

    def draws(self, character: str) -> bool:
        """Whether the character is drawn: by ink that is not the box of a lacking one, or by nothing if it is a space.

        Broken fonts name characters for which they have no glyph, an empty one, or that box.
        """
        glyph = self.face.charToGlyph.get(ord(character), 0)
        if not 0 < glyph < len(self.face.glyphPos) - 1:
            return False
        if unicodedata.category(character) in INKLESS:
            return True
        return self._has_ink(glyph) and self._outline(glyph) != self._outline(0)

    def advance(self, character: str) -> float:
        """Width of a character that is drawn, in em."""
        return float(self.face.charWidths.get(ord(character), self.face.defaultWidth)) / 1000

    def draw_as(self, character: str, same: str) -> None:
        """Draw a character that the font lacks by the glyph of another that looks the same."""
        self.face.charToGlyph[ord(character)] = self.face.charToGlyph[ord(same)]
        self.face.charWidths[ord(character)] = self.face.charWidths.get(ord(same), self.face.defaultWidth)

    def addObjects(self, doc: Any) -> None:
        """Write the subsets, one document at a time: the library keeps its place in the file in the font."""
        with self._writing:
            subsets = self.state[doc].subsets
            super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = f"{SUBSETN(number).decode()}+{self.face.name.decode()}"
            doc.idToObject[f"toUnicodeCMap:{name}"].content = table_of_characters(name, subset)

    def _outline(self, glyph: int) -> bytes:
        """The description of one glyph; nothing where it is empty or lies outside the file."""
        start, end = self.face.glyphPos[glyph : glyph + 2]
        return bytes(self.face._ttf_data[self._glyphs + start : self._glyphs + end])

    def _has_ink(self, glyph: int, depth: int = 0) -> bool:
        """Whether the glyph, or a part of it, has a contour; not when a part is missing."""
        if glyph >= len(self.face.glyphPos) - 1 or depth > _DEEPEST:
            return False
        length = self.face.glyphPos[glyph + 1] - self.face.glyphPos[glyph]
        outline = self._outline(glyph)
        if length < 12 or len(outline) < length:
            return False
        (contours,) = struct.unpack(">h", outline[:2])
        return contours > 0 if contours >= 0 else self._parts_have_ink(outline, depth)

    def _parts_have_ink(self, outline: bytes, depth: int) -> bool:
        at, flags, found = 10, _MORE, True
        while flags & _MORE and found:
            if at + 4 > len(outline):
                return False
            flags, part = struct.unpack(">2H", outline[at : at + 4])
            found = self._has_ink(part, depth + 1)
            at += 4 + (4 if flags & _WIDE else 2)
            at += next((size for flag, size in _SCALES.items() if flags & flag), 0)
        return found


def table_of_characters(name: str, subset: list[int]) -> str:
    """Which character each code of a subset is, as PDF asks: in UTF-16, in blocks."""
    told = [f"<{at:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>" for at, code in enumerate(subset) if code]
    blocks = [told[start : start + _AT_ONCE] for start in range(0, len(told), _AT_ONCE)]
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def", "/CMapType 2 def",
        "1 begincodespacerange", "<00> <FF>", "endcodespacerange",
        *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
        "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end",
    ]  # fmt: skip
    return "\n".join(lines)


class _Shelf:
    """The fonts read so far in a run of the program; None for one that cannot be used."""

    def __init__(self) -> None:
        self._faces: dict[FontFile, Face | None] = {}
        self._names: set[str] = set()
        self._reading = threading.Lock()

    def face(self, file: FontFile) -> Face | None:
        """The font, registered with the library under its key; read once, on whatever thread asks first."""
        with self._reading:
            if file not in self._faces:
                self._faces[file] = self._read(file)
            return self._faces[file]

    def forget_unusable(self) -> None:
        """What could not be read is read again when it is asked for."""
        with self._reading:
            self._faces = {file: face for file, face in self._faces.items() if face is not None}

    def _read(self, file: FontFile) -> Face | None:
        try:
            face = Face(file, self._free_name(file))
        except Exception:
            # A broken file makes the library fail in any way it can; the next font stands in.
            return None
        pdfmetrics.registerFont(face)
        return face

    def _free_name(self, file: FontFile) -> str:
        """Letters and digits of the file's name, told apart from every font before it."""
        plain = re.sub("[^A-Za-z0-9-]", "", file.path.stem)[:40] or "Font"
        number, name = 1, plain
        while name in self._names:
            number, name = number + 1, f"{plain}-{number + 1}"
        self._names.add(name)
        return name


_shelf = _Shelf()


def face_of(file: FontFile) -> Face | None:
    """The font of a file; None when it is gone, broken, has no TrueType outlines or forbids embedding."""
    return _shelf.face(file)


def forget_unusable() -> None:
    """Fonts that were gone or broken are tried again."""
    _shelf.forget_unusable()
