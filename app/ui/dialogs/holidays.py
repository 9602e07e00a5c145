"""放假安排: every day of a year that is off or worked against the week, to be mended when the notice comes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import kinds
from app.ui.dialogs.frame import button, line_edit, show_text, text_label
from app.ui.pages.cards import heading
from app.ui.pages.lists import ListRow, ListView
from app.ui.style import px
from app.workdays import weekday_name

if TYPE_CHECKING:
    from app.services.holidays import SpecialDay
    from app.ui.main_window import MainWindow

YEARS_ON, YEARS_BACK = 3, 6


class HolidaysPage(QWidget):
    """The table of a year, and one line to put a day into it or to change it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        assert window.desk is not None
        self.window_, self.desk = window, window.desk
        self.days: dict[date, SpecialDay] = {}
        self.year = QComboBox()
        self.year.setObjectName("holidays.year")
        self.year.setAccessibleName("放假安排年度")
        today = self.desk.today().year
        for year in range(today + YEARS_ON, today - YEARS_BACK, -1):
            self.year.addItem(f"{year} 年", year)
        self.year.setCurrentIndex(self.year.findData(window.year))
        self.year.activated.connect(self.refresh)
        self.state = QLabel("")
        self.state.setObjectName("holidays.state")
        self.announced = QCheckBox("已照国务院办公厅通知录入")
        self.announced.setObjectName("holidays.announced")
        self.announced.setAccessibleName("已照国务院办公厅通知录入")
        self.list = ListView("holidays.days", "放假和调休的日子", ("日期", "星期", "放假或上班", "名称"))
        self.list.widths(130, 90, 130, 200, stretch=3)
        self.list.chosen.connect(self.show_day)
        self.wrong = text_label(role="red")
        self.wrong.hide()
        self.lay_out()
        self.refresh()

    def lay_out(self) -> None:
        """Year and state above, the table, the line to type into, 保存."""
        head = QHBoxLayout()
        head.addWidget(heading("放假安排"))
        head.addWidget(self.year)
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self.announced)
        self.day = line_edit("holidays.day", "日期", hint="如 10.1")
        self.day.setFixedWidth(px(120))
        self.worked = QComboBox()
        self.worked.setObjectName("holidays.worked")
        self.worked.setAccessibleName("放假或上班")
        self.worked.addItems(("放假", "上班"))
        self.name = line_edit("holidays.name", "名称", hint="如 国庆节")
        self.name.returnPressed.connect(self.put)
        typed = QHBoxLayout()
        for widget in (self.day, self.worked, self.name):
            typed.addWidget(widget)
        typed.addWidget(button("holidays.put", "加入或修改", self.put))
        typed.addWidget(button("holidays.remove", "删除选中的", self.remove))
        save = QHBoxLayout()
        save.addWidget(button("holidays.save", "保存放假安排", self.save, "primary"))
        save.addWidget(text_label("保存以后，请假天数一起重新计算。", "faint"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(typed)
        column.addWidget(self.wrong)
        column.addLayout(save)

    def refresh(self) -> None:
        """The table of the chosen year as it is kept."""
        from app.services.holidays import holidays_of

        found = holidays_of(self.desk, self.year.currentData())
        self.days = {each.day: each for each in found.days}
        self.announced.setChecked(found.announced)
        self.state.setText("已公布" if found.announced else "估算：还没有公布，按周末和法定节日推算")
        self.state.setProperty("role", "green" if found.announced else "amber")
        self.state.style().polish(self.state)
        show_text(self.wrong, "")
        self.show_days()

    def show_days(self) -> None:
        """The days in their order."""
        rows = []
        for day in sorted(self.days):
            each = self.days[day]
            cells = (day.isoformat(), weekday_name(day), "上班" if each.worked else "放假", each.name)
            rows.append(ListRow(cells, each, {2: "near" if each.worked else "well"}))
        self.list.show_rows(rows)

    def show_day(self, each: SpecialDay) -> None:
        """A day of the table stands in the line, to be changed."""
        self.day.setText(each.day.isoformat())
        self.worked.setCurrentIndex(1 if each.worked else 0)
        self.name.setText(each.name)

    def put(self) -> None:
        """The day typed is in the table."""
        from app.services.holidays import SpecialDay

        year = self.year.currentData()
        try:
            day = kinds.DayKind().read(self.day.text(), kinds.Reading(self.desk.today(), year))
        except kinds.Misread as misread:
            show_text(self.wrong, str(misread))
            return
        if day is None or day.year != year:
            show_text(self.wrong, f"请填写 {year} 年的日期。")
            return
        show_text(self.wrong, "")
        self.days[day] = SpecialDay(day, self.worked.currentIndex() == 1, self.name.text().strip())
        self.show_days()
        self.day.clear()
        self.day.setFocus()

    def remove(self) -> None:
        """The chosen days count by their weekday again."""
        for index in self.list.selectionModel().selectedRows():
            self.days.pop(self.list.list_model.rows[index.row()].stands_for.day, None)
        self.show_days()

    def save(self) -> None:
        """The table is kept, leave is counted again."""
        from app.services.holidays import set_holidays

        count = set_holidays(self.desk, self.year.currentData(), self.days.values(), self.announced.isChecked())
        self.refresh()
        self.window_.toast("放假安排已保存" + (f"，{count} 条请假的天数有变化。" if count else "。"))
        self.window_.changed("leave")
