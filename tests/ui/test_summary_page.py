"""总结: the draft, its figures, the page beside it, the files."""

from __future__ import annotations

import zipfile
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from app.ui.main_window import MainWindow
from tests.ui.conftest import add


@pytest.fixture
def page(window: MainWindow, qtbot: Any) -> Any:
    """The page with the draft of a year of six meetings."""
    assert window.desk is not None
    year = window.year
    for month in range(1, 7):
        values = {"date": date(year, month, 3), "start": time(9), "end": time(10), "status": "已召开"}
        add(window.desk, "meeting", title=f"{month}月例会", kind="业务性会议", venue="三楼", **values)
    shown: Any = window.open_tab("summaries")
    qtbot.waitUntil(lambda: shown.draft is not None and not window.workers.jobs, timeout=20000)
    return shown


def figure_at(page: Any, label: str) -> int:
    """Number of the first figure of that name."""
    return next(at for at, figure in enumerate(page.draft.figures) if figure.label == label)


def test_the_draft_stands_beside_its_page(page: Any) -> None:
    assert "6次" in page.text.told()
    assert page.preview.pages.count >= 1
    assert "字" in page.preview.number.text()
    assert f"{page.draft.characters:,} 字" in page.state.text()


def test_a_click_on_a_figure_lists_its_records_and_one_opens(page: Any, window: MainWindow, qtbot: Any) -> None:
    number = figure_at(page, "召开会议次数")
    page.text.choose(number)
    qtbot.waitUntil(lambda: page.below.records.list_model.rowCount() == 6)
    assert page.below.about.text().startswith("召开会议次数")
    page.below.records.open_row(2)
    qtbot.waitUntil(lambda: not window.workers.jobs)
    assert window.open_register("meeting").form.record == 3


def test_what_is_not_written_is_listed_with_what_it_lacks(page: Any) -> None:
    page.below.show_dropped(page.draft)
    assert page.below.sentences.list_model.rowCount() == len(page.draft.dropped)
    page.below.show_remarks(page.draft)
    assert "体检" in page.below.about.text()


def test_another_year_makes_another_draft(page: Any, window: MainWindow, qtbot: Any) -> None:
    before = page.draft
    page.year.setCurrentIndex(page.year.findData(window.year - 1))
    page.year.activated.emit(page.year.currentIndex())
    qtbot.waitUntil(lambda: page.draft is not before and not window.workers.jobs, timeout=20000)
    assert page.draft.year == before.year - 1
    assert str(page.draft.year) in "".join(page.draft.document.title)


def test_word_pdf_and_sources_are_written(page: Any, window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    page.files.write_word(tmp_path / "总结.docx")
    page.files.write_pdf(tmp_path / "总结.pdf")
    page.files.write_sources(tmp_path / "来源.docx")
    qtbot.waitUntil(lambda: not window.workers.jobs, timeout=20000)
    assert (tmp_path / "总结.pdf").read_bytes().startswith(b"%PDF")
    for name in ("总结.docx", "来源.docx"):
        with zipfile.ZipFile(tmp_path / name) as file:
            assert "6次" in file.read("word/document.xml").decode()
