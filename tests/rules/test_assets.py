"""Limits on things, cars and allowances, and on what is made public."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.rules.conftest import Town, day

D = Decimal
THING = {"action": "领用", "kind": "办公家具", "name": "办公桌", "quantity": D(2), "standard": D(2), "unit": "张"}
ROOM = {"action": "盘点", "kind": "办公用房", "name": "办公室", "unit": "平方米", "quantity": D(12), "standard": D(12)}
TRIP = {
    **{"date": day(3, 7), "vehicle": "甲", "user": 3, "purpose": "送文", "destination": "县城", "kind": "公务用车"},
    **{"nature": "公务", "driver_kind": "专职驾驶员", "approver": 2},
    **{"km_start": D(100), "km_end": D(130), "km": D(30)},
}
PAID = {"date": day(3, 7), "staff": 3, "item": "值班补贴", "amount": D(100), "basis": "县财政局文件"}
MATTER = {"kind": "政务", "guide": True, "procedure": True, "time_limit": True}

CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("supply.standard", "supply", THING, "met"),
    ("supply.standard", "supply", THING | {"quantity": D("2.01")}, "broken"),
    ("supply.standard", "supply", THING | {"quantity": D(3), "action": "盘点"}, "broken"),
    ("supply.standard", "supply", THING | {"quantity": D(3), "action": "购入"}, "met"),
    ("supply.standard", "supply", THING | {"quantity": D(3), "standard": None}, "met"),
    ("supply.standard", "supply", ROOM | {"quantity": D(30)}, "met"),
    ("vehicle_use.official_only", "vehicle_use", TRIP, "met"),
    ("vehicle_use.official_only", "vehicle_use", TRIP | {"nature": "私事"}, "broken"),
    ("vehicle_use.official_only", "vehicle_use", TRIP | {"nature": "外借"}, "broken"),
    ("vehicle_use.official_only", "vehicle_use", TRIP | {"driver_kind": "其他"}, "broken"),
    ("vehicle_use.official_only", "vehicle_use", TRIP | {"driver_kind": "经批准的公务人员"}, "met"),
    ("vehicle_use.official_only", "vehicle_use", TRIP | {"kind": "租用车辆", "driver_kind": "其他"}, "met"),
    ("vehicle_use.official_only", "vehicle_use", TRIP | {"km": D(31)}, "broken"),
    ("vehicle_use.official_only", "vehicle_use", TRIP | {"km": D(31), "km_start": None}, "met"),
    ("vehicle_use.official_only", "vehicle_use", TRIP | {"approver": None}, "broken"),
    ("allowance.basis", "allowance", PAID, "met"),
    ("allowance.basis", "allowance", PAID | {"basis": None}, "broken"),
    ("disclosure.three_elements", "disclosure", MATTER, "met"),
    ("disclosure.three_elements", "disclosure", MATTER | {"procedure": None}, "broken"),
    ("disclosure.three_elements", "disclosure", MATTER | {"kind": "村务", "guide": None}, "met"),
]


@pytest.mark.parametrize(("rule", "register", "changes", "state"), CASES)
def test_each_record_is_judged_alike_in_the_year_and_while_typing(
    town: Town, rule: str, register: str, changes: dict[str, Any], state: str
) -> None:
    assert town.states(rule, register, changes) == (state, state)


def test_only_the_abuse_of_a_car_needs_a_reason(town: Town) -> None:
    rule = "vehicle_use.official_only"
    found = town.type(rule, "vehicle_use", **TRIP | {"nature": "私事", "driver_kind": "其他", "approver": None})
    assert [(finding.field, finding.stops) for finding in found] == [
        ("nature", True),
        ("driver_kind", True),
        ("approver", False),
    ]


@pytest.mark.parametrize(("on", "state"), [(day(5, 1), "met"), (day(5, 2), "broken")])
def test_what_is_published_is_renewed_in_time(town: Town, on: date, state: str) -> None:
    changes = MATTER | {"renew_by": day(5, 1)}
    assert town.states("disclosure.three_elements", "disclosure", changes, on) == (state, state)


@pytest.mark.parametrize(
    ("changes", "told"),
    [({}, 1), ({"date": day(3, 31)}, 1), ({"date": day(4, 1)}, 0), ({"item": "误餐补助"}, 0), ({"staff": 4}, 0)],
)
def test_the_same_allowance_twice_in_a_month_is_warned_of(town: Town, changes: dict[str, Any], told: int) -> None:
    town.add("allowance", **PAID)
    found = town.type("allowance.basis", "allowance", **PAID | changes)
    assert [(finding.state, finding.stops) for finding in found] == [("near", False)] * told
    town.add("allowance", **PAID | changes)
    assert len(town.check("allowance.basis").findings) == told


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "met"),
        ({"quantity": D("12.1")}, "broken"),
        ({"quantity": D("12.1"), "corrected": day(5, 1)}, "met"),
        ({"quantity": D("12.1"), "corrected": day(8, 1, 2026)}, "broken"),
        ({"standard": None}, "unknown"),
        ({"quantity": D(30), "action": "领用"}, "met"),
        ({"quantity": D(30), "kind": "办公家具"}, "met"),
    ],
)
def test_rooms_keep_their_standard(town: Town, changes: dict[str, Any], state: str) -> None:
    town.add("supply", **ROOM | changes)
    assert town.check("supply.rooms").state == state


def hand_out(town: Town, name: str, quantity: int, recipients: int) -> None:
    given = {"action": "发放", "kind": "学习资料", "unit": "份", "quantity": D(quantity), "recipients": recipients}
    town.add("supply", **given, name=name)


def test_every_member_has_each_material(town: Town) -> None:
    rule = "supply.materials"
    assert town.check(rule).state == "unknown"
    town.add("branch")
    hand_out(town, "群众路线明白纸", 10, 10)
    hand_out(town, "学习读本", 9, 9)
    hand_out(town, "学习笔记", 10, 10)
    assert town.check(rule, day(12, 31)).state == "near"
    (finding,) = town.check(rule).findings
    assert (finding.state, finding.subject, finding.value) == ("broken", "读本", 90)
    hand_out(town, "补发读本", 1, 1)
    assert town.check(rule).state == "met"


def test_no_fewer_pieces_than_people(town: Town) -> None:
    town.add("branch")
    for name in ("明白纸", "读本", "学习笔记"):
        hand_out(town, name, 9 if name == "读本" else 10, 10)
    (finding,) = town.check("supply.materials").findings
    assert (finding.state, finding.subject) == ("broken", "读本")


def publish(town: Town, when: date, **changes: Any) -> None:
    meeting = town.add("meeting", date=when, kind="职工大会")
    usual = {"kind": "政府收支", "place": "职工大会", "quarter": "一季度", "year": 2025}
    town.add("disclosure", **usual | {"date": when, "meeting": meeting} | changes)


@pytest.mark.parametrize(
    ("when", "changes", "kept"),
    [
        (day(3, 31), {}, True),
        (day(1, 1), {}, True),
        (day(4, 1), {}, False),
        (day(3, 31), {"quarter": "不分期"}, True),
        (day(3, 31), {"quarter": "二季度"}, False),
        (day(3, 31), {"year": 2024}, False),
        (day(3, 31), {"place": "公示栏"}, False),
        (day(3, 31), {"meeting": None}, False),
        (day(3, 31), {"date": day(3, 30)}, False),
        (day(3, 31), {"kind": "财务"}, False),
    ],
)
def test_accounts_are_told_at_a_staff_meeting_in_their_quarter(
    town: Town, when: date, changes: dict[str, Any], kept: bool
) -> None:
    publish(town, when, **changes)
    periods = [each.period for each in town.check("disclosure.quarterly_accounts", day(6, 30)).findings]
    assert ("2025年第一季度" not in periods) == kept
    assert "2025年第二季度" in periods


def test_a_quarter_without_accounts_is_near_until_it_ends(town: Town) -> None:
    rule = "disclosure.quarterly_accounts"
    assert town.check(rule, day(3, 31)).state == "near"
    assert town.check(rule, day(4, 1)).state == "broken"
    publish(town, day(3, 20))
    town.add("meeting", date=day(3, 21), kind="职工大会", status="已批准")
    town.set(rule, "limit", 2)
    publish(town, day(3, 21), meeting=2)
    assert town.check(rule, day(4, 1)).state == "broken"


@pytest.mark.parametrize(
    ("when", "quarter", "kept"),
    [
        (day(1, 1), "一季度", True),
        (day(4, 15), "一季度", True),
        (day(4, 16), "一季度", False),
        (day(4, 10), "二季度", False),
        (day(3, 31), "不分期", True),
        (day(4, 1), "不分期", False),
    ],
)
def test_costs_of_reception_are_shown_soon_after_their_quarter(
    town: Town, when: date, quarter: str, kept: bool
) -> None:
    rule = "disclosure.reception"
    assert town.check(rule, day(4, 15)).findings[0].state == "near"
    town.add("disclosure", kind="公务接待费用", date=when, quarter=quarter)
    broken = [each.period for each in town.check(rule, day(4, 16)).findings if each.state == "broken"]
    assert broken == ([] if kept else ["2025年第一季度"])


def test_three_public_is_published_for_its_year(town: Town) -> None:
    rule = "disclosure.three_public"
    assert (town.check(rule, day(12, 31)).state, town.check(rule).state) == ("near", "broken")
    town.add("disclosure", kind="三公经费", year=2024)
    assert town.check(rule).state == "broken"
    town.add("disclosure", kind="三公经费", year=2025, date=day(2, 1, 2026))
    assert town.check(rule).state == "met"


@pytest.mark.parametrize(
    ("changes", "on", "state"),
    [
        ({"due": day(5, 1)}, day(5, 1), "near"),
        ({"due": day(5, 1)}, day(5, 2), "broken"),
        ({"due": day(5, 1), "done": day(5, 2)}, day(5, 2), "met"),
        ({"due": day(5, 1), "done": day(5, 2)}, day(5, 1), "near"),
        ({}, day(12, 31), "near"),
        ({}, day(1, 1, 2026), "broken"),
        ({"kind": "形式主义"}, day(1, 1, 2026), "met"),
    ],
)
def test_debts_are_paid_by_their_day(town: Town, changes: dict[str, Any], on: date, state: str) -> None:
    town.add("problem", **{"kind": "政府欠账", "party": "甲公司", "amount": D(5000)} | changes)
    assert town.check("debts.repaid", on).state == state
