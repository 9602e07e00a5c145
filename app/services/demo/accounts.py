"""Income, allowances, supplies and what was made public of the invented township (收入、津补贴、用品、公开)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.models.register import Values
from app.services.demo.town import Town, cells, texts_of

QUARTERS = ("一季度", "二季度", "三季度", "四季度")
ROOMS = {"正科": Decimal(18), "副科": Decimal(12)}
"""Square metres of an office room by rank."""
MATERIALS = ("党员学习明白纸", "党员学习读本", "学习笔记本")


def write(town: Town) -> None:
    """The four registers."""
    with town.luck("账目"):
        _income(town)
        _allowances(town)
        _supplies(town)
        _disclosures(town)


def _months(town: Town) -> list[date]:
    """A working day of each month that has come."""
    days = [town.workday(year, month, month) for year in town.years for month in range(1, 13)]
    return [day for day in days if day <= town.today]


def _income(town: Town) -> None:
    found: list[Values] = []
    for day in _months(town):
        found.append(_receipt(town, day, "财政拨款", f"{day.month}月份公用经费拨款", "澄川县财政局", 32000))
        if day.month % 3 == 0:
            found.append(_receipt(town, day, "上级补助", "村级组织运转补助", "澄川县财政局", 86000))
        if day.month == 7:
            found.append(_receipt(town, day, "其他", "废旧物资处置收入", "澄川县再生资源站", 640))
    for record, one in town.kept["reception"]:
        if one.get("guest_paid") and one["settled"]:
            paid = _receipt(town, one["settled"], "来宾缴纳生活费", "来宾缴纳餐费", one["guest_unit"], 0)
            found.append(paid | {"amount": one["guest_paid"], "reception": record})
    found.sort(key=lambda one: str(one["date"]))
    for number, one in enumerate(found, 1):
        one["voucher"] = f"收-{one['date']:%m}-{number:03d}"
    town.add("income", found)


def _receipt(town: Town, day: date, source: str, summary: str, payer: str, amount: int) -> Values:
    return {"date": day, "source": source, "summary": summary, "payer": payer, "amount": Decimal(amount)}


def _allowances(town: Town) -> None:
    found: list[Values] = []
    for day in _months(town):
        for name in town.people_of("驻村干部"):
            one: Values = {"date": day, "staff": town.person(name), "item": "驻村工作补贴", "amount": Decimal(400)}
            one["basis"] = f"澄财〔{town.years[0] - 1}〕46号文件"
            found.append(one | {"approver": town.person("沈若衡")})
    town.add("allowance", found)


def _supplies(town: Town) -> None:
    found = [_bought(town, record, one) for record, one in town.kept["expense"] if one["nature"] == "办公用品"]
    found += [_taken(town, one) for one in found if town.chosen(0.6)]
    for at, year in enumerate(town.years):
        found += _rooms(town, town.workday(year, 2, 2), at == 0) + _equipment(town, year)
        found += _materials(town, town.workday(year, 3, 3))
    town.add("supply", [one for one in found if one["date"] <= town.today])


def _bought(town: Town, record: int, paid: Values) -> Values:
    """What an expense on office supplies bought."""
    one: Values = {"date": paid["date"], "action": "购入", "kind": "办公用品", "purchase": "统一采购"}
    one |= {"name": town.chance.choice(("复印纸", "签字笔和笔记本", "硒鼓", "档案盒", "文件夹")), "expense": record}
    one |= {"quantity": paid["quantity"], "unit": paid["unit"], "amount": paid["amount"]}
    return one | {"office": town.office("党政办公室"), "holder": town.person("施雨桐")}


def _taken(town: Town, bought: Values) -> Values:
    """An office takes some of what was bought."""
    office = town.chance.choice(list(town.head_of))
    one: Values = {"date": town.later(bought["date"], 2, 8), "action": "领用", "kind": "办公用品", "unit": "件"}
    one |= {"name": bought["name"], "quantity": Decimal(town.chance.randint(1, 3)), "standard": Decimal(4)}
    return one | {"office": town.office(office), "holder": town.person(town.head_of[office]), "purchase": "不涉及"}


def _rooms(town: Town, day: date, first: bool) -> list[Values]:
    """The leaders' rooms are measured each year; one was too large and was put right."""
    rows = [row for row in map(cells, town.texts["people"]) if row[6] == "镇科级实职领导"]
    rooms: list[Values] = []
    for row in rows:
        over = first and row[0] == "韦文博"
        one: Values = {"date": day, "action": "盘点", "kind": "办公用房", "name": f"{row[0]}办公室", "unit": "平方米"}
        one |= {"quantity": ROOMS[row[5]] + (3 if over else -1), "standard": ROOMS[row[5]]}
        one |= {"holder": town.person(row[0]), "corrected": town.past(town.later(day, 15, 20)) if over else None}
        rooms.append(one | {"purchase": "不涉及"})
    return rooms


