"""What forms show beside their own record: leave balance, meetings of the month, budget left, deeds of a household."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select

from app.figures import Period, count
from app.kinds import NumberKind
from app.models import BY_KEY
from app.models.people.leave import annual_leave_taken
from app.models.people.staff import Staff, leave_left
from app.models.register import Values
from app.services.reading import show_value
from app.store.records import load
from app.store.surroundings import Office

Told = dict[str, Any]
LEADERS = "镇科级实职领导"
"""干部类别 of those who sit on the platform."""


def beside(connection: Connection, register: str, values: Values, office: Office, record: int) -> Told:
    """The values that the form of a record has besides its fields; none for most registers."""
    gather = GATHER.get(register)
    return gather(connection, values, office, record) if gather else {}


def _of_leave(connection: Connection, values: Values, office: Office, record: int) -> Told:
    """Post and annual leave of the one who asks."""
    person = values.get("staff")
    if not person:
        return {}
    year = values["start"].year
    taken = annual_leave_taken(connection, [person], year, office).get(person, Decimal(0))
    left = leave_left(connection, [person], office).get(person) if year == office.today.year else None
    told = {"annual_used": NumberKind().show(taken), "annual_left": NumberKind().show(left)}
    return {"post": office.value_of("staff", person, "post") or "", **told}


def _of_meeting(connection: Connection, values: Values, office: Office, record: int) -> Told:
    """How many meetings of its kind the month has had, this one left out where it is held already."""
    day = values["date"]
    month = Period.month(day.year, day.month)
    held = count(connection, "meetings.total", month, {"kind": values["kind"]}).value or 0
    own = 1 if values.get("status") == "已召开" else 0
    told: Told = {"same_kind": str(max(0, int(held) - own))} if isinstance(held, int) else {}
    return told | {"platform": _platform(connection, values)}


def _platform(connection: Connection, values: Values) -> list[dict[str, str]]:
    """Those of a meeting's list who sit on the platform: the leaders of the town, in the order of the roster."""
    leaders = select(Staff.name).where(Staff.duty_class == LEADERS, Staff.trashed_at.is_(None)).order_by(Staff.id)
    listed = {row.get("name") for row in values.get("attendance") or () if row.get("role") != "列席"}
    return [{"name": name} for name in connection.scalars(leaders) if name in listed]


def _of_reception(connection: Connection, values: Values, office: Office, record: int) -> Told:
    """What the budget line has left."""
    line = values.get("budget")
    field = BY_KEY["budget"].by_key["left"]
    if not line or not field.derived:
        return {}
    return {"budget_left": field.kind.show(field.derived.of(connection, [line], office).get(line))}


def _of_household(connection: Connection, values: Values, office: Office, record: int) -> Told:
    """Its deeds (帮扶活动) by day, as shown texts."""
    register = BY_KEY["assistance"]
    table = register.record.__table__
    asked = select(table.c.id).where(table.c.household_id == record, table.c.trashed_at.is_(None))
    deeds = load(connection, register, connection.scalars(asked.order_by(table.c.date, table.c.id)))
    shown = [register.by_key[key] for key in ("date", "kind", "content", "money", "goods", "result")]
    told = [
        {field.key: show_value(connection, field, deed.get(field.key)) for field in shown} for deed in deeds.values()
    ]
    return {"deeds": told}


GATHER: dict[str, Callable[[Connection, Values, Office, int], Told]] = {
    "leave": _of_leave,
    "meeting": _of_meeting,
    "reception": _of_reception,
    "household": _of_household,
}
