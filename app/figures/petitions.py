"""Figures of opinions and petitions (联系群众)."""

from __future__ import annotations

from app.figures.conditions import END, at_most, below, either, empty, equals, none_of, one_of, yes
from app.figures.declaring import count, ratio, total
from app.figures.figure import Figure, Standing
from app.models.outreach.opinion import Opinion
from app.models.outreach.petition import Petition

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
