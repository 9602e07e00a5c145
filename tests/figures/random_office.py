"""An office of random records, many on the bounds of periods, with empty values, child rows, people, a recycle bin."""

from __future__ import annotations

import random
from datetime import date, datetime
from datetime import time as clock
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Table, insert

from app import kinds
from app.figures.measures import table_of
from app.models import REGISTERS
from app.models.register import Field, Register

RECORDS = 70
DAYS = [
    *(date(2023, 12, 31), date(2024, 1, 1), date(2024, 6, 30), date(2024, 12, 31), date(2025, 1, 1), date(2025, 2, 10)),
    *(date(2025, 6, 1), date(2025, 6, 30), date(2025, 7, 1), date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 1)),
]
YEARS = [2023, 2024, 2025, 2025, 2026]
LINES = ["甲", "甲乙", "无", "丙、丁", "乙、丙", "", "米", "平方米"]


def value(field: Field, chance: random.Random) -> Any:
    """A value of the field's kind, out of so few that records share them."""
    kind = field.kind
    if isinstance(kind, kinds.ReferenceKind):
        return chance.randint(1, RECORDS)
    if isinstance(kind, kinds.ChoiceKind):
        return chance.choice(kind.choices[:3] if chance.random() < 0.5 else kind.choices)
    if isinstance(kind, kinds.WholeKind):
        return chance.choice(YEARS) if field.key == "year" else chance.randint(0, 6)
    if isinstance(kind, (kinds.MoneyKind, kinds.NumberKind)):
        return Decimal(chance.randint(-2 if field.key == "adjusted" else 0, 30)) / 4
    if isinstance(kind, kinds.DayKind):
        return chance.choice(DAYS)
    return clock(9, 0) if isinstance(kind, kinds.ClockKind) else plain(kind, chance)


def plain(kind: kinds.Kind, chance: random.Random) -> Any:
    """是/否, a moment, or a text."""
    if isinstance(kind, kinds.YesNoKind):
        return chance.random() < 0.6
    return datetime(2025, 1, 1) if isinstance(kind, kinds.MomentKind) else chance.choice(LINES)


def values_of(fields: tuple[Field, ...], chance: random.Random) -> dict[str, Any]:
    """Stored values by column; one in four of those that may be empty is."""
    stored = [field for field in fields if field.is_stored_here]
    filled = {field.key: value(field, chance) for field in stored}
    empty = {field.key for field in stored if not field.required and chance.random() < 0.25}
    return {str(field.column.name): None if field.key in empty else filled[field.key] for field in stored}


def named(register: Register, number: int, values: dict[str, Any]) -> dict[str, Any]:
    """Unique fields hold what no other record does; an indicator has one unit, whichever year."""
    unique = {str(field.column.name): f"{register.key}{number}" for field in register.own_fields if field.unique}
    return values | unique | ({"unit": "人"} if register.key == "metric" else {})


def fill(connection: Connection, seed: int) -> None:
    """Records of every register."""
    chance = random.Random(seed)
    for register in REGISTERS:
        table = table_of(register.record)
        for number in range(1, RECORDS + 1):
            values = named(register, number, values_of(register.own_fields, chance))
            kept = {"id": number, "book_year": 2025, "book_number": number}
            campaign = chance.choice([None, None, 1, 2])
            trashed = datetime(2025, 12, 1) if chance.random() < 0.1 else None
            connection.execute(insert(table).values(**values, **kept, campaign_id=campaign, trashed_at=trashed))
            for field in register.own_fields:
                fill_link(connection, field, number, chance)


def fill_link(connection: Connection, field: Field, number: int, chance: random.Random) -> None:
    """The people or child rows of one record, up to three."""
    if field.columns:
        rows, (parent,) = field.relation.mapper.local_table, field.relation.remote_side
        assert isinstance(rows, Table)
        for position in range(chance.randint(0, 3)):
            row = values_of(field.columns, chance) | {str(parent.name): number, "position": position}
            connection.execute(insert(rows).values(row))
    elif isinstance(field.kind, kinds.ReferencesKind):
        assert isinstance(field.relation.secondary, Table)
        for position, person in enumerate(chance.sample(range(1, RECORDS + 1), chance.randint(0, 3))):
            row = {"record_id": number, "staff_id": person, "position": position}
            connection.execute(insert(field.relation.secondary).values(row))
