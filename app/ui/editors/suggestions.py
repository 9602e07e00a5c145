"""The list under a line that offers what may be meant; the keyboard stays in the line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.ui.style import px

AT_MOST = 9
"""Lines shown without scrolling."""


class Offer(NamedTuple):
    """One line of the list."""

    meant: Any
    """What it stands for; None for the line that adds a new record."""
    text: str
    hint: str = ""


class Suggestions(QListWidget):
    """A list over the window, under the line it serves."""

    taken = Signal()
    """One was clicked."""

    def __init__(self, line: QWidget) -> None:
        super().__init__(line.window())
        self.line = line
        self.setObjectName("suggestions")
        self.setAccessibleName("候选")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        line.destroyed.connect(self.deleteLater)
        self.itemClicked.connect(self.taken.emit)
        self.hide()

    def offer(self, offers: Sequence[Offer], chosen: int | None = 0) -> None:
        """Shows these, one of them chosen; hides where there are none."""
        self.clear()
        for one in offers:
            item = QListWidgetItem(f"{one.text}　{one.hint}" if one.hint else one.text, self)
            item.setData(Qt.ItemDataRole.UserRole, one)
        if not offers:
            self.hide()
            return
        if chosen is not None:
            self.setCurrentRow(chosen)
        self._place(len(offers))
        self.show()
        self.raise_()

    def _place(self, lines: int) -> None:
        """Under the line, or above it where there is no room."""
        window = self.line.window()
        height = min(lines, AT_MOST) * self.sizeHintForRow(0) + px(8)
        width = max(self.line.width(), min(self.sizeHintForColumn(0) + px(28), px(420)))
        at = self.line.mapTo(window, QPoint(0, self.line.height() + 1))
        if at.y() + height > window.height():
            at.setY(self.line.mapTo(window, QPoint(0, 0)).y() - height - 1)
        at.setX(max(0, min(at.x(), window.width() - width)))
        self.setGeometry(at.x(), at.y(), width, height)

    def chosen(self) -> Offer | None:
        """The line that Enter would take."""
        item = self.currentItem() if self.isVisible() else None
        offer: Offer | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return offer

    def move_by(self, step: int) -> None:
        """Up or down, round the ends."""
        if self.count():
            self.setCurrentRow((self.currentRow() + step) % self.count())
