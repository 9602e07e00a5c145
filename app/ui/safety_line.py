"""数据安全 at the foot of every page: calm while the data is safe, coloured where something is to be done."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from app.services.safety_verdict import Verdict
    from app.ui.main_window import MainWindow

EVERY = 10 * 60 * 1000
"""Milliseconds after which it is asked again: a week passes while the window is open."""
WORDS = {"well": "数据安全", "near": "数据安全：有事要办", "broken": "数据安全：有问题"}


class SafetyLine(QObject):
    """Serves one window: asks off its thread, shows the last answer, opens the page."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window_ = window
        self.button = QPushButton(WORDS["well"], window)
        self.button.setObjectName("status.safety")
        self.button.setAccessibleName(WORDS["well"])
        self.button.setProperty("kind", "quiet")
        self.button.clicked.connect(self.open)
        window.statusBar().addPermanentWidget(self.button)
        self.often = QTimer(self, interval=EVERY)
        self.often.timeout.connect(self.ask)
        self.often.start()

    def ask(self) -> None:
        """Asks off the window's thread."""
        desk = self.window_.desk
        if desk is None:
            return

        def work(job: object) -> Verdict:
            from app.services.safety_verdict import verdict

            return verdict(desk, datetime.now())

        self.window_.run_in_background(work, self.show_verdict, lambda error: None)

    def show_verdict(self, found: Verdict) -> None:
        """Its colour, and its sentence for who points at it or has it read."""
        self.button.setText(WORDS[found.state])
        self.button.setAccessibleName(f"{WORDS[found.state]}。{found.sentence}")
        self.button.setToolTip(found.sentence)
        if self.button.property("state") != found.state:
            self.button.setProperty("state", found.state)
            self.button.style().unpolish(self.button)
            self.button.style().polish(self.button)
        layout = self.window_.statusBar().layout()
        if layout is not None:
            layout.activate()

    def open(self) -> None:
        """The page 数据安全."""
        from app.ui.shell_parts import open_safety

        open_safety(self.window_)
