"""How the program starts: window or command, first start, and work off the window's thread."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from app.__main__ import window_folder
from app.services.desk import open_desk
from app.ui.background import Job, Workers
from app.ui.dialogs.import_dialog import ImportDialog
from app.ui.first_start import FirstStart
from app.ui.main_window import MainWindow
from app.ui.messages import sentence_of


@pytest.mark.parametrize(
    ("argv", "folder"), [([], ""), (["--data", "/d"], "/d"), (["--data=/d"], "/d"), (["--data", "/d", "check"], None)]
)
def test_window_or_command(argv: list[str], folder: str | None) -> None:
    assert window_folder(argv) == folder


def test_the_first_paint_waits_for_nothing_heavy() -> None:
    heavy = ("sqlalchemy", "docx", "reportlab", "jinja2", "pypinyin", "alembic", "pypdfium2")
    code = f"import sys, app.__main__, app.ui.launch; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_new_office_is_asked_its_name(qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(dialog: QDialog) -> int:
        dialog.town.setText("云禾镇")
        dialog.office.setText("云禾镇党政办公室")
        return 1

    monkeypatch.setattr(FirstStart, "exec", answer)
    window = MainWindow(str(tmp_path / "new"))
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.ready, timeout=20000):
        window.begin()
    qtbot.waitUntil(lambda: window.office_label.text() == "云禾镇党政办公室")
    window.close()
    desk = open_desk(tmp_path / "new")
    assert desk.setting("town") == "云禾镇"
    desk.close()


def test_a_folder_in_use_is_told_in_a_sentence(
    window: MainWindow, folder: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(MainWindow, "fail", lambda self, sentence: said.append(sentence))
    second = MainWindow(str(folder))
    qtbot.addWidget(second)
    second.show()
    second.begin()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].endswith("。")
    assert "\n" not in said[0]


def test_work_answers_on_the_windows_thread(window: MainWindow, qtbot: Any) -> None:
    answers: list[int] = []
    window.run_in_background(lambda job: 6 * 7, answers.append)
    qtbot.waitUntil(lambda: answers == [42])


def test_cancelled_work_knows_it(qtbot: Any, window: MainWindow) -> None:
    def work(job: Job) -> str:
        while not job.cancelled():
            job.progress(1, 2)
        return "stopped"

    answers: list[str] = []
    job = window.run_in_background(work, answers.append, title="正在试")
    assert "取消正在试" in [
        button.accessibleName() for button in window.statusBar().findChildren(type(window.year_button))
    ]
    job.cancel()
    qtbot.waitUntil(lambda: answers == ["stopped"])


def test_errors_become_sentences(qtbot: Any, window: MainWindow) -> None:
    errors: list[BaseException] = []
    Workers(window).start(lambda job: 1 / 0, print, errors.append)
    window.run_in_background(lambda job: 1 / 0, print, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert "维护人员" in sentence_of(errors[0])
    assert sentence_of(ValueError("年度不对。")) == "年度不对。"


def test_pasted_rows_go_through_the_import_preview(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    class Preview(QDialog):
        def __init__(self, host: MainWindow, register: str, path: Path) -> None:
            super().__init__(host)
            seen.append(f"{register}\n{path.read_text(encoding='utf-8-sig')}")

        def exec(self) -> int:
            return 0

    monkeypatch.setattr("app.ui.dialogs.import_dialog.ImportDialog", Preview)
    assert ImportDialog is not Preview
    QGuiApplication.clipboard().setText("名称\t村主任\n石桥村\t李二\n")
    window.open_register("village").acting.act("paste")
    assert seen[0].splitlines() == ["village", "名称,村主任", "石桥村,李二"]
