"""Budgets, receptions and spending of the invented township (经费、公务接待)."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

from app.models.register import Values
from app.services.demo.town import Town, cells, texts_of

STANDARD = Decimal(40)
"""Yuan a head for one working meal."""
THRIFT = Decimal("0.90")
"""What the second year spends of the first."""


def write(town: Town) -> None:
    """Budget lines first, then receptions, then what was paid."""
    lines = _budgets(town)
    receptions = _receptions(town, lines)
    _expenses(town, lines, receptions)


def _budgets(town: Town) -> dict[tuple[str, int], int]:
    budgets = []
    for at, year in enumerate(town.years):
        for line in texts_of("money")["budgets"]:
            item, name, public, special, before, after, adjusted = cells(line)
            budget: Values = {"year": year, "item": item, "name": name, "three_public": public}
            budget |= {"special": special == "是", "amount": Decimal(after if at else before)}
            budgets.append(budget | {"adjusted": Decimal(adjusted) if at and adjusted != "0" else None})
    ids = town.add("budget", budgets)
    return {(one["name"], one["year"]): record for one, record in zip(budgets, ids, strict=True)}


def _receptions(town: Town, lines: dict[tuple[str, int], int]) -> list[tuple[int, Values]]:
    found: list[Values] = []
    for year in town.years:
        used: dict[str, int] = {}
        for day in sorted(town.workday(year) for _ in range(44)):
            row = cells(town.chance.choice(texts_of("money")["receptions"]))
            used[row[5]] = used.get(row[5], 0) + town.chance.randint(2, 9)
            if day <= town.today:
                letter = f"{row[5]}〔{year}〕{used[row[5]]}号"
                found.append(_reception(town, day, row, letter) | {"budget": lines["公务接待费", year]})
    _make_remarkable(found)
    _in_villages(found)
    ordered = sorted(found, key=lambda one: one["date"])
    return list(zip(town.add("reception", ordered), ordered, strict=True))


def _reception(town: Town, day: date, row: list[str], letter: str) -> Values:
    unit, kind, origin, purpose, lead, _, site, activity = row
    guests, eats = town.chance.randint(2, 9), town.chosen(0.55)
    companions = town.chance.randint(1, 3) if eats else 0
    office = town.chance.choice(list(town.head_of))
    received: Values = {
        "date": day,
        "end": day,
        "applied": town.earlier(day, 1),
        "guest_unit": unit,
        "lead_guest": lead,
        "guests_count": guests,
        "purpose": purpose,
        "kind": kind,
        "origin": origin,
        "letter_no": letter,
        "letter_date": town.earlier(day, 3),
        "meals": 1 if eats else 0,
        "meal_place": "单位食堂" if eats else "不用餐",
        "companions": companions,
        "standard": STANDARD if eats else None,
        "meal_cost": (guests + companions) * Decimal(town.chance.randint(28, 38)) if eats else None,
        "approver": town.person("沈若衡"),
        "approved": town.earlier(day, 1),
        "handler": town.person("卓一鸣"),
        "office": town.office(office),
        "host": town.person(town.leader_of[office]),
        "place": "镇机关食堂" if eats else "镇政府三楼会议室",
        "site": site,
        "alcohol": False,
        "tobacco": False,
        "escort": False,
        "slogans": False,
        "major": False,
    }
    return received | _listed(town, received, activity, lead) | _settled(town, day, eats)


def _listed(town: Town, received: Values, activity: str, lead: str) -> Values:
    """Who came, what was done, who went with them: the list to be signed."""
    words = texts_of("money")
    name, _, post = lead.rstrip("）").partition("（")
    others = town.chance.sample(words["guests"], received["guests_count"] - 1)
    unit = received["guest_unit"]
    guests = [{"name": name, "unit": unit, "post": post}]
    guests += [{"name": one, "unit": unit, "post": town.chance.choice(words["posts"])} for one in others]
    at = datetime.combine(received["date"], time(9, 30))
    activities = ({"content": activity, "time": at, "place": "有关村（社区）"},)
    with_them = town.chance.sample(town.people_of("镇科级实职领导"), max(received["companions"], 1))
    role = "陪餐" if received["companions"] else "陪同"
    return {
        "guests": tuple(guests),
        "activities": activities,
        "escorts": tuple({"name": one, "role": role} for one in with_them),
    }


def _settled(town: Town, day: date, eats: bool) -> Values:
    """The list is signed in a few days, the meal paid in a week or two, still in the year of its budget."""
    signed = town.past(town.later(day, 1, 3))
    pays = min(town.later(day, 5, 9), date(day.year, 12, 31))
    settled = town.past(pays) if eats and signed else None
    done = signed and (settled or not eats)
    return {"status": "已结算" if done else "已接待", "list_signed": signed, "settled": settled}


def _make_remarkable(found: list[Values]) -> None:
    """One letter is missing, one table had a companion too many, one stood at the limit."""
    eating = [one for one in found if one["meals"]]
    if len(eating) > 12:
        eating[3] |= {"letter_no": None, "letter_date": None}
        one = eating[8]
        one |= {"guests_count": len(one["guests"]), "companions": 4, "meal_cost": Decimal(len(one["guests"]) + 4) * 32}
        one["escorts"] += tuple({"name": name, "role": "陪餐"} for name in ("田秀云", "牛志强", "申大伟"))
        one["escorts"] = one["escorts"][:4]


def _in_villages(found: list[Values]) -> None:
    """Now and then guests eat in a village, and pay for it."""
    for one in [one for one in found if one["meals"] and one["letter_no"] and one["guests_count"] < 10][6::9]:
        one |= {"site": "村(社区)", "place": "村党群服务中心", "guest_paid": Decimal(20) * one["guests_count"]}


def _expenses(town: Town, lines: dict[tuple[str, int], int], receptions: list[tuple[int, Values]]) -> None:
    paid = []
    for at, year in enumerate(town.years):
        for line in texts_of("money")["expenses"]:
            row = cells(line)
            for month in _months(int(row[2])):
                day = town.workday(year, month, month)
                if day <= town.today:
                    paid.append(
                        _expense(town, day, row, THRIFT if at else Decimal(1)) | {"budget": lines[row[0], year]}
                    )
    paid += [_of_reception(town, record, values) for record, values in receptions if _was_paid(values)]
    paid += [_of_hire(town, record, values, lines) for record, values in town.kept["vehicle_use"] if values["cost"]]
    _for_projects(town, paid)
    paid.sort(key=lambda one: (one["date"], one["summary"]))
    for number, one in enumerate(paid, 1):
        one |= {"voucher": f"记-{one['date']:%m}-{number:03d}", "invoice": f"{one['date']:%y}33{number:016d}"}
        one |= {"handler": town.person("柏文静"), "approver": town.person("沈若衡")}
    town.add("expense", paid)


def _months(times: int) -> list[int]:
    """Payments spread over the year."""
    return [at * 12 // times + 1 for at in range(times)]


def _expense(town: Town, day: date, row: list[str], share: Decimal) -> Values:
    _, nature, _, least, most, payment, payee, summary = row
    amount = Decimal(town.chance.randint(int(least) * 100, int(most) * 100)) / 100
    if least != most:
        amount = (amount * share).quantize(Decimal("0.01"), ROUND_HALF_UP)
    purchase = {"办公用品": "统一采购"}.get(nature, "不涉及")
    expense: Values = {"date": day, "nature": nature, "amount": amount, "payment": payment, "payee": payee}
    expense |= {"summary": town.worded(summary, day, title="全镇干部会议"), "purchase": purchase}
    if nature == "办公用品":
        expense |= {"quantity": Decimal(town.chance.randint(3, 20)), "unit": "件"}
    return expense


def _of_hire(town: Town, record: int, values: Values, lines: dict[tuple[str, int], int]) -> Values:
    """What a hired car cost, paid on the day."""
    return {
        "date": values["date"],
        "budget": lines["租车费", values["date"].year],
        "summary": f"赴{values['destination']}租车费",
        "payee": "澄川县安行汽车租赁部",
        "amount": values["cost"],
        "payment": "公务卡",
        "nature": "租车",
        "purchase": "不涉及",
        "vehicle_use": record,
    }


def _for_projects(town: Town, paid: list[Values]) -> None:
    """Greening is paid for the year's project of greening, once that has begun."""
    greening = {one["date"].year: (record, one) for record, one in town.kept["project"] if one["kind"] == "绿化"}
    for values in paid:
        record, project = greening.get(values["date"].year, (None, {}))
        if values["nature"] == "环境绿化" and record and project["date"] <= values["date"]:
            values["project"] = record


def _was_paid(values: Values) -> bool:
    return bool(values["settled"] and values["total"])


def _of_reception(town: Town, record: int, values: Values) -> Values:
    """What a settled reception cost, on the line of 公务接待费."""
    card = town.chosen(0.8)
    return {
        "date": values["settled"],
        "budget": values["budget"],
        "summary": f"接待{values['guest_unit']}工作餐费",
        "payee": "云禾镇机关食堂",
        "amount": values["total"],
        "payment": "公务卡" if card else "转账",
        "nature": "接待",
        "purchase": "不涉及",
        "reception": record,
    }
