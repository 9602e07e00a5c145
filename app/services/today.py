"""What the morning page shows: what is due, who is away, what happens today, budgets, petitions, months."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, and_, case, extract, func, or_, select
from sqlalchemy.orm import aliased

from app.models.budgets import budget as budgets
from app.models.budgets.budget import Budget
from app.models.documents.incoming import Incoming
from app.models.meetings.meeting import Meeting
from app.models.outreach.petition import Petition
from app.models.outreach.visit import Visit
from app.models.people.leave import GRANTED, Leave
from app.models.people.office import Office as Unit
from app.models.people.staff import Staff
from app.models.reception.reception import Reception
from app.models.reception.visitor import Visitor
from app.models.register import Surroundings
from app.services.deadlines import NEAR
from app.services.presence import Event, bidden, on_duty, travelling, watch_of
from app.store.records import HIDDEN

if TYPE_CHECKING:
    from app.rules import Meter, Verdict
    from app.services.desk import Desk

TELL_WITHIN, CLOSE_WITHIN = 15, 60
"""信访工作条例 第23条 and 第34条, in days."""
CLOSED = ("已化解", "已办结", "不予受理")


@dataclass(frozen=True)
class Due:
    """One thing with a last day: negative days left mean overdue."""

    register: str
    id: int
    what: str
    """«县信访局 交办信访事项的函», «孙望川 事假 未销假»."""
    who: str
    last: date
    left: int


@dataclass(frozen=True)
class Bar:
    """One budget line: spent and granted in yuan."""

    id: int
    name: str
    spent: Decimal
    granted: Decimal

    @property
    def state(self) -> str:
        """broken above the whole, near from nine tenths, else met."""
        if self.spent > self.granted:
            return "broken"
        return "near" if self.granted and self.spent >= self.granted * Decimal("0.9") else "met"


@dataclass(frozen=True)
class Petitions:
    """The petitions of a year, with the records behind each number."""

    registered: tuple[int, ...]
    persons: int
    closed: tuple[int, ...]
    backlog: tuple[int, ...]
    unled: int
    """Backlog cases without a leader in charge."""


@dataclass(frozen=True)
class Month:
    """Meetings held and days in the villages of one month."""

    number: int
    meetings: int
    visit_days: Decimal


@dataclass(frozen=True)
class Today:
    """Everything of the morning page but the limits."""

    day: date
    due: tuple[Due, ...]
    events: tuple[Event, ...]
    away: tuple[Event, ...]
    bars: tuple[Bar, ...]
    petitions: Petitions
    months: tuple[Month, ...]


def today(desk: Desk, year: int | None = None) -> Today:
    """The morning page on the desk's day; budgets, petitions and months of the year asked for."""
    from app.store.surroundings import Office

    day = desk.today()
    with desk.store.read() as connection:
        around = Office(connection, day)
        return Today(
            day,
            due(connection, around),
            (*on_duty(connection, day), *bidden(connection, day), *events(connection, day)),
            (*away(connection, day), *travelling(connection, day)),
            bars(connection, around, year or day.year),
            petitions(connection, year or day.year, day),
            months(connection, year or day.year),
        )


@dataclass(frozen=True)
class Now:
    """What every page may say of today at its foot."""

    pressing: int
    """Things that are overdue or due today."""
    watch: tuple[str, ...]
    """Who is on duty, the leader first."""
    away: int
    """Persons' leave and trips of today."""


def now(desk: Desk) -> Now:
    """Today in three numbers and names."""
    from app.store.surroundings import Office

    day = desk.today()
    with desk.store.read() as connection:
        pressing = sum(one.left <= 0 for one in due(connection, Office(connection, day)))
        gone = len([*away(connection, day), *travelling(connection, day)])
        return Now(pressing, watch_of(connection, day), gone)


def due(connection: Connection, around: Surroundings) -> tuple[Due, ...]:
    """What is overdue or falls due within a week, the most overdue first."""
    sources: tuple[Callable[[Connection, Surroundings], Iterator[Due]], ...]
    sources = papers_due, petitions_due, visitors_due, leave_due
    found = [one for source in sources for one in source(connection, around)]
    return tuple(sorted(found, key=lambda one: (one.last, one.register, one.id)))


def one_due(around: Surroundings, register: str, id_: int, what: str, who: str | None, last: date) -> Due:
    """A thing due, its days left counted."""
    return Due(register, id_, what, who or "", last, (last - around.today).days)


