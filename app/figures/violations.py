"""Figures of what went wrong and was put right (作风建设): violations, zero reports, surveys, problems, debts."""

from __future__ import annotations

from app.figures.conditions import END, at_most, differs, equals, one_of, yes
from app.figures.declaring import average, count, different, extreme, ratio, total
from app.figures.figure import Figure
from app.models.conduct.problem import Problem
from app.models.conduct.survey import Survey
from app.models.conduct.violation import Violation
from app.models.conduct.zero_report import ZeroReport

NO_ACCIDENT = differs(Violation.kind, "重大安全事故")
DEBT = equals(Problem.kind, "政府欠账")
NO_DEBT = differs(Problem.kind, "政府欠账")
SOLVED = at_most(Problem.done, END)

VIOLATIONS_TOTAL = Figure(
    "violations.total",
    "违规违纪处理件数",
    unit="件",
    of=count(Violation),
    where=NO_ACCIDENT,
    dated=Violation.date,
    by=(Violation.kind, Violation.handling, Violation.ten),
)
VIOLATIONS_PERSONS = Figure(
    "violations.persons",
    "违规违纪人数",
    unit="人",
    of=different(Violation.subject),
    where=NO_ACCIDENT,
    dated=Violation.date,
    by=(Violation.kind, Violation.handling),
)
VIOLATIONS_OTHER = Figure(
    "violations.other",
    "其他违规违纪现象起数",
    unit="起",
    of=count(Violation),
    where=one_of(Violation.kind, "违纪违法", "其他", "列支其他费用"),
    dated=Violation.date,
    by=(Violation.campaign,),
)
VIOLATIONS_ACCIDENTS = Figure(
    "violations.accidents",
    "重大安全事故起数",
    unit="起",
    of=count(Violation),
    where=equals(Violation.kind, "重大安全事故"),
    dated=Violation.happened,
)

ZERO_REPORTS_SIGNED = Figure(
    "zero_reports.signed",
    "零报告确认份数",
    unit="份",
    of=count(ZeroReport),
    where=yes(ZeroReport.signed),
    dated=ZeroReport.date,
    by=(ZeroReport.subject,),
)

SURVEYS_HELD = Figure(
    "surveys.held", "满意度测评对象个数", unit="个", of=count(Survey), dated=Survey.year, by=(Survey.group,)
)
SURVEYS_AVERAGE = Figure(
    "surveys.average",
    "满意度测评平均得分",
    unit="分",
    of=average(Survey.score),
    dated=Survey.year,
    by=(Survey.group, Survey.target),
)

PROBLEMS_FOUND = Figure(
    "problems.found",
    "查摆问题条数",
    unit="条",
    of=count(Problem),
    where=NO_DEBT,
    dated=Problem.date,
    by=(Problem.source, Problem.kind, Problem.office, Problem.campaign),
)
PROBLEMS_SOLVED = Figure(
    "problems.solved",
    "整改完成问题条数",
    unit="条",
    of=count(Problem),
    where=(NO_DEBT, SOLVED),
    dated=Problem.date,
    by=(Problem.source, Problem.kind, Problem.office, Problem.campaign),
)
PROBLEMS_RATE = Figure("problems.rate", "问题整改完成率", unit="%", of=ratio(PROBLEMS_SOLVED, PROBLEMS_FOUND))

DEBTS_COUNT = Figure(
    "debts.count",
    "清查出政府欠账笔数",
    unit="笔",
    of=count(Problem),
    where=DEBT,
    dated=Problem.date,
    by=(Problem.campaign, Problem.party),
)
DEBTS_AMOUNT = Figure(
    "debts.amount",
    "清查出政府欠账金额",
    unit="元",
    of=total(Problem.amount),
    where=DEBT,
    dated=Problem.date,
    by=(Problem.campaign, Problem.party),
)
DEBTS_PAID = Figure(
    "debts.paid",
    "已偿还政府欠账笔数",
    unit="笔",
    of=count(Problem),
    where=(DEBT, SOLVED),
    dated=Problem.date,
    by=(Problem.campaign,),
)
DEBTS_PAID_RATE = Figure("debts.paid_rate", "政府欠账偿还率", unit="%", of=ratio(DEBTS_PAID, DEBTS_COUNT))
DEBTS_NEWEST = Figure(
    "debts.newest",
    "政府欠账最晚发生时间",
    unit="日",
    of=extreme("max", Problem.happened),
    where=DEBT,
    dated=Problem.date,
    by=(Problem.campaign,),
)
