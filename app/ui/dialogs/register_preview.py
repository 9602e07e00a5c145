"""打印登记簿: a register as the pages of its bound book."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox

from app.models import BY_KEY
from app.reports.registers import title_of
from app.ui.dialogs.frame import button
from app.ui.dialogs.print_preview import PAUSE, Make, PrintPreview
from app.ui.dialogs.span import Span
from app.ui.style import px

if TYPE_CHECKING:
    from app.services.listing import Wanted
    from app.ui.background import Job
    from app.ui.main_window import MainWindow


class RegisterPreview(PrintPreview):
    """A printed register: which rows, and where a bound book goes on."""

    def __init__(self, window: MainWindow, shown: Wanted) -> None:
        self.register = BY_KEY[shown.register]
        super().__init__(window, title_of(self.register))
        assert window.desk is not None
        self.desk = window.desk
        self.span = Span("preview", shown, window.year, self.desk.today())
        self.first_row = self.number("preview.first_row", "从第几行开始")
        self.first_page = self.number("preview.first_page", "从第几页开始")
        self.options.addWidget(QLabel("范围"))
        self.options.addWidget(self.span)
        self.options.addStretch(1)
        for label, box in (("接着装订本：第", self.first_page), ("页第", self.first_row)):
            self.options.addWidget(QLabel(label))
            self.options.addWidget(box)
        self.options.addWidget(QLabel("行起"))
        self.span.changed.connect(lambda: self.later.start(PAUSE))

    def more_buttons(self) -> tuple[QPushButton, ...]:
        """The columns of the book."""
        return (button("preview.columns", "栏目…", self.choose_columns),)

    def choose_columns(self) -> None:
        """Other columns; the pages are made again."""
        from app.ui.dialogs.book_columns import BookColumns
        from app.ui.messages import answered

        if answered(BookColumns(self.window_, self.register)):
            self.later.start(0)

    def number(self, name: str, label: str) -> QSpinBox:
        """A number from 1 up, typed or stepped."""
        box = QSpinBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setRange(1, 99_999)
        box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        box.setFixedWidth(px(64))
        box.valueChanged.connect(lambda: self.later.start(PAUSE))
        return box

    def make(self) -> Make:
        """The register of the span chosen, pages counted on; the first begins at the row given."""
        wanted, row, page = self.span.wanted(), self.first_row.value(), self.first_page.value()

        def write(job: Job, path: Path) -> object:
            from app.services.books import print_register

            return print_register(self.desk, wanted, path, job.progress, job.cancelled, first_row=row, first_page=page)

        return write
