"""One program at a time on a data folder: the second is told who holds it; a killed one leaves nothing in the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from app.store.errors import FolderBusy
from app.store.locking import HOLDER_NAME, LOCK_NAME, FolderLock, user_name
from app.store.opening import FILE_NAME, open_store

HOLDER = """
import sys
from pathlib import Path
from sqlalchemy import text
from app.store.opening import open_store
store = open_store(Path(sys.argv[1]))
with store.read() as connection:
    connection.execute(text("SELECT 1"))
with store.write() as connection:
    connection.execute(text("UPDATE budget SET amount = amount + 100"))
print("open", flush=True)
sys.stdin.read()
"""
SECOND = """
import sys, time
from pathlib import Path
from app.store.errors import StoreError
from app.store.opening import open_store
begun = time.monotonic()
try:
    open_store(Path(sys.argv[1]))
except StoreError as error:
    print(time.monotonic() - begun, type(error).__name__, error)
"""
ROOT = Path(__file__).parents[2]


@pytest.fixture
def holder(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the folder open and has written to it."""
    begun = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert begun.stdout is not None
    assert begun.stdout.readline() == "open\n"
    yield begun
    begun.kill()
    begun.communicate()


def test_a_second_program_is_refused_within_a_second_and_told_by_whom(
    folder: Path, holder: subprocess.Popen[str]
) -> None:
    begun = time.monotonic()
    with pytest.raises(FolderBusy) as told:
        open_store(folder)
    assert time.monotonic() - begun < 1
    said = str(told.value)
    assert f"用户 {user_name()} 在 " in said
    assert f"进程 {holder.pid}" in said
    assert said.endswith("请先关闭那个程序再打开。")


def test_the_refused_program_is_a_process_of_its_own(folder: Path) -> None:
    store = open_store(folder)
    asked = subprocess.run(
        [sys.executable, "-c", SECOND, str(folder)], capture_output=True, text=True, cwd=ROOT, check=True
    )
    store.close()
    seconds, kind, sentence = asked.stdout.split(" ", 2)
    assert kind == "FolderBusy"
    assert float(seconds) < 1
    assert f"进程 {os.getpid()}" in sentence


def test_after_kill_9_it_opens_at_once_with_what_was_written(folder: Path, holder: subprocess.Popen[str]) -> None:
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert (folder / HOLDER_NAME).exists()
    begun = time.monotonic()
    store = open_store(folder)
    assert time.monotonic() - begun < 1
    with store.read() as connection:
        assert set(connection.execute(text("SELECT amount FROM budget")).scalars()) == {120_100}
    store.close()


def test_a_killed_programs_log_without_its_index_is_read(folder: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    (folder / f"{FILE_NAME}-shm").unlink()
    store = open_store(folder)
    with store.read() as connection:
        assert set(connection.execute(text("SELECT amount FROM budget")).scalars()) == {120_100}
    store.close()


def test_a_closed_folder_opens_again_and_leaves_no_holder(folder: Path) -> None:
    for _ in range(2):
        store = open_store(folder)
        told = json.loads((folder / HOLDER_NAME).read_text("utf-8"))
        assert told["pid"] == os.getpid()
        store.close()
        assert not (folder / HOLDER_NAME).exists()


def test_within_one_program_the_folder_opens_once(folder: Path) -> None:
    store = open_store(folder)
    with pytest.raises(FolderBusy):
        open_store(folder)
    store.close()
    open_store(folder).close()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"user": "x"}', '{"user": null, "host": 1}'])
def test_an_unreadable_note_of_the_holder_does_not_hide_that_it_is_held(folder: Path, content: str) -> None:
    store = open_store(folder)
    (folder / HOLDER_NAME).write_text(content, "utf-8")
    with pytest.raises(FolderBusy, match="正在被另一个台账程序使用，请先关闭"):
        open_store(folder)
    store.close()


def test_a_lock_waits_as_long_as_it_is_told(tmp_path: Path) -> None:
    first, second = FolderLock(tmp_path), FolderLock(tmp_path)
    first.acquire()
    begun = time.monotonic()
    with pytest.raises(FolderBusy):
        second.acquire(wait=0.2)
    assert 0.2 <= time.monotonic() - begun < 1
    first.release()
    second.acquire()
    second.release()
    second.release()
    assert (tmp_path / LOCK_NAME).exists()
