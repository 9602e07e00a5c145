"""What the editors of a form ask of the office: reading, showing, completing, adding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app import kinds
from app.models import BY_KEY
from app.services import reading
from app.ui.registers.adding import add_record

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.models.register import Field
    from app.ui.main_window import MainWindow

LINKS = (kinds.ReferenceKind, kinds.ReferencesKind)


class FormClerk:
    """Stands between the editors of one form and the services."""

    def __init__(self, host: MainWindow, form: QWidget) -> None:
        self.host, self.form = host, form
        self.year: int | None = None
        """Year of the record at hand, by which a budget line is meant."""

    @property
    def is_new(self) -> bool:
        """Whether the form holds a record that is not stored yet."""
        return getattr(self.form, "record", None) is None

    @property
    def desk(self) -> Any:
        """The desk of the window."""
        return self.host.desk

    def read(self, field: Field, text: str) -> Any:
        """The value of a typed text; Misread says what is wrong with it."""
        if not isinstance(field.kind, LINKS):
            return field.kind.read(text, kinds.Reading(today=self.desk.today(), year=self.host.year))
        if not text.strip():
            return () if isinstance(field.kind, kinds.ReferencesKind) else None
        with self.desk.store.read() as connection:
            return field.kind.read(text, reading.reading(self.desk, connection, self.year or self.host.year))

    def show(self, field: Field, value: Any) -> str:
        """A value as text."""
        if not isinstance(field.kind, LINKS):
            return field.kind.show(value)
        if not value:
            return ""
        with self.desk.store.read() as connection:
            return reading.show_value(connection, field, value)

    def complete(self, register: str, typed: str) -> list[tuple[int, str, str]]:
        """Records that may be meant, the likeliest first."""
        return reading.completions(self.desk, register, typed)

    def add(self, register: str, name: str) -> int | None:
        """A new record of that name, asked for in a small form."""
        return add_record(self.host, BY_KEY[register], name)
