"""Copies of the data file: made by SQLite's own backup, never as a file; checked, counted, digested by table."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from app.store.connecting import connect, open_bare
from app.store.errors import StoreDamaged
from app.store.places import BESIDE_THE_FILE

Counts = dict[str, tuple[int, int]]
"""Table → rows, and the sum of its amounts in fen."""
Step = Callable[[int], None]
"""Told how many bytes more are done; it raises to stop the work."""
PAGES = 512
"""Pages copied between two steps."""
ROWS = 200
"""Rows digested at once: more would keep the window's thread waiting."""


def idle(done: int) -> None:
    """The step of those who do not ask how far it is."""


@dataclass(frozen=True)
class Counted:
    """A table as it stood: its rows, the sum of its amounts in fen, the SHA-256 of all it holds."""

    rows: int
    amount: int
    digest: str


Tables = dict[str, Counted]


@dataclass(frozen=True)
class Seen:
    """What one moment of the data file held."""

    version: str
    tables: Tables
    last_change: int
    """Number of the last thing that a clerk did; 0 for none."""


def version_of(path: Path) -> str | None:
    """The version written in the file, read without touching it or its folder; None for a file without one."""
    log = path.with_name(f"{path.name}-wal")
    how = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
    raw = open_bare(f"file:{quote(path.as_posix())}?{how}")
    try:
        return _version(raw)
    finally:
        raw.close()


def _version(raw: Any) -> str | None:
    found = raw.execute("SELECT name FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    row = raw.execute("SELECT version_num FROM alembic_version").fetchone() if found else None
    return str(row[0]) if row else None


def copy_database(source: Path, target: Path) -> None:
    """The file as it stands in one moment, with all that its log holds."""
    old, new = connect(source, read_only=True), open_bare(target)
    try:
        old.backup(new)
    finally:
        new.close()
        old.close()


def take(source: Path, target: Path, step: Step = idle) -> Seen:
    """A copy of one moment, and what the file itself held in that moment; others may go on writing meanwhile.

    One reading transaction spans the copy and the counting, so that neither sees what is written after its beginning.
    """
    old, new = connect(source, read_only=True), open_bare(target)
    try:
        size = old.execute("PRAGMA page_size").fetchone()[0]
        old.execute("BEGIN")
        old.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        at = [0]

        def told(status: int, remaining: int, total: int) -> None:
            done, at[0] = total - remaining - at[0], total - remaining
            step(done * size)

        old.backup(new, pages=PAGES, progress=told)
        return _seen(old, step)
    finally:
        new.close()
        old.close()


def seen(path: Path, step: Step = idle) -> Seen:
    """What a closed file holds."""
    raw = open_bare(path)
    try:
        return _seen(raw, step)
    finally:
        raw.close()


def _seen(raw: Any, step: Step) -> Seen:
    tables = {name: _counted(raw, name, step) for name in _plain_tables(raw)}
    last = raw.execute("SELECT MAX(id) FROM change").fetchone()[0] if "change" in tables else 0
    return Seen(_version(raw) or "", tables, last or 0)


def _plain_tables(raw: Any) -> list[str]:
    """Every table that holds rows of its own, those of the search index with them."""
    asked = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    return [row[0] for row in raw.execute(asked) if not row[0].startswith("sqlite_")]


def _counted(raw: Any, table: str, step: Step) -> Counted:
    """Rows in the order of their keys, so that two files with the same rows have the same digest."""
    rows, amount = _count(raw, table)
    shape = raw.execute(f'PRAGMA table_info("{table}")').fetchall()
    keys = ", ".join(f'"{row[1]}"' for row in sorted(shape, key=lambda row: row[5]) if row[5]) or "rowid"
    digest = hashlib.sha256(repr([(row[1], row[2]) for row in shape]).encode())
    found = raw.execute(f'SELECT * FROM "{table}" ORDER BY {keys}')
    while some := found.fetchmany(ROWS):
        digest.update(repr(some).encode("utf-8", "surrogatepass"))
        step(0)
    return Counted(rows, amount, digest.hexdigest())


def check(path: Path, table_of: str = "") -> None:
    """StoreDamaged for a file that fails the checks of the database; ``table_of`` names it in the sentence."""
    raw = open_bare(path)
    try:
        whole = raw.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if not whole or raw.execute("PRAGMA foreign_key_check").fetchone():
            named = table_of or f"数据文件「{path.name}」"
            raise StoreDamaged(f"{named}检查不合格，程序没有改动原文件。请从最近的备份恢复。")
    finally:
        raw.close()


def counts(path: Path) -> Counts:
    """Rows and sums of amounts of every table, for comparing before and after; the search index is worked out anew."""
    raw = open_bare(path)
    try:
        kept = [name for name in _plain_tables(raw) if not name.startswith(("search_words", "alembic"))]
        return {name: _count(raw, name) for name in kept}
    finally:
        raw.close()


def _count(raw: Any, table: str) -> tuple[int, int]:
    amounts = [row[1] for row in raw.execute(f'PRAGMA table_info("{table}")') if row[2].upper() == "BIGINT"]
    total = " + ".join(f'TOTAL("{name}")' for name in amounts) or "0"
    rows, amount = raw.execute(f'SELECT COUNT(*), {total} FROM "{table}"').fetchone()
    return rows, int(amount)


def settle(path: Path) -> None:
    """Everything in the one file, on the disk."""
    raw = connect(path)
    try:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.execute("PRAGMA journal_mode = DELETE")
    finally:
        raw.close()
    sync_file(path)


def remove(path: Path) -> None:
    """The file is gone, and what SQLite keeps beside it."""
    for ending in ("", *BESIDE_THE_FILE):
        with contextlib.suppress(FileNotFoundError):
            Path(f"{path}{ending}").unlink()


def sync_file(path: Path) -> None:
    """The content of a file on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """The folder's names on the disk; systems that cannot do it need not."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
