"""Cars of the invented township and their journeys (公务用车、用车)."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from app.models.register import Values
from app.services.demo.town import Town, cells, texts_of

DRIVER = "石大勇"
CAUGHT = "牛志强"
"""Who used a car for himself, which the register of breaches tells too."""
HIRED = ((3, 6, 10), (4, 9))
"""Months in which a car was hired, in each of the two years."""


def write(town: Town) -> None:
    """The cars, then where they went; once it was no duty."""
    with town.luck("车辆"):
        cars = [_car(town, cells(line)) for line in texts_of("vehicles")["cars"]]
        town.add("vehicle", cars)
        journeys = [
            one for at, car in enumerate(cars) for one in _journeys(town, str(car["plate"]), 38000 + at * 21000)
        ]
        town.add("vehicle_use", journeys + _hired(town))


def _car(town: Town, row: list[str]) -> Values:
    plate, model, price, years = row
    bought = date(town.years[0] - int(years), 6, 12)
    car: Values = {"plate": plate, "model": model, "price": Decimal(price), "bought": bought, "driver": DRIVER}
    due = date(town.years[1] + 1, 6, 11)
    return car | {"insured": due, "inspected": due}


def _journeys(town: Town, plate: str, reached: int) -> list[Values]:
    """Some journeys in each month; the counter runs on from one to the next."""
    days = sorted(town.workday(year, month, month) for year in town.years for month in range(1, 13) for _ in range(4))
    found: list[Values] = []
    for day in dict.fromkeys(days):
        destination, purpose, km = cells(town.chance.choice(texts_of("vehicles")["journeys"]))
        length = int(km) + town.chance.randint(0, 9)
        one = _journey(town, day, destination, purpose)
        one |= {"vehicle": plate, "km_start": Decimal(reached), "km_end": Decimal(reached + length)}
        found.append(one | {"km": Decimal(length), "kind": "公务用车", "driver": DRIVER, "driver_kind": "专职驾驶员"})
        reached += length
    own = [one for one in found if one["date"].year == town.years[0]]
    if plate.endswith("8") and len(own) > 20:
        own[20] |= {"nature": "私事", "purpose": "返程途中接送家属（已通报处理）", "user": town.person(CAUGHT)}
    return [one for one in found if one["date"] <= town.today]


def _journey(town: Town, day: date, destination: str, purpose: str) -> Values:
    office = town.chance.choice(list(town.head_of))
    user = town.around(day, 1, "其他机关干部")[0]
    one: Values = {"date": day, "user": town.person(user), "purpose": purpose, "destination": destination}
    one |= {"out": time(8, 30), "back": time(town.chance.choice((12, 16, 17)), 20), "nature": "公务", "cost": None}
    return one | {"approver": town.person("陆启文"), "office": town.office(office)}


def _hired(town: Town) -> list[Values]:
    """Cars that were hired while the own ones were out; paid for through the registers of spending."""
    found: list[Values] = []
    for year, months in zip(town.years, HIRED, strict=True):
        for month in months:
            one = _journey(town, town.workday(year, month, month), "景澜市", "报送项目申报材料")
            one |= {"vehicle": f"租用（{month}月）", "kind": "租用车辆", "driver": "租赁公司驾驶员", "km": Decimal(168)}
            found.append(one | {"driver_kind": "专职驾驶员", "cost": Decimal(town.chance.randint(56, 72) * 10)})
    return [one for one in found if one["date"] <= town.today]
