"""Every register's page at three sizes: nothing cut, everything named."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from app.models import REGISTERS
from app.ui import style
from app.ui.main_window import MainWindow
from app.ui.shell_parts import switch_big

SPARE = 3
"""Pixels of its margin that a control may do without."""
TYPED = (QLineEdit, QPushButton, QCheckBox, QComboBox, QTableView, QPlainTextEdit)


def cut(root: QWidget) -> list[str]:
    """Texts of buttons and labels that are narrower or lower than their text needs."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QLabel, QPushButton, QCheckBox)):
            continue
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        needs = widget.heightForWidth(widget.width()) if wraps else widget.sizeHint().height()
        narrow = not wraps and widget.sizeHint().width() > widget.width() + 1
        if widget.text() and (narrow or needs > widget.height() + SPARE):
            found.append(f"{widget.text()} {widget.size().toTuple()} < {widget.sizeHint().toTuple()}")
    return found


def nameless(root: QWidget) -> list[str]:
    """Controls that a person uses without an accessible name or an object name."""
    inner = [widget for widget in root.findChildren(QWidget) if isinstance(widget, TYPED) and widget.isVisible()]
    used = [widget for widget in inner if not isinstance(widget.parentWidget(), QComboBox)]
    return [repr(widget) for widget in used if not widget.accessibleName() or not widget.objectName()]


@pytest.mark.parametrize(("width", "height", "big"), [(1366, 768, False), (1920, 1080, False), (1366, 768, True)])
def test_nothing_is_cut_and_everything_is_named(
    window: MainWindow, qapp: QApplication, qtbot: Any, width: int, height: int, big: bool
) -> None:
    switch_big(window, big)
    window.resize(width, height)
    for register in REGISTERS[::3]:
        page = window.open_register(register.key)
        page.acting.act("new")
        for section in page.form.sections:
            section.set_open(True)
        qtbot.waitUntil(lambda page=page: page.finding.count.text() != "" and page.form.active)
        QApplication.processEvents()
        assert cut(window) == [], register.key
        assert nameless(window) == [], register.key
        page.form.clear()
    style.apply(qapp)


def test_every_register_has_its_page(window: MainWindow, qtbot: Any) -> None:
    for register in REGISTERS:
        page = window.open_register(register.key)
        qtbot.waitUntil(lambda page=page: page.finding.count.text() != "")
        assert page.isVisible()
        assert window.findChild(QWidget, f"register.{register.key}") is not None
        assert window.findChild(QWidget, f"table.{register.key}") is not None


def test_an_empty_register_teaches(window: MainWindow, qtbot: Any) -> None:
    page = window.open_register("study")
    qtbot.waitUntil(page.empty.isVisible)
    assert page.register.purpose == page.empty.text.text()
    assert page.empty.ways.isVisible()
