"""Projects, activities and investment of the invented township (惠民实事与项目、主题活动、招商引资)."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_DOWN, Decimal

from app.models.register import Values
from app.services.demo.town import Town, cells, texts_of

LATE = "便民服务点标准化建设"
"""What was not finished in the first year."""


def write(town: Town) -> None:
    """The three registers."""
    with town.luck("实事"):
        _projects(town)
        _activities(town)
        _investment(town)


def _projects(town: Town) -> None:
    found: list[Values] = []
    names = list(town.ids["village"])
    for at, year in enumerate(town.years):
        for number, line in enumerate(texts_of("deeds")["projects"], 1):
            village = names[(number + at * 5) % len(names)]
            project = _project(town, year, number, village, cells(line))
            if project["date"] <= town.today:
                found.append(project | _state(town, project, not (at == 0 and LATE in project["title"])))
    town.add("project", found)


def _project(town: Town, year: int, number: int, village: str, row: list[str]) -> Values:
    title, kind, content, planned, office, first, last, target, unit, households = row
    project: Values = {"date": town.workday(year, 1, 1), "title": f"{village}{title}", "kind": kind}
    project |= {
        "villages": village,
        "content": content,
        "planned": Decimal(planned) * town.chance.randint(90, 108) / 100,
        "people_matter": number <= 10,
    }
    project |= {"matter_no": number if number <= 10 else None, "office": town.office(office), "source": "混合"}
    project |= {"started": town.workday(year, int(first), int(first)), "deadline": date(year, int(last), 30)}
    project |= {"target": Decimal(target), "unit": unit, "households": int(households), "good_deed": True}
    project |= {"population": int(households) * 3, "leader": town.person(town.leader_of[office])}
    return project | {"funder": "澄川县有关部门"}


def _state(town: Town, project: Values, in_time: bool) -> Values:
    """Where the project stands today: planned, under way or done some weeks before its deadline."""
    done = town.past(town.earlier(project["deadline"], town.chance.randint(6, 20))) if in_time else None
    share = Decimal(town.chance.randint(93, 100)) / 100
    if project["started"] > town.today:
        return {"state": "计划", "started": None, "progress": 0, "quantity": None}
    if not done:
        part = project["planned"] * Decimal("0.6")
        step = Decimal(1) if project["target"] == int(project["target"]) else Decimal("0.1")
        reached = (project["target"] * Decimal("0.7")).quantize(step, ROUND_DOWN) or None
        return {"state": "在建", "progress": 70, "invested": part, "funds_received": part, "quantity": reached}
    spent = (project["planned"] * share).quantize(Decimal("0.01"))
    finished: Values = {"state": "完成", "done": done, "progress": 100, "invested": spent, "funds_received": spent}
    return finished | {"quantity": project["target"]}


def _activities(town: Town) -> None:
    found: list[Values] = []
    for year in town.years:
        for line in texts_of("deeds")["activities"]:
            kind, title, festival, organizer, month, expected, programmes, cost, result = cells(line)
            day = town.workday(year, int(month), int(month))
            if festival not in ("无", "其他"):
                day = _before(town, year, festival)
            if day > town.today:
                continue
            one: Values = {"date": day, "kind": kind, "title": town.worded(title, day), "festival": festival}
            count = int(expected) + (town.chance.randint(-9, 12) if int(expected) > 60 else 0)
            one |= {"organizer": organizer, "expected": count, "present": count, "state": "已开展"}
            one |= {"programmes": int(programmes) or None, "cost": Decimal(cost) or None, "result": result}
            one |= {"performers": int(programmes) * 6 or None, "major": Decimal(cost) >= 3000}
            one |= {"approver": town.person("沈若衡"), "approved": town.earlier(day, 5)}
            one["basis"] = "云禾镇年度评选工作方案" if kind == "评比表彰" else None
            if kind in ("志愿服务", "主题实践"):
                names = town.around(day, 12, "其他机关干部", "驻村干部")
                one["members"] = tuple(town.person(name) for name in names)
            found.append(one)
    town.add("activity", found)


FESTIVALS = {"春节": (2, 3), "三八妇女节": (3, 8), "五一劳动节": (4, 30), "五四青年节": (5, 4), "六一儿童节": (6, 1)}
FESTIVALS |= {"七一建党节": (7, 1), "十一国庆节": (9, 30)}


def _before(town: Town, year: int, festival: str) -> date:
    """The working day before a festival, or the day itself."""
    month, day = FESTIVALS[festival]
    return town.earlier(date(year, month, day), 1)


def _investment(town: Town) -> None:
    found: list[Values] = []
    for line in texts_of("deeds")["investment"]:
        offset, month, enterprise, title, kind, introducer, contract, arrived, origin, state, village = cells(line)
        day = town.workday(town.years[int(offset)], int(month), int(month))
        if day > town.today:
            continue
        one: Values = {"date": day, "enterprise": enterprise, "title": title, "kind": kind, "origin": origin}
        one |= {"introducer": town.person(introducer), "contract": Decimal(contract), "village": town.village(village)}
        paid = town.past(town.later(day, 20, 40))
        one["state"] = state if paid else "签约"
        if paid and Decimal(arrived):
            one |= {"arrived": Decimal(arrived), "arrived_date": paid}
        found.append(one)
    town.add("investment", found)
