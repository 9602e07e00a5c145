"""A month of duty (值班) as one thing: loaded with all that lies round it, stored in one change, one undo.

Only the office's own duty stands in the sheet; the rotas of villages are kept record by record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from app.figures import Period
from app.models.people.duty import DUTY, Duty
from app.models.people.staff import Staff
from app.models.register import Misfit, Values
from app.services import records
from app.services.absences import absences, short
from app.services.changing import Changing
from app.services.desk import put_setting
from app.services.duty_sheet import (
    DRIVER,
    LEADER,
    MEMBER,
    POSTS,
    REMARKS,
    Around,
    Exchange,
    Line,
    Roster,
    Sheet,
    members,
)
from app.services.month_days import MonthDay, days_between, next_to
from app.services.records import Refused
from app.services.rota import Turn
from app.store.records import load, titles

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.desk import Desk

ROSTER = "duty_roster"
"""The setting that keeps who takes part in the rota."""
KEPT = "duty_sheet"
"""The setting that keeps a half-made sheet against a crash."""
OFFICE = "镇机关"
LOOKED_BACK = 92
"""Days of records from which a first roster is made."""
LIKE_BEFORE = ("shift", "phone", "place")
"""Fields of a new day that are as in the last record."""
WRITTEN = ("log", "patrol", "handover", "calls", "nothing")
"""The log: a day that has one cannot be cleared."""


@dataclass(frozen=True)
class DutyMonth:
    """What is stored of a month, and what lies round it."""

    period: Period
    sheet: Sheet
    roster: Roster
    around: Around
    usual: Mapping[str, Any]
    """What a new day holds besides its people."""


def _own(connection: Connection, first: date, last: date) -> dict[int, Values]:
    """The office's own shifts between two days, day by day."""
    own = or_(Duty.place.is_(None), Duty.place != "村(社区)")
    asked = select(Duty.id).where(Duty.trashed_at.is_(None), Duty.date.between(first, last), own)
    return load(connection, DUTY, connection.scalars(asked.order_by(Duty.date, Duty.id)).all())


def load_month(desk: Desk, period: Period) -> DutyMonth:
    """The month as it is stored."""
    year = period.start.year
    first, last = min(date(year, 1, 1), next_to(period.start, -1)), max(date(year, 12, 31), next_to(period.end, 1))
    with desk.office() as office:
        connection = office.connection
        found = _own(connection, min(first, next_to(period.start, -LOOKED_BACK)), last)
        days = {each.day: each for each in days_between(office, first, last)}
        roster = roster_of(desk, connection, found)
        lines = tuple(_lines(found, [day for at, day in days.items() if period.start <= at <= period.end]))
        sheet = Sheet(lines, 0).with_seats(roster.seats)
        names = titles(connection, "staff", connection.scalars(select(Staff.id)).all())
        around = Around(
            names,
            absences(office, period.start, period.end),
            _on(found, next_to(period.start, -1)),
            _on(found, next_to(period.end, 1)),
            _turns(found, days, period),
        )
        return DutyMonth(period, sheet, roster, around, _usual(found))


def _on(found: Mapping[int, Values], day: date) -> frozenset[int]:
    return frozenset(
        person for one in found.values() if one["date"] == day for person in (one["leader"], *one["members"])
    )


def _turns(found: Mapping[int, Values], days: Mapping[date, MonthDay], period: Period) -> dict[Turn, int]:
    """Turns of the year outside of the month."""
    turns: dict[Turn, int] = {}
    for one in found.values():
        day = one["date"]
        if day.year != period.start.year or period.start <= day <= period.end:
            continue
        for post, people in ((LEADER, (one["leader"],)), (MEMBER, one["members"])):
            for person in people:
                turn = post, person, days[day].kind
                turns[turn] = turns.get(turn, 0) + 1
    return turns


def _usual(found: Mapping[int, Values]) -> dict[str, Any]:
    last: Values = next(reversed(list(found.values())), {})
    usual = {key: last.get(key) for key in LIKE_BEFORE}
    return usual | {"shift": usual["shift"] or "全天", "place": usual["place"] or OFFICE}


def _lines(found: Mapping[int, Values], days: list[MonthDay]) -> Iterator[Line]:
    """A line for each shift, and one for a day without any."""
    by_day: dict[date, list[tuple[int, Values]]] = {}
    for record, values in found.items():
        by_day.setdefault(values["date"], []).append((record, values))
    for day in days:
        mine = by_day.get(day.day)
        if not mine:
            yield Line(day)
        for record, values in mine or ():
            cells = {key: values[key] for key in (LEADER, DRIVER, REMARKS) if values.get(key)}
            cells |= dict(zip(members(len(values["members"])), values["members"], strict=True))
            yield Line(day, record, cells, frozenset(cells))


