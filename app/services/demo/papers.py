"""Papers in and out of the invented township (收文、发文)."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from app.models import BY_KEY
from app.models.register import Values
from app.services.demo.town import Town, cells, texts_of
from app.store.records import load

SIGNERS = {"党委": "顾明川", "党政联合": "顾明川", "政府": "沈若衡", "党政办": "陆启文", "人大": "叶晓岚"}
LEADERS = ("顾明川", "沈若衡", "陆启文", "叶晓岚", "秦立诚", "韦文博", "纪海燕", "单志远")
TRIES = 2
"""How often chance may offer a title that has been used."""
EXEMPT = ("函", "纪要", "请示", "报告")


def write(town: Town) -> None:
    """Both registers of papers."""
    _incoming(town)
    _outgoing(town)


def _incoming(town: Town) -> None:
    papers: list[Values] = []
    for year in town.years:
        for sender in texts_of("papers")["senders"]:
            papers += _of_sender(town, year, sender)
        papers += _of_villages(town, year) + _secret(town, year)
    papers.sort(key=lambda paper: paper["received"])
    for number, paper in enumerate(papers, 1):
        _archive(town, paper, number)
    _leave_overdue(town, papers)
    town.add("incoming", papers)


def _of_sender(town: Town, year: int, sender: dict[str, Any]) -> list[Values]:
    """A year's papers of one sender, no title twice, its numbers running with the days."""
    papers: dict[str, Values] = {}
    for _ in range(sender["times"] * TRIES):
        kind, span, title = cells(town.chance.choice(sender["titles"]))
        first, _, last = span.partition("-")
        day = town.workday(year, int(first), int(last))
        called = town.worded(title, day)
        if day <= town.today and called not in papers and len(papers) < sender["times"]:
            papers[called] = _received(town, day, kind, sender["office"]) | {"sender": sender["name"], "title": called}
    number = 0
    for paper in sorted(papers.values(), key=lambda one: one["received"]):
        number += town.chance.randint(1, 4)
        paper["doc_no"] = f"{sender['code']}〔{year}〕{number}号"
    return list(papers.values())


def _received(town: Town, day: date, kind: str, office: str) -> Values:
    paper: Values = {"received": day, "kind": kind, "office": town.office(office), "secrecy": "无"}
    paper |= {"copies": town.chance.choice((1, 1, 1, 2, 3)), "urgency": "加急" if town.chosen(0.06) else "平件"}
    paper |= {"channel": town.chance.choice(("公文系统", "公文系统", "纸质")), "receipt": "施雨桐"}
    paper |= {"dated": town.earlier(day, town.chance.randint(0, 3)), "pages": town.chance.randint(2, 9)}
    paper |= {"handler": town.person(town.head_of[office]), "leader": town.person(town.leader_of[office])}
    if town.chosen(0.45) and kind != "通报":
        return paper | _to_handle(town, day)
    return paper | {"handling": "阅件"} | _circulated(town, day)


def _to_handle(town: Town, day: date) -> Values:
    words = texts_of("papers")
    due = town.later(day, 5, 15)
    done = town.past(town.earlier(due, town.chance.randint(0, 3)))
    handled: Values = {"handling": "办件", "due": due, "done": done, "proposer": town.person("田秀云")}
    handled |= {"proposal": town.chance.choice(words["opinions"]), "proposed": day}
    if done:
        handled["result"] = town.chance.choice(words["results"])
    if town.chosen(0.6) and (read := town.past(town.later(day, 1, 2))):
        handled |= {"instruction": town.chance.choice(words["instructions"]), "instructed": read}
    return handled


def _circulated(town: Town, day: date) -> Values:
    if not town.chosen(0.3):
        return {}
    readers = town.chance.sample(LEADERS, town.chance.randint(2, 4))
    rows = tuple(
        {"reader": town.person(name), "sent": day, "read": _read_on(town, day), "note": "已阅"} for name in readers
    )
    return {"circulation": rows}


