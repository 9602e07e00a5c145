"""Households in pairs with a cadre, and what was done for them, in the invented township (帮扶对象、帮扶活动)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.models.register import Values
from app.services.demo.paperwork import GIVEN, VILLAGERS
from app.services.demo.town import Town, cells, texts_of

LEADERS = "镇科级实职领导"
POOR = ("脱贫户", "监测户", "困难群众")
FARMS = 10
"""Farm households (农户) of each leader."""
LATE = "温良玉"
"""Who had no household of her own in the first year."""
ROUNDS = (("走访慰问", 1, 2), ("产业帮扶", 3, 5), ("物资帮扶", 9, 11))
"""What is done for a household in a year, and in which months."""


def write(town: Town) -> None:
    """The pairs first."""
    with town.luck("帮扶"):
        _households(town)
        _assistance(town)


def _names() -> list[str]:
    """Invented names, none twice."""
    return [surname + given for given in GIVEN for surname in VILLAGERS]


def _households(town: Town) -> None:
    names = _names()
    town.chance.shuffle(names)
    found: list[Values] = []
    for name in town.people_of(LEADERS, "驻村干部", "其他机关干部"):
        kinds = ["脱贫户", "监测户", "贫困党员", *["农户"] * FARMS]
        if name not in town.people_of(LEADERS):
            kinds = [town.chance.choice(POOR)]
        found += [_household(town, name, kind, names.pop()) for kind in kinds]
    past = [household for household in found if household["date"] <= town.today]
    if past:
        past[5]["measures"] = None
    town.add("household", past)


def _household(town: Town, name: str, kind: str, household: str) -> Values:
    words = texts_of("helping")
    cause, need, measures, result = cells(town.chance.choice(words["needs"]))
    day = town.workday(town.years[0], 1, 2)
    if name == town.texts["arrives"]:
        day = town.workday(town.years[0], 7, 7)
    if name == LATE:
        day = town.workday(town.years[1], 1, 1)
    if kind == "农户":
        cause, need, measures, result = cells(town.chance.choice(words["farms"]))
    village = town.village_of[name]
    values: Values = {"date": day, "staff": town.person(name), "village": town.village(village), "name": household}
    values |= {"kind": kind, "members": town.chance.randint(1, 6), "cause": cause or None, "need": need}
    values |= {"measures": measures, "group": f"{town.chance.choice('一二三四五六')}组"}
    values["phone"] = f"1370066{town.chance.randint(1000, 9999)}"
    if name == town.texts["leaves"] and town.today >= date(town.years[1], 5, 6):
        values |= {"ended": date(town.years[1], 5, 6), "result": "责任人调离，已移交"}
    elif kind == "脱贫户":
        values |= {"lifted": date(town.years[0] - 3, 12, 20), "result": result}
    return values


def _assistance(town: Town) -> None:
    done: list[Values] = []
    for record, household in town.kept["household"]:
        if household["kind"] == "农户":
            continue
        for year in town.years:
            for kind, first, last in ROUNDS:
                day = town.workday(year, first, last)
                if household["date"] < day <= town.today and not (household.get("ended") and year == town.years[1]):
                    done.append(_helped(town, day, kind, record, household))
    town.add("assistance", done)


def _helped(town: Town, day: date, kind: str, record: int, household: Values) -> Values:
    content, money, goods, source, result = cells(town.chance.choice(texts_of("helping")[kind]))
    return {
        "date": day,
        "kind": kind,
        "household": record,
        "village": household["village"],
        "staff": household["staff"],
        "content": content,
        "money": Decimal(money) if money else None,
        "goods": Decimal(goods) if goods else None,
        "fund_source": source,
        "result": result,
        "receipt": household["name"],
    }
