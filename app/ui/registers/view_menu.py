"""The button 视图: the saved views of a register, each with a key; one more is kept, one is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog, QMenu

from app.services import views
from app.services.views import BadView, View
from app.store.errors import StoreError

if TYPE_CHECKING:
    from app.ui.registers.register_page import RegisterPage

KEYS = 9
"""Ctrl+Alt+1 … 9 open the first views."""


class ViewMenu(QMenu):
    """Serves one page; filled whenever it opens."""

    def __init__(self, page: RegisterPage) -> None:
        super().__init__(page)
        self.page = page
        self.setObjectName("views")
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """The views as they are kept now."""
        self.clear()
        kept = views.views(self.page.desk, self.page.register)
        for number, view in enumerate(kept, 1):
            keys = f"\tCtrl+Alt+{number}" if number <= KEYS else ""
            self.addAction(f"{view.name}{keys}", lambda view=view: self.open(view))
        if not kept:
            self.addAction("还没有存过视图").setEnabled(False)
        self.addSeparator()
        self.addAction("存为视图…", self.ask)
        dropped = self.addMenu("删除视图")
        dropped.setEnabled(bool(kept))
        for view in kept:
            dropped.addAction(view.name, lambda name=view.name: self.drop(name))

    def open_number(self, number: int) -> None:
        """The view of that number, where there is one."""
        kept = views.views(self.page.desk, self.page.register)
        if number <= len(kept):
            self.open(kept[number - 1])

    def open(self, view: View) -> None:
        """Asks for what the view holds; a condition that cannot be met any more is left out and named."""
        usable, gone = views.usable(self.page.desk, self.page.register, view)
        self.page.show_view(usable)
        if gone:
            self.page.host.toast(f"视图「{view.name}」里的条件「{'」「'.join(gone)}」已经没有了，先不用它。")

    def ask(self) -> None:
        """A name for what is asked for now."""
        name, agreed = QInputDialog.getText(self.page, "存为视图", "视图名称，如 未办结：")
        if agreed:
            self.keep(name)

    def keep(self, name: str) -> None:
        """What is asked for now, under a name."""
        try:
            views.keep_view(self.page.desk, self.page.register, self.page.finding.view(name))
        except (BadView, StoreError) as error:
            self.page.host.fail(str(error))
            return
        self.page.host.toast(f"已存为视图「{' '.join(name.split())}」，全办公室都能用。")

    def drop(self, name: str) -> None:
        """The view is gone."""
        views.drop_view(self.page.desk, self.page.register, name)
        self.page.host.toast(f"视图「{name}」已删除，记录没有动。")
