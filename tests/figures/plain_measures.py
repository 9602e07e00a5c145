"""The measures of the catalogue worked out plainly over the records that ``plain_reading`` finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import count as numbers
from itertools import pairwise
from math import ceil
from typing import Any

from app.figures import Period
from tests.figures.plain_reading import Question

BELOW: dict[str, dict[str, str]] = {
    "indicator.share": {"name": "base_name"},
    "supplies.material_coverage": {"name": ""},
}
"""Under which name the figure below the line is asked, where the catalogue's note says so."""


def answer(question: Question) -> Any:
    """The value of a figure."""
    word, *rest = question.line["measure"].split()
    if word in COMPOSED:
        return COMPOSED[word](question, rest)
    if word == "last_day":
        return question.period.end
    if word == "days":
        return days(question)
    return of_records(question, word, [path for path in rest if path != "+"])


def of_records(question: Question, word: str, paths: list[str]) -> Any:
    """A measure of records; those without any of the values do not count."""
    found = sorted(question.rows(), key=lambda row: order(question, row[0]))
    if word == "count":
        return len(found)
    rows = [[question.value(*row, path) for path in paths] for row in found]
    filled = [(row[0], *values) for row, values in zip(found, rows, strict=True) if set(values) - {None, ""}]
    if not filled:
        return 0 if word == "count_distinct" else None
    return MEASURES[word](question, filled)


def order(question: Question, record: dict[str, Any]) -> tuple[Any, ...]:
    """By the figure's own date, then as entered."""
    day = record[question.line["dated"].split("..")[0]]
    return (day is not None, day, record["id"])


def different(question: Question, rows: list[Any]) -> int:
    """Different values; the same name in two villages is two targets."""
    apart = question.key.startswith("pairing.")
    return len({(value, record["village"] if apart else 0) for record, value in rows})


def names(question: Question, rows: list[Any]) -> int:
    """Different names."""
    return len({name.strip() for _, text in rows for name in text.split("、")})


def total(question: Question, rows: list[Any]) -> Any:
    """An empty field is nothing."""
    return sum(value for _, *values in rows for value in values if value is not None)


def average(question: Question, rows: list[Any]) -> Any:
    """With one decimal; of births the mean age, a whole number."""
    values = [value for _, value in rows]
    if isinstance(values[0], date):
        end = question.period.end
        ages = [end.year - day.year - ((end.month, end.day) < (day.month, day.day)) for day in values]
        return int(half_up(Fraction(sum(ages), len(ages)), "1"))
    return half_up(Fraction(sum(map(Fraction, values))) / len(values))


def newest(question: Question, rows: list[Any]) -> Any:
    """Of several of a year the one of the latest 截至日期; in a running year, of those that have come."""
    end = question.period.end
    running = (end.month, end.day) != (12, 31)
    known = [(one, value) for one, value in rows if not (running and one["as_of"] and one["as_of"] > end)]
    ranked = sorted(known, key=lambda row: (row[0]["year"], row[0]["as_of"] or date.min, row[0]["id"]))
    return ranked[-1][1] if ranked else None


def streak(question: Question, rows: list[Any]) -> int:
    """Years without a gap up to the latest."""
    years = {year for _, year in rows}
    return next(length for length in numbers(1) if max(years) - length not in years)


MEASURES: dict[str, Callable[[Question, list[Any]], Any]] = {
    "count_distinct": different,
    "list": different,
    "names": names,
    "sum": total,
    "avg": average,
    "max": lambda question, rows: max(value for _, value in rows),
    "first": lambda question, rows: rows[0][1],
    "last": lambda question, rows: rows[-1][1],
    "latest": newest,
    "streak": streak,
}


