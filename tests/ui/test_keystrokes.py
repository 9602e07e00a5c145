"""How many keys the office's everyday work takes, counted as they are pressed in the real window.

A key with Ctrl counts once. Of a text that only this record has (a title, a number, a reason, a day) no key counts;
names that are found by their initials do.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.services.desk import open_desk
from app.ui.main_window import MainWindow
from app.ui.registers.filling import FillDialog
from tests.ui.conftest import CTRL, DOWN, ENTER, NEW, SAVE, add, focused, press

INCOMING_AT_MOST, LEAVE_AT_MOST, ARCHIVE_AT_MOST, ROTA_AT_MOST = 12, 8, 30, 40
TAB, RIGHT = Qt.Key.Key_Tab, Qt.Key.Key_Right
NEXT_REGISTER, MONTH = (CTRL, Qt.Key.Key_PageDown), (CTRL, Qt.Key.Key_M)
FILL, ALL, PRINT = (CTRL, Qt.Key.Key_B), (CTRL, Qt.Key.Key_A), (CTRL, Qt.Key.Key_P)


class Keys:
    """The keys pressed so far."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, *keys: Any) -> None:
        """Keys that count: letters each, keys with Ctrl once."""
        self.count += sum(len(key) if isinstance(key, str) else 1 for key in keys)
        press(*keys)

    def text(self, words: str) -> None:
        """What only this record has."""
        press(words)


@pytest.fixture
def keys() -> Iterator[Keys]:
    """A new count; the test says how much it may be."""
    counted = Keys()
    yield counted
    print(f"{counted.count} keys")


def field() -> str:
    return focused().objectName()


def test_a_document_in_takes_at_most_twelve_keys_besides_its_text(
    window: MainWindow, qtbot: Any, stored: Any, keys: Keys
) -> None:
    keys.press((CTRL, Qt.Key.Key_3), NEW)
    qtbot.waitUntil(lambda: field() == "field.incoming.sender")
    keys.text("县委办公室")
    keys.press(ENTER)
    keys.text("云委办〔2026〕61号")
    keys.press(ENTER)
    keys.text("关于报送总结的通知")
    keys.press(SAVE)
    qtbot.waitUntil(lambda: len(stored("incoming")) == 1)
    paper = stored("incoming")[0]
    assert (paper["sender"], paper["title"], paper["number"]) == ("县委办公室", "关于报送总结的通知", 1)
    assert keys.count <= INCOMING_AT_MOST


def test_a_leave_of_today_takes_at_most_eight_keys(window: MainWindow, qtbot: Any, stored: Any, keys: Keys) -> None:
    keys.press((CTRL, Qt.Key.Key_7), NEW)
    qtbot.waitUntil(lambda: field() == "field.leave.staff")
    keys.press("sx", ENTER, "s", SAVE)
    qtbot.waitUntil(lambda: len(stored("leave")) == 1)
    leave = stored("leave")[0]
    assert (leave["kind"], leave["start"], leave["end"]) == ("事假", date.today(), date.today())
    assert keys.count <= LEAVE_AT_MOST


def test_a_leave_of_some_days_takes_at_most_eight_keys_besides_its_text(
    window: MainWindow, qtbot: Any, stored: Any, keys: Keys
) -> None:
    press((CTRL, Qt.Key.Key_7))
    keys.press(NEW)
    qtbot.waitUntil(lambda: field() == "field.leave.staff")
    keys.press("ls", ENTER, "s", ENTER)
    keys.text("家中有事")
    keys.press(ENTER)
    qtbot.waitUntil(lambda: field() == "field.leave.start")
    keys.text(f"{date.today().year}.3.9-3.11")
    keys.press(SAVE)
    qtbot.waitUntil(lambda: len(stored("leave")) == 1)
    leave = stored("leave")[0]
    year = date.today().year
    assert (leave["reason"], leave["start"], leave["end"]) == ("家中有事", date(year, 3, 9), date(year, 3, 11))
    assert keys.count <= LEAVE_AT_MOST


