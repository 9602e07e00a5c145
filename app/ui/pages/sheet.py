"""A grid that the keyboard moves in like a sheet: arrows, Enter down, F2, Delete, copying and pasting of blocks."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from app import kinds
from app.ui.editors.lines import Line
from app.ui.pages.sheet_cells import ENTER, CellDelegate
from app.ui.pages.sheet_model import SheetModel
from app.ui.style import px


class SheetView(QTableView):
    """The grid itself; its cells are chosen one by one or in blocks."""

    said = Signal(str)
    """A sentence to the person."""
    left = Signal()
    """Esc: out of the grid."""
    opened = Signal(int, int)
    """A double click, or F2, on a cell that opens what it stands for: row and column."""
    opens_cells = False
    """Whether F2 and a double click open what a cell stands for, instead of its editor."""

    def __init__(self, name: str, label: str, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = model
        self.setModel(model)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(px(18))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(px(20))
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        delegate = CellDelegate(self)
        delegate.moved.connect(self.move_by)
        delegate.wrong.connect(self.said)
        self.setItemDelegate(delegate)

    def open_cells(self) -> None:
        """F2 and a double click open what a cell stands for; typing still begins at once."""
        self.opens_cells = True
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row(), index.column()))

    def move_by(self, rows: int, columns: int) -> None:
        """The cursor goes so many cells, not beyond the edge."""
        here = self.currentIndex()
        row = min(max(here.row() + rows, 0), self.sheet.rowCount() - 1)
        column = min(max(here.column() + columns, 0), self.sheet.columnCount() - 1)
        self._choose(row, column)

    def go_to(self, row: int, column: int) -> None:
        """The keyboard is in this cell."""
        self._choose(row, column)
        self.setFocus()

    def _choose(self, row: int, column: int) -> None:
        """This cell alone, whatever keys are held down."""
        index = self.sheet.index(row, column)
        self.setCurrentIndex(index)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def chosen(self) -> list[tuple[int, int]]:
        """The chosen cells, row by row."""
        return sorted((index.row(), index.column()) for index in self.selectedIndexes())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, Delete empties, Ctrl+C and Ctrl+V copy and paste, Esc leaves; the rest is Qt's."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in ENTER:
            self.move_by(-1 if shift else 1, 0)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.sheet.clear_cells(self.chosen())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F2 and self.opens_cells:
            self.opened.emit(self.currentIndex().row(), self.currentIndex().column())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A text that an input method commits at once opens the cell and stands in it."""
        was_open = self.state() == QAbstractItemView.State.EditingState
        super().inputMethodEvent(event)
        line = QApplication.focusWidget()
        if event.commitString() and not was_open and isinstance(line, Line) and self.isAncestorOf(line):
            QCoreApplication.sendEvent(line, event)

    def copy(self) -> None:
        """The block round the chosen cells, as a spreadsheet takes it."""
        cells = self.chosen()
        if not cells:
            return
        chosen, rows, columns = set(cells), [row for row, _ in cells], [column for _, column in cells]
        lines = [
            [self.sheet.copied(row, column) if (row, column) in chosen else "" for column in _from_to(columns)]
            for row in _from_to(rows)
        ]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def paste(self) -> None:
        """What was copied here or in a spreadsheet, from the first chosen cell on; one text fills all chosen cells."""
        text = QGuiApplication.clipboard().text().rstrip("\n")
        lines = list(csv.reader(io.StringIO(text), delimiter="\t"))
        cells = self.chosen()
        if not lines or not cells:
            return
        row, column = cells[0]
        if len(lines) == 1 and len(lines[0]) == 1 and len(cells) > 1:
            rows, columns = _from_to([at for at, _ in cells]), _from_to([at for _, at in cells])
            lines = [[lines[0][0] for _ in columns] for _ in rows]
        try:
            self.sheet.paste(row, column, lines)
        except kinds.Misread as misread:
            self.said.emit(str(misread))


def _from_to(places: Sequence[int]) -> range:
    return range(min(places), max(places) + 1)
