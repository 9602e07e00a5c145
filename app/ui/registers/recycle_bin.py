"""The recycle bin (回收站) of a register: what was deleted, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from app.services import records
from app.ui.style import px

if TYPE_CHECKING:
    from app.models.register import Register
    from app.ui.main_window import MainWindow


class RecycleBin(QDialog):
    """The deleted records, newest first."""

    def __init__(self, host: MainWindow, register: Register) -> None:
        super().__init__(host)
        assert host.desk is not None
        self.host, self.desk, self.register = host, host.desk, register
        self.setWindowTitle(f"回收站：{register.label}")
        self.setObjectName("bin")
        self.resize(px(560), px(420))
        self.list = QListWidget(self)
        self.list.setObjectName("bin.list")
        self.list.setAccessibleName("删除的记录")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for record, title, when in records.trashed(self.desk, register):
            item = QListWidgetItem(f"{when.month}月{when.day}日 {when:%H:%M} 删除　{title}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, record)
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        row = QHBoxLayout()
        row.addStretch(1)
        self.back = QPushButton("恢复", self)
        self.back.setObjectName("bin.restore")
        self.back.setAccessibleName("恢复")
        self.back.setProperty("kind", "primary")
        self.back.setEnabled(False)
        self.back.clicked.connect(self._restore)
        self.list.itemSelectionChanged.connect(lambda: self.back.setEnabled(bool(self.list.selectedItems())))
        self.history = QPushButton("修改记录", self)
        self.history.setObjectName("bin.history")
        self.history.setAccessibleName("修改记录")
        self.history.setEnabled(False)
        self.history.setAutoDefault(False)
        self.history.clicked.connect(self._show_history)
        self.list.itemSelectionChanged.connect(lambda: self.history.setEnabled(len(self.list.selectedItems()) == 1))
        row.addWidget(self.history)
        row.addWidget(self.back)
        column.addLayout(row)

    def _show_history(self) -> None:
        """What was done to a deleted record."""
        from app.ui.messages import answered
        from app.ui.registers.history import HistoryDialog

        (item,) = self.list.selectedItems()
        answered(HistoryDialog(self.host, self.register, item.data(Qt.ItemDataRole.UserRole)))

    def _restore(self) -> None:
        """The selected records count again, under their old numbers."""
        ids = [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]
        count = records.restore(self.desk, self.register, ids)
        self.host.toast(f"已恢复 {count} 条。")
        self.accept()
