"""The table's model: the ids of all records in order, their texts fetched by pages as they come into sight."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from app import kinds
from app.services import listing
from app.services.deadlines import DEADLINES, State, pressing
from app.ui import style

if TYPE_CHECKING:
    from app.models.register import Field, Register
    from app.services.desk import Desk

PAGES_KEPT = 60
"""Pages of texts that stay in memory: some 3,600 rows, whatever the register holds."""
Index = QModelIndex | QPersistentModelIndex
COLOURS = {"broken": style.RED, "near": style.AMBER}
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def alignment_of(field: Field) -> int:
    """序号 in the middle, amounts at the right, all else at the left."""
    if field.key in ("book_number", "number"):
        return int(MIDDLE)
    return int(RIGHT if field.kind.right_aligned else LEFT)


class Book(QAbstractTableModel):
    """The records of one register that were asked for."""

    def __init__(self, desk: Desk, register: Register, parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self.register = desk, register
        self.columns = listing.columns_of(register)
        self.ids: array[int] = array("q")
        self.year = 0
        """Days of this year are shown without it; 0 for none."""
        self._pages: OrderedDict[int, list[list[str]]] = OrderedDict()
        self._pressing: dict[int, dict[int, State]] = {}
        """Page → those of its records that are overdue or near their last day."""
        deadline = DEADLINES.get(register.key)
        self.due = next((at for at, field in enumerate(self.columns) if deadline and field.key == deadline.due), -1)
        """The column of the last day, -1 where the register has none."""

    def rowCount(self, parent: Index | None = None) -> int:
        """All records asked for, fetched or not."""
        return 0 if parent is not None and parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """序号 and what the register lists."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The shown text; whole as a tip."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._short(index.column(), self.row(index.row())[index.column()])
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.row(index.row())[index.column()] or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(self.columns[index.column()])
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == self.due:
            state = self.state(index.row())
            return QColor(COLOURS[state]) if state else None
        return None

    def state(self, number: int) -> State | None:
        """Whether the record of a row is overdue or near its last day."""
        page = number // listing.PAGE
        if page not in self._pressing:
            start = page * listing.PAGE
            self._pressing[page] = pressing(self.desk, self.register.key, self.ids[start : start + listing.PAGE])
        return self._pressing[page].get(self.ids[number])

    def _short(self, column: int, text: str) -> str:
        if self.year and isinstance(self.columns[column].kind, kinds.DayKind):
            text = text.removeprefix(f"{self.year}-")
        return text.partition("\n")[0]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The fields' labels."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].label
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return alignment_of(self.columns[section])
        return None

    def row(self, number: int) -> list[str]:
        """The shown texts of a row, fetched with its page where they are not at hand."""
        page = number // listing.PAGE
        if page not in self._pages:
            start = page * listing.PAGE
            self._keep(page, listing.page(self.desk, self.register.key, self.ids[start : start + listing.PAGE]))
        self._pages.move_to_end(page)
        return self._pages[page][number - page * listing.PAGE]

    def _keep(self, page: int, rows: list[list[str]]) -> None:
        self._pages[page] = rows
        while len(self._pages) > PAGES_KEPT:
            gone, _ = self._pages.popitem(last=False)
            self._pressing.pop(gone, None)

    def show_first(self, page: listing.Page) -> None:
        """The first page of a new question."""
        self.beginResetModel()
        self.ids = page.ids
        self._pages.clear()
        self._pressing.clear()
        if len(page.rows) == listing.PAGE or not page.more:
            self._keep(0, page.rows)
        self.endResetModel()

    def show_all(self, ids: array[int]) -> None:
        """All ids of the question; where they go on from the first page nothing jumps."""
        shown = len(self.ids)
        if shown and ids[:shown] == self.ids:
            if len(ids) > shown:
                self.beginInsertRows(QModelIndex(), shown, len(ids) - 1)
                self.ids = ids
                if shown % listing.PAGE:
                    self._pages.pop(shown // listing.PAGE, None)
                    self._pressing.pop(shown // listing.PAGE, None)
                self.endInsertRows()
            return
        self.beginResetModel()
        self.ids = ids
        self._pages.clear()
        self._pressing.clear()
        self.endResetModel()

    def row_of(self, record: int) -> int | None:
        """Where a record stands, None where it is not shown."""
        try:
            return self.ids.index(record)
        except ValueError:
            return None

    def ids_between(self, ranges: Sequence[tuple[int, int]]) -> list[int]:
        """The ids of rows from … to, both included, in the order shown."""
        return [record for first, last in sorted(ranges) for record in self.ids[first : last + 1]]
