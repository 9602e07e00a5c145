"""改总结的模板: the text at the left, what it gives at the right, its mistakes below; nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QTextBrowser

from app.ui.dialogs.frame import Dialog, button, show_text, text_label
from app.ui.messages import choose, sentence_of, show_failure
from app.ui.pages.lists import ListRow, ListView
from app.ui.pages.template_keeping import UnsavedText
from app.ui.pages.template_preview import preview_html
from app.ui.pages.template_styles import StyleActions
from app.ui.pages.template_text import TemplateText
from app.ui.style import px

if TYPE_CHECKING:
    from app.services.summaries import Draft
    from app.services.templates import Completion, Mistake
    from app.ui.main_window import MainWindow

AFTER = 400
"""Milliseconds without a key before the preview is made anew."""


class TemplateEditor(Dialog):
    """One style's text; what is looked up and made runs off the window's thread."""

    help_page = "18-templates"

    def __init__(self, window: MainWindow, key: str) -> None:
        super().__init__(window, "template", "改总结的模板", 1320, 690)
        assert window.desk is not None
        self.resize(self.size().boundedTo(self.screen().availableSize() - QSize(24, 60)))
        self.desk, self.year, self.key = window.desk, window.year, key
        self.changed = self.looking = self.again = False
        self.kept_text = ""
        self.text = TemplateText()
        self.preview = QTextBrowser()
        self.preview.setObjectName("template.preview")
        self.preview.setAccessibleName("预览")
        self.list = ListView("template.mistakes", "写错的地方", ("行", "写错的地方"))
        self.list.widths(56, 500, stretch=1)
        self.list.setMinimumHeight(px(96))
        self.list.opened.connect(self.go_to)
        self.list.clicked.connect(lambda index: self.list.open_row(index.row()))
        self.state = text_label(role="soft")
        self.state.setObjectName("template.state")
        self.later = QTimer(self, singleShot=True, interval=AFTER)
        self.later.timeout.connect(self.look)
        self.unsaved_text, self.styles = UnsavedText(self), StyleActions(self)
        self.lay_out()
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save)
        self.text.typed.connect(self.typed)
        self.open_style(key)
        window.run_in_background(self.count_all, self.counted, lambda error: None)

    def lay_out(self) -> None:
        """Text and preview, the mistakes, the buttons."""
        parts = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.text, self.preview):
            parts.addWidget(part)
        parts.setSizes([px(760), px(520)])
        parts.setChildrenCollapsible(False)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(parts)
        halves.addWidget(self.list)
        halves.setSizes([px(470), px(110)])
        halves.setChildrenCollapsible(False)
        self.column.addWidget(self.unsaved_text)
        self.column.addWidget(halves, 1)
        self.column.addWidget(self.state)
        self.rename = button("template.rename", "改名", self.styles.rename)
        self.restore = button("template.restore", "恢复原样", self.styles.restore)
        self.copy = button("template.copy", "另存为新样式", self.styles.copy)
        self.keep = button("template.save", "保存", self.save, "primary")
        self.keep.setToolTip("Ctrl+S")
        self.foot(self.rename, self.restore, self.copy, button("template.close", "关闭", self.close), self.keep)
        self.keep.setAutoDefault(False)

    def open_style(self, key: str) -> None:
        """The text that holds, and what an earlier sitting left unsaved."""
        from app.services.templates import has_own, is_own_style, style_named, template_text

        self.key = key
        name = style_named(self.desk, key).name
        own = is_own_style(key)
        self.setWindowTitle(f"改总结的模板：{name}")
        self.rename.setVisible(own)
        self.restore.setText("删除这个样式" if own else "恢复原样")
        self.restore.setAccessibleName(self.restore.text())
        self.restore.setEnabled(own or has_own(self.desk, key))
        try:
            self.show_text(template_text(self.desk, key))
        except ValueError as error:
            self.show_text("")
            show_failure(self, sentence_of(error))
        self.unsaved_text.offer()

    def show_text(self, text: str) -> None:
        """Another text, saved as it is."""
        self.kept_text = text
        self.text.setPlainText(text)
        self.text.document().setModified(False)
        self.unsaved_text.settle()
        self.look()

    @property
    def unsaved(self) -> bool:
        """Whether there is text that is not kept."""
        return self.text.toPlainText() != self.kept_text

    def typed(self) -> None:
        """The preview and the draft follow when the typing pauses."""
        self.later.start()
        self.unsaved_text.later.start()

    def count_all(self, job: object) -> list[Completion]:
        """What may be put in, counted once."""
        from app.services.templates import completions

        return completions(self.desk, self.year)

    def counted(self, found: list[Completion]) -> None:
        """From now on it is offered."""
        self.text.completions = found

    def look(self) -> None:
        """The draft and the mistakes of the text as it stands; one at a time, the last one counts."""
        self.later.stop()
        if self.looking:
            self.again = True
            return
        self.looking, self.again = True, False
        desk, key, year, text = self.desk, self.key, self.year, self.text.toPlainText()

        def work(job: object) -> tuple[Draft | None, list[Mistake]]:
            from app.reports.summaries.composing import TemplateMistake
            from app.services.summaries import draft
            from app.services.templates import mistakes

            found = mistakes(text, desk, year)
            try:
                return draft(desk, key, year, text=text), found
            except TemplateMistake:
                return None, found

        self.window_.run_in_background(work, self.looked, self.not_looked)

    def looked(self, found: tuple[Draft | None, list[Mistake]]) -> None:
        """What the text gives, unless it has changed meanwhile."""
        self.looking = False
        made, wrong = found
        self.text.show_wrong([each.line for each in wrong])
        rows = [ListRow((str(each.line), each.text), each, {0: "broken", 1: "broken"}) for each in wrong]
        self.list.show_rows(rows, wrap=True)
        if made is not None:
            where = self.preview.verticalScrollBar().value()
            self.preview.setHtml(preview_html(made.document))
            self.preview.verticalScrollBar().setValue(where)
        counts = f"{made.characters:,} 字，{len(made.figures)} 个数字，{len(made.dropped)} 句缺数没有写" if made else ""
        told = f"有 {len(wrong)} 处写错，点一下到那一行。" if wrong else "没有写错的地方。"
        stale = "" if made else "右边是改错以前的样子。"
        show_text(self.state, f"{told}{counts}{stale}")
        if self.again:
            self.look()

    def not_looked(self, error: BaseException) -> None:
        """Why there is nothing to see."""
        self.looking = False
        show_text(self.state, sentence_of(error))

    def go_to(self, mistake: Mistake) -> None:
        """To the place of a mistake."""
        self.text.go_to(mistake.line, mistake.column)

    def save(self) -> bool:
        """The text is the office's own from now on; one with mistakes is kept too, and says so."""
        from app.services.templates import save

        try:
            kept = save(self.desk, self.key, self.text.toPlainText())
        except Exception as error:
            show_failure(self, sentence_of(error))
            return False
        self.changed = True
        self.settle_text(kept)
        wrong = self.list.list_model.rowCount()
        show_text(self.state, f"已保存，但还有 {wrong} 处写错，改好以前用它写不出总结。" if wrong else "已保存。")
        return True

    def settle_text(self, kept: str) -> None:
        """What is kept stands in the text; the cursor stays."""
        self.kept_text = kept
        self.unsaved_text.settle()
        if self.text.toPlainText() != kept:
            where = self.text.textCursor().blockNumber() + 1
            self.text.setPlainText(kept)
            self.text.go_to(where)
        self.open_buttons()

    def open_buttons(self) -> None:
        """There is something to go back from."""
        from app.services.templates import has_own

        self.restore.setEnabled(has_own(self.desk, self.key))

    def may_close(self) -> bool:
        """Unsaved text is saved or given up first."""
        if not self.unsaved:
            return True
        answer = choose(self, "模板改过，还没有保存。", ("保存", "不保存"))
        if answer == 1:
            self.unsaved_text.give_up()
            self.kept_text = self.text.toPlainText()
            return True
        return answer == 0 and self.save()

    def reject(self) -> None:
        """Esc and 关闭."""
        if self.may_close():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of the window."""
        if self.may_close():
            event.accept()
        else:
            event.ignore()
