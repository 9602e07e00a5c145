"""Sentences to the person: toasts, failures, questions, progress; each one Chinese sentence, never a traceback."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QMessageBox, QProgressBar, QPushButton, QWidget

from app.ui.style import px

if TYPE_CHECKING:
    from app.ui.background import Job
    from app.ui.host import Host

TOAST_FOR = 3500
"""Milliseconds for which a toast stays."""
log = logging.getLogger("taizhang")


def sentence_of(error: BaseException) -> str:
    """What an error says to the person: its own sentence where it was written for one."""
    from app.kinds import Misread
    from app.services.records import Refused
    from app.store.errors import StoreError

    text = str(error).strip()
    if isinstance(error, OSError) and error.errno is not None:
        text = ""
    written_for_people = isinstance(error, (Misread, Refused, StoreError)) or any(
        "\u4e00" <= c <= "\u9fff" for c in text
    )
    if written_for_people and text:
        return text
    if isinstance(error, OSError):
        return f"文件不能读写{_place_of(error)}，请检查它是否存在、是否被别的程序打开、磁盘是否已满。"
    log.error("unexpected", exc_info=error)
    return "这一步没有做成，数据没有改动；请再试一次，仍不行请把数据目录里的备份和这句话告诉维护人员。"


def _place_of(error: OSError) -> str:
    """The file as the person knows it: of one half made its folder."""
    path = Path(os.fsdecode(error.filename or ""))
    place = path.parent if path.name.startswith(".") else path
    return f"：{place}" if error.filename else ""


def answered(dialog: QDialog) -> bool:
    """Whether a dialog was agreed to; it is gone afterwards."""
    agreed = bool(dialog.exec())
    dialog.deleteLater()
    return agreed


def show_error(host: Host, error: BaseException) -> None:
    """An error as a sentence that must be read."""
    host.fail(sentence_of(error))


def show_failure(host: QWidget, sentence: str) -> None:
    """A sentence with one button."""
    box = QMessageBox(QMessageBox.Icon.Warning, "台账", sentence, QMessageBox.StandardButton.NoButton, host)
    box.setObjectName("failure")
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    answered(box)


def choose(host: QWidget, question: str, answers: Sequence[str]) -> int | None:
    """Which of several answers the person gives, None for going back (Esc)."""
    box = QMessageBox(QMessageBox.Icon.Question, "台账", question, QMessageBox.StandardButton.NoButton, host)
    box.setObjectName("question")
    buttons = [box.addButton(answer, QMessageBox.ButtonRole.AcceptRole) for answer in answers]
    back = box.addButton("返回", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(back)
    answered(box)
    return next((at for at, button in enumerate(buttons) if button is box.clickedButton()), None)


def ask(host: QWidget, question: str, yes: str, no: str = "取消") -> bool:
    """A question with two buttons; Esc is no."""
    box = QMessageBox(QMessageBox.Icon.Question, "台账", question, QMessageBox.StandardButton.NoButton, host)
    box.setObjectName("question")
    agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refused = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(agreed)
    box.setEscapeButton(refused)
    answered(box)
    return box.clickedButton() is agreed


def show_toast(host: Host, sentence: str) -> None:
    """A sentence above the status line that goes away by itself."""
    toast = host.findChild(QLabel, "toast")
    if toast is None:
        toast = QLabel(host)
        toast.setObjectName("toast")
        toast.setProperty("role", "toast")
        toast.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        toast.timer = QTimer(toast, singleShot=True, interval=TOAST_FOR)  # type: ignore[attr-defined]
        toast.timer.timeout.connect(toast.hide)  # type: ignore[attr-defined]
    toast.setText(sentence)
    toast.adjustSize()
    toast.move((host.width() - toast.width()) // 2, host.height() - toast.height() - px(44))
    toast.show()
    toast.raise_()
    toast.timer.start()  # type: ignore[attr-defined]


class Progress(QWidget):
    """What a piece of work does, how far it is, and 取消; stands in the status line."""

    def __init__(self, host: Host, job: Job, title: str) -> None:
        super().__init__(host)
        self.job, self.host = job, host
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(px(160))
        self.bar.setAccessibleName(title)
        stop = QPushButton("取消", self)
        stop.setObjectName("action.cancel")
        stop.setAccessibleName(f"取消{title}")
        stop.setProperty("kind", "quiet")
        stop.clicked.connect(job.cancel)
        row.addWidget(QLabel(title, self))
        row.addWidget(self.bar)
        row.addWidget(stop)
        host.workers.progressed.connect(self._move)
        host.workers.ended.connect(self._end)

    def _move(self, job: Job, done: int, total: int) -> None:
        if job is self.job:
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def _end(self, job: Job) -> None:
        if job is self.job:
            self.host.statusBar().removeWidget(self)
            self.deleteLater()


def show_progress(host: Host, job: Job, title: str) -> None:
    """The work's progress stands in the status line until it ends."""
    host.statusBar().addWidget(Progress(host, job, title))
