"""A program killed in the midst of an upgrade leaves the old file or the new one, and either opens."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.store import upgrading
from app.store.opening import FILE_NAME, open_store
from app.store.places import BACKUPS
from tests.migrations.conftest import Content, content, is_whole, unpacked, unpacked_backup

ROOT = Path(__file__).parents[2]
OPENING = """
import sys
from pathlib import Path

import alembic.command, sqlalchemy
from app.store.opening import open_store

print("ready", flush=True)
open_store(Path(sys.argv[1])).close()
"""
KILLS = 8
CHANCE = random.Random()


def opening(folder: Path) -> subprocess.Popen[str]:
    """A program of its own that is about to open the folder."""
    started = subprocess.Popen(
        [sys.executable, "-c", OPENING, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "ready\n"
    return started


@pytest.fixture(scope="module")
def duration(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds that a whole upgrade takes here."""
    with opening(unpacked(tmp_path_factory.mktemp("whole") / "数据")) as program:
        begun = time.perf_counter()
        assert program.wait(timeout=60) == 0
    return time.perf_counter() - begun


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Content]:
    """The file of the first release, and all it holds."""
    path = unpacked(tmp_path_factory.mktemp("first") / "数据") / FILE_NAME
    return path, content(path)


@pytest.mark.parametrize("part", range(KILLS))
def test_a_killed_upgrade_leaves_the_old_or_the_new(
    part: int, duration: float, first: tuple[Path, Content], old: Path
) -> None:
    moment = duration * (part + CHANCE.random()) / KILLS
    with opening(old) as program:
        killed(program, moment)
    path, held = first
    assert upgrading.version_of(old / FILE_NAME) in upgrading.VERSIONS
    assert is_whole(old / FILE_NAME), moment
    assert content(old / FILE_NAME, like=path) == held, moment
    open_store(old).close()
    assert upgrading.version_of(old / FILE_NAME) == upgrading.HEAD
    assert content(old / FILE_NAME, like=path) == held, moment
    kept = list((old / BACKUPS).glob("升级前-0001-*.zip"))
    assert kept
    assert all(content(unpacked_backup(each)) == held for each in kept)
    assert not list(old.glob("*.upgrade*"))


def killed(program: subprocess.Popen[str], moment: float) -> None:
    """Ends the program at the moment, in seconds; one that is done sooner is done."""
    try:
        program.wait(timeout=moment)
    except subprocess.TimeoutExpired:
        program.kill()


STEPS: list[Callable[..., object]] = [upgrading.copy_database, upgrading._migrate, upgrading.settle, upgrading._keep]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
def test_a_program_that_dies_after_a_step_loses_nothing(
    step: Callable[..., object], first: tuple[Path, Content], old: Path
) -> None:
    dying = (
        "import os\nfrom app.store import upgrading\n"
        f"was = upgrading.{step.__name__}\n"
        f"upgrading.{step.__name__} = lambda *given: (was(*given), os._exit(9))\n"
    )
    done = subprocess.run([sys.executable, "-c", dying + OPENING, str(old)], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 9
    assert upgrading.version_of(old / FILE_NAME) == "0001"
    open_store(old).close()
    assert content(old / FILE_NAME, like=first[0]) == first[1]
    assert not list(old.rglob("*.upgrade*")) + list(old.rglob("未完成-*"))
