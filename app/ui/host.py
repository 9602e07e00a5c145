"""What every page and dialog may ask of the window it stands in: work off its thread, sentences, what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from app.services.desk import Desk
    from app.ui.background import Answer, Job, Work, Workers
    from app.ui.safety_line import SafetyLine


class Host(QMainWindow):
    """A window with a desk, threads and a status line."""

    year_changed = Signal(int)
    data_changed = Signal(str)
    """Key of the register that changed, «» for several."""

    def __init__(self) -> None:
        super().__init__()
        self.desk: Desk | None = None
        self.year = 0
        self.saved_label = QLabel("", self)
        self.safety_line: SafetyLine | None = None
        self.came_from: QWidget | None = None
        """The small window of a restore, which lives as long as the windows before and after it."""
        self.before_closing: Callable[[], bool] | None = None
        """Asked before the window closes; True where it will close the window itself a little later."""
        self.reopen: Callable[[str, str], object] | None = None
        """Opens a window on a data folder in place of this one, with a sentence to be shown."""
        self._workers: Workers | None = None
        self._settings: QSettings | None = None

    @property
    def remembered(self) -> QSettings:
        """What the window keeps between two starts: widths, columns, the last page."""
        if self._settings is None:
            from PySide6.QtCore import QSettings

            assert self.desk is not None
            path = str(self.desk.store.folder / "window.ini")
            self._settings = QSettings(path, QSettings.Format.IniFormat)
        return self._settings

    @property
    def workers(self) -> Workers:
        """The threads of the window."""
        if self._workers is None:
            from app.ui.background import Workers

            self._workers = Workers(self)
        return self._workers

    def run_in_background(
        self, work: Work, done: Answer, failed: Callable[[BaseException], None] | None = None, title: str = ""
    ) -> Job:
        """The work(job) runs off this thread; a title shows its progress with 取消; errors become one sentence."""
        from app.ui.messages import show_error, show_progress

        job = self.workers.start(work, done, failed or (lambda error: show_error(self, error)))
        if title:
            show_progress(self, job, title)
        return job

    def toast(self, sentence: str) -> None:
        """A sentence that goes away by itself, and stays in the status line."""
        from app.ui.messages import show_toast

        show_toast(self, sentence)
        self.saved_label.setText(f"<span style='color:#2f7d4f'>●</span> {sentence}")

    def fail(self, sentence: str) -> None:
        """One sentence that must be read."""
        from app.ui.messages import show_failure

        show_failure(self, sentence)

    def ask(self, question: str, yes: str = "确定") -> bool:
        """Whether the person agrees."""
        from app.ui.messages import ask

        return ask(self, question, yes)
