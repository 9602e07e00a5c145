"""What a person has said of a limit that only a person can judge, and signed zero reports (零报告).

A limit to be confirmed waits for a person (needs-person) in each of its periods until one has confirmed it for the
whole period; of a period that still runs, for its days so far. Where the person says no, it is broken. Where the
catalogue asks for a zero report, only the signed report counts: a bare confirmation does not stand in for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, select

from app.models.conduct.zero_report import ZeroReport
from app.rules.periods import Span, spans_of, year_of
from app.rules.rule import Reference, Rule, Standing
from app.store.tables import Confirmation


@dataclass(frozen=True, slots=True)
class Said:
    """What one person said of a limit over a span."""

    rule: str
    start: date
    end: date
    kept: bool
    remark: str
    who: str
    at: datetime

    def covers(self, first: date, last: date) -> bool:
        """True where the whole span was meant."""
        return self.start <= first and self.end >= last


@dataclass(frozen=True, slots=True)
class Asked:
    """One period in which a limit asks for a person's word, and the word where it was given."""

    span: Span
    """Its days; of a running period those up to the day of the check are to be confirmed."""
    open: bool
    """True while it waits for a person."""
    report: str = ""
    """The subject of the signed zero report that is asked for instead of a bare confirmation."""
    said: Said | None = None
    shown: str = ""
    """What the records show to whoever is asked."""


def said_upto(connection: Connection, day: date) -> list[Said]:
    """Everything said until the evening of a day, the newest last."""
    table = Confirmation.__table__.c
    asked = select(table.rule, table.start, table.end, table.kept, table.remark, table.who, table.at)
    rows = connection.execute(asked.order_by(table.at, table.id))
    return [said for row in rows if (said := Said(*row)).at.date() <= day]


def newest(said: Iterable[Said], rule: str, first: date, last: date) -> Said | None:
    """What was said last of a limit over a span."""
    return next((each for each in reversed(list(said)) if each.rule == rule and each.covers(first, last)), None)


def span_of(rule: Rule, standing: Standing, year: int) -> Span:
    """The period for which a standing asks: its own, or that of the limit with its label, or the year."""
    if standing.asks is not None:
        return standing.asks
    return next((span for span in spans_of(rule.per, year) if span.label == standing.period), year_of(year))


def settled(
    rule: Rule, standings: Sequence[Standing], said: Sequence[Said], year: int, day: date
) -> tuple[list[Standing], list[Asked]]:
    """The standings of a limit after what persons said, and the periods in which a person is asked."""
    groups: dict[tuple[Span, str], list[Standing]] = {}
    for standing in standings:
        groups.setdefault((span_of(rule, standing, year), standing.report), []).append(standing)
    kept: list[Standing] = []
    asked: list[Asked] = []
    denied: set[Span] = set()
    for (span, report), those in groups.items():
        told = newest(said, rule.key, span.start, span.upto(day))
        after = [_after(each, told) for each in those if told is None or told.kept or each.state != "needs-person"]
        if told is not None and not told.kept and span not in denied:
            denied.add(span)
            after.append(_denied(rule, span, told))
        kept += after
        waiting = [each for each in those if each.state == "needs-person"]
        if waiting or (told is not None and not report):
            is_open = any(each.state == "needs-person" for each in after)
            shown = "；".join(dict.fromkeys(each.what for each in waiting if each.what))
            asked.append(Asked(span, is_open, report, told, shown))
    return kept, asked


def _after(standing: Standing, told: Said | None) -> Standing:
    """What a person confirmed is met; what only a signed report confirms still waits for it."""
    if told is None or standing.state != "needs-person" or standing.report:
        return standing
    return replace(standing, state="met")


def _denied(rule: Rule, span: Span, told: Said) -> Standing:
    """A person said that the limit was not kept."""
    remark = f"：{told.remark.rstrip('。')}" if told.remark else ""
    what = f"{told.who}于{told.at:%Y-%m-%d}确认{span.label}不符合{remark}"
    return Standing(rule.subject, span.label, "broken", what, "请整改后重新确认", asks=span)


def signed_reports(connection: Connection, subject: str, first: date, last: date, day: date) -> tuple[Reference, ...]:
    """The signed zero reports of a subject that together leave no day of a span open; none where one is left.

    A report signed before its last day had passed, or after the day of the check, does not count.
    """
    asked = select(ZeroReport.id, ZeroReport.start, ZeroReport.end).where(
        ZeroReport.trashed_at.is_(None),
        ZeroReport.subject == subject,
        ZeroReport.signed.is_(True),
        ZeroReport.date <= day,
        ZeroReport.date >= ZeroReport.end,
        ZeroReport.end >= first,
        ZeroReport.start <= last,
    )
    open_from, found = first, []
    for record, start, end in connection.execute(asked.order_by(ZeroReport.start, ZeroReport.end.desc())):
        if start > open_from:
            return ()
        if end >= open_from:
            found.append(("zero_report", record))
            open_from = end + timedelta(days=1)
        if open_from > last:
            return tuple(found)
    return ()


REPORTED = {
    "petitions.registered": "信访",
    "petitions.to_capital": "进京赴省上访",
    "violations.persons": "违纪违法",
    "violations.other": "其他违规违纪",
    "violations.accidents": "重大安全事故",
}
"""Figures of which a zero may be written, each with the subject of the signed report (零报告) that allows it."""


def reports_of_nothing(
    connection: Connection, figure: str, first: date, last: date, day: date
) -> tuple[Reference, ...]:
    """The signed zero reports that allow the zero of a figure over a span; none where it must not be written."""
    subject = REPORTED.get(figure)
    return signed_reports(connection, subject, first, last, day) if subject else ()
