"""登记簿的栏目: which columns stand in the printed book, in which order and how wide; kept for the whole office."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from app.reports.registers import (
    PEN_WIDTH,
    BookColumn,
    BookLayout,
    may_stand,
    too_narrow,
    usual_layout,
    width_of,
)
from app.ui.dialogs.frame import Dialog, button, show_text, text_label
from app.ui.style import px

if TYPE_CHECKING:
    from app.models.register import Register
    from app.ui.main_window import MainWindow

COLUMN = Qt.ItemDataRole.UserRole
WIDEST, NARROWEST, STEP = 8.0, 0.3, 0.1
HEAD_LENGTH = 12
"""Characters of the head of a column for the pen."""


class BookColumns(Dialog):
    """Every field of the register with a box; those that are ticked are printed in the order of the list."""

    help_page = "07-print"

    def __init__(self, window: MainWindow, register: Register) -> None:
        from app.services.books import layout_of

        super().__init__(window, "columns", f"{register.label}：登记簿的栏目", 620, 600)
        assert window.desk is not None
        self.desk, self.register = window.desk, register
        self.column.addWidget(
            text_label("打勾的栏目印在登记簿上，从上到下就是从左到右。全办公室的人印这本登记簿都用这些栏目。", "soft")
        )
        self.list = QListWidget()
        self.list.setObjectName("columns.list")
        self.list.setAccessibleName("栏目")
        self.list.setProperty("role", "boxed")
        self.width_ = QDoubleSpinBox()
        self.width_.setObjectName("columns.width")
        self.width_.setAccessibleName("宽度")
        self.width_.setRange(NARROWEST, WIDEST)
        self.width_.setSingleStep(STEP)
        self.width_.setDecimals(1)
        self.landscape = QCheckBox("横着印")
        self.landscape.setObjectName("columns.landscape")
        self.landscape.setAccessibleName("横着印")
        middle = QHBoxLayout()
        middle.setSpacing(px(12))
        middle.addWidget(self.list, 1)
        middle.addLayout(self.side())
        self.column.addLayout(middle, 1)
        self.fits = text_label(role="amber")
        self.fits.setObjectName("columns.fits")
        self.column.addWidget(self.fits)
        self.keep_ = button("columns.keep", "确定", self.keep, "primary")
        self.foot(
            button("columns.usual", "恢复原样", self.show_usual),
            button("columns.back", "取消", self.reject),
            self.keep_,
        )
        self.show_layout(layout_of(self.desk, register))
        self.list.currentItemChanged.connect(lambda now, before: self.show_width(now))
        self.list.itemChanged.connect(lambda item: self.judge())
        self.width_.valueChanged.connect(self.set_width)
        self.landscape.toggled.connect(lambda: self.judge())
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self.move_by(by))

    def side(self) -> QVBoxLayout:
        """What is done to the column at hand."""
        side = QVBoxLayout()
        side.setSpacing(px(8))
        up, down = (
            button("columns.up", "上移", lambda: self.move_by(-1)),
            button("columns.down", "下移", lambda: self.move_by(1)),
        )
        up.setToolTip("Alt+↑")
        down.setToolTip("Alt+↓")
        width = QHBoxLayout()
        width.addWidget(QLabel("宽度"))
        width.addWidget(self.width_, 1)
        self.take = button("columns.drop", "删去空白栏", self.drop_pen)
        for each in (up, down, button("columns.pen", "加一个空白栏…", self.ask_pen), self.take):
            side.addWidget(each)
        side.addLayout(width)
        side.addWidget(text_label("宽度是各栏之间的比例。", "faint"))
        side.addWidget(self.landscape)
        side.addStretch(1)
        return side

    def show_layout(self, layout: BookLayout) -> None:
        """The columns of the book first, then the other fields without a tick."""
        chosen = {column.key for column in layout.columns}
        others = [field.key for field in self.register.fields if may_stand(field) and field.key not in chosen]
        with QSignalBlocker(self.list):
            self.list.clear()
            for column in layout.columns:
                self.add(column, True)
            for key in others:
                self.add(BookColumn(key), False)
        with QSignalBlocker(self.landscape):
            self.landscape.setChecked(layout.landscape)
        self.list.setCurrentRow(0)
        self.show_width(self.list.item(0))
        self.judge()

    def add(self, column: BookColumn, is_chosen: bool, at: int | None = None) -> None:
        """One line of the list."""
        label = self.register.by_key[column.key].label if column.key else f"{column.label}（空白，手写）"
        item = QListWidgetItem(label)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        item.setData(COLUMN, column)
        self.list.insertItem(self.list.count() if at is None else at, item)

    def usual_width(self, column: BookColumn) -> float:
        """What a column is wide without a choice."""
        return width_of(self.register, self.register.by_key[column.key]) if column.key else PEN_WIDTH

    def show_width(self, item: QListWidgetItem | None) -> None:
        """The width of the column at hand."""
        if item is None:
            return
        column: BookColumn = item.data(COLUMN)
        self.take.setEnabled(not column.key)
        with QSignalBlocker(self.width_):
            self.width_.setValue(column.width or self.usual_width(column))

    def set_width(self, width: float) -> None:
        """The column at hand is so wide."""
        item = self.list.currentItem()
        if item is not None:
            column: BookColumn = item.data(COLUMN)
            usual = abs(width - self.usual_width(column)) < STEP / 2
            item.setData(COLUMN, replace(column, width=0.0 if usual else round(width, 1)))

    def move_by(self, by: int) -> None:
        """The column at hand up or down, the keyboard with it."""
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count():
            with QSignalBlocker(self.list):
                item = self.list.takeItem(row)
                self.list.insertItem(row + by, item)
            self.list.setCurrentRow(row + by)
            self.judge()

    def ask_pen(self) -> None:
        """A column that is written by hand."""
        label, agreed = QInputDialog.getText(self, "加一个空白栏", "栏目名称，如 签收人：")
        if agreed:
            self.add_pen(label)

    def add_pen(self, label: str) -> None:
        """An empty column under a head, after the one at hand."""
        told = " ".join(label.split())[:HEAD_LENGTH]
        if told:
            self.add(BookColumn(label=told), True, self.list.currentRow() + 1)
            self.list.setCurrentRow(self.list.currentRow() + 1)
            self.judge()

    def drop_pen(self) -> None:
        """Takes an empty column out."""
        item = self.list.currentItem()
        if item is not None and not item.data(COLUMN).key:
            self.list.takeItem(self.list.currentRow())
            self.judge()

    def show_usual(self) -> None:
        """The columns as the paper book has them."""
        self.show_layout(usual_layout(self.register))

    def layout_chosen(self) -> BookLayout:
        """What stands in the list."""
        items = (self.list.item(at) for at in range(self.list.count()))
        ticked = (item.data(COLUMN) for item in items if item.checkState() == Qt.CheckState.Checked)
        return BookLayout(tuple(ticked), self.landscape.isChecked())

    def judge(self) -> None:
        """Whether the columns can be read side by side."""
        layout = self.layout_chosen()
        narrow = too_narrow(self.register, layout)
        told = "" if layout.columns else "至少要有一栏打勾。"
        if narrow:
            way = "改为横着印、" if not layout.landscape else ""
            told = f"「{'」「'.join(narrow)}」太窄，字会看不清：请{way}少印几栏，或把这几栏调宽。"
        show_text(self.fits, told)
        self.keep_.setEnabled(bool(layout.columns))

    def keep(self) -> None:
        """The book has these columns from now on."""
        from app.services.books import keep_layout
        from app.store.errors import StoreError

        try:
            keep_layout(self.desk, self.register, self.layout_chosen())
        except StoreError as error:
            self.fail(error)
            return
        self.accept()
