"""确认: the bar of the yearly check in which a person says whether a limit was kept, or signs its zero report."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.dialogs.frame import button, line_edit, show_text, text_label
from app.ui.style import px

if TYPE_CHECKING:
    from app.rules import Verdict
    from app.rules.confirming import Asked
    from app.ui.main_window import MainWindow


class ConfirmBar(QWidget):
    """One limit that waits for a person: which period, a remark, yes or no."""

    def __init__(self, window: MainWindow, done: Callable[[], object]) -> None:
        super().__init__()
        self.window_, self.done = window, done
        self.rule = ""
        self.asked: list[Asked] = []
        self.shown = text_label(role="soft")
        self.period = QComboBox()
        self.period.setObjectName("check.confirm.period")
        self.period.setAccessibleName("确认的期间")
        self.period.currentIndexChanged.connect(lambda _: self.show_period())
        self.remark = line_edit("check.confirm.remark", "确认说明", hint="说明，不符合时必填")
        self.yes = button("check.confirm.yes", "确认", lambda: self.say(True), "primary")
        self.no = button("check.confirm.no", "不符合", lambda: self.say(False), "danger")
        self.report = button("check.confirm.report", "登记零报告", self.open_report, "primary")
        self.wrong = text_label(role="red")
        self.wrong.hide()
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.remark, 1)
        for each in (self.yes, self.report, self.no):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.period)
        column.addWidget(self.shown)
        column.addLayout(row)
        column.addWidget(self.wrong)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """The periods of a limit, the first that is open chosen; hidden where no person is asked."""
        self.asked = list(verdict.asked) if verdict else []
        self.rule = verdict.key if verdict else ""
        self.setVisible(bool(self.asked))
        self.period.blockSignals(True)
        self.period.clear()
        for each in self.asked:
            what = f"{each.span.label} {each.report}".strip()
            self.period.addItem(f"{what}　{'待确认' if each.open else '已答复'}")
        first = next((at for at, each in enumerate(self.asked) if each.open), 0)
        self.period.setCurrentIndex(first if self.asked else -1)
        self.period.blockSignals(False)
        self.remark.clear()
        show_text(self.wrong, "")
        self.show_period()

    def current(self) -> Asked | None:
        """The period chosen."""
        at = self.period.currentIndex()
        return self.asked[at] if 0 <= at < len(self.asked) else None

    def show_period(self) -> None:
        """What the records show of the period, and what was said of it before."""
        asked = self.current()
        if asked is None:
            return
        said = asked.said
        word = "" if said is None else f"{said.at:%Y-%m-%d} {said.who}{'确认符合' if said.kept else '确认不符合'}"
        if said is not None and said.remark:
            word += f"：{said.remark}"
        show_text(self.shown, "　".join(each for each in (asked.shown, word) if each))
        self.yes.setVisible(not asked.report)
        self.report.setVisible(bool(asked.report))

    def say(self, kept: bool) -> None:
        """The word is kept for the days of the period that have come."""
        from app.services.confirming import CannotConfirm, confirm

        asked, desk = self.current(), self.window_.desk
        if asked is None or desk is None:
            return
        try:
            end = min(asked.span.end, desk.today())
            confirm(desk, self.rule, asked.span.start, end, kept, self.remark.text())
        except CannotConfirm as error:
            show_text(self.wrong, str(error))
            self.remark.setFocus()
            return
        self.window_.toast("已记下确认。" if kept else "已记下不符合。")
        self.done()

    def open_report(self) -> None:
        """A new zero report of the subject and the period, to be signed."""
        from app.models import BY_KEY
        from app.services.records import blank

        asked, desk = self.current(), self.window_.desk
        if asked is None or desk is None:
            return
        page = self.window_.open_register("zero_report")
        if page.may_leave():
            given = {"subject": asked.report, "start": asked.span.start, "end": asked.span.end}
            page.form.begin(blank(desk, BY_KEY["zero_report"]) | given)
