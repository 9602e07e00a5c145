"""Values in plain form, as history, drafts and settings keep them: what JSON can hold, and back by kind."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from app import kinds
from app.models.register import Field, Register, Values


def to_plain(value: Any) -> Any:
    """A value as JSON holds it."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    return value


def from_plain(field: Field, value: Any) -> Any:
    """The value that was written, by its field's kind."""
    if value is None:
        return None
    kind = field.kind
    if isinstance(kind, kinds.RowsKind):
        columns = {column.key: column for column in field.columns}
        return tuple({key: from_plain(columns[key], item) for key, item in row.items()} for row in value)
    if isinstance(kind, kinds.ReferencesKind):
        return tuple(value)
    if isinstance(kind, (kinds.MoneyKind, kinds.NumberKind)):
        return Decimal(value)
    if isinstance(kind, kinds.DayKind):
        return date.fromisoformat(value)
    if isinstance(kind, kinds.ClockKind):
        return time.fromisoformat(value)
    if isinstance(kind, kinds.MomentKind):
        return datetime.fromisoformat(value)
    return value


def values_to_plain(values: Values) -> dict[str, Any]:
    """A whole record in plain form."""
    return {key: to_plain(value) for key, value in values.items()}


def values_from_plain(register: Register, plain: dict[str, Any]) -> Values:
    """A whole record back; fields the register no longer has are left aside."""
    fields = register.by_key
    return {key: from_plain(fields[key], value) for key, value in plain.items() if key in fields}
