"""What keeps the text of a template that is not saved: a draft beside it, offered again after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.ui.dialogs.frame import button, text_label

if TYPE_CHECKING:
    from app.ui.pages.template_editor import TemplateEditor

DRAFT_AFTER = 1200
"""Milliseconds without a key before the unsaved text is kept."""


class UnsavedText(QFrame):
    """The draft of one editor; it is seen where an earlier sitting left one."""

    def __init__(self, editor: TemplateEditor) -> None:
        super().__init__()
        self.editor = editor
        self.setObjectName("template.unsaved")
        self.setProperty("role", "near")
        self.later = QTimer(self, singleShot=True, interval=DRAFT_AFTER)
        self.later.timeout.connect(self.keep)
        self.said = text_label()
        self.left = ""
        row = QHBoxLayout(self)
        row.addWidget(self.said, 1)
        row.addWidget(button("template.continue", "接着改", self.take))
        row.addWidget(button("template.drop", "不要了", self.give_up))
        self.hide()

    def settle(self) -> None:
        """The text is saved or given up: nothing more is to be kept."""
        self.later.stop()
        self.hide()

    def keep(self) -> None:
        """The unsaved text is kept against a crash, off the window's thread."""
        from app.services.templates import drop_draft, keep_draft

        editor = self.editor
        self.later.stop()
        if not editor.unsaved:
            return
        desk, key, text = editor.desk, editor.key, editor.text.toPlainText()

        def kept(_: object) -> None:
            if key != editor.key or not editor.unsaved:
                drop_draft(desk, key)

        editor.window_.run_in_background(lambda job: keep_draft(desk, key, text), kept, lambda error: None)

    def offer(self) -> None:
        """What was left unsaved is offered."""
        from app.services.templates import kept_draft

        left = kept_draft(self.editor.desk, self.editor.key)
        self.setVisible(left is not None)
        if left is not None:
            self.left, at = left
            self.said.setText(f"{at.month}月{at.day}日 {at:%H:%M} 改到一半的模板没有保存。")

    def take(self) -> None:
        """The text goes on from what was left."""
        self.hide()
        self.editor.text.setPlainText(self.left)
        self.editor.text.setFocus()

    def give_up(self) -> None:
        """What was left, or stands unsaved, is not wanted."""
        from app.services.templates import drop_draft

        drop_draft(self.editor.desk, self.editor.key)
        self.settle()
