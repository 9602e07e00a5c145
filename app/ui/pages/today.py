"""The 今日 tab: the morning page, the yearly check, the figures, one person's year; one at a time beside their list."""

from __future__ import annotations

import importlib
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.ui.style import px

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

PAGES = {
    "morning": ("今日", "app.ui.pages.morning", "MorningPage"),
    "check": ("年终体检", "app.ui.pages.check", "CheckPage"),
    "figures": ("数字", "app.ui.pages.figures", "FiguresPage"),
    "person": ("一个人的一年", "app.ui.pages.person_year", "PersonYearPage"),
    "villages": ("各村情况", "app.ui.pages.villages", "VillagesPage"),
}
LIST_WIDTH = 168


def side_list(name: str) -> tuple[QWidget, QVBoxLayout]:
    """The list at a page's left, and the column its entries stand in."""
    side = QWidget()
    side.setObjectName("registers")
    side.setAccessibleName(name)
    side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    side.setFixedWidth(px(LIST_WIDTH))
    column = QVBoxLayout(side)
    column.setContentsMargins(0, px(10), 0, px(10))
    column.setSpacing(0)
    return side, column


def side_entry(name: str, label: str) -> QPushButton:
    """One entry of such a list."""
    entry = QPushButton(label)
    entry.setObjectName(name)
    entry.setAccessibleName(label)
    entry.setProperty("role", "register")
    entry.setCheckable(True)
    entry.setAutoExclusive(True)
    return entry


class TodayPage(QWidget):
    """Its pages, built when they are first seen."""

    shown = Signal()
    """The morning page stands there, its limits perhaps still being counted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.setObjectName("today")
        self.setAccessibleName("今日")
        self.window_ = window
        self.pages: dict[str, Any] = {}
        self.entries: dict[str, QPushButton] = {}
        self.stack = QStackedWidget()
        side, column = side_list("今日的页面")
        for key, (label, _, _) in PAGES.items():
            entry = side_entry(f"today.{key}", label)
            entry.clicked.connect(lambda _=False, key=key: self.open_page(key))
            self.entries[key] = entry
            column.addWidget(entry)
        column.addStretch(1)
        self.print_ = QPushButton("打印今日情况")
        self.print_.setObjectName("today.print")
        self.print_.setAccessibleName("打印今日情况")
        self.print_.setProperty("kind", "quiet")
        self.print_.clicked.connect(self.print_today)
        column.addWidget(self.print_)
        pack = QPushButton("一键迎检包…")
        pack.setObjectName("today.pack")
        pack.setAccessibleName("一键迎检包")
        pack.setProperty("kind", "quiet")
        pack.clicked.connect(self.open_pack)
        column.addWidget(pack)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.stack, 1)
        self.current = "morning"
        window.year_changed.connect(self.forget)

    def refresh(self) -> None:
        """What is seen is counted again."""
        self.open_page(self.current)

    def forget(self) -> None:
        """Another year: the page that is seen shows it."""
        if self.isVisible():
            self.refresh()

    def open_page(self, key: str) -> Any:
        """One of the pages, counted now."""
        if key not in self.pages:
            _, module, name = PAGES[key]
            self.pages[key] = getattr(importlib.import_module(module), name)(self.window_, self)
            self.stack.addWidget(self.pages[key])
        self.current = key
        self.entries[key].setChecked(True)
        self.stack.setCurrentWidget(self.pages[key])
        self.pages[key].refresh()
        return self.pages[key]

    def open_pack(self) -> None:
        """What an inspection asks for, as one PDF."""
        from app.ui.dialogs.inspection_pack import PackPreview
        from app.ui.messages import answered

        answered(PackPreview(self.window_))

    def print_today(self) -> None:
        """What the morning page says, on paper."""
        from app.services.printed_lists import today_sheet
        from app.ui.dialogs.list_preview import preview_list

        preview_list(self.window_, "今日情况表", partial(today_sheet, year=self.window_.year))

    def open_rule(self, rule: str) -> None:
        """The yearly check at one limit."""
        self.open_page("check").open_rule(rule)
