"""Name cards (桌签) on paper: A4 across, two halves head to head, so that both sides read right when it is folded."""

from __future__ import annotations

from pathlib import Path

from app.reports.forms.name_cards import NameCards, spaced
from app.reports.render.fonts import Fonts, Lettering, NoGlyph, pc_fonts
from app.reports.render.pdf_canvas import A4, MM, Paper
from app.reports.render.typesetting import clean

WIDTH, HEIGHT = A4[1], A4[0]
LARGEST = 62 * MM
"""Size of three characters and fewer: they stand well inside half a sheet."""
ROOM = WIDTH - 2 * 22 * MM
INK_MIDDLE = 0.38
"""Middle of a Chinese character over its base line, as a share of its size."""


def write_cards(cards: NameCards, path: Path, fonts: Fonts | None = None) -> int:
    """Print the cards, a sheet each, and give their number; raises NoGlyph with the name named, or OSError."""
    fonts = fonts or pc_fonts()
    paper = Paper(cards.title, fonts, WIDTH, HEIGHT)
    for name in cards.names:
        try:
            _draw(paper, spaced(clean(name)))
        except NoGlyph as lack:
            raise NoGlyph(lack.character, f"{cards.title}（{name}）") from lack
    paper.save(path)
    return paper.pages


def size_of(name: str, lettering: Lettering) -> float:
    """Type size at which a name fills its side and no more."""
    return min(LARGEST, ROOM / max(1.0, lettering.width(name, 1)))


def _draw(paper: Paper, name: str) -> None:
    """The fold in the middle; the name under it as one reads it, over it upside down."""
    size = size_of(name, paper.fonts.role("title"))
    half = paper.text_width(name, "title", size) / 2
    below, above = HEIGHT * 3 / 4 + INK_MIDDLE * size, HEIGHT / 4 - INK_MIDDLE * size
    paper.text(WIDTH / 2 - half, below, name, "title", size)
    paper.text(WIDTH / 2 + half, above, name, "title", size, turned=True)
    paper.dashes((0, HEIGHT / 2, WIDTH, HEIGHT / 2), 0.4)
    paper.end_page()
