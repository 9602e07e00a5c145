"""总结: styles and material at the left, the draft to edit in the middle, the page at the right."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.ui.dialogs.frame import button
from app.ui.flow import Flow
from app.ui.pages.draft_view import DraftView
from app.ui.pages.paper_view import PaperView
from app.ui.pages.summary_below import Below
from app.ui.pages.summary_files import Files
from app.ui.pages.summary_material import MaterialSide
from app.ui.pages.summary_texts import Texts
from app.ui.registers.side import also_buttons, group_label
from app.ui.style import px

if TYPE_CHECKING:
    from app.figures import Traced
    from app.papers.remarks import Remark
    from app.reports.document import Figure
    from app.services.drafts import Working
    from app.services.pages import Pages
    from app.services.summaries import Draft
    from app.ui.main_window import MainWindow

YEARS_BACK = 15
PAUSE = 2000
"""Milliseconds after the last key before the text is kept and the page drawn again."""


class SummariesPage(QWidget):
    """One style and year at a time; long work runs off the window's thread."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.setObjectName("summary")
        self.setAccessibleName("总结")
        self.window_ = window
        self.draft: Draft | None = None
        self.working: Working | None = None
        self.files = Files(self)
        self.texts = Texts(self)
        self.figure: Figure | None = None
        self.asked = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.styles())
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setHandleWidth(1)
        parts.addWidget(self.middle())
        parts.addWidget(self.page_preview())
        parts.setSizes([px(740), px(430)])
        parts.setStretchFactor(0, 1)
        parts.setChildrenCollapsible(False)
        row.addWidget(parts, 1)
        self.later = QTimer(self, singleShot=True, interval=PAUSE)
        self.later.timeout.connect(self.keep_edits)
        self.text.edited.connect(self.typed)
        window.year_changed.connect(self.year_changed)

    def styles(self) -> QWidget:
        """The styles, one under another, and the material below them."""
        self.style_list = QListWidget()
        self.style_list.setObjectName("summary.style")
        self.style_list.setAccessibleName("总结样式")
        self.style_list.setProperty("role", "side")
        self.style_list.setFixedWidth(px(190))
        self.style_list.setWordWrap(True)
        self.style_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_styles("annual")
        self.style_list.currentRowChanged.connect(lambda: self.change_text())
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, px(8))
        column.setSpacing(0)
        column.addWidget(self.style_list, 1)
        self.material = MaterialSide(self)
        column.addWidget(group_label("材料", side))
        column.addWidget(self.material)
        column.addWidget(group_label("另见", side))
        for entry in also_buttons(self.window_, "summaries", side):
            column.addWidget(entry)
        return side

    def show_styles(self, chosen: str) -> None:
        """The styles there are, one of them chosen; nothing is made anew by that."""
        from app.services.summaries import styles

        self.style_list.blockSignals(True)
        self.style_list.clear()
        for at, each in enumerate(styles(self.window_.desk)):
            item = QListWidgetItem(each.name, self.style_list)
            item.setData(Qt.ItemDataRole.UserRole, each.key)
            if each.key == chosen:
                self.style_list.setCurrentRow(at)
        self.style_list.blockSignals(False)

    def middle(self) -> QWidget:
        """Tools, the draft, and what was asked about it under it."""
        part = QWidget()
        part.setProperty("role", "paper")
        part.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools())
        self.text = DraftView()
        self.text.figure_chosen.connect(self.show_figure)
        self.text.remark_chosen.connect(self.answer_remark)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setHandleWidth(1)
        parts.addWidget(self.text)
        self.below = Below(self.window_)
        self.below.told.connect(self.show_figure)
        parts.addWidget(self.below)
        parts.setStretchFactor(0, 1)
        parts.setChildrenCollapsible(False)
        column.addWidget(parts, 1)
        return part

    def tools(self) -> QWidget:
        """Year, counts and the actions, in two lines where one does not suffice."""
        part = QWidget()
        policy = part.sizePolicy()
        policy.setHeightForWidth(True)
        part.setSizePolicy(policy)
        row = Flow(part, gap=6, margins=(14, 9, 14, 9))
        self.year = QComboBox()
        self.year.setObjectName("summary.year")
        self.year.setAccessibleName("总结年度")
        this_year = self.window_.desk.today().year if self.window_.desk else self.window_.year
        for year in range(this_year + 1, this_year - YEARS_BACK, -1):
            self.year.addItem(f"{year} 年度", year)
        self.year.setCurrentIndex(self.year.findData(self.window_.year))
        self.year.activated.connect(lambda: self.window_.set_year(self.year.currentData()))
        self.state = QLabel("")
        self.state.setObjectName("summary.state")
        self.state.setProperty("role", "soft")
        self.compared = button("summary.compared", "", lambda: self.below.show_compared(self.working))
        self.again = button("summary.again", "重新生成", self.change_text)
        self.lint = button("summary.lint", "体检", lambda: self.below.show_remarks(self.draft))
        self.dropped = button("summary.dropped", "未写", lambda: self.below.show_dropped(self.draft))
        self.word = button("summary.export", "导出 Word", self.files.save_word, "primary")
        row.addWidget(self.year)
        row.addWidget(self.state)
        row.addWidget(self.compared)
        row.add_stretch()
        for widget in (self.again, self.more(), self.lint, self.dropped, self.word):
            row.addWidget(widget)
        return part

    def more(self) -> QPushButton:
        """What one asks for less often."""
        from app.ui.pages.template_opening import edit_template

        menu = QMenu(self)
        self.actions_: dict[str, QAction] = {}
        for name, label, does in (
            ("template", "模板…", lambda: edit_template(self)),
            ("own", "填写自己的话…", self.texts.fill_words),
            ("last_year", "以上年稿为底稿…", self.texts.start_from_last_year),
            ("versions", "历史稿", self.texts.show_versions),
            ("discard", "恢复生成稿…", self.texts.discard),
            ("annex", "附数据对比表和图", self.change_text),
            ("sources", "导出数据来源表…", self.files.save_sources),
            ("pdf", "导出 PDF…", self.files.save_pdf),
            ("clauses", "导出实施细则全文…", self.files.save_clauses),
        ):
            action = menu.addAction(label)
            action.setObjectName(f"summary.{name}")
            action.setCheckable(name == "annex")
            action.triggered.connect(lambda _=False, does=does: does())
            self.actions_[name] = action
        opener = button("summary.more", "更多", lambda: None)
        opener.setMenu(menu)
        return opener

    def page_preview(self) -> QWidget:
        """The official page."""
        self.preview = PaperView("summary.preview", "版面预览")
        self.preview.setProperty("role", "ground")
        self.preview.setMinimumWidth(px(300))
        return self.preview

    def keep(self) -> None:
        """Before the window closes: what was typed is kept, the PDF of the preview given back."""
        self.later.stop()
        self.texts.keep_now()
        self.preview.show_pages(None)

    def year_changed(self, year: int) -> None:
        """The year of the window is that of the summary."""
        self.year.setCurrentIndex(self.year.findData(year))
        if self.isVisible():
            self.change_text()

    def chosen_style(self) -> str:
        """Key of the style at hand."""
        item = self.style_list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else "annual"

    def change_text(self) -> None:
        """Another text is asked for; what was typed into the one at hand is kept first."""
        self.later.stop()
        if self.texts.are_kept():
            self.refresh()
        elif self.working is not None:
            self.show_styles(self.working.draft.style.key)

    def refresh(self) -> None:
        """The text is made anew under the clerk's edits; the page follows it."""
        desk, key, year = self.window_.desk, self.chosen_style(), self.window_.year
        assert desk is not None
        self.asked += 1
        number, annex = self.asked, self.actions_["annex"].isChecked()
        self.state.setText("正在生成……")

        def write(job: object) -> Working:
            from app.services.drafts import present

            return present(desk, key, year, annex)

        def written(working: Working) -> None:
            if number == self.asked:
                self.show_working(working)
                self.draw(number)

        self.window_.run_in_background(write, written, self.not_made)

    def draw(self, number: int) -> None:
        """The pages of the draft at hand, off the window's thread."""
        made = self.draft
        assert made is not None

        def paint(job: object) -> Pages:
            from app.services.pages import Pages
            from app.services.summaries import write_pdf_of

            with tempfile.TemporaryDirectory(prefix="taizhang-summary-", ignore_cleanup_errors=True) as folder:
                path = Path(folder) / "总结.pdf"
                write_pdf_of(made, path)
                return Pages(path)

        def painted(pages: Pages) -> None:
            if number == self.asked and self.draft is made:
                self.preview.show_pages(pages, f"{made.characters:,} 字")

        self.window_.run_in_background(paint, painted, self.window_not_drawn)

    def window_not_drawn(self, error: BaseException) -> None:
        """Why there is no page; the text stays."""
        from app.ui.messages import sentence_of

        self.preview.show_pages(None)
        self.window_.fail(sentence_of(error))

    def not_made(self, error: BaseException) -> None:
        """Why there is no draft."""
        from app.ui.messages import sentence_of

        self.draft = self.working = None
        self.text.show_draft(None)
        self.preview.show_pages(None)
        self.state.setText("")
        self.window_.fail(sentence_of(error))

    def show_working(self, working: Working) -> None:
        """Text, counts and what is to be looked at."""
        self.working = working
        self.text.show_draft(working.draft)
        self.show_counts(working.draft)
        told = f" · 与上次相比 {len(working.compared)} 处" if working.compared else ""
        self.compared.setText(f"第 {working.number} 稿{told}")
        self.compared.setAccessibleName("与上次相比")
        self.compared.setEnabled(bool(working.compared))
        self.actions_["discard"].setEnabled(working.is_edited)
        self.below.hide()
        self.material.count()
        self.texts.inserted.clear()
        if working.is_damaged:
            self.window_.toast("上次改过的稿子已损坏，现在是重新生成的稿子，请从「更多」里的「历史稿」另选一份。")
        if working.lost:
            names = "、".join(dict.fromkeys(figure.label for figure in working.lost))
            self.window_.toast(f"改过的段落里有 {len(working.lost)} 个数字已不能由台账得出，仍是原来的写法：{names}。")

    def show_counts(self, made: Draft) -> None:
        """The draft at hand, its length and remarks."""
        self.draft = made
        over = made.characters > made.style.limit
        self.state.setText(f"{made.characters:,} 字")
        told = f"{len(made.figures)} 个数字；限 {made.style.limit:,} 字" + ("，已超过" if over else "")
        self.state.setToolTip(told)
        self.lint.setText(f"体检 {len(made.remarks)}" if made.remarks else "体检")
        self.dropped.setText(f"未写 {len(made.dropped)}" if made.dropped else "未写")
        self.dropped.setEnabled(bool(made.dropped))

    def typed(self) -> None:
        """The clerk edits; a while after the last key the text is kept."""
        self.later.start()

    def keep_edits(self) -> None:
        """The text as typed is kept and judged, and the page drawn again."""
        self.texts.keep_in_background()

    def answer_remark(self, remark: Remark) -> None:
        """What a remark in the text offers: a figure for a number typed by hand."""
        self.texts.answer(remark)

    def show_figure(self, figure: Figure) -> None:
        """The records behind a figure of the text."""
        desk = self.window_.desk
        assert desk is not None
        self.figure = figure

        def work(job: object) -> tuple[str, list[Traced]]:
            from app.services.counting import counting_rule
            from app.services.summaries import records_behind

            with desk.store.read() as connection:
                return counting_rule(figure.key), records_behind(connection, figure)

        def done(found: tuple[str, list[Traced]]) -> None:
            if figure is self.figure:
                self.below.show_records(figure, *found)

        self.window_.run_in_background(work, done)
