"""打印细则: the 实施细则 with the limits as they are set today, as a Word file written off the window's thread."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.dialogs.export_dialog import usual_folder, with_suffix

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

NAME = "改进工作作风密切联系群众实施细则.docx"
WORD = "Word 文档 (*.docx)"


def save_rulebook(window: MainWindow, above: QWidget) -> None:
    """Asks where the file goes; nothing is written where the person gives up."""
    chosen, _ = QFileDialog.getSaveFileName(above, "导出实施细则", str(usual_folder(window) / NAME), WORD)
    if chosen:
        path = with_suffix(chosen, ".docx")
        window.remembered.setValue("folder", str(path.parent))
        write_rulebook_to(window, path)


def write_rulebook_to(window: MainWindow, path: Path) -> None:
    """The rules as they are set; written elsewhere first, so that a broken-off file leaves nothing."""
    desk = window.desk
    assert desk is not None

    def work(job: object) -> None:
        from app.services.pages import keep_copy
        from app.services.summaries import write_rulebook

        with tempfile.TemporaryDirectory() as folder:
            beside = Path(folder) / path.name
            write_rulebook(desk, beside)
            keep_copy(beside, path)

    window.run_in_background(work, lambda _: window.toast(f"已导出「{path.name}」。"), None, "正在导出")
