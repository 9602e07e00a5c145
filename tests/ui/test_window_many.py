"""Finding, deleting, taking back, filling in: many records at once, in the real window."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from app.services import listing
from app.services.desk import open_desk
from app.ui.main_window import MainWindow
from app.ui.registers.filling import FillDialog
from app.ui.registers.register_page import RegisterPage
from tests.ui.conftest import CTRL, DOWN, ENTER, ESC, FIND, SHIFT, UNDO, add, focused, press

TITLES = ("关于开展环境综合整治的通知", "关于森林防火的函", "关于低保核查的通知")


@pytest.fixture
def folder(folder: Path) -> Path:
    """The office with three papers that came in."""
    desk = open_desk(folder)
    for title in TITLES:
        add(desk, "incoming", sender="县委办公室", title=title)
    desk.close()
    return folder


@pytest.fixture
def page(window: MainWindow, qtbot: Any) -> RegisterPage:
    """The page of incoming papers, its rows shown."""
    shown: RegisterPage = window.open_register("incoming")
    qtbot.waitUntil(lambda: len(shown.book.ids) == 3)
    return shown


def titles(page: RegisterPage) -> list[str]:
    """What the table shows in the column 标题."""
    column = [field.key for field in page.book.columns].index("title")
    return [page.book.index(row, column).data() for row in range(page.book.rowCount())]


def test_find_by_pinyin_initials(page: RegisterPage, qtbot: Any) -> None:
    page.table.setFocus()
    press(FIND, "zhzz")
    qtbot.waitUntil(lambda: titles(page) == [TITLES[0]])
    press(ESC)
    qtbot.waitUntil(lambda: len(titles(page)) == 3)


def test_find_by_characters_then_into_the_table(page: RegisterPage, qtbot: Any) -> None:
    page.table.setFocus()
    press(FIND, "防火", DOWN)
    qtbot.waitUntil(lambda: titles(page) == [TITLES[1]])
    press(DOWN)
    qtbot.waitUntil(lambda: page.form.values.get("title") == TITLES[1])


def test_nothing_found_is_told(page: RegisterPage, qtbot: Any) -> None:
    page.finding.box.setFocus()
    press("没有这样的事")
    qtbot.waitUntil(lambda: page.middle.currentWidget() is page.empty)
    assert page.empty.title.text() == "没有符合条件的记录"


def test_delete_and_take_back(page: RegisterPage, qtbot: Any, stored: Any) -> None:
    page.table.setFocus()
    page.table.select_record(page.book.ids[0])
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.book.ids) == 2)
    assert len(stored("incoming")) == 2
    press(UNDO)
    qtbot.waitUntil(lambda: len(page.book.ids) == 3)
    assert len(stored("incoming")) == 3


def test_undo_takes_the_typing_first(page: RegisterPage, qtbot: Any, stored: Any) -> None:
    page.show_record(page.book.ids[0])
    page.form.keys.focus_field("title")
    before = focused().text()
    press("改", UNDO)
    assert focused().text() == before
    assert len(stored("incoming")) == 3
    press(UNDO)
    qtbot.waitUntil(lambda: len(page.book.ids) == 2)


def test_archive_numbers_are_counted_up_with_one_undo(
    page: RegisterPage, qtbot: Any, stored: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: FillDialog) -> int:
        dialog.show()
        qtbot.waitUntil(dialog.isActiveWindow)
        dialog.field.setCurrentText("归档号")
        dialog.group.button(2).click()
        dialog.editor.focusProxy().setFocus()
        press("2026-D30-0009")
        assert "2026-D30-0011" in dialog.told.text()
        dialog.agree.click()
        return dialog.result()

    monkeypatch.setattr(FillDialog, "exec", fill)
    page.table.setFocus()
    press((CTRL, Qt.Key.Key_A))
    page.acting.act("fill")
    qtbot.waitUntil(lambda: {row["archive_no"] for row in stored("incoming")} != {None})
    assert sorted(row["archive_no"] for row in stored("incoming")) == [f"2026-D30-{n:04d}" for n in (9, 10, 11)]
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    press(UNDO)
    qtbot.waitUntil(lambda: {row["archive_no"] for row in stored("incoming")} == {None})


def test_filters_stand_as_chips(page: RegisterPage, qtbot: Any) -> None:
    page.finding.set_filter("urgency", "特急")
    qtbot.waitUntil(lambda: page.finding.count.text() == "共 0 条")
    page.finding.drop_filter("urgency")
    qtbot.waitUntil(lambda: page.finding.count.text() == "共 3 条")


def test_sorting_by_a_column(page: RegisterPage, qtbot: Any) -> None:
    column = [field.key for field in page.book.columns].index("title")
    page.table.horizontalHeader().setSortIndicator(column, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: titles(page) == sorted(TITLES))


def test_search_over_all_registers(page: RegisterPage, window: MainWindow, qtbot: Any) -> None:
    page.table.setFocus()
    press((CTRL | SHIFT, Qt.Key.Key_F), "slfh")
    qtbot.waitUntil(lambda: window._found is not None and window._found.list.isVisible())
    press(ENTER)
    qtbot.waitUntil(lambda: page.form.values.get("title") == TITLES[1])


def test_enter_right_after_typing_opens_what_was_typed(page: RegisterPage, window: MainWindow, qtbot: Any) -> None:
    page.table.setFocus()
    press((CTRL | SHIFT, Qt.Key.Key_F), "slfh")
    qtbot.waitUntil(lambda: window._found is not None and window._found.list.isVisible())
    window.find_everywhere.selectAll()
    press(TITLES[2], ENTER)
    qtbot.waitUntil(lambda: page.form.values.get("title") == TITLES[2])


def test_a_late_answer_is_not_shown_under_an_empty_box(
    page: RegisterPage, window: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    answers: list[Any] = []

    def slow(*asked: Any) -> Any:
        begun.set()
        go_on.wait(10)
        answers.append(search(*asked))
        return answers[-1]

    search = listing.search_everywhere
    monkeypatch.setattr(listing, "search_everywhere", slow)
    page.table.setFocus()
    press((CTRL | SHIFT, Qt.Key.Key_F), "slfh")
    qtbot.waitUntil(begun.is_set)
    window.find_everywhere.selectAll()
    press(Qt.Key.Key_Delete)
    go_on.set()
    qtbot.waitUntil(lambda: not window.workers.jobs)
    assert answers[0], "the slow search did find records"
    assert window._found is not None
    assert not window._found.list.isVisible()


def test_only_these_records(page: RegisterPage, window: MainWindow, qtbot: Any) -> None:
    record = page.book.ids[1]
    window.open_records("incoming", [record])
    qtbot.waitUntil(lambda: list(page.book.ids) == [record])


def test_unknown_person_can_be_added(
    window: MainWindow, page: RegisterPage, qtbot: Any, stored: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: QDialog) -> int:
        dialog.show()
        qtbot.waitUntil(lambda: focused().objectName() == "field.staff.gender")
        form = dialog.findChild(type(page.form))
        form.keys.focus_field("duty_class")
        press("qt", ENTER)
        form.save()
        return dialog.result()

    page.acting.act("new")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    page.form.keys.focus_field("handler")
    monkeypatch.setattr(QDialog, "exec", fill)
    press("赵七八", DOWN, ENTER)
    assert page.form.rows["handler"].editors["handler"].read() is not None
    assert "赵七八" in [person["name"] for person in stored("staff")]
