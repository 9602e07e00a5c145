"""A grid that the keyboard moves in like a sheet: arrows, Enter down, F2, Delete, copying and pasting of blocks."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app import kinds
from app.ui import style
from app.ui.editors.base import Editor
from app.ui.editors.lines import Line
from app.ui.style import px

Index = QModelIndex | QPersistentModelIndex
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MARKS = {"broken": style.RED, "near": style.AMBER}
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


class CellDelegate(QStyledItemDelegate):
    """Paints the cells, and leads the keyboard out of the one that is typed into."""

    moved = Signal(int, int)
    """Rows and columns to go after a cell was typed."""
    wrong = Signal(str)
    """What was typed is no value: why."""
    WIDEST = 150
    """Pixels at 100 % that an editor needs at least."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of the cell; it closes when the keyboard goes elsewhere."""
        model = index.model()
        assert isinstance(model, SheetModel)
        editor = model.editor(index.row(), index.column(), parent)
        line = editor.focusProxy()
        assert line is not None
        line.setObjectName("sheet.cell")
        line.setAccessibleName(str(model.headerData(index.column(), Qt.Orientation.Horizontal)))
        line.installEventFilter(self)
        editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        editor.left.connect(lambda: self.finish(editor))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over its cell, wide and high enough to be read."""
        cell: QRect = option.rect  # type: ignore[attr-defined]
        around = editor.parentWidget()
        assert around is not None
        room = around.width()
        width = min(max(cell.width(), px(self.WIDEST)), room)
        height = max(cell.height(), editor.sizeHint().height())
        editor.setGeometry(max(min(cell.x(), room - width), 0), cell.y(), width, height)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The editor was made with what stands in the cell."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What was typed goes into the cell, unless it is no value."""
        assert isinstance(editor, Editor)
        assert isinstance(model, SheetModel)
        try:
            value = editor.read()
        except kinds.Misread as misread:
            self.wrong.emit(str(misread))
        else:
            model.take(index.row(), index.column(), value)

    def finish(self, editor: Editor) -> None:
        """The cell is done with, once."""
        if not editor.property("done"):
            editor.setProperty("done", True)
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes what was typed and goes down, Tab to the right, Esc gives it up."""
        if isinstance(event, QInputMethodEvent) and isinstance(watched, Editor):
            # Qt keeps the keyboard in the grid while the first name is composed, and passes its events on.
            line = watched.focusProxy()
            return line is not None and QCoreApplication.sendEvent(line, event)
        editor = watched.parent()
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(editor, Editor)):
            return False
        if editor.composing:
            return False
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in ENTER:
            return self._leave(editor, -1 if back else 1, 0)
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._leave(editor, 0, -1 if event.key() == Qt.Key.Key_Backtab else 1)
        if event.key() == Qt.Key.Key_Escape:
            if not editor.back_out():
                editor.setProperty("done", True)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
            return True
        return False

    def _leave(self, editor: Editor, rows: int, columns: int) -> bool:
        editor.settle()
        try:
            editor.read()
        except kinds.Misread as misread:
            editor.set_wrong(True)
            self.wrong.emit(str(misread))
        else:
            self.finish(editor)
            self.moved.emit(rows, columns)
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, share of the day, text, marks, hairlines."""
        model = index.model()
        assert isinstance(model, SheetModel)
        look = model.look(index.row(), index.column())
        cell: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(cell, QColor(style.CHOSEN if is_chosen else look.ground))
        if look.fill:
            inner = cell.adjusted(px(1), px(2), -px(2), -px(3))
            inner.setWidth(round(inner.width() * look.fill))
            painter.fillRect(inner, QColor(look.filling))
        painter.setPen(QColor(style.HAIRLINE))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        painter.drawLine(cell.topRight(), cell.bottomRight())
        self._marks(painter, cell, look)
        self._text(painter, cell, look, option)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(style.ACCENT))
            painter.drawRect(cell.adjusted(0, 0, -1, -1))
        painter.restore()

    def _marks(self, painter: QPainter, cell: QRect, look: Look) -> None:
        if look.mark:
            painter.fillRect(QRect(cell.x(), cell.y(), px(3), cell.height() - 1), QColor(MARKS[look.mark]))
        if look.is_fixed:
            side = px(5)
            painter.fillRect(QRect(cell.right() - side, cell.y() + 1, side, side), QColor(style.FAINT))
        if look.dot:
            side = px(4)
            corner = cell.bottomRight()
            dot = QRect(corner.x() - side - px(2), corner.y() - side - px(2), side, side)
            painter.fillRect(dot, QColor(style.GREEN))

    def _text(self, painter: QPainter, cell: QRect, look: Look, option: QStyleOptionViewItem) -> None:
        font = option.font  # type: ignore[attr-defined]
        font.setBold(look.is_bold)
        painter.setFont(font)
        painter.setPen(QColor(look.ink))
        room = cell.adjusted(px(7), 0, -px(4), 0) if look.align == Qt.AlignmentFlag.AlignLeft else cell
        text = painter.fontMetrics().elidedText(look.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, look.align | Qt.AlignmentFlag.AlignVCenter, text)


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
