"""The list of backups, and the question before one of them is restored."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.safety_verdict import told_moment
from app.store.backups import Backup
from app.store.room import megabytes
from app.ui.pages.lists import ListRow, ListView

HEADS = ("时间", "缘由", "大小", "核对", "在哪里")
FILTER = "台账备份 (*.zip)"


class BackupList(ListView):
    """Backups at all places, newest first."""

    def __init__(self) -> None:
        super().__init__("safety.backups", "备份", HEADS)
        self.widths(150, 110, 90, 90, 300, stretch=4)

    def show_backups(self, found: list[Backup], folder: Path, broken: dict[str, str]) -> None:
        """The rows; the newest is chosen."""
        now = datetime.now()
        self.show_rows([backup_row(each, folder, broken, now) for each in found])
        if found:
            self.setCurrentIndex(self.list_model.index(0, 0))

    def chosen_backup(self) -> Backup | None:
        """The backup at hand."""
        at = self.currentIndex().row()
        return self.list_model.rows[at].stands_for if 0 <= at < len(self.list_model.rows) else None


def backup_row(each: Backup, folder: Path, broken: dict[str, str], now: datetime) -> ListRow:
    """One backup as a row; a damaged one says so in red."""
    size = megabytes(each.manifest.size) if each.manifest else "—"
    state = "读不出来" if each.manifest is None else "已损坏" if each.path.name in broken else "已核对"
    where = "本机" if each.path.is_relative_to(folder) else str(each.path.parent)
    colour = "well" if state == "已核对" else "broken"
    return ListRow((told_moment(each.at, now), each.why, size, state, where), each, {3: colour, 4: "soft"})


def backup_file(parent: QWidget) -> Path | None:
    """A backup that the person picks out of the system's window."""
    chosen, _ = QFileDialog.getOpenFileName(parent, "从哪一份备份恢复", "", FILTER)
    return Path(chosen) if chosen else None


def question(at: datetime | None) -> str:
    """What is asked before the data is replaced."""
    when = f"{told_moment(at, datetime.now())} 的数据" if at else "这份备份里的数据"
    return (
        f"恢复到{when}吗？之后登记的内容不在里面。现在的数据不会丢，"
        "完整地留在数据目录的「恢复前-日期」文件夹里。恢复时窗口会关闭，完成后自动打开。"
    )
