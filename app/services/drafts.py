"""Summaries that clerks edit: kept texts, renewed numbers, what changed since, and last year's text as a start."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, insert, select, update

from app import figures
from app.figures import Period
from app.papers.remarks import Remark
from app.reports.document import Document, Figure, Paragraph
from app.reports.saved import from_plain, to_plain
from app.reports.summaries.examining import count_characters
from app.reports.summaries.examining.reading import TRACEABLE
from app.reports.summaries.merging import Change, as_typed, changes, followed, is_edited, merge, renew
from app.reports.summaries.numbers import behind, renewed
from app.reports.wording import number_words
from app.services.desk import Desk, put_setting
from app.services.kept_texts import latest, read_text
from app.services.summaries import Draft, draft, judged
from app.store.tables import SummaryText

MOST_RECORDS = 2000
MOST_NAMED = 3
PLACES = re.compile(r"写(?:得出)?\(\s*[\"']([^\"']+)[\"']\s*\)")
EDITED, EXPORTED, AUTOSAVED = "edited", "exported", "自动保存"
WHOLE = "改过的稿子完好"
DAMAGED = "上次改过的稿子已损坏，读不出来；现在是按台账重新生成的稿子，请从「历史稿」中另选一份。"


class NoVersion(LookupError):
    """A kept text that there is not; the message is one Chinese sentence."""


@dataclass(frozen=True)
class Version:
    """One kept text as the list of them shows it."""

    id: int
    number: int
    """1 for the oldest of its style and year."""
    at: datetime
    who: str
    kind: str
    note: str
    characters: int | None
    """None where the text is damaged and cannot be brought back."""


@dataclass(frozen=True)
class Told:
    """One line of 与上次相比, and the figure it is about."""

    text: str
    figure: Figure | None = None


@dataclass(frozen=True)
class Working:
    """The text at hand: generated, under the clerk's edits where there are any."""

    draft: Draft
    base: Document
    """What the generation gives alone."""
    number: int
    """Which text of its style and year it is: 第 n 稿."""
    is_edited: bool
    compared: tuple[Told, ...]
    """What changed since the text that was kept last."""
    lost: tuple[Figure, ...] = ()
    """Figures in edited paragraphs of which nothing is known any more."""
    is_damaged: bool = False
    """The edited text that was kept cannot be read; the generation stands in its place."""


def present(desk: Desk, style: str, year: int, annex: bool = False) -> Working:
    """The text of a style and year as it stands now."""
    made = draft(desk, style, year, annex=annex)
    with desk.store.read() as connection:
        kept = latest(connection, made.style.key, year, EDITED)
        versions = _count(connection, made.style.key, year)
        if kept is None:
            working = Working(made, made.document, versions + 1, False, ())
        else:
            working = _under_edits(desk, connection, made, kept, versions)
        last = latest(connection, made.style.key, year)
        compared = tuple(_compared(connection, last, working.draft.document)) if last is not None else ()
    return replace(working, compared=compared)


def _under_edits(desk: Desk, connection: Connection, made: Draft, kept: Any, versions: int) -> Working:
    """The generation with the clerk's words, its numbers counted now."""
    text, base = read_text(kept), read_text(kept, "base")
    if text is None or base is None:
        told = replace(made, remarks=(Remark("保存的稿子", WHOLE, DAMAGED), *made.remarks))
        return Working(told, made.document, versions + 1, False, (), is_damaged=True)
    merged = merge(made.document, base, text)
    document, lost = renew(merged, *_following(connection, date.fromisoformat(kept.content["upto"]), made, desk))
    material = tuple(dict.fromkeys((*made.material, *kept.content.get("material", ()))))
    working = Working(made, made.document, versions + 1, is_edited(base, text), (), tuple(lost))
    return replace(working, draft=judged_again(desk, working, document, material))


def _following(
    connection: Connection, upto: date, made: Draft, desk: Desk
) -> tuple[Callable[[Figure], Figure | None], Callable[[Figure], Figure]]:
    """How the figures of a text kept on ``upto`` are counted now, and what stands for one of which nothing is known."""

    def again(figure: Figure) -> Figure | None:
        return renewed(connection, figure, followed(figure, upto, made.period.end), desk.today())

    def unknown(figure: Figure) -> Figure:
        span = followed(figure, upto, made.period.end)
        return replace(figure, start=span.start, end=span.end, value=None, records=0)

    return again, unknown


def judged_again(desk: Desk, working: Working, document: Document, material: tuple[str, ...]) -> Draft:
    """The draft with this text and what is to be looked at, figures of which nothing is known among it."""
    made = judged(desk, working.draft, document, material)
    return replace(made, remarks=(*made.remarks, *_about_lost(document, working.lost)))


