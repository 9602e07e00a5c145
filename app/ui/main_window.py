"""The window: bar, tabs, pages built when first seen, status line; host of every page and dialog.

Only light modules are imported here, so that the first paint waits for nothing; the data is opened after it. The name
``Qt`` is not used before the first paint: its some hundred enumerations cost a fifth of the time of a bare window.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.host import Host
from app.ui.style import px

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from app.services.desk import Desk
    from app.ui.global_find import FoundEverywhere
    from app.ui.registers.tab_page import TabPage

TABS = {
    "today": "今日",
    "meetings": "会议",
    "documents": "公文",
    "outreach": "联系群众",
    "reception": "接待",
    "budgets": "经费",
    "people": "人事",
    "conduct": "作风建设",
    "summaries": "总结",
}
STATUS_HEIGHT = 26
REGISTER_TABS = "app.ui.registers.tab_page:TabPage"
PAGES = {"today": "app.ui.pages.today:TodayPage", "summaries": "app.ui.pages.summaries:SummariesPage"}
"""Tabs with a page of their own: where its class is found; it is called with this window."""


def imported(path: str) -> Any:
    """What an import path «module:name» names."""
    module, _, name = path.partition(":")
    return getattr(importlib.import_module(module), name)


class MainWindow(Host):
    """The shell; ``host`` to pages and dialogs."""

    painted = Signal()
    """The first paint is done."""
    ready = Signal()
    """The data is open and the first page can be typed into."""

    def __init__(self, folder: str = "") -> None:
        super().__init__()
        self.folder = folder
        self._pages: dict[str, QWidget] = {}
        self._tabs: dict[str, QPushButton] = {}
        self._found: FoundEverywhere | None = None
        self._was_painted = self._was_ready = False
        self.setWindowTitle("台账")
        self.resize(px(1366), px(768))
        self._build()

    def _build(self) -> None:
        """Bar, tabs, pages and status line."""
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self._tab_row())
        self._stack = QStackedWidget(middle)
        self._waiting = QLabel("正在打开数据……", self._stack)
        self._waiting.setProperty("role", "waiting")
        self._stack.addWidget(self._waiting)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self._who = QLabel("", self)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setMinimumHeight(px(STATUS_HEIGHT))
        self.statusBar().addWidget(self.saved_label)
        self.statusBar().addPermanentWidget(self._who)

    def _bar(self) -> QWidget:
        """Name of the program and of the office, the year, and the search over everything."""
        bar = QFrame(self)
        bar.setObjectName("bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(16), px(7), px(16), px(7))
        row.setSpacing(px(14))
        brand = QLabel("台账", bar)
        brand.setObjectName("brand")
        self.office_label = QLabel("", bar)
        self.office_label.setProperty("role", "soft")
        self.year_button = QPushButton("年度", bar)
        self.year_button.setObjectName("year")
        self.year_button.setAccessibleName("年度")
        self.find_everywhere = QLineEdit(bar)
        self.find_everywhere.setObjectName("find.everywhere")
        self.find_everywhere.setAccessibleName("全部台账中查找")
        self.find_everywhere.setPlaceholderText("全部台账中查找 (Ctrl+Shift+F)")
        self.find_everywhere.setProperty("role", "find")
        self.find_everywhere.setFixedWidth(px(320))
        row.addWidget(brand)
        row.addWidget(self.office_label)
        row.addWidget(self.year_button)
        self.settings_button = QPushButton("设置", bar)
        self.settings_button.setObjectName("action.settings")
        self.settings_button.setAccessibleName("设置")
        self.settings_button.setProperty("kind", "quiet")
        row.addStretch(1)
        row.addWidget(self.find_everywhere)
        row.addWidget(self.settings_button)
        bar.setEnabled(False)
        self._top = bar
        return bar

    def _tab_row(self) -> QWidget:
        """One button for each tab."""
        tabs = QFrame(self)
        tabs.setObjectName("tabs")
        row = QHBoxLayout(tabs)
        row.setContentsMargins(px(10), 0, px(10), 0)
        row.setSpacing(0)
        for key, label in TABS.items():
            button = QPushButton(label, tabs)
            button.setObjectName(f"tab.{key}")
            button.setAccessibleName(label)
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _=False, key=key: self.open_tab(key))
            self._tabs[key] = button
            row.addWidget(button)
        self._tabs["today"].setChecked(True)
        row.addStretch(1)
        return tabs

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint is told."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def begin(self) -> None:
        """Opens the data off this thread, then the first page."""
        from app.ui.opening import Opening

        Opening(self).start(self.folder)

    def settle(self, desk: Desk) -> None:
        """The data is open: the shell comes to life."""
        from app.ui.now_line import NowLine
        from app.ui.shell_parts import keys_of, settings_menu, year_menu

        self.desk = desk
        kept = self.remembered.value("geometry")
        if kept is not None and not self.isMaximized():
            self.restoreGeometry(kept)
        self.year = desk.today().year
        self._who.setText(f"登记人 {desk.who}")
        year_menu(self)
        settings_menu(self)
        keys_of(self)
        self.now_line = NowLine(self, self._tabs["today"])
        self._top.setEnabled(True)
        self.find_everywhere.textEdited.connect(self._find_everywhere)
        page = self.open_tab(str(self.remembered.value("tab", "today")))
        shown = getattr(page, "shown", None)
        if shown is not None:
            shown.connect(self._tell_ready)
        else:
            QTimer.singleShot(0, self._tell_ready)

    def _tell_ready(self) -> None:
        """Once: the first page stands there."""
        if not self._was_ready:
            self._was_ready = True
            self.ready.emit()

    def changed(self, register: str | None = None) -> None:
        """Data changed: tables, counts and pages show it."""
        self.data_changed.emit(register or "")
        page = self._stack.currentWidget()
        if not isinstance(page, self._register_page_type()) and hasattr(page, "refresh"):
            page.refresh()

    def set_year(self, year: int) -> None:
        """Every page shows this year."""
        if year != self.year:
            self.year = year
            self.year_button.setText(f"{year} 年")
            self.year_changed.emit(year)
            self.changed()

    def open_tab(self, key: str) -> QWidget | None:
        """Shows a tab, its page built at the first time."""
        if self.desk is None:
            return None
        key = key if key in TABS else "meetings"
        self._tabs[key].setChecked(True)
        if key not in self._pages:
            self._pages[key] = self._page_of(key)
            self._stack.addWidget(self._pages[key])
        page = self._pages[key]
        self._stack.setCurrentWidget(page)
        self.remembered.setValue("tab", key)
        if hasattr(page, "refresh"):
            page.refresh()
        return page

    def _page_of(self, key: str) -> QWidget:
        page: QWidget
        page = imported(PAGES[key])(self) if key in PAGES else imported(REGISTER_TABS)(self, key)
        return page

    @staticmethod
    def _register_page_type() -> type:
        kind: type = imported(REGISTER_TABS)
        return kind

    def _tab_page(self, register: str) -> TabPage:
        from app.models import BY_KEY, tab_of

        tab = tab_of(BY_KEY[register]).key
        self.remembered.setValue(f"register/{tab}", register)
        page = self.open_tab(tab)
        return page  # type: ignore[return-value]

    def open_register(self, register: str) -> Any:
        """Shows a register's table; its page is answered."""
        return self._tab_page(register).open_register(register)

    def place_in_manual(self) -> str:
        """The manual's page for what is shown."""
        from app.ui.shell_parts import manual_page

        shown = next((key for key, button in self._tabs.items() if button.isChecked()), "")
        register = getattr(self._stack.currentWidget(), "register_shown", "")
        return manual_page(shown, register)

    def open_record(self, register: str, record: int) -> None:
        """Shows one record in its form."""
        self.open_register(register).show_record(record)

    def open_records(self, register: str, ids: list[int]) -> None:
        """Shows just these records in their register's table."""
        self.open_register(register).show_only(ids)

    def _find_everywhere(self, text: str) -> None:
        from app.ui.global_find import FoundEverywhere

        if self._found is None:
            self._found = FoundEverywhere(self)
        self._found.look_for(text)

    def are_pages_kept(self) -> bool:
        """Whether the window may close: what was typed is kept, or the person gives it up."""
        from app.store.errors import StoreError

        try:
            for page in self._pages.values():
                if hasattr(page, "keep"):
                    page.keep()
        except StoreError as error:
            return self.ask(f"{error}正在输入的内容没有保存，现在关闭会丢掉它，仍要关闭吗？", "仍要关闭")
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Half-typed records are kept, work is stopped, the data folder is given back."""
        if not self.are_pages_kept() or (self.before_closing is not None and self.before_closing()):
            event.ignore()
            return
        self.workers.finish()
        if self.desk is not None:
            self.remembered.setValue("geometry", self.saveGeometry())
            self.remembered.sync()
            self.desk.close()
            self.desk = None
        super().closeEvent(event)
