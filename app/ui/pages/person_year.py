"""一个人的一年: the visits, leave, duty, study … of one person, each leading to its record; one page on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import kinds
from app.ui.dialogs.frame import button, show_text, text_label
from app.ui.dialogs.print_preview import Make, PrintPreview
from app.ui.editors.pickers import ReferenceEditor
from app.ui.pages.cards import heading
from app.ui.pages.lists import ListRow, ListView
from app.ui.style import px

if TYPE_CHECKING:
    from app.models.register import Field
    from app.reports.person_year import Entry, Part, PersonYear
    from app.ui.background import Job
    from app.ui.main_window import MainWindow
    from app.ui.pages.today import TodayPage


class PersonClerk:
    """What the line for the name asks of the office; nobody is added here."""

    def __init__(self, window: MainWindow) -> None:
        self.window_ = window

    def read(self, field: Field, text: str) -> Any:
        """The person of a name; Misread where there is none, or two."""
        from app.services.reading import reading

        assert self.window_.desk is not None
        with self.window_.desk.store.read() as connection:
            return field.kind.read(text, reading(self.window_.desk, connection))

    def show(self, field: Field, value: Any) -> str:
        """The name of a person."""
        from app.services.reading import show_value

        assert self.window_.desk is not None
        with self.window_.desk.store.read() as connection:
            return show_value(connection, field, value)

    def complete(self, register: str, typed: str) -> list[tuple[int, str, str]]:
        """Who may be meant, by name or pinyin initials."""
        from app.services.reading import completions

        assert self.window_.desk is not None
        return completions(self.window_.desk, register, typed)

    def add(self, register: str, name: str) -> int | None:
        """None: a person of the past year is on the roster already."""
        return None


class PersonYearPage(QWidget):
    """A name at the top, the parts of the year below."""

    def __init__(self, window: MainWindow, tab: TodayPage) -> None:
        super().__init__()
        self.setObjectName("person_year")
        self.setAccessibleName("一个人的一年")
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.window_ = window
        self.person: int | None = None
        self.told: PersonYear | None = None
        self.asked = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.tools())
        self.facts = text_label(role="soft")
        self.facts.setObjectName("person_year.facts")
        self.facts.setContentsMargins(px(16), 0, px(16), px(8))
        self.list = ListView("person_year.list", "一个人的一年", ("事项", "日期", "记录"))
        self.list.widths(128, 96, 500, stretch=2)
        self.list.opened.connect(self.open)
        self.empty = text_label("输入姓名或拼音首字母，看这个人一年的下村、结对、请假、值班、学习和规定情况。", "faint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.facts)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        self.show_year(None)

    def tools(self) -> QHBoxLayout:
        """Whose year, and 打印."""
        from app.models import BY_KEY

        row = QHBoxLayout()
        row.setContentsMargins(px(14), px(10), px(14), px(10))
        row.setSpacing(px(10))
        self.who = ReferenceEditor(BY_KEY["visit"].by_key["staff"], PersonClerk(self.window_))
        self.who.line.setObjectName("person_year.who")
        self.who.line.setAccessibleName("姓名")
        self.who.line.setPlaceholderText("姓名或拼音首字母")
        self.who.setFixedWidth(px(220))
        self.who.line.returnPressed.connect(self.take)
        self.who.left.connect(self.take)
        self.title = heading("")
        self.print_ = button("person_year.print", "打印", self.print_year)
        row.addWidget(QLabel("姓名"))
        row.addWidget(self.who)
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(self.print_)
        return row

    def take(self) -> None:
        """The person typed is shown."""
        self.who.settle()
        try:
            person = self.who.read()
        except kinds.Misread as misread:
            self.window_.toast(str(misread))
            return
        if person is not None and person != self.person:
            self.show_person(person)

    def show_person(self, person: int) -> None:
        """One person's year."""
        self.person = person
        self.who.set_value(person)
        self.refresh()

    def refresh(self) -> None:
        """Everything is asked for again, off the window's thread."""
        desk, person, year = self.window_.desk, self.person, self.window_.year
        if desk is None or person is None:
            self.who.line.setFocus()
            return
        self.asked += 1
        number = self.asked

        def work(job: object) -> PersonYear:
            from app.services.person_year import person_year

            return person_year(desk, person, year)

        def done(told: PersonYear) -> None:
            if number == self.asked:
                self.show_year(told)

        self.window_.run_in_background(work, done)

    def show_year(self, told: PersonYear | None) -> None:
        """The parts one under another; each record opens."""
        self.told = told
        self.print_.setEnabled(told is not None)
        self.list.setVisible(told is not None)
        self.empty.setVisible(told is None)
        if told is None:
            show_text(self.facts, "")
            return
        self.title.setText(f"{told.name}　{told.year} 年")
        show_text(self.facts, "　".join(f"{words}：{text}" for words, text in told.facts[1:] if text))
        rows = [row for part in told.parts for row in part_rows(part, told.year)]
        self.list.show_rows(rows, wrap=True)

    def open(self, chosen: Part | Entry) -> None:
        """The record of a line; of a total all its records."""
        from app.reports.person_year import Part

        entries = chosen.entries if isinstance(chosen, Part) else (chosen,)
        if not entries:
            self.window_.toast("这一项没有记录。")
            return
        register = entries[0].register
        ids = [each.id for each in entries if each.register == register]
        if len(ids) == 1:
            self.window_.open_record(register, ids[0])
        else:
            self.window_.open_records(register, ids)

    def print_year(self) -> None:
        """The page on paper, previewed."""
        from app.ui.messages import answered

        if self.told is not None:
            answered(PersonYearPreview(self.window_, self.told))


def part_rows(part: Part, year: int) -> list[ListRow]:
    """The total with how it is made up, then the records."""
    total = "：".join(filter(None, (part.total, part.made_up)))
    colour = "accent" if part.entries else "soft"
    return [ListRow((part.label, "合计", total), part, dict.fromkeys(range(3), colour))] + [
        ListRow(("", day_of(each, year), each.what), each) for each in part.entries
    ]


def day_of(entry: Entry, year: int) -> str:
    """The record's day, without the year where it is the year's own."""
    if entry.day is None:
        return ""
    return f"{entry.day:%m-%d}" if entry.day.year == year else entry.day.isoformat()


class PersonYearPreview(PrintPreview):
    """The page of one person's year."""

    def __init__(self, window: MainWindow, told: PersonYear) -> None:
        super().__init__(window, f"{told.name}{told.year}年情况表")
        assert window.desk is not None
        self.desk, self.told = window.desk, told

    def make(self) -> Make:
        """One sheet, with as many records as it holds."""

        def write(job: Job, path: Path) -> object:
            from app.services.person_year import print_person_year

            return print_person_year(self.desk, self.told.person, self.told.year, path)

        return write
