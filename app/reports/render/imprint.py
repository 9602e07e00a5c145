"""What stands in the imprint (版记) and in what size, GB/T 9704-2012 7.4: the same in Word and PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.reports.document import Document

TYPE = 14.0
ROW = 24.0
"""Height of one line of the imprint."""
CC = "抄送："
Place = Literal["here", "next", "after blank"]
"""On the page on which the text ends, on the next, or after a blank one."""


@dataclass(frozen=True)
class Ending:
    """How a paper ends, which only its pages tell."""

    place: Place = "next"
    rows: int = 1
    """Lines of the imprint."""
    held: bool = False
    """Whether the end of the text went to a new page so that the seal stands with it."""


def printed_line(document: Document) -> tuple[str, str]:
    """印发机关 at the left and the day at the right; room for the pen where the day is not known."""
    imprint = document.imprint
    if imprint is None or not imprint.printed_by:
        return "", ""
    day = imprint.printed
    words = f"{day.year}年{day.month}月{day.day}日" if day else "　　　年　月　日"
    return imprint.printed_by, f"{words}印发"


def copies_to(document: Document) -> str:
    """抄送机关 with the full stop that ends it; nothing where none is named."""
    named = document.imprint.copies_to.strip().rstrip("。") if document.imprint else ""
    return f"{named}。" if named else ""


def has_imprint(document: Document) -> bool:
    """Whether anything stands in the imprint."""
    return bool(copies_to(document) or printed_line(document)[0])
