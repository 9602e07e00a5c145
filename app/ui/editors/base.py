"""What every editor of a field is, and what it may ask of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from app.models.register import Field


class Clerk(Protocol):
    """What an editor asks of the form it stands in."""

    def read(self, field: Field, text: str) -> Any:
        """The value of a typed text; Misread says what is wrong with it."""

    def show(self, field: Field, value: Any) -> str:
        """A value as text."""

    def complete(self, register: str, typed: str) -> list[tuple[int, str, str]]:
        """Records that may be meant: (id, name, hint)."""

    def add(self, register: str, name: str) -> int | None:
        """A new record of that name, if the person makes one."""


class Editor(QWidget):
    """The editor of one field; a subclass says how a value is shown and read."""

    changed = Signal()
    """The person changed it."""
    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, field: Field, clerk: Clerk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.clerk = field, clerk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def hold(self, widget: QWidget) -> None:
        """The widget that takes the keys, named for tests and screen readers by whoever knows the register."""
        self.column.addWidget(widget)
        self.setFocusProxy(widget)

    @property
    def composing(self) -> bool:
        """Whether an input method holds the keys."""
        return bool(getattr(self.focusProxy(), "composing", False))

    def set_value(self, value: Any) -> None:
        """Shows a value."""
        raise NotImplementedError

    def read(self) -> Any:
        """The value that stands there; Misread where it is none."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Whether nothing has been typed."""
        return self.read() in (None, "", ())

    def settle(self) -> None:
        """What was typed is taken: a suggestion accepted, a date written out."""

    def set_wrong(self, wrong: bool) -> None:
        """Red border or none."""
        widget = self.focusProxy()
        if widget is not None and widget.property("wrong") != wrong:
            widget.setProperty("wrong", wrong)
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def back_out(self) -> bool:
        """Esc was pressed: True where the editor itself had something to close."""
        return False
