"""An older data file is brought up to date on a verified copy, in one transaction, compared, then put in place.

The file that was is kept in the folder of backups. A file of an unknown version is left byte for byte as it is.
"""

from __future__ import annotations

import os
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from app.store.connecting import open_bare, sentence_for
from app.store.copying import check, copy_database, counts, remove, settle, sync_folder, version_of
from app.store.errors import StoreDamaged, StoreError, StoreNewer

VERSIONS = ("0001", "0002", "0003", "0004")
"""Every version of the file this program knows, oldest first."""
HEAD = VERSIONS[-1]
MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"


def bring_up_to_date(path: Path, *, backed_up: bool = False) -> None:
    """Does nothing for a file of this version; upgrades an older one; refuses any other.

    ``backed_up`` says that the file is itself a copy, of which no backup is wanted.
    """
    version = version_of(path)
    if version == HEAD:
        return
    if version is None:
        raise StoreDamaged(f"「{path}」不是台账的数据文件，程序没有改动它。请检查目录，或从备份恢复。")
    if version not in VERSIONS:
        raise StoreNewer(f"「{path}」是更新版本的台账写的，本程序没有改动它。请安装新版程序后再打开。")
    _upgrade(path, version, backed_up)


def make_empty(path: Path) -> None:
    """A new data file of this version, complete or not at all."""
    new = path.with_name(f"{path.name}.new")
    remove(new)
    _migrate(new)
    settle(new)
    os.replace(new, path)
    sync_folder(path.parent)


def _upgrade(path: Path, version: str, backed_up: bool) -> None:
    copy = path.with_name(f"{path.name}.upgrade")
    try:
        _upgrade_copy(path, copy)
        if not backed_up:
            _keep(path, version)
        settle(path)
        os.replace(copy, path)
    except Exception as error:
        remove(copy)
        told = error if isinstance(error, StoreError) else sentence_for(error, path)
        if isinstance(told, StoreError):
            raise told from error
        raise StoreError("数据升级没有成功，原数据没有改动。请把日志交给维护人员。") from error
    sync_folder(path.parent)


def _upgrade_copy(path: Path, copy: Path) -> None:
    """A verified copy of the file, brought up to date, with every row and every fen still there."""
    remove(copy)
    copy_database(path, copy)
    check(copy)
    before = counts(copy)
    _migrate(copy)
    after = counts(copy)
    changed = [table for table in before if table in after and before[table] != after[table]]
    if changed:
        raise StoreError(f"升级数据时核对不一致（{'、'.join(changed)}），原数据没有改动。请把日志交给维护人员。")
    check(copy)
    settle(copy)


def _keep(path: Path, version: str) -> None:
    """A verified backup of the folder as it was before."""
    from app.store.backups import make

    make(path.parent, f"升级前-{version}")


def _migrate(path: Path) -> None:
    """Alembic on the file at ``path``, foreign keys off, in one IMMEDIATE transaction."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import NullPool

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = create_engine("sqlite://", module=driver, creator=lambda: open_bare(path), poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
