"""The sheet of a month's duty (日 × 岗) as plain values: a line a day, a column a post; typed, exchanged, counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import ceil
from typing import Any

from app.services.absences import Absence, by_person, short
from app.services.month_days import MonthDay
from app.services.rota import HOLIDAY, KINDS, WEEKEND, Asked, Post, Turn, Unfillable, fill

LEADER, DRIVER, REMARKS = "leader", "driver", "remarks"
MEMBER = "member"
"""The post of those who are no leaders; their columns are member1, member2 …."""
POSTS = {LEADER: "带班领导", MEMBER: "值班人员"}
MORE = 2
"""Days above the mean of a month that nobody exceeds, if it can be: what is to be made up for takes some months."""
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Roster:
    """Who takes part in the rota, how many stand a day, and what is the same every day."""

    leaders: tuple[int, ...] = ()
    members: tuple[int, ...] = ()
    seats: int = 2
    driver: str = ""

    def people(self, post: str) -> tuple[int, ...]:
        """Who takes turns in a post."""
        return self.leaders if post == LEADER else self.members


@dataclass(frozen=True)
class Line:
    """One shift of one day: what stands in its columns, and which of them stay as they are."""

    day: MonthDay
    record: int | None = None
    cells: Mapping[str, Any] = field(default_factory=dict)
    """Column → person or text; empty columns are missing."""
    fixed: frozenset[str] = frozenset()
    """Columns that 自动排班 leaves alone: typed, exchanged, or stored before."""

    def people(self, post: str) -> tuple[int, ...]:
        """Who stands in the columns of a post."""
        return tuple(self.cells[key] for key in sorted(self.cells) if post_of(key) == post)


@dataclass(frozen=True)
class Exchange:
    """Two people exchanged their days (对调)."""

    one: tuple[date, int]
    other: tuple[date, int]

    def words(self, names: Mapping[int, str]) -> str:
        """张三3月7日与李四3月9日对调值班."""
        told = [f"{names.get(person, '')}{short(day)}" for day, person in (self.one, self.other)]
        return f"{told[0]}与{told[1]}对调值班"


@dataclass(frozen=True)
class Sheet:
    """The lines of a month, and the exchanges made since it was stored."""

    lines: tuple[Line, ...]
    seats: int
    exchanges: tuple[Exchange, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Keys of the columns that are typed into."""
        return LEADER, *members(self.seats), DRIVER, REMARKS

    def put(self, at: int, column: str, value: Any, fixed: bool = True) -> Sheet:
        """Another sheet with this value; an empty one clears the cell and lets 自动排班 have it."""
        line = self.lines[at]
        cells = {key: kept for key, kept in line.cells.items() if key != column}
        stays = line.fixed - {column}
        if value not in (None, ""):
            cells[column] = value
            stays |= {column} if fixed else set()
        return self._with(at, replace(line, cells=cells, fixed=frozenset(stays)))

    def fix(self, at: int, column: str, fixed: bool) -> Sheet:
        """Another sheet in which 自动排班 leaves the cell alone, or may fill it anew."""
        line = self.lines[at]
        return self._with(at, replace(line, fixed=line.fixed | {column} if fixed else line.fixed - {column}))

    def exchange(self, one: tuple[int, str], other: tuple[int, str]) -> Sheet:
        """Two filled cells change places, both are fixed, and what was done is kept in words."""
        first, second = (self.lines[at].cells[column] for at, column in (one, other))
        made = self.put(one[0], one[1], second).put(other[0], other[1], first)
        done = Exchange((self.lines[one[0]].day.day, first), (self.lines[other[0]].day.day, second))
        return replace(made, exchanges=(*self.exchanges, done))

    def with_seats(self, seats: int) -> Sheet:
        """So many columns for 值班人员, and none fewer than are in use."""
        used = [number for line in self.lines for number in range(1, 10) if f"{MEMBER}{number}" in line.cells]
        return replace(self, seats=max([seats, *used]))

    def _with(self, at: int, line: Line) -> Sheet:
        return replace(self, lines=(*self.lines[:at], line, *self.lines[at + 1 :]))


def members(seats: int) -> tuple[str, ...]:
    """Keys of the columns of 值班人员."""
    return tuple(f"{MEMBER}{number}" for number in range(1, seats + 1))


def post_of(column: str) -> str:
    """The post of a column of people; nothing for the others."""
    return LEADER if column == LEADER else MEMBER if column.startswith(MEMBER) else ""


@dataclass(frozen=True)
class Around:
    """What lies round a month: who is away, who was on duty next to it, the turns of the rest of the year."""

    names: Mapping[int, str]
    absent: Mapping[tuple[int, date], Absence] = field(default_factory=dict)
    before: frozenset[int] = frozenset()
    after: frozenset[int] = frozenset()
    so_far: Mapping[Turn, int] = field(default_factory=dict)


def propose(sheet: Sheet, roster: Roster, around: Around) -> Sheet:
    """The sheet with every day filled (自动排班); Unfillable names the day that cannot be.

    What is fixed stays. A day with several shifts is filled in its first.
    """
    bare = sheet.with_seats(roster.seats)
    for at, line in enumerate(bare.lines):
        for column in (*members(bare.seats), LEADER):
            if column not in line.fixed:
                bare = bare.put(at, column, None)
    try:
        found = fill(asked_of(bare, roster, around, MORE))
    except Unfillable:
        found = fill(asked_of(bare, roster, around))
    for (day, post), people in found.items():
        bare = _seated(bare, day, post, people)
    for at, line in enumerate(bare.lines):
        if roster.driver and not line.cells.get(DRIVER):
            bare = bare.put(at, DRIVER, roster.driver, fixed=False)
    return bare


