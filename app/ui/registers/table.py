"""The table of a register: columns sorted, moved, hidden and remembered; many rows selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from app import kinds
from app.ui.registers.book import Book
from app.ui.style import px

if TYPE_CHECKING:
    from app.models.register import Field
    from app.ui.main_window import MainWindow

WIDTHS = {"date": 92, "datetime": 140, "time": 74, "int": 72, "decimal": 72, "money": 104, "bool": 64, "ref": 92}
"""Pixels at 100 % of a column by the kind of its values."""
COPIED_AT_MOST = 2000
TEXT_WIDTHS = (("title", 260), ("doc_no", 168), ("letter_no", 150), ("summary", 220), ("reason", 180), ("purpose", 180))


class BookTable(QTableView):
    """The rows of one register."""

    sorted_by = Signal(str, bool)
    """Field key, descending."""
    chosen = Signal(int)
    """The record under the cursor, when one alone is selected."""
    opened = Signal()
    """Enter or a double click: to the form."""
    pasted = Signal()

    def __init__(self, host: MainWindow, book: Book, parent: QWidget) -> None:
        super().__init__(parent)
        self.host, self.book = host, book
        self.setModel(book)
        self.setObjectName(f"table.{book.register.key}")
        self.setAccessibleName(f"{book.register.label}记录表")
        self.setProperty("role", "book")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(34))
        self._set_up_header()
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self._choosing = QTimer(self, singleShot=True, interval=60)
        self._choosing.timeout.connect(self._choose)
        self.selectionModel().selectionChanged.connect(lambda *_: self._choosing.start())

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setMinimumHeight(px(34))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._column_menu)
        for at, field in enumerate(self.book.columns):
            self.setColumnWidth(at, px(width_of(field)))
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        state = self.host.remembered.value(self._remembered_as())
        if isinstance(state, QByteArray):
            header.restoreState(state)
            header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        header.sortIndicatorChanged.connect(self._sort)
        self._keeping = QTimer(self, singleShot=True, interval=400)
        self._keeping.timeout.connect(self.keep_columns)
        header.sectionMoved.connect(lambda *_: self._keeping.start())
        header.sectionResized.connect(lambda *_: self._keeping.start())

    def _remembered_as(self) -> str:
        """Widths at 大字 are others than at ordinary size."""
        return f"columns/{self.book.register.key}/{px(100)}"

    def keep_columns(self) -> None:
        """Widths, order and hidden columns are remembered."""
        if self.host.desk is not None:
            self.host.remembered.setValue(self._remembered_as(), self.horizontalHeader().saveState())

    def forget_columns(self) -> None:
        """All columns in the order and width of a new table."""
        header = self.horizontalHeader()
        for at, field in enumerate(self.book.columns):
            self.setColumnHidden(at, False)
            self.setColumnWidth(at, px(width_of(field)))
            header.moveSection(header.visualIndex(at), at)
        self.keep_columns()

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        if section >= 0:
            self.sorted_by.emit(self.book.columns[section].key, order == Qt.SortOrder.DescendingOrder)

    def _column_menu(self, at: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(at))

    def column_menu(self) -> QMenu:
        """Which columns are shown."""
        menu = QMenu("显示栏目", self)
        for number, field in enumerate(self.book.columns):
            action = menu.addAction(field.label)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.toggled.connect(lambda shown, number=number: self._show_column(number, shown))
        return menu

    def _show_column(self, number: int, shown: bool) -> None:
        self.setColumnHidden(number, not shown)
        self.keep_columns()

    def _ranges(self) -> list[tuple[int, int]]:
        """First and last rows of what is selected."""
        ranges = self.selectionModel().selection().toList()
        return sorted({(each.top(), each.bottom()) for each in ranges})

    def selected_ids(self) -> list[int]:
        """The selected records, in the order shown."""
        ranges = self._ranges()
        return list(dict.fromkeys(self.book.ids_between(ranges)))

    def select_record(self, record: int) -> bool:
        """The record is selected and in sight; False where it is not shown."""
        row = self.book.row_of(record)
        if row is None:
            return False
        index = self.book.index(row, max(self._first_shown_column(), 0))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)
        return True

    def _first_shown_column(self) -> int:
        header = self.horizontalHeader()
        order = (header.logicalIndex(visual) for visual in range(header.count()))
        return next((column for column in order if not self.isColumnHidden(column)), 0)

    def _choose(self) -> None:
        current: QModelIndex = self.currentIndex()
        if (
            self.host.desk is not None
            and current.isValid()
            and sum(last - first + 1 for first, last in self._ranges()) == 1
        ):
            self.chosen.emit(self.book.ids[current.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the form, Ctrl+V pastes rows, Ctrl+C copies them."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        from PySide6.QtGui import QGuiApplication

        ranges = self._ranges()
        if sum(last - first + 1 for first, last in ranges) > COPIED_AT_MOST:
            self.host.toast(f"一次最多复制 {COPIED_AT_MOST} 行，更多的请用「导出」。")
            return
        rows = [self.book.row(number) for first, last in ranges for number in range(first, last + 1)]
        lines = [[field.label for field in self.book.columns], *rows]
        clean = ("\t".join(text.replace("\t", " ").replace("\n", " ") for text in line) for line in lines)
        QGuiApplication.clipboard().setText("\n".join(clean))


def width_of(field: Field) -> int:
    """Pixels at 100 % for a column that nobody has widened yet."""
    if field.key == "book_number":
        return 60
    for key, width in TEXT_WIDTHS:
        if field.key == key and isinstance(field.kind, (kinds.LineKind, kinds.ProseKind)):
            return width
    by_label = len(field.label) * 14 + 26
    if isinstance(field.kind, kinds.ChoiceKind):
        return max(by_label, min(max(map(len, field.kind.choices)), 6) * 14 + 16)
    return max(by_label, WIDTHS.get(field.kind.key, 130))
