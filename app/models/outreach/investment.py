"""Investment brought in (招商引资)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Money, Record, choice, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.people.staff import Staff
    from app.models.people.village import Village


class Investment(Record):
    """One project, or one later payment of it."""

    __tablename__ = "investment"

    date: Mapped[Day]
    enterprise: Mapped[Line]
    title: Mapped[Line]
    kind: Mapped[str] = choice("新引进", "追加到位")
    introducer_id: Mapped[int | None] = link("staff")
    contract: Mapped[Money | None]
    arrived: Mapped[Money | None]
    arrived_date: Mapped[Day | None]
    origin: Mapped[str] = choice("市内", "市外", "省外")
    state: Mapped[str] = choice("洽谈", "签约", "落地", "投产", "终止")
    village_id: Mapped[int | None] = link("village")
    deposit: Mapped[Money | None]
    introducer: Mapped[Staff | None] = relationship(foreign_keys=[introducer_id])
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])


INVESTMENT = Register(
    Investment,
    key="investment",
    label="招商引资",
    title=Investment.enterprise,
    sections=(
        Section(
            "招商",
            (
                Field(Investment.date, "签约日期", listed=True),
                Field(Investment.enterprise, "企业", listed=True, searched=True),
                Field(Investment.title, "项目名称", listed=True, searched=True),
                Field(Investment.kind, "类别", listed=True),
                Field(Investment.introducer, "引荐人", listed=True, searched=True),
                Field(Investment.contract, "签约资金(元)", unit="元", listed=True),
                Field(Investment.arrived, "到位资金(元)", unit="元", listed=True),
                Field(Investment.arrived_date, "到位日期", listed=True),
                Field(Investment.origin, "资金来源地", listed=True),
                Field(Investment.state, "状态", listed=True),
                Field(Investment.village, "落户村(社区)", listed=True),
                Field(Investment.deposit, "风险保证金(元)", unit="元", listed=True),
            ),
        ),
    ),
    dated=Investment.date,
    landscape=True,
    also_dated=(Investment.arrived_date,),
    purpose="登记引进的企业和项目、签约和到位资金、引荐人。",
)
