"""The manual in a window of its own: a list that can be searched at the left, the page at the right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.ui.style import px

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "manual"
HEADINGS = {1: 21, 2: 17}
ROOM = 60
"""Pixels at 100 % that a page keeps free beside its pictures."""
PICTURE = "\ufffc"
"""The character that stands for a picture in a text."""
LINE = 145
"""Per cent of a line's height."""


class Reader(QTextBrowser):
    """A page with its pictures, none wider than the page."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture beside the page, brought to the width of the view."""
        picture = QImage(str(FOLDER / QUrl(name).path()))
        if picture.isNull():
            return super().loadResource(kind, name)
        room = max(self.viewport().width() - px(ROOM), px(200))
        density = self.devicePixelRatioF()
        if picture.width() > room * density:
            picture = picture.scaledToWidth(round(room * density), Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(density)
        return picture


class Manual(QDialog):
    """Every page of resources/manual, opened at one of them."""

    def __init__(self, parent: QWidget, at: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("使用说明")
        self.setObjectName("manual")
        self.setAccessibleName("使用说明")
        self.resize(px(940), px(660))
        self.texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
        self.finding = self._box()
        self.pages = QListWidget(self)
        self.pages.setObjectName("manual.pages")
        self.pages.setAccessibleName("目录")
        self.pages.setProperty("role", "side")
        self.text = Reader(self)
        self.text.setObjectName("manual.text")
        self.text.setAccessibleName("说明")
        self.text.setProperty("role", "draft")
        left = QVBoxLayout()
        left.addWidget(self.finding)
        left.addWidget(self.pages, 1)
        side = QWidget(self)
        side.setFixedWidth(px(250))
        side.setLayout(left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.text, 1)
        self.pages.currentRowChanged.connect(lambda: self._show())
        self.list_pages(at)
        self.finding.setFocus()

    def _box(self) -> QLineEdit:
        box = QLineEdit(self)
        box.setObjectName("manual.find")
        box.setAccessibleName("在说明里查找")
        box.setPlaceholderText("在说明里查找")
        box.setProperty("role", "find")
        box.textChanged.connect(lambda: self.list_pages(self.shown()))
        return box

    def shown(self) -> str:
        """The page that is read."""
        item = self.pages.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def list_pages(self, at: str) -> None:
        """The pages that hold the words typed; the one that was read stays, if it is among them."""
        words = self.finding.text().strip()
        self.pages.clear()
        for stem, text in self.texts.items():
            if words in text:
                item = QListWidgetItem(text.partition("\n")[0].lstrip("# "), self.pages)
                item.setData(Qt.ItemDataRole.UserRole, stem)
                if stem == at:
                    self.pages.setCurrentItem(item)
        if self.pages.currentRow() < 0:
            self.pages.setCurrentRow(0)

    def _show(self) -> None:
        stem = self.shown()
        if not stem:
            return
        self.text.setMarkdown(self.texts[stem])
        document = self.text.document()
        _spread(document)
        words = self.finding.text().strip()
        if words:
            self.text.find(words)


def _size(cursor: QTextCursor, size: int) -> None:
    """A heading in its size."""
    shape, font = QTextCharFormat(), QFont(QApplication.font())
    font.setPixelSize(px(size))
    font.setBold(True)
    shape.setFont(font)
    shape.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    cursor.setCharFormat(shape)


def _spread(document: QTextDocument) -> None:
    """Lines with air between them; tables with hairlines and padding."""
    spaced = QTextBlockFormat()
    spaced.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block = document.begin()
    while block.isValid():
        if PICTURE not in block.text():
            QTextCursor(block).mergeBlockFormat(spaced)
        if level := block.blockFormat().headingLevel():
            _size(QTextCursor(block), HEADINGS.get(level, 15))
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            lined = frame.format()
            lined.setCellPadding(px(5))
            lined.setBorder(0.5)
            lined.setCellSpacing(0)
            frame.setFormat(lined)
