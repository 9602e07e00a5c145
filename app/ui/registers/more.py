"""The menu 更多: columns and the recycle bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from app.ui.registers.register_page import RegisterPage


def more_menu(page: RegisterPage) -> QMenu:
    """A new menu of what is wanted seldom."""
    menu = QMenu(page)
    menu.setObjectName("more")
    columns = page.table.column_menu()
    columns.setTitle("显示栏目")
    menu.addMenu(columns)
    menu.addAction("回收站", lambda: open_bin(page))
    menu.addAction("表格栏宽复原", page.table.forget_columns)
    return menu


def open_bin(page: RegisterPage) -> None:
    """The recycle bin of the register."""
    from app.ui.messages import answered
    from app.ui.registers.recycle_bin import RecycleBin

    if page.may_leave() and answered(RecycleBin(page.host, page.register)):
        page.host.changed(page.register.key)
