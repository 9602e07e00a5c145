"""Pieces of the designed pages: cards, lines that open records, meters. All painted, none scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui import style
from app.ui.style import px

COLOURS = {"broken": style.RED, "near": style.AMBER, "met": style.ACCENT, "well": style.GREEN, "": style.INK}
"""Colour of a state: red only for what is broken or overdue."""
LINE, WRAP = 31, Qt.TextFlag.TextWordWrap
TRACK = "#ebebe6"


class Card(QFrame):
    """A white sheet with a hairline round it; parts with headings follow one another in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(16), px(12), px(16), px(12))
        self.column.setSpacing(0)

    def part(self, title: str, note: str = "") -> QVBoxLayout:
        """A heading with a note at its right, and the layout under it."""
        if self.column.count():
            self.column.addSpacing(px(14))
        head = QHBoxLayout()
        head.addWidget(heading(title))
        head.addStretch(1)
        if note:
            head.addWidget(soft(note))
        self.column.addLayout(head)
        body = QVBoxLayout()
        body.setSpacing(0)
        body.setContentsMargins(0, px(4), 0, 0)
        self.column.addLayout(body)
        return body

    def close_up(self) -> None:
        """What was added stands at the top."""
        self.column.addStretch(1)


def heading(text: str) -> QLabel:
    """A heading within a page."""
    label = QLabel(text)
    label.setProperty("role", "title")
    return label


def soft(text: str) -> QLabel:
    """A remark in grey."""
    label = QLabel(text)
    label.setProperty("role", "faint")
    return label


def note_box(text: str, state: str = "broken") -> QFrame:
    """A sentence in a box with a coloured edge: red for broken, amber for near."""
    box = QFrame()
    box.setProperty("role", state)
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("role", "red" if state == "broken" else "amber")
    label.setAccessibleName(text)
    within = QVBoxLayout(box)
    within.setContentsMargins(px(10), px(6), px(10), px(6))
    within.addWidget(label)
    return box


def emptied(layout: QLayout) -> None:
    """Nothing is left in the layout."""
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            emptied(inner)
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class Pressable(QAbstractButton):
    """A painted thing that opens something: by mouse, Enter or space; what it says is its accessible name."""

    def __init__(self, name: str, said: str, opens: Callable[[], object] | None) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if opens is None:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setEnabled(False)
            return
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: opens())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens as space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def ground(self, painter: QPainter) -> None:
        """A tint under the mouse, a frame round what has the keyboard."""
        if self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), QColor(style.GROUND))
        if self.hasFocus():
            painter.setPen(QPen(QColor(style.ACCENT), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def bold(font: QFont) -> QFont:
    """The same font in bold."""
    made = QFont(font)
    made.setBold(True)
    return made


class Line(Pressable):
    """One line: a coloured word, what it is about, and a remark at the right; long texts wrap."""

    def __init__(
        self,
        name: str,
        text: str,
        right: str = "",
        *,
        badge: str = "",
        state: str = "",
        right_state: str = "",
        opens: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(name, " ".join(filter(None, (badge, text, right))), opens)
        self.text_, self.right, self.badge = text, right, badge
        self.state, self.right_state = state, right_state

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        self.setFixedHeight(self.height_at(self.width()))

    def columns(self, width: int) -> tuple[int, int]:
        """Where the text begins and how wide it is."""
        plain, strong = QFontMetrics(self.font()), QFontMetrics(bold(self.font()))
        left = strong.horizontalAdvance(self.badge) + px(14) if self.badge else 0
        right = plain.horizontalAdvance(self.right) + px(12) if self.right else 0
        return left, max(width - left - right, px(60))

    def height_at(self, width: int) -> int:
        """As many lines as the text needs."""
        _, room = self.columns(width)
        needed = QFontMetrics(self.font()).boundingRect(QRect(0, 0, room, 10_000), WRAP, self.text_).height()
        return max(px(LINE), needed + px(11))

    def sizeHint(self) -> QSize:
        """Wide enough for a few words; the page decides the rest."""
        return QSize(px(120), px(LINE))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Badge, text, remark, and a hairline under them."""
        painter = QPainter(self)
        self.ground(painter)
        painter.setPen(QColor(style.HAIRLINE))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        left, room = self.columns(self.width())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(COLOURS[self.state]))
        painter.setFont(bold(self.font()))
        painter.drawText(QRect(0, 0, left, self.height()), middle, self.badge)
        painter.setFont(self.font())
        painter.setPen(QColor(style.INK))
        painter.drawText(QRect(left, 0, room, self.height()), middle | WRAP, self.text_)
        painter.setPen(QColor(COLOURS[self.right_state]))
        painter.drawText(self.rect(), middle | Qt.AlignmentFlag.AlignRight, self.right)


class Meter(Pressable):
    """A quota: its name, what is used of what is allowed, and a bar; «at least» bars are green, «at most» blue."""

    def __init__(
        self,
        name: str,
        label: str,
        value: str,
        share: float | None,
        state: str,
        opens: Callable[[], object] | None = None,
        value_state: str | None = None,
    ) -> None:
        super().__init__(name, f"{label} {value}", opens)
        self.label, self.value, self.share, self.state = label, value, share, state
        self.value_state = state if value_state is None else value_state

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        self.setFixedHeight(self.text_height() + px(17))

    def label_room(self) -> int:
        """How wide the label may be beside the value."""
        return max(self.width() - QFontMetrics(self.font()).horizontalAdvance(self.value) - px(14), px(60))

    def text_height(self) -> int:
        """The label's height, wrapped."""
        return QFontMetrics(self.font()).boundingRect(QRect(0, 0, self.label_room(), 9999), WRAP, self.label).height()

    def sizeHint(self) -> QSize:
        """A line of text and a bar."""
        return QSize(px(160), QFontMetrics(self.font()).height() + px(17))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Label at the left, value at the right, the bar below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ground(painter)
        text = QRect(0, 0, self.width(), self.text_height() + px(2))
        painter.setPen(QColor(style.INK))
        painter.drawText(QRect(0, 0, self.label_room(), text.height()), WRAP, self.label)
        painter.setPen(QColor(COLOURS[self.value_state]))
        painter.drawText(text, Qt.AlignmentFlag.AlignRight, self.value)
        bar = QRectF(0, text.bottom() + px(1), self.width(), px(7))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(TRACK))
        painter.drawRoundedRect(bar, px(3), px(3))
        if self.share:
            bar.setWidth(max(min(self.share, 1.0) * self.width(), px(7)))
            painter.setBrush(QColor(COLOURS[self.state]))
            painter.drawRoundedRect(bar, px(3), px(3))
