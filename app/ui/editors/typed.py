"""Editors of what is typed as text: lines, numbers, money, times, days, prose."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QWidget

from app import kinds
from app.ui.editors.base import Clerk, Editor
from app.ui.editors.lines import Line, Prose, WrappedLine
from app.ui.icons import icon
from app.ui.style import px

if TYPE_CHECKING:
    from app.models.register import Field

EXAMPLES = {"date": "3.7、今天", "time": "9:00", "money": "", "int": "", "decimal": "", "datetime": "3.7 9:00"}
WEEKDAYS = "一二三四五六日"


class TypedEditor(Editor):
    """A line read by its field's kind when the keyboard leaves it."""

    def __init__(self, field: Field, clerk: Clerk, parent: QWidget | None = None) -> None:
        super().__init__(field, clerk, parent)
        self.line = Line(self)
        self.line.setPlaceholderText(EXAMPLES.get(field.kind.key, ""))
        self.hold(self.line)
        self.line.textEdited.connect(self._typed)
        self.line.left.connect(self._leave)
        if field.unit and field.unit not in field.label:
            self.line.remark(field.unit)

    def _typed(self) -> None:
        self.changed.emit()

    def _leave(self) -> None:
        self.settle()
        self.left.emit()

    def set_value(self, value: Any) -> None:
        """The value as the kind shows it."""
        self.line.setText(self.clerk.show(self.field, value))
        self.line.setCursorPosition(0)

    def read(self) -> Any:
        """The typed text read by the kind."""
        return self.clerk.read(self.field, self.line.text())

    def is_empty(self) -> bool:
        """Whether the line is empty."""
        return not self.line.text().strip()

    def settle(self) -> None:
        """3.7 becomes 2026-03-07; what cannot be read stays as typed."""
        with suppress(kinds.Misread):
            shown = self.clerk.show(self.field, self.read())
            if shown != self.line.text():
                self.line.setText(shown)


class Calendar(QCalendarWidget):
    """A month over the window, under the line it serves; goes when the keyboard goes."""

    def __init__(self, line: Line) -> None:
        super().__init__(line.window())
        self.line = line
        line.destroyed.connect(self.deleteLater)
        self.setLocale(QLocale(QLocale.Language.Chinese))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setGridVisible(False)
        view: QWidget
        for view in self.findChildren(QWidget):
            view.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Under the line, or above it where there is no room."""
        window = self.line.window()
        self.resize(max(self.sizeHint().width(), px(280)), self.sizeHint().height())
        at = self.line.mapTo(window, QPoint(self.line.width() - self.width(), self.line.height() + 1))
        if at.y() + self.height() > window.height():
            at.setY(max(0, self.line.mapTo(window, QPoint(0, 0)).y() - self.height() - 1))
        self.move(max(at.x(), 0), at.y())
        self.show()
        self.raise_()
        self.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leads back to the line."""
        if event.type() == QEvent.Type.FocusOut and not self.isAncestorOf(QApplication.focusWidget() or self.line):
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.line.setFocus()
            self.hide()
            return True
        return super().eventFilter(watched, event)


class DayEditor(TypedEditor):
    """A day: typed in any form, or taken from a calendar (Alt+↓ or the button)."""

    def __init__(self, field: Field, clerk: Clerk, parent: QWidget | None = None) -> None:
        super().__init__(field, clerk, parent)
        self.calendar: Calendar | None = None
        button = QAction(icon("calendar"), "选择日期", self.line)
        button.triggered.connect(self.open_calendar)
        self.line.addAction(button, QLineEdit.ActionPosition.TrailingPosition)
        self.line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+↓ opens the calendar."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if event.key() == Qt.Key.Key_Down and alt and not self.composing:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def set_value(self, value: Any) -> None:
        """The day, and what day it is."""
        super().set_value(value)
        self._remark(value)

    def _typed(self) -> None:
        self.line.remark("")
        super()._typed()

    def settle(self) -> None:
        """The day is written out, and what day it is."""
        super().settle()
        with suppress(kinds.Misread):
            self._remark(self.read())

    def _remark(self, day: date | None) -> None:
        if day is None or not isinstance(day, date):
            self.line.remark("")
            return
        apart = (day - date.today()).days
        near = {0: "今天", -1: "昨天", 1: "明天"}
        self.line.remark(near.get(apart, f"周{WEEKDAYS[day.weekday()]}"))

    def open_calendar(self) -> None:
        """The calendar under the line, at the day that stands there."""
        if self.calendar is None:
            self.calendar = Calendar(self.line)
            self.calendar.setAccessibleName(f"{self.field.label}日历")
            self.calendar.activated.connect(self._take)
            self.calendar.clicked.connect(self._take)
        with suppress(kinds.Misread):
            day = self.read()
            if isinstance(day, date):
                self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.open()

    def _take(self, chosen: QDate) -> None:
        assert self.calendar is not None
        self.calendar.hide()
        self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
        self.line.setFocus()
        self.changed.emit()


class ProseEditor(Editor):
    """Several lines that grow with what is typed."""

    def __init__(self, field: Field, clerk: Clerk, parent: QWidget | None = None) -> None:
        super().__init__(field, clerk, parent)
        self.prose = self.make_prose()
        self.hold(self.prose)
        self.prose.textChanged.connect(self._typed)
        self.prose.left.connect(self.left.emit)
        self._showing = False

    def make_prose(self) -> Prose:
        """What is typed into."""
        prose = Prose(self)
        prose.setPlaceholderText("换行按 Alt+回车")
        return prose

    def _typed(self) -> None:
        if not self._showing:
            self.changed.emit()

    def set_value(self, value: Any) -> None:
        """The text."""
        self._showing = True
        self.prose.setPlainText(self.clerk.show(self.field, value))
        self._showing = False

    def read(self) -> Any:
        """The text, None where empty."""
        return self.clerk.read(self.field, self.prose.toPlainText())

    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.prose.toPlainText().strip()


class TitleEditor(ProseEditor):
    """A title, which is often longer than the form is wide: one line, seen whole."""

    def make_prose(self) -> WrappedLine:
        """A line that goes on below."""
        self.line = WrappedLine(self)
        return self.line

    def settle(self) -> None:
        """The title as its kind shows it, without spaces round it."""
        with suppress(kinds.Misread):
            shown = self.clerk.show(self.field, self.read())
            if shown != self.prose.toPlainText():
                self.prose.setPlainText(shown)
