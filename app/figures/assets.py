"""Figures of vehicles, supplies and rooms, and of what is made public (经费)."""

from __future__ import annotations

from app.figures.conditions import above, empty, equals, one_of
from app.figures.declaring import count, different, ratio, total
from app.figures.figure import Figure, Standing
from app.figures.people import BRANCHES_MEMBERS
from app.models.budgets.disclosure import Disclosure
from app.models.budgets.supply import Supply
from app.models.budgets.vehicle import Vehicle
from app.models.budgets.vehicle_use import VehicleUse

VEHICLES_KEPT = Figure(
    "vehicles.kept", "公务用车保有量", unit="辆", of=count(Vehicle), dated=Standing(Vehicle.bought, Vehicle.retired)
)
VEHICLES_BOUGHT = Figure("vehicles.bought", "公务用车购置数", unit="辆", of=count(Vehicle), dated=Vehicle.bought)
VEHICLES_TRIPS = Figure(
    "vehicles.trips",
    "用车次数",
    unit="次",
    of=count(VehicleUse),
    dated=VehicleUse.date,
    by=(VehicleUse.vehicle, VehicleUse.kind, VehicleUse.user, VehicleUse.nature),
)
VEHICLES_KM = Figure(
    "vehicles.km",
    "用车里程",
    unit="公里",
    of=total(VehicleUse.km),
    dated=VehicleUse.date,
    by=(VehicleUse.vehicle, VehicleUse.kind),
)
VEHICLES_COST = Figure(
    "vehicles.cost",
    "用车费用",
    unit="元",
    of=total(VehicleUse.cost),
    dated=VehicleUse.date,
    by=(VehicleUse.vehicle, VehicleUse.kind),
)

SUPPLIES_MATERIALS_RECEIVED = Figure(
    "supplies.materials_received",
    "领到学习资料人数",
    unit="人",
    of=total(Supply.recipients),
    where=(equals(Supply.kind, "学习资料"), equals(Supply.action, "发放")),
    dated=Supply.date,
    by=(Supply.name, Supply.campaign),
)
SUPPLIES_MATERIAL_COVERAGE = Figure(
    "supplies.material_coverage",
    "学习资料人手一份比例",
    unit="%",
    of=ratio(SUPPLIES_MATERIALS_RECEIVED, BRANCHES_MEMBERS, {"name": ""}),
    needs=("name",),
)
SUPPLIES_ROOMS_OVER = Figure(
    "supplies.rooms_over",
    "超标准办公用房间数",
    unit="间",
    of=count(Supply),
    where=(
        equals(Supply.kind, "办公用房"),
        equals(Supply.action, "盘点"),
        above(Supply.quantity, Supply.standard),
        empty(Supply.corrected),
    ),
    dated=Supply.date,
)

DISCLOSURES_TIMES = Figure(
    "disclosures.times",
    "公开公示次数",
    unit="次",
    of=count(Disclosure),
    dated=Disclosure.date,
    by=(Disclosure.kind, Disclosure.place, Disclosure.village, Disclosure.quarter),
)
DISCLOSURES_QUARTERS = Figure(
    "disclosures.quarters",
    "职工大会公布收支季度数",
    unit="个",
    of=different(Disclosure.quarter),
    where=(
        equals(Disclosure.kind, "政府收支"),
        equals(Disclosure.place, "职工大会"),
        one_of(Disclosure.quarter, "一季度", "二季度", "三季度", "四季度"),
    ),
    dated=Disclosure.year,
)