def _read_on(town: Town, day: date) -> date | None:
    return town.past(day + timedelta(days=town.chance.randint(0, 3)))


def _of_villages(town: Town, year: int) -> list[Values]:
    papers = []
    for village in town.ids["village"]:
        for line in town.chance.sample(texts_of("papers")["village_titles"], 2):
            kind, title = cells(line)
            day = town.workday(year)
            if day <= town.today:
                paper = _received(town, day, kind, "党政办公室")
                paper |= {"village": town.village(village), "title": town.worded(title, day, village=village)}
                committee = "居民委员会" if village.endswith("社区") else "村民委员会"
                papers.append(paper | {"channel": "纸质", "sender": village.removesuffix("村") + committee})
    return papers


def _secret(town: Town, year: int) -> list[Values]:
    """Secret papers leave only the page of the paper book (保守国家秘密法 第31条)."""
    days = [day for day in (town.workday(year) for _ in range(3)) if day <= town.today]
    kept: Values = {"sender": "中共澄川县委办公室", "title": "涉密件", "secrecy": "机密", "handling": "阅件"}
    return [
        {**kept, "received": day, "copies": 1, "urgency": "平件", "paper_book": f"第{at}册第{day.month + 10}页"}
        for at, day in enumerate(days, 1)
    ]


def _archive(town: Town, paper: Values, number: int) -> None:
    """Last year's papers are archived but for three; this year's up to June; a meeting called has its people."""
    received = paper["received"]
    kept = received.year == town.years[0] or received.month <= 6
    if kept and number not in (41, 97, 163):
        paper |= {"archive_no": f"{received.year}-D10-{number:04d}", "retention": "10年"}
        paper["archived"] = town.past(date(received.year + (received.month > 6), 1 if received.month > 6 else 7, 15))
    if "召开" in paper["title"]:
        meets = town.later(received, 2, 4)
        paper |= {"meeting_date": meets, "meeting_time": time(9, 0), "meeting_place": "县行政中心一号会议室"}
        paper |= {"attendees": (town.person(town.chance.choice(LEADERS)),), "roster_sent": True}


