"""确认 as the window asks for it: kept with who and when, refused with a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.services.confirming import CannotConfirm, confirm, confirmations
from app.services.counting import checked
from app.services.desk import Desk, create_desk

KEY = "documents.through_office"
YEAR = date.today().year - 1


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "data", "文书")
    yield made
    made.close()


def state(desk: Desk) -> str:
    return next(each.state for each in checked(desk, YEAR) if each.key == KEY)


def test_a_word_is_kept_with_who_said_it_and_counts(desk: Desk) -> None:
    assert state(desk) == "needs-person"
    confirm(desk, KEY, date(YEAR, 1, 1), date(YEAR, 12, 31), True, " 已抽查 ")
    (told,) = confirmations(desk, YEAR)
    assert (told.rule, told.kept, told.remark, told.who) == (KEY, True, "已抽查", "文书")
    assert (told.clause, told.at.date()) == ("实施细则 第12条", date.today())
    assert state(desk) == "met"
    assert confirmations(desk, YEAR - 1) == []


def test_the_newest_word_stands_first_and_holds(desk: Desk) -> None:
    confirm(desk, KEY, date(YEAR, 1, 1), date(YEAR, 12, 31), True)
    confirm(desk, KEY, date(YEAR, 4, 1), date(YEAR, 6, 30), False, "有漏登")
    assert [each.kept for each in confirmations(desk, YEAR)] == [False, True]
    assert state(desk) == "broken"


@pytest.mark.parametrize(
    ("rule", "first", "last", "kept", "remark", "words"),
    [
        ("no.rule", 0, 9, True, "", "没有「no.rule」这条规定"),
        ("meetings.duration", 0, 9, True, "", "不需要人工确认"),
        (KEY, 9, 0, True, "", "截止日期早于开始日期"),
        (KEY, 0, 400 * 3, True, "", "还没有到"),
        (KEY, 0, 9, False, "  ", "请写明哪里不符合"),
        (KEY, 0, 9, True, "长" * 501, "请不要超过 500 字"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(
    desk: Desk, rule: str, first: int, last: int, kept: bool, remark: str, words: str
) -> None:
    days = [date(YEAR, 1, 1) + timedelta(days=each) for each in (first, last)]
    with pytest.raises(CannotConfirm, match=words):
        confirm(desk, rule, days[0], days[1], kept, remark)
    assert confirmations(desk, YEAR) == []
