"""按月排班 in the real window: typed like a sheet, pasted, exchanged, stored, taken back, and never lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.services import duty_month
from app.services.desk import open_desk
from app.ui.main_window import MainWindow
from tests.ui.conftest import CTRL, DOWN, ENTER, ESC, SAVE, SHIFT, UNDO, add, focused, press

AUTO, FIX, EXCHANGE = Qt.Key.Key_F7, Qt.Key.Key_F4, Qt.Key.Key_F6
RIGHT, UP, TAB = Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Tab
COPY, PASTE = (CTRL, Qt.Key.Key_C), (CTRL, Qt.Key.Key_V)
LEADER, FIRST, SECOND = 2, 3, 4
"""Columns of the grid."""


@pytest.fixture
def folder(folder: Path) -> Path:
    """The office with leaders and staff enough for a rota."""
    desk = open_desk(folder)
    for name in ("郑一", "王二", "冯三"):
        add(desk, "staff", name=name, duty_class="镇科级实职领导")
    for name in ("褚五", "卫六", "蒋七"):
        add(desk, "staff", name=name, duty_class="其他机关干部")
    desk.close()
    return folder


@pytest.fixture
def page(window: MainWindow, qtbot: Any) -> Any:
    """The month of today, shown."""
    window.open_register("duty").table.setFocus()
    tab: Any = window.open_tab("people")
    shown = tab.open_month("duty")
    qtbot.waitUntil(lambda: shown.grid.month is not None)
    shown.view.go_to(0, LEADER)
    return shown


def names(page: Any, row: int) -> list[str]:
    return [page.grid.look(row, column).text for column in (LEADER, FIRST, SECOND)]


def test_names_are_typed_by_initials_and_enter_goes_down(page: Any) -> None:
    press("zy", ENTER, "we", ENTER)
    assert page.view.currentIndex().row() == 2
    press(UP, UP, RIGHT, "c", TAB, "ww", ESC, ESC)
    assert names(page, 0) == ["郑一", "褚五", ""]
    assert names(page, 1)[0] == "王二"
    assert (page.view.currentIndex().row(), page.view.currentIndex().column()) == (0, SECOND)


def test_a_composed_name_is_typed_into_the_cell(page: Any) -> None:
    for composed, written in (("f", ""), ("fs", ""), ("", "冯三")):
        event = QInputMethodEvent(composed, [])
        event.setCommitString(written)
        QApplication.sendEvent(focused(), event)
    assert focused().text() == "冯三"  # type: ignore[attr-defined]
    press(ENTER)
    assert names(page, 0)[0] == "冯三"


def test_a_name_committed_at_once_is_typed_into_the_cell(page: Any) -> None:
    press("冯三", ENTER)
    assert names(page, 0)[0] == "冯三"


def test_an_unknown_name_is_said_and_the_cell_stays_open(page: Any) -> None:
    press("xx", ENTER)
    assert "「xx」不在" in page.said.text()
    assert focused().objectName() == "sheet.cell"
    press(ESC)
    assert names(page, 0)[0] == ""


def test_driver_and_remarks_are_typed_as_texts(page: Any) -> None:
    page.view.go_to(0, SECOND + 1)
    press("石师傅", ENTER)
    page.view.go_to(0, SECOND + 2)
    press("防汛", TAB, DOWN)
    assert page.grid.sheet.lines[0].cells == {"driver": "石师傅", "remarks": "防汛"}


def test_cells_are_emptied_copied_and_pasted(page: Any) -> None:
    press("zy", ENTER, "we", ENTER, UP, UP, (SHIFT, DOWN), COPY)
    assert QGuiApplication.clipboard().text() == "郑一\n王二"
    page.view.go_to(4, LEADER)
    press(PASTE)
    assert [names(page, row)[0] for row in (4, 5)] == ["郑一", "王二"]
    press(Qt.Key.Key_Delete)
    assert names(page, 4)[0] == ""
    QGuiApplication.clipboard().setText("郑一\t褚五\t没有的人")
    press(PASTE)
    assert "「没有的人」不在" in page.said.text()
    assert names(page, 4) == ["", "", ""]
    press(UNDO, UNDO)
    assert [names(page, row)[0] for row in (4, 5)] == ["", ""]


def test_a_proposal_is_looked_at_stored_and_taken_back(page: Any, qtbot: Any, stored: Any) -> None:
    press("fs", ENTER, AUTO)
    qtbot.waitUntil(lambda: page.grid.empty_days == 0)
    assert names(page, 0)[0] == "冯三"
    assert page.grid.look(0, LEADER).is_fixed
    assert not page.grid.look(1, LEADER).is_fixed
    assert stored("duty") == []
    press(SAVE)
    qtbot.waitUntil(lambda: len(stored("duty")) == page.grid.rowCount() and not page.is_changed())
    assert not page.grid.look(1, LEADER).is_fixed
    press(UNDO)
    qtbot.waitUntil(lambda: stored("duty") == [])


def test_who_is_on_leave_is_marked_and_said(page: Any, window: MainWindow, qtbot: Any) -> None:
    day = page.grid.sheet.lines[0].day.day
    person = next(key for key, name in page.grid.around.names.items() if name == "郑一")
    assert window.desk is not None
    add(window.desk, "leave", staff=person, kind="公假", start=day, end=day)
    window.changed("leave")
    qtbot.waitUntil(lambda: (person, day) in page.grid.around.absent)
    press("zy", ENTER)
    assert page.grid.look(0, LEADER).mark == "broken"
    assert page.doubts.isVisible()
    assert "郑一" in page.doubts.list_model.rows[0].cells[0]
    assert "（请销假制度）" in page.grid.tip(0, LEADER)


def test_two_people_are_exchanged_by_one_key(page: Any, qtbot: Any, stored: Any) -> None:
    press(AUTO)
    qtbot.waitUntil(lambda: page.grid.empty_days == 0)
    one, other = names(page, 0)[0], names(page, 1)[0]
    page.view.go_to(0, LEADER)
    press(EXCHANGE, DOWN, EXCHANGE)
    assert [names(page, row)[0] for row in (0, 1)] == [other, one]
    assert "对调值班" in page.said.text()
    page.view.go_to(0, LEADER)
    press(EXCHANGE, RIGHT, EXCHANGE)
    assert "同一岗位" in page.said.text()


def test_fixed_cells_are_freed_and_shared_out_anew(page: Any, qtbot: Any) -> None:
    press("fs", ENTER, UP, FIX)
    assert not page.grid.sheet.lines[0].fixed
    press(FIX)
    assert page.grid.sheet.lines[0].fixed == {"leader"}


def test_nobody_on_the_roster_is_said_with_the_day(page: Any, qtbot: Any) -> None:
    page.roster.list.setFocus()
    for _ in range(3):
        page.roster.list.selectRow(1)
        press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.grid.roster.leaders == ())
    press(AUTO)
    qtbot.waitUntil(lambda: "排不出带班领导" in page.said.text())
    page.roster.adders["leader"].line.setFocus()
    press("zy", ENTER, "we", ENTER)
    qtbot.waitUntil(lambda: len(page.grid.roster.leaders) == 2)
    press(AUTO)
    qtbot.waitUntil(lambda: page.grid.empty_days == 0)


def test_a_half_made_sheet_is_there_after_a_crash(page: Any, window: MainWindow, qtbot: Any) -> None:
    press("fs", ENTER)
    qtbot.waitUntil(lambda: page.desk.setting(duty_month.KEPT) is not None)
    page.load()
    qtbot.waitUntil(lambda: "上次没有保存" in page.said.text())
    assert names(page, 0)[0] == "冯三"


def test_another_month_asks_about_what_is_not_stored(
    page: Any, qtbot: Any, stored: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.pages.duty_month.choose", lambda *_: None)
    press("fs", ENTER, (CTRL, Qt.Key.Key_PageDown))
    assert page.grid.is_changed
    monkeypatch.setattr("app.ui.pages.duty_month.choose", lambda *_: 1)
    before = page.period.start
    press((CTRL, Qt.Key.Key_PageDown))
    qtbot.waitUntil(lambda: page.grid.month.period.start > before)
    assert not page.grid.is_changed
    assert stored("duty") == []


def test_a_day_that_cannot_be_stored_is_said(page: Any, qtbot: Any, stored: Any) -> None:
    press("fs", ENTER, SAVE)
    first: date = page.grid.sheet.lines[0].day.day
    qtbot.waitUntil(lambda: f"{first.month}月1日：请填写「值班人员」" in page.said.text())
    assert stored("duty") == []
    assert page.grid.is_changed


def test_f1_knows_the_page_and_esc_leads_back_to_the_table(page: Any, window: MainWindow) -> None:
    assert window.place_in_manual() == "22-month"
    press(ESC)
    tab: Any = window.open_tab("people")
    assert tab.register_shown == "duty"
