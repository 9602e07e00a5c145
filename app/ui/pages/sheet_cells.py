"""The cells of a sheet: how they are painted, and how the keyboard leads out of the one that is typed into."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app import kinds
from app.ui import style
from app.ui.editors.base import Editor
from app.ui.pages.sheet_model import Index, Look, SheetModel
from app.ui.style import px

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MARKS = {"broken": style.RED, "near": style.AMBER}


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