def _leave_overdue(town: Town, papers: list[Values]) -> None:
    """One paper was late last year, and one is overdue today."""
    due = [paper for paper in papers if paper.get("done")]
    if due:
        late = due[len(due) // 3]
        late["done"] = min(late["due"] + timedelta(days=4), town.today)
    lately = [paper for paper in due if town.today - timedelta(days=9) <= paper["due"] < town.today]
    for paper in lately[:1]:
        paper |= {"done": None, "result": None, "reminders": ({"date": paper["due"], "answer": "正在核实数据"},)}


def _outgoing(town: Town) -> None:
    papers = []
    for year in town.years:
        seen: set[str] = set()
        for line in texts_of("papers")["outgoing"]:
            row = cells(line)
            for day in _days_of_issue(town, year, row):
                paper = _drafted(town, day, row)
                if day <= town.today and paper["title"] not in seen:
                    seen.add(paper["title"])
                    papers.append(paper)
    _too_long(town, papers)
    ids = town.add("outgoing", papers)
    _withdraw_one(town, dict(zip(ids, papers, strict=True)))


def _days_of_issue(town: Town, year: int, row: list[str]) -> list[date]:
    """Monthly, quarterly, several times or once a year, as the title asks."""
    first, _, last = row[5].partition("-")
    if "{month}" in row[8]:
        before = [date(year, month, 1) - timedelta(days=1) for month in range(int(first), int(last) + 1)]
        return [town.later(day, 1, 2) for day in before]
    if "{quarter}" in row[8]:
        return [town.workday(year, month, month) for month in (3, 6, 9, 12) if int(first) <= month <= int(last)]
    times = 10 if row[2] == "纪要" else 5 if "{village}" in row[8] else 2 if "召开" in row[8] else 1
    return [town.workday(year, int(first), int(last)) for _ in range(times)]


def _drafted(town: Town, day: date, row: list[str]) -> Values:
    issuer, code, kind, direction, category, _, office, to, title = row
    village = town.chance.choice(list(town.ids["village"]))
    if kind == "纪要" or "召开" in title:
        title += f"（{day.month}月{day.day}日）"
    paper: Values = {
        "title": town.worded(title, day, village=village),
        "kind": kind,
        "issuer": issuer,
        "code": code,
        "year": day.year,
        "direction": direction,
        "category": category,
        "to": to.format(village=village.removesuffix("村")),
        "secrecy": "无",
        "copies": town.chance.choice((15, 20, 30, 40)),
        "office": town.office(office),
        "drafter": town.person(town.head_of[office]),
        "openness": "主动公开" if kind in ("通告", "决定", "意见") else "依申请公开",
        "urgency": "平件",
        "single_matter": True if kind == "请示" else None,
        "necessity": None if kind in EXEMPT else town.chance.choice(texts_of("papers")["necessity"]),
        "stage": "不涉及",
    }
    return paper | _signed(town, day, paper, office) | _lengths(town, paper)


def _signed(town: Town, day: date, paper: Values, office: str) -> Values:
    """The steps of signing as far as they have come today; the number is taken with the last."""
    steps = {"drafted": day, "checked": town.later(day, 1, 1)}
    steps["charge_signed"] = town.later(steps["checked"], 0, 1)
    steps["signed"] = town.later(steps["charge_signed"], 1, 1)
    steps["issued"] = town.later(steps["signed"], 0, 1)
    if steps["issued"].year != day.year:
        steps = dict.fromkeys(steps, day)
    came: Values = {key: town.past(each) for key, each in steps.items()}
    status = next(
        (word for key, word in (("issued", "已印发"), ("signed", "签发"), ("checked", "核稿")) if came[key]), "拟稿"
    )
    came |= {"status": status, "charge_leader": town.person(town.leader_of[office]), "checker": town.person("卓一鸣")}
    if came["signed"]:
        came |= {"signer": town.person(SIGNERS[paper["issuer"]]), "receipt": "施雨桐", "printer": "党政办公室"}
    if status == "已印发" and day.year == town.years[0]:
        came |= {"status": "已归档", "archive_no": f"{day.year}-D30-{day.timetuple().tm_yday:03d}", "retention": "30年"}
        came["archived"] = town.past(date(day.year + 1, 3, 20))
    return came


def _lengths(town: Town, paper: Values) -> Values:
    """A third of the notices keep their text; of the others the paper copy was counted."""
    if paper["kind"] == "通知" and town.chosen(0.4):
        return {"text": "\n".join(texts_of("papers")["text"])}
    if paper["category"] == "业务性文件":
        return {"tables": town.chance.randint(1, 3), "stated_characters": town.chance.randint(500, 1600)}
    longest = 2900 if paper["category"] == "汇报材料" else 1950
    return {"stated_characters": town.chance.randint(600, longest)}


def _too_long(town: Town, papers: list[Values]) -> None:
    """One general paper of last year has more than 2,000 characters."""
    general = [one for one in papers if one["category"] == "一般性文件" and one.get("stated_characters")]
    if general:
        general[0]["stated_characters"] = 2136


def _withdraw_one(town: Town, papers: dict[int, Values]) -> None:
    """A number that was void stays with its reason (撤销)."""
    record = next((one for one, paper in papers.items() if paper["code"] == "云党政办" and paper["serial"] == 4), None)
    if record is not None:
        register = BY_KEY["outgoing"]
        before = load(town.changing.connection, register, [record])[record]
        after = {**before, "status": "撤销", "withdrawn": "与县委办公室通知内容重复，不再印发"}
        town.changing.change(register, record, before, after)
