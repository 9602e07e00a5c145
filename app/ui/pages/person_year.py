"""一个人的一年: the visits, leave, duty, study … of one person, each leading to its record; one page on paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import kinds
from app.rules.rule import amount
from app.services.person_year import COUNTED
from app.ui.dialogs.frame import button, show_text, text_label
from app.ui.dialogs.print_preview import Make, PrintPreview
from app.ui.editors.pickers import ReferenceEditor
from app.ui.pages.cards import heading
from app.ui.pages.lists import ListRow, ListView
from app.ui.style import px

if TYPE_CHECKING:
    from app.models.register import Field
    from app.reports.person_year import Entry, Part, PersonYear
    from app.services.desk import Desk
    from app.services.person_year import OneOfAll
    from app.ui.background import Job
    from app.ui.main_window import MainWindow
    from app.ui.pages.today import TodayPage


RIGHT = tuple(range(2, 2 + len(COUNTED)))
NOBODY = "干部职工台账里还没有人，登记以后在这里看每个人的一年。"


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
        self.people = ListView(
            "person_year.people", "全部人员", ("姓名", "所在机构", *COUNTED.values(), "规定情况"), RIGHT
        )
        self.people.widths(104, 150, *(82,) * len(COUNTED), 200, stretch=2 + len(COUNTED))
        self.people.opened.connect(self.show_person)
        column.addWidget(self.facts)
        column.addWidget(self.list, 1)
        column.addWidget(self.people, 1)
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
        self.all_ = button("person_year.all", "全部人员", self.show_all)
        row.addWidget(self.all_)
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
        if desk is None:
            return
        self.asked += 1
        number = self.asked
        if person is None:
            self.show_year(None)
            self.who.line.setFocus()
            self.window_.run_in_background(
                lambda job: everyone_of(desk, year), lambda found: self.show_people(found, number)
            )
            return

        def work(job: object) -> PersonYear:
            from app.services.person_year import person_year

            return person_year(desk, person, year)

        def done(told: PersonYear) -> None:
            if number == self.asked:
                self.show_year(told)

        self.window_.run_in_background(work, done)

    def show_all(self) -> None:
        """Everyone again, who falls short marked."""
        self.person = None
        self.who.set_value(None)
        self.refresh()

    def show_people(self, found: list[OneOfAll], number: int) -> None:
        """A line for each person, if nothing else was asked for meanwhile; Enter opens the year."""
        if number != self.asked:
            return
        short = sum(each.broken > 0 for each in found)
        told = f"{self.window_.year} 年在册 {len(found)} 人，" + (
            f"{short} 人有不符合规定的情况。" if short else "都符合规定。"
        )
        show_text(self.facts, f"{told}按回车看这个人的一年，也可以输入姓名或拼音首字母。" if found else NOBODY)
        self.people.show_rows([person_row(each) for each in found])

    def show_year(self, told: PersonYear | None) -> None:
        """The parts one under another; each record opens."""
        self.told = told
        self.all_.setEnabled(told is not None)
        self.list.setVisible(told is not None)
        self.people.setVisible(told is None)
        if told is None:
            self.title.setText("")
            show_text(self.facts, "正在统计……")
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
        """The page on paper, previewed; without a person the list of everyone."""
        from app.services.printed_lists import people_sheet
        from app.ui.dialogs.list_preview import preview_list
        from app.ui.messages import answered

        if self.told is not None:
            answered(PersonYearPreview(self.window_, self.told))
        else:
            preview_list(self.window_, "干部职工履职情况表", partial(people_sheet, year=self.window_.year))


def everyone_of(desk: Desk, year: int) -> list[OneOfAll]:
    """Everyone's year, counted off the window's thread."""
    from app.services.person_year import everyone

    return everyone(desk, year)


def person_row(one: OneOfAll) -> ListRow:
    """Counts that are nothing stay empty; who falls short is red."""
    counts = [amount(one.days)] + [str(one.counts[key]) for key in list(COUNTED)[1:]]
    found = "、".join(
        f"{count} 条{words}" for count, words in ((one.broken, "不符合"), (one.near, "接近或未完成")) if count
    )
    state = "broken" if one.broken else "near" if one.near else "well"
    cells = (one.name, one.office, *("" if count == "0" else count for count in counts), found or "符合")
    return ListRow(cells, one.person, {2 + len(COUNTED): state, 1: "soft"})


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
        self.desk, self.of = window.desk, told

    def make(self) -> Make:
        """One sheet, with as many records as it holds."""

        def write(job: Job, path: Path) -> object:
            from app.services.person_year import print_person_year

            return print_person_year(self.desk, self.of.person, self.of.year, path)

        return write
