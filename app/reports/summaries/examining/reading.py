"""A document as the examination reads it: passages with their numbers, and where each number comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from app.papers.remarks import Remark
from app.reports.document import Block, Document, Figure, Heading, Paragraph, Table, Text, plain
from app.rules.quantities import Known, Quantity, Span, masked_text, quantities

TRACEABLE, PUNCTUATION, NUMERALS = "总结数字可溯源", "GB/T 15834-2011", "GB/T 15835-2011"
BARE = re.compile(r"[\d.,%\s-]*")
"""Clauses quoted where no rule of the catalogue has the matter."""
Kind = Literal["title", "heading", "paragraph", "table"]
SHOWN_OF_HEADING = 16


@dataclass(frozen=True)
class Passage:
    """One title, heading, paragraph or cell."""

    place: str
    kind: Kind
    text: str
    figures: tuple[tuple[Span, Figure], ...]
    """The figures that stand in it, with their places in the text."""
    material: tuple[Span, ...]
    """Places that records and clerks wrote, whose numbers need no figure."""
    level: int = 0

    @cached_property
    def numbers(self) -> list[Quantity]:
        """Its numbers in their order; those of figures have their exact values."""
        return quantities(self.text, self.known)

    @cached_property
    def known(self) -> Known:
        """Exact values by their places."""
        return {
            span: (Decimal(figure.value), figure.unit)
            for span, figure in self.figures
            if isinstance(figure.value, (int, Decimal)) and dict(figure.form).get("as") != "days"
        }

    @cached_property
    def masked(self) -> str:
        """The text with dates, ordinals and titles blotted out."""
        return masked_text(self.text)

    def figure_at(self, at: int) -> Figure | None:
        """The figure that stands at a place of the text."""
        return next((figure for (start, end), figure in self.figures if start <= at < end), None)

    def is_material(self, at: int) -> bool:
        """Whether a record or a clerk wrote what stands there."""
        return any(start <= at < end for start, end in self.material)

    def remark(self, clause: str, text: str) -> Remark:
        """A remark on this passage."""
        return Remark(self.place, clause, text)

    def sentence(self, at: int) -> Span:
        """The sentence in which a place stands, ； not being an end."""
        begin = max(self.text.rfind(stop, 0, at) for stop in "。！？\n") + 1
        ends = [end for end in (self.text.find(stop, at) for stop in "。！？\n") if end >= 0]
        return begin, min(ends, default=len(self.text))

    def around(self, start: int, end: int) -> str:
        """The place with the words before it, for a remark."""
        return self.text[max(0, start - 8) : end + 2].strip("，。；、：□")


def passages(document: Document, material: Sequence[str] = ()) -> list[Passage]:
    """All passages of a document in reading order; paragraphs are counted by themselves."""
    told = [text.strip().rstrip("。") for text in material if text.strip()]
    title = "".join(document.title)
    found = [Passage("标题", "title", title, (), _material(title, told))]
    number = 0
    for block in document.blocks:
        number += isinstance(block, Paragraph)
        found += _of_block(block, number, told)
    return found


def _of_block(block: Block, number: int, material: Sequence[str]) -> Iterator[Passage]:
    if isinstance(block, Heading):
        words = plain(block.text)
        shown = words[:SHOWN_OF_HEADING] + ("…" if len(words) > SHOWN_OF_HEADING else "")
        yield passage(f"标题“{shown}”", "heading", block.text, material, block.level)
    elif isinstance(block, Paragraph):
        yield passage(f"第{number}段", "paragraph", block.text, material)
    elif isinstance(block, Table):
        place = f"表“{block.title}”" if block.title else "表格"
        yield from (passage(place, "table", cell, material) for row in block.rows for cell in row)


def passage(place: str, kind: Kind, text: Text, material: Sequence[str] = (), level: int = 0) -> Passage:
    """A passage of pieces and figures."""
    figures, at = [], 0
    for piece in text:
        words = piece if isinstance(piece, str) else piece.words
        if isinstance(piece, Figure):
            figures.append(((at, at + len(words)), piece))
        at += len(words)
    words = plain(text)
    return Passage(place, kind, words, tuple(figures), _material(words, material), level)


def _material(text: str, material: Sequence[str]) -> tuple[Span, ...]:
    """Where a record or a clerk wrote the text; a bare number of a record says nothing of numbers typed by hand."""
    said = [told for told in material if told in text and not BARE.fullmatch(told)]
    return tuple(found.span() for told in said for found in re.finditer(re.escape(told), text))
