"""Honours (荣誉表彰)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Record, Whole, choice, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.people.village import Village


class Honour(Record):
    """One honour of one holder for one year."""

    __tablename__ = "honour"

    date: Mapped[Day]
    year: Mapped[Whole]
    title: Mapped[Line]
    grade: Mapped[str | None] = choice("称号", "特等", "一等", "二等", "三等", "优秀", "合格", "其他")
    level: Mapped[str] = choice("国家", "省", "市", "县", "镇")
    kind: Mapped[str] = choice("综合", "单项工作", "文明创建", "党建", "作品成果", "先进典型", "群众表扬", "其他")
    granted_by: Mapped[Line | None]
    doc_no: Mapped[Line | None]
    holder_kind: Mapped[str] = choice("集体", "个人")
    holder: Mapped[Line]
    village_id: Mapped[int | None] = link("village")
    expires: Mapped[Day | None]
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])


HONOUR = Register(
    Honour,
    key="honour",
    label="荣誉表彰",
    title=Honour.title,
    sections=(
        Section(
            "荣誉",
            (
                Field(Honour.date, "授予日期", listed=True),
                Field(Honour.year, "表彰年度", help="这项荣誉所属的年度", listed=True),
                Field(Honour.title, "荣誉名称", listed=True, searched=True),
                Field(Honour.grade, "等次", listed=True),
                Field(Honour.level, "级别", listed=True),
                Field(Honour.kind, "类别", listed=True),
                Field(Honour.granted_by, "授予单位", listed=True, searched=True),
                Field(Honour.doc_no, "表彰文号", listed=True, searched=True),
                Field(Honour.holder_kind, "对象", listed=True),
                Field(Honour.holder, "获奖者", listed=True, searched=True),
                Field(Honour.village, "村(社区)", listed=True),
                Field(Honour.expires, "称号有效期至"),
            ),
        ),
    ),
    dated=Honour.date,
    also_dated=(Honour.year,),
    purpose="登记集体和个人获得的荣誉，表彰年度用来计算连续获得的年数。",
)
