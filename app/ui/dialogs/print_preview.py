"""打印: the pages of a PDF as they will look on paper; then the printer, or a copy of the file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton

from app import kinds
from app.ui.dialogs.export_dialog import usual_folder, with_suffix
from app.ui.dialogs.frame import Dialog, button, show_text, text_label
from app.ui.pages.paper_view import PaperView
from app.ui.printing import NO_PRINTER, draw, offset_of, order_of, prepare, printers, recall, remember
from app.ui.style import px

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.services.pages import Pages
    from app.services.printed import Told
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
        self.folder: tempfile.TemporaryDirectory[str] | None = None
        self.made = 0
        self.path: Path | None = None
        self.outcome: object = None
        """What the making of the pages answered, such as where a bound book ends."""
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
        more = button("preview.more", "更多", lambda: None)
        menu = QMenu(self)
        menu.addAction("已打印…", self.show_printed)
        menu.addAction("打印机校准…", self.calibrate)
        menu.addAction("字体…", self.show_fonts)
        more.setMenu(menu)
        self.foot(self.print_, self.save, *self.more_buttons(), more, button("preview.close", "关闭", self.reject))
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
            make, path = self.make(), self.next_path()
        except kinds.Misread as misread:
            show_text(self.wrong, str(misread))
            return
        except OSError as full:
            self.not_made(full)
            return
        show_text(self.wrong, "")

        def work(job: Job) -> tuple[Pages, object]:
            from app.services.pages import Pages

            result = make(job, path)
            return Pages(path), result

        self.run("正在排版……", work, lambda made: self.show_pages(made[0], made[1], path), self.not_made)

    def next_path(self) -> Path:
        """Where the next PDF is made, in a folder of its own; OSError where there is no room for one."""
        if self.folder is None:
            self.folder = tempfile.TemporaryDirectory(prefix="taizhang-print-", ignore_cleanup_errors=True)
        self.made += 1
        return Path(self.folder.name) / f"{self.made}.pdf"

    def told(self) -> Told:
        """What is printed, for the list of prints."""
        from app.services.printed import Told

        return Told(self.title)

    def show_pages(self, pages: Pages, outcome: object, path: Path) -> None:
        """The new pages; those before them are gone."""
        before, self.path, self.outcome = self.path, path, outcome
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
            self.save_as(with_suffix(chosen, ".pdf"))

    def save_as(self, target: Path) -> None:
        """The PDF there, and filed; off the window's thread."""
        path, pages, told, desk = self.path, self.view.pages, self.told(), self.window_.desk
        assert path is not None
        assert pages is not None
        assert desk is not None

        def work(job: Job) -> None:
            from app.services.pages import keep_copy
            from app.services.printed import file_print

            keep_copy(path, target)
            file_print(desk, told, path, pages.count, target.name)

        def saved(_: None) -> None:
            self.window_.remembered.setValue("folder", str(target.parent))
            self.window_.toast(f"已存为「{target.name}」。")

        self.run("正在保存……", work, saved)

    def print_pages(self) -> None:
        """The system's own print window asks for printer, copies, duplex and range; then the pages go there."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        assert self.view.pages is not None
        if not printers():
            show_text(self.wrong, NO_PRINTER)
            return
        show_text(self.wrong, "")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        recall(self.window_.remembered, printer, self.title)
        prepare(printer, self.view.pages, self.title)
        asked = QPrintDialog(printer, self)
        asked.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        asked.setMinMax(1, self.view.pages.count)
        if asked.exec():
            remember(self.window_.remembered, printer, self.title)
            self.send(printer)

    def send(self, printer: QPrinter) -> None:
        """The chosen pages are drawn for the printer off the window's thread; what went there is filed."""
        pages, path, told, desk = self.view.pages, self.path, self.told(), self.window_.desk
        assert pages is not None
        assert path is not None
        assert desk is not None
        name = printer.printerName() or "打印机"
        offset = offset_of(self.window_.remembered, name)

        def work(job: Job) -> int:
            from app.services.printed import file_print, part_of

            asked = set(order_of(printer, pages.count))
            count = draw(printer, pages, job.progress, job.cancelled, offset)
            if job.cancelled():
                return 0
            whole = len(asked) == pages.count
            file_print(desk, told if whole else part_of(told, f"只印 {len(asked)} 页"), path, count, name)
            return count

        def sent(count: int) -> None:
            self.window_.toast(f"已送打印机 {count} 页，存底在「已打印」里。" if count else "打印已取消。")

        self.run("正在打印……", work, sent)

    def show_printed(self) -> None:
        """What was printed before."""
        from app.ui.dialogs.printed_papers import PrintedPapers
        from app.ui.messages import answered

        answered(PrintedPapers(self.window_, self.told().key))

    def calibrate(self) -> None:
        """How far a printer prints off."""
        from app.ui.dialogs.printer_offset import PrinterOffset
        from app.ui.messages import answered

        answered(PrinterOffset(self.window_))

    def show_fonts(self) -> None:
        """Which fonts are used; the pages are made again where fonts were looked for."""
        from app.ui.dialogs.fonts import FontsDialog
        from app.ui.messages import answered

        dialog = FontsDialog(self.window_)
        answered(dialog)
        if dialog.looked_again:
            self.later.start(0)

    def done(self, result: int) -> None:
        """The PDF made for the preview is gone with the window."""
        self.later.stop()
        self.view.show_pages(None)
        if self.folder is not None:
            self.folder.cleanup()
        super().done(result)

    def reject(self) -> None:
        """Leaving stops what is being laid out."""
        self.stop()
        self.done(self.DialogCode.Rejected.value)
