"""An office with attached files, templates and import words, and ways to break what is kept of it."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from app.models import BY_KEY
from app.services import attachments, records
from app.services.desk import open_desk
from app.store import room
from app.store.copying import Seen, seen
from app.store.opening import FILE_NAME
from app.store.shelf import digest_of

TRIALS = int(os.environ.get("TAIZHANG_TRIALS", "300"))
"""How often a test of chance tries; a release tries ten times as often."""
ROOT = Path(__file__).parents[2]


def furnish(folder: Path) -> None:
    """Three scans at a record, a template and import words."""
    desk = open_desk(folder, "文书")
    for number in range(3):
        scan = folder.parent / f"扫描{number}.pdf"
        scan.write_bytes(f"扫描件{number}".encode() * (3000 + number))
        attachments.add(desk, BY_KEY["office"], 1, scan)
    desk.close()
    (folder / "模板").mkdir()
    (folder / "模板" / "own-1.txt").write_text("{# 名称：本办 #}\n一年来", "utf-8")
    (folder / "导入用词.toml").write_text("[word]\n", "utf-8")


def add_office(folder: Path, name: str) -> None:
    """One record more."""
    desk = open_desk(folder, "文书")
    records.save(desk, BY_KEY["office"], records.blank_for(BY_KEY["office"]) | {"name": name})
    desk.close()


Held = tuple[Seen, dict[str, str]]


def held(folder: Path) -> Held:
    """All that a closed data folder holds: tables with rows, sums and digests; files by their digests."""
    tops = [folder / "附件", folder / "模板", folder / "导入用词.toml"]
    files = [path for top in tops for path in ([top] if top.is_file() else top.rglob("*")) if path.is_file()]
    return seen(folder / FILE_NAME), {str(path.relative_to(folder)): digest_of(path) for path in files}


def with_one_byte_changed(place: Path, at: int, by: int) -> None:
    """The file with the byte at a place changed to another."""
    with place.open("rb+") as file:
        file.seek(at)
        was = file.read(1)[0]
        file.seek(at)
        file.write(bytes([was ^ by]))


def full_after(monkeypatch: pytest.MonkeyPatch, flushes: int, number: int = errno.ENOSPC) -> None:
    """The disk takes so many flushes more, then none: as full, or as said by another number of the system."""
    flush, left = os.fsync, [flushes]

    def counted(handle: Any) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(number, os.strerror(number))
        flush(handle)

    monkeypatch.setattr(os, "fsync", counted)


def with_room(monkeypatch: pytest.MonkeyPatch, free: int) -> None:
    """The disk says that so many bytes are free."""
    monkeypatch.setattr(room, "free_bytes", lambda folder: free)
