"""One key from record to record in the real window, several people of one visit, and one person's year."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from app.ui.main_window import MainWindow
from app.ui.pages.person_year import PersonYearPage, PersonYearPreview
from app.ui.registers.more import more_menu
from app.ui.registers.register_page import RegisterPage
from tests.ui.conftest import ENTER, NEW, SAVE, UNDO, add, focused, press

ALT = Qt.KeyboardModifier.AltModifier
FIRST, SECOND = (ALT, Qt.Key.Key_1), (ALT, Qt.Key.Key_2)
TODAY = date.today()


def opened(window: MainWindow, qtbot: Any, register: str, **values: Any) -> RegisterPage:
    """The page of a register with one new record in its form and selected in its table."""
    assert window.desk is not None
    record = add(window.desk, register, **values)
    page = window.open_register(register)
    window.changed(register)
    qtbot.waitUntil(lambda: record in page.book.ids)
    page.show_record(record)
    page.table.setFocus()
    return page


def visitor(window: MainWindow, qtbot: Any) -> RegisterPage:
    usual = {"name": "邹明", "persons": 3, "village": "柳溪村", "kind": "求助", "matter": "修路", "handling": "转办"}
    return opened(window, qtbot, "visitor", receiver=1, date=TODAY, **usual)


def page_of(window: MainWindow, register: str) -> RegisterPage:
    return window._tab_page(register).pages[register]


def test_a_visitor_becomes_a_petition_with_one_key(window: MainWindow, qtbot: Any, stored: Any) -> None:
    visitor(window, qtbot)
    press(FIRST)
    qtbot.waitUntil(lambda: focused().objectName() == "field.petition.topic")
    form = page_of(window, "petition").form
    assert form.isVisible()
    assert form.read_values()[0]["name"] == "邹明"
    press("qt", ENTER, SAVE)
    qtbot.waitUntil(lambda: len(stored("petition")) == 1)
    (case,) = stored("petition")
    assert (case["persons"], case["village"], case["content"], case["topic"]) == (3, 1, "修路", "其他")
    assert stored("visitor")[0]["petition"] == form.record
    press(UNDO)
    qtbot.waitUntil(lambda: not stored("petition"))
    assert stored("visitor")[0]["petition"] is None


def test_the_key_pressed_again_opens_what_it_led_to(window: MainWindow, qtbot: Any, stored: Any) -> None:
    visitor(window, qtbot)
    press(FIRST)
    qtbot.waitUntil(lambda: focused().objectName() == "field.petition.topic")
    press("qt", ENTER, SAVE)
    qtbot.waitUntil(lambda: len(stored("petition")) == 1)
    case = page_of(window, "petition").form.record
    page = window.open_register("visitor")
    page.form.links.buttons["visitor.petition"].click()
    qtbot.waitUntil(lambda: page_of(window, "petition").isVisible())
    form = page_of(window, "petition").form
    assert (form.record, form.dirty, len(stored("petition"))) == (case, False, 1)


def test_what_is_typed_is_stored_before_one_goes_on(window: MainWindow, qtbot: Any, stored: Any) -> None:
    page = visitor(window, qtbot)
    line = page.form.findChild(QLineEdit, "field.visitor.phone")
    assert line is not None
    line.setFocus()
    press("13900000000", FIRST)
    qtbot.waitUntil(lambda: focused().objectName() == "field.petition.topic")
    assert stored("visitor")[0]["phone"] == "13900000000"
    assert page_of(window, "petition").form.read_values()[0]["phone"] == "13900000000"


def test_a_new_record_has_no_links_yet(window: MainWindow, qtbot: Any) -> None:
    page = visitor(window, qtbot)
    assert page.form.links.isVisible()
    press(NEW)
    qtbot.waitUntil(lambda: page.form.record is None)
    assert not page.form.links.buttons["visitor.petition"].isEnabled()


def test_a_register_without_links_shows_no_row(window: MainWindow, qtbot: Any) -> None:
    page = opened(window, qtbot, "village", name="石桥村")
    assert not page.form.links.isVisible()


def test_a_link_that_leads_nowhere_says_why(window: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(window, "fail", said.append)
    meeting = {"title": "党委会", "kind": "党委会", "start": time(9), "venue": "三楼会议室", "status": "申请"}
    opened(window, qtbot, "meeting", date=TODAY, **meeting)
    press(SECOND)
    assert said == ["会议还没有「议定事项」和「议题」，请先填写再起草纪要。"]


def test_the_list_of_a_meeting_is_filled_in_place(window: MainWindow, qtbot: Any, stored: Any) -> None:
    meeting = {"title": "职工大会", "kind": "职工大会", "start": time(9), "venue": "三楼会议室", "status": "申请"}
    page = opened(window, qtbot, "meeting", date=TODAY, **meeting)
    press(FIRST)
    qtbot.waitUntil(lambda: "attendance" in page.form.rows)
    assert page.form.record is not None
    page.form.save()
    names = [row["name"] for row in stored("meeting")[0]["attendance"]]
    assert sorted(names) == sorted(["张三", "李四", "单小雨", "王芳"])


def test_a_link_given_up_leaves_nothing(
    window: MainWindow, qtbot: Any, stored: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "ask", lambda *given: True)
    visitor(window, qtbot)
    press(FIRST)
    qtbot.waitUntil(lambda: focused().objectName() == "field.petition.topic")
    page = page_of(window, "petition")
    page.form.leave()
    assert page.form.way is None
    assert (stored("petition"), stored("visitor")[0]["petition"]) == ([], None)


def test_one_visit_of_three_people_is_typed_once(window: MainWindow, qtbot: Any, stored: Any) -> None:
    page = window.open_register("visit")
    page.table.setFocus()
    press(NEW)
    qtbot.waitUntil(lambda: focused().objectName() == "field.visit.staff")
    press("zs、ls、王芳", ENTER, "柳溪村", ENTER, "rhzf", ENTER, SAVE)
    qtbot.waitUntil(lambda: len(stored("visit")) == 3)
    told = stored("visit")
    assert [each["companions"] for each in told] == ["李四、王芳", "张三、王芳", "张三、李四"]
    assert {(each["village"], each["kind"], each["days"]) for each in told} == {(1, "入户走访", Decimal(1))}
    press(UNDO)
    qtbot.waitUntil(lambda: stored("visit") == [])


def test_a_stored_visit_stays_that_of_one_person(window: MainWindow, qtbot: Any, stored: Any) -> None:
    visit = {"staff": 1, "village": 1, "kind": "入户走访", "days": Decimal(1), "date": TODAY}
    page = opened(window, qtbot, "visit", **visit)
    line = page.form.findChild(QLineEdit, "field.visit.staff")
    assert line is not None
    line.setFocus()
    line.setText("张三、李四")
    line.textEdited.emit(line.text())
    assert not page.form.save()
    assert [sentence for _, sentence in page.form.read_values()[1]] == [
        "已登记的一条只能有一个人，同去的人请另外新增，或写在「同行人员」里。"
    ]
    assert [each["staff"] for each in stored("visit")] == [1]


def person_page(window: MainWindow) -> PersonYearPage:
    tab: Any = window.open_tab("today")
    page: PersonYearPage = tab.open_page("person")
    return page


def cells(page: PersonYearPage) -> list[tuple[str, ...]]:
    return [row.cells for row in page.list.list_model.rows]


def test_one_persons_year_is_found_by_initials_and_opens_records(window: MainWindow, qtbot: Any) -> None:
    assert window.desk is not None
    visit = {"staff": 1, "village": 1, "kind": "入户走访", "days": Decimal(1), "date": date(window.year, 1, 5)}
    record = add(window.desk, "visit", **visit)
    page = person_page(window)
    qtbot.waitUntil(lambda: focused().objectName() == "person_year.who")
    press("zs", ENTER)
    qtbot.waitUntil(lambda: page.told is not None)
    assert page.title.text() == f"张三　{window.year} 年"
    assert ("下村走访", "合计", "1次、1天、1个村(社区)：柳溪村1次") in cells(page)
    at = cells(page).index(("", "01-05", "柳溪村 入户走访 1天"))
    page.list.open_row(at)
    qtbot.waitUntil(lambda: page_of(window, "visit").form.record == record)


def test_the_roster_leads_to_a_persons_year(window: MainWindow, qtbot: Any) -> None:
    page = window.open_register("staff")
    qtbot.waitUntil(lambda: len(page.book.ids) == 4)
    page.show_record(2)
    action = next(each for each in more_menu(page).actions() if each.text() == "一个人的一年")
    action.trigger()
    shown = person_page(window)
    qtbot.waitUntil(lambda: shown.told is not None and shown.told.person == 2)
    assert shown.isVisible()
    assert shown.facts.text().startswith("所在机构：党政办")
    others = [each.text() for each in more_menu(window.open_register("leave")).actions()]
    assert "一个人的一年" not in others


def test_another_year_and_a_change_are_counted_again(window: MainWindow, qtbot: Any) -> None:
    page = person_page(window)
    page.show_person(1)
    qtbot.waitUntil(lambda: page.told is not None)
    window.set_year(window.year - 1)
    qtbot.waitUntil(lambda: page.told is not None and page.told.year == window.year)
    assert page.title.text() == f"张三　{window.year} 年"


def test_a_persons_year_is_printed_on_one_page(window: MainWindow, qtbot: Any) -> None:
    page = person_page(window)
    page.show_person(1)
    qtbot.waitUntil(lambda: page.told is not None)
    preview = PersonYearPreview(window, page.told)
    preview.show()
    qtbot.waitUntil(lambda: preview.path is not None, timeout=20000)
    assert preview.view.pages is not None
    assert preview.view.pages.count == 1
    preview.reject()


def test_everything_has_a_name_for_screen_readers(window: MainWindow, qtbot: Any) -> None:
    page = visitor(window, qtbot)
    shown = person_page(window)
    for widget in (*page.form.links.findChildren(QPushButton), *shown.findChildren(QPushButton), shown.who.line):
        assert isinstance(widget, QWidget)
        assert widget.accessibleName()
        assert widget.objectName()
