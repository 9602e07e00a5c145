"""Editors one by one: boxes, child rows, calendar, people, and an input method that composes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QDate, QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import style
from app.ui.editors.lines import WrappedLine
from app.ui.main_window import MainWindow
from app.ui.registers.form import RecordForm
from app.ui.registers.rows import FieldRow
from app.ui.registers.tips import FieldTip
from app.ui.style import px
from tests.ui.conftest import DOWN, ENTER, ESC, focused, press


@pytest.fixture
def form(window: MainWindow, qtbot: Any) -> RecordForm:
    """A new meeting, its sections open."""
    page = window.open_register("meeting")
    page.acting.act("new")
    shown: RecordForm = page.form
    qtbot.waitUntil(lambda: focused().objectName() == "field.meeting.title")
    for section in shown.sections:
        section.set_open(True)
    return shown


def test_boxes_are_empty_then_yes_then_no(form: RecordForm) -> None:
    form.keys.focus_field("backdrop")
    editor = form.rows["backdrop"].editors["backdrop"]
    seen = [editor.read()]
    for _ in range(3):
        press(Qt.Key.Key_Space)
        seen.append(editor.read())
    assert seen == [None, True, False, None]
    press("n")
    assert editor.read() is False


def test_prohibitions_share_a_line(form: RecordForm) -> None:
    assert form.rows["backdrop"] is form.rows["banner"]
    assert form.rows["backdrop"] is not form.rows["meal"]


def test_child_rows_are_typed_in_place(form: RecordForm) -> None:
    rows = form.rows["attendance"].editors["attendance"]
    form.keys.focus_field("attendance")
    rows.table.setCurrentCell(0, 0)
    rows.table.edit(rows.table.currentIndex())
    press("张三", ENTER, "财政所", ENTER, "cx", ENTER, "是", ENTER)
    assert rows.read()[0]["name"] == "张三"
    assert (rows.read()[0]["role"], rows.read()[0]["present"]) == ("出席", True)
    assert rows.table.rowCount() == 2
    press(ESC)
    assert rows.back_out() is False


def test_a_wrong_cell_names_its_line(form: RecordForm, stored: Any) -> None:
    rows = form.rows["items"].editors["items"]
    rows.table.item(0, 0).setText("第一")
    assert not form.save()
    assert "第 1 行「顺序」" in form.rows["items"]._note.text()
    assert stored("meeting") == []


def test_a_composing_input_method_keeps_its_enter(form: RecordForm) -> None:
    line = focused()
    QApplication.sendEvent(line, QInputMethodEvent("hui", []))
    press(ENTER, ESC)
    assert focused() is line
    done = QInputMethodEvent()
    done.setCommitString("会")
    QApplication.sendEvent(line, done)
    press(ENTER)
    assert line.text() == "会"
    assert focused().objectName() == "field.meeting.kind"


def test_a_day_is_taken_from_the_calendar(form: RecordForm) -> None:
    editor = form.rows["upper_date"].editors["upper_date"]
    editor.open_calendar()
    editor.calendar.activated.emit(QDate(2026, 3, 7))
    assert editor.read() == date(2026, 3, 7)
    assert not editor.calendar.isVisible()


def test_relative_days_are_written_out(form: RecordForm) -> None:
    form.keys.focus_field("approved")
    press("昨天", ENTER)
    assert form.rows["approved"].editors["approved"].line.text() < date.today().isoformat()


def test_prose_takes_lines_and_grows(form: RecordForm) -> None:
    form.keys.focus_field("decisions")
    prose = form.rows["decisions"].editors["decisions"].prose
    before = prose.height()
    for _ in range(5):
        press("x", (Qt.KeyboardModifier.AltModifier, ENTER))
    assert prose.toPlainText().count("\n") == 5
    assert prose.minimumHeight() > before
    press(ENTER)
    assert focused().objectName() == "field.meeting.record"


def test_several_people_by_initials(window: MainWindow, qtbot: Any) -> None:
    page = window.open_register("incoming")
    page.acting.act("new")
    qtbot.waitUntil(lambda: focused().objectName() == "field.incoming.sender")
    page.form.keys.focus_field("attendees")
    press("zs", DOWN, Qt.Key.Key_Up)
    page.form.rows["attendees"].editors["attendees"].settle()
    press("、", "sxy")
    page.form.rows["attendees"].editors["attendees"].settle()
    assert page.form.rows["attendees"].editors["attendees"].line.text() == "张三、单小雨"
    assert len(page.form.rows["attendees"].editors["attendees"].read()) == 2


def test_an_unknown_name_is_said(form: RecordForm) -> None:
    form.keys.focus_field("host")
    press("欧阳无名", ENTER)
    assert "欧阳无名" in form.rows["host"]._note.text()


@pytest.mark.parametrize("big", [False, True])
def test_a_long_title_is_seen_whole(qtbot: Any, qapp: QApplication, big: bool) -> None:
    style.apply(qapp, big)
    line = WrappedLine()
    qtbot.addWidget(line)
    line.setFixedWidth(px(220))
    line.show()
    for text, lines in (("短标题", 1), ("关于进一步做好" * 8, 4)):
        line.setText(text)
        qtbot.waitUntil(lambda lines=lines: line.document().size().height() >= lines)
        qtbot.waitUntil(lambda: line.verticalScrollBar().maximum() == 0)
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    copied = QMimeData()
    copied.setText("关于印发\n工作要点的通知")
    line.setText("")
    line.insertFromMimeData(copied)
    assert line.text() == "关于印发工作要点的通知"
    style.apply(qapp)


def rest_on(widget: QWidget) -> str:
    """The tip that a widget shows when the mouse rests on it; offscreen Qt cannot show one itself."""
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1))
    row = widget.parentWidget()
    while not isinstance(row, FieldRow):
        row = row.parentWidget()
    for tip in row.findChildren(FieldTip):
        if widget in tip.own:
            tip.eventFilter(widget, event)
    return widget.toolTip()


def test_the_tip_of_a_field_names_the_limits_that_look_at_it(window: MainWindow, qtbot: Any) -> None:
    page = window.open_register("reception")
    page.acting.act("new")
    assert "第10条）" in rest_on(page.form.rows["companions"].editors["companions"].focusProxy())
    for section in page.form.sections:
        section.set_open(True)
    boxes = [editor for row in page.form.rows.values() for editor in row.editors.values() if hasattr(editor, "box")]
    assert rest_on(boxes[0].box).endswith("空格：是 → 否 → 不填")
