"""Who is away on which days, by the registers of leave and of travel (请销假、外出), and how that is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func

from app.models.people.leave import GRANTED, Leave
from app.models.people.outing import Outing
from app.rules.catalogue import RULES
from app.rules.clashes import WHOLE, Doing, clash
from app.rules.people import last_day
from app.rules.settings import Settings
from app.rules.views import fetch
from app.store.surroundings import Office
from app.workdays import days_from

LEAVE = ("staff", "kind", "start", "end", "start_half", "end_half", "extension", "returned", "status")
CLAUSE = "leave.clashes"
"""The limit by which nobody on leave is on duty or in a village."""


@dataclass(frozen=True)
class Absence:
    """Somebody is away on a day: why, and by which clause that matters."""

    why: str
    """3月4日至3月6日请事假, 3月9日外出县城."""
    clause: str


def absences(office: Office, first: date, last: date) -> dict[tuple[int, date], Absence]:
    """(person, day) → why the person is away, for granted leave and for travel, between two days."""
    settings = Settings(office.connection, office)
    clause = settings.clause(RULES[CLAUSE], last)
    found = {(person, day): Absence(why, "外出登记") for person, day, why in _travel(office, first, last)}
    return found | {(person, day): Absence(why, clause) for person, day, why in _leave(office, first, last)}


def by_person(found: Mapping[tuple[int, date], Absence]) -> dict[int, frozenset[date]]:
    """Person → days away."""
    days: dict[int, set[date]] = {}
    for person, day in found:
        days.setdefault(person, set()).add(day)
    return {person: frozenset(some) for person, some in days.items()}


def short(day: date) -> str:
    """3月7日."""
    return f"{day.month}月{day.day}日"


def _span(first: date, last: date) -> str:
    return short(first) if first == last else f"{short(first)}至{short(last)}"


def _leave(office: Office, first: date, last: date) -> Iterator[tuple[int, date, str]]:
    """A day counts where the limit on clashes would say so of a whole day of duty."""
    until = func.coalesce(Leave.extension, Leave.end)
    conditions = Leave.status.in_(GRANTED), Leave.start <= last, until >= first
    for leave in fetch(office.connection, "leave", LEAVE, *conditions):
        why = f"{_span(leave.start, last_day(leave))}请{leave.kind or '假'}"
        for day in days_from(max(leave.start, first), min(last_day(leave), last)):
            if clash(leave, Doing(day, day, WHOLE, "", ("leave", leave.id))):
                yield leave.staff, day, why


def _travel(office: Office, first: date, last: date) -> Iterator[tuple[int, date, str]]:
    until = func.coalesce(Outing.end, Outing.date)
    keys = ("date", "end", "members", "destination")
    for outing in fetch(office.connection, "outing", keys, Outing.date <= last, until >= first):
        end = max(outing.end or outing.date, outing.date)
        why = f"{_span(outing.date, end)}外出{outing.destination or ''}"
        for day in days_from(max(outing.date, first), min(end, last)):
            yield from ((person, day, why) for person in outing.members)