def asked_of(sheet: Sheet, roster: Roster, around: Around, more: int | None = None) -> Asked:
    """What 自动排班 is asked for a sheet in which only the fixed cells are filled; ``more``: days above the mean."""
    fixed: dict[tuple[date, str], tuple[int, ...]] = {}
    for line in sheet.lines:
        for post in POSTS:
            key = line.day.day, post
            fixed[key] = tuple(dict.fromkeys((*fixed.get(key, ()), *line.people(post))))
    days = dict.fromkeys(line.day.day for line in sheet.lines)

    def post_with(key: str, seats: int) -> Post:
        people = roster.people(key)
        most = ceil(len(days) * seats / len(people)) + more if people and more is not None else None
        return Post(key, POSTS[key], people, seats, most)

    return Asked(
        tuple(days),
        {line.day.day: line.day.kind for line in sheet.lines},
        (post_with(LEADER, 1), post_with(MEMBER, roster.seats)),
        {key: people for key, people in fixed.items() if people},
        by_person(around.absent),
        around.before,
        around.after,
        around.so_far,
    )


def _seated(sheet: Sheet, day: date, post: str, people: Sequence[int]) -> Sheet:
    """Those who are not there yet stand in the empty columns of the day's first shift."""
    mine = [at for at, line in enumerate(sheet.lines) if line.day.day == day]
    there = {person for at in mine for person in sheet.lines[at].people(post)}
    columns = (LEADER,) if post == LEADER else members(sheet.seats)
    free = [column for column in columns if column not in sheet.lines[mine[0]].cells]
    for person, column in zip((each for each in people if each not in there), free, strict=False):
        sheet = sheet.put(mine[0], column, person, fixed=False)
    return sheet


def counts(sheet: Sheet, around: Around) -> dict[Turn, int]:
    """Turns of the year with those of the sheet."""
    found = dict(around.so_far)
    for line in sheet.lines:
        for post in POSTS:
            for person in line.people(post):
                turn = post, person, line.day.kind
                found[turn] = found.get(turn, 0) + 1
    return found


@dataclass(frozen=True)
class Share:
    """How many days one person has: in the month, and of each kind over the year."""

    person: int
    name: str
    post: str
    month: int
    year: tuple[int, ...]
    """In the order of KINDS."""


def shares(sheet: Sheet, roster: Roster, around: Around) -> list[Share]:
    """Everyone of the roster and everyone in the sheet, leaders first."""
    turns = counts(sheet, around)
    found = []
    for post in POSTS:
        here = [person for line in sheet.lines for person in line.people(post)]
        for person in dict.fromkeys((*roster.people(post), *here)):
            year = tuple(turns.get((post, person, kind), 0) for kind in KINDS)
            found.append(Share(person, around.names.get(person, ""), post, here.count(person), year))
    return found


@dataclass(frozen=True)
class Doubt:
    """What is wrong with a cell, or may be: where, and in words."""

    line: int
    column: str
    words: str
    state: str


def doubts(sheet: Sheet, roster: Roster, around: Around) -> list[Doubt]:
    """Who is away, there twice, on duty on two days running, or has too many weekends and holidays; day by day."""
    burdened = _burdened(sheet, roster, around)
    found = [doubt for at, line in enumerate(sheet.lines) for doubt in _of_line(sheet, at, line, around, burdened)]
    return sorted(found, key=lambda doubt: doubt.state != "broken")


def _of_line(
    sheet: Sheet, at: int, line: Line, around: Around, burdened: Mapping[Turn, tuple[int, int]]
) -> Iterator[Doubt]:
    day = line.day.day
    eve = {person for other in sheet.lines if other.day.day == day - ONE_DAY for person in _everyone(other)}
    eve |= around.before if day == sheet.lines[0].day.day else frozenset()
    seen: set[int] = set()
    for column in sheet.columns:
        person, post = line.cells.get(column), post_of(column)
        if not post or person is None:
            continue
        name, absent = around.names.get(person, ""), around.absent.get((person, day))
        if absent is not None:
            yield Doubt(at, column, f"{short(day)}{name}：{absent.why}（{absent.clause}），请换人或对调。", "broken")
        if person in seen:
            yield Doubt(at, column, f"{short(day)}{name}排了两次，请换人。", "broken")
        if person in eve:
            yield Doubt(at, column, f"{name}{short(day - ONE_DAY)}、{short(day)}连着两天值班，请与别人对调。", "near")
        if (post, person, line.day.kind) in burdened:
            has, usual = burdened[post, person, line.day.kind]
            words = f"{short(day)}{name}：今年{line.day.kind}已排{has}天，人均{usual}天，偏多，请匀一匀。"
            yield Doubt(at, column, words, "near")
        seen.add(person)


def _everyone(line: Line) -> tuple[int, ...]:
    return tuple(person for post in POSTS for person in line.people(post))


def _burdened(sheet: Sheet, roster: Roster, around: Around) -> dict[Turn, tuple[int, int]]:
    """Turns of weekends and holidays that lie more than one above the mean of the roster: (theirs, the mean)."""
    turns = counts(sheet, around)
    found: dict[Turn, tuple[int, int]] = {}
    for post in POSTS:
        people = roster.people(post)
        for kind in (WEEKEND, HOLIDAY) if people else ():
            had = {person: turns.get((post, person, kind), 0) for person in people}
            usual = ceil(sum(had.values()) / len(people))
            found |= {(post, person, kind): (days, usual) for person, days in had.items() if days > usual + 1}
    return found
