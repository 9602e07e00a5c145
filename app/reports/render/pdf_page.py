"""Pages of the official format while they are filled: the type area, how far down it is used, and the page number.

A4, 22 lines of 28 characters; distances in points from the top left corner.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.papers.official import BODY_PT, CHARACTER_TWIPS, LINE_TWIPS, MARGINS_MM, PAGE_NUMBER_PT
from app.reports.render.fonts import Role
from app.reports.render.pdf_canvas import A4, ASCENT, MM, Paper, base_line

PITCH = LINE_TWIPS / 20
CHARACTER = CHARACTER_TWIPS / 20
CLOSED_UP = CHARACTER - BODY_PT
"""What is added after each character so that 28 stand in 156 mm; less than nothing."""


@dataclass(frozen=True)
class TypeArea:
    """The paper and the area of type on it, in points from the top left corner."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way between left and right."""
        return (self.left + self.right) / 2


def _area(top: float, right: float, bottom: float, left: float, width: float, height: float) -> TypeArea:
    return TypeArea(width, height, left * MM, top * MM, width - right * MM, height - bottom * MM)


_M = MARGINS_MM
PORTRAIT = _area(_M["top"], _M["right"], _M["bottom"], _M["left"], A4[0], A4[1])
LANDSCAPE = _area(_M["left"], _M["bottom"], _M["right"], _M["top"], A4[1], A4[0])
"""The same type area, turned: the binding edge is on top."""


class Flow:
    """The page under way and how far down it is filled."""

    def __init__(self, paper: Paper, area: TypeArea, unnumbered: int = 0) -> None:
        self.paper, self.area = paper, area
        self.y = area.top
        self.unnumbered = unnumbered
        """So many first pages show no number: one of a letter."""

    @property
    def page(self) -> int:
        """Number of the page under way."""
        return self.paper.pages + 1

    def end_page(self, numbered: bool = True) -> None:
        """Number the page outside and go to the next."""
        if numbered and self.page > self.unnumbered:
            self._number()
        self.paper.end_page()
        self.y = self.area.top

    def _number(self) -> None:
        number = f"— {self.page} —"
        base = self.area.bottom + 7 * MM + ASCENT * PAGE_NUMBER_PT
        if self.page % 2:
            self.paper.right(self.area.right - PAGE_NUMBER_PT, base, number, "song", PAGE_NUMBER_PT)
        else:
            self.paper.text(self.area.left + PAGE_NUMBER_PT, base, number, "song", PAGE_NUMBER_PT)

    def fits(self, height: float) -> bool:
        """Whether this much stands on the page under way."""
        return self.y + height <= self.area.bottom + 1

    def need(self, height: float) -> None:
        """Go to a new page where this much does not fit on this one."""
        if not self.fits(height) and self.y > self.area.top:
            self.end_page()

    def next_line(self) -> float:
        """Take the next line of the page and give its upper edge."""
        self.need(PITCH)
        self.y += PITCH
        return self.y - PITCH

    def line(self, x: float, text: str, role: Role, spread: float = CLOSED_UP) -> None:
        """One line of body type on the next line of the page."""
        self.paper.text(x, base_line(self.next_line(), PITCH, BODY_PT), text, role, BODY_PT, spread)

    def centred_line(self, text: str, role: Role, size: float) -> None:
        """One line in the middle of the next line of the page."""
        self.paper.centred(self.area.middle, base_line(self.next_line(), PITCH, size), text, role, size)
