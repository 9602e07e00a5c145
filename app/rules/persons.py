"""Quotas asked of each person (每名干部): whose they are, and what is counted for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from app.rules.periods import Span
from app.rules.rule import Reference, Tally
from app.rules.scope import Scope
from app.rules.views import View

LEADERS, RESIDENTS, OTHERS, VILLAGE = "镇科级实职领导", "驻村干部", "其他机关干部", "村(社区)干部"
SECTION = ("正科", "副科")

Kept = Mapping[int, Mapping[Any, Reference]]
"""Person → the different things counted for them, each with a record that shows it."""


def is_leader(person: View) -> bool:
    """A leader in office (镇科级实职领导)."""
    return bool(person.duty_class == LEADERS)


def is_resident(person: View) -> bool:
    """A resident cadre (驻村干部) by class or by mark."""
    return bool(person.duty_class == RESIDENTS or person.resident)


def is_section_head(person: View) -> bool:
    """A cadre of section rank (科级)."""
    return person.rank in SECTION


def kept(pairs: Iterable[tuple[int | None, Any, Reference]]) -> Kept:
    """Things of persons, each counted once."""
    found: dict[int, dict[Any, Reference]] = {}
    for person, thing, record in pairs:
        if person is not None:
            found.setdefault(person, {}).setdefault(thing, record)
    return found


def each_person(scope: Scope, span: Span, meant: Callable[[View], bool], counted: Kept) -> Iterator[Tally]:
    """How many different things everyone meant has; a person without any is shown by the roster."""
    for person in scope.people(span):
        if meant(person):
            its = counted.get(person.id, {})
            yield Tally(scope.name_of("staff", person.id), len(its), tuple(its.values()) or (("staff", person.id),))
