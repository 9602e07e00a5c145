"""Where the parts of a red head stand (公文版头), GB/T 9704-2012 7.2, 10.1 and 10.3: one reckoning for PDF and Word.

Distances in points from the top edge of the paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.papers.official import BODY_PT, LINE_TWIPS, MARGINS_MM
from app.reports.document import Head

MM = 72 / 25.4
PITCH = LINE_TWIPS / 20
TOP = MARGINS_MM["top"] * MM
RULE = 0.35 * MM
"""Thickness of the red line under a number."""
RULE_BELOW = 4 * MM
LETTER_TOP = 30 * MM
LETTER_FOOT = (297 - 20) * MM
LETTER_RULE = 170 * MM
"""Length of the double lines of a letter."""
THICK, GAP, THIN = 0.8 * MM, 0.7 * MM, 0.35 * MM
ROOM = 150 * MM
"""Width that the name over a paper may take."""
SIZES = {"paper": 54.0, "letter": 42.0, "minutes": 48.0}
JOINT_SIZE = 42.0
NARROWEST = 0.62
"""Characters of a long name are made so narrow before they are made smaller."""
MARK_PITCH = 1.2
"""From one line of the name to the next, as a multiple of its size."""


@dataclass(frozen=True)
class HeadPlaces:
    """Size and places of one head."""

    size: float
    stretch: float
    """Width of a character as a share of its size."""
    mark_top: float
    mark_bottom: float
    number_top: float
    rule: float
    """The red line under the number; of a letter, the upper edge of the double line over it."""
    end: float
    """Where the title, or the text of minutes, begins."""


def places_of(head: Head) -> HeadPlaces:
    """Where everything of the head stands."""
    count = max(map(len, head.marks), default=0) + len(head.word) or 1
    size = JOINT_SIZE if len(head.marks) > 1 else SIZES[head.kind]
    stretch = min(1.0, ROOM / (count * size))
    if stretch < NARROWEST:
        size, stretch = ROOM / (count * NARROWEST), NARROWEST
    top = LETTER_TOP if head.kind == "letter" else TOP + 35 * MM
    bottom = top + size * (1 + MARK_PITCH * (len(head.marks) - 1))
    if head.kind == "letter":
        return _letter(head, size, stretch, bottom)
    number = bottom + 2 * PITCH
    rule = number + BODY_PT + RULE_BELOW
    end = rule + (1 if head.kind == "minutes" else 2) * PITCH
    return HeadPlaces(size, stretch, top, bottom, number, rule, end)


def _letter(head: Head, size: float, stretch: float, bottom: float) -> HeadPlaces:
    """Number and corner under the double line, 7/8 of a character away from it; the title two lines below the last."""
    rule = bottom + RULE_BELOW
    number = rule + THICK + GAP + THIN + BODY_PT * 7 / 8
    last = number + BODY_PT + PITCH * (max(1, len(head.corner)) - 1)
    return HeadPlaces(size, stretch, LETTER_TOP, bottom, number, rule, last + 2 * PITCH)
