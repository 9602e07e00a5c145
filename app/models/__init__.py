"""What the office records: every register, listed by hand in the order of the tabs."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint

from app.models.budgets.budget import BUDGET
from app.models.budgets.expense import EXPENSE
from app.models.conduct.campaign import CAMPAIGN
from app.models.documents.incoming import INCOMING
from app.models.documents.outgoing import OUTGOING, Outgoing
from app.models.meetings.meeting import MEETING
from app.models.meetings.study import STUDY
from app.models.outreach.donation import DONATION
from app.models.outreach.opinion import OPINION
from app.models.outreach.petition import PETITION, Petition
from app.models.outreach.visit import VISIT
from app.models.people.honour import HONOUR, Honour
from app.models.people.leave import LEAVE
from app.models.people.office import OFFICE
from app.models.people.staff import STAFF
from app.models.people.village import VILLAGE
from app.models.reception.reception import RECEPTION
from app.models.reception.visitor import VISITOR
from app.models.register import Register, Tab

TABS = (
    Tab("meetings", "会议", (MEETING, STUDY)),
    Tab("documents", "公文", (INCOMING, OUTGOING)),
    Tab("outreach", "联系群众", (VISIT, OPINION, PETITION, DONATION)),
    Tab("reception", "接待", (RECEPTION, VISITOR)),
    Tab("budgets", "经费", (BUDGET, EXPENSE)),
    Tab("people", "人事", (LEAVE, HONOUR, OFFICE, STAFF, VILLAGE)),
    Tab("conduct", "作风建设", (CAMPAIGN,)),
)

REGISTERS: tuple[Register, ...] = tuple(register for tab in TABS for register in tab.registers)

BY_KEY: dict[str, Register] = {register.key: register for register in REGISTERS}


def tab_of(register: Register) -> Tab:
    """The tab in which a register stands."""
    return next(tab for tab in TABS if register in tab.registers)


ALSO_DATED = (Petition.done, Outgoing.signed, Outgoing.archived, Honour.year)
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
