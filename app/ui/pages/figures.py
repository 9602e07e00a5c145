"""数字: every figure of a year with the records behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.models import BY_KEY
from app.ui.dialogs.frame import button, line_edit, show_text, text_label
from app.ui.pages.cards import heading
from app.ui.pages.lists import ListRow, ListView
from app.ui.pages.months import MonthColumns
from app.ui.style import px

if TYPE_CHECKING:
    from app.figures import Traced
    from app.services.comparing import Compared, Months
    from app.services.counting import Told
    from app.ui.main_window import MainWindow
    from app.ui.pages.today import TodayPage

AREAS = {
    "人事": "staff offices villages branches teams leave duty outings training honours grants",
    "会议与学习": "meetings study",
    "公文": "documents seals regulations press",
    "联系群众": "visits research essays pairing assistance donations opinions petitions projects activities investment",
    "接待": "reception visitors reception_days window",
    "经费": "budgets expenses income three_public vehicles supplies disclosures",
}
"""Tab → areas of figures, the first word of their keys; what is in none stands under 作风建设及其他."""
OTHERS = "作风建设及其他"
SHOWN = 1000
"""Records of one figure that are listed; all of them open in their register."""


def area_of(key: str) -> str:
    """The heading under which a figure stands."""
    first = key.partition(".")[0]
    return next((label for label, words in AREAS.items() if first in words.split()), OTHERS)


class FiguresPage(QWidget):
    """Figures at the left, the records of one of them at the right."""

    def __init__(self, window: MainWindow, tab: TodayPage) -> None:
        super().__init__()
        self.setObjectName("figures")
        self.setAccessibleName("数字")
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.window_ = window
        self.told: list[Told] = []
        self.compared: dict[str, Compared] = {}
        self.current: Told | None = None
        self.traced: list[Traced] = []
        self.asked = self.asked_records = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.tools())
        parts = QSplitter(Qt.Orientation.Horizontal)
        self.list = ListView("figures.list", "数字", ("数字", "数值", "上年同期", "增减", "记录"), right=(1, 2, 3, 4))
        self.list.widths(220, 116, 112, 92, 56, stretch=0)
        self.list.chosen.connect(self.show_figure)
        parts.addWidget(self.list)
        parts.addWidget(self.detail())
        parts.setSizes([px(640), px(520)])
        parts.setChildrenCollapsible(False)
        column.addWidget(parts, 1)

    def tools(self) -> QHBoxLayout:
        """A box to find figures by name, and whether those without records are shown."""
        row = QHBoxLayout()
        row.setContentsMargins(px(14), px(10), px(14), px(10))
        row.setSpacing(px(10))
        self.finding = line_edit("figures.find", "查找数字", hint="查找数字，如 下村")
        self.finding.setProperty("role", "find")
        self.finding.setFixedWidth(px(240))
        self.finding.textChanged.connect(lambda: self.list_figures())
        self.with_empty = QCheckBox("也列出没有记录的")
        self.with_empty.setObjectName("figures.empty")
        self.with_empty.setAccessibleName("也列出没有记录的")
        self.with_empty.toggled.connect(lambda: self.list_figures())
        self.counted = text_label(role="faint")
        self.counted.setWordWrap(False)
        row.addWidget(self.finding)
        row.addWidget(self.with_empty)
        row.addStretch(1)
        row.addWidget(self.counted)
        row.addWidget(button("figures.again", "重新计算", self.refresh))
        row.addWidget(button("figures.print", "打印", self.print_figures))
        return row

    def detail(self) -> QWidget:
        """One figure: what it counts, and its records."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(px(16), px(10), px(16), px(10))
        column.setSpacing(px(6))
        self.title = heading("")
        self.title.setWordWrap(True)
        self.rule = text_label(role="soft")
        self.records = ListView("figures.records", "后面的记录", ("日期", "台账", "记录", "数值"), right=(3,))
        self.records.widths(96, 110, 240, 90, stretch=2)
        self.records.opened.connect(lambda one: self.window_.open_record(one.register, one.id))
        self.open_all = button("figures.open", "在台账中查看", self.open_records)
        self.months = MonthColumns("本年", "上年", together=True)
        self.months.setObjectName("figures.months")
        self.months.chosen.connect(self.choose_month)
        row = QHBoxLayout()
        row.addWidget(text_label("双击或按回车打开一条记录。", "faint"), 1)
        row.addWidget(self.open_all)
        column.addWidget(self.title)
        column.addWidget(self.rule)
        column.addWidget(self.months)
        column.addWidget(self.records, 1)
        column.addLayout(row)
        return part

    def refresh(self) -> None:
        """Every figure of the year is counted off the window's thread."""
        desk, year = self.window_.desk, self.window_.year
        assert desk is not None
        self.asked += 1
        number = self.asked

        def work(job: object) -> list[Compared]:
            from app.services.comparing import compared

            return compared(desk, year)

        def done(found: list[Compared]) -> None:
            if number == self.asked:
                self.compared = {each.told.key: each for each in found}
                self.told = [each.told for each in found]
                self.list_figures()

        self.window_.run_in_background(work, done)

    def list_figures(self) -> None:
        """The figures that are wanted, area by area."""
        words = self.finding.text().strip()
        shown = [each for each in self.told if words in each.label and (each.records or self.with_empty.isChecked())]
        by_area: dict[str, list[Told]] = {area: [] for area in (*AREAS, OTHERS)}
        for each in shown:
            by_area[area_of(each.key)].append(each)
        rows: list[ListRow] = []
        for area, some in by_area.items():
            rows += [ListRow((area,), is_heading=True)] if some else []
            rows += [figure_row(self.compared[each.key]) for each in some]
        show_text(self.counted, f"{self.window_.year} 年 {len(shown)} 个数字")
        self.list.show_rows(rows)
        keys = [row.stands_for.key if row.stands_for else "" for row in rows]
        at = keys.index(self.current.key) if self.current and self.current.key in keys else 1
        if rows:
            self.list.setCurrentIndex(self.list.list_model.index(at, 0))

    def show_figure(self, told: Told) -> None:
        """The records behind one figure, asked for off the window's thread."""
        from app.services.counting import worded

        desk, year = self.window_.desk, self.window_.year
        assert desk is not None
        self.current = told
        self.title.setText(f"{told.label}　{worded(told)}")
        self.asked_records += 1
        number = self.asked_records

        def work(job: object) -> tuple[str, list[Traced], Months]:
            from app.services.comparing import by_month
            from app.services.counting import counting_rule, traced

            return counting_rule(told.key), traced(desk, told.key, year), by_month(desk, told.key, year)

        def done(found: tuple[str, list[Traced], Months]) -> None:
            if number == self.asked_records:
                self.show_records(*found[:2])
                self.show_months(found[2])

        self.window_.run_in_background(work, done)

    def show_records(self, rule: str, traced: list[Traced]) -> None:
        """What is counted, how, and the records in order."""
        self.traced = traced
        more = f"。下面列前 {SHOWN} 条" if len(traced) > SHOWN else ""
        show_text(self.rule, f"怎么数：{rule}{more}" if rule else more)
        self.records.show_rows([record_row(each) for each in traced[:SHOWN]])
        self.open_all.setEnabled(bool(traced))

    def show_months(self, months: Months) -> None:
        """The twelve months beside those of the year before; nothing where there is nothing to compare."""
        now, before = ([float(value or 0) for value in each] for each in (months.now, months.before))
        self.months.setVisible(any(now) or any(before))
        self.months.show_values(now, before)

    def choose_month(self, month: int) -> None:
        """The list stands at the first record of that month."""
        found = [at for at, each in enumerate(self.traced[:SHOWN]) if each.date and each.date.month == month]
        if found:
            self.records.setCurrentIndex(self.records.list_model.index(found[0], 0))
            self.records.scrollTo(self.records.list_model.index(found[0], 0), ListView.ScrollHint.PositionAtTop)

    def print_figures(self) -> None:
        """The figures with those of the year before, on paper."""
        from app.services.printed_lists import figures_sheet
        from app.ui.dialogs.list_preview import preview_list

        preview_list(self.window_, "数字对比表", partial(figures_sheet, year=self.window_.year), "10-figures")

    def open_records(self) -> None:
        """The records in their table; those of the register that most of them are in."""
        if self.traced:
            register = self.traced[0].register
            self.window_.open_records(register, [each.id for each in self.traced if each.register == register])


def figure_row(one: Compared) -> ListRow:
    """One figure as a row; its number is a blue token."""
    from app.services.counting import worded, worded_as

    told = one.told
    cells = (told.label, worded(told), worded_as(told, one.before), one.change, str(told.records))
    return ListRow(cells, told, {1: "accent", 2: "soft", 3: "soft", 4: "soft"})


def record_row(one: Traced) -> ListRow:
    """One record behind a figure as a row."""
    value = "" if one.value in (None, 1) else str(one.value)
    label = BY_KEY[one.register].label if one.register in BY_KEY else one.register
    return ListRow((one.date.isoformat() if one.date else "", label, one.title, value), one, {1: "soft"})