def papers_due(connection: Connection, around: Surroundings) -> Iterator[Due]:
    """Incoming papers with a date and no result; a 阅件 is never 未办."""
    open_ = (
        Incoming.done.is_(None),
        Incoming.due <= around.today + timedelta(days=NEAR),
        or_(Incoming.handling.is_(None), Incoming.handling != "阅件"),
        Incoming.trashed_at.is_(None),
    )
    found = select(Incoming.id, Incoming.sender, Incoming.title, Incoming.due, Unit.name, Staff.name.label("person"))
    found = found.outerjoin(Unit, Unit.id == Incoming.office_id).outerjoin(Staff, Staff.id == Incoming.handler_id)
    for row in connection.execute(found.where(*open_)):
        yield one_due(around, "incoming", row.id, f"{row.sender} {row.title}", row.person or row.name, row.due)


def petitions_due(connection: Connection, around: Surroundings) -> Iterator[Due]:
    """Cases not yet told of their acceptance after 15 days, and those not closed after 60 (or by their own date)."""
    leader = aliased(Staff)
    name = case((Petition.kind == "检举控告", HIDDEN), else_=Petition.name).label("name")
    columns = [getattr(Petition, key) for key in ("id", "date", "told", "accepted", "due", "extended", "done")] + [name]
    found = select(*columns, leader.name.label("leader")).outerjoin(leader, leader.id == Petition.leader_id)
    found = found.where(Petition.trashed_at.is_(None), Petition.status.not_in(CLOSED), Petition.done.is_(None))
    tell = around.parameter("petitions.told_15_days", "days", TELL_WITHIN)
    close = around.parameter("petitions.close_60_days", "days", CLOSE_WITHIN)
    horizon = around.today + timedelta(days=NEAR)
    for row in connection.execute(found):
        who = f"包案 {row.leader}" if row.leader else ""
        if not row.told and not row.accepted and row.date + timedelta(days=tell) <= horizon:
            last = row.date + timedelta(days=tell)
            yield one_due(around, "petition", row.id, f"信访 {row.name} 受理告知（{tell}日）", who, last)
        own = row.extended or row.due
        last = own or (row.accepted or row.date) + timedelta(days=close)
        if last <= horizon:
            yield one_due(
                around, "petition", row.id, f"信访 {row.name} 办结" + ("" if own else f"（{close}日）"), who, last
            )


def visitors_due(connection: Connection, around: Surroundings) -> Iterator[Due]:
    """Promises to visitors that are not yet kept."""
    found = select(Visitor.id, Visitor.name, Visitor.due, Staff.name.label("receiver"))
    found = found.join(Staff, Staff.id == Visitor.receiver_id)
    open_ = Visitor.done.is_(None), Visitor.due <= around.today + timedelta(days=NEAR), Visitor.trashed_at.is_(None)
    for row in connection.execute(found.where(*open_)):
        yield one_due(around, "visitor", row.id, f"{row.name} 来访承诺答复", row.receiver, row.due)


def leave_due(connection: Connection, around: Surroundings) -> Iterator[Due]:
    """Leave that has ended and is not signed off; the last day is the first 工作日 after it."""
    end = func.coalesce(Leave.extension, Leave.end)
    found = select(Leave.id, Staff.name, Leave.kind, end.label("last"), Unit.name.label("office"))
    found = found.join(Staff, Staff.id == Leave.staff_id).outerjoin(Unit, Unit.id == Leave.office_id)
    open_ = Leave.returned.is_(None), Leave.status == "已批准", end < around.today, Leave.trashed_at.is_(None)
    for row in connection.execute(found.where(*open_)):
        what = f"{row.name} {row.kind} {row.last:%m-%d} 到期，未销假"
        yield one_due(around, "leave", row.id, what, row.office, around.calendar.next_workday(row.last))


def events(connection: Connection, day: date) -> Iterator[Event]:
    """Meetings and receptions of the day, in the order of their times."""
    held = Meeting.date == day, Meeting.status.not_in(("未批准", "已取消")), Meeting.trashed_at.is_(None)
    columns = select(Meeting.id, Meeting.start, Meeting.title, Meeting.venue).where(*held)
    for row in connection.execute(columns.order_by(Meeting.start)):
        yield Event("meeting", row.id, f"{row.start:%H:%M}", row.title, row.venue)
    last = func.coalesce(Reception.end, Reception.date)
    open_ = Reception.date <= day, last >= day, Reception.status != "已取消", Reception.trashed_at.is_(None)
    guests = select(Reception.id, Reception.guest_unit, Reception.guests_count, Reception.purpose, Reception.letter_no)
    for guest in connection.execute(guests.where(*open_).order_by(Reception.id)):
        note = "公函已收" if guest.letter_no else "缺公函"
        yield Event("reception", guest.id, "接待", f"{guest.guest_unit} {guest.guests_count}人 {guest.purpose}", note)


