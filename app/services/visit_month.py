"""A month of days in the villages (人 × 日): who was where, whose diary is written, and what the year still asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from app import kinds
from app.figures import Period
from app.figures.days import COLUMNS, WHOLE, Stay, days_in_village, days_of, reaching, stays_of
from app.models.outreach.visit import VISIT, Visit
from app.models.people.staff import Staff
from app.models.register import Values
from app.rules import Finding
from app.rules.catalogue import RULES
from app.rules.checking import keys_of, standings_of
from app.rules.rule import Standing
from app.rules.scope import Scope
from app.rules.settings import Settings
from app.services import records
from app.services.absences import Absence, absences, short
from app.services.changing import Changing
from app.services.month_days import MonthDay, days_between
from app.services.reading import completions
from app.store.records import load, titles
from app.store.surroundings import Office

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.desk import Desk

REQUIRED = ("visits.days_leaders", "visits.days_residents", "visits.days_others", "visits.days_village_cadres")
"""The limits on days in the villages, each for a class of people; of two the stricter governs."""
CLASSES = ("镇科级实职领导", "驻村干部", "其他机关干部", "村(社区)干部")
ASKED = ("village", "kind", "days")
"""What a quick record must say besides person and day."""
TYPED = re.compile(r"(?P<where>.*?)\s*(?P<days>\d+(?:\.\d+)?|半天?)?\s*天?")
"""柳溪村, lxc, lxc0.5, 1, 半天."""


@dataclass(frozen=True)
class Mark:
    """One record on one day: where, how much of the day, and whether the diary is written."""

    record: int
    village: str
    kind: str
    share: Decimal
    days: Decimal
    first: date
    diary: bool

    @property
    def words(self) -> str:
        """柳溪村 入户走访 1天，已写日记."""
        more = f"（{short(self.first)}起）" if self.days > 1 else ""
        return f"{self.village} {self.kind} {self.days.normalize():f}天{more}{'，已写日记' if self.diary else ''}"


@dataclass(frozen=True)
class PersonMonth:
    """One person's month, and the year so far."""

    person: int
    name: str
    duty_class: str
    marks: Mapping[date, tuple[Mark, ...]]
    month: Decimal
    year: Decimal
    standing: Standing | None
    """How the person stands by the limit on days in the year; None where none is asked."""

    @property
    def diaries(self) -> int:
        """Entries of the diary in the month."""
        written = {mark.record for marks in self.marks.values() for mark in marks if mark.diary}
        return len(written)

    @property
    def is_short(self) -> bool:
        """Below what the year asks."""
        return self.standing is not None and self.standing.value < self.standing.limit


@dataclass(frozen=True)
class VisitMonth:
    """Everyone's month."""

    period: Period
    days: tuple[MonthDay, ...]
    people: tuple[PersonMonth, ...]
    absent: Mapping[tuple[int, date], Absence]
    clause: str
    """The clause of the limits on days."""


def load_month(desk: Desk, period: Period) -> VisitMonth:
    """The month of everyone who was on the roster in it, by classes."""
    with desk.office() as office:
        connection, year = office.connection, Period.of_year(period.start.year)
        marks, standings = marks_of(connection, period), required(office, period.start.year)
        month, whole = days_in_village(connection, period), days_in_village(connection, year)
        there = (
            or_(Staff.arrived.is_(None), Staff.arrived <= period.end),
            or_(Staff.left.is_(None), Staff.left > period.start),
        )
        rows = connection.execute(
            select(Staff.id, Staff.name, Staff.duty_class).where(Staff.trashed_at.is_(None), *there).order_by(Staff.id)
        )
        people = [
            PersonMonth(
                row.id,
                row.name,
                row.duty_class,
                marks.get(row.id, {}),
                month.get(row.id, Decimal(0)),
                whole.get(row.id, Decimal(0)),
                standings.get(row.id),
            )
            for row in rows
        ]
        ordered = sorted(people, key=lambda one: CLASSES.index(one.duty_class))
        days = days_between(office, period.start, period.end)
        clause = Settings(connection, office).clause(RULES[REQUIRED[0]], period.end)
        return VisitMonth(period, days, tuple(ordered), absences(office, period.start, period.end), clause)


def marks_of(connection: Connection, period: Period) -> dict[int, dict[date, tuple[Mark, ...]]]:
    """Person → day → records that touch it; a record of several days marks each of them."""
    asked = select(*COLUMNS).where(Visit.trashed_at.is_(None), reaching(connection, period)).order_by(Visit.id)
    stays = stays_of(connection.execute(asked).all())
    stored = load(connection, VISIT, [stay.id for stay in stays])
    villages = titles(connection, "village", {values["village"] for values in stored.values()})
    found: dict[int, dict[date, tuple[Mark, ...]]] = {}
    for stay in stays:
        for day, mark in _marks(stay, stored[stay.id], villages, period):
            mine = found.setdefault(stay.staff, {})
            mine[day] = (*mine.get(day, ()), mark)
    return found


