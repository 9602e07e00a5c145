"""Attached files (附件) in the data folder, kept by the SHA-256 of their content: first the file, then its row.

A file is written under a temporary name, flushed to the disk with the folders that name it, and only then moved to its
place; without both flushes 49 of 60 files were old or missing after a power cut. No name of a file becomes a path.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Connection, Row, select

from app.models.base import Base
from app.store.connecting import open_bare
from app.store.copying import sync_folder
from app.store.errors import FolderUnwritable, StoreError
from app.store.places import UNFINISHED
from app.store.room import FULL, full

FOLDER = "附件"
COPIES = "打开的附件"
"""Folder of the copies that are looked at; wiped when the program closes, and after a crash when it opens."""
LARGEST = 50 * 1024 * 1024
"""Bytes of one file."""
PIECE = 1024 * 1024
HOLDERS = ("attachment", "printed_paper")
"""Tables whose rows name a kept file by its digest; a file of an older version need not have them all."""
_DIGEST = re.compile(r"[0-9a-f]{64}")


class FileRefused(StoreError):
    """The file cannot be taken in: too big, missing, unreadable; the message says which."""


class AttachmentLost(StoreError):
    """The kept file is missing or not as it was put in."""


@dataclass(frozen=True)
class Kept:
    """A file that stands in the data folder."""

    digest: str
    size: int


def place_of(folder: Path, digest: str) -> Path:
    """Where the content of a digest stands."""
    if not _DIGEST.fullmatch(digest):
        raise AttachmentLost("附件的登记已损坏，程序没有打开它。请从最近的备份恢复。")
    return folder / FOLDER / digest[:2] / digest[2:]


_ONE_AT_A_TIME = threading.Lock()
"""Clearing away what a crash left unfinished must not meet another thread's copy under way."""


def keep(folder: Path, source: Path) -> Kept:
    """A copy of the file in the data folder, whole and on the disk; FileRefused or StoreError say why there is none."""
    refuse(source)
    with _ONE_AT_A_TIME:
        return _kept(folder, source)


def _kept(folder: Path, source: Path) -> Kept:
    home = folder / FOLDER
    try:
        _ensure(home)
        _clear(home)
        handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=home)
    except OSError as error:
        raise _unwritten(error, folder) from error
    under_way = Path(name)
    try:
        with os.fdopen(handle, "wb") as target:
            kept = _copy(source, target)
        _settle(under_way, place_of(folder, kept.digest), kept)
    except OSError as error:
        raise _unwritten(error, folder) from error
    finally:
        with contextlib.suppress(OSError):
            under_way.unlink()
    return kept


def refuse(source: Path) -> None:
    """FileRefused for what cannot be taken in: no file, too big, empty."""
    try:
        if not source.is_file():
            what = "是文件夹，请选择里面的文件" if source.is_dir() else "找不到，请检查它是否已移走或移动盘是否还在"
            raise FileRefused(f"「{source.name}」{what}。")
        size = source.stat().st_size
    except OSError as error:
        raise _unread(source, error) from error
    if size > LARGEST:
        raise _too_big(source)
    if size == 0:
        raise FileRefused(f"「{source.name}」是空文件，没有附上，请检查。")


def _too_big(source: Path) -> FileRefused:
    return FileRefused(f"「{source.name}」超过 {LARGEST // 1024 // 1024} MB，没有附上，请压缩或拆分后再试。")


def _unread(source: Path, error: OSError) -> FileRefused:
    return FileRefused(
        f"「{source.name}」读不出来（{error.strerror or error}），没有附上，请检查它是否被占用或无权读取。"
    )


def _copy(source: Path, target: BinaryIO) -> Kept:
    """Copies piece by piece, counting and digesting; the copy is on the disk when it returns."""
    digest, size = hashlib.sha256(), 0
    for piece in _pieces(source):
        size += len(piece)
        if size > LARGEST:
            raise _too_big(source)
        digest.update(piece)
        target.write(piece)
    target.flush()
    os.fsync(target.fileno())
    return Kept(digest.hexdigest(), size)


