"""Seals, certificates, regulations and what was published of the invented township (用印、证明、制度、宣传)."""

from __future__ import annotations

from app.models.register import Values
from app.services.demo.town import Town, cells, texts_of

SEALS = {"党委": "党委印章", "党政联合": "党委印章", "政府": "政府印章", "党政办": "党政办印章", "人大": "其他"}
VILLAGERS = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
GIVEN = ("桂英", "建国", "小兰", "志明", "玉梅", "大勇", "春燕", "长根", "秀珍", "永红")


def write(town: Town) -> None:
    """Seals on papers first, then the certificates with theirs."""
    with town.luck("文印"):
        _on_papers(town)
        _certificates(town)
        _regulations(town)
        _press(town)


def villager(town: Town) -> str:
    """An invented name."""
    return str(town.chance.choice(VILLAGERS)) + str(town.chance.choice(GIVEN))


def _on_papers(town: Town) -> None:
    """Every paper that was issued was sealed on its day."""
    seals: list[Values] = []
    for record, paper in town.kept["outgoing"]:
        if paper["issued"] and paper["status"] in ("已印发", "已归档"):
            seal: Values = {"date": paper["issued"], "seal": SEALS[paper["issuer"]], "title": paper["title"]}
            seal |= {"doc_no": paper["number"], "copies": paper["copies"] or 1, "office": paper["office"]}
            seal |= {"document": record, "approver": paper["signer"], "operator": town.person("施雨桐")}
            seals.append(seal | {"applicant": "卓一鸣", "lent": False})
    town.add("seal", seals + _other_seals(town))


def _other_seals(town: Town) -> list[Values]:
    """Contracts and forms; once a seal was lent, and once only the head of an office approved."""
    seals: list[Values] = []
    for at, year in enumerate(town.years):
        for number, line in enumerate(texts_of("paperwork")["seals"]):
            title, kind, office, month, copies = cells(line)
            day = town.workday(year, int(month), int(month))
            approver = town.head_of[office] if number == 3 and at == 0 else town.leader_of[office]
            seal: Values = {"date": day, "title": title, "seal": kind, "copies": int(copies)}
            seal |= {"office": town.office(office), "applicant": town.head_of[office], "lent": number == 5}
            seal |= {"approver": town.person(approver), "operator": town.person("施雨桐")}
            if number == 5:
                seal |= {"lent_on": day, "given_back": town.past(town.calendar.next_workday(day))}
            seals.append(seal)
    return [seal for seal in seals if seal["date"] <= town.today]


def _certificates(town: Town) -> None:
    papers: list[Values] = []
    for year in town.years:
        for _ in range(32):
            kind, addressed, matter, days = cells(town.chance.choice(texts_of("paperwork")["certificates"]))
            day = town.workday(year)
            person = town.somebody("其他机关干部") if kind == "介绍信" else villager(town)
            paper: Values = {"date": day, "kind": kind, "person": person, "addressed": addressed, "matter": matter}
            paper |= {"valid_days": int(days) if days else None, "approver": town.person("陆启文")}
            if day <= town.today:
                papers.append(paper | {"operator": town.person("施雨桐")})
    papers.sort(key=lambda paper: str(paper["date"]))
    seals: list[Values] = [
        {
            "date": paper["date"],
            "seal": "党政办印章",
            "title": f"{paper['person']}{paper['kind']}",
            "copies": 1,
            "office": town.office("党政办公室"),
            "applicant": paper["person"],
            "approver": paper["approver"],
            "operator": paper["operator"],
            "lent": False,
        }
        for paper in papers
    ]
    for paper, seal in zip(papers, town.add("seal", seals), strict=True):
        paper["seal"] = seal
    town.add("certificate", papers)


def _regulations(town: Town) -> None:
    """What was set down; the rules of assessment are those that were issued as a paper."""
    found: list[Values] = []
    for line in texts_of("paperwork")["regulations"]:
        offset, month, domain, form, change, clauses, office, title = cells(line)
        day = town.workday(town.years[int(offset)], int(month), int(month))
        if day > town.today:
            continue
        one: Values = {"date": day, "title": title, "domain": domain, "form": form, "change": change}
        one |= {"in_force": change != "废止", "clauses": int(clauses), "copies": 60, "office": town.office(office)}
        one |= {"volume": "云禾镇机关制度汇编", "consulted": True}
        if change == "废止":
            one["repealed"] = day
        elif "目标考核" in title:
            papers = town.kept["outgoing"]
            one["document"] = next(
                (
                    record
                    for record, paper in papers
                    if "目标考核办法" in paper["title"] and paper["year"] == day.year and paper["issued"]
                ),
                None,
            )
        found.append(one)
    town.add("regulation", found)


def _press(town: Town) -> None:
    pieces: list[Values] = []
    for at, year in enumerate(town.years):
        for line in texts_of("paperwork")["press"]:
            kind, outlet, outlet_kind, level, content, times, title = cells(line)
            count = int(times) + (kind == "记者报道" and at == 0)
            for number in range(count):
                month = number * 12 // count + 1
                day = town.workday(year, month, month)
                piece: Values = {"date": day, "kind": kind, "outlet": outlet, "outlet_kind": outlet_kind}
                piece |= {"level": level, "content_kind": content, "articles": 1, "adopted": town.chosen(0.8)}
                village = town.chance.choice(list(town.ids["village"]))
                piece["title"] = town.worded(title, day, village=village)
                pieces.append(piece | _written(town, piece, number, year))
    town.add("press", [piece for piece in pieces if piece["date"] <= town.today])


def _written(town: Town, piece: Values, number: int, year: int) -> Values:
    """Who wrote it and which of the two chief leaders approved it."""
    day, kind = piece["date"], piece["kind"]
    author = town.chance.choice(("施雨桐", "卓一鸣", "蓝月琴"))
    if kind == "理论文章":
        leaders = town.people_of("镇科级实职领导")
        author = leaders[(number + year) % len(leaders)]
    written: Values = {"author": author, "staff": town.person(author), "sensitive": False}
    if kind == "记者报道":
        written = {"author": f"{piece['outlet']}记者", "sensitive": False}
    if kind == "信息简报":
        written["issue"] = f"第{number + 1}期"
    chief = "沈若衡" if author == "顾明川" or number % 2 else "顾明川"
    return written | {"approver": town.person(chief), "approved": town.earlier(day, 1)}
