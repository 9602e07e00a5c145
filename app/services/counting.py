"""Figures, their records, and the check of a year, as both shells ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app import figures, rules
from app.figures import BadParameter, Counted, Period, Traced
from app.rules import Verdict
from app.services.desk import Desk
from app.store.surroundings import Office


@dataclass(frozen=True)
class Told:
    """A figure of the catalogue as it was counted."""

    key: str
    label: str
    unit: str
    value: int | Decimal | date | None
    records: int


RULES_COUNTED = "check."
"""Keys of counts of rules in a summary begin so; they are no figures of the catalogue."""


def period_of(year: int, upto: date | None = None) -> Period:
    """A year, or its part up to a day."""
    if not 1950 <= year <= 2199:
        raise BadParameter(f"年度「{year}」不对，请填写四位年份，如 2026。")
    if upto is not None and upto.year != year:
        raise BadParameter(f"截至日期 {upto} 不在 {year} 年，请检查。")
    return Period.of_year(year, upto)


def figures_of(
    desk: Desk, year: int, upto: date | None = None, key: str | None = None, by: Mapping[str, str] | None = None
) -> list[Told]:
    """All figures of a year, or one with its parameters."""
    period = period_of(year, upto)
    with desk.store.read() as connection:
        if key is not None:
            found = {key: figures.count(connection, known(key), period, by or {})}
        elif by:
            raise BadParameter("写了条件时，请用 --key 写明是哪一个数字。")
        else:
            found = figures.count_all(connection, period)
    return [_told(each, found.get(each)) for each in ([key] if key else list(figures.FIGURES))]


def known(key: str) -> str:
    """The key itself where it is a figure's."""
    if key not in figures.FIGURES:
        raise BadParameter(f"没有「{key}」这个数字，用 figures 命令可列出全部。")
    return key


def _told(key: str, counted: Counted | None) -> Told:
    figure = figures.FIGURES[key]
    if counted is None:
        return Told(key, figure.label, figure.unit, None, 0)
    return Told(key, figure.label, counted.unit, counted.value, counted.records)


def worded(told: Told) -> str:
    """The value with its unit, for a table."""
    return worded_as(told, told.value)


def worded_as(told: Told, value: int | Decimal | date | None) -> str:
    """Another value of the same figure with its unit; a dash where there is none."""
    if value is None:
        return "—"
    if isinstance(value, Decimal):
        return f"{value:,f}{told.unit}"
    return f"{value}{told.unit}" if not isinstance(value, date) else value.isoformat()


def traced(
    desk: Desk, key: str, year: int, upto: date | None = None, by: Mapping[str, str] | None = None
) -> list[Traced]:
    """The records behind a figure."""
    with desk.store.read() as connection:
        return figures.trace(connection, known(key), period_of(year, upto), by or {})


def checked(desk: Desk, year: int, on: date | None = None) -> list[Verdict]:
    """Every rule over a year, as on the evening of a day."""
    period_of(year)
    with desk.store.read() as connection:
        return rules.check(connection, Office(connection, desk.today()), year, on)


def verdict_told(verdict: Verdict) -> dict[str, Any]:
    """A verdict as `check --json` prints it."""
    findings = [
        {
            "subject": finding.subject,
            "period": finding.period,
            "value": finding.value,
            "state": finding.state,
            "sentence": finding.sentence,
            "reason": finding.reason,
            "records": [{"register": register, "id": record} for register, record in finding.records],
        }
        for finding in verdict.findings
    ]
    told = {
        "key": verdict.key,
        "clause": verdict.clause,
        "text": verdict.text,
        "state": verdict.state,
        "on": verdict.on,
    }
    return {**told, "limit": verdict.limit, "value": verdict.value, "findings": findings}


def counting_rule(key: str) -> str:
    """How a figure is counted, in one Chinese phrase."""
    if key.startswith(RULES_COUNTED):
        return "逐条检查启用的规定，数结论相同的条数；下面是检查发现所涉及的记录"
    return figures.FIGURES[known(key)].counting_rule
