"""Backups (备份) of a desk: made when due, by hand, before what cannot be undone, at a second place, as one file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from app.services.desk import Desk
from app.services.exporting import Cancelled, Progress, Stopped
from app.services.safety_notes import Notes, note, read, try_to_note
from app.store import attachments, reserve
from app.store import backups as store
from app.store.backups import Backup
from app.store.copying import Step
from app.store.errors import FolderUnwritable, StoreError
from app.store.places import BACKUPS
from app.store.tables import Change
from app.store.thinning import thin

FOLDER_NAME = "台账备份"
"""What a second place is called within the folder or drive that was chosen for it."""
WEEK = timedelta(days=7)
FIRST_AFTER = 20
"""Changes after which a data folder gets its first backup."""
CLOCK = 1.0
"""Seconds by which the time of a backup and that of a file may differ."""
PARTS = 1000
"""Progress is told in thousandths: sizes in bytes are too big for some who listen."""
FILE_PASSES, CONTENT_PASSES = 6, 3
"""How often a backup reads or writes the data file and the attached files, for the progress."""


class CannotBackUp(ValueError):
    """The wish cannot be met; the message is one Chinese sentence."""


def steps(total: int, progress: Progress | None, cancelled: Cancelled | None) -> Step:
    """The step of a work of about so many bytes: tells how far it is, raises Stopped where it is no longer wanted."""
    done = 0

    def step(size: int) -> None:
        nonlocal done
        if cancelled is not None and cancelled():
            raise Stopped
        done += size
        if progress is not None and total:
            progress(min(done * PARTS // total, PARTS), PARTS)

    return step


def size_of(folder: Path) -> tuple[int, int]:
    """Bytes of the data file, and of the attached files."""
    file = folder / "taizhang.db"
    sizes = (place.stat().st_size for _, place in attachments.kept_files(folder))
    return file.stat().st_size if file.exists() else 0, sum(sizes)


def _work(folder: Path) -> int:
    file, files = size_of(folder)
    return file * FILE_PASSES + files * CONTENT_PASSES


def back_up(desk: Desk, why: str, progress: Progress | None = None, cancelled: Cancelled | None = None) -> Backup:
    """A verified backup now; older ones that need not stay go. StoreError says why there is none, and is remembered."""
    folder = desk.store.folder
    with desk.backing_up:
        desk.store.settle_log()
        try:
            made = store.make(folder, why, step=steps(_work(folder), progress, cancelled))
        except StoreError as error:
            try_to_note(folder, failed=str(error))
            raise
        notes = read(folder)
        if notes.failed:
            try_to_note(folder, failed="")
        _thin(folder, folder / BACKUPS, notes)
        reserve.keep(folder)
    return made


def _thin(folder: Path, place: Path, notes: Notes) -> None:
    """Old backups go where they can; one that cannot be erased hinders nothing."""
    try:
        thin(place, store.origin_of(folder), notes.broken, datetime.now())
    except OSError as error:
        try_to_note(folder, failed=f"旧的备份清理不掉（{error.strerror or error}），请检查「{place}」是否只读。")


def back_up_to(
    desk: Desk, target: Path, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Backup:
    """One file that holds everything, to be carried anywhere."""
    with desk.backing_up:
        return store.make_whole(desk.store.folder, target, step=steps(_work(desk.store.folder), progress, cancelled))


def newest(folder: Path) -> Backup | None:
    """The newest backup in the folder of backups of which nothing bad is known."""
    return store.newest(folder / BACKUPS, read(folder).broken)


def last_change(desk: Desk) -> int:
    """The number of the last thing that was done; 0 for none."""
    with desk.store.read() as connection:
        return connection.execute(select(func.max(Change.id))).scalar() or 0


def changes_since(desk: Desk) -> int:
    """Things done since the newest backup."""
    last = newest(desk.store.folder)
    held = last.manifest.seen.last_change if last and last.manifest else 0
    return abs(last_change(desk) - held)


def is_due(desk: Desk) -> bool:
    """Whether so much was done since the last backup that another is wanted."""
    notes = read(desk.store.folder)
    wanted = notes.every if newest(desk.store.folder) else min(notes.every, FIRST_AFTER)
    return changes_since(desk) >= wanted


def is_changed(desk: Desk) -> bool:
    """Whether anything at all was written since the newest backup; a folder in which nothing was done has nothing."""
    last = newest(desk.store.folder)
    if last is None or last.manifest is None:
        return last_change(desk) > 0
    return changes_since(desk) > 0 or desk.store.last_written() > last.manifest.at.timestamp() + CLOCK


def back_up_before(
    desk: Desk, what: str, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Backup | None:
    """A backup before something far-reaching, unless the last one is as new as the data."""
    return back_up(desk, f"{what}前", progress, cancelled) if is_changed(desk) else None


def set_every(desk: Desk, changes: int) -> None:
    """After how many changes a backup is made."""
    if not 1 <= changes <= 10_000:
        raise CannotBackUp("请填写 1 到 10000 之间的次数。")
    _keep(desk, every=changes)


def set_second(desk: Desk, chosen: Path | None) -> str:
    """The second place, in a folder of its own within the chosen one, or none; a sentence where it is a poor choice."""
    if chosen is None:
        _keep(desk, second="", second_at=None, second_failed="")
        return ""
    if not chosen.is_dir():
        raise CannotBackUp(f"找不到文件夹「{chosen}」，请检查移动盘是否还在。")
    if chosen.resolve().is_relative_to(desk.store.folder.resolve()):
        raise CannotBackUp("第二份备份不能放在数据目录里，请选移动盘或另一块硬盘上的文件夹。")
    place = chosen if chosen.name == FOLDER_NAME else chosen / FOLDER_NAME
    try:
        place.mkdir(exist_ok=True)
    except OSError as error:
        raise CannotBackUp(f"「{chosen}」不能写入（{error.strerror or error}），请换一个文件夹。") from error
    _keep(desk, second=str(place), second_at=None, second_failed="")
    same = place.stat().st_dev == desk.store.folder.stat().st_dev
    return "这个文件夹和数据在同一块盘上，盘坏了两份都会没有，最好换成移动盘。" if same else ""


def _keep(desk: Desk, **changed: object) -> None:
    try:
        note(desk.store.folder, **changed)
    except OSError as error:
        raise FolderUnwritable(
            f"「{desk.store.folder / BACKUPS}」不能写入（{error.strerror or error}），没有保存。"
            "请检查它是否只读、磁盘是否已满。"
        ) from error


def second_is_due(desk: Desk, now: datetime) -> bool:
    """Whether there is a second place that had no backup for a week."""
    notes = read(desk.store.folder)
    return bool(notes.second) and (notes.second_at is None or now - notes.second_at >= WEEK)


def back_up_second(
    desk: Desk, why: str = "第二份", progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Backup:
    """A verified backup at the second place; StoreError where that is not there now, which hinders the first not."""
    folder, place = desk.store.folder, Path(read(desk.store.folder).second)
    with desk.backing_up:
        try:
            if not place.parent.is_dir():
                raise FolderUnwritable(
                    f"第二份备份的位置「{place}」现在不在，可能移动盘没有插上。请插上后再试；本机的备份不受影响。"
                )
            made = store.make(folder, why, place, steps(_work(folder), progress, cancelled))
        except StoreError as error:
            try_to_note(folder, second_failed=str(error))
            raise
        try_to_note(folder, second_at=made.at, second_failed="")
        _thin(folder, place, read(folder))
    return made


def places(folder: Path) -> Iterable[Path]:
    """The folders in which backups of a data folder lie."""
    second = read(folder).second
    return [folder / BACKUPS, *([Path(second)] if second else [])]


def at_all_places(folder: Path) -> list[Backup]:
    """Every backup at both places, newest first."""
    return sorted(
        (each for place in places(folder) for each in store.listing(place)), key=lambda each: each.at, reverse=True
    )
