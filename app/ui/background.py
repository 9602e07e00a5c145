"""Work off the window's thread: it reports, can be cancelled, and answers on the window's thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

BETWEEN_REPORTS = 0.05
"""Seconds between two reports of one job; more often nobody sees."""

Work = Callable[["Job"], Any]
Answer = Callable[[Any], None]


class Job:
    """One piece of work; ``progress`` and ``cancelled`` are what services take as arguments of these names."""

    def __init__(self, report: Callable[[Job, int, int], None]) -> None:
        self._report, self._stop, self._last = report, threading.Event(), 0.0

    def progress(self, done: int, total: int) -> None:
        """So much of the work is done; may be called on any thread and as often as one likes."""
        now = time.monotonic()
        if now - self._last >= BETWEEN_REPORTS or done >= total:
            self._last = now
            self._report(self, done, total)

    def cancelled(self) -> bool:
        """Whether the person no longer wants the work."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Asks the work to stop at its next step."""
        self._stop.set()


class _Runner(QRunnable):
    """Carries one job to a thread of the pool."""

    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._run = run

    def run(self) -> None:
        """The work is done and answered."""
        self._run()


class Workers(QObject):
    """The threads of one window."""

    progressed = Signal(object, int, int)
    """Job, done, total."""
    ended = Signal(object)
    """A job has answered."""
    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pool = QThreadPool(self)
        self.pool.setMaxThreadCount(3)
        self.jobs: set[Job] = set()
        self.closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, work: Work, done: Answer, failed: Answer) -> Job:
        """The work runs as soon as a thread is free; exactly one of done and failed is called, on this thread."""
        job = Job(self.progressed.emit)
        if self.closed:
            return job
        self.jobs.add(job)

        def run() -> None:
            try:
                answer, given = done, work(job)
            except BaseException as error:
                answer, given = failed, error
            self._answered.emit(job, answer, given)

        self.pool.start(_Runner(run))
        return job

    def _deliver(self, job: Job, answer: Answer, given: object) -> None:
        """The answer of a job, unless the window closed meanwhile."""
        if job in self.jobs:
            self.jobs.discard(job)
            self.ended.emit(job)
            answer(given)

    def finish(self) -> None:
        """No work is left and none begins: what runs is asked to stop and waited for, its answers dropped."""
        self.closed = True
        for job in self.jobs:
            job.cancel()
        self.jobs.clear()
        self.pool.waitForDone()
