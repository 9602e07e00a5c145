"""An unknown name, added at once: the first fields of its register in a small window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout

from app.ui.style import px

if TYPE_CHECKING:
    from app.models.register import Register
    from app.ui.main_window import MainWindow


def add_record(host: MainWindow, register: Register, name: str) -> int | None:
    """The id of a new record called so, None where the person gave up."""
    from app.services import records
    from app.ui.registers.form import RecordForm

    assert host.desk is not None
    dialog = QDialog(host)
    dialog.setWindowTitle(f"新增{register.label}")
    dialog.setObjectName(f"add.{register.key}")
    dialog.resize(px(420), px(560))
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    form = RecordForm(host, register, dialog)
    column.addWidget(form)
    form.begin(records.blank(host.desk, register) | {register.title_key: name})
    made: list[int] = []
    form.saved.connect(made.append)
    form.saved.connect(dialog.accept)
    form.left.connect(dialog.reject)
    dialog.exec()
    dialog.deleteLater()
    return made[0] if made else None