def _pieces(source: Path) -> Iterator[bytes]:
    """The content of a file; errors of reading are told apart from errors of writing."""
    try:
        with source.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece
    except OSError as error:
        raise _unread(source, error) from error


def _settle(under_way: Path, place: Path, kept: Kept) -> None:
    """The finished copy stands in its place for good; a whole copy that stands there already is left alone."""
    _ensure(place.parent)
    if not _is_whole(place, kept.digest):
        os.replace(under_way, place)
    sync_folder(place.parent)


def _ensure(folder: Path) -> None:
    """The folder is there, and its name in the one above is on the disk, also where a killed program made it."""
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def _clear(home: Path) -> None:
    """What a crash left unfinished goes; one program at a time holds the data folder."""
    for left in home.glob(f"{UNFINISHED}*"):
        with contextlib.suppress(OSError):
            left.unlink()


def _unwritten(error: OSError, folder: Path) -> StoreError:
    if error.errno in FULL:
        return full(folder, "附件没有保存，数据没有改动")
    return FolderUnwritable(
        f"数据目录「{folder}」不能写入附件（{error.strerror or error}），请检查是否只读、移动盘是否还在。"
    )


def digest_of(place: Path) -> str | None:
    """SHA-256 of a file as it stands now; None where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with place.open("rb") as file:
            while piece := file.read(PIECE):
                digest.update(piece)
    except OSError:
        return None
    return digest.hexdigest()


def _is_whole(place: Path, digest: str) -> bool:
    return place.is_file() and digest_of(place) == digest


def copy_out(folder: Path, digest: str, name: str) -> Path:
    """A private copy of the kept content, read only, under this name; AttachmentLost where it is missing or changed."""
    place = place_of(folder, digest)
    try:
        content = place.read_bytes()
    except OSError as error:
        raise AttachmentLost(
            f"附件文件丢失（{error.strerror or error}），请从最近的备份恢复「附件」文件夹。"
        ) from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise AttachmentLost("附件文件已损坏，与登记时不一致，程序没有打开它。请从最近的备份恢复「附件」文件夹。")
    try:
        (folder / COPIES).mkdir(mode=0o700, exist_ok=True)
        target = Path(tempfile.mkdtemp(dir=folder / COPIES)) / name
        target.write_bytes(content)
        target.chmod(0o400)
    except OSError as error:
        raise _unwritten(error, folder) from error
    return target


def wipe_copies(folder: Path) -> None:
    """Copies that were looked at are gone, but for those that another program still holds open."""
    for copy in (folder / COPIES).glob("*/*"):
        with contextlib.suppress(OSError):
            copy.chmod(0o600)
    shutil.rmtree(folder / COPIES, ignore_errors=True)


def rows_of(connection: Connection, register: str, record_id: int) -> list[Row[Any]]:
    """The attachments of a record in the order in which they came."""
    table = Base.metadata.tables["attachment"]
    mine = table.c.register == register, table.c.record_id == record_id
    return list(connection.execute(select(table).where(*mine).order_by(table.c.id)))


def kept_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """(digest, place) of every file that stands in the data folder."""
    for shelf in sorted((folder / FOLDER).glob("[0-9a-f][0-9a-f]")):
        for place in sorted(shelf.iterdir()):
            if _DIGEST.fullmatch(shelf.name + place.name):
                yield shelf.name + place.name, place


def wanted(path: Path) -> set[str]:
    """Digests of the files that a closed data file names."""
    raw = open_bare(path)
    try:
        there = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        named = sorted(there.intersection(HOLDERS))
        found = (row[0] for table in named for row in raw.execute(f'SELECT DISTINCT digest FROM "{table}"'))
        return {digest for digest in found if _DIGEST.fullmatch(digest or "")}
    finally:
        raw.close()


def erase(place: Path) -> None:
    """Takes a kept file away for good."""
    with contextlib.suppress(FileNotFoundError):
        place.unlink()
        sync_folder(place.parent)
