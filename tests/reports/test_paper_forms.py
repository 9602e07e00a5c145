"""Forms as values: every row fills its columns, filled or empty, and what is computed on them is right."""

from decimal import Decimal

import pytest

from app.models import BY_KEY
from app.reports.forms import FORMS, GRIDS, FormKind
from app.reports.forms.grid import Form, FormValues
from app.reports.forms.leave_slip import leave_slip
from app.reports.forms.reception_list import reception_list

OFFICE = "某镇党政办公室"


def texts(form: Form) -> list[str]:
    return [cell.text for row in form.rows for cell in row.cells]


@pytest.mark.parametrize("kind", GRIDS, ids=lambda kind: kind.key)
def test_every_row_fills_its_columns(kind: FormKind) -> None:
    for values in ({}, {"guests": [{"name": f"来宾{number}"} for number in range(9)]}):
        form = kind.build(values, OFFICE)
        taken = [0] * len(form.columns)
        for number, row in enumerate(form.rows):
            free = [column for column, until in enumerate(taken) if until <= number]
            assert sum(cell.span for cell in row.cells) == len(free), (kind.key, number)
            for cell in row.cells:
                for column in free[: cell.span]:
                    taken[column] = number + cell.rows
                free = free[cell.span :]
        assert max(taken) == len(form.rows)


def test_the_keys_of_forms_are_unique_and_name_registers() -> None:
    assert len({kind.key for kind in FORMS}) == len({kind.label for kind in FORMS}) == len(FORMS) == 22
    assert len(GRIDS) == 20
    assert all(kind.register in BY_KEY for kind in FORMS)


def test_a_leave_slip_says_from_when_to_when() -> None:
    values: FormValues = {
        "start": "2026-03-09",
        "start_half": "上午",
        "end": "2026-03-11",
        "end_half": "下午",
        "days": "3",
    }
    found = texts(leave_slip({**values, "annual_used": "3", "annual_left": "7"}, OFFICE))
    assert "自 2026年3月9日上午 至 2026年3月11日下午" in found
    assert "已休 3 天，尚余 7 天" in found
    whole_days = texts(leave_slip({"start": "2026-03-09", "end": "2026-03-11"}, OFFICE))
    assert "自 2026年3月9日上午 至 2026年3月11日下午" in whole_days
    assert leave_slip({}, OFFICE).per_sheet == 2


def test_a_reception_list_adds_up_in_capitals() -> None:
    costs = {"meal_cost": Decimal("1320.00"), "lodging_cost": None, "other_cost": Decimal("15.05")}
    found = texts(reception_list({**costs, "guests_count": "6", "companions": "2", "meal_place": "单位食堂"}, OFFICE))
    assert "大写：人民币壹仟叁佰叁拾伍元零伍分" in found
    assert "小写：￥1,335.05" in found
    assert "1,320.00" in found
    assert "8" in found


TRICKY = {
    "10.05": "壹拾元零伍分",
    "100000": "壹拾万元整",
    "1010.50": "壹仟零壹拾元伍角整",
    "0.99": "玖角玖分",
    "20003.04": "贰万零叁元零肆分",
    "1001.88": "壹仟零壹元捌角捌分",
    "500": "伍佰元整",
    "1000000.10": "壹佰万元壹角整",
}
"""Sums and how vouchers write them (支付结算办法 附一)."""


@pytest.mark.parametrize(("amount", "words"), TRICKY.items())
@pytest.mark.parametrize(("key", "field"), [("expense_slip", "amount"), ("reception_list", "meal_cost")])
def test_forms_write_sums_in_capitals(key: str, field: str, amount: str, words: str) -> None:
    kind = next(kind for kind in GRIDS if kind.key == key)
    found = texts(kind.build({field: Decimal(amount)}, OFFICE))
    assert f"大写：人民币{words}" in found
    assert f"小写：￥{Decimal(amount):,.2f}" in found


def test_a_list_without_costs_says_no_sum_and_one_of_nothing_says_nought() -> None:
    assert "大写：人民币" in texts(reception_list({"other_cost": None}, OFFICE))
    assert "大写：人民币零元整" in texts(reception_list({"other_cost": Decimal(0)}, OFFICE))


def test_a_cost_is_told_though_nobody_is_said_to_have_eaten() -> None:
    found = texts(reception_list({"meal_cost": Decimal("88.80"), "meal_place": "不用餐"}, OFFICE))
    assert "88.80" in found
    assert "大写：人民币捌拾捌元捌角整" in found


def test_an_empty_list_leaves_places_for_the_pen() -> None:
    form = reception_list({}, OFFICE)
    assert "大写：人民币" in texts(form)
    assert "年　月　日" in form.below
    assert form.below.startswith("公函附后")


def test_guests_and_days_stand_on_the_list() -> None:
    guests = [{"name": f"来宾{number}", "unit": "县局"} for number in range(9)]
    values: FormValues = {"guests": guests, "date": "2026-12-31", "end": "2027-01-01"}
    found = texts(reception_list(values, OFFICE))
    assert {guest["name"] for guest in guests} <= set(found)
    assert "2026年12月31日至2027年1月1日" in found
