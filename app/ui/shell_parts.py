"""Parts of the shell that come to life once the data is open: the year's menu and the keys of the whole window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from app.ui import style

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

YEARS_BACK = 15
HELP = {
    "today": "02-today",
    "summaries": "11-summary",
    "leave": "08-leave",
    "outgoing": "09-numbers",
    "month": "22-month",
}
"""The manual's page for a tab or a register; for all others it is 登记一条记录."""


def year_menu(window: MainWindow) -> None:
    """The year of every page is chosen at the top."""
    menu = QMenu(window)
    menu.setAccessibleName("年度")
    for year in range(window.year + 1, window.year - YEARS_BACK, -1):
        menu.addAction(f"{year} 年", lambda year=year: window.set_year(year))
    window.year_button.setMenu(menu)
    window.year_button.setText(f"{window.year} 年")


def settings_menu(window: MainWindow) -> None:
    """Settings, 大字 and the manual, from every page."""
    menu = QMenu(window)
    menu.setAccessibleName("设置")
    menu.addAction("设置…", lambda: open_settings(window))
    menu.addAction("台账显示…", lambda: open_offered(window))
    menu.addAction("数据安全…", lambda: open_safety(window))
    big = menu.addAction("大字")
    big.setCheckable(True)
    big.setChecked(window.remembered.value("big", "false") in (True, "true"))
    big.toggled.connect(lambda on: switch_big(window, on))
    menu.addAction("使用说明（F1）", lambda: open_manual(window))
    window.settings_button.setMenu(menu)
    if big.isChecked():
        switch_big(window, True)


def open_settings(window: MainWindow) -> None:
    """Name of the office, first numbers, limits, holidays."""
    from app.ui.dialogs.settings import SettingsDialog
    from app.ui.messages import answered

    answered(SettingsDialog(window))


def open_offered(window: MainWindow) -> None:
    """Which registers stand in the lists at the left."""
    from app.ui.dialogs.offered import OfferedDialog
    from app.ui.messages import answered

    if answered(OfferedDialog(window)):
        window.changed()


def open_safety(window: MainWindow) -> None:
    """Backups, restoring, the check of the data; a backup that is to be restored is, once the page is closed."""
    from app.ui.dialogs.safety import SafetyDialog
    from app.ui.restoring import restore_in_place

    dialog = SafetyDialog(window)
    dialog.exec()
    dialog.deleteLater()
    if dialog.wanted is not None and window.desk is not None:
        restore_in_place(window, window.desk.store.folder, dialog.wanted)
    elif window.safety_line is not None:
        window.safety_line.ask()


def speak_chinese() -> None:
    """Qt's own dialogs speak Chinese too."""
    application = QApplication.instance()
    assert application is not None
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def offer_draft(window: MainWindow) -> None:
    """Where an earlier start left a half-typed record behind, its register is opened, which offers it."""
    desk = window.desk
    assert desk is not None

    def first_draft(job: object) -> str:
        from app.models import REGISTERS

        return next((register.key for register in REGISTERS if desk.draft(register) is not None), "")

    window.run_in_background(first_draft, lambda key: window.open_register(key) if key else None)


def keys_of(window: MainWindow) -> None:
    """Ctrl+1…9 show tabs, Ctrl+Shift+F searches everything, F1 opens the manual, F5 reckons again."""

    def on(keys: str, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), window).activated.connect(act)

    from app.ui.main_window import TABS

    for number, key in enumerate(TABS, 1):
        button = window.findChild(QPushButton, f"tab.{key}")
        assert button is not None
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        on(f"Ctrl+{number}", partial(window.open_tab, key))
    on("Ctrl+Shift+F", window.find_everywhere.setFocus)
    on("F1", lambda: open_manual(window))
    on("F5", lambda: window.changed())


def manual_page(tab: str, register: str) -> str:
    """The name of the manual's page for a place."""
    return HELP.get(tab) or HELP.get(register) or "03-record"


def open_manual(window: MainWindow) -> None:
    """The manual at this place."""
    from app.ui.manual import Manual

    Manual(window, window.place_in_manual()).show()


def switch_big(window: MainWindow, big: bool) -> None:
    """大字 on or off, remembered."""
    from app.ui.main_window import STATUS_HEIGHT

    window.remembered.setValue("big", big)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    style.apply(application, big)
    window.statusBar().setMinimumHeight(style.px(STATUS_HEIGHT))
