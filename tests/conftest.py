"""What holds for every test: no screen, no data folder of the user's, the same answers twice in CI.

That a Qt warning fails the test that caused it is set in pyproject.toml (``qt_log_level_fail``).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from app.services.desk import Desk

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TAIZHANG_DATA"] = os.path.join(tempfile.gettempdir(), f"taizhang-test-{os.getpid()}")

settings.register_profile(
    "office",
    deadline=None,
    max_examples=50,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("office")


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder without records, made once; tests copy it."""
    from app.services.desk import create_desk

    folder = tmp_path_factory.mktemp("empty") / "data"
    create_desk(folder, "文书").close()
    return folder


@pytest.fixture
def desk(empty_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    """An open desk over an empty data folder of the test's own."""
    yield from opened(empty_folder, tmp_path / "data")


@pytest.fixture(scope="session")
def township_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented township of tests/data/township, imported once; tests copy it."""
    from tests.township import import_township

    folder = tmp_path_factory.mktemp("township") / "data"
    import_township(folder).close()
    return folder


@pytest.fixture(scope="module")
def township(township_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An open desk over a copy of the township, shared by the tests of one file."""
    yield from opened(township_folder, tmp_path_factory.mktemp("township-copy") / "data")


@pytest.fixture(scope="session")
def demo_folder(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented township of `demo`, its later year 2025, written once; tests copy it."""
    from app.services.demo import make_demo
    from app.services.desk import open_desk

    folder = tmp_path_factory.mktemp("demo") / "data"
    shutil.copytree(empty_folder, folder)
    desk = open_desk(folder, "文书")
    make_demo(desk, 2025)
    desk.close()
    return folder


def opened(source: Path, folder: Path) -> Iterator[Desk]:
    """A copy of a closed data folder, open until the test is done."""
    from app.services.desk import open_desk

    shutil.copytree(source, folder)
    found = open_desk(folder, "文书")
    yield found
    found.close()
