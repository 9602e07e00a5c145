"""Figures of other periods and with parameters, counted by hand over the office of ``office.py``."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from app.figures import Period

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
