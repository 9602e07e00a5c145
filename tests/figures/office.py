"""A small office, written down by hand, on which every figure can be counted by hand.

Days sit on the bounds of 2025; each register has a record in the recycle bin and one of another year.
"""

from __future__ import annotations

from sqlalchemy import Connection

from tests.figures import office_conduct, office_duties, office_people, office_projects, office_service, office_work


def fill(connection: Connection) -> None:
    """The whole office."""
    book = office_people
    for part in (book.places, book.people, book.leaves, book.honours, book.meetings, book.studies):
        part(connection)
    work = office_work
    for part in (work.incoming, work.outgoing, work.visits, work.donations, work.opinions, work.petitions):
        part(connection)
    for part in (work.receptions, work.visitors, work.budgets, work.campaigns):
        part(connection)
    duties = office_duties
    for part in (duties.branches, duties.teams, duties.duty, duties.outings, duties.training, duties.grants):
        part(connection)
    for part in (duties.seals, duties.regulations, duties.press):
        part(connection)
    outreach = office_projects
    for part in (outreach.research, outreach.essays, outreach.pairing, outreach.assistance, outreach.projects):
        part(connection)
    for part in (outreach.activities, outreach.investment):
        part(connection)
    service = office_service
    for part in (service.reception_days, service.window, service.income, service.vehicles, service.supplies):
        part(connection)
    service.disclosures(connection)
    conduct = office_conduct
    for part in (conduct.lists, conduct.supervision, conduct.pledges, conduct.inspections, conduct.violations):
        part(connection)
    for part in (conduct.zero_reports, conduct.surveys, conduct.problems, conduct.ratings, conduct.metrics):
        part(connection)
