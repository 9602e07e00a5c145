"""Saved views (视图): the conditions of a table under a name, shared by everyone who opens this data folder.

They lie among the settings and not with the window's own, because colleagues use the same ones («未办结», «本月接待»).
A period is kept as such and follows the year of the window.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import select

from app.models import BY_KEY
from app.models.register import Register
from app.services.desk import Desk
from app.store.records import layout_of

SETTING = "views:"
LONGEST = 20
"""Characters of a name."""


class BadView(ValueError):
    """The view cannot be kept; the message is one Chinese sentence."""


@dataclass(frozen=True)
class View:
    """What a table is asked for, under a name."""

    name: str
    find: str = ""
    period: int = 0
    """0 the whole year, 1–12 a month, 101–104 a quarter, -1 all years."""
    filters: Mapping[str, Any] = field(default_factory=dict)
    """Field → value, as the table is filtered."""
    sort: str | None = None
    descending: bool = True


def views(desk: Desk, register: Register) -> list[View]:
    """The views of a register in the order in which they were kept."""
    return [View(**told) for told in desk.setting(f"{SETTING}{register.key}", [])]


def keep_view(desk: Desk, register: Register, view: View) -> None:
    """Keeps a view; one of the same name is replaced. BadView where it has no name."""
    name = " ".join(view.name.split())[:LONGEST]
    if not name:
        raise BadView("请给视图起个名字，如 未办结。")
    kept = [each for each in views(desk, register) if each.name != name]
    told = [asdict(each) for each in (*kept, View(**{**asdict(view), "name": name}))]
    desk.set_setting(f"{SETTING}{register.key}", told)


def drop_view(desk: Desk, register: Register, name: str) -> None:
    """The view is gone; the records are not touched."""
    kept = [asdict(each) for each in views(desk, register) if each.name != name]
    desk.set_setting(f"{SETTING}{register.key}", kept)


def usable(desk: Desk, register: Register, view: View) -> tuple[View, list[str]]:
    """The view without conditions that cannot be met any more, and the labels or keys of those."""
    gone = [key for key, value in view.filters.items() if not _is_there(desk, register, key, value)]
    filters = {key: value for key, value in view.filters.items() if key not in gone}
    sort = view.sort if view.sort in (None, *register.by_key) else None
    labels = [register.by_key[key].label if key in register.by_key else key for key in gone]
    return View(view.name, view.find, view.period, filters, sort, view.descending), labels


def _is_there(desk: Desk, register: Register, key: str, value: Any) -> bool:
    """Whether a filter's field is still there, and the record or choice that it names."""
    found = register.by_key.get(key)
    if found is None:
        return False
    if value is None:
        return True
    if target := getattr(found.kind, "register", None):
        table = layout_of(target).table
        with desk.store.read() as connection:
            return connection.execute(select(table.c.id).where(table.c.id == value)).first() is not None
    choices = getattr(found.kind, "choices", None)
    return choices is None or value in choices


def names_of(desk: Desk, register: str) -> list[tuple[int, str]]:
    """The records of a small register by name, to filter by: people, villages, offices, campaigns."""
    kind = BY_KEY[register]
    table, title = layout_of(register).table, kind.by_key[kind.title_key].column
    order = table.c.order if "order" in table.c else table.c.id
    with desk.store.read() as connection:
        asked = select(table.c.id, title).where(table.c.trashed_at.is_(None)).order_by(order, table.c.id)
        return [(record, str(name)) for record, name in connection.execute(asked)]