def roster_of(desk: Desk, connection: Connection, found: Mapping[int, Values]) -> Roster:
    """Who takes part: as kept, else who did in the last months, else leaders and staff; who has left is left out."""
    kept = desk.setting(ROSTER)
    here = connection.execute(
        select(Staff.id, Staff.duty_class).where(Staff.trashed_at.is_(None), Staff.left.is_(None)).order_by(Staff.id)
    ).all()
    known = {row.id for row in here}
    if kept:
        leaders, people = (tuple(each for each in kept[key] if each in known) for key in ("leaders", "members"))
        return Roster(leaders, people, int(kept["seats"]), str(kept["driver"]))
    recent = list(found.values())[-LOOKED_BACK:]
    led = [one["leader"] for one in recent] or [row.id for row in here if row.duty_class == "镇科级实职领导"]
    stood = [person for one in recent for person in one["members"]]
    stood = stood or [row.id for row in here if row.duty_class in ("其他机关干部", "驻村干部")]
    driver = next((one["driver"] for one in reversed(recent) if one.get("driver")), "")
    seats = max((len(one["members"]) for one in recent), default=2)
    leaders, people = (tuple(sorted({each for each in some if each in known})) for some in (led, stood))
    return Roster(leaders, people, seats, driver or "")


def keep_roster(desk: Desk, roster: Roster) -> None:
    """Who takes part is remembered."""
    kept = {"leaders": list(roster.leaders), "members": list(roster.members)}
    desk.set_setting(ROSTER, kept | {"seats": roster.seats, "driver": roster.driver})


# What was typed becomes records.


def changed_lines(before: Sheet, after: Sheet) -> list[tuple[int, Line]]:
    """(place, line) of the lines that hold something else than what is stored."""
    pairs = zip(before.lines, after.lines, strict=True)
    return [(at, line) for at, (old, line) in enumerate(pairs) if dict(old.cells) != dict(line.cells)]


def save_month(desk: Desk, month: DutyMonth, sheet: Sheet) -> int:
    """Stores what differs in one change; the number of days changed. Refused names every day that cannot be."""
    changed = [line for _, line in changed_lines(month.sheet, sheet)]
    names = month.around.names
    told = [each.words(names) for each in sheet.exchanges]
    what = f"{month.period.start.year}年{month.period.start.month}月排班 {len(changed)} 天"
    with desk.store.write() as connection:
        changing = Changing(connection, desk.who, "，".join([what, *told]), desk.today())
        wrong: list[Misfit] = []
        stored: dict[date, int] = {}
        for line in changed:
            try:
                record = _store(changing, month, line)
            except Refused as refused:
                wrong += [(key, f"{short(line.day.day)}：{said}") for key, said in refused.misfits]
            else:
                stored |= {line.day.day: record} if record is not None else {}
        if wrong:
            raise Refused(wrong)
        for each in sheet.exchanges:
            for day in {each.one[0], each.other[0]} & set(stored):
                changing.note(DUTY, stored[day], each.words(names))
        put_setting(connection, KEPT, None)
    return len(changed)


def _store(changing: Changing, month: DutyMonth, line: Line) -> int | None:
    """One line as a record: made, changed, or put away where it is empty."""
    values: Values = {key: line.cells.get(key) for key in (LEADER, DRIVER, REMARKS)}
    values |= {"date": line.day.day, "members": tuple(dict.fromkeys(line.people(MEMBER)))}
    if line.record is None:
        return records.save_within(changing, DUTY, records.blank_for(DUTY) | dict(month.usual) | values).id
    stored = load(changing.connection, DUTY, [line.record]).get(line.record)
    trashed = changing.connection.scalar(select(Duty.trashed_at).where(Duty.id == line.record))
    if stored is None or trashed is not None:
        raise Refused([("date", "这一天的记录刚才被删除了，请按 F5 刷新后再排。")])
    if any(line.people(post) for post in POSTS):
        return records.save_within(changing, DUTY, values, line.record).id
    if any(stored.get(key) for key in WRITTEN):
        raise Refused([("log", "已写值班日志，不能清空，请填写带班领导和值班人员。")])
    changing.put_away(DUTY, [line.record])
    return None


# A half-made sheet survives a crash.


def keep_sheet(desk: Desk, month: DutyMonth, sheet: Sheet) -> None:
    """Keeps the cells that are not stored yet."""
    changed = changed_lines(month.sheet, sheet)
    kept = [[at, line.record, dict(line.cells), sorted(line.fixed)] for at, line in changed]
    exchanges = [
        [[each.one[0].isoformat(), each.one[1]], [each.other[0].isoformat(), each.other[1]]] for each in sheet.exchanges
    ]
    whole = {"month": month.period.start.isoformat(), "lines": kept, "exchanges": exchanges}
    desk.set_setting(KEPT, whole if kept else None)


def kept_sheet(desk: Desk, month: DutyMonth) -> Sheet | None:
    """The half-made sheet of the month, where one was kept and its records are still the same."""
    kept = desk.setting(KEPT)
    if not kept or kept["month"] != month.period.start.isoformat():
        return None
    lines = list(month.sheet.lines)
    for at, record, cells, fixed in kept["lines"]:
        if at >= len(lines) or lines[at].record != record:
            return None
        lines[at] = Line(lines[at].day, record, cells, frozenset(fixed))
    exchanges = tuple(
        Exchange(*((date.fromisoformat(day), person) for day, person in each)) for each in kept["exchanges"]
    )
    return Sheet(tuple(lines), 0, exchanges).with_seats(month.sheet.seats)


def month_words(period: Period) -> str:
    """2026年3月."""
    return f"{period.start.year}年{period.start.month}月"


def month_beside(period: Period, by: int) -> Period:
    """So many months later, or earlier."""
    number = period.start.year * 12 + period.start.month - 1 + by
    return Period.month(number // 12, number % 12 + 1)
