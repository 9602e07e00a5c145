"""From the page of summaries to the template of a style and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow


def edit_template(page: Any) -> None:
    """Opens the template of the style chosen on the page of summaries; afterwards the page shows what holds now."""
    window: MainWindow = page.window_
    if window.desk is None:
        return
    from app.ui.pages.template_editor import TemplateEditor

    editor = TemplateEditor(window, page.chosen_style())
    editor.exec()
    changed, key = editor.changed, editor.key
    editor.deleteLater()
    if changed:
        show_styles(page, key)
        page.refresh()


def show_styles(page: Any, chosen: str) -> None:
    """The list of styles as it is now, one of them chosen."""
    from app.services.summaries import styles

    found: Any = page.style_list
    found.blockSignals(True)
    found.clear()
    for style in styles(page.window_.desk):
        item = QListWidgetItem(style.name, found)
        item.setData(Qt.ItemDataRole.UserRole, style.key)
        if style.key == chosen:
            found.setCurrentItem(item)
    if found.currentRow() < 0:
        found.setCurrentRow(0)
    found.blockSignals(False)
