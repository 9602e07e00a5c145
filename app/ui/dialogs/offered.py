"""台账显示: which registers stand in the lists at the left, a box for each, tab by tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.models import TABS
from app.services.offered import offered, set_offered
from app.ui.dialogs.frame import Dialog, button, text_label
from app.ui.pages.cards import heading
from app.ui.style import px

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

ACROSS = 3
"""Boxes beside one another."""


class OfferedDialog(Dialog):
    """The boxes; what is changed is kept by 确定."""

    help_page = "13-data"

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, "offered", "台账显示", 720, 620)
        assert window.desk is not None
        self.desk = window.desk
        self.before = offered(self.desk)
        self.boxes: dict[str, QCheckBox] = {}
        self.column.addWidget(text_label("左边列表里显示打勾的台账；去掉勾只是不显示，里面的记录都在。", "soft"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for tab in TABS:
            column.addWidget(heading(tab.label))
            column.addLayout(self.part(tab.key))
        column.addStretch(1)
        area.setWidget(inside)
        self.column.addWidget(area, 1)
        agree = button("offered.keep", "确定", self.accept, "primary")
        self.foot(button("offered.back", "取消", self.reject), agree)

    def part(self, tab: str) -> QGridLayout:
        """The boxes of one tab."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, px(8))
        registers = next(each.registers for each in TABS if each.key == tab)
        for at, register in enumerate(registers):
            box = QCheckBox(register.label)
            box.setObjectName(f"offered.{register.key}")
            box.setAccessibleName(register.label)
            box.setToolTip(register.purpose)
            box.setChecked(self.before[register.key])
            self.boxes[register.key] = box
            grid.addWidget(box, at // ACROSS, at % ACROSS)
        for at in range(ACROSS):
            grid.setColumnStretch(at, 1)
        return grid

    def accept(self) -> None:
        """Only what was changed counts as decided; the rest goes on by its records."""
        now = {key: box.isChecked() for key, box in self.boxes.items()}
        set_offered(self.desk, {key: on for key, on in now.items() if on != self.before[key]})
        super().accept()
