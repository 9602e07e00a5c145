"""What is kept: a reason for a limit that stops, a draft after a crash, columns and the last page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from app.models import BY_KEY
from app.rules import Finding
from app.services import records
from app.services.desk import open_desk
from app.ui.main_window import MainWindow
from app.ui.registers.reasons import PHRASES, ReasonsDialog
from tests.ui.conftest import ENTER, NEW, focused, press


def test_a_draft_is_kept_while_one_types(window: MainWindow, qtbot: Any) -> None:
    press(NEW)
    qtbot.waitUntil(lambda: focused().objectName() == "field.meeting.title")
    press("没写完的会")
    qtbot.waitUntil(lambda: window.desk.draft(BY_KEY["meeting"]) is not None, timeout=5000)
    record, values = window.desk.draft(BY_KEY["meeting"])
    assert record is None
    assert values["title"] == "没写完的会"


def test_a_draft_that_may_be_secret_is_not_kept(window: MainWindow, qtbot: Any) -> None:
    page = window.open_register("incoming")
    page.acting.act("new")
    page.form.rows["secrecy"].editors["secrecy"].line.setText("机密")
    page.form._changed()
    page.form.draft.keep()
    page.form.draft.keep_now()
    assert window.desk.draft(BY_KEY["incoming"]) is None


@pytest.fixture
def half_typed(folder: Path) -> Path:
    """A folder in which a killed program left a draft."""
    desk = open_desk(folder)
    desk.keep_draft(BY_KEY["opinion"], records.blank(desk, BY_KEY["opinion"]) | {"content": "路灯坏了"})
    desk.close()
    return folder


def test_the_draft_of_a_killed_program_is_offered(half_typed: Path, window: MainWindow, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "draft.continue") is not None)
    window.findChild(QPushButton, "draft.continue").click()
    form = window.open_register("opinion").form
    assert form.values["content"] == "路灯坏了"
    assert form.dirty


def stop(rule: str) -> Finding:
    """A finding that stops a record."""
    return Finding(rule, "broken", "2026-03", "本月全体性会议已开2次。", "2026-03", stops=True)


def test_one_key_takes_a_preset_reason(window: MainWindow, qtbot: Any) -> None:
    dialog = ReasonsDialog(window, [stop("meetings.plenary")])
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.agree.isEnabled()
    press("2")
    assert dialog.reasons() == {"meetings.plenary": PHRASES[1]}
    press(ENTER)
    assert dialog.result() == 1


def test_a_limit_that_stops_asks_for_its_reason(
    window: MainWindow, qtbot: Any, stored: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, asked = records.save, []

    def save(desk: Any, register: Any, values: Any, record: Any = None, reasons: Any = None) -> Any:
        asked.append(dict(reasons or {}))
        if not reasons:
            raise records.NeedsReason([stop("meetings.plenary")])
        return real(desk, register, values, record, reasons)

    def answer(dialog: ReasonsDialog) -> int:
        next(iter(dialog.lines.values())).setText("上级临时安排")
        return 1

    monkeypatch.setattr(records, "save", save)
    monkeypatch.setattr(ReasonsDialog, "exec", answer)
    page = window.open_register("campaign")
    page.acting.act("new")
    page.form.rows["title"].editors["title"].line.setText("环境整治")
    assert page.form.save()
    assert asked == [{}, {"meetings.plenary": "上级临时安排"}]
    assert [campaign["title"] for campaign in stored("campaign")] == ["环境整治"]


def test_hidden_columns_and_the_last_page_are_remembered(window: MainWindow, folder: Path, qtbot: Any) -> None:
    page = window.open_register("incoming")
    page.table._show_column(3, False)
    assert page.table.isColumnHidden(3)
    window.close()
    again = MainWindow(str(folder))
    qtbot.addWidget(again)
    again.show()
    with qtbot.waitSignal(again.ready, timeout=20000):
        again.begin()
    assert again.findChild(QPushButton, "tab.documents").isChecked()
    assert again.open_register("incoming").table.isColumnHidden(3)
