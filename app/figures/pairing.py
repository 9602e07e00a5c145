"""Figures of help (联系群众): pairing with households and units, assistance, donations."""

from __future__ import annotations

from app.figures.conditions import equals, one_of
from app.figures.declaring import different, first, least, ratio, total
from app.figures.figure import Figure, Standing, Upto
from app.figures.paths import of
from app.figures.people import STAFF_SCIENCE_LEADERS
from app.models.outreach.assistance import Assistance
from app.models.outreach.donation import Donation
from app.models.outreach.household import Household

PAIRED = Standing(Household.date, Household.ended)
TARGETS = different(Household.name, Household.village)
"""The same name in two villages is two targets."""

PAIRING_TARGETS = Figure(
    "pairing.targets",
    "帮扶对象个数",
    unit="家",
    of=TARGETS,
    dated=PAIRED,
    by=(Household.staff, Household.village, Household.kind),
)
PAIRING_POOR = Figure(
    "pairing.poor",
    "结对贫困户数",
    unit="户",
    of=TARGETS,
    where=one_of(Household.kind, "贫困户", "脱贫户", "监测户", "贫困党员", "困难群众"),
    dated=PAIRED,
    by=(Household.staff, Household.village),
)
PAIRING_STUDENTS = Figure(
    "pairing.students",
    "结对困难学生人数",
    unit="人",
    of=TARGETS,
    where=equals(Household.kind, "困难学生"),
    dated=PAIRED,
    by=(Household.staff, Household.village),
)
PAIRING_PARTY_HOUSEHOLDS = Figure(
    "pairing.party_households",
    "联系贫困党员户数",
    unit="户",
    of=TARGETS,
    where=equals(Household.kind, "贫困党员"),
    dated=PAIRED,
    by=(Household.staff,),
)
PAIRING_FARM_HOUSEHOLDS = Figure(
    "pairing.farm_households",
    "联系农户户数",
    unit="户",
    of=TARGETS,
    where=equals(Household.kind, "农户"),
    dated=PAIRED,
    by=(Household.staff,),
)
PAIRING_LEAST_PARTY = Figure(
    "pairing.least_party",
    "每名领导至少联系贫困党员户数",
    unit="户",
    of=least(PAIRING_PARTY_HOUSEHOLDS, "staff", STAFF_SCIENCE_LEADERS),
)
PAIRING_LEAST_FARM = Figure(
    "pairing.least_farm",
    "每名领导至少联系农户户数",
    unit="户",
    of=least(PAIRING_FARM_HOUSEHOLDS, "staff", STAFF_SCIENCE_LEADERS),
)

ASSISTANCE_MONEY = Figure(
    "assistance.money",
    "帮扶资金",
    unit="元",
    of=total(Assistance.money),
    dated=Assistance.date,
    by=(Assistance.village, Assistance.kind, Assistance.staff, Assistance.fund_source, Assistance.content),
)
ASSISTANCE_RAISED = Figure(
    "assistance.raised",
    "筹集帮扶资金",
    unit="元",
    of=total(Assistance.money, Assistance.goods),
    where=equals(Assistance.fund_source, "多方筹集"),
    dated=Assistance.date,
    by=(Assistance.village, Assistance.content, Assistance.kind),
)
ASSISTANCE_GOODS = Figure(
    "assistance.goods",
    "帮扶物资折款",
    unit="元",
    of=total(Assistance.goods),
    dated=Assistance.date,
    by=(Assistance.village, Assistance.content, Assistance.kind),
)
ASSISTANCE_HOUSEHOLDS = Figure(
    "assistance.households",
    "受助户数",
    unit="户",
    of=different(Assistance.household),
    dated=Assistance.date,
    by=(Assistance.village, Assistance.kind, of(Assistance.household, Household.kind)),
)
ASSISTANCE_VILLAGES = Figure(
    "assistance.villages",
    "对口帮扶村个数",
    unit="个",
    of=different(Assistance.village),
    dated=Assistance.date,
    by=(Assistance.kind,),
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
