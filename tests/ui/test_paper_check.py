"""公文体检 in the window: a dropped or chosen Word file, what is wrong with it, and the mended copy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from app.ui.dialogs.paper_check import PaperCheck
from app.ui.main_window import MainWindow


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    made = docx.Document()
    made.add_heading("关于值班工作的报告", 0)
    made.add_paragraph("我镇落实值班制度,全镇干部坚守岗位，确保群众生命财产安全，现将有关情况报告如下。")
    made.save(str(tmp_path / "报告.docx"))
    return tmp_path / "报告.docx"


@pytest.fixture
def dialog(window: MainWindow) -> PaperCheck:
    made = PaperCheck(window)
    made.show()
    return made


def test_a_dropped_file_is_examined_and_mended(dialog: PaperCheck, window: MainWindow, paper: Path, qtbot: Any) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(paper))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    qtbot.waitUntil(lambda: bool(dialog.remarks.list_model.rows) and dialog.tidy.isEnabled(), timeout=10000)
    assert any("半角" in row.cells[1] for row in dialog.remarks.list_model.rows)
    assert any("改为" in row.cells[1] for row in dialog.changes.list_model.rows)
    out = paper.with_name("排版.docx")
    dialog.write(out)
    qtbot.waitUntil(lambda: not window.workers.jobs, timeout=10000)
    assert "制度，全镇" in "".join(one.text for one in docx.Document(str(out)).paragraphs)
    dialog.examine(out)
    qtbot.waitUntil(lambda: dialog.changes_label.text() == "版式已经符合要求", timeout=10000)
    assert not dialog.tidy.isEnabled()


def test_without_words_only_the_layout_changes(dialog: PaperCheck, window: MainWindow, paper: Path, qtbot: Any) -> None:
    dialog.examine(paper)
    qtbot.waitUntil(lambda: dialog.tidy.isEnabled(), timeout=10000)
    before = len(dialog.changes.list_model.rows)
    dialog.words.click()
    qtbot.waitUntil(lambda: 0 < len(dialog.changes.list_model.rows) < before, timeout=10000)
    dialog.write(paper.with_name("排版.docx"))
    qtbot.waitUntil(lambda: not window.workers.jobs, timeout=10000)
    assert "制度,全镇" in "".join(one.text for one in docx.Document(str(paper.with_name("排版.docx"))).paragraphs)


def test_what_is_no_word_file_is_told_in_a_sentence(
    dialog: PaperCheck, tmp_path: Path, qtbot: Any, monkeypatch: Any
) -> None:
    told: list[str] = []
    monkeypatch.setattr("app.ui.messages.show_failure", lambda host, sentence: told.append(sentence))
    bad = tmp_path / "坏.docx"
    bad.write_bytes(b"nothing")
    dialog.examine(bad)
    qtbot.waitUntil(lambda: bool(told), timeout=10000)
    assert told[0].endswith("。")
    assert dialog.file.text() == ""


def test_the_examination_is_offered_from_papers_and_summaries(window: MainWindow) -> None:
    for tab in ("documents", "summaries"):
        page: Any = window.open_tab(tab)
        assert page.findChild(QPushButton, "also.lint") is not None
