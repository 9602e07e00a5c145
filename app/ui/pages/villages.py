"""各村情况: the villages side by side, the more of a thing the darker its cell; every number opens its records."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.rules.rule import amount
from app.services.comparing import VILLAGE_COLUMNS, VillageLine, villages
from app.ui.dialogs.frame import button, show_text, text_label
from app.ui.pages.lists import ListRow, ListView
from app.ui.style import px

if TYPE_CHECKING:
    from app.figures import Traced
    from app.ui.main_window import MainWindow
    from app.ui.pages.today import TodayPage

FIRST = 1
"""The columns of figures begin after the village's name."""


class VillagesPage(QWidget):
    """One table: a line a village, a column a figure."""

    def __init__(self, window: MainWindow, tab: TodayPage) -> None:
        super().__init__()
        self.setObjectName("villages")
        self.setAccessibleName("各村情况")
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.window_ = window
        self.asked = 0
        labels = ("村(社区)", *(each.label for each in VILLAGE_COLUMNS))
        self.table = ListView("villages.table", "各村情况", labels, right=range(FIRST, len(labels)))
        self.table.setSelectionBehavior(ListView.SelectionBehavior.SelectItems)
        self.table.widths(140, *(86,) * len(VILLAGE_COLUMNS), stretch=0)
        self.table.setColumnWidth(1 + [each.key for each in VILLAGE_COLUMNS].index("assistance.money"), px(108))
        self.table.opened.connect(self.open_cell)
        self.said = text_label(role="soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tools = QHBoxLayout()
        tools.setContentsMargins(px(14), px(10), px(14), px(10))
        tools.addWidget(self.said, 1)
        tools.addWidget(button("villages.print", "打印", self.print_table))
        column.addLayout(tools)
        column.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Counted again off the window's thread."""
        desk, year = self.window_.desk, self.window_.year
        assert desk is not None
        self.asked += 1
        number = self.asked
        show_text(self.said, "正在统计……")

        def done(found: list[VillageLine]) -> None:
            if number == self.asked:
                self.show_lines(found)

        self.window_.run_in_background(lambda job: villages(desk, year), done)

    def show_lines(self, found: list[VillageLine]) -> None:
        """The table, each column tinted on its own scale."""
        told = f"{self.window_.year} 年，颜色越深数越大，按各栏自己比。把光标放在一个数上按回车，看它后面的记录。"
        show_text(self.said, told if found else "还没有登记村(社区)，在「人事 → 村(社区)」里登记。")
        most = [max((each.values[at] or 0 for each in found), default=0) for at in range(len(VILLAGE_COLUMNS))]
        rows = []
        for line in found:
            cells = ("" if not value else amount(value) for value in line.values)
            tints = {FIRST + at: float((line.values[at] or 0) / most[at]) for at in range(len(most)) if most[at]}
            rows.append(ListRow((line.name, *cells), line, tints=tints))
        self.table.show_rows(rows)

    def open_cell(self, line: VillageLine) -> None:
        """The records behind the number under the cursor; of a name the village itself."""
        at = self.table.currentIndex().column() - FIRST
        if at < 0:
            self.window_.open_record("village", line.id)
            return
        desk, year, column = self.window_.desk, self.window_.year, VILLAGE_COLUMNS[at]
        assert desk is not None

        def work(job: object) -> list[Traced]:
            from app.services.comparing import village_records

            return village_records(desk, column, line.id, year)

        self.window_.run_in_background(work, self.open_records)

    def open_records(self, found: list[Traced]) -> None:
        """The records in their table."""
        if not found:
            self.window_.toast("这里没有记录。")
            return
        register = found[0].register
        self.window_.open_records(register, [each.id for each in found if each.register == register])

    def print_table(self) -> None:
        """The table on paper."""
        from app.services.printed_lists import villages_sheet
        from app.ui.dialogs.list_preview import preview_list

        preview_list(self.window_, "各村工作情况表", partial(villages_sheet, year=self.window_.year))
