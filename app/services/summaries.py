"""Summaries as both shells ask for them: draft, remarks, Word, PDF, table of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import figures
from app.papers.remarks import Remark
from app.reports.document import Document, Figure, Heading, Paragraph, plain
from app.reports.summaries import Style
from app.rules import RULES
from app.rules.texts import garbled, sums_wrong
from app.services.desk import Desk
from app.services.templates.asking import asked_slots
from app.services.templates.files import style_named, styles_of, template_text

if TYPE_CHECKING:
    from sqlalchemy import Connection

HALF_WIDTH = re.compile(r"[一-鿿][,;:?!()]|[,;?!()][一-鿿]")
BARE_NUMBER = re.compile(r"\d[\d,.]*")
LAST_WORDS = re.compile(r"[\u4e00-\u9fff]{4,8}$")
"""The words right before a figure that tell which one it is."""
LENGTH, NO_GARBLE, ADDS_UP = "documents.length_report", "report.no_garble", "report.adds_up"
"""The limits of 成文体检, whose clauses its remarks quote."""
LISTED_RECORDS = 200
"""Records named for each figure in the table of sources."""


@dataclass(frozen=True)
class Draft:
    """A summary before it is a file."""

    style: Style
    year: int
    document: Document
    dropped: tuple[str, ...]
    """Sentences that were not written, with the name of what they lack."""
    remarks: tuple[Remark, ...]
    characters: int
    """Characters of title and text without white space, punctuation counted."""

    @property
    def figures(self) -> list[Figure]:
        """Every figure in reading order."""
        return list(self.document.figures())


def styles(desk: Desk | Path | None = None) -> tuple[Style, ...]:
    """The styles there are: the shipped ones, then the office's own of this desk or data folder."""
    return styles_of(desk)


def draft(desk: Desk, style_key: str, year: int, upto: date | None = None, text: str | None = None) -> Draft:
    """The summary of a year in a style; of the running year up to today, or to the day given."""
    # A text that is being written stands in the place of the kept one.
    from app.reports.summaries.composing import compose, with_properties
    from app.reports.titles import title_lines

    style = style_named(desk, style_key)
    template = template_text(desk, style.key) if text is None else text
    with asked_slots(desk, year, style.key, upto) as asked:
        signature = asked.signers[style.signed_by]
        today = desk.today()
        signed = (today if today.year == year else date(year, 12, 31)) if signature else None
        composed = compose(template, asked.slots, asked.names, signature, signed)
        limit = asked.office.parameter(LENGTH, "limit", style.limit)
    document = with_properties(composed.document, (("style", style.key), ("year", str(year))))
    titled = document.title if len(document.title) > 1 else title_lines("".join(document.title))
    whole = Document(titled, document.blocks, document.signature, document.signed, document.properties)
    return Draft(
        style,
        year,
        whole,
        tuple(composed.dropped),
        tuple(_remarks(whole, limit, composed.material)),
        count_characters(whole),
    )


def texts_of(document: Document) -> list[str]:
    """Title, headings with their numbers, and paragraphs, as read."""
    numbers = {id(heading): number for heading, number in document.numbered_headings()}
    lines = ["".join(document.title)]
    for block in document.blocks:
        if isinstance(block, Heading):
            lines.append(numbers[id(block)] + plain(block.text))
        elif isinstance(block, Paragraph):
            lines.append(plain(block.text))
    return lines


def count_characters(document: Document) -> int:
    """Characters without white space, as 实施细则 第11条 counts them."""
    return sum(not character.isspace() for line in texts_of(document) for character in line)


def _remarks(document: Document, limit: int, material: Sequence[str]) -> list[Remark]:
    """成文体检: length, garbled places, sums that do not add up, untraced numbers, half-width punctuation."""
    found = []
    length = count_characters(document)
    if length > limit:
        clause = RULES[LENGTH].clause
        found.append(Remark("全文", clause, f"全文{length}字，超过{limit}字，请压缩。"))
    for number, block in enumerate((b for b in document.blocks if isinstance(b, Paragraph)), 1):
        found += _paragraph_remarks(f"第{number}段", block, plain(block.text).rstrip("。") in material)
    return found + list(_two_values(document))


