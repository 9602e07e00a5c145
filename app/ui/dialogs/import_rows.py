"""The rows of a workbook as they were read, for the import window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from app.ui import style

if TYPE_CHECKING:
    from app.services.looking import Looked

Index = QModelIndex | QPersistentModelIndex


class Rows(QAbstractTableModel):
    """The rows of a workbook as they were read, wrong cells in red."""

    def __init__(self) -> None:
        super().__init__()
        self.looked: Looked | None = None
        self.several = False

    def show_rows(self, looked: Looked | None) -> None:
        """Another workbook, or none."""
        self.beginResetModel()
        self.looked = looked
        self.several = looked is not None and len(looked.found.rows.sheets) > 1
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Rows that are shown."""
        return len(self.looked.rows) if self.looked else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The row's number and the columns that were known."""
        return len(self.looked.columns) + 1 if self.looked else 0

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Labels of the columns."""
        if self.looked is None or way != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return "行" if section == 0 else self.looked.columns[section - 1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts; what is wrong, as colour and tool tip."""
        if self.looked is None:
            return None
        row, column = self.looked.rows[index.row()], index.column() - 1
        if role == Qt.ItemDataRole.DisplayRole:
            where = f"{row.sheet} {row.number}" if self.several else str(row.number)
            return where if column < 0 else row.cells[column]
        if role == Qt.ItemDataRole.ForegroundRole and (column in row.wrong or (column < 0 and row.wrong)):
            return QColor(style.RED)
        if role == Qt.ItemDataRole.BackgroundRole and row.wrong:
            return QColor(style.RED_GROUND)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(row.wrong.values()) if column < 0 else row.wrong.get(column, row.cells[column])
        return None

    def place(self, sheet: str, number: int, label: str) -> tuple[int, int]:
        """Where a cell of the workbook stands in the preview; row -1 where it is not shown."""
        assert self.looked is not None
        for at, row in enumerate(self.looked.rows):
            if (row.sheet, row.number) == (sheet, number):
                columns = self.looked.columns
                return at, columns.index(label) + 1 if label in columns else min(row.wrong, default=-1) + 1
        return -1, 0
