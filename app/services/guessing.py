"""What can be guessed from what was just typed: the number of a paper written out, what goes with a 机关代字.

A guess is only put where nothing was typed; a number is only written otherwise, never changed in what it says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from app.exchange.cells import split_number
from app.kinds import Misread, narrow
from app.models.base import Base
from app.models.documents.incoming import Incoming
from app.models.documents.outgoing import Outgoing
from app.services.desk import Desk

Values = Mapping[str, Any]
Guess = Callable[[Connection, Values, int], dict[str, Any]]
LOOKED_AT = 40
"""So many of the newest papers are looked at for the 代字 of a sender."""
_BARE = re.compile(r"(?:(?P<year>(?:19|20)\d{2})[-. ]+)?第?0*(?P<serial>\d{1,5})号?")
_WITHOUT_YEAR = re.compile(r"(?P<code>[^\d\s]{2,20})\s+第?0*(?P<serial>\d{1,5})号?")


def written(code: str, year: int, serial: int) -> str:
    """云委办〔2026〕61号, GB/T 9704-2012 7.2.5."""
    return f"{code}〔{year}〕{serial}号"


def written_out(text: str, year: int, code: str = "") -> str:
    """The number of a paper as it stands on paper: «云委办2026 61» and «云委办 61» in full, «61» with the 代字 given.

    ``year`` is that of the paper where none was typed. What is no such number stays as it was typed.
    """
    bare = narrow(text).strip()
    if code and (alone := _BARE.fullmatch(bare)):
        return written(code, int(alone["year"] or year), int(alone["serial"]))
    if short := _WITHOUT_YEAR.fullmatch(bare):
        return written(short["code"], year, int(short["serial"]))
    try:
        parts = split_number(text)
    except Misread:
        return text
    return text if parts.serial is None else written(parts.code, parts.year, parts.serial)


def code_of_sender(connection: Connection, sender: str) -> str:
    """机关代字 of the newest paper that came from the sender with one; empty where none did."""
    asked = select(Incoming.doc_no).where(Incoming.sender == sender, Incoming.doc_no.is_not(None))
    for number in connection.scalars(asked.order_by(Incoming.id.desc()).limit(LOOKED_AT)):
        if found := _code_of(number):
            return found
    return ""


def _code_of(number: str | None) -> str:
    """机关代字 of a number; empty where it is none."""
    try:
        return split_number(number or "").code
    except Misread:
        return ""


def code_of_guests(connection: Connection, unit: str) -> str:
    """机关代字 of the newest letter of a unit that visited, or of its newest paper."""
    reception = Base.metadata.tables["reception"]
    asked = select(reception.c.letter_no).where(reception.c.guest_unit == unit, reception.c.letter_no.is_not(None))
    for number in connection.scalars(asked.order_by(reception.c.id.desc()).limit(LOOKED_AT)):
        if found := _code_of(number):
            return found
    return code_of_sender(connection, unit)


@dataclass(frozen=True)
class Numbered:
    """A field that holds the number of a paper: the day that gives its year, and whose paper it is."""

    day: str
    unit: str = ""
    find: Callable[[Connection, str], str] = code_of_sender


def _of_code(connection: Connection, values: Values, year: int) -> dict[str, Any]:
    """名义, 行文方向 and 文种 of the newest paper with this 机关代字."""
    code = values.get("code")
    if not code:
        return {}
    asked = select(Outgoing.issuer, Outgoing.direction, Outgoing.kind).where(Outgoing.code == code)
    row = connection.execute(asked.where(Outgoing.trashed_at.is_(None)).order_by(Outgoing.id.desc()).limit(1)).first()
    return {key: value for key, value in row._mapping.items() if value is not None} if row else {}


NUMBERED: dict[tuple[str, str], Numbered] = {
    ("incoming", "doc_no"): Numbered("received", "sender"),
    ("reception", "letter_no"): Numbered("date", "guest_unit", code_of_guests),
    ("seal", "doc_no"): Numbered("date"),
    ("honour", "doc_no"): Numbered("date"),
}
"""Register and field → how its number is written out."""
FOLLOWED: dict[tuple[str, str], Guess] = {("outgoing", "code"): _of_code}
"""Register and field → what else follows from it."""


def is_guessed_from(register: str, key: str) -> bool:
    """Whether anything follows from the field."""
    return (register, key) in NUMBERED or (register, key) in FOLLOWED


def number_alone(register: str, key: str, values: Values, year: int) -> str | None:
    """The number written out where it can be without looking at other papers; None where it stays as it is."""
    numbered = NUMBERED.get((register, key))
    typed = values.get(key)
    if numbered is None or not typed:
        return None
    found = written_out(typed, year_of(values, numbered.day, year))
    return found if found != typed else None


def year_of(values: Values, day: str, year: int) -> int:
    """The year of a record's day, or the year given where it has none."""
    return int(getattr(values.get(day), "year", None) or year)


def guess(desk: Desk, register: str, key: str, values: Values, year: int) -> dict[str, Any]:
    """What follows from a field that was just typed, by field key; asks the records."""
    with desk.store.read() as connection:
        if followed := FOLLOWED.get((register, key)):
            return followed(connection, values, year)
        numbered = NUMBERED[register, key]
        typed, unit = values.get(key), values.get(numbered.unit)
        if not typed or not unit or not _BARE.fullmatch(narrow(typed).strip()):
            return {}
        found = written_out(typed, year_of(values, numbered.day, year), numbered.find(connection, unit))
        return {key: found} if found != typed else {}
