"""The day or year by which a record belongs to a year, and the fields by which a finding names it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MAXYEAR, date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_

from app.models import BY_KEY
from app.models.documents.outgoing import Outgoing
from app.models.register import Register
from app.rules.views import View

NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "meeting": ("date", "title", "status"),
    "study": ("date", "topic"),
    "incoming": ("received", "title"),
    "outgoing": ("issued", "signed", "number", "title", "status"),
    "visit": ("date", "staff", "village"),
    "opinion": ("date", "content"),
    "petition": ("date", "name", "kind"),
    "reception": ("date", "guest_unit", "status"),
    "visitor": ("date", "name"),
    "budget": ("year", "name"),
    "expense": ("date", "summary"),
    "leave": ("start", "staff", "status"),
}
"""Fields by which a finding names a record and its day, where they are not just its day and its title."""
RUNNING: Mapping[str, str] = {"household": "ended", "team": "ended"}
"""Registers whose records belong to every year in which they are in being: until the day in this field, or still."""


@cache
def naming_fields(register: str) -> tuple[str, ...]:
    """The fields by which a finding names a record and its day: its day, its title, and what else it takes."""
    told = BY_KEY[register]
    return NAMED_BY.get(register) or tuple(key for key in (told.dated_key, told.title_key) if key is not None)


def of_year(register: str, first: date, last: date) -> tuple[ColumnElement[bool], ...]:
    """Records of the year that begins on the first day, up to the last; of some registers those in being in it."""
    if BY_KEY[register].dated_key is None:
        return ()
    if register in RUNNING:
        until = BY_KEY[register].by_key[RUNNING[register]].column
        return (_dated(register) <= last, or_(until.is_(None), until >= first))
    within = in_span(register, first, last)
    if register == "outgoing":
        return (or_(within, and_(_dated(register).is_(None), Outgoing.year == first.year)),)
    return (within,)


def in_span(register: str, first: date, last: date) -> ColumnElement[bool]:
    """Records whose day lies in a span; of registers that belong to a year alone, those of its years."""
    dated = _dated(register)
    if is_of_year(register):
        return dated.between(first.year, last.year)
    return dated.between(first, last)


@cache
def is_of_year(register: str) -> bool:
    """True for a register whose records have a year, no day."""
    key = BY_KEY[register].dated_key
    return key is not None and BY_KEY[register].by_key[key].type_name == "int"


def _dated(register: str) -> ColumnElement[Any]:
    if register == "outgoing":
        return func.coalesce(Outgoing.issued, Outgoing.signed)
    return dated_column(BY_KEY[register])


def dated_column(register: Register) -> ColumnElement[Any]:
    """The stored column by which a record belongs to a year."""
    assert register.dated_key is not None
    return register.by_key[register.dated_key].column


def day_of(register: str, record: View) -> date | None:
    """The day by which a record belongs to a year; 1 January where it has a year alone."""
    if register == "outgoing":
        issued: date | None = record.issued or record.signed
        return issued
    value: Any = getattr(record, _dating_key(register), None)
    if isinstance(value, int):
        return date(value, 1, 1) if 0 < value <= MAXYEAR else None
    return value  # type: ignore[no-any-return]


@cache
def _dating_key(register: str) -> str:
    return BY_KEY[register].dated_key or ""
