"""设置: names of the office, holidays, first numbers, limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.dialogs.frame import Dialog, button, cleared, line_edit, show_text, text_label
from app.ui.dialogs.holidays import HolidaysPage
from app.ui.dialogs.limits import LimitsPage
from app.ui.dialogs.rule_sets import RuleSetsPage
from app.ui.pages.cards import heading
from app.ui.style import px

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

PAGES = ("本办", "放假安排", "起始号", "规定", "规定分组")
HELP = {
    "本办": "13-data",
    "放假安排": "08-leave",
    "起始号": "09-numbers",
    "规定分组": "10-figures",
    "规定": "10-figures",
}
NAMES = (("county", "所属县（市、区）"), ("town", "乡镇名称"), ("office", "办公室名称"))


class SettingsDialog(Dialog):
    """The pages at the left, one of them at the right; each keeps what is changed on it."""

    help_page = "13-data"

    def __init__(self, window: MainWindow, page: str = "本办") -> None:
        super().__init__(window, "settings", "设置", 1000, 640)
        self.list = QListWidget()
        self.list.setObjectName("settings.pages")
        self.list.setAccessibleName("设置的页面")
        self.list.setProperty("role", "side")
        self.list.setFixedWidth(px(150))
        for label in PAGES:
            QListWidgetItem(label, self.list).setSizeHint(QSize(0, px(36)))
        self.stack = QStackedWidget()
        limits, sets = LimitsPage(window), RuleSetsPage(window)
        sets.switched.connect(limits.refresh)
        for made in (OfficePage(window), HolidaysPage(window), SeriesPage(window), limits, sets):
            self.stack.addWidget(made)
        self.list.currentRowChanged.connect(self.show_page)
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        self.column.addLayout(row, 1)
        self.foot(button("settings.close", "关闭", self.accept))
        self.list.setCurrentRow(PAGES.index(page))

    def show_page(self, at: int) -> None:
        """One page; the sources as the page of the limits left them."""
        self.stack.setCurrentIndex(at)
        page = self.stack.currentWidget()
        if isinstance(page, RuleSetsPage):
            page.refresh()

    def open_manual(self) -> None:
        """The manual's page of the settings at hand."""
        self.help_page = HELP[PAGES[self.list.currentRow()]]
        super().open_manual()


class OfficePage(QWidget):
    """What stands on paper, 大字, and where the data lie."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        from app.services.settings import names_of

        assert window.desk is not None
        self.window_, self.desk = window, window.desk
        given = names_of(self.desk)
        self.lines = {key: line_edit(f"settings.{key}", label, given[key]) for key, label in NAMES}
        form = QFormLayout()
        form.setVerticalSpacing(px(10))
        for key, label in NAMES:
            form.addRow(label, self.lines[key])
        self.big = QCheckBox("大字（整个窗口放大四分之一）")
        self.big.setObjectName("settings.big")
        self.big.setAccessibleName("大字")
        self.big.setChecked(window.remembered.value("big", "false") in (True, "true"))
        self.big.toggled.connect(self.switch_big)
        self.wrong = text_label(role="red")
        self.wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(heading("本办"))
        column.addLayout(form)
        column.addWidget(text_label("这些名称印在登记簿、表单和总结上。", "faint"))
        column.addWidget(self.wrong)
        save = QHBoxLayout()
        save.addWidget(button("settings.save", "保存名称", self.save, "primary"))
        save.addStretch(1)
        column.addLayout(save)
        column.addSpacing(px(10))
        column.addWidget(self.big)
        column.addSpacing(px(10))
        column.addWidget(heading("数据目录"))
        column.addWidget(text_label(str(self.desk.store.folder), "soft"))
        row = QHBoxLayout()
        row.addWidget(button("settings.folder", "打开文件夹", self.open_folder))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def save(self) -> None:
        """The names are kept and shown."""
        from app.services.holidays import BadSetting
        from app.services.settings import set_names

        try:
            set_names(self.desk, {key: line.text() for key, line in self.lines.items()})
        except BadSetting as error:
            show_text(self.wrong, str(error))
            return
        show_text(self.wrong, "")
        self.window_.office_label.setText(self.lines["office"].text().strip())
        self.window_.toast("名称已保存。")

    def switch_big(self, big: bool) -> None:
        """大字 on or off."""
        from app.ui.shell_parts import switch_big

        switch_big(self.window_, big)

    def open_folder(self) -> None:
        """The folder in the system's own window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.store.folder)))


class SeriesPage(QWidget):
    """The next number of each series in the year of the window, and how to begin elsewhere than at 1."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        assert window.desk is not None
        self.window_, self.desk, self.year = window, window.desk, window.year
        self.lines: dict[str, QLineEdit] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(heading(f"起始号（{self.year} 年）"))
        column.addWidget(text_label("年中才开始用的，写明下一个号；已经用过的号不会再发。", "faint"))
        inner = QWidget()
        self.form = QFormLayout(inner)
        self.form.setVerticalSpacing(px(8))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        column.addWidget(area, 1)
        self.code = line_edit("settings.series.code", "机关代字", hint="如 云政发")
        self.code.setFixedWidth(px(140))
        row = QHBoxLayout()
        row.addWidget(text_label("另加一个机关代字"))
        row.addWidget(self.code)
        row.addWidget(button("settings.series.add", "添加", self.add_code))
        row.addStretch(1)
        column.addLayout(row)
        self.wrong = text_label(role="red")
        self.wrong.hide()
        column.addWidget(self.wrong)
        save = QHBoxLayout()
        save.addWidget(button("settings.series.save", "保存起始号", self.save, "primary"))
        save.addStretch(1)
        column.addLayout(save)
        self.refresh()

    def refresh(self) -> None:
        """The series as they stand."""
        from app.services.settings import series_of

        cleared(self.form)
        self.lines.clear()
        for each in series_of(self.desk, self.year):
            self.add_line(
                each.key, each.label, each.next, f"已用到 {each.highest} 号" if each.highest else "还没有编号"
            )

    def add_line(self, key: str, label: str, number: int, remark: str) -> None:
        """One series with its next number."""
        line = line_edit(f"settings.series.{key}", f"{label}下一个号", str(number))
        line.setFixedWidth(px(90))
        self.lines[key] = line
        row = QHBoxLayout()
        row.addWidget(line)
        row.addWidget(text_label(remark, "faint"), 1)
        self.form.addRow(label, row)

    def add_code(self) -> None:
        """A 机关代字 of which there is no paper yet."""
        code = self.code.text().strip()
        if code and f"outgoing:{code}" not in self.lines:
            self.add_line(f"outgoing:{code}", f"发文字号　{code}〔{self.year}〕", 1, "还没有编号")
            self.code.clear()

    def save(self) -> None:
        """The numbers that were changed are kept, or none where one is wrong."""
        from app.services.holidays import BadSetting
        from app.services.settings import series_of, set_first

        now = {each.key: each.next for each in series_of(self.desk, self.year)}
        try:
            wanted = {key: self.number(line) for key, line in self.lines.items()}
            for key, number in wanted.items():
                if number != now.get(key, 1):
                    set_first(self.desk, key, self.year, number)
        except BadSetting as error:
            show_text(self.wrong, str(error))
            return
        show_text(self.wrong, "")
        self.refresh()
        self.window_.toast("起始号已保存。")

    def number(self, line: QLineEdit) -> int:
        """The number typed, from 1 up."""
        from app.services.holidays import BadSetting

        text = line.text().strip()
        if not text.isdecimal() or not 1 <= int(text) <= 999_999:
            raise BadSetting(f"「{text}」不是号码，请填写从 1 起的整数。")
        return int(text)