def _marks(stay: Stay, values: Values, villages: Mapping[int, str], period: Period) -> Iterator[tuple[date, Mark]]:
    village, diary = villages.get(values["village"], ""), bool(values["found"] or values["thoughts"])
    for number, parts in stay.covers(period.start.toordinal(), period.end.toordinal()):
        share = min(days_of(parts), Decimal(1))
        yield (
            date.fromordinal(number),
            Mark(stay.id, village, values["kind"], share, Decimal(stay.parts) / WHOLE, values["date"], diary),
        )


def required(office: Office, year: int) -> dict[int, Standing]:
    """Person → how the year stands by the limit on days; of two limits the stricter."""
    day = min(office.today, date(year, 12, 31))
    settings = Settings(office.connection, office)
    rules = [RULES[key] for key in REQUIRED if settings.in_force(RULES[key], day)]
    scope = Scope(office.connection, office, settings, year, day, keys_of(rules))
    found: dict[int, Standing] = {}
    for rule in rules:
        for standing in standings_of(rule, scope):
            person = standing.records[0][1]
            known = found.get(person)
            if standing.limit is not None and (known is None or known.limit < standing.limit):
                found[person] = standing
    return found


# Quick records: what is typed into a cell.


@dataclass(frozen=True)
class Quick:
    """A record begun in a cell: its values, and what still must be asked."""

    values: Values
    record: int | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """Keys of required fields that are empty."""
        return tuple(key for key in ASKED if self.values.get(key) is None)


def quick(desk: Desk, person: int, day: date, text: str) -> Quick:
    """What a text in a cell means: 1, 半天, 柳溪村, lxc, lxc0.5; Misread says why it means nothing.

    The village is that of the person where none is typed, the kind that of the person's last visit.
    """
    told = TYPED.fullmatch(text.strip())
    assert told is not None
    where, days = told["where"].strip(), told["days"]
    usual = _usual(desk, person)
    village = _village(desk, where) if where else usual.get("village")
    amount = Decimal("0.5") if days and days.startswith("半") else Decimal(days or 1)
    blank = records.blank(desk, VISIT)
    return Quick(blank | {"date": day, "staff": person, "village": village, "kind": usual.get("kind"), "days": amount})


def _village(desk: Desk, typed: str) -> int:
    found = completions(desk, "village", typed)
    exact = [record for record, name, _ in found if name == typed]
    if not found:
        raise kinds.Misread(f"「{typed[:30]}」不在村（社区）里，请写村名、首字母，或写 1、0.5。")
    return exact[0] if exact else found[0][0]


def _usual(desk: Desk, person: int) -> dict[str, Any]:
    """The village that the person looks after, or went to last; the kind of the last visit."""
    with desk.store.read() as connection:
        mine = Visit.staff_id == person, Visit.trashed_at.is_(None)
        asked = select(Visit.village_id, Visit.kind).where(*mine).order_by(Visit.date.desc(), Visit.id.desc())
        last = connection.execute(asked.limit(1)).first()
        village = connection.scalar(select(Staff.village_id).where(Staff.id == person))
    return {"village": village or (last.village_id if last else None), "kind": last.kind if last else None}


def changed(desk: Desk, mark: Mark, text: str) -> Quick:
    """A stored record with the village or the days that were typed over it."""
    told = TYPED.fullmatch(text.strip())
    assert told is not None
    values: Values = {}
    if where := told["where"].strip():
        values["village"] = _village(desk, where)
    if days := told["days"]:
        values["days"] = Decimal("0.5") if days.startswith("半") else Decimal(days)
    return Quick(values, mark.record)


def words_of(desk: Desk, quick: Quick) -> str:
    """张三3月7日 柳溪村 入户走访 1天."""
    with desk.store.read() as connection:
        stored = load(connection, VISIT, [quick.record])[quick.record] if quick.record is not None else {}
        values = {**stored, **quick.values}
        name = titles(connection, "staff", [values["staff"]])[values["staff"]]
        village = titles(connection, "village", [values["village"]])[values["village"]]
    return f"{name}{short(values['date'])} {village} {values['kind']} {values['days'].normalize():f}天"


def save(desk: Desk, quicks: Sequence[Quick], reasons: Mapping[str, str] | None = None) -> list[Finding]:
    """Stores them in one change; what the limits say of them. Refused and NeedsReason say what stands in the way."""
    made = sum(each.record is None for each in quicks)
    what = f"登记{VISIT.label} {made} 条" if made else f"修改{VISIT.label} {len(quicks)} 条"
    found: list[Finding] = []
    with desk.store.write() as connection:
        changing = Changing(connection, desk.who, what, desk.today())
        for each in quicks:
            found += records.save_within(changing, VISIT, each.values, each.record, reasons).findings
    return found
