"""What a sheet shows and takes: how its cells look, what is typed, pasted, copied and cleared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from app.ui import style
from app.ui.editors.base import Editor

Index = QModelIndex | QPersistentModelIndex
TINTS = {"周末": style.WEEKEND, "节假日": style.HOLIDAY}
"""Grounds of the kinds of days; a working day is plain paper."""


@dataclass(frozen=True)
class Look:
    """How a cell looks."""

    text: str = ""
    ground: str = style.PAPER
    ink: str = style.INK
    mark: str = ""
    """broken or near: a coloured edge at the left."""
    is_fixed: bool = False
    """A small corner: 自动排班 leaves it alone."""
    is_bold: bool = False
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    fill: float = 0.0
    """Share of the cell that is filled: half a day, a day, the days of what the year asks."""
    filling: str = style.DAY_DONE
    dot: bool = False
    """A dot in the lower corner: something more is written."""


class SheetModel(QAbstractTableModel):
    """What a sheet shows and takes; a subclass says what stands in its cells."""

    labels: Sequence[str] = ()

    def look(self, row: int, column: int) -> Look:
        """How a cell looks."""
        raise NotImplementedError

    def tip(self, row: int, column: int) -> str:
        """What is said of a cell under the mouse and to a screen reader."""
        return self.look(row, column).text

    def is_typed(self, row: int, column: int) -> bool:
        """Whether the cell can be typed into."""
        raise NotImplementedError

    def editor(self, row: int, column: int, parent: QWidget) -> Editor:
        """What a cell is typed into, showing what stands there."""
        raise NotImplementedError

    def take(self, row: int, column: int, value: Any) -> None:
        """The value that was typed into a cell."""
        raise NotImplementedError

    def clear_cells(self, cells: Sequence[tuple[int, int]]) -> None:
        """Empties cells that can be typed into."""
        raise NotImplementedError

    def copied(self, row: int, column: int) -> str:
        """A cell as it is copied."""
        return self.look(row, column).text

    def paste(self, row: int, column: int, lines: Sequence[Sequence[str]]) -> None:
        """Texts put into the cells from this one on; Misread says which is none, then nothing is changed."""
        raise NotImplementedError

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.labels)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Labels of the columns."""
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.labels[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be chosen, some can be typed into."""
        typed = Qt.ItemFlag.ItemIsEditable if self.is_typed(index.row(), index.column()) else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | typed

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, and what is said of the cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.look(index.row(), index.column()).text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tip(index.row(), index.column())
        return None
