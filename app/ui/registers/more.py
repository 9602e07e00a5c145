"""The menu 更多: columns, the recycle bin, one person's year, the attached files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from app.ui.registers.register_page import RegisterPage


MOST_TOLD = 10
"""Sentences about lost files that are shown at once."""


def more_menu(page: RegisterPage) -> QMenu:
    """A new menu of what is wanted seldom."""
    menu = QMenu(page)
    menu.setObjectName("more")
    columns = page.table.column_menu()
    columns.setTitle("显示栏目")
    menu.addMenu(columns)
    menu.addAction("回收站", lambda: open_bin(page))
    menu.addAction("撤回到哪一步…", lambda: open_steps(page))
    menu.addAction("已打印…", lambda: open_printed(page))
    menu.addAction("表格栏宽复原", page.table.forget_columns)
    if page.register.key == "staff":
        menu.addAction("一个人的一年", lambda: open_person_year(page))
    menu.addSeparator()
    menu.addAction("核对附件（全部台账）", lambda: verify_files(page))
    menu.addAction("清理已删除的附件（全部台账）", lambda: clear_files(page))
    return menu


def open_person_year(page: RegisterPage) -> None:
    """The year of the person selected."""
    chosen = page.selected()
    if not chosen:
        page.host.toast("请先在表里选中一个人。")
        return
    tab: Any = page.host.open_tab("today")
    tab.open_page("person").show_person(chosen[0])


def verify_files(page: RegisterPage) -> None:
    """Every attached file is read again; what is lost or changed is told."""
    from app.services import attachments
    from app.services.exporting import Stopped
    from app.ui.messages import show_error

    host, desk = page.host, page.desk

    def told(wrong: list[str]) -> None:
        if wrong:
            host.fail("\n".join(wrong[:MOST_TOLD] + [f"……共 {len(wrong)} 个。"] * (len(wrong) > MOST_TOLD)))
        else:
            host.toast("附件都在，内容与登记时一致。")

    def failed(error: BaseException) -> None:
        host.toast("核对附件已取消。") if isinstance(error, Stopped) else show_error(host, error)

    host.run_in_background(
        lambda job: attachments.verify(desk, job.progress, job.cancelled), told, failed, title="核对附件"
    )


def clear_files(page: RegisterPage) -> None:
    """Files that were taken off their records are erased for good."""
    from app.services import attachments

    host, desk = page.host, page.desk
    if host.ask("把已从记录上删除的附件从磁盘上清除吗？清除后不能再撤回。", "清除"):
        host.run_in_background(
            lambda job: attachments.clear_removed(desk), lambda count: host.toast(f"已清除 {count} 个文件。")
        )


def open_steps(page: RegisterPage) -> None:
    """The changes that can be taken back."""
    from app.ui.messages import answered
    from app.ui.registers.steps import StepsDialog

    if page.may_leave():
        page.form.clear()
        answered(StepsDialog(page.host))


def open_printed(page: RegisterPage) -> None:
    """What was printed of the register and its forms."""
    from app.ui.dialogs.printed_papers import PrintedPapers
    from app.ui.messages import answered

    answered(PrintedPapers(page.host, page.register.key))


def open_bin(page: RegisterPage) -> None:
    """The recycle bin of the register."""
    from app.ui.messages import answered
    from app.ui.registers.recycle_bin import RecycleBin

    if page.may_leave() and answered(RecycleBin(page.host, page.register)):
        page.host.changed(page.register.key)
