"""一键排版: a corrected copy of any Word file in the official format, and beforehand the list of what would change."""

from __future__ import annotations

from pathlib import Path

from app.papers.layout import read_layout
from app.papers.remarks import Remark, gather
from app.papers.rewriting import NotWritten, Rewriting
from app.papers.tidy_numbers import tidy_page_numbers
from app.papers.tidy_page import tidy_page
from app.papers.tidy_type import tidy_type
from app.papers.tidy_words import tidy_words

__all__ = ["NotWritten", "plan", "tidy"]


def plan(path: Path, words: bool = True) -> list[Remark]:
    """What would change, in the order of the paper; nothing is written. NotAPaper where the file cannot be read."""
    return _mended(Rewriting(path), words)


def tidy(path: Path, out: Path, words: bool = True) -> list[Remark]:
    """Writes the corrected copy and tells what changed; the original stays as it is.

    Without ``words`` only the layout changes. NotAPaper where the file cannot be read, NotWritten where the copy
    would take the place of the original or has no place.
    """
    rewriting = Rewriting(path)
    changes = _mended(rewriting, words)
    rewriting.write(out)
    return changes


def _mended(rewriting: Rewriting, words: bool) -> list[Remark]:
    """Sheet, page numbers, type, and signs, each on what those before it left."""
    faults = [*tidy_page(rewriting, read_layout(rewriting.package))]
    if faults:
        rewriting.touch(rewriting.package.document)
    faults += tidy_page_numbers(rewriting, read_layout(rewriting.package))
    if words:
        faults += tidy_words(rewriting, read_layout(rewriting.package))
    faults += tidy_type(rewriting, read_layout(rewriting.package))
    return gather(faults)
