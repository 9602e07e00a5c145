"""The half-typed record (草稿): kept while one types, offered again after a crash, dropped when saved or given up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from app.models.documents.secrecy import SECRET, marked
from app.ui.style import px

if TYPE_CHECKING:
    from app.ui.registers.form import RecordForm

AFTER = 1200
"""Milliseconds without a keystroke before the draft is written."""


class Draft(QObject):
    """The draft of one form."""

    def __init__(self, form: RecordForm) -> None:
        super().__init__(form)
        self.form = form
        self._is_kept = False
        self._notice: QFrame | None = None
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self.keep)

    def keep_soon(self) -> None:
        """The draft is written when the typing pauses."""
        self._timer.start()

    def keep(self) -> None:
        """Writes it off the window's thread; nothing that may be secret is kept (保守国家秘密法)."""
        form, desk = self.form, self.form.clerk.desk
        self._timer.stop()
        if not form.dirty or not form.active or desk is None:
            return
        values = form.read_values()[0]
        secret = values.get("secrecy") in SECRET or any(isinstance(v, str) and marked(v) for v in values.values())
        if secret:
            return
        register, record = form.register, form.record
        self._is_kept = True
        form.host.run_in_background(
            lambda job: desk.keep_draft(register, values, record), lambda _: None, lambda error: None
        )

    def keep_now(self) -> None:
        """Writes it before the window closes."""
        form, desk = self.form, self.form.clerk.desk
        if form.dirty and form.active and desk is not None:
            values = form.read_values()[0]
            if values.get("secrecy") not in SECRET and not any(
                isinstance(v, str) and marked(v) for v in values.values()
            ):
                desk.keep_draft(form.register, values, form.record)

    def drop(self) -> None:
        """The record was saved or given up."""
        self._timer.stop()
        if self._is_kept:
            self._is_kept = False
            self.form.clerk.desk.drop_draft(self.form.register)
        self.forget_notice()

    def offer(self) -> None:
        """Offers a draft that an earlier start left behind; it is looked for off the window's thread."""
        desk, register = self.form.clerk.desk, self.form.register
        self.form.host.run_in_background(lambda job: desk.draft(register), self._offer)

    def _offer(self, kept: tuple[int | None, dict[str, Any]] | None) -> None:
        if kept is not None and self._notice is None and not self.form.dirty:
            self._is_kept = True
            self._notice = self._ask(*kept)
            self.form.notices.addWidget(self._notice)

    def forget_notice(self) -> None:
        """The offer is gone."""
        if self._notice is not None:
            self._notice.deleteLater()
            self._notice = None

    def _ask(self, record: int | None, values: dict[str, Any]) -> QFrame:
        frame = QFrame(self.form)
        frame.setProperty("role", "near")
        frame.setObjectName("draft")
        row = QHBoxLayout(frame)
        row.setContentsMargins(px(10), px(6), px(8), px(6))
        row.addWidget(QLabel("上次有一条没写完", frame), 1)
        for name, label in (("continue", "接着写"), ("drop", "不要了")):
            button = QPushButton(label, frame)
            button.setObjectName(f"draft.{name}")
            button.setAccessibleName(label)
            row.addWidget(button)
            if name == "continue":
                QTimer.singleShot(0, button.setFocus)
            go_on = name == "continue"
            button.clicked.connect(lambda _=False, go_on=go_on: self.go_on(record, values) if go_on else self.drop())
        return frame

    def go_on(self, record: int | None, values: dict[str, Any]) -> None:
        """The draft stands in the form again."""
        self.form.begin(values, record, typed=True)
        self._is_kept = True
