"""Trips by vehicle (用车)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Clock, Day, Line, Money, Number, Record, choice, link
from app.models.register import Field, Misfit, Register, Section, Values

if TYPE_CHECKING:
    from app.models.people.office import Office
    from app.models.people.staff import Staff


class VehicleUse(Record):
    """One trip."""

    __tablename__ = "vehicle_use"

    date: Mapped[Day]
    vehicle: Mapped[Line]
    user_id: Mapped[int] = link("staff")
    passengers: Mapped[Line | None]
    purpose: Mapped[Line]
    destination: Mapped[Line]
    out: Mapped[Clock | None]
    back: Mapped[Clock | None]
    km_start: Mapped[Number | None]
    km_end: Mapped[Number | None]
    km: Mapped[Number | None]
    driver: Mapped[Line | None]
    cost: Mapped[Money | None]
    approver_id: Mapped[int | None] = link("staff")
    kind: Mapped[str] = choice("公务用车", "租用车辆")
    nature: Mapped[str] = choice("公务", "私事", "外借")
    driver_kind: Mapped[str] = choice("专职驾驶员", "经批准的公务人员", "其他")
    office_id: Mapped[int | None] = link("office")
    overnight: Mapped[Day | None]
    user: Mapped[Staff] = relationship(foreign_keys=[user_id])
    approver: Mapped[Staff | None] = relationship(foreign_keys=[approver_id])
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])


def check(values: Values) -> Iterator[Misfit]:
    """The reading at the end is not below that at the beginning, and a day trip ends after it began."""
    if (
        values.get("km_start") is not None
        and values.get("km_end") is not None
        and values["km_end"] < values["km_start"]
    ):
        yield "km_end", "止里程小于起里程，请检查。"
    if values.get("out") and values.get("back") and not values.get("overnight") and values["back"] < values["out"]:
        yield "back", "返回时间早于出车时间，跨日的请填跨日返回日期。"


VEHICLE_USE = Register(
    VehicleUse,
    key="vehicle_use",
    label="用车",
    title=VehicleUse.destination,
    sections=(
        Section(
            "用车",
            (
                Field(VehicleUse.date, "日期", listed=True),
                Field(VehicleUse.vehicle, "车牌号", listed=True, searched=True),
                Field(VehicleUse.user, "用车人", listed=True, searched=True),
                Field(VehicleUse.passengers, "乘车人", listed=True),
                Field(VehicleUse.purpose, "用车事由", listed=True, searched=True),
                Field(VehicleUse.destination, "目的地", listed=True),
                Field(VehicleUse.out, "出车时间", listed=True),
                Field(VehicleUse.back, "返回时间", listed=True),
                Field(VehicleUse.km_start, "起里程", listed=True),
                Field(VehicleUse.km_end, "止里程", listed=True),
                Field(VehicleUse.km, "里程(公里)", unit="公里", listed=True),
                Field(VehicleUse.driver, "驾驶员", listed=True),
                Field(VehicleUse.cost, "费用(元)", unit="元", listed=True),
                Field(VehicleUse.approver, "批准人", listed=True),
            ),
        ),
        Section(
            "规定事项",
            (
                Field(VehicleUse.kind, "车辆性质"),
                Field(VehicleUse.nature, "用车性质"),
                Field(VehicleUse.driver_kind, "驾驶人"),
                Field(VehicleUse.office, "用车机构"),
                Field(VehicleUse.overnight, "跨日返回日期"),
            ),
        ),
    ),
    dated=VehicleUse.date,
    landscape=True,
    purpose="登记每次用车的事由、目的地、里程和驾驶员。",
    check=check,
)
