"""The measures of the official page, GB/T 9704-2012: shared by what writes papers and by what checks them."""

from __future__ import annotations

from dataclasses import dataclass

TWIPS_PER_MM = 1440 / 25.4
PAGE_MM = (210, 297)
MARGINS_MM = {"top": 37, "bottom": 35, "left": 28, "right": 26}
FOOTER_MM = 23
"""From the paper's edge to the foot of the page number, which so begins 7 mm under the type area (7.5)."""
LINE_TWIPS = 579
"""28.95 pt: 22 lines in 225 mm."""
LINES_PER_PAGE = 22
CHARACTERS_PER_LINE = 28
CHARACTER_TWIPS = 315
"""A 16 pt character closed up by 0.25 pt: 28 in 156 mm."""
BODY_PT = 16.0
TITLE_PT = 22.0
PAGE_NUMBER_PT = 14.0
TITLE_FONT = "方正小标宋简体"
BODY_FONT = "仿宋_GB2312"
LATIN_FONT = "Times New Roman"
HEADING_FONTS = {1: "黑体", 2: "楷体_GB2312", 3: BODY_FONT, 4: BODY_FONT}
"""Font of each level of heading (7.3.3)."""


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point, the unit of Word files."""
    return round(millimetres * TWIPS_PER_MM)


@dataclass(frozen=True)
class Sheet:
    """One sheet of A4 with its margins, in twips."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int

    @property
    def type_width(self) -> int:
        """Width of the type area."""
        return self.width - self.left - self.right


PORTRAIT = Sheet(
    width=11906,
    height=16838,
    top=twips(MARGINS_MM["top"]),
    right=twips(MARGINS_MM["right"]),
    bottom=twips(MARGINS_MM["bottom"]),
    left=twips(MARGINS_MM["left"]),
)
LANDSCAPE = Sheet(
    width=PORTRAIT.height,
    height=PORTRAIT.width,
    top=PORTRAIT.left,
    right=PORTRAIT.bottom,
    bottom=PORTRAIT.right,
    left=PORTRAIT.top,
)
"""The same type area, turned: the binding edge is on top."""
