"""The cells of a month of duty: a row a day, a column a post; typed, pasted, fixed and exchanged, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Signal

from app.models.people.duty import DUTY
from app.services.duty_sheet import DRIVER, LEADER, Around, Doubt, Line, Roster, Sheet, doubts, post_of
from app.services.rota import WORKDAY
from app.ui import style
from app.ui.editors import editor_for
from app.ui.pages.sheet_model import TINTS, Index, Look, SheetModel
from app.workdays import weekday_name

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.models.register import Field
    from app.services.duty_month import DutyMonth
    from app.ui.editors.base import Clerk, Editor

DAY, WEEKDAY = 0, 1
FIRST_TYPED = 2
"""The first column that is typed into."""


class DutyGrid(SheetModel):
    """The sheet at hand, what is doubtful in it, and the sheets before it for 撤回."""

    changed = Signal()
    """The sheet, or what is doubtful in it, is another one."""

    def __init__(self, clerk: Clerk, today: Callable[[], date]) -> None:
        super().__init__()
        self.clerk, self.today = clerk, today
        self.month: DutyMonth | None = None
        self.sheet = Sheet((), 2)
        self.roster = Roster()
        self.doubts: list[Doubt] = []
        self.by_cell: dict[tuple[int, str], Doubt] = {}
        self.steps: list[Sheet] = []

    # The sheet at hand.

    def show_month(self, month: DutyMonth, sheet: Sheet | None = None) -> None:
        """The month as it is stored, or with the cells of a sheet that was kept."""
        self.month, self.roster, self.steps = month, month.roster, []
        self._show(sheet or month.sheet)

    @property
    def around(self) -> Around:
        """What lies round the month."""
        return self.month.around if self.month is not None else Around({})

    @property
    def is_changed(self) -> bool:
        """Whether anything is not stored yet."""
        return bool(self.unsaved)

    @property
    def unsaved(self) -> int:
        """Days that hold something else than what is stored."""
        from app.services.duty_month import changed_lines

        return len(changed_lines(self.month.sheet, self.sheet)) if self.month is not None else 0

    @property
    def empty_days(self) -> int:
        """Days without a leader or without anybody on duty."""
        manned = {line.day.day for line in self.sheet.lines if LEADER in line.cells and line.people("member")}
        return len({line.day.day for line in self.sheet.lines} - manned)

    def apply(self, sheet: Sheet) -> None:
        """Another sheet; the one before it can be had back."""
        if sheet != self.sheet:
            self.steps.append(self.sheet)
            self._show(sheet)

    def step_back(self) -> bool:
        """The sheet before the last step; False where there is none."""
        if not self.steps:
            return False
        self._show(self.steps.pop())
        return True

    def set_roster(self, roster: Roster) -> None:
        """Others take part."""
        self.roster = roster
        self._show(self.sheet.with_seats(roster.seats))

    def _show(self, sheet: Sheet) -> None:
        same_shape = len(sheet.lines) == len(self.sheet.lines) and sheet.seats == self.sheet.seats and self.labels
        if not same_shape:
            self.beginResetModel()
        self.sheet = sheet
        self.doubts = doubts(sheet, self.roster, self.around)
        self.by_cell = {(doubt.line, doubt.column): doubt for doubt in reversed(self.doubts)}
        self.labels = ("日期", "星期", *map(self._label, sheet.columns))
        if same_shape:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        else:
            self.endResetModel()
        self.changed.emit()

    def _label(self, column: str) -> str:
        number = column.removeprefix("member")
        several = number if number != column and self.sheet.seats > 1 else ""
        return f"{self.field(column).label}{several}"

    # Cells.

    def field(self, column: str) -> Field:
        """The field of the register that a column of the sheet is part of."""
        return DUTY.by_key["members" if post_of(column) == "member" else column]

    def column(self, at: int) -> str:
        """Key of a column of the grid; nothing for the day and its weekday."""
        return self.sheet.columns[at - FIRST_TYPED] if at >= FIRST_TYPED else ""

    def place(self, doubt: Doubt) -> tuple[int, int]:
        """Row and column of what is doubtful."""
        return doubt.line, self.sheet.columns.index(doubt.column) + FIRST_TYPED

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """A row for each shift, and one for a day without any."""
        return 0 if parent.isValid() else len(self.sheet.lines)

    def look(self, row: int, column: int) -> Look:
        """Weekends and holidays are tinted, today is marked, proposals stand in the accent's colour."""
        line = self.sheet.lines[row]
        ground = TINTS.get(line.day.kind, style.PAPER)
        if column < FIRST_TYPED:
            return self._day_look(row, line, column, ground)
        key = self.column(column)
        doubt = self.by_cell.get((row, key))
        fixed = (
            key in line.fixed and key in line.cells and any(each.cells.keys() - each.fixed for each in self.sheet.lines)
        )
        ink = style.INK if key in line.fixed else style.ACCENT
        return Look(self.text(row, key), ground, ink, doubt.state if doubt else "", fixed)

    def _day_look(self, row: int, line: Line, column: int, ground: str) -> Look:
        day, again = line.day.day, row > 0 and self.sheet.lines[row - 1].day.day == line.day.day
        is_today = day == self.today()
        ink = style.ACCENT if is_today else style.INK if line.day.kind == WORKDAY else style.SOFT
        note = line.day.note or ("今天" if is_today else "")
        texts = f"{day.day}日", "　".join(filter(None, (weekday_name(day)[-1], note)))
        return Look("" if again else texts[column], ground, ink, is_bold=is_today)

    def tip(self, row: int, column: int) -> str:
        """The text, and what is doubtful about it."""
        doubt = self.by_cell.get((row, self.column(column)))
        return doubt.words if doubt else self.look(row, column).text

    def text(self, row: int, key: str) -> str:
        """What stands in a cell."""
        value = self.sheet.lines[row].cells.get(key)
        if value is None:
            return ""
        return self.around.names.get(value, "") if post_of(key) else str(value)

    def is_typed(self, row: int, column: int) -> bool:
        """All but the day and its weekday."""
        return column >= FIRST_TYPED

    def editor(self, row: int, column: int, parent: QWidget) -> Editor:
        """A person by name or pinyin initials, or a line of text."""
        key = self.column(column)
        field = DUTY.by_key["leader"] if post_of(key) else self.field(key)
        made = editor_for(field, self.clerk, parent, boxes=False)
        made.set_value(self.sheet.lines[row].cells.get(key))
        return made

    def take(self, row: int, column: int, value: Any) -> None:
        """A typed cell is fixed; an emptied one is free for 自动排班."""
        key = self.column(column)
        if value != self.sheet.lines[row].cells.get(key):
            self.apply(self.sheet.put(row, key, value))

    def clear_cells(self, cells: Sequence[tuple[int, int]]) -> None:
        """One step for all of them."""
        sheet = self.sheet
        for row, column in cells:
            if column >= FIRST_TYPED:
                sheet = sheet.put(row, self.column(column), None)
        self.apply(sheet)

    def paste(self, row: int, column: int, lines: Sequence[Sequence[str]]) -> None:
        """Names and texts from this cell on; what reaches beyond the grid is left out."""
        sheet = self.sheet
        for down, texts in enumerate(lines):
            for right, text in enumerate(texts):
                at, key = row + down, self.column(column + right) if column + right < self.columnCount() else ""
                if key and at < self.rowCount():
                    field = DUTY.by_key["leader"] if post_of(key) else self.field(key)
                    sheet = sheet.put(at, key, self.clerk.read(field, text.strip()))
        self.apply(sheet)

    def toggle_fixed(self, cells: Sequence[tuple[int, int]]) -> None:
        """Filled cells are fixed; where all are, they are free for 自动排班."""
        mine = [(row, self.column(column)) for row, column in cells if column >= FIRST_TYPED]
        mine = [(row, key) for row, key in mine if key in self.sheet.lines[row].cells and key != DRIVER]
        fixed = not all(key in self.sheet.lines[row].fixed for row, key in mine)
        sheet = self.sheet
        for row, key in mine:
            sheet = sheet.fix(row, key, fixed)
        self.apply(sheet)

    def exchange(self, one: tuple[int, int], other: tuple[int, int]) -> str:
        """Two people exchange their days; the sentence that says so, or why not."""
        cells = [(row, self.column(column)) for row, column in (one, other)]
        posts = {post_of(key) for _, key in cells}
        if "" in posts or len(posts) > 1 or any(key not in self.sheet.lines[row].cells for row, key in cells):
            return "对调的两格应是同一岗位的两个人，请重新选。"
        self.apply(self.sheet.exchange(*cells))
        return f"{self.sheet.exchanges[-1].words(self.around.names)}，保存后记入修改记录。"
