"""The manual in a window of its own: pages at the left, text at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QWidget

from app.ui.style import px

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "manual"


class Manual(QDialog):
    """Every page of resources/manual, opened at one of them."""

    def __init__(self, parent: QWidget, at: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("使用说明")
        self.setObjectName("manual")
        self.resize(px(900), px(640))
        self.paths = sorted(FOLDER.glob("*.md"))
        self.pages = QListWidget(self)
        self.pages.setAccessibleName("目录")
        self.pages.setFixedWidth(px(220))
        for path in self.paths:
            self.pages.addItem(path.read_text(encoding="utf-8").partition("\n")[0].lstrip("# "))
        self.text = QTextBrowser(self)
        self.text.setAccessibleName("说明")
        row = QHBoxLayout(self)
        row.addWidget(self.pages)
        row.addWidget(self.text, 1)
        self.pages.currentRowChanged.connect(self._show)
        stems = [path.stem for path in self.paths]
        self.pages.setCurrentRow(stems.index(at) if at in stems else 0)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self.paths):
            self.text.setMarkdown(self.paths[row].read_text(encoding="utf-8"))
