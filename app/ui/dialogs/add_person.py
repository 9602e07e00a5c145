"""加入名册: people whom a workbook names and the roster lacks, all with one office and one 干部类别."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFormLayout, QListWidget, QListWidgetItem

from app.kinds import ChoiceKind
from app.models import BY_KEY
from app.ui.dialogs.frame import Dialog, button, text_label
from app.ui.style import px

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow


class AddPeople(Dialog):
    """The names with a box each, and what they have in common."""

    help_page = "05-import"

    def __init__(self, window: MainWindow, names: list[str]) -> None:
        super().__init__(window, "people", "加入名册", 460, 470)
        assert window.desk is not None
        self.desk = window.desk
        self.column.addWidget(text_label("下面这些人不在干部职工里。去掉写错的，选好机构和类别，一起登记。"))
        self.names = self.list_of(names)
        self.column.addWidget(self.names, 1)
        form = QFormLayout()
        form.setVerticalSpacing(px(8))
        self.office = self.offices()
        self.duty_class = QComboBox()
        self.duty_class.setObjectName("people.duty_class")
        self.duty_class.setAccessibleName("干部类别")
        kind = BY_KEY["staff"].by_key["duty_class"].kind
        assert isinstance(kind, ChoiceKind)
        self.duty_class.addItems(kind.choices)
        self.duty_class.setCurrentText("其他机关干部")
        form.addRow("所在机构", self.office)
        form.addRow("干部类别", self.duty_class)
        self.column.addLayout(form)
        self.column.addWidget(text_label("其余各栏以后在「人事 → 干部职工」里补填。", "faint"))
        self.add = button("people.add", "登记", self.store, "primary")
        self.foot(self.add, button("people.cancel", "取消", self.reject))

    def list_of(self, names: list[str]) -> QListWidget:
        """Every name with a box, all of them ticked."""
        from PySide6.QtCore import Qt

        shown = QListWidget()
        shown.setObjectName("people.names")
        shown.setAccessibleName("要登记的人")
        shown.setProperty("role", "boxed")
        for name in names:
            item = QListWidgetItem(name, shown)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        return shown

    def offices(self) -> QComboBox:
        """The offices of the roster, none at first."""
        from app.services.reading import completions

        shown = QComboBox()
        shown.setObjectName("people.office")
        shown.setAccessibleName("所在机构")
        shown.addItem("（以后再填）", None)
        for record, name, _ in completions(self.desk, "office", "", 500):
            shown.addItem(name, record)
        return shown

    def chosen(self) -> list[str]:
        """The names that are ticked."""
        from PySide6.QtCore import Qt

        items = (self.names.item(at) for at in range(self.names.count()))
        return [item.text() for item in items if item.checkState() == Qt.CheckState.Checked]

    def store(self) -> None:
        """They are on the roster."""
        from app.services.looking import add_people

        names = self.chosen()
        if not names:
            self.reject()
            return
        office, duty_class = self.office.currentData(), self.duty_class.currentText()
        self.run(
            "正在登记……", lambda job: add_people(self.desk, names, office, duty_class), lambda count: self.accept()
        )

    def busy(self, is_busy: bool) -> None:
        """Once is enough."""
        self.add.setEnabled(not is_busy)
