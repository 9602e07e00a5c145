"""Figures of reception (接待): guests, visitors, leaders on reception duty, the service window."""

from __future__ import annotations

from app.figures.conditions import END, at_most, either, empty, equals, filled, one_of, yes
from app.figures.declaring import count, different, least, ratio, total
from app.figures.figure import Figure
from app.models.reception.reception import Reception
from app.models.reception.reception_day import ReceptionDay
from app.models.reception.visitor import Visitor
from app.models.reception.window_day import WindowDay

RECEIVED = one_of(Reception.status, "已接待", "已结算")

RECEPTION_BATCHES = Figure(
    "reception.batches",
    "公务接待批次",
    unit="批次",
    of=count(Reception),
    where=RECEIVED,
    dated=Reception.date,
    by=(Reception.kind, Reception.origin, Reception.site, Reception.guest_unit),
)
RECEPTION_GUESTS = Figure(
    "reception.guests",
    "公务接待人次",
    unit="人次",
    of=total(Reception.guests_count),
    where=RECEIVED,
    dated=Reception.date,
    by=(Reception.kind, Reception.origin, Reception.site),
)
RECEPTION_COST = Figure(
    "reception.cost",
    "公务接待费用",
    unit="元",
    of=total(Reception.meal_cost, Reception.lodging_cost, Reception.other_cost),
    where=RECEIVED,
    dated=Reception.date,
    by=(Reception.kind, Reception.origin, Reception.site),
)
RECEPTION_PER_GUEST = Figure(
    "reception.per_guest", "公务接待人均费用", unit="元", of=ratio(RECEPTION_COST, RECEPTION_GUESTS)
)
RECEPTION_NO_LETTER = Figure(
    "reception.no_letter",
    "无公函接待批次",
    unit="批次",
    of=count(Reception),
    where=(one_of(Reception.status, "已审批", "已接待", "已结算"), empty(Reception.letter_no)),
    dated=Reception.date,
    by=(Reception.kind,),
)

COMPLETE = (equals(Visitor.kind, "办理事项"), yes(Visitor.complete))

VISITORS_BATCHES = Figure(
    "visitors.batches",
    "来访接待批次",
    unit="批次",
    of=count(Visitor),
    dated=Visitor.date,
    by=(Visitor.kind, Visitor.receiver, Visitor.leader, Visitor.handling, Visitor.village),
)
VISITORS_PERSONS = Figure(
    "visitors.persons",
    "来访接待人次",
    unit="人次",
    of=total(Visitor.persons),
    dated=Visitor.date,
    by=(Visitor.kind, Visitor.receiver, Visitor.leader, Visitor.handling),
)
VISITORS_DONE = Figure(
    "visitors.done",
    "来访办结件数",
    unit="件",
    of=count(Visitor),
    where=at_most(Visitor.done, END),
    dated=Visitor.date,
    by=(Visitor.kind, Visitor.leader, Visitor.receiver),
)
VISITORS_DONE_RATE = Figure("visitors.done_rate", "来访办结率", unit="%", of=ratio(VISITORS_DONE, VISITORS_BATCHES))
VISITORS_SAME_DAY = Figure(
    "visitors.same_day",
    "当天办结件数",
    unit="件",
    of=count(Visitor),
    where=(*COMPLETE, equals(Visitor.done, Visitor.date)),
    dated=Visitor.date,
    by=(Visitor.receiver,),
)
VISITORS_COMPLETE = Figure(
    "visitors.complete",
    "材料齐全的办理事项件数",
    unit="件",
    of=count(Visitor),
    where=COMPLETE,
    dated=Visitor.date,
    by=(Visitor.receiver,),
)
VISITORS_SAME_DAY_RATE = Figure(
    "visitors.same_day_rate", "当天办结率", unit="%", of=ratio(VISITORS_SAME_DAY, VISITORS_COMPLETE)
)
VISITORS_BY_LEADERS = Figure(
    "visitors.by_leaders",
    "领导接访批次",
    unit="批次",
    of=count(Visitor),
    where=filled(Visitor.leader),
    dated=Visitor.date,
    by=(Visitor.leader,),
)

