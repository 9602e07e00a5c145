"""Service to the public (便民服务与集中办公)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped

from app.models.base import Day, Line, Record, Row, Whole, YesNo, choice, parent, people_of, rows_of, several
from app.models.register import Field, Misfit, Register, Section, Surroundings, Values

if TYPE_CHECKING:
    from app.models.people.staff import Staff

WINDOW_DAY_STAFF = people_of("window_day", "staff")


class WindowDay(Record):
    """One day at one place."""

    __tablename__ = "window_day"

    date: Mapped[Day]
    kind: Mapped[str] = choice("窗口日常", "逢场集中办公", "上门服务")
    place: Mapped[Line | None]
    visitors: Mapped[Whole | None]
    received: Mapped[Whole]
    finished: Mapped[Whole]
    unit_count: Mapped[Whole | None]
    badges: Mapped[YesNo | None]
    content: Mapped[Line | None]
    staff: Mapped[list[Staff]] = several(WINDOW_DAY_STAFF)
    units: Mapped[list[WindowDayUnit]] = rows_of("WindowDayUnit")


class WindowDayUnit(Row):
    """One row of 到场部门."""

    __tablename__ = "window_day_units"

    window_day_id: Mapped[int] = parent("window_day")
    unit: Mapped[Line]
    person: Mapped[Line | None]
    matters: Mapped[Whole | None]


def work_out(values: Values, around: Surroundings) -> None:
    """到场部门数 counts the rows of 到场部门."""
    values["unit_count"] = len(values.get("units") or ())


def check(values: Values) -> Iterator[Misfit]:
    """No more is finished than was received."""
    received, finished = values.get("received"), values.get("finished")
    if received is not None and finished is not None and finished > received:
        yield "finished", "办结件数多于受理件数，请检查。"


WINDOW_DAY = Register(
    WindowDay,
    key="window_day",
    label="便民服务与集中办公",
    title=WindowDay.place,
    sections=(
        Section(
            "服务",
            (
                Field(WindowDay.date, "日期", listed=True),
                Field(WindowDay.kind, "类别", listed=True),
                Field(WindowDay.place, "地点", listed=True),
                Field(WindowDay.visitors, "接待人次", listed=True),
                Field(WindowDay.received, "受理件数", listed=True),
                Field(WindowDay.finished, "办结件数", listed=True),
                Field(WindowDay.unit_count, "到场部门数", listed=True, auto=True),
                Field(WindowDay.staff, "值守人员", listed=True, searched=True),
                Field(WindowDay.badges, "全员挂牌上岗", listed=True),
                Field(WindowDay.content, "办理事项", listed=True, searched=True),
                Field(
                    WindowDay.units,
                    "到场部门",
                    columns=(
                        Field(WindowDayUnit.unit, "部门"),
                        Field(WindowDayUnit.person, "到场人员"),
                        Field(WindowDayUnit.matters, "办理件数"),
                    ),
                ),
            ),
        ),
    ),
    dated=WindowDay.date,
    purpose="登记便民服务窗口、逢场集中办公和上门服务的接待、受理和办结数。",
    work_out=work_out,
    check=check,
)
