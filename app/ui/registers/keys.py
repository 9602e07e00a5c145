"""The keyboard in the form: Enter to the next field, Shift+Enter back, Esc out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.editors import Editor
from app.ui.style import px

if TYPE_CHECKING:
    from app.ui.registers.form import RecordForm

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormKeys(QObject):
    """Leads through the fields of one form."""

    def __init__(self, form: RecordForm) -> None:
        super().__init__(form)
        self.form = form

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter to the next field, Shift+Enter back, Esc out; nothing while an input method composes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            if getattr(watched, "composing", False):
                return super().eventFilter(watched, event)
            if event.key() in ENTER:
                return self._enter(watched, event)
            if event.key() == Qt.Key.Key_Escape:
                editor = watched.parentWidget()
                if not (isinstance(editor, Editor) and editor.back_out()):
                    self.form.leave()
                return True
        return super().eventFilter(watched, event)

    def _enter(self, watched: QWidget, event: QKeyEvent) -> bool:
        if isinstance(watched, QPushButton):
            watched.click()
            return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            return False
        editor = watched.parentWidget()
        if isinstance(editor, Editor):
            editor.settle()
        self._step(watched, -1 if modifiers == Qt.KeyboardModifier.ShiftModifier else 1)
        return True

    def stops(self) -> list[QWidget]:
        """Where Enter leads, in order: the editors that can be seen, then 保存."""
        widgets = [
            editor.focusProxy()
            for section in self.form.sections
            if section.is_open()
            for row in section.rows
            for editor in row.editors.values()
            if editor.isEnabled() or not self.form.active
        ]
        return [*(widget for widget in widgets if widget is not None), self.form.save_button]

    def _step(self, here: QWidget, by: int) -> None:
        stops = self.stops()
        if here in stops:
            self.focus_on(stops[min(max(stops.index(here) + by, 0), len(stops) - 1)])

    def focus_on(self, widget: QWidget) -> None:
        """The keyboard is there, in sight, its text ready to be typed over."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if hasattr(widget, "selectAll") and hasattr(widget, "setText"):
            widget.selectAll()
        if widget is not self.form.save_button:
            self.form.area.ensureWidgetVisible(widget, 0, px(60))

    def focus_first_empty(self) -> None:
        """To the first field that is still empty."""
        for row in self.form.sections[0].rows:
            for editor in row.editors.values():
                if editor.is_empty() and editor.focusProxy() is not None:
                    self.focus_on(editor.focusProxy())  # type: ignore[arg-type]
                    return
        self.focus_on(self.stops()[0])

    def focus_field(self, key: str) -> None:
        """To a field, its section opened."""
        for section in self.form.sections:
            if any(field.key == key for field in section.fields):
                section.set_open(True)
        row = self.form.rows.get(key)
        if row is not None and key in row.editors and row.editors[key].focusProxy() is not None:
            self.focus_on(row.editors[key].focusProxy())  # type: ignore[arg-type]
