"""Today at the foot of the window and on its tab, and everyone's year in one list."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.services.person_year import everyone, person_year
from app.ui.main_window import MainWindow
from tests.ui.conftest import add

TODAY = date.today()


def settled(window: MainWindow, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not window.now_line.later.isActive() and not window.workers.jobs, timeout=15000)


@pytest.fixture
def busy(window: MainWindow, qtbot: Any) -> MainWindow:
    """Two on duty, one of them again as driver, one away, one paper overdue and one due next week."""
    assert window.desk is not None
    add(window.desk, "duty", date=TODAY, leader=2, members=(3, 2), shift="全天")
    add(window.desk, "leave", staff=1, kind="事假", start=TODAY, end=TODAY, status="已批准")
    for days in (-2, 7):
        paper = {"received": TODAY - timedelta(days=9), "sender": "县信访局", "handling": "办件"}
        add(window.desk, "incoming", title=f"函{days}", due=TODAY + timedelta(days=days), **paper)
    window.now_line.later.setInterval(20)
    window.changed("duty")
    settled(window, qtbot)
    return window


def test_the_foot_says_who_is_on_duty_and_how_many_are_away(busy: MainWindow) -> None:
    assert busy.now_line.line.text() == "值班 李四、单小雨　外出 1 人"
    busy.open_tab("meetings")
    busy.now_line.line.click()
    assert busy.findChild(QPushButton, "tab.today").isChecked()


def test_the_tab_counts_what_presses_and_follows_the_records(busy: MainWindow, qtbot: Any) -> None:
    from app.models import BY_KEY
    from app.services import records
    from app.store.records import load

    tab, badge, desk = busy.findChild(QPushButton, "tab.today"), busy.now_line.badge, busy.desk
    assert desk is not None
    assert (badge.isVisible(), badge.text(), tab.accessibleName()) == (True, "1", "今日")
    assert tab.rect().contains(badge.geometry())
    with desk.store.read() as connection:
        values = load(connection, BY_KEY["incoming"], [1])[1]
    records.save(desk, BY_KEY["incoming"], values | {"done": TODAY}, 1)
    busy.changed("incoming")
    settled(busy, qtbot)
    assert not badge.isVisible()


def test_a_quiet_day_says_nothing(window: MainWindow, qtbot: Any) -> None:
    settled(window, qtbot)
    window.now_line.ask()
    settled(window, qtbot)
    assert not window.now_line.line.isVisible()
    assert not window.now_line.badge.isVisible()


def test_everyone_stands_in_a_list_and_opens_with_enter(busy: MainWindow, qtbot: Any) -> None:
    tab: Any = busy.open_tab("today")
    page = tab.open_page("person")
    settled(busy, qtbot)
    rows = page.people.list_model.rows
    assert [row.cells[0] for row in rows] == ["张三", "李四", "单小雨", "王芳"]
    assert rows[1].cells[5] == "1"
    assert "在册 4 人" in page.facts.text()
    page.people.selectRow(1)
    page.people.setFocus()
    QTest.keyClick(page.people, Qt.Key.Key_Return)
    settled(busy, qtbot)
    assert page.told.name == "李四"
    assert not page.people.isVisible()
    page.all_.click()
    settled(busy, qtbot)
    assert page.people.isVisible()
    assert page.person is None


def test_a_line_of_the_list_counts_what_the_persons_own_page_shows(busy: MainWindow) -> None:
    assert busy.desk is not None
    for one in everyone(busy.desk, TODAY.year):
        own = person_year(busy.desk, one.person, TODAY.year)
        assert one.counts == {part.key: len(part.entries) for part in own.parts if part.key != "limits"}
        told = "、".join(f"{n}条{w}" for n, w in ((one.broken, "不符合"), (one.near, "接近或未完成")) if n)
        assert own.part("limits").total == (told or "未发现问题")
