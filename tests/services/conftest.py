"""An office made once; tests work on copies of it."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def linked_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The closed data folder of an office with a few people, a village and budget lines."""
    from tests.services.linked_office import prepare

    folder = tmp_path_factory.mktemp("linked") / "data"
    prepare(folder)
    return folder
