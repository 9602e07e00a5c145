"""Party branches (党支部)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Record, Whole, choice, link
from app.models.register import Field, Misfit, Register, Section, Values

if TYPE_CHECKING:
    from app.models.people.village import Village


class Branch(Record):
    """One branch, in being from 成立日期 until 撤销日期."""

    __tablename__ = "branch"

    name: Mapped[Line]
    kind: Mapped[str] = choice("机关", "村", "社区", "企业", "学校", "其他")
    village_id: Mapped[int | None] = link("village")
    secretary: Mapped[Line | None]
    members: Mapped[Whole]
    probationary: Mapped[Whole | None]
    activists: Mapped[Whole | None]
    demonstration: Mapped[Whole | None]
    opinion_group_head: Mapped[Line | None]
    standard_met: Mapped[Day | None]
    since: Mapped[Day | None]
    until: Mapped[Day | None]
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])


def check(values: Values) -> Iterator[Misfit]:
    """撤销日期 does not lie before 成立日期."""
    if values.get("since") and values.get("until") and values["until"] < values["since"]:
        yield "until", "撤销日期早于成立日期，请检查这两个日期。"


BRANCH = Register(
    Branch,
    key="branch",
    label="党支部",
    title=Branch.name,
    sections=(
        Section(
            "支部",
            (
                Field(Branch.name, "支部名称", listed=True, searched=True, unique=True),
                Field(Branch.kind, "类别", listed=True),
                Field(Branch.village, "村(社区)", listed=True),
                Field(Branch.secretary, "支部书记", listed=True, searched=True),
                Field(Branch.members, "党员人数", listed=True),
                Field(Branch.probationary, "预备党员人数", listed=True),
                Field(Branch.activists, "入党积极分子人数", listed=True),
                Field(Branch.demonstration, "党员示范岗数", listed=True),
                Field(Branch.opinion_group_head, "意见征求小组组长", listed=True),
                Field(Branch.standard_met, "服务型党组织达标日期", listed=True),
            ),
        ),
        Section(
            "沿革",
            (
                Field(Branch.since, "成立日期"),
                Field(Branch.until, "撤销日期"),
            ),
        ),
    ),
    purpose="登记各党支部的书记、党员人数和达标情况，学习教育和意见征求按支部统计。",
    check=check,
)
