"""Problems found and put right (查摆问题与整改)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Money, Prose, Record, YesNo, choice, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.people.office import Office
    from app.models.people.staff import Staff


class Problem(Record):
    """One problem, or one debt."""

    __tablename__ = "problem"

    date: Mapped[Day]
    source: Mapped[str] = choice("自查", "调研", "征求意见", "督查", "清查", "上级反馈", "其他")
    kind: Mapped[str] = choice(
        "形式主义", "官僚主义", "享乐主义", "奢靡之风", "能力不足", "制度缺失", "政府欠账", "其他"
    )
    content: Mapped[Prose]
    party: Mapped[Line | None]
    happened: Mapped[Day | None]
    amount: Mapped[Money | None]
    measures: Mapped[Prose | None]
    leader_id: Mapped[int | None] = link("staff")
    office_id: Mapped[int | None] = link("office")
    due: Mapped[Day | None]
    done: Mapped[Day | None]
    staff_id: Mapped[int | None] = link("staff")
    shortcoming: Mapped[YesNo | None]
    leader: Mapped[Staff | None] = relationship(foreign_keys=[leader_id])
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    staff: Mapped[Staff | None] = relationship(foreign_keys=[staff_id])


PROBLEM = Register(
    Problem,
    key="problem",
    label="查摆问题与整改",
    title=Problem.content,
    sections=(
        Section(
            "问题",
            (
                Field(Problem.date, "查摆日期", listed=True),
                Field(Problem.source, "来源", listed=True),
                Field(Problem.kind, "类别", listed=True),
                Field(Problem.content, "问题表现", listed=True, searched=True),
                Field(Problem.party, "涉及对象", listed=True, searched=True),
                Field(Problem.happened, "发生时间", listed=True),
                Field(Problem.amount, "涉及金额(元)", unit="元", listed=True),
                Field(Problem.measures, "整改措施", listed=True, searched=True),
                Field(Problem.leader, "责任领导", listed=True),
                Field(Problem.office, "责任机构", listed=True),
                Field(Problem.due, "整改期限", listed=True),
                Field(Problem.done, "完成日期", listed=True),
            ),
        ),
        Section(
            "查摆人与引用",
            (
                Field(Problem.staff, "查摆人"),
                Field(Problem.shortcoming, "列入不足"),
            ),
        ),
    ),
    dated=Problem.date,
    landscape=True,
    purpose="登记自查、督查、征求意见查出的问题和整改，列入不足的可引用到总结。",
)
