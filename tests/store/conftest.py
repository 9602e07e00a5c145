"""A small office in a data folder, and ways to look at the file itself."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.models import BY_KEY
from app.services import records
from app.services.desk import open_desk
from app.store.opening import FILE_NAME
from tests.conftest import opened


@pytest.fixture
def folder(empty_folder: Path, tmp_path: Path) -> Path:
    """A closed data folder with an office and two budget lines."""
    found = tmp_path / "数据"
    shutil.copytree(empty_folder, found)
    desk = open_desk(found, "文书")
    records.save(desk, BY_KEY["office"], records.blank_for(BY_KEY["office"]) | {"name": "党政办公室"})
    for name in ("办公用品费", "印刷费"):
        line = {"year": 2026, "item": "30201 办公费", "name": name, "three_public": "非三公", "amount": 1200}
        records.save(desk, BY_KEY["budget"], records.blank_for(BY_KEY["budget"]) | line)
    desk.close()
    return found


def digest(folder: Path) -> dict[str, str]:
    """Every file of a data folder by its content, but for the lock."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("正在使用")]
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@contextmanager
def without_rights() -> Iterator[None]:
    """Root is nobody for a while; another user has no rights over these folders anyway."""
    root = os.getuid() == 0
    if root:
        os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        if root:
            os.setresuid(0, 0, 0)


@pytest.fixture
def open_place(folder: Path) -> Iterator[Path]:
    """The data folder at a place that every user may look at, since pytest's own is private."""
    place = Path(tempfile.mkdtemp(prefix="taizhang-"))
    place.chmod(0o755)
    shutil.copytree(folder, place / "数据")
    yield place / "数据"
    for path in (place / "数据", place):
        path.chmod(0o755)
    shutil.rmtree(place)


__all__ = ["FILE_NAME", "digest", "opened", "without_rights"]
