"""Where a value of a record is found: in a field, in a field of a linked record, in its child rows or its people."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Table, select
from sqlalchemy.orm import QueryableAttribute

from app import kinds
from app.models import BY_KEY, REGISTERS
from app.models.register import Derived, Field

Attribute = QueryableAttribute[Any]


@dataclass(frozen=True, eq=False)
class Path:
    """A value that a figure may count, compare or be asked by."""

    key: str
    """The catalogue's name: ``kind``, ``staff.duty_class``, ``members.rank``."""
    label: str
    expression: ColumnElement[Any]
    kind: kinds.Kind
    unfolded: Field | None = None
    """The child rows or people of which it is a value, one row of the query each."""
    exact: bool = False
    """As a parameter, a text must be the whole text instead of a part of it."""


Operand = Attribute | Path


def path_of(operand: Operand) -> Path:
    """A mapped attribute as a path."""
    if isinstance(operand, Path):
        return operand
    field = declared(operand)
    if isinstance(field.kind, (kinds.ReferencesKind, kinds.RowsKind)):
        return each(operand)
    return Path(field.key, label_of(field), field.column, field.kind)


def of(link: Attribute, attribute: Attribute) -> Path:
    """A field of the record a link points at; empty where it points at none."""
    source, target = declared(link), declared(attribute)
    linked = target.column.table.alias()
    found = select(linked.c[target.column.name]).where(linked.c.id == source.column)
    expression = found.correlate(source.column.table).scalar_subquery()
    label = f"{label_of(source)}对应的{label_of(target)}"
    return Path(f"{source.key}.{target.key}", label, expression, target.kind)


def each(link: Attribute, attribute: Attribute | None = None) -> Path:
    """Each of the people or child rows of a record, or a field of each."""
    source = declared(link)
    if attribute is not None:
        target = declared(attribute)
        label = f"{label_of(source)}的{label_of(target)}"
        return Path(f"{source.key}.{target.key}", label, target.column, target.kind, source)
    if isinstance(source.kind, kinds.ReferencesKind):
        person: ColumnElement[Any] = _secondary(source).c.staff_id
        return Path(source.key, label_of(source), person, kinds.ReferenceKind(source.kind.register), source)
    row: ColumnElement[Any] = _rows(source).c.id
    return Path(source.key, label_of(source), row, kinds.WholeKind(), source)


def exactly(operand: Operand) -> Path:
    """As a parameter, the whole text counts: 米 is not 平方米."""
    return replace(path_of(operand), exact=True)


def unfolded(table: FromClause, link: Field) -> FromClause:
    """The records' table with a row for each of their people or child rows."""
    if isinstance(link.kind, kinds.ReferencesKind):
        between = _secondary(link)
        staff = BY_KEY[link.kind.register].record.__table__
        return table.join(between, between.c.record_id == table.c.id).join(staff, staff.c.id == between.c.staff_id)
    rows = _rows(link)
    (parent,) = link.relation.remote_side
    return table.join(rows, rows.c[str(parent.name)] == table.c.id)


def label_of(field: Field) -> str:
    """The field's label without its unit in brackets: 金额(元) is 金额, 村(社区) stays."""
    return field.label.removesuffix(f"({field.unit})") if field.unit else field.label


def declared(attribute: Attribute) -> Field:
    """The field that is declared for a mapped attribute."""
    return _fields()[str(attribute)]


@cache
def _fields() -> dict[str, Field]:
    own = [field for register in REGISTERS for field in register.fields]
    stored = own + [column for field in own for column in field.columns]
    return {str(field.attribute): field for field in stored if not isinstance(field.attribute, Derived)}


def _secondary(link: Field) -> Table:
    table = link.relation.secondary
    assert isinstance(table, Table)
    return table


def _rows(link: Field) -> Table:
    table = link.relation.mapper.local_table
    assert isinstance(table, Table)
    return table
