"""A program killed while somebody types: the next start offers what was typed, and a summary keeps its words."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from app.models import BY_KEY
from app.reports.document import Paragraph, plain
from app.services import drafts
from app.services.desk import open_desk
from app.ui import style
from app.ui.main_window import MainWindow

TYPING = """
import sys, time
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from app.models import BY_KEY
from app.services import drafts
from app.ui import style
from app.ui.main_window import MainWindow
from tests.ui.conftest import NEW, focused, press

folder, what = sys.argv[1:]
application = QApplication([])
style.apply(application)
kept = QSettings(folder + "/window.ini", QSettings.Format.IniFormat)
kept.setValue("tab", "meetings")
kept.sync()
window = MainWindow(folder)
ready = []
window.ready.connect(lambda: ready.append(True))
window.show()
window.begin()

def until(true):
    end = time.monotonic() + 40
    while not true():
        assert time.monotonic() < end, "waited too long"
        application.processEvents()

until(lambda: ready)
if what == "record":
    press(NEW)
    until(lambda: focused().objectName() == "field.meeting.title")
    press("没写完的会")
    until(lambda: window.desk.draft(BY_KEY["meeting"]) is not None)
else:
    page = window.open_tab("summaries")
    until(lambda: page.draft is not None and not window.workers.jobs)
    page.text.setFocus()
    cursor = page.text.textCursor()
    cursor.movePosition(cursor.MoveOperation.Start)
    for _ in range(3):
        cursor.movePosition(cursor.MoveOperation.NextBlock)
    cursor.movePosition(cursor.MoveOperation.EndOfBlock)
    page.text.setTextCursor(cursor)
    press("这句话不能丢。")
    until(lambda: drafts.versions(window.desk, page.chosen_style(), window.year))
print("kept", flush=True)
while True:
    application.processEvents()
"""


def killed_while_typing(folder: Path, what: str) -> None:
    """The real program types in another process and is killed by the system once the words are kept."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])}
    typing = [sys.executable, "-c", TYPING, str(folder), what]
    with subprocess.Popen(typing, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = child.stdout.readline()
        child.kill()
        assert said == "kept\n", child.stderr.read() if child.stderr else ""
    assert child.returncode == -signal.SIGKILL


@pytest.fixture
def folder(empty_folder: Path, tmp_path: Path) -> Path:
    """An office with a name and nothing else."""
    import shutil

    from app.services.settings import set_names

    made = Path(shutil.copytree(empty_folder, tmp_path / "data"))
    desk = open_desk(made)
    set_names(desk, {"county": "云山县", "town": "云禾镇", "office": "云禾镇党政办公室"})
    desk.close()
    return made


@pytest.fixture
def reopened(folder: Path, qtbot: Any, qapp: Any) -> Iterator[MainWindow]:
    """The next start after a record was half typed."""
    killed_while_typing(folder, "record")
    style.apply(qapp)
    window = MainWindow(str(folder))
    window.show()
    with qtbot.waitSignal(window.ready, timeout=20000):
        window.begin()
    yield window
    window.open_register("meeting").form.dirty = False
    window.close()
    window.deleteLater()


def test_a_half_typed_record_is_offered_after_a_kill(reopened: MainWindow, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: reopened.findChild(QPushButton, "draft.continue") is not None, timeout=20000)
    reopened.findChild(QPushButton, "draft.continue").click()
    form = reopened.open_register("meeting").form
    assert form.values["title"] == "没写完的会"
    assert form.dirty


def test_words_typed_into_a_summary_are_there_after_a_kill(folder: Path) -> None:
    killed_while_typing(folder, "summary")
    desk = open_desk(folder)
    try:
        assert desk.draft(BY_KEY["meeting"]) is None
        document = drafts.present(desk, "annual", desk.today().year).draft.document
        told = [plain(block.text) for block in document.blocks if isinstance(block, Paragraph)]
        assert any("这句话不能丢。" in each for each in told)
    finally:
        desk.close()
