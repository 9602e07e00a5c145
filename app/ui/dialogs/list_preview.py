"""A list of the window as it will look on paper; then the printer, or a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.ui.dialogs.print_preview import Make, PrintPreview

if TYPE_CHECKING:
    from app.reports.sheet import Sheet
    from app.services.desk import Desk
    from app.ui.background import Job
    from app.ui.main_window import MainWindow


class ListPreview(PrintPreview):
    """The pages of a list, made from the data when the window opens."""

    def __init__(
        self, window: MainWindow, title: str, of: Callable[[Desk], Sheet], help_page: str = "02-today"
    ) -> None:
        self.help_page = help_page
        super().__init__(window, title)
        assert window.desk is not None
        self.desk, self.of = window.desk, of

    def make(self) -> Make:
        """The list as it stands now."""

        def write(job: Job, path: Path) -> object:
            from app.services.printed_lists import print_sheet

            return print_sheet(self.of(self.desk), path)

        return write


def preview_list(window: MainWindow, title: str, of: Callable[[Desk], Sheet], help_page: str = "02-today") -> None:
    """Shows a list as it prints."""
    from app.ui.messages import answered

    answered(ListPreview(window, title, of, help_page))
