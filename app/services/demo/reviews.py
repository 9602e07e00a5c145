"""Lists, ratings, statistics and what is planned next in the invented township (清单、评选、指标、下步打算)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.models.register import Values
from app.services.demo.town import Town, cells, texts_of


def write(town: Town) -> None:
    """The four registers, each with both years."""
    with town.luck("回顾"):
        for at, year in enumerate(town.years):
            _lists(town, year)
            _ratings(town, year)
            _metrics(town, year, at + 2)
            _next(town, year)


def _lists(town: Town, year: int) -> None:
    """The projects for the people as they were announced, and the lists that offices go by."""
    matters = [
        {"order": one["matter_no"], "text": one["title"], "done": one["state"] == "完成"}
        for _, one in sorted(town.kept["project"], key=lambda kept: kept[1]["matter_no"] or 0)
        if one["people_matter"] and one["date"].year == year
    ]
    found: list[Values] = []
    if matters:
        name = f"{year}年惠民实事"
        found.append({"name": name, "measure_word": "件", "announced": len(matters), "parts": tuple(matters)})
    for name, word, texts in texts_of("reviews")["lists"]:
        parts = tuple(
            {"order": number, "text": text, "done": True, "conclusion": "已落实" if "自查" in name else None}
            for number, text in enumerate(texts.split("|"), 1)
        )
        found.append({"name": name, "measure_word": word, "announced": len(parts), "parts": parts})
    town.add("named_list", [{"year": year, "scope": "全镇"} | one for one in found])


def _ratings(town: Town, year: int) -> None:
    found: list[Values] = []
    for line in texts_of("reviews")["ratings"]:
        title, scope, total, passed, basis = cells(line)
        one: Values = {"year": year, "title": title, "scope": scope, "total": int(total), "basis": basis}
        found.append(one | {"passed": int(passed) + town.chance.randint(0, 2) + (year % 2) * (int(total) // 40)})
    town.add("award_households", found)


def _metrics(town: Town, year: int, column: int) -> None:
    """What stood at the end of a year, or in the running one at the end of the last month."""
    over = year < town.today.year
    as_of = date(year, 12, 31) if over else max(date(year, 1, 1), _last_of_month(town.today))
    found: list[Values] = []
    for line in texts_of("reviews")["metrics"]:
        row = cells(line)
        value = Decimal(row[column + 1 if over and column == 3 else column])
        one: Values = {"year": year, "name": row[0], "unit": row[1], "value": value}
        found.append(one | {"as_of": as_of, "source": row[5]})
    town.add("metric", found)


def _last_of_month(day: date) -> date:
    return date.fromordinal(day.replace(day=1).toordinal() - 1)


def _next(town: Town, year: int) -> None:
    """What is planned answers the shortcomings that were found in the year."""
    problems = [record for record, one in town.kept["problem"] if one["shortcoming"] and one["date"].year == year]
    found: list[Values] = []
    for number, line in enumerate(texts_of("reviews")["next"], 1):
        title, content, office = cells(line)
        one: Values = {"year": year, "order": number, "title": title, "content": content}
        one["office"] = town.office(office)
        found.append(one | {"answers": problems[number - 1] if number <= len(problems) else None})
    town.add("next_step", found)
