"""Figures of conduct (作风建设): campaigns."""

from __future__ import annotations

from app.figures.declaring import count_rows
from app.figures.figure import Figure, Standing
from app.models.conduct.campaign import Campaign

CAMPAIGNS_STAGES = Figure(
    "campaigns.stages",
    "专项工作阶段个数",
    unit="个",
    of=count_rows(Campaign.stages),
    dated=Standing(Campaign.date, Campaign.end),
    by=(Campaign.title,),
)
