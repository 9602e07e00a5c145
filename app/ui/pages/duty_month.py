"""按月排班: a month of duty as a sheet; typed, shared out, exchanged, stored in one step, printed with one key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services import duty_month, undoing
from app.services.duty_sheet import Doubt, Roster, Sheet, propose
from app.services.records import Refused
from app.services.rota import Unfillable
from app.store.errors import StoreError
from app.ui.messages import choose, sentence_of
from app.ui.pages.duty_grid import DutyGrid
from app.ui.pages.duty_roster import DutyRoster
from app.ui.pages.lists import ListRow, ListView
from app.ui.pages.month_frame import MonthFrame
from app.ui.pages.sheet import SheetView
from app.ui.registers.clerk import FormClerk
from app.ui.style import px

if TYPE_CHECKING:
    from app.services.duty_month import DutyMonth
    from app.ui.main_window import MainWindow

KEEP_AFTER = 1200
"""Milliseconds without a step before the sheet is kept against a crash."""
DOUBTS_SHOWN = 3
"""Lines of doubts that are seen at once."""


class DutyMonthPage(MonthFrame):
    """日 × 岗: a row a day; the roster with everyone's days at the right, what is doubtful below."""

    NAME = "duty_month"
    LABEL = "按月排班"

    def __init__(self, host: MainWindow, parent: QWidget) -> None:
        super().__init__(host, parent)
        clerk = FormClerk(host, self)
        self.grid = DutyGrid(clerk, self.desk.today)
        self.marked: tuple[int, int] | None = None
        """The first of two cells to be exchanged."""
        self.column.addWidget(
            self.tool_row(
                [
                    ("auto", "自动排班", "F7", self.fill),
                    ("exchange", "对调", "F6", self.exchange),
                    ("fix", "固定", "F4", self.fix),
                    ("undo", "撤回", "Ctrl+Z", self.undo),
                ],
                [("print", "打印本月", "Ctrl+P", self.print_month), ("save", "保存", "Ctrl+S", self.save)],
            )
        )
        self._build(clerk)
        self.keeping = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self.keeping.timeout.connect(self._keep_soon)
        self.grid.changed.connect(self._changed)

    def _build(self, clerk: FormClerk) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        self.view = SheetView("duty_month.sheet", "按月排班表", self.grid, self)
        self.view.verticalHeader().setDefaultSectionSize(px(26))
        self.grid.modelReset.connect(self._set_widths)
        self.doubts = ListView("duty_month.doubts", "需要核对的排班", ("需要核对",))
        self.doubts.horizontalHeader().hide()
        self.doubts.widths(300, stretch=0)
        self.doubts.verticalHeader().setDefaultSectionSize(px(25))
        self.roster = DutyRoster(self.grid, clerk, self)
        left.addWidget(self.view, 1)
        left.addWidget(self.said)
        left.addWidget(self.doubts)
        middle.addLayout(left, 1)
        middle.addWidget(self.roster)
        self.column.addLayout(middle, 1)
        self.view.said.connect(lambda sentence: self.say(sentence, "red"))
        self.view.left.connect(self.back)
        self.doubts.opened.connect(self._go_to)
        self.roster.changed.connect(self._take_roster)
        self.roster.said.connect(lambda sentence: self.say(sentence, "red"))

    def _set_widths(self) -> None:
        names = [84] * (len(self.grid.labels) - 4)
        for at, width in enumerate((48, 108, *names, 128)):
            self.view.setColumnWidth(at, px(width))
        self.view.horizontalHeader().setStretchLastSection(True)

    # The month.

    def load(self) -> None:
        """The month as it is stored, with a half-made sheet of it where one was kept."""
        self.asked += 1
        number, desk, period = self.asked, self.desk, self.period

        def work(job: object) -> tuple[DutyMonth, Sheet | None]:
            month = duty_month.load_month(desk, period)
            return month, duty_month.kept_sheet(desk, month)

        def done(found: tuple[DutyMonth, Sheet | None]) -> None:
            if number == self.asked:
                self._show(*found)

        self.host.run_in_background(work, done)

    def _show(self, month: DutyMonth, kept: Sheet | None) -> None:
        row, column = self.view.currentIndex().row(), self.view.currentIndex().column()
        if self.grid.month is None or self.grid.month.period != month.period:
            row = -1
        self.title.setText(duty_month.month_words(month.period))
        self.marked = None
        self.grid.show_month(month, kept)
        if row < 0:
            today = self.desk.today()
            row = next((at for at, line in enumerate(self.grid.sheet.lines) if line.day.day == today), 0)
            column = 2
        if not self.roster.isAncestorOf(self.host.focusWidget() or self):
            self.view.go_to(min(row, self.grid.rowCount() - 1), min(column, self.grid.columnCount() - 1))
        if kept is not None:
            self.say("上次没有保存的排班还在，可以接着排；按 Ctrl+S 保存。", "amber")

    def is_changed(self) -> bool:
        """Whether anything is not stored yet."""
        return self.grid.is_changed

    def may_leave(self) -> bool:
        """What was made is stored or given up first."""
        if not self.is_changed():
            return True
        answer = choose(self.host, f"{duty_month.month_words(self.period)}的排班还没有保存。", ("保存", "不保存"))
        if answer == 0:
            return self._store_now()
        if answer == 1:
            self.desk.set_setting(duty_month.KEPT, None)
        return answer == 1

    def _store_now(self) -> bool:
        """Stores before something else is shown; what is in the way is said."""
        assert self.grid.month is not None
        try:
            duty_month.save_month(self.desk, self.grid.month, self.grid.sheet)
        except (Refused, StoreError) as error:
            self.say(str(error), "red")
            return False
        self._stored(self.grid.month, self.grid.sheet)
        return True

    def _stored(self, month: DutyMonth, sheet: Sheet) -> None:
        """What is shown is what is stored; the records' ids follow when it is read again."""
        self.keeping.stop()
        self.grid.month = replace(month, sheet=sheet)
        self.grid.steps.clear()
        self.host.changed("duty")

    def keep(self) -> None:
        """The half-made sheet is kept against a crash."""
        self.keeping.stop()
        if self.grid.month is not None and (self.grid.is_changed or self.desk.setting(duty_month.KEPT)):
            duty_month.keep_sheet(self.desk, self.grid.month, self.grid.sheet)

    def _keep_soon(self) -> None:
        desk, month, sheet = self.desk, self.grid.month, self.grid.sheet
        if month is not None:
            self.host.run_in_background(lambda job: duty_month.keep_sheet(desk, month, sheet), lambda _: None)

    def _changed(self) -> None:
        """Another sheet: what is doubtful, how many days are empty or not stored."""
        rows = [ListRow((doubt.words,), doubt, {0: doubt.state}) for doubt in self.grid.doubts]
        self.doubts.show_rows(rows)
        self.doubts.setVisible(bool(rows))
        self.doubts.setFixedHeight(px(25) * min(len(rows), DOUBTS_SHOWN) + px(2))
        parts = [f"还有 {self.grid.empty_days} 天没有排" if self.grid.empty_days else "每天都已排好"]
        if rows:
            parts.append(f"{len(rows)} 处需要核对")
        if self.grid.unsaved:
            parts.append(f"{self.grid.unsaved} 天未保存，按 Ctrl+S 保存")
        self.say("　".join(parts))
        self.buttons["save"].setEnabled(bool(self.grid.unsaved))
        if self.grid.steps or self.grid.unsaved:
            self.keeping.start()

    def _go_to(self, doubt: Doubt) -> None:
        self.view.go_to(*self.grid.place(doubt))

    # Actions.

    def fill(self) -> None:
        """自动排班: a proposal for all that is not fixed, to be looked at and then stored."""
        self.view.setFocus()
        sheet, roster, around = self.grid.sheet, self.grid.roster, self.grid.around

        def done(made: Sheet) -> None:
            if self.grid.sheet is sheet:
                self.grid.apply(made)

        def failed(error: BaseException) -> None:
            if isinstance(error, Unfillable):
                self.say(error.sentence(around.names), "red")
                row = next(at for at, line in enumerate(sheet.lines) if line.day.day == error.day)
                self.view.go_to(row, 2 if error.post.key == "leader" else 3)
            else:
                self.say(sentence_of(error), "red")

        self.host.run_in_background(lambda job: propose(sheet, roster, around), done, failed)

    def exchange(self) -> None:
        """对调: two chosen cells, or the cell at hand with one marked before."""
        here = self.view.currentIndex().row(), self.view.currentIndex().column()
        chosen = self.view.chosen()
        if len(chosen) == 2:
            self.say(self.grid.exchange(*chosen))
        elif self.marked is not None and self.marked != here:
            self.say(self.grid.exchange(self.marked, here))
        elif not self.grid.text(here[0], self.grid.column(here[1])):
            self.say("请先选中一个已排的人，再按 F6。", "red")
            return
        else:
            self.marked = here
            self.say(f"与谁对调？请移到那一格，再按 F6（{self.grid.look(*here).text}）。", "accent")
            return
        self.marked = None

    def fix(self) -> None:
        """固定, or free again for 自动排班."""
        self.grid.toggle_fixed(self.view.chosen())

    def undo(self) -> None:
        """The last step on the sheet, else the last change of the data."""
        if self.grid.step_back():
            return
        try:
            sentence = undoing.undo(self.desk)
        except (Refused, StoreError) as error:
            self.say(str(error), "red")
            return
        self.host.toast(sentence or "没有可以撤回的操作。")
        self.host.changed("duty")

    def save(self) -> None:
        """All days in one change, off the window's thread."""
        self.view.setFocus()
        month, sheet, desk = self.grid.month, self.grid.sheet, self.desk
        if month is None or not self.grid.is_changed:
            return
        self.buttons["save"].setEnabled(False)

        def done(days: int) -> None:
            self.host.toast(f"已保存 {duty_month.month_words(month.period)}值班 {days} 天，Ctrl+Z 可以一次撤回。")
            self._stored(month, sheet)

        def failed(error: BaseException) -> None:
            self.buttons["save"].setEnabled(True)
            self.say(sentence_of(error), "red")

        self.host.run_in_background(lambda job: duty_month.save_month(desk, month, sheet), done, failed)

    def print_month(self) -> None:
        """值班表 of the month; what is not stored is stored first."""
        from app.ui.dialogs.form_preview import SpanFormPreview
        from app.ui.messages import answered

        self.view.setFocus()
        if self.is_changed() and not (self.host.ask("先保存再打印吗？", "保存并打印") and self._store_now()):
            return
        first = f"{self.period.start.year}-{self.period.start.month:02d}"
        answered(SpanFormPreview(self.host, "duty_month", "值班表", "month", first))

    def _take_roster(self, roster: Roster) -> None:
        """Another roster is remembered."""
        self.grid.set_roster(roster)
        desk = self.desk
        self.host.run_in_background(lambda job: duty_month.keep_roster(desk, roster), lambda _: None)
