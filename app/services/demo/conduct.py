"""Supervision, inspections, breaches and reports of none in the invented township (督办、督查、违规、零报告)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from app.models.register import Values
from app.services.demo.town import Town, cells, texts_of

DUE = 15
"""Working days for a matter that is followed up."""
CERTIFICATE = "云执029"


def write(town: Town) -> None:
    """Breaches before the reports that there were none."""
    with town.luck("作风"):
        _supervision(town)
        _inspections(town)
        _problems(town)
        _violations(town)
        _zero_reports(town)


def _supervision(town: Town) -> None:
    found: list[Values] = []
    for record, meeting in town.kept["meeting"]:
        if meeting["kind"] == "党委会" and meeting.get("decisions"):
            office = meeting["items"][0]["office"]
            one = _followed(town, meeting["date"], "会议议定", f"{meeting['items'][0]['topic']}议定事项", office)
            found.append(one | {"meeting": record})
    named = {record: name for name, record in town.ids["office"].items()}
    for record, paper in town.kept["incoming"]:
        if paper.get("instruction") and paper["office"] and town.chosen(0.3):
            one = _followed(town, paper["instructed"], "领导批示", paper["title"], named[paper["office"]])
            found.append(one | {"incoming": record})
    found += _planned(town)
    own = [one for one in found if one["date"].year == town.years[0] and one["done"]]
    if own:
        own[4]["done"] = own[4]["feedback"] = own[4]["due"] + timedelta(days=5)
    town.add("supervision", found)


def _planned(town: Town) -> list[Values]:
    """The year's tasks, which carry conduct with them, and those of the campaigns."""
    found: list[Values] = []
    for year in town.years:
        for line in texts_of("conduct")["tasks"]:
            matter, office, target, last = cells(line)
            one = _followed(town, town.workday(year, 1, 1), "年度任务分解", matter, office)
            due = town.earlier(date(year, int(last), 25), 0)
            one |= {"target": target, "due": due, "done": town.past(town.earlier(due, 4))}
            one["feedback"] = town.past(town.earlier(due, 3)) if one["done"] else None
            found.append(one | {"deployed": True, "checked": True, "assessed": bool(one["done"])})
    for record, campaign in town.kept["campaign"]:
        office = next(name for name, number in town.ids["office"].items() if number == campaign["office"])
        for stage in campaign["stages"]:
            if stage["month"] <= town.today:
                matter = f"{campaign['title']}{stage['content']}"
                one = _followed(town, stage["month"] + timedelta(days=7), "专项创建任务", matter, office)
                found.append(one | {"campaign": record})
    return [one for one in found if one["date"] <= town.today]


def _followed(town: Town, day: date, source: str, matter: str, office: str) -> Values:
    """A matter that an office is to settle in three weeks, and mostly does."""
    due = town.calendar.after_workdays(day, DUE)
    done = town.past(town.earlier(due, town.chance.randint(1, 6)))
    one: Values = {"date": day, "source": source, "matter": matter, "office": town.office(office), "due": due}
    one |= {"leader": town.person(town.leader_of[office]), "handler": town.person(town.head_of[office])}
    one |= {"done": done, "feedback": town.past(town.calendar.next_workday(done)) if done else None}
    return one | {"target": "按期办结并反馈", "progress": "已办结。" if done else "正在办理。"}


def _inspections(town: Town) -> None:
    found: list[Values] = []
    for year in town.years:
        for start in (2, 5, 8, 11):
            found += _of_villages(town, date(year, start, 11), "村务公开检查", "村务公开栏和公开资料", "党政办公室")
        found += _of_villages(town, date(year, 3, 26), "财务审查", "村级财务收支", "财政所")
        for line in texts_of("conduct")["inspections"]:
            kind, subject, target, office, months, problem = cells(line)
            for month in months.split("、"):
                day = town.workday(year, int(month), int(month))
                found.append(_inspection(town, day, kind, subject, target, office, problem))
    town.add("inspection", [one for one in found if one["date"] <= town.today])


