"""Figures of activities and of investment brought in (联系群众)."""

from __future__ import annotations

from app.figures.conditions import differs, equals, filled, one_of
from app.figures.declaring import count, different, listed, ratio, total
from app.figures.figure import Figure
from app.models.outreach.activity import Activity
from app.models.outreach.investment import Investment

HELD = equals(Activity.state, "已开展")
SIGNED = one_of(Investment.state, "签约", "落地", "投产")
NEW = equals(Investment.kind, "新引进")

ACTIVITIES_HELD = Figure(
    "activities.held",
    "主题活动次数",
    unit="次",
    of=count(Activity),
    where=HELD,
    dated=Activity.date,
    by=(Activity.kind, Activity.festival, Activity.organizer, Activity.title, Activity.campaign, Activity.village),
)
ACTIVITIES_DATE = Figure(
    "activities.date",
    "主题活动日期",
    unit="日",
    of=listed(Activity.date),
    where=HELD,
    dated=Activity.date,
    by=(Activity.title, Activity.kind, Activity.campaign),
)
ACTIVITIES_FESTIVALS = Figure(
    "activities.festivals",
    "开展活动的节日个数",
    unit="个",
    of=different(Activity.festival),
    where=(HELD, filled(Activity.festival), differs(Activity.festival, "无")),
    dated=Activity.date,
    by=(Activity.organizer,),
)
ACTIVITIES_PRESENT = Figure(
    "activities.present",
    "活动参加人次",
    unit="人次",
    of=total(Activity.present),
    where=(HELD, filled(Activity.expected)),
    dated=Activity.date,
    by=(Activity.kind, Activity.campaign),
)
ACTIVITIES_EXPECTED = Figure(
    "activities.expected",
    "活动应参加人次",
    unit="人次",
    of=total(Activity.expected),
    where=(HELD, filled(Activity.expected)),
    dated=Activity.date,
    by=(Activity.kind, Activity.campaign),
)
ACTIVITIES_PARTICIPATION = Figure(
    "activities.participation", "职工活动参与率", unit="%", of=ratio(ACTIVITIES_PRESENT, ACTIVITIES_EXPECTED)
)
ACTIVITIES_PROGRAMMES = Figure(
    "activities.programmes",
    "自编节目(比赛项目)个数",
    unit="个",
    of=total(Activity.programmes),
    where=HELD,
    dated=Activity.date,
    by=(Activity.kind, Activity.title),
)
ACTIVITIES_PERFORMERS = Figure(
    "activities.performers",
    "参演参赛人次",
    unit="人次",
    of=total(Activity.performers),
    where=(HELD, filled(Activity.expected)),
    dated=Activity.date,
    by=(Activity.kind, Activity.title),
)
ACTIVITIES_PERFORMER_RATE = Figure(
    "activities.performer_rate", "职工参演率", unit="%", of=ratio(ACTIVITIES_PERFORMERS, ACTIVITIES_EXPECTED)
)

INVESTMENT_LANDED = Figure(
    "investment.landed",
    "引进落地企业家数",
    unit="家",
    of=different(Investment.enterprise),
    where=(one_of(Investment.state, "落地", "投产"), NEW),
    dated=Investment.date,
    by=(Investment.introducer, Investment.origin),
)
INVESTMENT_PROJECTS = Figure(
    "investment.projects",
    "引进项目个数",
    unit="个",
    of=count(Investment),
    where=(SIGNED, NEW),
    dated=Investment.date,
    by=(Investment.origin, Investment.village),
)
INVESTMENT_CONTRACT = Figure(
    "investment.contract",
    "招商签约资金",
    unit="元",
    of=total(Investment.contract),
    where=SIGNED,
    dated=Investment.date,
    by=(Investment.origin,),
)
INVESTMENT_ARRIVED_OUTSIDE_CITY = Figure(
    "investment.arrived_outside_city",
    "市外到位资金",
    unit="元",
    of=total(Investment.arrived),
    where=one_of(Investment.origin, "市外", "省外"),
    dated=Investment.arrived_date,
)
INVESTMENT_ARRIVED_OUTSIDE_PROVINCE = Figure(
    "investment.arrived_outside_province",
    "省外到位资金",
    unit="元",
    of=total(Investment.arrived),
    where=equals(Investment.origin, "省外"),
    dated=Investment.arrived_date,
)
