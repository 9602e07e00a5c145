"""What was done to a record, in words (修改记录)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QListWidget, QVBoxLayout

from app.services import undoing
from app.ui.style import px

if TYPE_CHECKING:
    from app.models.register import Register
    from app.ui.main_window import MainWindow


class HistoryDialog(QDialog):
    """Each change, newest first: who, when, which field, from, to."""

    def __init__(self, host: MainWindow, register: Register, record: int) -> None:
        super().__init__(host)
        assert host.desk is not None
        self.setWindowTitle("修改记录")
        self.setObjectName("history")
        self.resize(px(560), px(420))
        self.lines = QListWidget(self)
        self.lines.setObjectName("history.lines")
        self.lines.setAccessibleName("修改记录")
        self.lines.setWordWrap(True)
        self.lines.addItems(undoing.history(host.desk, register, record) or ["还没有修改过。"])
        column = QVBoxLayout(self)
        column.addWidget(self.lines)
