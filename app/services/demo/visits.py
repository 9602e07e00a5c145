"""Days in the villages of everyone on the roster, with the diary of the people's mood (下村走访、民情日记)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from app.models.register import Values
from app.services.demo.town import Town, cells, texts_of

RESIDENTS, LEADERS, OTHERS, VILLAGE = "驻村干部", "镇科级实职领导", "其他机关干部", "村(社区)干部"
FIRST_KINDS = ("排查走访", "下访", "接访")
"""What everyone does at least once in a year."""
KINDS = {
    RESIDENTS: ("驻村工作", "驻村工作", "入户走访", "帮扶走访"),
    LEADERS: ("调查研究", "调查研究", "蹲点", "约访", "入户走访"),
    OTHERS: ("入户走访", "帮扶走访", "政策宣讲", "排查走访"),
    VILLAGE: ("驻村工作", "驻村工作", "入户走访"),
}
LAZY = {"单志远": 0, "包国梁": 1, "屠有财": 0}
"""Those who do not reach their days, in one of the two years."""
FORGETFUL = "仲子安"
"""The resident who leaves out some days of the diary."""
WEATHER = ("晴", "多云", "阴", "小雨")


def write(town: Town) -> None:
    """The visits of both years, and those that are told of as highlights."""
    found: list[Values] = []
    for at, year in enumerate(town.years):
        days = town.workdays(year)
        for name in town.people_of(RESIDENTS):
            found += _daily(town, name, days)
        for name in town.people_of(LEADERS):
            found += _now_and_then(town, name, LEADERS, days, 3 if LAZY.get(name) != at else 8, ("2", "2.5", "3"))
        for name in town.people_of(OTHERS):
            found += _now_and_then(town, name, OTHERS, days, 4 if LAZY.get(name) != at else 9, ("1", "1.5", "2"))
        for name in town.people_of(VILLAGE):
            found += _weekly(town, name, days, skipped=9 if LAZY.get(name) == at else town.chance.randint(1, 3))
    found += [_remarkable(town, day, row) for day, row in town.stories("visit")]
    _by_car(town, found)
    _on_topic(town, found)
    town.add("visit", found)


def _daily(town: Town, name: str, days: list[date]) -> Iterator[Values]:
    """Residents write the diary each working day."""
    forgotten = set(days[60:180:55]) if name == FORGETFUL else set()
    for at, day in enumerate(day for day in days if town.there(name, day)):
        if day not in forgotten:
            yield _visit(town, name, RESIDENTS, day, Decimal(1), at)


def _now_and_then(
    town: Town, name: str, duty: str, days: list[date], every: int, lengths: tuple[str, ...]
) -> Iterator[Values]:
    """A visit every few working days, long enough not to touch the next."""
    at, count = town.chance.randint(0, 2), 0
    while at < len(days):
        if town.there(name, days[at]):
            length = Decimal(town.chance.choice(lengths))
            yield _visit(town, name, duty, days[at], min(length, _left(town, days[at])), count)
            count += 1
        at += every + town.chance.randint(0, 2)


def _left(town: Town, day: date) -> Decimal:
    """Days from a day to today, that day included."""
    return Decimal((town.today - day).days + 1)


def _weekly(town: Town, name: str, days: list[date], skipped: int) -> Iterator[Values]:
    """Village cadres enter their work week by week."""
    mondays = sorted({day - timedelta(days=day.weekday()) for day in days})
    left_out = set(town.chance.sample(mondays, min(skipped, len(mondays))))
    starts = [max(monday, days[0]) for monday in mondays if monday not in left_out]
    for at, start in enumerate(day for day in starts if day.weekday() < 5):
        yield _visit(town, name, VILLAGE, start, min(Decimal(5 - start.weekday()), _left(town, start)), at)


def _visit(town: Town, name: str, duty: str, day: date, length: Decimal, at: int) -> Values:
    words = texts_of("outreach")
    problem, idea, done = cells(town.chance.choice(words["diary"]))
    own = town.village_of[name]
    other = town.chance.choice(list(town.ids["village"]))
    eats = duty in (RESIDENTS, LEADERS) and town.chosen(0.5)
    solved = town.chosen(0.8)
    return {
        "date": day,
        "staff": town.person(name),
        "village": town.village(own if duty in (RESIDENTS, VILLAGE) or town.chosen(0.6) else other),
        "kind": FIRST_KINDS[at] if at < len(FIRST_KINDS) else town.chance.choice(KINDS[duty]),
        "days": length,
        "households": town.chance.randint(2, 9),
        "hosts": "、".join(town.chance.sample(words["hosts"], 2)),
        "found": problem,
        "thoughts": idea,
        "handled": done if solved else None,
        "solved": solved,
        "transport": town.chance.choice(("步行", "公共交通")) if duty != VILLAGE else "步行",
        "meal": "工作餐" if eats else "不用餐",
        "meal_paid": Decimal(15) if eats else None,
        "village_sign": _secretary(town, own),
        "alcohol": False,
        "tobacco": False,
        "weather": town.chance.choice(WEATHER),
    }


def _secretary(town: Town, village: str) -> str:
    rows = (cells(line) for line in town.texts["villages"])
    return next(row[4] for row in rows if row[0] == village)


def _remarkable(town: Town, day: date, row: list[str]) -> Values:
    _, _, _, _, village, name, found, thoughts, handled, told = row
    values = _visit(town, name, LEADERS, day, Decimal(1), len(FIRST_KINDS))
    values |= {"village": town.village(village), "found": found, "thoughts": thoughts, "handled": handled}
    return values | {"solved": True, "highlight": told, "village_sign": _secretary(town, village)}


def _on_topic(town: Town, visits: list[Values]) -> None:
    """What a leader looks into after the topic was set in the year belongs to that topic."""
    topics = {(one["staff"], one["date"].year): (record, one["date"]) for record, one in town.kept["research"]}
    for values in visits:
        record, since = topics.get((values["staff"], values["date"].year), (None, None))
        if record and values["kind"] in ("调查研究", "蹲点") and values["date"] >= since:
            values["topic"] = record


def _by_car(town: Town, visits: list[Values]) -> None:
    """A few went by official car, which the rules would rather not."""
    for values in town.chance.sample(visits, min(6, len(visits))):
        values["transport"] = "公务用车"
