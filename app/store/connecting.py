"""Connections to the data file: the driver, its settings, and the two engines, one to read and one to write.

WAL with synchronous=FULL and IMMEDIATE transactions (trust.md gives the measurements); foreign keys always on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool, QueuePool

from app.store.errors import DiskFull, FolderUnwritable, StoreDamaged, StoreError
from app.store.room import full, is_full, unwritten

LEAST_SQLITE = (3, 51, 3)
"""Earlier ones may corrupt a file when the log is reset."""


def connect(path: Path, *, read_only: bool = False) -> Any:
    """A driver connection with the settings every connection has; transactions are begun by hand."""
    if driver.sqlite_version_info < LEAST_SQLITE:
        raise StoreError(f"SQLite {driver.sqlite_version} 版本太旧，可能损坏数据，请重新安装本程序。")
    raw = driver.connect(str(path), timeout=10.0, isolation_level=None, check_same_thread=False)
    raw.execute("PRAGMA foreign_keys = ON")
    if read_only:
        raw.execute("PRAGMA query_only = ON")
    else:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = FULL")
    raw.execute("PRAGMA cache_size = -32000")
    raw.execute("PRAGMA temp_store = MEMORY")
    return raw


def open_bare(place: Path | str) -> Any:
    """A driver connection as the file is, for copies and for looking; a text is an address «file:…»."""
    return driver.connect(str(place), uri=isinstance(place, str), isolation_level=None)


def engine_for(path: Path, *, read_only: bool) -> Engine:
    """An engine on the file; a writing one begins IMMEDIATE transactions."""
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: connect(path, read_only=read_only),
        poolclass=QueuePool if read_only else NullPool,
    )
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


@contextmanager
def said_in_chinese(path: Path) -> Iterator[None]:
    """Errors of the driver become one sentence each."""
    try:
        yield
    except (DatabaseError, driver.Error, OSError) as error:
        raise sentence_for(error, path) from error


@contextmanager
def said_of(place: Path, what: str, need: int = 0) -> Iterator[None]:
    """Errors of the disk and of the driver in work on files there become one sentence, with what was not done."""
    try:
        yield
    except OSError as error:
        raise unwritten(error, place, what, need) from error
    except driver.Error as error:
        told = sentence_for(error, place / "")
        raise (full(place, what, need) if isinstance(told, DiskFull) else told) from error


def sentence_for(error: Exception, path: Path) -> Exception:
    """The sentence for what the driver reports; an error that is the program's own stays as it is."""
    text = str(getattr(error, "orig", error)).lower()
    place = path.parent
    if "disk is full" in text or "no space left" in text:
        return full(place, "没有保存，数据没有改动")
    if "readonly" in text or "read-only" in text or "unable to open" in text or "permission denied" in text:
        return FolderUnwritable(f"数据目录「{place}」不能写入，请检查是否只读、移动盘是否还在，或换一个目录。")
    if "disk i/o" in text and is_full(place):
        return full(place, "没有保存，数据没有改动")
    if "disk i/o" in text:
        return StoreError(f"读写「{path}」时磁盘出错，没有保存。请检查磁盘或移动盘是否还在，再打开程序。")
    if "not a database" in text or "malformed" in text or "could not decode" in text:
        return StoreDamaged(f"数据文件「{path}」已损坏，程序没有改动它。请从最近的备份恢复。")
    if "locked" in text or "busy" in text:
        return StoreError("数据正忙，这一次没有保存，请稍候再试。")
    return error


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """One transaction: committed at the end, taken back on any error."""
    with engine.connect() as connection, connection.begin():
        yield connection
