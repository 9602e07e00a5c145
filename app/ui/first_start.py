"""First start (首次启动): where the data lies, and whose it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.style import px

if TYPE_CHECKING:
    from app.services.desk import Desk


class FirstStart(QDialog):
    """Asks for county, town, office and folder; sample data or none."""

    def __init__(self, parent: QWidget, folder: str) -> None:
        super().__init__(parent)
        self.backup: Path | None = None
        """A backup with which to begin, where one was picked."""
        self.setWindowTitle("首次启动")
        self.setObjectName("first")
        self.setMinimumWidth(px(520))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        title = QLabel("欢迎使用台账", self)
        title.setProperty("role", "title")
        column.addWidget(title)
        warning = QLabel("严禁在本程序中登记、存储涉密信息。", self)
        warning.setProperty("role", "red")
        column.addWidget(warning)
        form = QFormLayout()
        form.setVerticalSpacing(px(10))
        self.county = self._line("first.county", "所属县（市、区）", "如 云山县", form)
        self.town = self._line("first.town", "乡镇名称", "如 云禾镇", form)
        self.office = self._line("first.office", "办公室名称", "印在登记簿、表单和总结上", form)
        self.folder = self._line("first.folder", "数据目录", "", form, self._chooser())
        self.folder.setText(folder)
        column.addLayout(form)
        self.empty = QRadioButton("从空台账开始", self)
        self.sample = QRadioButton("先看样例（虚构的乡镇，写入要一两分钟）", self)
        for name, button in (("first.empty", self.empty), ("first.sample", self.sample)):
            button.setObjectName(name)
            button.setAccessibleName(button.text())
            column.addWidget(button)
        self.empty.setChecked(True)
        column.addLayout(self._buttons())
        self.town.textEdited.connect(lambda text: self.office.setText(f"{text}党政办公室" if text else ""))

    def _line(self, name: str, label: str, hint: str, form: QFormLayout, more: QWidget | None = None) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setAccessibleName(label)
        line.setPlaceholderText(hint)
        row = QHBoxLayout()
        row.addWidget(line, 1)
        if more is not None:
            row.addWidget(more)
        form.addRow(label, row)
        return line

    def _chooser(self) -> QPushButton:
        button = QPushButton("选择…", self)
        button.setObjectName("first.choose")
        button.setAccessibleName("选择数据目录")
        button.setAutoDefault(False)
        button.clicked.connect(self._choose)
        return button

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "选择数据目录", self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        restore = QPushButton("从备份恢复…", self)
        restore.setObjectName("first.restore")
        restore.setAccessibleName("从备份恢复…")
        restore.setAutoDefault(False)
        restore.clicked.connect(self._pick_backup)
        row.addWidget(restore)
        row.addStretch(1)
        begin = QPushButton("开始使用", self)
        begin.setObjectName("first.begin")
        begin.setAccessibleName("开始使用")
        begin.setProperty("kind", "primary")
        begin.setDefault(True)
        begin.clicked.connect(self.accept)
        leave = QPushButton("退出", self)
        leave.setObjectName("first.leave")
        leave.setAccessibleName("退出")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        row.addWidget(leave)
        row.addWidget(begin)
        return row

    def _pick_backup(self) -> None:
        """A new computer begins with a backup of the old one."""
        from app.ui.dialogs.backup_list import backup_file

        self.backup = backup_file(self)
        if self.backup is not None:
            self.accept()

    def make(self) -> Desk:
        """The new data folder, opened; runs off the window's thread, after the dialog was accepted."""
        from app.services.desk import create_desk
        from app.services.settings import set_names

        folder = Path(self.folder.text().strip()).expanduser()
        desk = create_desk(folder)
        if self.sample.isChecked():
            from app.services.demo import make_demo

            make_demo(desk, desk.today().year)
            return desk
        if self.town.text().strip():
            set_names(desk, {"county": self.county.text(), "town": self.town.text(), "office": self.office.text()})
        return desk
