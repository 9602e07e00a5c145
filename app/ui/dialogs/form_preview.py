"""打印表单: paper forms of records, of a month or of a quarter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from app import kinds
from app.ui.dialogs.frame import line_edit
from app.ui.dialogs.print_preview import Make, PrintPreview
from app.ui.style import px

if TYPE_CHECKING:
    from app.services.printed import Told
    from app.ui.background import Job
    from app.ui.main_window import MainWindow


class FormPreview(PrintPreview):
    """One paper form for some records."""

    def __init__(self, window: MainWindow, form: str, label: str, records: list[int]) -> None:
        super().__init__(window, label)
        assert window.desk is not None
        self.desk, self.form, self.records = window.desk, form, records

    def told(self) -> Told:
        """The form's print."""
        from app.services.paper import all_forms
        from app.services.printed import of_form

        register = next(each.register for each in all_forms() if each.key == self.form)
        return of_form(self.desk, self.form, self.title, register, self.records)

    def make(self) -> Make:
        """The form filled with the records."""

        def write(job: Job, path: Path) -> object:
            from app.services.paper import print_form

            print_form(self.desk, self.form, self.records, path)
            return None

        return write


class SpanFormPreview(PrintPreview):
    """A form of a month or quarter, which is chosen at the top; 0 gives the empty form."""

    def __init__(self, window: MainWindow, form: str, label: str, of: str, first: str) -> None:
        super().__init__(window, label)
        assert window.desk is not None
        self.desk, self.form, self.of = window.desk, form, of
        told = "月份" if of == "month" else "季度"
        hint = "如 2025-03，空表写 0" if of == "month" else "如 2025-Q1，空表写 0"
        self.span = line_edit("preview.span", told, first, hint)
        self.span.setMaximumWidth(px(180))
        self.options.addWidget(QLabel(told))
        self.options.addWidget(self.span)
        self.options.addStretch(1)
        self.span.textChanged.connect(lambda: self.later.start())

    def told(self) -> Told:
        """The form's print, by its span."""
        from app.services.printed import of_form

        return of_form(self.desk, self.form, self.title, "", (), self.span.text().strip())

    def make(self) -> Make:
        """The form of the span that stands in the box."""
        from app.services.span_forms import UnknownSpan, span_of

        try:
            period = span_of(self.span.text(), self.of)
        except UnknownSpan as unknown:
            raise kinds.Misread(str(unknown)) from unknown

        def write(job: Job, path: Path) -> object:
            from app.services.paper import print_span_form

            print_span_form(self.desk, self.form, period, path)
            return None

        return write
