"""Child rows (议题, 签到, 来宾 …) as a small table typed into in place; the last line is always an empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app import kinds
from app.ui.editors.base import Clerk, Editor
from app.ui.editors.lines import Line
from app.ui.style import px

if TYPE_CHECKING:
    from app.models.register import Field

WIDTHS = {"int": 44, "bool": 44, "choice": 60, "time": 64}
"""Narrowest columns at 100 % by the kind of their values."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _CellEditors(QStyledItemDelegate):
    """The same editors as in the form, one for each cell while it is typed into."""

    def __init__(self, rows: RowsEditor) -> None:
        super().__init__(rows)
        self.rows = rows

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """The editor of the column's kind; yes and no are typed as 是 and 否."""
        from app.ui.editors import editor_for

        column = self.rows.field.columns[index.column()]
        editor = editor_for(column, self.rows.clerk, parent, boxes=False)
        editor.setAutoFillBackground(True)
        name = f"{self.rows.objectName()}.{column.key}"
        editor.setObjectName(name)
        editor.setAccessibleName(f"{self.rows.field.label}{column.label}")
        line = editor.focusProxy()
        if line is not None:
            line.installEventFilter(self)
            editor.left.connect(lambda: self.end(editor))
            line.setObjectName(f"{name}.line")
            line.setAccessibleName(f"{self.rows.field.label}{column.label}")
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """The cell's text is typed on."""
        line = editor.focusProxy()
        line.setText(index.data() or "")  # type: ignore[union-attr]
        line.selectAll()  # type: ignore[union-attr]

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The typed text stands in the cell; what was picked is known by its name."""
        assert isinstance(editor, Editor)
        editor.settle()
        self.rows.known.update(getattr(editor, "known", {}))
        model.setData(index, editor.focusProxy().text())  # type: ignore[union-attr]

    def end(self, editor: QWidget, keep: bool = True) -> None:
        """The cell is taken, or left as it was; once, however many ways lead here."""
        if editor.property("ended"):
            return
        editor.setProperty("ended", True)
        if keep:
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the cell and goes on; Esc leaves it as it was."""
        if not isinstance(watched, Line):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            editor = watched.parentWidget()
            if isinstance(editor, Editor) and not editor.composing:
                if event.key() in ENTER or event.key() == Qt.Key.Key_Tab:
                    self.end(editor)
                    self.rows.go_on()
                    return True
                if event.key() == Qt.Key.Key_Escape:
                    if not editor.back_out():
                        self.end(editor, keep=False)
                        self.rows.table.setFocus()
                    return True
        return False


class RowsEditor(Editor):
    """The child rows of a record."""

    def __init__(self, field: Field, clerk: Clerk, parent: QWidget | None = None) -> None:
        super().__init__(field, clerk, parent)
        self.known: dict[str, int] = {}
        self._showing = False
        self.table = QTableWidget(0, len(field.columns), self)
        self.table.setProperty("role", "rows")
        self.table.setHorizontalHeaderLabels([column.label for column in field.columns])
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(px(30))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, column in enumerate(field.columns):
            self.table.setColumnWidth(at, px(max(len(column.label) * 14 + 22, WIDTHS.get(column.kind.key, 92))))
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed)
        self.table.clicked.connect(self.edit)
        self.table.setItemDelegate(_CellEditors(self))
        self.table.setTabKeyNavigation(False)
        self.hold(self.table)
        self.table.itemChanged.connect(self._edited)
        self.table.installEventFilter(self)
        self.set_value(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Delete takes the line out."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_Delete and control and self.table.currentRow() >= 0:
                self.table.removeRow(self.table.currentRow())
                self._keep_an_empty_line()
                self.changed.emit()
                return True
        return super().eventFilter(watched, event)

    def go_on(self) -> None:
        """To the next cell; from the last column to the next line."""
        row, column = self.table.currentRow(), self.table.currentColumn() + 1
        if column >= self.table.columnCount():
            row, column = row + 1, 0
        if row >= self.table.rowCount():
            return
        self.table.setCurrentCell(row, column)
        self.table.setFocus()
        self.edit(self.table.currentIndex())

    def edit(self, cell: QModelIndex) -> None:
        """The cell is typed into."""
        self.table.edit(cell)

    def _edited(self) -> None:
        if not self._showing:
            self._keep_an_empty_line()
            self.changed.emit()

    def _texts(self, row: int) -> list[str]:
        items = [self.table.item(row, column) for column in range(self.table.columnCount())]
        return [item.text().strip() if item is not None else "" for item in items]

    def _keep_an_empty_line(self) -> None:
        last = self.table.rowCount() - 1
        if last < 0 or any(self._texts(last)):
            self._append([""] * self.table.columnCount())
        shown = min(max(self.table.rowCount(), 2), 10)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + shown * px(30) + px(14))

    def _append(self, texts: list[str]) -> None:
        showing, self._showing = self._showing, True
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate(texts):
            self.table.setItem(row, column, QTableWidgetItem(text))
        self._showing = showing

    def set_value(self, value: Any) -> None:
        """The rows, and an empty line."""
        self._showing = True
        self.table.setRowCount(0)
        for row in value or ():
            texts = []
            for column in self.field.columns:
                text = self.clerk.show(column, row.get(column.key))
                if isinstance(column.kind, kinds.ReferenceKind) and row.get(column.key):
                    self.known[text] = row[column.key]
                texts.append(text)
            self._append(texts)
        self._keep_an_empty_line()
        self._showing = False

    def read(self) -> tuple[dict[str, Any], ...]:
        """The lines that hold something; Misread names line and column."""
        lines = [(row, self._texts(row)) for row in range(self.table.rowCount())]
        return tuple(self._read_line(row, texts) for row, texts in lines if any(texts))

    def _read_line(self, row: int, texts: list[str]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for column, text in zip(self.field.columns, texts, strict=True):
            is_known = isinstance(column.kind, kinds.ReferenceKind) and text in self.known
            try:
                values[column.key] = self.known[text] if is_known else self.clerk.read(column, text)
            except kinds.Misread as misread:
                raise kinds.Misread(f"第 {row + 1} 行「{column.label}」：{misread}") from misread
        return values
