"""The office's day from morning to year's end, in the real window with keys alone: each fact is typed once.

A paper comes in and goes out of the way, a cadre takes leave and comes back, guests are received and paid for, a
villager's matter becomes a petition, the month is printed, a sheet is imported and taken back, the summary tells it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from PySide6.QtCore import Qt

from app.models import BY_KEY
from app.papers.reading import read_figures
from app.services import importing, undoing
from app.services.listing import Wanted
from app.ui.dialogs.form_preview import FormPreview
from app.ui.dialogs.register_preview import RegisterPreview
from app.ui.main_window import MainWindow
from tests.printed_pages import texts_of
from tests.ui.conftest import ENTER, NEW, SAVE, add, focused, press

# The window, its office and the reader of stored records are those of the window's own tests.
from tests.ui.conftest import folder as folder
from tests.ui.conftest import prepared as prepared
from tests.ui.conftest import stored as stored
from tests.ui.conftest import window as window

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
FIRST = (ALT, Qt.Key.Key_1)
TODAY = date.today()
Stored = Callable[[str], list[dict[str, Any]]]


def tab(number: int) -> tuple[Any, Any]:
    """The keys that show a tab."""
    return (CTRL, Qt.Key(int(Qt.Key.Key_0) + number))


def at(field: str, qtbot: Any) -> None:
    """The keyboard stands in a field."""
    qtbot.waitUntil(lambda: focused().objectName() == f"field.{field}", timeout=10000)


def count(stored: Stored, register: str, number: int, qtbot: Any) -> dict[str, Any]:
    """So many records are stored; the last of them."""
    qtbot.waitUntil(lambda: len(stored(register)) == number, timeout=10000)
    return stored(register)[-1]


def printed(dialog: Any, qtbot: Any) -> str:
    """The text of a preview's pages."""
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.path is not None and dialog.job is None, timeout=20000)
    text = "".join(texts_of(dialog.path))
    dialog.done(0)
    dialog.window_.activateWindow()
    qtbot.waitUntil(dialog.window_.isActiveWindow)
    return text


def type_into(page: Any, field: str, *keys: Any) -> None:
    """The field is looked for in its section, and typed into."""
    page.host.activateWindow()
    page.form.keys.focus_field(field)
    press(*keys)


def test_a_paper_comes_in_is_decided_and_done(window: MainWindow, qtbot: Any, stored: Stored) -> None:
    press(tab(3), NEW)
    at("incoming.sender", qtbot)
    press("县委办公室", ENTER, "云委办2026 61", ENTER, "关于报送总结的通知", SAVE)
    count(stored, "incoming", 1, qtbot)
    page = window.open_register("incoming")
    slip = printed(FormPreview(window, "incoming_slip", "文件呈批单", [page.form.record]), qtbot)
    assert "云委办〔2026〕61号" in slip
    assert "关于报送总结的通知" in slip
    type_into(page, "handling", "bj", ENTER)
    type_into(page, "instruction", "请党政办牵头起草。")
    type_into(page, "due", "今天")
    press(SAVE)
    qtbot.waitUntil(lambda: stored("incoming")[0]["instruction"] == "请党政办牵头起草。")
    today: Any = window.open_tab("today")
    qtbot.waitUntil(lambda: today.pages["morning"].today is not None and not window.workers.jobs, timeout=20000)
    assert [due.what for due in today.pages["morning"].today.due] == ["县委办公室 关于报送总结的通知"]
    page = window.open_register("incoming")
    type_into(page, "done", "今天")
    press(SAVE)
    qtbot.waitUntil(lambda: stored("incoming")[0]["done"] == TODAY)
    window.open_tab("today")
    qtbot.waitUntil(lambda: not window.workers.jobs and today.pages["morning"].today.due == (), timeout=20000)


def test_a_cadre_takes_leave_and_comes_back(window: MainWindow, qtbot: Any, stored: Stored) -> None:
    press(tab(7), NEW)
    at("leave.staff", qtbot)
    press("sxy", ENTER, "sj", ENTER, "家中有事", ENTER)
    at("leave.start", qtbot)
    press("2026-3-9", ENTER, "2026-3-11")
    page = window.open_register("leave")
    type_into(page, "status", "ypz", ENTER)
    press(SAVE)
    leave = count(stored, "leave", 1, qtbot)
    assert leave["days"] == Decimal(3)
    slip = printed(FormPreview(window, "leave_slip", "请假审批单", [page.form.record]), qtbot)
    assert slip.count("单小雨") == 2, "two slips to a sheet"
    type_into(page, "returned", "2026-3-12")
    press(SAVE)
    qtbot.waitUntil(lambda: stored("leave")[0]["returned"] == date(2026, 3, 12))


