"""The file of one backup: a zip whose last 64 bytes are the SHA-256, in hexadecimal digits, of all before them.

A zip because the office can still open it with any tool in twenty years: the data file and the attached files lie in it
as they are. A zip's own check sums leave its headers unguarded, so the seal stands over everything: no byte of the file
can change without being found. The seal is reckoned from what was meant to be written, not from what the disk gives
back. The first entry, 清单.json, says what the rest must be.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from app.store.copying import Counted, Seen, Step, idle
from app.store.errors import StoreError, StoreNewer

FORMAT = 1
SEAL = 64
MANIFEST = "清单.json"
PIECE = 1024 * 1024
DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError)
"""What reading a damaged archive raises."""
UNREADABLE = (*DAMAGED, ValueError, LookupError, TypeError, AttributeError, OverflowError)
"""What reading a manifest raises that is none."""


class BackupBroken(StoreError):
    """The backup is not as it was made, or none at all; nothing was taken from it."""


@dataclass(frozen=True)
class Filed:
    """A file of a backup by its path in the data folder; one that is not inside lies on the shelf beside it."""

    path: str
    size: int
    digest: str
    inside: bool


@dataclass(frozen=True)
class Manifest:
    """What a backup holds, as the data folder itself held it when the backup was made."""

    program: str
    why: str
    at: datetime
    origin: str
    """Tells the backups of one data folder from those of another in the same place."""
    seen: Seen
    files: tuple[Filed, ...]
    """The data file first."""
    lost: tuple[str, ...]
    """Paths of attached files that were missing or damaged in the data folder already."""

    @property
    def size(self) -> int:
        """Bytes of all that it brings back."""
        return sum(each.size for each in self.files)

    @property
    def is_alone(self) -> bool:
        """Whether the one file is enough to restore from."""
        return all(each.inside for each in self.files)


def to_json(manifest: Manifest) -> bytes:
    """The manifest as it stands in the file."""
    told = {**asdict(manifest), "format": FORMAT, "at": manifest.at.isoformat()}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def from_json(text: bytes) -> Manifest:
    """The manifest back; StoreNewer where a newer program wrote it in a way this one does not know."""
    told = json.loads(text)
    if told["format"] > FORMAT:
        raise StoreNewer(f"这份备份是更新版本的台账（{told['program']}）做的，请安装新版程序后再恢复。数据没有改动。")
    seen = told["seen"]
    tables = {name: Counted(**counted) for name, counted in seen["tables"].items()}
    return Manifest(
        str(told["program"]),
        str(told["why"]),
        datetime.fromisoformat(told["at"]),
        str(told["origin"]),
        Seen(str(seen["version"]), tables, int(seen["last_change"])),
        tuple(Filed(**each) for each in told["files"]),
        tuple(map(str, told["lost"])),
    )


class _Sealing:
    """A stream that digests what passes and holds back the last bytes, whose place the seal takes."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._digest, self._held = file, hashlib.sha256(), b""

    def write(self, piece: Any) -> int:
        """Takes a piece."""
        data = self._held + bytes(piece)
        cut = max(len(data) - SEAL, 0)
        self._held = data[cut:]
        self._digest.update(data[:cut])
        self._file.write(data[:cut])
        return len(piece)

    def flush(self) -> None:
        """Nothing to do before the end."""

    def seal(self) -> None:
        """The end: the seal instead of what was held back, and all of it on the disk."""
        self._file.write(self._digest.hexdigest().encode())
        self._file.flush()
        os.fsync(self._file.fileno())


@contextmanager
def sealed(place: Path) -> Iterator[zipfile.ZipFile]:
    """A new archive to be filled; sealed and on the disk when the block ends, and worthless before."""
    with place.open("wb") as file:
        stream = _Sealing(file)
        with zipfile.ZipFile(stream, "w") as archive:  # type: ignore[call-overload]
            archive.comment = b"0" * SEAL
            yield archive
        stream.seal()


def put(
    archive: zipfile.ZipFile, path: str, source: IO[bytes], size: int, at: datetime, packed: bool, step: Step = idle
) -> str:
    """Writes one file of so many bytes, small where ``packed``; the SHA-256 of what was read."""
    entry = zipfile.ZipInfo(path, at.timetuple()[:6])
    entry.file_size = size
    entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    entry._compresslevel = 1  # type: ignore[attr-defined]
    digest = hashlib.sha256()
    with archive.open(entry, "w") as target:
        while piece := source.read(PIECE):
            digest.update(piece)
            target.write(piece)
            step(len(piece))
    return digest.hexdigest()


def holds_seal(place: Path, step: Step = idle) -> bool:
    """Whether every byte of the file is as it was written."""
    if not place.is_file():
        raise missing(place)
    left, digest = place.stat().st_size - SEAL, hashlib.sha256()
    with place.open("rb") as file:
        while left > 0 and (piece := file.read(min(PIECE, left))):
            digest.update(piece)
            left -= len(piece)
            step(len(piece))
        return left == 0 and file.read() == digest.hexdigest().encode()


@contextmanager
def opened(place: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """An archive and its manifest; BackupBroken where the file is none or cannot be read."""
    try:
        archive = zipfile.ZipFile(place)
        with reading(place):
            manifest = from_json(archive.read(MANIFEST))
    except FileNotFoundError as error:
        raise missing(place) from error
    except UNREADABLE as error:
        raise broken(place) from error
    with archive, reading(place):
        yield archive, manifest


@contextmanager
def reading(place: Path) -> Iterator[None]:
    """What a damaged archive makes of reading it is BackupBroken."""
    try:
        yield
    except DAMAGED as error:
        raise broken(place) from error


def missing(place: Path) -> BackupBroken:
    """The sentence for a file that is not there."""
    return BackupBroken(f"找不到备份「{place}」，请检查文件名，或者它是否已移走、移动盘是否还在。")


def broken(place: Path) -> BackupBroken:
    """The sentence for a file that is no backup or is one no more."""
    return BackupBroken(f"「{place.name}」不是台账的备份，或者已经损坏，没有用它。请换一份备份。")
