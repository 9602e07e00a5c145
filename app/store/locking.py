"""One program at a time on a data folder, by a lock that the operating system frees when the process dies."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import socket
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import IO

from app.store.errors import FolderBusy, FolderUnwritable

LOCK_NAME = "正在使用.lock"
HOLDER_NAME = "正在使用.json"


def user_name() -> str:
    """The user of the operating system, for history and for who holds the folder."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "本机用户"


class FolderLock:
    """Holds the folder from acquiring to releasing; another program is told who holds it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file: IO[bytes] | None = None

    def acquire(self, wait: float = 0.0) -> None:
        """Takes the lock, trying for ``wait`` seconds; FolderBusy says who has it."""
        try:
            self._file = (self.folder / LOCK_NAME).open("ab")
        except OSError as error:
            raise FolderUnwritable(f"数据目录「{self.folder}」不能写入，请检查是否只读，或换一个目录。") from error
        until = time.monotonic() + wait
        while not _try_lock(self._file):
            if time.monotonic() >= until:
                self._file.close()
                self._file = None
                raise FolderBusy(f"数据目录「{self.folder}」{self._holder()}，请先关闭那个程序再打开。")
            time.sleep(0.05)
        self._write_holder()

    def release(self) -> None:
        """Gives the folder back."""
        if self._file is None:
            return
        with contextlib.suppress(OSError):
            (self.folder / HOLDER_NAME).unlink()
        self._file.close()
        self._file = None

    def _write_holder(self) -> None:
        told = {
            "pid": os.getpid(),
            "user": user_name(),
            "host": socket.gethostname(),
            "since": f"{datetime.now():%H:%M}",
        }
        with contextlib.suppress(OSError):
            (self.folder / HOLDER_NAME).write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")

    def _holder(self) -> str:
        try:
            told = json.loads((self.folder / HOLDER_NAME).read_text(encoding="utf-8"))
            where = f"用户 {told['user']} 在 {told['host']} 上"
            return f"正在被{where}的另一个台账程序使用（进程 {told['pid']}，{told['since']} 打开）"
        except (OSError, ValueError, KeyError, TypeError):
            return "正在被另一个台账程序使用"


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
