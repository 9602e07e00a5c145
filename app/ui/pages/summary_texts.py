"""What a clerk does with a summary's texts: keep them, bring them back, start from last year's, fill in own words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QInputDialog, QPlainTextEdit

from app.reports.saved import Unreadable
from app.ui.dialogs.frame import Dialog, button, text_label
from app.ui.messages import ask
from app.ui.style import px

if TYPE_CHECKING:
    from app.papers.remarks import Remark
    from app.reports.document import Document, Figure
    from app.services.drafts import Version
    from app.services.summaries import Draft
    from app.ui.pages.summaries import SummariesPage

HAND = re.compile(r"「([\d,.]+[^\d「」]{0,3})」")


class Texts:
    """Serves one page."""

    def __init__(self, page: SummariesPage) -> None:
        self.page, self.window_ = page, page.window_
        self.inserted: list[str] = []
        """Material put into the text by hand since it was shown."""

    def keep_now(self) -> None:
        """Keeps what was typed, if anything; StoreError where that cannot be, and then it still stands there."""
        from app.services import drafts

        if not self.page.text.document().isModified():
            return
        desk, working, document = self.window_.desk, self.page.working, self.page.text.read()
        if desk is not None and working is not None and document is not None:
            drafts.keep(desk, working, document, self.inserted, autosave=True)
            self.page.text.document().setModified(False)

    def are_kept(self) -> bool:
        """Keeps what was typed before something else happens; where it cannot be kept a sentence says why."""
        return self.tried(self.keep_now)

    def tried(self, work: Callable[[], object]) -> bool:
        """Whether the work was done; where the data could not be written a sentence says why."""
        from app.services.drafts import NoVersion
        from app.store.errors import StoreError

        try:
            work()
        except (StoreError, NoVersion, Unreadable) as error:
            self.window_.fail(str(error))
            return False
        return True

    def keep_in_background(self) -> None:
        """Keeps what was typed, and judges it, off the window's thread."""
        from app.services import drafts

        page, desk, working = self.page, self.window_.desk, self.page.working
        document = page.text.read()
        if desk is None or working is None or document is None or not page.text.document().isModified():
            return
        material, number = tuple(self.inserted), page.asked
        page.text.document().setModified(False)

        def work(job: object) -> Draft:
            drafts.keep(desk, working, document, material, autosave=True)
            return drafts.judged_again(desk, working, document, (*working.draft.material, *material))

        def done(made: Draft) -> None:
            if number == page.asked:
                page.show_counts(made)
                if not page.text.document().isModified():
                    page.text.show_remarks(made.remarks)
                    page.text.document().setModified(False)
                page.draw(number)
                page.actions_["discard"].setEnabled(True)

        self.window_.run_in_background(work, done, self.not_kept)

    def not_kept(self, error: BaseException) -> None:
        """Why the text could not be kept; it stays on the screen and is tried again with the next key."""
        from app.ui.messages import sentence_of

        self.page.text.document().setModified(True)
        self.window_.fail(sentence_of(error))

    def show_versions(self) -> None:
        """The kept texts, newest first; one that is opened becomes the present one."""
        from app.services import drafts

        desk = self.window_.desk
        assert desk is not None
        if not self.are_kept():
            return
        found = drafts.versions(desk, self.page.chosen_style(), self.window_.year)
        self.page.below.show_versions(found, self.restore)

    def restore(self, one: Version) -> None:
        """A kept text is the present one again, after asking."""
        from app.services import drafts

        desk = self.window_.desk
        if desk is None:
            return
        told = f"恢复第 {one.number} 稿（{one.at:%Y-%m-%d %H:%M}，{one.who}）？现在的稿子留在历史稿里。"
        if one.characters is None:
            self.window_.toast(f"第 {one.number} 稿已损坏，不能恢复，请选另一稿。")
        elif ask(self.window_, told, "恢复") and self.are_kept() and self.tried(lambda: drafts.restore(desk, one.id)):
            self.page.refresh()

    def discard(self) -> None:
        """Back to the text as generated, after asking."""
        from app.services import drafts

        desk, working = self.window_.desk, self.page.working
        if desk is None or working is None:
            return
        told = "不要自己改过的文字，恢复成按台账生成的稿子？改过的稿子留在历史稿里。"
        if ask(self.window_, told, "恢复") and self.are_kept() and self.tried(lambda: drafts.discard(desk, working)):
            self.page.refresh()

    def start_from_last_year(self) -> None:
        """Last year's text with this year's numbers, after asking."""
        from app.services import drafts

        desk, working, style, year = self.window_.desk, self.page.working, self.page.chosen_style(), self.window_.year
        if desk is None or working is None:
            return
        if not ask(
            self.window_, f"用 {year - 1} 年的稿子作底稿，数字换成 {year} 年的？现在的稿子留在历史稿里。", "套用"
        ):
            return
        if not self.are_kept():
            return

        def work(job: object) -> tuple[Document, tuple[Figure, ...]]:
            return drafts.from_last_year(desk, style, year)

        def done(found: tuple[Document, tuple[Figure, ...]]) -> None:
            document, lost = found
            if not self.tried(lambda: drafts.keep(desk, working, document)):
                return
            self.page.refresh()
            if lost:
                self.window_.toast(f"有 {len(lost)} 个数字今年台账里没有，仍是上年的写法，请逐个核对。")

        self.window_.run_in_background(work, done, None, "正在套用上年稿")

    def fill_words(self) -> None:
        """The places for the clerk's own words."""
        if self.are_kept() and OwnWords(self.page).exec():
            self.page.refresh()

    def answer(self, remark: Remark) -> None:
        """A number typed by hand becomes a figure of the year that is written just so."""
        from app.services import drafts

        found, desk, made = HAND.search(remark.text), self.window_.desk, self.page.draft
        if desk is None or made is None or found is None or "未溯源" not in remark.text:
            self.page.below.show_remarks(made)
            return
        words, year, upto = found[1], self.window_.year, made.period.end
        upto_given = None if (upto.month, upto.day) == (12, 31) else upto

        def work(job: object) -> list[Figure]:
            return drafts.proposals(desk, year, words, upto_given) or drafts.proposals(
                desk, year, re.sub(r"\D+$", "", words), upto_given
            )

        self.window_.run_in_background(work, lambda offered: self.offer(words, offered, remark.place))

    def offer(self, words: str, offered: list[Figure], place: str = "") -> None:
        """Puts the figure that the clerk chooses in the place of the number."""
        if not offered:
            self.window_.toast(f"台账里没有写作「{words}」的数字，请核对后保留，或改成台账里的数字。")
            return
        names = [f"{figure.label}　{figure.words}" for figure in offered]
        chosen, yes = QInputDialog.getItem(self.page, "改用数字", f"「{words}」改用台账里的数字：", names, 0, False)
        if yes and self.page.text.find_number(words, place):
            self.page.text.insert_figure(offered[names.index(chosen)])


