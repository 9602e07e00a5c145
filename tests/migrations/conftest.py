"""The data file of the first release that held data, in a folder of the test's own."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from app.store.opening import FILE_NAME
from app.store.unpacking import unpack

RELEASE = Path(__file__).parents[1] / "data" / "releases" / "0001.db.gz"
Content = dict[str, list[tuple[Any, ...]]]
"""Table → its rows in the order of their keys."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A closed data folder as the first release left it."""
    return unpacked(tmp_path / "数据")


def unpacked(folder: Path) -> Path:
    """The folder, made, with the file in it."""
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(gzip.decompress(RELEASE.read_bytes()))
    return folder


def content(path: Path, like: Path | None = None) -> Content:
    """Every row of every table; only the tables and columns of another file where one is given."""
    wanted = columns(like or path)
    raw = driver.connect(str(path))
    try:
        return {
            table: sorted(raw.execute(f'SELECT {", ".join(names)} FROM "{table}"').fetchall(), key=repr)
            for table, names in wanted.items()
        }
    finally:
        raw.close()


def columns(path: Path) -> dict[str, list[str]]:
    """Table → its columns, but for the version and the search index, which is worked out."""
    raw = driver.connect(str(path))
    try:
        named = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in named if not name.startswith(("sqlite_", "search_", "alembic"))]
        return {name: [f'"{row[1]}"' for row in raw.execute(f'PRAGMA table_info("{name}")')] for name in kept}
    finally:
        raw.close()


def is_whole(path: Path) -> bool:
    """True where the file passes every check of the database."""
    raw = driver.connect(str(path))
    try:
        sound = raw.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return sound and raw.execute("PRAGMA foreign_key_check").fetchone() is None
    finally:
        raw.close()


def unpacked_backup(backup: Path) -> Path:
    """The data file of a backup, which must be whole, in a folder of its own beside the data folder."""
    into = backup.parents[2] / f"{backup.stem}-{len(list(backup.parents[2].iterdir()))}"
    unpack(backup, into)
    return into / FILE_NAME
