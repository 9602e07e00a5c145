"""Figures of conduct (作风建设): campaigns, lists, supervised matters, pledges, inspections."""

from __future__ import annotations

from app.figures.conditions import END, at_most, differs, equals, filled
from app.figures.declaring import count, count_rows, different, listed, ratio
from app.figures.figure import Figure, Standing
from app.figures.people import VILLAGES_TOTAL
from app.models.conduct.campaign import Campaign
from app.models.conduct.inspection import Inspection
from app.models.conduct.named_list import NamedList
from app.models.conduct.pledge import Pledge
from app.models.conduct.supervision import Supervision

CAMPAIGNS_STAGES = Figure(
    "campaigns.stages",
    "专项工作阶段个数",
    unit="个",
    of=count_rows(Campaign.stages),
    dated=Standing(Campaign.date, Campaign.end),
    by=(Campaign.title,),
)

LISTS_SIZE = Figure(
    "lists.size",
    "专项清单项数",
    unit="项",
    of=count_rows(NamedList.parts),
    dated=NamedList.year,
    by=(NamedList.name, NamedList.campaign),
)

SUPERVISION_TOTAL = Figure(
    "supervision.total",
    "督办事项件数",
    unit="件",
    of=count(Supervision),
    dated=Supervision.date,
    by=(Supervision.source, Supervision.office, Supervision.handler, Supervision.campaign),
)
SUPERVISION_DONE = Figure(
    "supervision.done",
    "办结督办事项件数",
    unit="件",
    of=count(Supervision),
    where=at_most(Supervision.done, END),
    dated=Supervision.date,
    by=(Supervision.source, Supervision.office, Supervision.handler, Supervision.campaign),
)
SUPERVISION_RATE = Figure("supervision.rate", "任务完成率", unit="%", of=ratio(SUPERVISION_DONE, SUPERVISION_TOTAL))

PLEDGES_SIGNED = Figure(
    "pledges.signed",
    "签订目标责任书份数",
    unit="份",
    of=count(Pledge),
    dated=Pledge.year,
    by=(Pledge.level, Pledge.village, Pledge.office, Pledge.staff),
)
PLEDGES_VILLAGES = Figure(
    "pledges.villages",
    "签订责任书的村(社区)个数",
    unit="个",
    of=different(Pledge.village),
    where=equals(Pledge.level, "镇对村"),
    dated=Pledge.year,
)
PLEDGES_VILLAGE_RATE = Figure(
    "pledges.village_rate", "村(社区)责任书签订率", unit="%", of=ratio(PLEDGES_VILLAGES, VILLAGES_TOTAL)
)

INSPECTIONS_TOTAL = Figure(
    "inspections.total",
    "督查检查次数",
    unit="次",
    of=count(Inspection),
    dated=Inspection.date,
    by=(Inspection.kind, Inspection.village, Inspection.office, Inspection.campaign),
)
INSPECTIONS_DISCLOSURE_CHECKS = Figure(
    "inspections.disclosure_checks",
    "村务公开检查次数",
    unit="次",
    of=count(Inspection),
    where=equals(Inspection.kind, "村务公开检查"),
    dated=Inspection.date,
    by=(Inspection.village,),
)
INSPECTIONS_TEAMS = Figure(
    "inspections.teams",
    "工作考核组个数",
    unit="个",
    of=different(Inspection.team),
    where=filled(Inspection.team),
    dated=Inspection.date,
    by=(Inspection.kind, Inspection.campaign),
)
INSPECTIONS_DATE = Figure(
    "inspections.date",
    "督查清查日期",
    unit="日",
    of=listed(Inspection.date),
    dated=Inspection.date,
    by=(Inspection.kind, Inspection.subject, Inspection.campaign),
)
INSPECTIONS_PROBLEMS = Figure(
    "inspections.problems",
    "督查发现问题次数",
    unit="次",
    of=count(Inspection),
    where=(filled(Inspection.found), differs(Inspection.found, "无")),
    dated=Inspection.date,
    by=(Inspection.kind, Inspection.village),
)