class OwnWords(Dialog):
    """填写自己的话: one box for each place that the template names."""

    help_page = "11-summary"

    def __init__(self, page: SummariesPage) -> None:
        from app.services import drafts
        from app.services.summaries import template_of

        super().__init__(page.window_, "summary.words", "填写自己的话", 620, 560)
        desk, self.texts = page.window_.desk, page.texts
        assert desk is not None
        self.desk, self.style_key, self.year = desk, page.chosen_style(), page.window_.year
        kept = drafts.own_words(desk, self.style_key, self.year)
        last = drafts.own_words(desk, self.style_key, self.year - 1)
        self.column.addWidget(text_label("填了的写进总结里相应的地方，不填的由台账生成或不写。灰色的是上年写的话。"))
        form = QFormLayout()
        form.setVerticalSpacing(px(8))
        self.boxes: dict[str, QPlainTextEdit] = {}
        for place in drafts.places(template_of(desk, self.style_key)):
            box = QPlainTextEdit(kept.get(place, ""))
            box.setObjectName(f"words.{place}")
            box.setAccessibleName(place)
            box.setPlaceholderText(last.get(place, ""))
            box.setTabChangesFocus(True)
            box.setMaximumHeight(px(92))
            form.addRow(place, box)
            self.boxes[place] = box
        self.column.addLayout(form)
        self.column.addStretch(1)
        self.foot(button("words.save", "保存", self.save, "primary"), button("words.close", "关闭", self.reject))

    def save(self) -> None:
        """Keeps the words; the text is made anew."""
        from app.services import drafts

        words = {place: box.toPlainText() for place, box in self.boxes.items()}
        if self.texts.tried(lambda: drafts.keep_words(self.desk, self.style_key, self.year, words)):
            self.accept()
