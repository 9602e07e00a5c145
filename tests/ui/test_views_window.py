"""Saved views: conditions under a name, opened with a key, following the year; people and villages to filter by."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMenu

from app.models import BY_KEY
from app.services import records, views
from app.services.views import BadView, View
from app.ui.main_window import MainWindow
from app.ui.registers.register_page import RegisterPage
from tests.ui.conftest import add

VISIT = BY_KEY["visit"]
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: MainWindow, qtbot: Any) -> RegisterPage:
    """Visits of two people, in two months of two years."""
    assert window.desk is not None
    for person in (1, 2):
        for year, month in ((window.year, 1), (window.year, 2), (window.year - 1, 2)):
            usual = {"village": 1, "kind": "入户走访", "days": 1, "transport": "步行"}
            add(window.desk, "visit", staff=person, date=date(year, month, 3), **usual)
    made: RegisterPage = window.open_register("visit")
    settled(made, qtbot, 4)
    return made


def settled(page: RegisterPage, qtbot: Any, count: int) -> None:
    qtbot.waitUntil(
        lambda: page.finding.count.text() == f"共 {count} 条" and len(page.book.ids) == count, timeout=10000
    )


def names(page: RegisterPage) -> list[str]:
    page.views.fill()
    return [action.text().split("\t")[0] for action in page.views.actions() if "\t" in action.text()]


def test_people_are_chosen_by_name_from_the_menu(page: RegisterPage, qtbot: Any) -> None:
    page.finding.menu.aboutToShow.emit()
    (people,) = [menu for menu in page.finding.menu.findChildren(QMenu) if menu.title() == "姓名"]
    people.aboutToShow.emit()
    (one,) = [action for action in people.actions() if action.text() == "李四"]
    one.trigger()
    settled(page, qtbot, 2)
    assert page.finding._chips[0].text() == "姓名：李四  ×"


def test_a_view_is_kept_and_opened_with_its_key(
    page: RegisterPage, window: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.finding.set_filter("staff", 2, "李四")
    page.finding.period.setCurrentIndex(page.finding.period.findData(2))
    settled(page, qtbot, 1)
    monkeypatch.setattr(QInputDialog, "getText", lambda *asked: ("  李四  二月 ", True))
    page.views.ask()
    assert names(page) == ["李四 二月"]
    page.finding.show_everything()
    page.ask()
    settled(page, qtbot, 4)
    QTest.keyClick(page.table, Qt.Key.Key_1, CTRL_ALT)
    settled(page, qtbot, 1)
    assert page.finding._chips[0].text() == "姓名：李四  ×"
    window.set_year(window.year - 1)
    qtbot.waitUntil(lambda: not window.workers.jobs, timeout=10000)
    settled(page, qtbot, 1)
    with window.desk.store.read() as connection:
        from app.store.records import load

        found = load(connection, VISIT, list(page.book.ids))
    assert [one["date"].year for one in found.values()] == [window.year]
    page.views.drop("李四 二月")
    assert names(page) == []


def test_a_view_goes_on_without_what_is_gone(page: RegisterPage, window: MainWindow, qtbot: Any) -> None:
    assert window.desk is not None
    filters = {"staff": 99, "gone": 1, "kind": "没有的方式", "meal": None}
    views.keep_view(window.desk, VISIT, View("旧", filters=filters, sort="gone"))
    page.views.open_number(1)
    assert "「姓名」「gone」「方式」已经没有了" in window.saved_label.text()
    assert page.finding.filters == {"meal": None}
    page.views.open_number(5)


def test_a_view_needs_a_name_and_replaces_its_namesake(window: MainWindow) -> None:
    assert window.desk is not None
    with pytest.raises(BadView, match="请给视图起个名字"):
        views.keep_view(window.desk, VISIT, View("  "))
    for find in ("甲", "乙"):
        views.keep_view(window.desk, VISIT, View("同名", find))
    assert [(view.name, view.find) for view in views.views(window.desk, VISIT)] == [("同名", "乙")]


def test_the_place_in_a_register_is_kept_while_one_looks_elsewhere(
    page: RegisterPage, window: MainWindow, qtbot: Any
) -> None:
    record = page.book.ids[2]
    page.table.select_record(record)
    qtbot.waitUntil(lambda: page.form.record == record)
    window.open_register("meeting")
    again = window.open_register("visit")
    assert again is page
    assert page.form.record == record
    assert records.blank(window.desk, VISIT)["date"] == window.desk.today()
