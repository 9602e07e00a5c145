"""A reserve of 50 MB in the folder of backups, given up when the disk is full, so that what is typed can be saved."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from app.store.errors import DiskFull
from app.store.places import BACKUPS
from app.store.room import MB, free_bytes

NAME = "预留空间"
SIZE = 50 * MB
ENOUGH = 10 * SIZE
"""Bytes free above which the disk can spare the reserve."""


def keep(folder: Path) -> None:
    """The reserve stands where the disk can spare it; one that cannot be made hinders nothing."""
    place = folder / BACKUPS / NAME
    free = free_bytes(folder)
    if place.exists() or free is None or free < ENOUGH or not place.parent.is_dir():
        return
    try:
        with place.open("wb") as file:
            _fill(file.fileno())
    except OSError:
        with contextlib.suppress(OSError):
            place.unlink()


def _fill(handle: int) -> None:
    """So many bytes that really are on the disk, not a hole in a file."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(handle, 0, SIZE)
        return
    for _ in range(SIZE // MB):
        os.write(handle, b"\0" * MB)


def give_up(folder: Path, error: DiskFull) -> DiskFull:
    """What to raise for a full disk: where the reserve could be given up, that one may try again now."""
    try:
        (folder / BACKUPS / NAME).unlink()
    except OSError:
        return error
    return DiskFull(f"{error}程序已腾出预留的 {SIZE // MB} MB，现在请再试一次，然后尽快清理磁盘。")
