"""已打印: what was printed and saved, newest first; each opens as it was printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from app.ui.dialogs.frame import Dialog, button, show_text, text_label
from app.ui.dialogs.print_preview import Make, PrintPreview
from app.ui.pages.lists import ListRow, ListView

if TYPE_CHECKING:
    from app.services.printed import Filed, Told
    from app.ui.background import Job
    from app.ui.main_window import MainWindow

NOTHING = "还没有打印过。在预览里打印、另存为 PDF 以后，这里留有存底。"


class PrintedPapers(Dialog):
    """The list, of one register or form at first, of all with a tick."""

    help_page = "07-print"

    def __init__(self, window: MainWindow, key: str = "") -> None:
        super().__init__(window, "printed", "已打印", 900, 560)
        assert window.desk is not None
        self.desk, self.key = window.desk, key
        self.everything = QCheckBox("列出全部台账和表单的")
        self.everything.setObjectName("printed.all")
        self.everything.setAccessibleName("列出全部台账和表单的")
        self.everything.setVisible(bool(key))
        self.everything.toggled.connect(lambda: self.refresh())
        self.list = ListView("printed.list", "已打印", ("时间", "内容", "范围", "页数", "去向", "打印人"), right=(3,))
        self.list.widths(132, 190, 190, 52, 180, 80, stretch=2)
        self.list.opened.connect(self.open_print)
        self.empty = text_label(NOTHING, "faint")
        self.column.addWidget(self.everything)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.empty)
        self.open_ = button("printed.open", "打开", lambda: self.open_print(self.list.current()), "primary")
        self.foot(self.open_, button("printed.close", "关闭", self.reject))
        self.refresh()

    def refresh(self) -> None:
        """Asked for off the window's thread."""
        from app.services.printed import prints

        key = "" if self.everything.isChecked() else self.key
        self.run("正在读取……", lambda job: prints(self.desk, key), self.show_prints)

    def show_prints(self, found: list[Filed]) -> None:
        """A line for each; one that was not kept says so."""
        self.list.show_rows([row_of(each) for each in found], wrap=True)
        show_text(self.empty, "" if found else NOTHING)
        self.open_.setEnabled(bool(found))
        if found:
            self.list.selectRow(0)
            self.list.setFocus()

    def open_print(self, one: Filed | None) -> None:
        """The pages as they were printed."""
        from app.ui.messages import answered

        if one is None:
            return
        if not one.is_kept:
            show_text(self.said, "这一次含保密内容，没有留存底。")
            return
        answered(KeptPreview(self.window_, one))


def row_of(one: Filed) -> ListRow:
    """One print as a row."""
    told = one.span if one.is_kept else f"{one.span}（含保密内容，未留存）"
    cells = (f"{one.at:%Y-%m-%d %H:%M}", one.title, told, str(one.pages), one.sent_to, one.who)
    return ListRow(cells, one, {} if one.is_kept else {2: "soft"})


class KeptPreview(PrintPreview):
    """The kept pages of a print, to be looked at, printed or saved again."""

    def __init__(self, window: MainWindow, one: Filed) -> None:
        super().__init__(window, one.title)
        assert window.desk is not None
        self.desk, self.one = window.desk, one

    def told(self) -> Told:
        """The same print again; the book does not go on from it."""
        return self.one.told

    def make(self) -> Make:
        """The kept PDF, checked."""

        def write(job: Job, path: Path) -> object:
            from app.services.printed import copy_of

            copy_of(self.desk, self.one.id, path)
            return None

        return write
