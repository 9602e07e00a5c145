"""打印: a register or forms as they will look on paper; then the printer, or a PDF."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QSpinBox

from app import kinds
from app.models import BY_KEY
from app.ui.dialogs.export_dialog import usual_folder, with_suffix
from app.ui.dialogs.frame import Dialog, button, line_edit, show_text, text_label
from app.ui.dialogs.span import Span
from app.ui.pages.paper_view import PaperView
from app.ui.style import px

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.services.listing import Wanted
    from app.services.pages import Pages
    from app.ui.background import Job
    from app.ui.main_window import MainWindow

Make = Callable[["Job", Path], object]
"""Writes the PDF at the path; runs off the window's thread."""
PAUSE = 400
"""Milliseconds after the last change before the pages are made again."""


class PrintPreview(Dialog):
    """The pages of a PDF that is made when the window opens."""

    help_page = "07-print"

    def __init__(self, window: MainWindow, title: str) -> None:
        super().__init__(window, "preview", f"打印 {title}", 980, 720)
        self.title = title
        self.folder = tempfile.TemporaryDirectory(prefix="taizhang-print-", ignore_cleanup_errors=True)
        self.made = 0
        self.path: Path | None = None
        self.options = QHBoxLayout()
        self.options.setSpacing(px(8))
        self.column.addLayout(self.options)
        self.wrong = text_label(role="red")
        self.wrong.hide()
        self.column.addWidget(self.wrong)
        self.view = PaperView("preview.pages", "打印预览")
        self.column.addWidget(self.view, 1)
        self.save = button("preview.pdf", "另存为 PDF", self.save_pdf)
        self.print_ = button("preview.print", "打印", self.print_pages, "primary")
        self.foot(self.print_, self.save, *self.more_buttons(), button("preview.close", "关闭", self.reject))
        self.later = QTimer(self, singleShot=True, interval=PAUSE)
        self.later.timeout.connect(self.make_again)
        self.later.start(0)

    def more_buttons(self) -> tuple[QPushButton, ...]:
        """Further buttons at the foot."""
        return ()

    def make(self) -> Make:
        """How the PDF is made with what is chosen now; kinds.Misread where that cannot be."""
        raise NotImplementedError

    def make_again(self) -> None:
        """The pages as they are with what is chosen now."""
        try:
            make = self.make()
        except kinds.Misread as misread:
            show_text(self.wrong, str(misread))
            return
        show_text(self.wrong, "")
        self.made += 1
        path = Path(self.folder.name) / f"{self.made}.pdf"

        def work(job: Job) -> Pages:
            from app.services.pages import Pages

            make(job, path)
            return Pages(path)

        self.run("正在排版……", work, lambda pages: self.show_pages(pages, path), self.not_made)

    def show_pages(self, pages: Pages, path: Path) -> None:
        """The new pages; those before them are gone."""
        before, self.path = self.path, path
        self.view.show_pages(pages)
        self.view.area.setFocus()
        if before is not None and before != path:
            before.unlink(missing_ok=True)
        self.busy(False)

    def not_made(self, error: BaseException) -> None:
        """Why there are no pages."""
        from app.ui.messages import sentence_of

        self.path = None
        self.view.show_pages(None)
        show_text(self.wrong, sentence_of(error))
        self.busy(False)

    def busy(self, is_busy: bool) -> None:
        """Nothing is printed before it is made."""
        ready = not is_busy and self.path is not None
        self.save.setEnabled(ready)
        self.print_.setEnabled(ready)

    def save_pdf(self) -> None:
        """A copy of the PDF where the person wants it."""
        proposed = str(usual_folder(self.window_) / f"{self.title}.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, "另存为 PDF", proposed, "PDF 文件 (*.pdf)")
        if chosen and self.path is not None:
            target = with_suffix(chosen, ".pdf")
            try:
                shutil.copyfile(self.path, target)
            except OSError as error:
                self.fail(error)
                return
            self.window_.remembered.setValue("folder", str(target.parent))
            self.window_.toast(f"已存为「{target.name}」。")

    def print_pages(self) -> None:
        """The system's own print window asks for printer, copies, duplex and range; then the pages go there."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        assert self.view.pages is not None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer, self.view.pages, self.title)
        asked = QPrintDialog(printer, self)
        asked.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        asked.setMinMax(1, self.view.pages.count)
        if asked.exec():
            self.send(printer)

    def send(self, printer: QPrinter) -> None:
        """The chosen pages are drawn for the printer off the window's thread."""
        pages = self.view.pages
        assert pages is not None

        def sent(count: int) -> None:
            self.window_.toast(f"已送打印机 {count} 页。")

        self.run("正在打印……", lambda job: draw(printer, pages, job.progress, job.cancelled), sent)

    def done(self, result: int) -> None:
        """The PDF made for the preview is gone with the window."""
        self.later.stop()
        self.view.show_pages(None)
        self.folder.cleanup()
        super().done(result)

    def reject(self) -> None:
        """Leaving stops what is being laid out."""
        self.stop()
        self.done(self.DialogCode.Rejected.value)


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


class RegisterPreview(PrintPreview):
    """A printed register: which rows, and where a bound book goes on."""

    def __init__(self, window: MainWindow, shown: Wanted) -> None:
        self.register = BY_KEY[shown.register]
        super().__init__(window, f"{self.register.label}登记簿")
        assert window.desk is not None
        self.desk = window.desk
        self.span = Span("preview", shown, window.year, self.desk.today())
        self.first_row = self.number("preview.first_row", "从第几行开始")
        self.first_page = self.number("preview.first_page", "从第几页开始")
        self.options.addWidget(QLabel("范围"))
        self.options.addWidget(self.span)
        self.options.addStretch(1)
        for label, box in (("接着装订本：第", self.first_page), ("页第", self.first_row)):
            self.options.addWidget(QLabel(label))
            self.options.addWidget(box)
        self.options.addWidget(QLabel("行起"))
        self.span.changed.connect(lambda: self.later.start(PAUSE))

    def number(self, name: str, label: str) -> QSpinBox:
        """A number from 1 up, typed or stepped."""
        box = QSpinBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setRange(1, 99_999)
        box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        box.setFixedWidth(px(64))
        box.valueChanged.connect(lambda: self.later.start(PAUSE))
        return box

    def make(self) -> Make:
        """The register of the span chosen, pages counted on; the first begins at the row given."""
        wanted, row, page = self.span.wanted(), self.first_row.value(), self.first_page.value()

        def write(job: Job, path: Path) -> object:
            from app.services.paper import print_register

            return print_register(self.desk, wanted, path, job.progress, job.cancelled, first_row=row, first_page=page)

        return write


class FormPreview(PrintPreview):
    """One paper form for some records."""

    def __init__(self, window: MainWindow, form: str, label: str, records: list[int]) -> None:
        super().__init__(window, label)
        assert window.desk is not None
        self.desk, self.form, self.records = window.desk, form, records

    def make(self) -> Make:
        """The form filled with the records."""

        def write(job: Job, path: Path) -> object:
            from app.services.paper import print_form

            print_form(self.desk, self.form, self.records, path)
            return None

        return write


class SpanFormPreview(PrintPreview):
    """A form of a month or quarter, which is chosen at the top; 0 gives the empty form."""

    def __init__(self, window: MainWindow, form: str, label: str, of: str, first: str) -> None:
        super().__init__(window, label)
        assert window.desk is not None
        self.desk, self.form, self.of = window.desk, form, of
        told = "月份" if of == "month" else "季度"
        hint = "如 2025-03，空表写 0" if of == "month" else "如 2025-Q1，空表写 0"
        self.span = line_edit("preview.span", told, first, hint)
        self.span.setMaximumWidth(px(180))
        self.options.addWidget(QLabel(told))
        self.options.addWidget(self.span)
        self.options.addStretch(1)
        self.span.textChanged.connect(lambda: self.later.start())

    def make(self) -> Make:
        """The form of the span that stands in the box."""
        from app.services.span_forms import UnknownSpan, span_of

        try:
            period = span_of(self.span.text(), self.of)
        except UnknownSpan as unknown:
            raise kinds.Misread(str(unknown)) from unknown

        def write(job: Job, path: Path) -> object:
            from app.services.paper import print_span_form

            print_span_form(self.desk, self.form, period, path)
            return None

        return write
