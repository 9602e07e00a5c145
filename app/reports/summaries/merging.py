"""A text that a clerk edited meets a new generation: words are kept, numbers renewed, and what changed is told.

A paragraph is known again by its origin, the line of the template that it comes from. One that the clerk left alone
comes fresh; one that was edited keeps its words; one that was taken out stays out; what was typed stays in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.figures import Period
from app.reports.document import Block, Document, Figure, Heading, Inline, Paragraph, Text, plain

Words = Heading | Paragraph
Again = Callable[[Figure], Figure | None]


@dataclass(frozen=True)
class Change:
    """One difference of two texts."""

    label: str
    before: str
    now: str
    was: Figure | None = None
    figure: Figure | None = None


def body_of(document: Document) -> tuple[Block, ...]:
    """What a clerk edits: the blocks before the annexes."""
    return document.before_annexes()


def skeleton(block: Block) -> object:
    """What a block says apart from the values of its figures; two alike blocks differ in numbers at most."""
    if not isinstance(block, (Heading, Paragraph)):
        return block
    words = tuple(_origin_of(piece) if isinstance(piece, Figure) else piece for piece in block.text)
    kind = block.level if isinstance(block, Heading) else block.role
    return (kind, words)


def _origin_of(figure: Figure) -> tuple[object, ...]:
    return ("figure", figure.key, figure.by, figure.form, figure.start)


def merge(generated: Document, base: Document, edited: Document) -> Document:
    """The new generation under the clerk's hand; ``base`` is the generation that was edited."""
    fresh = {block.origin: block for block in body_of(generated) if isinstance(block, (Heading, Paragraph))}
    before = {block.origin: block for block in body_of(base) if isinstance(block, (Heading, Paragraph))}
    kept: list[Block] = [block for each in body_of(edited) if (block := _kept(each, fresh, before)) is not None]
    _put_new(kept, [b for b in body_of(generated) if isinstance(b, (Heading, Paragraph))], set(before))
    annexes = generated.blocks[len(body_of(generated)) :]
    title = edited.title if edited.title != base.title else generated.title
    return replace(generated, title=title, blocks=(*_closed_up(kept), *annexes))


def _kept(block: Block, fresh: dict[str, Words], before: dict[str, Words]) -> Block | None:
    """What stands for a block of the edited text; None where it was left alone and its material is gone."""
    if not isinstance(block, (Heading, Paragraph)) or not block.origin:
        return block
    alone = block.origin in before and skeleton(block) == skeleton(before[block.origin])
    return fresh.get(block.origin) if alone else block


def _put_new(kept: list[Block], generated: list[Words], known: set[str]) -> None:
    """Blocks that the edited text could not know stand after the one they follow in the generation."""
    for at, block in enumerate(generated):
        if block.origin in known or not block.origin:
            continue
        followed = {each.origin for each in generated[:at]}
        places = [i for i, one in enumerate(kept) if isinstance(one, (Heading, Paragraph)) and one.origin in followed]
        kept.insert(places[-1] + 1 if places else 0, block)


def _closed_up(blocks: list[Block]) -> list[Block]:
    """A heading that the generation put in and that has nothing under it goes."""
    closed: list[Block] = []
    for block in reversed(blocks):
        below = closed[-1] if closed else None
        hollow = below is None or (
            isinstance(below, Heading) and isinstance(block, Heading) and below.level <= block.level
        )
        if not (isinstance(block, Heading) and block.origin and hollow):
            closed.append(block)
    return list(reversed(closed))


def followed(figure: Figure, upto: date, until: date) -> Period:
    """The span of a figure in a text that was kept on ``upto`` and is looked at on ``until``, maybe in another year.

    One that ran to the day of the text runs to the new day, in earlier years too (上年同期); any other span only moves
    with the year.
    """
    years, back = until.year - upto.year, upto.year - figure.end.year
    span = Period(figure.start, figure.end).moved(years)
    if figure.end == Period(upto, upto).moved(-back).end:
        end = Period(until, until).moved(-back).end
    else:
        end = min(span.end, until) if years and not back else span.end
    return Period(span.start, max(span.start, end))


def renew(
    document: Document, again: Again, unknown: Callable[[Figure], Figure] = lambda figure: figure
) -> tuple[Document, list[Figure]]:
    """The document with its figures counted again, and those not known any more: they keep their words."""
    lost: list[Figure] = []

    def renewed(piece: Inline) -> Inline:
        if not isinstance(piece, Figure):
            return piece
        now = again(piece)
        if now is None:
            now = unknown(piece)
            lost.append(now)
        return now

    blocks = tuple(
        replace(block, text=tuple(map(renewed, block.text))) if isinstance(block, (Heading, Paragraph)) else block
        for block in document.blocks
    )
    return replace(document, blocks=blocks), lost


def as_typed(document: Document) -> Document:
    """The text as if a clerk had typed all of it, with its figures: what a new year may start from."""
    blocks = tuple(
        replace(block, origin="") if isinstance(block, (Heading, Paragraph)) else block for block in body_of(document)
    )
    return replace(document, blocks=blocks)


def is_edited(base: Document, edited: Document) -> bool:
    """Whether the clerk's text differs from its generation in anything but numbers."""
    return base.title != edited.title or list(map(skeleton, body_of(base))) != list(map(skeleton, body_of(edited)))


def changes(before: Document, now: Document) -> Iterator[Change]:
    """What differs: figures written otherwise, those that came and went, paragraphs that came and went."""
    then = {_origin_of(figure): figure for figure in before.figures()}
    today = {_origin_of(figure): figure for figure in now.figures()}
    for key, figure in today.items():
        was = then.get(key)
        if was is None:
            yield Change(figure.label, "", figure.words, None, figure)
        elif was.words != figure.words:
            yield Change(figure.label, was.words, figure.words, was, figure)
    for key, figure in then.items():
        if key not in today:
            yield Change(figure.label, figure.words, "", figure, None)
    texts = [[_opening(block.text) for block in _words(each) if not _has_figures(block)] for each in (before, now)]
    yield from (Change("段落", opening, "") for opening in texts[0] if opening not in texts[1])
    yield from (Change("段落", "", opening) for opening in texts[1] if opening not in texts[0])


def _words(document: Document) -> list[Paragraph]:
    return [block for block in body_of(document) if isinstance(block, Paragraph)]


def _has_figures(block: Paragraph) -> bool:
    return any(isinstance(piece, Figure) for piece in block.text)


def _opening(text: Text) -> str:
    words = plain(text)
    return words if len(words) <= 24 else words[:24] + "……"
