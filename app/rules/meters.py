"""The quotas that run on a day, for the morning page (今日)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from app.rules.catalogue import RULES
from app.rules.checking import keys_of, leading, standings_of
from app.rules.periods import spans_of
from app.rules.rule import Limit, Rule, State, worst
from app.rules.scope import Scope
from app.rules.settings import Settings
from app.store.surroundings import Office


@dataclass(frozen=True)
class Meter:
    """One running quota of the morning page: where it stands, and how many subjects fall short or over."""

    rule: str
    label: str
    subject: str
    """Of whom it is asked: 镇, 每名驻村干部."""
    clause: str
    value: Any
    limit: Any
    unit: str
    bound: str
    """at_most or at_least."""
    state: State
    period: str
    subjects: int
    short: int
    """Subjects that are not met."""


def meters(connection: Connection, office: Office, on: date | None = None) -> list[Meter]:
    """The quotas that run on a day, of the limits that are on."""
    day = on or office.today
    settings = Settings(connection, office)
    rules = [rule for rule in RULES.values() if rule.kind == "meter" and settings.in_force(rule, day)]
    scope = Scope(connection, office, settings, day.year, day, keys_of(rules))
    return [meter for rule in rules if (meter := _meter(rule, scope, day)) is not None]


def _meter(rule: Rule, scope: Scope, day: date) -> Meter | None:
    given = scope.settings.parameters(rule, day)
    if any(given[name] is None for name in rule.needs):
        return None
    spans = tuple(span for span in spans_of(rule.per, day.year) if span.holds(day))
    standings = list(standings_of(rule, scope, spans))
    if not standings:
        return None
    value, limit = leading(rule, standings, None)
    quota = rule if isinstance(rule, Limit) else None
    return Meter(
        rule.key,
        quota.label if quota else rule.text.rstrip("。"),
        rule.subject,
        scope.settings.clause(rule, day),
        value,
        limit,
        quota.unit if quota else "",
        "at_least" if quota and quota.at_least else "at_most",
        worst(rule.softened(each.state) for each in standings),
        spans[0].label,
        len(standings),
        sum(each.state in ("broken", "near") for each in standings),
    )
