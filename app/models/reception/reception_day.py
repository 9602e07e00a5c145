"""Leaders receiving visitors (领导接访值守)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, and_, func, select
from sqlalchemy.orm import Mapped, relationship

from app.kinds import WholeKind
from app.models.base import Day, Line, Prose, Record, YesNo, link
from app.models.register import Derived, Field, Register, Section, Surroundings

if TYPE_CHECKING:
    from app.models.people.staff import Staff


class ReceptionDay(Record):
    """One day of one leader."""

    __tablename__ = "reception_day"

    date: Mapped[Day]
    market_day: Mapped[YesNo]
    leader_id: Mapped[int] = link("staff")
    place: Mapped[Line | None]
    nobody: Mapped[YesNo | None]
    log: Mapped[Prose | None]
    leader: Mapped[Staff] = relationship(foreign_keys=[leader_id])


def _received(connection: Connection, ids: Sequence[int], measured: Any) -> dict[int, int]:
    """Something measured over the visitors whom that leader received on that day."""
    from app.models.reception.visitor import Visitor

    theirs = and_(
        Visitor.date == ReceptionDay.date, Visitor.leader_id == ReceptionDay.leader_id, Visitor.trashed_at.is_(None)
    )
    found = select(ReceptionDay.id, measured.label("measured")).join(Visitor, theirs, isouter=True)
    rows = connection.execute(found.where(ReceptionDay.id.in_(ids)).group_by(ReceptionDay.id))
    return {row.id: row.measured or 0 for row in rows}


def visitors(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, int]:
    """接访批次: records of 来访接待 of that date with this leader."""
    from app.models.reception.visitor import Visitor

    return _received(connection, ids, func.count(Visitor.id))


def persons(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, int]:
    """接访人数: the people of those visits."""
    from app.models.reception.visitor import Visitor

    return _received(connection, ids, func.sum(Visitor.persons))


RECEPTION_DAY = Register(
    ReceptionDay,
    key="reception_day",
    label="领导接访值守",
    title=ReceptionDay.leader,
    sections=(
        Section(
            "值守",
            (
                Field(ReceptionDay.date, "日期", listed=True),
                Field(ReceptionDay.market_day, "逢场天", listed=True),
                Field(ReceptionDay.leader, "值守领导", listed=True, searched=True),
                Field(ReceptionDay.place, "地点", listed=True),
                Field(Derived("visitors", WholeKind(), visitors), "接访批次", listed=True, auto=True),
                Field(Derived("persons", WholeKind(), persons), "接访人数", listed=True, auto=True),
                Field(ReceptionDay.nobody, "无人来访", listed=True),
                Field(ReceptionDay.log, "接访日志", listed=True, searched=True),
            ),
        ),
    ),
    dated=ReceptionDay.date,
    purpose="登记领导接访值守的日期和接访日志，接访批次和人数从来访登记自动计算。",
)
