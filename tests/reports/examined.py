"""Short papers for the tests of 成文体检: a paragraph a text, {} standing for figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from app.reports.document import Block, Document, Figure, Heading, Inline, Paragraph, Value
from app.reports.summaries.examining import examine

YEAR = 2025


def figure(
    words: str, value: Value, unit: str = "", key: str = "meetings.total", year: int = YEAR, **form: str
) -> Figure:
    """A figure of a year as a template would have worded it."""
    told = tuple(sorted((name.removesuffix("_"), told) for name, told in form.items()))
    return Figure(words, key, date(year, 1, 1), date(year, 12, 31), (), value, unit, "召开会议次数", 1, told)


def paper(*parts: str | Block, figures: Sequence[Figure] = (), title: str = "青禾镇2025年工作总结") -> Document:
    """A document of headings (#, ##) and paragraphs; each {} is the next figure."""
    left = iter(figures)
    blocks: list[Block] = []
    for part in parts:
        if not isinstance(part, str):
            blocks.append(part)
        elif part.startswith("#"):
            blocks.append(Heading(len(part) - len(part.lstrip("#")), (part.lstrip("# "),)))
        else:
            blocks.append(Paragraph(_pieces(part, left)))
    return Document((title,), tuple(blocks), "青禾镇人民政府", date(YEAR, 12, 31))


def _pieces(part: str, left: object) -> tuple[Inline, ...]:
    pieces: list[Inline] = []
    for at, words in enumerate(part.split("{}")):
        if at:
            pieces.append(next(left))  # type: ignore[call-overload]
        if words:
            pieces.append(words)
    return tuple(pieces)


def found(*parts: str, figures: Sequence[Figure] = (), traced: bool = True, last: Document | None = None) -> list[str]:
    """The remarks on a paper; by default its numbers are taken for those of records."""
    material = [part for part in parts if "{}" not in part] if traced else ()
    document = paper(*parts, figures=figures)
    remarks = examine(document, limit=3000, material=material, year=YEAR, last=last)
    return [f"{remark.place} {remark.text}" for remark in remarks]


MONEY = figure("3260元", Decimal(3260), "元", key="donations.money")
MEETINGS = figure("18次", 18, "次")
