"""Rules and systems of the office (规章制度)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Record, Whole, YesNo, choice, link
from app.models.register import Field, Misfit, Register, Section, Values

if TYPE_CHECKING:
    from app.models.documents.outgoing import Outgoing
    from app.models.people.office import Office


class Regulation(Record):
    """One rule, in force until 废止日期."""

    __tablename__ = "regulation"

    date: Mapped[Day]
    title: Mapped[Line]
    domain: Mapped[str | None] = choice(
        "学习", "会议", "公文", "财务", "考核", "廉政", "信访", "后勤", "党建", "招商", "其他"
    )
    form: Mapped[str] = choice("制度", "办法", "规划方案", "规范用语", "提示倡议", "其他")
    change: Mapped[str] = choice("新建", "修订", "完善", "废止")
    in_force: Mapped[YesNo | None]
    clauses: Mapped[Whole | None]
    copies: Mapped[Whole | None]
    volume: Mapped[Line | None]
    office_id: Mapped[int | None] = link("office")
    consulted: Mapped[YesNo | None]
    document_id: Mapped[int | None] = link("outgoing")
    repealed: Mapped[Day | None]
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    document: Mapped[Outgoing | None] = relationship(foreign_keys=[document_id])


def check(values: Values) -> Iterator[Misfit]:
    """废止日期 does not lie before 制定日期."""
    if values.get("date") and values.get("repealed") and values["repealed"] < values["date"]:
        yield "repealed", "废止日期早于制定日期，请检查这两个日期。"


REGULATION = Register(
    Regulation,
    key="regulation",
    label="规章制度",
    title=Regulation.title,
    sections=(
        Section(
            "制度",
            (
                Field(Regulation.date, "制定日期", listed=True),
                Field(Regulation.title, "制度名称", listed=True, searched=True),
                Field(Regulation.domain, "类别", listed=True),
                Field(Regulation.form, "形式", listed=True),
                Field(Regulation.change, "变动", listed=True),
                Field(Regulation.in_force, "现行", listed=True),
                Field(Regulation.clauses, "条目数", listed=True),
                Field(Regulation.copies, "印制份数", listed=True),
                Field(Regulation.volume, "汇编名称", listed=True, searched=True),
                Field(Regulation.office, "制定机构", listed=True),
                Field(Regulation.consulted, "征求意见", listed=True),
                Field(Regulation.document, "印发文件", listed=True),
                Field(Regulation.repealed, "废止日期"),
            ),
        ),
    ),
    dated=Regulation.date,
    purpose="登记制定、修订、完善和废止的制度，现行制度和制度汇编从这里统计。",
    check=check,
)
