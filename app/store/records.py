"""Records in and out of their tables as values by field key.

References are ids, several people a tuple of ids, child rows a tuple of dicts; nothing here judges or works out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    case,
    delete,
    insert,
    select,
    update,
)

from app import kinds
from app.models import BY_KEY
from app.models.base import Base
from app.models.register import Field, Register, Surroundings, Values

SLICE = 500
"""Ids asked for at once."""


@dataclass(frozen=True)
class Children:
    """Where the child rows of a field stand."""

    key: str
    table: Table
    parent: Column[Any]
    columns: tuple[tuple[str, str], ...]
    """(column key, stored column's name)."""


@dataclass(frozen=True)
class Layout:
    """Where the values of a register stand."""

    table: Table
    columns: tuple[tuple[str, str], ...]
    """(field key, stored column's name)."""
    people: tuple[tuple[str, Table], ...]
    children: tuple[Children, ...]


@cache
def layout_of(register_key: str) -> Layout:
    """The layout of a register's tables."""
    register = BY_KEY[register_key]
    table = Base.metadata.tables[register_key]
    stored = [field for field in register.fields if field.is_stored_here]
    people = [field for field in register.fields if isinstance(field.kind, kinds.ReferencesKind)]
    rows = [field for field in register.fields if field.columns]
    return Layout(
        table,
        tuple((field.key, str(field.column.name)) for field in stored),
        tuple((field.key, Base.metadata.tables[f"{register_key}_{field.key}"]) for field in people),
        tuple(_children(register_key, field) for field in rows),
    )


def _children(register_key: str, field: Field) -> Children:
    table = Base.metadata.tables[f"{register_key}_{field.key}"]
    columns = tuple((column.key, str(column.column.name)) for column in field.columns)
    return Children(field.key, table, table.c[f"{register_key}_id"], columns)


def slices(ids: Iterable[int]) -> Iterable[list[int]]:
    """The ids in portions that one query can ask for."""
    whole = list(ids)
    return (whole[start : start + SLICE] for start in range(0, len(whole), SLICE))


def load(connection: Connection, register: Register, ids: Iterable[int]) -> dict[int, Values]:
    """The stored values of records, those in the recycle bin too; ids that do not exist are missing."""
    layout = layout_of(register.key)
    keys = [key for key, _ in layout.columns]
    asked: Select[Any] = select(layout.table.c.id, *(layout.table.c[name] for _, name in layout.columns))
    records: dict[int, Values] = {}
    for some in slices(ids):
        for record, *values in connection.execute(asked.where(layout.table.c.id.in_(some))):
            records[record] = dict(zip(keys, values, strict=True))
        for key, table in layout.people:
            _load_people(connection, key, table, some, records)
        for children in layout.children:
            _load_children(connection, children, some, records)
    return records


def _load_people(connection: Connection, key: str, table: Table, ids: list[int], records: dict[int, Values]) -> None:
    for record in ids:
        if record in records:
            records[record][key] = ()
    asked = select(table.c.record_id, table.c.staff_id).where(table.c.record_id.in_(ids))
    for record, person in connection.execute(asked.order_by(table.c.record_id, table.c.position)):
        records[record][key] += (person,)


def _load_children(connection: Connection, children: Children, ids: list[int], records: dict[int, Values]) -> None:
    for record in ids:
        if record in records:
            records[record][children.key] = ()
    keys = [key for key, _ in children.columns]
    columns = [children.table.c[name] for _, name in children.columns]
    asked: Select[Any] = select(children.parent, *columns).where(children.parent.in_(ids))
    for parent, *values in connection.execute(asked.order_by(children.parent, children.table.c.position)):
        records[parent][children.key] += (dict(zip(keys, values, strict=True)),)


def insert_records(
    connection: Connection, register: Register, records: Sequence[tuple[int, Values]], meta: dict[str, Any]
) -> None:
    """New records with the ids given; ``meta`` holds made_by, made_at and the like."""
    layout = layout_of(register.key)
    given = {key for _, values in records for key, value in values.items() if value is not None}
    columns = [(name, key) for key, name in layout.columns if key in given]
    rows = [
        {"id": record, **meta, "book_year": values["book_year"]} | {name: values.get(key) for name, key in columns}
        for record, values in records
    ]
    if rows:
        connection.execute(insert(layout.table), rows)
    links = {key for key, _ in layout.people} | {children.key for children in layout.children}
    for record, values in records if links & given else ():
        _insert_links(connection, layout, record, values)


def _insert_links(connection: Connection, layout: Layout, record: int, values: Values) -> None:
    for key, table in layout.people:
        people = values.get(key) or ()
        if people:
            rows = [{"record_id": record, "staff_id": person, "position": at} for at, person in enumerate(people)]
            connection.execute(insert(table), rows)
    for children in layout.children:
        given = values.get(children.key) or ()
        if given:
            rows = [
                {children.parent.name: record, "position": at} | {name: row.get(key) for key, name in children.columns}
                for at, row in enumerate(given)
            ]
            connection.execute(insert(children.table), rows)


def update_record(
    connection: Connection, register: Register, record: int, values: Values, meta: dict[str, Any]
) -> None:
    """The record holds these values; fields not given stay as they are."""
    layout = layout_of(register.key)
    stored = {name: values[key] for key, name in layout.columns if key in values} | meta
    if "book_year" in values:
        stored["book_year"] = values["book_year"]
    if stored:
        connection.execute(update(layout.table).where(layout.table.c.id == record).values(stored))
    for key, table in layout.people:
        if key in values:
            connection.execute(delete(table).where(table.c.record_id == record))
    for children in layout.children:
        if children.key in values:
            connection.execute(delete(children.table).where(children.parent == record))
    _insert_links(connection, layout, record, values)


def set_column(connection: Connection, register: Register, name: str, values: Sequence[tuple[int, Any]]) -> None:
    """One stored column of many records at once: (id, value)."""
    table = layout_of(register.key).table
    if values:
        statement = update(table).where(table.c.id == bindparam("_id")).values({name: bindparam("_value")})
        connection.execute(statement, [{"_id": record, "_value": value} for record, value in values])


def remove_records(connection: Connection, register: Register, ids: Sequence[int]) -> None:
    """Takes records out for good; only undoing their making does that."""
    table = layout_of(register.key).table
    for some in slices(ids):
        connection.execute(delete(table).where(table.c.id.in_(some)))


HIDDEN = "〔保密〕"
"""What stands in place of a text that is shown only to whoever says why (信访工作条例 第30条)."""


def hidden_keys(register: Register, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Keys of the fields of a record that stay hidden until somebody says why they must be seen."""
    masked = register.masked
    return masked.keys if masked is not None and masked.hides(values.get(masked.attribute.key)) else ()


def titles(connection: Connection, register_key: str, ids: Iterable[int]) -> dict[int, str]:
    """What each record is called: its title, with its day where the title is another record's name.

    A title that is to stay hidden is never told here.
    """
    register = BY_KEY[register_key]
    layout = layout_of(register_key)
    field = register.by_key[register.title_key]
    dated = register.by_key[register.dated_key].column if register.dated_key else None
    columns = [layout.table.c.id, _told_title(register, field)] + ([dated] if dated is not None else [])
    found: dict[int, Any] = {}
    days: dict[int, Any] = {}
    for some in slices(set(ids)):
        for row in connection.execute(select(*columns).where(layout.table.c.id.in_(some))):
            found[row[0]] = row[1]
            days[row[0]] = row[2] if dated is not None else None
    if isinstance(field.kind, kinds.ReferenceKind):
        names = titles(connection, field.kind.register, [target for target in found.values() if target])
        return {record: f"{names.get(target, '')} {days[record] or ''}".strip() for record, target in found.items()}
    return {record: str(title or "") for record, title in found.items()}


def _told_title(register: Register, field: Field) -> ColumnElement[Any]:
    masked = register.masked
    if masked is None or field.key not in masked.keys:
        return field.column
    column = register.by_key[masked.attribute.key].column
    return case((column == masked.value, HIDDEN), else_=field.column)


def shown(
    connection: Connection,
    register: Register,
    ids: Sequence[int],
    fields: Sequence[Field],
    around: Surroundings,
    revealed: Collection[int] = (),
) -> list[list[str]]:
    """Shown texts of the fields, a line for each id; references by name, derived values asked for.

    What is to stay hidden is shown as 〔保密〕, but for the records that were revealed.
    """
    records = load(connection, register, ids)
    columns = [_shown_column(connection, field, ids, records, around) for field in fields]
    for record in (each for each in records if register.masked is not None and each not in revealed):
        for key in hidden_keys(register, records[record]):
            for field, column in zip(fields, columns, strict=True):
                if field.key == key and column.get(record):
                    column[record] = HIDDEN
    return [[column.get(record, "") for column in columns] for record in ids]


def _shown_column(
    connection: Connection, field: Field, ids: Sequence[int], records: dict[int, Values], around: Surroundings
) -> dict[int, str]:
    kind = field.kind
    if field.derived:
        asked = field.derived.of(connection, [record for record in ids if record in records], around)
        return {record: kind.show(value) for record, value in asked.items()}
    values = {record: records[record].get(field.key) for record in ids if record in records}
    if isinstance(kind, kinds.ReferenceKind):
        names = titles(connection, kind.register, [value for value in values.values() if value])
        return {record: names.get(value or 0, "") for record, value in values.items()}
    if isinstance(kind, kinds.ReferencesKind):
        names = titles(connection, kind.register, [person for people in values.values() for person in people or ()])
        return {
            record: "、".join(names.get(person, "") for person in people or ()) for record, people in values.items()
        }
    return {record: kind.show(value) for record, value in values.items()}
