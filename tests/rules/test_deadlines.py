"""Limits on matters with a last day and on what is made public, on both sides of each boundary."""

from datetime import date
from typing import Any

import pytest

from tests.rules.conftest import Town, day

DUE = {"due": day(4, 1), "done": day(4, 1)}
DONE = {**DUE, "replied": day(4, 2)}
REPORTED = {**DUE, "feedback": day(4, 2)}
MATTER = {"major_matter": True}

CASES: list[tuple[str, dict[str, Any], str]] = [
    ("opinion", DONE, "met"),
    ("opinion", {**DONE, "done": day(4, 2)}, "broken"),
    ("opinion", {**DONE, "done": None}, "broken"),
    ("opinion", {**DONE, "replied": None}, "broken"),
    ("opinion", {**DONE, "done": None, "adopted": "研究中"}, "met"),
    ("inspection", {}, "met"),
    ("inspection", DUE, "met"),
    ("inspection", {**DUE, "done": day(4, 2)}, "broken"),
    ("inspection", {**DUE, "done": None}, "broken"),
    ("problem", {}, "met"),
    ("problem", DUE, "met"),
    ("problem", {**DUE, "done": day(4, 2)}, "broken"),
    ("problem", {**DUE, "done": None}, "broken"),
    ("supervision", {}, "met"),
    ("supervision", REPORTED, "met"),
    ("supervision", {**REPORTED, "done": day(4, 2)}, "broken"),
    ("supervision", {**REPORTED, "done": None}, "broken"),
    ("supervision", {**REPORTED, "feedback": None}, "broken"),
]


@pytest.mark.parametrize(("register", "changes", "state"), CASES)
def test_deadlines_are_kept(town: Town, register: str, changes: dict[str, Any], state: str) -> None:
    assert town.states("deadlines.kept", register, changes) == (state, state)


@pytest.mark.parametrize("register", ["opinion", "inspection", "problem", "supervision"])
@pytest.mark.parametrize(
    ("on", "state"), [(day(3, 28), "met"), (day(3, 29), "near"), (day(4, 1), "near"), (day(4, 2), "broken")]
)
def test_the_clock_of_a_deadline(town: Town, register: str, on: date, state: str) -> None:
    assert town.states("deadlines.kept", register, {**DONE, "done": day(5, 1)}, on) == (state, state)


def test_the_office_sets_when_a_deadline_is_near(town: Town) -> None:
    town.set("deadlines.kept", "near", 10)
    assert town.states("deadlines.kept", "problem", {"due": day(4, 1)}, day(3, 22)) == ("near", "near")


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({**MATTER, "published": day(4, 7)}, "met"),
        ({**MATTER, "published": day(4, 8)}, "broken"),
        (MATTER, "broken"),
        ({**MATTER, "status": "已批准"}, "met"),
        ({}, "met"),
    ],
)
def test_great_matters_are_published_in_twenty_working_days(town: Town, changes: dict[str, Any], state: str) -> None:
    town.add("disclosure")
    assert town.states("disclosure.major", "meeting", changes) == (state, state)


@pytest.mark.parametrize(("on", "state"), [(day(4, 7), "met"), (day(4, 8), "broken")])
def test_a_disclosure_of_the_meeting_publishes_it(town: Town, on: date, state: str) -> None:
    meeting = town.add("meeting", **MATTER)
    town.add("disclosure", date=on, meeting=meeting)
    assert town.check("disclosure.major").state == state


def test_assessments_of_cadres_are_published_within_the_year(town: Town) -> None:
    rule = "disclosure.major"
    assert town.check(rule, day(12, 31)).state == "near"
    assert town.check(rule).state == "broken"
    town.add("disclosure", kind="政务")
    assert town.check(rule).state == "broken"
    town.add("disclosure", date=day(12, 31))
    assert town.check(rule).state == "met"
