"""A tab of registers: their list with this year's counts at the left, the page of the chosen one beside it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.models import TABS
from app.services import listing
from app.services.offered import offered
from app.ui.registers.register_page import RegisterPage
from app.ui.registers.side import SideList

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow
    from app.ui.pages.month_frame import MonthFrame

MONTH_PAGES = {
    "duty": ("app.ui.pages.duty_month", "DutyMonthPage"),
    "visit": ("app.ui.pages.visit_month", "VisitMonthPage"),
}
"""Register → where the page of a month of it is found."""

AFTER_ROWS = 400
"""Milliseconds after which a new page looks for a draft: its rows come first."""


class TabPage(QWidget):
    """The registers of one tab."""

    shown = Signal()
    """Rows of a register stand in its table."""

    def __init__(self, host: MainWindow, key: str) -> None:
        super().__init__(host)
        self.host = host
        self.tab = next(tab for tab in TABS if tab.key == key)
        self.pages: dict[str, RegisterPage] = {}
        self.months: dict[str, MonthFrame] = {}
        """Pages of a month as one grid, by their registers."""
        self._was_shown = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.side = SideList(host, self.tab)
        self.side.wanted.connect(self.open_register)
        self.side.more.connect(self.choose_registers)
        self.buttons = self.side.buttons
        row.addWidget(self.side)
        self.stack = QStackedWidget(self)
        row.addWidget(self.stack, 1)
        last = str(host.remembered.value(f"register/{key}", ""))
        self.open_register(last if last in self.buttons else self.tab.registers[0].key)
        self.shown.connect(self._first_shown)
        host.data_changed.connect(lambda _: self._count())

    def open_register(self, key: str) -> RegisterPage:
        """Shows one register, its page built at the first time."""
        self.side.choose(key)
        if key not in self.pages:
            register = next(register for register in self.tab.registers if register.key == key)
            self.pages[key] = RegisterPage(self.host, register, self.stack)
            self.stack.addWidget(self.pages[key])
            self.pages[key].shown.connect(self.shown)
            self.pages[key].beside.connect(lambda by: self._open_beside(key, by))
            self.pages[key].month_wanted.connect(lambda: self.open_month(key))
            QTimer.singleShot(AFTER_ROWS, self.pages[key].form.draft.offer)
        page = self.pages[key]
        self.stack.setCurrentWidget(page)
        self.host.remembered.setValue(f"register/{self.tab.key}", key)
        page.refresh()
        return page

    def _open_beside(self, key: str, by: int) -> None:
        """The register next to one in the list, of those that are shown; the first follows the last."""
        shown = [each for each, entry in self.buttons.items() if not entry.isHidden()]
        page = self.open_register(shown[(shown.index(key) + by) % len(shown)])
        page.table.setFocus()

    def open_month(self, key: str) -> MonthFrame:
        """Shows a month of a register as one grid, its page built at the first time."""
        self.side.choose(key)
        if key not in self.months:
            module, name = MONTH_PAGES[key]
            page: MonthFrame = getattr(importlib.import_module(module), name)(self.host, self.stack)
            page.left.connect(lambda: self._back_from_month(key))
            self.months[key] = page
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(self.months[key])
        self.months[key].refresh()
        return self.months[key]

    def _back_from_month(self, key: str) -> None:
        self.open_register(key).table.setFocus()

    @property
    def register_shown(self) -> str:
        """Key of the register whose page is shown."""
        page = self.stack.currentWidget()
        return page.register.key if isinstance(page, RegisterPage) else getattr(page, "help_key", "")

    def refresh(self) -> None:
        """What changed meanwhile is shown."""
        self._count()
        for page in self.every_page():
            if page is self.stack.currentWidget():
                page.refresh()

    def _first_shown(self) -> None:
        """Counting reads every register: it waits until there are rows to look at."""
        if not self._was_shown:
            self._was_shown = True
            QTimer.singleShot(AFTER_ROWS, self._count)

    def _count(self) -> None:
        desk, year = self.host.desk, self.host.year
        if desk is not None and self.isVisible() and self._was_shown:
            self.host.run_in_background(lambda job: (listing.counts(desk, year), offered(desk)), self._show_counts)

    def _show_counts(self, found: tuple[dict[str, int], dict[str, bool]]) -> None:
        self.side.show_counts(found[0])
        self.side.show_offered(found[1])

    def choose_registers(self) -> None:
        """更多台账: which registers stand in the lists."""
        from app.ui.dialogs.offered import OfferedDialog
        from app.ui.messages import answered

        if answered(OfferedDialog(self.host)):
            self._count()

    def keep(self) -> None:
        """Before the window closes."""
        for page in self.every_page():
            page.keep()

    def every_page(self) -> list[RegisterPage | MonthFrame]:
        """The tables and the months that were opened so far."""
        return [*self.pages.values(), *self.months.values()]
