"""Room on a disk: how much is left, and the sentence that says so in MB."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from app.store.errors import DiskFull, FolderUnwritable, StoreError

MB = 1024 * 1024
FULL = (errno.ENOSPC, errno.EDQUOT)
"""Numbers of the system's errors that mean a full disk."""
NOTHING = 128 * 1024
"""Bytes with which no log of SQLite can be begun."""
SPARE = 2 * MB
"""Bytes beyond the need that are left to others."""


def megabytes(size: int) -> str:
    """«0.4 MB», «12 MB», «3.1 GB»."""
    if size >= 1024 * MB:
        return f"{size / 1024 / MB:.1f} GB"
    return f"{size / MB:.0f} MB" if size >= 10 * MB else f"{size / MB:.1f} MB"


def free_bytes(folder: Path) -> int | None:
    """Bytes that may still be written on the disk of a folder; None where the system does not tell."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def is_full(folder: Path) -> bool:
    """Whether next to nothing can be written: SQLite then tells an error of the disk in general."""
    free = free_bytes(folder)
    return free is not None and free < NOTHING


def left(folder: Path, need: int = 0) -> str:
    """«（只剩 3.0 MB，大约要 45 MB）», or nothing where the system does not tell."""
    free = free_bytes(folder)
    wanted = f"，大约要 {megabytes(need)}" if need else ""
    return "" if free is None else f"（只剩 {megabytes(free)}{wanted}）"


def full(folder: Path, what: str, need: int = 0) -> DiskFull:
    """The sentence: what was not done, on which disk, how much is left and how much is wanted."""
    return DiskFull(f"磁盘已满，{what}。请清理「{folder}」所在的磁盘{left(folder, need)}，再试一次。")


def require(folder: Path, need: int, what: str) -> None:
    """DiskFull where so many bytes cannot be written; better said before than half-way."""
    free = free_bytes(folder)
    if free is not None and free < need + SPARE:
        raise full(folder, what, need + SPARE)


def unwritten(error: OSError, place: Path, what: str, need: int = 0) -> StoreError:
    """The sentence for a disk that takes nothing: full, read-only, gone."""
    if error.errno in FULL:
        return full(place, what, need)
    reason = "找不到，可能移动盘已拔出" if isinstance(error, FileNotFoundError) else error.strerror or error
    return FolderUnwritable(f"「{place}」不能读写（{reason}），{what}。请检查它是否只读、移动盘是否还在。")
