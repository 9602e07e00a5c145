"""Limits on campaigns, deadlines and openness (作风建设)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from app.models.conduct.campaign import Campaign
from app.models.meetings.meeting import Meeting
from app.models.outreach.opinion import Opinion
from app.rules.documents import due_remarks
from app.rules.rule import Remark, Standing, State, broken, fields, over_year, rule, told
from app.rules.scope import Scope
from app.rules.views import View, fetch


@rule(
    "disclosure.major",
    told(
        "机关作风建设调研 二(三)", "warn", "必须", "重大决策、干部考核", "重大决策和干部考核情况及时公开。", seed="002"
    ),
    fields(Meeting.major_matter, Meeting.published, Meeting.date, Meeting.status),
)
def great_matters_are_made_public(meeting: View, scope: Scope, *, days: int = 20) -> Iterator[Remark]:
    """What a meeting decided on a great matter is published within twenty working days."""
    if meeting.status == "已召开" and meeting.major_matter and meeting.date is not None:
        last = scope.calendar.after_workdays(meeting.date, days)
        yield from due_remarks(scope, last, meeting.published, 3, "公开", "published")


@rule(
    "deadlines.kept",
    told(
        "督查督办和整改制度",
        "warn",
        "必须",
        "意见建议、督查、整改、督办",
        "采纳的意见、检查查摆的问题和督办事项按期办结并反馈。",
        source="通行做法",
    ),
    fields(Opinion.due, Opinion.done, Opinion.adopted, Opinion.replied),
)
def adopted_opinions_are_settled_in_time(opinion: View, scope: Scope, *, near: int = 3) -> Iterator[Remark]:
    """An adopted opinion is settled by its day and the answer given."""
    if opinion.adopted != "已采纳" or opinion.due is None:
        return
    yield from due_remarks(scope, opinion.due, opinion.done, near, "办结", "done")
    if scope.happened(opinion.done) is not None and opinion.replied is None:
        yield broken("已办结，没有填写反馈日期", "请向提出人反馈", "replied")


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
