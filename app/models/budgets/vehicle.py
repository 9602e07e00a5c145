"""Official vehicles (公务用车)."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.orm import Mapped

from app.models.base import Day, Line, Money, Record
from app.models.register import Field, Misfit, Register, Section, Values


class Vehicle(Record):
    """One vehicle, kept from 购置日期 until 处置日期."""

    __tablename__ = "vehicle"

    plate: Mapped[Line]
    model: Mapped[Line | None]
    bought: Mapped[Day | None]
    price: Mapped[Money | None]
    driver: Mapped[Line | None]
    insured: Mapped[Day | None]
    inspected: Mapped[Day | None]
    retired: Mapped[Day | None]


def check(values: Values) -> Iterator[Misfit]:
    """处置日期 does not lie before 购置日期."""
    if values.get("bought") and values.get("retired") and values["retired"] < values["bought"]:
        yield "retired", "处置日期早于购置日期，请检查这两个日期。"


VEHICLE = Register(
    Vehicle,
    key="vehicle",
    label="公务用车",
    title=Vehicle.plate,
    sections=(
        Section(
            "车辆",
            (
                Field(Vehicle.plate, "车牌号", listed=True, searched=True, unique=True),
                Field(Vehicle.model, "品牌型号", listed=True, searched=True),
                Field(Vehicle.bought, "购置日期", listed=True),
                Field(Vehicle.price, "购置价(元)", unit="元", listed=True),
                Field(Vehicle.driver, "专职驾驶员", listed=True),
                Field(Vehicle.insured, "保险到期", listed=True),
                Field(Vehicle.inspected, "年检到期", listed=True),
                Field(Vehicle.retired, "处置日期", listed=True),
            ),
        ),
    ),
    purpose="登记公务用车的购置、保险、年检和处置，用车登记从这里选车。",
    check=check,
)
