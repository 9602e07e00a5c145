"""自动排班 over plain values: leave and rest are kept, fixed days stay, and no allowed change would be fairer."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.rota import HOLIDAY, KINDS, WEEKEND, WORKDAY, Asked, Post, Unfillable, fill, starting_counts

FIRST = date(2026, 3, 1)
Rota = dict[tuple[date, str], tuple[int, ...]]


def days_of(count: int) -> tuple[date, ...]:
    return tuple(FIRST + timedelta(days=at) for at in range(count))


def kinds_of(days: tuple[date, ...], holidays: frozenset[date] = frozenset()) -> dict[date, str]:
    return {day: HOLIDAY if day in holidays else WEEKEND if day.weekday() > 4 else WORKDAY for day in days}


@st.composite
def questions(draw: st.DrawFn) -> Asked:
    """A month, two rosters that may share people, leave, fixed days and a year so far."""
    days = days_of(draw(st.integers(5, 31)))
    leaders = Post("leader", "带班领导", tuple(range(1, 1 + draw(st.integers(2, 7)))))
    first = draw(st.integers(1, 10))
    members = Post("member", "值班人员", tuple(range(first, first + draw(st.integers(4, 14)))), draw(st.integers(1, 2)))
    people = sorted({*leaders.people, *members.people})
    away = draw(st.dictionaries(st.sampled_from(people), st.frozensets(st.sampled_from(days), max_size=9), max_size=4))
    some = st.dictionaries(st.sampled_from(days), st.sampled_from(members.people), max_size=4)
    fixed = {(day, "member"): (person,) for day, person in draw(some).items()}
    turns = st.tuples(st.sampled_from(("leader", "member")), st.sampled_from(people), st.sampled_from(KINDS))
    so_far = draw(st.dictionaries(turns, st.integers(0, 5), max_size=12))
    kinds = kinds_of(days, draw(st.frozensets(st.sampled_from(days), max_size=5)))
    before, after = (draw(st.frozensets(st.sampled_from(people), max_size=3)) for _ in "ab")
    return Asked(days, kinds, (leaders, members), fixed, away, before, after, so_far)


def on_duty(rota: Rota, day: date) -> list[int]:
    return [person for (when, _), people in rota.items() if when == day for person in people]


def counts_of(asked: Asked, rota: Rota) -> dict[tuple[str, int, str], int]:
    counts = starting_counts(asked)
    for (day, post), people in rota.items():
        for person in people:
            turn = post, person, asked.kinds[day]
            counts[turn] = counts.get(turn, 0) + 1
    return counts


def may_take(asked: Asked, rota: Rota, person: int, day: date) -> bool:
    """Whether somebody could take a turn, all others staying as they are."""
    one = timedelta(days=1)
    near = {each for when in (day - one, day, day + one) for each in on_duty(rota, when)}
    near |= asked.before if day == asked.days[0] else frozenset()
    near |= asked.after if day == asked.days[-1] else frozenset()
    return person not in near and day not in asked.away.get(person, ())


def filled(asked: Asked) -> Rota | None:
    try:
        return fill(asked)
    except Unfillable:
        return None


@settings(max_examples=150, deadline=None)
@given(questions())
def test_everyone_seated_is_there_and_rested_and_the_fixed_stay(asked: Asked) -> None:
    rota = filled(asked)
    for (day, key), people in (rota or {}).items():
        post = next(post for post in asked.posts if post.key == key)
        fixed = asked.fixed.get((day, key), ())
        assert people[: len(fixed)] == fixed
        assert len(people) == max(post.seats, len(fixed))
        for person in people[len(fixed) :]:
            assert person in post.people
            left = {**(rota or {}), (day, key): tuple(each for each in people if each != person)}
            assert may_take(asked, left, person, day)


@settings(max_examples=150, deadline=None)
@given(questions())
def test_no_allowed_change_of_one_turn_would_make_a_kind_fairer(asked: Asked) -> None:
    rota = filled(asked) or {}
    counts = counts_of(asked, rota)
    for (day, key), people in rota.items():
        post, kind = next(post for post in asked.posts if post.key == key), asked.kinds[day]
        for person in people[len(asked.fixed.get((day, key), ())) :]:
            left = {**rota, (day, key): tuple(each for each in people if each != person)}
            for other in post.people:
                fairer = counts[key, person, kind] - counts[key, other, kind] > 1
                assert not (fairer and other != person and may_take(asked, left, other, day))


@settings(max_examples=40, deadline=None)
@given(st.integers(6, 20), st.integers(1, 2), st.integers(28, 31), st.frozensets(st.integers(0, 27), max_size=8))
def test_with_people_enough_each_kind_is_shared_out_evenly(
    people: int, seats: int, length: int, off: frozenset[int]
) -> None:
    days = days_of(length)
    kinds = kinds_of(days, frozenset(days[at] for at in off))
    asked = Asked(days, kinds, (Post("member", "值班人员", tuple(range(people)), seats),))
    counts = counts_of(asked, fill(asked))
    for kind in KINDS:
        turns = [counts["member", person, kind] for person in range(people)]
        assert max(turns) - min(turns) <= 1


def test_the_same_question_has_the_same_answer_and_the_year_is_made_even() -> None:
    days = days_of(31)
    so_far = {("member", person, WEEKEND): person // 3 for person in range(9)}
    asked = Asked(days, kinds_of(days), (Post("member", "值班人员", tuple(range(9))),), so_far=so_far)
    assert fill(asked) == fill(asked)
    counts = counts_of(asked, fill(asked))
    turns = [counts["member", person, WEEKEND] for person in range(9)]
    assert max(turns) - min(turns) <= 1


def test_who_is_new_on_the_roster_need_not_make_up_for_the_year() -> None:
    days = days_of(31)
    so_far = {("member", person, kind): 10 for person in range(7) for kind in KINDS}
    asked = Asked(days, kinds_of(days), (Post("member", "值班人员", tuple(range(8))),), so_far=so_far)
    counts = counts_of(asked, fill(asked))
    assert sum(counts["member", 7, kind] - 10 for kind in KINDS) <= 5


def test_nobody_exceeds_the_turns_that_one_may_have() -> None:
    days = days_of(31)
    so_far = {("member", person, kind): 9 for person in range(1, 8) for kind in KINDS} | {("member", 0, WORKDAY): 1}
    counted = Counter(
        person
        for people in fill(
            Asked(days, kinds_of(days), (Post("member", "值班人员", tuple(range(8)), 1, 6),), so_far=so_far)
        ).values()
        for person in people
    )
    assert counted[0] == 6
    assert sum(counted.values()) == 31


@pytest.mark.parametrize("post", [Post("leader", "带班领导", ()), Post("leader", "带班领导", (1,))])
def test_a_month_that_nobody_can_fill_names_the_day(post: Post) -> None:
    days = days_of(3)
    with pytest.raises(Unfillable) as raised:
        fill(Asked(days, kinds_of(days), (post,)))
    sentence = raised.value.sentence({1: "张三"})
    assert sentence.startswith("3月1日排不出带班领导" if not post.people else "3月2日排不出带班领导")
    assert ("张三当天或前后一天已排" in sentence) is bool(post.people)


def test_a_dead_end_is_left_by_another_way() -> None:
    days = days_of(3)
    away = {1: frozenset(days[2:]), 2: frozenset((days[0], days[2])), 3: frozenset(days[:2]), 4: frozenset(days[1:])}
    rota = fill(Asked(days, kinds_of(days), (Post("leader", "带班领导", (1, 2, 3, 4)),), away=away))
    assert set(rota[days[1], "leader"]) <= {1, 2}
    assert rota[days[2], "leader"] == (3,)
