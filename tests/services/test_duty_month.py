"""A month of duty as one sheet: loaded, filled, exchanged, stored in one change and taken back in one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.figures import Period
from app.models import BY_KEY
from app.services import duty_month, undoing
from app.services.desk import Desk, create_desk
from app.services.duty_month import load_month, month_beside, save_month
from app.services.duty_sheet import DRIVER, LEADER, MEMBER, Roster, doubts, propose, shares
from app.services.looking import add_people
from app.services.records import Refused
from app.services.rota import HOLIDAY, WEEKEND, WORKDAY
from tests.services.conftest import add, stored

MARCH = Period.month(2026, 3)
LEADERS, STAFF = ("郑一", "王二", "冯三", "陈四"), ("褚五", "卫六", "蒋七", "沈八", "韩九", "杨十")
ROSTER = Roster((1, 2, 3, 4), (5, 6, 7, 8, 9, 10), 2, "石师傅")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "data", "文书")
    add_people(made, LEADERS, None, "镇科级实职领导")
    add_people(made, STAFF, None, "其他机关干部")
    yield made
    made.close()


def shift(desk: Desk, day: int, leader: int, *members: int, **more: Any) -> int:
    return add(desk, "duty", date=date(2026, 3, day), leader=leader, members=members, **more)


def all_duty(desk: Desk) -> list[dict[str, Any]]:
    month = load_month(desk, MARCH)
    return [stored(desk, "duty", line.record) for line in month.sheet.lines if line.record]


def test_the_month_shows_its_days_and_what_is_stored(desk: Desk) -> None:
    shift(desk, 7, 1, 5, 6, driver="石师傅", remarks="防汛")
    shift(desk, 8, 2, 7, place="村(社区)")
    sheet = load_month(desk, MARCH).sheet
    assert len(sheet.lines) == 31
    assert dict(sheet.lines[6].cells) == {
        "leader": 1,
        "member1": 5,
        "member2": 6,
        "driver": "石师傅",
        "remarks": "防汛",
    }
    assert not sheet.lines[7].cells
    assert [sheet.lines[at].day.kind for at in (5, 6)] == [WORKDAY, WEEKEND]


def test_holidays_and_swapped_workdays_are_told_from_the_calendar(desk: Desk) -> None:
    lines = load_month(desk, Period.month(2025, 10)).sheet.lines
    assert (lines[0].day.kind, lines[0].day.note) == (HOLIDAY, "国庆节")
    assert (lines[10].day.kind, lines[10].day.note) == (WORKDAY, "调休上班")


def test_a_month_is_filled_and_stored_in_one_change_that_one_undo_takes_back(desk: Desk) -> None:
    kept = shift(desk, 7, 4, 5, 6)
    month = load_month(desk, MARCH)
    made = propose(month.sheet, ROSTER, month.around)
    assert save_month(desk, month, made) == 31
    duties = all_duty(desk)
    assert len(duties) == 31
    assert {len(one["members"]) for one in duties} == {2}
    assert {(one["shift"], one["place"], one["driver"]) for one in duties if one["date"].day != 7} == {
        ("全天", "镇机关", "石师傅")
    }
    assert (stored(desk, "duty", kept)["leader"], stored(desk, "duty", kept)["members"]) == (4, (5, 6))
    assert undoing.undo(desk) == "已撤回：2026年3月排班 31 天。"
    assert len(all_duty(desk)) == 1
    assert stored(desk, "duty", kept)["driver"] is None


def test_nobody_on_leave_or_on_a_trip_is_taken(desk: Desk) -> None:
    spell = {"start": date(2026, 3, 2), "end": date(2026, 3, 20), "status": "已批准"}
    add(desk, "leave", staff=5, kind="公假", **spell)
    trip = {"destination": "县城", "purpose": "培训", "kind": "业务培训", "work_related": True}
    add(desk, "outing", date=date(2026, 3, 5), end=date(2026, 3, 6), members=(1,), **trip)
    month = load_month(desk, MARCH)
    made = propose(month.sheet, ROSTER, month.around)
    on = {
        (line.day.day.day, person) for line in made.lines for post in (LEADER, MEMBER) for person in line.people(post)
    }
    assert not {(day, 5) for day in range(2, 21)} & on
    assert not {(5, 1), (6, 1)} & on
    assert doubts(made, ROSTER, month.around) == []


def test_what_is_wrong_is_said_with_its_clause(desk: Desk) -> None:
    add(desk, "leave", staff=5, kind="公假", start=date(2026, 3, 2), end=date(2026, 3, 3), status="已批准")
    month = load_month(desk, MARCH)
    sheet = month.sheet.put(2, "member1", 5).put(2, LEADER, 1).put(3, LEADER, 1).put(4, "member1", 6)
    sheet = sheet.put(4, "member2", 6)
    told = [(doubt.line, doubt.column, doubt.words) for doubt in doubts(sheet, ROSTER, month.around)]
    assert told == [
        (2, "member1", "3月3日褚五：3月2日至3月3日请公假（请销假制度），请换人或对调。"),
        (4, "member2", "3月5日卫六排了两次，请换人。"),
        (3, LEADER, "郑一3月3日、3月4日连着两天值班，请与别人对调。"),
    ]


def test_too_many_weekends_are_said(desk: Desk) -> None:
    month = load_month(desk, MARCH)
    sheet = month.sheet
    for at in (0, 6, 13, 20):
        sheet = sheet.put(at, LEADER, 1)
    told = [doubt.words for doubt in doubts(sheet, ROSTER, month.around)]
    assert told[0] == "3月1日郑一：今年周末已排4天，人均1天，偏多，请匀一匀。"
    assert len(told) == 4


def test_two_people_exchange_their_days_and_history_says_so(desk: Desk) -> None:
    first, second = shift(desk, 7, 1, 5, 6), shift(desk, 9, 2, 7, 8)
    month = load_month(desk, MARCH)
    made = month.sheet.exchange((6, "member1"), (8, "member2"))
    assert save_month(desk, month, made) == 2
    assert stored(desk, "duty", first)["members"] == (8, 6)
    assert stored(desk, "duty", second)["members"] == (7, 5)
    told = undoing.history(desk, BY_KEY["duty"], first)
    assert told[0].endswith("褚五3月7日与沈八3月9日对调值班")
    assert "把「值班人员」从 褚五、卫六 改为" in told[1]
    assert undoing.undo(desk) == "已撤回：2026年3月排班 2 天，褚五3月7日与沈八3月9日对调值班。"
    assert stored(desk, "duty", first)["members"] == (5, 6)


def test_a_day_without_a_leader_is_refused_with_its_name_and_nothing_is_stored(desk: Desk) -> None:
    month = load_month(desk, MARCH)
    made = month.sheet.put(0, LEADER, 1).put(0, "member1", 5).put(1, "member1", 6)
    with pytest.raises(Refused, match="3月2日：请填写「带班领导」"):
        save_month(desk, month, made)
    assert all_duty(desk) == []


def test_an_emptied_day_goes_to_the_bin_unless_its_log_is_written(desk: Desk) -> None:
    shift(desk, 7, 1, 5)
    shift(desk, 8, 2, 6, nothing=True)
    month = load_month(desk, MARCH)
    bare = month.sheet.put(6, LEADER, None).put(6, "member1", None)
    assert save_month(desk, month, bare) == 1
    assert [one["date"].day for one in all_duty(desk)] == [8]
    month = load_month(desk, MARCH)
    bare = month.sheet.put(7, LEADER, None).put(7, "member1", None)
    with pytest.raises(Refused, match="3月8日：已写值班日志"):
        save_month(desk, month, bare)


def test_cells_typed_exchanged_and_stored_stay_and_others_are_shared_out_anew(desk: Desk) -> None:
    month = load_month(desk, MARCH)
    made = propose(month.sheet.put(3, LEADER, 4), ROSTER, month.around)
    assert made.lines[3].cells[LEADER] == 4
    assert made.lines[3].fixed == {LEADER}
    again = propose(made.put(10, "member1", 9), ROSTER, month.around)
    assert again.lines[10].cells["member1"] == 9
    assert again.lines[3].cells[LEADER] == 4
    assert again.lines[3].cells[DRIVER] == "石师傅"
    freed = propose(again.fix(3, LEADER, False), ROSTER, month.around)
    assert freed.lines[3].fixed == frozenset()


def test_the_shares_of_the_year_come_out_even(desk: Desk) -> None:
    for number in (1, 2, 3):
        month = load_month(desk, Period.month(2026, number))
        save_month(desk, month, propose(month.sheet, ROSTER, month.around))
    month = load_month(desk, MARCH)
    told = shares(month.sheet, ROSTER, month.around)
    for post in (LEADER, MEMBER):
        mine = [share for share in told if share.post == post]
        for at in range(3):
            assert max(share.year[at] for share in mine) - min(share.year[at] for share in mine) <= 1
    assert sum(share.month for share in told) == 31 * 3


def test_what_is_to_be_made_up_for_takes_some_months(desk: Desk) -> None:
    """One of six had no duty for long: no more than two days above the mean of a month fall to anybody."""
    month = load_month(desk, Period.month(2026, 1))
    save_month(desk, month, propose(month.sheet, replace(ROSTER, members=(5, 6, 7, 8, 9)), month.around))
    shift(desk, 1, 1, 10, 5)
    month = load_month(desk, MARCH)
    told = shares(propose(month.sheet, ROSTER, month.around), ROSTER, month.around)
    days = {share.person: share.month for share in told if share.post == MEMBER}
    assert max(days.values()) <= 11 + 2
    assert sum(days.values()) == 62


def test_the_roster_is_remembered_and_leaves_out_who_has_left(desk: Desk) -> None:
    assert load_month(desk, MARCH).roster == Roster((1, 2, 3, 4), (5, 6, 7, 8, 9, 10), 2, "")
    duty_month.keep_roster(desk, replace(ROSTER, members=(5, 6, 99)))
    assert load_month(desk, MARCH).roster == replace(ROSTER, members=(5, 6))


def test_a_half_made_sheet_survives_a_crash(desk: Desk) -> None:
    shift(desk, 7, 1, 5, 6)
    shift(desk, 9, 2, 7, 8)
    month = load_month(desk, MARCH)
    made = propose(month.sheet, ROSTER, month.around).exchange((6, "member1"), (8, "member2"))
    duty_month.keep_sheet(desk, month, made)
    assert duty_month.kept_sheet(desk, load_month(desk, MARCH)) == made
    assert duty_month.kept_sheet(desk, load_month(desk, Period.month(2026, 4))) is None
    save_month(desk, month, made)
    assert duty_month.kept_sheet(desk, load_month(desk, MARCH)) is None


def test_the_month_beside_another() -> None:
    assert month_beside(MARCH, -3) == Period.month(2025, 12)
    assert month_beside(Period.month(2026, 12), 1) == Period.month(2027, 1)
