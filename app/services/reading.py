"""What a clerk types becomes values, and values become what a clerk sees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from app import kinds
from app.models import BY_KEY
from app.models.people.office import Office as OfficeRecord
from app.models.people.staff import Staff
from app.models.register import Field, Register, Values
from app.services.desk import Desk
from app.services.naming import Names, reading_over
from app.store.pinyin import initials, name_initials
from app.store.records import layout_of, titles


def reading(desk: Desk, connection: Connection, year: int | None = None) -> kinds.Reading:
    """How texts are read at this desk: today, the year meant, and names looked up."""
    return reading_over(Names(connection), desk.today(), year)


def read_field(desk: Desk, register: Register, key: str, text: object, year: int | None = None) -> Any:
    """The value of one field's text; kinds.Misread says in one sentence why it is none."""
    with desk.store.read() as connection:
        return read_value(register.by_key[key], text, reading(desk, connection, year))


def read_value(field: Field, text: object, at: kinds.Reading) -> Any:
    """The value of a field's text; child rows as one line each, columns separated by |."""
    if not field.columns:
        return field.kind.read(text, at)
    lines = [line for line in str(text or "").splitlines() if line.strip()]
    return tuple(_read_row(field, line, at) for line in lines)


def _read_row(field: Field, line: str, at: kinds.Reading) -> Values:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) > len(field.columns):
        raise kinds.Misread(f"「{field.label}」一行最多 {len(field.columns)} 栏，请用 | 隔开。")
    return {column.key: column.kind.read(part, at) for column, part in zip(field.columns, parts, strict=False)}


def read_record(desk: Desk, register: Register, given: Mapping[str, str]) -> tuple[Values, list[tuple[str, str]]]:
    """The values of texts by field key or label, and (field, sentence) of those that cannot be read."""
    values: Values = {}
    wrong: list[tuple[str, str]] = []
    labels = {field.label: field.key for field in register.fields}
    with desk.store.read() as connection:
        names = Names(connection)
        at = reading_over(names, desk.today())
        ordered = sorted(given, key=lambda name: labels.get(name, name) != register.dated_key)
        for name in ordered:
            key = name if name in register.by_key else labels.get(name)
            if key is None:
                wrong.append((name, f"{register.label}没有「{name}」这一栏。"))
                continue
            try:
                values[key] = read_value(register.by_key[key], given[name], at)
            except kinds.Misread as misread:
                wrong.append((key, f"{register.by_key[key].label}：{misread}"))
            if key == register.dated_key and values.get(key):
                names.year = getattr(values[key], "year", values[key])
    return values, wrong


def show(desk: Desk, register: Register, values: Values) -> dict[str, str]:
    """Shown texts by field key; references by name."""
    with desk.store.read() as connection:
        return {field.key: show_value(connection, field, values.get(field.key)) for field in register.fields}


def show_value(connection: Connection, field: Field, value: Any) -> str:
    """The shown text of one value."""
    kind = field.kind
    if value in (None, ()):
        return ""
    if isinstance(kind, kinds.ReferenceKind):
        return titles(connection, kind.register, [value]).get(value, "")
    if isinstance(kind, kinds.ReferencesKind):
        called = titles(connection, kind.register, value)
        return "、".join(called.get(person, "") for person in value)
    return kind.show(value)


def completions(desk: Desk, register: str, typed: str, limit: int = 12) -> list[tuple[int, str, str]]:
    """Records of a register whose name or pinyin initials begin with, then hold, what was typed: (id, name, hint)."""
    with desk.store.read() as connection:
        entries = _entries(connection, register)
    wanted = typed.strip().lower()
    letter = name_initials if register == "staff" else initials
    ranked = []
    for place, (record, name, hint) in enumerate(entries):
        letters = letter(name)
        if name.lower().startswith(wanted) or letters.startswith(wanted):
            ranked.append((0, place, record, name, hint))
        elif wanted in name.lower() or wanted in letters:
            ranked.append((1, place, record, name, hint))
    return [(record, name, hint) for _, _, record, name, hint in sorted(ranked)[:limit]]


def _entries(connection: Connection, register: str) -> list[tuple[int, str, str]]:
    """(id, name, hint) of the records that can be chosen, newest first where they have a date."""
    if register == "staff":
        asked = select(Staff.id, Staff.name, OfficeRecord.name, Staff.post)
        asked = asked.outerjoin(OfficeRecord, OfficeRecord.id == Staff.office_id)
        rows = connection.execute(asked.where(Staff.trashed_at.is_(None), Staff.left.is_(None)).order_by(Staff.id))
        return [(record, name, " ".join(filter(None, (office, post)))) for record, name, office, post in rows]
    table, of = layout_of(register).table, BY_KEY[register]
    columns = [table.c.id, of.by_key[of.title_key].column]
    dated = of.by_key[of.dated_key].column if of.dated_key else None
    statement = select(*columns, dated if dated is not None else table.c.id).where(table.c.trashed_at.is_(None))
    ordered = statement.order_by(dated.desc() if dated is not None else table.c.id, table.c.id).limit(5000)
    return [(row[0], str(row[1]), str(row[2]) if dated is not None else "") for row in connection.execute(ordered)]
