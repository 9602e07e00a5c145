"""Families and units helped (帮扶对象)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Mapped, relationship

from app.kinds import DayKind, MoneyKind, WholeKind
from app.models.base import Day, Line, Prose, Record, Whole, choice, link
from app.models.register import Derived, Field, Misfit, Register, Section, Surroundings, Values

if TYPE_CHECKING:
    from app.models.people.staff import Staff
    from app.models.people.village import Village


class Household(Record):
    """One pairing of one cadre with one target, until 结束日期."""

    __tablename__ = "household"

    date: Mapped[Day]
    staff_id: Mapped[int] = link("staff")
    village_id: Mapped[int] = link("village")
    name: Mapped[Line]
    kind: Mapped[str] = choice(
        "贫困户", "脱贫户", "监测户", "贫困党员", "困难群众", "困难学生", "农户", "企业", "单位", "其他"
    )
    members: Mapped[Whole | None]
    cause: Mapped[Line | None]
    need: Mapped[Prose | None]
    measures: Mapped[Prose | None]
    result: Mapped[Prose | None]
    ended: Mapped[Day | None]
    group: Mapped[Line | None]
    phone: Mapped[Line | None]
    lifted: Mapped[Day | None]
    staff: Mapped[Staff] = relationship(foreign_keys=[staff_id])
    village: Mapped[Village] = relationship(foreign_keys=[village_id])


def _helped(connection: Connection, ids: Sequence[int], measured: Any) -> dict[int, Any]:
    """Something measured over the assistance that each target received."""
    from app.models.outreach.assistance import Assistance

    counted = Assistance.household_id.in_(ids), Assistance.trashed_at.is_(None)
    found = (
        select(Assistance.household_id, measured.label("measured")).where(*counted).group_by(Assistance.household_id)
    )
    return {row.household_id: row.measured for row in connection.execute(found)}


def spent(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, Decimal]:
    """累计投入: money and goods of its 帮扶活动, in yuan."""
    from app.models.outreach.assistance import Assistance

    money = _helped(connection, ids, func.sum(Assistance.money))
    goods = _helped(connection, ids, func.sum(Assistance.goods))
    return {target: (money.get(target) or Decimal(0)) + (goods.get(target) or Decimal(0)) for target in ids}


def visits(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, int]:
    """走访次数: how often help was brought."""
    from app.models.outreach.assistance import Assistance

    counted = _helped(connection, ids, func.count(Assistance.id))
    return {target: counted.get(target, 0) for target in ids}


def last_visit(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, date | None]:
    """最近走访: the day of the latest help."""
    from app.models.outreach.assistance import Assistance

    latest = _helped(connection, ids, func.max(Assistance.date))
    return {target: latest.get(target) for target in ids}


def check(values: Values) -> Iterator[Misfit]:
    """结束日期 does not lie before 结对日期."""
    if values.get("date") and values.get("ended") and values["ended"] < values["date"]:
        yield "ended", "结束日期早于结对日期，请检查这两个日期。"


HOUSEHOLD = Register(
    Household,
    key="household",
    label="帮扶对象",
    title=Household.name,
    sections=(
        Section(
            "结对",
            (
                Field(Household.date, "结对日期", listed=True),
                Field(Household.staff, "帮扶责任人", listed=True, searched=True),
                Field(Household.village, "村(社区)", listed=True),
                Field(Household.name, "户主姓名", listed=True, searched=True),
                Field(Household.kind, "类别", listed=True),
                Field(Household.members, "家庭人口", listed=True),
                Field(Household.cause, "困难原因", listed=True, searched=True),
                Field(Household.need, "主要需求", listed=True, searched=True),
                Field(Household.measures, "帮扶措施", listed=True, searched=True),
                Field(Derived("spent", MoneyKind(), spent), "累计投入(元)", unit="元", listed=True, auto=True),
                Field(Derived("visits", WholeKind(), visits), "走访次数", listed=True, auto=True),
                Field(Derived("last_visit", DayKind(), last_visit), "最近走访", listed=True, auto=True),
                Field(Household.result, "成效", listed=True, searched=True),
                Field(Household.ended, "结束日期", listed=True),
            ),
        ),
        Section(
            "住户情况",
            (
                Field(Household.group, "村民小组"),
                Field(Household.phone, "户主电话"),
                Field(Household.lifted, "脱贫日期"),
            ),
        ),
    ),
    dated=Household.date,
    also_dated=(Household.ended,),
    landscape=True,
    purpose="登记每名干部结对的户（单位）、困难原因、需求和措施，投入和走访次数自动累计。",
    check=check,
)
