"""A clerk at work on one data folder: the store, who works, and today."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.models import BY_KEY
from app.models.register import Register, Values
from app.store.attachments import wipe_copies
from app.store.locking import user_name
from app.store.opening import Store, create_store, open_store
from app.store.plain import values_from_plain, values_to_plain
from app.store.surroundings import Office
from app.store.tables import DRAFT, SETTING


class Desk:
    """The store with the one who works on it; every service takes one."""

    def __init__(self, store: Store, who: str) -> None:
        self.store = store
        self.who = who
        self.revealed: dict[str, set[int]] = {}
        """Register → records whose hidden fields were asked for, with a reason, since the desk was opened."""
        self.backing_up = Lock()
        """Held by the one backup, drill or check that is under way."""

    def today(self) -> date:
        """The day on which the clerk works."""
        return date.today()

    @contextmanager
    def office(self) -> Iterator[Office]:
        """The office as it stands now, over a reading connection."""
        with self.store.read() as connection:
            yield Office(connection, self.today())

    def setting(self, key: str, default: Any = None) -> Any:
        """One setting of the office."""
        with self.store.read() as connection:
            found = connection.execute(select(SETTING.c.value).where(SETTING.c.key == key)).first()
        return found[0] if found else default

    def set_setting(self, key: str, value: Any) -> None:
        """Keeps one setting."""
        with self.store.write() as connection:
            put_setting(connection, key, value)

    def keep_draft(self, register: Register, values: Values, record_id: int | None = None) -> None:
        """Keeps a half-typed record against a crash."""
        row = {"record_id": record_id, "values": values_to_plain(values), "at": datetime.now()}
        with self.store.write() as connection:
            statement = insert(DRAFT).values(register=register.key, **row)
            connection.execute(statement.on_conflict_do_update(index_elements=["register"], set_=row))

    def draft(self, register: Register) -> tuple[int | None, Values] | None:
        """The half-typed record that was kept, if any: (id of the record that was being changed, values)."""
        with self.store.read() as connection:
            asked = select(DRAFT.c.record_id, DRAFT.c["values"]).where(DRAFT.c.register == register.key)
            found = connection.execute(asked).first()
        return (found[0], values_from_plain(register, found[1])) if found else None

    def drop_draft(self, register: Register) -> None:
        """The record was saved or given up."""
        with self.store.write() as connection:
            connection.execute(delete(DRAFT).where(DRAFT.c.register == register.key))

    def close(self) -> None:
        """Wipes the copies of attachments that were looked at, and gives the data folder back."""
        wipe_copies(self.store.folder)
        self.store.close()


def put_setting(connection: Connection, key: str, value: Any) -> None:
    """Writes one setting in the transaction at hand."""
    statement = insert(SETTING).values(key=key, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": value}))


def create_desk(folder: Path, who: str | None = None) -> Desk:
    """A new, empty data folder."""
    return Desk(create_store(folder), who or user_name())


def open_desk(folder: Path, who: str | None = None, wait: float = 0.0) -> Desk:
    """The data folder, opened by this clerk; what a crash left of copies is wiped."""
    store = open_store(folder, wait=wait)
    wipe_copies(folder)
    return Desk(store, who or user_name())


def register_of(key: str) -> Register:
    """The register of a key or label; LookupError is a Chinese sentence."""
    found = BY_KEY.get(key) or next((register for register in BY_KEY.values() if register.label == key), None)
    if found is None:
        raise LookupError(f"没有「{key}」这个登记簿，可用的有：{'、'.join(BY_KEY)}。")
    return found
