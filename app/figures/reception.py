"""Figures of official reception (公务接待) and of visitors (来访接待)."""

from __future__ import annotations

from app.figures.conditions import END, at_most, empty, equals, filled, one_of, yes
from app.figures.declaring import count, ratio, total
from app.figures.figure import Figure
from app.models.reception.reception import Reception
from app.models.reception.visitor import Visitor

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
