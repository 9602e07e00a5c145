"""What registers and limits may ask of the office: today, its calendar, linked records, its own parameters."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from app.models import BY_KEY
from app.store.records import load
from app.store.tables import ANNOUNCED_YEAR, HOLIDAY, PARAMETER, SETTING
from app.workdays import Calendar

CALENDAR_FILE = Path(__file__).resolve().parents[2] / "resources" / "calendar.toml"


@cache
def announced_holidays() -> tuple[Mapping[date, bool], frozenset[int]]:
    """Days that differ from the week by the State Council's notices, and the years of those notices."""
    from chinese_calendar.constants import holidays, workdays

    worked = dict.fromkeys(holidays, False) | dict.fromkeys(workdays, True)
    return worked, frozenset(day.year for day in holidays)


@cache
def statutory_days() -> Mapping[date, str]:
    """Statutory holidays of coming years, from the data file beside the program."""
    told = tomllib.loads(CALENDAR_FILE.read_text(encoding="utf-8"))
    return {day: name for year in told.values() for name, days in year.items() for day in days}


class Office:
    """The office as it stands on a day, asked over one connection; answers are kept for its life."""

    def __init__(self, connection: Connection, today: date) -> None:
        self.connection = connection
        self._today = today
        self._records: dict[tuple[str, int], dict[str, Any]] = {}

    @property
    def today(self) -> date:
        """The day on which the clerk works."""
        return self._today

    @cached_property
    def calendar(self) -> Calendar:
        """Announced days, with the office's own entries over them."""
        worked, years = announced_holidays()
        own = {row.day: row.worked for row in self.connection.execute(select(HOLIDAY.c.day, HOLIDAY.c.worked))}
        entered = self.connection.execute(select(ANNOUNCED_YEAR.c.year)).scalars()
        return Calendar({**worked, **own}, years | frozenset(entered), statutory_days())

    def value_of(self, register: str, record: int | None, field: str) -> Any:
        """A stored value of a linked record, or None."""
        if record is None:
            return None
        key = (register, record)
        if key not in self._records:
            self._records[key] = load(self.connection, BY_KEY[register], [record]).get(record, {})
        return self._records[key].get(field)

    @cached_property
    def _parameters(self) -> dict[tuple[str, str], list[tuple[date | None, Any]]]:
        found: dict[tuple[str, str], list[tuple[date | None, Any]]] = {}
        asked = select(*(PARAMETER.c[key] for key in ("rule", "name", "valid_from", "value"))).order_by(PARAMETER.c.id)
        for rule, name, valid_from, value in self.connection.execute(asked):
            found.setdefault((rule, name), []).append((valid_from, value))
        return found

    def parameter(self, rule: str, name: str, default: Any, on: date | None = None) -> Any:
        """The office's own setting of a limit on a day (today where none is given), else the default."""
        settings = self._parameters.get((rule, name))
        if not settings:
            return default
        day = on or self.today
        in_force = [(start or date.min, value) for start, value in settings if start is None or start <= day]
        return max(in_force, key=lambda entry: entry[0])[1] if in_force else default

    @cached_property
    def settings(self) -> dict[str, Any]:
        """The office's settings by key."""
        return {row.key: row.value for row in self.connection.execute(select(SETTING.c.key, SETTING.c.value))}
