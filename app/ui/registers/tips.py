"""The tip of a field: what it asks for, and the limits that look at it, made when the mouse rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.models.register import Field


class FieldTip(QObject):
    """Serves the label and the editor of one field."""

    def __init__(self, register: str, field: Field, parent: QWidget, *widgets: QWidget) -> None:
        super().__init__(parent)
        self.register, self.field = register, field
        self.own = {widget: widget.toolTip() for widget in widgets}
        """What a widget says of itself, such as how a box is ticked."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The tip is written before Qt shows it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(watched, QWidget):
            watched.setToolTip(self.text(watched))
        return super().eventFilter(watched, event)

    def text(self, widget: QWidget) -> str:
        """Help first, then the limits, each on a line of its own."""
        from app.services.clauses_of_field import clauses_of

        told = (self.field.help, *clauses_of(self.register, self.field.key), self.own[widget])
        return "\n".join(filter(None, told))
