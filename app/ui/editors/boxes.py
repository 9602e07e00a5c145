"""Boxes of yes and no: empty until ticked, and a 否 of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.editors.base import Clerk, Editor

if TYPE_CHECKING:
    from app.models.register import Field

EMPTY, NO, YES = Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked
STATES = {None: EMPTY, False: NO, True: YES}
NEXT = {EMPTY: YES, YES: NO, NO: EMPTY}
"""What the space bar or a click makes of a box."""
KEYS = {Qt.Key.Key_Y: YES, Qt.Key.Key_1: YES, Qt.Key.Key_N: NO, Qt.Key.Key_0: NO, Qt.Key.Key_Delete: EMPTY}


class Box(QCheckBox):
    """A box of three states; Y and N set it directly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTristate(True)
        self.setToolTip("空格：是 → 否 → 不填")

    def nextCheckState(self) -> None:
        """是, then 否, then empty again."""
        self.setCheckState(NEXT[self.checkState()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Y or 1 is 是, N or 0 is 否, Delete empties."""
        if event.key() in KEYS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.setCheckState(KEYS[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)


class YesNoEditor(Editor):
    """One box with its label beside it."""

    def __init__(self, field: Field, clerk: Clerk, parent: QWidget | None = None) -> None:
        super().__init__(field, clerk, parent)
        self.box = Box(self)
        self.hold(self.box)
        self._showing = False
        self.box.checkStateChanged.connect(self._ticked)

    def with_label(self) -> YesNoEditor:
        """The box says its own label: in a line of boxes."""
        self.box.setText(self.field.label)
        return self

    def _ticked(self) -> None:
        if not self._showing:
            self.changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells that the keyboard went elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()

    def set_value(self, value: Any) -> None:
        """Ticked, crossed or empty."""
        self._showing = True
        self.box.setCheckState(STATES[value])
        self._showing = False

    def read(self) -> bool | None:
        """True, False, or None for an empty box."""
        return {EMPTY: None, NO: False, YES: True}[self.box.checkState()]