def _equipment(town: Town, year: int) -> list[Values]:
    found: list[Values] = []
    for line in texts_of("accounts")["equipment"]:
        action, kind, name, unit, price, month, office = cells(line)
        one: Values = {"date": town.workday(year, int(month), int(month)), "action": action, "kind": kind, "name": name}
        one |= {"unit": unit, "quantity": Decimal(1), "price": Decimal(price) if price else None}
        one |= {"amount": Decimal(price) if price else None, "office": town.office(office)}
        one["purchase"] = "统一采购" if action == "购入" else "不涉及"
        found.append(one | {"holder": town.person(town.head_of[office])})
    return found


def _materials(town: Town, day: date) -> list[Values]:
    """Every party member gets each of the three."""
    members = sum(int(branch["members"]) for _, branch in town.kept["branch"])
    common: Values = {"date": day, "action": "发放", "kind": "学习资料", "unit": "份", "purchase": "不涉及"}
    common |= {"quantity": Decimal(members), "recipients": members, "office": town.office("党建工作办公室")}
    return [common | {"name": name} for name in MATERIALS]


def _disclosures(town: Town) -> None:
    found = [*_accounts(town), *_meetings(town)]
    for start, last in town.quarters():
        quarter = QUARTERS[start.month // 3]
        day = town.calendar.next_workday(last)
        if (start.year, start.month) != (town.years[0], 7):
            found.append(_public(day, "公务接待费用", start.year, quarter, "公示栏", f"{quarter}公务接待费用情况"))
        found.append(_public(day, "党务", start.year, quarter, "公示栏", f"{quarter}党务公开事项"))
        for village, record in town.ids["village"].items():
            text = f"{village}{quarter}村务和财务收支情况"
            found.append(_public(day, "村务", start.year, quarter, "公示栏", text) | {"village": record})
    for year in town.years:
        text = f"{year - 1}年度干部考核结果"
        found.append(_public(town.workday(year, 3, 3), "干部考核", year, "全年", "公示栏", text))
        text = f"{year}年“三公”经费预算"
        found.append(_public(town.workday(year, 2, 2), "三公经费", year, "全年", "网站", text))
        for at, text in enumerate(texts_of("accounts")["matters"]):
            one = _public(town.workday(year, at + 1, at + 1), "政务", year, "不分期", "网站", text)
            renewed = date(one["date"].year + 2, 12, 31)
            found.append(one | {"guide": True, "procedure": True, "time_limit": True, "renew_by": renewed})
    town.add("disclosure", [one for one in found if one["date"] <= town.today])


def _public(day: date, kind: str, year: int, quarter: str, place: str, content: str) -> Values:
    return {"date": day, "kind": kind, "year": year, "quarter": quarter, "place": place, "content": content}


def _accounts(town: Town) -> list[Values]:
    """The accounts are read out at the meetings of all employees, each telling of its quarter so far."""
    found = []
    for record, meeting in town.kept["meeting"]:
        if meeting["kind"] == "职工大会":
            day = meeting["date"]
            quarter = QUARTERS[(day.month - 1) // 3]
            text = f"{day.year}年{quarter}财务收支情况"
            one = _public(day, "政府收支", day.year, quarter, "职工大会", text)
            found.append(one | {"meeting": record})
    return found


def _meetings(town: Town) -> list[Values]:
    """What the party committee decided on weighty matters."""
    return [
        _public(one["published"], "重大决策", one["date"].year, "不分期", "公示栏", one["topic"]) | {"meeting": record}
        for record, one in town.kept["meeting"]
        if one.get("major_matter") and one.get("published")
    ]
