"""数据安全: the page, backups by themselves, the last one at closing, and restoring with the window closed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from app.services import backing_up, safety_notes
from app.services.desk import Desk, open_desk
from app.store import backups, room
from app.store.backups import listing
from app.store.opening import FILE_NAME
from app.store.places import BACKUPS
from app.ui import messages, safekeeping
from app.ui.dialogs import backup_choice
from app.ui.dialogs.backup_choice import BackupChoice
from app.ui.dialogs.safety import SafetyDialog
from app.ui.first_start import FirstStart
from app.ui.launch import Program
from app.ui.main_window import MainWindow
from app.ui.restoring import restore_in_place
from app.ui.safekeeping import Closing, Safekeeping
from tests.ui.conftest import ENTER, ESC, add, press


@pytest.fixture
def page(window: MainWindow, qtbot: Any) -> SafetyDialog:
    """The page, with what it found shown."""
    dialog = SafetyDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.sentence.text() != "正在查看……", timeout=20000)
    return dialog


def idle(page: SafetyDialog, qtbot: Any, rows: int) -> None:
    """The work is over and so many backups are listed."""
    qtbot.waitUntil(lambda: page.job is None and len(page.list.list_model.rows) == rows, timeout=20000)


def why(folder: Path) -> list[str]:
    return [each.why for each in listing(folder / BACKUPS)]


def desk_of(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def test_the_page_says_what_to_do_and_a_key_does_it(page: SafetyDialog, qtbot: Any, folder: Path) -> None:
    assert page.sentence.text() == "数据还没有备份。请点「立即备份」。"
    assert not page.buttons["restore"].isEnabled()
    page.buttons["now"].setFocus()
    press(Qt.Key.Key_Space)
    assert page.leave.text() == "停止"
    idle(page, qtbot, 1)
    assert page.leave.text() == "关闭"
    assert page.said.text().startswith("已备份 ")
    assert page.sentence.text().startswith("最近一次备份：今天 ")
    assert page.buttons["restore"].isEnabled()
    assert [page.list.list_model.rows[0].cells[at] for at in (1, 3, 4)] == ["手动", "已核对", "本机"]
    assert why(folder) == ["手动"]


def test_everything_on_the_page_has_its_name(page: SafetyDialog) -> None:
    for each in page.findChildren(QPushButton):
        assert each.objectName().startswith("safety."), each.text()
        assert each.accessibleName() == each.text()
    assert page.list.accessibleName() == "备份"
    assert page.every.accessibleName() == "每多少次改动自动备份一次"
    assert page.help_page == "13-data"


def test_data_is_checked_and_what_is_found_is_read(
    page: SafetyDialog, qtbot: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.buttons["now"].click()
    idle(page, qtbot, 1)
    page.buttons["verify"].click()
    idle(page, qtbot, 1)
    assert page.said.text() == "检查完毕：数据完好，附件都在，最近的备份完好。"
    (made,) = (folder / BACKUPS).glob("*.zip")
    made.write_bytes(made.read_bytes()[:-1])
    told: list[str] = []
    monkeypatch.setattr(messages, "show_failure", lambda host, sentence: told.append(sentence))
    page.buttons["verify"].click()
    qtbot.waitUntil(lambda: page.said.text() == "检查发现 1 处问题。", timeout=20000)
    assert "不是台账的备份，或者已经损坏" in told[0]
    qtbot.waitUntil(lambda: page.list.list_model.rows[0].cells[3] in ("已损坏", "读不出来"), timeout=20000)


def test_the_drill_is_done_by_a_button_and_told(page: SafetyDialog, qtbot: Any) -> None:
    page.buttons["drill"].click()
    qtbot.waitUntil(lambda: "还没有备份" in page.said.text(), timeout=20000)
    page.buttons["now"].click()
    idle(page, qtbot, 1)
    page.buttons["drill"].click()
    qtbot.waitUntil(lambda: page.said.text().startswith("演练成功"), timeout=20000)
    qtbot.waitUntil(lambda: "逐项核对都一致" in page.drilled.text(), timeout=20000)


def test_the_second_place_is_chosen_filled_and_missed(
    page: SafetyDialog, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages, "show_failure", lambda host, sentence: told.append(sentence))
    assert page.buttons["second"].isHidden()
    stick = tmp_path / "移动盘"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: str(stick))
    page.buttons["choose"].click()
    idle(page, qtbot, 1)
    assert "同一块盘" in page.said.text()
    assert told == []
    assert page.list.list_model.rows[0].cells[4] == str(stick / "台账备份")
    assert not page.buttons["second"].isHidden()
    shutil.rmtree(stick)
    page.buttons["second"].click()
    qtbot.waitUntil(lambda: len(told) == 1, timeout=20000)
    assert "可能移动盘没有插上" in told[0]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: "")
    page.buttons["choose"].click()
    assert page.job is None


def test_one_file_is_saved_for_the_way(
    page: SafetyDialog, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(tmp_path / "带走"), ""))
    page.buttons["export"].click()
    qtbot.waitUntil(lambda: page.said.text().startswith("已另存为「"), timeout=20000)
    assert backups.manifest_of(tmp_path / "带走.zip") is not None


def test_how_often_is_typed_and_nonsense_is_refused(
    page: SafetyDialog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages, "show_failure", lambda host, sentence: told.append(sentence))
    page.every.setFocus()
    page.every.selectAll()
    press("50", Qt.Key.Key_Tab)
    assert safety_notes.read(folder).every == 50
    page.every.setFocus()
    page.every.selectAll()
    press("0", Qt.Key.Key_Tab)
    assert page.every.text() == "50"
    assert told == ["请填写 1 到 10000 之间的次数。"]


def test_work_is_stopped_by_esc_and_leaves_nothing(page: SafetyDialog, qtbot: Any, folder: Path) -> None:
    page.buttons["now"].click()
    press(ESC)
    assert page.job is None
    assert page.isVisible()
    qtbot.waitUntil(lambda: not page.window_.workers.jobs, timeout=20000)
    assert why(folder) in ([], ["手动"])
    assert not list((folder / BACKUPS).glob("未完成*"))
    press(ESC)
    assert not page.isVisible()


def test_the_foot_of_every_page_tells_and_opens_the_page(
    window: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = window.safety_line
    assert line is not None
    qtbot.waitUntil(lambda: line.button.property("state") == "near", timeout=20000)
    assert line.button.text() == "数据安全：有事要办"
    assert "数据还没有备份" in line.button.accessibleName()
    opened: list[str] = []
    monkeypatch.setattr(SafetyDialog, "exec", lambda page: (opened.append(page.objectName()), page.reject()))
    backing_up.back_up(desk_of(window), "手动")
    safety_notes.note(desk_of(window).store.folder, second="/盘/台账备份", second_at=datetime.now())
    line.button.click()
    qtbot.waitUntil(lambda: line.button.text() == "数据安全", timeout=20000)
    assert opened == ["safety"]


@pytest.fixture
def keeper(window: MainWindow) -> Safekeeping:
    """Backups by themselves, asked for at once."""
    made = Safekeeping(window)
    made.at_change.setInterval(0)
    return made


def test_a_backup_is_made_after_so_many_changes(
    keeper: Safekeeping, window: MainWindow, qtbot: Any, folder: Path
) -> None:
    safety_notes.note(folder, every=3)
    window.changed("office")
    qtbot.waitUntil(lambda: why(folder) == ["改动较多"] and keeper.job is None, timeout=20000)
    add(desk_of(window), "office", name="甲办")
    window.changed("office")
    qtbot.waitUntil(lambda: keeper.job is None and not keeper.at_change.isActive(), timeout=20000)
    assert why(folder) == ["改动较多"]
    for name in ("乙办", "丙办"):
        add(desk_of(window), "office", name=name)
    window.changed("office")
    qtbot.waitUntil(lambda: why(folder) == ["改动较多"] * 2, timeout=20000)


def test_the_start_catches_up_and_drills(
    keeper: Safekeeping, window: MainWindow, qtbot: Any, folder: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "移动盘"
    stick.mkdir()
    backing_up.set_second(desk_of(window), stick)
    keeper.work(safekeeping.catch_up)
    qtbot.waitUntil(lambda: keeper.job is None and why(folder) == ["打开时"], timeout=20000)
    notes = safety_notes.read(folder)
    assert notes.drill_at is not None
    assert notes.drill_failed == ""
    assert len(listing(stick / "台账备份")) == 1
    keeper.work(safekeeping.catch_up)
    qtbot.waitUntil(lambda: keeper.job is None, timeout=20000)
    assert why(folder) == ["打开时"]
    assert safety_notes.read(folder).drill_at == notes.drill_at


def test_a_window_that_is_never_closed_gets_its_backup_day_by_day(
    keeper: Safekeeping, qtbot: Any, folder: Path
) -> None:
    keeper.work(safekeeping.day_by_day)
    qtbot.waitUntil(lambda: keeper.job is None and why(folder) == ["每天"], timeout=20000)
    add(desk_of(keeper.window_), "office", name="新办")
    keeper.work(safekeeping.day_by_day)
    qtbot.waitUntil(lambda: keeper.job is None, timeout=20000)
    assert why(folder) == ["每天"]
    (made,) = (folder / BACKUPS).glob("*.zip")
    made.rename(made.with_name("每天-20260101-080000.zip"))
    keeper.work(safekeeping.day_by_day)
    qtbot.waitUntil(lambda: keeper.job is None and len(why(folder)) == 2, timeout=20000)


def test_an_unplugged_second_place_does_not_hinder_the_first(
    keeper: Safekeeping, window: MainWindow, qtbot: Any, folder: Path
) -> None:
    safety_notes.note(folder, second="/没有/台账备份")
    keeper.work(safekeeping.catch_up)
    qtbot.waitUntil(lambda: keeper.job is None and why(folder) == ["打开时"], timeout=20000)
    assert "移动盘没有插上" in safety_notes.read(folder).second_failed


def test_closing_makes_the_last_backup_and_then_closes(
    keeper: Safekeeping, window: MainWindow, qtbot: Any, folder: Path
) -> None:
    window.close()
    assert window.isVisible()
    closing = window.findChild(Closing, "closing")
    assert closing.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20000)
    assert why(folder) == ["关闭时"]
    open_desk(folder).close()


def test_closing_with_nothing_new_makes_none(
    keeper: Safekeeping, window: MainWindow, qtbot: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backing_up.back_up(desk_of(window), "手动")
    monkeypatch.setattr(desk_of(window).store, "last_written", lambda: 0.0)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20000)
    assert why(folder) == ["手动"]


def test_closing_without_a_backup_is_one_key_away(
    keeper: Safekeeping, window: MainWindow, qtbot: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(desk: Desk, job: Any) -> None:
        from app.services.exporting import Stopped

        while not job.cancelled():
            job._stop.wait(0.01)
        raise Stopped

    monkeypatch.setattr(safekeeping, "last_backup", endless)
    window.close()
    closing = window.findChild(Closing, "closing")
    button = closing.findChild(QPushButton, "closing.stop")
    assert button.accessibleName() == "不备份，直接关闭"
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20000)
    assert why(folder) == []


def test_a_full_disk_at_closing_is_read_before_the_window_goes(
    keeper: Safekeeping, window: MainWindow, qtbot: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(MainWindow, "fail", lambda self, sentence: told.append(sentence))
    monkeypatch.setattr(room, "free_bytes", lambda place: 1000)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20000)
    assert told[0].startswith("磁盘已满，备份没有做成，数据没有改动。")
    assert why(folder) == []


def test_the_end_of_the_session_is_not_held_up(
    keeper: Safekeeping, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "isSavingSession", lambda self: True)
    window.close()
    assert not window.isVisible()


@pytest.fixture
def program(qapp: QApplication, qtbot: Any) -> Iterator[Program]:
    """The program, whose windows are closed at the end."""
    made = Program(qapp)
    yield made
    if made.window is not None:
        made.window.before_closing = None
        made.window.close()
        qtbot.wait(0)


def ready(program: Program, qtbot: Any, before: MainWindow | None = None) -> MainWindow:
    """The window at hand, its data open."""
    qtbot.waitUntil(lambda: program.window is not before and program.window._was_ready, timeout=30000)
    assert program.window is not None
    return program.window


def count(folder: Path, register: str) -> int:
    desk = open_desk(folder)
    with desk.store.read() as connection:
        found: int = connection.exec_driver_sql(f"SELECT COUNT(*) FROM {register}").scalar()  # type: ignore[assignment]
    desk.close()
    return found


def test_a_chosen_backup_is_restored_and_the_window_comes_back(
    program: Program, qtbot: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.open(str(folder))
    before = ready(program, qtbot)
    backing_up.back_up(desk_of(before), "手动")
    add(desk_of(before), "office", name="新办")

    def choose(page: SafetyDialog) -> None:
        page.show()
        qtbot.waitUntil(lambda: len(page.list.list_model.rows) == 1, timeout=20000)
        page.list.setFocus()
        press(ENTER)

    asked: list[str] = []
    monkeypatch.setattr(SafetyDialog, "exec", choose)
    monkeypatch.setattr(messages, "ask", lambda host, question, yes: not asked.append(question))
    assert before.safety_line is not None
    before.safety_line.button.click()
    assert not before.isVisible()
    after = ready(program, qtbot, before)
    assert asked[0].startswith("恢复到今天 ")
    assert "已恢复到 " in after.saved_label.text()
    after.before_closing = None
    after.close()
    assert count(folder, "office") == 2
    (kept,) = folder.glob("恢复前-*")
    assert count(kept, "office") == 3


def test_a_broken_backup_is_told_and_the_old_data_is_shown_again(
    program: Program, qtbot: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages, "show_failure", lambda host, sentence: told.append(sentence))
    program.open(str(folder))
    before = ready(program, qtbot)
    (tmp_path / "坏.zip").write_bytes(b"PK")
    assert restore_in_place(before, folder, tmp_path / "坏.zip") is not None
    after = ready(program, qtbot, before)
    assert "「坏.zip」不是台账的备份" in told[0]
    assert "没有恢复，数据没有改动。" in after.saved_label.text()
    assert not list(folder.glob("恢复前-*"))


def test_a_restore_can_be_cancelled(
    program: Program, qtbot: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.open(str(folder))
    before = ready(program, qtbot)
    made = backing_up.back_up(desk_of(before), "手动")
    restoring = restore_in_place(before, folder, made.path)
    assert restoring is not None
    restoring.reject()
    after = ready(program, qtbot, before)
    assert "已取消恢复，数据没有改动。" in after.saved_label.text()
    assert not list(folder.glob("恢复前-*"))


def test_what_is_typed_and_cannot_be_kept_stops_a_restore(window: MainWindow, folder: Path, tmp_path: Path) -> None:
    window.reopen = lambda where, said: pytest.fail("nothing is to be opened")
    window.are_pages_kept = lambda: False  # type: ignore[method-assign]
    assert restore_in_place(window, folder, tmp_path / "台账.zip") is None
    assert window.isVisible()
    window.are_pages_kept = lambda: True  # type: ignore[method-assign]


def test_a_damaged_file_is_offered_its_backups(
    program: Program, qtbot: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(folder)
    backing_up.back_up(desk, "手动")
    desk.close()
    (folder / FILE_NAME).write_bytes(b"\xa5" * 20_000)
    told: list[str] = []

    def agree(host: QWidget, question: str, answers: tuple[str, ...]) -> int:
        told.append(question)
        return 0

    def choose(choice: BackupChoice) -> int:
        choice.show()
        assert choice.agree.isEnabled()
        QTest.keyClick(choice.list, ENTER)
        return choice.result()

    monkeypatch.setattr(messages, "choose", agree)
    monkeypatch.setattr(BackupChoice, "exec", choose)
    before = program.open(str(folder))
    after = ready(program, qtbot, before)
    assert "已损坏" in told[0]
    assert "已恢复到 " in after.saved_label.text()
    after.before_closing = None
    after.close()
    assert count(folder, "office") == 2


def test_without_a_backup_a_file_may_be_picked(
    window: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choice = BackupChoice(window, tmp_path)
    qtbot.addWidget(choice)
    assert not choice.agree.isEnabled()
    monkeypatch.setattr(backup_choice, "backup_file", lambda parent: None)
    choice.pick()
    assert choice.wanted is None
    monkeypatch.setattr(backup_choice, "backup_file", lambda parent: tmp_path / "台账.zip")
    choice.pick()
    assert choice.wanted == tmp_path / "台账.zip"


def test_a_new_computer_begins_with_a_backup(
    program: Program, qtbot: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(folder)
    backing_up.back_up_to(desk, tmp_path / "台账.zip")
    desk.close()

    def pick(asked: FirstStart) -> int:
        asked.show()
        asked.findChild(QPushButton, "first.restore").click()
        return asked.result()

    monkeypatch.setattr(FirstStart, "exec", pick)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: (str(tmp_path / "台账.zip"), ""))
    before = program.open(str(tmp_path / "新"))
    after = ready(program, qtbot, before)
    qtbot.waitUntil(lambda: after.office_label.text() == "云禾镇党政办公室", timeout=20000)
    assert "已恢复到 " in after.saved_label.text()
