"""Figures of outreach (联系群众): visits, donations, opinions, petitions."""

from __future__ import annotations

from app.figures.conditions import END, at_most, below, either, empty, equals, filled, none_of, one_of, yes
from app.figures.declaring import count, days_in_village, different, first, ratio, total
from app.figures.figure import Figure, Standing, Upto
from app.figures.paths import of
from app.figures.people import STAFF_RESIDENTS
from app.models.outreach.donation import Donation
from app.models.outreach.opinion import Opinion
from app.models.outreach.petition import Petition
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

DONATIONS_MONEY = Figure(
    "donations.money",
    "捐款金额",
    unit="元",
    of=total(Donation.money),
    dated=Donation.date,
    by=(
        Donation.kind,
        Donation.purpose,
        Donation.recipient,
        Donation.organizer,
        Donation.village,
        Donation.campaign,
    ),
)
DONATIONS_FIRST_YEAR = Figure(
    "donations.first_year",
    "捐款统计起始年份",
    unit="年",
    of=first(Donation.date),
    dated=Upto(Donation.date),
    by=(Donation.kind,),
)
DONATIONS_VALUE = Figure(
    "donations.value",
    "捐款捐物折合金额",
    unit="元",
    of=total(Donation.money, Donation.goods),
    dated=Donation.date,
    by=(Donation.kind, Donation.purpose, Donation.recipient),
)
DONATIONS_GOODS = Figure(
    "donations.goods",
    "捐物折款金额",
    unit="元",
    of=total(Donation.goods),
    dated=Donation.date,
    by=(Donation.kind, Donation.purpose, Donation.recipient, Donation.village),
)
DONATIONS_ITEMS = Figure(
    "donations.items",
    "捐物件数",
    unit="件",
    of=total(Donation.items),
    dated=Donation.date,
    by=(Donation.kind, Donation.goods_name),
)
DONATIONS_PERSON_TIMES = Figure(
    "donations.person_times",
    "捐助人次",
    unit="人次",
    of=total(Donation.donors),
    dated=Donation.date,
    by=(Donation.kind, Donation.purpose),
)
DONATIONS_EXPECTED = Figure(
    "donations.expected",
    "应参加捐助人次",
    unit="人次",
    of=total(Donation.expected),
    dated=Donation.date,
    by=(Donation.kind, Donation.purpose),
)
DONATIONS_PARTICIPATION = Figure(
    "donations.participation", "捐助参与率", unit="%", of=ratio(DONATIONS_PERSON_TIMES, DONATIONS_EXPECTED)
)

OPINIONS_COLLECTED = Figure(
    "opinions.collected",
    "收集意见建议条数",
    unit="条",
    of=count(Opinion),
    dated=Opinion.date,
    by=(Opinion.source, Opinion.topic, Opinion.village, Opinion.office, Opinion.campaign),
)
OPINIONS_ADOPTED = Figure(
    "opinions.adopted",
    "采纳意见建议条数",
    unit="条",
    of=count(Opinion),
    where=equals(Opinion.adopted, "已采纳"),
    dated=Opinion.date,
    by=(Opinion.source, Opinion.topic, Opinion.village, Opinion.campaign),
)
OPINIONS_ADOPTION_RATE = Figure(
    "opinions.adoption_rate", "意见建议采纳率", unit="%", of=ratio(OPINIONS_ADOPTED, OPINIONS_COLLECTED)
)
OPINIONS_SUGGESTIONS = Figure(
    "opinions.suggestions",
    "干部合理化建议条数",
    unit="条",
    of=count(Opinion),
    where=equals(Opinion.source, "机关干部建议"),
    dated=Opinion.date,
    by=(Opinion.staff, Opinion.topic, Opinion.campaign),
)

CLOSED = one_of(Petition.status, "已化解", "已办结")

PETITIONS_REGISTERED = Figure(
    "petitions.registered",
    "登记信访及矛盾纠纷件数",
    unit="件",
    of=count(Petition),
    dated=Petition.date,
    by=(Petition.channel, Petition.topic, Petition.village, Petition.kind, Petition.level),
)
PETITIONS_PERSONS = Figure(
    "petitions.persons",
    "信访人次",
    unit="人次",
    of=total(Petition.persons),
    dated=Petition.date,
    by=(Petition.channel, Petition.topic, Petition.village),
)
PETITIONS_CLOSED = Figure(
    "petitions.closed",
    "化解办结信访件数",
    unit="件",
    of=count(Petition),
    where=CLOSED,
    dated=Petition.done,
    by=(Petition.channel, Petition.topic, Petition.village, Petition.leader, Petition.backlog),
)
PETITIONS_CLOSED_OF_YEAR = Figure(
    "petitions.closed_of_year",
    "当期登记并办结件数",
    unit="件",
    of=count(Petition),
    where=(CLOSED, at_most(Petition.done, END)),
    dated=Petition.date,
    by=(Petition.channel, Petition.topic, Petition.village, Petition.leader),
)
PETITIONS_CLOSE_RATE = Figure(
    "petitions.close_rate", "信访办结率", unit="%", of=ratio(PETITIONS_CLOSED_OF_YEAR, PETITIONS_REGISTERED)
)
PETITIONS_BACKLOG = Figure(
    "petitions.backlog",
    "信访积案件数",
    unit="件",
    of=count(Petition),
    where=yes(Petition.backlog),
    dated=Standing(Petition.date, Petition.done),
    by=(Petition.leader,),
)
PETITIONS_TO_CAPITAL = Figure(
    "petitions.to_capital",
    "进京赴省上访件数",
    unit="件",
    of=count(Petition),
    where=one_of(Petition.level, "省", "京"),
    dated=Petition.date,
    by=(Petition.level,),
)
PETITIONS_OVERDUE = Figure(
    "petitions.overdue",
    "超期未办结信访件数",
    unit="件",
    of=count(Petition),
    where=(
        none_of(Petition.status, "已化解", "已办结", "不予受理"),
        below(Petition.due, END),
        either(empty(Petition.extended), below(Petition.extended, END)),
    ),
    dated=Petition.date,
    by=(Petition.office, Petition.leader),
)
