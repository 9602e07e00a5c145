"""Lines of a form on which printed words and places for the record alternate: 申请日期：　　年　月　日.

A place keeps its width whatever stands in it, so that the printed words stand where they do on the empty form, and a
preprinted form can be written on. Widths are in characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

YEAR, MONTH_OR_DAY = 2.4, 1.4
"""Room for the digits of a day, by hand or printed."""
WIDE_YEAR, WIDE_DAY = 3.0, 2.0
"""More of it, for the pen, where there is space."""
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True)
class Place:
    """A place on a line, what stands in it, and its width; 0 is the rest of the line."""

    text: str = ""
    width: float = 0.0


class Line(str):
    """A text that knows which of its words are printed on the form and which are the record's.

    As a plain text it reads as on the paper, with full-width blanks where a place is empty.
    """

    __slots__ = ("parts",)
    parts: tuple[str | Place, ...]

    def __new__(cls, *parts: str | Place) -> Line:
        """The parts one after another; a line among them gives its own parts."""
        flat: list[str | Place] = []
        for part in parts:
            flat.extend(part.parts if isinstance(part, Line) else (part,))
        made = super().__new__(cls, "".join(_read(part) for part in flat))
        made.parts = tuple(flat)
        return made


def _read(part: str | Place) -> str:
    if isinstance(part, str):
        return part
    return part.text or "　" * int(part.width)


def day_line(text: str, wide: bool = False) -> Line:
    """A stored day (2026-03-07) as forms write it: 2026年3月7日; places for the pen where there is none."""
    found = _ISO_DAY.fullmatch(text)
    long, short = (WIDE_YEAR, WIDE_DAY) if wide else (YEAR, MONTH_OR_DAY)
    if text and not found:
        return Line(Place(text, long + 2 * short + 3))
    year, month, day = (found[1], str(int(found[2])), str(int(found[3]))) if found else ("", "", "")
    return Line(Place(year, long), "年", Place(month, short), "月", Place(day, short), "日")


def in_words(text: str) -> str:
    """The text with days as forms write them: 2026-03-07 09:30 → 2026年3月7日 09:30."""
    return _ISO_DAY.sub(lambda day: "{}年{}月{}日".format(*map(int, day.groups())), text)
