"""Above the table: find box, period, filters as chips, and how many records are shown."""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QPushButton, QWidget

from app import kinds
from app.services.listing import Wanted
from app.services.views import View
from app.ui.editors.lines import Line
from app.ui.flow import Flow
from app.ui.style import px

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.models.register import Field, Register

    Names = Callable[[str], list[tuple[int, str]]]
    """Key of a register → its records by name."""

AFTER = 150
"""Milliseconds without a keystroke before the question is asked."""
PERIODS = (
    ("全年", 0),
    *((f"{month}月", month) for month in range(1, 13)),
    *((f"{n}季度", 100 + n) for n in range(1, 5)),
)
ALL_YEARS = -1


class FindRow(QWidget):
    """What the table is asked for."""

    asked = Signal()
    """The question changed."""
    down = Signal()
    """↓ or Enter in the find box: into the table."""

    def __init__(self, register: Register, year: int, parent: QWidget, names: Names | None = None) -> None:
        super().__init__(parent)
        self.register, self.year = register, year
        self.names = names or (lambda _: [])
        self.filters: dict[str, Any] = {}
        self._shown: dict[str, str] = {}
        """What the chip of a filter says, where the value alone does not tell."""
        self.sort: tuple[str, bool] | None = None
        self._chips: list[QPushButton] = []
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.flow = Flow(self, gap=8, margins=(14, 6, 14, 7))
        self._build()
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self.asked.emit)
        self.box.textEdited.connect(lambda _: self._timer.start())

    def _build(self) -> None:
        self.box = Line(self)
        self.box.setObjectName("find")
        self.box.setAccessibleName(f"查找{self.register.label}")
        self.box.setPlaceholderText("查找：汉字或拼音首字母")
        self.box.setProperty("role", "find")
        self.box.setClearButtonEnabled(True)
        self.box.setFixedWidth(px(220))
        self.box.installEventFilter(self)
        self.flow.addWidget(self.box)
        self.period = QComboBox(self)
        self.period.setObjectName("period")
        self.period.setAccessibleName("年度、月份")
        self.period.setMaxVisibleItems(20)
        for label, value in PERIODS:
            self.period.addItem(label, value)
        self.period.addItem("全部年度", ALL_YEARS)
        self.period.currentIndexChanged.connect(lambda _: self.asked.emit())
        self.period.setVisible(self.register.dated_key is not None)
        self.flow.addWidget(self.period)
        self.filter = QPushButton("筛选", self)
        self.filter.setObjectName("action.filter")
        self.filter.setAccessibleName("筛选")
        self.menu = QMenu(self.filter)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.filter.setMenu(self.menu)
        self.flow.addWidget(self.filter)
        self.views = QPushButton("视图", self)
        self.views.setObjectName("action.views")
        self.views.setAccessibleName("视图")
        self.flow.addWidget(self.views)
        self.count = QLabel("", self)
        self.count.setObjectName("count")
        self.count.setProperty("role", "faint")
        self.flow.add_stretch()
        self.flow.addWidget(self.count)

    def _fill_menu(self) -> None:
        """One submenu for each field with fixed choices."""
        if not self.menu.isEmpty():
            return
        for field in self.register.fields:
            choices = choices_of(field)
            if choices:
                part = self.menu.addMenu(field.label)
                for label, value in choices:
                    part.addAction(label, lambda key=field.key, value=value: self.set_filter(key, value))
            elif is_named(field):
                part = self.menu.addMenu(field.label)
                part.aboutToShow.connect(lambda part=part, field=field: self._fill_names(part, field))

    def _fill_names(self, menu: QMenu, field: Field) -> None:
        """The people, villages, offices or campaigns to filter by, when they are first looked for."""
        if not menu.isEmpty():
            return
        assert isinstance(field.kind, kinds.ReferenceKind)
        for record, name in self.names(field.kind.register):
            menu.addAction(name, lambda record=record, name=name: self.set_filter(field.key, record, name))
        if not field.required:
            menu.addAction("（空）", lambda: self.set_filter(field.key, None))

    def set_filter(self, key: str, value: Any, shown: str = "") -> None:
        """Only records with that value; a chip says so."""
        self.filters[key] = value
        self._shown[key] = shown
        self._show_chips()
        self.asked.emit()

    def drop_filter(self, key: str) -> None:
        """The chip was clicked: without that filter."""
        self.filters.pop(key, None)
        self._show_chips()
        self.asked.emit()

    def _show_chips(self) -> None:
        for chip in self._chips:
            self.flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for key, value in self.filters.items():
            field = self.register.by_key[key]
            shown = "空" if value is None else self._shown.get(key) or self._called(field, value)
            chip = QPushButton(f"{field.label}：{shown}  ×", self)
            chip.setProperty("kind", "chip")
            chip.setObjectName(f"filter.{key}")
            chip.setAccessibleName(f"去掉筛选{field.label}")
            chip.clicked.connect(lambda _=False, key=key: self.drop_filter(key))
            self.flow.addWidget(chip)
            chip.show()
            self._chips.append(chip)

    def _called(self, field: Field, value: Any) -> str:
        """A value in words; a record by its name."""
        if isinstance(field.kind, kinds.ReferenceKind):
            return dict(self.names(field.kind.register)).get(value, "")
        return field.kind.show(value)

    def view(self, name: str) -> View:
        """What is asked for, under a name."""
        key, descending = self.sort or (None, True)
        period = int(self.period.currentData())
        return View(name, self.box.text().strip(), period, dict(self.filters), key, descending)

    def show_view(self, view: View) -> None:
        """Asks for what a view holds; the period follows the year at hand."""
        self.period.blockSignals(True)
        self.period.setCurrentIndex(max(self.period.findData(view.period), 0))
        self.period.blockSignals(False)
        self.box.setText(view.find)
        self.filters, self._shown = dict(view.filters), {}
        self.sort = (view.sort, view.descending) if view.sort else None
        self._show_chips()
        self.asked.emit()

    def span(self) -> tuple[date | None, date | None]:
        """First and last day asked for."""
        value = int(self.period.currentData())
        if value == ALL_YEARS or self.register.dated_key is None:
            return None, None
        first, last = 1, 12
        if 0 < value < 100:
            first = last = value
        elif value > 100:
            first, last = 3 * (value - 100) - 2, 3 * (value - 100)
        return date(self.year, first, 1), date(self.year, last, calendar.monthrange(self.year, last)[1])

    def wanted(self) -> Wanted:
        """The question."""
        start, end = self.span()
        key, descending = self.sort or (None, True)
        find = self.box.text().strip()
        return Wanted(self.register.key, find, start, end, tuple(self.filters.items()), key, descending=descending)

    def is_narrowed(self) -> bool:
        """Whether anything but the year is asked for."""
        return bool(self.box.text().strip() or self.filters or self.period.currentData())

    def show_everything(self) -> None:
        """Nothing is asked for but the year."""
        self.box.clear()
        self.filters.clear()
        self._show_chips()
        self.period.setCurrentIndex(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc empties the box, ↓ and Enter lead into the table."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not self.box.composing:
            if event.key() == Qt.Key.Key_Escape and self.box.text():
                self.box.clear()
                self.asked.emit()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                self.down.emit()
                return True
        return super().eventFilter(watched, event)


NAMED = ("staff", "village", "office", "campaign", "budget")
"""Registers by whose records one filters, chosen from a list of their names."""


def is_named(field: Field) -> bool:
    """Whether a field refers to a record of a small register."""
    return isinstance(field.kind, kinds.ReferenceKind) and field.is_stored_here and field.kind.register in NAMED


def choices_of(field: Field) -> list[tuple[str, Any]]:
    """(shown, value) of a field that can be filtered by."""
    if field.derived or not field.is_stored_here:
        return []
    if isinstance(field.kind, kinds.ChoiceKind):
        return [(choice, choice) for choice in field.kind.choices] + ([] if field.required else [("（空）", None)])
    if isinstance(field.kind, kinds.YesNoKind):
        return [("是", True), ("否", False), ("（空）", None)]
    return [("（空）", None)] if isinstance(field.kind, kinds.DayKind) and not field.required else []
