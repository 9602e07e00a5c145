"""Judging: a whole year, and the record being typed, by the same limits."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from app.models.register import Register, Values
from app.rules.catalogue import RULES
from app.rules.confirming import Asked, Said, said_upto, settled
from app.rules.dating import day_of
from app.rules.periods import Span, spans_of
from app.rules.rule import (
    Finding,
    Limit,
    RecordRule,
    Reference,
    Remark,
    Rule,
    Standing,
    State,
    Verdict,
    YearRule,
    parameters_of,
    with_reason,
    worst,
)
from app.rules.scope import APPROVED, Hand, Scope
from app.rules.settings import Settings
from app.rules.views import View, typed_view
from app.store.surroundings import Office
from app.store.tables import Override

Reasons = Mapping[tuple[str, str, int], str]
ARCHIVED_BY = "documents.archived"
"""The limit whose period runs longest past its year."""
GATE = "secrecy.gate"


def check(
    connection: Connection, office: Office, year: int, on: date | None = None, only: Sequence[Rule] | None = None
) -> list[Verdict]:
    """Every limit over a year, in the order of the catalogue, as one would have judged on the evening of a day.

    Fewer limits are judged where only some are asked for.
    """
    rules = list(RULES.values()) if only is None else only
    settings = Settings(connection, office)
    day = on or min(office.today, day_after(year, settings))
    first, last = date(year, 1, 1), max(min(day, date(year, 12, 31)), date(year, 1, 1))
    active = {rule.key for rule in rules if settings.in_force_within(rule, first, last)}
    scope = Scope(connection, office, settings, year, day, keys_of(RULES[key] for key in active))
    reasons, said = reasons_given(connection), said_upto(connection, on or office.today)
    with _without_collecting():
        return [verdict(rule, scope, rule.key in active, reasons, said) for rule in rules]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """A check makes a hundred thousand objects and no cycle of them: looking for cycles is a third of its time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def day_after(year: int, settings: Settings) -> date:
    """The day after all periods of a year have ended: archiving runs into the next."""
    month = settings.parameters(RULES[ARCHIVED_BY], date(year, 12, 31))["month"] % 24
    return date(year + 1 + month // 12, month % 12 + 1, 1)


def keys_of(rules: Iterable[Rule]) -> dict[str, frozenset[str]]:
    """Register → fields that these limits read; those read for a few records only are left out."""
    found: dict[str, frozenset[str]] = {}
    for rule in rules:
        apart = rule.where if isinstance(rule, RecordRule) else {}
        for register, keys in rule.uses.items():
            if register not in apart:
                found[register] = found.get(register, frozenset()) | keys
    return found


def reasons_given(connection: Connection) -> dict[tuple[str, str, int], str]:
    """(rule, register, record) → the reason typed for it."""
    asked = select(Override.rule, Override.register, Override.record_id, Override.reason).order_by(Override.id)
    return {(row.rule, row.register, row.record_id): row.reason for row in connection.execute(asked)}


def verdict(rule: Rule, scope: Scope, on: bool, reasons: Reasons, said: Sequence[Said] = ()) -> Verdict:
    """One limit over the year of the scope, with what persons said of it; one that is off is not judged."""
    last = scope.span.upto(scope.day)
    settings = scope.settings.parameters(rule, last)
    state: State = "unknown"
    value: Any = None
    limit = settings.get(rule.at_most or rule.at_least) if isinstance(rule, Limit) else settings.get("limit")
    findings: list[Finding] = []
    asked: list[Asked] = []
    judged = False
    if on and all(settings[name] is not None for name in rule.needs):
        if isinstance(rule, RecordRule):
            state, findings, judged = judge_records(rule, scope, reasons)
            value = len(findings)
        else:
            standings = list(standings_of(rule, scope))
            if rule.kind == "confirm":
                standings, asked = settled(rule, standings, said, scope.year, scope.day)
            judged = bool(standings)
            state = worst(rule.softened(each.state) for each in standings)
            findings = [_of_standing(rule, scope, each, reasons) for each in standings if _tells(each)]
            value, limit = leading(rule, standings, limit)
    clause = scope.settings.clause(rule, last)
    told = (rule.key, clause, rule.text, state, on, limit, value, tuple(findings), rule.kind, rule.severity)
    return Verdict(*told, tuple(asked), judged)


def leading(rule: Rule, standings: list[Standing], limit: Any) -> tuple[Any, Any]:
    """Value and limit of the subject that stands worst."""
    if not standings:
        return None, limit
    state = worst(each.state for each in standings)
    alike = [each for each in standings if each.state == state]
    first = alike[0]
    if isinstance(rule, Limit):
        first = (max if rule.at_most else min)(alike, key=lambda each: each.value)
    return first.value, first.limit if first.limit is not None else limit


def judge_records(rule: RecordRule, scope: Scope, reasons: Reasons) -> tuple[State, list[Finding], bool]:
    """One finding for each record that breaks the limit; unknown where none could be judged; whether there was any."""
    findings: list[Finding] = []
    seen: set[State] = set()
    any_record = False
    for register in rule.judges:
        asks = asker(rule, register, scope)
        for record in scope.judged(rule, register):
            any_record = True
            for remark in asks(record):
                seen.add(remark.state)
                if remark.what:
                    finding = _of_remark(rule, scope, register, record, remark)
                    findings.append(with_reason(finding, reasons.get((rule.key, register, record.id))))
    for standing in whole_year(rule, scope):
        seen.add(standing.state)
        if _tells(standing):
            findings.append(_of_standing(rule, scope, standing, reasons))
    if findings:
        return worst(finding.state for finding in findings), findings, True
    state: State = "unknown" if "unknown" in seen and "met" not in seen else "met"
    return state, findings, any_record or bool(seen)


def whole_year(rule: RecordRule, scope: Scope) -> Iterator[Standing]:
    """What a limit on records asks of the year besides."""
    settings = scope.settings.parameters(rule, scope.span.upto(scope.day))
    for stands in rule.of_year:
        yield from stands(scope, **{name: settings[name] for name in parameters_of(stands)})


def asker(rule: RecordRule, register: str, scope: Scope) -> Callable[[View], Iterator[Remark]]:
    """Judges one record by the parameters of its day; a record outside the days of the limit is passed over."""
    judge, names = rule.judges[register], _names(rule.key, register)
    last = max(scope.span.end, scope.day)
    if scope.hand is None and not scope.settings.changes_within(rule, scope.span.start, last):
        kept = scope.settings.parameters(rule, last)
        given = {name: kept[name] for name in names}
        return (lambda record: judge(record, scope, **given)) if scope.settings.in_force(rule, last) else _unasked

    def ask(record: View) -> Iterator[Remark]:
        day = max(day_of(register, record) or scope.day, scope.span.start)
        if scope.settings.in_force(rule, day):
            settings = scope.settings.parameters(rule, day)
            yield from judge(record, scope, **{name: settings[name] for name in names})

    return ask


def _unasked(record: View) -> Iterator[Remark]:
    return iter(())


@cache
def _names(rule: str, register: str) -> tuple[str, ...]:
    found = RULES[rule]
    assert isinstance(found, RecordRule)
    return tuple(parameters_of(found.judges[register]))


def standings_of(rule: Rule, scope: Scope, spans: tuple[Span, ...] | None = None) -> Iterator[Standing]:
    """Each subject in each period of the year that has begun."""
    if isinstance(rule, YearRule):
        yield from rule.stands(scope, **scope.settings.parameters(rule, scope.span.upto(scope.day)))
    if isinstance(rule, Limit):
        for span in spans or spans_of(rule.per, scope.year):
            settings = scope.settings.parameters(rule, span.end)
            if scope.hand or (span.start <= scope.day and scope.settings.in_force(rule, span.end)):
                yield from rule.stands(scope, span, settings)


def _tells(standing: Standing) -> bool:
    return standing.state in ("broken", "near") and bool(standing.what)


def sentence(what: str, clause: str, do: str) -> str:
    """What and how much, by which clause, and what to do."""
    return f"{what}（{clause}）{'，' + do if do else ''}。"


def _of_remark(rule: Rule, scope: Scope, register: str, record: View, remark: Remark) -> Finding:
    state = rule.softened(remark.state)
    assert state in ("broken", "near")
    subject, period = scope.called(register, record)
    own: tuple[Reference, ...] = ((register, record.id),) if record.id else ()
    return Finding(
        rule.key,
        state,
        subject,
        sentence(remark.what, scope.settings.clause(rule, scope.day), remark.do),
        period,
        remark.value,
        remark.field,
        own + remark.others,
        kind=remark.kind or rule.kind,
        stops=_stops(rule, state, remark.kind, register, record),
    )


def _stops(rule: Rule, state: State, kind: str | None, register: str, record: View) -> bool:
    """A stop limit that is broken by a record that counts; a draft may always be saved."""
    if (kind or rule.kind) != "stop" or state != "broken":
        return False
    return register not in APPROVED or record.status in APPROVED[register]


def _of_standing(rule: Rule, scope: Scope, standing: Standing, reasons: Reasons) -> Finding:
    clause = scope.settings.clause(rule, scope.day)
    state = rule.softened(standing.state)
    stops = scope.hand is not None and _stops(rule, state, standing.kind, scope.hand.register, scope.hand.view)
    reason = next((reasons[rule.key, *each] for each in standing.records if (rule.key, *each) in reasons), None)
    finding = Finding(
        rule.key,
        state,  # type: ignore[arg-type]
        standing.subject,
        sentence(standing.what, clause, standing.do),
        standing.period,
        standing.value,
        standing.field,
        tuple(each for each in standing.records if each[1]),
        kind=standing.kind or rule.kind,
        stops=stops,
    )
    return with_reason(finding, reason)


def while_typing(
    connection: Connection, office: Office, register: Register, values: Values, record_id: int | None
) -> list[Finding]:
    """What the limits say of the values at hand, worst first; autos are expected to be worked out."""
    settings = Settings(connection, office)
    hand = Hand(register.key, typed_view(register, values, record_id))
    day = day_of(register.key, hand.view) or office.today
    rules = [rule for rule in typed_rules(register.key) if settings.in_force(rule, day)]
    scope = Scope(connection, office, settings, day.year, office.today, keys_of(rules), hand)
    found = list(_marks(values, settings.parameters(RULES[GATE], office.today)["words"]))
    for rule in rules:
        given = settings.parameters(rule, day)
        if all(given[name] is not None for name in rule.needs):
            found += _typed(rule, scope, hand, day)
    return sorted(found, key=lambda finding: (finding.state != "broken", not finding.stops))


@cache
def typed_rules(register: str) -> tuple[Rule, ...]:
    """Limits that may speak while a record of the register is typed."""

    def speaks(rule: Rule) -> bool:
        if isinstance(rule, RecordRule):
            return register in rule.judges
        if isinstance(rule, YearRule):
            return register in rule.typed
        return isinstance(rule, Limit) and bool(rule.at_most) and next(iter(rule.uses)) == register

    return tuple(rule for rule in RULES.values() if speaks(rule))


def _typed(rule: Rule, scope: Scope, hand: Hand, day: date) -> Iterator[Finding]:
    if isinstance(rule, RecordRule):
        for remark in asker(rule, hand.register, scope)(hand.view):
            if remark.what:
                yield _of_remark(rule, scope, hand.register, hand.view, remark)
        return
    spans = tuple(span for span in spans_of(rule.per, day.year) if span.holds(day))
    for standing in standings_of(rule, scope, spans):
        if _tells(standing) and (isinstance(rule, YearRule) or hand.reference in standing.records):
            yield _of_standing(rule, scope, standing, {})


def _marks(values: Values, words: Iterable[str]) -> Iterator[Finding]:
    """A secrecy mark in any text of any register (保守国家秘密法 第31条)."""
    gate = RULES[GATE]
    for key, value in values.items():
        bare = re.sub(r"\s", "", value) if isinstance(value, str) else ""
        for mark in (word for word in words if word in bare):
            what = sentence(f"文字中有涉密标志「{mark}」", gate.clause, "国家秘密不得在本机登记，请删去")
            yield Finding(gate.key, "broken", "", what, "", mark, key, kind="stop", stops=True)
