"""A tab of registers: their list with this year's counts at the left, the page of the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.models import TABS
from app.services import listing
from app.ui.registers.register_page import RegisterPage
from app.ui.style import px

if TYPE_CHECKING:
    from app.models.register import Register
    from app.ui.main_window import MainWindow

BASICS = ("office", "staff", "village")
"""Registers that stand under 基础资料: seldom opened, needed by all others."""


AFTER_ROWS = 400
"""Milliseconds after which a new page looks for a draft: its rows come first."""


class RegisterButton(QPushButton):
    """A register's name, and how many records it has."""

    def __init__(self, register: Register, parent: QWidget) -> None:
        super().__init__(register.label, parent)
        self.label = register.label
        self.setObjectName(f"register.{register.key}")
        self.setAccessibleName(register.label)
        self.setProperty("role", "register")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.count = QLabel("", self)
        self.count.setProperty("role", "faint")
        self.count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, px(12), 0)
        row.addStretch(1)
        row.addWidget(self.count)
        self.setMinimumWidth(self.sizeHint().width() + px(44))

    def show_count(self, count: int) -> None:
        """The number at the right; nothing for none."""
        self.count.setText(str(count) if count else "")
        self.setAccessibleDescription(f"{count} 条")


class TabPage(QWidget):
    """The registers of one tab."""

    shown = Signal()
    """Rows of a register stand in its table."""

    def __init__(self, host: MainWindow, key: str) -> None:
        super().__init__(host)
        self.host = host
        self.tab = next(tab for tab in TABS if tab.key == key)
        self.pages: dict[str, RegisterPage] = {}
        self.buttons: dict[str, RegisterButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list())
        self.stack = QStackedWidget(self)
        row.addWidget(self.stack, 1)
        last = str(host.remembered.value(f"register/{key}", ""))
        self.open_register(last if last in self.buttons else self.tab.registers[0].key)
        host.data_changed.connect(lambda _: self._count())

    def _list(self) -> QWidget:
        side = QWidget(self)
        side.setObjectName("registers")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, px(8), 0, px(8))
        column.setSpacing(0)
        heading_stands = False
        for register in self.tab.registers:
            if register.key in BASICS and not heading_stands:
                heading = QLabel("基础资料", side)
                heading.setProperty("role", "group")
                column.addWidget(heading)
                heading_stands = True
            button = RegisterButton(register, side)
            button.clicked.connect(lambda _=False, key=register.key: self.open_register(key))
            self.buttons[register.key] = button
            column.addWidget(button)
        column.addStretch(1)
        side.setMinimumWidth(px(150))
        return side

    def open_register(self, key: str) -> RegisterPage:
        """Shows one register, its page built at the first time."""
        self.buttons[key].setChecked(True)
        if key not in self.pages:
            register = next(register for register in self.tab.registers if register.key == key)
            self.pages[key] = RegisterPage(self.host, register, self.stack)
            self.stack.addWidget(self.pages[key])
            self.pages[key].shown.connect(self.shown)
            QTimer.singleShot(AFTER_ROWS, self.pages[key].form.draft.offer)
        page = self.pages[key]
        self.stack.setCurrentWidget(page)
        self.host.remembered.setValue(f"register/{self.tab.key}", key)
        page.refresh()
        return page

    @property
    def register_shown(self) -> str:
        """Key of the register whose page is shown."""
        page = self.stack.currentWidget()
        return page.register.key if isinstance(page, RegisterPage) else ""

    def refresh(self) -> None:
        """What changed meanwhile is shown."""
        self._count()
        page = self.stack.currentWidget()
        if isinstance(page, RegisterPage):
            page.refresh()

    def _count(self) -> None:
        desk, year = self.host.desk, self.host.year
        if desk is not None and self.isVisible():
            self.host.run_in_background(lambda job: listing.counts(desk, year), self._show_counts)

    def _show_counts(self, counts: dict[str, int]) -> None:
        for key, button in self.buttons.items():
            button.show_count(counts.get(key, 0))

    def keep(self) -> None:
        """Before the window closes."""
        for page in self.pages.values():
            page.keep()
