"""Indicators from elsewhere (统计指标)."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from app.models.base import Day, Line, Number, Record, Whole
from app.models.register import Field, Register, Section


class Metric(Record):
    """One value of one indicator in one year."""

    __tablename__ = "metric"

    year: Mapped[Whole]
    name: Mapped[Line]
    value: Mapped[Number]
    unit: Mapped[Line]
    as_of: Mapped[Day | None]
    source: Mapped[Line]


METRIC = Register(
    Metric,
    key="metric",
    label="统计指标",
    title=Metric.name,
    sections=(
        Section(
            "指标",
            (
                Field(Metric.year, "年度", listed=True),
                Field(Metric.name, "指标名称", help="同一指标每年用同一个名称", listed=True, searched=True),
                Field(Metric.value, "数值", listed=True),
                Field(Metric.unit, "计量单位", listed=True),
                Field(Metric.as_of, "截至日期", listed=True),
                Field(Metric.source, "数据来源", listed=True, searched=True),
            ),
        ),
    ),
    dated=Metric.year,
    purpose="登记人口、产值、收入等不由台账计算的指标，写明数据来源和截至日期。",
)
