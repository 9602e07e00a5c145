"""Limits on budgets, spending, campaigns and openness, on both sides of each boundary and for each exemption."""

from decimal import Decimal
from typing import Any

import pytest

from tests.rules.conftest import Town, day

D = Decimal
SUPPLIES = {"summary": "购办公用品"}

CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("expense.office_supplies_only", "expense", {}, "met"),
    ("expense.office_supplies_only", "expense", SUPPLIES, "broken"),
    ("expense.office_supplies_only", "expense", {"budget": 2}, "broken"),
    ("expense.office_supplies_only", "expense", {**SUPPLIES, "nature": "办公用品"}, "met"),
    ("supply.central_purchase", "expense", {"nature": "通用设备", "purchase": "统一采购"}, "met"),
    ("supply.central_purchase", "expense", {"nature": "通用设备", "purchase": "自行采购"}, "broken"),
    ("supply.central_purchase", "expense", {"nature": "通用设备"}, "broken"),
    ("supply.central_purchase", "expense", {"purchase": "自行采购"}, "met"),
    ("expense.duplicate_invoice", "expense", {"invoice": "00123"}, "met"),
    ("supply.central_purchase", "supply", {"purchase": "统一采购"}, "met"),
    ("supply.central_purchase", "supply", {"purchase": "自行采购"}, "broken"),
    ("supply.central_purchase", "supply", {}, "broken"),
    ("supply.central_purchase", "supply", {"action": "领用"}, "met"),
    ("supply.central_purchase", "supply", {"kind": "专用设备"}, "met"),
    ("budget.not_exceeded", "expense", {"amount": D("899.99")}, "met"),
    ("budget.not_exceeded", "expense", {"amount": D(900)}, "near"),
    ("budget.not_exceeded", "expense", {"amount": D(1000)}, "near"),
    ("budget.not_exceeded", "expense", {"amount": D("1000.01")}, "broken"),
    ("budget.not_exceeded", "expense", {"date": day(1, 1, 2026)}, "broken"),
]


@pytest.mark.parametrize(("rule", "register", "changes", "state"), CASES)
def test_each_record_is_judged_alike_in_the_year_and_while_typing(
    town: Town, rule: str, register: str, changes: dict[str, Any], state: str
) -> None:
    assert town.states(rule, register, changes) == (state, state)


def test_the_expense_at_hand_is_counted_in_once(town: Town) -> None:
    rule = "budget.not_exceeded"
    first = town.add("expense", amount=D(600))
    (finding,) = town.type(rule, "expense", amount=D("400.01"))
    assert (finding.state, finding.field, finding.stops) == ("broken", "amount", True)
    assert "超支0.01元" in finding.sentence
    assert not town.type(rule, "expense", record=first, amount=D(800))
    assert not town.type(rule, "expense", amount=D(400), budget=2)


def test_what_was_added_to_a_line_may_be_spent(town: Town) -> None:
    rule = "budget.not_exceeded"
    line = town.add("budget", name="会议费", adjusted=D(200))
    town.add("expense", budget=line, amount=D(1200))
    found = town.check(rule)
    assert (found.state, found.value, found.limit) == ("near", 1200, 1200)
    assert town.type(rule, "budget", record=line, name="会议费", adjusted=D(100))[0].state == "broken"


def test_expenses_of_tomorrow_are_not_there_yet(town: Town) -> None:
    town.add("expense", amount=D(2000))
    assert town.check("budget.not_exceeded", day(3, 6)).state == "met"


@pytest.mark.parametrize(
    ("amount", "state"), [(D(0), "unknown"), (D(899), "unknown"), (D(900), "near"), (D(1001), "broken")]
)
def test_three_public(town: Town, amount: Decimal, state: str) -> None:
    town.add("expense", budget=1, amount=amount)
    assert town.check("budget.three_public").state == state


def test_three_public_spent_without_a_plan(town: Town) -> None:
    line = town.add("budget", name="用车", three_public="公务用车运行维护", amount=D(0))
    town.add("expense", budget=line)
    assert town.check("budget.three_public").findings[0].subject == "公务用车运行维护"


