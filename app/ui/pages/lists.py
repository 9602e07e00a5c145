"""A plain table of rows for pages and dialogs: texts, colours, what each row stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.ui import style
from app.ui.style import px

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex
DEEPEST = 0.38
"""Opacity of the accent under the greatest number of a column: the number itself stays easy to read."""
STATES = {"broken": style.RED, "near": style.AMBER, "well": style.GREEN, "soft": style.SOFT, "accent": style.ACCENT}


@dataclass(frozen=True)
class ListRow:
    """One row: its texts, the colour of some of them, and what it stands for; a heading spans the table."""

    cells: tuple[str, ...]
    stands_for: Any = None
    colours: dict[int, str] = field(default_factory=dict)
    """Column → a state, shown as its colour."""
    is_heading: bool = False
    tints: dict[int, float] = field(default_factory=dict)
    """Column → how strongly its cell is tinted, 0 to 1."""


class ListModel(QAbstractTableModel):
    """The rows of a small table, all of them at hand."""

    def __init__(self, labels: Sequence[str], right: Sequence[int] = ()) -> None:
        super().__init__()
        self.labels = list(labels)
        self.right = frozenset(right)
        """Columns of numbers."""
        self.rows: list[ListRow] = []
        self.dragged: Callable[[ListRow], str] | None = None
        """The words that a dragged row carries, where rows may be dragged."""

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The words of the dragged row."""
        data = QMimeData()
        if self.dragged is not None and indexes:
            data.setText(self.dragged(self.rows[indexes[0].row()]))
        return data

    def mimeTypes(self) -> list[str]:
        """Plain words."""
        return ["text/plain"]

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.labels)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Labels of the columns."""
        if way != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self.right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self.labels[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if self.rows[index.row()].is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        dragged = Qt.ItemFlag.ItemIsDragEnabled if self.dragged is not None else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | dragged

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, colour, weight and side of a cell."""
        row, column = self.rows[index.row()], index.column()
        text = row.cells[column] if column < len(row.cells) else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.ForegroundRole:
            colour = "soft" if row.is_heading else row.colours.get(column)
            return QColor(STATES[colour]) if colour in STATES else None
        if role == Qt.ItemDataRole.BackgroundRole and row.tints.get(column):
            tint = QColor(style.ACCENT)
            tint.setAlphaF(row.tints[column] * DEEPEST)
            return tint
        if role == Qt.ItemDataRole.FontRole and row.is_heading:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and column in self.right and not row.is_heading:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class TintedCells(QStyledItemDelegate):
    """The ground of a cell that bears a tint; the style sheet paints none from the model."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The tint, then the cell upon it."""
        tint = index.data(Qt.ItemDataRole.BackgroundRole)
        if tint is not None:
            painter.fillRect(option.rect, tint)  # type: ignore[attr-defined]
        super().paint(painter, option, index)


class ListView(QTableView):
    """The table itself: whole rows are chosen; Enter or a double click opens one."""

    opened = Signal(object)
    """What the opened row stands for."""
    chosen = Signal(object)
    """What the current row stands for."""

    def __init__(self, name: str, label: str, labels: Sequence[str], right: Sequence[int] = ()) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.list_model = ListModel(labels, right)
        self.setModel(self.list_model)
        self.setItemDelegate(TintedCells(self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(31))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(lambda index: self.open_row(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda now, before: self.tell(now.row()))
        self.installEventFilter(self)
        self.wraps = False
        self.later = QTimer(self, singleShot=True, interval=0)
        self.later.timeout.connect(self.fit_rows)
        self.horizontalHeader().sectionResized.connect(lambda: self.later.start())

    def fit_rows(self) -> None:
        """Rows as high as their wrapped texts, with some air."""
        if not self.wraps:
            return
        metrics, wrap = self.fontMetrics(), Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        widths = [self.columnWidth(at) - px(24) for at in range(self.list_model.columnCount())]
        for at, row in enumerate(self.list_model.rows):
            sizes = zip(row.cells, widths, strict=False)
            needed = (metrics.boundingRect(0, 0, max(w, 20), 9999, wrap, text).height() for text, w in sizes)
            self.setRowHeight(at, max(max(needed, default=0) + px(12), px(31)))

    def widths(self, *widths: int, stretch: int) -> None:
        """Widths of the columns in pixels at 100 %; one takes what is left."""
        for at, width in enumerate(widths):
            self.setColumnWidth(at, px(width))
        self.horizontalHeader().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Sequence[ListRow], *, wrap: bool = False) -> None:
        """Other rows; headings span the table, long texts wrap where asked for."""
        self.clearSpans()
        self.list_model.show_rows(rows)
        for at, row in enumerate(rows):
            if row.is_heading:
                self.setSpan(at, 0, 1, self.list_model.columnCount())
        self.wraps = wrap
        self.fit_rows()

    def open_row(self, row: int) -> None:
        """Opens what a row stands for."""
        if 0 <= row < len(self.list_model.rows) and not self.list_model.rows[row].is_heading:
            self.opened.emit(self.list_model.rows[row].stands_for)

    def current(self) -> Any:
        """What the current row stands for; None where there is none."""
        row = self.currentIndex().row()
        return self.list_model.rows[row].stands_for if 0 <= row < len(self.list_model.rows) else None

    def tell(self, row: int) -> None:
        """What the current row stands for."""
        if 0 <= row < len(self.list_model.rows) and not self.list_model.rows[row].is_heading:
            self.chosen.emit(self.list_model.rows[row].stands_for)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the current row."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            self.open_row(self.currentIndex().row())
            return True
        return super().eventFilter(watched, event)
