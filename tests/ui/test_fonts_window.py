"""字体: the list in the preview's 更多, and that a font added meanwhile is found without a restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from app.reports.render import fonts
from app.ui.dialogs.fonts import ALL_THERE, FontsDialog
from app.ui.dialogs.form_preview import FormPreview
from app.ui.main_window import MainWindow
from tests.reports.render.made_fonts import make_font


@pytest.fixture
def own_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only folder of fonts of this PC, as it lies under a home."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(fonts, "font_folders", lambda: (tmp_path / "home" / "fonts",))
    fonts.look_again()
    yield tmp_path / "home" / "fonts"
    monkeypatch.undo()
    fonts.look_again()


def opened(qtbot: Any, window: MainWindow) -> FontsDialog:
    dialog = FontsDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.job is None and dialog.list.model().rowCount() == 5, timeout=15000)
    return dialog


def rows(dialog: FontsDialog) -> dict[str, tuple[str, ...]]:
    return {row.cells[1]: row.cells for row in dialog.list.model().rows}


def test_what_is_lacking_is_told_and_found_after_it_was_added(
    window: MainWindow, qtbot: Any, own_fonts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, window)
    assert "仿宋_GB2312" in dialog.state.text()
    assert rows(dialog)["仿宋_GB2312"][3] == "这台电脑没有"
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    qtbot.mouseClick(dialog.findChild(QPushButton, "fonts.folder"), Qt.MouseButton.LeftButton)
    assert shown == [str(own_fonts)]
    for number, name in enumerate(("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体")):
        make_font(own_fonts / f"{number}.ttf", name, "陈")
    qtbot.keyClick(dialog.again, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.job is None and dialog.state.text() == ALL_THERE, timeout=15000)
    assert rows(dialog)["仿宋_GB2312"][2:] == ("1.ttf", "")
    assert dialog.looked_again


def test_the_preview_opens_the_list_and_prints_anew_with_what_was_found(
    window: MainWindow, qtbot: Any, own_fonts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = FormPreview(window, "leave_slip", "请假审批单", [])
    qtbot.addWidget(preview)
    preview.show()
    qtbot.waitUntil(lambda: preview.path is not None and preview.job is None, timeout=15000)
    before = preview.made

    def look(dialog: FontsDialog) -> bool:
        dialog.looked_again = True
        return False

    monkeypatch.setattr("app.ui.messages.answered", look)
    more = preview.findChild(QPushButton, "preview.more")
    (action,) = [each for each in more.menu().actions() if each.text() == "字体…"]
    action.trigger()
    qtbot.waitUntil(lambda: preview.made > before and preview.job is None, timeout=15000)
    preview.done(0)
