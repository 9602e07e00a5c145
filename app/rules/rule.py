"""What a limit (规定) is: a sentence of a source, its parameters, and how records are judged by it.

Three forms: a function over one record, a quota declared over a period, and a function over a year.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import ColumnElement
from sqlalchemy.orm import QueryableAttribute

from app.rules.periods import Span

if TYPE_CHECKING:
    from app.rules.confirming import Asked
    from app.rules.scope import Scope

State = Literal["met", "near", "broken", "unknown", "needs-person"]
Kind = Literal["stop", "warn", "meter", "confirm", "refuse"]
Reference = tuple[str, int]
"""(register, record id)."""

WORST_FIRST: tuple[State, ...] = ("broken", "near", "needs-person", "unknown", "met")


def worst(states: Iterable[State]) -> State:
    """The worst of several states; met where there is none."""
    found = set(states)
    return next((state for state in WORST_FIRST if state in found), "met")


@dataclass(frozen=True, slots=True)
class Finding:
    """What one limit says of one subject: broken, or near it."""

    rule: str
    state: Literal["broken", "near"]
    subject: str
    sentence: str
    period: str
    value: Any = None
    field: str | None = None
    """Key of the field beside which it stands in the form."""
    records: tuple[Reference, ...] = ()
    reason: str | None = None
    """The typed reason with which the record was saved all the same."""
    kind: Kind = "warn"
    stops: bool = False
    """True where the record may be saved only with a typed reason."""


@dataclass(frozen=True)
class Verdict:
    """How a year stands by one limit."""

    key: str
    clause: str
    text: str
    state: State
    on: bool
    limit: Any
    value: Any
    findings: tuple[Finding, ...]
    kind: Kind
    severity: str
    asked: tuple[Asked, ...] = ()
    """The periods in which a person is asked to confirm it."""
    judged: bool = True
    """Whether there was anything to judge: a limit on nothing is met, but nobody kept it."""

    @property
    def untouched(self) -> bool:
        """Whether it is met only because nothing that it speaks of was recorded."""
        return self.state == "met" and not self.judged


@dataclass(slots=True)
class Remark:
    """What a rule says of one record; unknown where a field it needs is empty."""

    state: State
    what: str = ""
    do: str = ""
    field: str | None = None
    value: Any = None
    others: tuple[Reference, ...] = ()
    kind: Kind | None = None
    """Where one part of a rule weighs less than the rule itself."""


def broken(what: str, do: str = "", field: str | None = None, value: Any = None, **more: Any) -> Remark:
    """The record breaks the limit: what and how much, and what to do."""
    return Remark("broken", what, do, field, value, **more)


def near(what: str, do: str = "", field: str | None = None, value: Any = None, **more: Any) -> Remark:
    """The record does not break the limit yet, or not surely."""
    return Remark("near", what, do, field, value, **more)


UNKNOWN = Remark("unknown")
"""A field that judging needs is empty."""
MET = Remark("met")
"""Judged and in order: said by rules that can also say unknown."""
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How one subject stands in one period."""

    subject: str
    period: str
    state: State
    what: str = ""
    do: str = ""
    value: Any = None
    limit: Any = None
    records: tuple[Reference, ...] = ()
    field: str | None = None
    kind: Kind | None = None
    asks: Span | None = None
    """The days for which a person is asked, where they are not those of the period."""
    report: str = ""
    """The subject of the signed zero report that alone can confirm it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted for one subject of a quota, and the records behind it."""

    subject: str
    value: Any
    records: tuple[Reference, ...] = ()


Judge = Callable[..., Iterator[Remark]]
Uses = dict[str, frozenset[str]]


def fields(*attributes: QueryableAttribute[Any]) -> Uses:
    """Register → keys of the fields that a rule reads."""
    found: dict[str, set[str]] = {}
    for attribute in attributes:
        found.setdefault(attribute.class_.__tablename__, set()).add(attribute.key)
    return {register: frozenset(keys) for register, keys in found.items()}


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What every limit has: key, clause, sentence and weight as the catalogue has them, and its parameters."""

    key: str
    clause: str
    text: str
    kind: Kind
    severity: str
    subject: str
    per: str = "each"
    seed: tuple[str, ...] = ()
    source: str = ""
    exempt: str = ""
    uses: Uses = field(default_factory=dict)
    parameters: dict[str, Any] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    """Parameters without which the state is unknown."""
    overridable: bool = True
    """False for the secrecy gate alone: no reason passes it."""

    @property
    def default_on(self) -> bool:
        """On at first: the office's own 实施细则 and the national norms."""
        return bool(self.source) or "001" in self.seed

    def softened(self, state: State) -> State:
        """What is only advocated (提倡) never makes a year fail."""
        return "near" if state == "broken" and self.severity == "提倡" else state


@dataclass(frozen=True, kw_only=True)
class RecordRule(Rule):
    """A limit judged record by record."""

    judges: dict[str, Judge] = field(default_factory=dict)
    """Register → function that yields what is wrong with one record of it."""
    where: dict[str, ColumnElement[bool]] = field(default_factory=dict)
    """Register → records that it can concern, where reading them takes long fields that no other rule needs."""
    unapproved_too: bool = False
    """True where records not approved are judged in the yearly check as well."""
    of_year: list[Callable[..., Iterator[Standing]]] = field(default_factory=list)
    """What the limit asks of the year as a whole, besides its records."""

    def over_the_year(self, uses: Uses) -> Callable[[Callable[..., Iterator[Standing]]], Any]:
        """What the same limit asks of the year as a whole."""

        def take(stands: Callable[..., Iterator[Standing]]) -> Callable[..., Iterator[Standing]]:
            self.of_year.append(stands)
            for read, keys in uses.items():
                self.uses[read] = self.uses.get(read, frozenset()) | keys
            self.parameters.update(parameters_of(stands))
            return stands

        return take

    def also(self, uses: Uses, where: ColumnElement[bool] | None = None) -> Callable[[Judge], Judge]:
        """Another register judged by the same limit: that of the first field named."""

        def take(judge: Judge) -> Judge:
            register = next(iter(uses))
            self.judges[register] = judge
            for read, keys in uses.items():
                self.uses[read] = self.uses.get(read, frozenset()) | keys
            self.parameters.update(parameters_of(judge))
            if where is not None:
                self.where[register] = where
            return judge

        return take


