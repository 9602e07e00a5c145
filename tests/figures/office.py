"""A small office, written down by hand, on which every figure can be counted by hand.

Days sit on the bounds of 2025; each register has a record in the recycle bin and one of another year.
"""

from __future__ import annotations

from sqlalchemy import Connection

from tests.figures import office_people, office_work


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
