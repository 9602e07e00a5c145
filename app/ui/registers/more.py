"""The menu 更多: columns, recycle bin, 大字, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from app.ui.shell_parts import open_manual, switch_big

if TYPE_CHECKING:
    from app.ui.registers.register_page import RegisterPage


def more_menu(page: RegisterPage) -> QMenu:
    """A new menu of what is wanted seldom."""
    host = page.host
    menu = QMenu(page)
    menu.setObjectName("more")
    columns = page.table.column_menu()
    columns.setTitle("显示栏目")
    menu.addMenu(columns)
    menu.addAction("回收站", lambda: open_bin(page))
    menu.addSeparator()
    big = menu.addAction("大字")
    big.setCheckable(True)
    big.setChecked(host.remembered.value("big", "false") in (True, "true"))
    big.toggled.connect(lambda on: switch_big(host, on))
    menu.addAction("使用说明（F1）", lambda: open_manual(host))
    return menu


def open_bin(page: RegisterPage) -> None:
    """The recycle bin of the register."""
    from app.ui.registers.recycle_bin import RecycleBin

    if page.may_leave() and RecycleBin(page.host, page.register).exec():
        page.host.changed(page.register.key)
