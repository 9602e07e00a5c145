"""Meetings and study of the invented township (会议、学习教育)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from app.models.register import Values
from app.services.demo.town import Town, cells, texts_of

CHAIRS = {"党委会": "顾明川", "党代会": "顾明川", "民主生活会": "顾明川", "三干会": "沈若衡", "人代会": "叶晓岚"}
NO_REASON = ("人代会", "党代会", "党委会", "政府办公会", "党政联席会", "班子会", "民主生活会")
PURE_LEADERS = 10
"""Meetings of up to so many people are those of the leaders."""


def write(town: Town) -> None:
    """Both registers."""
    _meetings(town)
    _study(town)


def _meetings(town: Town) -> None:
    words = texts_of("meetings")
    taken: set[tuple[date, int]] = set()
    held: list[Values] = []
    for year in town.years:
        for line in words["meetings"]:
            kind, times, *rest = cells(line)
            for at in range(int(times)):
                held += _one(town, year, at * 12 // int(times) + 1, [kind, *rest], taken)
        for line in words["fixed"]:
            kind, month, *rest = cells(line)
            held += _one(town, year, int(month), [kind, *rest], taken)
    for line in words["extra"]:
        offset, kind, month, *rest = cells(line)
        held += _one(town, town.years[int(offset)], int(month), [kind, *rest], taken)
    held += [_listening(town, day, row) for day, row in town.stories("meeting")]
    town.add("meeting", held)


def _one(town: Town, year: int, month: int, row: list[str], taken: set[tuple[date, int]]) -> list[Values]:
    """One meeting on a free half-day of a month, unless that is still to come."""
    kind, minutes, venue, expected, office, title = row
    day, hour = town.workday(year, month, month), town.chance.choice((9, 15))
    while (day, hour) in taken:
        day, hour = town.workday(year, month, month), town.chance.choice((9, 15))
    taken.add((day, hour))
    if day > town.today:
        return []
    length = int(minutes) - town.chance.randint(0, 3) * 5 if int(minutes) != 135 else 135
    start = datetime.combine(day, time(hour, 0))
    values = _called(town, day, kind, office, title, int(expected))
    values |= {"start": start.time(), "end": (start + timedelta(minutes=length)).time(), "venue": venue}
    return [values | _talked(town, day, kind, office, length) | _attended(town, int(expected))]


def _called(town: Town, day: date, kind: str, office: str, title: str, expected: int) -> Values:
    asked = town.earlier(day, town.chance.randint(2, 4))
    chief = town.chance.choice(("顾明川", "沈若衡"))
    by = town.leader_of[office] if kind in ("专题会议", "业务性会议", "座谈会") else chief
    host = CHAIRS.get(kind) or (chief if kind in ("全体性会议", "政府办公会") else town.leader_of[office])
    campaign = next((name for name in town.ids["campaign"] if "专项" not in name), "专项工作")
    values: Values = {"date": day, "title": town.worded(title, day, campaign=campaign), "kind": kind}
    if not town.there(host, day):
        host = next((name for name in ("顾明川", "沈若衡", "陆启文") if town.there(name, day)), "叶晓岚")
    recorder = town.chance.choice(("施雨桐", "卓一鸣"))
    recorder = next((name for name in (recorder, "施雨桐", "卓一鸣") if town.there(name, day)), "田秀云")
    values |= {"host": town.person(host), "recorder": town.person(recorder)}
    values |= {"office": town.office(office), "approver": town.person(by), "status": "已召开", "expected": expected}
    values |= {"present": expected - town.chance.randint(0, max(expected // 12, 1)), "requested": asked}
    values |= {"applicant": town.person(town.head_of[office]), "approved": town.calendar.next_workday(asked)}
    if kind not in NO_REASON:
        values["necessity"] = town.chance.choice(texts_of("meetings")["necessity"])
    values |= {"venue_kind": "镇机关", "meal": "食堂工作餐" if kind in ("三干会", "人代会") else "不安排"}
    values |= {"offscript": town.chosen(0.4), "workers": town.chance.randint(1, 4)}
    if kind in ("三干会", "人代会", "党代会"):
        values["cost"] = Decimal(town.chance.randint(900, 1800))
    return values


def _talked(town: Town, day: date, kind: str, office: str, length: int) -> Values:
    """The items of the agenda share the meeting's time; one or two people speak to each."""
    words = texts_of("meetings")
    leading = kind in ("党委会", "政府办公会", "班子会")
    offered = [line for line in words["topics"] if leading or line.endswith(office)] or words["topics"]
    count = town.chance.randint(2, 4) if leading else 1
    items = []
    for at, line in enumerate(town.chance.sample(offered, count), 1):
        topic, office = cells(line)
        items.append(
            {
                "order": at,
                "topic": town.worded(topic, day),
                "office": office,
                "speakers": town.head_of[office],
                "minutes": min(length // (count + 1), 45),
            }
        )
    talked: Values = {"items": tuple(items), "topic": items[0]["topic"]}
    if count > 1:
        decided = words["decisions"].format(office=items[0]["office"], days=town.chance.choice((7, 10, 15)))
        talked |= {"decisions": decided, "record": "；".join(str(item["topic"]) for item in items) + "。"}
    if kind == "党委会" and town.chosen(0.2):
        talked |= {"major_matter": True, "consulted": "会前走访村民代表并张榜征求意见，收到意见8条"}
        talked["published"] = town.past(town.later(day, 2, 4))
    return talked


def _attended(town: Town, expected: int) -> Values:
    """Who signed in, for meetings of up to 24 people."""
    if expected > 24:
        return {}
    leaders = town.people_of("镇科级实职领导")
    others = town.chance.sample(town.people_of("其他机关干部", "驻村干部"), max(expected - len(leaders), 0))
    excused = town.chance.choice(others) if len(others) > 4 else ""
    rows: list[dict[str, Any]] = [
        {
            "name": name,
            "role": "出席" if name in leaders or expected > PURE_LEADERS else "列席",
            "present": name != excused,
            "excuse": town.chance.choice(texts_of("meetings")["excuses"]) if name == excused else None,
        }
        for name in [*leaders, *others]
    ]
    return {"attendance": tuple(rows), "present": sum(bool(row["present"]) for row in rows), "expected": len(rows)}


def _listening(town: Town, day: date, row: list[str]) -> Values:
    """The meeting that is told of as a highlight."""
    values = _called(town, day, "座谈会", "党政办公室", row[8], 40)
    values |= {"start": time(10, 30), "end": time(12, 0), "venue": "文化服务中心", "highlight": row[9]}
    return values | _talked(town, day, "座谈会", "党政办公室", 90)


def _study(town: Town) -> None:
    sessions = []
    for year in town.years:
        for line in texts_of("meetings")["studies"]:
            kind, theme, times, hours, audience, topic = cells(line)
            for at in range(int(times)):
                month = at * 12 // int(times) + 1
                first = kind == "集中学习" and at == 0
                day = town.workdays(year)[2] if first and town.workdays(year)[2:] else town.workday(year, month, month)
                if day <= town.today:
                    sessions.append(_session(town, day, [kind, theme, hours, audience, topic]))
    gathered = [one for one in sessions if one["kind"] == "集中学习" and one["date"].year == town.years[1]]
    for one in gathered[2:3]:
        one["notes"] = one["present"] - 3
    town.add("study", sessions)


def _session(town: Town, day: date, row: list[str]) -> Values:
    kind, theme, hours, audience, topic = row
    words = texts_of("meetings")
    group = kind == "中心组学习"
    asked = town.people_of("镇科级实职领导", *(() if group else ("驻村干部", "其他机关干部")))
    people = [name for name in asked if town.there(name, day)]
    expected = len(people) if audience in ("中心组", "机关干部") else town.chance.randint(30, 60)
    present = expected if kind == "集中学习" else expected - town.chance.randint(0, 2)
    session: Values = {"date": day, "kind": kind, "theme": theme, "topic": topic, "hours": Decimal(hours)}
    session |= {"audience": audience, "expected": expected, "present": present, "large": expected > 40}
    session["material"] = "、".join(town.chance.sample(words["materials"], 2))
    if audience in ("中心组", "机关干部"):
        session["members"] = tuple(town.person(name) for name in people[:present])
    else:
        session["village"] = town.village(town.chance.choice(list(town.ids["village"])))
    if kind == "党课":
        session["branch"] = town.ids["branch"]["机关党支部"]
    if kind == "集中学习":
        session |= {"notes": present, "notebooks": present}
    if kind in ("观看影片", "警示教育"):
        bad = kind == "警示教育"
        session |= {"film": town.chance.choice(words["films"]), "film_kind": "反面警示" if bad else "正面典型"}
    else:
        session |= {"presenter": town.chance.choice(words["presenters"]), "outside": False}
    return session
