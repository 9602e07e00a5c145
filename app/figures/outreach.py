"""Figures of outreach (联系群众): visits to the villages, research, essays."""

from __future__ import annotations

from app.figures.conditions import either, equals, filled, one_of, yes
from app.figures.declaring import count, days_in_village, different, ratio, total
from app.figures.figure import Figure
from app.figures.paths import of
from app.figures.people import STAFF_RESIDENTS
from app.models.outreach.essay import Essay
from app.models.outreach.research import Research
from app.models.outreach.visit import Visit
from app.models.people.staff import Staff

VISITS_DAYS = Figure(
    "visits.days",
    "下村天数",
    unit="天",
    of=days_in_village(),
    dated=Visit.date,
    by=(Visit.staff, Visit.village, Visit.kind, of(Visit.staff, Staff.duty_class)),
    told="下村走访台账的天数，按日期；多天的记录从当日起连续计算，每人每天至多计1天，期外的天数不计，各人相加",
)
VISITS_TIMES = Figure(
    "visits.times",
    "下村走访次数",
    unit="次",
    of=count(Visit),
    dated=Visit.date,
    by=(Visit.staff, Visit.village, Visit.kind, Visit.campaign),
)
VISITS_HOUSEHOLDS = Figure(
    "visits.households",
    "走访户次",
    unit="户次",
    of=total(Visit.households),
    dated=Visit.date,
    by=(Visit.staff, Visit.village, Visit.kind, Visit.campaign),
)
VISITS_PROBLEMS = Figure(
    "visits.problems",
    "走访发现问题件数",
    unit="件",
    of=count(Visit),
    where=filled(Visit.found),
    dated=Visit.date,
    by=(Visit.village, Visit.staff),
)
VISITS_SOLVED = Figure(
    "visits.solved",
    "走访解决问题件数",
    unit="件",
    of=count(Visit),
    where=(filled(Visit.found), yes(Visit.solved)),
    dated=Visit.date,
    by=(Visit.village, Visit.staff),
)
VISITS_DIARY = Figure(
    "visits.diary",
    "民情日记篇数",
    unit="篇",
    of=count(Visit),
    where=either(filled(Visit.found), filled(Visit.thoughts)),
    dated=Visit.date,
    by=(Visit.staff, Visit.date),
)
VISITS_RESIDENT_VISITORS = Figure(
    "visits.resident_visitors",
    "已入村见面的住村干部人数",
    unit="人",
    of=different(Visit.staff),
    where=either(equals(of(Visit.staff, Staff.duty_class), "驻村干部"), yes(of(Visit.staff, Staff.resident))),
    dated=Visit.date,
    by=(Visit.campaign,),
    told="下村走访台账中有记录的驻村（住村）干部的不同人数，按日期",
)
VISITS_RESIDENT_RATE = Figure(
    "visits.resident_rate", "住村干部入村见面率", unit="%", of=ratio(VISITS_RESIDENT_VISITORS, STAFF_RESIDENTS)
)
VISITS_PUBLIC_TRANSPORT = Figure(
    "visits.public_transport",
    "步行或乘公共交通下村次数",
    unit="次",
    of=count(Visit),
    where=one_of(Visit.transport, "步行", "公共交通"),
    dated=Visit.date,
    by=(Visit.staff,),
)
VISITS_PUBLIC_TRANSPORT_RATE = Figure(
    "visits.public_transport_rate",
    "步行或乘公共交通下村比例",
    unit="%",
    of=ratio(VISITS_PUBLIC_TRANSPORT, VISITS_TIMES),
)

REFLECTION = one_of(Essay.kind, "心得体会", "工作心得")

RESEARCH_KEY_TOPICS = Figure(
    "research.key_topics",
    "重点调研课题个数",
    unit="个",
    of=count(Research),
    where=yes(Research.key_topic),
    dated=Research.date,
    by=(Research.staff,),
)

ESSAYS_REPORTS = Figure(
    "essays.reports",
    "调研报告篇数",
    unit="篇",
    of=count(Essay),
    where=equals(Essay.kind, "调研报告"),
    dated=Essay.date,
    by=(Essay.staff, Essay.campaign),
)
ESSAYS_WORK_NOTES = Figure(
    "essays.work_notes",
    "工作心得篇数",
    unit="篇",
    of=count(Essay),
    where=equals(Essay.kind, "工作心得"),
    dated=Essay.date,
    by=(Essay.staff, Essay.campaign),
)
ESSAYS_REFLECTIONS = Figure(
    "essays.reflections",
    "心得体会篇数",
    unit="篇",
    of=count(Essay),
    where=REFLECTION,
    dated=Essay.date,
    by=(Essay.staff, Essay.campaign, of(Essay.staff, Staff.branch)),
)
ESSAYS_PARTY_REFLECTIONS = Figure(
    "essays.party_reflections",
    "党员心得体会篇数",
    unit="篇",
    of=count(Essay),
    where=(REFLECTION, one_of(of(Essay.staff, Staff.political), "中共党员", "预备党员")),
    dated=Essay.date,
    by=(Essay.campaign,),
)
ESSAYS_CONVERTED = Figure(
    "essays.converted",
    "转化的调研报告篇数",
    unit="篇",
    of=count(Essay),
    where=(equals(Essay.kind, "调研报告"), filled(Essay.converted)),
    dated=Essay.date,
    by=(Essay.staff,),
)
