"""A group of fields that opens and folds; its editors are made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.ui.icons import icon
from app.ui.registers.rows import FieldRow, rows_of
from app.ui.style import SOFT, px

if TYPE_CHECKING:
    from app.models.register import Field
    from app.ui.editors.base import Clerk


class FormSection(QWidget):
    """One group; the first has no heading and is always open."""

    opened = Signal(object)
    """Its rows were just made."""

    def __init__(
        self, register: str, label: str, fields: Sequence[Field], clerk: Clerk, parent: QWidget, first: bool
    ) -> None:
        super().__init__(parent)
        self.register, self.label, self.fields, self.clerk = register, label, tuple(fields), clerk
        self.rows: list[FieldRow] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.heading: QPushButton | None = None if first else self._heading()
        self.body: QWidget | None = None
        self.filled = 0

    def _heading(self) -> QPushButton:
        heading = QPushButton(self.label, self)
        heading.setProperty("kind", "section")
        heading.setObjectName(f"section.{self.register}.{self.label}")
        heading.setAccessibleName(f"{self.label}（展开或收起）")
        heading.setIcon(icon("chevron-right", SOFT))
        heading.setIconSize(QSize(px(14), px(14)))
        heading.clicked.connect(lambda: self.set_open(not self.is_open()))
        self.column.addWidget(heading)
        return heading

    def is_open(self) -> bool:
        """Whether its rows can be seen."""
        return self.body is not None and not self.body.isHidden()

    def set_open(self, wanted: bool) -> None:
        """Opens or folds it."""
        if wanted and self.body is None:
            self._make()
        if self.body is not None:
            self.body.setVisible(wanted)
        if self.heading is not None:
            self.heading.setIcon(icon("chevron-down" if wanted else "chevron-right", SOFT))

    def _make(self) -> None:
        self.body = QWidget(self)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, px(2), 0, px(8))
        column.setSpacing(px(5))
        self.rows = rows_of(self.register, self.fields, self.clerk, self.body)
        for row in self.rows:
            column.addWidget(row)
        self.column.addWidget(self.body)
        self.opened.emit(self)

    def show_filled(self, is_filled: Callable[[Field], bool]) -> None:
        """The heading says how many of its fields hold something."""
        if self.heading is None:
            return
        filled = sum(map(is_filled, self.fields))
        self.heading.setText(f"{self.label}　已填 {filled} 项" if filled else self.label)
