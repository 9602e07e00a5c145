"""What a limit may look at: the records of a year up to a day, or the record being typed and what it touches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, select

from app.kinds import ReferenceKind
from app.models import BY_KEY
from app.models.documents.outgoing import NUMBERED
from app.models.people.leave import GRANTED
from app.rules.dating import day_of, in_span, is_of_year, naming_fields, of_year
from app.rules.periods import Span, spans_of, year_of
from app.rules.rule import RecordRule, Reference
from app.rules.settings import Settings
from app.rules.views import View, fetch
from app.store.records import HIDDEN, layout_of
from app.store.surroundings import Office
from app.workdays import Calendar

Found = TypeVar("Found")

APPROVED: Mapping[str, tuple[str, ...]] = {
    "meeting": ("已批准", "已召开"),
    "leave": GRANTED,
    "outgoing": NUMBERED,
    "reception": ("已审批", "已接待", "已结算"),
}
"""States in which a record counts in the yearly check; registers without a state count whole."""
LINKED: Mapping[str, frozenset[str]] = {
    "staff": frozenset(
        (
            *("name", "office", "authority", "duty_class", "rank", "resident"),
            *("work_start", "arrived", "left", "leave_carried", "phone", "study_group"),
            *("team", "badge"),
        )
    ),
    "village": frozenset(["name", "since", "until", "plan_date", "hard_road"]),
    "office": frozenset(("name", "since", "until")),
    "meeting": frozenset(("date", "title", "kind", "status")),
    "budget": frozenset(["name", "year", "three_public", "special", "amount", "adjusted"]),
}
"""Fields of linked records that a limit or its sentence may name."""
LONG_NAME = 24


@dataclass(frozen=True)
class Hand:
    """The record being typed."""

    register: str
    view: View

    @property
    def reference(self) -> Reference:
        """Where it is stored; id 0 where it is not yet."""
        return (self.register, self.view.id)


class Scope:
    """One year up to the evening of a day; with a record at hand, what judging that record needs."""

    def __init__(
        self,
        connection: Connection,
        office: Office,
        settings: Settings,
        year: int,
        day: date,
        keys: Mapping[str, frozenset[str]],
        hand: Hand | None = None,
    ) -> None:
        self.connection = connection
        self.office = office
        self.settings = settings
        self.year = year
        self.day = day
        self.hand = hand
        self._keys = keys
        self._records: dict[str, list[View]] = {}
        self._approved: dict[str, list[View]] = {}
        self._linked: dict[str, dict[int, View]] = {}
        self._indexes: dict[tuple[str, str], dict[Any, list[View]]] = {}
        self._kept: dict[str, Any] = {}
        self._called: dict[tuple[str, int], tuple[str, str]] = {}

    @property
    def calendar(self) -> Calendar:
        """Holidays and swapped workdays."""
        return self.office.calendar

    @cached_property
    def span(self) -> Span:
        """The year."""
        return year_of(self.year)

    def once(self, name: str, work: Callable[[], Found]) -> Found:
        """A thing worked out once for all limits of a check."""
        if name not in self._kept:
            self._kept[name] = work()
        found: Found = self._kept[name]
        return found

    def happened(self, day: date | None) -> date | None:
        """A day on which something was done, unless that is still to come on the day of the check."""
        return day if day is not None and day <= self.day else None

    def records(self, register: str) -> list[View]:
        """All records of the year up to the day, whatever their state; of some registers those in being in it."""
        if register not in self._records:
            found = fetch(self.connection, register, self._keys_of(register), *self._of_year(register))
            self._records[register] = found
        return self._records[register]

    def approved(self, register: str) -> list[View]:
        """The records of the year that count."""
        if register not in self._approved:
            states = APPROVED.get(register)
            records = self.records(register)
            self._approved[register] = [each for each in records if each.status in states] if states else records
        return self._approved[register]

    def judged(self, rule: RecordRule, register: str) -> list[View]:
        """The records that a limit judges in the yearly check."""
        if register not in rule.where:
            return self.records(register) if rule.unapproved_too else self.approved(register)
        keys, states = self._keys_of(register) | rule.uses[register], APPROVED.get(register)
        found = fetch(self.connection, register, keys, *self._of_year(register), rule.where[register])
        return [each for each in found if not states or rule.unapproved_too or each.status in states]

    def within(self, register: str, span: Span) -> list[View]:
        """Records whose day lies in a span, in any state; the record at hand stands in for the stored one."""
        if self.hand is None:
            return [each for day, each in self._by_day(register) if span.start <= day <= span.end]
        stored = fetch(self.connection, register, self._keys_of(register), in_span(register, span.start, span.end))
        found = [each for each in stored if (register, each.id) != self.hand.reference]
        if self.hand.register == register and span.holds(day_of(register, self.hand.view)):
            found.append(self.hand.view)
        return found

    def _by_day(self, register: str) -> list[tuple[date, View]]:
        """The records of the year that have a day, each with it."""

        def dated() -> list[tuple[date, View]]:
            days = ((day_of(register, each), each) for each in self.records(register))
            return [(day, each) for day, each in days if day is not None]

        return self.once(f"{register} by day", dated)

    def alike(self, register: str, key: str, record: View) -> list[View]:
        """Other records with the same value in a field: of the year, or of any time for the record at hand."""
        value = getattr(record, key)
        if value is None or value == "":
            return []
        if self.hand is None:
            found = self._index(register, key).get(value, [])
        else:
            column = BY_KEY[register].by_key[key].column
            found = fetch(self.connection, register, self._keys_of(register), column == value)
        return [each for each in found if each.id != record.id]

    def tells(self, record: View, other: View) -> bool:
        """True for the one of two records at which a clash between them is told: the later, or the one at hand."""
        return self.hand is not None or other.id < record.id

    def linked(self, register: str, record: int | None) -> View | None:
        """The record that a reference points at."""
        if record is None:
            return None
        if self.hand is None:
            return self._whole(register).get(record)
        known = self._linked.setdefault(register, {})
        if record not in known:
            column = layout_of(register).table.c.id
            found = fetch(self.connection, register, LINKED[register], column == record, trash_too=True)
            known.update({each.id: each for each in found})
        return known.get(record)

    def person(self, record: int | None) -> View | None:
        """One person of the roster."""
        return self.linked("staff", record)

    def people(self, span: Span) -> list[View]:
        """Everyone in post on the last day of a span, or today where it still runs."""
        last = span.upto(self.day)
        return [each for each in self._whole("staff").values() if each.trashed_at is None and is_in_post(each, last)]

    def villages(self, span: Span) -> list[View]:
        """Villages in being on the last day of a span, or today where it still runs."""
        last = span.upto(self.day)
        return [each for each in self._whole("village").values() if each.trashed_at is None and is_in_being(each, last)]

    def offices(self, span: Span) -> list[View]:
        """Offices in being on the last day of a span, or today where it still runs."""
        last = span.upto(self.day)
        return [each for each in self._whole("office").values() if each.trashed_at is None and is_in_being(each, last)]

    def name_of(self, register: str, record: int | None) -> str:
        """What a linked record is called; two people of one name with their offices."""
        found = self.linked(register, record)
        if found is None:
            return ""
        if register == "staff" and self.hand is None and found.name in self._namesakes:
            office = self.name_of("office", found.office)
            return f"{found.name}({office})" if office else str(found.name)
        return str(found.name)

    def called(self, register: str, record: View) -> tuple[str, str]:
        """What a finding calls a record, and its day."""
        named = self._called.get((register, record.id))
        if named is None or self.hand is not None:
            day = day_of(register, record)
            when = "" if day is None else f"{day.year}年" if is_of_year(register) else day.isoformat()
            named = self._title_of(register, record), when
            self._called[register, record.id] = named
        return named

    def _title_of(self, register: str, record: View) -> str:
        if register == "visit":
            return f"{record.date} {self.name_of('staff', record.staff)} {self.name_of('village', record.village)}"
        if register == "leave":
            return f"{self.name_of('staff', record.staff)} {record.start}"
        if register == "outgoing" and record.number:
            return str(record.number)
        key = "title" if register == "outgoing" else naming_fields(register)[1]
        title, kind = getattr(record, key), BY_KEY[register].by_key[key].kind
        masked = BY_KEY[register].masked
        if masked is not None and key in masked.keys and masked.hides(getattr(record, masked.attribute.key)):
            title = HIDDEN
        title = self.name_of(kind.register, title) if isinstance(kind, ReferenceKind) else str(title or "")
        title = title if len(title) <= LONG_NAME else f"{title[:LONG_NAME]}…"
        day = day_of(register, record)
        when = "" if day is None else f"{day.year}年" if is_of_year(register) else day
        return f"{when} {title}".strip()

    @cached_property
    def heads(self) -> frozenset[str]:
        """Names of the two heads (主要领导)."""
        table = layout_of("staff").table
        asked = select(table.c.name).where(table.c.authority == "主要领导", table.c.trashed_at.is_(None))
        return frozenset(self.connection.execute(asked).scalars())

    def spans(self, per: str) -> list[Span]:
        """The periods of the year that have begun."""
        return [span for span in spans_of(per, self.year) if span.start <= self.day]

    @cached_property
    def days_in_village(self) -> Mapping[int, Decimal]:
        """Days in the villages of each person in the year up to the day."""
        from app.figures import Period, days_in_village

        if self.day < self.span.start:
            return {}
        return days_in_village(self.connection, Period(self.span.start, self.span.upto(self.day)), None)

    @cached_property
    def _namesakes(self) -> frozenset[str]:
        names = [each.name for each in self._whole("staff").values()]
        return frozenset(name for name in names if names.count(name) > 1)

    def _keys_of(self, register: str) -> frozenset[str]:
        return self._keys.get(register, frozenset()) | frozenset(naming_fields(register))

    def _whole(self, register: str) -> dict[int, View]:
        if self.hand is None and register in self._linked:
            return self._linked[register]
        found = fetch(self.connection, register, LINKED[register], trash_too=True)
        whole = {each.id: each for each in found}
        if self.hand is None:
            self._linked[register] = whole
        return whole

    def _index(self, register: str, key: str) -> dict[Any, list[View]]:
        if (register, key) not in self._indexes:
            index: dict[Any, list[View]] = {}
            for each in self.records(register):
                index.setdefault(getattr(each, key), []).append(each)
            self._indexes[register, key] = index
        return self._indexes[register, key]

    def _of_year(self, register: str) -> tuple[ColumnElement[bool], ...]:
        return of_year(register, self.span.start, self.span.upto(self.day))


def is_in_post(person: View, day: date) -> bool:
    """到岗日期 is not after the day, 离岗日期 later or empty."""
    return (person.arrived is None or person.arrived <= day) and (person.left is None or person.left > day)


def is_in_being(place: View, day: date) -> bool:
    """设立日期 is not after the day, 撤并日期 later or empty."""
    return (place.since is None or place.since <= day) and (place.until is None or place.until > day)


def days_after(day: date, count: int) -> date:
    """So many days later."""
    return day + timedelta(days=count)
