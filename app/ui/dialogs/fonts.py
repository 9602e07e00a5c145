"""字体: the fonts with which papers are printed on this PC, which of them are stand-ins, and how to add one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.ui.dialogs.frame import Dialog, button, show_text, text_label
from app.ui.pages.lists import ListRow, ListView

if TYPE_CHECKING:
    from app.services.fonts import OfficeFont
    from app.ui.main_window import MainWindow

ALL_THERE = "公文用的字体这台电脑都有。"
HOW = (
    "加字体：把字体文件（扩展名 .ttf 或 .ttc）装到这台电脑上，再点「重新查找」。Windows 上双击字体文件，点「安装」；"
    "麒麟、统信上点「打开字体文件夹」，把文件放进去。仿宋_GB2312、楷体_GB2312 一般在旧电脑的 C:\\Windows\\Fonts 里，"
    "方正小标宋请向上级办公室索取有授权的版本；扩展名是 .otf 的不能印进 PDF。"
)


class FontsDialog(Dialog):
    """Five fonts, each with what is used for it now."""

    help_page = "07-print"

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, "fonts", "字体", 860, 460)
        self.looked_again = False
        self.state = text_label()
        self.list = ListView("fonts.list", "字体", ("用在哪里", "应当用", "现在用", "说明"))
        self.list.widths(150, 120, 310, 190, stretch=3)
        self.column.addWidget(self.state)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(text_label(HOW, "soft"))
        folder = button("fonts.folder", "打开字体文件夹", self.open_folder)
        self.again = button("fonts.again", "重新查找", lambda: self.look(anew=True))
        self.foot(folder, self.again, button("fonts.close", "关闭", self.reject))
        self.look()

    def look(self, anew: bool = False) -> None:
        """The fonts are looked up off the window's thread; a PC may have a thousand."""
        from app.services.fonts import office_fonts

        self.looked_again = self.looked_again or anew
        self.run("正在查找字体……", lambda job: office_fonts(anew), self.show_fonts)

    def busy(self, is_busy: bool) -> None:
        """One look at a time."""
        self.again.setEnabled(not is_busy)

    def show_fonts(self, found: list[OfficeFont]) -> None:
        """A line for each; stand-ins are told in the first sentence."""
        missing = [each.wanted for each in found if each.is_stand_in]
        show_text(
            self.state, f"{'、'.join(missing)}用别的字体代替，印得出来，但不是规定的字体。" if missing else ALL_THERE
        )
        self.list.show_rows([row_of(each) for each in found], wrap=True)
        self.list.selectRow(0)
        self.list.setFocus()

    def open_folder(self) -> None:
        """The folder of fonts in the system's own window; made where there is none yet."""
        from app.services.fonts import folder_for_fonts

        folder = folder_for_fonts()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.fail(error)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def row_of(one: OfficeFont) -> ListRow:
    """One font as a row."""
    return ListRow((one.used_for, one.wanted, one.used, one.note), one, {3: "soft"})
