"""Pages of a PDF as pictures, for the preview and for the printer.

The library behind it must not be used by two threads at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pypdfium2

SCREEN_DPI, PRINTER_DPI = 96, 300


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


def pages(source: Path | bytes, dpi: float = SCREEN_DPI, only: Iterable[int] | None = None) -> Iterator[bytes]:
    """Every page, or only those counted from 0, as PNG; one page at a time is in memory. Raises NotAPdf."""
    with _opened(source) as document:
        for number in range(len(document)) if only is None else only:
            bitmap = document[number].render(scale=dpi / 72)
            file = BytesIO()
            bitmap.to_pil().save(file, "PNG", compress_level=1, dpi=(dpi, dpi))
            yield file.getvalue()


@contextmanager
def _opened(source: Path | bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(source)
    except (pypdfium2.PdfiumError, FileNotFoundError) as error:
        name = f"“{source.name}”" if isinstance(source, Path) else ""
        raise NotAPdf(f"文件{name}打不开，不是完好的PDF文件；请重新打印一次。") from error
    try:
        yield document
    finally:
        document.close()
