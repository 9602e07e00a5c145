"""The record in place: sections of fields, what the limits say while one types, saving and the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app import kinds
from app.services import records
from app.services.reading import show
from app.services.several import for_one
from app.store.records import load, shown
from app.ui.editors import Editor
from app.ui.registers.clerk import FormClerk
from app.ui.registers.draft import Draft
from app.ui.registers.files import FileSection
from app.ui.registers.findings import Findings
from app.ui.registers.following import Following
from app.ui.registers.guesses import Guesses
from app.ui.registers.hiding import Hiding
from app.ui.registers.keys import FormKeys
from app.ui.registers.links import LinkRow
from app.ui.registers.rows import FieldRow
from app.ui.registers.saving import Saving
from app.ui.registers.section import FormSection
from app.ui.style import px

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.models.register import Field, Register, Values
    from app.ui.main_window import MainWindow

    Way = Callable[[Values, dict[str, str]], records.Saved]
    """How a record is stored where it is not simply saved: values and reasons → what was stored."""


AFTER_TABLE = 30
"""Milliseconds after which a new page makes its form: the table is painted first."""


class RecordForm(QWidget):
    """The form of one register; ``record`` is the id shown, None for a new one."""

    saved = Signal(int)
    left = Signal()
    """Esc: back to where one came from."""

    def __init__(self, host: MainWindow, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.host, self.register = host, register
        self.record: int | None = None
        self.values: Values = {}
        self.dirty = False
        self.active = False
        self.clerk = FormClerk(host, self)
        self.rows: dict[str, FieldRow] = {}
        self.way: Way | None = None
        self._loading = self._worth_keeping = False
        self.keys = FormKeys(self)
        self.hiding = Hiding(self)
        self.following = Following(self)
        self._build()
        self.findings = Findings(self)
        self.draft = Draft(self)
        self.saving = Saving(self)
        self.guesses = Guesses(self)
        self.clear()
        QTimer.singleShot(AFTER_TABLE, self.complete)

    def _build(self) -> None:
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self.area)
        inside.setProperty("role", "paper")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.lines = QVBoxLayout(inside)
        self.lines.setContentsMargins(px(16), px(12), px(12), px(12))
        self.lines.setSpacing(px(5))
        self.title = QLabel(self.register.label, inside)
        self.title.setProperty("role", "title")
        self.lines.addWidget(self.title)
        self.sections = [
            self._section(number, section.label, section.fields, inside)
            for number, section in enumerate(self._declared())
        ]
        self.files = FileSection(self)
        self.lines.addWidget(self.files)
        self.lines.addStretch(1)
        self.area.setWidget(inside)
        self.notices = QVBoxLayout()
        self.notices.setSpacing(px(4))
        column.addLayout(self.notices)
        column.addWidget(self.area, 1)
        self.links = LinkRow(self)
        column.addWidget(self.links)
        column.addWidget(self._buttons())

    def _declared(self) -> list[Any]:
        from app.models.register import Section

        common = tuple(field for field in self.register.common_fields if not field.auto)
        return [*self.register.sections, Section("专项、备注与事例", common)]

    def _section(self, number: int, label: str, fields: tuple[Field, ...], parent: QWidget) -> FormSection:
        section = FormSection(self.register.key, label, fields, self.clerk, parent, first=number == 0)
        section.opened.connect(self._opened)
        self.lines.addWidget(section)
        return section

    def complete(self) -> None:
        """The first section stands open; it is made after the table was painted, or when it is needed."""
        if self.sections[0].body is None:
            self.sections[0].set_open(True)

    def _buttons(self) -> QWidget:
        bar = QWidget(self)
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(16), px(8), px(12), px(8))
        self.save_button = self._button(bar, "save", "保存", "Ctrl+S", self.save)
        self.save_button.setProperty("kind", "primary")
        self.back_button = self._button(bar, "back", "放弃修改", "Esc", self.leave)
        self.history_button = self._button(bar, "history", "修改记录", "", self._show_history)
        self.reveal_button = self._button(bar, "reveal", "查看保密", "", self.hiding.reveal)
        self.reveal_button.hide()
        for button in (self.save_button, self.back_button, self.history_button, self.reveal_button):
            row.addWidget(button)
        row.addStretch(1)
        return bar

    def _button(self, parent: QWidget, name: str, label: str, keys: str, act: Any) -> QPushButton:
        button = QPushButton(label, parent)
        button.setObjectName(f"action.{name}")
        button.setAccessibleName(label)
        button.setToolTip(f"{label}（{keys}）" if keys else label)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        button.installEventFilter(self.keys)
        return button

    def _opened(self, section: FormSection) -> None:
        """The rows of a section were made: they are connected, and show what the record holds."""
        for row in section.rows:
            for field in row.fields:
                self.rows[field.key] = row
            for editor in row.editors.values():
                editor.changed.connect(self._changed)
                editor.left.connect(lambda editor=editor: self._judge(editor))
                widget = editor.focusProxy()
                assert widget is not None
                widget.installEventFilter(self.keys)
        if self.active:
            self._fill(section, show(self.clerk.desk, self.register, for_one(self.register, self.values)))

    # What the form shows.

    def clear(self) -> None:
        """No record."""
        self.record, self.values, self.dirty, self.active = None, {}, False, False
        self.way = None
        self.hiding.look({}, None)
        self.title.setText(self.register.label)
        self.area.widget().setEnabled(False)
        for button in (self.save_button, self.back_button, self.history_button):
            button.setEnabled(False)
        self.links.show_for(None)
        self.files.show_for(None)
        self.findings.clear()
        self._fill_all(records.blank(self.clerk.desk, self.register), {})

    def begin(self, values: Values, record: int | None = None, typed: bool = False, way: Way | None = None) -> None:
        """A new record with these values (or a kept draft of an old one); ``typed`` where they are worth keeping."""
        self._show(self.following.filled(values) if record is None else values, record)
        self.way = way
        if typed:
            self.dirty, self._worth_keeping = True, True
        QTimer.singleShot(0, self.keys.focus_first_empty)

    def show_record(self, record: int) -> None:
        """A stored record."""
        with self.clerk.desk.store.read() as connection:
            found = load(connection, self.register, [record])
        if record in found:
            self._show(found[record], record)

    def _show(self, values: Values, record: int | None) -> None:
        self.complete()
        self.way, self._worth_keeping = None, False
        self.guesses.forget()
        self.record, self.values, self.dirty, self.active = record, dict(values), False, True
        self.hiding.look(values, record)
        number = values.get("book_number")
        self.title.setText(
            f"{self.register.label} 第 {number} 号" if record and number else f"新增{self.register.label}"
        )
        self.area.widget().setEnabled(True)
        for button in (self.save_button, self.back_button):
            button.setEnabled(True)
        self.history_button.setEnabled(record is not None)
        self.links.show_for(record)
        self.files.show_for(record)
        self.findings.clear()
        self.draft.forget_notice()
        self._fill_all(values, show(self.clerk.desk, self.register, for_one(self.register, values)))
        self.area.verticalScrollBar().setValue(0)
        self._remember_year()
        self.findings.ask_soon()

    def _fill_all(self, values: Values, texts: dict[str, str]) -> None:
        self.values = dict(values)
        for section in self.sections:
            if section.body is not None:
                self._fill(section, texts)
            section.show_filled(lambda field: self.active and values.get(field.key) not in (None, "", ()))

    def _fill(self, section: FormSection, texts: dict[str, str]) -> None:
        self._loading = True
        for row in section.rows:
            row.say("")
            for key, editor in row.editors.items():
                editor.set_value(self.values.get(key) if self.active else None)
                self.hiding.fill(key, editor)
            if row.shown is not None:
                row.shown.setText(texts.get(row.fields[0].key, ""))
        self._loading = False
        self._show_derived(section)

    def _show_derived(self, section: FormSection) -> None:
        """Values over other records are asked for once the record is stored."""
        derived = [field for field in section.fields if field.derived]
        if not derived or self.record is None:
            return
        with self.clerk.desk.office() as office:
            texts = shown(office.connection, self.register, [self.record], derived, office)[0]
        for field, text in zip(derived, texts, strict=True):
            line = self.rows[field.key].shown
            if line is not None:
                line.setText(text)

    def show_worked_out(self, texts: dict[str, str]) -> None:
        """What the program works out from what stands there now."""
        for row in self.rows.values():
            if row.shown is not None and row.fields[0].derived is None and row.fields[0].key in texts:
                row.shown.setText(texts[row.fields[0].key])

    # What the person types.

    def _changed(self) -> None:
        if self._loading or not self.active:
            return
        self.dirty = True
        self.findings.ask_soon()
        self.draft.keep_soon()

    def _judge(self, editor: Editor) -> None:
        """What cannot be read is said beside the field as soon as the keyboard leaves it."""
        if not self.active:
            return
        row = self.rows[editor.field.key]
        self.following.settle(editor.field.key)
        try:
            editor.read()
        except kinds.Misread as misread:
            row.say(str(misread))
        else:
            row.say("")
            self.findings.show_again(editor.field.key)
            self.guesses.after(editor)
        if editor.field.key == self.register.dated_key:
            self._remember_year()

    def _remember_year(self) -> None:
        day = self.read_values()[0].get(self.register.dated_key or "")
        self.clerk.year = getattr(day, "year", day) if day else None

    def read_values(self) -> tuple[Values, list[tuple[str, str]]]:
        """What stands in the form, and (field, sentence) of what cannot be read."""
        values, wrong = dict(self.values), []
        for row in self.rows.values():
            for key, editor in row.editors.items():
                if key in self.hiding.shut:
                    continue
                try:
                    values[key] = editor.read()
                except kinds.Misread as misread:
                    wrong.append((key, str(misread)))
        return values, list(dict.fromkeys(wrong))

    def is_changed(self) -> bool:
        """Whether anything differs from what was shown first, so that leaving would lose it."""
        if not self.dirty or not self.active:
            return False
        values, wrong = self.read_values()
        return self._worth_keeping or bool(wrong) or values != self.values

    def save(self) -> bool:
        """Stores the record; False where something stands in the way, which is then said."""
        return self.active and self.saving.save()

    def leave(self) -> None:
        """Esc: what was typed is given up after a question."""
        if self.is_changed() and not self.host.ask("放弃刚才的修改吗？", "放弃"):
            return
        self.draft.drop()
        self.dirty = False
        self.left.emit()

    def _show_history(self) -> None:
        from app.ui.messages import answered
        from app.ui.registers.history import HistoryDialog

        if self.record is not None:
            answered(HistoryDialog(self.host, self.register, self.record))
