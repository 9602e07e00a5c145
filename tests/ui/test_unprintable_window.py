"""The preview of what cannot be printed: one red sentence, and the office's file stays as it was."""

from __future__ import annotations

import errno
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from app.reports.document import Document, Paragraph
from app.services.listing import Wanted
from app.ui.dialogs.form_preview import FormPreview
from app.ui.dialogs.register_preview import RegisterPreview
from app.ui.main_window import MainWindow
from tests.ui.conftest import add

LACKING = "\U000323af"


@pytest.fixture
def leave(window: MainWindow) -> int:
    """A leave of this year whose reason no font can draw."""
    assert window.desk is not None
    day = date(window.year, 3, 7)
    values = {"start": day, "end": day, "reason": f"看望{LACKING}老师", "status": "已批准"}
    return add(window.desk, "leave", staff=1, kind="事假", **values)


def shown(qtbot: Any, dialog: Any, until: Any) -> Any:
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(until()) and dialog.job is None, timeout=15000)
    return dialog


def test_the_preview_of_a_book_names_the_record_in_red(window: MainWindow, qtbot: Any, leave: int) -> None:
    dialog = RegisterPreview(window, Wanted("leave", descending=False))
    shown(qtbot, dialog, lambda: dialog.wrong.text())
    assert dialog.wrong.text().startswith("请销假登记簿“请假事由”栏里序号1的记录中的")
    assert dialog.wrong.property("role") == "red"
    assert dialog.wrong.isVisible()
    assert not dialog.print_.isEnabled()
    dialog.done(0)


def test_the_preview_of_a_form_names_the_record_in_red(window: MainWindow, qtbot: Any, leave: int) -> None:
    dialog = FormPreview(window, "leave_slip", "请假审批单", [leave])
    shown(qtbot, dialog, lambda: dialog.wrong.text())
    assert dialog.wrong.text().startswith("请假审批单（张三 ")
    assert not dialog.save.isEnabled()
    dialog.done(0)


def full_disk(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device", "/满了")


def test_no_room_for_the_preview_is_said_and_the_window_stays(
    window: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = FormPreview(window, "leave_slip", "请假审批单", [])
    monkeypatch.setattr("tempfile.TemporaryDirectory", full_disk)
    shown(qtbot, dialog, lambda: dialog.wrong.text())
    assert dialog.wrong.text() == "文件不能读写：/满了，请检查它是否存在、是否被别的程序打开、磁盘是否已满。"
    monkeypatch.undo()
    dialog.make_again()
    qtbot.waitUntil(lambda: dialog.path is not None and dialog.job is None, timeout=15000)
    assert not dialog.wrong.isVisible()
    dialog.done(0)


@pytest.mark.parametrize("fault", ["full", "gone", "held"])
def test_a_copy_that_cannot_be_kept_leaves_the_earlier_one(
    window: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    dialog = FormPreview(window, "leave_slip", "请假审批单", [])
    shown(qtbot, dialog, lambda: dialog.path)
    folder = tmp_path / "存放"
    folder.mkdir()
    target = folder / "假条.pdf"
    if fault != "gone":
        target.write_bytes(b"before")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(target), ""))
    said: list[str] = []
    monkeypatch.setattr("app.ui.messages.show_failure", lambda host, sentence: said.append(sentence))
    if fault == "gone":
        folder.rmdir()
    else:
        monkeypatch.setattr("os.fsync" if fault == "full" else "os.replace", full_disk)
    dialog.save_pdf()
    qtbot.waitUntil(lambda: bool(said), timeout=15000)
    assert said[0].startswith("文件不能读写：")
    assert said[0].endswith("磁盘是否已满。")
    monkeypatch.undo()
    assert [each.read_bytes() for each in folder.glob("*")] == ([] if fault == "gone" else [b"before"])
    dialog.done(0)


def test_a_summary_names_the_paragraph(window: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    page: Any = window.open_tab("summaries")
    qtbot.waitUntil(lambda: page.draft is not None and not window.workers.jobs, timeout=20000)
    said: list[str] = []
    monkeypatch.setattr(window, "fail", said.append)
    page.draft = replace(page.draft, document=Document(("总结",), (Paragraph((f"走访{LACKING}老师。",)),)))
    page.draw(page.asked)
    qtbot.waitUntil(lambda: bool(said), timeout=20000)
    assert said[0].startswith(f"“走访{LACKING}老师。…”中的“{LACKING}”字（U+323AF）本机没有字体能印出来")
    assert page.text.told(), "the text stays"
