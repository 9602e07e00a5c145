"""Groups and teams, journeys, training and grants of the invented township (人事)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from app.models.register import Values
from app.services.demo.town import Town, cells, texts_of

TOWN_STAFF = ("其他机关干部", "驻村干部")
DEGREES = (("曾佳宁", "本科学历", 2000), ("卓一鸣", "研究生毕业", 8000))
"""Who finished a degree beside the work, one in each year, and what is granted for it."""


def write(town: Town) -> None:
    """The groups that belong to no campaign, then who went out, was trained and was granted money."""
    with town.luck("人事"):
        _standing(town)
        _outings(town)
        _training(town)
        _grants(town)


def group(town: Town, name: str, day: date, office: str) -> int:
    """A leading group (领导小组) under the secretary with an office in its seat; its record."""
    return town.add("team", [_led(town, name, day, office, "顾明川")])[0]


def _led(town: Town, name: str, day: date, office: str, head: str) -> Values:
    deputy, clerk = town.leader_of[office], town.head_of[office]
    deputy = "沈若衡" if deputy == head else deputy
    rows = [(head, "组长", _post(town, head)), (deputy, "副组长", _post(town, deputy)), (clerk, "办公室主任", office)]
    others = [each for each, one in town.head_of.items() if one != clerk][:5]
    rows += [(town.head_of[each], "成员", f"{each}负责人") for each in others]
    team: Values = {"date": day, "name": name, "kind": "领导小组", "head": head, "head_post": _post(town, head)}
    team |= {"deputies": deputy, "office": town.office(office), "office_head": clerk, "stated": len(rows)}
    team["people"] = tuple({"name": one, "role": role, "unit": unit} for one, role, unit in rows)
    return team | {"basis": f"云党政办〔{day.year}〕文件"}


def _post(town: Town, name: str) -> str:
    return next(row[4] for row in map(cells, town.texts["people"]) if row[0] == name)


def _standing(town: Town) -> None:
    teams: list[Values] = []
    for line in texts_of("people")["teams"]:
        offset, month, kind, name, head, office = cells(line)
        day = town.workday(town.years[int(offset)], int(month), int(month))
        if day <= town.today:
            teams.append(_led(town, name, day, office, head) | {"kind": kind})
    for line in town.texts["villages"]:
        village, *_, leader = cells(line)
        team = _led(town, f"{village}住村联户工作小组", town.workday(town.years[0], 1, 1), "党建工作办公室", leader)
        teams.append(team | {"kind": "住村联户工作小组", "village": town.village(village)})
    town.add("team", teams)


def _outings(town: Town) -> None:
    trips: list[Values] = []
    for at, year in enumerate(town.years):
        for line in texts_of("people")["outings"]:
            kind, destination, purpose, within, days, cost, month, result = cells(line)
            day = town.workday(year, int(month), int(month))
            end = day + timedelta(days=int(days) - 1)
            if end > town.today:
                continue
            names = town.around(day, 2, *TOWN_STAFF) + town.around(day, 1, "镇科级实职领导")
            trip: Values = {"date": day, "end": end, "kind": kind, "destination": destination, "purpose": purpose}
            trip |= {"members": tuple(town.person(name) for name in names), "approver": town.person("沈若衡")}
            trip |= {"within_county": within == "是", "cost": Decimal(cost), "result": result, "work_related": True}
            trip |= {"scenic": False, "abroad": False} | _consent(town, day, kind, within == "是")
            if at == 0 and kind == "考察学习":
                trip |= {"upper_consent": False, "consent_no": None, "consent_date": None}
            trips.append(trip)
    town.add("outing", trips)


def _consent(town: Town, day: date, kind: str, within: bool) -> Values:
    """The county agrees before study tours and the like leave it."""
    if within or kind not in ("考察学习", "招商引资", "重大交流"):
        return {}
    number = f"澄委办〔{day.year}〕{town.chance.randint(20, 60)}号"
    return {"upper_consent": True, "consent_no": number, "consent_date": town.earlier(day, 4)}


def _training(town: Town) -> None:
    courses: list[Values] = []
    for year in town.years:
        for line in texts_of("people")["training"]:
            subject, kind, level, organizer, audience, trainees, hours, month, cost = cells(line)
            day = town.workday(year, int(month), int(month))
            if day > town.today:
                continue
            course: Values = {"date": day, "end": day, "subject": subject, "kind": kind, "level": level}
            course |= {"organizer": organizer, "audience": audience, "trainees": int(trainees)}
            course |= {"hours": Decimal(hours), "cost": Decimal(cost) if cost else None}
            if int(trainees) > 60:
                course["trainees"] = int(trainees) + town.chance.randint(-12, 15)
            if audience == "机关干部":
                names = town.around(day, int(trainees), *TOWN_STAFF)
                course["members"] = tuple(town.person(name) for name in names)
            if audience == "农民":
                course["village"] = town.village(town.chance.choice(list(town.ids["village"])))
            courses.append(course)
    town.add("training", courses)


def _grants(town: Town) -> None:
    grants: list[Values] = []
    for at, year in enumerate(town.years):
        for line in texts_of("people")["grants"]:
            kind, payee, qualification, amount, source, basis, proof, village, month = cells(line)
            grants.append(
                {
                    "date": town.workday(year, int(month), int(month)),
                    "kind": kind,
                    "payee": payee.split("、")[at] if "、" in payee else payee,
                    "qualification": qualification,
                    "amount": Decimal(amount),
                    "source": source,
                    "basis": basis,
                    "proof": proof or None,
                    "village": town.village(village),
                }
            )
        name, qualification, money = DEGREES[at]
        grant: Values = {"date": town.workday(year, 9, 9), "kind": "学历进修奖励", "payee": name}
        grant |= {"staff": town.person(name), "qualification": qualification, "amount": Decimal(money)}
        grants.append(grant | {"source": "镇级", "basis": "云禾镇干部在职学历进修奖励办法", "proof": "毕业证书"})
    past = [grant | {"approver": town.person("沈若衡")} for grant in grants if grant["date"] <= town.today]
    town.add("grant", past)
