"""Forms that tell of a month or a quarter instead of one record: rota, three public expenses, income and spending."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import zip_longest
from typing import Any

from sqlalchemy import Connection, or_, select

from app.figures import Period, count
from app.kinds import ChoiceKind
from app.models import BY_KEY
from app.services.month_days import MonthDay, days_between
from app.services.rota import WORKDAY
from app.store.records import load, titles
from app.store.surroundings import Office

WEEKDAYS = "一二三四五六日"
QUARTER_WORDS = "一二三四"
TEN_THOUSAND = Decimal(10_000)
LINES = {
    "abroad": "因公出国(境)",
    "reception": "公务接待费",
    "running": "公务用车运行维护",
    "buying": "公务用车购置",
}
"""Lines of 三公经费公开表 and the budget's words for them."""
Side = list[tuple[str, Decimal, Decimal]]
"""(source or use, the quarter, the year to date)."""
_MONTH = re.compile(r"((?:19|20)\d{2})\s*[-./年]\s*(1[0-2]|0?[1-9])\s*月?")
_QUARTER = re.compile(r"((?:19|20)\d{2})\s*(?:[-./年]\s*[Qq第]?|[Qq])\s*([1-4一二三四])\s*(?:季度)?")


_YEAR = re.compile(r"((?:19|20)\d{2})\s*(?:年度?|全年)?")
_WANTED = {
    "month": "2025-03（月份）",
    "quarter": "2025-Q1（季度）",
    "quarter or year": "2025-Q1（季度）或 2025（全年）",
}


class UnknownSpan(ValueError):
    """The span of a form cannot be read; the message is one Chinese sentence."""


def span_of(words: str, of: str) -> Period | None:
    """2025-03 or 2025年3月 for a month, 2025-Q1 or 2025年一季度 for a quarter, 2025 for a year; None for «0», empty."""
    told = words.strip()
    if told == "0":
        return None
    if of == "month" and (found := _MONTH.fullmatch(told)):
        return Period.month(int(found[1]), int(found[2]))
    if of.startswith("quarter") and (found := _QUARTER.fullmatch(told)):
        number = int(found[2]) if found[2].isdecimal() else QUARTER_WORDS.index(found[2]) + 1
        return Period.quarter(int(found[1]), number)
    if of == "quarter or year" and (found := _YEAR.fullmatch(told)):
        return Period.of_year(int(found[1]))
    said = f"「{told}」应写成" if told else "没有写时间，应写成"
    raise UnknownSpan(f"{said}{_WANTED[of]}，空表写 0。")


def duty_rota(connection: Connection, period: Period, office: Office) -> dict[str, Any]:
    """What 值班表 shows of a month: a line a day, of the office's own duty."""
    table = BY_KEY["duty"].record.__table__
    asked = select(table.c.id).where(table.c.trashed_at.is_(None), table.c.date.between(period.start, period.end))
    own = or_(table.c.place.is_(None), table.c.place != "村(社区)")
    found = load(connection, BY_KEY["duty"], connection.scalars(asked.where(own).order_by(table.c.date, table.c.id)))
    names = titles(connection, "staff", {person for one in found.values() for person in _people(one)})
    lines = [
        _day_line(day, [one for one in found.values() if one["date"] == day.day], names)
        for day in days_between(office, period.start, period.end)
    ]
    phones = [one["phone"] for one in found.values() if one.get("phone")]
    return {
        "year": str(period.start.year),
        "month": str(period.start.month),
        "shifts": "、".join(dict.fromkeys(one["shift"] for one in found.values() if one.get("shift"))),
        "phone": phones[0] if phones else "",
        "days": lines,
    }


def _people(duty: Mapping[str, Any]) -> set[int]:
    return {person for person in (duty["leader"], *(duty["members"] or ())) if person}


def _day_line(about: MonthDay, duties: list[dict[str, Any]], names: Mapping[int, str]) -> dict[str, str]:
    """One day: those on duty in all its shifts, each once; what day it is, and what was remarked."""
    day = about.day
    leaders = dict.fromkeys(names.get(one["leader"] or 0, "") for one in duties)
    members = dict.fromkeys(names.get(person, "") for one in duties for person in one["members"] or ())
    drivers = dict.fromkeys(one.get("driver") or "" for one in duties)
    what = about.note or ("" if about.kind == WORKDAY else "休息日")
    note = " ".join(dict.fromkeys(filter(None, (what, *(one.get("remarks") for one in duties)))))
    line = {"day": f"{day.day}日", "weekday": WEEKDAYS[day.weekday()], "note": note}
    told = {"leader": leaders, "members": members, "driver": drivers}
    return line | {key: "、".join(filter(None, found)) for key, found in told.items()}


def span_words(period: Period) -> str:
    """2025年一季度, or 2025年度."""
    if period == Period.of_year(period.start.year):
        return f"{period.start.year}年度"
    return f"{period.start.year}年{QUARTER_WORDS[(period.start.month - 1) // 3]}季度"


