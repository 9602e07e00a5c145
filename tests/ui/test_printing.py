"""Pages reach the printer as asked for: ranges, copies, offset; what went there is filed, and errors are sentences."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from app.services.listing import Wanted
from app.services.printed import prints
from app.ui import printing
from app.ui.dialogs.printed_papers import KeptPreview, PrintedPapers
from app.ui.dialogs.printer_offset import PrinterOffset
from app.ui.dialogs.register_preview import RegisterPreview
from app.ui.main_window import MainWindow
from app.ui.printing import Offset, draw, keep_offset, offset_of, order_of, prepare, recall, remember
from tests.ui.conftest import add

LEAVES = 40


@pytest.fixture
def preview(window: MainWindow, qtbot: Any) -> Any:
    """The book of forty leaves, on three pages."""
    assert window.desk is not None
    year = date.today().year
    for number in range(LEAVES):
        day = date(year, 1, 1) + timedelta(days=2 * number)
        add(window.desk, "leave", staff=1 + number % 4, kind="事假", start=day, end=day, status="已批准")
    wanted = Wanted("leave", start=date(year, 1, 1), end=date(year, 6, 30), descending=False)
    return shown(RegisterPreview(window, wanted), qtbot)


def shown(dialog: Any, qtbot: Any) -> Any:
    """A preview with its pages."""
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.path is not None and dialog.job is None, timeout=15000)
    return dialog


def into_file(preview: Any, path: Path) -> QPrinter:
    """A printer that writes a PDF, its paper that of the pages."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    prepare(printer, preview.view.pages, "请假")
    return printer


def inked(path: Path, page: int = 0) -> tuple[float, float]:
    """How far the ink begins from the left and the upper edge, in millimetres."""
    with pypdfium2.PdfDocument(path) as pdf:
        picture = pdf[page].render(scale=150 / 72).to_pil().convert("L").point(lambda light: 255 * (light < 128))
    left, top, _, _ = picture.getbbox()
    return left / 150 * 25.4, top / 150 * 25.4


def test_a_range_and_copies_are_those_asked_for(preview: Any, tmp_path: Path) -> None:
    printer = into_file(preview, tmp_path / "out.pdf")
    printer.setFromTo(2, 3)
    assert list(order_of(printer, 3)) == [2, 3]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert list(order_of(printer, 3)) == [3, 2]
    printer.setPageOrder(QPrinter.PageOrder.FirstPageFirst)
    printer.setCopyCount(2)
    if not printer.supportsMultipleCopies():
        printer.setCollateCopies(True)
        assert list(order_of(printer, 3)) == [2, 3, 2, 3]
        printer.setCollateCopies(False)
        assert list(order_of(printer, 3)) == [2, 2, 3, 3]
    asked = len(list(order_of(printer, 3)))
    assert draw(printer, preview.view.pages, lambda done, whole: None, lambda: False) == asked
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as pdf:
        assert len(pdf) == asked


def test_pages_are_moved_by_the_printers_offset(preview: Any, tmp_path: Path, window: MainWindow) -> None:
    places = {}
    for name, offset in (("still", Offset()), ("moved", Offset(4.0, -2.5))):
        printer = into_file(preview, tmp_path / f"{name}.pdf")
        printer.setFromTo(1, 1)
        draw(printer, preview.view.pages, lambda done, whole: None, lambda: False, offset)
        places[name] = inked(tmp_path / f"{name}.pdf")
    assert places["moved"][0] - places["still"][0] == pytest.approx(4.0, abs=0.3)
    assert places["moved"][1] - places["still"][1] == pytest.approx(-2.5, abs=0.3)
    keep_offset(window.remembered, "HP 1020", Offset(1.5, -1.0))
    assert offset_of(window.remembered, "HP 1020") == Offset(1.5, -1.0)
    assert offset_of(window.remembered, "别的打印机") == Offset()
    window.remembered.setValue("printer/坏/right", "many")
    assert offset_of(window.remembered, "坏") == Offset()


