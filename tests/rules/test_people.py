"""Limits on leave, on both sides of each boundary and for each exemption."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.rules.conftest import Town, day

D = Decimal
AWAY = {"leaves_town": True}
PENDING = {**AWAY, "status": "待批", "returned": None}
OUT = {"status": "已批准", "returned": None}
SICK = {"kind": "病假", "start": day(3, 10), "end": day(3, 12), "returned": day(3, 13)}
HOME = {"kind": "探亲假", "relation": "配偶", "start": day(5, 1), "returned": None}


def calendar_days(kind: str, count: int, **more: Any) -> dict[str, Any]:
    """A leave of so many days running."""
    days = {"days": D(count)} if kind in ("婚假", "丧假") else {}
    return {
        "kind": kind,
        "start": day(5, 1),
        "end": day(5, 1) + timedelta(days=count - 1),
        "returned": None,
        **days,
        **more,
    }


CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("leave.approved", "leave", AWAY, "met"),
    ("leave.approved", "leave", {**AWAY, "approver": None}, "broken"),
    ("leave.approved", "leave", {**AWAY, "approved": day(3, 10)}, "met"),
    ("leave.approved", "leave", {**AWAY, "approved": day(3, 11)}, "broken"),
    ("leave.approved", "leave", PENDING, "broken"),
    ("leave.approved", "leave", {**PENDING, "status": "未批准"}, "met"),
    ("leave.approved", "leave", {**PENDING, "leaves_town": False}, "met"),
    ("leave.filed", "leave", {}, "met"),
    ("leave.filed", "leave", {"filed": day(3, 12)}, "met"),
    ("leave.filed", "leave", {"filed": day(3, 13)}, "broken"),
    ("leave.filed", "leave", {"filed": None}, "broken"),
    ("leave.filed", "leave", {"registrar": None}, "broken"),
    ("leave.filed", "leave", {**SICK, "proof": "诊断证明"}, "met"),
    ("leave.filed", "leave", SICK, "broken"),
    ("leave.filed", "leave", {**SICK, "returned": day(3, 12)}, "met"),
    ("leave.filed", "leave", {"kind": "产假"}, "broken"),
    ("leave.signed_off", "leave", {}, "met"),
    ("leave.signed_off", "leave", {"status": "已批准"}, "broken"),
    ("leave.signed_off", "leave", {"returned": day(3, 11)}, "met"),
    ("leave.signed_off", "leave", OUT, "broken"),
    ("leave.day_count", "leave", {}, "met"),
    ("leave.day_count", "leave", {"days": D(3)}, "broken"),
    ("leave.day_count", "leave", {"days": D("1.5")}, "broken"),
    ("leave.kind_limits", "leave", calendar_days("丧假", 3, relation="父母(已婚)"), "met"),
    ("leave.kind_limits", "leave", calendar_days("丧假", 4, relation="父母(已婚)"), "broken"),
    ("leave.kind_limits", "leave", calendar_days("丧假", 4, relation="父母(已婚)", extra_days=D(1)), "met"),
    ("leave.kind_limits", "leave", calendar_days("丧假", 3), "broken"),
    ("leave.kind_limits", "leave", calendar_days("婚假", 3), "met"),
    ("leave.kind_limits", "leave", calendar_days("婚假", 4), "near"),
    ("leave.kind_limits", "leave", calendar_days("产假", 98), "met"),
    ("leave.kind_limits", "leave", calendar_days("产假", 99), "near"),
    ("leave.kind_limits", "leave", calendar_days("产假", 113, extra_days=D(15)), "met"),
    ("leave.kind_limits", "leave", calendar_days("探亲假", 30, relation="配偶"), "met"),
    ("leave.kind_limits", "leave", calendar_days("探亲假", 31, relation="配偶"), "broken"),
    ("leave.kind_limits", "leave", calendar_days("探亲假", 31, relation="配偶", extra_days=D(1)), "met"),
    ("leave.kind_limits", "leave", calendar_days("探亲假", 21, relation="父母(未婚)"), "broken"),
    ("leave.kind_limits", "leave", calendar_days("探亲假", 20, relation="父母(已婚)"), "met"),
]


@pytest.mark.parametrize(("rule", "register", "changes", "state"), CASES)
def test_each_leave_is_judged_alike_in_the_year_and_while_typing(
    town: Town, rule: str, register: str, changes: dict[str, Any], state: str
) -> None:
    assert town.states(rule, register, changes) == (state, state)


@pytest.mark.parametrize(
    ("rule", "changes", "on", "state"),
    [
        ("leave.approved", PENDING, day(3, 9), "near"),
        ("leave.approved", PENDING, day(3, 10), "broken"),
        ("leave.filed", {"filed": None}, day(3, 12), "near"),
        ("leave.filed", {"filed": None}, day(3, 13), "broken"),
        ("leave.signed_off", OUT, day(3, 11), "met"),
        ("leave.signed_off", OUT, day(3, 12), "near"),
        ("leave.signed_off", OUT, day(3, 13), "broken"),
        ("leave.signed_off", {"returned": day(3, 20)}, day(3, 13), "broken"),
        ("leave.signed_off", {**OUT, "extension": day(3, 12)}, day(3, 13), "near"),
    ],
)
def test_the_clocks_of_a_leave(town: Town, rule: str, changes: dict[str, Any], on: date, state: str) -> None:
    if on >= day(3, 10):
        assert town.states(rule, "leave", changes, on) == (state, state)
    else:
        assert town.type(rule, "leave", on, **changes)[0].state == state


@pytest.mark.parametrize(
    ("changes", "overlaps"),
    [
        ({"start": day(3, 12), "end": day(3, 13)}, False),
        ({"start": day(3, 11), "end": day(3, 13)}, True),
        ({"start": day(3, 11), "end": day(3, 13), "start_half": "下午"}, False),
        ({"start": day(3, 11), "end": day(3, 13), "staff": 4}, False),
        ({"start": day(3, 11), "end": day(3, 13), "status": "未批准"}, False),
    ],
)
def test_two_leaves_of_one_person(town: Town, changes: dict[str, Any], overlaps: bool) -> None:
    town.add("leave", end_half="上午")
    typed = [each for each in town.type("leave.filed", "leave", returned=None, **changes) if each.field == "start"]
    assert bool(typed) == overlaps


def test_a_leave_shortened_by_the_return_frees_its_last_day(town: Town) -> None:
    town.add("leave", returned=day(3, 11))
    assert not town.type("leave.filed", "leave", start=day(3, 11), end=day(3, 11))
    town.add("leave", start=day(3, 10), end=day(3, 10), returned=None)
    (finding,) = [each for each in town.check("leave.filed").findings if each.field == "start"]
    assert finding.records == (("leave", 2), ("leave", 1))


def annual(days: int, month: int = 6, **more: Any) -> dict[str, Any]:
    """Annual leave of so many working days from a Monday on (June 2025 has five days a week from the 9th)."""
    first = day(month, 9) if month == 6 else day(month, 3)
    weeks, rest = divmod(days - 1, 5)
    return {"kind": "年休假", "start": first, "end": first + timedelta(days=weeks * 7 + rest), "returned": None, **more}


@pytest.mark.parametrize(
    ("person", "days", "state"),
    [(3, 9, "met"), (3, 10, "near"), (3, 11, "broken"), (1, 15, "near"), (1, 16, "broken"), (4, 1, "unknown")],
)
def test_annual_leave_by_full_years_of_service(town: Town, person: int, days: int, state: str) -> None:
    town.add("leave", **annual(days, staff=person))
    assert town.check("leave.entitlement").state == state


def test_service_is_counted_on_the_first_day_of_each_leave(town: Town) -> None:
    rule = "leave.entitlement"
    town.add("leave", **{**annual(5), "start": day(3, 3), "end": day(3, 7)})
    assert town.check(rule).state == "near"
    assert town.check(rule).limit == 5
    (finding,) = town.type(rule, "leave", **{**annual(1), "start": day(3, 9), "end": day(3, 10)})
    assert (finding.state, finding.stops, finding.field) == ("broken", True, "end")
    assert not town.type(rule, "leave", **annual(4))
    assert town.type(rule, "leave", **annual(5))[0].state == "near"


def test_what_was_carried_is_at_most_what_last_year_left(town: Town) -> None:
    rule = "leave.entitlement"
    town.add("staff", name="有结转", work_start=day(1, 1, 2020), leave_carried=D(3))
    town.add("leave", **annual(8, staff=6))
    assert town.check(rule).limit == 8
    town.add("leave", staff=6, kind="年休假", start=day(6, 3, 2024), end=day(6, 5, 2024), returned=None)
    assert (town.check(rule).limit, town.check(rule).state) == (7, "broken")


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"kind": "事假", "days": D("19.5")}, "met"),
        ({"kind": "事假", "days": D(20)}, "broken"),
        ({"kind": "事假", "days": D(20), "pay_cut": True}, "met"),
        ({"kind": "事假", "days": D(20), "start": day(8, 1), "end": day(8, 30)}, "met"),
        ({"kind": "病假", "end": day(1, 1) + timedelta(days=58)}, "met"),
        ({"kind": "病假", "end": day(1, 1) + timedelta(days=59)}, "broken"),
        ({"kind": "病假", "end": day(1, 1) + timedelta(days=59), "staff": 1}, "met"),
        ({"kind": "病假", "end": day(1, 1) + timedelta(days=119), "staff": 1}, "broken"),
    ],
)
def test_long_absence_costs_the_annual_leave(town: Town, changes: dict[str, Any], state: str) -> None:
    first = {"staff": 3, "start": day(1, 1), "end": day(1, 30), "returned": None}
    town.add("staff", name="新干部", work_start=day(1, 1, 2020))
    person = 6 if changes["kind"] == "病假" and "staff" not in changes else changes.get("staff", 3)
    town.add("leave", **{**first, **changes, "staff": person})
    typed = town.type("leave.entitlement_lost", "leave", **annual(2, staff=person))
    town.add("leave", **annual(2, staff=person))
    assert town.check("leave.entitlement_lost").state == state
    assert [finding.state for finding in typed] == (["broken"] if state == "broken" else [])


def test_annual_leave_taken_before_costs_that_of_next_year(town: Town) -> None:
    town.add("leave", kind="年休假", start=day(6, 3, 2024), end=day(6, 4, 2024), returned=None)
    town.add("leave", start=day(8, 1, 2024), end=day(8, 30, 2024), days=D(22), returned=None)
    town.add("leave", **annual(2))
    assert town.check("leave.entitlement_lost").state == "broken"


@pytest.mark.parametrize(
    ("overstays", "more", "state"),
    [
        ([9], {}, "met"),
        ([10], {}, "near"),
        ([15], {}, "near"),
        ([16], {}, "broken"),
        ([9, 9], {}, "met"),
        ([10, 10, 10], {}, "near"),
        ([10, 10, 11], {}, "broken"),
        ([16], {"overstay_reason": "大雪封路"}, "broken"),
        ([16], {"overstay_reason": "大雪封路", "confirmer": 1}, "near"),
    ],
)
def test_overstay(town: Town, overstays: list[int], more: dict[str, Any], state: str) -> None:
    for month, days in enumerate(overstays, 1):
        town.add("leave", start=day(month, 2), end=day(month, 3), returned=day(month, 28), overstay=days, **more)
    assert town.check("leave.overstay").state == state
    typed = town.type("leave.overstay", "leave", record=1, overstay=overstays[0], returned=day(3, 28), **more)
    assert (typed[0].state if typed else "met") == state


def test_overstay_is_not_known_before_the_return(town: Town) -> None:
    town.add("leave", returned=day(4, 28), overstay=40)
    assert town.check("leave.overstay", day(4, 27)).state == "met"
    assert town.check("leave.overstay", day(4, 28)).state == "broken"


def test_the_ladder_of_approval(town: Town) -> None:
    rule = "leave.approval_ladder"
    town.add("leave")
    assert town.check(rule).state == "unknown"
    town.set(rule, "ladder", [["正科", None, "主要领导"], [None, 2, "分管领导"], [None, None, "主要领导"]])
    assert town.check(rule).state == "met"
    assert town.type(rule, "leave", days=D("2.5"))[0].field == "approver"
    assert not town.type(rule, "leave", days=D("2.5"), approver=1)
    assert town.type(rule, "leave", staff=1)
    assert not town.type(rule, "leave", staff=1, status="待批")


def test_the_province_adds_to_maternity_and_marriage_leave(town: Town) -> None:
    rule = "leave.kind_limits"
    town.set(rule, "provincial_maternity", 60)
    assert not town.type(rule, "leave", **calendar_days("产假", 158))
    assert town.type(rule, "leave", **calendar_days("产假", 159))[0].state == "broken"


def test_home_leave_is_added_up_over_its_years(town: Town) -> None:
    rule = "leave.kind_limits"
    town.add(
        "leave",
        **{**calendar_days("探亲假", 15, relation="父母(已婚)"), "start": day(5, 1, 2022), "end": day(5, 15, 2022)},
    )
    assert town.type(rule, "leave", **calendar_days("探亲假", 6, relation="父母(已婚)"))[0].value == 21
    assert not town.type(rule, "leave", **calendar_days("探亲假", 6, relation="父母(未婚)"))
    assert not town.type(rule, "leave", **{**HOME, "end": day(5, 9), "relation": None})
    town.add("staff", name="新人", work_start=day(5, 2, 2024))
    assert town.type(rule, "leave", **calendar_days("探亲假", 6, relation="配偶", staff=6))[0].field == "start"
