"""What a Word file says, whatever its layout: its length, and every text in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.papers.layout import read_layout
from app.papers.lint_text import characters
from app.papers.package import open_package, w, written_parts


def length_of(path: Path) -> int:
    """字数: characters of the text outside tables, white space not counted; NotAPaper where it cannot be read."""
    return characters(read_layout(open_package(path)).paragraphs)


def texts_of(path: Path) -> Iterator[str]:
    """The texts of all paragraphs, those of headers, footers, text boxes, notes and deleted passages too."""
    for root in written_parts(path):
        for paragraph in root.iter(w("p")):
            yield "".join(piece.text or "" for piece in paragraph.iter(w("t"), w("delText")))
