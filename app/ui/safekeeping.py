"""Backups by themselves: after the start, after so many changes, at the end; drills and the second place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from app.ui.dialogs.working import WorkingDialog

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.background import Job
    from app.ui.main_window import MainWindow

AFTER_START = 20_000
"""Milliseconds that the start is left in peace."""
AFTER_CHANGE = 3_000
"""Milliseconds after a change before it is asked whether a backup is due."""


EVERY = 60 * 60 * 1000
"""Milliseconds after which it is asked whether a day has gone by: many a window is never closed."""
DAY = timedelta(days=1)


class Safekeeping(QObject):
    """Serves one window; what fails is remembered and shown at its foot, and hinders nobody's typing."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window_ = window
        self.job: Job | None = None
        self.done = False
        """Nothing is left to do before the window closes."""
        window.before_closing = self.hold
        self.at_start = QTimer(self, singleShot=True, interval=AFTER_START)
        self.at_start.timeout.connect(lambda: self.work(catch_up))
        self.at_start.start()
        self.often = QTimer(self, interval=EVERY)
        self.often.timeout.connect(lambda: self.work(day_by_day))
        self.often.start()
        self.at_change = QTimer(self, singleShot=True, interval=AFTER_CHANGE)
        self.at_change.timeout.connect(lambda: self.work(back_up_if_due))
        window.data_changed.connect(lambda _: self.at_change.start())

    def work(self, task: Callable[[Desk, Job], None]) -> None:
        """One task off the window's thread; while one runs no other begins."""
        desk = self.window_.desk
        if desk is None or self.job is not None:
            return
        self.job = self.window_.run_in_background(lambda job: task(desk, job), self.over, self.over)

    def over(self, answer: Any) -> None:
        """The line at the foot says how it went."""
        self.job = None
        if self.window_.safety_line is not None:
            self.window_.safety_line.ask()

    def hold(self) -> bool:
        """True where the window must wait for its last backup; it is closed when that is done."""
        desk = self.window_.desk
        application = QGuiApplication.instance()
        ending = isinstance(application, QGuiApplication) and application.isSavingSession()
        if self.done or desk is None or ending:
            return False
        self.done = True
        for job in self.window_.workers.jobs:
            job.cancel()
        Closing(self, desk).open()
        return True


class Closing(WorkingDialog):
    """The last backup of a session: told, with its progress, and given up by one key."""

    def __init__(self, keeper: Safekeeping, desk: Desk) -> None:
        super().__init__(keeper.window_, "closing", "正在备份，完成后自动关闭……", "不备份，直接关闭", 380)
        self.keeper, self.window_ = keeper, keeper.window_
        self.follow(self.window_.workers)
        self.job = self.window_.run_in_background(lambda job: last_backup(desk, job), self.over, self.failed)

    def over(self, answer: Any) -> None:
        """The window closes, unless the person finds that something typed is not kept."""
        self.accept()
        self.keeper.done = self.window_.close()

    def failed(self, error: BaseException) -> None:
        """The reason is read before the window closes; giving up needs no words."""
        from app.services.exporting import Stopped
        from app.ui.messages import sentence_of

        if not isinstance(error, Stopped):
            self.window_.fail(sentence_of(error))
        self.over(None)


def back_up_if_due(desk: Desk, job: Job) -> None:
    """A backup where enough was changed."""
    from app.services.backing_up import back_up, is_due

    if is_due(desk):
        back_up(desk, "改动较多", cancelled=job.cancelled)
        visit_second(desk, job)


def day_by_day(desk: Desk, job: Job) -> None:
    """A backup of a day in which anything was written, however few changes they were."""
    from app.services.backing_up import newest

    last = newest(desk.store.folder)
    if last is None or datetime.now() - last.at >= DAY:
        catch_up(desk, job, "每天")


def catch_up(desk: Desk, job: Job, why: str = "打开时") -> None:
    """What was left out so far, then the week's drill."""
    from app.services.backing_up import back_up, is_changed
    from app.services.safety import drill, drill_is_due

    if is_changed(desk):
        back_up(desk, why, cancelled=job.cancelled)
    visit_second(desk, job)
    if drill_is_due(desk, datetime.now()):
        drill(desk, cancelled=job.cancelled)


def last_backup(desk: Desk, job: Job) -> None:
    """The backup of a session in which anything was written; the second place gets its own where it is due."""
    from app.services.backing_up import back_up, is_changed

    if is_changed(desk):
        back_up(desk, "关闭时", job.progress, job.cancelled)
    visit_second(desk, job)


def visit_second(desk: Desk, job: Job) -> None:
    """A backup at the second place where a week has passed and it is there; a missing one is told at the foot."""
    import contextlib

    from app.services.backing_up import back_up_second, second_is_due
    from app.store.errors import StoreError

    if second_is_due(desk, datetime.now()):
        with contextlib.suppress(StoreError):
            back_up_second(desk, progress=job.progress, cancelled=job.cancelled)
