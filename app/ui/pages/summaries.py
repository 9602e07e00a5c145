"""总结: styles at the left, the draft with its figures in the middle, the page at the right."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
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
from app.ui.registers.side import also_buttons, group_label
from app.ui.style import px

if TYPE_CHECKING:
    from app.figures import Traced
    from app.reports.document import Figure
    from app.services.pages import Pages
    from app.services.summaries import Draft
    from app.ui.main_window import MainWindow

YEARS_BACK = 15


class SummariesPage(QWidget):
    """One style and year at a time; long work runs off the window's thread."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.setObjectName("summary")
        self.setAccessibleName("总结")
        self.window_ = window
        self.draft: Draft | None = None
        self.files = Files(self)
        self.figure: Figure | None = None
        self.asked = 0
        self.folder = tempfile.TemporaryDirectory(prefix="taizhang-summary-", ignore_cleanup_errors=True)
        self.destroyed.connect(self.folder.cleanup)
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
        window.year_changed.connect(self.year_changed)

    def styles(self) -> QWidget:
        """The styles, one under another."""
        from app.services.summaries import styles

        self.style_list = QListWidget()
        self.style_list.setObjectName("summary.style")
        self.style_list.setAccessibleName("总结样式")
        self.style_list.setProperty("role", "side")
        self.style_list.setFixedWidth(px(190))
        self.style_list.setWordWrap(True)
        for each in styles(self.window_.desk):
            item = QListWidgetItem(each.name, self.style_list)
            item.setData(Qt.ItemDataRole.UserRole, each.key)
        self.style_list.setCurrentRow(0)
        self.style_list.currentRowChanged.connect(lambda: self.refresh())
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, px(8))
        column.setSpacing(0)
        column.addWidget(self.style_list, 1)
        column.addWidget(group_label("另见", side))
        for entry in also_buttons(self.window_, "summaries", side):
            column.addWidget(entry)
        return side

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
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setHandleWidth(1)
        parts.addWidget(self.text)
        self.below = Below(self.window_)
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
        from app.ui.pages.template_opening import edit_template

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
        self.again = button("summary.again", "重新生成", self.refresh)
        self.template = button("summary.template", "模板…", lambda: edit_template(self))
        self.lint = button("summary.lint", "体检", lambda: self.below.show_remarks(self.draft))
        self.dropped = button("summary.dropped", "未写", lambda: self.below.show_dropped(self.draft))
        self.sources = button("summary.sources", "数据来源表", self.files.save_sources)
        self.pdf = button("summary.pdf", "导出 PDF", self.files.save_pdf)
        self.word = button("summary.export", "导出 Word", self.files.save_word, "primary")
        row.addWidget(self.year)
        row.addWidget(self.state)
        row.add_stretch()
        for widget in (self.again, self.template, self.lint, self.dropped, self.sources, self.pdf, self.word):
            row.addWidget(widget)
        return part

    def page_preview(self) -> QWidget:
        """The official page."""
        self.preview = PaperView("summary.preview", "版面预览")
        self.preview.setProperty("role", "ground")
        self.preview.setMinimumWidth(px(300))
        return self.preview

    def keep(self) -> None:
        """Before the window closes: the PDF of the preview is given back."""
        self.preview.show_pages(None)

    def year_changed(self, year: int) -> None:
        """The year of the window is that of the summary."""
        self.year.setCurrentIndex(self.year.findData(year))
        if self.isVisible():
            self.refresh()

    def chosen_style(self) -> str:
        """Key of the style at hand."""
        item = self.style_list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else "annual"

    def refresh(self) -> None:
        """The draft is made anew; the page follows it."""
        desk, key, year = self.window_.desk, self.chosen_style(), self.window_.year
        assert desk is not None
        self.asked += 1
        number = self.asked
        path = Path(self.folder.name) / f"{number}.pdf"
        self.state.setText("正在生成……")
        self.style_list.setFixedWidth(max(px(190), self.style_list.sizeHintForColumn(0) + px(8)))

        def write(job: object) -> Draft:
            from app.services.summaries import draft

            return draft(desk, key, year)

        def written(made: Draft) -> None:
            if number == self.asked:
                self.show_draft(made)
                self.window_.run_in_background(draw, drawn)

        def draw(job: object) -> Pages:
            from app.services.pages import Pages
            from app.services.summaries import write_pdf_of

            assert self.draft is not None
            write_pdf_of(self.draft, path)
            pages = Pages(path)
            path.unlink()
            return pages

        def drawn(pages: Pages) -> None:
            if number == self.asked and self.draft is not None:
                self.preview.show_pages(pages, f"{self.draft.characters:,} 字")

        self.window_.run_in_background(write, written, self.not_made)

    def not_made(self, error: BaseException) -> None:
        """Why there is no draft."""
        from app.ui.messages import sentence_of

        self.draft = None
        self.text.show_draft(None)
        self.preview.show_pages(None)
        self.state.setText("")
        self.window_.fail(sentence_of(error))

    def show_draft(self, made: Draft) -> None:
        """Text, counts and what is to be looked at."""
        self.draft = made
        self.text.show_draft(made)
        over = made.characters > made.style.limit
        self.state.setText(f"{made.characters:,} 字")
        told = f"{len(made.figures)} 个数字；限 {made.style.limit:,} 字" + ("，已超过" if over else "")
        self.state.setToolTip(told)
        self.lint.setText(f"体检 {len(made.remarks)}" if made.remarks else "体检")
        self.dropped.setText(f"未写 {len(made.dropped)}" if made.dropped else "未写")
        self.dropped.setEnabled(bool(made.dropped))
        self.below.hide()

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
