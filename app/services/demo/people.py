"""Offices, people, villages, branches, campaigns, honours and leaves of the invented township."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from app.models import BY_KEY
from app.models.register import Values
from app.services.demo import teams
from app.services.demo.town import Town, cells, texts_of
from app.store.records import load

SICK_PROOF = "医院病假证明"


def write(town: Town) -> None:
    """Everything that the other registers name."""
    _offices(town)
    _villages(town)
    _branches(town)
    _staff(town)
    _heads(town)
    _campaigns(town)
    _honours(town)
    _leaves(town)


def _offices(town: Town) -> None:
    rows = [cells(line) for line in town.texts["offices"]]
    since = date(town.years[0] - 6, 4, 1)
    offices = [
        {"order": at, "name": row[0], "kind": row[1], "phone": row[4], "since": since} for at, row in enumerate(rows, 1)
    ]
    town.ids["office"] = dict(zip((row[0] for row in rows), town.add("office", offices), strict=True))
    town.head_of = {row[0]: row[2] for row in rows}
    town.leader_of = {row[0]: row[3] for row in rows}


def _villages(town: Town) -> None:
    rows = [cells(line) for line in town.texts["villages"]]
    villages = [
        {
            "order": at,
            "name": name,
            "kind": kind,
            "households": int(households),
            "population": int(people),
            "secretary": secretary,
            "phone": f"1390066{at:04d}",
            "hard_road": True,
            "plan_date": date(town.years[0] - 2, 9, 20) if name != "云岭村" else None,
        }
        for at, (name, kind, households, people, secretary, _) in enumerate(rows, 1)
    ]
    town.ids["village"] = dict(zip((row[0] for row in rows), town.add("village", villages), strict=True))


def _branches(town: Town) -> None:
    """Those of the town and one for each village, whose secretary collects opinions, but for one."""
    rows = [cells(line) for line in town.texts["branches"]]
    branches: list[Values] = [
        {"name": name, "kind": kind, "secretary": secretary, "members": int(members)}
        for name, kind, secretary, members in rows
    ]
    for line in town.texts["villages"]:
        village, kind, households, *_, secretary, _ = cells(line)
        branch: Values = {"name": f"{village}党支部", "kind": kind, "secretary": secretary}
        branches.append(branch | {"village": town.village(village), "members": int(households) // 12})
    for at, branch in enumerate(branches):
        branch |= {"probationary": at % 3, "activists": 2 + at % 4, "demonstration": 1 + at % 3}
        branch |= {"opinion_group_head": branch["secretary"], "since": date(town.years[0] - 6, 7, 1)}
        branch["standard_met"] = date(town.years[0] - 1, 3 + at % 9, 15)
    branches[-1]["opinion_group_head"] = "滕云飞"
    names = [branch["name"] for branch in branches]
    town.ids["branch"] = dict(zip(names, town.add("branch", branches), strict=True))


def _staff(town: Town) -> None:
    rows = [cells(line) for line in town.texts["people"]]
    people = [_person(town, at, row) for at, row in enumerate(rows, 1)]
    town.ids["staff"] = dict(zip((row[0] for row in rows), town.add("staff", people), strict=True))
    town.village_of = {row[0]: row[12] for row in rows}


def _person(town: Town, at: int, row: list[str]) -> Values:
    first, chance = town.years[0], town.chance
    leader, party = row[6] == "镇科级实职领导", row[7] == "中共党员"
    started = date(first - int(row[10]), chance.randint(1, 12), 1)
    if row[0] == town.texts["arrives"]:
        arrived = date(first, 7, 1)
    else:
        arrived = max(started, date(first - chance.randint(2, 6), chance.randint(1, 12), 1))
    return {
        "name": row[0],
        "gender": row[1],
        "birth": date(first - int(row[2]), chance.randint(1, 12), chance.randint(1, 28)),
        "office": town.office(row[3]),
        "post": row[4] or "党组织书记、村（居）委会主任",
        "rank": row[5],
        "duty_class": row[6],
        "political": row[7],
        "education": row[8],
        "establishment": row[9],
        "work_start": started,
        "arrived": arrived,
        "left": town.past(date(first + 1, 5, 6)) if row[0] == town.texts["leaves"] else None,
        "authority": row[11],
        "village": town.village(row[12]),
        "phone": f"1380066{at:04d}",
        "resident": row[6] == "驻村干部",
        "team": leader,
        "study_group": leader,
        "party_joined": date(first - int(row[10]) + 1, 7, 1) if party else None,
        "enforcement_cert": f"云执{at:03d}" if row[3] == "综合行政执法队" else None,
        "badge": True,
        "branch": town.ids["branch"].get(f"{row[12]}党支部" if not row[3] else "机关党支部") if party else None,
        "veteran": int(row[10]) >= 25,
        "posts_able": 2 + at % 3,
        "title_level": ("中级", "初级", "高级")[at % 3] if row[9] == "事业编" else "无",
        "tech_title": ("农艺师", "助理农艺师", "高级农艺师")[at % 3] if row[9] == "事业编" else None,
        "degree_by_study": "本科" if row[8] == "本科" and at % 4 == 0 else None,
        "leave_carried": Decimal(0),
    }


def _heads(town: Town) -> None:
    """Offices and villages get their head and leader, who are on the roster only now."""
    for name, record in town.ids["office"].items():
        people = {"head": town.person(town.head_of[name]), "leader": town.person(town.leader_of[name])}
        _change(town, "office", record, people)
    for line in town.texts["villages"]:
        row = cells(line)
        _change(town, "village", town.ids["village"][row[0]], {"leader": town.person(row[5])})


def _change(town: Town, register: str, record: int, values: Values) -> None:
    before = load(town.changing.connection, BY_KEY[register], [record])[record]
    town.changing.change(BY_KEY[register], record, before, {**before, **values})


def _campaigns(town: Town) -> None:
    names, campaigns = [], []
    for line in town.texts["campaigns"]:
        title, offset, first, last, office, goal = cells(line)
        year = town.years[int(offset)]
        start = date(year, int(first), 5)
        if start > town.today:
            continue
        names.append(title)
        values: Values = {"title": title, "date": start, "office": town.office(office), "goal": goal}
        end = date(year, int(last), 28)
        values["team"] = teams.group(town, f"{title}领导小组", start, office)
        values |= {"end": end, "notice": f"云党政发〔{year}〕{len(names)}号", "stages": _stages(town, start, end)}
        campaigns.append(values)
    town.ids["campaign"] = dict(zip(sorted(names, key=names.index), town.add("campaign", campaigns), strict=True))


def _stages(town: Town, start: date, end: date) -> tuple[dict[str, Any], ...]:
    words, documents = town.texts["stages"], town.texts["stage_documents"]
    months = [start.month + round((end.month - start.month) * at / (len(words) - 1)) for at in range(len(words))]
    days = [date(start.year, month, 1) for month in months]
    return tuple(
        {"month": day, "content": content, "document": document, "done": (day + timedelta(days=40)) <= town.today}
        for day, content, document in zip(days, words, documents, strict=True)
    )


def _honours(town: Town) -> None:
    """An honour given in the first four months is one of the year before."""
    honours = []
    for line in [*town.texts["honours"], *town.texts["earlier_honours"]]:
        title, grade, level, kind, by, code, holder_kind, holder, offset, month = cells(line)
        day = town.calendar.next_workday(date(town.years[0] + int(offset), int(month), town.chance.randint(5, 20)))
        if day > town.today:
            continue
        values = {"date": day, "year": day.year - (int(month) <= 4), "title": title, "grade": grade, "level": level}
        values |= {"kind": kind, "granted_by": by, "holder_kind": holder_kind, "holder": holder}
        values["doc_no"] = f"{code}〔{day.year}〕{town.chance.randint(3, 60)}号"
        values["village"] = town.village(holder) or town.village(holder[:4])
        honours.append(values)
    town.add("honour", honours)


def _leaves(town: Town) -> None:
    taken: dict[tuple[str, int], int] = {}
    leaves = []
    for year in town.years:
        for line in texts_of("money")["leaves"]:
            kind, times, shortest, longest, reason, place = cells(line)
            for _ in range(int(times)):
                length = town.chance.randint(int(shortest), int(longest))
                leave = _leave(town, year, kind, length, taken)
                if leave is not None:
                    leaves.append({**leave, "reason": reason, "destination": place or None, "kind": kind})
    _make_remarkable(town, leaves)
    town.add("leave", [*leaves, *_away_today(town)])


def _leave(town: Town, year: int, kind: str, length: int, taken: dict[tuple[str, int], int]) -> Values | None:
    """A leave of somebody who is there and not away, and who has days left of annual leave."""
    name = town.somebody("镇科级实职领导", "驻村干部", "其他机关干部")
    start = town.workday(year)
    end = town.calendar.after_workdays(start, length - 1) if kind != "病假" else start + timedelta(days=length - 1)
    days = {start + timedelta(days=at) for at in range((end - start).days + 3)}
    away = town.away.setdefault(name, set())
    if start > town.today or days & away or name in (town.texts["arrives"], town.texts["leaves"]):
        return None
    if kind == "年休假":
        taken[name, year] = taken.get((name, year), 0) + length
        if taken[name, year] > 5 or end.year != year:
            return None
    away |= days - {end + timedelta(days=1), end + timedelta(days=2)}
    return _granted(town, name, start, end, kind, length)


def _granted(town: Town, name: str, start: date, end: date, kind: str, length: int) -> Values:
    asked = town.earlier(start, 2)
    returned = town.past(town.calendar.next_workday(end))
    chief = "顾明川" if name == "沈若衡" else "沈若衡"
    return {
        "staff": town.person(name),
        "start": start,
        "end": end,
        "applied": asked,
        "approver": town.person(chief),
        "approved": town.calendar.next_workday(asked),
        "filed": town.calendar.next_workday(asked),
        "registrar": town.person("施雨桐" if name != "施雨桐" else "卓一鸣"),
        "returned": returned,
        "confirmer": town.person("田秀云") if returned else None,
        "leaves_town": kind in ("病假", "公假", "离镇报备"),
        "proof": SICK_PROOF if kind == "病假" and length >= 3 else None,
        "office_opinion": "同意",
        "status": "已销假" if returned else "已批准",
    }


def _away_today(town: Town) -> list[Values]:
    """Somebody is at a course today, so that the morning page has whom to name."""
    name = "蓝月琴"
    start = town.earlier(town.today, 1)
    end = town.calendar.after_workdays(start, 2)
    days = {start + timedelta(days=at) for at in range((end - start).days + 1)}
    if town.years[1] != town.today.year or start.year != town.today.year or days & town.away.setdefault(name, set()):
        return []
    town.away[name] |= days
    values = _granted(town, name, start, end, "公假", 3)
    return [values | {"kind": "公假", "reason": "参加县级培训", "destination": "澄川县委党校"}]


def _make_remarkable(town: Town, leaves: list[Values]) -> None:
    """One comes back late, one half-day, one extended: what a clerk meets in a year."""
    past = [leave for leave in leaves if leave["returned"] and leave["start"].year == town.years[0]]
    late = next((leave for leave in past if leave["kind"] == "事假"), None)
    if late:
        late["returned"] = min(late["end"] + timedelta(days=13), town.today)
        late["overstay_reason"] = "家中老人住院，已电话报告"
    half = next((leave for leave in past if leave["kind"] == "离镇报备"), None)
    if half:
        half["start_half"] = "下午"
