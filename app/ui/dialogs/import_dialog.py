"""导入: a workbook is looked at first: what was read, what is wrong in which row; then all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QGridLayout, QLabel, QListWidget, QSplitter

from app.models import BY_KEY, REGISTERS
from app.ui.dialogs.add_person import AddPeople
from app.ui.dialogs.export_dialog import usual_folder
from app.ui.dialogs.frame import Dialog, button, line_edit, show_text, table_view, text_label
from app.ui.dialogs.import_rows import Rows
from app.ui.opening import index_waiting
from app.ui.style import px

if TYPE_CHECKING:
    from app.services.importing import Imported
    from app.services.looking import Looked
    from app.ui.background import Job
    from app.ui.main_window import MainWindow

FILES = "表格 (*.xlsx *.xls *.csv)"


class ImportDialog(Dialog):
    """File, register, preview, errors, and what to do about them."""

    help_page = "05-import"

    def __init__(self, window: MainWindow, register: str | None = None, path: Path | None = None) -> None:
        super().__init__(window, "import", "导入", 980, 660)
        assert window.desk is not None
        self.desk = window.desk
        self.looked: Looked | None = None
        self.storing = False
        """Whether records are going into the store."""
        self.setAcceptDrops(True)
        self.file = line_edit("import.file", "文件", hint="选择 xlsx、xls 或 csv 文件，也可以把文件拖到这里")
        self.file.setReadOnly(True)
        self.choose = button("import.choose", "选择文件…", self.choose_file)
        self.target = QComboBox()
        self.target.setObjectName("import.register")
        self.target.setAccessibleName("导入到")
        self.target.addItem("按表头认", None)
        for each in REGISTERS:
            self.target.addItem(each.label, each.key)
        self.target.setCurrentIndex(max(self.target.findData(register), 0))
        self.target.activated.connect(lambda: self.look())
        self.sheet = QComboBox()
        self.sheet.setObjectName("import.sheet")
        self.sheet.setAccessibleName("工作表")
        self.sheet.setMinimumWidth(px(170))
        self.sheet.activated.connect(lambda: self.look())
        self.lay_out()
        if path is not None:
            self.open_file(path)

    def lay_out(self) -> None:
        """File and register above, rows, errors, what was passed over, buttons."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(8))
        grid.addWidget(QLabel("文件"), 0, 0)
        grid.addWidget(self.file, 0, 1, 1, 4)
        grid.addWidget(self.choose, 0, 5)
        grid.addWidget(QLabel("导入到"), 1, 0)
        grid.addWidget(self.target, 1, 1)
        grid.addWidget(QLabel("工作表"), 1, 2)
        grid.addWidget(self.sheet, 1, 3)
        self.again_reading = button("import.reread", "重新读取", self.look)
        grid.addWidget(self.again_reading, 1, 5)
        grid.setColumnStretch(4, 1)
        self.column.addLayout(grid)
        self.counted = text_label()
        self.counted.setObjectName("import.counted")
        self.column.addWidget(self.counted)
        self.model = Rows()
        self.table = table_view("import.rows", "预览")
        self.table.setModel(self.model)
        self.errors = QListWidget()
        self.errors.setObjectName("import.errors")
        self.errors.setAccessibleName("有错的地方")
        self.errors.setWordWrap(True)
        self.errors.setProperty("role", "boxed")
        self.errors.currentRowChanged.connect(self.go_to_error)
        self.errors.itemClicked.connect(lambda item: self.go_to_error(self.errors.row(item)))
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.table)
        parts.addWidget(self.errors)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 1)
        self.column.addWidget(parts, 1)
        self.passed_over = text_label(role="faint")
        self.passed_over.setObjectName("import.passed_over")
        self.already = text_label(role="amber")
        self.already.setObjectName("import.already")
        self.anyway = QCheckBox("仍要导入")
        self.anyway.setObjectName("import.again")
        self.anyway.setAccessibleName("仍要导入")
        self.anyway.toggled.connect(lambda: self.offer())
        self.add_people = button("import.people", "", self.offer_people)
        for widget in (self.passed_over, self.already, self.anyway):
            self.column.addWidget(widget)
        self.store_ = button("import.store", "导入", lambda: self.store(False), "primary")
        self.skip = button("import.skip", "跳过有错的行导入", lambda: self.store(True))
        self.foot(self.add_people, self.skip, self.store_, button("import.cancel", "取消", self.reject))
        self.show_looked(None)

    def choose_file(self) -> None:
        """The system's own window for opening."""
        chosen, _ = QFileDialog.getOpenFileName(self, "选择要导入的表格", str(usual_folder(self.window_)), FILES)
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Another file, looked at from its beginning."""
        self.window_.remembered.setValue("folder", str(path.parent))
        self.file.setText(str(path))
        self.sheet.clear()
        self.look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The dropped file is looked at."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.open_file(Path(paths[0]))

    def look(self) -> None:
        """The file is read off the window's thread; nothing is stored."""
        if not self.file.text():
            return
        path, key, sheet = Path(self.file.text()), self.target.currentData(), self.sheet.currentData()

        def work(job: Job) -> Looked:
            from app.services.looking import look

            return look(self.desk, path, BY_KEY[key] if key else None, sheet)

        self.show_looked(None)
        self.run("正在读取……", work, self.show_looked, self.cannot)

    def cannot(self, error: BaseException) -> None:
        """Why the file cannot be taken."""
        from app.ui.messages import sentence_of

        self.show_looked(None)
        self.counted.setProperty("role", "red")
        self.counted.style().polish(self.counted)
        show_text(self.counted, sentence_of(error))

    def show_looked(self, looked: Looked | None) -> None:
        """What the file would bring."""
        self.looked = looked
        self.model.show_rows(looked)
        self.errors.clear()
        self.counted.setProperty("role", "")
        self.counted.style().polish(self.counted)
        found = looked.found if looked else None
        self.anyway.setChecked(False)
        show_text(self.counted, self.counts())
        show_text(self.passed_over, self.passed())
        show_text(self.already, (found.already or "").replace("，没有再次导入", "") if found else "")
        self.anyway.setVisible(bool(found and found.already))
        unknown = found.unknown_people if found else []
        self.add_people.setVisible(bool(unknown))
        self.add_people.setText(f"加入名册（{len(unknown)} 人）…")
        self.add_people.setAccessibleName("加入名册")
        if looked and found:
            self.target.setCurrentIndex(self.target.findData(found.register.key))
            self.show_sheets(looked)
            several = len(found.rows.sheets) > 1
            for error in found.errors:
                where = f"{error.sheet} 第 {error.row} 行" if several else f"第 {error.row} 行"
                self.errors.addItem(f"{where}「{error.column}」：{error.message}")
            self.fit_columns()
        self.errors.setVisible(bool(found and found.errors))
        self.offer()

    def show_sheets(self, looked: Looked) -> None:
        """The sheets to choose from, at first all that fit."""
        if self.sheet.count() == 0:
            self.sheet.addItem("全部认得的" if len(looked.sheets) > 1 else looked.sheets[0] or "（整个文件）", None)
            for name in looked.sheets if len(looked.sheets) > 1 else ():
                self.sheet.addItem(name, name)

    def fit_columns(self) -> None:
        """Columns as wide as their texts, none wider than a third of the table."""
        self.table.resizeColumnsToContents()
        for at in range(self.model.columnCount()):
            self.table.setColumnWidth(at, min(max(self.table.columnWidth(at), px(56)), px(260)))

    def counts(self) -> str:
        """How many records were read and how many rows are wrong."""
        if self.looked is None:
            return ""
        rows = self.looked.found.rows
        bad = len({(error.sheet, error.row) for error in rows.errors})
        said = (
            f"读出「{self.looked.found.register.label}」{rows.read} 条，{'没有错误' if not bad else f'{bad} 行有错'}。"
        )
        if self.looked.found.alike:
            said += f"其中 {len(self.looked.found.alike)} 条与已登记的完全相同，不再登记。"
        shown = len(self.looked.rows)
        return said + (f"下面是前 {shown} 行。" if shown < rows.read else "")

    def passed(self) -> str:
        """Sheets and columns that were not taken, by name."""
        if self.looked is None:
            return ""
        rows = self.looked.found.rows
        parts = (("没有用上的列", rows.columns_passed_over), ("没有读的工作表", rows.sheets_passed_over))
        return "；".join(f"{label}：{'、'.join(names)}" for label, names in parts if names)

    def go_to_error(self, number: int) -> None:
        """The preview shows the row of an error."""
        if self.looked is None or not 0 <= number < len(self.looked.found.errors):
            return
        error = self.looked.found.errors[number]
        by_key = self.looked.found.register.by_key
        label = by_key[error.field].label if error.field in by_key else error.column
        row, column = self.model.place(error.sheet, error.row, label)
        if row >= 0:
            index = self.model.index(row, column)
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index, self.table.ScrollHint.PositionAtCenter)

    def offer(self) -> None:
        """The buttons that make sense now."""
        found = self.looked.found if self.looked else None
        may = found is not None and (not found.already or self.anyway.isChecked())
        good = bool(found and found.rows.drafts)
        self.store_.setEnabled(may and good and not (found and found.errors))
        self.skip.setEnabled(may and good)
        self.skip.setVisible(bool(found and found.errors))

    def busy(self, is_busy: bool) -> None:
        """While something runs only 取消 can be pressed."""
        for widget in (self.choose, self.target, self.sheet, self.again_reading, self.anyway, self.add_people):
            widget.setEnabled(not is_busy)
        if is_busy:
            self.store_.setEnabled(False)
            self.skip.setEnabled(False)
        else:
            self.offer()

    def offer_people(self) -> None:
        """Unknown people go on the roster, then the file is read again."""
        assert self.looked is not None
        if AddPeople(self.window_, self.looked.found.unknown_people).exec():
            self.window_.changed("staff")
            self.look()

    def store(self, skip_bad: bool) -> None:
        """All of it in one transaction off the window's thread; one undo takes it back."""
        assert self.looked is not None
        found, again = self.looked.found, self.anyway.isChecked()

        def work(job: Job) -> Imported:
            from app.services.backing_up import back_up_before
            from app.services.importing import store_preview

            back_up_before(self.desk, "导入", cancelled=job.cancelled)
            return store_preview(self.desk, found, skip_bad=skip_bad, again=again, cancelled=job.cancelled)

        self.storing = True
        self.run(f"正在备份，然后导入 {len(found.rows.drafts)} 条……", work, self.stored, self.not_stored)

    def not_stored(self, error: BaseException) -> None:
        """Nothing was stored: it was cancelled, or something is wrong."""
        from app.services.exporting import Stopped

        self.storing = False
        if isinstance(error, Stopped):
            show_text(self.said, "已取消，一条也没有导入。")
        else:
            self.fail(error)

    def reject(self) -> None:
        """While records are stored, 取消 takes all of them back and the answer is waited for."""
        if self.storing and self.job is not None:
            self.job.cancel()
            show_text(self.said, "正在停止……")
        else:
            super().reject()

    def stored(self, answer: Imported) -> None:
        """The records are there."""
        assert self.looked is not None
        register = self.looked.found.register
        said = f"已导入{register.label} {answer.imported} 条"
        said += f"，{answer.skipped} 条没有导入" if answer.skipped else ""
        self.accept()
        self.window_.changed(register.key)
        desk = self.desk
        self.window_.run_in_background(lambda job: index_waiting(desk, job), lambda indexed: None)
        self.window_.toast(f"{said}。按 Ctrl+Z 可以整个撤回。")
