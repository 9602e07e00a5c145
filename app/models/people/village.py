"""Villages and communities (村、社区)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Record, Whole, YesNo, choice, link
from app.models.register import Field, Misfit, Register, Section, Values

if TYPE_CHECKING:
    from app.models.people.staff import Staff


class Village(Record):
    """One village or community, in being from 设立日期 until 撤并日期."""

    __tablename__ = "village"

    order: Mapped[Whole | None]
    name: Mapped[Line]
    kind: Mapped[str | None] = choice("村", "社区")
    households: Mapped[Whole | None]
    population: Mapped[Whole | None]
    secretary: Mapped[Line | None]
    phone: Mapped[Line | None]
    leader_id: Mapped[int | None] = link("staff")
    hard_road: Mapped[YesNo | None]
    plan_date: Mapped[Day | None]
    since: Mapped[Day | None]
    until: Mapped[Day | None]
    leader: Mapped[Staff | None] = relationship(foreign_keys=[leader_id])


def check(values: Values) -> Iterator[Misfit]:
    """撤并日期 does not lie before 设立日期."""
    if values.get("since") and values.get("until") and values["until"] < values["since"]:
        yield "until", "撤并日期早于设立日期，请检查这两个日期。"


VILLAGE = Register(
    Village,
    key="village",
    label="村(社区)",
    title=Village.name,
    sections=(
        Section(
            "基本情况",
            (
                Field(Village.order, "排序", listed=True),
                Field(Village.name, "名称", listed=True, searched=True, unique=True),
                Field(Village.kind, "类别", listed=True),
                Field(Village.households, "户数", listed=True),
                Field(Village.population, "人口", listed=True),
                Field(Village.secretary, "书记", listed=True, searched=True),
                Field(Village.phone, "联系电话", listed=True),
                Field(Village.leader, "联系领导", listed=True),
                Field(Village.hard_road, "通水泥路", listed=True),
                Field(Village.plan_date, "发展规划制定日期", listed=True),
            ),
        ),
        Section(
            "沿革",
            (
                Field(Village.since, "设立日期"),
                Field(Village.until, "撤并日期"),
            ),
        ),
    ),
    purpose="登记各村（社区）的户数、人口、书记和联系领导，其他台账的村（社区）从这里选。",
    check=check,
)
