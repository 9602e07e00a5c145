"""Days in the village (下村天数): distinct days of each person.

A record of n days covers n days running from its date, the last one with the fraction. A day counts at most 1 for one
person however many records touch it. Only days inside the period count, of records that began before it too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

from sqlalchemy import BigInteger, Connection, Select, and_, func, or_, select, type_coerce

from app.figures.asking import Asked, Behind, Source
from app.figures.figure import Counted
from app.figures.measures import OfRecords, table_of
from app.figures.period import Period
from app.models.outreach.visit import Visit

WHOLE = 10_000
"""Parts of a day as they are stored."""


@dataclass(frozen=True)
class Stay:
    """One record: who, from which day, how many parts of days."""

    id: int
    staff: int
    first: int
    parts: int

    def covers(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The days of the period that it touches, with the parts of each."""
        last = self.first + (self.parts - 1) // WHOLE
        for day in range(max(self.first, start), min(last, end) + 1):
            yield day, min(WHOLE, self.parts - (day - self.first) * WHOLE)


def counted_parts(stays: Sequence[Stay], period: Period) -> dict[int, int]:
    """What each record adds to its person's days, in parts of a day; those that reach no day of it are missing."""
    start, end = period.start.toordinal(), period.end.toordinal()
    used: dict[tuple[int, int], int] = {}
    added: dict[int, int] = {}
    for stay in stays:
        for day, parts in stay.covers(start, end):
            before = used.get((stay.staff, day), 0)
            used[stay.staff, day] = min(WHOLE, before + parts)
            added[stay.id] = added.get(stay.id, 0) + used[stay.staff, day] - before
    return added


def days_of(parts: int) -> Decimal:
    """Parts of a day as days, without trailing zeros: 1712.5."""
    days = Decimal(parts) / WHOLE
    return days.quantize(Decimal(1)) if days == days.to_integral_value() else days.normalize()


VISITS = Source(table_of(Visit))
STORED = VISITS.table.c
COLUMNS = (STORED.id, STORED.staff_id, STORED.date, type_coerce(STORED.days, BigInteger))


def reaching(connection: Connection, period: Period) -> Any:
    """Visits that touch the period: begun in it, or before it and lasting into it."""
    longest = connection.scalar(select(func.max(STORED.days)).select_from(VISITS.table)) or 1
    earliest = date.fromordinal(max(period.start.toordinal() - ceil(longest), 1))
    whole_days = (type_coerce(STORED.days, BigInteger) + (WHOLE - 1)) // WHOLE
    lasting = func.julianday(STORED.date) + whole_days > func.julianday(period.start.isoformat())
    begun_before = and_(STORED.date >= earliest, STORED.date < period.start, lasting)
    return or_(STORED.date.between(period.start, period.end), begun_before)


def stays_of(rows: Sequence[Any]) -> list[Stay]:
    """The rows of a query of ``COLUMNS``."""
    return [Stay(record, staff, day.toordinal(), parts or 0) for record, staff, day, parts in rows]


def days_in_village(connection: Connection, period: Period, staff: Collection[int] | None = None) -> dict[int, Decimal]:
    """Days of each person in the period, of all who have any or of those asked for (0 for none)."""
    query = select(*COLUMNS).where(VISITS.table.c.trashed_at.is_(None), reaching(connection, period))
    if staff is not None:
        query = query.where(VISITS.table.c.staff_id.in_(staff))
    stays = stays_of(connection.execute(query).all())
    parts = counted_parts(stays, period)
    people = dict.fromkeys(staff, 0) if staff is not None else {}
    for stay in stays:
        if stay.id in parts:
            people[stay.staff] = people.get(stay.staff, 0) + parts[stay.id]
    return {person: days_of(sum_) for person, sum_ in people.items()}


class DaysInVillage(OfRecords):
    """Distinct days of each person in the villages, added over persons."""

    picks = True
    nothing = 0
    noun = "天数"
    source = VISITS

    def counted(self, asked: Asked) -> Counted:
        """The days, and the records that reach into the period."""
        parts = counted_parts(stays_of(asked.rows(self._touching(asked))), asked.period)
        return asked.answer(days_of(sum(parts.values())), len(parts))

    def _touching(self, asked: Asked) -> Select[Any]:
        query = asked.select(self.source, *COLUMNS, dated=False).where(reaching(asked.connection, asked.period))
        return query.order_by(VISITS.table.c.date, VISITS.table.c.id)

    def behind(self, asked: Asked) -> list[Behind]:
        """The records, each with the days that no earlier one has counted."""
        stays = stays_of(asked.rows(self._touching(asked)))
        parts = counted_parts(stays, asked.period)
        name = VISITS.table.name
        return [
            Behind(name, stay.id, date.fromordinal(stay.first), days_of(parts[stay.id]))
            for stay in stays
            if stay.id in parts
        ]
