"""A summary into files: Word, PDF, 数据来源表; each written off the window's thread from what stands in the draft."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from app.ui.dialogs.export_dialog import usual_folder, with_suffix
from app.ui.dialogs.rulebook import save_rulebook

if TYPE_CHECKING:
    from app.services.summaries import Draft
    from app.ui.pages.summaries import SummariesPage

WORD, PDF = "Word 文档 (*.docx)", "PDF 文件 (*.pdf)"


class Files:
    """Asks where a file goes, and writes it."""

    def __init__(self, page: SummariesPage) -> None:
        self.page, self.window_ = page, page.window_

    def ask_path(self, title: str, suffix: str, kind: str, more: str = "") -> Path | None:
        """Where a file goes, asked by the system's own window; None where the person gave up or there is no draft."""
        if self.page.draft is None:
            return None
        name = "".join(self.page.draft.document.title) + more + suffix
        chosen, _ = QFileDialog.getSaveFileName(self.page, title, str(usual_folder(self.window_) / name), kind)
        if not chosen:
            return None
        path = with_suffix(chosen, suffix)
        self.window_.remembered.setValue("folder", str(path.parent))
        return path

    def save_word(self) -> None:
        """The summary as a Word file."""
        if path := self.ask_path("导出 Word", ".docx", WORD):
            self.write_word(path)

    def save_pdf(self) -> None:
        """The summary as PDF."""
        if path := self.ask_path("导出 PDF", ".pdf", PDF):
            self.write_pdf(path)

    def save_sources(self) -> None:
        """数据来源表 as a Word file."""
        if path := self.ask_path("数据来源表", ".docx", WORD, "数据来源表"):
            self.write_sources(path)

    def save_clauses(self) -> None:
        """The 实施细则 with the office's present limits as a Word file; it needs no draft."""
        save_rulebook(self.window_, self.page)

    def write_word(self, path: Path) -> None:
        """The draft on the official page; a frozen copy is kept."""
        from app.services.summaries import write_word_of

        self.write(path, write_word_of, freeze=True)

    def write_pdf(self, path: Path) -> None:
        """The same page as PDF; a frozen copy is kept."""
        from app.services.summaries import write_pdf_of

        self.write(path, write_pdf_of, freeze=True)

    def write_sources(self, path: Path) -> None:
        """Every number with the records behind it."""
        from app.services.summaries import write_sources

        desk = self.window_.desk
        assert desk is not None
        self.write(path, lambda made, out: write_sources(desk, made, out))

    def write(self, path: Path, how: Callable[[Draft, Path], None], freeze: bool = False) -> None:
        """Written elsewhere first, so that a broken-off file leaves nothing; as it stands on the screen."""
        made, document, working = self.page.draft, self.page.text.read(), self.page.working
        base = working.base if working is not None else None
        desk = self.window_.desk
        if made is None or document is None or desk is None:
            return
        if document != made.document:
            if not self.page.texts.are_kept():
                return
            made = replace(made, document=document)

        def work(job: object) -> None:
            from app.services import drafts
            from app.services.pages import keep_copy

            with tempfile.TemporaryDirectory() as folder:
                beside = Path(folder) / path.name
                how(made, beside)
                keep_copy(beside, path)
            if freeze:
                drafts.freeze(desk, made, path.name, base)

        self.window_.run_in_background(work, lambda _: self.window_.toast(f"已导出「{path.name}」。"), None, "正在导出")
