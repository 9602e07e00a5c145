"""Choosing which records: the rows on the screen, a whole year, or from one day to another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from app import kinds
from app.models import BY_KEY
from app.ui.dialogs.frame import line_edit
from app.ui.style import px

if TYPE_CHECKING:
    from app.services.listing import Wanted

SHOWN, YEAR, DAYS, ALL = range(4)


class Span(QWidget):
    """The choice and, for days, the two days; ``wanted`` answers what was chosen."""

    changed = Signal()

    def __init__(self, name: str, shown: Wanted, year: int, today: date) -> None:
        super().__init__()
        self.shown, self.year, self.today = shown, year, today
        self.choice = QComboBox()
        self.choice.setObjectName(f"{name}.span")
        self.choice.setAccessibleName("范围")
        labels = ["屏幕上的记录", f"{year} 年全年", "一段日期", "全部年度"]
        for number, label in enumerate(labels):
            if number not in (YEAR, DAYS) or BY_KEY[shown.register].dated_key:
                self.choice.addItem(label, number)
        self.first = self.day_line(f"{name}.from", "开始日期", date(year, 1, 1))
        self.last = self.day_line(f"{name}.to", "结束日期", date(year, 12, 31))
        self.until = QLabel("至")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for widget in (self.choice, self.first, self.until, self.last):
            row.addWidget(widget)
        row.addStretch(1)
        self.choice.currentIndexChanged.connect(self.show_days)
        for line in (self.first, self.last):
            line.editingFinished.connect(self.changed)
        self.show_days()

    def day_line(self, name: str, label: str, day: date) -> QLineEdit:
        """A day to type, in every form a clerk writes."""
        line = line_edit(name, label, day.isoformat())
        line.setFixedWidth(px(112))
        return line

    def show_days(self) -> None:
        """The two days stand there when they are asked for."""
        for widget in (self.first, self.until, self.last):
            widget.setVisible(self.choice.currentData() == DAYS)
        self.changed.emit()

    def set_days(self, first: date | None, last: date | None) -> None:
        """From one day to another."""
        self.first.setText(first.isoformat() if first else "")
        self.last.setText(last.isoformat() if last else "")
        self.choice.setCurrentIndex(self.choice.findData(DAYS))
        self.changed.emit()

    def day(self, text: str) -> date | None:
        """A typed day; kinds.Misread where it is none."""
        day: date | None = kinds.DayKind().read(text, kinds.Reading(self.today, self.year))
        return day

    def wanted(self) -> Wanted:
        """What was chosen; kinds.Misread where a day is none."""
        chosen = self.choice.currentData()
        if chosen == SHOWN:
            return self.shown
        bare = replace(self.shown, find="", filters=(), start=None, end=None, sort=None, descending=False)
        if chosen == ALL:
            return bare
        if chosen == YEAR:
            return replace(bare, start=date(self.year, 1, 1), end=date(self.year, 12, 31))
        first, last = self.day(self.first.text()), self.day(self.last.text())
        if first and last and last < first:
            raise kinds.Misread("结束日期早于开始日期，请检查这两个日期。")
        return replace(bare, start=first, end=last)
