"""按月登记: a month of days in the villages; a cell opens its record or begins one, totals beside the limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHeaderView, QWidget

from app import kinds
from app.models.outreach.visit import VISIT
from app.services import records, undoing, visit_month
from app.services.absences import short
from app.services.duty_month import month_words
from app.services.visit_month import CLASSES, Quick, VisitMonth
from app.store.errors import StoreError
from app.ui.pages.month_frame import MonthFrame
from app.ui.pages.sheet import SheetView
from app.ui.pages.visit_asking import VisitAsking
from app.ui.pages.visit_grid import TOTALS, VisitGrid
from app.ui.registers.clerk import FormClerk
from app.ui.registers.reasons import ReasonsDialog
from app.ui.style import px

if TYPE_CHECKING:
    from app.rules import Finding
    from app.ui.main_window import MainWindow

NARROWEST = 20
"""Pixels at 100 % of a day."""
TOTAL_WIDTHS = (48, 42, 98)
ALL, SHORT = "全部人员", "只看未达标"
LEGEND = "满格一天，半格半天；字是村名的第一个字，绿点是已写日记。打 1、0.5 或村名首字母登记，F2 打开，Delete 删除。"


class VisitMonthPage(MonthFrame):
    """人 × 日: a row a person; what the year asks and who falls short."""

    NAME = "visit_month"
    LABEL = "按月登记下村"

    def __init__(self, host: MainWindow, parent: QWidget) -> None:
        super().__init__(host, parent)
        clerk = FormClerk(host, self)
        self.grid = VisitGrid(clerk, self.desk.today)
        self.month: VisitMonth | None = None
        self.is_wrong = False
        """A sentence of what is wrong stands below; it outlives the first step of the cursor."""
        self.summary = ""
        """How many fall short of what the year asks."""
        bar = self.tool_row(
            [("open", "打开", "Ctrl+O", self.open_here), ("undo", "撤回", "Ctrl+Z", self.undo)],
            [],
        )
        self.classes = QComboBox(bar)
        self.classes.setObjectName("visit_month.class")
        self.classes.setAccessibleName("干部类别")
        self.classes.addItems([ALL, *CLASSES])
        self.only_short = QCheckBox(SHORT, bar)
        self.only_short.setObjectName("visit_month.short")
        self.only_short.setAccessibleName(SHORT)
        layout = bar.layout()
        assert layout is not None
        layout.addWidget(self.classes)
        layout.addWidget(self.only_short)
        self.classes.currentIndexChanged.connect(lambda _: self._show_people())
        self.only_short.toggled.connect(lambda _: self._show_people())
        self.column.addWidget(bar)
        self._build(clerk)

    def _build(self, clerk: FormClerk) -> None:
        self.view = SheetView("visit_month.sheet", "按月登记下村表", self.grid, self)
        self.view.open_cells()
        self.view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.view.horizontalHeader().setProperty("role", "days")
        names = self.view.verticalHeader()
        names.show()
        names.setDefaultSectionSize(px(26))
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setSectionsClickable(False)
        self.asking = VisitAsking(clerk, self)
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self.asking)
        self.column.addWidget(self.said)
        self.view.said.connect(self._wrong)
        self.view.left.connect(self.back)
        self.view.opened.connect(self.open_cell)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._tell_cell())
        self.grid.modelReset.connect(self._fit)
        self.grid.typed.connect(self._typed)
        self.grid.pasted.connect(self._pasted)
        self.grid.cleared.connect(self._delete)
        self.asking.answered.connect(lambda made: self._store([made]))
        self.asking.given_up.connect(self.view.setFocus)
        self.asking.said.connect(self._wrong)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The month has the width of the page."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        days = len(self.grid.labels) - len(TOTALS)
        if days < 1:
            return
        header = self.view.horizontalHeader()
        header.setFixedHeight(2 * header.fontMetrics().lineSpacing() + px(12))
        room = self.view.viewport().width() - sum(map(px, TOTAL_WIDTHS))
        for column in range(days):
            self.view.setColumnWidth(column, max(room // days, px(NARROWEST)))
        for at, width in enumerate(TOTAL_WIDTHS):
            self.view.setColumnWidth(days + at, px(width))

    # The month.

    def load(self) -> None:
        """The month as it is stored."""
        self.asked += 1
        number, desk, period = self.asked, self.desk, self.period

        def done(month: VisitMonth) -> None:
            if number == self.asked:
                self.month = month
                self.title.setText(month_words(month.period))
                self._show_people()

        self.host.run_in_background(lambda job: visit_month.load_month(desk, period), done)

    def _show_people(self) -> None:
        if self.month is None:
            return
        wanted = self.classes.currentText()
        people = [one for one in self.month.people if wanted in (ALL, one.duty_class)]
        short_ones = sum(one.is_short for one in people)
        if self.only_short.isChecked():
            people = [one for one in people if one.is_short]
        here = self.view.currentIndex().row(), self.view.currentIndex().column()
        self.grid.show_month(self.month, people)
        asked = sum(one.standing is not None for one in self.month.people if wanted in (ALL, one.duty_class))
        self.summary = f"应达标 {asked} 人，未达标 {short_ones} 人（{self.month.clause}）。" if asked else ""
        if here[0] < 0 and people:
            today = self.desk.today()
            column = next((at for at, each in enumerate(self.month.days) if each.day == today), 0)
            self.view.go_to(0, column)
        elif people and not self.asking.isVisible():
            self.view.go_to(min(here[0], len(people) - 1), here[1])
        self._tell_cell()

    def _tell_cell(self) -> None:
        """What stands in the cell at hand, and how everyone stands."""
        if self.asking.isVisible() or self.is_wrong:
            self.is_wrong = False
            return
        row, column = self.view.currentIndex().row(), self.view.currentIndex().column()
        told = self.grid.tip(row, column) if 0 <= row < len(self.grid.people) and self.grid.marks(row, column) else ""
        self.say("　".join(filter(None, (self.summary, told or LEGEND))))

    def _wrong(self, sentence: str) -> None:
        self.is_wrong = True
        self.say(sentence, "red")

    # What is typed.

    def _typed(self, row: int, column: int, text: str) -> None:
        """A record of what was typed; what it does not know yet is asked for below."""
        one, day, marks = self.grid.people[row], self.grid.day(column), self.grid.marks(row, column)
        assert day is not None
        if len(marks) > 1 or any(mark.first != day for mark in marks):
            self._wrong(f"{one.name}{short(day)}已有别的记录，请按 F2 打开后修改。")
            return
        try:
            if marks:
                self._store([visit_month.changed(self.desk, marks[0], text)])
                return
            made = visit_month.quick(self.desk, one.person, day, text)
        except kinds.Misread as misread:
            self._wrong(str(misread))
            return
        if made.missing:
            self.asking.ask(f"{one.name} {short(day)}", made)
        else:
            self._store([made])

    def _pasted(self, cells: list[tuple[int, int, str]]) -> None:
        """All in one change, or none."""
        made: list[Quick] = []
        try:
            for row, column, text in cells:
                one, day = self.grid.people[row], self.grid.day(column)
                assert day is not None
                if self.grid.marks(row, column):
                    raise kinds.Misread(f"{one.name}{short(day)}已有记录，不能粘贴在上面。")
                made.append(visit_month.quick(self.desk, one.person, day, text))
                if made[-1].missing:
                    label = VISIT.by_key[made[-1].missing[0]].label
                    raise kinds.Misread(f"{one.name}{short(day)}还不知道「{label}」，请先登记一条，再粘贴。")
        except kinds.Misread as misread:
            self._wrong(str(misread))
            return
        self._store(made)

    def _store(self, quicks: list[Quick], reasons: dict[str, str] | None = None) -> None:
        """One change; what the limits say of it is said below."""
        try:
            found = visit_month.save(self.desk, quicks, reasons)
        except records.NeedsReason as stopped:
            dialog = ReasonsDialog(self.host, stopped.findings)
            agreed, given = dialog.exec(), dialog.reasons()
            dialog.deleteLater()
            if agreed:
                self._store(quicks, {**(reasons or {}), **given})
            return
        except (records.Refused, StoreError) as error:
            self._wrong(str(error))
            return
        self._tell_stored(quicks, found)
        self.view.setFocus()
        self.host.changed("visit")

    def _tell_stored(self, quicks: list[Quick], found: list[Finding]) -> None:
        """What was stored with what was guessed, and what the limits say of it."""
        told = list(dict.fromkeys(finding.sentence for finding in found))
        what = visit_month.words_of(self.desk, quicks[0]) if len(quicks) == 1 else f"{len(quicks)} 条"
        self.host.toast(" ".join((f"已登记：{what}。Ctrl+Z 撤回，F2 修改。", *told[:2])))

    def _delete(self, ids: list[int]) -> None:
        """Into the recycle bin."""
        if len(ids) > 1 and not self.host.ask(f"把选中的 {len(ids)} 条下村记录放入回收站吗？", "放入回收站"):
            return
        try:
            count = records.delete(self.desk, VISIT, ids)
        except (records.Refused, StoreError) as error:
            self._wrong(str(error))
            return
        self.host.toast(f"{count} 条已放入回收站，Ctrl+Z 可以撤回。")
        self.host.changed("visit")

    def undo(self) -> None:
        """The last change of the data is taken back."""
        try:
            sentence = undoing.undo(self.desk)
        except (records.Refused, StoreError) as error:
            self._wrong(str(error))
            return
        self.host.toast(sentence or "没有可以撤回的操作。")
        self.host.changed("visit")

    def open_here(self) -> None:
        """The cell at hand."""
        self.open_cell(self.view.currentIndex().row(), self.view.currentIndex().column())

    def open_cell(self, row: int, column: int) -> None:
        """Its records, or a new one with person and day."""
        day = self.grid.day(column)
        if not 0 <= row < len(self.grid.people) or day is None:
            return
        ids = [mark.record for mark in self.grid.marks(row, column)]
        if len(ids) == 1:
            self.host.open_record("visit", ids[0])
        elif ids:
            self.host.open_records("visit", ids)
        else:
            page = self.host.open_register("visit")
            if page.may_leave():
                blank = records.blank(self.desk, VISIT)
                page.form.begin(blank | {"date": day, "staff": self.grid.people[row].person})
