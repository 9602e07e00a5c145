"""Which records are overdue or near their last day, for the colour of that day in the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from sqlalchemy import or_, select

from app.models import BY_KEY
from app.services.desk import Desk
from app.store.records import layout_of

State = Literal["broken", "near"]
NEAR = 7
"""Days before a last day from which it is shown."""


@dataclass(frozen=True)
class Deadline:
    """The field with the last day, the one that ends the matter, and values of a choice that never press."""

    due: str
    done: str
    never: tuple[str, str] = ("", "")
    """(field, value) of records of which nothing is asked: a 阅件 is never 未办."""


DEADLINES: dict[str, Deadline] = {
    "incoming": Deadline("due", "done", ("handling", "阅件")),
    "petition": Deadline("due", "done"),
    "visitor": Deadline("due", "done"),
    "opinion": Deadline("due", "done"),
    "supervision": Deadline("due", "done"),
    "inspection": Deadline("due", "done"),
    "problem": Deadline("due", "done"),
    "project": Deadline("deadline", "done"),
    "leave": Deadline("end", "returned"),
}
"""Register → its deadline; the others have none."""


def pressing(desk: Desk, register: str, records: Sequence[int]) -> dict[int, State]:
    """Of these records those that are overdue (broken) or within a week of their last day (near)."""
    deadline = DEADLINES.get(register)
    if deadline is None or not records:
        return {}
    table, fields, today = layout_of(register).table, BY_KEY[register].by_key, desk.today()
    due, done = fields[deadline.due].column, fields[deadline.done].column
    open_ = [table.c.id.in_(records), done.is_(None), due <= today + timedelta(days=NEAR)]
    never, value = deadline.never
    if never:
        column = fields[never].column
        open_.append(or_(column.is_(None), column != value))
    if register == "leave":
        open_ += [fields["status"].column == "已批准", due < today]
    with desk.store.read() as connection:
        rows = connection.execute(select(table.c.id, due.label("due")).where(*open_))
        return {row.id: "broken" if row.due < today else "near" for row in rows}
