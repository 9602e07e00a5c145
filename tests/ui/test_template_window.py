"""改总结的模板: typed with keys, checked while typing, kept, restored and copied."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox

from app.services import templates
from app.ui.main_window import MainWindow
from app.ui.pages.template_editor import TemplateEditor
from tests.ui.conftest import DOWN, ENTER, ESC, SAVE, press

TEXT = "标题：{{ 年 }}年工作\n\n# 会议\n\n开会讲求实效。"


@pytest.fixture
def editor(window: MainWindow, qtbot: Any) -> Iterator[TemplateEditor]:
    """The editor on a short text of the office's own, everything counted."""
    assert window.desk is not None
    templates.save(window.desk, "annual", TEXT)
    made = opened(window, qtbot, "annual")
    yield made
    made.kept_text = made.text.toPlainText()
    made.close()


def opened(window: MainWindow, qtbot: Any, key: str) -> TemplateEditor:
    made = TemplateEditor(window, key)
    made.show()
    made.activateWindow()
    made.text.setFocus()
    qtbot.waitUntil(lambda: bool(made.text.completions) and not window.workers.jobs, timeout=20000)
    return made


def settled(editor: TemplateEditor, qtbot: Any) -> None:
    """What was typed is looked at."""
    busy = editor.window_.workers
    qtbot.waitUntil(lambda: not editor.later.isActive() and not editor.looking and not busy.jobs, timeout=20000)


def answering(label: str) -> None:
    """The next question gets this answer."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(each for each in box.buttons() if each.text() == label).click()

    QTimer.singleShot(0, answer)


def naming(name: str) -> None:
    """The next question for a name gets this one."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QInputDialog)
        box.setTextValue(name)
        box.accept()

    QTimer.singleShot(0, answer)


def at_the_end(editor: TemplateEditor) -> None:
    press((Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_End))


def test_a_wrong_name_is_told_at_its_line_and_enter_goes_there(editor: TemplateEditor, qtbot: Any) -> None:
    assert "开会讲求实效。" in editor.preview.toPlainText()
    at_the_end(editor)
    press(ENTER, '{{ 数("没有的数") }}')
    settled(editor, qtbot)
    assert editor.text.wrong == frozenset([6])
    assert editor.list.list_model.rows[0].cells == ("6", "没有「没有的数」这个数字，请检查名称。")
    assert "右边是改错以前的样子" in editor.state.text()
    editor.text.go_to(1)
    editor.list.selectRow(0)
    editor.list.setFocus()
    press(ENTER)
    assert editor.text.textCursor().blockNumber() == 5
    assert editor.text.hasFocus()


def test_a_figure_is_chosen_with_keys_by_its_initials(editor: TemplateEditor, qtbot: Any) -> None:
    at_the_end(editor)
    press(ENTER, '{{ 数("swjs')
    assert editor.text.offers.isVisible()
    assert editor.text.offers.chosen().label == "收文件数"  # type: ignore[union-attr]
    press(ENTER, '") }}。')
    assert editor.text.toPlainText().endswith('{{ 数("收文件数") }}。')
    assert not editor.text.offers.isVisible()
    settled(editor, qtbot)
    assert editor.list.list_model.rowCount() == 0


def test_ctrl_space_offers_slots_and_then_the_figures(editor: TemplateEditor) -> None:
    at_the_end(editor)
    press(ENTER, (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Space))
    assert editor.text.offers.chosen().label == "数"  # type: ignore[union-attr]
    press(DOWN, ENTER)
    assert editor.text.toPlainText().endswith('{{ 比上年("") }}')
    assert editor.text.offers.isVisible()
    press("会议", ESC)
    assert not editor.text.offers.isVisible()
    assert editor.text.toPlainText().endswith('{{ 比上年("会议") }}')


def test_ctrl_s_keeps_the_text_also_with_a_mistake_and_says_so(editor: TemplateEditor, qtbot: Any) -> None:
    at_the_end(editor)
    press("好。", SAVE)
    assert templates.template_text(editor.desk, "annual") == TEXT + "好。"
    assert editor.state.text() == "已保存。"
    press("[[")
    settled(editor, qtbot)
    press(SAVE)
    assert "已保存，但还有 1 处写错" in editor.state.text()
    assert not editor.unsaved


def test_the_shipped_text_is_restored_after_asking(editor: TemplateEditor, qtbot: Any) -> None:
    answering("取消")
    editor.restore.click()
    assert templates.has_own(editor.desk, "annual")
    answering("恢复")
    editor.restore.click()
    assert not templates.has_own(editor.desk, "annual")
    assert editor.text.toPlainText() == templates.template_text(editor.desk, "annual") != TEXT
    assert not editor.restore.isEnabled()
    settled(editor, qtbot)


def test_a_copy_is_a_style_in_the_list_until_it_is_deleted(editor: TemplateEditor, window: MainWindow) -> None:
    naming("镇情汇报")
    editor.copy.click()
    assert editor.key == "own-1"
    assert editor.text.toPlainText().startswith("{# 名称：镇情汇报；参照：annual #}")
    naming("村情汇报")
    editor.rename.click()
    page: Any = window.open_tab("summaries")
    page.show_styles("own-1")
    assert page.style_list.currentItem().text() == "村情汇报"
    answering("删除")
    editor.restore.click()
    page.show_styles("own-1")
    assert page.chosen_style() == "annual"
    assert all(not style.key.startswith("own") for style in templates.styles_of(editor.desk))


def test_unsaved_text_is_asked_about_and_offered_again_after_a_kill(window: MainWindow, qtbot: Any) -> None:
    editor = opened(window, qtbot, "annual")
    editor.text.setFocus()
    at_the_end(editor)
    press("还没写完")
    answering("返回")
    editor.reject()
    assert editor.isVisible()
    editor.unsaved_text.keep()
    settled(editor, qtbot)
    typed = editor.text.toPlainText()
    editor.kept_text = typed
    editor.close()
    again = opened(window, qtbot, "annual")
    assert again.unsaved_text.isVisible()
    assert "没有保存" in again.unsaved_text.said.text()
    again.unsaved_text.take()
    assert again.text.toPlainText() == typed
    answering("不保存")
    again.reject()
    assert not again.isVisible()
    assert templates.kept_draft(again.desk, "annual") is None
    assert not templates.has_own(again.desk, "annual")


def test_the_button_of_the_page_opens_the_chosen_style(window: MainWindow, qtbot: Any) -> None:
    page: Any = window.open_tab("summaries")
    qtbot.waitUntil(lambda: page.draft is not None and not window.workers.jobs, timeout=20000)
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TemplateEditor)
        seen.append(dialog.windowTitle())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(100, look)
    page.actions_["template"].trigger()
    assert seen == ["改总结的模板：党政办年度工作总结"]
