"""Trying whether the data is safe (数据安全): the restore drill, and the check of everything there is."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.services import attachments
from app.services.backing_up import CONTENT_PASSES, WEEK, newest, size_of, steps
from app.services.desk import Desk
from app.services.exporting import Cancelled, Progress
from app.services.safety_notes import read, try_to_note
from app.store import restoring
from app.store.attachments import kept_files, wanted
from app.store.backups import Backup, at_work, manifest_of, named
from app.store.copying import Step, seen
from app.store.errors import DiskFull, StoreDamaged, StoreError
from app.store.opening import FILE_NAME, open_store
from app.store.places import BACKUPS
from app.store.restoring import Restored
from app.store.unpacking import examine

RESTORE_PASSES = 14
"""How often a restore reads or writes the data file, for the progress."""


@dataclass(frozen=True)
class Drilled:
    """A drill: which backup was restored, what it took, and what failed, «» for nothing."""

    of: str
    seconds: float
    failed: str


def drill_is_due(desk: Desk, now: datetime) -> bool:
    """Once a week, as soon as there is a backup."""
    at = read(desk.store.folder).drill_at
    return (at is None or now - at >= WEEK) and newest(desk.store.folder) is not None


def drill(desk: Desk, progress: Progress | None = None, cancelled: Cancelled | None = None) -> Drilled:
    """Restores the newest backup into a folder of the moment, opens and counts it; the result is remembered.

    A backup that fails is never offered again; a disk without room says nothing about the backup.
    """
    folder = desk.store.folder
    last = newest(folder)
    if last is None or last.manifest is None:
        return Drilled("", 0.0, "还没有备份，请先点「立即备份」。")
    begun = time.monotonic()
    file, files = size_of(folder)
    step = steps(file * RESTORE_PASSES + files * CONTENT_PASSES, progress, cancelled)
    with desk.backing_up, at_work(folder / BACKUPS, "演练") as shop:
        try:
            failed = _rehearse(shop / "数据", last, step)
        except StoreError as error:
            failed = str(error)
            if not isinstance(error, DiskFull):
                _mark_broken(folder, last.path.name, failed)
    drilled = Drilled(last.path.name, round(time.monotonic() - begun, 1), failed)
    try_to_note(
        folder, drill_at=datetime.now(), drill_of=drilled.of, drill_failed=failed, drill_seconds=drilled.seconds
    )
    return drilled


def _rehearse(place: Path, backup: Backup, step: Step) -> str:
    """What is wrong with the data that the backup brings back, opened as the program opens any."""
    manifest = restoring.prepare(place, backup.path, step)
    open_store(place).close()
    held = seen(place / FILE_NAME, step)
    if held.version == manifest.seen.version and held != manifest.seen:
        return f"恢复出来的数据与备份「{backup.path.name}」的清单不一致。"
    lost = wanted(place / FILE_NAME) - {digest for digest, _ in kept_files(place)}
    known = {path.replace("/", "").removeprefix("附件") for path in manifest.lost}
    return f"恢复出来少了 {len(lost - known)} 个附件。" if lost - known else ""


def _mark_broken(folder: Path, name: str, why: str) -> None:
    try_to_note(folder, broken={**read(folder).broken, name: why})


@dataclass(frozen=True)
class Verified:
    """What a check of everything found, as sentences; all empty where the data is whole."""

    database: tuple[str, ...]
    attachments: tuple[str, ...]
    backup: tuple[str, ...]
    newest: str
    """File name of the backup that was examined, «» for none."""

    @property
    def findings(self) -> tuple[str, ...]:
        """All of them."""
        return self.database + self.attachments + self.backup

    def as_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {
            "whole": not self.findings,
            "database": {"whole": not self.database, "findings": list(self.database)},
            "attachments": {"whole": not self.attachments, "findings": list(self.attachments)},
            "backup": {"file": self.newest or None, "whole": not self.backup, "findings": list(self.backup)},
            "findings": list(self.findings),
        }


def restore(
    folder: Path, source: Path, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Restored:
    """The closed data folder holds what the backup holds, its present data beside it; see ``store.restoring``."""
    backup = manifest_of(source)
    file, files = size_of(folder)
    if backup is not None:
        file, files = file + backup.files[0].size, files + backup.size - backup.files[0].size
    step = steps(file * RESTORE_PASSES // 2 + files * CONTENT_PASSES, progress, cancelled)
    restored = restoring.restore(folder, source, step)
    try_to_note(folder, wrong=(), failed="")
    return restored


def verify(desk: Desk, progress: Progress | None = None, cancelled: Cancelled | None = None) -> Verified:
    """The data file, every attached file and the newest backup are read again; what was found is remembered."""
    folder = desk.store.folder
    step = steps(size_of(folder)[1] + size_of(folder)[0] * 3, progress, cancelled)
    with desk.backing_up:
        database = _database_wrong(desk)
        files = [] if database else attachments.verify(desk, lambda done, total: step(0), cancelled)
        last = next((path for _, _, path in named(folder / BACKUPS)), None)
        backup = _backup_wrong(folder, last, step) if last else ()
    found = Verified(database, tuple(files), backup, last.name if last else "")
    try_to_note(folder, verified_at=datetime.now(), wrong=found.database + found.attachments)
    return found


def _backup_wrong(folder: Path, backup: Path, step: Step) -> tuple[str, ...]:
    """What is wrong with the newest backup, known before or not; it is not offered then."""
    with at_work(folder / BACKUPS, "核对") as shop:
        try:
            examine(backup, shop, step)
        except StoreError as error:
            _mark_broken(folder, backup.name, str(error))
            return (str(error),)
    return ()


def _database_wrong(desk: Desk) -> tuple[str, ...]:
    try:
        with desk.store.read() as connection:
            checked = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(5)")]
            loose = {str(row[0]) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")}
    except StoreDamaged as error:
        return (str(error),)
    if checked != ["ok"]:
        return ("数据文件检查不合格，请不要再往里登记，从最近的备份恢复。",)
    return tuple(f"数据表「{name}」里有记录指向不存在的记录，请从最近的备份恢复。" for name in sorted(loose))
