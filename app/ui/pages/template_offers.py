"""The list under the cursor that offers slots and figures, each with its present value at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.ui import style
from app.ui.style import px

if TYPE_CHECKING:
    from app.services.templates import Asked, Completion

LINES, WIDTH = 8, 470


class ValueAtTheRight(QStyledItemDelegate):
    """A line with its name at the left and its value, softer, at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The name as usual, then the value."""
        super().paint(painter, option, index)
        one: Completion = index.data(Qt.ItemDataRole.UserRole)
        area: QRect = option.rect  # type: ignore[attr-defined]
        metrics = painter.fontMetrics()
        left = metrics.horizontalAdvance(one.label) + px(28)
        told = metrics.elidedText(one.present, Qt.TextElideMode.ElideRight, area.width() - left - px(8))
        painter.save()
        painter.setPen(QColor(style.ACCENT if one.kind == "figure" else style.FAINT))
        box = area.adjusted(left, 0, -px(8), 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told)
        painter.restore()


class Offers(QListWidget):
    """Over the window, under the cursor of the text it serves; the keyboard stays in the text."""

    taken = Signal()

    def __init__(self, text: QPlainTextEdit) -> None:
        super().__init__(text)
        self.text = text
        self.asked: Asked | None = None
        self.setObjectName("suggestions")
        self.setAccessibleName("可写的内容")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(ValueAtTheRight(self))
        self.about = QLabel(text)
        self.about.setWordWrap(True)
        self.about.setStyleSheet(
            f"background: {style.HEADER}; border: 1px solid {style.ACCENT}; color: {style.SOFT}; padding: {px(5)}px;"
        )
        self.about.hide()
        self.itemClicked.connect(lambda: self.taken.emit())
        self.currentRowChanged.connect(lambda: self.tell())
        self.hide()

    def offer(self, offers: Sequence[Completion], asked: Asked, at: QPoint) -> None:
        """Shows these under the cursor, the first one chosen; hides where there are none."""
        self.asked = asked
        self.clear()
        for one in offers:
            item = QListWidgetItem(one.label, self)
            item.setData(Qt.ItemDataRole.UserRole, one)
        if not offers:
            self.hide()
            return
        window = self.text.window()
        self.setParent(window)
        self.about.setParent(window)
        height = min(len(offers), LINES) * self.sizeHintForRow(0) + px(10)
        place = self.text.viewport().mapTo(window, at + QPoint(0, px(3)))
        if place.y() + height + px(70) > window.height():
            place.setY(max(0, place.y() - height - self.text.fontMetrics().height() - px(8)))
        place.setX(max(0, min(place.x(), window.width() - px(WIDTH) - px(8))))
        self.setGeometry(place.x(), place.y(), px(WIDTH), height)
        self.show()
        self.raise_()
        self.setCurrentRow(0)
        self.tell()

    def tell(self) -> None:
        """What the chosen one counts, under the list."""
        one = self.chosen()
        self.about.setVisible(bool(one and one.about))
        if one is not None and one.about:
            self.about.setText(one.about)
            self.about.setFixedWidth(self.width())
            self.about.adjustSize()
            below = self.geometry().bottom() + 1
            if below + self.about.height() > self.text.window().height():
                below = self.geometry().top() - self.about.height()
            self.about.move(self.x(), below)
            self.about.raise_()

    def hide(self) -> None:
        """Gone, and with it what it told."""
        super().hide()
        self.about.hide()

    def chosen(self) -> Completion | None:
        """The one that Enter would take."""
        item = self.currentItem() if self.isVisible() else None
        one: Completion | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return one

    def move_by(self, step: int) -> None:
        """Up or down, round the ends."""
        self.setCurrentRow((self.currentRow() + step) % self.count())
