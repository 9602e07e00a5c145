"""A month of days in the villages: marks, totals against what the year asks, and quick records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.figures import Period
from app.kinds import Misread
from app.models import BY_KEY
from app.services import records, undoing
from app.services.desk import Desk, create_desk
from app.services.looking import add_people
from app.services.visit_month import PersonMonth, Quick, changed, load_month, quick, save, words_of
from tests.services.conftest import add, stored

MARCH = Period.month(2026, 3)


class InApril(Desk):
    """A desk on 10 April 2026."""

    def today(self) -> date:
        return date(2026, 4, 10)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "data", "文书")
    made.__class__ = InApril
    add_people(made, ["张三"], None, "镇科级实职领导")
    add_people(made, ["李四", "王五"], None, "驻村干部")
    add_people(made, ["赵六"], None, "其他机关干部")
    for name in ("柳溪村", "白鹭村"):
        add(made, "village", name=name)
    yield made
    made.close()


def visit(desk: Desk, day: int, person: int, days: str = "1", month: int = 3, **more: Any) -> int:
    values = {"staff": person, "village": 1, "kind": "入户走访", "days": Decimal(days)}
    return add(desk, "visit", date=date(2026, month, day), **values | more)


def month_of(desk: Desk, person: int) -> PersonMonth:
    return next(one for one in load_month(desk, MARCH).people if one.person == person)


def test_everyone_has_a_row_by_class(desk: Desk) -> None:
    assert [one.name for one in load_month(desk, MARCH).people] == ["张三", "李四", "王五", "赵六"]


def test_a_record_of_several_days_marks_each_and_the_last_in_part(desk: Desk) -> None:
    record = visit(desk, 30, 1, "2.5", found="路灯不亮")
    visit(desk, 28, 1, "2", month=2)
    marks = month_of(desk, 1).marks
    assert {day.day: [mark.share for mark in some] for day, some in marks.items()} == {
        1: [Decimal(1)],
        30: [Decimal(1)],
        31: [Decimal(1)],
    }
    assert marks[date(2026, 3, 30)][0].record == record
    assert marks[date(2026, 3, 30)][0].words == "柳溪村 入户走访 2.5天（3月30日起），已写日记"


def test_totals_stand_against_what_the_year_asks(desk: Desk) -> None:
    visit(desk, 5, 4, "0.5")
    visit(desk, 6, 4, "60", month=1)
    told = month_of(desk, 4)
    assert (told.month, told.year, told.diaries) == (6, 60, 0)
    assert told.standing is not None
    assert (told.standing.limit, told.is_short) == (60, False)
    assert month_of(desk, 1).is_short
    assert (month_of(desk, 1).standing or told.standing).limit == 120


def test_one_day_counts_once_in_the_month(desk: Desk) -> None:
    visit(desk, 5, 1)
    visit(desk, 5, 1, village=2)
    told = month_of(desk, 1)
    assert told.month == 1
    assert len(told.marks[date(2026, 3, 5)]) == 2


def test_a_quick_record_asks_for_what_is_not_known(desk: Desk) -> None:
    made = quick(desk, 1, date(2026, 3, 5), "1")
    assert made.missing == ("village", "kind")
    made = quick(desk, 1, date(2026, 3, 5), "blc半天")
    assert (made.values["village"], made.values["days"], made.missing) == (2, Decimal("0.5"), ("kind",))


def test_a_quick_record_takes_village_and_kind_of_the_last_visit(desk: Desk) -> None:
    visit(desk, 3, 1, village=2, kind="调查研究")
    made = quick(desk, 1, date(2026, 3, 5), "0.5")
    assert made.missing == ()
    assert words_of(desk, made) == "张三3月5日 白鹭村 调查研究 0.5天"
    assert save(desk, [made]) == []
    (mark,) = month_of(desk, 1).marks[date(2026, 3, 5)]
    assert (mark.village, mark.kind, mark.share) == ("白鹭村", "调查研究", Decimal("0.5"))
    assert undoing.undo(desk) == "已撤回：登记下村走访(民情日记) 1 条。"


def test_the_village_that_a_person_looks_after_comes_first(desk: Desk) -> None:
    records.save(desk, BY_KEY["staff"], {"village": 1}, 2)
    visit(desk, 3, 2, village=2)
    assert quick(desk, 2, date(2026, 3, 5), "1").values["village"] == 1


def test_a_stored_record_is_typed_over(desk: Desk) -> None:
    record = visit(desk, 3, 1)
    (mark,) = month_of(desk, 1).marks[date(2026, 3, 3)]
    save(desk, [changed(desk, mark, "白鹭村0.5")])
    assert (stored(desk, "visit", record)["village"], stored(desk, "visit", record)["days"]) == (2, Decimal("0.5"))


def test_an_unknown_village_is_a_sentence(desk: Desk) -> None:
    with pytest.raises(Misread, match="「xyz」不在村（社区）里"):
        quick(desk, 1, date(2026, 3, 5), "xyz")


def test_who_is_on_leave_is_told_when_the_record_is_stored(desk: Desk) -> None:
    add(desk, "leave", staff=1, kind="公假", start=date(2026, 3, 2), end=date(2026, 3, 6), status="已批准")
    visit(desk, 20, 1)
    found = save(desk, [quick(desk, 1, date(2026, 3, 5), "1")])
    assert [finding.rule for finding in found] == ["leave.clashes"]
    assert load_month(desk, MARCH).absent[1, date(2026, 3, 5)].why == "3月2日至3月6日请公假"


def test_several_are_stored_in_one_change_or_none(desk: Desk) -> None:
    visit(desk, 3, 1)
    good = [quick(desk, 1, date(2026, 3, day), "1") for day in (4, 5)]
    with pytest.raises(records.Refused):
        save(desk, [*good, Quick(good[0].values | {"kind": None})])
    assert month_of(desk, 1).month == 1
    save(desk, good)
    assert month_of(desk, 1).month == 3
    undoing.undo(desk)
    assert month_of(desk, 1).month == 1