@dataclass(frozen=True, kw_only=True)
class YearRule(Rule):
    """A limit judged over the records of a year: each subject with its standing."""

    stands: Callable[..., Iterator[Standing]]
    typed: tuple[str, ...] = ()
    """Registers whose record at hand is judged by it while typing."""


@dataclass(frozen=True, kw_only=True)
class Limit(Rule):
    """A quota: what is counted in a period for each subject, at most or at least so much.

    Without a number it is only shown, unless the limit needs one.
    """

    counted: Callable[..., Iterable[Tally]]
    label: str
    unit: str
    at_most: str = ""
    """Name of the parameter that is the upper limit."""
    at_least: str = ""
    """Name of the parameter that is the lower limit."""
    field: str | None = None
    do: str = ""

    def stands(self, scope: Scope, span: Span, settings: Mapping[str, Any]) -> Iterator[Standing]:
        """Each subject's standing in one span."""
        given = {name: value for name, value in settings.items() if name not in (self.at_most, self.at_least)}
        limit = settings[self.at_most or self.at_least]
        for tally in self.counted(scope, span, **given):
            if limit is None:
                yield Standing(tally.subject, span.label, "unknown", value=tally.value, records=tally.records)
            else:
                yield self._standing(tally, limit, span, scope.day)

    def _standing(self, tally: Tally, limit: Any, span: Span, day: date) -> Standing:
        state = at_most(tally.value, limit) if self.at_most else at_least(tally.value, limit, span.end, day)
        what = self._worded(tally, limit, span, day) if state != "met" else ""
        do = self.do if day <= span.end else ""
        return Standing(tally.subject, span.label, state, what, do, tally.value, limit, tally.records, self.field)

    def _worded(self, tally: Tally, limit: Any, span: Span, day: date) -> str:
        value = f"{amount(tally.value)}{self.unit}"
        if self.at_least:
            return f"{tally.subject}{span.label}{self.label}{value}，还差{amount(limit - tally.value)}{self.unit}"
        when = "本月" if self.per == "month" and span.holds(day) else span.label
        whose = "" if tally.subject == self.subject else tally.subject
        passed = "超过" if tally.value > limit else "达到"
        return f"{whose}{when}{self.label}{value}，{passed}上限{amount(limit)}{self.unit}"


def at_most(value: Any, limit: Any) -> State:
    """Above the limit broken; exactly at it, above nothing, near: it is used up."""
    if value > limit:
        return "broken"
    return "near" if value == limit and value > 0 else "met"


def at_least(value: Any, limit: Any, end: date, day: date) -> State:
    """Exactly at the limit met; below it near until the period has ended, then broken."""
    if value >= limit:
        return "met"
    return "near" if day <= end else "broken"


def amount(value: Any) -> str:
    """A number as a sentence says it: without trailing zeros."""
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)


def yuan(value: Decimal) -> str:
    """An amount of money as a sentence says it."""
    return f"{value:,.2f}元"


def parameters_of(function: Callable[..., Any]) -> dict[str, Any]:
    """The keyword parameters of a rule's function with their defaults: the limits that the office may change."""
    told = inspect.signature(function).parameters.values()
    return {name.name: name.default for name in told if name.kind is inspect.Parameter.KEYWORD_ONLY}


def told(
    clause: str, kind: Kind, severity: str, subject: str, text: str, *, seed: str = "", source: str = "", per: str = ""
) -> dict[str, Any]:
    """What the catalogue says of a limit; seed names the source documents, such as «001» or «002 003»."""
    said: dict[str, Any] = {"clause": clause, "kind": kind, "severity": severity, "subject": subject, "text": text}
    return said | {"seed": tuple(seed.split()), "source": source, "per": per or "each"}


def rule(
    key: str, said: dict[str, Any], uses: Uses, where: ColumnElement[bool] | None = None, **more: Any
) -> Callable[[Judge], RecordRule]:
    """Declares a limit judged record by record, over the register of the first field it reads."""

    def take(judge: Judge) -> RecordRule:
        register = next(iter(uses))
        chosen = {} if where is None else {register: where}
        given = parameters_of(judge)
        return RecordRule(key=key, uses=uses, parameters=given, judges={register: judge}, where=chosen, **said, **more)

    return take


def over_year(
    key: str, said: dict[str, Any], uses: Uses, **more: Any
) -> Callable[[Callable[..., Iterator[Standing]]], YearRule]:
    """Declares a limit judged over the year."""

    def take(stands: Callable[..., Iterator[Standing]]) -> YearRule:
        return YearRule(key=key, uses=uses, parameters=parameters_of(stands), stands=stands, **said, **more)

    return take


def quota(key: str, said: dict[str, Any], uses: Uses, **more: Any) -> Limit:
    """Declares a quota; it counts the records of the register of the first field it reads."""
    return Limit(key=key, uses=uses, **said, **more)


def with_reason(finding: Finding, reason: str | None) -> Finding:
    """The same finding with the reason that was typed for it."""
    return replace(finding, reason=reason) if reason else finding
