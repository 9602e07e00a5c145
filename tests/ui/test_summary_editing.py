"""The draft is edited in the window: figures stay whole, words stay, numbers follow, nothing typed is lost."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.papers.remarks import Remark
from app.reports.document import Figure, Paragraph, plain
from app.services import drafts
from app.ui.main_window import MainWindow
from app.ui.pages.draft_blocks import SIGN, Of
from tests.ui.conftest import add


def meet(window: MainWindow, month: int, day: int = 3) -> None:
    assert window.desk is not None
    values = {"date": date(window.year, month, day), "start": time(9), "end": time(10), "status": "已召开"}
    add(window.desk, "meeting", title=f"{month}月例会", kind="业务性会议", venue="三楼", **values)


@pytest.fixture
def page(window: MainWindow, qtbot: Any) -> Any:
    """The page with the draft of a year of six meetings."""
    for month in range(1, 7):
        meet(window, month)
    shown: Any = window.open_tab("summaries")
    qtbot.waitUntil(lambda: shown.draft is not None and not window.workers.jobs, timeout=20000)
    shown.later.setInterval(50)
    return shown


def put_cursor_behind(page: Any, words: str) -> None:
    """The cursor stands right behind these words."""
    found = page.text.document().find(words)
    assert not found.isNull()
    found.setPosition(found.selectionEnd())
    page.text.setTextCursor(found)
    page.text.setFocus()


def write(page: Any, words: str) -> None:
    """Chinese words as an input method commits them."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(page.text, event)


def settled(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not page.later.isActive() and not page.window_.workers.jobs, timeout=20000)


def texts(page: Any) -> list[str]:
    return [plain(block.text) for block in page.draft.document.blocks if isinstance(block, Paragraph)]


def test_what_stands_in_the_text_is_the_document(page: Any) -> None:
    assert page.text.read() == page.draft.document
    assert page.text.told().count("6次") >= 2


