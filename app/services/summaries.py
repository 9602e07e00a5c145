"""Summaries as both shells ask for them: draft, remarks, Word, PDF, table of sources."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import figures
from app.figures import BadParameter, Period
from app.papers.remarks import Remark
from app.reports.document import Document, Figure
from app.reports.saved import from_plain
from app.reports.summaries import STYLES, Style, style_of
from app.reports.summaries.examining import LENGTH, count_characters, examine
from app.reports.summaries.examining import texts_of as texts_of
from app.services.desk import Desk
from app.services.kept_texts import latest

if TYPE_CHECKING:
    from sqlalchemy import Connection

NO_NAME = "本镇"
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
    period: Period
    """The days that it tells of."""
    material: tuple[str, ...] = ()
    """Texts of records and of the clerk that stand in it as they are."""

    @property
    def figures(self) -> list[Figure]:
        """Every figure in reading order."""
        return list(self.document.figures())


def styles() -> tuple[Style, ...]:
    """The styles there are."""
    return STYLES


def template_of(desk: Desk, style_key: str) -> str:
    """The text of a style's template."""
    return style_of(style_key).path.read_text(encoding="utf-8")


def draft(desk: Desk, style_key: str, year: int, upto: date | None = None, annex: bool = False) -> Draft:
    """The summary of a year in a style; of the running year up to today, or to the day given."""
    from app.reports.summaries.annex import with_annex
    from app.reports.summaries.composing import compose, with_properties
    from app.reports.summaries.slots import Slots, slot_names
    from app.reports.titles import title_lines

    style = style_of(style_key)
    if not 1950 <= year <= 2199:
        raise BadParameter(f"年度「{year}」不对，请填写四位年份，如 2026。")
    today = desk.today()
    if upto is None and today.year == year:
        upto = today
    with desk.office() as office:
        settings = office.settings
        town = settings.get("town") or NO_NAME
        unit = settings.get("office") or f"{town}党政办公室"
        words = settings.get(f"words:{style.key}:{year}") or {}
        slots = Slots(office.connection, year, Period.of_year(year, upto), words, today)
        names = slot_names(slots, town=town, office=unit, today=today)
        signature = {"office": unit, "town": f"{town}人民政府", "": ""}[style.signed_by]
        signed = (today if today.year == year else date(year, 12, 31)) if signature else None
        composed = compose(template_of(desk, style.key), slots, names, signature, signed)
        if annex:
            composed = with_annex(composed, slots)
    document = with_properties(composed.document, (("style", style.key), ("year", str(year))))
    titled = document.title if len(document.title) > 1 else title_lines("".join(document.title))
    made = Draft(style, year, replace(document, title=titled), tuple(composed.dropped), (), 0, slots.period)
    return judged(desk, made, made.document, tuple(composed.material))


def judged(desk: Desk, made: Draft, document: Document, material: tuple[str, ...]) -> Draft:
    """The draft with this text, its length and what is to be looked at."""
    with desk.office() as office:
        limit = office.parameter(LENGTH, "limit", made.style.limit)
        kept = latest(office.connection, made.style.key, made.year - 1)
    last = from_plain(kept.content["text"]) if kept is not None else None
    remarks = tuple(examine(document, limit=limit, material=material, year=made.year, last=last))
    count = count_characters(document)
    return replace(made, document=document, remarks=remarks, characters=count, material=material)


def write(
    desk: Desk,
    style_key: str,
    year: int,
    out: Path,
    pdf: Path | None = None,
    sources: Path | None = None,
    annex: bool = False,
) -> Draft:
    """Writes the summary as Word, and as PDF and with its table of sources where asked; the draft that was written."""
    from app.reports.render.word import write_word

    made = draft(desk, style_key, year, annex=annex)
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
