"""The cells of a month in the villages: a row a person, a column a day, at the right the month and the year."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal

from app.models.outreach.visit import VISIT
from app.services.absences import short
from app.ui import style
from app.ui.editors.pickers import ReferenceEditor
from app.ui.editors.suggestions import Offer
from app.ui.pages.sheet_model import TINTS, Index, Look, SheetModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.visit_month import Mark, PersonMonth, VisitMonth
    from app.ui.editors.base import Clerk, Editor

CENTRE = Qt.AlignmentFlag.AlignHCenter
WEEKDAYS = "一二三四五六日"
TOTALS = ("本月", "日记", "全年／应达")


class QuickEditor(ReferenceEditor):
    """A village by name or initials, days behind it, or days alone: lxc, lxc0.5, 1, 半天."""

    DAYS = re.compile(r"[\d.半天\s]+$")

    def typed(self) -> str:
        """The village's part of the text."""
        return self.DAYS.sub("", self.line.text()).strip()

    def take(self, offer: Offer) -> None:
        """The village is written out, the days stay behind it."""
        days = self.DAYS.search(self.line.text())
        super().take(offer)
        self.line.setText(f"{self.line.text()}{days[0] if days else ''}")

    def read(self) -> str:
        """The text; what it means is for the services to say."""
        return self.line.text().strip()


class VisitGrid(SheetModel):
    """The month at hand, of those people that are shown."""

    typed = Signal(int, int, str)
    """Row, column and what was typed."""
    cleared = Signal(list)
    """Records to be put away."""
    pasted = Signal(list)
    """(row, column, text) of each."""

    def __init__(self, clerk: Clerk, today: Callable[[], date]) -> None:
        super().__init__()
        self.clerk, self.today = clerk, today
        self.month: VisitMonth | None = None
        self.people: list[PersonMonth] = []

    def show_month(self, month: VisitMonth, people: Sequence[PersonMonth]) -> None:
        """Another month, or other people."""
        is_alike = self.month is not None and self.month.period == month.period and len(people) == len(self.people)
        if not is_alike:
            self.beginResetModel()
        self.month, self.people = month, list(people)
        self.labels = (*(f"{each.day.day}\n{WEEKDAYS[each.day.weekday()]}" for each in month.days), *TOTALS)
        if not is_alike:
            self.endResetModel()
        elif people:
            self.dataChanged.emit(self.index(0, 0), self.index(len(people) - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(people) - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """A row for each person."""
        return 0 if parent.isValid() else len(self.people)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Days above, names at the left."""
        if way == Qt.Orientation.Vertical:
            return self.people[section].name if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return super().headerData(section, way, role)

    def day(self, column: int) -> date | None:
        """The day of a column; None for the totals."""
        days = self.month.days if self.month is not None else ()
        return days[column].day if 0 <= column < len(days) else None

    def marks(self, row: int, column: int) -> tuple[Mark, ...]:
        """The records of a cell."""
        day = self.day(column)
        return self.people[row].marks.get(day, ()) if day is not None else ()

    def look(self, row: int, column: int) -> Look:
        """The village's first character over half a cell or a whole one; a dot where the diary is written."""
        assert self.month is not None
        day = self.day(column)
        if day is None:
            return self._total(self.people[row], column - len(self.month.days))
        ground = style.CHOSEN if day == self.today() else TINTS.get(self.month.days[column].kind, style.PAPER)
        absent = (self.people[row].person, day) in self.month.absent
        marks = self.marks(row, column)
        if not marks:
            return Look("假" if absent else "", ground, style.FAINT, align=CENTRE)
        text = marks[0].village[:1] if len(marks) == 1 else str(len(marks))
        share = min(sum((mark.share for mark in marks), Decimal(0)), Decimal(1))
        written = any(mark.diary for mark in marks)
        return Look(text, ground, mark="near" if absent else "", align=CENTRE, fill=float(share), dot=written)

    def _total(self, one: PersonMonth, at: int) -> Look:
        if at == 0:
            return Look(f"{one.month.normalize():f}" if one.month else "", align=CENTRE)
        if at == 1:
            return Look(str(one.diaries or ""), align=CENTRE)
        if one.standing is None:
            return Look(f"{one.year.normalize():f}", align=CENTRE)
        value, limit = Decimal(one.standing.value), Decimal(one.standing.limit)
        share = float(min(value / limit, Decimal(1))) if limit else 1.0
        filling = style.DAY_DONE if one.is_short else style.ENOUGH
        ink = style.RED if one.standing.state == "broken" else style.INK if one.is_short else style.GREEN
        return Look(f"{value.normalize():f}／{limit.normalize():f}", ink=ink, align=CENTRE, fill=share, filling=filling)

    def tip(self, row: int, column: int) -> str:
        """Who, when, where; why somebody was away."""
        assert self.month is not None
        one, day = self.people[row], self.day(column)
        if day is None:
            return one.standing.what if one.standing is not None and one.standing.what else one.name
        told = [mark.words for mark in self.marks(row, column)]
        if (absent := self.month.absent.get((one.person, day))) is not None:
            told.append(f"{absent.why}（{absent.clause}）")
        return f"{one.name} {short(day)}：{'；'.join(told) or '没有记录'}"

    def is_typed(self, row: int, column: int) -> bool:
        """The days, not the totals."""
        return self.day(column) is not None

    def editor(self, row: int, column: int, parent: QWidget) -> Editor:
        """Empty: what is typed makes a record, or is typed over the one that is there."""
        return QuickEditor(VISIT.by_key["village"], self.clerk, parent)

    def take(self, row: int, column: int, value: Any) -> None:
        """What was typed is for the page to make a record of."""
        if value:
            self.typed.emit(row, column, value)

    def copied(self, row: int, column: int) -> str:
        """柳溪村0.5, as it can be pasted again; totals as they stand."""
        marks = self.marks(row, column)
        if self.day(column) is None:
            return self.look(row, column).text
        return f"{marks[0].village}{marks[0].share.normalize():f}" if marks else ""

    def clear_cells(self, cells: Sequence[tuple[int, int]]) -> None:
        """The records of the cells, each once."""
        ids = [mark.record for row, column in cells for mark in self.marks(row, column)]
        if ids:
            self.cleared.emit(list(dict.fromkeys(ids)))

    def paste(self, row: int, column: int, lines: Sequence[Sequence[str]]) -> None:
        """Every text that meets a day."""
        cells = [
            (row + down, column + right, text.strip())
            for down, texts in enumerate(lines)
            for right, text in enumerate(texts)
        ]
        met = [cell for cell in cells if cell[2] and cell[0] < len(self.people) and self.day(cell[1]) is not None]
        if met:
            self.pasted.emit(met)
