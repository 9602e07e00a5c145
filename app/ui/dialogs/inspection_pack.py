"""一键迎检包: a topic and a period as one PDF, looked at before it is printed or saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit

from app import kinds
from app.reports.registers import period_line
from app.services.inspection_pack import TOPICS, Asked
from app.ui.dialogs.frame import line_edit
from app.ui.dialogs.print_preview import PAUSE, Make, PrintPreview
from app.ui.style import px

if TYPE_CHECKING:
    from app.services.printed import Told
    from app.ui.background import Job
    from app.ui.main_window import MainWindow


class PackPreview(PrintPreview):
    """The pack of a topic; topic, days and what is bound in are chosen at the top."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, "迎检材料")
        assert window.desk is not None
        self.desk = window.desk
        self.topic = QComboBox()
        self.topic.setObjectName("pack.topic")
        self.topic.setAccessibleName("主题")
        for topic in TOPICS:
            self.topic.addItem(topic.label, topic.key)
        self.first = self.day_line("pack.from", "开始日期", date(window.year, 1, 1))
        last = min(window.desk.today(), date(window.year, 12, 31))
        self.last = self.day_line("pack.to", "结束日期", max(last, date(window.year, 1, 1)))
        self.forms = self.box("pack.forms", "每条记录的表单")
        self.files = self.box("pack.files", "附件")
        for widget in (QLabel("主题"), self.topic, QLabel("期间"), self.first, QLabel("至"), self.last):
            self.options.addWidget(widget)
        self.options.addWidget(self.forms)
        self.options.addWidget(self.files)
        self.options.addStretch(1)
        self.topic.currentIndexChanged.connect(lambda: self.later.start(PAUSE))

    def day_line(self, name: str, label: str, day: date) -> QLineEdit:
        """A day to type, in every form a clerk writes."""
        line = line_edit(name, label, day.isoformat())
        line.setFixedWidth(px(112))
        line.editingFinished.connect(lambda: self.later.start(PAUSE))
        return line

    def box(self, name: str, label: str) -> QCheckBox:
        """What is bound in, at first everything."""
        box = QCheckBox(label)
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setChecked(True)
        box.toggled.connect(lambda: self.later.start(PAUSE))
        return box

    def asked(self) -> Asked:
        """What is chosen; kinds.Misread where a day is none."""
        reading = kinds.Reading(self.desk.today(), self.window_.year)
        first, last = (kinds.DayKind().read(line.text(), reading) for line in (self.first, self.last))
        if first is None or last is None:
            raise kinds.Misread("请填写开始日期和结束日期。")
        if last < first:
            raise kinds.Misread("结束日期早于开始日期，请检查这两个日期。")
        return Asked(self.topic.currentData(), first, last, self.forms.isChecked(), self.files.isChecked())

    def told(self) -> Told:
        """The pack's print."""
        from app.services.printed import Told

        asked = self.asked()
        hidden = any(self.desk.revealed.values())
        span = period_line(asked.start, asked.end)
        return Told(f"{self.topic.currentText()}迎检材料", "list", "", span, is_hidden=hidden)

    def make(self) -> Make:
        """The pack as chosen."""
        asked = self.asked()

        def write(job: Job, path: Path) -> object:
            from app.services.inspection_pack import write_pack

            return write_pack(self.desk, asked, path, job.progress, job.cancelled)

        return write
