"""From the page of summaries to the template of a style and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
        page.show_styles(key)
        page.change_text()
