"""Topics of research and what was written of them in the invented township (调研课题、调研报告与心得)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from app.models.register import Values
from app.services.demo.town import Town, cells, texts_of

LEADERS = "镇科级实职领导"
FEW_REPORTS = "单志远"
"""The leader who wrote one report too few in the first year."""
ONE_TOPIC = "叶晓岚"
"""The leader who set one topic too few in the first year."""


def write(town: Town) -> None:
    """Topics, then what was written on them and beside them."""
    with town.luck("调研"):
        _topics(town)
        _essays(town)


def _topics(town: Town) -> None:
    found: list[Values] = []
    for line in texts_of("topics")["topics"]:
        name, *titles = cells(line)
        for at, year in enumerate(town.years):
            for number, title in enumerate(titles[at * 2 : at * 2 + 2]):
                if name == ONE_TOPIC and at == 0 and number:
                    continue
                day = town.workday(year, 1 + number, 2 + number)
                if day > town.today:
                    continue
                topic: Values = {"date": day, "staff": town.person(name), "title": title, "key_topic": True}
                members = town.around(day, 2, "其他机关干部", "驻村干部")
                topic |= {"members": tuple(town.person(one) for one in members)}
                topic["finished"] = town.past(town.workday(year, 8 + number * 2, 9 + number * 2))
                if topic["finished"]:
                    topic["outcome"] = town.chance.choice(texts_of("topics")["outcomes"])
                found.append(topic)
    town.add("research", found)


def _essays(town: Town) -> None:
    essays = [_on(town, record, topic) for record, topic in town.kept["research"]]
    for year in town.years:
        for name in town.people_of(LEADERS):
            lacking = 4 - sum(one["staff"] == town.person(name) and one["date"].year == year for one in essays)
            if name == FEW_REPORTS and year == town.years[0]:
                lacking -= 1
            essays += [_written(town, name, "调研报告", year, number) for number in range(lacking)]
        for name in town.people_of("驻村干部"):
            essays += [_written(town, name, "工作心得", year, number) for number in range(2)]
        for name in town.people_of("其他机关干部", "村(社区)干部"):
            essays.append(_written(town, name, "心得体会", year, town.chance.randint(0, 3)))
    town.add("essay", [essay for essay in essays if essay["date"] <= town.today and _in_post(town, essay)])


def _in_post(town: Town, essay: Values) -> bool:
    """Who has left or not yet come writes nothing."""
    names = {town.person(town.texts[key]): town.texts[key] for key in ("arrives", "leaves")}
    return essay["staff"] not in names or town.there(names[essay["staff"]], essay["date"])


def _on(town: Town, record: int, topic: Values) -> Values:
    """The report on a topic is written as it is finished, or will be."""
    day = topic["finished"] or date(topic["date"].year, 12, 10)
    essay: Values = {"date": day, "staff": topic["staff"], "kind": "调研报告", "topic": record}
    essay |= {"title": f"关于{topic['title']}的调研报告", "coauthors": topic["members"][:1]}
    return essay | _handed_in(town, day, town.chance.randint(2200, 4200)) | _converted(town, day)


def _written(town: Town, name: str, kind: str, year: int, number: int) -> Values:
    titles = texts_of("topics")[{"调研报告": "reports", "工作心得": "notes", "心得体会": "reflections"}[kind]]
    first = min(3 + number * 3, 11) if kind != "心得体会" else 5 + number
    last = first if name == town.texts["leaves"] else min(first + 1, 11)
    if name == town.texts["leaves"]:
        first = last = 4
    day = town.workday(year, first, last)
    title = town.worded(town.chance.choice(titles), day, village=town.village_of[name])
    essay: Values = {"date": day, "staff": town.person(name), "kind": kind, "title": title}
    essay |= _handed_in(town, day, town.chance.randint(1200, 2600))
    return essay | (_converted(town, day) if kind == "调研报告" else {})


def _handed_in(town: Town, day: date, characters: int) -> dict[str, Any]:
    return {"characters": characters, "submitted": town.past(town.calendar.next_workday(day))}


def _converted(town: Town, day: date) -> dict[str, Any]:
    """Reports are made use of within two months or so."""
    used = town.past(day + timedelta(days=town.chance.randint(20, 70)))
    return {"converted": used, "outcome": town.chance.choice(texts_of("topics")["outcomes"]) if used else None}
