"""How many different records are behind several figures of records together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sqlalchemy import and_, func, or_, select, true

from app.figures.asking import Asked, Source
from app.figures.figure import Figure, Standing, Upto

Part = tuple[Asked, Source]


def union_count(parts: Sequence[Part]) -> int:
    """The records behind any of them, each once."""
    registers: dict[str, list[Part]] = {}
    for asked, source in parts:
        registers.setdefault(source.table.name, []).append((asked, source))
    return sum(map(_of_one_register, registers.values()))


def _of_one_register(parts: list[Part]) -> int:
    if len(parts) == 1 or _apart(parts):
        return sum(asked.counted().records for asked, _ in parts)
    if any(asked.figure.of.picks for asked, _ in parts):
        return len({one.id for asked, _ in parts for one in asked.figure.of.behind(asked)})
    return _of_one_span(parts) if _alike(parts) else _of_any_spans(parts)


def _apart(parts: list[Part]) -> bool:
    """True where no record can be behind two of them: one date of each record, and spans of different years."""
    dated = parts[0][0].figure.dated
    if (
        dated is None
        or isinstance(dated, (Standing, Upto))
        or any(asked.figure.dated is not dated for asked, _ in parts)
    ):
        return False
    spans = sorted((asked.period.start.year, asked.period.end.year) for asked, _ in parts)
    return all(end < start for (_, end), (start, _) in pairwise(spans))


def _alike(parts: list[Part]) -> bool:
    """True for records themselves, over one period, by the same date."""
    first, _ = parts[0]
    return all(
        source.link is None and asked.period == first.period and _same_date(asked.figure, first.figure)
        for asked, source in parts
    )


def _same_date(one: Figure, other: Figure) -> bool:
    if isinstance(one.dated, Standing) and isinstance(other.dated, Standing):
        return one.dated.since is other.dated.since and one.dated.until is other.dated.until
    return one.dated is other.dated and not isinstance(one.dated, Upto)


def _of_one_span(parts: list[Part]) -> int:
    """Read once: the records of the period that any of the figures counts."""
    asked, source = parts[0]
    any_of_them = or_(*(and_(true(), *one.counts(its)) for one, its in parts))
    holds = (source.table.c.trashed_at.is_(None), *asked.lies_in(), any_of_them)
    ((found,),) = asked.rows(select(func.count()).select_from(source.table).where(*holds))
    return int(found)


def _of_any_spans(parts: list[Part]) -> int:
    """Each figure's records gathered."""
    return len({row[0] for asked, source in parts for row in asked.rows(asked.select(source, source.table.c.id))})
