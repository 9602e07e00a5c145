"""The search index: two-character pieces of every text and of its pinyin initials.

A word of one character is found as the beginning of a piece; the last character of a text is a piece of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    FromClause,
    and_,
    column,
    delete,
    insert,
    select,
    table,
    text,
)

from app import kinds
from app.models import BY_KEY
from app.models.register import Register
from app.store.pinyin import initials, name_initials
from app.store.records import hidden_keys, load, titles
from app.store.tables import SEARCH_BOOK, SEARCH_TABLE, SearchBook, SearchQueue

SHIFT = 40
KEPT = re.compile(r"[^\W_]+")


def folded(given: str) -> str:
    """A text as it is searched: narrow, in lower case, without marks and spaces."""
    return "".join(KEPT.findall(unicodedata.normalize("NFKC", given).lower()))


def pieces(given: str) -> list[str]:
    """Every two neighbouring characters, and the last alone."""
    return [given[at : at + 2] for at in range(len(given) - 1)] + [given[-1]] if given else []


def query(typed: str) -> str | None:
    """The index query for what was typed, each word by its characters or its initials; None where nothing was typed."""
    words = [word for word in (folded(word) for word in typed.split()) if word]
    return " AND ".join(_condition(word) for word in words) or None


def _condition(word: str) -> str:
    phrase = f'"{word}"*' if len(word) == 1 else '"' + " ".join(pieces(word)[:-1]) + '"'
    return phrase if re.fullmatch(r"[a-z]+", word) else f"words : {phrase}"


def book_number(connection: Connection, register: str) -> int:
    """The number under which a register stands in the index; given at its first record."""
    found = connection.execute(select(SEARCH_BOOK.c.number).where(SEARCH_BOOK.c.register == register)).scalar()
    if found is None:
        found = connection.execute(insert(SearchBook).values(register=register)).inserted_primary_key[0]  # type: ignore[index]
    return int(found)


def put(connection: Connection, register: Register, ids: Sequence[int]) -> None:
    """The index holds the present words of these records; those in the recycle bin stay findable there."""
    if not ids:
        return
    base = book_number(connection, register.key) << SHIFT
    records = load(connection, register, ids)
    connection.execute(
        text(f"DELETE FROM {SEARCH_TABLE} WHERE rowid = :row"), [{"row": base | record} for record in ids]
    )
    rows = []
    for record, texts in _texts(connection, register, records).items():
        words = " ".join(" ".join(pieces(folded(each))) for each, _ in texts)
        letters = " ".join(" ".join(pieces(each)) for text_, is_name in texts for each in _letters(text_, is_name))
        rows.append({"row": base | record, "words": words, "initials": letters})
    if rows:
        connection.execute(
            text(f"INSERT INTO {SEARCH_TABLE}(rowid, words, initials) VALUES (:row, :words, :initials)"), rows
        )


def _letters(given: str, is_name: bool) -> list[str]:
    """The initials of a text; of a person's name also with the surname read as one (单 is s)."""
    plain = initials(given)
    return [plain] if not is_name or name_initials(given) == plain else [plain, name_initials(given)]


def _texts(
    connection: Connection, register: Register, records: dict[int, dict[str, object]]
) -> dict[int, list[tuple[str, bool]]]:
    """The searched texts of records, each with whether it is a person's name; hidden ones are not searched."""
    searched = [field for field in register.fields if field.searched or field.key in ("remarks", "highlight")]
    names: dict[str, dict[int, str]] = {}
    people = {"name"} if register.key == "staff" else set()
    for field in searched:
        kind = field.kind
        if isinstance(kind, (kinds.ReferenceKind, kinds.ReferencesKind)):
            people |= {field.key} if kind.register == "staff" else set()
            asked = _ids(values.get(field.key) for values in records.values())
            names[field.key] = titles(connection, kind.register, asked)
    found: dict[int, list[tuple[str, bool]]] = {}
    for record, values in records.items():
        texts = []
        hidden = hidden_keys(register, values)
        for field in searched:
            value, is_name = values.get(field.key), field.key in people
            if field.key in hidden:
                continue
            if field.key in names:
                texts += [(names[field.key].get(target, ""), is_name) for target in _ids([value])]
            elif value is not None:
                texts.append((field.kind.show(value), is_name))
        found[record] = [each for each in texts if each[0]]
    return found


def _ids(values: Iterable[object]) -> list[int]:
    found: list[int] = []
    for value in values:
        if isinstance(value, tuple):
            found += value
        elif isinstance(value, int):
            found.append(value)
    return found


def enqueue(connection: Connection, register: str, ids: Sequence[int]) -> None:
    """These records are indexed after the commit."""
    statement = insert(SearchQueue).prefix_with("OR IGNORE")
    if ids:
        connection.execute(statement, [{"register": register, "record_id": record} for record in ids])


def work_off(connection: Connection, at_most: int = 2000) -> int:
    """Indexes waiting records, at most so many; the number done, 0 when none waits."""
    waiting = connection.execute(select(SearchQueue.register, SearchQueue.record_id).limit(at_most)).all()
    by_register: dict[str, list[int]] = {}
    for register, record in waiting:
        by_register.setdefault(register, []).append(record)
    for register, ids in by_register.items():
        if register in BY_KEY:
            put(connection, BY_KEY[register], ids)
        for record in ids:
            connection.execute(
                delete(SearchQueue).where(SearchQueue.register == register, SearchQueue.record_id == record)
            )
    return len(waiting)


@dataclass(frozen=True)
class Found:
    """The index's answer to some words, for joining to a register's table: newest first, read only as far as asked."""

    rows: FromClause
    holds: ColumnElement[bool]
    first: int

    @property
    def record(self) -> ColumnElement[int]:
        """The id of the record."""
        return self.rows.c.rowid - self.first

    @property
    def newest_first(self) -> ColumnElement[int]:
        """The order in which the index reads without sorting."""
        return self.rows.c.rowid.desc()


def found(connection: Connection, register: str, typed: str) -> Found | None:
    """Where the words stand among the register's records; None where nothing was typed."""
    asked = query(typed)
    if asked is None:
        return None
    first = (book_number_or_none(connection, register) or 0) << SHIFT
    rows = table(SEARCH_TABLE, column("rowid", BigInteger))
    matching = text(f"{SEARCH_TABLE} MATCH :asked").bindparams(asked=asked)
    within = rows.c.rowid.between(first, first | ((1 << SHIFT) - 1))
    return Found(rows, and_(matching, within), first)


def book_number_or_none(connection: Connection, register: str) -> int | None:
    """The register's number in the index, or None before its first record."""
    return connection.execute(select(SEARCH_BOOK.c.number).where(SEARCH_BOOK.c.register == register)).scalar()
