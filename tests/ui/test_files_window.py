"""附件 in the form: added, dragged in, opened, taken off and brought back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from app.ui.main_window import MainWindow
from app.ui.registers.files import FileSection
from app.ui.registers.more import clear_files, verify_files
from app.ui.registers.register_page import RegisterPage
from tests.ui.conftest import ENTER, UNDO, add, press


def opened(window: MainWindow, qtbot: Any, register: str, **values: Any) -> RegisterPage:
    """The page of a register with one new record in its form."""
    assert window.desk is not None
    record = add(window.desk, register, **values)
    page = window.open_register(register)
    window.changed(register)
    qtbot.waitUntil(lambda: record in page.book.ids)
    page.show_record(record)
    return page


def letter(window: MainWindow, qtbot: Any) -> RegisterPage:
    return opened(window, qtbot, "incoming", sender="县水利局", title="来函", received=date.today())


def scan(tmp_path: Path, name: str = "来函扫描.pdf") -> Path:
    path = tmp_path / name
    path.write_bytes(f"%PDF {name}".encode())
    return path


def attached(files: FileSection) -> list[str]:
    return [each.name for each in files.files]


def test_files_are_chosen_listed_and_counted_in_the_heading(
    window: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [str(scan(tmp_path)), str(scan(tmp_path, "附表.xlsx"))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *given: (paths, ""))
    files = letter(window, qtbot).form.files
    assert files.heading.text() == "附件"
    files.heading.click()
    assert files.is_open()
    files.buttons["add"].click()
    qtbot.waitUntil(lambda: attached(files) == ["来函扫描.pdf", "附表.xlsx"])
    assert files.heading.text() == "附件　2 个"
    assert files.list is not None
    assert files.list.list_model.rows[0].cells == ("来函扫描.pdf", "1 KB", f"{date.today()}")


def test_files_dropped_on_the_form_are_attached(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    form = letter(window, qtbot).form
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(scan(tmp_path)))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, mime, left, none)
    drop = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, mime, left, none)
    for event in (enter, drop):
        QApplication.sendEvent(form, event)
    qtbot.waitUntil(lambda: attached(form.files) == ["来函扫描.pdf"])
    assert drop.isAccepted()
    assert form.files.is_open()


def test_enter_opens_a_copy_delete_takes_off_and_undo_brings_back(
    window: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(Path(url.toLocalFile())) or True)
    files = letter(window, qtbot).form.files
    files.add([scan(tmp_path)])
    qtbot.waitUntil(lambda: len(files.files) == 1)
    assert files.list is not None
    files.list.setFocus()
    press(ENTER)
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert shown[0].read_bytes() == "%PDF 来函扫描.pdf".encode()
    press(Qt.Key.Key_Delete)
    assert (attached(files), files.heading.text()) == ([], "附件")
    press(UNDO)
    qtbot.waitUntil(lambda: attached(files) == ["来函扫描.pdf"])


def test_what_is_refused_is_said_and_the_rest_is_kept(
    window: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(window, "fail", said.append)
    files = letter(window, qtbot).form.files
    files.add([scan(tmp_path, "木马.exe"), scan(tmp_path), tmp_path / "没有.pdf"])
    qtbot.waitUntil(lambda: bool(said))
    assert attached(files) == ["来函扫描.pdf"]
    assert [line[:8] for line in said[0].splitlines()] == ["「.exe」文件", "「没有.pdf」"]


def test_a_new_record_is_stored_before_its_file(window: MainWindow, qtbot: Any, tmp_path: Path, stored: Any) -> None:
    page = window.open_register("incoming")
    page.acting.act("new")
    page.form.files.add([scan(tmp_path)])
    assert (page.form.record, stored("incoming")) == (None, [])
    page.form.begin({**page.form.values, "sender": "县水利局", "title": "来函"}, typed=True)
    page.form.files.add([scan(tmp_path)])
    qtbot.waitUntil(lambda: attached(page.form.files) == ["来函扫描.pdf"])
    assert [each["title"] for each in stored("incoming")] == ["来函"]


def test_a_word_file_gives_the_length_of_a_paper(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    usual = {"title": "关于防汛的通知", "kind": "通知", "issuer": "政府", "code": "云政发", "year": 2026}
    page = opened(window, qtbot, "outgoing", **usual)
    document = Document()
    document.add_paragraph("各村：现将有关事项通知如下。")
    document.save(str(tmp_path / "正文.docx"))
    page.form.files.add([tmp_path / "正文.docx"])
    qtbot.waitUntil(lambda: page.form.values.get("stated_characters") == 14)
    assert attached(page.form.files) == ["正文.docx"]


def test_files_are_verified_and_removed_ones_cleared_from_the_menu(
    window: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(window, "toast", said.append)
    monkeypatch.setattr(window, "fail", said.append)
    monkeypatch.setattr(window, "ask", lambda *given: True)
    page = letter(window, qtbot)
    page.form.files.add([scan(tmp_path)])
    qtbot.waitUntil(lambda: len(page.form.files.files) == 1)
    verify_files(page)
    qtbot.waitUntil(lambda: "附件都在，内容与登记时一致。" in said)
    page.form.files.set_open(True)
    page.form.files.remove()
    clear_files(page)
    qtbot.waitUntil(lambda: "已清除 1 个文件。" in said)
    assert not list((page.desk.store.folder / "附件").glob("*/*"))


def test_everything_has_a_name_for_screen_readers(window: MainWindow, qtbot: Any) -> None:
    files = letter(window, qtbot).form.files
    files.set_open(True)
    for button in files.findChildren(QPushButton):
        assert button.accessibleName()
        assert button.objectName()
    assert files.list is not None
    assert files.list.accessibleName() == "附件"
