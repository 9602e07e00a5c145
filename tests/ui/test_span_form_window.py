"""Forms of a month or quarter in the window: offered in the menu, the span chosen above the preview."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.dialogs.form_preview import FormPreview, SpanFormPreview
from app.ui.main_window import MainWindow
from tests.reports.form_samples import sheets
from tests.ui.conftest import add


def test_the_rota_is_previewed_for_the_month_that_is_typed(window: MainWindow, qtbot: Any) -> None:
    shown = SpanFormPreview(window, "duty_month", "值班表", "month", f"{window.year}-03")
    shown.show()
    qtbot.waitUntil(lambda: shown.path is not None, timeout=10000)
    assert shown.view.pages.count == 1
    before = shown.made
    shown.span.selectAll()
    QTest.keyClicks(shown.span, "2025-13")
    qtbot.waitUntil(lambda: "2025-03" in shown.wrong.text(), timeout=10000)
    shown.span.selectAll()
    QTest.keyClicks(shown.span, "0")
    qtbot.waitUntil(lambda: shown.made > before and not shown.wrong.text() and shown.print_.isEnabled(), timeout=10000)
    shown.reject()


def test_the_menu_of_duty_offers_log_and_rota(window: MainWindow, qtbot: Any, monkeypatch: Any) -> None:
    offered: list[str] = []
    page: Any = window.open_register("duty")
    monkeypatch.setattr(
        "app.ui.registers.acting.QMenu.popup", lambda menu, at: offered.extend(a.text() for a in menu.actions())
    )
    page.acting.do_form() if hasattr(page, "acting") else page.tools.buttons["form"].click()
    assert offered == ["值班日志", "值班表"]


def ready(shown: SpanFormPreview | FormPreview, qtbot: Any) -> str:
    """The words of the pages, once they are made with what is chosen."""
    qtbot.waitUntil(lambda: shown.path is not None and shown.job is None and shown.print_.isEnabled(), timeout=15000)
    return "".join(page.words for page in sheets(shown.path))


def test_a_year_an_empty_form_and_an_overprint_are_chosen_with_the_keyboard(window: MainWindow, qtbot: Any) -> None:
    shown = SpanFormPreview(window, "three_public", "三公经费公开表", "quarter or year", f"{window.year}-Q1")
    shown.show()
    assert "一季度" in ready(shown, qtbot)
    shown.span.selectAll()
    QTest.keyClicks(shown.span, str(window.year))
    qtbot.waitUntil(lambda: shown.made > 1, timeout=15000)
    assert f"{window.year}年度" in ready(shown, qtbot)
    shown.empty.setFocus()
    QTest.keyClick(shown.empty, Qt.Key.Key_Space)
    assert not shown.print_.isEnabled(), "what was made before is not printed any more"
    assert not shown.span.isEnabled()
    assert f"{window.year}年度" not in ready(shown, qtbot)
    QTest.keyClick(shown.over, Qt.Key.Key_Space)
    assert not shown.empty.isChecked()
    words = ready(shown, qtbot)
    assert f"{window.year}年度" in words
    assert "公务接待费" not in words
    shown.reject()


def test_a_form_of_a_record_is_printed_empty_and_over_a_printed_one(window: MainWindow, qtbot: Any) -> None:
    assert window.desk is not None
    day = date(window.year, 3, 9)
    record = add(window.desk, "leave", staff=1, kind="事假", start=day, end=day, status="已批准", reason="照顾家人")
    shown = FormPreview(window, "leave_slip", "请假审批单", [record])
    shown.show()
    assert "照顾家人" in ready(shown, qtbot)
    QTest.keyClick(shown.over, Qt.Key.Key_Space)
    words = ready(shown, qtbot)
    assert "照顾家人" in words
    assert "请假事由" not in words
    QTest.keyClick(shown.empty, Qt.Key.Key_Space)
    words = ready(shown, qtbot)
    assert "照顾家人" not in words
    assert "请假事由" in words
    assert {box.accessibleName() for box in (shown.over, shown.empty)} == {"套打（只印填写的内容）", "空表"}
    shown.reject()


def test_without_a_record_the_form_is_empty_and_there_is_nothing_to_choose(window: MainWindow, qtbot: Any) -> None:
    shown = FormPreview(window, "leave_slip", "请假审批单", [])
    shown.show()
    assert "请假事由" in ready(shown, qtbot)
    assert shown.empty.isChecked()
    assert not shown.empty.isEnabled()
    assert not shown.over.isEnabled()
    shown.reject()


def test_what_has_no_room_on_a_printed_form_is_said_and_not_printed(window: MainWindow, qtbot: Any) -> None:
    assert window.desk is not None
    day = date(window.year, 3, 9)
    record = add(window.desk, "leave", staff=1, kind="事假", start=day, end=day, status="已批准", reason="事" * 400)
    shown = FormPreview(window, "leave_slip", "请假审批单", [record])
    shown.show()
    ready(shown, qtbot)
    QTest.keyClick(shown.over, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "写不下" in shown.wrong.text() and shown.job is None, timeout=15000)
    assert "请假事由" in shown.wrong.text()
    assert not shown.print_.isEnabled()
    shown.reject()


def test_name_cards_have_neither_and_want_a_meeting(window: MainWindow, qtbot: Any, monkeypatch: Any) -> None:
    page: Any = window.open_register("meeting")
    said: list[str] = []
    monkeypatch.setattr(window, "toast", said.append)
    monkeypatch.setattr(page, "selected", lambda: [])
    page.acting.print_form("name_cards", "桌签")
    assert said == ["桌签按记录里的姓名印，请先在表里选中记录。"]
    shown = FormPreview(window, "name_cards", "桌签", [1])
    qtbot.addWidget(shown)
    assert shown.over.parent() is None
    assert shown.empty.parent() is None
    shown.done(0)
