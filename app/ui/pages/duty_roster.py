"""Who takes part in the rota, and how many days each has: beside the month of duty."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app import kinds
from app.models.people.duty import DUTY
from app.services.duty_sheet import LEADER, POSTS, Roster, Share, shares
from app.services.rota import KINDS
from app.ui.dialogs.frame import line_edit
from app.ui.editors.pickers import ReferenceEditor
from app.ui.pages.cards import heading, soft
from app.ui.pages.lists import ListRow, ListView
from app.ui.style import px

if TYPE_CHECKING:
    from app.ui.editors.base import Clerk
    from app.ui.pages.duty_grid import DutyGrid

MOST_SEATS = 6
WIDTH = 316
"""Pixels at 100 %."""


class DutyRoster(QWidget):
    """The names with their days; a line to add one to each post, Delete takes one out."""

    changed = Signal(object)
    """Another roster."""
    said = Signal(str)

    def __init__(self, grid: DutyGrid, clerk: Clerk, parent: QWidget) -> None:
        super().__init__(parent)
        self.grid, self.clerk = grid, clerk
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(px(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(10), px(8))
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.addWidget(heading("排班名单"))
        head.addStretch(1)
        head.addWidget(soft("Delete 移出"))
        column.addLayout(head)
        self.list = ListView("duty.shares", "排班名单和每人天数", ("姓名", "本月", *KINDS), range(1, 5))
        self.list.widths(84, 42, 54, 42, 54, stretch=0)
        self.list.verticalHeader().setDefaultSectionSize(px(26))
        drop = QShortcut(QKeySequence("Delete"), self.list)
        drop.setContext(Qt.ShortcutContext.WidgetShortcut)
        drop.activated.connect(self._drop)
        column.addWidget(self.list, 1)
        self.adders = {post: self._adder(post) for post in POSTS}
        for adder in self.adders.values():
            column.addWidget(adder)
        column.addLayout(self._daily())
        grid.changed.connect(self.show_shares)

    def _adder(self, post: str) -> ReferenceEditor:
        made = ReferenceEditor(DUTY.by_key["leader"], self.clerk, self)
        made.line.setObjectName(f"duty.add.{post}")
        made.line.setAccessibleName(f"加{POSTS[post]}")
        made.line.setPlaceholderText(f"加{POSTS[post]}：姓名或首字母")
        made.line.returnPressed.connect(lambda: self._add(post))
        return made

    def _daily(self) -> QHBoxLayout:
        """What is the same every day."""
        row = QHBoxLayout()
        row.setSpacing(px(6))
        self.seats = QComboBox(self)
        self.seats.setObjectName("duty.seats")
        self.seats.setAccessibleName("每天值班人数")
        self.seats.addItems([f"每天 {number} 人" for number in range(1, MOST_SEATS + 1)])
        self.driver = line_edit("duty.driver", "驾驶员及应急人员", "", "驾驶员及应急人员")
        row.addWidget(self.seats)
        row.addWidget(self.driver, 1)
        self.seats.currentIndexChanged.connect(lambda at: self._take(replace(self.grid.roster, seats=at + 1)))
        self.driver.editingFinished.connect(
            lambda: self._take(replace(self.grid.roster, driver=self.driver.text().strip()))
        )
        return row

    def _take(self, roster: Roster) -> None:
        if roster != self.grid.roster and self.grid.month is not None:
            self.changed.emit(roster)

    def _add(self, post: str) -> None:
        """Who was typed takes part."""
        adder, roster = self.adders[post], self.grid.roster
        adder.settle()
        try:
            person = adder.read()
        except kinds.Misread as misread:
            self.said.emit(str(misread))
            return
        adder.set_value(None)
        if person is None or person in roster.people(post):
            return
        people = (*roster.people(post), person)
        self._take(replace(roster, leaders=people) if post == LEADER else replace(roster, members=people))

    def _drop(self) -> None:
        """Who is chosen takes part no longer; what is on the sheet stays."""
        rows, at = self.list.list_model.rows, self.list.currentIndex().row()
        share = rows[at].stands_for if 0 <= at < len(rows) else None
        if not isinstance(share, Share):
            return
        roster = self.grid.roster
        people = tuple(each for each in roster.people(share.post) if each != share.person)
        self._take(replace(roster, leaders=people) if share.post == LEADER else replace(roster, members=people))

    def show_shares(self) -> None:
        """The days of each as they would be with the sheet at hand; who is no longer of the roster in grey."""
        roster = self.grid.roster
        told = shares(self.grid.sheet, roster, self.grid.around)
        rows = []
        for post, label in POSTS.items():
            rows.append(ListRow((f"{label}　{len(roster.people(post))} 人",), is_heading=True))
            rows += [self._row(share, roster) for share in told if share.post == post]
        self.list.show_rows(rows)
        self.seats.blockSignals(True)
        self.seats.setCurrentIndex(roster.seats - 1)
        self.seats.blockSignals(False)
        if not self.driver.hasFocus():
            self.driver.setText(roster.driver)

    def _row(self, share: Share, roster: Roster) -> ListRow:
        is_one = share.person in roster.people(share.post)
        cells = (share.name, *(str(days) if days else "" for days in (share.month, *share.year)))
        return ListRow(cells, share, {} if is_one else dict.fromkeys(range(5), "soft"))
