"""Figures of what people do and receive (人事): leave, duty, trips, training, honours, grants."""

from __future__ import annotations

from app.figures.conditions import END, below, differs, either, empty, equals, one_of, yes
from app.figures.declaring import count, different, first, streak, total
from app.figures.figure import Figure, Upto
from app.figures.paths import each
from app.models.people.duty import Duty
from app.models.people.grant import Grant
from app.models.people.honour import Honour
from app.models.people.leave import Leave
from app.models.people.outing import Outing
from app.models.people.staff import Staff
from app.models.people.training import Training

LEAVE_GRANTED = one_of(Leave.status, "已批准", "已销假")
LEAVE_TIMES = Figure(
    "leave.times",
    "请假人次",
    unit="人次",
    of=count(Leave),
    where=LEAVE_GRANTED,
    dated=Leave.start,
    by=(Leave.kind, Leave.staff, Leave.office),
)
LEAVE_DAYS = Figure(
    "leave.days",
    "请假天数",
    unit="天",
    of=total(Leave.days),
    where=LEAVE_GRANTED,
    dated=Leave.start,
    by=(Leave.kind, Leave.staff, Leave.office),
)
LEAVE_NOT_RETURNED = Figure(
    "leave.not_returned",
    "到期未销假人次",
    unit="人次",
    of=count(Leave),
    where=(
        equals(Leave.status, "已批准"),
        empty(Leave.returned),
        below(Leave.end, END),
        either(empty(Leave.extension), below(Leave.extension, END)),
    ),
    dated=Leave.start,
    by=(Leave.staff,),
)

DUTY_DAYS = Figure(
    "duty.days", "值班天数", unit="天", of=different(Duty.date), dated=Duty.date, by=(Duty.place, Duty.village)
)

OUTINGS_TIMES = Figure(
    "outings.times",
    "外出考察批次",
    unit="批次",
    of=count(Outing),
    dated=Outing.date,
    by=(Outing.kind, Outing.destination),
)
OUTINGS_POSTED = Figure(
    "outings.posted",
    "挂职锻炼人数",
    unit="名",
    of=different(Outing.members),
    where=equals(Outing.kind, "挂职锻炼"),
    dated=Outing.date,
    by=(Outing.destination,),
)
OUTINGS_ABROAD_GROUPS = Figure(
    "outings.abroad_groups",
    "因公出国(境)团组数",
    unit="个",
    of=count(Outing),
    where=yes(Outing.abroad),
    dated=Outing.date,
)
OUTINGS_ABROAD_PERSONS = Figure(
    "outings.abroad_persons",
    "因公出国(境)人数",
    unit="人",
    of=different(Outing.members),
    where=yes(Outing.abroad),
    dated=Outing.date,
)

TRAINING_CLASSES = Figure(
    "training.classes",
    "业务培训期数",
    unit="期",
    of=count(Training),
    dated=Training.date,
    by=(Training.kind, Training.level, Training.audience, Training.campaign),
)
TRAINING_TRAINEES = Figure(
    "training.trainees",
    "培训人次",
    unit="人次",
    of=total(Training.trainees),
    dated=Training.date,
    by=(Training.kind, Training.level, Training.audience, Training.village),
)
TRAINING_PERSONS = Figure(
    "training.persons",
    "参加培训干部人数",
    unit="名",
    of=different(Training.members),
    dated=Training.date,
    by=(Training.level, Training.kind, each(Training.members, Staff.rank), each(Training.members, Staff.duty_class)),
)

HONOURS_COUNT = Figure(
    "honours.count",
    "获得荣誉项数",
    unit="项",
    of=count(Honour),
    where=differs(Honour.kind, "群众表扬"),
    dated=Honour.year,
    by=(Honour.level, Honour.holder_kind, Honour.kind, Honour.title, Honour.holder, Honour.grade),
)
HONOURS_YEAR = Figure(
    "honours.year",
    "获得荣誉的年度",
    unit="年",
    of=first(Honour.year),
    dated=Upto(Honour.year),
    by=(Honour.title, Honour.holder, Honour.grade),
)
HONOURS_STREAK = Figure(
    "honours.streak",
    "连续获得荣誉年数",
    unit="年",
    of=streak(Honour.year),
    dated=Upto(Honour.year),
    by=(Honour.title, Honour.holder),
)
HONOURS_MODELS = Figure(
    "honours.models",
    "先进典型个数",
    unit="个",
    of=different(Honour.holder),
    where=equals(Honour.kind, "先进典型"),
    dated=Honour.year,
    by=(Honour.village, Honour.holder_kind),
)
HONOURS_PRAISE = Figure(
    "honours.praise",
    "群众表扬次数",
    unit="次",
    of=count(Honour),
    where=equals(Honour.kind, "群众表扬"),
    dated=Honour.date,
)

GRANTS_MONEY = Figure(
    "grants.money",
    "奖励资助发放金额",
    unit="元",
    of=total(Grant.amount),
    dated=Grant.date,
    by=(Grant.kind, Grant.village, Grant.qualification, Grant.source),
)
GRANTS_PAYEES = Figure(
    "grants.payees",
    "受奖受助人数",
    unit="名",
    of=different(Grant.payee),
    dated=Grant.date,
    by=(Grant.kind, Grant.village, Grant.qualification),
)
GRANTS_FIRST_YEAR = Figure(
    "grants.first_year", "奖励资助开始年份", unit="年", of=first(Grant.date), dated=Upto(Grant.date), by=(Grant.kind,)
)
