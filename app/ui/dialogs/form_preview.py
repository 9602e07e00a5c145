"""打印表单: paper forms of records, of a month, a quarter or a year; full, empty, or over preprinted sheets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLabel

from app import kinds
from app.ui.dialogs.frame import line_edit
from app.ui.dialogs.print_preview import Make, PrintPreview
from app.ui.style import px

if TYPE_CHECKING:
    from app.services.printed import Told
    from app.ui.background import Job
    from app.ui.main_window import MainWindow

OVER_FORM = "套打（只印填写的内容）"
OVER_HEAD = "套打（红头和红线已印好）"
SPANS = {
    "month": ("月份", "如 2025-03，空表写 0"),
    "quarter": ("季度", "如 2025-Q1，空表写 0"),
    "quarter or year": ("季度或年份", "如 2025-Q1、2025，空表写 0"),
}
"""Label and hint of the box in which the span is typed."""


def check_box(name: str, label: str, tip: str) -> QCheckBox:
    """A box to be ticked over the preview."""
    box = QCheckBox(label)
    box.setObjectName(name)
    box.setAccessibleName(label)
    box.setToolTip(tip)
    return box


class FilledPreview(PrintPreview):
    """A form that is printed full, empty, or over preprinted sheets; the boxes to say so stand over the pages."""

    def __init__(self, window: MainWindow, label: str, over: str = OVER_FORM) -> None:
        super().__init__(window, label)
        self.over = check_box("preview.overprint", over, "用在预先印好的纸上：已经印好的不再印，其余印在原来的位置")
        self.empty = check_box("preview.empty", "空表", "不填内容，留着手填")
        for box, other in ((self.over, self.empty), (self.empty, self.over)):
            box.toggled.connect(lambda on, other=other: self.chosen(on, other))

    def called(self) -> str:
        """What the list of prints calls it."""
        return f"{self.title}（套打）" if self.over.isChecked() else self.title

    def chosen(self, on: bool, other: QCheckBox) -> None:
        """An empty form has nothing to write on a preprinted one; what was made before is not printed any more."""
        if on:
            other.setChecked(False)
        self.path = None
        self.busy(False)
        self.later.start()


class FormPreview(FilledPreview):
    """One paper form for some records; an empty one where there are none."""

    def __init__(self, window: MainWindow, form: str, label: str, records: list[int]) -> None:
        from app.services.official import is_official
        from app.services.paper import has_empty

        super().__init__(window, label, OVER_HEAD if is_official(form) else OVER_FORM)
        assert window.desk is not None
        self.desk, self.form, self.records = window.desk, form, records
        if not records and has_empty(form):
            self.empty.setChecked(True)
            self.empty.setEnabled(False)
            self.over.setEnabled(False)
        if has_empty(form) or is_official(form):
            self.options.addWidget(self.over)
        if has_empty(form):
            self.options.addWidget(self.empty)
        self.options.addStretch(1)

    def told(self) -> Told:
        """The form's print."""
        from app.services.paper import all_forms
        from app.services.printed import of_form

        register = next(each.register for each in all_forms() if each.key == self.form)
        records = [] if self.empty.isChecked() else self.records
        return of_form(self.desk, self.form, self.called(), register, records)

    def make(self) -> Make:
        """The form filled with the records, as the boxes say."""
        records = [] if self.empty.isChecked() else self.records
        over = self.over.isChecked()

        def write(job: Job, path: Path) -> object:
            from app.services.paper import print_form

            print_form(self.desk, self.form, records, path, over)
            return None

        return write


class SpanFormPreview(FilledPreview):
    """A form of a month, quarter or year, which is chosen at the top; 0 gives the empty form."""

    def __init__(self, window: MainWindow, form: str, label: str, of: str, first: str) -> None:
        super().__init__(window, label)
        assert window.desk is not None
        self.desk, self.form, self.of = window.desk, form, of
        told, hint = SPANS[of]
        self.span = line_edit("preview.span", told, first, hint)
        self.span.setMaximumWidth(px(220))
        for widget in (QLabel(told), self.span, self.over, self.empty):
            self.options.addWidget(widget)
        self.options.addStretch(1)
        self.span.textChanged.connect(lambda: self.later.start())
        self.empty.toggled.connect(self.span.setDisabled)

    def told(self) -> Told:
        """The form's print, by its span."""
        from app.services.printed import of_form

        span = "" if self.empty.isChecked() else self.span.text().strip()
        return of_form(self.desk, self.form, self.called(), "", (), span)

    def make(self) -> Make:
        """The form of the span that stands in the box, as the boxes say."""
        from app.services.span_forms import UnknownSpan, span_of

        try:
            period = None if self.empty.isChecked() else span_of(self.span.text(), self.of)
        except UnknownSpan as unknown:
            raise kinds.Misread(str(unknown)) from unknown
        over = self.over.isChecked()

        def write(job: Job, path: Path) -> object:
            from app.services.paper import print_span_form

            print_span_form(self.desk, self.form, period, path, over)
            return None

        return write
