"""A small window that tells of one long work: its sentence, its progress, and the one key that gives it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.ui.dialogs.frame import button, text_label
from app.ui.style import px

if TYPE_CHECKING:
    from app.ui.background import Job, Workers


class WorkingDialog(QDialog):
    """Shows the progress of its job; Esc and the button ask the job to stop, and do not close by themselves."""

    def __init__(self, parent: QWidget | None, name: str, told: str, stop: str, width: int) -> None:
        """Name: of the window, for tests; told: the sentence; stop: the button's words; width: in design pixels."""
        super().__init__(parent)
        self.job: Job | None = None
        self.setObjectName(name)
        self.setWindowTitle("台账")
        self.setAccessibleName(told.rstrip("…"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("进度")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(18), px(22), px(16))
        column.setSpacing(px(12))
        column.addWidget(text_label(told))
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(f"{name}.stop", stop, self.reject))
        column.addLayout(row)
        self.setFixedWidth(px(width))

    def follow(self, workers: Workers) -> None:
        """The bar moves with the work done there."""
        workers.progressed.connect(self.move_bar)

    def move_bar(self, job: object, done: int, total: int) -> None:
        """So much is done."""
        if job is self.job:
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def reject(self) -> None:
        """Esc and the button stop the work."""
        if self.job is not None:
            self.job.cancel()
