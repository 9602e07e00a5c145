"""News and reports (信息宣传)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Record, Whole, YesNo, choice, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.people.staff import Staff


class Press(Record):
    """One piece, or one invitation of reporters."""

    __tablename__ = "press"

    date: Mapped[Day]
    kind: Mapped[str] = choice("工作动态", "记者报道", "信息简报", "信息报送", "理论文章", "媒体采访", "其他")
    title: Mapped[Line]
    issue: Mapped[Line | None]
    outlet: Mapped[Line]
    outlet_kind: Mapped[str] = choice(
        "县政府网站", "县级部门网站", "新闻网站", "报刊", "电视广播", "新媒体", "内部刊物", "上级信息部门", "其他"
    )
    level: Mapped[str] = choice("中央", "省", "市", "县", "镇")
    content_kind: Mapped[str] = choice(
        "工作动态", "一般会议活动", "领导活动", "重要部署", "突发事件", "经济社会推进", "重要会议", "创新经验", "其他"
    )
    author: Mapped[Line | None]
    staff_id: Mapped[int | None] = link("staff")
    adopted: Mapped[YesNo | None]
    articles: Mapped[Whole | None]
    approver_id: Mapped[int | None] = link("staff")
    approved: Mapped[Day | None]
    sensitive: Mapped[YesNo | None]
    written: Mapped[YesNo | None]
    staff: Mapped[Staff | None] = relationship(foreign_keys=[staff_id])
    approver: Mapped[Staff | None] = relationship(foreign_keys=[approver_id])


PRESS = Register(
    Press,
    key="press",
    label="信息宣传",
    title=Press.title,
    sections=(
        Section(
            "信息",
            (
                Field(Press.date, "日期", listed=True),
                Field(Press.kind, "类别", help="请记者报道的，每邀请一次登记一条", listed=True),
                Field(Press.title, "标题", listed=True, searched=True),
                Field(Press.issue, "期号", listed=True),
                Field(Press.outlet, "媒体或报送单位", listed=True, searched=True),
                Field(Press.outlet_kind, "媒体类型", listed=True),
                Field(Press.level, "媒体级别", listed=True),
                Field(Press.content_kind, "内容性质", listed=True),
                Field(Press.author, "作者", listed=True, searched=True),
                Field(Press.staff, "本单位作者", listed=True),
                Field(Press.adopted, "采用", listed=True),
                Field(Press.articles, "刊播篇数", listed=True),
                Field(Press.approver, "审批人", listed=True),
                Field(Press.approved, "审批日期", listed=True),
            ),
        ),
        Section(
            "审批事项",
            (
                Field(Press.sensitive, "重大敏感"),
                Field(Press.written, "书面材料"),
            ),
        ),
    ),
    dated=Press.date,
    landscape=True,
    purpose="登记信息报送、记者报道、简报和文章的媒体、级别与采用情况。",
)
