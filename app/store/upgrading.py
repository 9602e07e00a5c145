"""An older data file is brought up to date on a verified copy, in one transaction, compared, then put in place.

The file that was is kept in the folder of backups. A file of an unknown version is left byte for byte as it is.
"""

from __future__ import annotations

import contextlib
import os
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as driver

from app.store.connecting import connect, sentence_for
from app.store.errors import StoreDamaged, StoreError, StoreNewer

VERSIONS = ("0001", "0002", "0003", "0004")
"""Every version of the file this program knows, oldest first."""
HEAD = VERSIONS[-1]
MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"
BACKUPS = "备份"

Counts = dict[str, tuple[int, int]]
"""Table → rows, and the sum of its amounts in fen."""


def version_of(path: Path) -> str | None:
    """The version written in the file, read without touching it or its folder; None for a file without one."""
    log = path.with_name(f"{path.name}-wal")
    how = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
    raw = driver.connect(f"file:{quote(path.as_posix())}?{how}", uri=True)
    try:
        found = raw.execute("SELECT name FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        row = raw.execute("SELECT version_num FROM alembic_version").fetchone() if found else None
        return row[0] if row else None
    finally:
        raw.close()


def bring_up_to_date(path: Path) -> None:
    """Does nothing for a file of this version; upgrades an older one; refuses any other."""
    version = version_of(path)
    if version == HEAD:
        return
    if version is None:
        raise StoreDamaged(f"「{path}」不是台账的数据文件，程序没有改动它。请检查目录，或从备份恢复。")
    if version not in VERSIONS:
        raise StoreNewer(f"「{path}」是更新版本的台账写的，本程序没有改动它。请安装新版程序后再打开。")
    _upgrade(path, version)


def make_empty(path: Path) -> None:
    """A new data file of this version, complete or not at all."""
    new = path.with_name(f"{path.name}.new")
    _remove(new)
    _migrate(new)
    _settle(new)
    os.replace(new, path)
    sync_folder(path.parent)


def _upgrade(path: Path, version: str) -> None:
    copy = path.with_name(f"{path.name}.upgrade")
    try:
        _upgrade_copy(path, copy)
        kept = path.parent / BACKUPS
        kept.mkdir(exist_ok=True)
        _keep(path, kept / f"升级前-{version}-{datetime.now():%Y%m%d-%H%M%S}.db")
        _settle(path)
        os.replace(copy, path)
    except Exception as error:
        _remove(copy)
        told = error if isinstance(error, StoreError) else sentence_for(error, path)
        if isinstance(told, StoreError):
            raise told from error
        raise StoreError("数据升级没有成功，原数据没有改动。请把日志交给维护人员。") from error
    sync_folder(path.parent)


def _upgrade_copy(path: Path, copy: Path) -> None:
    """A verified copy of the file, brought up to date, with every row and every fen still there."""
    _remove(copy)
    _copy(path, copy)
    _verify(copy)
    before = counts(copy)
    _migrate(copy)
    after = counts(copy)
    changed = [table for table in before if table in after and before[table] != after[table]]
    if changed:
        raise StoreError(f"升级数据时核对不一致（{'、'.join(changed)}），原数据没有改动。请把日志交给维护人员。")
    _verify(copy)
    _settle(copy)


def _keep(path: Path, target: Path) -> None:
    """A copy that bears its name only once it is whole."""
    half = target.with_name("升级前.half")
    _remove(half)
    _copy(path, half)
    os.replace(half, target)


def _copy(source: Path, target: Path) -> None:
    old, new = connect(source, read_only=True), driver.connect(str(target))
    try:
        old.backup(new)
    finally:
        new.close()
        old.close()


def _verify(path: Path) -> None:
    raw = driver.connect(str(path))
    try:
        whole = raw.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if not whole or raw.execute("PRAGMA foreign_key_check").fetchone():
            raise StoreDamaged(f"数据文件「{path.name}」检查不合格，程序没有改动原文件。请从最近的备份恢复。")
    finally:
        raw.close()


def counts(path: Path) -> Counts:
    """Rows and sums of amounts of every table, for comparing before and after."""
    raw = driver.connect(str(path))
    try:
        tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in tables if not name.startswith(("sqlite_", "search_words", "alembic"))]
        return {name: _count(raw, name) for name in kept}
    finally:
        raw.close()


def _count(raw: Any, table: str) -> tuple[int, int]:
    amounts = [row[1] for row in raw.execute(f'PRAGMA table_info("{table}")') if row[2].upper() == "BIGINT"]
    total = " + ".join(f'TOTAL("{name}")' for name in amounts) or "0"
    rows, amount = raw.execute(f'SELECT COUNT(*), {total} FROM "{table}"').fetchone()
    return rows, int(amount)


def _migrate(path: Path) -> None:
    """Alembic on the file at ``path``, foreign keys off, in one IMMEDIATE transaction."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import NullPool

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))

    def creator() -> Any:
        return driver.connect(str(path), isolation_level=None)

    engine = create_engine("sqlite://", module=driver, creator=creator, poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _settle(path: Path) -> None:
    """Everything in the one file, on the disk."""
    raw = connect(path)
    try:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.execute("PRAGMA journal_mode = DELETE")
    finally:
        raw.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(FileNotFoundError):
            Path(f"{path}{suffix}").unlink()


def sync_folder(folder: Path) -> None:
    """The folder's names on the disk; systems that cannot do it need not."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
