"""自动排班: who is on duty on which day, worked out over plain values; the same question has always the same answer.

Nobody who is away is taken, nobody on two days running, and what was fixed by hand stays. Working days, weekends and
holidays are shared out separately over the year: no change that these conditions allow would make a kind fairer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

WORKDAY, WEEKEND, HOLIDAY = "工作日", "周末", "节假日"
KINDS = (WORKDAY, WEEKEND, HOLIDAY)
"""Kinds of days that are shared out separately."""
MOST_TRIES = 20_000
"""Choices tried before a month counts as one that nobody can fill."""
RECENT = 3
"""Days after a turn in which others are taken first."""
FAR = 1_000_000
"""How much more the turns of one kind weigh than those of all kinds together."""
Turn = tuple[str, int, str]
"""(post, person, kind of day)."""


@dataclass(frozen=True)
class Post:
    """What one is on duty as: 带班领导 or 值班人员, by whom, and how many at a time."""

    key: str
    label: str
    people: tuple[int, ...]
    seats: int = 1
    most: int | None = None
    """Turns of these days that nobody exceeds, however much is to be made up for; None where there is no such limit."""


@dataclass(frozen=True)
class Asked:
    """The days to be filled, one after another, and all that binds them."""

    days: tuple[date, ...]
    kinds: Mapping[date, str]
    posts: tuple[Post, ...]
    fixed: Mapping[tuple[date, str], tuple[int, ...]] = field(default_factory=dict)
    """(day, post) → people who stay there."""
    away: Mapping[int, frozenset[date]] = field(default_factory=dict)
    """Person → days of leave and travel."""
    before: frozenset[int] = frozenset()
    """On duty the day before the first."""
    after: frozenset[int] = frozenset()
    """On duty the day after the last."""
    so_far: Mapping[Turn, int] = field(default_factory=dict)
    """Turns of the rest of the year."""


class Unfillable(ValueError):
    """A day that nobody can fill: which, for which post, who is away then, and who is on duty next to it."""

    def __init__(self, day: date, post: Post, away: Sequence[int], tired: Sequence[int]) -> None:
        super().__init__(f"{day} {post.key}")
        self.day, self.post, self.away, self.tired = day, post, tuple(away), tuple(tired)

    def sentence(self, names: Mapping[int, str]) -> str:
        """What is said of it, in Chinese."""
        post = self.post
        why = [f"名单里有{len(post.people)}人"] if post.people else ["名单里没有人"]
        for people, said in ((self.away, "请假或外出"), (self.tired, "当天或前后一天已排")):
            if people:
                why.append(f"{'、'.join(names.get(person, '') for person in people)}{said}")
        where = f"{self.day.month}月{self.day.day}日"
        return (
            f"{where}排不出{post.label}：每天要{post.seats}人，{'，'.join(why)}。请在名单里加人，或先手工填好这一天。"
        )


def starting_counts(asked: Asked) -> dict[Turn, int]:
    """Turns with which each person starts: those of the year; who had none yet starts at the least of the others."""
    counts: dict[Turn, int] = {}
    for post in asked.posts:
        had = {person for person in post.people if any(asked.so_far.get((post.key, person, kind)) for kind in KINDS)}
        for kind in KINDS:
            least = min((asked.so_far.get((post.key, person, kind), 0) for person in had), default=0)
            for person in post.people:
                known = asked.so_far.get((post.key, person, kind), 0)
                counts[post.key, person, kind] = known if person in had else least
    return counts


def fill(asked: Asked) -> dict[tuple[date, str], tuple[int, ...]]:
    """(day, post) → everyone on duty, the fixed first; Unfillable names the day that nobody can fill."""
    rota = _Rota(asked)
    rota.seat_everyone()
    while rota.improve():
        pass
    return {seat: (*asked.fixed.get(seat, ()), *rota.free.get(seat, ())) for seat in rota.seats}


class _Rota:
    """A rota being made: who has been seated, and how many turns each then has."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.posts = {post.key: post for post in asked.posts}
        self.seats = [(day, post.key) for day in asked.days for post in asked.posts]
        self.free: dict[tuple[date, str], list[int]] = {}
        """Those who may still be moved."""
        self.counts = starting_counts(asked)
        self.sums: dict[tuple[str, int], int] = {}
        """Turns of all kinds of each person in a post."""
        for (post, person, _), turns in self.counts.items():
            self.sums[post, person] = self.sums.get((post, person), 0) + turns
        self.cost = 0
        """How unfair it is: squares of the turns of each kind, and far behind them those of all kinds."""
        self.on: list[set[int]] = [set(asked.before), *(set() for _ in asked.days), set(asked.after)]
        """Who is on duty on each day, the days before and after included."""
        self.place = {day: at for at, day in enumerate(asked.days, 1)}
        self.turns: dict[tuple[str, int], int] = {}
        """Turns of these days alone."""
        for (day, post), people in asked.fixed.items():
            if day in self.place:
                self.on[self.place[day]].update(people)
                for person in people:
                    self._count(day, post, person, 1)

    def _count(self, day: date, post: str, person: int, by: int) -> None:
        turn = post, person, self.asked.kinds[day]
        of_kind, of_all = self.counts.get(turn, 0), self.sums.get((post, person), 0)
        self.counts[turn], self.sums[post, person] = of_kind + by, of_all + by
        self.turns[post, person] = self.turns.get((post, person), 0) + by
        self.cost += FAR * ((of_kind + by) ** 2 - of_kind**2) + (of_all + by) ** 2 - of_all**2

    def seat(self, day: date, post: str, person: int) -> None:
        """The person takes a turn."""
        self.free.setdefault((day, post), []).append(person)
        self.on[self.place[day]].add(person)
        self._count(day, post, person, 1)

    def unseat(self, day: date, post: str, person: int) -> None:
        """The person does not take it after all."""
        self.free[day, post].remove(person)
        self.on[self.place[day]].remove(person)
        self._count(day, post, person, -1)

    def is_there(self, person: int, day: date) -> bool:
        """Neither on leave nor travelling."""
        return day not in self.asked.away.get(person, ())

    def has_room(self, person: int, post: Post) -> bool:
        """Has not as many turns yet as one may have."""
        return post.most is None or self.turns.get((post.key, person), 0) < post.most

    def is_rested(self, person: int, day: date) -> bool:
        """Not on duty on the day itself, the day before or the day after."""
        at = self.place[day]
        return all(person not in self.on[near] for near in (at - 1, at, at + 1))

    def candidates(self, day: date, post: Post) -> list[int]:
        """Who can take a turn: those without one in the last days first, of them those with the fewest of its kind."""
        kind, at = self.asked.kinds[day], self.place[day]

        def last(person: int) -> int:
            return next((before for before in range(at - 1, -1, -1) if person in self.on[before]), -1)

        def rank(person: int) -> tuple[bool, int, int, int]:
            turn = last(person)
            is_recent = turn >= max(at - RECENT, 0)
            return is_recent, self.counts[post.key, person, kind], self.sums[post.key, person], turn

        able = [each for each in post.people if self.is_there(each, day) and self.is_rested(each, day)]
        return sorted((each for each in able if self.has_room(each, post)), key=rank)

    def missing(self, day: date, post: Post) -> int:
        """Seats that nobody has been fixed in."""
        return max(post.seats - len(self.asked.fixed.get((day, post.key), ())), 0)

    # Everyone is seated, day after day; where a day cannot be filled, the days before it are tried another way.

    def seat_everyone(self) -> None:
        """Every seat is taken; Unfillable where that cannot be."""
        self.tasks = [(day, self.posts[key]) for day, key in self.seats if self.missing(day, self.posts[key])]
        self.dead: set[tuple[int, frozenset[int], frozenset[int]]] = set()
        self.tries, self.stuck = 0, (-1, Unfillable(self.asked.days[0], self.asked.posts[0], (), ()))
        if not self._seat_from(0):
            raise self.stuck[1]

    def _seat_from(self, at: int) -> bool:
        """Whether this seat and all after it can be taken, those before it being as they are."""
        if at == len(self.tasks):
            return True
        day, post = self.tasks[at]
        place = self.place[day]
        state = at, frozenset(self.on[place - 1]), frozenset(self.on[place])
        if state in self.dead:
            return False
        able, wanted = self.candidates(day, post), self.missing(day, post)
        if len(able) < wanted and at > self.stuck[0]:
            self.stuck = at, self._told(day, post)
        for chosen in combinations(able, wanted):
            self.tries += 1
            if self.tries > MOST_TRIES:
                return False
            for person in chosen:
                self.seat(day, post.key, person)
            if self._seat_from(at + 1):
                return True
            for person in chosen:
                self.unseat(day, post.key, person)
        self.dead.add(state)
        return False

    def _told(self, day: date, post: Post) -> Unfillable:
        gone = [each for each in post.people if not self.is_there(each, day)]
        tired = [each for each in post.people if each not in gone and not self.is_rested(each, day)]
        return Unfillable(day, post, gone, tired)

    # A turn goes from one who has more of its kind to one who has fewer, until no such change is left.

    def improve(self) -> bool:
        """One change that makes the rota fairer; False where there is none."""
        for (day, key), people in self.free.items():
            for person in tuple(people):
                kind = self.asked.kinds[day]
                for other in self.posts[key].people:
                    more = self.counts[key, person, kind] - self.counts[key, other, kind]
                    if other != person and more >= 1 and self._hands_over(day, key, person, other):
                        return True
        return False

    def _hands_over(self, day: date, key: str, person: int, other: int) -> bool:
        """The turn goes to the other, who is relieved of the days next to it; only if the whole is fairer then."""
        if not self.is_there(other, day):
            return False
        before, log = self.cost, list[tuple[bool, date, str, int]]()
        self._move(log, False, day, key, person)
        for near in self._turns_near(day, other):
            self._move(log, False, *near, other)
            able = [each for each in self.candidates(near[0], self.posts[near[1]]) if each != other]
            if not able:
                break
            self._move(log, True, *near, able[0])
        else:
            if self.is_rested(other, day) and self.has_room(other, self.posts[key]):
                self._move(log, True, day, key, other)
                if self.cost < before:
                    return True
        for seated, when, post, who in reversed(log):
            (self.unseat if seated else self.seat)(when, post, who)
        return False

    def _move(self, log: list[tuple[bool, date, str, int]], seated: bool, day: date, key: str, person: int) -> None:
        (self.seat if seated else self.unseat)(day, key, person)
        log.append((seated, day, key, person))

    def _turns_near(self, day: date, person: int) -> list[tuple[date, str]]:
        """Turns of a person on the day, the day before and the day after that may be moved."""
        at = self.place[day]
        return [seat for seat, people in self.free.items() if person in people and abs(self.place[seat[0]] - at) <= 1]