def test_guests_are_received_and_paid_for_without_typing_twice(window: MainWindow, qtbot: Any, stored: Stored) -> None:
    press(tab(5), NEW)
    at("reception.guest_unit", qtbot)
    press("县水利局", ENTER, "周立 局长", ENTER, "5", ENTER, "防汛检查", ENTER, "云水函2026 3", ENTER)
    page = window.open_register("reception")
    for field, typed in (("meal_cost", "240"), ("companions", "2"), ("meals", "1")):
        type_into(page, field, typed)
    press(SAVE)
    reception = count(stored, "reception", 1, qtbot)
    assert reception["letter_no"] == "云水函〔2026〕3号"
    listed = printed(FormPreview(window, "reception_list", "公务接待清单", [page.form.record]), qtbot)
    assert "人民币贰佰肆拾元整" in listed
    page.table.setFocus()
    page.show_record(page.form.record)
    press(FIRST)
    expense = window._tab_page("expense").pages["expense"]
    qtbot.waitUntil(lambda: expense.isVisible() and expense.form.active, timeout=10000)
    values = expense.form.read_values()[0]
    assert values["amount"] == Decimal(240)
    assert "县水利局" in values["summary"]


def test_a_villagers_matter_becomes_a_petition(window: MainWindow, qtbot: Any, stored: Stored) -> None:
    assert window.desk is not None
    usual = {"name": "邹明", "persons": 3, "village": "柳溪村", "kind": "求助", "matter": "修路", "handling": "转办"}
    record = add(window.desk, "visitor", receiver=1, date=TODAY, **usual)
    page = window.open_register("visitor")
    window.changed("visitor")
    qtbot.waitUntil(lambda: record in page.book.ids)
    page.show_record(record)
    page.table.setFocus()
    press(FIRST)
    at("petition.topic", qtbot)
    press("qt", ENTER, SAVE)
    case = count(stored, "petition", 1, qtbot)
    assert (case["name"], case["content"]) == ("邹明", "修路")
    assert stored("visitor")[0]["petition"] is not None


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A sheet from a village: two visits, one of them with a day that there is not."""
    path = tmp_path / "下村.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("下村走访(民情日记)")
    rows = (("日期", "姓名", "村(社区)", "方式", "天数"), ("3月7日", "张三", "柳溪村", "入户走访", "1"))
    for at_row, row in enumerate((*rows, ("2月30日", "李四", "柳溪村", "入户走访", "1"))):
        sheet.write_row(at_row, 0, row)
    book.close()
    return path


def test_the_month_is_printed_and_a_sheet_comes_in_and_goes(
    window: MainWindow, qtbot: Any, stored: Stored, workbook: Path
) -> None:
    assert window.desk is not None
    seen = importing.preview(window.desk, BY_KEY["visit"], workbook)
    assert (seen.rows.read, [error.row for error in seen.rows.errors]) == (2, [3])
    importing.store_preview(window.desk, seen, skip_bad=True)
    window.changed("visit")
    visit = count(stored, "visit", 1, qtbot)
    month = {"start": visit["date"].replace(day=1), "end": date(visit["date"].year, 3, 31)}
    book = printed(RegisterPreview(window, Wanted("visit", descending=False, **month)), qtbot)
    assert "张三" in book
    assert "本页合计" in book
    assert undoing.undo(window.desk) is not None
    assert stored("visit") == []


def test_the_years_summary_tells_what_was_typed(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    for _ in range(2):
        press(tab(2), NEW)
        at("meeting.title", qtbot)
        press("例会", ENTER, "dw", ENTER, "9:00", ENTER, "10:00", ENTER, "三楼", ENTER)
        form = window.open_register("meeting").form
        type_into(window.open_register("meeting"), "status", "yzk", ENTER)
        press(SAVE)
        qtbot.waitUntil(lambda form=form: not form.is_changed(), timeout=10000)
    press(tab(9))
    summary: Any = window.open_tab("summaries")
    qtbot.waitUntil(lambda: summary.draft is not None and not window.workers.jobs, timeout=30000)
    summary.files.write_word(tmp_path / "总结.docx")
    qtbot.waitUntil(lambda: (tmp_path / "总结.docx").exists() and not window.workers.jobs, timeout=30000)
    told = {tag.partition("|")[0]: words for tag, words in read_figures(tmp_path / "总结.docx")}
    assert told["meetings.total"].startswith("2")
