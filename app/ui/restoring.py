"""Restoring with the window closed: progress and cancel on a small window of its own, then a new window on the data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.ui.background import Workers
from app.ui.dialogs.working import WorkingDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.store.restoring import Restored
    from app.ui.background import Job
    from app.ui.main_window import MainWindow


class Restoring(WorkingDialog):
    """Restores into a folder that nobody has open; whatever comes of it, a window opens on the data afterwards."""

    def __init__(self, folder: Path, source: Path, reopen: Callable[[str, str], object]) -> None:
        told = f"正在从「{source.name}」恢复，核对无误以后才换上……"
        super().__init__(None, "restoring", told, "取消", 460)
        self.folder, self.source, self.reopen = folder, source, reopen
        self.workers = Workers(self)
        self.follow(self.workers)

    def start(self) -> None:
        """The work begins, off the window's thread; nobody has the folder open."""
        self.job = self.workers.start(self.work, self.restored, self.failed)

    def work(self, job: Job) -> Restored:
        """What runs there."""
        from app.services.safety import restore

        return restore(self.folder, self.source, job.progress, job.cancelled)

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
