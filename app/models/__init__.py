"""What the office records: every register, listed by hand in the order of the tabs."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint

from app.models.budgets.allowance import ALLOWANCE
from app.models.budgets.budget import BUDGET
from app.models.budgets.disclosure import DISCLOSURE
from app.models.budgets.expense import EXPENSE
from app.models.budgets.income import INCOME
from app.models.budgets.supply import SUPPLY
from app.models.budgets.vehicle import VEHICLE
from app.models.budgets.vehicle_use import VEHICLE_USE
from app.models.conduct.award_households import AWARD_HOUSEHOLDS
from app.models.conduct.campaign import CAMPAIGN
from app.models.conduct.inspection import INSPECTION
from app.models.conduct.metric import METRIC
from app.models.conduct.named_list import NAMED_LIST
from app.models.conduct.next_step import NEXT_STEP
from app.models.conduct.pledge import PLEDGE
from app.models.conduct.problem import PROBLEM
from app.models.conduct.supervision import SUPERVISION
from app.models.conduct.survey import SURVEY
from app.models.conduct.violation import VIOLATION, Violation
from app.models.conduct.zero_report import ZERO_REPORT
from app.models.documents.certificate import CERTIFICATE
from app.models.documents.incoming import INCOMING
from app.models.documents.outgoing import OUTGOING, Outgoing
from app.models.documents.press import PRESS
from app.models.documents.regulation import REGULATION
from app.models.documents.seal import SEAL
from app.models.meetings.meeting import MEETING
from app.models.meetings.study import STUDY
from app.models.outreach.activity import ACTIVITY
from app.models.outreach.assistance import ASSISTANCE
from app.models.outreach.donation import DONATION
from app.models.outreach.essay import ESSAY
from app.models.outreach.household import HOUSEHOLD
from app.models.outreach.investment import INVESTMENT, Investment
from app.models.outreach.opinion import OPINION
from app.models.outreach.petition import PETITION, Petition
from app.models.outreach.project import PROJECT, Project
from app.models.outreach.research import RESEARCH
from app.models.outreach.visit import VISIT
from app.models.people.branch import BRANCH
from app.models.people.duty import DUTY
from app.models.people.grant import GRANT
from app.models.people.honour import HONOUR, Honour
from app.models.people.leave import LEAVE
from app.models.people.office import OFFICE
from app.models.people.outing import OUTING
from app.models.people.staff import STAFF, Staff
from app.models.people.team import TEAM
from app.models.people.training import TRAINING
from app.models.people.village import VILLAGE
from app.models.reception.reception import RECEPTION
from app.models.reception.reception_day import RECEPTION_DAY
from app.models.reception.visitor import VISITOR
from app.models.reception.window_day import WINDOW_DAY
from app.models.register import Register, Tab

TABS = (
    Tab("meetings", "会议", (MEETING, STUDY)),
    Tab("documents", "公文", (INCOMING, OUTGOING, SEAL, CERTIFICATE, REGULATION, PRESS)),
    Tab(
        "outreach",
        "联系群众",
        (VISIT, OPINION, PETITION, HOUSEHOLD, ASSISTANCE, DONATION, PROJECT, ACTIVITY, INVESTMENT, RESEARCH, ESSAY),
    ),
    Tab("reception", "接待", (RECEPTION, VISITOR, RECEPTION_DAY, WINDOW_DAY)),
    Tab("budgets", "经费", (BUDGET, EXPENSE, INCOME, VEHICLE, VEHICLE_USE, ALLOWANCE, SUPPLY, DISCLOSURE)),
    Tab("people", "人事", (LEAVE, DUTY, OUTING, TRAINING, HONOUR, GRANT, TEAM, OFFICE, STAFF, VILLAGE, BRANCH)),
    Tab(
        "conduct",
        "作风建设",
        (
            CAMPAIGN,
            SUPERVISION,
            INSPECTION,
            PROBLEM,
            VIOLATION,
            ZERO_REPORT,
            PLEDGE,
            SURVEY,
            NAMED_LIST,
            AWARD_HOUSEHOLDS,
            METRIC,
            NEXT_STEP,
        ),
    ),
)

REGISTERS: tuple[Register, ...] = tuple(register for tab in TABS for register in tab.registers)

BY_KEY: dict[str, Register] = {register.key: register for register in REGISTERS}


def tab_of(register: Register) -> Tab:
    """The tab in which a register stands."""
    return next(tab for tab in TABS if register in tab.registers)


ALSO_DATED = (
    Petition.done,
    Outgoing.signed,
    Outgoing.archived,
    Honour.year,
    Investment.arrived_date,
    Project.done,
    Violation.happened,
    Staff.party_joined,
    Staff.activist_since,
)
"""Days and years, besides those that date a register, by which figures count."""


def _index_books() -> None:
    """Each register is read by period and numbered within its year."""
    for register in REGISTERS:
        table = register.record.metadata.tables[register.key]
        UniqueConstraint(table.c.book_year, table.c.book_number)
        if register.dated_key:
            Index(None, register.by_key[register.dated_key].column, table.c.id)
    for attribute in ALSO_DATED:
        column = attribute.property.columns[0]
        Index(None, column, column.table.c.id)


_index_books()
