"""今日: what is due, who is away, quotas, budgets, petitions, months; every line opens its records."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.pages.cards import Card, Line, Meter, emptied, note_box, soft
from app.ui.pages.months import MonthColumns
from app.ui.style import px
from app.workdays import weekday_name

if TYPE_CHECKING:
    from app.rules import Meter as Quota
    from app.services.presence import Event
    from app.services.today import Bar, Due, Petitions, Standing, Today
    from app.ui.main_window import MainWindow
    from app.ui.pages.today import TodayPage

DUE_SHOWN, RULES_SHOWN, BARS_SHOWN = 7, 4, 9
TEN_THOUSAND = Decimal(10_000)


class MorningPage(QScrollArea):
    """Three cards beside one another, filled anew whenever the page is shown."""

    def __init__(self, window: MainWindow, tab: TodayPage) -> None:
        super().__init__()
        self.window_, self.tab = window, tab
        self.setObjectName("morning")
        self.setAccessibleName("今日")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.inner = QWidget()
        self.inner.setProperty("role", "ground")
        self.row = QHBoxLayout(self.inner)
        self.row.setContentsMargins(px(14), px(12), px(14), px(12))
        self.row.setSpacing(px(12))
        self.setWidget(self.inner)
        self.today: Today | None = None
        self.standing: Standing | None = None
        self.all_due = self.all_bars = False
        self.asked = 0

    def refresh(self) -> None:
        """Counted off the window's thread, first the day, then the limits; only the last answers are shown."""
        desk, year = self.window_.desk, self.window_.year
        assert desk is not None
        self.asked += 1
        number = self.asked

        def count_day(job: object) -> Today:
            from app.services.today import today

            return today(desk, year)

        def day_counted(found: Today) -> None:
            if number == self.asked:
                self.today = found
                self.show_cards()
                self.tab.shown.emit()
                self.window_.run_in_background(count_limits, limits_counted)

        def count_limits(job: object) -> Standing:
            from app.services.today import standing

            return standing(desk, year)

        def limits_counted(found: Standing) -> None:
            if number == self.asked:
                self.standing = found
                self.show_cards()

        self.window_.run_in_background(count_day, day_counted)

    def show_cards(self) -> None:
        """The cards of what is counted so far."""
        if self.today is None:
            return
        where = self.verticalScrollBar().value()
        emptied(self.row)
        for fill, stretch in ((self.fill_day, 10), (self.fill_quotas, 9), (self.fill_money, 9)):
            card = Card()
            fill(card, self.today)
            card.close_up()
            self.row.addWidget(card, stretch)
        self.verticalScrollBar().setValue(where)

    def record(self, register: str, id_: int) -> Callable[[], None]:
        """Opens one record."""
        return lambda: self.window_.open_record(register, id_)

    def records(self, register: str, ids: tuple[int, ...]) -> Callable[[], None] | None:
        """Opens some records in their table."""
        return (lambda: self.window_.open_records(register, list(ids))) if ids else None

    def fill_day(self, card: Card, today: Today) -> None:
        """What is due, what happens today, how the year stands."""
        self.fill_due(card, today)
        happening = [*today.events, *today.away]
        part = card.part("今天", f"外出 {len(today.away)} 人" if today.away else "")
        for event in happening:
            part.addWidget(self.event_line(event))
        if not happening:
            part.addWidget(soft("今天没有登记值班、会议、接待和请假。"))
        self.fill_check(card)

    def fill_due(self, card: Card, today: Today) -> None:
        """The most overdue first; the rest on demand."""
        day = today.day
        part = card.part("要办的事", f"{day.month}月{day.day}日 {weekday_name(day)}")
        shown = today.due if self.all_due else today.due[:DUE_SHOWN]
        for number, due in enumerate(shown):
            part.addWidget(self.due_line(number, due))
        if len(shown) < len(today.due):
            more = Line("today.due.more", f"还有 {len(today.due) - len(shown)} 项……", opens=self.show_all_due)
            part.addWidget(more)
        if not today.due:
            part.addWidget(soft("没有逾期和七天内到期的事。"))

    def show_all_due(self) -> None:
        """Everything that is due, not only the first."""
        self.all_due = True
        self.show_cards()

    def due_line(self, number: int, due: Due) -> Line:
        """Red where overdue, amber where near."""
        if due.left < 0:
            badge, state = f"逾期 {-due.left} 天", "broken"
        else:
            badge, state = ("今天" if due.left == 0 else f"剩 {due.left} 天"), "near"
        opens = self.record(due.register, due.id)
        return Line(f"today.due.{number}", due.what, due.who, badge=badge, state=state, opens=opens)

    def event_line(self, event: Event) -> Line:
        """When and what; a reception without its letter is marked."""
        state = "broken" if event.note == "缺公函" else ""
        name = f"today.event.{event.register}.{event.id}"
        opens = self.record(event.register, event.id)
        return Line(name, event.what, event.note, badge=event.when, right_state=state, opens=opens)

    def fill_check(self, card: Card) -> None:
        """The broken limits with the most findings."""
        if self.standing is None:
            card.part("年终体检").addWidget(soft("正在检查……"))
            return
        broken = [each for each in self.standing.verdicts if each.on and each.state == "broken"]
        broken.sort(key=lambda each: -sum(finding.state == "broken" for finding in each.findings))
        part = card.part("年终体检", f"违反 {len(broken)} 条规定" if broken else "")
        for verdict in broken[:RULES_SHOWN]:
            count = sum(finding.state == "broken" for finding in verdict.findings)
            opens = self.rule(verdict.key)
            said = verdict.text.rstrip("。")
            name = f"today.rule.{verdict.key}"
            part.addWidget(Line(name, said, f"{count} 处", right_state="broken", opens=opens))
        if len(broken) > RULES_SHOWN:
            said = f"还有 {len(broken) - RULES_SHOWN} 条……"
            part.addWidget(Line("today.rules.more", said, opens=lambda: self.tab.open_page("check")))
        if not broken:
            part.addWidget(soft("到今天为止没有违反规定的记录。"))

    def rule(self, key: str) -> Callable[[], None]:
        """Opens the yearly check at one limit."""
        return lambda: self.tab.open_rule(key)

    def fill_quotas(self, card: Card, today: Today) -> None:
        """Meters of the running quotas, then the months."""
        part = card.part("规定的限额", "实施细则及有关规定")
        part.setSpacing(px(3))
        shown = self.standing.quotas if self.standing else ()
        for quota in shown:
            part.addWidget(self.quota_meter(quota))
        if not shown:
            part.addWidget(soft("没有在用的限额，可在设置里启用规定。" if self.standing else "正在检查……"))
        months = card.part("会议与下村", "按月")
        columns = MonthColumns("会议次数", "下村天数")
        columns.show_values(
            [month.meetings for month in today.months], [float(month.visit_days) for month in today.months]
        )
        columns.chosen.connect(lambda month: self.open_month(month))
        months.addWidget(columns)

    def quota_meter(self, quota: Quota) -> Meter:
        """At most: blue until used up; at least: green, with how many fall short, never a mean."""
        opens = self.rule(quota.rule)
        assert self.standing is not None
        label, said = self.standing.worded(quota, self.window_.year)
        if quota.bound == "at_least" and quota.subjects > 1:
            met, state = quota.subjects - quota.short, "broken" if quota.short else "well"
            return Meter(f"today.meter.{quota.rule}", label, said, met / quota.subjects, "well", opens, state)
        limit = quota.limit
        share = float(quota.value / limit) if limit and isinstance(limit, int | Decimal) else None
        state = quota.state if quota.state in ("broken", "near") else "met"
        if quota.bound == "at_least":
            state = "well" if quota.state == "met" else state
        return Meter(f"today.meter.{quota.rule}", label, said, share, state, opens)

    def open_month(self, month: int) -> None:
        """The meetings of a month."""
        from app.services.listing import Wanted, all_ids

        desk, year = self.window_.desk, self.window_.year
        assert desk is not None
        held = (("status", "已召开"),)
        first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
        self.window_.open_records("meeting", list(all_ids(desk, Wanted("meeting", "", first, last, held))))

    def fill_money(self, card: Card, today: Today) -> None:
        """Budget lines, then petitions."""
        bars = sorted(today.bars, key=lambda bar: -share_of(bar))
        part = card.part("经费", "万元 · 执行率")
        part.setSpacing(px(3))
        shown = bars if self.all_bars else bars[:BARS_SHOWN]
        for bar in shown:
            part.addWidget(self.bar_meter(bar))
        if len(shown) < len(bars):
            part.addWidget(Line("today.budget.more", f"还有 {len(bars) - len(shown)} 项……", opens=self.show_all_bars))
        over = [f"{bar.name}超预算 {wan(bar.spent - bar.granted)} 万元" for bar in bars if bar.state == "broken"]
        if over:
            part.addSpacing(px(4))
            part.addWidget(note_box("，".join(over) + "。"))
        if not bars:
            part.addWidget(soft("这一年还没有登记预算。"))
        self.fill_petitions(card.part("信访", f"{self.window_.year} 年"), today.petitions)

    def show_all_bars(self) -> None:
        """Every budget line, not only the most used."""
        self.all_bars = True
        self.show_cards()

    def bar_meter(self, bar: Bar) -> Meter:
        """Spent of granted, in 万元."""
        share = share_of(bar)
        said = f"{wan(bar.spent)} / {wan(bar.granted)}"
        return Meter(f"today.budget.{bar.id}", bar.name, said, share, bar.state, self.record("budget", bar.id))

    def fill_petitions(self, part: QVBoxLayout, found: Petitions) -> None:
        """Registered, settled and old cases, each opening its records."""
        registered, closed = len(found.registered), len(found.closed)
        share = f"　{closed * 100 / registered:.0f}%" if registered else ""
        lines = (
            ("registered", "登记", f"{registered} 件 {found.persons} 人次", "", found.registered),
            ("closed", "已化解、办结", f"{closed} 件{share}", "", found.closed),
            (
                "backlog",
                "积案包案",
                f"{len(found.backlog)} 件" + (f"　{found.unled} 件没有包案领导" if found.unled else ""),
                "broken" if found.unled else "",
                found.backlog,
            ),
        )
        for key, label, said, state, ids in lines:
            opens = self.records("petition", ids)
            part.addWidget(Line(f"today.petitions.{key}", label, said, right_state=state, opens=opens))


def share_of(bar: Bar) -> float:
    """Spent of granted; whole where something was spent of nothing."""
    return float(bar.spent / bar.granted) if bar.granted > 0 else (1.0 if bar.spent > 0 else 0.0)


def wan(amount: Decimal) -> str:
    """Yuan as 万元 with two decimals."""
    return f"{amount / TEN_THOUSAND:.2f}"
