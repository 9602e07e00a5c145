"""Commands run in this process, with their status, what they print and what they complain of."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import run


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output."""
        return json.loads(self.out)


Tell = Callable[..., Answer]


@pytest.fixture
def tell(capsysbinary: pytest.CaptureFixture[bytes]) -> Tell:
    """Runs one command."""

    def told(*words: object) -> Answer:
        status = run([str(word) for word in words])
        out, err = capsysbinary.readouterr()
        return Answer(status, out.decode("utf-8"), err.decode("utf-8"))

    return told


@pytest.fixture
def at(tell: Tell, empty_folder: Path, tmp_path: Path) -> Tell:
    """Runs a command on a data folder of the test's own, empty at first."""
    folder = tmp_path / "数据"
    shutil.copytree(empty_folder, folder)
    return lambda *words: tell("--data", folder, *words)


@pytest.fixture(scope="module")
def town_folder(township_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The township for the commands of one file."""
    folder = tmp_path_factory.mktemp("cli") / "苇泽镇"
    shutil.copytree(township_folder, folder)
    return folder


@pytest.fixture
def town(tell: Tell, town_folder: Path) -> Tell:
    """Runs a command on the township."""
    return lambda *words: tell("--data", town_folder, *words)
