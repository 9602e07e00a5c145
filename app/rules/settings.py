"""The office's own say in a limit: on or off, from when until when, its clause and parameters, each from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select

from app.rules.rule import Rule
from app.store.surroundings import Office
from app.store.tables import Parameter

OWN = ("on", "valid_from", "valid_to", "clause")
"""What every limit has besides its own parameters."""


class Settings:
    """The limits as they are in force; those that the office left alone cost nothing."""

    def __init__(self, connection: Connection, office: Office) -> None:
        self._office = office
        self._touched: dict[str, set[date]] = {}
        for rule, since in connection.execute(select(Parameter.rule, Parameter.valid_from)):
            self._touched.setdefault(rule, set()).update((since,) if since else ())
        self._kept: dict[tuple[str, date], Mapping[str, Any]] = {}

    def touched(self, rule: Rule) -> bool:
        """True where the office changed anything of a limit."""
        return rule.key in self._touched

    def parameters(self, rule: Rule, day: date) -> Mapping[str, Any]:
        """The parameters of a limit as they are on a day."""
        if not self.touched(rule):
            return rule.parameters
        if (rule.key, day) not in self._kept:
            asked = {name: self._of(rule, name, default, day) for name, default in rule.parameters.items()}
            self._kept[rule.key, day] = asked
        return self._kept[rule.key, day]

    def in_force(self, rule: Rule, day: date) -> bool:
        """True where a limit is switched on and holds on a day."""
        if not self.touched(rule):
            return rule.default_on
        since, until = self._day(rule, "valid_from"), self._day(rule, "valid_to")
        within = (since is None or since <= day) and (until is None or day <= until)
        return within and bool(self._of(rule, "on", rule.default_on, day))

    def in_force_within(self, rule: Rule, first: date, last: date) -> bool:
        """True where a limit is in force on any day of a span."""
        if not self.touched(rule):
            return rule.default_on
        changes = self._touched[rule.key] | {self._day(rule, "valid_from") or first}
        days = {first, last} | {each for each in changes if first <= each <= last}
        return any(self.in_force(rule, each) for each in days)

    def changes_within(self, rule: Rule, first: date, last: date) -> bool:
        """True where anything of a limit changes after the first day of a span."""
        if not self.touched(rule):
            return False
        since, until = self._day(rule, "valid_from"), self._day(rule, "valid_to")
        days = self._touched[rule.key] | ({since} if since else set())
        return any(first < each <= last for each in days) or (until is not None and first <= until < last)

    def clause(self, rule: Rule, day: date) -> str:
        """The clause as the office quotes it."""
        return str(self._of(rule, "clause", rule.clause, day)) if self.touched(rule) else rule.clause

    def _of(self, rule: Rule, name: str, default: Any, day: date) -> Any:
        return sensible(name, self._office.parameter(rule.key, name, default, day), default)

    def _day(self, rule: Rule, name: str) -> date | None:
        value = self._office.parameter(rule.key, name, None, date.max)
        return date.fromisoformat(value) if isinstance(value, str) and value else value


MOST = 1_000_000
"""No number of days, people or characters of a limit is above this."""
FRACTIONS = ("limit", "near", "monthly")
"""Parameters that may hold a fraction; years, months, days and people are whole."""


def sensible(name: str, value: Any, default: Any) -> Any:
    """A stored setting as rules use it: lists as tuples, numbers exact and not beyond reason."""
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(default, bool) or not isinstance(default, int) or not isinstance(value, int | Decimal):
        return value
    return min(value if name in FRACTIONS else int(value), MOST)
