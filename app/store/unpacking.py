"""A backup read back: every byte against its seal, the data file against the manifest, each file against its digest."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import ZipFile

import sqlcipher3.dbapi2 as driver

from app.store import attachments
from app.store.archives import PIECE, BackupBroken, Filed, Manifest, broken, holds_seal, opened
from app.store.copying import Step, check, idle, remove, seen
from app.store.errors import StoreDamaged
from app.store.places import FILE_NAME, WITH_THE_FILE
from app.store.shelf import CONTENTS, digest_of


def examine(place: Path, shop: Path, step: Step = idle, shelf: Path | None = None) -> Manifest:
    """The manifest of a backup that is whole in every byte; BackupBroken and StoreNewer say why it cannot be used.

    The data file is unpacked into ``shop`` for its checks and removed again.
    """
    if not holds_seal(place, step):
        raise broken(place)
    copy = shop / "核对.db"
    with opened(place) as (archive, manifest):
        try:
            copy_out(archive, place, manifest.files[0], copy, step, shelf)
            agrees(copy, place, manifest, step)
        finally:
            remove(copy)
        for each in manifest.files[1:]:
            for _ in content(archive, place, each, step, shelf):
                pass
    return manifest


def agrees(copy: Path, place: Path, manifest: Manifest, step: Step = idle) -> None:
    """BackupBroken where the data file of a backup does not hold what the manifest says."""
    try:
        check(copy, f"备份「{place.name}」里的数据")
        found = seen(copy, step)
    except (driver.Error, StoreDamaged, UnicodeError) as error:
        raise broken(place) from error
    if found != manifest.seen:
        raise broken(place)


def content(archive: ZipFile, place: Path, each: Filed, step: Step, shelf: Path | None = None) -> Iterator[bytes]:
    """The content of one file of a backup, piece by piece; BackupBroken at the end where it was not what it must be."""
    digest, size = hashlib.sha256(), 0
    with _source(archive, place, each, shelf or place.parent / CONTENTS) as file:
        while piece := file.read(PIECE):
            digest.update(piece)
            size += len(piece)
            step(len(piece))
            yield piece
    if (size, digest.hexdigest()) != (each.size, each.digest):
        raise broken(place)


def _source(archive: ZipFile, place: Path, each: Filed, shelf: Path) -> IO[bytes]:
    if not belongs(each):
        raise broken(place)
    if each.inside:
        return archive.open(each.path)
    try:
        return (shelf / each.digest[:2] / each.digest[2:]).open("rb")
    except FileNotFoundError as error:
        raise BackupBroken(
            f"备份「{place.name}」的附件不全，没有用它。它要和同一处的「{CONTENTS}」文件夹放在一起，请换一份备份。"
        ) from error


def belongs(each: Filed) -> bool:
    """Whether a path of a manifest is one that a backup may bring back: no way out of the data folder."""
    path = PurePosixPath(each.path)
    known = path.parts[:1] in {(name,) for name in (FILE_NAME, attachments.FOLDER, *WITH_THE_FILE)}
    plain = not path.is_absolute() and ".." not in path.parts and not set(each.path) & set("\\:")
    return known and plain and re.fullmatch("[0-9a-f]{64}", each.digest) is not None


def copy_out(archive: ZipFile, place: Path, each: Filed, target: Path, step: Step, shelf: Path | None = None) -> None:
    """One file of a backup, whole and on the disk."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        for piece in content(archive, place, each, step, shelf):
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def unpack(place: Path, into: Path, step: Step = idle) -> Manifest:
    """All files of a backup, in a folder, on the disk, read again and found to be what the manifest says."""
    if not holds_seal(place, step):
        raise broken(place)
    with opened(place) as (archive, manifest):
        for each in manifest.files:
            copy_out(archive, place, each, into / each.path, step)
    for each in manifest.files[1:]:
        if digest_of(into / each.path, step) != each.digest:
            raise BackupBroken(
                f"「{into / each.path}」写上去以后读出来不一样，磁盘可能有问题，没有恢复。请换一个磁盘。"
            )
    agrees(into / FILE_NAME, place, manifest, step)
    return manifest
