"""The columns of a printed register are chosen, moved, widened and kept, with the keyboard."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog

from app.models import BY_KEY
from app.reports.registers import BookColumn, usual_layout
from app.services import books
from app.services.listing import Wanted
from app.ui.dialogs.book_columns import BookColumns
from app.ui.dialogs.register_preview import RegisterPreview
from app.ui.main_window import MainWindow
from tests.printed_pages import texts_of

LEAVE = BY_KEY["leave"]
ALT, DOWN = Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down


@pytest.fixture
def dialog(window: MainWindow, qtbot: Any) -> BookColumns:
    """The dialog on the columns of 请销假."""
    made = BookColumns(window, LEAVE)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.list.setFocus()
    return made


def labels(dialog: BookColumns) -> list[str]:
    return [dialog.list.item(at).text() for at in range(dialog.list.count())]


def test_the_book_begins_with_its_usual_columns(dialog: BookColumns) -> None:
    assert dialog.layout_chosen() == usual_layout(LEAVE)
    assert labels(dialog)[:3] == ["序号", "姓名", "所在机构"]
    assert "假期联系电话" in labels(dialog)
    assert not dialog.fits.isVisible()


def test_columns_are_ticked_moved_and_kept_with_keys(dialog: BookColumns, window: MainWindow) -> None:
    dialog.list.setCurrentRow(1)
    QTest.keyClick(dialog.list, DOWN, ALT)
    assert labels(dialog)[:3] == ["序号", "所在机构", "姓名"]
    assert dialog.list.currentRow() == 2
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.list.setCurrentRow(labels(dialog).index("假期联系电话"))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.width_.setValue(2.0)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert window.desk is not None
    kept = books.layout_of(window.desk, LEAVE)
    assert "staff" not in [column.key for column in kept.columns]
    assert BookColumn("phone", width=2.0) in kept.columns
    assert kept.columns[1] == BookColumn("office")


def test_a_column_for_the_pen_comes_and_goes(dialog: BookColumns, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *asked: ("  本人  签字 ", True))
    dialog.list.setCurrentRow(0)
    dialog.ask_pen()
    assert labels(dialog)[1] == "本人 签字（空白，手写）"
    assert dialog.layout_chosen().columns[1] == BookColumn(label="本人 签字")
    dialog.drop_pen()
    assert labels(dialog)[1] == "姓名"
    dialog.drop_pen()
    assert labels(dialog)[1] == "姓名"


def test_columns_that_do_not_fit_are_named(dialog: BookColumns) -> None:
    dialog.landscape.setChecked(False)
    for at in range(dialog.list.count()):
        dialog.list.item(at).setCheckState(Qt.CheckState.Checked)
    assert "太窄" in dialog.fits.text()
    assert "改为横着印" in dialog.fits.text()
    for at in range(dialog.list.count()):
        dialog.list.item(at).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.fits.text() == "至少要有一栏打勾。"
    assert not dialog.keep_.isEnabled()
    dialog.show_usual()
    assert dialog.layout_chosen() == usual_layout(LEAVE)


def test_the_preview_is_set_with_the_new_columns(
    window: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.desk is not None
    preview = RegisterPreview(window, Wanted("leave", start=date(window.year, 1, 1), end=date(window.year, 12, 31)))
    qtbot.addWidget(preview)
    preview.show()
    qtbot.waitUntil(lambda: preview.path is not None and preview.job is None, timeout=15000)
    first = preview.path

    def answer(dialog: BookColumns) -> bool:
        dialog.add_pen("本人签字")
        dialog.keep()
        return True

    monkeypatch.setattr("app.ui.messages.answered", answer)
    preview.findChild(type(preview.save), "preview.columns").click()
    qtbot.waitUntil(lambda: preview.path != first and preview.job is None, timeout=15000)
    assert preview.path is not None
    assert "本人签字" in texts_of(preview.path)[0]
    preview.done(0)


def test_an_empty_range_is_told_above_the_pages(window: MainWindow, qtbot: Any) -> None:
    preview = RegisterPreview(window, Wanted("leave", start=date(2020, 3, 1), end=date(2020, 3, 31)))
    qtbot.addWidget(preview)
    preview.show()
    qtbot.waitUntil(lambda: preview.wrong.isVisible() and preview.job is None, timeout=15000)
    assert preview.wrong.text() == "这个范围里请销假没有记录，没有打印；请换一个范围。"
    assert not preview.print_.isEnabled()
    preview.done(0)
