"""Figures that are stated from outside (作风建设): ratings, and indicators (统计指标) with their growth and shares."""

from __future__ import annotations

from app.figures.declaring import change, growth, latest, mean_change, mean_growth, ratio, times, total
from app.figures.figure import BY_UNIT, Figure
from app.figures.paths import exactly
from app.models.conduct.award_households import AwardHouseholds
from app.models.conduct.metric import Metric

RATINGS_PASSED = Figure(
    "ratings.passed",
    "文明评选达标数",
    unit="户",
    of=total(AwardHouseholds.passed),
    dated=AwardHouseholds.year,
    by=(AwardHouseholds.title, AwardHouseholds.scope),
)
RATINGS_TOTAL = Figure(
    "ratings.total",
    "文明评选参评数",
    unit="户",
    of=total(AwardHouseholds.total),
    dated=AwardHouseholds.year,
    by=(AwardHouseholds.title, AwardHouseholds.scope),
)
RATINGS_RATE = Figure("ratings.rate", "文明评选达标率", unit="%", of=ratio(RATINGS_PASSED, RATINGS_TOTAL))

INDICATOR_VALUE = Figure(
    "indicator.value",
    "统计指标数值",
    unit=BY_UNIT,
    of=latest(Metric.value, Metric.as_of),
    dated=Metric.year,
    by=(exactly(Metric.name), exactly(Metric.unit)),
    needs=("name",),
    measured_in=Metric.unit,
)
INDICATOR_CHANGE = Figure("indicator.change", "统计指标比基期增减", unit=BY_UNIT, of=change(INDICATOR_VALUE))
INDICATOR_GROWTH = Figure("indicator.growth", "统计指标比基期增幅", unit="%", of=growth(INDICATOR_VALUE))
INDICATOR_TIMES = Figure("indicator.times", "统计指标为基期倍数", unit="倍", of=times(INDICATOR_VALUE))
INDICATOR_MEAN_CHANGE = Figure(
    "indicator.mean_change", "统计指标年均增量", unit=BY_UNIT, of=mean_change(INDICATOR_VALUE)
)
INDICATOR_MEAN_GROWTH = Figure("indicator.mean_growth", "统计指标年均增幅", unit="%", of=mean_growth(INDICATOR_VALUE))
INDICATOR_SHARE = Figure(
    "indicator.share",
    "统计指标占比",
    unit="%",
    of=ratio(INDICATOR_VALUE, INDICATOR_VALUE, {"name": "base_name"}),
    needs=("name", "base_name"),
    told="作为部分的统计指标数值除以作为总体的统计指标数值，乘以100%；同年有几条的，取截至日期最晚的一条",
)
