"""What the paper tests share."""

from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data" / "paper"


@pytest.fixture(scope="session")
def standard_characters() -> str:
    """通用规范汉字表 2013, its 8,105 characters in one line."""
    return (DATA / "standard_characters.txt").read_text(encoding="utf-8").strip()
