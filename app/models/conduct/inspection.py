"""Inspections (督查检查)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Number, Prose, Record, YesNo, choice, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.people.office import Office
    from app.models.people.staff import Staff
    from app.models.people.village import Village


class Inspection(Record):
    """One inspection of one target."""

    __tablename__ = "inspection"

    date: Mapped[Day]
    kind: Mapped[str] = choice(
        "作风督查",
        "督查督办",
        "村务公开检查",
        "制度落实检查",
        "财务审查",
        "专项清查",
        "考勤检查",
        "行政执法",
        "综合考核",
        "纪委会商通报",
        "其他",
    )
    subject: Mapped[Line]
    target: Mapped[Line]
    village_id: Mapped[int | None] = link("village")
    office_id: Mapped[int | None] = link("office")
    team: Mapped[Line | None]
    score: Mapped[Number | None]
    found: Mapped[Prose | None]
    due: Mapped[Day | None]
    done: Mapped[Day | None]
    leader_id: Mapped[int | None] = link("staff")
    enterprise: Mapped[YesNo | None]
    authority: Mapped[str | None] = choice("党委政府设立", "上级部署", "自行设立")
    added_indicators: Mapped[YesNo | None]
    ranking: Mapped[YesNo | None]
    merged: Mapped[YesNo | None]
    certificate: Mapped[Line | None]
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    leader: Mapped[Staff | None] = relationship(foreign_keys=[leader_id])


INSPECTION = Register(
    Inspection,
    key="inspection",
    label="督查检查",
    title=Inspection.subject,
    sections=(
        Section(
            "检查",
            (
                Field(Inspection.date, "日期", listed=True),
                Field(Inspection.kind, "类别", listed=True),
                Field(Inspection.subject, "检查内容", listed=True, searched=True),
                Field(Inspection.target, "检查对象", listed=True, searched=True),
                Field(Inspection.village, "村(社区)", listed=True),
                Field(Inspection.office, "检查单位", listed=True),
                Field(Inspection.team, "检查组", listed=True, searched=True),
                Field(Inspection.score, "得分", listed=True),
                Field(Inspection.found, "发现问题", help="没有问题写「无」", listed=True, searched=True),
                Field(Inspection.due, "整改期限", listed=True),
                Field(Inspection.done, "整改完成", listed=True),
            ),
        ),
        Section(
            "规定事项",
            (
                Field(Inspection.leader, "带队领导"),
                Field(Inspection.enterprise, "检查企业"),
                Field(Inspection.authority, "设立依据"),
                Field(Inspection.added_indicators, "自行增设指标"),
                Field(Inspection.ranking, "排名通报"),
                Field(Inspection.merged, "合并开展"),
                Field(Inspection.certificate, "出示执法证号"),
            ),
        ),
    ),
    dated=Inspection.date,
    landscape=True,
    purpose="登记作风督查、村务公开检查、财务审查等检查的对象、问题和整改。",
)
