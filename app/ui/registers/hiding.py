"""What stays hidden in the form (保密): its fields are shut until somebody says why they must be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services import masking, records
from app.store.errors import StoreError
from app.store.records import HIDDEN
from app.ui.editors.lines import Line
from app.ui.style import px

if TYPE_CHECKING:
    from app.models.register import Values
    from app.ui.editors import Editor
    from app.ui.registers.form import RecordForm


class Hiding:
    """The hidden fields of the record in one form."""

    def __init__(self, form: RecordForm) -> None:
        self.form = form
        self.hidden: tuple[str, ...] = ()
        self.shut: tuple[str, ...] = ()
        """Fields that cannot be typed into: the hidden ones, and the choice that hides them."""

    def look(self, values: Values, record: int | None) -> None:
        """Which fields of the record are hidden; the button stands there where any is."""
        form = self.form
        self.hidden = masking.hidden(form.clerk.desk, form.register, values, record)
        masked = form.register.masked
        self.shut = (*self.hidden, masked.attribute.key) if masked is not None and self.hidden else ()
        form.reveal_button.setVisible(bool(self.hidden))

    def fill(self, key: str, editor: Editor) -> None:
        """〔保密〕 in place of a hidden value; what is shut takes no keys."""
        if key in self.hidden:
            editor.set_value(HIDDEN)
        editor.setEnabled(key not in self.shut)

    def reveal(self) -> None:
        """Asks why, keeps the answer in the history, and shows the record."""
        form = self.form
        if form.record is None or (form.dirty and not form.save()):
            return
        dialog = Reason(form)
        agreed, reason = dialog.exec(), dialog.line.text()
        dialog.deleteLater()
        if not agreed:
            return
        try:
            masking.reveal(form.clerk.desk, form.register, [form.record], reason)
        except (records.Refused, StoreError) as error:
            form.host.fail(str(error))
            return
        form.show_record(form.record)
        form.host.changed(form.register.key)


class Reason(QDialog):
    """One line: why what is hidden must be seen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reveal")
        self.setWindowTitle("查看保密内容")
        self.setMinimumWidth(px(480))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(8))
        column.addWidget(QLabel("检举控告人及其材料不得透露给被检举控告人。请写明查看的理由：", self))
        self.line = Line(self)
        self.line.setObjectName("reveal.reason")
        self.line.setAccessibleName("理由")
        column.addWidget(self.line)
        hint = QLabel("查看人、时间和理由记入修改记录。", self)
        hint.setProperty("role", "faint")
        column.addWidget(hint)
        row = QHBoxLayout()
        row.addStretch(1)
        back, self.agree = QPushButton("取消", self), QPushButton("查看", self)
        for name, button in (("back", back), ("agree", self.agree)):
            button.setObjectName(f"reveal.{name}")
            button.setAccessibleName(button.text())
            row.addWidget(button)
        column.addLayout(row)
        back.setAutoDefault(False)
        self.agree.setProperty("kind", "primary")
        self.agree.setDefault(True)
        self.agree.setEnabled(False)
        self.line.textChanged.connect(lambda text: self.agree.setEnabled(bool(text.strip())))
        back.clicked.connect(self.reject)
        self.agree.clicked.connect(self.accept)
