"""Opinions and suggestions (意见建议)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Day, Line, Prose, Record, YesNo, choice, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.people.office import Office
    from app.models.people.staff import Staff
    from app.models.people.village import Village


class Opinion(Record):
    """One opinion gathered, from note to answer."""

    __tablename__ = "opinion"

    date: Mapped[Day]
    source: Mapped[str] = choice(
        "入户走访", "座谈会", "征求意见表", "意见箱", "热线电话", "个别访谈", "网上", "机关干部建议", "其他"
    )
    from_: Mapped[Line | None] = mapped_column("from")
    village_id: Mapped[int | None] = link("village")
    content: Mapped[Prose]
    topic: Mapped[str] = choice(
        "干部作风", "惠民实事", "村容环境", "社保医保", "党建工作", "基础设施", "产业发展", "其他"
    )
    leader_id: Mapped[int | None] = link("staff")
    office_id: Mapped[int | None] = link("office")
    adopted: Mapped[str] = choice("已采纳", "未采纳", "研究中")
    measures: Mapped[Prose | None]
    due: Mapped[Day | None]
    done: Mapped[Day | None]
    result: Mapped[Prose | None]
    replied: Mapped[Day | None]
    staff_id: Mapped[int | None] = link("staff")
    sorted: Mapped[Day | None]
    filed: Mapped[Day | None]
    must_report: Mapped[YesNo | None]
    reported: Mapped[Day | None]
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])
    leader: Mapped[Staff | None] = relationship(foreign_keys=[leader_id])
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    staff: Mapped[Staff | None] = relationship(foreign_keys=[staff_id])


OPINION = Register(
    Opinion,
    key="opinion",
    label="意见建议",
    title=Opinion.content,
    sections=(
        Section(
            "意见建议",
            (
                Field(Opinion.date, "收集日期", listed=True),
                Field(Opinion.source, "渠道", listed=True),
                Field(Opinion.from_, "提出人", listed=True, searched=True),
                Field(Opinion.village, "村(社区)", listed=True),
                Field(Opinion.content, "内容", listed=True, searched=True),
                Field(Opinion.topic, "类别", listed=True),
                Field(Opinion.leader, "责任领导", listed=True),
                Field(Opinion.office, "办理机构", listed=True),
                Field(Opinion.adopted, "采纳情况", listed=True),
                Field(Opinion.measures, "办理措施", listed=True, searched=True),
                Field(Opinion.due, "办理期限", listed=True),
                Field(Opinion.done, "办结日期", listed=True),
                Field(Opinion.result, "办理结果", listed=True, searched=True),
                Field(Opinion.replied, "反馈日期", listed=True),
            ),
        ),
        Section(
            "梳理上报",
            (
                Field(Opinion.staff, "提出干部", help="机关干部建议填这里"),
                Field(Opinion.sorted, "梳理日期"),
                Field(Opinion.filed, "备案日期"),
                Field(Opinion.must_report, "强烈或疑难"),
                Field(Opinion.reported, "上报日期"),
            ),
        ),
    ),
    dated=Opinion.date,
    landscape=True,
    purpose="登记群众和干部提出的意见建议、采纳情况、办理措施和反馈。",
)
