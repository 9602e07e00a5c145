"""What is typed into: a line and a prose box that know of the input method, and leave the program's keys alone."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.ui.style import px

PROGRAM_KEYS = (Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_D, Qt.Key.Key_F, Qt.Key.Key_P)
"""With Ctrl these are the program's, also where a box would take them for itself."""


def is_for_the_program(event: QEvent, can_undo: bool) -> bool:
    """True for a key that must pass a box by: Ctrl+N and the like, and Ctrl+Z where no typing is left to undo."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not can_undo
    return event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in PROGRAM_KEYS


class Line(QLineEdit):
    """One line; ``composing`` while an input method holds keys, a faint remark at its right end."""

    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = False
        self._remark: QLabel | None = None

    def remark(self, text: str, role: str = "faint") -> None:
        """A faint word at the right end, such as 今天 or 元."""
        if self._remark is None:
            if not text:
                return
            self._remark = QLabel(self)
            self._remark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._remark.setProperty("role", role)
        self._remark.setText(text)
        self._place_remark()
        self._remark.show()

    def _place_remark(self) -> None:
        if self._remark is None:
            return
        self._remark.adjustSize()
        icon = px(24) if self.actions() else 0
        self._remark.move(
            self.width() - self._remark.width() - px(8) - icon, (self.height() - self._remark.height()) // 2
        )
        self.setTextMargins(0, 0, self._remark.width() + px(4) if self._remark.text() else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The remark stays at the right end."""
        super().resizeEvent(event)
        self._place_remark()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """The composition is shown in place."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keys of the program pass by."""
        if is_for_the_program(event, self.isUndoAvailable() and not self.isReadOnly()):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells that the keyboard went elsewhere, unless only a menu opened."""
        super().focusOutEvent(event)
        self.composing = False
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class Prose(QPlainTextEdit):
    """Several lines; grows with its text. Enter belongs to the form, Alt+Enter and Ctrl+Enter begin a line."""

    left = Signal()
    LINES = (2, 12)
    """Fewest and most lines shown."""
    ROUND = 16
    """Pixels at 100 % round the lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        lines = min(max(int(self.document().size().height()), self.LINES[0]), self.LINES[1])
        wanted = lines * ceil(QFontMetricsF(self.font()).lineSpacing()) + px(self.ROUND)
        if wanted != self.minimumHeight():
            self.setFixedHeight(wanted)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """The composition is shown in place."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keys of the program pass by."""
        if is_for_the_program(event, self.document().isUndoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Enter and Ctrl+Enter begin a new line."""
        new_line = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & new_line:
            self.insertPlainText("\n")
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells that the keyboard went elsewhere."""
        super().focusOutEvent(event)
        self.composing = False
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class WrappedLine(Prose):
    """One line of text that is seen whole: it goes on below where the box is too narrow, and holds no line ends."""

    LINES = (1, 6)
    ROUND = 10

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def text(self) -> str:
        """What stands there."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Shows a text from its beginning."""
        if text != self.toPlainText():
            self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for the form, whatever is held with it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted stands in one line: the breaks of a copied title are none of its own."""
        self.insertPlainText("".join(source.text().split("\n")))
