"""Today at the foot of every page: who is on duty, how many are away; and on the tab 今日 what presses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from app.ui.style import px

if TYPE_CHECKING:
    from app.services.today import Now
    from app.ui.main_window import MainWindow

PAUSE = 600
"""Milliseconds after a change before today is asked again."""
EVERY = 10 * 60 * 1000
"""Milliseconds after which it is asked again without a change: a day begins while the window is open."""
MOST_NAMED = 4
BEYOND = 99


class NowLine(QObject):
    """Serves one window: asks off its thread, and shows the last answer."""

    def __init__(self, window: MainWindow, tab: QPushButton) -> None:
        super().__init__(window)
        self.window_, self.tab = window, tab
        self.badge = QLabel("", tab)
        self.badge.setProperty("role", "badge")
        self.badge.hide()
        row = QHBoxLayout(tab)
        row.setContentsMargins(0, 0, px(14), 0)
        row.addStretch(1)
        row.addWidget(self.badge, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.line = QPushButton("", window)
        self.line.setObjectName("status.now")
        self.line.setProperty("kind", "quiet")
        self.line.clicked.connect(lambda: window.open_tab("today"))
        self.line.hide()
        window.statusBar().addWidget(self.line)
        self.later = QTimer(self, singleShot=True, interval=PAUSE)
        self.later.timeout.connect(self.ask)
        self.often = QTimer(self, interval=EVERY)
        self.often.timeout.connect(self.ask)
        window.data_changed.connect(lambda _: self.later.start())
        self.often.start()

    def ask(self) -> None:
        """Asks for today off the window's thread."""
        desk = self.window_.desk
        if desk is None:
            return

        def work(job: object) -> Now:
            from app.services.today import now

            return now(desk)

        self.window_.run_in_background(work, self.show_now, lambda error: None)

    def show_now(self, found: Now) -> None:
        """«值班 陈立春、周晚禾　外出 3 人», nothing where nothing is registered."""
        more = "等" if len(found.watch) > MOST_NAMED else ""
        duty = f"值班 {'、'.join(found.watch[:MOST_NAMED])}{more}" if found.watch else ""
        said = "　".join(filter(None, (duty, f"外出 {found.away} 人" if found.away else "")))
        self.line.setText(said)
        self.line.setAccessibleName(f"今天{said}")
        self.line.setToolTip("打开今日页")
        self.line.setVisible(bool(said))
        self.show_badge(found.pressing)

    def show_badge(self, pressing: int) -> None:
        """A number on the tab where something is overdue or due today."""
        self.badge.setText(str(pressing) if pressing <= BEYOND else f"{BEYOND}+")
        self.badge.setVisible(bool(pressing))
        self.tab.setToolTip(f"{pressing} 件事已经逾期或今天到期" if pressing else "")
        if self.tab.property("badged") != bool(pressing):
            self.tab.setProperty("badged", bool(pressing))
            self.tab.style().unpolish(self.tab)
            self.tab.style().polish(self.tab)
        self.tab.updateGeometry()
