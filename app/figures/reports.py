"""Figures of a report itself."""

from __future__ import annotations

from app.figures.declaring import last_day
from app.figures.figure import Figure

REPORT_CUTOFF = Figure("report.cutoff", "数据截止日期", unit="日", of=last_day())
