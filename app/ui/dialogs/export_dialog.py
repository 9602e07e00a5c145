"""导出: a register, a period of it or the rows on the screen, as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout

from app import kinds
from app.models import BY_KEY
from app.ui.dialogs.frame import Dialog, button, line_edit, show_text, text_label
from app.ui.dialogs.span import Span
from app.ui.style import px

if TYPE_CHECKING:
    from app.services.listing import Wanted
    from app.ui.main_window import MainWindow

FILES = "Excel 工作簿 (*.xlsx)"


def with_suffix(text: str, suffix: str) -> Path:
    """The path typed, with its ending where that is missing."""
    path = Path(text.strip()).expanduser()
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def usual_folder(window: MainWindow) -> Path:
    """Where the last file went, else 文档 of the user."""
    from PySide6.QtCore import QStandardPaths

    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kept = Path(str(window.remembered.value("folder", "") or documents or Path.home()))
    return kept if kept.is_dir() else Path.home()


class ExportDialog(Dialog):
    """Which rows, into which file; then the work with its progress."""

    help_page = "06-export"

    def __init__(self, window: MainWindow, shown: Wanted) -> None:
        self.register = BY_KEY[shown.register]
        super().__init__(window, "export", f"导出{self.register.label}", 620, 210)
        assert window.desk is not None
        self.desk = window.desk
        self.agreed: Path | None = None
        """A file that the person has agreed to write over."""
        self.span = Span("export", shown, window.year, self.desk.today())
        self.file = line_edit("export.file", "文件")
        self.choose = button("export.choose", "选择…", self.choose_file)
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(self.choose)
        form = QFormLayout()
        form.setVerticalSpacing(px(10))
        form.addRow("范围", self.span)
        form.addRow("存为", row)
        self.column.addLayout(form)
        self.column.addWidget(text_label("一条记录一行，全部栏目都在；导出的文件可以原样导入。", "faint"))
        self.wrong = text_label(role="red")
        self.wrong.hide()
        self.column.addWidget(self.wrong)
        self.column.addStretch(1)
        self.start = button("export.start", "导出", self.export, "primary")
        self.foot(self.start, button("export.cancel", "取消", self.reject))
        self.span.changed.connect(self.propose)
        self.propose()

    def propose(self) -> None:
        """A file name that says what is in it."""
        folder = Path(self.file.text()).parent if self.file.text() else usual_folder(self.window_)
        self.file.setText(str(folder / f"{self.register.label}{self.window_.year}.xlsx"))

    def choose_file(self) -> None:
        """The system's own window for saving."""
        chosen, _ = QFileDialog.getSaveFileName(self, "导出到", self.file.text(), FILES)
        if chosen:
            self.file.setText(chosen)
            self.agreed = with_suffix(chosen, ".xlsx")

    def busy(self, is_busy: bool) -> None:
        """Nothing is changed while the file is written."""
        for widget in (self.start, self.span, self.file, self.choose):
            widget.setEnabled(not is_busy)

    def export(self) -> None:
        """The file is written off the window's thread."""
        from app.services.exporting import export_register
        from app.ui.messages import ask

        try:
            wanted, path = self.span.wanted(), with_suffix(self.file.text(), ".xlsx")
        except kinds.Misread as misread:
            show_text(self.wrong, str(misread))
            return
        show_text(self.wrong, "")
        if path.exists() and path != self.agreed and not ask(self, f"「{path.name}」已经有了，要替换吗？", "替换"):
            return
        self.window_.remembered.setValue("folder", str(path.parent))
        self.run(
            "正在导出……",
            lambda job: export_register(self.desk, wanted, path, job.progress, job.cancelled),
            lambda count: self.exported(count, path),
            lambda error: show_text(self.wrong, self.sentence(error)),
        )

    def sentence(self, error: BaseException) -> str:
        """Why there is no file."""
        from app.ui.messages import sentence_of

        return sentence_of(error)

    def exported(self, count: int, path: Path) -> None:
        """The file is there."""
        self.window_.toast(f"已导出 {count} 条到「{path.name}」。")
        self.accept()
