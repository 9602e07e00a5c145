"""撤回到哪一步: the changes that can be taken back, newest first; one of them with all that came after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.services import undoing
from app.services.records import Refused
from app.store.errors import StoreError
from app.ui.dialogs.frame import Dialog, button, show_text, text_label
from app.ui.pages.lists import ListRow, ListView

if TYPE_CHECKING:
    from app.services.undoing import Step
    from app.ui.main_window import MainWindow

NOTHING = "没有可以撤回的操作。"


class StepsDialog(Dialog):
    """The list; Enter takes back the row and what stands above it."""

    help_page = "12-undo"

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, "steps", "撤回到哪一步", 640, 520)
        assert window.desk is not None
        self.desk = window.desk
        self.column.addWidget(
            text_label("最近做的在最上面。选一行，撤回这一步和它上面的每一步；撤回的动作也记在修改记录里。", "soft")
        )
        self.list = ListView("steps.list", "可以撤回的操作", ("时间", "谁", "做了什么"))
        self.list.widths(130, 90, 380, stretch=2)
        self.list.opened.connect(self.take_back)
        self.list.chosen.connect(self.count)
        self.column.addWidget(self.list, 1)
        self.wrong = text_label(role="red")
        self.column.addWidget(self.wrong)
        self.back = button("steps.undo", "撤回到这里", lambda: self.take_back(self.list.current()), "primary")
        self.foot(self.back, button("steps.close", "关闭", self.reject))
        self.show_steps()

    def show_steps(self) -> None:
        """The changes as they stand now."""
        found = undoing.steps(self.desk)
        self.list.show_rows([ListRow((f"{one.at:%m-%d %H:%M}", one.who, one.what), one) for one in found], wrap=True)
        self.back.setEnabled(bool(found))
        show_text(self.wrong, "" if found else NOTHING)
        if found:
            self.list.selectRow(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def count(self, step: Step) -> None:
        """The button says how many steps go."""
        rows = [row.stands_for.id for row in self.list.list_model.rows]
        number = rows.index(step.id) + 1
        self.back.setText("撤回这一步" if number == 1 else f"撤回这 {number} 步")
        self.back.setAccessibleName(self.back.text())

    def take_back(self, step: Step | None) -> None:
        """That step and the later ones, the newest first."""
        if step is None:
            return
        try:
            said = undoing.undo_to(self.desk, step.id)
        except (Refused, StoreError) as error:
            self.window_.changed()
            self.show_steps()
            show_text(self.wrong, str(error))
            return
        self.window_.changed()
        self.window_.toast(said[0] if len(said) == 1 else f"已撤回 {len(said)} 步。")
        self.accept()
