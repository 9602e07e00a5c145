"""Pages onto the printer: its paper set to theirs, copies, ranges and offset as asked for, each at its own size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtPrintSupport import QPrinter

    from app.services.pages import Pages

DPI = 300
"""Dots to the inch of a printed page: sharper than the eye at reading distance, and quick."""
MM = 25.4
NO_PRINTER = "这台电脑没有找到打印机：请连上打印机、打开电源再试，或先点「另存为 PDF」。"
SILENT = "打印机没有响应，请检查打印机是否打开、是否缺纸。"
BROKEN_OFF = "打印机报告出错，送到第 {} 页停下了，请检查是否缺纸、卡纸，再从那一页起打印。"


@dataclass(frozen=True)
class Offset:
    """How far a printer prints off, in millimetres: what is printed is moved so far right and down."""

    right: float = 0.0
    down: float = 0.0


def offset_of(remembered: QSettings, printer: str) -> Offset:
    """The offset that was measured for a printer on this PC; none where it was not."""
    right, down = (remembered.value(f"printer/{printer}/{way}", 0.0) for way in ("right", "down"))
    try:
        return Offset(float(str(right)), float(str(down)))
    except ValueError:
        return Offset()


def keep_offset(remembered: QSettings, printer: str, offset: Offset) -> None:
    """The printer is off by so much."""
    remembered.setValue(f"printer/{printer}/right", offset.right)
    remembered.setValue(f"printer/{printer}/down", offset.down)
    remembered.sync()


def printers() -> list[str]:
    """The printers of this PC."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return list(QPrinterInfo.availablePrinterNames())


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


def remember(remembered: QSettings, printer: QPrinter, title: str) -> None:
    """The printer and its way with both sides are those to begin with next time, for this paper."""
    remembered.setValue("print/printer", printer.printerName())
    remembered.setValue(f"print/duplex/{title}", printer.duplex().value)


def recall(remembered: QSettings, printer: QPrinter, title: str) -> None:
    """The printer used last, where it is still there, and both sides as for this paper last time."""
    from PySide6.QtPrintSupport import QPrinter as Kind

    last = str(remembered.value("print/printer", ""))
    if last and last in printers():
        printer.setPrinterName(last)
    try:
        printer.setDuplex(Kind.DuplexMode(int(str(remembered.value(f"print/duplex/{title}", 0)))))
    except ValueError:
        return


def order_of(printer: QPrinter, count: int) -> Iterator[int]:
    """Pages in the order in which they go to the printer, counted from 1: range, copies, collation, last first."""
    from PySide6.QtPrintSupport import QPrinter as Kind

    chosen = [number for number in range(1, count + 1) if _is_wanted(printer, number)]
    if printer.pageOrder() == Kind.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        yield from chosen * copies
    else:
        yield from (number for number in chosen for _ in range(copies))


def _is_wanted(printer: QPrinter, number: int) -> bool:
    ranges = printer.pageRanges()
    if not ranges.isEmpty():
        return ranges.contains(number)
    first, last = printer.fromPage(), printer.toPage()
    return not first or first <= number <= (last or number)


def draw(
    printer: QPrinter,
    pages: Pages,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
    offset: Offset = Offset(),  # noqa: B008: frozen
) -> int:
    """Draws what was asked for onto the printer, each page at its own size; how many sides went there.

    OSError says in a sentence that the printer does not answer, or at which page it stopped.
    """
    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QPainter
    from PySide6.QtPrintSupport import QPrinter as Kind

    from app.ui.pages.paper_view import image_of

    wanted = list(order_of(printer, pages.count))
    scale = printer.resolution() / 72
    painter = QPainter()
    if not painter.begin(printer):
        raise OSError(SILENT)
    moved = QPointF(offset.right, offset.down) * (printer.resolution() / MM)
    count = 0
    for number in wanted:
        if cancelled():
            printer.abort()
            break
        is_there = not count or printer.newPage()
        if not is_there or printer.printerState() == Kind.PrinterState.Error:
            painter.end()
            raise OSError(BROKEN_OFF.format(number))
        width, height = pages.size(number - 1)
        image = image_of(pages, number - 1, scale)
        painter.drawImage(QRectF(moved.x(), moved.y(), width * scale, height * scale), image)
        count += 1
        progress(count, len(wanted))
    painter.end()
    return count
