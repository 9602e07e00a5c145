"""The list at the left of a tab: its registers with counts, 基础资料 at the end, and the way to those not shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.ui.style import px

if TYPE_CHECKING:
    from app.models import Tab
    from app.models.register import Register
    from app.ui.main_window import MainWindow

BASICS = ("office", "staff", "village", "branch")
"""Registers that stand under 基础资料: seldom opened, needed by all others."""
ALSO = {"documents": ("supervision",), "summaries": ("metric", "next_step")}
"""Registers of another tab that are offered here too: orders come of papers, figures and plans go into summaries."""
SCROLL_BAR = 8
"""Pixels kept free at the right of a list that may scroll."""


class SideButton(QPushButton):
    """An entry of a side list, and how many there are of what it leads to."""

    def __init__(self, name: str, label: str, parent: QWidget) -> None:
        super().__init__(label, parent)
        self.label = label
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("role", "register")
        self.count = QLabel("", self)
        self.count.setProperty("role", "faint")
        self.count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, px(12), 0)
        row.addStretch(1)
        row.addWidget(self.count)
        self.setMinimumWidth(self.sizeHint().width() + px(44))

    def show_count(self, count: int) -> None:
        """The number at the right; nothing for none."""
        self.count.setText(str(count) if count else "")
        self.setAccessibleDescription(f"{count} 条")


class RegisterButton(SideButton):
    """A register's name, and how many records it has."""

    def __init__(self, register: Register, parent: QWidget) -> None:
        super().__init__(f"register.{register.key}", register.label, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)


def group_label(text: str, parent: QWidget) -> QLabel:
    """What stands over some entries."""
    label = QLabel(text, parent)
    label.setProperty("role", "group")
    return label


def also_buttons(host: MainWindow, tab: str, parent: QWidget) -> list[QPushButton]:
    """Entries that lead to a register of another tab."""
    from app.models import BY_KEY

    made = []
    for key in ALSO.get(tab, ()):
        entry = QPushButton(BY_KEY[key].label, parent)
        entry.setObjectName(f"also.{key}")
        entry.setAccessibleName(f"转到{BY_KEY[key].label}")
        entry.setProperty("role", "register")
        entry.clicked.connect(lambda _=False, key=key: host.open_register(key))
        made.append(entry)
    return made


class SideList(QScrollArea):
    """Scrolls where the registers are many; the one at hand is always among those shown."""

    wanted = Signal(str)
    """Key of the register that was chosen."""
    more = Signal()
    """更多台账 was chosen."""

    def __init__(self, host: MainWindow, tab: Tab) -> None:
        super().__init__(host)
        self.buttons: dict[str, RegisterButton] = {}
        self.offered: Mapping[str, bool] = {}
        self.setObjectName("registers")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self)
        inside.setProperty("role", "paper")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, px(8), 0, px(8))
        column.setSpacing(0)
        usual = [register for register in tab.registers if register.key not in BASICS]
        basics = [register for register in tab.registers if register.key in BASICS]
        for register in usual:
            column.addWidget(self._entry(register, inside))
        if basics:
            column.addWidget(group_label("基础资料", inside))
        for register in basics:
            column.addWidget(self._entry(register, inside))
        also = also_buttons(host, tab.key, inside)
        if also:
            column.addWidget(group_label("另见", inside))
        for entry in also:
            column.addWidget(entry)
        column.addWidget(self._more(inside))
        column.addStretch(1)
        self.setWidget(inside)
        self.setFixedWidth(max(px(150), inside.sizeHint().width() + px(SCROLL_BAR)))

    def _entry(self, register: Register, parent: QWidget) -> RegisterButton:
        button = RegisterButton(register, parent)
        button.clicked.connect(lambda _=False, key=register.key: self.wanted.emit(key))
        self.buttons[register.key] = button
        return button

    def _more(self, parent: QWidget) -> QPushButton:
        self.more_button = QPushButton("更多台账…", parent)
        self.more_button.setObjectName("registers.more")
        self.more_button.setAccessibleName("更多台账")
        self.more_button.setToolTip("选择左边显示哪些台账")
        self.more_button.setProperty("role", "register")
        self.more_button.clicked.connect(self.more)
        return self.more_button

    def choose(self, key: str) -> None:
        """The register at hand is marked, and shown even where it is not offered."""
        self.buttons[key].setChecked(True)
        self.show_offered(self.offered)
        self.ensureWidgetVisible(self.buttons[key], 0, 0)

    def show_offered(self, offered: Mapping[str, bool]) -> None:
        """Registers that the office does not use are hidden; before that is known, all stand there."""
        self.offered = offered
        for key, button in self.buttons.items():
            button.setVisible(offered.get(key, True) or button.isChecked())

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """The year's records of each register."""
        for key, button in self.buttons.items():
            button.show_count(counts.get(key, 0))
