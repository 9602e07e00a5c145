"""公文体检: any Word file, chosen or dropped here, examined; 一键排版 saves a mended copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from app.ui.dialogs.export_dialog import usual_folder, with_suffix
from app.ui.dialogs.frame import Dialog, button, line_edit, text_label
from app.ui.pages.lists import ListRow, ListView
from app.ui.style import px

if TYPE_CHECKING:
    from app.papers.remarks import Remark
    from app.ui.background import Job
    from app.ui.main_window import MainWindow

WORD = "Word 文档 (*.docx)"
Found = tuple[list["Remark"], list["Remark"]]


class PaperCheck(Dialog):
    """Two lists: what is not as it should be, and what 一键排版 would change."""

    help_page = "16-official"

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, "lint", "公文体检", 980, 680)
        self.setAcceptDrops(True)
        self.path: Path | None = None
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.file = line_edit("lint.file", "Word 文件", hint="选一个 Word 文件，或把它拖进这个窗口")
        self.file.setReadOnly(True)
        self.choose = button("lint.choose", "选择文件…", self.ask_file)
        row.addWidget(self.file, 1)
        row.addWidget(self.choose)
        self.column.addLayout(row)
        self.column.addWidget(text_label("原文件不会改动；一键排版另存一份，改了什么逐条列出。", role="soft"))
        self.remarks_label, self.remarks = self._list("lint.remarks", "体检结果")
        self.changes_label, self.changes = self._list("lint.changes", "一键排版会改")
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._part(self.remarks_label, self.remarks))
        parts.addWidget(self._part(self.changes_label, self.changes))
        self.column.addWidget(parts, 1)
        self.words = QCheckBox("同时改标点、编号和日期的写法")
        self.words.setObjectName("lint.words")
        self.words.setChecked(True)
        self.words.toggled.connect(lambda: self.examine(self.path))
        self.column.addWidget(self.words)
        self.tidy = button("lint.tidy", "一键排版…", self.ask_out, "primary")
        self.tidy.setEnabled(False)
        self.foot(self.tidy, button("lint.close", "关闭", self.reject))

    def _list(self, name: str, label: str) -> tuple[QLabel, ListView]:
        shown = ListView(name, label, ("位置", "内容"))
        shown.widths(128, 300, stretch=1)
        return text_label(label), shown

    @staticmethod
    def _part(label: QLabel, shown: ListView) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label)
        column.addWidget(shown, 1)
        return part

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A Word file may be dropped."""
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The dropped file is examined."""
        if (path := self._dropped(event)) is not None:
            self.examine(path)

    @staticmethod
    def _dropped(event: QDropEvent) -> Path | None:
        paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        return next((path for path in paths if path.suffix.lower() in (".docx", ".doc")), None)

    def ask_file(self) -> None:
        """Which file, asked by the system's own window."""
        chosen, _ = QFileDialog.getOpenFileName(self, "选择 Word 文件", str(usual_folder(self.window_)), WORD)
        if chosen:
            self.examine(Path(chosen))

    def examine(self, path: Path | None) -> None:
        """The file is read off the window's thread."""
        if path is None:
            return
        desk, words = self.window_.desk, self.words.isChecked()
        self.path = path
        self.file.setText(str(path))

        def work(job: Job) -> Found:
            from app.services import paper_checking

            return paper_checking.examined(path, desk), paper_checking.plan(path, words)

        self.run("正在检查……", work, self.show_found, self.not_examined)

    def show_found(self, found: Found) -> None:
        """Both lists with their counts."""
        remarks, changes = found
        self.remarks_label.setText(f"体检结果：{len(remarks)} 处" if remarks else "体检结果：没有发现问题")
        self.changes_label.setText(f"一键排版会改：{len(changes)} 处" if changes else "版式已经符合要求")
        for shown, told in ((self.remarks, remarks), (self.changes, changes)):
            shown.show_rows([ListRow((one.place, f"{one.text}（{one.clause}）"), one) for one in told], wrap=True)
        self.tidy.setEnabled(bool(changes))

    def not_examined(self, error: BaseException) -> None:
        """Why the file cannot be read."""
        self.path = None
        self.file.clear()
        self.show_found(([], []))
        self.fail(error)

    def busy(self, is_busy: bool) -> None:
        """Nothing else is asked meanwhile."""
        self.choose.setEnabled(not is_busy)
        self.tidy.setEnabled(not is_busy and bool(self.changes.list_model.rows))

    def ask_out(self) -> None:
        """Where the copy goes."""
        from app.services.paper_checking import tidied_name

        if self.path is None:
            return
        usual = self.path.with_name(tidied_name(self.path))
        chosen, _ = QFileDialog.getSaveFileName(self, "一键排版，另存为", str(usual), WORD)
        if chosen:
            self.write(with_suffix(chosen, ".docx"))

    def write(self, out: Path) -> None:
        """The mended copy, off the window's thread."""
        path, words = self.path, self.words.isChecked()
        assert path is not None

        def work(job: Job) -> list[Remark]:
            from app.services import paper_checking

            return paper_checking.tidy(path, out, words)

        def done(changes: list[Remark]) -> None:
            self.window_.toast(f"已另存为「{out.name}」，改了 {len(changes)} 处。")

        self.run("正在排版……", work, done)