def test_the_campaign_has_its_own_line(town: Town) -> None:
    rule = "budget.special_line"
    town.add("budget", name="文明创建", special=False)
    assert town.check(rule, day(12, 31)).state == "near"
    assert town.check(rule).state == "broken"
    town.add("budget", name="文明创建", special=True)
    assert town.check(rule).state == "met"


def test_telephone_costs_of_a_month(town: Town) -> None:
    rule, phone = "expense.phone_limit", {"nature": "通讯费"}
    town.add("expense", **phone)
    assert town.check(rule).state == "unknown"
    town.set(rule, "limit", 200)
    assert town.check(rule).state == "met"
    assert town.type(rule, "expense", **phone)[0].state == "near"
    assert town.type(rule, "expense", **phone, amount=D("100.5"))[0].state == "broken"
    assert not town.type(rule, "expense", **phone, date=day(4, 1))
    assert not town.type(rule, "expense", amount=D(500))


def test_the_share_of_the_official_card(town: Town) -> None:
    rule = "expense.card"
    town.add("expense", payment="公务卡")
    town.add("expense")
    assert town.check(rule).state == "unknown"
    town.set(rule, "limit", 50)
    assert town.check(rule).state == "met"
    town.add("expense", amount=D("0.01"))
    assert town.check(rule).state == "near"


@pytest.mark.parametrize(("now", "state"), [(D(950), "met"), (D("950.01"), "broken")])
def test_spending_falls_by_five_per_cent(town: Town, now: Decimal, state: str) -> None:
    rule = "expense.saving"
    assert town.check(rule).state == "unknown"
    town.add("expense", date=day(3, 7, 2024), amount=D(1000))
    town.add("expense", amount=now)
    assert town.check(rule).state == state


def test_hired_cars_against_last_year_or_a_number(town: Town) -> None:
    rule, hired = "expense.hire", {"nature": "租车"}
    assert town.check(rule).state == "unknown"
    town.add("expense", **hired, date=day(2, 1, 2024))
    town.add("expense", **hired)
    assert town.check(rule).state == "near"
    town.add("expense", **hired)
    assert town.check(rule).state == "broken"
    town.set(rule, "limit", 300)
    assert town.check(rule).state == "met"


def test_cleaners_are_paid_alike(town: Town) -> None:
    rule, paid = "expense.cleaning_fee", {"nature": "劳务保洁", "summary": "保洁费", "payee": "甲"}
    town.add("expense", **paid, amount=D(200))
    assert town.check(rule, day(3, 31)).state == "near"
    assert town.check(rule, day(4, 1)).state == "broken"
    town.add("expense", **paid, amount=D(100))
    town.add("expense", **{**paid, "summary": "绿化", "payee": "乙"})
    assert town.check(rule).state == "met"


@pytest.mark.parametrize("again", ["00123", " 00 123", "００１２３", "00999、00123"])
def test_an_invoice_is_paid_once_in_any_year(town: Town, again: str) -> None:
    rule = "expense.duplicate_invoice"
    first = town.add("expense", date=day(3, 7, 2024), invoice="00123，00456")
    (finding,) = town.type(rule, "expense", invoice=again)
    assert (finding.field, finding.stops, finding.records) == ("invoice", True, (("expense", first),))
    assert not town.type(rule, "expense", invoice="0012")
    assert not town.type(rule, "expense", record=first, invoice=again)
    town.add("expense", invoice=again)
    assert town.check(rule).state == "broken"
    assert town.check(rule, year=2024).state == "met"


def test_an_invoice_typed_with_spaces_before(town: Town) -> None:
    town.add("expense", invoice="00 123")
    assert town.type("expense.duplicate_invoice", "expense", invoice="00123")


@pytest.mark.parametrize(("on", "state"), [(day(2, 28), "met"), (day(3, 31), "near"), (day(4, 1), "broken")])
def test_stages_are_finished_in_their_month(town: Town, on: Any, state: str) -> None:
    rule = "campaigns.stages"
    town.add("campaign", stages=({"month": day(1, 1), "content": "部署", "done": True},))
    town.add("campaign", title="环境整治", stages=({"month": day(3, 1), "content": "检查", "done": False},))
    assert town.check(rule, on).state == state
