"""The import window: preview, errors by row, unknown people, the same file twice, one undo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.services import undoing
from app.ui.dialogs.add_person import AddPeople
from app.ui.dialogs.import_dialog import ImportDialog
from app.ui.main_window import MainWindow

HEADER = "请假人,假别,开始日期,结束日期,状态,月份\n"
GOOD = "张三,年休假,2026-03-02,2026-03-03,已批准,3\n王芳,事假,3月9日,3月9日,已批准,3\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Any:
    """Writes a sheet of leave and answers its path."""

    def write(rows: str, name: str = "2026年请假.csv") -> Path:
        path = tmp_path / name
        path.write_text(HEADER + rows, encoding="utf-8-sig")
        return path

    return write


def looked_at(window: MainWindow, qtbot: Any, path: Path, register: str | None = None) -> ImportDialog:
    """The window with the file read."""
    dialog = ImportDialog(window, register, path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.job is None, timeout=10000)
    return dialog


def test_the_register_is_known_by_its_header_and_stored_with_one_undo(
    window: MainWindow, qtbot: Any, sheet: Any, stored: Any
) -> None:
    dialog = looked_at(window, qtbot, sheet(GOOD))
    assert dialog.target.currentData() == "leave"
    assert "读出「请销假」2 条，没有错误" in dialog.counted.text()
    assert "月份" in dialog.passed_over.text()
    assert dialog.model.index(0, 1).data() == "张三"
    qtbot.mouseClick(dialog.store_, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert len(stored("leave")) == 2
    assert window.desk is not None
    assert undoing.undo(window.desk) is not None
    assert stored("leave") == []


def test_an_error_stops_the_import_and_its_click_goes_to_the_row(window: MainWindow, qtbot: Any, sheet: Any) -> None:
    dialog = looked_at(window, qtbot, sheet(GOOD + "李四,病假,2026-02-30,2026-03-03,已批准,3\n"), "leave")
    assert not dialog.store_.isEnabled()
    assert dialog.skip.isVisible()
    assert dialog.errors.count() == 1
    assert dialog.errors.item(0).text().startswith("第 4 行「开始日期」：")
    dialog.errors.setCurrentRow(0)
    assert dialog.table.currentIndex().row() == 2
    assert dialog.model.headerData(dialog.table.currentIndex().column(), Qt.Orientation.Horizontal) == "开始日期"


def test_wrong_rows_are_passed_over_where_asked(window: MainWindow, qtbot: Any, sheet: Any, stored: Any) -> None:
    dialog = looked_at(window, qtbot, sheet(GOOD + "李四,病假,2026-02-30,2026-03-03,已批准,3\n"))
    qtbot.mouseClick(dialog.skip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert len(stored("leave")) == 2


def test_the_same_file_again_needs_a_tick(window: MainWindow, qtbot: Any, sheet: Any, stored: Any) -> None:
    path = sheet(GOOD)
    first = looked_at(window, qtbot, path)
    qtbot.mouseClick(first.store_, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not first.isVisible())
    second = looked_at(window, qtbot, path)
    assert "导入过" in second.already.text()
    assert not second.store_.isEnabled()
    second.anyway.setChecked(True)
    qtbot.mouseClick(second.store_, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not second.isVisible())
    assert len(stored("leave")) == 4


def test_unknown_people_go_on_the_roster_at_once(window: MainWindow, qtbot: Any, sheet: Any, stored: Any) -> None:
    path = sheet("赵新来,事假,2026-03-02,2026-03-02,已批准,3\n钱新来,事假,2026-03-02,2026-03-02,已批准,3\n")
    dialog = looked_at(window, qtbot, path)
    assert dialog.looked is not None
    assert dialog.looked.found.unknown_people == ["赵新来", "钱新来"]
    people = AddPeople(window, dialog.looked.found.unknown_people)
    qtbot.addWidget(people)
    people.office.setCurrentIndex(people.office.findText("财政所"))
    people.duty_class.setCurrentText("驻村干部")
    people.names.item(1).setCheckState(Qt.CheckState.Unchecked)
    people.store()
    qtbot.waitUntil(lambda: people.job is None)
    added = [person for person in stored("staff") if person["name"].endswith("新来")]
    assert [person["duty_class"] for person in added] == ["驻村干部"]
    dialog.look()
    qtbot.waitUntil(lambda: dialog.job is None)
    assert dialog.looked.found.unknown_people == ["钱新来"]


def test_what_is_no_workbook_is_said_in_one_sentence(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    path = tmp_path / "照片.xlsx"
    path.write_bytes(b"\x89PNG not a workbook")
    dialog = looked_at(window, qtbot, path)
    assert dialog.counted.text().endswith("。")
    assert "不是" in dialog.counted.text()
    assert not dialog.store_.isEnabled()
    assert dialog.model.rowCount() == 0


def test_escape_closes_and_stores_nothing(window: MainWindow, qtbot: Any, sheet: Any, stored: Any) -> None:
    dialog = looked_at(window, qtbot, sheet(GOOD))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert stored("leave") == []


def test_cancelling_while_storing_takes_everything_back(
    window: MainWindow, qtbot: Any, sheet: Any, stored: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.ui.background import Job

    monkeypatch.setattr(Job, "cancelled", lambda job: True)
    dialog = looked_at(window, qtbot, sheet(GOOD))
    qtbot.mouseClick(dialog.store_, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.job is None)
    assert dialog.isVisible()
    assert dialog.said.text() == "已取消，一条也没有导入。"
    assert stored("leave") == []
