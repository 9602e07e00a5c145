"""年终体检: every limit over the year, its findings per person and period, and the records behind them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from app import kinds
from app.services.printed_lists import STATES, state_of
from app.ui.dialogs.frame import button, line_edit, show_text, text_label
from app.ui.pages.cards import heading
from app.ui.pages.confirm_bar import ConfirmBar
from app.ui.pages.lists import ListRow, ListView
from app.ui.style import px

if TYPE_CHECKING:
    from app.rules import Finding, Verdict
    from app.ui.main_window import MainWindow
    from app.ui.pages.today import TodayPage

COLOURS = {"broken": "broken", "near": "near", "met": "well", "unknown": "soft", "needs-person": "near", "off": "soft"}
ORDER = list(STATES)
SHOWN = 300
"""Findings of one limit that are listed; all of them open in their register."""


class CheckPage(QWidget):
    """Limits at the left, worst first; one of them at the right."""

    def __init__(self, window: MainWindow, tab: TodayPage) -> None:
        super().__init__()
        self.setObjectName("check")
        self.setAccessibleName("年终体检")
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.window_ = window
        self.verdicts: list[Verdict] = []
        self.wanted: str | None = None
        self.state = ""
        self.asked = 0
        self.chips: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.tools())
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self.rules())
        parts.addWidget(self.detail())
        parts.setSizes([px(560), px(600)])
        parts.setChildrenCollapsible(False)
        column.addWidget(parts, 1)

    def tools(self) -> QHBoxLayout:
        """One chip for each state, and the day as of which one judges."""
        row = QHBoxLayout()
        row.setContentsMargins(px(14), px(10), px(14), px(10))
        row.setSpacing(px(6))
        for key, label in {"": "全部", **STATES}.items():
            chip = QPushButton(label)
            chip.setObjectName(f"check.state.{key or 'all'}")
            chip.setAccessibleName(label)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setAutoExclusive(True)
            chip.clicked.connect(lambda _=False, key=key: self.filter(key))
            self.chips[key] = chip
            row.addWidget(chip)
        self.chips[""].setChecked(True)
        row.addStretch(1)
        self.on = line_edit("check.on", "截至日期", hint="今天")
        self.on.setFixedWidth(px(116))
        self.on.setToolTip("按那一天晚上的情况判断；空着按今天")
        self.on.editingFinished.connect(self.refresh)
        row.addWidget(QLabel("截至"))
        row.addWidget(self.on)
        row.addWidget(button("check.again", "重新检查", self.refresh))
        row.addWidget(button("check.print", "打印", self.print_check))
        return row

    def rules(self) -> QWidget:
        """The table of limits, and the list of what passed with a reason."""
        self.list = ListView("check.rules", "规定", ("状态", "规定", "依据", "处"), right=(3,))
        self.list.widths(90, 240, 150, 44, stretch=1)
        self.list.chosen.connect(self.show_verdict)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, px(10))
        column.setSpacing(px(8))
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setContentsMargins(px(14), 0, px(14), 0)
        row.addWidget(button("check.overrides", "按理由放行清单", self.open_overrides))
        row.addStretch(1)
        column.addLayout(row)
        return part

    def print_check(self) -> None:
        """The limits that are shown with all their findings, on paper."""
        from app.services.printed_lists import check_sheet
        from app.ui.dialogs.list_preview import preview_list

        shown = [each for each in self.verdicts if not self.state or state_of(each) == self.state]
        year, on = self.window_.year, self.day()
        preview_list(self.window_, "年终体检表", lambda desk: check_sheet(desk, shown, year, on), "10-figures")

    def open_overrides(self) -> None:
        """What was saved with a typed reason in the year, as it prints."""
        from app.ui.dialogs.overrides_preview import OverridesPreview

        OverridesPreview(self.window_).open()

    def detail(self) -> QWidget:
        """One limit: its sentence, how it stands, its findings."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(px(16), px(10), px(16), px(10))
        column.setSpacing(px(6))
        self.title = heading("")
        self.title.setWordWrap(True)
        self.facts = text_label(role="soft")
        self.facts.setObjectName("check.facts")
        self.confirm = ConfirmBar(self.window_, self.refresh)
        self.findings = ListView("check.findings", "问题", ("对象", "期间", "问题"))
        self.findings.widths(110, 92, 300, stretch=2)
        self.findings.opened.connect(self.open_finding)
        self.empty = text_label("", "faint")
        self.open_all = button("check.open", "查看相关记录", lambda: self.open_current())
        row = QHBoxLayout()
        row.addWidget(text_label("双击或按回车，打开这一条后面的记录。", "faint"), 1)
        row.addWidget(self.open_all)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(self.confirm)
        column.addWidget(self.findings, 1)
        column.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        return part

    def refresh(self) -> None:
        """Every limit is judged again off the window's thread."""
        desk, year = self.window_.desk, self.window_.year
        assert desk is not None
        day = self.day()
        self.asked += 1
        number = self.asked

        def work(job: object) -> list[Verdict]:
            from app.services.counting import checked

            return checked(desk, year, day)

        def done(found: list[Verdict]) -> None:
            if number == self.asked:
                self.show_verdicts(found)

        self.window_.run_in_background(work, done)

    def day(self) -> date | None:
        """The day typed, None for today; a text that is none is marked."""
        assert self.window_.desk is not None
        try:
            reading = kinds.Reading(self.window_.desk.today(), self.window_.year)
            day: date | None = kinds.DayKind().read(self.on.text(), reading)
        except kinds.Misread as misread:
            self.window_.toast(str(misread))
            return None
        return day

    def show_verdicts(self, verdicts: list[Verdict]) -> None:
        """Worst first; the limit looked at stays in view."""
        self.verdicts = sorted(verdicts, key=lambda each: ORDER.index(state_of(each)))
        for key, chip in self.chips.items():
            count = sum(state_of(each) == key for each in verdicts) if key else len(verdicts)
            chip.setText(f"{STATES.get(key, '全部')} {count}")
        self.list_rules()

    def filter(self, state: str) -> None:
        """Only the limits of one state."""
        self.state = state
        self.list_rules()

    def list_rules(self) -> None:
        """The table of the limits that are wanted."""
        shown = [each for each in self.verdicts if not self.state or state_of(each) == self.state]
        self.list.show_rows([rule_row(each) for each in shown], wrap=True)
        keys = [each.key for each in shown]
        at = keys.index(self.wanted) if self.wanted in keys else 0
        if shown:
            self.list.setCurrentIndex(self.list.list_model.index(at, 0))
            self.list.scrollTo(self.list.list_model.index(at, 0))
        else:
            self.show_verdict(None)

    def open_rule(self, key: str) -> None:
        """Looks at one limit, now or when the answer comes."""
        self.wanted = key
        self.state = ""
        self.chips[""].setChecked(True)
        if self.verdicts:
            self.list_rules()

    def show_verdict(self, verdict: Verdict | None) -> None:
        """One limit at the right."""
        self.confirm.show_verdict(verdict)
        self.findings.setVisible(bool(verdict and verdict.findings))
        self.open_all.setVisible(bool(verdict and any(each.records for each in verdict.findings)))
        if verdict is None:
            self.title.setText("")
            show_text(self.facts, "")
            show_text(self.empty, "没有这种状态的规定。")
            return
        self.wanted = verdict.key
        self.title.setText(verdict.text)
        show_text(self.facts, facts_of(verdict))
        rows = [finding_row(each) for each in verdict.findings[:SHOWN]]
        self.findings.show_rows(rows, wrap=True)
        show_text(self.empty, "" if rows else nothing_said(verdict))

    def open_finding(self, finding: Finding) -> None:
        """The records behind one finding."""
        self.open_records(list(finding.records))

    def open_current(self) -> None:
        """All records behind the limit looked at, of the register most of them are in."""
        found = next((each for each in self.verdicts if each.key == self.wanted), None)
        if found is not None:
            self.open_records(list(dict.fromkeys(record for each in found.findings for record in each.records)))

    def open_records(self, records: list[tuple[str, int]]) -> None:
        """One record in its form, several in their table."""
        if not records:
            self.window_.toast("这一条后面没有记录：正是因为没有登记。")
            return
        register = records[0][0]
        ids = [record for key, record in records if key == register]
        if len(ids) == 1:
            self.window_.open_record(register, ids[0])
        else:
            self.window_.open_records(register, ids)


