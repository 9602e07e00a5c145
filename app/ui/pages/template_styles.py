"""What the office does with a style as a whole: back to the shipped text, a copy, another name, away with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog

from app.ui.dialogs.frame import show_text
from app.ui.messages import ask, sentence_of, show_failure

if TYPE_CHECKING:
    from app.ui.pages.template_editor import TemplateEditor


class StyleActions:
    """The actions of one editor on its style; each asks first and tells in one sentence why it was not done."""

    def __init__(self, editor: TemplateEditor) -> None:
        self.editor = editor

    def restore(self) -> None:
        """The shipped text again, or the style of the office's own away; asked first."""
        from app.services.templates import delete_style, is_own_style, restore

        own = is_own_style(self.editor.key)
        what = "删除这个样式？" if own else "恢复成程序自带的模板？"
        if not ask(
            self.editor, f"{what}\n现在的文字留在数据目录的「模板」里，文件名后面加「.旧」。", "删除" if own else "恢复"
        ):
            return
        try:
            text = "" if own else restore(self.editor.desk, self.editor.key)
            if own:
                delete_style(self.editor.desk, self.editor.key)
        except Exception as error:
            show_failure(self.editor, sentence_of(error))
            return
        self.editor.changed = True
        if own:
            self.editor.kept_text = self.editor.text.toPlainText()
            self.editor.unsaved_text.settle()
            self.editor.accept()
            return
        self.editor.show_text(text)
        self.editor.open_buttons()

    def asked_name(self, title: str, before: str = "") -> str | None:
        """The name that the person gives a style; None for none."""
        box = QInputDialog(self.editor)
        box.setObjectName("template.name")
        box.setWindowTitle("台账")
        box.setLabelText(title)
        box.setTextValue(before)
        box.setOkButtonText("确定")
        box.setCancelButtonText("取消")
        agreed = box.exec()
        name = box.textValue()
        box.deleteLater()
        return name if agreed else None

    def copy(self) -> None:
        """The text becomes a new style; the old one stays as it was kept."""
        from app.services.templates import add_style, drop_draft

        name = self.asked_name("新样式的名称：")
        if name is None:
            return
        try:
            made = add_style(self.editor.desk, name, self.editor.text.toPlainText(), self.editor.key)
        except Exception as error:
            show_failure(self.editor, sentence_of(error))
            return
        drop_draft(self.editor.desk, self.editor.key)
        self.editor.changed = True
        self.editor.open_style(made.key)
        show_text(self.editor.state, f"已另存为新样式「{made.name}」。")

    def rename(self) -> None:
        """A style of the office's own under another name."""
        from app.services.templates import rename_style, style_named

        if self.editor.unsaved and not self.editor.save():
            return
        name = self.asked_name("样式的名称：", style_named(self.editor.desk, self.editor.key).name)
        if name is None:
            return
        try:
            rename_style(self.editor.desk, self.editor.key, name)
        except Exception as error:
            show_failure(self.editor, sentence_of(error))
            return
        self.editor.changed = True
        self.editor.open_style(self.editor.key)
