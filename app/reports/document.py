"""What a written paper is made of, as frozen values that know no output format.

A document is headings, paragraphs, tables and charts. Text is a sequence of plain pieces and figures; a figure keeps
its key, period, filters, exact value and number of records through every renderer. Heading numbers are not stored: they
are given at output, so that parts without material close up.
"""

from __future__ import annotations

import re
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
    lead: str = ""
    """A heading that begins the paragraph, its number with it, set as a heading of its level: «一、抓学习。»."""


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


ChartKind = Literal["columns", "lines", "bars"]
Point = Figure | int | Decimal | None
"""One point of a chart: a counted figure or a plain number; None leaves a gap."""


@dataclass(frozen=True)
class Chart:
    """A chart in the text: one point of every series for every label, in the order of the labels."""

    title: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[Point, ...]], ...]
    """(name, points): at most four series can be told apart in black and white."""
    unit: str = ""
    """Unit of all points, written once: «次», «万元»."""
    kind: ChartKind = "columns"


@dataclass(frozen=True)
class Listed:
    """A bold label with what it lists, wrapped lines standing under the first character of the list: 出席：…"""

    label: str
    text: Text
    apart: bool = False
    """Whether a blank line stands above it."""


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page, and stands after the signature."""


@dataclass(frozen=True)
class Annex:
    """What follows is an annex: a new page with «附件1» in line 1 and its title in line 3, named under the text."""

    title: str


Block = Heading | Paragraph | Table | Chart | Listed | PageBreak | Annex


@dataclass(frozen=True)
class Head:
    """What stands in red over the text of an official paper (公文版头), GB/T 9704-2012 7.2, 10.1 and 10.3."""

    marks: tuple[str, ...]
    """发文机关标志, one line for each office of a joint paper: «某镇人民政府»."""
    word: str = ""
    """What follows the offices: «文件» of a paper, nothing of a letter."""
    number: str = ""
    """发文字号."""
    signer: str = ""
    """签发人, only of a paper that goes up."""
    kind: Literal["paper", "letter", "minutes"] = "paper"
    corner: tuple[tuple[str, bool], ...] = ()
    """Lines at the top left, as (words, in 黑体): 份号, 密级和保密期限, 紧急程度."""


@dataclass(frozen=True)
class Imprint:
    """The foot of the last even page (版记), 7.4."""

    copies_to: str = ""
    """抄送机关."""
    printed_by: str = ""
    """印发机关; a letter has none."""
    printed: date | None = None


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
    head: Head | None = None
    imprint: Imprint | None = None
    sealed: bool = False
    """Whether a seal is set over signature and day, which so stand as 7.3.5.1 places them."""
    note: str = ""
    """附注 under the day, in brackets of its own: «（此件主动公开）»."""
    enclosed: tuple[str, ...] = ()
    """Titles of annexes that are named under the text and bound in from elsewhere."""

    def before_annexes(self) -> tuple[Block, ...]:
        """The blocks up to the first page break or annex: signature and day follow them (7.3.5, 7.3.7)."""
        breaks = (at for at, block in enumerate(self.blocks) if isinstance(block, (PageBreak, Annex)))
        return self.blocks[: next(breaks, len(self.blocks))]

    def annexes(self) -> tuple[str, ...]:
        """Titles of the annexes in their order, those bound in from elsewhere last."""
        return (*(block.title for block in self.blocks if isinstance(block, Annex)), *self.enclosed)

    def annex_list(self) -> tuple[tuple[str, str], ...]:
        """附件说明 as (number, title), 7.3.4: a single annex has no number."""
        titles = self.annexes()
        return tuple(("" if len(titles) == 1 else f"{at}.", title) for at, title in enumerate(titles, start=1))

    def annex_mark(self, at: int) -> str:
        """«附件1» over the annex counted from 0; «附件» over a single one."""
        return "附件" if len(self.annexes()) == 1 else f"附件{at + 1}"

    def day_words(self) -> str:
        """The day under the signature; room for the pen where a sealed paper has no day yet."""
        day = self.signed
        return f"{day.year}年{day.month}月{day.day}日" if day else "　　　年　月　日" if self.sealed else ""

    def figures(self) -> Iterator[Figure]:
        """Every figure of the text, the tables and the charts, in reading order."""
        for block in self.blocks:
            if isinstance(block, (Heading, Paragraph, Listed)):
                yield from (piece for piece in block.text if isinstance(piece, Figure))
            elif isinstance(block, Table):
                for row in block.rows:
                    yield from (piece for cell in row for piece in cell if isinstance(piece, Figure))
            elif isinstance(block, Chart):
                yield from (point for _, points in block.series for point in points if isinstance(point, Figure))

    def numbered_headings(self) -> Iterator[tuple[Heading, str]]:
        """Each heading with its number as written: 一、 （一） 1. （1）; an annex counts from one again."""
        counts = [0, 0, 0, 0]
        for block in self.blocks:
            if isinstance(block, Annex):
                counts = [0, 0, 0, 0]
            elif isinstance(block, Heading):
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


_NUMBERS = (
    re.compile(r"[一二三四五六七八九十]{1,3}、"),
    re.compile(r"（[一二三四五六七八九十]{1,3}）"),
    re.compile(r"\d{1,2}[.．]\s*(?!\d)"),
    re.compile(r"（\d{1,2}）"),
)


def lead_level(words: str) -> int:
    """The level of the heading that begins with these words by its number, 1 to 4; 4 where they have none."""
    return next((level for level, number in enumerate(_NUMBERS, start=1) if number.match(words)), 4)


def written_number(words: str) -> str:
    """The number of a heading at the beginning of a line, as written; empty where there is none."""
    return next((found[0] for number in _NUMBERS if (found := number.match(words))), "")
