"""按理由放行清单 as it will look on paper; then the printer, or a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from app.ui.dialogs.print_preview import Make, PrintPreview

if TYPE_CHECKING:
    from app.ui.background import Job
    from app.ui.main_window import MainWindow


class OverridesPreview(PrintPreview):
    """The reasons typed in the year of the window."""

    help_page = "10-figures"

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, "按理由放行清单")
        assert window.desk is not None
        self.desk, self.year = window.desk, window.year
        self.options.addWidget(QLabel(f"{self.year} 年写明理由后放行的记录，供纪委监督检查。"))
        self.options.addStretch(1)

    def make(self) -> Make:
        """The list of the year."""
        desk, year = self.desk, self.year

        def write(job: Job, path: Path) -> object:
            from app.services.overriding import print_overrides

            return print_overrides(desk, year, path)

        return write
