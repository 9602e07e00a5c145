"""What the limits say while one types: beside the field, with the clause; asked off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from app.services import reading, records
from app.services.several import for_one
from app.ui.style import px

if TYPE_CHECKING:
    from app.rules import Finding
    from app.ui.registers.form import RecordForm

AFTER = 250
"""Milliseconds without a keystroke before the limits are asked."""


def told(finding: Finding) -> str:
    """The sentence with its clause."""
    from app.rules import RULES

    rule = RULES.get(finding.rule)
    clause = rule.clause if rule is not None else ""
    return finding.sentence if not clause or clause in finding.sentence else f"{finding.sentence}（{clause}）"


class Findings(QObject):
    """The findings of one form."""

    def __init__(self, form: RecordForm) -> None:
        super().__init__(form)
        self.form = form
        self.found: list[Finding] = []
        self._asked = 0
        self._labels: list[QFrame] = []
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self._ask)

    def ask_soon(self) -> None:
        """The limits are asked when the typing pauses."""
        self._timer.start()

    def _ask(self) -> None:
        form = self.form
        desk = form.clerk.desk
        if not form.active or desk is None:
            return
        register, record = form.register, form.record
        values = for_one(register, form.read_values()[0])
        self._asked += 1
        number = self._asked

        def work(job: Any) -> tuple[list[Finding], dict[str, str]]:
            whole = records.worked_out(desk, register, values)
            return records.findings(desk, register, values, record), reading.show(desk, register, whole)

        form.host.run_in_background(work, lambda answer: self._answer(number, *answer), lambda error: None)

    def _answer(self, number: int, found: list[Finding], texts: dict[str, str]) -> None:
        """Shown unless the form went on meanwhile."""
        if number == self._asked and self.form.active:
            self.form.show_worked_out(texts)
            self.show(found)

    def clear(self) -> None:
        """Nothing is said."""
        self._timer.stop()
        self._asked += 1
        self.show([])

    def show(self, found: Sequence[Finding]) -> None:
        """Each beside its field; those of no field, or of a folded one, at the top."""
        keys = {finding.field for finding in self.found}
        self.found = list(found)
        for key in keys | {finding.field for finding in found}:
            if key in self.form.rows and not self._is_misread(key):
                self.show_again(key)
        for label in self._labels:
            label.deleteLater()
        self._labels = [self._notice(finding) for finding in found if finding.field not in self.form.rows]

    def _is_misread(self, key: str) -> bool:
        return any(key == wrong for wrong, _ in self.form.read_values()[1])

    def show_again(self, key: str) -> None:
        """What the limits say of one field."""
        mine = [finding for finding in self.found if finding.field == key]
        broken = any(finding.state == "broken" for finding in mine)
        self.form.rows[key].say("\n".join(told(finding) for finding in mine), "broken" if broken else "near")

    def _notice(self, finding: Finding) -> QFrame:
        """A sentence at the top of the form."""
        frame = QFrame(self.form)
        frame.setProperty("role", "broken" if finding.state == "broken" else "near")
        column = QVBoxLayout(frame)
        column.setContentsMargins(px(10), px(6), px(8), px(6))
        label = QLabel(told(finding), frame)
        label.setWordWrap(True)
        label.setProperty("role", "red" if finding.state == "broken" else "amber")
        column.addWidget(label)
        self.form.notices.addWidget(frame)
        return frame
