"""What a written paper is made of, as frozen values that know no output format.

A document is headings, paragraphs and tables. Text is a sequence of plain pieces and figures; a figure keeps its
key, period, filters, exact value and number of records through every renderer. Heading numbers are not stored: they are
given at output, so that parts without material close up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Value = int | Decimal | date | None
Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Figure:
    """A counted number standing in a text: what is written, and where it comes from."""

    words: str
    """What the reader sees, unit included where the sentence carries it: «18次», «3000余元»."""
    key: str
    """Key of the figure in the catalogue, such as ``visits.days``."""
    start: date
    end: date
    by: tuple[tuple[str, str], ...] = ()
    """Parameters, as (name, value), in the order of their names."""
    value: Value = None
    """The exact value; money in yuan as Decimal."""
    unit: str = ""
    label: str = ""
    records: int = 0
    form: tuple[tuple[str, str], ...] = ()
    """How the value is worded, as (name, value) in the order of their names: unit, hedge, digits …; see ``numbers``."""

    @property
    def tag(self) -> str:
        """One line that names figure, period, parameters and wording; a Word content control carries it."""
        parts = [self.key, f"{self.start.isoformat()}..{self.end.isoformat()}"]
        parts += [f"{name}={value}" for name, value in self.by]
        return "|".join(parts + [f"@{name}={value}" for name, value in self.form])


Inline = str | Figure
Text = tuple[Inline, ...]


def plain(text: Text) -> str:
    """The text as the reader sees it."""
    return "".join(piece if isinstance(piece, str) else piece.words for piece in text)


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 4 (一、 · （一） · 1. · （1）), its number left to the renderer."""

    level: int
    text: Text
    origin: str = field(default="", compare=False)
    """Which line of the template it comes from: a digest of that line and its turn there; empty where typed by hand."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; a salutation stands flush left, everything else is indented two characters."""

    text: Text
    role: Literal["body", "salutation", "note"] = "body"
    origin: str = field(default="", compare=False)
    """As of a heading."""


@dataclass(frozen=True)
class Column:
    """One column of a table: its head, its share of the width, and how its cells are aligned."""

    label: str
    width: float = 1.0
    align: Align = "left"


@dataclass(frozen=True)
class Table:
    """A table after or within the text; the head row is repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    title: str = ""


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page (an annex)."""


Block = Heading | Paragraph | Table | PageBreak


@dataclass(frozen=True)
class Document:
    """A whole paper: title lines broken by sense, blocks, and the signature with its day."""

    title: tuple[str, ...]
    blocks: tuple[Block, ...]
    signature: str = ""
    signed: date | None = None
    properties: tuple[tuple[str, str], ...] = field(default=())
    """Metadata of our own for the file, such as the style's key and the year."""
    landscape: bool = False
    """Whether the sheet is turned, for wide tables such as 数据来源表."""

    def before_annexes(self) -> tuple[Block, ...]:
        """The blocks up to the first page break: signature and day follow them, annexes come after (7.3.5, 7.3.7)."""
        breaks = (at for at, block in enumerate(self.blocks) if isinstance(block, PageBreak))
        return self.blocks[: next(breaks, len(self.blocks))]

    def figures(self) -> Iterator[Figure]:
        """Every figure of the text and the tables, in reading order."""
        for block in self.blocks:
            if isinstance(block, (Heading, Paragraph)):
                yield from (piece for piece in block.text if isinstance(piece, Figure))
            elif isinstance(block, Table):
                for row in block.rows:
                    yield from (piece for cell in row for piece in cell if isinstance(piece, Figure))

    def numbered_headings(self) -> Iterator[tuple[Heading, str]]:
        """Each heading with its number as written: 一、 （一） 1. （1）."""
        counts = [0, 0, 0, 0]
        for block in self.blocks:
            if isinstance(block, Heading):
                counts[block.level - 1] += 1
                counts[block.level :] = [0] * (4 - block.level)
                yield block, heading_number(block.level, counts[block.level - 1])


CHINESE_DIGITS = "〇一二三四五六七八九"


def chinese_number(number: int) -> str:
    """1 to 99 as office texts write it: 三, 十, 十二, 二十, 四十七."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else CHINESE_DIGITS[tens] + "十"
    return head + (CHINESE_DIGITS[ones] if ones or not tens else "")


def heading_number(level: int, number: int) -> str:
    """The number of a heading with its punctuation, GB/T 9704-2012 7.3.3."""
    word = chinese_number(number)
    return {1: f"{word}、", 2: f"（{word}）", 3: f"{number}.", 4: f"（{number}）"}[level]
