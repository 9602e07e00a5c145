"""The spans that a template names in words: 近3年, 2021年以来, 一季度, 专项:名称 …; a period stands for each number."""

from __future__ import annotations

import re
from datetime import date

from sqlalchemy import Connection, select

from app.figures import Period
from app.models import BY_KEY
from app.reports.document import CHINESE_DIGITS

QUARTERS = {name: number for number, names in enumerate(("一1", "二2", "三3", "四4"), 1) for name in names}
HALVES = {"上半年": (1, 6), "下半年": (7, 12)}
EXAMPLES = "上年、近3年、2021年以来、2021—2024年、2024年、一季度、上半年、3月、专项:名称"


class UnknownSpan(ValueError):
    """A template names a span that there is not; the message is one Chinese sentence."""


def span_of(words: str, of: Period, connection: Connection | None = None) -> Period | None:
    """The days that are meant, seen from the year of a summary; None where none of them has come yet."""
    told = words.strip().replace("：", ":")
    if not told or told in ("本年", "全年"):
        return of
    if told == "上年":
        return of.moved(-1)
    if told.startswith("专项:"):
        return _of_campaign(told.removeprefix("专项:"), of, connection)
    return _of_years(told, of) or _within(told, of)


def _of_years(told: str, of: Period) -> Period | None:
    if found := re.fullmatch(r"近(\d{1,2}|[一二三四五六七八九十两])年(?:来)?", told):
        return Period(date(of.end.year - _number(found[1]) + 1, 1, 1), of.end)
    if found := re.fullmatch(r"(?:自)?(\d{4})年?(?:以来|起|至今)", told):
        return Period(min(date(int(found[1]), 1, 1), of.end), of.end)
    if found := re.fullmatch(r"(\d{4})年?\s*[-—–~至到]+\s*(\d{4})年?", told):
        first, last = sorted((int(found[1]), int(found[2])))
        return Period(date(first, 1, 1), _cut(date(last, 12, 31), of, date(first, 1, 1)))
    if found := re.fullmatch(r"(\d{4})年?", told):
        return Period.of_year(int(found[1]), of.end if of.end.year == int(found[1]) else None)
    return None


def _cut(last: date, of: Period, first: date) -> date:
    return max(min(last, of.end), first)


def _within(told: str, of: Period) -> Period | None:
    """A part of the year, up to the last day of the summary."""
    year = of.start.year
    if found := re.fullmatch(r"第?([一二三四1-4])季度", told):
        part = Period.quarter(year, QUARTERS[found[1]])
    elif told in HALVES:
        first, last = HALVES[told]
        part = Period(date(year, first, 1), Period.month(year, last).end)
    elif found := re.fullmatch(r"(1[0-2]|[1-9])月(?:份)?", told):
        part = Period.month(year, int(found[1]))
    else:
        raise UnknownSpan(f"没有「{told}」这种期间，可以写：{EXAMPLES}。")
    return None if part.start > of.end else Period(part.start, min(part.end, of.end))


def _of_campaign(name: str, of: Period, connection: Connection | None) -> Period | None:
    """The days of a campaign (专项工作), up to the last day of the summary."""
    if connection is None:
        return of
    table = BY_KEY["campaign"].record.__table__
    asked = select(table.c.date, table.c.end).where(table.c.title == name, table.c.trashed_at.is_(None))
    found = connection.execute(asked).first()
    if found is None:
        raise UnknownSpan(f"专项工作台账中没有「{name}」，请检查名称。")
    start, end = found
    first = start or of.start
    return None if first > of.end else Period(first, max(first, min(end or of.end, of.end)))


def _number(words: str) -> int:
    if words.isdecimal():
        return max(1, int(words))
    return {"十": 10, "两": 2}.get(words) or CHINESE_DIGITS.index(words)
