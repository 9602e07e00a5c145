"""Who is where today: on duty, at a meeting elsewhere, on a trip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from app.models.documents.incoming import INCOMING_ATTENDEES, Incoming
from app.models.people.duty import DUTY_MEMBERS, Duty
from app.models.people.outing import OUTING_MEMBERS, Outing
from app.store.records import titles


@dataclass(frozen=True)
class Event:
    """Something of today: a meeting, a reception, a person who is away."""

    register: str
    id: int
    when: str
    what: str
    note: str


def named(connection: Connection, people: list[int]) -> str:
    """The names of people, in the order given."""
    called = titles(connection, "staff", people)
    return "、".join(called[person] for person in people if person in called)


def on_duty(connection: Connection, day: date) -> Iterator[Event]:
    """The shifts of the day: who leads, who keeps watch."""
    kept = Duty.date == day, Duty.trashed_at.is_(None)
    for row in connection.execute(
        select(Duty.id, Duty.leader_id, Duty.shift, Duty.phone).where(*kept).order_by(Duty.id)
    ):
        members = select(DUTY_MEMBERS.c.staff_id).where(DUTY_MEMBERS.c.record_id == row.id)
        people = list(connection.execute(members.order_by(DUTY_MEMBERS.c.position)).scalars())
        what = f"带班 {named(connection, [row.leader_id])}　值班 {named(connection, people)}"
        yield Event("duty", row.id, "值班", what, " ".join(filter(None, (row.shift, row.phone))))


def watch_of(connection: Connection, day: date) -> tuple[str, ...]:
    """Names of those on duty today, the leader first, each once."""
    kept = Duty.date == day, Duty.trashed_at.is_(None)
    people: list[int] = []
    for row in connection.execute(select(Duty.id, Duty.leader_id).where(*kept).order_by(Duty.id)):
        members = select(DUTY_MEMBERS.c.staff_id).where(DUTY_MEMBERS.c.record_id == row.id)
        people += [row.leader_id, *connection.scalars(members.order_by(DUTY_MEMBERS.c.position))]
    called = titles(connection, "staff", people)
    return tuple(dict.fromkeys(called[person] for person in people if person in called))


def bidden(connection: Connection, day: date) -> Iterator[Event]:
    """Meetings elsewhere to which a paper received bids someone today."""
    kept = Incoming.meeting_date == day, Incoming.trashed_at.is_(None)
    asked = select(Incoming.id, Incoming.title, Incoming.meeting_time, Incoming.meeting_place).where(*kept)
    for row in connection.execute(asked.order_by(Incoming.meeting_time)):
        going = select(INCOMING_ATTENDEES.c.staff_id).where(INCOMING_ATTENDEES.c.record_id == row.id)
        people = list(connection.execute(going.order_by(INCOMING_ATTENDEES.c.position)).scalars())
        what = " ".join(filter(None, (row.title, row.meeting_place)))
        when = f"{row.meeting_time:%H:%M}" if row.meeting_time else "参会"
        yield Event("incoming", row.id, when, what, named(connection, people) or "未定参会人")


def travelling(connection: Connection, day: date) -> Iterator[Event]:
    """Who is on a trip today."""
    last = func.coalesce(Outing.end, Outing.date)
    kept = Outing.date <= day, last >= day, Outing.trashed_at.is_(None)
    for row in connection.execute(select(Outing.id, Outing.destination, last.label("last")).where(*kept)):
        members = select(OUTING_MEMBERS.c.staff_id).where(OUTING_MEMBERS.c.record_id == row.id)
        people = list(connection.execute(members.order_by(OUTING_MEMBERS.c.position)).scalars())
        yield Event("outing", row.id, "外出", f"{named(connection, people)} {row.destination}", f"至 {row.last:%m-%d}")