def _about_lost(document: Document, lost: Iterable[Figure]) -> Iterator[Remark]:
    tags = {figure.tag for figure in lost}
    for number, block in enumerate((each for each in document.blocks if isinstance(each, Paragraph)), start=1):
        for piece in block.text:
            if isinstance(piece, Figure) and piece.tag in tags:
                told = f"「{piece.words}」现在由台账数不出来（{piece.label}），仍是原来的写法，请核对或删去。"
                yield Remark(f"第{number}段", TRACEABLE, told)


def keep(desk: Desk, working: Working, document: Document, material: Iterable[str] = (), autosave: bool = False) -> int:
    """Keeps the text as the clerk left it; the id of the version. The same text again makes no new one.

    An autosave takes the place of that of the same person and day before it: an afternoon of typing is one version.
    """
    made = working.draft
    content = _content(made, document, working.base, (*made.material, *material))
    with desk.store.write() as connection:
        last = latest(connection, made.style.key, made.year)
        if last is not None and last.kind == EDITED and last.content["text"] == content["text"]:
            return int(last.id)
        row = _row(desk, made, EDITED, content, _records(connection, document), AUTOSAVED if autosave else "")
        if autosave and last is not None and _goes_on(last, row):
            connection.execute(update(SummaryText).where(SummaryText.id == last.id).values(**row))
            return int(last.id)
        return int(connection.execute(insert(SummaryText).values(**row)).inserted_primary_key[0])  # type: ignore[index]


def _goes_on(last: Any, row: Mapping[str, Any]) -> bool:
    """Whether an autosave goes on where the last one stopped."""
    return bool(last.note == AUTOSAVED and last.who == row["who"] and last.at.date() == row["at"].date())


def freeze(desk: Desk, made: Draft, file_name: str, base: Document | None = None) -> int:
    """A frozen copy of an exported summary with its figures and the numbers of its records.

    ``base`` is the generation that a clerk edited; without it the text is the generation.
    """
    content = _content(made, made.document, base or made.document, made.material)
    with desk.store.write() as connection:
        row = _row(desk, made, EXPORTED, content, _records(connection, made.document), file_name)
        return int(connection.execute(insert(SummaryText).values(**row)).inserted_primary_key[0])  # type: ignore[index]


def discard(desk: Desk, working: Working) -> None:
    """Back to the text as generated; what was edited stays among the kept texts."""
    keep(desk, working, working.base)


def versions(desk: Desk, style: str, year: int) -> list[Version]:
    """The kept texts, newest first."""
    asked = select(SummaryText.__table__).where(SummaryText.style == style, SummaryText.year == year)
    with desk.store.read() as connection:
        rows = connection.execute(asked.order_by(SummaryText.id)).all()
    told = [
        Version(row.id, number, row.at, row.who, row.kind, row.note, _characters(row))
        for number, row in enumerate(rows, start=1)
    ]
    return told[::-1]


def _characters(row: Any) -> int | None:
    text = read_text(row)
    return None if text is None else count_characters(text)


def version(desk: Desk, version_id: int) -> Document:
    """One kept text."""
    asked = select(SummaryText.content).where(SummaryText.id == version_id)
    with desk.store.read() as connection:
        found = connection.execute(asked).first()
    if found is None:
        raise NoVersion(f"没有编号为 {version_id} 的历史稿，请刷新后再选。")
    return from_plain(found.content["text"])


def restore(desk: Desk, version_id: int) -> None:
    """A kept text is the present one again, with the generation that was edited in it: what was left alone is renewed.

    Its records come along, so that 与上次相比 tells what changed since that text.
    """
    document = version(desk, version_id)
    with desk.store.write() as connection:
        row = connection.execute(select(SummaryText.__table__).where(SummaryText.id == version_id)).one()
        content = {"base": to_plain(document), **row.content}
        heads = {"style": row.style, "year": row.year, "kind": EDITED, "who": desk.who}
        heads |= {"at": datetime.now().replace(microsecond=0), "note": f"恢复 {row.at:%Y-%m-%d %H:%M} 的稿子"}
        connection.execute(insert(SummaryText).values(**heads, content=content, records=row.records))


