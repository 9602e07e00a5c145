"""设置: names, holidays, first numbers, limits."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from app.services.holidays import holidays_of
from app.services.settings import limits_of, names_of, series_of
from app.ui.dialogs.settings import SettingsDialog
from app.ui.main_window import MainWindow
from tests.ui.conftest import ENTER, add, press


@pytest.fixture
def settings(window: MainWindow, qtbot: Any) -> SettingsDialog:
    """The window of settings."""
    dialog = SettingsDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_names_are_kept_and_shown(settings: SettingsDialog, window: MainWindow) -> None:
    office: Any = settings.stack.widget(0)
    office.lines["office"].setText("云禾镇综合办公室")
    office.save()
    assert window.desk is not None
    assert names_of(window.desk)["office"] == "云禾镇综合办公室"
    assert window.office_label.text() == "云禾镇综合办公室"
    office.lines["town"].setText(" ")
    office.save()
    assert "乡镇名称" in office.wrong.text()


def test_a_holiday_typed_changes_the_days_of_leave(settings: SettingsDialog, window: MainWindow, stored: Any) -> None:
    assert window.desk is not None
    values = {"start": date(2027, 3, 1), "end": date(2027, 3, 3), "kind": "事假", "status": "已批准"}
    add(window.desk, "leave", staff=1, **values)
    settings.list.setCurrentRow(1)
    page: Any = settings.stack.widget(1)
    page.year.setCurrentIndex(page.year.findData(2027))
    page.refresh()
    assert page.state.text().startswith("估算")
    page.day.setFocus()
    page.day.setText("3.2")
    page.name.setFocus()
    press("节日", ENTER)
    page.announced.setChecked(True)
    page.save()
    assert page.state.text() == "已公布"
    assert holidays_of(window.desk, 2027).announced
    assert [leave["days"] for leave in stored("leave")] == [Decimal(2)]


def test_a_first_number_is_kept_but_never_one_in_use(settings: SettingsDialog, window: MainWindow) -> None:
    page: Any = settings.stack.widget(2)
    page.lines["incoming"].setText("88")
    page.code.setText("云政发")
    page.add_code()
    page.lines["outgoing:云政发"].setText("4")
    page.save()
    assert window.desk is not None
    assert {each.key: each.next for each in series_of(window.desk, window.year)} == {
        "incoming": 88,
        "reception_list": 1,
        "outgoing:云政发": 4,
    }
    record = add(window.desk, "incoming", received=date(window.year, 5, 1), sender="县委办", title="通知")
    assert record == 1
    page.refresh()
    page.lines["incoming"].setText("88")
    page.save()
    assert "已经用过" in page.wrong.text()


def test_a_limit_is_changed_from_a_day_on(settings: SettingsDialog, window: MainWindow) -> None:
    page: Any = settings.stack.widget(3)
    page.finding.setText("全体性会议")
    page.lines["limit"].setText("3")
    page.since.setText("2026-07-01")
    page.on.setChecked(False)
    page.save()
    assert window.desk is not None
    told = next(each for each in limits_of(window.desk) if each.key == "meetings.plenary_per_month")
    assert (told.settings[0].value, told.settings[0].since, told.on) == (3, date(2026, 7, 1), False)
    page.lines["limit"].setText("很多")
    page.save()
    assert "不是数字" in page.wrong.text()


def test_a_source_is_switched_as_a_whole(settings: SettingsDialog, window: MainWindow) -> None:
    assert window.desk is not None
    page: Any = settings.stack.widget(4)
    settings.list.setCurrentRow(4)
    assert page.boxes["001"].isChecked()
    assert not page.boxes["003"].isChecked()
    page.boxes["003"].click()
    page.save()
    on = {each.key for each in limits_of(window.desk) if each.on}
    assert {"window.finished", "training.five_steps"} <= on
    limits: Any = settings.stack.widget(3)
    assert {each.key for each in limits.limits if each.on} == on
    assert page.counts["003"].text() == f"{len(page.sets[4].rules)} 条，启用 {len(page.sets[4].rules)} 条"


def test_a_source_of_which_some_limits_are_off_is_half_ticked(settings: SettingsDialog, window: MainWindow) -> None:
    from app.services.settings import set_limit

    assert window.desk is not None
    set_limit(window.desk, "meetings.duration", {}, None, False)
    settings.list.setCurrentRow(4)
    page: Any = settings.stack.widget(4)
    assert page.boxes["001"].checkState() == Qt.CheckState.PartiallyChecked
    page.save()
    assert not next(each.on for each in limits_of(window.desk) if each.key == "meetings.duration")
    page.since.setText("不是日子")
    page.save()
    assert not page.wrong.isHidden()


def test_the_rules_are_printed_as_they_are_set(
    settings: SettingsDialog, window: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    target = tmp_path / "细则"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(target), ""))
    settings.list.setCurrentRow(4)
    printing = settings.findChild(QPushButton, "rules.print")
    assert printing.accessibleName() == "打印细则…"
    qtbot.mouseClick(printing, Qt.MouseButton.LeftButton)
    written = tmp_path / "细则.docx"
    qtbot.waitUntil(written.exists, timeout=20000)
    qtbot.waitUntil(lambda: "已导出「细则.docx」" in window.saved_label.text(), timeout=20000)
    assert "全体性会议每月不超过2次" in ZipFile(written).read("word/document.xml").decode()


def test_giving_up_prints_nothing(settings: SettingsDialog, window: MainWindow, monkeypatch: Any) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: ("", ""))
    monkeypatch.setattr(window, "run_in_background", lambda *given: pytest.fail("nothing is to be written"))
    page: Any = settings.stack.widget(4)
    before = window.saved_label.text()
    page.print_rules()
    assert window.saved_label.text() == before
