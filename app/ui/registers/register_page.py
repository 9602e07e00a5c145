"""One register: tool row, find row, table, and the record at the right."""

from __future__ import annotations

from array import array
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.services import listing
from app.services.views import names_of
from app.ui.messages import choose
from app.ui.registers.acting import Acting
from app.ui.registers.book import Book
from app.ui.registers.empty_page import EmptyPage
from app.ui.registers.find_row import FindRow
from app.ui.registers.form import RecordForm
from app.ui.registers.table import BookTable
from app.ui.registers.tool_row import ToolRow
from app.ui.registers.view_menu import KEYS, ViewMenu
from app.ui.style import px

if TYPE_CHECKING:
    from app.models.register import Register
    from app.services.views import View
    from app.ui.main_window import MainWindow

FORM_WIDTH = 356
"""Pixels at 100 % of the record beside the table, until somebody moves the border."""


class RegisterPage(QSplitter):
    """The page of one register."""

    shown = Signal()
    """The first rows of an answer stand in the table."""
    month_wanted = Signal()
    """The month as one grid was asked for."""
    beside = Signal(int)
    """The register so many places further down in the list was asked for."""

    def __init__(self, host: MainWindow, register: Register, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        assert host.desk is not None
        self.host, self.register, self.desk = host, register, host.desk
        self._asked = 0
        self._only: list[int] | None = None
        self._stale = True
        self.select_next: int | None = None
        """The record to be selected when the next answer is shown."""
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.acting = Acting(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.tools = ToolRow(self, self.acting.act, self.register.key)
        self.finding = FindRow(self.register, self.host.year, left, partial(names_of, self.desk))
        self.views = ViewMenu(self)
        self.finding.views.setMenu(self.views)
        self.book = Book(self.desk, self.register, self)
        self.table = BookTable(self.host, self.book, left)
        self.empty = EmptyPage(self.register.label, self.register.purpose, left, self.acting.act)
        self.middle = QStackedWidget(left)
        self.middle.addWidget(self.table)
        self.middle.addWidget(self.empty)
        column.addWidget(self.tools)
        column.addWidget(self.finding)
        column.addWidget(self.middle, 1)
        self.form = RecordForm(self.host, self.register, self)
        self.addWidget(left)
        self.addWidget(self.form)
        self.form.setMinimumWidth(px(280))
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setSizes([px(820), px(FORM_WIDTH)])
        state = self.host.remembered.value("splitter")
        if isinstance(state, QByteArray):
            self.restoreState(state)

    def _connect(self) -> None:
        self.splitterMoved.connect(lambda *_: self.host.remembered.setValue("splitter", self.saveState()))
        self.finding.asked.connect(self.ask)
        self.finding.down.connect(self._into_table)
        self.table.sorted_by.connect(self._sort)
        self.table.chosen.connect(self._choose)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.acting.state())
        self.table.opened.connect(lambda: self.acting.act("edit"))
        self.table.pasted.connect(lambda: self.acting.act("paste"))
        self.form.saved.connect(self._saved)
        self.form.left.connect(self._back)
        for keys, act in (
            ("Ctrl+F", self.finding.box.setFocus),
            ("Ctrl+S", self.form.save),
            ("Ctrl+PgUp", lambda: self.beside.emit(-1)),
            ("Ctrl+PgDown", lambda: self.beside.emit(1)),
            *((f"Ctrl+Alt+{number}", partial(self.views.open_number, number)) for number in range(1, KEYS + 1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        delete = QShortcut(QKeySequence("Delete"), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(lambda: self.acting.act("delete"))
        self.host.data_changed.connect(self._data_changed)
        self.host.year_changed.connect(self._year_changed)

    # What is shown.

    def refresh(self) -> None:
        """Asks again if something changed since."""
        if self._stale:
            self.ask()

    def _data_changed(self, register: str) -> None:
        """References show names of other registers, so every change counts."""
        self._stale = True
        if self.isVisible():
            self.ask()

    def _year_changed(self, year: int) -> None:
        self.finding.year = year
        self._only = None
        self._stale = True
        if self.isVisible():
            self.ask()

    def show_view(self, view: View) -> None:
        """The records that a saved view asks for."""
        self._only = None
        self.finding.show_view(view)

    def wanted(self) -> listing.Wanted:
        """What the table is asked for: the records behind a number, or those of period, words and filters."""
        if self._only is not None:
            return listing.Wanted(self.register.key, only=tuple(self._only))
        return self.finding.wanted()

    def ask(self) -> None:
        """The first page, then all ids, both off the window's thread; late answers to old questions are dropped."""
        self._stale = False
        self._asked += 1
        if self.finding.is_narrowed():
            self._only = None
        number, wanted, desk = self._asked, self.wanted(), self.desk
        self.host.run_in_background(
            lambda job: listing.first_page(desk, wanted), lambda page: self._first(number, wanted, page)
        )

    def _first(self, number: int, wanted: listing.Wanted, page: listing.Page) -> None:
        if number != self._asked:
            return
        self._show_first(number, page)
        desk = self.desk
        if page.more:
            self.host.run_in_background(
                lambda job: listing.all_ids(desk, wanted), lambda ids: self._show_all(number, ids)
            )
        else:
            self._show_all(number, page.ids)

    def _show_first(self, number: int, page: listing.Page) -> None:
        self.book.year = self.host.year if self.finding.span()[0] is not None else 0
        self.book.show_first(page)
        if not len(page.ids):
            year = self.host.year if self.register.dated_key else None
            self.empty.tell(self.finding.is_narrowed(), year)
        self.middle.setCurrentWidget(self.table if len(page.ids) else self.empty)
        self.shown.emit()

    def _show_all(self, number: int, ids: array[int]) -> None:
        if number != self._asked:
            return
        self.book.show_all(ids)
        self.finding.count.setText(f"共 {len(ids)} 条")
        record = self.select_next if self.select_next is not None else self.form.record
        self.select_next = None
        if record is not None:
            self.table.select_record(record)
        self.acting.state()
        if self.window().focusWidget() is None and self.isVisible():
            self.table.setFocus()

    def show_only(self, ids: list[int]) -> None:
        """Just these records, until something else is asked for."""
        self.finding.show_everything()
        self._only = list(ids)
        self.select_next = ids[0] if ids else None
        self.ask()

    def show_everything(self) -> None:
        """All records of the year again."""
        self._only = None
        self.finding.show_everything()
        self.ask()

    def show_record(self, record: int) -> None:
        """One record in the form, selected in the table where it stands there."""
        if not self.may_leave():
            return
        self.form.show_record(record)
        if not self.table.select_record(record):
            self.show_only([record])

    # Between table and form.

    def _sort(self, key: str, descending: bool) -> None:
        self.finding.sort = (key, descending)
        self.ask()

    def may_leave(self) -> bool:
        """Whether the form may show something else: what was typed is saved or given up first."""
        if not self.form.is_changed():
            return True
        answer = choose(self.host, "这条记录还没有保存。", ("保存", "不保存"))
        if answer == 1:
            self.form.draft.drop()
            self.form.dirty = False
        return self.form.save() if answer == 0 else answer == 1

    def _choose(self, record: int) -> None:
        if record == self.form.record:
            return
        if self.may_leave():
            self.form.show_record(record)
            self.acting.state()
        elif self.form.record is not None:
            self.table.select_record(self.form.record)

    def _saved(self, record: int) -> None:
        self.select_next = record

    def _back(self) -> None:
        """Esc in the form: the record as it is stored, the keyboard in the table."""
        selected = self.table.selected_ids()
        if self.form.record is not None:
            self.form.show_record(self.form.record)
        elif len(selected) == 1:
            self.form.show_record(selected[0])
        else:
            self.form.clear()
        self.table.setFocus()

    def _into_table(self) -> None:
        self.table.setFocus()
        if len(self.book.ids) and not self.table.currentIndex().isValid():
            self.table.select_record(self.book.ids[0])

    def keep(self) -> None:
        """Before the window closes: the half-typed record and the columns."""
        self.form.draft.keep_now()
        self.table.keep_columns()

    def selected(self) -> list[int]:
        """The selected records, or the one in the form."""
        ids = self.table.selected_ids()
        return ids or ([self.form.record] if self.form.record is not None else [])
