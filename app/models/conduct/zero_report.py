"""Zero reports (零报告确认)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Record, YesNo, choice, link
from app.models.register import Field, Misfit, Register, Section, Values

if TYPE_CHECKING:
    from app.models.people.staff import Staff


class ZeroReport(Record):
    """One signed statement that nothing happened in a span."""

    __tablename__ = "zero_report"

    date: Mapped[Day]
    subject: Mapped[str] = choice(
        "违纪违法", "十不准", "重大安全事故", "信访", "进京赴省上访", "其他违规违纪", "值班情况", "其他"
    )
    detail: Mapped[Line | None]
    start: Mapped[Day]
    end: Mapped[Day]
    scope: Mapped[Line]
    confirmer_id: Mapped[int] = link("staff")
    basis: Mapped[Line | None]
    signed: Mapped[YesNo]
    confirmer: Mapped[Staff] = relationship(foreign_keys=[confirmer_id])


def check(values: Values) -> Iterator[Misfit]:
    """期间止 does not lie before 期间起."""
    if values.get("start") and values.get("end") and values["end"] < values["start"]:
        yield "end", "期间止早于期间起，请检查这两个日期。"


ZERO_REPORT = Register(
    ZeroReport,
    key="zero_report",
    label="零报告确认",
    title=ZeroReport.subject,
    sections=(
        Section(
            "零报告",
            (
                Field(ZeroReport.date, "确认日期", listed=True),
                Field(ZeroReport.subject, "确认事项", listed=True),
                Field(ZeroReport.detail, "具体内容", listed=True, searched=True),
                Field(ZeroReport.start, "期间起", listed=True),
                Field(ZeroReport.end, "期间止", listed=True),
                Field(ZeroReport.scope, "范围", listed=True, searched=True),
                Field(ZeroReport.confirmer, "确认人", listed=True),
                Field(ZeroReport.basis, "核实方式", listed=True),
                Field(ZeroReport.signed, "已签字", listed=True),
            ),
        ),
    ),
    dated=ZeroReport.date,
    purpose="由本人签字确认「未发生」的事项和期间，总结里的零和无一人只凭它写。",
    check=check,
)
