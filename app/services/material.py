"""Material for summaries: sentences that clerks marked, problems to own up to, plans for the next step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from app.figures import Period
from app.models import BY_KEY
from app.models.base import Base
from app.services.desk import Desk


@dataclass(frozen=True)
class Piece:
    """One sentence and the record that it comes from."""

    register: str
    id: int
    date: date | None
    text: str


def material(desk: Desk, year: int) -> dict[str, list[Piece]]:
    """highlights, problems and plans of a year, in the order of their days."""
    period = Period.of_year(year)
    with desk.store.read() as connection:
        return {
            "highlights": _highlights(connection, period),
            "problems": _problems(connection, period),
            "plans": _plans(connection, year),
        }


def _highlights(connection: Connection, period: Period) -> list[Piece]:
    """典型事例 of every register that has a day."""
    found: list[Piece] = []
    for register in BY_KEY.values():
        table = Base.metadata.tables[register.key]
        dated = register.by_key[register.dated_key].column if register.dated_key else None
        if dated is None or str(dated.type) != "DATE":
            continue
        kept = (table.c.highlight.is_not(None), table.c.trashed_at.is_(None), dated.between(period.start, period.end))
        asked = select(table.c.id, dated, table.c.highlight).where(*kept)
        found += [Piece(register.key, record, day, words) for record, day, words in connection.execute(asked)]
    return sorted(found, key=lambda piece: piece.date or date.min)


def _problems(connection: Connection, period: Period) -> list[Piece]:
    """Problems that are to be told as shortcomings first, then the others."""
    table = BY_KEY["problem"].record.__table__
    kept = (table.c.trashed_at.is_(None), table.c.date.between(period.start, period.end))
    asked = select(table.c.id, table.c.date, table.c.content).where(*kept)
    ordered = asked.order_by(table.c.shortcoming.is_(True).desc(), table.c.date)
    return [Piece("problem", record, day, words) for record, day, words in connection.execute(ordered)]


def _plans(connection: Connection, year: int) -> list[Piece]:
    """Plans in their order, what is to be done with what is meant."""
    table = BY_KEY["next_step"].record.__table__
    asked = select(table.c.id, table.c.title, table.c.content).where(table.c.trashed_at.is_(None), table.c.year == year)
    found = connection.execute(asked.order_by(table.c.order, table.c.id)).all()
    told = [(record, f"{title.rstrip('。')}。{content or ''}") for record, title, content in found]
    return [Piece("next_step", record, None, words) for record, words in told]
