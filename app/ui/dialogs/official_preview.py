"""A red-head paper, a letter or minutes as it will look on paper; then the printer, a PDF, or Word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QPushButton

from app.ui.dialogs.export_dialog import usual_folder, with_suffix
from app.ui.dialogs.form_preview import FormPreview
from app.ui.dialogs.frame import button

if TYPE_CHECKING:
    from app.ui.background import Job
    from app.ui.main_window import MainWindow


class OfficialPreview(FormPreview):
    """A red-head paper, a letter or minutes of one record: looked at, printed, kept as PDF or written on in Word."""

    help_page = "17-redhead"

    def __init__(self, window: MainWindow, form: str, label: str, record: int) -> None:
        super().__init__(window, form, label, [record])

    def more_buttons(self) -> tuple[QPushButton, ...]:
        """The paper can be written on in Word."""
        self.word = button("preview.word", "存为 Word", self.save_word)
        return (self.word,)

    def busy(self, is_busy: bool) -> None:
        """Nothing is kept before it is made; over a printed head only paper is made, no Word file."""
        super().busy(is_busy)
        self.word.setEnabled(self.save.isEnabled() and not self.over.isChecked())

    def save_word(self) -> None:
        """The same paper as a Word file where the person wants it, made off the window's thread."""
        proposed = str(usual_folder(self.window_) / f"{self.title}.docx")
        chosen, _ = QFileDialog.getSaveFileName(self, "存为 Word", proposed, "Word 文件 (*.docx)")
        if not chosen:
            return
        target = with_suffix(chosen, ".docx")

        def work(job: Job) -> None:
            from app.services.official import write

            write(self.desk, self.form, self.records[0], target)

        self.run("正在写 Word 文件……", work, lambda _: self.kept(target))

    def kept(self, target: Path) -> None:
        """The folder is remembered, and the person told."""
        self.window_.remembered.setValue("folder", str(target.parent))
        self.window_.toast(f"已存为「{target.name}」。")
