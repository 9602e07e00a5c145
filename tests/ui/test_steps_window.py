"""Several steps are taken back from a list, and a deleted record still tells what was done to it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models import BY_KEY
from app.services import records
from app.ui.main_window import MainWindow
from app.ui.registers.history import HistoryDialog
from app.ui.registers.recycle_bin import RecycleBin
from app.ui.registers.steps import StepsDialog
from tests.ui.conftest import add


def test_steps_are_taken_back_from_the_list(window: MainWindow, qtbot: Any, stored: Any) -> None:
    assert window.desk is not None
    before = len(stored("village"))
    for name in ("甲村", "乙村", "丙村"):
        add(window.desk, "village", name=name)
    dialog = StepsDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.back.text() == "撤回这一步"
    for _ in range(2):
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.back.text() == "撤回这 3 步"
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert len(stored("village")) == before
    assert "已撤回 3 步" in window.saved_label.text()


def test_a_deleted_record_tells_its_history(window: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert window.desk is not None
    village = add(window.desk, "village", name="甲村")
    records.delete(window.desk, BY_KEY["village"], [village])
    shown: list[Any] = []
    monkeypatch.setattr("app.ui.messages.answered", shown.append)
    bin_ = RecycleBin(window, BY_KEY["village"])
    qtbot.addWidget(bin_)
    bin_.list.setCurrentRow(0)
    bin_.history.click()
    (dialog,) = shown
    qtbot.addWidget(dialog)
    assert isinstance(dialog, HistoryDialog)
    lines = [dialog.lines.item(at).text() for at in range(dialog.lines.count())]
    assert lines[0].endswith("放进了回收站")
    assert lines[-1].endswith("登记了这条记录")
