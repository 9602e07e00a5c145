"""The manual: every page can be read and found; F1 opens it at the right place."""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.ui.dialogs.settings import HELP, SettingsDialog
from app.ui.main_window import MainWindow
from app.ui.manual import FOLDER, Manual

PAGES = sorted(FOLDER.glob("*.md"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_has_a_title_and_no_broken_reference(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    titles = [each.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ") for each in PAGES]
    for named in re.findall(r"见《([^》]+)》", text):
        assert named in titles, f"《{named}》 is no page of the manual"
    for target in re.findall(r"\]\(([^)]+)\)", text):
        assert (path.parent / target).exists(), f"{target} does not exist"


def test_the_list_is_searched(window: MainWindow, qtbot: Any) -> None:
    manual = Manual(window, "05-import")
    qtbot.addWidget(manual)
    assert manual.shown() == "05-import"
    assert "加入名册" in manual.text.toPlainText()
    qtbot.keyClicks(manual.finding, "fcitx")
    assert manual.shown() == "15-keys"
    assert manual.pages.count() == 1


def test_f1_opens_the_page_of_the_settings_at_hand(window: MainWindow, qtbot: Any) -> None:
    dialog = SettingsDialog(window, "放假安排")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    dialog.list.setFocus()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.list, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: dialog.findChild(Manual) is not None)
    manual = dialog.findChild(Manual)
    assert manual.shown() == HELP["放假安排"]
    manual.close()
