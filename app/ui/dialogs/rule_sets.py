"""规定分组: the sources of the limits, each on or off as a whole, from a day on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import kinds
from app.ui.dialogs.frame import button, line_edit, show_text, text_label
from app.ui.dialogs.rulebook import save_rulebook
from app.ui.pages.cards import heading
from app.ui.style import px

if TYPE_CHECKING:
    from app.services.rule_sets import RuleSet
    from app.ui.main_window import MainWindow


class RuleSetsPage(QWidget):
    """One box for each source; half ticked where only some of its limits are on."""

    switched = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        assert window.desk is not None
        self.window_, self.desk = window, window.desk
        self.boxes: dict[str, QCheckBox] = {}
        self.counts: dict[str, QLabel] = {}
        self.sets: list[RuleSet] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(heading("规定分组"))
        column.addWidget(
            text_label(
                "各来源的规定有的互相不一致，按本单位执行的来源启用；停用的不提醒、不扣分，仍列在清单里。", "faint"
            )
        )
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(px(24))
        self.grid.setVerticalSpacing(px(10))
        self.grid.setColumnStretch(1, 1)
        column.addLayout(self.grid)
        self.since = line_edit("sets.since", "施行日期", hint="空着表示一直这样")
        self.since.setFixedWidth(px(150))
        row = QHBoxLayout()
        row.addWidget(QLabel("从这一天起施行"))
        row.addWidget(self.since)
        row.addStretch(1)
        column.addLayout(row)
        self.wrong = text_label(role="red")
        self.wrong.hide()
        column.addWidget(self.wrong)
        save = QHBoxLayout()
        save.addWidget(button("sets.save", "保存分组", self.save, "primary"))
        save.addWidget(button("rules.print", "打印细则…", self.print_rules))
        save.addStretch(1)
        column.addLayout(save)
        column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """The sources as they are today."""
        from app.services.rule_sets import rule_sets

        self.sets = rule_sets(self.desk)
        for at, each in enumerate(self.sets):
            if each.key not in self.boxes:
                box = QCheckBox(each.label)
                box.setObjectName(f"sets.{each.key}")
                box.setAccessibleName(each.label)
                self.boxes[each.key], self.counts[each.key] = box, text_label(role="soft")
                self.grid.addWidget(box, at, 0)
                self.grid.addWidget(self.counts[each.key], at, 1)
            part = 0 < each.on < len(each.rules)
            self.boxes[each.key].setTristate(part)
            state = Qt.CheckState.PartiallyChecked if part else Qt.CheckState.Checked
            self.boxes[each.key].setCheckState(state if each.on else Qt.CheckState.Unchecked)
            show_text(self.counts[each.key], f"{len(each.rules)} 条，启用 {each.on} 条")

    def save(self) -> None:
        """The sources whose box was changed are switched from the day on."""
        from app.services.rule_sets import switch_set

        try:
            since: date | None = kinds.DayKind().read(self.since.text(), kinds.Reading(self.desk.today()))
        except kinds.Misread as error:
            show_text(self.wrong, str(error))
            return
        show_text(self.wrong, "")
        changed = sum(switch_set(self.desk, key, on, since) for key, on in self.wanted().items())
        self.refresh()
        self.switched.emit()
        self.window_.changed()
        self.window_.toast(f"已更改 {changed} 条规定。" if changed else "没有更改。")

    def print_rules(self) -> None:
        """The 实施细则 with the limits as they were last kept, as a Word file."""
        save_rulebook(self.window_, self)

    def wanted(self) -> dict[str, bool]:
        """Sources to be switched; one left half ticked stays as it is. Off before on: what two share stays on."""
        told = {}
        for each in self.sets:
            state = self.boxes[each.key].checkState()
            is_whole, is_none = each.on == len(each.rules), each.on == 0
            if state == Qt.CheckState.Checked and not is_whole:
                told[each.key] = True
            if state == Qt.CheckState.Unchecked and not is_none:
                told[each.key] = False
        return dict(sorted(told.items(), key=lambda one: one[1]))
