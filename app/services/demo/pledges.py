"""Signed duties and what people thought of the offices and villages (目标责任书、满意度测评)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from app.models.register import Values
from app.services.demo.town import Town, cells, texts_of

TOWN_HALL = "云禾镇人民政府"
LAST = {"单位": "云禾供电所", "职能办公室": "退役军人服务站", "村(社区)": "茶山村"}
"""Who came last in the first year; the offices' last is so in both, and its head was talked to."""
LAST_NOW = {"单位": "云禾信用社", "职能办公室": "退役军人服务站", "村(社区)": "云岭村"}


def write(town: Town) -> None:
    """Both registers."""
    with town.luck("考核"):
        _pledges(town)
        _surveys(town)


def _pledges(town: Town) -> None:
    found: list[Values] = []
    for year in town.years:
        for village, record in town.ids["village"].items():
            one = _pledge(town, year, "镇对村", TOWN_HALL, village, "年度目标管理责任")
            found.append(one | {"village": record} | _scored(town, year, village))
        for office, record in town.ids["office"].items():
            one = _pledge(town, year, "镇对站办所", TOWN_HALL, office, "年度工作目标责任")
            found.append(one | {"office": record} | _scored(town, year, ""))
            one = _pledge(town, year, "站办所对分管领导", town.leader_of[office], office, "分管工作目标责任")
            found.append(one | {"office": record} | _scored(town, year, ""))
        found += _of_people(town, year)
    town.add("pledge", [one for one in found if one["date"] <= town.today])


def _of_people(town: Town, year: int) -> list[Values]:
    """Cadres sign to their office, deputies to the chief."""
    found: list[Values] = []
    for row in map(cells, town.texts["people"]):
        name, office, duty, authority = row[0], row[3], row[6], row[11]
        if duty == "镇科级实职领导" and authority != "主要领导":
            one = _pledge(town, year, "副职对正职", "顾明川", name, "党风廉政和分管工作责任")
        elif duty in ("驻村干部", "其他机关干部"):
            one = _pledge(town, year, "干部对站办所", office, name, "岗位目标责任")
        else:
            continue
        if name == town.texts["arrives"] and year == town.years[0]:
            one["date"] = town.workday(year, 7, 7)
        found.append(one | {"staff": town.person(name)} | _scored(town, year, ""))
    return found


def _pledge(town: Town, year: int, level: str, first: str, second: str, content: str) -> Values:
    one: Values = {"date": town.workday(year, 1, 2), "year": year, "level": level, "party_a": first}
    return one | {"party_b": second, "content": content, "result": "未考核", "conduct_included": True}


def _scored(town: Town, year: int, village: str) -> Values:
    """A year that is over has its scores; a village's holds those of the checks of its notice board."""
    if year >= town.today.year:
        return {}
    score = Decimal(town.chance.randint(860, 985)) / 10
    scored: Values = {"score": score, "result": "优秀" if score >= 95 else "良好" if score >= 88 else "合格"}
    if village:
        own = [
            one["score"]
            for _, one in town.kept["inspection"]
            if one["kind"] == "村务公开检查" and one["target"] == village and one["date"].year == year
        ]
        mean = sum(own, Decimal(0)) / len(own)
        scored["disclosure_score"] = mean.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return scored


def _surveys(town: Town) -> None:
    found: list[Values] = []
    for at, year in enumerate(town.years):
        day = town.workday(year, 10, 10)
        if day > town.today:
            continue
        for group, targets in _targets(town).items():
            for target, head in targets:
                last = (LAST_NOW if at else LAST)[group] == target
                score = Decimal(town.chance.randint(781, 819) if last else town.chance.randint(860, 985)) / 10
                one: Values = {"date": day, "year": year, "group": group, "target": target, "head": head}
                one |= {"score": score, "ballots": town.chance.randint(82, 120)}
                if last and at and group == "职能办公室":
                    one["talked"] = town.past(town.later(day, 5, 8))
                found.append(one)
    town.add("survey", found)


def _targets(town: Town) -> dict[str, list[tuple[str, str]]]:
    units = [(name, head) for name, head in map(cells, texts_of("reviews")["units"])]
    villages = [(row[0], row[4]) for row in map(cells, town.texts["villages"])]
    return {"单位": units, "职能办公室": list(town.head_of.items()), "村(社区)": villages}
