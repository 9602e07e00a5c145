"""Summaries as both shells ask for them: draft, remarks, Word, PDF, table of sources."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import figures
from app.figures import Period
from app.papers.remarks import Remark
from app.reports.document import Document, Figure
from app.reports.summaries import Style
from app.reports.summaries.examining import LENGTH, count_characters, examine
from app.reports.summaries.examining import texts_of as texts_of
from app.services.desk import Desk
from app.services.kept_texts import latest, read_text
from app.services.templates.asking import NO_NAME, asked_slots
from app.services.templates.files import style_named, styles_of, template_text

if TYPE_CHECKING:
    from sqlalchemy import Connection

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


def styles(desk: Desk | Path | None = None) -> tuple[Style, ...]:
    """The styles there are: the shipped ones, then the office's own of this desk or data folder."""
    return styles_of(desk)


def template_of(desk: Desk, style_key: str) -> str:
    """The text of a style's template, the office's own where there is one."""
    return template_text(desk, style_key)


def draft(
    desk: Desk, style_key: str, year: int, upto: date | None = None, annex: bool = False, text: str | None = None
) -> Draft:
    """The summary of a year in a style; of the running year up to today, or to the day given.

    A template that is being written may be given in the place of the kept one.
    """
    from app.reports.summaries.annex import with_annex
    from app.reports.summaries.composing import compose, with_properties
    from app.reports.titles import title_lines

    style = style_named(desk, style_key)
    template = template_text(desk, style.key) if text is None else text
    with asked_slots(desk, year, style.key, upto) as asked:
        signature = asked.signers[style.signed_by]
        today = desk.today()
        signed = (today if today.year == year else date(year, 12, 31)) if signature else None
        composed = compose(template, asked.slots, asked.names, signature, signed)
        if annex:
            composed = with_annex(composed, asked.slots)
        period = asked.slots.period
    document = with_properties(composed.document, (("style", style.key), ("year", str(year))))
    titled = document.title if len(document.title) > 1 else title_lines("".join(document.title))
    made = Draft(style, year, replace(document, title=titled), tuple(composed.dropped), (), 0, period)
    return judged(desk, made, made.document, tuple(composed.material))


def judged(desk: Desk, made: Draft, document: Document, material: tuple[str, ...]) -> Draft:
    """The draft with this text, its length and what is to be looked at."""
    with desk.office() as office:
        limit = office.parameter(LENGTH, "limit", made.style.limit)
        kept = latest(office.connection, made.style.key, made.year - 1)
    last = read_text(kept) if kept is not None else None
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
    made = draft(desk, style_key, year, annex=annex)
    write_files(desk, made, out, pdf, sources)
    return made


def write_files(desk: Desk, made: Draft, out: Path, pdf: Path | None = None, sources: Path | None = None) -> None:
    """A draft as Word, and as PDF and with its table of sources where asked."""
    write_word_of(made, out)
    if pdf is not None:
        write_pdf_of(made, pdf)
    if sources is not None:
        write_sources(desk, made, sources)


def write_rulebook(desk: Desk, path: Path) -> None:
    """The 实施细则 as it stands today, as Word or, by the name of the file, as PDF."""
    from app.reports.render.pdf_document import write_pdf
    from app.reports.render.word import write_word
    from app.reports.summaries.rulebook import rulebook

    with desk.office() as office:
        document = rulebook(office, office.settings.get("town") or NO_NAME, desk.today())
    (write_pdf if path.suffix.lower() == ".pdf" else write_word)(document, path)


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
