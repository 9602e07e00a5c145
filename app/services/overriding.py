"""按理由放行清单: the records saved with a typed reason against a limit that stops them, for the discipline office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, extract, select

from app.models import BY_KEY
from app.models.base import Base
from app.reports.sheet import Sheet, SheetColumn
from app.rules import RULES
from app.services.desk import Desk
from app.services.printed_lists import print_sheet, printed_list
from app.store.records import titles
from app.store.surroundings import Office
from app.store.tables import Override

TITLE = "按理由放行清单"
COLUMNS = (
    SheetColumn("规定", 2.6),
    SheetColumn("依据", 1.4),
    SheetColumn("台账", 1.1),
    SheetColumn("记录", 2.4),
    SheetColumn("放行理由", 2.8),
    SheetColumn("登记人", 0.8, "center"),
    SheetColumn("时间", 1.3, "center"),
)


@dataclass(frozen=True)
class Overridden:
    """One reason that was typed: against which limit, at which record, by whom and when."""

    rule: str
    text: str
    clause: str
    register: str
    register_label: str
    record: int
    title: str
    """What the record is called; with «（已删除）» where it lies in the recycle bin."""
    reason: str
    who: str
    at: datetime


def overrides(desk: Desk, year: int) -> list[Overridden]:
    """The reasons typed in a year, in the order in which they were typed."""
    asked = select(Override.rule, Override.register, Override.record_id, Override.reason, Override.who, Override.at)
    with desk.store.read() as connection:
        office = Office(connection, desk.today())
        rows = connection.execute(asked.where(extract("year", Override.at) == year).order_by(Override.at, Override.id))
        found = [row for row in rows.all() if row.register in BY_KEY]
        ids: dict[str, list[int]] = {}
        for row in found:
            ids.setdefault(row.register, []).append(row.record_id)
        named = {register: names_of(connection, register, records) for register, records in ids.items()}
        return [_told(office, tuple(row), named[row.register].get(row.record_id, "")) for row in found]


def _told(office: Office, row: tuple[Any, ...], title: str) -> Overridden:
    rule, register, record, reason, who, at = row
    limit = RULES.get(rule)
    text = limit.text if limit else rule
    clause = str(office.parameter(rule, "clause", limit.clause if limit else ""))
    label = BY_KEY[register].label
    return Overridden(rule, text, clause, register, label, record, title or f"第 {record} 号", reason, who, at)


def names_of(connection: Connection, register: str, records: Sequence[int]) -> dict[int, str]:
    """What records are called on paper, deleted ones marked; hidden titles stay hidden."""
    table = Base.metadata.tables[register]
    asked = select(table.c.id, table.c.trashed_at, table.c.book_number).where(table.c.id.in_(records))
    rows = connection.execute(asked).all()
    called = titles(connection, register, records)
    return {
        row.id: (called.get(row.id) or f"第 {row.book_number} 号") + ("（已删除）" if row.trashed_at else "")
        for row in rows
    }


def print_overrides(desk: Desk, year: int, path: Path) -> int:
    """The list of a year as PDF, landscape, to be signed and handed over; the number of pages."""
    return print_sheet(overrides_sheet(desk, year), path)


def overrides_sheet(desk: Desk, year: int) -> Sheet:
    """The list as a printed book, one reason a line."""
    return printed_list(desk, TITLE, COLUMNS, _lines(overrides(desk, year)), f"{year}年")


def _lines(found: Sequence[Overridden]) -> Iterator[Sequence[str]]:
    for each in found:
        when = f"{each.at:%Y-%m-%d %H:%M}"
        yield (each.text.rstrip("。"), each.clause, each.register_label, each.title, each.reason, each.who, when)
