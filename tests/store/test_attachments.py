"""Attached files in the data folder: the file stands on the disk, under its digest, before anything names it."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

from app.store import attachments as store
from app.store.errors import DiskFull, FolderUnwritable

CONTENT = "扫描件".encode() * 100_000
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "来函 扫描.pdf"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir()
    return made


def names(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in sorted(folder.rglob("*")) if path.is_file()]


def test_a_file_stands_under_its_digest_and_under_no_name(folder: Path, source: Path) -> None:
    kept = store.keep(folder, source)
    assert (kept.digest, kept.size) == (DIGEST, len(CONTENT))
    assert names(folder) == [os.path.join("附件", DIGEST[:2], DIGEST[2:])]
    assert store.place_of(folder, DIGEST).read_bytes() == CONTENT


def test_the_same_content_is_kept_once_and_a_damaged_copy_is_mended(folder: Path, source: Path) -> None:
    store.keep(folder, source)
    place = store.place_of(folder, DIGEST)
    place.write_bytes(b"broken")
    store.keep(folder, source)
    assert place.read_bytes() == CONTENT
    assert len(names(folder)) == 1


def test_file_and_folders_are_flushed_before_it_is_done(
    folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    flush, move, sync = os.fsync, os.replace, store.sync_folder
    monkeypatch.setattr(os, "fsync", lambda handle: (steps.append("content"), flush(handle)))
    monkeypatch.setattr(os, "replace", lambda a, b: (steps.append("move"), move(a, b)))
    monkeypatch.setattr(store, "sync_folder", lambda path: (steps.append(f"folder {path.name}"), sync(path)))
    store.keep(folder, source)
    told = [step for at, step in enumerate(steps) if step != "content" or steps[at - 1] == "folder data"]
    assert told == ["folder data", "content", "folder 附件", "move", f"folder {DIGEST[:2]}"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_what_breaks_off_under_way_leaves_nothing_but_an_unfinished_file(
    folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def gone(*given: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, step, gone)
        with pytest.raises(KeyboardInterrupt):
            store.keep(folder, source)
    assert not store.place_of(folder, DIGEST).exists()
    (folder / "附件" / "未完成-killed").write_bytes(b"half")
    store.keep(folder, source)
    assert names(folder) == [os.path.join("附件", DIGEST[:2], DIGEST[2:])]


@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EROFS, FolderUnwritable)])
def test_a_disk_that_takes_nothing_is_told_in_a_sentence(
    folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    def full(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(error, match=r"(磁盘已满，附件没有保存|不能写入附件).*。"):
        store.keep(folder, source)
    assert names(folder) == []


def test_a_missing_empty_unreadable_or_too_big_file_is_refused(folder: Path, tmp_path: Path) -> None:
    for name, content, words in (("空.pdf", b"", "是空文件"), ("大.pdf", None, "超过 50 MB")):
        path = tmp_path / name
        path.write_bytes(content or b"")
        if content is None:
            os.truncate(path, store.LARGEST + 1)
        with pytest.raises(store.FileRefused, match=f"「{name}」{words}"):
            store.keep(folder, path)
    for path, words in ((tmp_path / "没有.pdf", "找不到"), (tmp_path, "是文件夹")):
        with pytest.raises(store.FileRefused, match=words):
            store.keep(folder, path)
    assert names(folder) == []


def test_a_file_that_cannot_be_read_is_not_blamed_on_the_data_folder(
    folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def locked(path: Path, *given: Any, **more: Any) -> Any:
        if path == source:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, *given, **more)

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(store.FileRefused, match="读不出来"):
        store.keep(folder, source)


def test_a_file_at_the_limit_is_taken(folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LARGEST", len(CONTENT))
    assert store.keep(folder, source).size == len(CONTENT)
    monkeypatch.setattr(store, "LARGEST", len(CONTENT) - 1)
    with pytest.raises(store.FileRefused, match="没有附上"):
        store.keep(folder, source)


def test_a_copy_is_private_read_only_and_wiped(folder: Path, source: Path) -> None:
    store.keep(folder, source)
    copy = store.copy_out(folder, DIGEST, "来函.pdf")
    assert copy.read_bytes() == CONTENT
    assert copy.name == "来函.pdf"
    if os.name == "posix":
        assert copy.stat().st_mode & 0o777 == 0o400
        assert copy.parent.stat().st_mode & 0o077 == 0
    store.wipe_copies(folder)
    assert not copy.exists()
    assert not (folder / store.COPIES).exists()


def test_a_lost_or_changed_file_is_not_opened(folder: Path, source: Path) -> None:
    store.keep(folder, source)
    place = store.place_of(folder, DIGEST)
    place.write_bytes(CONTENT[:-1] + b"x")
    with pytest.raises(store.AttachmentLost, match="已损坏"):
        store.copy_out(folder, DIGEST, "来函.pdf")
    place.unlink()
    with pytest.raises(store.AttachmentLost, match="丢失"):
        store.copy_out(folder, DIGEST, "来函.pdf")


@pytest.mark.parametrize("digest", ["../../etc/passwd", "", "A" * 64, DIGEST + "\n"])
def test_nothing_but_a_digest_becomes_a_path(folder: Path, digest: str) -> None:
    with pytest.raises(store.AttachmentLost):
        store.place_of(folder, digest)
