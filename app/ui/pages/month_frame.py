"""What the pages of a month share: the tool row with the month in it, the grid, and a line of words below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.figures import Period
from app.services.duty_month import month_beside, month_words
from app.ui.dialogs.frame import button, text_label
from app.ui.flow import Flow
from app.ui.style import px

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

Action = tuple[str, str, str, Callable[[], object]]
"""Name, label, keys, what it does."""


class MonthFrame(QWidget):
    """One month of one register as a grid; ``period`` is the month shown."""

    left = Signal()
    """Back to the register's table."""
    help_key = "month"
    """The manual's page for it."""
    NAME = ""
    LABEL = ""

    def __init__(self, host: MainWindow, parent: QWidget) -> None:
        super().__init__(parent)
        assert host.desk is not None
        self.host, self.desk = host, host.desk
        self.setObjectName(self.NAME)
        self.setAccessibleName(self.LABEL)
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        today = self.desk.today()
        self.period = Period.month(host.year, today.month if today.year == host.year else 12)
        self.asked = 0
        self.buttons: dict[str, QPushButton] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.said = text_label(role="soft")
        self.said.setObjectName(f"{self.NAME}.said")
        self.said.setContentsMargins(px(14), px(5), px(14), px(5))
        host.data_changed.connect(lambda _: self._data_changed())
        host.year_changed.connect(self._year_changed)

    def tool_row(self, actions: list[Action], right: list[Action]) -> QWidget:
        """返回台账, the month between two arrows, the actions, and at the right those that finish."""
        bar = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        bar.setSizePolicy(policy)
        flow = Flow(bar, gap=6, margins=(14, 7, 14, 5))
        flow.addWidget(self._button(("back", "返回台账", "", self.back)))
        flow.addWidget(self._button(("before", "上月", "Ctrl+PgUp", lambda: self.go(-1))))
        self.title = QLabel("", bar)
        self.title.setProperty("role", "title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title.setMinimumWidth(px(96))
        self.title.setMinimumHeight(px(30))
        flow.addWidget(self.title)
        flow.addWidget(self._button(("after", "下月", "Ctrl+PgDown", lambda: self.go(1))))
        for action in actions:
            flow.addWidget(self._button(action))
        flow.add_stretch()
        for action in right:
            flow.addWidget(self._button(action))
        return bar

    def _button(self, action: Action) -> QPushButton:
        name, label, keys, act = action
        made = button(f"{self.NAME}.{name}", label, act, "primary" if name == "save" else "")
        made.setAutoDefault(False)
        made.setToolTip(f"{label}（{keys or 'Esc'}）")
        if keys:
            QShortcut(QKeySequence(keys), self).activated.connect(made.click)
        self.buttons[name] = made
        return made

    def say(self, sentence: str, role: str = "soft") -> None:
        """A sentence under the grid."""
        if self.said.property("role") != role:
            self.said.setProperty("role", role)
            self.said.style().unpolish(self.said)
            self.said.style().polish(self.said)
        self.said.setText(sentence)
        self.said.setAccessibleName(sentence)

    # The month.

    def go(self, by: int) -> None:
        """The month before or after."""
        if self.may_leave():
            self.show_month(month_beside(self.period, by))

    def show_month(self, period: Period) -> None:
        """Another month."""
        self.period = period
        self.load()

    def load(self) -> None:
        """The month is read, off the window's thread."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Shown again: what changed meanwhile is read."""
        self.title.setText(month_words(self.period))
        if not self.is_changed():
            self.load()

    def is_changed(self) -> bool:
        """Whether anything is not stored yet."""
        return False

    def may_leave(self) -> bool:
        """Whether another month may be shown."""
        return True

    def back(self) -> None:
        """To the register's table; what is not stored stays here."""
        self.left.emit()

    def keep(self) -> None:
        """Before the window closes."""

    def _data_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _year_changed(self, year: int) -> None:
        if year != self.period.start.year and not self.is_changed():
            self.period = Period.month(year, self.period.start.month)
            if self.isVisible():
                self.refresh()
