"""Records typed with the keyboard alone, in the real window."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.ui.main_window import MainWindow
from tests.ui.conftest import COPY, CTRL, ENTER, NEW, SAVE, SHIFT, focused, press


def field() -> str:
    """Object name of what has the keyboard."""
    return focused().objectName()


def test_a_meeting_is_typed_with_the_keyboard(window: MainWindow, qtbot: Any, stored: Any) -> None:
    press(NEW)
    qtbot.waitUntil(lambda: field() == "field.meeting.title")
    press(
        "安全生产会", ENTER, "dw", ENTER, "9:00", ENTER, "10:30", ENTER, "三楼会议室", ENTER, "zs", ENTER, "ls", ENTER
    )
    assert field() == "field.meeting.present"
    press(SAVE)
    qtbot.waitUntil(lambda: len(stored("meeting")) == 1)
    meeting = stored("meeting")[0]
    assert meeting["date"] == date.today()
    assert (meeting["title"], meeting["kind"], meeting["venue"]) == ("安全生产会", "党委会", "三楼会议室")
    assert (meeting["start"], meeting["end"], meeting["minutes"]) == (time(9), time(10, 30), 90)


def test_enter_goes_on_and_shift_enter_back(window: MainWindow, qtbot: Any) -> None:
    press(NEW)
    qtbot.waitUntil(lambda: field() == "field.meeting.title")
    press("x", (SHIFT, ENTER))
    assert field() == "field.meeting.date"
    press("3.7", ENTER)
    assert window.findChild(QLineEdit, "field.meeting.date").text() == f"{date.today().year}-03-07"


def test_a_document_in_is_typed_in_few_keys(window: MainWindow, qtbot: Any, stored: Any) -> None:
    press((CTRL, Qt.Key.Key_3))
    press(NEW)
    qtbot.waitUntil(lambda: field() == "field.incoming.sender")
    press("县委办公室", ENTER, "云委办〔2026〕61号", ENTER, "关于报送总结的通知", SAVE)
    qtbot.waitUntil(lambda: len(stored("incoming")) == 1)
    assert stored("incoming")[0]["title"] == "关于报送总结的通知"
    assert stored("incoming")[0]["doc_no"] == "云委办〔2026〕61号"


def test_a_leave_counts_its_days(window: MainWindow, qtbot: Any, stored: Any) -> None:
    press((CTRL, Qt.Key.Key_7))
    press(NEW)
    qtbot.waitUntil(lambda: field() == "field.leave.staff")
    press("sxy", ENTER, "sj", ENTER, "家中有事", ENTER)
    qtbot.waitUntil(lambda: field() == "field.leave.start")
    press("2026-3-9", ENTER, "2026-3-11", SAVE)
    qtbot.waitUntil(lambda: len(stored("leave")) == 1)
    assert stored("leave")[0]["days"] == Decimal(3)
    assert stored("leave")[0]["kind"] == "事假"


def test_a_reception_is_typed(window: MainWindow, qtbot: Any, stored: Any) -> None:
    press((CTRL, Qt.Key.Key_5))
    press(NEW)
    qtbot.waitUntil(lambda: field() == "field.reception.guest_unit")
    press("县水利局", ENTER, "周立 局长", ENTER, "5", ENTER, "防汛检查", ENTER, "云水函〔2026〕3号", ENTER)
    press(SAVE)
    qtbot.waitUntil(lambda: len(stored("reception")) == 1)
    assert stored("reception")[0]["guests_count"] == 5


def test_an_expense_is_typed(window: MainWindow, qtbot: Any, stored: Any) -> None:
    press((CTRL, Qt.Key.Key_6))
    window.open_register("expense")
    press(NEW)
    qtbot.waitUntil(lambda: field() == "field.expense.voucher")
    press(
        ENTER,
        "bgf",
        ENTER,
        "打印纸",
        ENTER,
        "文具店",
        ENTER,
        ENTER,
        "0.12万元",
        ENTER,
        "gwk",
        ENTER,
        "bgyp",
        ENTER,
        SAVE,
    )
    qtbot.waitUntil(lambda: len(stored("expense")) == 1)
    assert stored("expense")[0]["amount"] == Decimal("1200.00")


def test_what_cannot_be_read_is_said_beside_its_field(window: MainWindow, qtbot: Any, stored: Any) -> None:
    press(NEW)
    qtbot.waitUntil(lambda: field() == "field.meeting.title")
    press((SHIFT, ENTER), "2月30日", SAVE)
    form = window.open_register("meeting").form
    assert "不是存在的日期" in form.rows["date"]._note.text()
    assert field() == "field.meeting.date"
    assert stored("meeting") == []


def test_a_copy_of_the_last_record_is_offered(window: MainWindow, qtbot: Any, stored: Any) -> None:
    test_a_meeting_is_typed_with_the_keyboard(window, qtbot, stored)
    press(COPY)
    qtbot.waitUntil(lambda: window.open_register("meeting").form.record is None)
    press(SAVE)
    qtbot.waitUntil(lambda: len(stored("meeting")) == 2)
    assert stored("meeting")[1]["venue"] == "三楼会议室"


def test_the_number_of_a_paper_is_written_out(window: MainWindow, qtbot: Any, stored: Any) -> None:
    year = date.today().year
    press((CTRL, Qt.Key.Key_3), NEW)
    qtbot.waitUntil(lambda: field() == "field.incoming.sender")
    press("县委办公室", ENTER, "云委办2026 61", ENTER, "关于报送总结的通知", SAVE)
    qtbot.waitUntil(lambda: len(stored("incoming")) == 1)
    assert stored("incoming")[0]["doc_no"] == "云委办〔2026〕61号"
    press(NEW)
    qtbot.waitUntil(lambda: field() == "field.incoming.sender")
    press("县委办公室", ENTER, "62", ENTER)
    line = window.findChild(QLineEdit, "field.incoming.doc_no")
    qtbot.waitUntil(lambda: line.text() == f"云委办〔{year}〕62号")
    press("关于开会的通知", SAVE)
    qtbot.waitUntil(lambda: len(stored("incoming")) == 2)
    assert stored("incoming")[1]["doc_no"] == f"云委办〔{year}〕62号"


def test_a_number_that_was_written_back_is_left_alone(window: MainWindow, qtbot: Any) -> None:
    press((CTRL, Qt.Key.Key_3), NEW)
    qtbot.waitUntil(lambda: field() == "field.incoming.sender")
    press("县委办公室", ENTER, "云委办2026 61", ENTER)
    line = window.findChild(QLineEdit, "field.incoming.doc_no")
    assert line.text() == "云委办〔2026〕61号"
    press((SHIFT, ENTER), "电话记录", ENTER)
    qtbot.waitUntil(lambda: not window.workers.jobs)
    assert line.text() == "电话记录"