def _of_villages(town: Town, first: date, kind: str, subject: str, office: str) -> list[Values]:
    """Every village within a week."""
    found = []
    for village, record in town.ids["village"].items():
        day = town.later(first, 0, 4)
        one = _inspection(town, day, kind, subject, village, office, "")
        found.append(one | {"village": record, "score": Decimal(town.chance.randint(880, 985)) / 10, "merged": True})
    return found


def _inspection(town: Town, day: date, kind: str, subject: str, target: str, office: str, problem: str) -> Values:
    one: Values = {"date": day, "kind": kind, "subject": subject, "target": target, "office": town.office(office)}
    one |= {"team": "镇督查督办组", "leader": town.person(town.leader_of[office]), "merged": False}
    one |= {"enterprise": kind == "行政执法", "certificate": CERTIFICATE if kind == "行政执法" else None}
    if kind == "综合考核":
        one |= {"authority": "上级部署", "added_indicators": False, "ranking": False}
    if problem:
        due = town.calendar.after_workdays(day, 10)
        one |= {"found": problem, "due": due, "done": town.past(town.earlier(due, town.chance.randint(0, 4)))}
    return one


def _problems(town: Town) -> None:
    found: list[Values] = []
    for at, year in enumerate(town.years):
        for number, line in enumerate(texts_of("conduct")["problems"]):
            source, kind, content, measures, office, month, amount = cells(line)
            day = town.workday(year, int(month), int(month))
            due = day + timedelta(days=90)
            one: Values = {"date": day, "source": source, "kind": kind, "content": content, "measures": measures}
            one |= {"office": town.office(office), "leader": town.person(town.leader_of[office]), "due": due}
            one |= {"amount": Decimal(amount) if amount else None, "party": office, "shortcoming": number % 3 == 0}
            one["done"] = town.past(town.earlier(due, town.chance.randint(2, 30)))
            if number == 2 and at == 0:
                one["done"] = min(due + timedelta(days=9), town.today)
            found.append(one | {"staff": town.person(town.head_of[office]), "happened": day})
    town.add("problem", [one for one in found if one["date"] <= town.today])


def _violations(town: Town) -> None:
    found: list[Values] = []
    for line in texts_of("conduct")["violations"]:
        offset, month, name, kind, ten, matter, clause, source, handling = cells(line)
        happened = town.workday(town.years[int(offset)], int(month), int(month))
        trips = [one["date"] for _, one in town.kept["vehicle_use"] if one["nature"] == "私事"]
        if kind == "公车私用" and trips:
            happened = trips[0]
        one: Values = {"date": town.later(happened, 4, 8), "happened": happened, "subject": name, "kind": kind}
        one |= {"staff": town.person(name), "ten": ten, "matter": matter, "clause": clause, "source": source}
        one |= {"handling": handling, "basis": "云禾镇机关作风建设问责办法", "by": "中共云禾镇纪律检查委员会"}
        found.append(one | {"leader": town.person("秦立诚"), "veto": False})
    town.add("violation", [one for one in found if one["date"] <= town.today])


def _zero_reports(town: Town) -> None:
    """Signed after each quarter for what did not happen in it; where something did, none is made."""
    found: list[Values] = []
    for start, last in town.quarters():
        signed = town.past(town.calendar.next_workday(last))
        own = [one for _, one in town.kept["violation"] if start <= one["happened"] <= last]
        for line in texts_of("conduct")["zero_reports"]:
            subject, scope, name, basis = cells(line)
            ten = subject == "十不准" and any(one["ten"] != "不涉及" for one in own)
            if signed is None or ten or (subject == "其他违规违纪" and own):
                continue
            one: Values = {"date": signed, "subject": subject, "start": start, "end": last, "scope": scope}
            found.append(one | {"confirmer": town.person(name), "basis": basis, "signed": True})
    town.add("zero_report", found)
