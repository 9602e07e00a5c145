"""Restoring with the window closed: progress and cancel on a small window of its own, then a new window on the data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout

from app.ui.background import Workers
from app.ui.dialogs.frame import button, text_label
from app.ui.style import px

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.store.restoring import Restored
    from app.ui.background import Job
    from app.ui.main_window import MainWindow


class Restoring(QDialog):
    """Restores into a folder that nobody has open; whatever comes of it, a window opens on the data afterwards."""

    def __init__(self, folder: Path, source: Path, reopen: Callable[[str, str], object]) -> None:
        super().__init__()
        self.folder, self.reopen = folder, reopen
        self.setObjectName("restoring")
        self.setWindowTitle("台账")
        self.setAccessibleName("正在从备份恢复")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.workers = Workers(self)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("进度")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(18), px(22), px(16))
        column.setSpacing(px(12))
        column.addWidget(text_label(f"正在从「{source.name}」恢复，核对无误以后才换上……"))
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button("restoring.cancel", "取消", self.reject))
        column.addLayout(row)
        self.setFixedWidth(px(460))
        self.workers.progressed.connect(self.move_bar)
        self.source = source
        self.job: Job | None = None

    def start(self) -> None:
        """The work begins, off the window's thread; nobody has the folder open."""
        self.job = self.workers.start(self.work, self.restored, self.failed)

    def work(self, job: Job) -> Restored:
        """What runs there."""
        from app.services.safety import restore

        return restore(self.folder, self.source, job.progress, job.cancelled)

    def move_bar(self, job: object, done: int, total: int) -> None:
        """So much is done."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def restored(self, answer: Restored) -> None:
        """The data of the backup is shown."""
        kept = f"恢复前的数据在「{answer.kept.name}」文件夹里。" if answer.kept else ""
        self.leave(f"已恢复到 {answer.at:%Y-%m-%d %H:%M} 的数据。{kept}")

    def failed(self, error: BaseException) -> None:
        """Why there is no other data; that which was there is shown again."""
        from app.services.exporting import Stopped
        from app.ui.messages import sentence_of, show_failure

        if isinstance(error, Stopped):
            self.leave("已取消恢复，数据没有改动。")
            return
        show_failure(self, sentence_of(error))
        self.leave("没有恢复，数据没有改动。")

    def leave(self, said: str) -> None:
        """The new window first, so that the program goes on."""
        window: Any = self.reopen(str(self.folder), said)
        window.came_from = self  # what runs here must not be collected before it has ended
        self.accept()

    def reject(self) -> None:
        """Esc and 取消 stop the work; nothing has changed then."""
        if self.job is not None:
            self.job.cancel()


def restore_in_place(window: MainWindow, folder: Path, source: Path) -> Restoring | None:
    """The window closes, the data is restored, another window opens; None where what is typed keeps it open."""
    assert window.reopen is not None
    kept, window.before_closing = window.before_closing, None
    restoring = Restoring(folder, source, window.reopen)
    restoring.show()
    if not window.close():
        window.before_closing = kept
        restoring.accept()
        return None
    window.came_from = restoring
    restoring.start()
    return restoring
