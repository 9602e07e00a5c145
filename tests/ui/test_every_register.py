"""Every register of the catalogue in the window: its list, its new form, and switching those on that are hidden."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from app.models import BY_KEY, TABS, tab_of
from app.services.offered import MAIN, offered, set_offered
from app.ui import style
from app.ui.dialogs.offered import OfferedDialog
from app.ui.main_window import MainWindow
from app.ui.registers.section import FormSection
from tests.ui.conftest import CTRL, add


@pytest.fixture(scope="module")
def office(qapp: QApplication, prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """One window for all registers."""
    folder = shutil.copytree(prepared, tmp_path_factory.mktemp("all") / "data")
    style.apply(qapp)
    kept = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    kept.setValue("tab", "people")
    kept.sync()
    window = MainWindow(str(folder))
    window.show()
    ready: list[bool] = []
    window.ready.connect(lambda: ready.append(True))
    window.begin()
    while not ready:
        qapp.processEvents()
    yield window
    window.close()
    window.deleteLater()


def settled(window: MainWindow, qtbot: Any) -> None:
    """No work is under way."""
    qtbot.waitUntil(lambda: not window.workers.jobs, timeout=15000)


@pytest.mark.parametrize("key", list(BY_KEY))
def test_a_new_record_is_begun_without_a_warning(office: MainWindow, qtbot: Any, qtlog: Any, key: str) -> None:
    page = office.open_register(key)
    settled(office, qtbot)
    page.table.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_N, CTRL)
    if not page.form.active:
        page.acting.act("new")
    for section in page.form.findChildren(FormSection):
        section.set_open(True)
    qtbot.waitUntil(lambda: page.form.sections[0].is_open())
    shown = {field for row in page.form.rows.values() for field in row.editors}
    typed = {f.key for f in BY_KEY[key].fields if not f.auto}
    assert page.form.active
    assert typed <= shown | set(page.form.rows)
    assert page.form.title.text() == f"新增{BY_KEY[key].label}"
    page.form.dirty = False
    page.form.draft.drop()
    warned = [each.message for each in qtlog.records if not each.ignored]
    assert warned == []


def test_people_open_on_leave_and_end_with_what_is_seldom_changed() -> None:
    keys = next(tab.keys for tab in TABS if tab.key == "people")
    assert keys[:3] == ("leave", "duty", "outing")
    assert keys[-4:] == ("office", "staff", "village", "branch")


def test_main_registers_are_offered_and_those_with_a_record(window: MainWindow) -> None:
    assert window.desk is not None
    assert {key for key, on in offered(window.desk).items() if on} == MAIN
    add(window.desk, "vehicle", plate="云A12345")
    assert offered(window.desk)["vehicle"]
    set_offered(window.desk, {"vehicle": False, "award_households": True})
    assert (offered(window.desk)["vehicle"], offered(window.desk)["award_households"]) == (False, True)


def hidden(window: MainWindow, key: str) -> bool:
    """Whether a register's entry at the left cannot be seen."""
    entry = window.findChild(QPushButton, f"register.{key}")
    assert entry is not None
    return entry.isHidden()


def test_a_register_is_switched_on_by_keys(window: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    page: Any = window.open_tab("conduct")
    qtbot.waitUntil(lambda: bool(page.side.offered), timeout=15000)
    assert hidden(window, "award_households")
    assert not hidden(window, "supervision")

    def answer(dialog: OfferedDialog) -> int:
        dialog.show()
        box = dialog.findChild(QCheckBox, "offered.award_households")
        qtbot.keyClick(box, Qt.Key.Key_Space)
        qtbot.keyClick(dialog.findChild(QPushButton, "offered.keep"), Qt.Key.Key_Space)
        return dialog.result()

    monkeypatch.setattr(OfferedDialog, "exec", answer)
    qtbot.keyClick(page.side.more_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not hidden(window, "award_households"), timeout=15000)
    assert window.desk is not None
    assert offered(window.desk)["award_households"]


def test_a_hidden_register_that_is_opened_stands_in_its_list(window: MainWindow, qtbot: Any) -> None:
    page: Any = window.open_tab("conduct")
    qtbot.waitUntil(lambda: bool(page.side.offered), timeout=15000)
    window.open_register("named_list")
    assert not hidden(window, "named_list")
    window.open_register("supervision")
    assert hidden(window, "named_list")


@pytest.mark.parametrize(("tab", "key"), [("documents", "supervision"), ("summaries", "metric")])
def test_registers_of_other_tabs_are_offered_too(window: MainWindow, qtbot: Any, tab: str, key: str) -> None:
    window.open_tab(tab)
    entry = window.findChild(QPushButton, f"also.{key}")
    qtbot.keyClick(entry, Qt.Key.Key_Space)
    settled(window, qtbot)
    assert window._tabs[tab_of(BY_KEY[key]).key].isChecked()
    assert window._stack.currentWidget().register_shown == key