def from_last_year(desk: Desk, style: str, year: int) -> tuple[Document, tuple[Figure, ...]]:
    """Last year's text as a start, its figures of this year; those not known stay as they were."""
    with desk.store.read() as connection:
        kept = latest(connection, style, year - 1, EXPORTED) or latest(connection, style, year - 1)
    text = read_text(kept) if kept is not None else None
    if text is not None:
        upto = date.fromisoformat(kept.content["upto"])
    else:
        last = draft(desk, style, year - 1)
        text, upto = last.document, last.period.end
    now = draft(desk, style, year)
    with desk.store.read() as connection:
        document, lost = renew(as_typed(text), *_following(connection, upto, now, desk))
    title = tuple(line.replace(str(year - 1), str(year)) for line in document.title)
    return replace(document, title=title, signed=now.document.signed, properties=now.document.properties), tuple(lost)


def proposals(desk: Desk, year: int, words: str, upto: date | None = None) -> list[Figure]:
    """Figures of a year that a number typed by hand may stand for: those that are written just so, at most five."""
    period = Period.of_year(year, upto)
    found: list[Figure] = []
    with desk.store.read() as connection:
        for key, counted in figures.count_all(connection, period).items():
            if not isinstance(counted.value, (int, Decimal)) or not counted.value:
                continue
            written = number_words(counted.value, counted.unit)
            if words in (written, re.sub(r"\D+$", "", written)):
                told = figures.FIGURES[key].label
                one = (written, key, period.start, period.end, (), counted.value, counted.unit, told, counted.records)
                found.append(Figure(*one))
    return found[:5]


def places(template: str) -> list[str]:
    """The places for the clerk's own words that a template names, in their order."""
    return list(dict.fromkeys(PLACES.findall(template)))


def own_words(desk: Desk, style: str, year: int) -> dict[str, str]:
    """What the clerk typed for a style and year."""
    return dict(desk.setting(f"words:{style}:{year}") or {})


def keep_words(desk: Desk, style: str, year: int, words: Mapping[str, str]) -> None:
    """Keeps them; a place left empty is none."""
    kept = {place: text.strip() for place, text in words.items() if text.strip()}
    with desk.store.write() as connection:
        put_setting(connection, f"words:{style}:{year}", kept)


def _count(connection: Connection, style: str, year: int) -> int:
    asked = select(SummaryText.id).where(SummaryText.style == style, SummaryText.year == year)
    return len(connection.execute(asked).all())


def _content(made: Draft, document: Document, base: Document, material: Iterable[str]) -> dict[str, Any]:
    plain = {"text": to_plain(document), "base": to_plain(base)}
    return {**plain, "upto": made.period.end.isoformat(), "material": list(material)}


def _row(desk: Desk, made: Draft, kind: str, content: Any, records: Any, note: str) -> dict[str, Any]:
    heads = {"style": made.style.key, "year": made.year, "at": datetime.now().replace(microsecond=0), "who": desk.who}
    return {**heads, "kind": kind, "content": content, "records": records, "note": note}


def _records(connection: Connection, document: Document) -> dict[str, list[list[Any]]]:
    """Tag of each figure → its records, so that a later text can name what came and went."""
    once = {figure.tag: figure for figure in document.figures()}
    return {
        tag: [[one.register, one.id] for one in behind(connection, figure)[:MOST_RECORDS]]
        for tag, figure in once.items()
    }


def _compared(connection: Connection, last: Any, now: Document) -> Iterable[Told]:
    """The lines of 与上次相比."""
    before = read_text(last)
    for change in changes(before, now) if before is not None else ():
        yield Told(_sentence(connection, change, last.records), change.figure or change.was)


def _sentence(connection: Connection, change: Change, kept: Mapping[str, Any]) -> str:
    if change.label == "段落":
        return f"段落{'删去' if change.before else '新增'}：{change.before or change.now}"
    if not change.before:
        return f"{change.label}：新写入 {change.now}"
    if not change.now:
        return f"{change.label}：不再写（上次 {change.before}）"
    named = _named(connection, change, kept)
    return f"{change.label}：{change.before}→{change.now}{f'：{named}' if named else ''}"


def _named(connection: Connection, change: Change, kept: Mapping[str, Any]) -> str:
    """The records that came and went, by day and name."""
    if change.was is None or change.figure is None:
        return ""
    then = {(register, record) for register, record in kept.get(change.was.tag, ())}
    now = behind(connection, change.figure)
    new = [one for one in now if (one.register, one.id) not in then]
    came = [f"{one.date.month}月{one.date.day}日「{one.title}」" if one.date else f"「{one.title}」" for one in new]
    gone = len(then - {(one.register, one.id) for one in now})
    parts = []
    if came:
        more = f"等{len(came)}条" if len(came) > MOST_NAMED else ""
        parts.append(f"新增{'、'.join(came[:MOST_NAMED])}{more}")
    if gone:
        parts.append(f"减少{gone}条")
    return "；".join(parts)
