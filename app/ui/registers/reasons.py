"""The reason with which a record passes a limit that stops it; preset phrases, one key takes one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.editors.lines import Line
from app.ui.flow import Flow
from app.ui.registers.findings import told
from app.ui.style import px

if TYPE_CHECKING:
    from app.rules import Finding

PHRASES = (
    "上级临时安排，不能推迟",
    "应急处置需要，主要领导已同意",
    "主要领导书面批准，批件另附",
    "补登以前的记录，如实登记",
)


class ReasonsDialog(QDialog):
    """One line for each limit; all must be filled."""

    def __init__(self, parent: QWidget, findings: Sequence[Finding]) -> None:
        super().__init__(parent)
        self.setWindowTitle("写明理由才能保存")
        self.setObjectName("reasons")
        self.setMinimumWidth(px(560))
        self.lines: dict[str, Line] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(8))
        for finding in findings:
            if finding.rule not in self.lines:
                self._ask(column, finding)
        hint = QLabel("理由和记录一起保存，可以打印。空着时按数字键取常用理由。", self)
        hint.setProperty("role", "faint")
        column.addWidget(hint)
        column.addLayout(self._buttons())
        self._check()
        next(iter(self.lines.values())).setFocus()

    def _ask(self, column: QVBoxLayout, finding: Finding) -> None:
        frame = QFrame(self)
        frame.setProperty("role", "broken")
        inside = QVBoxLayout(frame)
        sentence = QLabel(told(finding), frame)
        sentence.setWordWrap(True)
        inside.addWidget(sentence)
        column.addWidget(frame)
        line = Line(self)
        line.setObjectName(f"reason.{finding.rule}")
        line.setAccessibleName("理由")
        line.setPlaceholderText("理由")
        line.textChanged.connect(self._check)
        line.installEventFilter(self)
        self.lines[finding.rule] = line
        column.addWidget(line)
        presets = QWidget(self)
        policy = presets.sizePolicy()
        policy.setHeightForWidth(True)
        presets.setSizePolicy(policy)
        flow = Flow(presets)
        for number, phrase in enumerate(PHRASES, 1):
            button = QPushButton(f"{number}  {phrase}", presets)
            button.setObjectName(f"phrase.{finding.rule}.{number}")
            button.setAccessibleName(phrase)
            button.setProperty("kind", "chip")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, phrase=phrase, line=line: line.setText(phrase))
            flow.addWidget(button)
        column.addWidget(presets)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        back = QPushButton("返回修改", self)
        self.agree = QPushButton("写明理由，保存", self)
        for name, button in (("back", back), ("agree", self.agree)):
            button.setObjectName(f"reasons.{name}")
            button.setAccessibleName(button.text())
            row.addWidget(button)
        back.setAutoDefault(False)
        self.agree.setProperty("kind", "primary")
        self.agree.setDefault(True)
        back.clicked.connect(self.reject)
        self.agree.clicked.connect(self.accept)
        return row

    def showEvent(self, event: QShowEvent) -> None:
        """High enough for sentences and phrases of several lines."""
        super().showEvent(event)
        layout = self.layout()
        assert layout is not None
        self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _check(self) -> None:
        self.agree.setEnabled(all(line.text().strip() for line in self.lines.values()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A digit in an empty line takes the phrase of that number."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, Line):
            digit = event.text()
            if not watched.text() and not watched.composing and digit.isdigit() and 0 < int(digit) <= len(PHRASES):
                watched.setText(PHRASES[int(digit) - 1])
                return True
        return super().eventFilter(watched, event)

    def reasons(self) -> dict[str, str]:
        """Rule → reason."""
        return {rule: line.text().strip() for rule, line in self.lines.items()}
