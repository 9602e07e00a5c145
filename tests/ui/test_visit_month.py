"""按月登记 in the real window: quick records typed into cells, asked for below, opened, put away, taken back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.services.desk import open_desk
from app.ui import style
from app.ui.main_window import MainWindow
from tests.ui.conftest import CTRL, DOWN, ENTER, ESC, SHIFT, UNDO, add, focused, press

UP, F2, DELETE = Qt.Key.Key_Up, Qt.Key.Key_F2, Qt.Key.Key_Delete
COPY, PASTE = (CTRL, Qt.Key.Key_C), (CTRL, Qt.Key.Key_V)


@pytest.fixture
def folder(folder: Path) -> Path:
    """The office with another village."""
    desk = open_desk(folder)
    add(desk, "village", name="白鹭村")
    desk.close()
    return folder


@pytest.fixture
def page(window: MainWindow, qtbot: Any) -> Any:
    """The month of today, shown."""
    window.open_register("visit").table.setFocus()
    tab: Any = window.open_tab("outreach")
    shown = tab.open_month("visit")
    qtbot.waitUntil(lambda: shown.month is not None)
    shown.view.go_to(0, 0)
    return shown


def made(page: Any, stored: Any, qtbot: Any, count: int) -> list[dict[str, Any]]:
    """The stored visits, once there are so many and they stand in the grid."""

    def marks() -> int:
        return len({mark.record for one in page.grid.people for some in one.marks.values() for mark in some})

    qtbot.waitUntil(lambda: len(stored("visit")) == count == marks())
    found: list[dict[str, Any]] = stored("visit")
    return found


def first_visit(page: Any, stored: Any, qtbot: Any) -> dict[str, Any]:
    """The first record of the first person, its village and kind asked for below."""
    page.view.go_to(0, 0)
    press("1", ENTER)
    assert focused().objectName() == "visit_month.village"
    press("lxc", ENTER, "rh", ENTER)
    (visit,) = made(page, stored, qtbot, 1)
    return visit


def test_what_a_record_must_say_is_asked_for_in_a_line_below(page: Any, stored: Any, qtbot: Any) -> None:
    visit = first_visit(page, stored, qtbot)
    assert (visit["date"], visit["kind"], visit["days"]) == (page.month.days[0].day, "入户走访", Decimal(1))
    assert visit["staff"] == page.grid.people[0].person
    assert focused().objectName() == "visit_month.sheet"
    look = page.grid.look(0, 0)
    assert (look.text, look.fill) == ("柳", 1.0)


def test_esc_gives_a_begun_record_up(page: Any, stored: Any) -> None:
    press("0.5", ENTER)
    assert page.asking.isVisible()
    press(ESC)
    assert not page.asking.isVisible()
    assert focused().objectName() == "visit_month.sheet"
    assert stored("visit") == []


def test_a_village_and_half_a_day_are_typed_in_one_go(page: Any, stored: Any, qtbot: Any) -> None:
    first_visit(page, stored, qtbot)
    page.view.go_to(0, 3)
    press("blc0.5", ENTER)
    visits = made(page, stored, qtbot, 2)
    assert visits[1]["days"] == Decimal("0.5")
    assert (page.grid.look(0, 3).text, page.grid.look(0, 3).fill) == ("白", 0.5)
    assert page.grid.people[0].month == Decimal("1.5")
    press(UNDO)
    made(page, stored, qtbot, 1)


def test_a_stored_cell_is_typed_over_and_put_away(page: Any, stored: Any, qtbot: Any) -> None:
    first_visit(page, stored, qtbot)
    page.view.go_to(0, 0)
    press("0.5", ENTER)
    qtbot.waitUntil(lambda: page.grid.look(0, 0).fill == 0.5)
    page.view.go_to(0, 0)
    press(DELETE)
    made(page, stored, qtbot, 0)
    press(UNDO)
    made(page, stored, qtbot, 1)


def test_days_are_copied_to_others_in_one_change(page: Any, stored: Any, qtbot: Any) -> None:
    first_visit(page, stored, qtbot)
    page.view.go_to(0, 0)
    press(COPY)
    assert QGuiApplication.clipboard().text() == "柳溪村1"
    page.view.go_to(0, 1)
    press((SHIFT, Qt.Key.Key_Right), PASTE)
    made(page, stored, qtbot, 3)
    press(UNDO)
    made(page, stored, qtbot, 1)
    page.view.go_to(1, 1)
    press(PASTE)
    assert "还不知道「方式」" in page.said.text()
    made(page, stored, qtbot, 1)


def test_f2_opens_the_record_or_begins_one_with_person_and_day(
    page: Any, window: MainWindow, stored: Any, qtbot: Any
) -> None:
    visit = first_visit(page, stored, qtbot)
    page.view.go_to(0, 0)
    press(F2)
    form = window.open_register("visit").form
    qtbot.waitUntil(lambda: form.record is not None)
    assert form.values["date"] == visit["date"]
    tab: Any = window.open_tab("outreach")
    tab.open_month("visit")
    page.view.go_to(1, 4)
    press(F2)
    qtbot.waitUntil(lambda: form.record is None and form.active)
    assert (form.values["staff"], form.values["date"]) == (page.grid.people[1].person, page.month.days[4].day)


def test_everyone_stands_beside_what_the_year_asks(page: Any, stored: Any, qtbot: Any) -> None:
    first_visit(page, stored, qtbot)
    last = page.grid.columnCount() - 1
    assert page.grid.look(0, last).text == "1／60"
    assert page.grid.look(0, last).filling == style.DAY_DONE
    assert "应达标 4 人，未达标 4 人（实施细则 第1条）" in page.said.text()
    page.only_short.setChecked(True)
    assert page.grid.rowCount() == 4
    page.classes.setCurrentText("驻村干部")
    assert page.grid.rowCount() == 0


def test_somebody_on_leave_is_marked(page: Any, window: MainWindow, qtbot: Any) -> None:
    person, day = page.grid.people[1].person, page.month.days[2].day
    assert window.desk is not None
    add(window.desk, "leave", staff=person, kind="公假", start=day, end=day)
    window.changed("leave")
    qtbot.waitUntil(lambda: page.grid.look(1, 2).text == "假")
    assert "请公假（请销假制度）" in page.grid.tip(1, 2)


def test_an_unknown_village_is_said(page: Any, stored: Any) -> None:
    press("xx1", ENTER)
    assert "「xx」不在村（社区）里" in page.said.text()
    press(DOWN, UP, ESC)
    assert stored("visit") == []
