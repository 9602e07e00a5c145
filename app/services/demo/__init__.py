"""An invented township's two years (虚构乡镇), written through the same change as everything that a clerk does."""

from __future__ import annotations

from datetime import date

from app.services.changing import Changing
from app.services.demo import (
    accounts,
    conduct,
    deeds,
    duties,
    helping,
    meetings,
    money,
    outreach,
    papers,
    paperwork,
    people,
    pledges,
    reviews,
    teams,
    topics,
    vehicles,
    visits,
)
from app.services.demo.town import Town
from app.services.desk import Desk, put_setting
from app.services.listing import counts
from app.store.search import work_off

PARTS = (
    people,
    teams,
    papers,
    paperwork,
    meetings,
    topics,
    visits,
    outreach,
    helping,
    deeds,
    duties,
    vehicles,
    money,
    accounts,
    conduct,
    pledges,
    reviews,
)
"""In this order: each links to records of those before it."""


def allowed_year(year: int, today: date) -> int:
    """The year itself; ValueError where it is still to come, or too far back."""
    if not 1990 <= year <= today.year:
        raise ValueError(f"年度「{year}」不对，示例数据的年度请填写 1990 到 {today.year} 之间的年份。")
    return year


def make_demo(desk: Desk, year: int) -> int:
    """Fills an empty data folder with the year and the one before it; the number of records.

    Nothing is dated after today; ValueError says why a year or a folder cannot be taken.
    """
    today = desk.today()
    allowed_year(year, today)
    if any(counts(desk, year).values()):
        raise ValueError("这个数据目录里已有记录，示例数据只能放进空的数据目录。")
    with desk.store.write() as connection:
        changing = Changing(connection, desk.who, "生成虚构乡镇的示例数据", today)
        town = Town(changing, year, today)
        for key in ("town", "county", "office"):
            put_setting(connection, key, town.texts[key])
        for part in PARTS:
            part.write(town)
    while _index(desk):
        pass
    return town.count


def _index(desk: Desk) -> int:
    with desk.store.write() as connection:
        return work_off(connection)
