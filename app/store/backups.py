"""Backups: each one file, made of one moment, verified by reading it back, and whole or not there at all.

**What a backup is.** A sealed zip (``archives``) with the data file, copied by SQLite's backup within one reading
transaction while others go on writing, the office's templates and import words, and a manifest: program and version of
the file, time, rows, sums and digests of every table as the *data folder* held them, size and SHA-256 of every file.

**Where the attached files are.** They never change and have their digest for a name. In a folder of backups they lie
once, in ``内容/ab/cdef…``, for all the backups there: a backup of 500 MB of scans costs what is new since the last one.
They are copies, not hard links: a bad sector must not take the file and its backup. A backup to a file of one's own
choice (``make_whole``) has them inside. Both are the same format: each file's line says whether it is inside.

**How it comes to be.** Under a temporary name: copy, write, seal, flush; then it is *opened again*: the seal over every
byte, the checks of the database, rows, sums and digests of every table against what the data folder held, the digest of
every file inside and in the store. Only then it is flushed with its folder and takes its name. A name therefore says
«verified when made»; what a kill or a full disk leaves begins with 未完成- and is cleared at the next backup.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import socket
import tempfile
from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from glob import escape
from pathlib import Path

from app.store import attachments, room
from app.store.archives import MANIFEST, BackupBroken, Filed, Manifest, opened, put, sealed, to_json
from app.store.connecting import said_of
from app.store.copying import Step, check, idle, remove, settle, sync_folder, take
from app.store.errors import FolderUnwritable, StoreError
from app.store.places import BACKUPS, FILE_NAME, UNFINISHED, WITH_THE_FILE
from app.store.shelf import CONTENTS, NOT_DONE, digest_of, shelve
from app.store.unpacking import examine

NAMED = re.compile(r"(?P<why>.+)-(?P<at>\d{8}-\d{6})\.zip")


@dataclass(frozen=True)
class Backup:
    """One backup as its name and manifest tell of it; without a manifest it cannot be read."""

    path: Path
    why: str
    at: datetime
    manifest: Manifest | None


def make(folder: Path, why: str, place: Path | None = None, step: Step = idle) -> Backup:
    """A verified backup in the folder of backups, or in another of that kind; StoreError says why there is none."""
    where = place or folder / BACKUPS
    with (
        said_of(where, NOT_DONE, _need(folder)),
        at_work(folder / BACKUPS, "数据") as shop,
        at_work(where, "备份") as draft,
    ):
        manifest = _write(folder, draft / "备份.zip", shop, why, where / CONTENTS, step)
        examine(draft / "备份.zip", shop, step, where / CONTENTS)
        target = _free_name(where, why, manifest.at)
        (draft / "备份.zip").rename(target)
        sync_folder(where)
    return Backup(target, why, manifest.at, manifest)


def make_whole(folder: Path, target: Path, why: str = "另存", step: Step = idle) -> Backup:
    """A verified backup in one file that can be carried anywhere, attached files inside; an earlier one is replaced."""
    if not target.parent.is_dir():
        raise FolderUnwritable(f"找不到文件夹「{target.parent}」，{NOT_DONE}。请检查它是否已移走或移动盘是否还在。")
    if target.is_dir():
        raise FolderUnwritable(f"「{target}」是文件夹，{NOT_DONE}。请写明备份的文件名。")
    with (
        said_of(target.parent, NOT_DONE, _need(folder)),
        at_work(folder / BACKUPS, "数据") as shop,
        at_work(target.parent, target.name) as draft,
    ):
        manifest = _write(folder, draft / "备份.zip", shop, why, None, step)
        examine(draft / "备份.zip", shop, step)
        (draft / "备份.zip").replace(target)
        sync_folder(target.parent)
    return Backup(target, why, manifest.at, manifest)


def _need(folder: Path) -> int:
    """Bytes that a backup wants for a while: the data file twice, and each attached file once."""
    file = folder / FILE_NAME
    sizes = (place.stat().st_size for _, place in attachments.kept_files(folder))
    return 2 * file.stat().st_size + sum(sizes) if file.exists() else 0


@contextmanager
def at_work(place: Path, mark: str) -> Iterator[Path]:
    """A folder for what is under way, gone afterwards; what an earlier crash left of its kind goes first."""
    place.mkdir(exist_ok=True)
    for left in place.glob(f"{UNFINISHED}{escape(mark)}-*"):
        shutil.rmtree(left, ignore_errors=True)
    made = Path(tempfile.mkdtemp(prefix=f"{UNFINISHED}{mark}-", dir=place))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _write(folder: Path, draft: Path, shop: Path, why: str, shelf: Path | None, step: Step) -> Manifest:
    """The sealed file under its temporary name; attached files go to the shelf, or inside where there is none."""
    room.require(shop.parent, (folder / FILE_NAME).stat().st_size, NOT_DONE)
    at = datetime.now().replace(microsecond=0)
    held = take(folder / FILE_NAME, shop / FILE_NAME, step)
    settle(shop / FILE_NAME)
    check(shop / FILE_NAME)
    found = [_filed(shop, FILE_NAME, step)]
    for path in _own_files(folder):
        (shop / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / path, shop / path)
        found.append(_filed(shop, path, step))
    kept, lost = _attached(folder, shop / FILE_NAME, shelf, step)
    manifest = Manifest(program_version(), why, at, origin_of(folder), held, (*found, *kept), lost)
    room.require(draft.parent.parent, sum(each.size for each in kept if each.inside), NOT_DONE)
    with sealed(draft) as archive:
        put(archive, MANIFEST, io.BytesIO(to_json(manifest)), 0, at, packed=True)
        for each in (each for each in manifest.files if each.inside):
            with kept.get(each, shop / each.path).open("rb") as source:
                if put(archive, each.path, source, each.size, at, each not in kept, step) != each.digest:
                    raise BackupBroken(f"「{each.path}」正在被改动，{NOT_DONE}。请稍候再试一次。")
    remove(shop / FILE_NAME)
    return manifest


def _filed(shop: Path, path: str, step: Step) -> Filed:
    return Filed(path, (shop / path).stat().st_size, digest_of(shop / path, step), inside=True)


def _own_files(folder: Path) -> list[str]:
    """Templates and import words, by their paths in the data folder."""
    tops = (folder / name for name in WITH_THE_FILE)
    found = (path for top in tops for path in ([top] if top.is_file() else sorted(top.rglob("*"))))
    return [
        path.relative_to(folder).as_posix() for path in found if path.is_file() and not path.name.startswith(UNFINISHED)
    ]


def _attached(folder: Path, copy: Path, shelf: Path | None, step: Step) -> tuple[dict[Filed, Path], tuple[str, ...]]:
    """Every kept file that is whole, with where it stands; the paths of those that records have lost."""
    there, needed = dict(attachments.kept_files(folder)), attachments.wanted(copy)
    kept: dict[Filed, Path] = {}
    lost: list[str] = []
    for digest in sorted(there.keys() | needed):
        place = _whole(folder, digest, step)
        held = place if shelf is None else shelve(shelf, digest, place, step)
        named = attachments.place_of(folder, digest).relative_to(folder).as_posix()
        if held is None and digest in needed:
            lost.append(named)
        elif held is not None:
            kept[Filed(named, held.stat().st_size, digest, inside=shelf is None)] = held
    return kept, tuple(lost)


def _whole(folder: Path, digest: str, step: Step) -> Path | None:
    """Where a content stands as it was put in: in the data folder, or on its shelf from an earlier backup."""
    shelved = folder / BACKUPS / CONTENTS / digest[:2] / digest[2:]
    places = attachments.place_of(folder, digest), shelved
    return next((place for place in places if digest_of(place, step) == digest), None)


def _free_name(where: Path, why: str, at: datetime) -> Path:
    """A name of a second in which no backup there was made yet, so that names stand in the order of making."""
    while any(where.glob(f"*-{at:%Y%m%d-%H%M%S}.zip")):
        at += timedelta(seconds=1)
    return where / f"{why}-{at:%Y%m%d-%H%M%S}.zip"


def named(place: Path) -> list[tuple[datetime, str, Path]]:
    """(time, why, path) of what is named as a backup, newest first; a folder that cannot be read has none."""
    try:
        found = [(path, told) for path in place.iterdir() if (told := NAMED.fullmatch(path.name))]
    except OSError:
        return []
    told_of = [(datetime.strptime(told["at"], "%Y%m%d-%H%M%S"), told["why"], path) for path, told in found]
    return sorted(told_of, reverse=True)


def listing(place: Path) -> list[Backup]:
    """The backups of a folder, newest first."""
    return [Backup(path, why, at, manifest_of(path)) for at, why, path in named(place)]


def newest(place: Path, doubtful: Container[str] = ()) -> Backup | None:
    """The newest backup that can be read and of which nothing bad is known."""
    for at, why, path in named(place):
        if path.name not in doubtful and (manifest := manifest_of(path)) is not None:
            return Backup(path, why, at, manifest)
    return None


def manifest_of(place: Path) -> Manifest | None:
    """What a backup says of itself; None where it cannot be read, or only by a newer program."""
    try:
        with opened(place) as (_, manifest):
            return manifest
    except (StoreError, OSError):
        return None


def origin_of(folder: Path) -> str:
    """Tells this data folder on this computer from others, without naming either."""
    return hashlib.sha256(f"{socket.gethostname()}|{folder.resolve()}".encode()).hexdigest()[:16]


def program_version() -> str:
    """The version of the program."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("taizhang")
    except PackageNotFoundError:
        return "开发版"
