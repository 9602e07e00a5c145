"""Opening the data after the first paint, and the first start of an office."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.background import Job
    from app.ui.main_window import MainWindow


def folder_meant(folder: str) -> Path:
    """The data folder of a call: what was given, else TAIZHANG_DATA, else the user's own."""
    import os

    from app.store.opening import default_folder

    return Path(folder or os.environ.get("TAIZHANG_DATA") or default_folder())


def opened(folder: str) -> tuple[Desk | None, str]:
    """Runs off the window's thread: (desk, None where there is no data yet; the folder meant)."""
    import app.ui.registers.tab_page  # noqa: F401  imported here, where nobody waits for it
    from app.services.desk import open_desk
    from app.store.errors import StoreMissing

    where = folder_meant(folder)
    try:
        desk = open_desk(where)
    except StoreMissing:
        return None, str(where)
    return desk, str(where)


def office_name(desk: Desk) -> str:
    """What stands beside the program's name."""
    return str(desk.setting("office", "") or "")


def index_waiting(desk: Desk, job: Job) -> int:
    """Records that came in large numbers are made findable; stopping in between loses nothing."""
    from app.services.indexing import catch_up

    return catch_up(desk, job.cancelled)


WARM = (
    "app.rules",
    "app.services.today",
    "app.services.drafts",
    "app.services.summaries",
    "app.services.person_year",
    "app.services.comparing",
    "app.services.printed_lists",
    "app.services.material",
    "app.services.templates",
)
"""What pages import when they are first opened: read beforehand, off the window's thread, so that none waits for it."""


def warm(job: Job) -> None:
    """Imports it, one module after another, as long as the window stands."""
    for name in WARM:
        if job.cancelled():
            return
        importlib.import_module(name)


class Opening(QObject):
    """Brings a window to its data: opens it, or asks what a new office needs."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window

    def start(self, folder: str) -> None:
        """Modules are imported and the data is opened off the window's thread."""
        self.window.run_in_background(lambda job: opened(folder), self._answer, self._failed)

    def _answer(self, answer: tuple[Desk | None, str]) -> None:
        self.window.ready.connect(self._rest)
        desk, where = answer
        if desk is not None:
            self.window.settle(desk)
            return
        from app.ui.first_start import FirstStart

        asked = FirstStart(self.window, where)
        if not asked.exec():
            self.window.close()
            return
        if asked.backup is not None:
            self._restore(Path(asked.folder.text().strip()).expanduser(), asked.backup)
            return
        self.window.run_in_background(lambda job: asked.make(), self._made, self._failed, "正在建立数据目录")

    def _made(self, desk: Any) -> None:
        self.window.settle(desk)

    def _rest(self) -> None:
        """What the start left out: the office's name, drafts, Qt in Chinese, and the collecting of rubbish."""
        import gc

        from app.ui.safety_line import SafetyLine
        from app.ui.shell_parts import offer_draft, speak_chinese

        gc.freeze()
        gc.enable()
        speak_chinese()
        window, desk = self.window, self.window.desk
        if desk is not None:
            window.run_in_background(lambda job: office_name(desk), window.office_label.setText)
            window.run_in_background(lambda job: index_waiting(desk, job), lambda indexed: None)
            window.now_line.ask()
            window.run_in_background(warm, lambda _: None)
            window.safety_line = SafetyLine(window)
            window.safety_line.ask()
            offer_draft(window)

    def _restore(self, folder: Path, backup: Path) -> None:
        """Another window opens on the data of a backup."""
        from app.ui.restoring import restore_in_place

        if restore_in_place(self.window, folder, backup) is None:
            self.window.close()

    def _failed(self, error: BaseException) -> None:
        """Without data there is nothing to show: a damaged file is offered its backups, else the window closes."""
        from app.store.errors import StoreDamaged
        from app.ui.messages import choose, sentence_of

        folder = folder_meant(self.window.folder)
        if not isinstance(error, StoreDamaged):
            self.window.fail(sentence_of(error))
        elif choose(self.window, sentence_of(error), ("从备份恢复…",)) == 0:
            from app.ui.dialogs.backup_choice import BackupChoice

            asked = BackupChoice(self.window, folder)
            if asked.exec() and asked.wanted is not None:
                self._restore(folder, asked.wanted)
                return
        self.window.close()
