"""The invented township while it is being written: its names, its days, and chance that falls the same each time."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from app.models import BY_KEY
from app.models.register import Values
from app.services.changing import Changing
from app.workdays import days_from

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "demo"
QUARTERS = ("第一季度", "第二季度", "第三季度", "第四季度")


@cache
def texts_of(name: str) -> Mapping[str, Any]:
    """The texts of one part of the township."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def cells(line: str) -> list[str]:
    """One line of a text file, its columns parted by |."""
    return line.split("|")


class Town:
    """The township, its two years up to today, and the change that writes it."""

    def __init__(self, changing: Changing, year: int, today: date) -> None:
        self.changing = changing
        self.years = (year - 1, year)
        self.today = today
        self.chance = Random(f"云禾镇{year}")
        self.calendar = changing.office.calendar
        self.texts = texts_of("township")
        self.ids: dict[str, dict[str, int]] = {"office": {}, "staff": {}, "village": {}, "campaign": {}}
        """Register → name → record."""
        self.leader_of: dict[str, str] = {}
        """Office → its leader in charge (分管领导)."""
        self.head_of: dict[str, str] = {}
        """Office → its head."""
        self.village_of: dict[str, str] = {}
        """Person → the village he or she looks after."""
        self.away: dict[str, set[date]] = {}
        """Person → days of leave."""
        self.kept: dict[str, list[tuple[int, Values]]] = {}
        """Register → its records so far with their ids, for those that link to them."""
        self.count = 0

    def add(self, register: str, records: Sequence[Values]) -> list[int]:
        """New records in the order of their days; their ids in that order."""
        key = BY_KEY[register].dated_key
        ordered = sorted(records, key=lambda values: str(values.get(key) or "9")) if key else list(records)
        self.count += len(ordered)
        ids = self.changing.add(BY_KEY[register], ordered)
        self.kept.setdefault(register, []).extend(zip(ids, ordered, strict=True))
        return ids

    @contextmanager
    def luck(self, part: str) -> Iterator[None]:
        """Chance of its own for a part, so that it does not change what falls to the others."""
        usual, self.chance = self.chance, Random(f"云禾镇{self.years[1]}{part}")
        yield
        self.chance = usual

    def there(self, name: str, day: date) -> bool:
        """True where the person is in post and not on leave."""
        if name == self.texts["arrives"] and day < date(self.years[0], 7, 1):
            return False
        if name == self.texts["leaves"] and day >= date(self.years[1], 5, 6):
            return False
        return day not in self.away.get(name, ())

    def around(self, day: date, wanted: int, *classes: str) -> list[str]:
        """Some people of the classes of cadre who are there on a day."""
        return self.chance.sample([name for name in self.people_of(*classes) if self.there(name, day)], wanted)

    def quarters(self) -> Iterator[tuple[date, date]]:
        """First and last day of the quarters of both years that are over."""
        for year in self.years:
            for month in (1, 4, 7, 10):
                last = date(year + month // 10, (month + 3) % 12 or 12, 1) - timedelta(days=1)
                if last < self.today:
                    yield date(year, month, 1), last

    def office(self, name: str) -> int | None:
        """The record of an office; none for an empty name."""
        return self.ids["office"].get(name)

    def person(self, name: str) -> int | None:
        """The record of a person; none for an empty name."""
        return self.ids["staff"].get(name)

    def village(self, name: str) -> int | None:
        """The record of a village; none for an empty name."""
        return self.ids["village"].get(name)

    def past(self, day: date) -> date | None:
        """The day, unless it is still to come."""
        return day if day <= self.today else None

    def workday(self, year: int, first: int = 1, last: int = 12) -> date:
        """Some working day between two months of a year, which may be still to come."""
        start = date(year, first, 1)
        days = (date(year + last // 12, last % 12 + 1, 1) - start).days
        day = start + timedelta(days=self.chance.randrange(days))
        while not self.calendar.is_workday(day):
            day = start + timedelta(days=self.chance.randrange(days))
        return day

    def workdays(self, year: int) -> list[date]:
        """The working days of a year up to today."""
        last = min(date(year, 12, 31), self.today)
        return [day for day in days_from(date(year, 1, 1), last) if self.calendar.is_workday(day)]

    def later(self, day: date, fewest: int, most: int) -> date:
        """A working day some working days after a day."""
        return self.calendar.after_workdays(day, self.chance.randint(fewest, most))

    def earlier(self, day: date, count: int) -> date:
        """The working day that is so many before a day."""
        while count:
            day -= timedelta(days=1)
            count -= self.calendar.is_workday(day)
        return day

    def worded(self, text: str, day: date, **more: str) -> str:
        """A text with the year, month, quarter and what else it names."""
        named = {"year": day.year, "month": day.month, "quarter": QUARTERS[(day.month - 1) // 3]}
        half = "上半年" if day.month < 9 else "全年"
        return text.format(**named, half=half, count=self.chance.randint(2, 6), **more)

    def chosen(self, wanted: float) -> bool:
        """True in so many of a hundred cases (0 to 1)."""
        return self.chance.random() < wanted

    def somebody(self, *classes: str) -> str:
        """A person of one of the classes of cadre."""
        return self.chance.choice(self.people_of(*classes))

    def people_of(self, *classes: str) -> list[str]:
        """Names of the people of these classes of cadre, in the order of the roster."""
        rows = (cells(line) for line in self.texts["people"])
        return [row[0] for row in rows if row[6] in classes]

    def stories(self, register: str) -> Iterator[tuple[date, list[str]]]:
        """The highlights (典型事例) of a register that lie in the past, with their day."""
        for line in texts_of("outreach")["stories"]:
            row = cells(line)
            day = date(self.years[int(row[1])], int(row[2]), int(row[3]))
            if row[0] == register and day <= self.today:
                yield day, row
