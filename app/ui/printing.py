"""Pages onto the printer: its paper set to theirs, each drawn at its own size."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.services.pages import Pages

DPI = 300
"""Dots to the inch of a printed page: sharper than the eye at reading distance, and quick."""


def prepare(printer: QPrinter, pages: Pages, title: str) -> None:
    """The printer's paper is that of the pages, without margins of its own."""
    from PySide6.QtCore import QMarginsF, QSizeF
    from PySide6.QtGui import QPageLayout, QPageSize

    width, height = pages.size(0)
    size = QPageSize(
        QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    way = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    printer.setResolution(DPI)
    printer.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    printer.setDocName(title)


def draw(
    printer: QPrinter,
    pages: Pages,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> int:
    """Draws the range asked for onto the printer, each page at its own size; how many went there."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from app.ui.pages.paper_view import image_of

    first, last = printer.fromPage() or 1, printer.toPage() or pages.count
    scale = printer.resolution() / 72
    painter = QPainter()
    if not painter.begin(printer):
        raise OSError("打印机没有响应，请检查打印机是否打开、是否缺纸。")
    count = 0
    for number in range(first, min(last, pages.count) + 1):
        if cancelled():
            printer.abort()
            break
        if count:
            printer.newPage()
        width, height = pages.size(number - 1)
        image = image_of(pages, number - 1, scale)
        painter.drawImage(QRectF(0, 0, width * scale, height * scale), image)
        count += 1
        progress(count, last - first + 1)
    painter.end()
    return count
