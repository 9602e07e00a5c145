"""Measures that the figures of later registers use, on figures of the test's own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Connection

from app.figures import BadParameter, Period, count, texts
from app.figures.declaring import (
    count as records,
)
from app.figures.declaring import (
    different,
    extreme,
    latest,
    least,
    mean_change,
    mean_growth,
    plus,
    ratio,
    times,
    total,
)
from app.figures.figure import Figure
from app.figures.outreach import VISITS_TIMES
from app.figures.paths import each, exactly
from app.figures.people import STAFF_SCIENCE_LEADERS
from app.models.budgets.budget import Budget
from app.models.meetings.meeting import Meeting, MeetingItem
from app.models.meetings.study import Study
from app.models.outreach.donation import Donation
from app.models.outreach.visit import Visit
from app.models.people.honour import Honour
from app.models.people.staff import Staff
from tests.figures.records import LI, WANG, ZHANG, add

MONEY = Figure("t.money", "捐款", unit="元", of=total(Donation.money), dated=Donation.date, by=(Donation.purpose,))
GOODS = Figure("t.goods", "捐物", unit="元", of=total(Donation.goods), dated=Donation.date)
YEARS = Period(date(2021, 1, 1), date(2023, 12, 31))


def given(connection: Connection, **amounts: str) -> None:
    """One donation a year; keys such as ``y2021``."""
    for year, money in amounts.items():
        add(connection, Donation, date=f"{year[1:]}-05-01", money=money)


def test_means_over_years(empty: Connection) -> None:
    given(empty, y2020="1", y2021="100", y2022="150", y2023="180")
    change = Figure("t.change", "年均增量", unit="元", of=mean_change(MONEY))
    growth = Figure("t.growth", "年均增幅", unit="%", of=mean_growth(MONEY))
    assert count(empty, change, YEARS).value == Decimal("40.0")
    assert count(empty, growth, YEARS).value == Decimal("35.0")
    assert count(empty, change, YEARS).records == 3
    assert count(empty, change, Period.of_year(2021)).value is None


def test_a_year_without_a_value_leaves_the_mean_unknown(empty: Connection) -> None:
    given(empty, y2021="0", y2023="180")
    assert count(empty, Figure("t.c", "增量", unit="元", of=mean_change(MONEY)), YEARS).value is None
    given(empty, y2022="10")
    assert count(empty, Figure("t.g", "增幅", unit="%", of=mean_growth(MONEY)), YEARS).value is None


def test_multiple_of_a_base_year(empty: Connection) -> None:
    given(empty, y2012="40", y2021="100", y2022="150")
    figure = Figure("t.times", "倍数", unit="倍", of=times(MONEY))
    assert count(empty, figure, Period.of_year(2022)).value == Decimal("1.5")
    assert count(empty, figure, Period.of_year(2022), {"base": "2012"}).value == Decimal("3.8")
    assert count(empty, figure, Period.of_year(2021)).value is None


def test_an_unknown_side_of_a_sum_counts_as_nothing(empty: Connection) -> None:
    figure = Figure("t.plus", "合计", unit="元", of=plus(MONEY, GOODS))
    assert count(empty, figure, Period.of_year(2021)).value is None
    given(empty, y2021="12.30")
    assert count(empty, figure, Period.of_year(2021)).value == Decimal("12.30")


def test_extremes(office: Connection) -> None:
    longest = Figure("t.max", "最长", unit="分钟", of=extreme("max", Meeting.minutes), dated=Meeting.date)
    newest = Figure("t.min", "最早", unit="日", of=extreme("min", Meeting.date), dated=Meeting.date)
    assert count(office, longest, Period.of_year(2025)).value == 200
    assert count(office, newest, Period.of_year(2025)).value == date(2025, 1, 1)
    assert count(office, longest, Period.of_year(2020)).value is None


def test_the_latest_by_a_day_of_its_own(empty: Connection) -> None:
    for day, title in (("2025-07-01", "七月"), ("2025-12-01", "十二月"), ("2025-03-01", "三月")):
        add(empty, Honour, year=2025, date=day, title=title)
    figure = Figure("t.latest", "最近", unit="", of=latest(Honour.title, Honour.date), dated=Honour.year)
    assert count(empty, figure, Period.of_year(2025)).value == "十二月"
    assert count(empty, figure, Period.of_year(2025)).records == 1


def test_one_name_in_two_villages_is_two(empty: Connection) -> None:
    for village, name in ((1, "李某"), (2, "李某"), (1, "李某"), (None, "李某"), (1, "王某")):
        add(empty, Donation, date="2025-01-01", recipient=name, village_id=village)
    apart = different(Donation.recipient, Donation.village)
    assert (
        count(empty, Figure("t.a", "户数", unit="户", of=apart, dated=Donation.date), Period.of_year(2025)).value == 4
    )
    alike = Figure("t.b", "户数", unit="户", of=different(Donation.recipient), dated=Donation.date)
    assert count(empty, alike, Period.of_year(2025)).value == 2


def test_the_least_over_subjects_who_may_have_none(office: Connection) -> None:
    over = Figure("t.least", "最少次数", unit="次", of=least(VISITS_TIMES, "staff", STAFF_SCIENCE_LEADERS))
    assert count(office, over, Period.of_year(2025)).value == 1
    assert count(office, over, Period.month(2025, 3)).value == 0
    assert count(office, over, Period.of_year(2025)).records == 5
    days = Figure("t.days", "走访日", unit="天", of=different(Visit.date), dated=Visit.date)
    busy = Figure("t.who", "人数", unit="人", of=different(Visit.staff), dated=Visit.date, by=(Visit.date,))
    each_day = Figure("t.each", "最少人数", unit="人", of=least(busy, "date", days))
    assert count(office, each_day, Period.of_year(2025)).value == 1
    assert count(office, each_day, Period.of_year(2020)).value is None


def test_people_and_rows_are_picked_by_their_own_fields(office: Connection) -> None:
    year = Period.of_year(2025)
    people = Figure(
        "t.people",
        "参学",
        unit="人",
        of=different(Study.members),
        dated=Study.date,
        by=(each(Study.members, Staff.rank),),
    )
    assert count(office, people, year).value == 5
    assert count(office, people, year, {"members.rank": "副科"}).value == 1
    assert texts(office, people, year, {"members.rank": "副科、正科"}) == ["王一", "李二"]
    orders = total(each(Meeting.items, MeetingItem.order))
    topic = each(Meeting.items, MeetingItem.topic)
    rows = Figure("t.rows", "序号和", unit="", of=orders, dated=Meeting.date, by=(topic, exactly(Meeting.title)))
    assert count(office, rows, year).value == 7
    assert count(office, rows, year, {"items.topic": "二"}).value == 4
    assert count(office, rows, year, {"title": "动员"}).value is None


def test_a_parameter_may_be_kept_from_the_divisor_or_renamed(empty: Connection) -> None:
    add(empty, Donation, date="2025-01-01", purpose="修路", money="30")
    add(empty, Donation, date="2025-01-02", purpose="助学", money="90")
    share = Figure("t.share", "占比", unit="%", of=ratio(MONEY, MONEY, {"purpose": ""}))
    assert count(empty, share, Period.of_year(2025), {"purpose": "修路"}).value == Decimal("25.0")
    named = Figure("t.named", "比", unit="", of=ratio(MONEY, MONEY, {"purpose": "base_name"}))
    by = {"purpose": "助学", "base_name": "修路"}
    assert count(empty, named, Period.of_year(2025), by).value == Decimal("3.0")
    with pytest.raises(BadParameter):
        count(empty, named, Period.of_year(2025), {"base": "2020"})


def test_a_figure_without_a_date_counts_everything(office: Connection) -> None:
    assert count(office, Figure("t.all", "预算条数", unit="条", of=records(Budget)), Period.of_year(1999)).value == 4


def test_people_are_told_apart(office: Connection) -> None:
    figure = Figure("t.w", "走访人", unit="人", of=different(Visit.staff), dated=Visit.date, by=(Visit.staff,))
    assert count(office, figure, Period.of_year(2025)).value == 3
    assert [count(office, figure, Period.of_year(2025), {"staff": who}).value for who in (WANG, LI, ZHANG)] == [1, 1, 1]