def days(question: Question) -> Any:
    """Distinct days of each person: a record of n days covers n days running, the last one with the fraction."""
    open_ended = Question(question.books, question.key, Period(date(2000, 1, 1), question.period.end), question.by)
    used: dict[tuple[int, int], Decimal] = {}
    for record, _ in open_ended.rows():
        for after in range(ceil(record["days"] or 0)):
            day = (record["staff"], record["date"].toordinal() + after)
            used[day] = min(Decimal(1), used.get(day, Decimal(0)) + min(Decimal(1), record["days"] - after))
    bounds = range(question.period.start.toordinal(), question.period.end.toordinal() + 1)
    return sum((part for (_, day), part in used.items() if day in bounds), Decimal(0))


def ratio(question: Question, words: list[str]) -> Any:
    """Empty where the divisor is 0 or unknown."""
    above = answer(question.other(words[0]))
    under = answer(question.other(words[2], names=BELOW.get(question.key)))
    if above is None or not under:
        return None
    exact = Fraction(above) / Fraction(under)
    return share(exact * 100) if question.line["unit"] == "%" else half_up(exact)


def minus(question: Question, words: list[str]) -> Any:
    """One unknown side counts as 0."""
    one, other = answer(question.other(words[0])), answer(question.other(words[2]))
    return None if one is None and other is None else (one or 0) - (other or 0)


def with_base(compared: Callable[[Fraction, Fraction], Any]) -> Callable[[Question, list[str]], Any]:
    """A comparison with the base year, the year before unless told."""

    def compare(question: Question, words: list[str]) -> Any:
        now = answer(question.other(words[0]))
        year = question.period.start.year
        then = answer(question.other(words[0], question.period.moved(int(question.by.get("base", year - 1)) - year)))
        return None if now is None or then is None else compared(Fraction(now), Fraction(then))

    return compare


def yearly(question: Question, key: str) -> list[Any]:
    """The figure in each year of the period."""
    ends = [(year, min(question.period.end, date(year, 12, 31))) for year in question.period.years]
    return [answer(question.other(key, Period.of_year(year, end))) for year, end in ends]


def mean(of_growth: bool) -> Callable[[Question, list[str]], Any]:
    """The plain mean over the years of the period."""

    def averaged(question: Question, words: list[str]) -> Any:
        values = yearly(question, words[0])
        if None in values or len(values) < 2 or (of_growth and 0 in values[:-1]):
            return None
        steps = list(steps_of([Fraction(value) for value in values], of_growth))
        return share(sum(steps) / len(steps)) if of_growth else half_up(sum(steps) / len(steps))

    return averaged


def steps_of(values: list[Fraction], of_growth: bool) -> Iterator[Fraction]:
    """From each year to the next."""
    for then, now in pairwise(values):
        yield (now - then) / then * 100 if of_growth else now - then


def least(question: Question, words: list[str]) -> Any:
    """Over every subject; one with none counts 0."""
    over = question.other(question.line["over"])
    _, *path = over.line["measure"].split()
    subjects = {over.value(*row, path[0]) if path else row[0]["id"] for row in over.rows()}
    asked = [question.other(words[0]) for _ in subjects]
    for one, subject in zip(asked, subjects, strict=True):
        one.by[words[2]] = subject
    return min((answer(one) or 0 for one in asked), default=None)


COMPOSED: dict[str, Callable[[Question, list[str]], Any]] = {
    "ratio": ratio,
    "minus": minus,
    "change": with_base(lambda now, then: now - then),
    "growth": with_base(lambda now, then: share((now - then) / then * 100) if then else None),
    "times": with_base(lambda now, then: half_up(now / then) if then else None),
    "mean_change": mean(of_growth=False),
    "mean_growth": mean(of_growth=True),
    "least": least,
}


def half_up(exact: Fraction, places: str = "0.1") -> Decimal:
    """Rounded half up."""
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal(places), ROUND_HALF_UP)


def share(exact: Fraction) -> Decimal:
    """Per cent: never onto 100 from either side, nor onto 0."""
    rounded = half_up(exact)
    off = rounded in (100, 0, -100) and exact != Fraction(rounded)
    return rounded + (Decimal("0.1") if exact > Fraction(rounded) else Decimal("-0.1")) if off else rounded
