"""The morning page, the yearly check and the figures: what they say and where they lead."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.models import BY_KEY
from app.rules import RULES
from app.services import records
from app.services.desk import Desk
from app.ui.main_window import MainWindow
from app.ui.pages.cards import Line, Meter

TODAY = date.today()


def add(desk: Desk, register: str, **values: Any) -> int:
    """One stored record, with a reason for every limit it breaks."""
    blank, reasons = records.blank(desk, BY_KEY[register]), dict.fromkeys(RULES, "照实登记")
    return records.save(desk, BY_KEY[register], blank | values, reasons=reasons).id


def settled(window: MainWindow, qtbot: Any) -> None:
    """No work is under way."""
    qtbot.waitUntil(lambda: not window.workers.jobs, timeout=15000)


@pytest.fixture
def busy(window: MainWindow, qtbot: Any) -> MainWindow:
    """A day with something overdue, somebody away, a meeting, and a budget line that is overspent."""
    assert window.desk is not None
    desk = window.desk
    late = TODAY - timedelta(days=2)
    add(desk, "incoming", received=late, sender="县信访局", title="交办信访事项的函", due=late, handling="办件")
    add(desk, "incoming", received=late, sender="县档案局", title="阅件不催", due=late, handling="阅件")
    add(desk, "leave", staff=1, kind="事假", start=TODAY, end=TODAY, status="已批准")
    add(desk, "meeting", date=TODAY, title="党委会", kind="党委会", start=time(9), venue="三楼", status="已召开")
    paid = {"summary": "办公用品", "payee": "文具店", "payment": "转账", "nature": "办公用品"}
    add(desk, "expense", date=TODAY, budget=1, amount=Decimal(30000), **paid)
    window.open_tab("today")
    settled(window, qtbot)
    return window


def texts(page: QWidget, kind: type[Line] | type[Meter]) -> list[str]:
    """What the painted lines say, in their order."""
    return [each.accessibleName() for each in page.findChildren(kind) if not each.isHidden()]


def test_what_is_due_stands_on_the_morning_page(busy: MainWindow) -> None:
    lines = texts(busy, Line)
    assert any(line.startswith("逾期 2 天 县信访局 交办信访事项的函") for line in lines)
    assert not any("阅件不催" in line for line in lines)
    assert any("09:00 党委会 三楼" in line for line in lines)
    assert any("外出 张三 事假" in line for line in lines)


def test_budget_bars_tell_what_is_overspent(busy: MainWindow) -> None:
    assert any(line == "办公费 3.00 / 2.40" for line in texts(busy, Meter))
    bar = busy.findChild(Meter, "today.budget.1")
    assert bar.state == "broken"


def test_enter_on_a_line_opens_its_record(busy: MainWindow, qtbot: Any) -> None:
    line = busy.findChild(Line, "today.due.0")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settled(busy, qtbot)
    page = busy.open_register("incoming")
    assert page.form.record == 1


def test_the_check_shows_findings_and_leads_to_records(busy: MainWindow, qtbot: Any) -> None:
    tab: Any = busy.open_tab("today")
    check = tab.open_page("check")
    settled(busy, qtbot)
    assert check.chips["broken"].text() != "违反 0"
    check.open_rule("budget.not_exceeded")
    assert "30,000" in check.findings.list_model.rows[0].cells[2]
    check.findings.setCurrentIndex(check.findings.list_model.index(0, 0))
    qtbot.keyClick(check.findings, Qt.Key.Key_Return)
    settled(busy, qtbot)
    assert busy._stack.currentWidget() is not tab


def test_states_are_filtered_by_their_chip(busy: MainWindow, qtbot: Any) -> None:
    tab: Any = busy.open_tab("today")
    check = tab.open_page("check")
    settled(busy, qtbot)
    qtbot.mouseClick(check.chips["broken"], Qt.MouseButton.LeftButton)
    assert {row.cells[0] for row in check.list.list_model.rows} == {"违反"}


def test_a_figure_leads_to_its_records(busy: MainWindow, qtbot: Any) -> None:
    tab: Any = busy.open_tab("today")
    page = tab.open_page("figures")
    settled(busy, qtbot)
    page.finding.setText("收文件数")
    settled(busy, qtbot)
    (row,) = [row for row in page.list.list_model.rows if not row.is_heading and row.cells[0] == "收文件数"]
    assert row.cells[1] == "2件"
    page.show_figure(row.stands_for)
    settled(busy, qtbot)
    assert [record.cells[2] for record in page.records.list_model.rows] == ["交办信访事项的函", "阅件不催"]
    assert "收文" in page.rule.text()


def open_check(window: MainWindow, qtbot: Any, rule: str, year: int) -> Any:
    """The yearly check of a year at one limit."""
    window.set_year(year)
    tab: Any = window.open_tab("today")
    check = tab.open_page("check")
    settled(window, qtbot)
    check.open_rule(rule)
    return check


def test_a_person_confirms_a_limit_period_by_period(busy: MainWindow, qtbot: Any) -> None:
    check = open_check(busy, qtbot, "documents.through_office", TODAY.year - 1)
    bar = check.confirm
    assert [bar.period.itemText(at).endswith("待确认") for at in range(bar.period.count())] == [True] * 4
    qtbot.mouseClick(bar.no, Qt.MouseButton.LeftButton)
    assert bar.wrong.text() == "请写明哪里不符合。"
    bar.remark.setText("已抽查")
    qtbot.mouseClick(bar.yes, Qt.MouseButton.LeftButton)
    settled(busy, qtbot)
    assert bar.period.currentIndex() == 1
    bar.period.setCurrentIndex(0)
    assert "确认符合：已抽查" in bar.shown.text()
    bar.remark.setText("有漏登")
    qtbot.mouseClick(bar.no, Qt.MouseButton.LeftButton)
    settled(busy, qtbot)
    assert "不符合：有漏登" in check.findings.list_model.rows[0].cells[2]


def test_a_zero_report_is_begun_where_only_it_confirms(busy: MainWindow, qtbot: Any) -> None:
    check = open_check(busy, qtbot, "conduct.ten_bans", TODAY.year - 1)
    assert check.confirm.yes.isHidden()
    qtbot.mouseClick(check.confirm.report, Qt.MouseButton.LeftButton)
    settled(busy, qtbot)
    page = busy.open_register("zero_report")
    assert page.form.values["subject"] == "十不准"
    assert (page.form.values["start"], page.form.values["end"]) == (
        date(TODAY.year - 1, 1, 1),
        date(TODAY.year - 1, 3, 31),
    )


def test_nobody_is_asked_where_the_program_judges(busy: MainWindow, qtbot: Any) -> None:
    check = open_check(busy, qtbot, "meetings.duration", TODAY.year)
    assert check.confirm.isHidden()


def test_the_list_of_reasons_opens_from_the_check(busy: MainWindow, qtbot: Any) -> None:
    from app.ui.dialogs.overrides_preview import OverridesPreview

    check = open_check(busy, qtbot, "meetings.duration", TODAY.year)
    check.open_overrides()
    preview = busy.findChild(OverridesPreview)
    qtbot.waitUntil(lambda: preview.view.pages is not None, timeout=15000)
    assert preview.view.pages.count == 1
    preview.reject()


def test_figures_stand_beside_those_of_the_last_year_and_month_by_month(busy: MainWindow, qtbot: Any) -> None:
    tab: Any = busy.open_tab("today")
    page = tab.open_page("figures")
    settled(busy, qtbot)
    (row,) = [row for row in page.list.list_model.rows if row.cells[0] == "收文件数"]
    assert row.cells[1:4] == ("2件", "0件", "—")
    page.show_figure(row.stands_for)
    settled(busy, qtbot)
    month = (TODAY - timedelta(days=2)).month
    assert page.months.front[month - 1] >= 1
    assert sum(page.months.front) == 2
    page.months.chosen.emit(month)
    assert page.records.currentIndex().row() == 0


def test_villages_lead_to_the_records_behind_a_cell(busy: MainWindow, qtbot: Any) -> None:
    assert busy.desk is not None
    visit = {"staff": 1, "village": 1, "kind": "入户走访", "days": Decimal(1), "transport": "步行"}
    add(busy.desk, "visit", date=TODAY, **visit)
    tab: Any = busy.open_tab("today")
    page = tab.open_page("villages")
    settled(busy, qtbot)
    (line,) = page.table.list_model.rows
    assert line.cells[:2] == ("柳溪村", "1")
    assert line.tints[1] == 1.0
    page.table.setCurrentIndex(page.table.list_model.index(0, 1))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    settled(busy, qtbot)
    assert busy._stack.currentWidget().register_shown == "visit"


@pytest.mark.parametrize("place", ["morning", "check", "figures", "person", "villages"])
def test_every_page_prints(busy: MainWindow, qtbot: Any, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Any] = []
    monkeypatch.setattr("app.ui.messages.answered", shown.append)
    tab: Any = busy.open_tab("today")
    page = tab.open_page(place)
    settled(busy, qtbot)
    for_all = {"morning": tab, "person": page}.get(place, page)
    printer = {"morning": "today.print", "person": "person_year.print"}.get(place, f"{place}.print")
    for_all.findChild(QWidget, printer).click()
    (preview,) = shown
    qtbot.addWidget(preview)
    preview.show()
    qtbot.waitUntil(lambda: preview.path is not None and preview.job is None, timeout=15000)
    assert preview.view.pages.count >= 1
    preview.done(0)