AT_THE_WINDOW = equals(WindowDay.kind, "窗口日常")
AT_HOME = equals(WindowDay.kind, "上门服务")

RECEPTION_DAYS_DAYS = Figure(
    "reception_days.days",
    "领导接访值守天数",
    unit="天",
    of=different(ReceptionDay.date),
    dated=ReceptionDay.date,
    by=(ReceptionDay.leader, ReceptionDay.market_day),
)
RECEPTION_DAYS_MARKET_DAYS = Figure(
    "reception_days.market_days",
    "逢场天接访天数",
    unit="天",
    of=different(ReceptionDay.date),
    where=yes(ReceptionDay.market_day),
    dated=ReceptionDay.date,
    by=(ReceptionDay.leader,),
)
RECEPTION_DAYS_LEADERS = Figure(
    "reception_days.leaders",
    "参加接访值守领导人数",
    unit="名",
    of=different(ReceptionDay.leader),
    dated=ReceptionDay.date,
    by=(ReceptionDay.market_day, ReceptionDay.date),
)
RECEPTION_DAYS_LEAST = Figure(
    "reception_days.least",
    "逢场天最少接访领导人数",
    unit="名",
    of=least(RECEPTION_DAYS_LEADERS, "date", RECEPTION_DAYS_MARKET_DAYS),
)
RECEPTION_DAYS_LOGS = Figure(
    "reception_days.logs",
    "接访日志篇数",
    unit="篇",
    of=count(ReceptionDay),
    where=either(filled(ReceptionDay.log), yes(ReceptionDay.nobody)),
    dated=ReceptionDay.date,
    by=(ReceptionDay.leader,),
)

WINDOW_DAYS = Figure(
    "window.days", "窗口服务天数", unit="天", of=different(WindowDay.date), where=AT_THE_WINDOW, dated=WindowDay.date
)
WINDOW_VISITORS = Figure(
    "window.visitors",
    "窗口接待人次",
    unit="人次",
    of=total(WindowDay.visitors),
    where=AT_THE_WINDOW,
    dated=WindowDay.date,
)
WINDOW_VISITORS_DAILY = Figure(
    "window.visitors_daily", "窗口日均接待人次", unit="人次", of=ratio(WINDOW_VISITORS, WINDOW_DAYS)
)
WINDOW_RECEIVED = Figure(
    "window.received",
    "便民服务受理件数",
    unit="件",
    of=total(WindowDay.received),
    dated=WindowDay.date,
    by=(WindowDay.kind, WindowDay.place),
)
WINDOW_FINISHED = Figure(
    "window.finished",
    "便民服务办结件数",
    unit="件",
    of=total(WindowDay.finished),
    dated=WindowDay.date,
    by=(WindowDay.kind, WindowDay.place),
)
WINDOW_FINISH_RATE = Figure(
    "window.finish_rate", "便民服务办结率", unit="%", of=ratio(WINDOW_FINISHED, WINDOW_RECEIVED)
)
WINDOW_ONSITE_RECEIVED = Figure(
    "window.onsite_received",
    "上门服务受理户数",
    unit="户",
    of=total(WindowDay.received),
    where=AT_HOME,
    dated=WindowDay.date,
    by=(WindowDay.place, WindowDay.content),
)
WINDOW_ONSITE = Figure(
    "window.onsite",
    "上门服务办结户数",
    unit="户",
    of=total(WindowDay.finished),
    where=AT_HOME,
    dated=WindowDay.date,
    by=(WindowDay.place, WindowDay.content),
)
WINDOW_ONSITE_RATE = Figure(
    "window.onsite_rate", "上门服务办结率", unit="%", of=ratio(WINDOW_ONSITE, WINDOW_ONSITE_RECEIVED)
)
