"""Records as light objects with an attribute for each field: read in bulk, or made of the values being typed."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from keyword import iskeyword
from typing import Any, Protocol, cast

from sqlalchemy import ColumnElement, Connection, select

from app.models.register import Register
from app.store.records import Children, Layout, layout_of


class View(Protocol):
    """A record whose fields are read as attributes; a reference is the id of the other record."""

    @property
    def id(self) -> int:
        """Its id in the store; 0 for a record not stored yet."""

    def __getattr__(self, name: str) -> Any: ...


@cache
def view_class(name: str, keys: tuple[str, ...]) -> type[Any]:
    """The class of views of a register that hold these fields; a key that is a Python keyword ends in _."""
    names = [f"{key}_" if iskeyword(key) else key for key in keys]
    return cast(type[Any], namedtuple(name, names))


def fetch(
    connection: Connection,
    register: str,
    keys: Iterable[str],
    *conditions: ColumnElement[bool],
    trash_too: bool = False,
) -> list[View]:
    """Stored records that meet the conditions, with the fields asked for, in the order of entry."""
    layout, asked = layout_of(register), frozenset(keys)
    stored = [(key, name) for key, name in layout.columns if key in asked]
    lists = [children for children in layout.children if children.key in asked]
    people = [(key, table) for key, table in layout.people if key in asked]
    extra = tuple(children.key for children in lists) + tuple(key for key, _ in people)
    make = view_class(register, ("id", "trashed_at", *(key for key, _ in stored), *extra))._make
    met = conditions if trash_too else (layout.table.c.trashed_at.is_(None), *conditions)
    columns = [layout.table.c[name] for _, name in stored]
    rows = connection.execute(
        select(layout.table.c.id, layout.table.c.trashed_at, *columns).where(*met).order_by(layout.table.c.id)
    ).all()
    if not extra:
        return [make(row) for row in rows]
    added = [_child_rows(connection, layout, children, met) for children in lists]
    added += [_people(connection, layout, table, met) for _, table in people]
    return [make((*row, *[found.get(row[0], ()) for found in added])) for row in rows]


def _child_rows(
    connection: Connection, layout: Layout, children: Children, met: Sequence[ColumnElement[bool]]
) -> dict[int, tuple[Any, ...]]:
    make = view_class(children.key, tuple(key for key, _ in children.columns))._make
    columns = [children.table.c[name] for _, name in children.columns]
    asked = select(children.parent, *columns).join(layout.table, layout.table.c.id == children.parent).where(*met)
    found: dict[int, tuple[Any, ...]] = {}
    for row in connection.execute(asked.order_by(children.parent, children.table.c.position)).all():
        found[row[0]] = (*found.get(row[0], ()), make(row[1:]))
    return found


def _people(
    connection: Connection, layout: Layout, table: Any, met: Sequence[ColumnElement[bool]]
) -> dict[int, tuple[int, ...]]:
    asked = select(table.c.record_id, table.c.staff_id).join(layout.table, layout.table.c.id == table.c.record_id)
    found: dict[int, tuple[int, ...]] = {}
    for record, person in connection.execute(asked.where(*met).order_by(table.c.record_id, table.c.position)).all():
        found[record] = (*found.get(record, ()), person)
    return found


def typed_view(register: Register, values: Mapping[str, Any], record_id: int | None) -> View:
    """The values being typed as a record; fields not yet filled are empty."""
    layout = layout_of(register.key)
    held: dict[str, Any] = {key: values.get(key) for key, _ in layout.columns}
    for children in layout.children:
        names = tuple(key for key, _ in children.columns)
        make = view_class(children.key, names)._make
        rows = values.get(children.key) or ()
        held[children.key] = tuple(make(row.get(name) for name in names) for row in rows)
    for key, _ in layout.people:
        held[key] = tuple(values.get(key) or ())
    named = view_class(register.key, ("id", "trashed_at", *held))
    return cast(View, named(record_id or 0, None, *held.values()))


def as_values(view: View) -> dict[str, Any]:
    """The fields of a view by key, for the functions of the models."""
    return cast(dict[str, Any], view._asdict())
