"""放假安排: the office's own table of days, and the days of leave that follow from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update

from app.models.people.leave import LEAVE, Leave
from app.services.changing import Changing
from app.services.desk import Desk
from app.store.records import load
from app.store.surroundings import Office, announced_holidays, statutory_days
from app.store.tables import AnnouncedYear, Change, Holiday


class BadSetting(ValueError):
    """What was typed cannot be kept; the message is one Chinese sentence."""


@dataclass(frozen=True)
class SpecialDay:
    """A day that is not what its weekday says: off, or worked."""

    day: date
    worked: bool
    name: str


@dataclass(frozen=True)
class HolidayYear:
    """The holidays of a year, and whether they are those of the State Council's notice or an estimate (估算)."""

    year: int
    announced: bool
    days: tuple[SpecialDay, ...]


def holidays_of(desk: Desk, year: int) -> HolidayYear:
    """The special days of a year as they count now."""
    with desk.office() as office:
        calendar = office.calendar
        own = {row.day: row.name for row in office.connection.execute(select(Holiday.day, Holiday.name))}
    announced = year in calendar.announced
    first = date(year, 1, 1)
    days = [first + timedelta(days=at) for at in range((date(year + 1, 1, 1) - first).days)]
    special = [
        SpecialDay(day, calendar.is_workday(day), own[day] if day in own else holiday_name(day))
        for day in days
        if calendar.worked.get(day) is not None or (not announced and day in calendar.statutory)
    ]
    return HolidayYear(year, announced, tuple(each for each in special if not is_plain(each, calendar.statutory)))


def is_plain(each: SpecialDay, statutory: Mapping[date, str]) -> bool:
    """True for an entry that says no more than the week and has no name."""
    return each.worked == (each.day.weekday() < 5) and not each.name and each.day not in statutory


def holiday_name(day: date) -> str:
    """What a holiday is called, and what a worked rest day makes up for."""
    from chinese_calendar.constants import Holiday as Known
    from chinese_calendar.constants import holidays, workdays

    named = holidays.get(day) or workdays.get(day)
    if named is None:
        return statutory_days().get(day, "")
    called = str(Known(named).chinese)
    return f"{called}调休" if day in workdays else called


def set_holidays(desk: Desk, year: int, days: Iterable[SpecialDay], announced: bool) -> int:
    """The office's own table of a year; the days of leave are counted again. The number of leaves that changed."""
    wanted = {each.day: each for each in days}
    if wrong := [day for day in wanted if day.year != year]:
        raise BadSetting(f"「{wrong[0]}」不是 {year} 年的日子，请检查。")
    known, _ = announced_holidays()
    kept = {day: worked for day, worked in known.items() if day.year == year}
    rows = [{"day": each.day, "worked": each.worked, "name": each.name} for each in wanted.values()]
    dropped = [day for day in kept if day not in wanted]
    rows += [{"day": day, "worked": day.weekday() < 5, "name": ""} for day in dropped]
    with desk.store.write() as connection:
        connection.execute(delete(Holiday).where(func.strftime("%Y", Holiday.day) == str(year)))
        connection.execute(delete(AnnouncedYear).where(AnnouncedYear.year == year))
        if rows:
            connection.execute(insert(Holiday), rows)
        if announced:
            connection.execute(insert(AnnouncedYear).values(year=year))
        return count_leave_again(connection, desk)


def count_leave_again(connection: Connection, desk: Desk) -> int:
    """天数 and 超假天数 of every leave by the calendar and limits as they stand in the transaction at hand."""
    office = Office(connection, desk.today())
    found = load(connection, LEAVE, connection.scalars(select(Leave.id)).all())
    changed = {}
    for record, before in found.items():
        after = dict(before)
        assert LEAVE.work_out is not None
        LEAVE.work_out(after, office)
        if any(after[key] != before[key] for key in ("days", "overstay")):
            changed[record] = before, {**before, "days": after["days"], "overstay": after["overstay"]}
    if changed:
        changing = Changing(connection, desk.who, f"重算请假天数 {len(changed)} 条", desk.today())
        for record, (before, after) in changed.items():
            changing.set_back(LEAVE, record, before, after)
        # It follows from the table of days and is no step of its own: Ctrl+Z passes it over.
        connection.execute(update(Change).where(Change.id == changing.id).values(undoes_id=changing.id))
    return len(changed)