def test_what_went_to_the_printer_is_filed_and_opens_again(
    preview: Any, window: MainWindow, qtbot: Any, tmp_path: Path
) -> None:
    preview.send(into_file(preview, tmp_path / "out.pdf"))
    qtbot.waitUntil(lambda: preview.job is None, timeout=20000)
    assert window.desk is not None
    (one,) = prints(window.desk, "leave")
    assert (one.title, one.pages) == ("请销假登记簿", preview.view.pages.count)
    assert "存底在「已打印」里" in window.saved_label.text()
    listed = PrintedPapers(window, "leave")
    qtbot.addWidget(listed)
    listed.show()
    qtbot.waitUntil(lambda: bool(listed.list.list_model.rows))
    assert listed.list.list_model.rows[0].cells[1] == "请销假登记簿"
    kept = shown(KeptPreview(window, one), qtbot)
    assert kept.view.pages.count == preview.view.pages.count
    kept.done(0)
    preview.done(0)


def test_a_book_goes_on_with_one_key(preview: Any, window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    preview.span.set_days(date(window.year, 1, 1), date(window.year, 1, 20))
    qtbot.waitUntil(lambda: preview.job is None and not preview.later.isActive(), timeout=15000)
    preview.send(into_file(preview, tmp_path / "out.pdf"))
    qtbot.waitUntil(lambda: preview.job is None, timeout=20000)
    preview.done(0)
    year = window.year
    wanted = Wanted("leave", start=date(year, 1, 1), end=date(year, 12, 31), descending=False)
    later = shown(RegisterPreview(window, wanted), qtbot)
    qtbot.waitUntil(later.go_on.isVisible)
    assert "打到第 1 页" in later.before.text()
    before = later.path
    QTest.keyClick(later, Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: later.path != before and later.job is None and not later.later.isActive(), timeout=15000)
    wanted = later.span.wanted()
    assert (wanted.start, wanted.end) == (date(year, 1, 21), date(year, 12, 31))
    assert (later.first_page.value(), later.first_row.value()) == (1, 11)
    later.done(0)


def test_without_a_printer_a_sentence_says_what_to_do(preview: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.ui.dialogs.print_preview.printers", list)
    preview.print_.click()
    assert preview.wrong.text() == printing.NO_PRINTER
    preview.done(0)


class Gone(QPrinter):
    """A printer whose second page does not come."""

    def newPage(self) -> bool:
        return False


@pytest.mark.qt_log_ignore("QPainter::begin", "propagateSizeHints", extend=True)
def test_a_printer_that_stops_says_at_which_page_and_nothing_is_filed(
    preview: Any, window: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(preview, "fail", lambda error: told.append(str(error)))
    printer = Gone(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    prepare(printer, preview.view.pages, "请假")
    with pytest.raises(OSError, match="送到第 2 页停下了"):
        draw(printer, preview.view.pages, lambda done, whole: None, lambda: False)
    nowhere = into_file(preview, tmp_path / "nowhere" / "out.pdf")
    preview.run("", lambda job: draw(nowhere, preview.view.pages, job.progress, job.cancelled), lambda _: None)
    qtbot.waitUntil(lambda: preview.job is None, timeout=15000)
    assert told == [printing.SILENT]
    assert window.desk is not None
    assert prints(window.desk) == []
    preview.done(0)


def test_printer_and_both_sides_are_remembered(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    remember(window.remembered, printer, "请销假登记簿")
    fresh = QPrinter(QPrinter.PrinterMode.HighResolution)
    recall(window.remembered, fresh, "请销假登记簿")
    assert fresh.duplex() == printer.duplex()
    window.remembered.setValue("print/duplex/坏", "both")
    recall(window.remembered, fresh, "坏")
    assert fresh.duplex() == printer.duplex()


def test_the_calibration_page_has_its_crosses_where_it_says(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    from app.reports.render.calibration import ARM, CROSSES
    from app.services.printed_lists import write_calibration_page

    assert write_calibration_page(tmp_path / "page.pdf") == 1
    left, top = inked(tmp_path / "page.pdf")
    assert left == pytest.approx(CROSSES[0][0] - ARM, abs=0.4)
    assert top == pytest.approx(CROSSES[0][1] - ARM, abs=0.4)


def test_an_offset_is_typed_and_kept(window: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.ui.dialogs.printer_offset.printers", lambda: ["HP 1020", "得力"])
    dialog = PrinterOffset(window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.printer.setCurrentText("得力")
    dialog.right.setValue(-1.5)
    dialog.down.setValue(1.0)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert offset_of(window.remembered, "得力") == Offset(-1.5, 1.0)
    again = PrinterOffset(window)
    qtbot.addWidget(again)
    assert again.right.value() == 0.0
    again.printer.setCurrentText("得力")
    assert again.right.value() == -1.5
