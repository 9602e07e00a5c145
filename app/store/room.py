"""Room on a disk: how much is left, and the sentence that says so in MB."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from app.store.errors import DiskFull, FolderUnwritable, StoreError

MB = 1024 * 1024
FULL = (errno.ENOSPC, errno.EDQUOT)
"""Numbers of the system's errors that mean a full disk."""
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


def left(folder: Path) -> str:
    """«（只剩 3.0 MB）», or nothing where the system does not tell."""
    free = free_bytes(folder)
    return "" if free is None else f"（只剩 {megabytes(free)}）"


def full(folder: Path, what: str, need: int = 0) -> DiskFull:
    """The sentence: what was not done, on which disk, how much is left and how much is wanted."""
    wanted = f"，至少还要 {megabytes(need)}" if need else ""
    return DiskFull(f"磁盘已满，{what}。请清理「{folder}」所在的磁盘{left(folder)}{wanted}，再试一次。")


def require(folder: Path, need: int, what: str) -> None:
    """DiskFull where so many bytes cannot be written; better said before than half-way."""
    free = free_bytes(folder)
    if free is not None and free < need + SPARE:
        raise full(folder, what, need + SPARE)


def unwritten(error: OSError, place: Path, what: str) -> StoreError:
    """The sentence for a disk that takes nothing: full, read-only, gone."""
    if error.errno in FULL:
        return full(place, what)
    reason = "找不到，可能移动盘已拔出" if isinstance(error, FileNotFoundError) else error.strerror or error
    return FolderUnwritable(f"「{place}」不能读写（{reason}），{what}。请检查它是否只读、移动盘是否还在。")
