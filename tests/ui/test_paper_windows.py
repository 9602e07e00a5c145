"""Export and print preview: what is chosen, what comes out."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from app.models import BY_KEY
from app.services.importing import preview
from app.services.listing import Wanted, all_ids
from app.services.pages import Pages
from app.ui.dialogs.export_dialog import ExportDialog
from app.ui.dialogs.form_preview import FormPreview
from app.ui.dialogs.official_preview import OfficialPreview
from app.ui.dialogs.register_preview import RegisterPreview
from app.ui.dialogs.span import DAYS, SHOWN
from app.ui.main_window import MainWindow
from app.ui.printing import draw, prepare
from tests.reports.form_samples import sheets
from tests.ui.conftest import add

LEAVES = 40


@pytest.fixture
def leaves(window: MainWindow) -> Wanted:
    """Forty leaves of this year, as the table shows them."""
    assert window.desk is not None
    year = date.today().year
    for number in range(LEAVES):
        day = date(year, 1, 1) + timedelta(days=3 * number)
        add(window.desk, "leave", staff=1 + number % 4, kind="事假", start=day, end=day, status="已批准")
    return Wanted("leave", start=date(year, 1, 1), end=date(year, 12, 31), descending=False)


def made(qtbot: Any, dialog: Any) -> Any:
    """The preview with its pages."""
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.path is not None and dialog.job is None, timeout=15000)
    return dialog


def test_the_rows_on_the_screen_become_a_workbook(
    window: MainWindow, qtbot: Any, leaves: Wanted, tmp_path: Path
) -> None:
    dialog = ExportDialog(window, leaves)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.file.setText(str(tmp_path / "请假"))
    dialog.export()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=15000)
    assert window.desk is not None
    assert preview(window.desk, BY_KEY["leave"], tmp_path / "请假.xlsx").rows.read == LEAVES


def test_a_span_of_days_is_typed_as_clerks_write_days(window: MainWindow, qtbot: Any, leaves: Wanted) -> None:
    dialog = ExportDialog(window, leaves)
    qtbot.addWidget(dialog)
    dialog.span.choice.setCurrentIndex(dialog.span.choice.findData(DAYS))
    dialog.span.first.setText("3.1")
    dialog.span.last.setText("3月31日")
    wanted = dialog.span.wanted()
    assert (wanted.start, wanted.end) == (date(window.year, 3, 1), date(window.year, 3, 31))
    dialog.span.last.setText("2月30日")
    dialog.export()
    assert "不是存在的日期" in dialog.wrong.text()
    dialog.span.choice.setCurrentIndex(dialog.span.choice.findData(SHOWN))
    assert dialog.span.wanted() is leaves


def test_a_register_is_previewed_turned_over_and_printed(
    window: MainWindow, qtbot: Any, leaves: Wanted, tmp_path: Path
) -> None:
    dialog = made(qtbot, RegisterPreview(window, leaves))
    pages = dialog.view.pages
    assert pages.count >= 2
    qtbot.keyClick(dialog.view, Qt.Key.Key_PageDown)
    assert dialog.view.page == 1
    assert dialog.view.number.text().startswith("第 2 页 共")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    prepare(printer, pages, "请假")
    printer.setFromTo(2, 2)
    assert draw(printer, pages, lambda done, whole: None, lambda: False) == 1
    printed = Pages(tmp_path / "printed.pdf")
    assert printed.size(0) == pytest.approx(pages.size(1), abs=1)
    printed.close()
    dialog.done(0)


def test_a_bound_book_goes_on_where_it_ended(window: MainWindow, qtbot: Any, leaves: Wanted) -> None:
    dialog = made(qtbot, RegisterPreview(window, leaves))
    first = dialog.path
    dialog.first_page.setValue(7)
    dialog.first_row.setValue(12)
    qtbot.waitUntil(lambda: dialog.path != first and dialog.job is None, timeout=15000)
    import pypdfium2

    with pypdfium2.PdfDocument(str(dialog.path)) as document:
        first_page, second = (document[at].get_textpage().get_text_bounded() for at in (0, 1))
    assert "所在机构" not in first_page, "the head stands on the bound page already"
    assert "第8页" in re.sub(r"\s", "", second)
    dialog.done(0)


def test_a_form_is_previewed_and_kept_as_pdf(
    window: MainWindow, qtbot: Any, leaves: Wanted, tmp_path: Path, monkeypatch: Any
) -> None:
    assert window.desk is not None
    record = all_ids(window.desk, leaves)[0]
    dialog = made(qtbot, FormPreview(window, "leave_slip", "请假审批单", [record]))
    target = str(tmp_path / "假条.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (target, ""))
    dialog.save_pdf()
    qtbot.waitUntil(lambda: dialog.job is None)
    assert Path(target).read_bytes().startswith(b"%PDF")
    folder = Path(dialog.folder.name)
    dialog.done(0)
    assert not folder.exists()


def test_a_file_that_is_there_is_replaced_only_when_agreed(
    window: MainWindow, qtbot: Any, leaves: Wanted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "请假.xlsx"
    path.write_bytes(b"mine")
    asked: list[str] = []
    monkeypatch.setattr("app.ui.messages.ask", lambda host, question, yes: bool(asked.append(question)))
    dialog = ExportDialog(window, leaves)
    qtbot.addWidget(dialog)
    dialog.file.setText(str(path))
    dialog.export()
    assert asked == ["「请假.xlsx」已经有了，要替换吗？"]
    assert dialog.job is None
    assert path.read_bytes() == b"mine"


def test_a_red_head_paper_is_previewed_and_written_as_word(
    window: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    assert window.desk is not None
    draft = {"title": "关于防汛的通知", "kind": "通知", "issuer": "政府", "code": "青政发", "year": 2026}
    states = {"status": "拟稿", "direction": "下行文", "category": "一般性文件"}
    record = add(window.desk, "outgoing", **draft, **states)
    dialog = made(qtbot, OfficialPreview(window, "red_head", "红头文件", record))
    assert dialog.view.pages.count == 2
    target = tmp_path / "通知.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(target), ""))
    qtbot.mouseClick(dialog.word, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.job is None, timeout=15000)
    assert target.read_bytes().startswith(b"PK")
    rules = sum(page.rules for page in sheets(dialog.path))
    dialog.over.click()
    qtbot.waitUntil(lambda: dialog.path is not None and dialog.job is None, timeout=15000)
    assert sum(page.rules for page in sheets(dialog.path)) == rules - 1
    assert dialog.over.text() == "套打（红头和红线已印好）"
    assert not dialog.word.isEnabled()
    assert dialog.empty.parent() is None
    dialog.done(0)


def test_the_papers_of_a_meeting_are_previewed_together(window: MainWindow, qtbot: Any) -> None:
    from datetime import time

    from app.ui.dialogs.meeting_papers import MeetingPapers

    assert window.desk is not None
    meeting = {"title": "防汛会", "kind": "业务性会议", "start": time(9), "venue": "三楼", "status": "申请", "host": 1}
    record = add(window.desk, "meeting", date=date(window.year, 1, 5), **meeting)
    dialog = made(qtbot, MeetingPapers(window, record, False))
    assert not dialog.boxes["minutes"].isChecked()
    whole, before = dialog.view.pages.count, dialog.path
    dialog.boxes["sign_in"].setChecked(False)
    qtbot.waitUntil(lambda: dialog.path != before and dialog.job is None, timeout=15000)
    assert dialog.view.pages.count == whole - 1
    for box in dialog.boxes.values():
        box.setChecked(False)
    qtbot.waitUntil(lambda: "请至少选一样" in dialog.wrong.text(), timeout=15000)
    dialog.done(0)
