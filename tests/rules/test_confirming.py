"""What a person says of a limit, and which days signed zero reports cover."""

from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import insert

from app.rules import RULES, Verdict, check
from app.rules.confirming import signed_reports
from app.store.surroundings import Office
from app.store.tables import Confirmation
from tests.rules.conftest import ON, Town, day

KEY = "documents.through_office"
YEARLY = "meetings.offscript"


def say(
    town: Town, start: date, end: date, kept: bool = True, at: date = ON, rule: str = KEY, remark: str = ""
) -> None:
    row = {"rule": rule, "start": start, "end": end, "kept": kept, "remark": remark, "who": "文书"}
    town.connection.execute(insert(Confirmation).values(**row, at=datetime.combine(at, datetime.min.time())))


def found(town: Town, rule: str = KEY, on: date | None = None) -> Verdict:
    verdicts = check(town.connection, Office(town.connection, ON), 2025, on)
    return next(each for each in verdicts if each.key == rule)


def test_each_quarter_waits_for_a_person_until_all_are_confirmed(town: Town) -> None:
    assert [(each.span.label, each.open) for each in found(town).asked] == [
        (f"2025年第{number}季度", True) for number in "一二三四"
    ]
    for first, last in ((1, 3), (4, 6), (7, 9)):
        say(town, day(first, 1), day(last, 30))
    say(town, day(1, 1), day(3, 31))
    assert found(town).state == "needs-person"
    assert [each.open for each in found(town).asked] == [False, False, False, True]
    say(town, day(1, 1), day(12, 31))
    assert found(town).state == "met"


def test_a_person_who_says_no_breaks_the_limit_until_it_is_said_again(town: Town) -> None:
    say(town, day(1, 1), day(12, 31))
    say(town, day(4, 1), day(6, 30), kept=False, remark="有三件未登记。")
    verdict = found(town)
    (finding,) = verdict.findings
    assert (verdict.state, finding.period) == ("broken", "2025年第二季度")
    assert "文书于2026-07-01确认2025年第二季度不符合：有三件未登记" in finding.sentence
    say(town, day(4, 1), day(6, 30))
    assert found(town).state == "met"


@pytest.mark.parametrize(("end", "state"), [(day(8, 14), "needs-person"), (day(8, 15), "met")])
def test_a_running_period_is_confirmed_up_to_the_day(town: Town, end: date, state: str) -> None:
    say(town, day(1, 1), end, at=end, rule=YEARLY)
    assert found(town, YEARLY, on=day(8, 15)).state == state


def test_what_was_said_later_is_not_known_yet(town: Town) -> None:
    say(town, day(1, 1), day(12, 31), at=day(2, 1, 2026))
    assert found(town, on=day(1, 31, 2026)).state == "needs-person"
    assert found(town, on=day(2, 1, 2026)).state == "met"


REPORTS: list[tuple[list[dict[str, Any]], bool]] = [
    ([{}], True),
    ([{"start": day(1, 2)}], False),
    ([{"end": day(3, 30)}], False),
    ([{"signed": False}], False),
    ([{"subject": "信访"}], False),
    ([{"date": day(3, 30)}], False),
    ([{"date": day(4, 30)}], False),
    ([{"end": day(2, 28)}, {"start": day(3, 1)}], True),
    ([{"end": day(2, 27)}, {"start": day(3, 1)}], False),
]


@pytest.mark.parametrize(("reports", "covered"), REPORTS)
def test_signed_reports_leave_no_day_open(town: Town, reports: list[dict[str, Any]], covered: bool) -> None:
    usual = {"subject": "十不准", "start": day(1, 1), "end": day(3, 31), "date": day(4, 1)}
    for changes in reports:
        town.add("zero_report", **usual | {"scope": "全镇", "confirmer": 1, "signed": True} | changes)
    told = signed_reports(town.connection, "十不准", day(1, 1), day(3, 31), day(4, 29))
    assert len(told) == (len(reports) if covered else 0)


def test_what_waits_for_a_person_is_of_a_limit_to_be_confirmed(town: Town) -> None:
    for verdict in check(town.connection, Office(town.connection, ON), 2025):
        assert RULES[verdict.key].kind == "confirm" or (verdict.state != "needs-person" and not verdict.asked)
