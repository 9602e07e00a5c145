"""Opinions, petitions, visitors and donations of the invented township."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal

from app.models.register import Values
from app.services.demo.town import Town, cells, texts_of

LEADERS = "镇科级实职领导"
TOWN_STAFF = ("其他机关干部", "驻村干部")


def write(town: Town) -> None:
    """The four registers; petitions before the visitors that may become one."""
    _opinions(town)
    _petitions(town)
    _visitors(town)
    _donations(town)


def _opinions(town: Town) -> None:
    words = texts_of("outreach")["opinions"]
    found = []
    for year in town.years:
        for _ in range(84):
            topic, content, measures, result, office = cells(town.chance.choice(words))
            day = town.workday(year)
            if day <= town.today:
                found.append(_opinion(town, day, topic, content, measures, result, office))
    for day, row in town.stories("opinion"):
        _, _, _, _, village, name, content, measures, result, told = row
        office = next((office for office, head in town.head_of.items() if head == name), "党政办公室")
        opinion = _opinion(town, day, "惠民实事", content, measures, result, office) | _answered(
            town, day, True, result
        )
        opinion |= {"source": "座谈会", "from": "群众代表", "village": town.village(village), "staff": None}
        found.append(opinion | {"highlight": told, "measures": measures})
    late = next((one for one in found if one.get("due") and one["done"] and one["date"].year == town.years[0]), None)
    if late:
        late["done"] = late["replied"] = min(late["due"] + timedelta(days=6), town.today)
    town.add("opinion", found)


def _opinion(town: Town, day: date, topic: str, content: str, measures: str, result: str, office: str) -> Values:
    village = town.chance.choice(list(town.ids["village"]))
    own, adopted = town.chosen(0.15), town.chosen(0.85)
    opinion: Values = {"date": day, "topic": topic, "content": content, "office": town.office(office)}
    opinion |= {"leader": town.person(town.leader_of[office]), "sorted": town.past(town.later(day, 1, 2))}
    opinion["filed"] = town.past(town.later(opinion["sorted"], 1, 2)) if opinion["sorted"] else None
    if own:
        opinion |= {"source": "机关干部建议", "staff": town.person(town.somebody(*TOWN_STAFF))}
    else:
        source = town.chance.choice(("入户走访", "座谈会", "征求意见表", "意见箱", "个别访谈"))
        opinion |= {"source": source, "from": f"{village}村民代表", "village": town.village(village)}
    if adopted:
        opinion["measures"] = measures
    return opinion | _answered(town, day, adopted, result)


def _answered(town: Town, day: date, adopted: bool, result: str) -> Values:
    if not adopted:
        return {"adopted": "研究中" if day > town.today - timedelta(days=30) else "未采纳"}
    due = day + timedelta(days=30)
    done = town.past(town.earlier(due, town.chance.randint(1, 12)))
    replied = town.past(town.calendar.next_workday(done)) if done else None
    return {"adopted": "已采纳", "due": due, "done": done, "result": result if done else None, "replied": replied}


def _caller(town: Town) -> str:
    words = texts_of("outreach")
    return str(town.chance.choice(words["surnames"])) + str(town.chance.choice(words["callers"]))


def _petitions(town: Town) -> None:
    words = texts_of("outreach")["petitions"]
    cases = []
    for year in town.years:
        for _ in range(46):
            day = town.workday(year)
            if day <= town.today:
                cases.append(_petition(town, day, cells(town.chance.choice(words))))
    for day, row in town.stories("petition"):
        _, _, _, _, village, name, content, plan, result, told = row
        case = _petition(town, day, ["邻里纠纷", content, result, "平安建设办公室"])
        case |= {"village": town.village(village), "leader": town.person(name), "plan": plan, "highlight": told}
        cases.append(case)
    closed = [case for case in cases if case["done"] and case["date"].year == town.years[0]]
    if closed:
        closed[0]["done"] = min(closed[0]["accepted"] + timedelta(days=66), town.today)
        closed[0]["answered"] = closed[0]["done"]
    town.add("petition", cases)


def _petition(town: Town, day: date, row: list[str]) -> Values:
    topic, content, result, office = row
    accepted, told = town.later(day, 1, 3), min(town.later(day, 3, 7), day + timedelta(days=14))
    done = town.past(accepted + timedelta(days=town.chance.randint(9, 52)))
    case: Values = {
        "date": day,
        "name": _caller(town),
        "persons": town.chance.choice((1, 1, 1, 2, 3, 4)),
        "village": town.village(town.chance.choice(list(town.ids["village"]))),
        "turn": town.chance.choice(("初访", "初访", "初访", "重访")),
        "channel": town.chance.choice(("来访", "来信", "网上", "电话", "排查", "上级交办")),
        "topic": topic,
        "content": content,
        "leader": town.person(town.leader_of[office]),
        "office": town.office(office),
        "due": accepted + timedelta(days=60),
        "kind": "申诉求决",
        "backlog": False,
        "level": "镇" if town.chosen(0.85) else "县",
        "owner_kind": "辖区负责",
        "told": town.past(told),
        "accepted": town.past(accepted),
        "done": done,
        "answered": done,
        "result": result if done else None,
        "satisfied": town.chance.choice(("满意", "满意", "基本满意")) if done else None,
        "status": "办理中",
    }
    if done:
        case["status"] = "已化解" if topic in ("邻里纠纷", "劳资") else "已办结"
    elif not case["accepted"]:
        case |= {"status": "登记", "due": None}
    return case


def _visitors(town: Town) -> None:
    words = texts_of("outreach")["visitors"]
    found = []
    for year in town.years:
        for _ in range(190):
            day = town.workday(year)
            if day <= town.today:
                found.append(_visitor(town, day, cells(town.chance.choice(words))))
    late = next((one for one in found if one.get("due") and one["done"] and one["date"].year == town.years[0]), None)
    if late:
        late["done"] = min(late["due"] + timedelta(days=3), town.today)
    town.add("visitor", found)


def _visitor(town: Town, day: date, row: list[str]) -> Values:
    kind, matter, result, office = row
    complete = kind == "办理事项" and "申请" not in matter
    at_once = complete or kind in ("政策咨询", "其他")
    handling = town.chance.choice(("限期办理", "转办"))
    visitor: Values = {
        "date": day,
        "time": time(town.chance.choice((8, 9, 10, 11, 14, 15, 16)), town.chance.choice((5, 20, 35, 50))),
        "name": _caller(town),
        "persons": town.chance.choice((1, 1, 1, 2, 3)),
        "village": town.chance.choice(list(town.ids["village"])),
        "kind": kind,
        "matter": matter,
        "receiver": town.person(town.chance.choice(("曾佳宁", "阮冬梅", "施雨桐", "卓一鸣"))),
        "handling": ("当场办结" if kind == "办理事项" else "解释说明") if at_once else handling,
        "responsibility": "首问",
        "complete": complete if kind == "办理事项" else None,
        "turn": "初访",
        "done": day,
        "result": result,
        "satisfied": "满意",
    }
    if at_once:
        return visitor
    due = town.calendar.after_workdays(day, 5)
    done = town.past(town.earlier(due, town.chance.randint(0, 3)))
    visitor |= {"due": due, "done": done, "office": town.office(office), "leader": town.person(town.leader_of[office])}
    if done is None:
        visitor |= {"result": None, "satisfied": None}
    return visitor


def _donations(town: Town) -> None:
    found = []
    for year in town.years:
        for line in texts_of("outreach")["donations"]:
            purpose, kind, recipient, organizer, month, goods = cells(line)
            day = town.workday(year, int(month), int(month))
            if day <= town.today:
                found.append(_donation(town, day, [purpose, kind, recipient, organizer, goods]))
    for day, row in town.stories("donation"):
        _, _, _, _, village, organizer, purpose, _, _, told = row
        kind = "困难学生" if "大学新生" in purpose else "大病救助"
        gift = _donation(town, day, [purpose, kind, purpose.partition("，")[0], organizer, ""])
        gift |= {"village": town.village(village), "highlight": told, "money": Decimal("12600.00")}
        found.append(gift)
    town.add("donation", found)


def _donation(town: Town, day: date, row: list[str]) -> Values:
    purpose, kind, recipient, organizer, goods = row
    expected = 29
    gift: Values = {"date": day, "purpose": purpose, "kind": kind, "recipient": recipient, "organizer": organizer}
    gift |= {"expected": expected, "donors": expected - town.chance.randint(0, 3)}
    gift["village"] = town.village(town.chance.choice(list(town.ids["village"])))
    if goods:
        gift |= {"goods_name": goods, "items": town.chance.randint(12, 60)}
        gift["goods"] = Decimal(town.chance.randint(12, 48) * 100)
    if not goods or town.chosen(0.5):
        gift["money"] = Decimal(town.chance.randint(16, 60) * 100)
    return gift
