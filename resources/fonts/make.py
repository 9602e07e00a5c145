"""Cut and convert the fonts that the program ships; run by a developer when a font changes, never at set-up.

    python resources/fonts/make.py SOURCES

SOURCES is a folder in which the five unpacked packages named in README.md lie, in any depth. Needs fontTools (a
development dependency). The result is TrueType, because the PDF library embeds no other outlines.
"""

from __future__ import annotations

import bz2
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

HERE = Path(__file__).parent
UNHINTED = ["GPOS", "GSUB", "GDEF", "BASE", "STAT", "VORG", "vhea", "vmtx", "gasp", "prep", "fpgm", "cvt ", "meta"]
FANG_ERROR = 1.6
"""Greatest distance, in thousandths of the type size, between a converted curve and its original."""


@dataclass(frozen=True)
class Cut:
    """One font of ours: the file it comes from, the file and the name it gets, and which characters stay in."""

    source: str
    target: str
    family: str
    style: str
    changed: str
    traditional: bool = False
    without: str = ""
    """Characters left to another font, because this one draws them narrow where office papers want them full."""


CUTS = (
    Cut("NotoSansSC_500Medium.ttf", "NotoSansSC-Medium.ttf", "Noto Sans SC", "Medium", "cut to fewer characters"),
    Cut("NotoSerifSC_400Regular.ttf", "NotoSerifSC-Regular.ttf", "Noto Serif SC", "Regular", "cut", traditional=True),
    Cut("NotoSerifSC_700Bold.ttf", "NotoSerifSC-Bold.ttf", "Noto Serif SC", "Bold", "cut to fewer characters"),
    Cut(
        "LXGWWenKai-Regular.ttf",
        "TaizhangKai-Regular.ttf",
        "Taizhang Kai",
        "Regular",
        "cut and renamed",
        without="‘’“”",
    ),
    Cut("FandolFang-Regular.otf", "FandolFang-Regular.ttf", "FandolFang", "Regular", "cut and converted to TrueType"),
)


def find(sources: Path, name: str) -> Path:
    """The one file of that name below the folder; FileNotFoundError names it."""
    for path in sources.rglob(name):
        return path
    raise FileNotFoundError(f"{name} is not below {sources}; see README.md for the packages")


def unihan(sources: Path, file: str, field: str) -> Iterator[tuple[int, str]]:
    """Code point and value of one Unihan field."""
    with bz2.open(find(sources, file), "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] == field:
                yield int(parts[0][2:], 16), parts[2]


def standard_characters(sources: Path) -> set[int]:
    """通用规范汉字表 2013: its 8,105 characters, 196 of them beyond the basic plane."""
    found = {code for code, _ in unihan(sources, "Unihan_OtherMappings.txt.bz2", "kTGH")}
    assert len(found) == 8105, len(found)
    return found


def traditional_forms(sources: Path, standard: set[int]) -> set[int]:
    """Traditional forms of the standard characters, for names written the old way."""
    pairs = unihan(sources, "Unihan_Variants.txt.bz2", "kTraditionalVariant")
    return {int(word[2:], 16) for code, value in pairs if code in standard for word in value.split()}


def gb2312() -> set[int]:
    """The 7,445 characters of GB 2312, symbols included."""
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(text) for text in (pair.decode("gb2312", "ignore") for pair in pairs) if text}


def signs() -> set[int]:
    """Letters, digits, punctuation and signs that office papers use beside the characters."""
    spans = (
        (0x20, 0x180), (0x2010, 0x2050), (0x2070, 0x20C0), (0x2100, 0x2200), (0x2200, 0x2270), (0x2460, 0x2500),
        (0x2500, 0x2550), (0x25A0, 0x2700), (0x2713, 0x2718), (0x3000, 0x3130), (0x3220, 0x3260), (0x3280, 0x32CC),
        (0x3380, 0x33E0), (0xFE30, 0xFE50), (0xFF00, 0xFFF0),
    )  # fmt: skip
    return {code for first, after in spans for code in range(first, after)}


def to_truetype(font: TTFont) -> None:
    """Replace PostScript outlines by quadratic ones."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    drawn = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, FANG_ERROR, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"], glyf = newTable("loca"), newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, drawn
    font["glyf"] = glyf
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    zeros = ("maxZones maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
             "maxSizeOfInstructions maxComponentElements maxPoints maxContours maxCompositePoints "
             "maxCompositeContours maxComponentDepth")  # fmt: skip
    for field in zeros.split():
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    font["post"].formatType = 3.0
    del font["CFF "]
    font.sfntVersion = "\000\001\000\000"
    font.recalcBBoxes = True


def rename(font: TTFont, cut: Cut) -> None:
    """Leave copyright and licence, and one plain English name; say what was changed, as the licences ask."""
    table = font["name"]
    kept = {code: table.getDebugName(code) for code in (0, 13, 14)}
    version = table.getDebugName(5) or "Version 1.0"
    table.names = []
    file = Path(cut.target).stem
    names = {1: cut.family, 2: cut.style, 3: f"{file}; Taizhang", 4: f"{cut.family} {cut.style}", 5: version, 6: file}
    names[10] = f"Changed for the program Taizhang: {cut.changed}; made from {cut.source}."
    for code, text in sorted({**kept, **names}.items()):
        if text:
            table.setName(text, code, 3, 1, 0x409)


def make(sources: Path, cut: Cut, characters: set[int]) -> Path:
    """Write one font beside this file and give its path."""
    options = subset.Options(layout_features=[], hinting=False, glyph_names=False, notdef_outline=True)
    options.drop_tables = [*options.drop_tables, *UNHINTED]
    font = subset.load_font(str(find(sources, cut.source)), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    if "CFF " in font:
        to_truetype(font)
    rename(font, cut)
    target = HERE / cut.target
    font.save(str(target))
    return target


def main() -> None:
    """Make all fonts, and print their size and number of characters."""
    sources = Path(sys.argv[1])
    standard = standard_characters(sources)
    characters = gb2312() | standard | signs()
    wide = characters | traditional_forms(sources, standard)
    for cut in CUTS:
        path = make(sources, cut, (wide if cut.traditional else characters) - set(map(ord, cut.without)))
        count = len(TTFont(path).getBestCmap())
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, {count} characters")


if __name__ == "__main__":
    main()
