"""Pages of a PDF as one sees them: one page at a time, zoomed, turned over with the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.ui import style
from app.ui.style import px

if TYPE_CHECKING:
    from app.services.pages import Pages

MARGIN = 16
"""Ground around the paper, in pixels at 100 %."""
STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
POINTS = 96 / 72
"""Pixels of a point at 100 %."""


def tool(name: str, label: str, does: Callable[[], object], kind: str = "") -> QPushButton:
    """A button with its names."""
    button = QPushButton(label)
    button.setObjectName(name)
    button.setAccessibleName(label)
    button.setAutoDefault(False)
    if kind:
        button.setProperty("kind", kind)
    button.clicked.connect(lambda: does())
    return button


class Sheet(QWidget):
    """One page, drawn at the size it is asked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = QImage()

    def show_picture(self, picture: QImage) -> None:
        """The page to show, sharp at the screen's own density."""
        self.picture = picture
        size = picture.deviceIndependentSize().toSize()
        self.setFixedSize(size.width() + 2 * px(MARGIN), size.height() + 2 * px(MARGIN))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper in the middle of its ground, a hairline round it."""
        if self.picture.isNull():
            return
        painter = QPainter(self)
        painter.drawImage(px(MARGIN), px(MARGIN), self.picture)
        size = self.picture.deviceIndependentSize().toSize()
        painter.setPen(QPen(QColor(style.BORDER), 1))
        painter.drawRect(px(MARGIN) - 1, px(MARGIN) - 1, size.width() + 1, size.height() + 1)


class PaperView(QWidget):
    """The pages of one PDF with their number under them."""

    turned = Signal(int)
    """The page now shown, counted from 0."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.pages: Pages | None = None
        self.page = 0
        self.zoom = 0.0
        """0 fits the width of the view."""
        self.remark = ""
        self.sheet = Sheet(self)
        self.area = QScrollArea(self)
        self.area.setWidget(self.sheet)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setObjectName(f"{name}.page")
        self.area.setAccessibleName("页面")
        self.area.viewport().installEventFilter(self)
        self.area.installEventFilter(self)
        self.number = QLabel("")
        self.number.setProperty("role", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(self.number, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self.foot(name))

    def foot(self, name: str) -> QHBoxLayout:
        """Turning and zooming."""
        row = QHBoxLayout()
        row.setContentsMargins(px(8), px(4), px(8), px(6))
        self.back = tool(f"{name}.previous", "上一页", lambda: self.turn(-1), "quiet")
        self.onward = tool(f"{name}.next", "下一页", lambda: self.turn(1), "quiet")
        smaller = tool(f"{name}.smaller", "缩小", lambda: self.step_zoom(-1), "quiet")
        larger = tool(f"{name}.larger", "放大", lambda: self.step_zoom(1), "quiet")
        row.addStretch(1)
        for each in (self.back, self.onward, smaller, larger):
            row.addWidget(each)
        row.addStretch(1)
        return row

    def show_pages(self, pages: Pages | None, remark: str = "") -> None:
        """Another PDF; the page looked at stays where it is possible."""
        if self.pages is not None:
            self.pages.close()
        self.pages, self.remark = pages, remark
        self.page = min(self.page, max(pages.count - 1, 0)) if pages else 0
        self.redraw()

    def fitting(self) -> float:
        """Pixels of a point with which the page fills the width."""
        assert self.pages is not None
        room = self.area.viewport().width() - 2 * px(MARGIN) - 2
        return max(room / self.pages.size(self.page)[0], 0.2)

    def redraw(self) -> None:
        """The page at the present zoom."""
        if self.pages is None or not self.pages.count:
            self.sheet.hide()
            self.number.setText("")
            return
        self.sheet.show()
        per_point = self.zoom * POINTS * style.Scale.factor if self.zoom else self.fitting()
        density = self.devicePixelRatioF()
        picture = image_of(self.pages, self.page, per_point * density)
        picture.setDevicePixelRatio(density)
        self.sheet.show_picture(picture)
        said = f"第 {self.page + 1} 页 共 {self.pages.count} 页"
        self.number.setText("　".join(filter(None, (said, self.remark))))
        self.back.setEnabled(self.page > 0)
        self.onward.setEnabled(self.page + 1 < self.pages.count)

    def turn(self, by: int) -> None:
        """So many pages on or back."""
        self.go_to(self.page + by)

    def go_to(self, page: int) -> None:
        """That page, if there is one."""
        if self.pages is None or not 0 <= page < self.pages.count or page == self.page:
            return
        self.page = page
        self.redraw()
        self.area.verticalScrollBar().setValue(0)
        self.turned.emit(page)

    def step_zoom(self, by: int) -> None:
        """The next larger or smaller size."""
        if self.pages is None:
            return
        now = self.zoom or self.fitting() / (POINTS * style.Scale.factor)
        steps = [step for step in STEPS if (step - now) * by > 0.01]
        if steps:
            self.zoom = min(steps, key=lambda step: abs(step - now))
            self.redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp and PageDown turn pages, + and - zoom."""
        if not self.act_on(event):
            super().keyPressEvent(event)

    def act_on(self, event: QKeyEvent) -> bool:
        """True where the key meant something here."""
        turns = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        key = Qt.Key(event.key())
        if key in turns:
            self.turn(turns[key])
        elif key in zooms:
            self.step_zoom(zooms[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.pages:
            self.go_to(0 if key == Qt.Key.Key_Home else self.pages.count - 1)
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and Ctrl+wheel over the page; a page that fits the width follows it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.act_on(event)
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
                return True
        elif event.type() == QEvent.Type.Resize and watched is self.area.viewport() and not self.zoom:
            self.redraw()
        return super().eventFilter(watched, event)


def image_of(pages: Pages, page: int, scale: float) -> QImage:
    """A page as a picture of so many pixels a point."""
    picture = pages.picture(page, scale)
    made = QImage(picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888)
    return made.copy()
