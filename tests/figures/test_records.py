"""The records behind a figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Connection

from app.figures import FIGURES, Period, count, texts, trace
from app.figures.counts import CountDifferent, Names

YEAR = Period.of_year(2025)


@pytest.mark.parametrize("key", [key for key, figure in FIGURES.items() if not figure.needs])
def test_as_many_records_are_traced_as_are_counted(office: Connection, key: str) -> None:
    traced = trace(office, key, YEAR)
    assert len({(one.register, one.id) for one in traced}) == len(traced) == count(office, key, YEAR).records
    assert all(one.title for one in traced)


ASKED: list[tuple[str, dict[str, Any], int]] = [
    ("projects.output", {"unit": "公里"}, 2),
    ("projects.output_rate", {"unit": "公里"}, 2),
    ("projects.other_output", {"outputs.unit": "盏"}, 1),
    ("supplies.material_coverage", {"name": "读本"}, 3),
    ("indicator.value", {"name": "总人口"}, 1),
    ("indicator.growth", {"name": "总人口"}, 2),
    ("indicator.share", {"name": "城镇人口", "base_name": "总人口"}, 2),
    ("reception_days.least", {"leader": "李二"}, 2),
]


@pytest.mark.parametrize(("key", "by", "records"), ASKED)
def test_a_figure_with_compulsory_parameters_has_records(
    office: Connection, key: str, by: dict[str, Any], records: int
) -> None:
    traced = trace(office, key, YEAR, by)
    assert len(traced) == count(office, key, YEAR, by).records == records


def test_a_record_without_a_name_is_called_by_its_register(office: Connection) -> None:
    assert next(one.title for one in trace(office, "window.days", YEAR)) == "便民服务与集中办公"


ADDITIVE = [
    *("branches.members", "teams.size", "grants.money", "assistance.raised", "projects.invested"),
    *("activities.present", "investment.contract", "window.received", "income.balance", "vehicles.km"),
    *("vehicles.cost", "lists.size", "debts.amount", "ratings.total"),
    "leave.times",
    "leave.days",
    "meetings.items",
    "meetings.cost",
    "study.hours",
    "documents.outgoing",
    "documents.change",
    "visits.days",
    "donations.value",
    "budgets.planned",
    "budgets.left",
    "expenses.total",
    "petitions.registered",
    "reception.cost",
    "campaigns.stages",
]


@pytest.mark.parametrize("key", ADDITIVE)
def test_what_the_records_add_is_the_value(office: Connection, key: str) -> None:
    assert sum(one.value for one in trace(office, key, YEAR)) == count(office, key, YEAR).value


def test_a_share_shows_which_records_stand_above_the_line(office: Connection) -> None:
    traced = trace(office, "petitions.close_rate", YEAR)
    assert [one.value for one in traced] == [1, 0, 0, 0, 0]
    assert {one.register for one in traced} == {"petition"}


def test_records_stand_in_the_order_of_their_days(office: Connection) -> None:
    days = [one.date for one in trace(office, "meetings.total", YEAR)]
    assert days == [date(2025, 1, 1), date(2025, 1, 1), date(2025, 6, 1), date(2025, 12, 31)]


def test_a_record_leads_back(office: Connection) -> None:
    (one,) = trace(office, "documents.joint", YEAR)
    assert (one.register, one.id, one.date, one.value) == ("outgoing", 1, date(2025, 1, 5), 1)
    (cost,) = trace(office, "reception.cost", YEAR)
    assert cost.value == Decimal("400.50")


def test_people_and_ages_are_told(office: Connection) -> None:
    assert [one.value for one in trace(office, "staff.leaders_age", YEAR)] == [45, 41]
    assert [one.value for one in trace(office, "study.learners", YEAR)] == [
        "王一、李二",
        "李二、张三（财政所）",
        "张三（党政办）",
    ]
    assert [one.value for one in trace(office, "debts.newest", YEAR)] == [date(2007, 1, 1), date(2008, 5, 1)][::-1]


@pytest.mark.parametrize(
    ("key", "by", "names"),
    [
        ("meetings.date", {}, ["2025-01-01", "2025-06-01", "2025-12-31"]),
        ("study.materials", {}, ["《甲、乙条例》", "《丙法》", "丁报告"]),
        ("study.films", {"film_kind": "正面典型"}, ["《焦裕禄》", "《孔繁森》"]),
        ("documents.incoming_numbers", {}, ["县发〔2025〕001号", "函9"]),
        ("documents.numbers", {}, ["〔2025〕1号", "〔2025〕2号", "〔2025〕3号"]),
        ("expenses.payees", {}, ["甲店", "乙店"]),
        ("honours.models", {}, ["王一", "钱七"]),
        ("staff.leaders", {}, ["王一", "李二"]),
        ("villages.total", {"kind": "村"}, ["甲村", "乙村"]),
        ("report.cutoff", {}, []),
        ("training.persons", {}, ["王一", "李二", "孙五"]),
        ("pairing.targets", {}, ["李某（甲村）", "赵某", "钱某", "某厂", "郑某", "冯某", "李某（乙村）"]),
        ("projects.places", {}, ["甲村", "乙村", "丙社区"]),
        ("activities.festivals", {}, ["春节", "五四青年节"]),
        ("inspections.date", {"kind": "综合考核"}, ["2025-06-01", "2025-12-31"]),
        ("disclosures.quarters", {}, ["一季度", "四季度"]),
        ("assistance.households", {}, ["李某", "钱某"]),
        ("teams.total", {}, ["住村一组", "文明创建领导小组"]),
    ],
)
def test_the_names_behind_a_figure(office: Connection, key: str, by: dict[str, Any], names: list[str]) -> None:
    assert texts(office, key, YEAR, by) == names


def test_the_list_is_as_long_as_its_value(office: Connection) -> None:
    lists = [key for key, figure in FIGURES.items() if isinstance(figure.of, (CountDifferent, Names))]
    assert len(lists) > 30
    for key in lists:
        assert len(texts(office, key, YEAR)) == count(office, key, YEAR).value, key
