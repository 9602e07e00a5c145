"""What an empty register shows: what it is for, and the three ways to fill it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.style import px


class EmptyPage(QWidget):
    """Stands in place of a table without rows."""

    def __init__(self, label: str, purpose: str, parent: QWidget, act: Callable[[str], None]) -> None:
        super().__init__(parent)
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.setSpacing(px(10))
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.text = QLabel(purpose, self)
        self.text.setProperty("role", "soft")
        self.text.setWordWrap(True)
        self.text.setMaximumWidth(px(620))
        self.text.setMinimumWidth(px(560))
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.title, alignment=Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.text, alignment=Qt.AlignmentFlag.AlignCenter)
        self.ways = QWidget(self)
        row = QHBoxLayout(self.ways)
        for name, words in (
            ("new", "录入一条（Ctrl+N）"),
            ("import", "导入 Excel 表"),
            ("paste", "粘贴 Excel 里复制的行"),
        ):
            button = QPushButton(words, self.ways)
            button.setObjectName(f"empty.{name}")
            button.setAccessibleName(words)
            button.clicked.connect(lambda _=False, name=name: act(name))
            row.addWidget(button)
        self.all = QPushButton("看全部记录", self)
        self.all.setObjectName("empty.all")
        self.all.setAccessibleName("看全部记录")
        self.all.clicked.connect(lambda: act("all"))
        column.addWidget(self.ways, alignment=Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.all, alignment=Qt.AlignmentFlag.AlignCenter)
        self.label, self.purpose = label, purpose

    def tell(self, narrowed: bool, year: int | None) -> None:
        """Nothing found is not the same as nothing there."""
        of_year = f"{year} 年" if year else ""
        self.title.setText("没有符合条件的记录" if narrowed else f"{of_year}还没有{self.label}记录")
        self.text.setText("换几个字再找，或去掉筛选条件。" if narrowed else self.purpose)
        self.ways.setVisible(not narrowed)
        self.all.setVisible(narrowed)
