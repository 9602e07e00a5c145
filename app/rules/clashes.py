"""Clashes between leave (请假) and what a person is recorded to have done on the same days.

Other clashes are told where they belong: two leaves at once and leave on a day of duty by leave.filed, leave past its
end by leave.signed_off, a room or a chairman wanted twice by meetings.lead_time, an invoice paid twice by
expense.duplicate_invoice, a budget overdrawn by budget.not_exceeded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import func

from app.models.budgets.vehicle_use import VehicleUse
from app.models.meetings.meeting import Meeting
from app.models.outreach.visit import Visit
from app.models.people.duty import Duty
from app.models.people.leave import GRANTED, Leave
from app.models.people.outing import Outing
from app.rules.meetings import CALLED_OFF
from app.rules.people import last_day
from app.rules.periods import Span
from app.rules.rule import Reference, Remark, fields, near, rule, told
from app.rules.scope import Scope, days_after
from app.rules.views import View, fetch

MORNING, AFTERNOON = "上午", "下午"
WHOLE = frozenset((MORNING, AFTERNOON))
NOON = time(12)
LONGEST_TRIP = 60
"""A trip that began so many days before a leave may still run."""
SHOWN = 3
"""Clashes named in a sentence."""


@dataclass(frozen=True)
class Doing:
    """What somebody did from one day to another, and in which halves of the day; none where that is not known."""

    first: date
    last: date
    halves: frozenset[str]
    what: str
    record: Reference


def meeting_halves(meeting: View) -> frozenset[str]:
    """The halves of the day in which a meeting was held."""
    if meeting.start is None:
        return frozenset()
    end = meeting.end or meeting.start
    return frozenset(
        half
        for half, there in ((MORNING, meeting.start < NOON), (AFTERNOON, end > NOON or meeting.start >= NOON))
        if there
    )


def doings_of(register: str, record: View) -> Iterator[tuple[int, Doing]]:
    """Who was busy with a record, and when."""
    ref, day = (register, record.id), record.date
    if day is None:
        return
    if register == "meeting" and record.status not in CALLED_OFF:
        for person, does in ((record.host, "主持会议"), (record.recorder, "会议记录")):
            if person is not None:
                yield person, Doing(day, day, meeting_halves(record), f"{day}{does}", ref)
    elif register == "visit" and record.staff is not None:
        halves = WHOLE if record.days is None or record.days >= 1 else frozenset[str]()
        yield record.staff, Doing(day, day, halves, f"{day}下村", ref)
    elif register == "outing":
        for person in record.members:
            yield person, Doing(day, max(record.end or day, day), WHOLE, f"{day}外出{record.destination or ''}", ref)
    elif register == "vehicle_use" and record.user is not None:
        yield record.user, Doing(day, day, frozenset(), f"{day}用车去{record.destination or ''}", ref)
    elif register == "duty":
        for person in {record.leader, *record.members} - {None}:
            yield person, Doing(day, day, WHOLE, f"{day}值班", ref)


BUSY = ("meeting", "visit", "outing", "vehicle_use")
"""Registers that say where somebody was; duty is told by leave.filed."""


def doings(scope: Scope, span: Span) -> Mapping[int, list[Doing]]:
    """Person → what the person did in a span."""
    found: dict[int, list[Doing]] = {}
    for register in BUSY:
        for record in scope.within(register, span):
            for person, doing in doings_of(register, record):
                found.setdefault(person, []).append(doing)
    return found


def away(leave: View, day: date) -> frozenset[str]:
    """The halves of a day on which somebody is away."""
    last = last_day(leave)
    halves = set(WHOLE) if leave.start <= day <= last else set()
    if day == leave.start and leave.start_half == AFTERNOON:
        halves.discard(MORNING)
    if day == last == leave.end and leave.extension is None and leave.end_half == MORNING:
        halves.discard(AFTERNOON)
    return frozenset(halves)


def clash(leave: View, doing: Doing) -> bool:
    """True where somebody was away and busy in one half of a day; what is in no known half clashes with whole days."""
    first, last = max(leave.start, doing.first), min(last_day(leave), doing.last)
    if first > last:
        return False
    days = {first, last} if first < last else {first}
    for day in days:
        halves = away(leave, day)
        if halves & doing.halves or (not doing.halves and halves == WHOLE):
            return True
    return bool((last - first).days > 1)


@rule(
    "leave.clashes",
    told("请销假制度", "warn", "原则上", "请假人", "请假期间没有值班、主持会议、下村和外出记录。", source="通行做法"),
    fields(
        *(Leave.staff, Leave.start, Leave.end, Leave.start_half, Leave.end_half, Leave.extension, Leave.returned),
        *(Leave.status, Meeting.date, Meeting.start, Meeting.end, Meeting.host, Meeting.recorder, Meeting.status),
        *(Visit.date, Visit.staff, Visit.days, Outing.date, Outing.end, Outing.members, Outing.destination),
        *(VehicleUse.date, VehicleUse.user, VehicleUse.destination),
    ),
)
def nobody_is_in_two_places(leave: View, scope: Scope) -> Iterator[Remark]:
    """Who is on leave chairs no meeting, visits no village and makes no trip in that time."""
    if None in (leave.start, leave.end, leave.staff) or leave.status == "未批准" or last_day(leave) < leave.start:
        return
    if scope.hand is None:
        known = scope.once("doings", lambda: doings(scope, scope.span))
    else:
        known = doings(scope, Span(days_after(leave.start, -LONGEST_TRIP), last_day(leave), ""))
    yield from _told(doing for doing in known.get(leave.staff, ()) if clash(leave, doing))


def _told(found: Iterable[Doing]) -> Iterator[Remark]:
    clashing = list(found)
    if clashing:
        words = "、".join(each.what for each in clashing[:SHOWN]) + ("等" if len(clashing) > SHOWN else "")
        what = f"请假期间有{len(clashing)}条在岗记录（{words}）"
        yield near(what, "请核对", "start", len(clashing), others=tuple(each.record for each in clashing))


def on_leave(register: str, record: View, scope: Scope, key: str) -> Iterator[Remark]:
    """What is typed of somebody who is on leave; in the yearly check the leave itself tells it."""
    if scope.hand is None:
        return
    for person, doing in doings_of(register, record):
        until = func.coalesce(Leave.extension, Leave.end)
        conditions = (
            Leave.staff_id == person,
            Leave.status.in_(GRANTED),
            Leave.start <= doing.last,
            until >= doing.first,
        )
        keys = ("staff", "kind", "start", "end", "start_half", "end_half", "extension", "returned", "status")
        for leave in fetch(scope.connection, "leave", keys, *conditions):
            if clash(leave, doing):
                name = scope.name_of("staff", person)
                what = f"{name}{leave.start}至{last_day(leave)}请{leave.kind or '假'}"
                yield near(what, "请核对", key, others=(("leave", leave.id),))
                break


@nobody_is_in_two_places.also(fields(Meeting.host))
def no_chairman_is_on_leave(meeting: View, scope: Scope) -> Iterator[Remark]:
    """Neither chairman nor recorder is on leave."""
    yield from on_leave("meeting", meeting, scope, "host")


@nobody_is_in_two_places.also(fields(Visit.staff))
def no_visitor_is_on_leave(visit: View, scope: Scope) -> Iterator[Remark]:
    """Who goes to the village is not on leave."""
    yield from on_leave("visit", visit, scope, "staff")


@nobody_is_in_two_places.also(fields(Outing.members))
def no_traveller_is_on_leave(outing: View, scope: Scope) -> Iterator[Remark]:
    """Who is on a trip is not on leave."""
    yield from on_leave("outing", outing, scope, "members")


@nobody_is_in_two_places.also(fields(VehicleUse.user))
def no_passenger_is_on_leave(trip: View, scope: Scope) -> Iterator[Remark]:
    """Who takes the car is not on leave."""
    yield from on_leave("vehicle_use", trip, scope, "user")


@nobody_is_in_two_places.also(fields(Duty.leader, Duty.members, Duty.date))
def nobody_on_duty_is_on_leave(duty: View, scope: Scope) -> Iterator[Remark]:
    """Who is on duty is not on leave."""
    yield from on_leave("duty", duty, scope, "leader")