def away(connection: Connection, day: date) -> Iterator[Event]:
    """Who is on leave today."""
    end = func.coalesce(Leave.extension, Leave.end)
    found = select(Leave.id, Staff.name, Leave.kind, end.label("last"), Leave.destination)
    found = found.join(Staff, Staff.id == Leave.staff_id)
    gone = (
        Leave.start <= day,
        end >= day,
        Leave.status.in_(GRANTED),
        or_(Leave.returned.is_(None), Leave.returned > day),
        Leave.trashed_at.is_(None),
    )
    for one in connection.execute(found.where(*gone).order_by(end, Leave.id)):
        what = " ".join(filter(None, (one.name, one.kind, one.destination)))
        yield Event("leave", one.id, "外出", what, f"至 {one.last:%m-%d}")


def bars(connection: Connection, around: Surroundings, year: int) -> tuple[Bar, ...]:
    """The budget lines of a year in the order of the book."""
    found = select(Budget.id, Budget.name).where(Budget.year == year, Budget.trashed_at.is_(None))
    names: Mapping[int, str] = {row.id: row.name for row in connection.execute(found.order_by(Budget.id))}
    ids = list(names)
    spent, granted = budgets.spent(connection, ids, around), budgets.granted(connection, ids)
    return tuple(Bar(id_, names[id_], spent[id_], granted[id_]) for id_ in ids)


def petitions(connection: Connection, year: int, day: date) -> Petitions:
    """Registered and closed in the year, and what is still open of the backlog."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    live = Petition.trashed_at.is_(None)

    def ids(*conditions: Any) -> tuple[int, ...]:
        return tuple(connection.scalars(select(Petition.id).where(live, *conditions).order_by(Petition.date)))

    within = Petition.date.between(first, last)
    closed = and_(within, Petition.status.in_(("已化解", "已办结")))
    open_backlog = and_(Petition.backlog.is_(True), Petition.date <= day, Petition.done.is_(None))
    persons = connection.scalar(select(func.coalesce(func.sum(Petition.persons), 0)).where(live, within))
    unled = len(ids(open_backlog, Petition.leader_id.is_(None)))
    return Petitions(ids(within), int(persons or 0), ids(closed), ids(open_backlog), unled)


def months(connection: Connection, year: int) -> tuple[Month, ...]:
    """Meetings held and days in the villages, month by month."""
    span = date(year, 1, 1), date(year, 12, 31)

    def by_month(column: Any, measure: Any, *conditions: Any) -> dict[int, Any]:
        month = extract("month", column).label("month")
        found = select(month, measure).where(column.between(*span), *conditions).group_by(month)
        return {int(number): value for number, value in connection.execute(found)}

    held = by_month(Meeting.date, func.count(), Meeting.status == "已召开", Meeting.trashed_at.is_(None))
    visits = by_month(Visit.date, func.sum(Visit.days), Visit.trashed_at.is_(None))
    return tuple(Month(n, held.get(n, 0), visits.get(n) or Decimal(0)) for n in range(1, 13))


@dataclass(frozen=True)
class Standing:
    """How the year stands: the quotas that run, every limit, and of whom each quota is asked."""

    meters: tuple[Meter, ...]
    verdicts: tuple[Verdict, ...]
    subjects: Mapping[str, str]
    """Of whom each quota is asked, by the key of its limit."""

    @property
    def quotas(self) -> tuple[Meter, ...]:
        """The quotas that are shown: those with a unit, and two more."""
        wanted = (meter for meter in self.meters if meter.unit or meter.rule in SHORT)
        return tuple(meter for meter in wanted if isinstance(meter.value, int | Decimal))

    def worded(self, meter: Meter, year: int) -> tuple[str, str]:
        """What a quota is called and how it stands: of «at least» for many, how many fall short, never a mean."""
        label = SHORT.get(meter.rule, meter.label)
        label += "" if meter.period == f"{year}年" else f"（{meter.period}）"
        if meter.bound == "at_least" and meter.subjects > 1:
            whose = self.subjects[meter.rule].removeprefix("每名")
            said = f"达标 {meter.subjects - meter.short} · 未达标 {meter.short}"
            return f"{whose}{label} ≥{plain(meter.limit)}{meter.unit}", said
        limit = f" / {plain(meter.limit)}" if meter.limit is not None else meter.unit
        return label, f"{plain(meter.value)}{limit}"


SHORT = {"documents.joint_fewer": "党政联合发文", "documents.yearly_total": "本年发文（不多于上年）"}
"""Quotas without a unit that are shown all the same; budgets and archives have their own places."""


def plain(value: object) -> str:
    """A number without trailing zeros; a dash where there is none."""
    text = "—" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def standing(desk: Desk, year: int) -> Standing:
    """Quotas and limits as they stand today, or at the end of a year that is past."""
    from app import rules
    from app.store.surroundings import Office

    day = min(desk.today(), date(year, 12, 31))
    with desk.store.read() as connection:
        office = Office(connection, desk.today())
        running = tuple(rules.meters(connection, office, day))
        subjects = {meter.rule: rules.RULES[meter.rule].subject for meter in running}
        return Standing(running, tuple(rules.check(connection, office, year)), subjects)
