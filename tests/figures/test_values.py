"""Every figure, counted by hand over the office of ``office.py``."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Connection

from app.figures import FIGURES, Period, count, count_all

YEAR_2025: dict[str, int | str | date | None] = {
    "staff.total": 4,
    "staff.village_cadres": 1,
    "staff.party_members": 2,
    "staff.section_and_above": 2,
    "staff.college": 3,
    "staff.established": 3,
    "staff.college_established": 2,
    "staff.college_share": "66.7",
    "staff.titled": 2,
    "staff.titled_share": "66.7",
    "staff.enforcement": 1,
    "staff.multi_post": 2,
    "staff.multi_post_share": "50.0",
    "staff.leaders": 2,
    "staff.leaders_age": 43,
    "staff.science_leaders": 2,
    "staff.residents": 2,
    "staff.study_group": 2,
    "staff.joined_party": 1,
    "staff.new_activists": 1,
    "offices.total": 1,
    "villages.total": 3,
    "villages.hard_road": 1,
    "villages.hard_road_rate": "33.3",
    "leave.times": 4,
    "leave.days": "9.5",
    "leave.not_returned": 1,
    "honours.count": 4,
    "honours.year": 2021,
    "honours.streak": 3,
    "honours.models": 2,
    "honours.praise": 1,
    "meetings.total": 4,
    "meetings.plenary": 1,
    "meetings.business": 1,
    "meetings.by_body": 1,
    "meetings.date": 3,
    "meetings.minutes_average": "70.3",
    "meetings.items": 3,
    "meetings.items_average": "0.8",
    "meetings.cost": "100.75",
    "study.sessions": 4,
    "study.hours": "3.5",
    "study.attendance": 31,
    "study.materials": 3,
    "study.films": 2,
    "study.lectures_large": 1,
    "study.learners": 4,
    "study.participation": "100.0",
    "study.person_hours": "63",
    "study.hours_per_head": "15.8",
    "study.notebooks": 5,
    "documents.incoming": 7,
    "documents.incoming_closed": 3,
    "documents.incoming_to_handle": 5,
    "documents.incoming_close_rate": "60.0",
    "documents.incoming_on_time": 2,
    "documents.incoming_on_time_rate": "40.0",
    "documents.incoming_overdue": 1,
    "documents.incoming_numbers": 2,
    "documents.outgoing": 3,
    "documents.joint": 1,
    "documents.change": 1,
    "documents.joint_change": -1,
    "documents.numbers": 3,
    "documents.stage_date": 2,
    "documents.report_date": date(2025, 12, 10),
    "documents.archived": 1,
    "visits.days": "7.75",
    "visits.times": 7,
    "visits.households": 3,
    "visits.problems": 2,
    "visits.solved": 1,
    "visits.diary": 3,
    "visits.resident_visitors": 1,
    "visits.resident_rate": "50.0",
    "visits.public_transport": 2,
    "visits.public_transport_rate": "28.6",
    "donations.money": "100.10",
    "donations.first_year": date(2012, 5, 1),
    "donations.value": "150.15",
    "donations.goods": "50.05",
    "donations.items": 5,
    "donations.person_times": 11,
    "donations.expected": 10,
    "donations.participation": "110.0",
    "opinions.collected": 4,
    "opinions.adopted": 2,
    "opinions.adoption_rate": "50.0",
    "opinions.suggestions": 2,
    "petitions.registered": 5,
    "petitions.persons": 11,
    "petitions.closed": 2,
    "petitions.closed_of_year": 1,
    "petitions.close_rate": "20.0",
    "petitions.backlog": 1,
    "petitions.to_capital": 2,
    "petitions.overdue": 1,
    "reception.batches": 2,
    "reception.guests": 13,
    "reception.cost": "400.50",
    "reception.per_guest": "30.8",
    "reception.no_letter": 2,
    "visitors.batches": 4,
    "visitors.persons": 5,
    "visitors.done": 3,
    "visitors.done_rate": "75.0",
    "visitors.same_day": 1,
    "visitors.complete": 2,
    "visitors.same_day_rate": "50.0",
    "visitors.by_leaders": 1,
    "budgets.planned": "1399.90",
    "expenses.total": "350.00",
    "budgets.left": "1049.90",
    "expenses.special": "200.20",
    "expenses.average": "87.5",
    "expenses.payees": 2,
    "expenses.quantity": None,
    "expenses.growth": "0.1",
    "expenses.by_card": "150.10",
    "expenses.card_share": "42.9",
    "three_public.planned": "500.00",
    "three_public.spent": "200.20",
    "three_public.rate": "40.0",
    "three_public.growth": "100.2",
    "campaigns.stages": 5,
    "report.cutoff": date(2025, 12, 31),
}
"""Decimals as texts. expenses.growth: 350.00 on 349.95 is 0.014 %, and never 0.0."""

OTHER_PERIODS: list[tuple[str, Period, dict[str, str | int], Any]] = [
    ("staff.total", Period.of_year(2025, date(2025, 12, 30)), {}, 4),
    ("staff.leaders_age", Period.of_year(2025, date(2025, 12, 30)), {}, 43),
    ("offices.total", Period.of_year(2024), {}, 2),
    ("leave.days", Period.of_year(2024), {}, Decimal(3)),
    ("honours.streak", Period.of_year(2023), {"title": "平安"}, 1),
    ("honours.year", Period.of_year(2025), {"title": "平安", "since": "2022"}, 2023),
    ("honours.praise", Period.of_year(2026), {}, 1),
    ("meetings.total", Period.month(2025, 1), {}, 2),
    ("meetings.total", Period(date(2024, 12, 31), date(2026, 1, 1)), {}, 6),
    ("documents.incoming_closed", Period.month(2025, 6), {}, 0),
    ("documents.incoming_close_rate", Period.month(2025, 6), {}, Decimal("0.0")),
    ("documents.incoming_overdue", Period.of_year(2025, date(2025, 7, 2)), {}, 0),
    ("documents.change", Period.of_year(2025), {"base": "2023"}, 3),
    ("petitions.backlog", Period.of_year(2024), {}, 1),
    ("petitions.closed", Period.of_year(2026), {}, 1),
    ("donations.first_year", Period.of_year(2025), {"since": "2020"}, date(2024, 6, 1)),
    ("budgets.planned", Period.quarter(2025, 2), {}, Decimal("1399.90")),
    ("budgets.left", Period.of_year(2023), {}, None),
    ("three_public.growth", Period.of_year(2024), {}, None),
    ("campaigns.stages", Period.of_year(2024), {}, 3),
]

PARAMETERS: list[tuple[str, dict[str, str | int], Any]] = [
    ("staff.total", {"office": "党政办"}, 2),
    ("staff.total", {"education": "本科、大专"}, 2),
    ("staff.total", {"tech_title": "会计师"}, 2),
    ("staff.total", {"tech_title": "会计师", "title_level": "高级"}, 1),
    ("staff.village_cadres", {"village": "乙村"}, 0),
    ("leave.times", {"staff": "张三(财政所)"}, 2),
    ("leave.times", {"staff": 3}, 2),
    ("leave.days", {"kind": "病假"}, Decimal(4)),
    ("honours.models", {"village": "甲村"}, 2),
    ("meetings.by_body", {"topic": "乡村振兴"}, 1),
    ("meetings.total", {"campaign": "作风年"}, 1),
    ("study.sessions", {"kind": "自学"}, 0),
    ("study.hours", {"kind": "自学"}, None),
    ("study.lectures_large", {"outside": "否"}, 0),
    ("study.participation", {"campaign": "作风年"}, Decimal("50.0")),
    ("documents.incoming", {"sender": "水利"}, 1),
    ("documents.incoming", {"urgency": "加急、特急"}, 2),
    ("documents.outgoing", {"code": "云政"}, 3),
    ("visits.days", {"village": "乙村"}, 1),
    ("visits.days", {"staff": "李二"}, 3),
    ("visits.days", {"staff.duty_class": "镇科级实职领导"}, 7),
    ("visits.diary", {"date": "3月1日"}, 2),
    ("donations.money", {"kind": "灾区"}, None),
    ("opinions.suggestions", {"staff": "李二"}, 1),
    ("petitions.closed", {"backlog": "是"}, 1),
    ("petitions.closed", {"backlog": "否"}, 1),
    ("visitors.batches", {"village": "甲村"}, 1),
    ("budgets.planned", {"three_public": "公务接待费"}, Decimal("500.00")),
    ("expenses.total", {"budget.name": "办公"}, Decimal("149.80")),
    ("expenses.total", {"budget.three_public": "公务接待费", "campaign": "作风年"}, Decimal("200.20")),
    ("expenses.quantity", {"unit": "台"}, Decimal(3)),
    ("campaigns.stages", {"title": "作风"}, 2),
]


def expected(value: int | str | date | None) -> Any:
    return Decimal(value) if isinstance(value, str) else value


def test_every_figure_is_counted_by_hand() -> None:
    assert list(YEAR_2025) == list(FIGURES)


@pytest.mark.parametrize("key", YEAR_2025)
def test_a_figure_of_the_year(office: Connection, key: str) -> None:
    if not FIGURES[key].needs:
        assert count(office, key, Period.of_year(2025)).value == expected(YEAR_2025[key])


def test_all_figures_together_are_the_same(office: Connection) -> None:
    found = count_all(office, Period.of_year(2025))
    assert {key: counted.value for key, counted in found.items()} == {
        key: expected(value) for key, value in YEAR_2025.items()
    }


def test_decimals_keep_the_places_of_their_kind(office: Connection) -> None:
    texts = {key: value for key, value in YEAR_2025.items() if isinstance(value, str)}
    found = count_all(office, Period.of_year(2025), texts)
    assert {key: str(counted.value) for key, counted in found.items()} == texts


@pytest.mark.parametrize(("key", "period", "by", "value"), OTHER_PERIODS)
def test_a_figure_of_another_period(
    office: Connection, key: str, period: Period, by: dict[str, str | int], value: Any
) -> None:
    assert count(office, key, period, by).value == value


@pytest.mark.parametrize(("key", "by", "value"), PARAMETERS)
def test_a_figure_with_parameters(office: Connection, key: str, by: dict[str, str | int], value: Any) -> None:
    assert count(office, key, Period.of_year(2025), by).value == value


def test_without_records_counts_are_zero_and_the_rest_is_unknown(empty: Connection) -> None:
    found = count_all(empty, Period.of_year(2025))
    zero = {key for key, counted in found.items() if counted.value == 0}
    assert {"visits.days", "meetings.items", "study.learners", "staff.total", "documents.change"} <= zero
    unknown = ("leave.days", "meetings.date", "study.films", "staff.leaders_age", "honours.year", "budgets.left")
    assert all(found[key].value is None for key in unknown)
    assert all(counted.records == 0 for counted in found.values())


def test_the_unit_of_a_quantity_is_the_one_asked_for(office: Connection) -> None:
    assert count(office, "expenses.quantity", Period.of_year(2025), {"unit": "台"}).unit == "台"
    assert count(office, "leave.days", Period.of_year(2025)).unit == "天"