def test_a_figure_is_deleted_whole_and_comes_back_with_undo(page: Any) -> None:
    put_cursor_behind(page, "全年召开各类会议")
    count = page.text.document().toPlainText().count(SIGN)
    QTest.keyClick(page.text, Qt.Key.Key_Delete)
    assert page.text.document().toPlainText().count(SIGN) == count - 1
    QTest.keyClick(page.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.text.document().toPlainText().count(SIGN) == count
    assert page.text.read() == page.draft.document


def test_a_figure_is_copied_with_its_origin(page: Any) -> None:
    put_cursor_behind(page, "全年召开各类会议")
    cursor = page.text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
    page.text.setTextCursor(cursor)
    data = page.text.createMimeDataFromSelection()
    assert data.text() == "6次"
    cursor.clearSelection()
    page.text.setTextCursor(cursor)
    page.text.insertFromMimeData(data)
    made = page.text.read()
    assert [figure.key for figure in made.figures()].count("meetings.total") == 2


def test_typed_words_are_kept_and_the_numbers_follow_the_records(page: Any, window: MainWindow, qtbot: Any) -> None:
    put_cursor_behind(page, "全年召开各类会议")
    QTest.keyClick(page.text, Qt.Key.Key_Right)
    write(page, "，个个开得实在")
    settled(page, qtbot)
    assert any("6次，个个开得实在" in text for text in texts(page))
    meet(window, 7)
    page.again.click()
    settled(page, qtbot)
    assert any("7次，个个开得实在" in text for text in texts(page))
    assert "与上次相比" in page.compared.text()
    page.compared.click()
    lines = [row.cells[1] for row in page.below.sentences.list_model.rows]
    assert any("6次→7次" in line and "7月例会" in line for line in lines)


def test_what_was_typed_survives_a_kill(page: Any, window: MainWindow, qtbot: Any) -> None:
    put_cursor_behind(page, "现将有关情况总结如下。")
    write(page, "请领导审阅。")
    settled(page, qtbot)
    assert window.desk is not None
    kept = drafts.present(window.desk, "annual", window.year).draft.document
    assert any("请领导审阅。" in plain(block.text) for block in kept.blocks if isinstance(block, Paragraph))


def test_enter_makes_a_paragraph_of_the_clerks_own(page: Any, qtbot: Any) -> None:
    put_cursor_behind(page, "现将有关情况总结如下。")
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    write(page, "另起一段。")
    settled(page, qtbot)
    own = next(
        block for block in page.text.read().blocks if isinstance(block, Paragraph) and block.text == ("另起一段。",)
    )
    assert own.origin == ""


def test_a_number_typed_by_hand_is_marked_and_changed_into_a_figure(page: Any, qtbot: Any, monkeypatch: Any) -> None:
    put_cursor_behind(page, "现将有关情况总结如下。")
    write(page, "共开会6次。")
    settled(page, qtbot)
    remark = next(each for each in page.draft.remarks if "未溯源" in each.text)
    assert page.text.remarks
    chosen: list[list[str]] = []

    def choose(parent: Any, title: str, label: str, names: list[str], *rest: Any) -> tuple[str, bool]:
        chosen.append(names)
        return names[0], True

    monkeypatch.setattr("app.ui.pages.summary_texts.QInputDialog.getItem", choose)
    page.answer_remark(remark)
    settled(page, qtbot)
    assert "召开会议次数　6次" in chosen[0]
    assert not [each for each in page.draft.remarks if "未溯源" in each.text]
    assert isinstance(remark, Remark)


def test_kept_texts_are_listed_and_the_generated_one_comes_back(page: Any, qtbot: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("app.ui.pages.summary_texts.ask", lambda *words: True)
    put_cursor_behind(page, "现将有关情况总结如下。")
    write(page, "改一稿。")
    settled(page, qtbot)
    page.actions_["discard"].trigger()
    settled(page, qtbot)
    assert not any("改一稿。" in text for text in texts(page))
    page.actions_["versions"].trigger()
    rows = page.below.sentences.list_model.rows
    assert len(rows) == 2
    page.below.sentences.open_row(1)
    settled(page, qtbot)
    assert any("改一稿。" in text for text in texts(page))


def test_material_is_put_or_dragged_into_the_text(page: Any, window: MainWindow, qtbot: Any) -> None:
    assert window.desk is not None
    add(window.desk, "next_step", year=window.year, title="抓好12件实事", content="逐月调度", order=1)
    page.again.click()
    settled(page, qtbot)
    qtbot.waitUntil(lambda: page.material.buttons["plans"].count.text() == "1")
    page.material.buttons["plans"].click()
    page.below.sentences.open_row(0)
    model = page.below.sentences.list_model
    data = model.mimeData([model.index(0, 0)])
    assert isinstance(data, QMimeData)
    page.text.insertFromMimeData(data)
    settled(page, qtbot)
    assert "\n".join(texts(page)).count("抓好12件实事") >= 2
    assert not [each for each in page.draft.remarks if "12" in each.text]


def test_the_clerks_own_words_are_filled_in(page: Any, window: MainWindow) -> None:
    from app.ui.pages.summary_texts import OwnWords

    asked = OwnWords(page)
    asked.boxes["开头"].setPlainText("上级多次肯定。")
    asked.save()
    assert window.desk is not None
    assert drafts.own_words(window.desk, "annual", window.year) == {"开头": "上级多次肯定。"}


def test_figures_beside_the_cursor_open_with_the_keyboard(page: Any, qtbot: Any) -> None:
    put_cursor_behind(page, "全年召开各类会议")
    with qtbot.waitSignal(page.text.figure_chosen) as told:
        QTest.keyClick(page.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    figure = told.args[0]
    assert isinstance(figure, Figure)
    assert figure.label == "召开会议次数"


def test_a_stretch_copied_from_an_earlier_draft_keeps_its_own_figures(
    page: Any, window: MainWindow, qtbot: Any
) -> None:
    put_cursor_behind(page, "全年召开各类会议")
    cursor = page.text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
    page.text.setTextCursor(cursor)
    data = page.text.createMimeDataFromSelection()
    count = [figure.key for figure in page.draft.figures].count("meetings.total")
    page.window_.set_year(window.year - 1)
    settled(page, qtbot)
    put_cursor_behind(page, "现将有关情况总结如下。")
    page.text.insertFromMimeData(data)
    (pasted,) = [figure for figure in page.text.read().figures() if figure.key == "meetings.total"][-1:]
    assert (pasted.words, pasted.start.year) == ("6次", window.year + 1)
    assert count


def test_a_paragraph_begun_above_another_is_the_clerks_own(page: Any) -> None:
    cursor = page.text.document().find("现将有关情况总结如下")
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    before = next(b for b in page.text.read().blocks if isinstance(b, Paragraph))
    page.text.setTextCursor(cursor)
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    QTest.keyClick(page.text, Qt.Key.Key_Up)
    write(page, "先说一句。")
    first, second = [b for b in page.text.read().blocks if isinstance(b, Paragraph)][:2]
    assert (first.text, first.origin) == (("先说一句。",), "")
    assert (second, second.origin) == (before, before.origin)


def test_words_typed_behind_a_figure_have_nothing_of_it(page: Any) -> None:
    put_cursor_behind(page, "全年召开各类会议")
    QTest.keyClick(page.text, Qt.Key.Key_Right)
    write(page, "之多")
    form = page.text.textCursor().charFormat()
    assert not form.hasProperty(Of.FIGURE)
    assert form.toolTip() == ""


def test_only_the_whole_number_is_replaced(page: Any) -> None:
    put_cursor_behind(page, "现将有关情况总结如下。")
    write(page, "请假16次，开会6次。")
    assert page.text.find_number("6次")
    cursor = page.text.textCursor()
    assert cursor.selectedText() == "6次"
    cursor.setPosition(cursor.selectionStart())
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, 2)
    assert cursor.selectedText() == "开会"
    assert not page.text.find_number("7次")
