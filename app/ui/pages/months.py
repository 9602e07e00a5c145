"""Columns by month: meetings held before days in the villages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui import style
from app.ui.style import px

PALE = "#9db8dd"
"""The accent in its pale shade, for the columns behind."""


class MonthColumns(QWidget):
    """Twelve columns, dark before pale: two things each on its own scale, or one thing of two years on one scale."""

    chosen = Signal(int)
    """The number of the month that was clicked."""

    def __init__(self, front: str, behind: str, together: bool = False) -> None:
        super().__init__()
        self.together = together
        """Whether both are measured on one scale."""
        self.setObjectName("today.months")
        self.front_label, self.behind_label = front, behind
        self.front: Sequence[float] = ()
        self.behind: Sequence[float] = ()
        self.setMinimumHeight(px(112))
        self.setMouseTracking(True)

    def show_values(self, front: Sequence[float], behind: Sequence[float]) -> None:
        """The twelve pairs to draw."""
        self.front, self.behind = front, behind
        said = "；".join(self.sentence(month) for month in range(1, len(front) + 1))
        self.setAccessibleName(f"{self.front_label}与{self.behind_label}按月：{said}")
        self.update()

    def sentence(self, month: int) -> str:
        """What one month says in words."""
        before, after = self.front[month - 1], self.behind[month - 1]
        return f"{month}月 {self.front_label} {before:g}，{self.behind_label} {after:g}"

    def month_at(self, point: QPoint) -> int | None:
        """The month under a point."""
        month = int(point.x() * 12 / max(self.width(), 1)) + 1
        return month if 1 <= month <= len(self.front) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The month's numbers as a tool tip."""
        month = self.month_at(event.position().toPoint())
        self.setToolTip(self.sentence(month) if month else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the month."""
        if month := self.month_at(event.position().toPoint()):
            self.chosen.emit(month)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Columns on a hairline, month numbers under it, what the colours mean above."""
        painter = QPainter(self)
        small = QFont(self.font())
        small.setPixelSize(px(12))
        painter.setFont(small)
        foot = QFontMetrics(small).height() + px(4)
        base = self.height() - foot
        self.paint_legend(painter, foot)
        painter.setPen(QColor(style.HAIRLINE))
        painter.drawLine(0, base, self.width(), base)
        top = foot + px(6)
        for values, share, colour in ((self.behind, 0.56, PALE), (self.front, 0.3, style.ACCENT)):
            most = max((*self.front, *self.behind) if self.together else values, default=0) or 1
            for at, value in enumerate(values):
                self.paint_column(painter, at, share, colour, (base - top) * value / most, base)
        painter.setPen(QColor(style.SOFT))
        for at in range(12):
            cell = QRectF(at * self.width() / 12, base, self.width() / 12, foot)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(at + 1))

    def paint_column(self, painter: QPainter, at: int, share: float, colour: str, height: float, base: int) -> None:
        """One column of a share of its cell's width."""
        cell = self.width() / 12
        painter.fillRect(QRectF((at + 0.5 - share / 2) * cell, base - height, share * cell, height), QColor(colour))

    def paint_legend(self, painter: QPainter, height: int) -> None:
        """A square of each colour and its name."""
        x, metrics = 0, painter.fontMetrics()
        for label, colour in ((self.front_label, style.ACCENT), (self.behind_label, PALE)):
            painter.fillRect(QRectF(x, (height - px(9)) / 2, px(9), px(9)), QColor(colour))
            painter.setPen(QColor(style.SOFT))
            painter.drawText(QRect(x + px(14), 0, px(200), height), Qt.AlignmentFlag.AlignVCenter, label)
            x += px(32) + metrics.horizontalAdvance(label)
