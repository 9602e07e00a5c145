"""What a quick record does not know yet, asked for in a line below the grid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app import kinds
from app.models.outreach.visit import VISIT
from app.services.visit_month import ASKED, Quick
from app.ui.dialogs.frame import button
from app.ui.editors import Editor, editor_for
from app.ui.style import px

if TYPE_CHECKING:
    from app.models.register import Values
    from app.ui.editors.base import Clerk

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class VisitAsking(QWidget):
    """Village, kind and days of one record; Enter goes on and stores at the end, Esc gives it up."""

    answered = Signal(object)
    """The record with what was asked for."""
    given_up = Signal()
    said = Signal(str)

    def __init__(self, clerk: Clerk, parent: QWidget) -> None:
        super().__init__(parent)
        self.quick: Quick | None = None
        self.setObjectName("visit_month.asking")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(4), px(14), px(4))
        row.setSpacing(px(8))
        self.whose = QLabel(self)
        self.whose.setProperty("role", "accent")
        row.addWidget(self.whose)
        self.editors: dict[str, Editor] = {}
        for key in ASKED:
            self._add(row, clerk, key)
        self.store = button("visit_month.store", "登记", self.answer, "primary")
        row.addWidget(self.store)
        row.addStretch(1)
        self.hide()

    def _add(self, row: QHBoxLayout, clerk: Clerk, key: str) -> None:
        field = VISIT.by_key[key]
        editor = editor_for(field, clerk, self)
        editor.setFixedWidth(px(70 if key == "days" else 130))
        line = editor.focusProxy()
        assert line is not None
        line.setObjectName(f"visit_month.{key}")
        line.setAccessibleName(field.label)
        line.installEventFilter(self)
        row.addWidget(QLabel(field.label, self))
        row.addWidget(editor)
        self.editors[key] = editor

    def ask(self, words: str, quick: Quick) -> None:
        """The keyboard goes to the first thing that is missing."""
        self.quick = quick
        self.whose.setText(words)
        for key, editor in self.editors.items():
            editor.set_value(quick.values.get(key))
        self.show()
        self.editors[quick.missing[0]].setFocus()

    def answer(self) -> None:
        """The record as it then is; what cannot be read is said."""
        values: Values = {}
        try:
            for key, editor in self.editors.items():
                editor.settle()
                values[key] = editor.read()
        except kinds.Misread as misread:
            self.said.emit(str(misread))
            return
        assert self.quick is not None
        whole = Quick(self.quick.values | values, self.quick.record)
        if whole.missing:
            self.said.emit(f"请填写「{VISIT.by_key[whole.missing[0]].label}」。")
            self.editors[whole.missing[0]].setFocus()
            return
        self.hide()
        self.answered.emit(whole)

    def give_up(self) -> None:
        """Nothing is stored."""
        self.hide()
        self.given_up.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter to the next empty one, and then it is stored; Esc gives up."""
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress):
            return False
        editor = watched.parent()
        if not isinstance(editor, Editor) or editor.composing:
            return False
        if event.key() in ENTER:
            editor.settle()
            self._go_on(editor, list(self.editors.values()))
            return True
        if event.key() == Qt.Key.Key_Escape:
            if not editor.back_out():
                self.give_up()
            return True
        return False

    def _go_on(self, here: Editor, editors: Sequence[Editor]) -> None:
        behind = [each for each in editors[editors.index(here) + 1 :] if each.is_empty()]
        if behind:
            behind[0].setFocus()
        else:
            self.answer()
