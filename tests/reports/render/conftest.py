"""What the paper tests share."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from tests.printed_pages import corners_of

DATA = Path(__file__).parents[2] / "data" / "paper"


@pytest.fixture(scope="session")
def standard_characters() -> str:
    """通用规范汉字表 2013, its 8,105 characters in one line."""
    return (DATA / "standard_characters.txt").read_text(encoding="utf-8").strip()


@pytest.fixture(scope="session")
def corners() -> Callable[[pypdfium2.PdfPage], list[tuple[float, float]]]:
    """Finds every point of every rule of a page, in points from the top left corner."""
    return corners_of
