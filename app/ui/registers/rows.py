"""One line of the form: label, editor, and what is said about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from app import kinds
from app.services.several import FOR_EACH
from app.ui.editors import Editor, YesNoEditor, editor_for
from app.ui.editors.base import Clerk
from app.ui.editors.lines import Line
from app.ui.flow import Flow
from app.ui.registers.tips import FieldTip
from app.ui.style import px

if TYPE_CHECKING:
    from app.models.register import Field

LABEL_WIDTH = 88
"""Pixels at 100 % of the labels' column; longer labels wrap."""


def label_of(field: Field, parent: QWidget) -> QLabel:
    """The field's label; a required one bears a mark."""
    mark = " <span style='color:#1d4e89'>*</span>" if field.required else ""
    label = QLabel(f"{field.label}{mark}", parent)
    label.setProperty("role", "soft")
    label.setWordWrap(True)
    label.setFixedWidth(px(LABEL_WIDTH))
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setContentsMargins(0, px(5), 0, 0)
    return label


def named(editor: Editor, register: str, field: Field) -> None:
    """Names for tests and screen readers."""
    editor.setObjectName(f"field.{register}.{field.key}.editor")
    widget = editor.focusProxy()
    assert widget is not None
    widget.setObjectName(f"field.{register}.{field.key}")
    widget.setAccessibleName(field.label)
    widget.setAccessibleDescription(field.help)


class FieldRow(QWidget):
    """A field and its editor; a worked-out one is only shown."""

    def __init__(self, register: str, field: Field, clerk: Clerk, parent: QWidget) -> None:
        super().__init__(parent)
        self.fields: tuple[Field, ...] = (field,)
        self.editors: dict[str, Editor] = {}
        self.shown: Line | None = None
        self._note: QLabel | None = None
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(px(8))
        self.grid.setVerticalSpacing(px(2))
        wide = isinstance(field.kind, kinds.RowsKind)
        label = label_of(field, self)
        self.grid.addWidget(label, 0, 0, 1, 2 if wide else 1)
        content = self._shown(register, field) if field.auto else self._editor(register, field, clerk)
        if wide:
            self.grid.addWidget(content, 1, 0, 1, 2)
        else:
            self.grid.addWidget(content, 0, 1, Qt.AlignmentFlag.AlignTop)
        self.grid.setColumnStretch(1, 1)
        label.setBuddy(content)
        FieldTip(register, field, self, label, content.focusProxy() or content)

    def _shown(self, register: str, field: Field) -> QWidget:
        """What the program works out."""
        self.shown = Line(self)
        self.shown.setReadOnly(True)
        self.shown.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.shown.setObjectName(f"field.{register}.{field.key}")
        self.shown.setAccessibleName(field.label)
        self.shown.setToolTip("由程序计算，不用填写")
        if field.unit and field.unit not in field.label:
            self.shown.remark(field.unit)
        return self.shown

    def _editor(self, register: str, field: Field, clerk: Clerk) -> QWidget:
        editor = editor_for(field, clerk, self, several=FOR_EACH.get(register) == field.key)
        named(editor, register, field)
        self.editors[field.key] = editor
        return editor

    def say(self, sentence: str, role: str = "note") -> None:
        """A sentence under the editor; an empty one takes it away."""
        if self._note is None:
            if not sentence:
                return
            self._note = QLabel(self)
            self._note.setWordWrap(True)
            self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            first = 0 if isinstance(self, BoxRow) else 1
            self.grid.addWidget(self._note, 2, first, 1, 2 - first)
        if self._note.property("role") != role:
            self._note.setProperty("role", role)
            self._note.style().unpolish(self._note)
            self._note.style().polish(self._note)
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        for editor in self.editors.values():
            editor.set_wrong(bool(sentence) and role == "note")


class BoxRow(FieldRow):
    """Several boxes in one line: the prohibitions (背景板、横幅、饮酒 …)."""

    def __init__(self, register: str, fields: Sequence[Field], clerk: Clerk, parent: QWidget) -> None:
        QWidget.__init__(self, parent)
        self.fields = tuple(fields)
        self.editors = {}
        self.shown = None
        self._note = None
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setVerticalSpacing(px(2))
        boxes = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        boxes.setSizePolicy(policy)
        line = Flow(boxes, gap=12)
        for field in fields:
            editor = YesNoEditor(field, clerk, boxes).with_label()
            named(editor, register, field)
            self.editors[field.key] = editor
            FieldTip(register, field, self, editor.box)
            line.addWidget(editor)
        self.grid.addWidget(boxes, 0, 0, 1, 2)


def rows_of(register: str, fields: Sequence[Field], clerk: Clerk, parent: QWidget) -> list[FieldRow]:
    """The lines of a section: boxes that follow one another share a line."""
    rows: list[FieldRow] = []
    run: list[Field] = []
    for field in (*fields, None):
        if field is not None and isinstance(field.kind, kinds.YesNoKind) and not field.auto:
            run.append(field)
            continue
        if run:
            rows.append(BoxRow(register, run, clerk, parent))
            run = []
        if field is not None:
            rows.append(FieldRow(register, field, clerk, parent))
    return rows
