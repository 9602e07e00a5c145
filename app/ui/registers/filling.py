"""批量填写: one field of the selected records, the same for all, downwards, or counted up; one undo."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app import kinds
from app.services import records
from app.store.errors import StoreError
from app.store.records import load
from app.ui.editors import Editor, editor_for
from app.ui.editors.lines import Line
from app.ui.registers.clerk import FormClerk
from app.ui.registers.rows import named
from app.ui.style import px

if TYPE_CHECKING:
    from app.models.register import Field, Register
    from app.ui.main_window import MainWindow

WAYS = (
    ("same", "同一内容", "所有选中的记录都填这个内容"),
    ("down", "向下填充", "空着的，照它上面一条填"),
    ("series", "递增", "从这个号起，一条比一条大一号"),
)
COUNTED = (kinds.LineKind, kinds.WholeKind)
"""Kinds that can be counted up."""


class FieldBox(QComboBox):
    """The fields; letters choose one by the pinyin initials of its label (gdh → 归档号)."""

    PAUSE = 1500
    """Milliseconds after which other initials begin."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.typed = ""
        self.pause = QTimer(self, singleShot=True, interval=self.PAUSE)
        self.pause.timeout.connect(lambda: setattr(self, "typed", ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are initials; all other keys are Qt's."""
        from app.store.pinyin import initials

        letter = event.text().lower()
        if not (letter.isascii() and letter.isalpha()) or event.modifiers():
            super().keyPressEvent(event)
            return
        self.typed += letter
        self.pause.start()
        for at in range(self.count()):
            if initials(self.itemText(at)).startswith(self.typed):
                self.setCurrentIndex(at)
                return


class FillDialog(QDialog):
    """Which field, how, and with what."""

    def __init__(self, host: MainWindow, register: Register, ids: Sequence[int]) -> None:
        super().__init__(host)
        assert host.desk is not None
        self.host, self.desk, self.register, self.ids = host, host.desk, register, list(ids)
        self.fields = [field for field in register.fields if not field.auto and not field.columns]
        self.clerk = FormClerk(host, self)
        self.editor: Editor | None = None
        self.setWindowTitle(f"批量填写：选中 {len(ids)} 条{register.label}")
        self.setObjectName("fill")
        self.setMinimumWidth(px(480))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(10))
        self._build(column)
        self._begin_as_last()
        self._choose()
        self.field.setFocus()

    def _build(self, column: QVBoxLayout) -> None:
        self.field = FieldBox(self)
        self.field.setObjectName("fill.field")
        self.field.setAccessibleName("栏目")
        self.field.setMaxVisibleItems(18)
        for field in self.fields:
            self.field.addItem(field.label)
        self._line(column, "栏目", self.field)
        ways = QWidget(self)
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        self.group = QButtonGroup(self)
        for number, (name, label, tip) in enumerate(WAYS):
            button = QRadioButton(label, ways)
            button.setObjectName(f"fill.{name}")
            button.setAccessibleName(label)
            button.setToolTip(tip)
            self.group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self.group.button(0).setChecked(True)
        self._line(column, "方式", ways)
        self.place = QWidget(self)
        self.place_column = QVBoxLayout(self.place)
        self.place_column.setContentsMargins(0, 0, 0, 0)
        self._line(column, "内容", self.place)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setProperty("role", "faint")
        column.addWidget(self.told)
        column.addStretch(1)
        column.addLayout(self._buttons())
        self.field.currentIndexChanged.connect(lambda _: self._choose())
        self.group.idToggled.connect(lambda *_: self._preview())

    def _line(self, column: QVBoxLayout, label: str, widget: QWidget) -> None:
        row = QHBoxLayout()
        caption = QLabel(label, self)
        caption.setFixedWidth(px(48))
        row.addWidget(caption)
        row.addWidget(widget, 1)
        column.addLayout(row)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self.cancel = cancel = QPushButton("取消", self)
        self.agree = QPushButton("填写", self)
        for name, button in (("cancel", cancel), ("agree", self.agree)):
            button.setObjectName(f"fill.{name}")
            button.setAccessibleName(button.text())
            row.addWidget(button)
        cancel.setAutoDefault(False)
        self.agree.setProperty("kind", "primary")
        self.agree.setDefault(True)
        cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self.fill)
        return row

    def _begin_as_last(self) -> None:
        """The field and the way of the last time, where there was one."""
        field, _, way = str(self.host.remembered.value(f"fill/{self.register.key}", "")).partition(" ")
        for at, each in enumerate(self.fields):
            if each.key == field:
                self.field.setCurrentIndex(at)
        for number, (name, _, _) in enumerate(WAYS):
            if name == way:
                self.group.button(number).setChecked(True)

    @property
    def chosen(self) -> Field:
        """The field to be filled."""
        return self.fields[self.field.currentIndex()]

    @property
    def way(self) -> str:
        """same, down or series."""
        return WAYS[self.group.checkedId()][0]

    def _choose(self) -> None:
        """The editor of the chosen field."""
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
        self.editor = editor_for(self.chosen, self.clerk, self.place)
        named(self.editor, "fill", self.chosen)
        line = self.editor.focusProxy()
        if line is not None:
            line.setObjectName("fill.value")
        self.place_column.addWidget(self.editor)
        self.editor.show()
        if line is not None:
            for before, after in pairwise((self.field, *self.group.buttons(), line, self.cancel, self.agree)):
                self.setTabOrder(before, after)
        self.editor.changed.connect(self._preview)
        counted = isinstance(self.chosen.kind, COUNTED)
        self.group.button(2).setEnabled(counted)
        if not counted and self.way == "series":
            self.group.button(0).setChecked(True)
        self._preview()

    def _typed(self) -> str:
        line = self.editor.focusProxy() if self.editor is not None else None
        return line.text() if isinstance(line, Line) else ""

    def _preview(self) -> None:
        """What will stand in the records."""
        assert self.editor is not None
        self.editor.setEnabled(self.way != "down")
        if self.way == "series" and self._typed().strip():
            texts = records.series_from(self._typed().strip(), len(self.ids))
            self.told.setText(f"{texts[0]} … {texts[-1]}，共 {len(texts)} 条" if len(texts) > 1 else texts[0])
        else:
            self.told.setText(WAYS[self.group.checkedId()][2])

    def _values(self) -> list[Any]:
        """One value for each record; Misread where what is typed is none."""
        assert self.editor is not None
        if self.way == "down":
            with self.desk.store.read() as connection:
                stored = load(connection, self.register, self.ids)
            values: list[Any] = []
            for record in self.ids:
                mine = stored[record].get(self.chosen.key)
                values.append(values[-1] if mine in (None, "", ()) and values else mine)
            return values
        if self.way == "series":
            texts = records.series_from(self._typed().strip(), len(self.ids))
            return [self.clerk.read(self.chosen, text) for text in texts]
        self.editor.settle()
        return [self.editor.read()] * len(self.ids)

    def fill(self) -> None:
        """All records in one change; what cannot be is said, and nothing is changed."""
        try:
            count = records.fill(self.desk, self.register, self.ids, self.chosen.key, self._values())
        except (kinds.Misread, records.Refused, StoreError) as error:
            self.told.setProperty("role", "red")
            self.told.style().polish(self.told)
            self.told.setText(str(error))
            return
        self.host.remembered.setValue(f"fill/{self.register.key}", f"{self.chosen.key} {self.way}")
        self.host.toast(f"已填写「{self.chosen.label}」{count} 条，Ctrl+Z 可以一次撤回。")
        self.accept()
