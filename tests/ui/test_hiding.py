"""An informer's case in the window: hidden in table and form until somebody says why it must be seen."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from app.models import BY_KEY
from app.services import undoing
from app.store.records import HIDDEN
from app.ui.main_window import MainWindow
from tests.ui.conftest import add

CASE = {
    **{"date": date.today(), "name": "柳暗花", "persons": 1, "channel": "来信", "topic": "其他"},
    **{"content": "村账不清", "status": "登记", "kind": "检举控告"},
}


def answer(reason: str) -> None:
    """Fills the dialog that asks why, and agrees."""

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        agree = dialog.findChild(QPushButton, "reveal.agree")
        assert not agree.isEnabled()
        dialog.findChild(QLineEdit, "reveal.reason").setText(reason)
        agree.click()

    QTimer.singleShot(0, fill)


def test_an_informer_is_hidden_until_somebody_says_why(
    window: MainWindow, qtbot: Any, stored: Callable[[str], list[dict[str, Any]]]
) -> None:
    assert window.desk is not None
    record = add(window.desk, "petition", **CASE)
    window.open_record("petition", record)
    form = window.open_register("petition").form
    qtbot.waitUntil(lambda: form.record == record, timeout=5000)
    name = form.rows["name"].editors["name"]
    assert name.read() == HIDDEN
    assert not name.isEnabled()
    assert form.reveal_button.isVisible()
    form.rows["persons"].editors["persons"].set_value(2)
    form.dirty = True
    assert form.save()
    (kept,) = stored("petition")
    assert (kept["name"], kept["content"], kept["persons"]) == ("柳暗花", "村账不清", 2)
    answer("移交纪委")
    form.reveal_button.click()
    assert name.read() == "柳暗花"
    assert name.isEnabled()
    assert not form.reveal_button.isVisible()
    assert undoing.history(window.desk, BY_KEY["petition"], record)[0].endswith("理由：移交纪委")
