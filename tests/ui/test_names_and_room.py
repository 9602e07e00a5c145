"""Every control of the pages and dialogs has its names, and no text is cut at three sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from app.models import BY_KEY
from app.services.listing import Wanted
from app.ui import style
from app.ui.dialogs.add_person import AddPeople
from app.ui.dialogs.backup_choice import BackupChoice
from app.ui.dialogs.book_columns import BookColumns
from app.ui.dialogs.export_dialog import ExportDialog
from app.ui.dialogs.fonts import FontsDialog
from app.ui.dialogs.form_preview import FormPreview, SpanFormPreview
from app.ui.dialogs.import_dialog import ImportDialog
from app.ui.dialogs.inspection_pack import PackPreview
from app.ui.dialogs.offered import OfferedDialog
from app.ui.dialogs.printed_papers import PrintedPapers
from app.ui.dialogs.printer_offset import PrinterOffset
from app.ui.dialogs.register_preview import RegisterPreview
from app.ui.dialogs.safety import SafetyDialog
from app.ui.dialogs.settings import PAGES, SettingsDialog
from app.ui.first_start import FirstStart
from app.ui.main_window import MainWindow
from app.ui.manual import Manual
from app.ui.registers.steps import StepsDialog

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QSpinBox)
LEAVE = Wanted("leave", start=date(2026, 1, 1), end=date(2026, 12, 31))


def today(key: str) -> Callable[[MainWindow], QWidget]:
    """One page of the 今日 tab."""

    def shown(window: MainWindow) -> QWidget:
        tab: Any = window.open_tab("today")
        tab.open_page(key)
        return window

    return shown


def summaries(window: MainWindow) -> QWidget:
    """The summary page in its window."""
    window.open_tab("summaries")
    return window


def month(register: str) -> Callable[[MainWindow], QWidget]:
    """A month of a register as one grid."""

    def shown(window: MainWindow) -> QWidget:
        tab: Any = window.open_register(register).parentWidget().parentWidget()
        tab.open_month(register)
        return window

    return shown


PLACES: dict[str, Callable[[MainWindow], QWidget]] = {
    "morning": today("morning"),
    "check": today("check"),
    "figures": today("figures"),
    "person": today("person"),
    "villages": today("villages"),
    "summaries": summaries,
    "duty month": month("duty"),
    "visit month": month("visit"),
    "import": ImportDialog,
    "fonts": FontsDialog,
    "people": lambda window: AddPeople(window, ["赵新来"]),
    "export": lambda window: ExportDialog(window, LEAVE),
    "preview": lambda window: RegisterPreview(window, LEAVE),
    "pack": PackPreview,
    "columns": lambda window: BookColumns(window, BY_KEY["reception"]),
    "printed": lambda window: PrintedPapers(window, "leave"),
    "offset": PrinterOffset,
    "steps": StepsDialog,
    "span form": lambda window: SpanFormPreview(window, "duty_month", "值班表", "month", "2026-03"),
    "form": lambda window: FormPreview(window, "leave_slip", "请假审批单", []),
    "offered": OfferedDialog,
    "first start": lambda window: FirstStart(window, "/tmp/x"),
    "manual": lambda window: Manual(window, "01-start"),
    "safety": SafetyDialog,
    "backups": lambda window: BackupChoice(window, Path("没有")),
    **{f"settings {page}": lambda window, page=page: SettingsDialog(window, page) for page in PAGES},  # type: ignore[misc]
}


def is_own(widget: QWidget) -> bool:
    """A control that a person uses: seen, and no inner part of another."""
    inner = isinstance(widget.parent(), (QSpinBox, QComboBox, QAbstractScrollArea)) or isinstance(widget, QHeaderView)
    corner = widget.metaObject().className() == "QTableCornerButton"
    return widget.isVisible() and not inner and not corner and not widget.objectName().startswith("qt_")


def shown_place(window: MainWindow, qtbot: Any, place: str) -> QWidget:
    """The place on the screen, its work done."""
    made = PLACES[place](window)
    if made is not window:
        qtbot.addWidget(made)
        made.show()
    qtbot.waitUntil(lambda: not window.workers.jobs, timeout=20000)
    return made


@pytest.mark.parametrize("place", PLACES)
def test_every_control_has_an_object_name_and_an_accessible_name(window: MainWindow, qtbot: Any, place: str) -> None:
    made = shown_place(window, qtbot, place)
    controls = [each for kind in CONTROLS for each in made.findChildren(kind) if is_own(each)]
    assert controls
    nameless = [repr(each) for each in controls if not (each.objectName() and each.accessibleName())]
    assert nameless == []


@pytest.fixture(params=["zh_CN", "en_US"])
def system(request: pytest.FixtureRequest) -> Iterator[str]:
    """The language of the system."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


@pytest.mark.parametrize("place", PLACES)
def test_no_text_is_cut(system: str, window: MainWindow, qtbot: Any, qapp: QApplication, place: str) -> None:
    made = shown_place(window, qtbot, place)
    try:
        for width, height, big in ((1366, 768, False), (1920, 1080, False), (1366, 768, True)):
            if made is window:
                window.resize(width, height)
            style.apply(qapp, big)
            qtbot.waitUntil(lambda: cut(made) == [], timeout=3000)
    finally:
        style.apply(qapp)


def cut(made: QWidget) -> list[str]:
    """Texts of buttons and labels that have less room than they need."""
    buttons = [each for each in made.findChildren(QPushButton) if is_own(each)]
    found = [each.text() for each in buttons if each.width() < each.sizeHint().width() - 1]
    labels = [each for each in made.findChildren(QLabel) if each.isVisible() and each.text()]
    found += [each.text() for each in labels if not each.wordWrap() and each.width() < each.sizeHint().width() - 1]
    return found + [
        each.text() for each in labels if each.wordWrap() and each.height() < each.heightForWidth(each.width()) - 1
    ]
