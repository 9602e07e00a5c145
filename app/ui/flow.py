"""A layout that goes on in the next line where the width does not suffice: tool rows and lines of boxes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from app.ui.style import px


class Flow(QLayout):
    """Widgets side by side, then below; a stretch pushes what follows to the right while all fit in one line."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6, margins: tuple[int, int, int, int] = (0, 0, 0, 0)):
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._stretch_before: int | None = None
        self._gap = px(gap)
        self.setContentsMargins(*(px(margin) for margin in margins))

    def addItem(self, item: QLayoutItem) -> None:
        """Takes one more."""
        self._items.append(item)

    def add_stretch(self) -> None:
        """What is added from now on stands at the right."""
        self._stretch_before = len(self._items)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Takes one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Neither way."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that a width needs."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rectangle: QRect) -> None:
        """Places everything."""
        super().setGeometry(rectangle)
        self._place(rectangle, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self._gap for size in shown)
        return self._with_margins(QSize(width, max((size.height() for size in shown), default=0)))

    def minimumSize(self) -> QSize:
        """The widest of them."""
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        width, height = (max((each(size) for size in shown), default=0) for each in (QSize.width, QSize.height))
        return self._with_margins(QSize(width, height))

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rectangle: QRect, move: bool) -> int:
        """Places all, or only reckons; the height used."""
        margins = self.contentsMargins()
        inside = rectangle.marginsRemoved(margins)
        fits = self.sizeHint().width() <= rectangle.width()
        x, y, line = inside.x(), inside.y(), 0
        tallest = self.sizeHint().height() - margins.top() - margins.bottom()
        spare = max(rectangle.width() - self.sizeHint().width(), 0)
        for at, item in enumerate(self._items):
            if fits and at == self._stretch_before:
                x += spare
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x + size.width() > inside.right() + 1 and line:
                x, y, line = inside.x(), y + line + min(self._gap, px(4)), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y + (tallest - size.height()) // 2), size))
            x, line = x + size.width() + self._gap, tallest
        return y + line - rectangle.y() + margins.bottom()
