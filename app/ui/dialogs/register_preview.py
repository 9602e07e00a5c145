"""打印登记簿: a register as the pages of its bound book."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox

from app.models import BY_KEY
from app.reports.registers import added_up, title_of
from app.reports.sheet import Printed
from app.ui.dialogs.frame import button, show_text, text_label
from app.ui.dialogs.print_preview import PAUSE, Make, PrintPreview
from app.ui.dialogs.span import Span
from app.ui.style import px

if TYPE_CHECKING:
    from app.services.listing import Wanted
    from app.services.printed import Continuing, Told
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
        self.going_on: Continuing | None = None
        self.before = text_label(role="soft")
        self.before.setObjectName("preview.before")
        self.before.hide()
        self.go_on = button("preview.continue", "接着上次(&J)", self.continue_book)
        self.go_on.hide()
        line = QHBoxLayout()
        line.addWidget(self.before, 1)
        line.addWidget(self.go_on)
        self.column.insertLayout(1, line)
        self.ask_for_last()

    def ask_for_last(self) -> None:
        """Where the book ended when it was printed last, asked for off the window's thread."""
        desk, register, year = self.desk, self.register, self.window_.year

        def work(job: Job) -> Continuing | None:
            from app.reports.render.pdf import lines_of_page
            from app.services.books import layout_of
            from app.services.printed import continuing

            layout = layout_of(desk, register)
            has_sums = bool(added_up(register, layout))
            return continuing(desk, register.key, year, lines_of_page(layout.landscape, has_sums))

        self.window_.run_in_background(work, self.offer_to_continue)

    def told(self) -> Told:
        """The register's print, with the days of its range and where the book ends."""
        from app.services.printed import of_register

        wanted, page, row = self.span.wanted(), self.first_page.value(), self.first_row.value()
        ends = self.outcome
        assert isinstance(ends, Printed)
        return of_register(self.desk, wanted, self.title, ends, page, row)

    def offer_to_continue(self, found: Continuing | None) -> None:
        """Where the book was printed before, one key goes on with it."""
        if found is None:
            return
        self.going_on = found
        late = f" 另有 {found.late} 条补登的记录日期在前，没有印过，需要时另印补页。" if found.late else ""
        show_text(self.before, f"这本登记簿{found.words}。{late}")
        self.go_on.show()

    def continue_book(self) -> None:
        """The records after the last printed day, from the next free line."""
        found = self.going_on
        if found is None:
            return
        self.span.set_days(found.wanted.start, found.wanted.end)
        self.first_page.setValue(found.page)
        self.first_row.setValue(found.row)

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
