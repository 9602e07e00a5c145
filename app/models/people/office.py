"""Offices of the town government (内设机构)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, or_, select
from sqlalchemy.orm import Mapped, relationship

from app.kinds import WholeKind
from app.models.base import Day, Line, Record, Whole, choice, link
from app.models.register import Derived, Field, Misfit, Register, Section, Surroundings, Values

if TYPE_CHECKING:
    from app.models.people.staff import Staff


class Office(Record):
    """One office, in being from 设立日期 until 撤销日期."""

    __tablename__ = "office"

    order: Mapped[Whole | None]
    name: Mapped[Line]
    kind: Mapped[str | None] = choice("办", "所", "站", "中心", "部", "队", "室", "其他")
    head_id: Mapped[int | None] = link("staff")
    leader_id: Mapped[int | None] = link("staff")
    phone: Mapped[Line | None]
    since: Mapped[Day | None]
    until: Mapped[Day | None]
    head: Mapped[Staff | None] = relationship(foreign_keys=[head_id])
    leader: Mapped[Staff | None] = relationship(foreign_keys=[leader_id])


def staff_in_post(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, int]:
    """Staff of each office in post today (在岗人数)."""
    from app.models.people.staff import Staff

    today = around.today
    in_post = or_(Staff.left.is_(None), Staff.left > today), or_(Staff.arrived.is_(None), Staff.arrived <= today)
    found = select(Staff.office_id, func.count().label("staff")).where(
        Staff.office_id.in_(ids), Staff.trashed_at.is_(None)
    )
    counted = {row.office_id: row.staff for row in connection.execute(found.where(*in_post).group_by(Staff.office_id))}
    return {office: counted.get(office, 0) for office in ids}


def check(values: Values) -> Iterator[Misfit]:
    """撤销日期 does not lie before 设立日期."""
    if values.get("since") and values.get("until") and values["until"] < values["since"]:
        yield "until", "撤销日期早于设立日期，请检查这两个日期。"


OFFICE = Register(
    Office,
    key="office",
    label="内设机构",
    title=Office.name,
    sections=(
        Section(
            "机构",
            (
                Field(Office.order, "排序", listed=True),
                Field(Office.name, "机构名称", listed=True, searched=True, unique=True),
                Field(Office.kind, "类别", listed=True),
                Field(Office.head, "负责人", listed=True, searched=True),
                Field(Office.leader, "分管领导", listed=True),
                Field(Derived("staff_count", WholeKind(), staff_in_post), "在岗人数", listed=True, auto=True),
                Field(Office.phone, "电话", listed=True),
            ),
        ),
        Section(
            "沿革",
            (
                Field(Office.since, "设立日期"),
                Field(Office.until, "撤销日期"),
            ),
        ),
    ),
    purpose="登记镇机关各办、所、站、中心和分管领导，其他台账的机构从这里选。",
    check=check,
)
