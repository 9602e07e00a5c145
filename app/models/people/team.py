"""Leading groups and work teams (领导小组与工作队)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Record, Row, Whole, choice, link, parent, rows_of
from app.models.register import Field, Misfit, Register, Section, Surroundings, Values

if TYPE_CHECKING:
    from app.models.people.office import Office
    from app.models.people.village import Village


class Team(Record):
    """One group with its members, in being until 撤销日期."""

    __tablename__ = "team"

    date: Mapped[Day]
    name: Mapped[Line]
    kind: Mapped[str] = choice(
        "领导小组", "工作小组", "调研小组", "考核组", "督查督办组", "住村联户工作小组", "志愿服务队", "宣讲团", "其他"
    )
    head: Mapped[Line]
    head_post: Mapped[Line | None]
    deputies: Mapped[Line | None]
    size: Mapped[Whole | None]
    office_id: Mapped[int | None] = link("office")
    office_head: Mapped[Line | None]
    village_id: Mapped[int | None] = link("village")
    basis: Mapped[Line | None]
    ended: Mapped[Day | None]
    stated: Mapped[Whole | None]
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])
    people: Mapped[list[TeamPeople]] = rows_of("TeamPeople")


class TeamPeople(Row):
    """One row of 成员."""

    __tablename__ = "team_people"

    team_id: Mapped[int] = parent("team")
    name: Mapped[Line]
    role: Mapped[str] = choice("组长", "副组长", "成员", "办公室主任")
    unit: Mapped[Line | None]


def work_out(values: Values, around: Surroundings) -> None:
    """人数 counts the rows of 成员."""
    values["size"] = len(values.get("people") or ())


def check(values: Values) -> Iterator[Misfit]:
    """撤销日期 does not lie before 成立日期."""
    if values.get("date") and values.get("ended") and values["ended"] < values["date"]:
        yield "ended", "撤销日期早于成立日期，请检查这两个日期。"


TEAM = Register(
    Team,
    key="team",
    label="领导小组与工作队",
    title=Team.name,
    sections=(
        Section(
            "小组",
            (
                Field(Team.date, "成立日期", listed=True),
                Field(Team.name, "名称", listed=True, searched=True),
                Field(Team.kind, "类别", listed=True),
                Field(Team.head, "组长", listed=True, searched=True),
                Field(Team.head_post, "组长职务", listed=True),
                Field(Team.deputies, "副组长", listed=True),
                Field(Team.size, "人数", listed=True, auto=True),
                Field(Team.office, "办公室设在", listed=True),
                Field(Team.office_head, "办公室主任", listed=True),
                Field(Team.village, "联系村(社区)", listed=True),
                Field(Team.basis, "成立依据", listed=True, searched=True),
                Field(Team.ended, "撤销日期", listed=True),
            ),
        ),
        Section(
            "成员",
            (
                Field(Team.stated, "文件载明人数"),
                Field(
                    Team.people,
                    "成员",
                    columns=(
                        Field(TeamPeople.name, "姓名"),
                        Field(TeamPeople.role, "组内职务"),
                        Field(TeamPeople.unit, "单位职务"),
                    ),
                ),
            ),
        ),
    ),
    dated=Team.date,
    landscape=True,
    purpose="登记领导小组、工作组、工作队和志愿服务队的成员与成立依据。",
    work_out=work_out,
    check=check,
)
