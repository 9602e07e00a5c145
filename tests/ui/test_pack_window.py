"""一键迎检包 in the window: topic and days are chosen, the pages follow, what is missing is said."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from app.ui.dialogs.inspection_pack import PackPreview
from app.ui.main_window import MainWindow
from tests.printed_pages import texts_of
from tests.ui.conftest import add


@pytest.fixture
def preview(window: MainWindow, qtbot: Any) -> Any:
    """The pack of a year with one meeting, its topic chosen."""
    assert window.desk is not None
    meeting = {"title": "防汛会", "kind": "业务性会议", "start": time(9), "venue": "三楼", "status": "已召开"}
    add(window.desk, "meeting", date=date(window.year, 1, 5), **meeting)
    made = PackPreview(window)
    qtbot.addWidget(made)
    made.show()
    made.topic.setCurrentIndex(made.topic.findData("meetings"))
    qtbot.waitUntil(lambda: made.path is not None and made.job is None and not made.later.isActive(), timeout=20000)
    yield made
    made.done(0)


def test_a_pack_is_made_of_the_topic_chosen(preview: Any) -> None:
    texts = texts_of(preview.path)
    assert "会议管理迎检材料目录" in texts[0]
    assert "防汛会" in texts[1]
    assert preview.told().title == "会议管理迎检材料"
    assert preview.told().span.startswith(str(preview.window_.year))


def test_days_that_are_none_and_topics_without_records_are_said(preview: Any, qtbot: Any) -> None:
    preview.first.setText("2月30日")
    preview.make_again()
    assert "不是存在的日期" in preview.wrong.text()
    preview.first.setText("3.7")
    preview.last.setText("3.1")
    preview.make_again()
    assert preview.wrong.text() == "结束日期早于开始日期，请检查这两个日期。"
    preview.last.setText("3.31")
    preview.make_again()
    qtbot.waitUntil(lambda: "没有可以打包的材料" in preview.wrong.text(), timeout=15000)
    assert not preview.print_.isEnabled()


def test_the_tab_today_opens_it(window: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Any] = []
    monkeypatch.setattr("app.ui.messages.answered", shown.append)
    tab: Any = window.open_tab("today")
    tab.findChild(QPushButton, "today.pack").click()
    (dialog,) = shown
    qtbot.addWidget(dialog)
    assert isinstance(dialog, PackPreview)
    dialog.done(0)