def rule_row(verdict: Verdict) -> ListRow:
    """One limit as a row."""
    state = state_of(verdict)
    count = str(len(verdict.findings)) if verdict.findings else ""
    cells = (STATES[state], verdict.text.rstrip("。"), verdict.clause, count)
    return ListRow(cells, verdict, {0: COLOURS[state], 2: "soft", 3: COLOURS[state]})


def finding_row(finding: Finding) -> ListRow:
    """One finding as a row; the reason typed for it stands with it."""
    said = finding.sentence + (f"\n理由：{finding.reason}" if finding.reason else "")
    return ListRow((finding.subject, finding.period, said), finding, {2: finding.state})


def facts_of(verdict: Verdict) -> str:
    """Clause, weight, limit and value in one line."""
    parts = [f"依据：{verdict.clause}", verdict.severity, f"状态：{STATES[state_of(verdict)]}"]
    if isinstance(verdict.limit, int | float) and not isinstance(verdict.limit, bool):
        parts.append(f"限额：{verdict.limit}")
    if verdict.findings:
        count = len(verdict.findings)
        parts.append(f"{count} 处" + (f"，下面列前 {SHOWN} 处" if count > SHOWN else ""))
    return "　".join(parts)


def nothing_said(verdict: Verdict) -> str:
    """Why there is no finding."""
    return {
        "met": "没有问题。",
        "unknown": "限额还没有设定，或者缺少判断需要的内容。限额在「设置 → 规定」里填写。",
        "needs-person": "程序不能代判，请核实后在上面确认。",
        "off": "这条规定已停用，可以在「设置 → 规定」里启用。",
    }.get(state_of(verdict), "")
