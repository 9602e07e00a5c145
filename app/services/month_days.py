"""The days of a month as a calendar shows them: working days, weekends, holidays with their names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from app.services.holidays import holiday_name
from app.services.rota import HOLIDAY, WEEKEND, WORKDAY
from app.store.surroundings import Office
from app.store.tables import Holiday
from app.workdays import days_from


@dataclass(frozen=True)
class MonthDay:
    """One day: what kind it is, and the name of a holiday or of a working day that makes up for one."""

    day: date
    kind: str
    name: str = ""

    @property
    def note(self) -> str:
        """国庆节, 调休上班; nothing for a day that is as its week says."""
        return "调休上班" if self.kind == WORKDAY and self.day.weekday() > 4 else self.name


def days_between(office: Office, first: date, last: date) -> tuple[MonthDay, ...]:
    """Every day from the first to the last, by the calendar of the office."""
    own = {row.day: row.name for row in office.connection.execute(select(Holiday.day, Holiday.name))}
    return tuple(_day(office, each, own.get(each)) for each in days_from(first, last))


def _day(office: Office, day: date, own: str | None) -> MonthDay:
    name = holiday_name(day) if own is None else own
    if office.calendar.is_workday(day):
        return MonthDay(day, WORKDAY, name if day.weekday() > 4 else "")
    return MonthDay(day, HOLIDAY if name or day.weekday() < 5 else WEEKEND, name)


def next_to(day: date, by: int) -> date:
    """So many days later."""
    return day + timedelta(days=by)