def test_a_last_day_goes_along_with_the_first_until_it_is_typed(window: MainWindow, qtbot: Any, stored: Any) -> None:
    form = window.open_register("leave").form
    press(NEW)
    qtbot.waitUntil(lambda: field() == "field.leave.staff")
    form.keys.focus_field("start")
    press("3.9", ENTER)
    assert form.rows["end"].editors["end"].read() == date(window.year, 3, 9)
    press("3.12", ENTER)
    form.keys.focus_field("start")
    press("3.10至12日", ENTER)
    values, wrong = form.read_values()
    assert (values["start"], values["end"], wrong) == (date(window.year, 3, 10), date(window.year, 3, 12), [])
    form.keys.focus_field("start")
    press("3.11", ENTER)
    assert form.read_values()[0]["end"] == date(window.year, 3, 12)


PAPERS = 50


@pytest.fixture
def papers(folder: Path) -> Path:
    """Fifty papers that came in."""
    desk = open_desk(folder)
    for number in range(PAPERS):
        add(desk, "incoming", sender="县委办公室", title=f"第{number + 1}件")
    desk.close()
    return folder


def test_archive_numbers_of_fifty_papers_take_at_most_thirty_keys(
    papers: Path, window: MainWindow, qtbot: Any, stored: Any, keys: Keys
) -> None:
    def typed() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FillDialog)
        qtbot.waitUntil(dialog.isActiveWindow)
        keys.press("gdh", TAB, RIGHT, RIGHT, TAB, "2026-D30-0001", ENTER)

    page = window.open_register("incoming")
    qtbot.waitUntil(lambda: len(page.book.ids) == PAPERS)
    page.table.setFocus()
    QTimer.singleShot(50, typed)
    keys.press(ALL, FILL)
    qtbot.waitUntil(lambda: {row["archive_no"] for row in stored("incoming")} != {None})
    numbers = sorted(row["archive_no"] for row in stored("incoming"))
    assert numbers == [f"2026-D30-{number:04d}" for number in range(1, PAPERS + 1)]
    assert keys.count <= ARCHIVE_AT_MOST


LEADERS, STAFF = ("郑一", "王二", "冯三", "陈四"), ("褚五", "卫六", "蒋七", "沈八", "韩九")


@pytest.fixture
def crew(folder: Path) -> Path:
    """Leaders and staff enough for a rota."""
    desk = open_desk(folder)
    for name in LEADERS:
        add(desk, "staff", name=name, duty_class="镇科级实职领导")
    for name in STAFF:
        add(desk, "staff", name=name, duty_class="其他机关干部")
    desk.close()
    return folder


def test_the_rota_of_a_month_takes_at_most_forty_keys(
    crew: Path, window: MainWindow, qtbot: Any, stored: Any, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From another tab: opened, shared out, one day typed by hand, two people exchanged, stored and printed."""
    printed: list[str] = []
    monkeypatch.setattr(
        "app.ui.dialogs.form_preview.SpanFormPreview.exec", lambda self: printed.append(self.span.text()) or 0
    )
    keys.press((CTRL, Qt.Key.Key_7))
    tab: Any = window.open_tab("people")
    qtbot.waitUntil(lambda: tab.register_shown == "leave")
    keys.press(NEXT_REGISTER)
    qtbot.waitUntil(lambda: tab.register_shown == "duty")
    keys.press(MONTH)
    qtbot.waitUntil(lambda: "duty" in tab.months and field() == "duty_month.sheet")
    page = tab.months["duty"]
    qtbot.waitUntil(lambda: page.grid.month is not None)
    keys.press((CTRL, Qt.Key.Key_Home), RIGHT, RIGHT, "we", ENTER, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: page.grid.empty_days == 0)
    keys.press(DOWN, Qt.Key.Key_F6, DOWN, DOWN, DOWN, Qt.Key.Key_F6, SAVE)
    days = [line.day.day for line in page.grid.sheet.lines]
    qtbot.waitUntil(lambda: len(stored("duty")) == len(days))
    qtbot.waitUntil(lambda: not page.is_changed())
    keys.press(PRINT)
    assert printed == [f"{days[0]:%Y-%m}"]
    assert keys.count <= ROTA_AT_MOST
    duties = sorted(stored("duty"), key=lambda one: one["date"])
    assert [one["date"] for one in duties] == days
    assert {len(one["members"]) for one in duties} == {2}
    for one, other in pairwise(duties):
        if one["date"] > days[6]:
            assert not {one["leader"], *one["members"]} & {other["leader"], *other["members"]}
