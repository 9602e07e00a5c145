"""Records of a test, written with the fields that matter; who is who in the office by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from datetime import time as clock
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from app import kinds
from app.figures.measures import table_of
from app.models import BY_KEY
from app.models.base import Record

WANG, LI, ZHANG, OTHER_ZHANG, ZHAO, SUN = 1, 2, 3, 4, 5, 6
MAIN_OFFICE, FINANCE = 1, 2
FIRST_VILLAGE, SECOND_VILLAGE = 1, 2
DRIVE, OLD_DRIVE = 1, 2
SUPPLIES, RECEPTION_LINE, OLD_SUPPLIES, OLD_RECEPTION_LINE = 1, 2, 3, 4

Rows = Mapping[type, list[dict[str, Any]]]
NO_ROWS: Rows = {}
Values = dict[str, Any]


def usual(kind: kinds.Kind) -> Any:
    """A value for a required field that a test does not care about."""
    if isinstance(kind, kinds.ChoiceKind):
        return kind.choices[-1]
    if isinstance(kind, kinds.ClockKind):
        return clock(9, 0)
    return "某" if isinstance(kind, (kinds.LineKind, kinds.ProseKind)) else 1


def add(connection: Connection, record: type[Record], rows: Rows = NO_ROWS, **given: Any) -> int:
    """One record; days as texts, money and numbers as texts, ``trashed`` for one in the recycle bin."""
    table, register = table_of(record), BY_KEY[record.__tablename__]
    values: dict[str, Any] = {
        str(field.column.name): usual(field.kind)
        for field in register.own_fields
        if field.required and field.is_stored_here
    }
    trashed = {"trashed_at": datetime(2025, 12, 1)} if given.pop("trashed", False) else {}
    values |= {name: typed(table, name, value) for name, value in given.items()} | trashed
    number = connection.scalar(select(func.count()).select_from(table)) or 0
    connection.execute(insert(table).values(id=number + 1, book_year=2025, book_number=number + 1, **values))
    for row, those in rows.items():
        for position, one in enumerate(those):
            connection.execute(insert(row).values(position=position, **{f"{table.name}_id": number + 1}, **one))
    return number + 1


def typed(table: Table, name: str, value: Any) -> Any:
    """A text as the day or number that the column holds."""
    kind = table.c[name].info.get("kind")
    if isinstance(kind, kinds.DayKind) and isinstance(value, str):
        return date.fromisoformat(value)
    return Decimal(value) if isinstance(kind, (kinds.MoneyKind, kinds.NumberKind)) and value is not None else value
