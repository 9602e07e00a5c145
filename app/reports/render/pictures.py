"""Pages of a PDF as pictures, for the preview and for the printer.

The library behind it must not be entered by two threads at once; whoever uses it holds ``ONE_AT_A_TIME``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from threading import RLock
from typing import Any

ONE_AT_A_TIME = RLock()


class NotAPdf(ValueError):
    """The file is no PDF that can be opened; the message is for the reader of the screen."""


def page_count(source: Path | bytes) -> int:
    """Number of pages; raises NotAPdf."""
    with _opened(source) as document:
        return len(document)


def page_sizes(source: Path | bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of every page in points; raises NotAPdf."""
    with _opened(source) as document:
        return tuple(page.get_size() for page in document)


def pages(source: Path | bytes, scale: float = 1.0, only: Iterable[int] | None = None) -> Iterator[bytes]:
    """Every page, or only those counted from 0, as PNG of ``scale`` pixels a point (300 dpi: 300 / 72).

    One page at a time is in memory. Raises NotAPdf.
    """
    for number in range(page_count(source)) if only is None else only:
        with _opened(source) as document:
            picture = document[number].render(scale=scale).to_pil()
        file = BytesIO()
        picture.save(file, "PNG", compress_level=1, dpi=(72 * scale, 72 * scale))
        yield file.getvalue()


@contextmanager
def _opened(source: Path | bytes) -> Iterator[Any]:
    import pypdfium2

    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(source)
        except (pypdfium2.PdfiumError, FileNotFoundError) as error:
            name = f"“{source.name}”" if isinstance(source, Path) else ""
            raise NotAPdf(f"文件{name}打不开，不是完好的PDF文件；请重新打印一次。") from error
        try:
            yield document
        finally:
            document.close()
