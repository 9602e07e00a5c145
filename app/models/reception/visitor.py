"""Visitors received (来访接待, 接访日志)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Clock, Day, Line, Moment, Prose, Record, Row, Whole, YesNo, choice, link, parent, rows_of
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.outreach.petition import Petition
    from app.models.people.office import Office
    from app.models.people.staff import Staff


class Visitor(Record):
    """One visit to the office and what was done about it."""

    __tablename__ = "visitor"

    date: Mapped[Day]
    time: Mapped[Clock | None]
    name: Mapped[Line]
    persons: Mapped[Whole]
    village: Mapped[Line | None]
    phone: Mapped[Line | None]
    kind: Mapped[str] = choice("政策咨询", "办理事项", "反映问题", "投诉举报", "求助", "其他")
    matter: Mapped[Prose]
    receiver_id: Mapped[int] = link("staff")
    leader_id: Mapped[int | None] = link("staff")
    handling: Mapped[str] = choice("当场办结", "当天办结", "限期办理", "转办", "解释说明")
    due: Mapped[Day | None]
    done: Mapped[Day | None]
    result: Mapped[Prose | None]
    responsibility: Mapped[str | None] = choice("首问", "首知")
    complete: Mapped[YesNo | None]
    delay_reason: Mapped[Line | None]
    office_id: Mapped[int | None] = link("office")
    turn: Mapped[str | None] = choice("初访", "重访")
    satisfied: Mapped[str | None] = choice("满意", "基本满意", "不满意", "未评价")
    petition_id: Mapped[int | None] = link("petition")
    receiver: Mapped[Staff] = relationship(foreign_keys=[receiver_id])
    leader: Mapped[Staff | None] = relationship(foreign_keys=[leader_id])
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    petition: Mapped[Petition | None] = relationship(foreign_keys=[petition_id])
    chain: Mapped[list[VisitorChain]] = rows_of("VisitorChain")


class VisitorChain(Row):
    """One row of 转交经过."""

    __tablename__ = "visitor_chain"

    visitor_id: Mapped[int] = parent("visitor")
    time: Mapped[Moment]
    to_id: Mapped[int] = link("staff")
    note: Mapped[Line | None]
    to: Mapped[Staff] = relationship(foreign_keys=[to_id])


VISITOR = Register(
    Visitor,
    key="visitor",
    label="来访接待(接访日志)",
    title=Visitor.name,
    sections=(
        Section(
            "来访登记",
            (
                Field(Visitor.date, "日期", listed=True),
                Field(Visitor.time, "时间", listed=True),
                Field(Visitor.name, "来访人", listed=True, searched=True),
                Field(Visitor.persons, "人数", unit="人", listed=True),
                Field(Visitor.village, "村(社区)或单位", listed=True, searched=True),
                Field(Visitor.phone, "联系电话", listed=True),
                Field(Visitor.kind, "来访类别", listed=True),
                Field(Visitor.matter, "来访事由", listed=True, searched=True),
                Field(Visitor.receiver, "首问责任人", listed=True, searched=True),
                Field(Visitor.leader, "接访领导", listed=True),
                Field(Visitor.handling, "处理方式", listed=True),
                Field(Visitor.due, "承诺时限", listed=True),
                Field(Visitor.done, "办结日期", listed=True),
                Field(Visitor.result, "办理结果", listed=True, searched=True),
            ),
        ),
        Section(
            "责任与转办",
            (
                Field(Visitor.responsibility, "责任类型"),
                Field(Visitor.complete, "材料齐全"),
                Field(Visitor.delay_reason, "未当天办结原因"),
                Field(Visitor.office, "转办机构"),
                Field(Visitor.turn, "初访或重访"),
                Field(Visitor.satisfied, "满意度"),
                Field(Visitor.petition, "转信访登记"),
                Field(
                    Visitor.chain,
                    "转交经过",
                    columns=(
                        Field(VisitorChain.time, "时间"),
                        Field(VisitorChain.to, "接手人"),
                        Field(VisitorChain.note, "说明"),
                    ),
                ),
            ),
        ),
    ),
    dated=Visitor.date,
    landscape=True,
    purpose="登记来访人、事由、首问责任人和承诺时限，办结后填结果，一键转为信访。",
)
