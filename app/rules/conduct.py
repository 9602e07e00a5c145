"""Limits on campaigns, deadlines and openness (作风建设)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from app.models.conduct.campaign import Campaign
from app.rules.rule import Standing, State, fields, over_year, told
from app.rules.scope import Scope
from app.rules.views import fetch


@over_year(
    "campaigns.stages",
    told(
        "政风行风建设总结 一",
        "meter",
        "必须",
        "班子成员",
        "专项工作各阶段按计划推进，意见、整改、测评方案齐全。",
        seed="000",
        per="year",
    ),
    fields(Campaign.stages),
)
def stages_are_finished_on_time(scope: Scope) -> Iterator[Standing]:
    """Each stage of a campaign is done by the end of its month."""
    for campaign in fetch(scope.connection, "campaign", ("title", "stages")):
        for stage in campaign.stages:
            if stage.month is None or stage.month.year != scope.year or scope.day < stage.month.replace(day=1):
                continue
            last = stage.month.replace(day=monthrange(stage.month.year, stage.month.month)[1])
            state: State = "met" if stage.done else "near" if scope.day <= last else "broken"
            what = f"「{campaign.title}」{stage.month:%Y-%m}的「{stage.content}」没有完成"
            own = (("campaign", campaign.id),)
            yield Standing(campaign.title, f"{last:%Y-%m}", state, what, "请补做并登记", records=own)
