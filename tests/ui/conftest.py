"""An office in a temporary folder, and the window on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.models import BY_KEY
from app.services import records
from app.services.desk import Desk, create_desk, open_desk
from app.services.settings import set_names
from app.store.records import load
from app.ui import style
from app.ui.main_window import MainWindow

PEOPLE = (("张三", "财政所"), ("李四", "党政办"), ("单小雨", "党政办"), ("王芳", "财政所"))


def add(desk: Desk, register: str, **values: Any) -> int:
    """One stored record with what is usual and these values."""
    blank = records.blank(desk, BY_KEY[register])
    return records.save(desk, BY_KEY[register], blank | values).id


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two offices, four people, a village and a budget line; every test gets a copy."""
    folder = tmp_path_factory.mktemp("prepared") / "data"
    desk = create_desk(folder)
    set_names(desk, {"county": "云山县", "town": "云禾镇", "office": "云禾镇党政办公室"})
    offices = {name: add(desk, "office", name=name) for name in ("财政所", "党政办")}
    for name, office in PEOPLE:
        add(desk, "staff", name=name, office=offices[office], duty_class="其他机关干部")
    add(desk, "village", name="柳溪村")
    add(desk, "budget", name="办公费", item="30201 办公费", amount=Decimal(24000))
    desk.close()
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    """The test's own copy of the office."""
    return Path(shutil.copytree(prepared, tmp_path / "data"))


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    """The office's desk, without a window."""
    opened = open_desk(folder)
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot: Any, qapp: QApplication, folder: Path) -> Iterator[MainWindow]:
    """The window, open on the office at the page of meetings."""
    style.apply(qapp)
    from PySide6.QtCore import QSettings

    kept = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    kept.setValue("tab", "meetings")
    kept.sync()
    shown = MainWindow(str(folder))
    shown.resize(1366, 768)
    shown.show()
    with qtbot.waitSignal(shown.ready, timeout=20000):
        shown.begin()
    yield shown
    for page in shown.findChildren(QWidget):
        if hasattr(page, "dirty"):
            page.dirty = False
    shown.close()
    shown.deleteLater()


def focused() -> QWidget:
    """The widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Any) -> None:
    """Keys pressed one after another, wherever the keyboard is; a text is typed."""
    for key in keys:
        if isinstance(key, str):
            type_in(key)
        elif isinstance(key, tuple):
            QTest.keyClick(focused(), key[1], key[0])
        else:
            QTest.keyClick(focused(), key)


def type_in(text: str) -> None:
    """Characters as an input method commits them, letters and digits as keys."""
    from PySide6.QtGui import QInputMethodEvent

    for character in text:
        if character.isascii():
            QTest.keyClicks(focused(), character)
        else:
            event = QInputMethodEvent()
            event.setCommitString(character)
            QApplication.sendEvent(focused(), event)


CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return
ESC = Qt.Key.Key_Escape
DOWN = Qt.Key.Key_Down
NEW = (CTRL, Qt.Key.Key_N)
SAVE = (CTRL, Qt.Key.Key_S)
COPY = (CTRL, Qt.Key.Key_D)
FIND = (CTRL, Qt.Key.Key_F)
UNDO = (CTRL, Qt.Key.Key_Z)


@pytest.fixture
def stored(window: MainWindow) -> Callable[[str], list[dict[str, Any]]]:
    """Everything a register holds now, by its key."""

    def all_of(register: str) -> list[dict[str, Any]]:
        from app.services.listing import Wanted, all_ids

        assert window.desk is not None
        ids = all_ids(window.desk, Wanted(register, descending=False))
        with window.desk.store.read() as connection:
            found = load(connection, BY_KEY[register], ids)
        return [found[record] for record in ids]

    return all_of
