"""Figures of meetings (会议) and study (学习教育)."""

from __future__ import annotations

from app.figures.conditions import differs, equals, no, one_of, yes
from app.figures.declaring import average, count, count_rows, different, listed, names, ratio, total
from app.figures.figure import Figure
from app.figures.people import STAFF_TOTAL
from app.models.meetings.meeting import Meeting
from app.models.meetings.study import Study
from app.models.people.staff import Staff

HELD = equals(Meeting.status, "已召开")

MEETINGS_TOTAL = Figure(
    "meetings.total",
    "召开会议次数",
    unit="次",
    of=count(Meeting),
    where=HELD,
    dated=Meeting.date,
    by=(Meeting.kind, Meeting.office, Meeting.campaign, Meeting.topic),
)
MEETINGS_PLENARY = Figure(
    "meetings.plenary",
    "全体性会议次数",
    unit="次",
    of=count(Meeting),
    where=(HELD, equals(Meeting.kind, "全体性会议"), no(Meeting.superior)),
    dated=Meeting.date,
    by=(Meeting.office,),
)
MEETINGS_BUSINESS = Figure(
    "meetings.business",
    "业务性会议次数",
    unit="次",
    of=count(Meeting),
    where=(HELD, equals(Meeting.kind, "业务性会议"), no(Meeting.superior)),
    dated=Meeting.date,
    by=(Meeting.office,),
)
MEETINGS_BY_BODY = Figure(
    "meetings.by_body",
    "专题研究次数",
    unit="次",
    of=count(Meeting),
    where=(HELD, one_of(Meeting.kind, "党委会", "政府办公会", "党政联席会", "班子会", "专题会议")),
    dated=Meeting.date,
    by=(Meeting.kind, Meeting.topic, Meeting.campaign),
)
MEETINGS_DATE = Figure(
    "meetings.date",
    "会议召开日期",
    unit="日",
    of=listed(Meeting.date),
    where=HELD,
    dated=Meeting.date,
    by=(Meeting.title, Meeting.kind, Meeting.topic, Meeting.campaign),
)
MEETINGS_MINUTES_AVERAGE = Figure(
    "meetings.minutes_average",
    "会议平均时长",
    unit="分钟",
    of=average(Meeting.minutes),
    where=HELD,
    dated=Meeting.date,
    by=(Meeting.kind,),
)
MEETINGS_ITEMS = Figure(
    "meetings.items",
    "会议议题个数",
    unit="项",
    of=count_rows(Meeting.items),
    where=HELD,
    dated=Meeting.date,
    by=(Meeting.kind,),
)
MEETINGS_ITEMS_AVERAGE = Figure(
    "meetings.items_average", "每次会议平均议题数", unit="项", of=ratio(MEETINGS_ITEMS, MEETINGS_TOTAL)
)
MEETINGS_COST = Figure(
    "meetings.cost",
    "会议经费",
    unit="元",
    of=total(Meeting.cost),
    where=HELD,
    dated=Meeting.date,
    by=(Meeting.kind,),
)

TOGETHER = differs(Study.kind, "自学")

STUDY_SESSIONS = Figure(
    "study.sessions",
    "集中学习次数",
    unit="次",
    of=count(Study),
    where=TOGETHER,
    dated=Study.date,
    by=(Study.kind, Study.theme, Study.audience, Study.campaign, Study.branch, Study.topic),
)
STUDY_HOURS = Figure(
    "study.hours",
    "学习课时",
    unit="课时",
    of=total(Study.hours),
    where=TOGETHER,
    dated=Study.date,
    by=(Study.kind, Study.theme, Study.audience, Study.campaign),
)
STUDY_ATTENDANCE = Figure(
    "study.attendance",
    "学习参加人次",
    unit="人次",
    of=total(Study.present),
    dated=Study.date,
    by=(Study.kind, Study.theme, Study.audience, Study.campaign),
)
STUDY_MATERIALS = Figure(
    "study.materials",
    "学习文件篇目",
    unit="份",
    of=names(Study.material),
    dated=Study.date,
    by=(Study.campaign, Study.kind),
)
STUDY_FILMS = Figure(
    "study.films",
    "观看影片",
    unit="部",
    of=names(Study.film),
    dated=Study.date,
    by=(Study.film_kind, Study.campaign),
)
STUDY_LECTURES_LARGE = Figure(
    "study.lectures_large",
    "大型学习讲座次数",
    unit="次",
    of=count(Study),
    where=(one_of(Study.kind, "讲座", "专题辅导"), yes(Study.large)),
    dated=Study.date,
    by=(Study.outside,),
)
STUDY_LEARNERS = Figure(
    "study.learners",
    "参学人数",
    unit="人",
    of=different(Study.members),
    where=differs(Staff.duty_class, "村(社区)干部"),
    dated=Study.date,
    by=(Study.campaign, Study.kind),
    told="学习教育台账参加人员中不同的职工人数（村(社区)干部除外），按日期",
)
STUDY_PARTICIPATION = Figure("study.participation", "职工参学率", unit="%", of=ratio(STUDY_LEARNERS, STAFF_TOTAL))
STUDY_PERSON_HOURS = Figure(
    "study.person_hours",
    "学习人学时",
    unit="人学时",
    of=total(Study.person_hours),
    dated=Study.date,
    by=(Study.campaign,),
)
STUDY_HOURS_PER_HEAD = Figure(
    "study.hours_per_head", "人均学时", unit="学时", of=ratio(STUDY_PERSON_HOURS, STAFF_TOTAL)
)
STUDY_NOTEBOOKS = Figure(
    "study.notebooks",
    "上交学习笔记份数",
    unit="份",
    of=total(Study.notebooks),
    dated=Study.date,
    by=(Study.campaign,),
)
