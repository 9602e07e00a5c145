"""One change: records made, changed and put away in one transaction, with history, numbers and search words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert

from app.models.register import Register, Values
from app.store import numbers, search
from app.store.plain import to_plain
from app.store.records import insert_records, set_column, titles, update_record
from app.store.surroundings import Office
from app.store.tables import Attachment, Change, History

INDEX_AT_ONCE = 50
"""More records than these are indexed after the commit."""
NOTE = "note"
"""The action of a line of history that only says in words why a record was changed."""


class Changing:
    """The transaction at hand of one thing that a clerk does."""

    def __init__(self, connection: Connection, who: str, what: str, today: date, undoes: int | None = None) -> None:
        self.connection = connection
        self.who = who
        self.now = datetime.now().replace(microsecond=0)
        self.office = Office(connection, today)
        self.series = numbers.Series(connection)
        row = {"at": self.now, "who": who, "what": what, "undoes_id": undoes}
        inserted = connection.execute(insert(Change).values(row)).inserted_primary_key
        assert inserted is not None
        self.id: int = inserted[0]

    def add(self, register: Register, records: Sequence[Values]) -> list[int]:
        """New records, numbered in the order given; their values are completed in place."""
        first = self.series.take(f"id:{register.key}", 0, len(records))
        ids = list(range(first, first + len(records)))
        self._number_books(register, records)
        for values in records:
            self.complete(register, values)
        self.series.write()
        meta = {"made_by": self.who, "made_at": self.now, "changed_by": self.who, "changed_at": self.now}
        insert_records(self.connection, register, list(zip(ids, records, strict=True)), meta)
        self._write_history(
            register, "new", [(record, _made(values)) for record, values in zip(ids, records, strict=True)]
        )
        self.index(register, ids)
        return ids

    def complete(self, register: Register, values: Values) -> None:
        """Numbers that are due are taken, and what the program works out is worked out."""
        for key, series, year in register.numbers(values) if register.numbers else ():
            if values.get(key) is None:
                values[key] = self.series.take(series, year)
            else:
                self.series.pass_over(series, year, values[key])
        if register.work_out:
            register.work_out(values, self.office)

    def change(self, register: Register, record: int, before: Values, after: Values) -> None:
        """The record holds the values ``after``; those that differ go into history."""
        year = book_year(register, after, self.office.today)
        if year != book_year(register, before, self.office.today):
            after["book_number"] = self.series.take(f"book:{register.key}", year)
        after["book_year"] = year
        self.complete(register, after)
        self.series.write()
        differing = {key: [before.get(key), value] for key, value in after.items() if before.get(key) != value}
        differing.pop("book_year", None)
        if not differing:
            return
        kept = {key: after[key] for key in differing} | {"book_year": year}
        update_record(self.connection, register, record, kept, self._changed())
        self._write_history(register, "change", [(record, to_plain(differing))])
        self.index(register, [record])

    def put_away(self, register: Register, ids: Sequence[int]) -> None:
        """Into the recycle bin."""
        set_column(self.connection, register, "trashed_at", [(record, self.now) for record in ids])
        self._write_history(register, "trash", [(record, {}) for record in ids])

    def take_back(self, register: Register, ids: Sequence[int]) -> None:
        """Out of the recycle bin."""
        set_column(self.connection, register, "trashed_at", [(record, None) for record in ids])
        self._write_history(register, "restore", [(record, {}) for record in ids])

    def set_back(self, register: Register, record: int, before: Values, after: Values) -> None:
        """The record holds earlier values again, as they were; nothing is numbered or worked out anew."""
        differing = {key: [before.get(key), value] for key, value in after.items() if before.get(key) != value}
        kept = {key: after[key] for key in differing} | {"book_year": book_year(register, after, self.office.today)}
        update_record(self.connection, register, record, kept, self._changed())
        self._write_history(register, "change", [(record, to_plain(differing))])
        self.index(register, [record])

    def record_removal(self, register: Register, ids: Sequence[int]) -> None:
        """History keeps that records were taken out for good."""
        self._write_history(register, "remove", [(record, {}) for record in ids])

    def note(self, register: Register, record: int, words: str) -> None:
        """History keeps why a record was changed, such as that two people exchanged their days."""
        self._write_history(register, NOTE, [(record, {"words": words})])

    def attach(self, register: Register, record: int, file: Mapping[str, Any]) -> int:
        """The record has this file; ``file`` is its row of the table of attachments, without register and record."""
        row = insert(Attachment).values(register=register.key, record_id=record, **file)
        inserted = self.connection.execute(row).inserted_primary_key
        assert inserted is not None
        self._write_history(register, "attach", [(record, to_plain({**file, "id": inserted[0]}))])
        return int(inserted[0])

    def detach(self, register: Register, record: int, file: Mapping[str, Any]) -> None:
        """The record has this file no longer; its content stays until it is cleared away."""
        self.connection.execute(delete(Attachment).where(Attachment.id == file["id"]))
        self._write_history(register, "detach", [(record, to_plain(dict(file)))])

    def index(self, register: Register, ids: Sequence[int]) -> None:
        """A few records are indexed at once, many after the commit."""
        if len(ids) <= INDEX_AT_ONCE:
            search.put(self.connection, register, ids)
        else:
            search.enqueue(self.connection, register.key, ids)

    def _changed(self) -> dict[str, Any]:
        return {"changed_by": self.who, "changed_at": self.now}

    def _number_books(self, register: Register, records: Sequence[Values]) -> None:
        by_year: dict[int, list[Values]] = {}
        for values in records:
            values["book_year"] = book_year(register, values, self.office.today)
            by_year.setdefault(values["book_year"], []).append(values)
        for year, some in by_year.items():
            first = self.series.take(f"book:{register.key}", year, len(some))
            for number, values in enumerate(some, first):
                values["book_number"] = number

    def _write_history(self, register: Register, action: str, entries: Sequence[tuple[int, dict[str, Any]]]) -> None:
        if not entries:
            return
        called = titles(self.connection, register.key, [record for record, _ in entries])
        shared = {"change_id": self.id, "register": register.key, "action": action}
        rows = [
            {**shared, "record_id": record, "title": called.get(record, ""), "fields": fields}
            for record, fields in entries
        ]
        self.connection.execute(insert(History), rows)


def _made(values: Values) -> dict[str, Any]:
    """What a new record holds, empty fields left out."""
    return {
        key: value if value.__class__ is str else to_plain(value)
        for key, value in values.items()
        if value is not None and value != () and key != "book_year"
    }


def book_year(register: Register, values: Values, today: date) -> int:
    """The year of the book in which a record stands; 0 for registers without a date."""
    key = register.dated_key
    if key is None:
        return 0
    value = values.get(key)
    if isinstance(value, date):
        return value.year
    if isinstance(value, int):
        return value
    return int(values.get("year") or today.year)


def series_of(register: Register, values: Values) -> list[tuple[str, int, int]]:
    """(series, year, number) of every number that a record has."""
    found = [(f"book:{register.key}", values["book_year"], values["book_number"])]
    if register.numbers:
        found += [(series, year, values[key]) for key, series, year in register.numbers(values) if values.get(key)]
    return found
