"""Small fonts made for a test, sound or broken as those on an office's PC."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen


def make_font(path: Path, family: str, characters: str, postscript: bool = False, **changes: Any) -> Path:
    """A font whose characters are bars of growing width, under one Chinese name; ``changes`` as doctor() takes them."""
    names = {ord(character): f"glyph{at}" for at, character in enumerate(characters)}
    builder = FontBuilder(1000, isTTF=not postscript)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    order = [".notdef", *names.values()]
    drawn = {name: _bar(100 + 20 * at, postscript) for at, name in enumerate(order)}
    if postscript:
        builder.setupCFF("Made", {}, drawn, {})
    else:
        builder.setupGlyf(drawn)
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupOS2(fsType=changes.pop("fsType", 0))
    builder.setupPost(keepGlyphNames=False)
    builder.setupNameTable({})
    doctor(builder.font, family, **changes)
    builder.font.save(path)
    return path


def doctor(
    font: Any,
    family: str,
    coded: tuple[int, int, int] = (3, 1, 0x804),
    nothing: str = "",
    empty: str = "",
    boxed: str = "",
) -> None:
    """Name the font, and break it: characters without a glyph, with an empty one, with the box of a lacking one."""
    font["name"].setName(family, 1, *coded)
    cmap, glyf = font.getBestCmap(), font.get("glyf")
    for character in empty:
        glyf[cmap[ord(character)]] = TTGlyphPen(None).glyph()
    for character in boxed:
        glyf[cmap[ord(character)]] = glyf[".notdef"]
    for table in font["cmap"].tables:
        table.cmap.update({ord(character): ".notdef" for character in nothing})


def _bar(width: int, postscript: bool) -> Any:
    pen = T2CharStringPen(1000, None) if postscript else TTGlyphPen(None)
    for at, point in enumerate(((50, 0), (50, 800), (50 + width, 800), (50 + width, 0))):
        (pen.moveTo if at == 0 else pen.lineTo)(point)
    pen.closePath()
    return pen.getCharString() if postscript else pen.glyph()
