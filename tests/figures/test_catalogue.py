"""Every figure over random records, against a plain reading of its line in the catalogue."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import Connection

from app import kinds
from app.figures import FIGURES, Period, count, trace
from tests.figures.conftest import empty_store
from tests.figures.plain_measures import answer
from tests.figures.plain_reading import CATALOGUE, Books, Question, accepts, field_of, parts_of, read
from tests.figures.random_office import LINES, RECORDS, fill

PERIODS = [
    Period.of_year(2025),
    Period(date(2025, 6, 1), date(2025, 6, 30)),
    Period(date(2024, 1, 1), date(2025, 12, 31)),
    Period(date(2024, 7, 1), date(2025, 6, 30)),
]
NEEDED = {"unit": "米", "outputs.unit": "米", "name": "甲", "base_name": "无"}
"""A value for each compulsory parameter."""
WORDS = [line for line in LINES if line and "、" not in line]


@pytest.fixture(scope="module", params=[1, 2])
def office(request: pytest.FixtureRequest) -> Iterator[tuple[Connection, Books]]:
    """Random records, and the same read into memory."""
    with empty_store() as connection:
        fill(connection, request.param)
        yield connection, read(connection)


def asked_by(key: str) -> dict[str, Any]:
    return {name: NEEDED[name] for name in FIGURES[key].needs}


def same(found: Any, expected: Any) -> bool:
    if isinstance(found, date) or found is None or expected is None:
        return bool(found == expected)
    return Fraction(found) == Fraction(expected)


def test_the_catalogue_is_complete() -> None:
    assert set(FIGURES) == set(CATALOGUE)
    told = {key: (figure.label, figure.unit) for key, figure in FIGURES.items()}
    assert told == {key: (line["label"], line["unit"]) for key, line in CATALOGUE.items()}


@pytest.mark.parametrize("key", CATALOGUE)
def test_a_figure_takes_the_parameters_of_its_line(key: str) -> None:
    given = {"base_name"} if key == "indicator.share" else set()
    subject = {CATALOGUE[key]["measure"].split()[3]} if "over" in CATALOGUE[key] else set()
    assert set(FIGURES[key].by) == (set(accepts(key)) | given) - subject


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: f"{period.start}..{period.end}")
def test_every_figure_is_as_the_catalogue_says(office: tuple[Connection, Books], period: Period) -> None:
    connection, books = office
    wrong = []
    for key in CATALOGUE:
        by = asked_by(key)
        found, expected = count(connection, key, period, by).value, answer(Question(books, key, period, by))
        if not same(found, expected):
            wrong.append((key, found, expected))
    assert wrong == []


def parameter(key: str, name: str, chance: random.Random) -> Any:
    """Any value that a parameter may have."""
    if name in ("since", "base"):
        return "2024"
    if "register" not in CATALOGUE[key]:
        return parameter(next(part for part in parts_of(key) if name in accepts(part)), name, chance)
    kind = field_of(CATALOGUE[key]["register"], name).kind
    if isinstance(kind, kinds.ReferenceKind):
        return chance.randint(1, 2 if name == "campaign" else RECORDS)
    if isinstance(kind, kinds.ChoiceKind):
        return chance.choice(kind.choices[:3])
    if isinstance(kind, kinds.DayKind):
        return date(2025, 6, 30)
    return True if isinstance(kind, kinds.YesNoKind) else chance.choice(WORDS)


def typed(value: Any) -> Any:
    """A parameter as a clerk types it."""
    return ("是" if value else "否") if isinstance(value, bool) else str(value) if isinstance(value, date) else value


def test_every_parameter_picks_as_the_catalogue_says(office: tuple[Connection, Books]) -> None:
    connection, books = office
    chance, wrong = random.Random(3), []
    for key, figure in FIGURES.items():
        for name in [name for name in figure.by if name not in figure.needs]:
            by = asked_by(key) | {name: parameter(key, name, chance)}
            period = chance.choice(PERIODS)
            found = count(connection, key, period, {name: typed(value) for name, value in by.items()}).value
            if not same(found, answer(Question(books, key, period, by))):
                wrong.append((key, by, period, found))
    assert wrong == []


def test_as_many_records_are_traced_as_are_counted(office: tuple[Connection, Books]) -> None:
    for key in CATALOGUE:
        traced = trace(office[0], key, PERIODS[2], asked_by(key))
        assert len({(one.register, one.id) for one in traced}) == len(traced), key
        assert len(traced) == count(office[0], key, PERIODS[2], asked_by(key)).records, key
