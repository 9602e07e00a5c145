"""Texts of a form set in their cells: lines of runs, each printed on the form or the record's own.

Lengths are in points. A text is made a little smaller before its row grows; a place on a line keeps its width.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.reports.forms.grid import Cell
from app.reports.forms.lines import Line, Place
from app.reports.render.fonts import Fonts, Role
from app.reports.render.pdf_canvas import MM
from app.reports.render.typesetting import LEADING, break_lines, clean, longest_word

TYPE, COMFORTABLE, LEAST = 10.5, 9.0, 8.0
"""Type size; how small it becomes before a row grows; and the least that can be read."""
BODY_TYPE = 12.0
"""Size of the text on lines for writing."""
HIGHEST = 60 * MM
"""A text that would be higher at the full size is made as small as it can be."""
STEP = 0.5
_SLACK = 1e-6
PRINTED, WRITTEN = "song", "kai"
"""Type of what is printed on the form, and of what the record says."""


@dataclass(frozen=True)
class Run:
    """Some words of one size: where they begin from the left end of their line; whether the form itself has them."""

    x: float
    text: str
    size: float
    printed: bool

    @property
    def role(self) -> Role:
        """The type in which they stand."""
        return PRINTED if self.printed else WRITTEN  # type: ignore[return-value]


@dataclass(frozen=True)
class TextLine:
    """One line of a cell and its width."""

    runs: tuple[Run, ...]
    width: float


@dataclass(frozen=True)
class Words:
    """A text set in a cell: its lines, their size, and the height of each."""

    lines: tuple[TextLine, ...]
    size: float
    pitch: float

    @property
    def height(self) -> float:
        """Height of all lines."""
        return len(self.lines) * self.pitch


def set_cell(cell: Cell, width: float, height: float, fonts: Fonts, least: float = COMFORTABLE) -> Words:
    """The text of a cell for a box that may grow: as small as ``least`` where it fits, else as high as it must be."""
    if isinstance(cell.text, Line) and (set_ := set_line(cell.text, width, fonts)):
        return set_
    if cell.ruled:
        return _set_text(cell, width, fonts, BODY_TYPE)
    for size in _sizes(TYPE, least):
        words = _set_text(cell, width, fonts, size)
        if words.height <= height + _SLACK and _whole_words(cell, width, fonts, size):
            return words
    for size in _sizes(TYPE, LEAST):
        words = _set_text(cell, width, fonts, size)
        if words.height <= HIGHEST and _whole_words(cell, width, fonts, size):
            break
    return words


def set_in_fixed_box(cell: Cell, width: float, height: float, fonts: Fonts) -> Words | None:
    """The text of a cell for a box that is printed already; None where it does not fit at the least size."""
    if isinstance(cell.text, Line):
        return set_line(cell.text, width, fonts, strict=True)
    for size in _sizes(BODY_TYPE if cell.ruled else TYPE, LEAST):
        words = _set_text(cell, width, fonts, size)
        fits = words.height <= height + _SLACK and all(line.width <= width + _SLACK for line in words.lines)
        if fits and (_whole_words(cell, width, fonts, size) or size == LEAST):
            return words
    return None


def set_line(
    line: str, width: float, fonts: Fonts, size: float = TYPE, least: float = LEAST, strict: bool = False
) -> Words | None:
    """One line with its places, None where it is too long at the least size.

    ``strict``: the printed words stand as on the empty form, so that no place may be wider than it is kept.
    """
    parts = line.parts if isinstance(line, Line) else (line,)
    for at in _sizes(size, least):
        if _kept(parts, at, fonts) > width + _SLACK:
            continue
        runs, end, kept = _runs(parts, at, min(least, LEAST), width, fonts)
        if kept or (not strict and end <= width + _SLACK):
            return Words((TextLine(runs, end),), at, at * LEADING)
        if strict:
            return None
    return None


def _kept(parts: tuple[str | Place, ...], size: float, fonts: Fonts) -> float:
    """Width of a line whose places are empty."""
    return sum(
        size * part.width if isinstance(part, Place) else fonts.role("song").width(clean(part), size) for part in parts
    )


def _runs(
    parts: tuple[str | Place, ...], size: float, least: float, width: float, fonts: Fonts
) -> tuple[tuple[Run, ...], float, bool]:
    """The runs of a line, where it ends, and whether every place holds its words."""
    runs: list[Run] = []
    x, held = 0.0, True
    for part in parts:
        if isinstance(part, str):
            runs.append(Run(x, clean(part), size, True))
            x += fonts.role("song").width(clean(part), size)
            continue
        text, room = clean(part.text).replace("\n", " "), part.width * size if part.width else width - x
        at = next((at for at in _sizes(size, least) if fonts.role("kai").width(text, at) <= room), least)
        taken = fonts.role("kai").width(text, at)
        held = held and taken <= room + _SLACK
        if text:
            runs.append(Run(x + (max(0.0, room - taken) / 2 if part.width else 0.0), text, at, False))
        x += max(room, taken) if part.width else taken
    return tuple(runs), x, held


def _set_text(cell: Cell, width: float, fonts: Fonts, size: float) -> Words:
    printed = cell.kind == "label"
    lettering = fonts.role(PRINTED if printed else WRITTEN)  # type: ignore[arg-type]
    text = _indented(cell.text) if cell.ruled else cell.text
    lines = tuple(
        TextLine((Run(0.0, line, size, printed),), lettering.width(line, size))
        for line in break_lines(text, width, lettering, size, together=True)
    )
    return Words(lines, size, cell.ruled * MM or size * LEADING)


def _whole_words(cell: Cell, width: float, fonts: Fonts, size: float) -> bool:
    """Whether no word, number or date is split at this size."""
    lettering = fonts.role("song" if cell.kind == "label" else "kai")
    return longest_word(cell.text, lettering) * size <= width + _SLACK


def _indented(text: str) -> str:
    """Paragraphs begin two characters in."""
    lines = clean(text).split("\n")
    return "\n".join(f"　　{line.lstrip('　 ')}" if line.strip("　 ") else line for line in lines)


def _sizes(size: float, least: float) -> Iterator[float]:
    while size > least:
        yield size
        size -= STEP
    yield least
