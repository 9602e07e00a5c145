"""数据安全: one sentence whether the data is safe, the backups, and all that can be done for them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from app.services import backing_up, safety, safety_notes
from app.services.exporting import Stopped
from app.services.safety_verdict import Verdict, verdict
from app.store.backups import Backup
from app.store.errors import StoreError
from app.store.places import BACKUPS
from app.store.room import megabytes
from app.ui.dialogs.backup_list import FILTER, BackupList, backup_file, question
from app.ui.dialogs.frame import Dialog, button, line_edit, show_text, text_label
from app.ui.style import px

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.background import Job
    from app.ui.main_window import MainWindow

MOST_TOLD = 8
"""Findings that are shown at once."""
ROLES = {"well": "card", "near": "near", "broken": "broken"}
COLOURS = {"well": "green", "near": "amber", "broken": "red"}


class SafetyDialog(Dialog):
    """The page; ``wanted`` is the backup that is to be restored once it is closed."""

    help_page = "13-data"

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, "safety", "数据安全", 940, 580)
        assert window.desk is not None
        self.desk = window.desk
        self.folder = self.desk.store.folder
        self.wanted: Path | None = None
        self.gone = False
        self.sentence = text_label("正在查看……")
        self.sentence.setObjectName("safety.sentence")
        self.list = BackupList()
        self.list.opened.connect(self.ask_to_restore)
        self.second, self.drilled, self.room = text_label(), text_label(), text_label(role="amber")
        self.second.setObjectName("safety.second.said")
        self.drilled.setObjectName("safety.drill.said")
        self.buttons = {
            "now": button("safety.now", "立即备份", self.back_up, "primary"),
            "restore": button(
                "safety.restore", "从选中的备份恢复…", lambda: self.ask_to_restore(self.list.chosen_backup())
            ),
            "file": button("safety.file", "从文件恢复…", self.pick),
            "export": button("safety.export", "另存一份…", self.save_as),
            "verify": button("safety.verify", "检查数据", self.verify),
            "choose": button("safety.second.choose", "第二份备份到…", self.choose_second),
            "second": button("safety.second", "备份到第二处", self.back_up_second),
            "drill": button("safety.drill", "现在演练", self.drill),
        }
        self.leave = button("safety.close", "关闭", self.reject)
        self.every = line_edit("safety.every", "每多少次改动自动备份一次", str(safety_notes.read(self.folder).every))
        self.every.setFixedWidth(px(70))
        self.every.editingFinished.connect(self.set_every)
        self.lay_out()
        self.list.setFocus()
        self.refresh()

    def lay_out(self) -> None:
        """The sentence, the backups with what is done with them, then what goes on by itself."""
        self.banner = QFrame()
        inside = QVBoxLayout(self.banner)
        inside.setContentsMargins(px(12), px(9), px(12), px(9))
        inside.addWidget(self.sentence)
        self.column.addWidget(self.banner)
        self.column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for name in ("now", "restore", "file", "export"):
            row.addWidget(self.buttons[name])
        row.addStretch(1)
        row.addWidget(self.buttons["verify"])
        self.column.addLayout(row)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.second, 0, 0)
        grid.addWidget(self.buttons["choose"], 0, 1)
        grid.addWidget(self.buttons["second"], 0, 2)
        grid.addWidget(self.drilled, 1, 0)
        grid.addWidget(self.buttons["drill"], 1, 2)
        self.column.addLayout(grid)
        self.column.addWidget(self.room)
        often = QHBoxLayout()
        often.addWidget(QLabel("每"))
        often.addWidget(self.every)
        often.addWidget(text_label("次改动自动备份一次；关闭程序时，以及导入、升级、恢复之前，也会自动备份。"), 1)
        self.column.addLayout(often)
        self.foot(button("safety.folder", "打开文件夹", self.open_folder), self.leave)

    def refresh(self) -> None:
        """Verdict and list as they are now."""

        def work(job: Job) -> tuple[Verdict, list[Backup], safety_notes.Notes]:
            told = verdict(self.desk, datetime.now())
            return told, backing_up.at_all_places(self.folder), safety_notes.read(self.folder)

        self.window_.run_in_background(work, self.show_all)

    def show_all(self, answer: tuple[Verdict, list[Backup], safety_notes.Notes]) -> None:
        """What was found."""
        if self.gone:
            return
        told, found, notes = answer
        self.banner.setProperty("role", ROLES[told.state])
        self.sentence.setProperty("role", COLOURS[told.state])
        for widget in (self.banner, self.sentence):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        show_text(self.sentence, told.sentence)
        show_text(self.second, told.second)
        show_text(self.drilled, told.drill)
        show_text(self.room, told.room)
        self.list.show_backups(found, self.folder, notes.broken)
        self.buttons["second"].setVisible(bool(notes.second))
        self.busy(self.job is not None)

    def busy(self, is_busy: bool) -> None:
        """One thing at a time; what runs can be stopped."""
        for each in self.buttons.values():
            each.setEnabled(not is_busy)
        self.buttons["restore"].setEnabled(not is_busy and self.list.chosen_backup() is not None)
        self.leave.setText("停止" if is_busy else "关闭")
        self.leave.setAccessibleName(self.leave.text())

    def do(self, sentence: str, work: Callable[[Job], Any], said: Callable[[Any], str]) -> None:
        """Work with progress; what came of it stands at the foot, and everything is shown anew."""

        def done(answer: Any) -> None:
            show_text(self.said, said(answer))
            self.refresh()

        def failed(error: BaseException) -> None:
            if not isinstance(error, Stopped):
                self.fail(error)
            self.refresh()

        self.run(sentence, work, done, failed)

    def back_up(self) -> None:
        """A backup now."""
        self.do(
            "正在备份并核对……",
            lambda job: backing_up.back_up(self.desk, "手动", job.progress, job.cancelled),
            lambda made: f"已备份 {megabytes(made.manifest.size)}，已逐项核对。",
        )

    def back_up_second(self) -> None:
        """A backup at the second place."""
        self.do(
            "正在备份到第二处并核对……",
            lambda job: backing_up.back_up_second(self.desk, "手动", job.progress, job.cancelled),
            lambda made: f"第二份已备份到「{made.path.parent}」，已逐项核对。",
        )

    def save_as(self) -> None:
        """One file with everything in it."""
        name = f"台账备份-{datetime.now():%Y-%m-%d}.zip"
        chosen, _ = QFileDialog.getSaveFileName(self, "另存一份备份", name, FILTER)
        if chosen:
            target = Path(chosen if chosen.lower().endswith(".zip") else f"{chosen}.zip")
            self.do(
                "正在另存并核对……",
                lambda job: backing_up.back_up_to(self.desk, target, job.progress, job.cancelled),
                lambda made: f"已另存为「{made.path}」，已逐项核对，带到哪里都能恢复。",
            )

    def verify(self) -> None:
        """Is everything whole."""
        self.do(
            "正在检查数据、附件和最近的备份……",
            lambda job: safety.verify(self.desk, job.progress, job.cancelled),
            self.told_of,
        )

    def told_of(self, found: safety.Verified) -> str:
        """What a check found; problems are read before anything else is done."""
        from app.ui.messages import show_failure

        if not found.findings:
            return "检查完毕：数据完好，附件都在" + ("，最近的备份完好。" if found.newest else "。")
        more = [f"……共 {len(found.findings)} 处。"] if len(found.findings) > MOST_TOLD else []
        show_failure(self, "\n".join([*found.findings[:MOST_TOLD], *more]))
        return f"检查发现 {len(found.findings)} 处问题。"

    def drill(self) -> None:
        """The newest backup is restored for trial."""
        self.do(
            "正在把最近的备份恢复到临时文件夹里核对……",
            lambda job: safety.drill(self.desk, job.progress, job.cancelled),
            lambda drilled: drilled.failed or f"演练成功，用了 {drilled.seconds:.0f} 秒，恢复出来的与清单一致。",
        )

    def choose_second(self) -> None:
        """The second place is chosen, and gets its first backup at once."""
        chosen = QFileDialog.getExistingDirectory(self, "第二份备份放在哪里（移动盘或另一块硬盘）")
        if not chosen:
            return
        self.do(
            "正在备份到第二处并核对……",
            lambda job: (
                backing_up.set_second(self.desk, Path(chosen)),
                backing_up.back_up_second(self.desk, "手动", job.progress, job.cancelled),
            ),
            lambda answer: answer[0] or f"第二份已备份到「{answer[1].path.parent}」，已逐项核对。",
        )

    def set_every(self) -> None:
        """How many changes make a backup due; what is no such number is told, and what was kept stands there again."""
        kept, typed = safety_notes.read(self.folder).every, self.every.text().strip()
        if typed == str(kept):
            return
        try:
            backing_up.set_every(self.desk, int(typed) if typed.isdecimal() else 0)
            show_text(self.said, f"已改为每 {int(typed)} 次改动备份一次。")
        except (backing_up.CannotBackUp, StoreError) as error:
            self.every.setText(str(kept))
            self.fail(error)

    def pick(self) -> None:
        """A backup from elsewhere."""
        chosen = backup_file(self)
        if chosen is not None:
            self.restore(chosen, None)

    def ask_to_restore(self, backup: Backup | None) -> None:
        """The backup at hand."""
        if backup is not None and self.job is None:
            self.restore(backup.path, backup.at)

    def restore(self, source: Path, at: datetime | None) -> None:
        """After a question the page closes, and the window restores."""
        from app.ui.messages import ask

        if ask(self, question(at), "恢复"):
            self.wanted = source
            self.accept()

    def done(self, answer: int) -> None:
        """The page is closed: answers that come later are not shown."""
        self.gone = True
        super().done(answer)

    def open_folder(self) -> None:
        """The backups in the system's own window."""
        place = self.folder / BACKUPS
        place.mkdir(exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
