"""Duty rota and duty log (值班)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import (
    Clock,
    Day,
    Line,
    Prose,
    Record,
    Row,
    YesNo,
    choice,
    link,
    parent,
    people_of,
    rows_of,
    several,
)
from app.models.register import Field, Misfit, Register, Section, Surroundings, Values
from app.workdays import weekday_name

if TYPE_CHECKING:
    from app.models.people.staff import Staff
    from app.models.people.village import Village

DUTY_MEMBERS = people_of("duty", "members", required=True)


class Duty(Record):
    """One shift of one day."""

    __tablename__ = "duty"

    date: Mapped[Day]
    weekday: Mapped[Line | None]
    shift: Mapped[str | None] = choice("白班", "夜班", "全天")
    leader_id: Mapped[int] = link("staff")
    driver: Mapped[Line | None]
    phone: Mapped[Line | None]
    place: Mapped[str | None] = choice("镇机关", "村(社区)", "信访接待室", "其他")
    village_id: Mapped[int | None] = link("village")
    weather: Mapped[Line | None]
    nothing: Mapped[YesNo | None] = mapped_column("nothing", quote=True)  # a word of SQLite itself
    log: Mapped[Prose | None]
    patrol: Mapped[Prose | None]
    handover: Mapped[Prose | None]
    giver_id: Mapped[int | None] = link("staff")
    taker_id: Mapped[int | None] = link("staff")
    leader: Mapped[Staff] = relationship(foreign_keys=[leader_id])
    members: Mapped[list[Staff]] = several(DUTY_MEMBERS)
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])
    giver: Mapped[Staff | None] = relationship(foreign_keys=[giver_id])
    taker: Mapped[Staff | None] = relationship(foreign_keys=[taker_id])
    calls: Mapped[list[DutyCall]] = rows_of("DutyCall")


class DutyCall(Row):
    """One row of 来电来文来访."""

    __tablename__ = "duty_calls"

    duty_id: Mapped[int] = parent("duty")
    time: Mapped[Clock]
    from_: Mapped[Line] = mapped_column("from")
    content: Mapped[Line]
    handling: Mapped[Line | None]
    reported: Mapped[Clock | None]


def work_out(values: Values, around: Surroundings) -> None:
    """星期 is that of the day."""
    values["weekday"] = weekday_name(values["date"]) if values.get("date") else None


def check(values: Values) -> Iterator[Misfit]:
    """A quiet day has no calls."""
    if values.get("nothing") and values.get("calls"):
        yield "nothing", "已登记来电来文来访，不能再选「无事」。"


DUTY = Register(
    Duty,
    key="duty",
    label="值班",
    title=Duty.leader,
    sections=(
        Section(
            "值班",
            (
                Field(Duty.date, "日期", listed=True),
                Field(Duty.weekday, "星期", listed=True, auto=True),
                Field(Duty.shift, "班次", listed=True),
                Field(Duty.leader, "带班领导", listed=True, searched=True),
                Field(Duty.members, "值班人员", listed=True, searched=True),
                Field(Duty.driver, "驾驶员及应急人员", listed=True),
                Field(Duty.phone, "值班电话", listed=True),
                Field(Duty.place, "值班地点", listed=True),
                Field(Duty.village, "村(社区)", listed=True),
            ),
        ),
        Section(
            "值班日志",
            (
                Field(Duty.weather, "天气"),
                Field(Duty.nothing, "无事"),
                Field(Duty.log, "值班记录", searched=True),
                Field(Duty.patrol, "巡查情况"),
                Field(Duty.handover, "交接事项"),
                Field(Duty.giver, "交班人"),
                Field(Duty.taker, "接班人"),
                Field(
                    Duty.calls,
                    "来电来文来访",
                    columns=(
                        Field(DutyCall.time, "接报时间"),
                        Field(DutyCall.from_, "单位姓名电话"),
                        Field(DutyCall.content, "内容"),
                        Field(DutyCall.handling, "处理及领导意见"),
                        Field(DutyCall.reported, "上报时间"),
                    ),
                ),
            ),
        ),
    ),
    dated=Duty.date,
    purpose="登记每天的带班领导和值班人员，值班日志也写在这里，没有事也要写明。",
    work_out=work_out,
    check=check,
)
