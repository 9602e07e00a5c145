"""What the tool row does to the records of its register."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from app.services import records, undoing
from app.store.errors import StoreError
from app.store.records import load
from app.ui.messages import answered

if TYPE_CHECKING:
    from app.ui.registers.register_page import RegisterPage

ASK_ABOVE = 1
"""Deleting more records than this asks first; a single one is taken back with Ctrl+Z."""


class Acting:
    """The actions of one page, by the names of the tool row."""

    def __init__(self, page: RegisterPage) -> None:
        self.page = page

    def act(self, name: str) -> None:
        """Does it; what cannot be done is said in a sentence."""
        try:
            getattr(self, f"do_{name}")()
        except (records.Refused, StoreError) as error:
            self.page.host.fail(str(error))

    def state(self) -> None:
        """Actions that need a record are dim without one."""
        has_one = self.page.table.selectionModel().hasSelection() or self.page.form.record is not None
        for name in ("edit", "delete", "fill"):
            self.page.tools.buttons[name].setEnabled(has_one)

    def do_new(self) -> None:
        """A new record with what is usual, ready to be typed."""
        page = self.page
        if page.may_leave():
            page.table.clearSelection()
            page.form.begin(records.blank(page.desk, page.register))

    def do_edit(self) -> None:
        """Into the form."""
        page = self.page
        if page.form.record is None and page.table.selected_ids():
            page.form.show_record(page.table.selected_ids()[0])
        if page.form.active:
            page.form.keys.focus_on(page.form.keys.stops()[0])

    def do_copy(self) -> None:
        """A new record like the selected one, or like the last."""
        page = self.page
        chosen = page.selected() or list(page.book.ids[:1])
        if chosen and page.may_leave():
            values = records.copy_of(page.desk, page.register, chosen[0])
            page.table.clearSelection()
            page.form.begin(values, typed=True)

    def do_delete(self) -> None:
        """Into the recycle bin."""
        page = self.page
        ids = page.selected()
        if not ids:
            page.host.toast("请先在表里选中要删除的记录。")
            return
        if len(ids) > ASK_ABOVE and not page.host.ask(f"把选中的 {len(ids)} 条放入回收站吗？", "放入回收站"):
            return
        count = records.delete(page.desk, page.register, ids)
        page.form.dirty = False
        page.form.clear()
        page.host.toast(f"{count} 条已放入回收站，Ctrl+Z 可以撤回。")
        page.host.changed(page.register.key)
        page.table.setFocus()

    def do_undo(self) -> None:
        """Takes back the last change of the data; what is being typed comes first."""
        page = self.page
        if page.form.is_changed():
            page.form.leave()
            return
        sentence = undoing.undo(page.desk)
        if sentence is None:
            page.host.toast("没有可以撤回的操作。")
            return
        page.host.toast(sentence)
        record = page.form.record
        page.form.dirty = False
        page.form.clear()
        page.select_next = record
        page.host.changed(page.register.key)

    def do_fill(self) -> None:
        """One field of many records."""
        from app.ui.registers.filling import FillDialog

        page = self.page
        ids = page.selected()
        if not ids:
            page.host.toast("请先在表里选中要填写的记录，按住 Shift 或 Ctrl 可以选多条。")
        elif page.may_leave() and answered(FillDialog(page.host, page.register, ids)):
            page.form.clear()
            page.select_next = ids[0]
            page.host.changed(page.register.key)
            page.table.setFocus()

    def do_import(self, path: Path | None = None) -> None:
        """The import window."""
        from app.ui.dialogs.import_dialog import ImportDialog

        answered(ImportDialog(self.page.host, self.page.register.key, path))

    def do_export(self) -> None:
        """What is shown, as a workbook."""
        from app.ui.dialogs.export_dialog import ExportDialog

        answered(ExportDialog(self.page.host, self.page.wanted()))

    def do_print(self) -> None:
        """The printed register, previewed."""
        from app.ui.dialogs.register_preview import RegisterPreview

        answered(RegisterPreview(self.page.host, self.page.wanted()))

    def do_form(self) -> None:
        """The paper forms of the selected records."""
        from app.services.paper import forms

        page = self.page
        offered = forms(page.register)
        if not offered:
            page.host.toast(f"{page.register.label}没有专用表单，可以用「打印」打印登记簿。")
            return
        menu = QMenu(page)
        if page.register.key == "meeting":
            menu.addAction("会议一条龙…", self.print_meeting)
            menu.addSeparator()
        for form in offered:
            if getattr(form, "of", "record") == "record":
                menu.addAction(form.label, lambda form=form: self.print_form(form.key, form.label))
            else:
                menu.addAction(form.label, lambda form=form: self.print_span_form(form.key, form.label, form.of))
        button = page.tools.buttons["form"]
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def print_meeting(self) -> None:
        """All papers of one meeting together."""
        from app.ui.dialogs.meeting_papers import MeetingPapers

        page = self.page
        chosen = page.selected()
        if len(chosen) != 1:
            page.host.toast("会议一条龙一次印一个会，请先在表里选中一个会议。")
        elif page.may_leave():
            with page.desk.store.read() as connection:
                held = load(connection, page.register, chosen)[chosen[0]]["status"] == "已召开"
            answered(MeetingPapers(page.host, chosen[0], held))

    def print_form(self, key: str, label: str) -> None:
        """One paper form, previewed; an official paper is made of one record."""
        from app.services.official import is_official
        from app.services.paper import has_empty
        from app.ui.dialogs.form_preview import FormPreview
        from app.ui.dialogs.official_preview import OfficialPreview

        page = self.page
        chosen = page.selected()
        if is_official(key) and len(chosen) != 1:
            page.host.toast(f"{label}一次做一份，请先在表里选中一条记录。")
        elif not chosen and not has_empty(key):
            page.host.toast(f"{label}按记录里的姓名印，请先在表里选中记录。")
        elif page.may_leave():
            host = page.host
            answered(
                OfficialPreview(host, key, label, chosen[0])
                if is_official(key)
                else FormPreview(host, key, label, chosen)
            )

    def print_span_form(self, key: str, label: str, of: str) -> None:
        """A form of the month or quarter at hand: today's, or the last of another year; a year is typed instead."""
        from app.ui.dialogs.form_preview import SpanFormPreview

        host = self.page.host
        assert host.desk is not None
        today = host.desk.today()
        month = today.month if today.year == host.year else 12
        first = f"{host.year}-{month:02d}" if of == "month" else f"{host.year}-Q{(month + 2) // 3}"
        answered(SpanFormPreview(host, key, label, of, first))

    def do_month(self) -> None:
        """The month as one grid."""
        if self.page.may_leave():
            self.page.month_wanted.emit()

    def do_more(self) -> None:
        """What is wanted seldom."""
        from app.ui.registers.more import more_menu

        button = self.page.tools.buttons["more"]
        more_menu(self.page).popup(button.mapToGlobal(button.rect().bottomLeft()))

    def do_all(self) -> None:
        """Without any condition but the year."""
        self.page.show_everything()

    def do_paste(self) -> None:
        """Rows copied in Excel go through the same preview as a file."""
        page = self.page
        lines = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text()), delimiter="\t"))
        lines = [line for line in lines if any(cell.strip() for cell in line)]
        if not lines:
            page.host.toast("剪贴板里没有表格：请先在 Excel 里选中几行，按 Ctrl+C 复制。")
            return
        labels = [field.label for field in page.register.fields]
        if not any(cell.strip() in labels for cell in lines[0]):
            typed = [field.label for field in page.register.listed if not field.auto]
            lines.insert(0, typed[: len(lines[0])])
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"粘贴的{page.register.label}.csv"
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file).writerows(lines)
            self.do_import(path)
