"""The tool row that every register has."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.flow import Flow

ACTIONS = (
    ("new", "新增", "Ctrl+N"),
    ("edit", "修改", ""),
    ("delete", "删除", ""),
    ("copy", "复制一条", "Ctrl+D"),
    ("undo", "撤回上一步", "Ctrl+Z"),
    ("fill", "批量填写", "Ctrl+B"),
    ("import", "导入", ""),
    ("export", "导出", ""),
    ("print", "打印", "Ctrl+P"),
    ("form", "表单", ""),
    ("more", "更多", ""),
)
"""Name, label and keys; those after 批量填写 stand at the right."""
MONTHS = {"duty": ("month", "按月排班", "Ctrl+M"), "visit": ("month", "按月登记", "Ctrl+M")}
"""Registers of which a month can be filled in as one grid; their button stands after 批量填写."""
TIPS = {
    "edit": "修改（在表里按回车）",
    "delete": "放入回收站（在表里按 Delete）",
    "fill": "选中多条，一次填好一栏；可以递增（Ctrl+B）",
}


def actions_of(register: str) -> Iterator[tuple[str, str, str]]:
    """What the tool row of a register offers, in order."""
    for action in ACTIONS:
        yield action
        if action[0] == "fill" and register in MONTHS:
            yield MONTHS[register]


class ToolRow(QWidget):
    """Buttons ``action.new`` and so on; ``buttons`` by name."""

    def __init__(self, parent: QWidget, act: Callable[[str], None], register: str = "") -> None:
        super().__init__(parent)
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = Flow(self, gap=6, margins=(14, 7, 14, 3))
        self.buttons: dict[str, QPushButton] = {}
        for name, label, keys in actions_of(register):
            button = QPushButton(label, self)
            button.setObjectName(f"action.{name}")
            button.setAccessibleName(label)
            button.setToolTip(TIPS.get(name) or (f"{label}（{keys}）" if keys else label))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, name=name: act(name))
            if keys:
                QShortcut(QKeySequence(keys), parent).activated.connect(button.click)
            if name == "import":
                flow.add_stretch()
            flow.addWidget(button)
            self.buttons[name] = button
        self.buttons["new"].setProperty("kind", "primary")
