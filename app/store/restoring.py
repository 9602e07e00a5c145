"""Restoring by swap: the backup is unpacked and verified beside the data, then both change places; the old data stays.

Everything happens inside the data folder and under its lock, so it stays on one disk and nobody comes in between:

1. ``恢复中/`` is filled from the backup, verified, brought to this program's version and flushed. A kill leaves the
   old data, and that folder is cleared away by whoever opens the data next.
2. ``恢复中.json``, flushed and moved to its name, says what goes out and what comes in. *From here on the backup is the
   data*: whoever opens the folder finishes the moves before anything else.
3. The present file **with its -wal and -shm**, the attached files and the templates go to ``恢复前-日期-时间/``, which
   is a data folder of its own; only then the new ones come in. Every move may be tried again after a kill.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.store import attachments, room, upgrading
from app.store.archives import Manifest
from app.store.backups import make, manifest_of, program_version
from app.store.connecting import said_of
from app.store.copying import Step, idle, settle, sync_folder
from app.store.errors import StoreDamaged, StoreError, StoreNewer
from app.store.locking import FolderLock
from app.store.places import BESIDE_THE_FILE, FILE_NAME, KEPT_BEFORE, PLAN, STAGE, WITH_THE_FILE
from app.store.unpacking import unpack

NOT_RESTORED = "没有恢复，现在的数据没有改动"
MOVED = (*(f"{FILE_NAME}{ending}" for ending in BESIDE_THE_FILE), FILE_NAME, attachments.FOLDER, *WITH_THE_FILE)
"""What changes places, the companions of the file before it."""


@dataclass(frozen=True)
class Restored:
    """What a restore did: the moment of the backup, and where the data before it is kept, if there was any."""

    at: datetime
    kept: Path | None


def restore(folder: Path, source: Path, step: Step = idle) -> Restored:
    """The data folder holds what the backup holds; StoreError says why it does not, and then nothing has changed."""
    with said_of(folder, NOT_RESTORED):
        folder.mkdir(parents=True, exist_ok=True)
    lock = FolderLock(folder)
    lock.acquire()
    try:
        finish(folder)
        if (folder / FILE_NAME).exists():
            with contextlib.suppress(StoreError):  # damaged data cannot be backed up; it stays beside the restored one
                make(folder, "恢复前", step=step)
        with said_of(folder, NOT_RESTORED):
            manifest = prepare(folder / STAGE, source, step)
            kept = _decide(folder)
        finish(folder)
    except BaseException:
        if not (folder / PLAN).exists():
            shutil.rmtree(folder / STAGE, ignore_errors=True)
        raise
    finally:
        lock.release()
    return Restored(manifest.at, kept)


def prepare(stage: Path, source: Path, step: Step = idle) -> Manifest:
    """A folder with the data of a backup, verified, of this program's version, on the disk; it was empty or missing."""
    told = manifest_of(source)
    if told is not None:
        _refuse_newer(told)
        room.require(stage.parent, told.size + told.files[0].size, NOT_RESTORED)
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir()
    manifest = unpack(source, stage, step)
    _refuse_newer(manifest)
    upgrading.bring_up_to_date(stage / FILE_NAME, backed_up=True)
    settle(stage / FILE_NAME)
    for above, _, _ in os.walk(stage, topdown=False):
        sync_folder(Path(above))
    return manifest


def _refuse_newer(manifest: Manifest) -> None:
    if manifest.seen.version not in upgrading.VERSIONS:
        raise StoreNewer(
            f"这份备份是更新版本的台账（{manifest.program}）做的，本程序（{program_version()}）不能恢复它，"
            "现在的数据没有改动。请安装新版程序后再恢复。"
        )


def _decide(folder: Path) -> Path | None:
    """The plan stands on the disk under its name: from now on the backup is the data."""
    out = [name for name in MOVED if (folder / name).exists()]
    into = [name for name in MOVED if (folder / STAGE / name).exists()]
    kept = _free_folder(folder) if out else None
    told = {"kept": kept.name if kept else None, "out": out, "into": into}
    draft = folder / f"{PLAN}.new"
    with draft.open("w", encoding="utf-8") as file:
        json.dump(told, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / PLAN)
    sync_folder(folder)
    return kept


def _free_folder(folder: Path) -> Path:
    """A name for the data that is replaced, by day and minute."""
    name = f"{KEPT_BEFORE}{datetime.now():%Y-%m-%d-%H%M}"
    names = [name, *(f"{name}-{number}" for number in range(2, 1000))]
    return next(folder / each for each in names if not (folder / each).exists())


def finish(folder: Path) -> None:
    """A restore that was decided on is done; one that was not leaves nothing. The caller holds the folder's lock."""
    with contextlib.suppress(FileNotFoundError):
        (folder / f"{PLAN}.new").unlink()
    if is_decided(folder):
        try:
            _move(folder, _plan(folder))
        except OSError as error:
            raise StoreError(
                f"从备份恢复还差最后一步（{error.strerror or error}）。请关闭正在使用「{folder}」的其他程序，"
                "再打开台账，会自动做完，数据不会丢。"
            ) from error
    elif (folder / STAGE).exists():
        shutil.rmtree(folder / STAGE, ignore_errors=True)


def is_decided(folder: Path) -> bool:
    """Whether a restore waits to be finished."""
    return (folder / PLAN).exists()


def _plan(folder: Path) -> dict[str, Any]:
    try:
        told = json.loads((folder / PLAN).read_text(encoding="utf-8"))
        return {"kept": told["kept"], "out": list(told["out"]), "into": list(told["into"])}
    except (ValueError, LookupError, TypeError) as error:
        raise StoreDamaged(f"「{folder / PLAN}」已损坏，程序没有改动数据。请把它交给维护人员。") from error


def _move(folder: Path, plan: dict[str, Any]) -> None:
    """All moves of the plan that are not made yet, out before in, each on the disk before the plan goes."""
    if plan["kept"] is not None:
        kept = folder / plan["kept"]
        kept.mkdir(exist_ok=True)
        for name in plan["out"]:
            if (folder / name).exists() and not (kept / name).exists():
                (folder / name).rename(kept / name)
        sync_folder(kept)
        sync_folder(folder)
    stage = folder / STAGE
    for name in plan["into"]:
        if (stage / name).exists():
            (stage / name).rename(folder / name)
    sync_folder(folder)
    shutil.rmtree(stage, ignore_errors=True)
    (folder / PLAN).unlink()
    sync_folder(folder)
