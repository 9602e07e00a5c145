"""Duty, the leaders' days of reception and the service window of the invented township (值班、接访、便民服务)."""

from __future__ import annotations

from datetime import date, time, timedelta

from app.models.register import Values
from app.services.demo.town import Town, cells, texts_of
from app.workdays import days_from

LEADERS = "镇科级实职领导"
MARKET = ("3", "6", "9")
"""Last digits of the market days (逢场天)."""
ROTA_VILLAGE, ROTA_DAYS = "禾源社区", 60
"""A village that keeps a rota of its own, and since how long."""
DEPARTMENTS = ("国土", "城建", "计生", "民政", "司法")
WEATHER = ("晴", "多云", "阴", "小雨")


def write(town: Town) -> None:
    """The three registers."""
    with town.luck("值守"):
        _duty(town)
        _reception_days(town)
        _window_days(town)


def _days(town: Town) -> list[date]:
    last = min(date(town.years[1], 12, 31), town.today)
    return list(days_from(date(town.years[0], 1, 1), last))


def _duty(town: Town) -> None:
    shifts: list[Values] = [_shift(town, day) for day in _days(town)]
    for values in shifts:
        if values["date"] < town.today:
            values |= _log(town)
    cadre, village = town.person("鄢志明"), town.village(ROTA_VILLAGE)
    for day in _days(town)[-ROTA_DAYS:]:
        one: Values = {"date": day, "shift": "白班", "leader": cadre, "members": (cadre,), "place": "村(社区)"}
        shifts.append(one | {"village": village, "nothing": True, "phone": "0990-6621011"})
    town.add("duty", shifts)


def _shift(town: Town, day: date) -> Values:
    """A leader and two others of those who are there take the day and the night."""
    number = day.toordinal()
    leaders = [name for name in town.people_of(LEADERS) if town.there(name, day)]
    others = [name for name in town.people_of("其他机关干部") if town.there(name, day)]
    members = (others[number * 2 % len(others)], others[(number * 2 + 1) % len(others)])
    shift: Values = {"date": day, "shift": "全天", "leader": town.person(leaders[number % len(leaders)])}
    shift |= {"members": tuple(town.person(name) for name in members), "driver": "石大勇"}
    shift |= {"phone": "0990-6620000", "place": "镇机关", "weather": town.chance.choice(WEATHER)}
    return shift | {"giver": town.person(members[0]), "taker": town.person(members[1])}


def _log(town: Town) -> Values:
    """Most days nothing happens; now and then there is a call."""
    patrol: Values = {"patrol": "办公楼、财务室、档案室门窗水电正常", "handover": "值班记录本、电话、钥匙已交接"}
    if town.chosen(0.86):
        return patrol | {"nothing": True}
    caller, content, handling = cells(town.chance.choice(texts_of("duties")["calls"]))
    at = town.chance.choice((time(7, 40), time(12, 25), time(18, 50), time(21, 15)))
    call = {"time": at, "from": caller, "content": content, "handling": handling}
    return patrol | {"nothing": False, "calls": (call,), "log": f"{content}，{handling}。"}


def _reception_days(town: Town) -> None:
    """On market days a leader sits in the reception room; the log tells whether anyone came."""
    came = {(one["date"], one.get("leader")) for _, one in town.kept["visitor"]}
    days: list[Values] = []
    for day in _days(town):
        if str(day.day)[-1] not in MARKET:
            continue
        leaders = [name for name in town.people_of(LEADERS) if town.there(name, day)]
        leader = town.person(town.chance.choice(leaders))
        leader = next((one for when, one in came if when == day and one), leader)
        nobody = (day, leader) not in came
        one: Values = {"date": day, "market_day": True, "leader": leader, "place": "信访接待室", "nobody": nobody}
        days.append(one | {"log": None if nobody else town.chance.choice(texts_of("duties")["reception_logs"])})
    town.add("reception_day", days)


def _window_days(town: Town) -> None:
    found: list[Values] = []
    for day in _days(town):
        if day.weekday() == 4 and town.calendar.is_workday(day):
            found.append(_window(town, day, "窗口日常", "便民服务大厅", town.chance.randint(60, 130)))
        if day.day in (9, 19, 29):
            found.append(_together(town, day))
        if day.day == 25:
            village = town.chance.choice(list(town.ids["village"]))
            found.append(_window(town, day, "上门服务", village, town.chance.randint(5, 16)))
    town.add("window_day", found)


def _window(town: Town, day: date, kind: str, place: str, received: int) -> Values:
    waiting = town.today - day < timedelta(days=3)
    window: Values = {"date": day, "kind": kind, "place": place, "received": received, "badges": True}
    window |= {"visitors": received + town.chance.randint(5, 30), "finished": received - (2 if waiting else 0)}
    names = [name for name in ("阮冬梅", "曾佳宁") if town.there(name, day)]
    window["staff"] = tuple(town.person(name) for name in names)
    return window | {"content": town.chance.choice(texts_of("duties")["window_matters"])}


def _together(town: Town, day: date) -> Values:
    """On some market days the departments sit together."""
    counts = [town.chance.randint(4, 12) for _ in DEPARTMENTS]
    people = texts_of("duties")["department_people"]
    units = tuple(
        {"unit": f"{unit}窗口", "person": person, "matters": count}
        for unit, person, count in zip(DEPARTMENTS, people, counts, strict=True)
    )
    window = _window(town, day, "逢场集中办公", "镇集贸市场便民服务点", sum(counts))
    return window | {"units": units, "finished": sum(counts)}
