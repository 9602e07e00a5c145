"""What was typed into a summary outlives a full disk and a damaged text; material of one text stays with it."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event, text

from app.services import drafts
from app.store.errors import DiskFull
from app.ui.launch import sentences_for
from app.ui.main_window import MainWindow
from tests.ui.conftest import add

TYPED = "请各位领导审阅。" * 3000


@pytest.fixture
def page(window: MainWindow, qtbot: Any) -> Any:
    """The page with the draft of a year of one donation."""
    assert window.desk is not None
    given = {"purpose": "助学", "kind": "公益", "recipient": "某户", "donors": 6, "expected": 6}
    add(window.desk, "donation", date=date(window.year, 3, 1), **given)
    shown: Any = window.open_tab("summaries")
    qtbot.waitUntil(lambda: shown.draft is not None and not window.workers.jobs, timeout=20000)
    return shown


@pytest.fixture
def told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences that had to be read."""
    heard: list[str] = []
    monkeypatch.setattr(MainWindow, "fail", lambda _, sentence: heard.append(sentence))
    return heard


def fill_disk(window: MainWindow) -> Any:
    """The data file may not grow any more, as on a full disk; what is given takes that back."""
    assert window.desk is not None
    engine = window.desk.store._writing

    def limit(raw: sqlite3.Connection, _: object) -> None:
        raw.execute(f"PRAGMA max_page_count = {raw.execute('PRAGMA page_count').fetchone()[0]}")

    event.listen(engine, "connect", limit)
    engine.dispose()

    def free() -> None:
        if event.contains(engine, "connect", limit):
            event.remove(engine, "connect", limit)
            engine.dispose()

    return free


def type_at_end(page: Any) -> None:
    page.text.moveCursor(page.text.textCursor().MoveOperation.End)
    page.text.insertPlainText(TYPED)
    page.later.stop()


def settled(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not page.window_.workers.jobs, timeout=20000)


@pytest.fixture
def full(page: Any, window: MainWindow) -> Iterator[Any]:
    """The disk is full and something was typed."""
    type_at_end(page)
    free = fill_disk(window)
    yield free
    free()


def test_typed_text_stays_when_another_style_is_chosen_on_a_full_disk(
    page: Any, qtbot: Any, told: list[str], full: Any
) -> None:
    before = page.chosen_style()
    page.style_list.setCurrentRow(page.style_list.currentRow() + 1)
    assert "磁盘已满" in told[0]
    assert page.chosen_style() == before
    assert TYPED[:40] in page.text.document().toPlainText()
    assert page.text.document().isModified()
    full()
    page.change_text()
    settled(page, qtbot)
    assert len(told) == 1
    assert TYPED[:40] in page.text.document().toPlainText()


@pytest.mark.parametrize("what", ["show_versions", "fill_words", "start_from_last_year", "discard"])
def test_nothing_else_happens_before_the_text_is_kept(
    page: Any, told: list[str], full: Any, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.pages.summary_texts.ask", lambda *asked: True)
    getattr(page.texts, what)()
    assert len(told) == 1
    assert "磁盘已满" in told[0]
    assert TYPED[:40] in page.text.document().toPlainText()


def test_own_words_stay_in_their_window_on_a_full_disk(
    page: Any, window: MainWindow, told: list[str], qtbot: Any
) -> None:
    from app.ui.pages.summary_texts import OwnWords

    dialog = OwnWords(page)
    qtbot.addWidget(dialog)
    dialog.show()
    box = next(iter(dialog.boxes.values()))
    box.setPlainText(TYPED)
    free = fill_disk(window)
    dialog.save()
    assert "磁盘已满" in told[0]
    assert dialog.isVisible()
    free()
    dialog.save()
    assert not dialog.isVisible()
    assert window.desk is not None
    assert TYPED in drafts.own_words(window.desk, page.chosen_style(), window.year).values()


def test_the_window_asks_before_it_closes_on_unkept_text(
    page: Any, window: MainWindow, full: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(MainWindow, "ask", lambda _, question, yes: bool(asked.append(question)))
    window.close()
    assert window.isVisible()
    assert "磁盘已满" in asked[0]
    assert "没有保存" in asked[0]
    full()
    window.close()
    assert not window.isVisible()


def test_a_damaged_text_is_named_and_passed_over(page: Any, window: MainWindow, qtbot: Any, told: list[str]) -> None:
    type_at_end(page)
    page.change_text()
    settled(page, qtbot)
    assert window.desk is not None
    with window.desk.store.write() as connection:
        connection.execute(text("UPDATE summary_text SET content = '{\"text\": 7}'"))
    page.refresh()
    settled(page, qtbot)
    assert told == []
    assert page.working.is_damaged
    assert "已损坏" in page.draft.remarks[0].text
    page.texts.show_versions()
    rows = page.below.sentences.list_model.rows
    assert "已损坏，不能恢复" in rows[0].cells[1]
    page.below.open_sentence(rows[0].stands_for)
    assert "不能恢复" in window.saved_label.text()


def test_material_of_one_text_does_not_go_into_another(page: Any, qtbot: Any) -> None:
    page.texts.inserted.append("一件事迹")
    page.style_list.setCurrentRow(page.style_list.currentRow() + 1)
    settled(page, qtbot)
    assert page.texts.inserted == []


def test_an_error_that_nothing_met_is_a_sentence_and_a_line_of_the_log(
    window: MainWindow, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    tell = sentences_for(window)
    with caplog.at_level(logging.ERROR, "taizhang"):
        for error in (DiskFull("磁盘已满，没有保存。"), ZeroDivisionError("division by zero")):
            tell(type(error), error, None)
    assert told[0] == "磁盘已满，没有保存。"
    assert "没有做成" in told[1]
    assert "division" not in told[1]
    assert "division by zero" in caplog.text
    tell(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert len(told) == 2
