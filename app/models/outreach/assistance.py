"""Help brought to families and units (帮扶活动)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Money, Prose, Record, choice, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.outreach.household import Household
    from app.models.people.staff import Staff
    from app.models.people.village import Village


class Assistance(Record):
    """One act of help."""

    __tablename__ = "assistance"

    date: Mapped[Day]
    kind: Mapped[str] = choice("走访慰问", "资金帮扶", "物资帮扶", "助学", "建房", "产业帮扶", "阵地建设", "其他")
    household_id: Mapped[int | None] = link("household")
    village_id: Mapped[int | None] = link("village")
    staff_id: Mapped[int | None] = link("staff")
    content: Mapped[Line]
    money: Mapped[Money | None]
    goods: Mapped[Money | None]
    fund_source: Mapped[str | None] = choice("个人捐助", "单位资金", "多方筹集", "上级资金", "其他")
    result: Mapped[Prose | None]
    receipt: Mapped[Line | None]
    household: Mapped[Household | None] = relationship(foreign_keys=[household_id])
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])
    staff: Mapped[Staff | None] = relationship(foreign_keys=[staff_id])


ASSISTANCE = Register(
    Assistance,
    key="assistance",
    label="帮扶活动",
    title=Assistance.content,
    sections=(
        Section(
            "帮扶",
            (
                Field(Assistance.date, "日期", listed=True),
                Field(Assistance.kind, "方式", listed=True),
                Field(Assistance.household, "帮扶对象", listed=True, searched=True),
                Field(Assistance.village, "村(社区)", listed=True),
                Field(Assistance.staff, "帮扶人", listed=True, searched=True),
                Field(Assistance.content, "帮扶内容", listed=True, searched=True),
                Field(Assistance.money, "资金(元)", unit="元", listed=True),
                Field(Assistance.goods, "物资折款(元)", unit="元", listed=True),
                Field(Assistance.fund_source, "资金来源", listed=True),
                Field(Assistance.result, "成效", listed=True, searched=True),
                Field(Assistance.receipt, "受助人签收", listed=True),
            ),
        ),
    ),
    dated=Assistance.date,
    landscape=True,
    purpose="登记走访慰问、资金物资帮扶等活动，投入自动计入帮扶对象。",
)