def _paragraph_remarks(place: str, block: Paragraph, is_material: bool) -> Iterator[Remark]:
    loose = "".join(piece if isinstance(piece, str) else "□" for piece in block.text)
    without_dates = re.sub(r"\d{4}年(?:\d+月)?(?:\d+日)?|\d+月\d+日", "", loose)
    for bare in () if is_material else BARE_NUMBER.findall(without_dates):
        yield Remark(place, "总结数字可溯源", f"「{bare}」是手工填写的数字，未溯源。")
    whole = plain(block.text)
    for half in HALF_WIDTH.findall(whole):
        yield Remark(place, "GB/T 15834-2011", f"「{half}」处是半角标点，请改为全角。")
    for rule, judged in ((NO_GARBLE, garbled(whole)), (ADDS_UP, sums_wrong(whole))):
        for words, wrong in judged:
            yield Remark(place, RULES[rule].clause, f"「{words}」{wrong}，请改正。")


def _two_values(document: Document) -> Iterator[Remark]:
    """A number typed by hand after the same words as a figure of the text, with another value."""
    told: dict[str, str] = {}
    for block in document.blocks:
        for before, piece in pairwise(block.text if isinstance(block, Paragraph) else ()):
            if isinstance(before, str) and not isinstance(piece, str) and (named := LAST_WORDS.search(before)):
                told.setdefault(named[0], piece.words)
    for number, block in enumerate((b for b in document.blocks if isinstance(b, Paragraph)), 1):
        for piece in (each for each in block.text if isinstance(each, str)):
            for words, value in told.items():
                for typed in re.findall(re.escape(words) + r"(\d[\d,.]*)", piece):
                    if typed.rstrip(",.") != "".join(BARE_NUMBER.findall(value)[:1]):
                        said = f"「{words}{typed}」与前后的「{words}{value}」不一致，请改正。"
                        yield Remark(f"第{number}段", RULES[ADDS_UP].clause, said)


def write(
    desk: Desk, style_key: str, year: int, out: Path, pdf: Path | None = None, sources: Path | None = None
) -> Draft:
    """Writes the summary as Word, and as PDF and with its table of sources where asked; the draft that was written."""
    from app.reports.render.word import write_word

    made = draft(desk, style_key, year)
    write_word(made.document, out)
    if pdf is not None:
        write_pdf_of(made, pdf)
    if sources is not None:
        write_sources(desk, made, sources)
    return made


def write_word_of(made: Draft, path: Path) -> None:
    """The draft as a Word file."""
    from app.reports.render.word import write_word

    write_word(made.document, path)


def write_pdf_of(made: Draft, path: Path) -> None:
    """The draft as PDF on the same official page."""
    from app.reports.render.pdf_document import write_pdf

    write_pdf(made.document, path)


def write_sources(desk: Desk, made: Draft, path: Path) -> None:
    """数据来源表: sentence, figure, value and the records behind it."""
    from app.reports.render.word import write_word
    from app.reports.sources import sources_document

    with desk.store.read() as connection:
        behind = {figure.tag: _titles(connection, figure) for figure in made.figures}
    write_word(sources_document(made.document, behind), path)


def _titles(connection: Connection, figure: Figure) -> list[str]:
    """What the records behind a figure are called."""
    return [f"{each.date or ''} {each.title}".strip() for each in records_behind(connection, figure)[:LISTED_RECORDS]]


def records_behind(connection: Connection, figure: Figure) -> list[figures.Traced]:
    """The records behind a figure that stands in a text."""
    from app.reports.summaries.numbers import behind

    return behind(connection, figure)


def told(made: Draft) -> dict[str, Any]:
    """A written summary as the command line tells it."""
    used = [
        {
            "key": figure.key,
            "label": figure.label,
            "words": figure.words,
            "value": figure.value,
            "unit": figure.unit,
            "records": figure.records,
            "start": figure.start,
            "end": figure.end,
            "by": dict(figure.by),
        }
        for figure in made.figures
    ]
    lint = [{"place": each.place, "clause": each.clause, "text": each.text} for each in made.remarks]
    heads = {"style": made.style.key, "year": made.year, "characters": made.characters}
    return {**heads, "figures": used, "dropped": list(made.dropped), "lint": lint}