def called(period: Period) -> str:
    """How a message names the span: 2025年3月, 2025年一季度, 2025年度."""
    one_month = (period.start.year, period.start.month) == (period.end.year, period.end.month)
    return f"{period.start.year}年{period.start.month}月" if one_month else span_words(period)


def three_public_table(connection: Connection, period: Period, office: Office) -> dict[str, Any]:
    """What 三公经费公开表 shows of a quarter or year: budget, span, year to date, the same days of the year before."""
    so_far = Period(date(period.start.year, 1, 1), period.end)
    year = Period.of_year(period.start.year)
    amounts = {key: _line(connection, words, period, so_far, year) for key, words in LINES.items()}
    amounts["vehicles"] = _added(amounts["running"], amounts["buying"])
    amounts["total"] = _added(amounts["abroad"], amounts["reception"], amounts["vehicles"])
    counts = {
        "groups": "outings.abroad_groups",
        "persons": "outings.abroad_persons",
        "bought": "vehicles.bought",
        "kept": "vehicles.kept",
        "batches": "reception.batches",
        "guests": "reception.guests",
    }
    told = {name: str(count(connection, key, so_far).value or 0) for name, key in counts.items()}
    lines = [{"key": key, **_in_ten_thousands(line)} for key, line in amounts.items()]
    return {"span": span_words(period), "lines": lines, **told}


def _line(connection: Connection, words: str, now: Period, so_far: Period, year: Period) -> dict[str, Decimal]:
    def amount(key: str, span: Period, name: str) -> Decimal:
        return _amount(connection, key, span, {name: words})

    return {
        "planned": amount("three_public.planned", year, "three_public"),
        "now": amount("three_public.spent", now, "budget.three_public"),
        "sum": amount("three_public.spent", so_far, "budget.three_public"),
        "before": amount("three_public.spent", so_far.moved(-1), "budget.three_public"),
    }


def _added(*lines: dict[str, Decimal]) -> dict[str, Decimal]:
    return {key: sum((line[key] for line in lines), Decimal(0)) for key in lines[0]}


def _in_ten_thousands(line: dict[str, Decimal]) -> dict[str, str]:
    """Amounts in 万元 with two decimals, and the change in per cent where there is a base."""
    shown = {
        key: f"{(amount / TEN_THOUSAND).quantize(Decimal('0.01'), ROUND_HALF_UP):,}" for key, amount in line.items()
    }
    change = (line["sum"] - line["before"]) * 100 / line["before"] if line["before"] else None
    return shown | {"change": "—" if change is None else str(change.quantize(Decimal("0.1"), ROUND_HALF_UP))}


def account_table(connection: Connection, period: Period, office: Office) -> dict[str, Any]:
    """What 季度收支公布表 shows: income by source beside spending by use, the quarter and the year to date."""
    so_far = Period(date(period.start.year, 1, 1), period.end)
    income = _by_choice(connection, "income.total", "income", "source", period, so_far)
    spent = _by_choice(connection, "expenses.total", "expense", "nature", period, so_far)
    left = [dict(zip(("source", "income", "income_sum"), _told(one), strict=True)) for one in income]
    right = [dict(zip(("nature", "expense", "expense_sum"), _told(one), strict=True)) for one in spent]
    nothing: dict[str, str] = {}
    lines = [one | other for one, other in zip_longest(left, right, fillvalue=nothing)]
    came, spent_now = _sums(income), _sums(spent)
    totals = {"income_total": came[0], "income_total_sum": came[1]}
    totals |= {"expense_total": spent_now[0], "expense_total_sum": spent_now[1], "balance": came[1] - spent_now[1]}
    return {"span": span_words(period), "lines": lines, **{key: _yuan(sum_) for key, sum_ in totals.items()}}


def _sums(side: Side) -> tuple[Decimal, Decimal]:
    """Of the quarter and of the year to date."""
    return sum((one[1] for one in side), Decimal(0)), sum((one[2] for one in side), Decimal(0))


def _amount(connection: Connection, key: str, span: Period, by: Mapping[str, str]) -> Decimal:
    """The value of a figure of money, nothing where it is unknown."""
    found = count(connection, key, span, by).value
    return Decimal(found) if isinstance(found, (int, Decimal)) else Decimal(0)


def _by_choice(connection: Connection, key: str, register: str, field: str, now: Period, so_far: Period) -> Side:
    kind = BY_KEY[register].by_key[field].kind
    assert isinstance(kind, ChoiceKind)
    found: Side = []
    for choice in kind.choices:
        one, all_ = (_amount(connection, key, span, {field: choice}) for span in (now, so_far))
        if all_:
            found.append((choice, one, all_))
    return found


def _told(line: tuple[str, Decimal, Decimal]) -> tuple[str, str, str]:
    return line[0], _yuan(line[1]), _yuan(line[2])


def _yuan(amount: Decimal) -> str:
    return f"{amount:,.2f}"


GATHER: dict[str, Callable[[Connection, Period, Office], dict[str, Any]]] = {
    "duty_month": duty_rota,
    "three_public": three_public_table,
    "quarter_account": account_table,
}
"""Form → what fills it for a span."""
