"""Which backup to restore, where the data itself cannot be opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from app.services.backing_up import at_all_places
from app.services.safety_notes import read
from app.store.backups import Backup
from app.ui.dialogs.backup_list import BackupList, backup_file
from app.ui.dialogs.frame import button, text_label
from app.ui.style import px

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow


class BackupChoice(QDialog):
    """The backups of a data folder; ``wanted`` is the one that was chosen."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self.wanted: Path | None = None
        self.setObjectName("choice")
        self.setWindowTitle("从备份恢复")
        self.setAccessibleName("从备份恢复")
        self.resize(px(820), px(420))
        found = at_all_places(folder)
        self.list = BackupList()
        self.list.show_backups(found, folder, read(folder).broken)
        self.list.opened.connect(self.take)
        said = (
            "选一份备份；打不开的数据原样留在「恢复前-日期」文件夹里。"
            if found
            else "数据目录里没有备份，请选备份文件。"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.setSpacing(px(9))
        column.addWidget(text_label(said, "soft"))
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(button("choice.file", "从文件恢复…", self.pick))
        row.addStretch(1)
        row.addWidget(button("choice.back", "取消", self.reject))
        self.agree = button("choice.restore", "恢复", lambda: self.take(self.list.chosen_backup()), "primary")
        self.agree.setEnabled(bool(found))
        row.addWidget(self.agree)
        column.addLayout(row)

    def take(self, backup: Backup | None) -> None:
        """The backup at hand."""
        if backup is not None:
            self.wanted = backup.path
            self.accept()

    def pick(self) -> None:
        """A backup from elsewhere."""
        self.wanted = backup_file(self)
        if self.wanted is not None:
            self.accept()
