"""Opening and making a data folder, and the store that reads and writes it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from app.store import upgrading
from app.store.connecting import connect, engine_for, said_in_chinese, transaction
from app.store.errors import DiskFull, FolderUnwritable, StoreMissing, StorePresent
from app.store.locking import FolderLock
from app.store.places import FILE_NAME as FILE_NAME
from app.store.places import PLAN, STAGE
from app.store.reserve import give_up


def default_folder() -> Path:
    """The user's own data folder."""
    from platformdirs import user_data_dir

    return Path(user_data_dir("taizhang", appauthor=False))


def holds_data(folder: Path) -> bool:
    """True where the folder has a data file, or a restore waits to bring it; FolderUnwritable where nobody may look."""
    try:
        return (folder / FILE_NAME).exists() or (folder / PLAN).exists()
    except OSError as error:
        raise FolderUnwritable(f"数据目录「{folder}」不能读取，请检查权限，或换一个目录。") from error


class Store:
    """One open data folder: reading on any thread, writing one transaction at a time."""

    def __init__(self, folder: Path, lock: FolderLock) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self._lock = lock
        self._reading = engine_for(self.path, read_only=True)
        self._writing = engine_for(self.path, read_only=False)
        with said_in_chinese(self.path):
            connect(
                self.path
            ).close()  # The write-ahead log is on before anyone reads, or the first reader would lock out writing.
        self._turn = threading.RLock()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees the data as it stands now, until the block ends."""
        with said_in_chinese(self.path), transaction(self._reading) as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One IMMEDIATE transaction: all of it or nothing; a full disk costs the reserve, and one may try again."""
        try:
            with self._turn, said_in_chinese(self.path), transaction(self._writing) as connection:
                yield connection
        except DiskFull as error:
            raise give_up(self.folder, error) from error

    def settle_log(self) -> None:
        """What the log holds stands in the file, as far as nobody reads it."""
        with said_in_chinese(self.path):
            raw = connect(self.path)
            raw.execute("PRAGMA wal_checkpoint(PASSIVE)")
            raw.close()

    def last_written(self) -> float:
        """When the file or its log was last written, in seconds of the system's clock."""
        log = self.path.with_name(f"{self.path.name}-wal")
        places = [self.path, *([log] if log.exists() and log.stat().st_size else [])]
        return max(place.stat().st_mtime for place in places)

    def close(self) -> None:
        """Closes the file and gives the folder back."""
        self._reading.dispose()
        self._writing.dispose()
        self._lock.release()


def _prepared(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderUnwritable(f"不能建立数据目录「{folder}」，请换一个可以写入的目录。") from error
    if not os.access(folder, os.W_OK):
        raise FolderUnwritable(f"数据目录「{folder}」不能写入，请检查是否只读，或换一个目录。")


def _refuse_read_only(folder: Path, place: Path) -> None:
    if not os.access(place, os.W_OK):
        raise FolderUnwritable(f"数据目录「{folder}」不能写入，请检查是否只读，或换一个目录。")


def create_store(folder: Path) -> Store:
    """An empty data folder, opened; one that holds data is refused."""
    if holds_data(folder):
        raise StorePresent(f"「{folder}」里已经有台账数据，没有改动。请换一个空目录，或直接打开它。")
    _prepared(folder)
    lock = FolderLock(folder)
    lock.acquire()
    try:
        with said_in_chinese(folder / FILE_NAME):
            upgrading.make_empty(folder / FILE_NAME)
        return Store(folder, lock)
    except BaseException:
        lock.release()
        raise


def open_store(folder: Path, *, wait: float = 0.0) -> Store:
    """The data folder, its file brought up to this program's version; StoreError says what is wrong."""
    if not holds_data(folder):
        raise StoreMissing(f"「{folder}」里没有台账数据。请检查目录是否正确，或先用 init 新建。")
    _refuse_read_only(folder, folder)
    lock = FolderLock(folder)
    lock.acquire(wait)
    try:
        if (folder / PLAN).exists() or (folder / STAGE).exists():
            from app.store.restoring import finish

            finish(folder)
        _refuse_read_only(folder, folder / FILE_NAME)
        with said_in_chinese(folder / FILE_NAME):
            upgrading.bring_up_to_date(folder / FILE_NAME)
        return Store(folder, lock)
    except BaseException as error:
        lock.release()
        if isinstance(error, DiskFull):
            raise give_up(folder, error) from error
        raise
