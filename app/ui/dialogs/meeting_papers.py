"""会议一条龙: the papers of one meeting, looked at and printed together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from app.ui.dialogs.print_preview import PAUSE, Make, PrintPreview

if TYPE_CHECKING:
    from app.services.printed import Told
    from app.ui.background import Job
    from app.ui.main_window import MainWindow


class MeetingPapers(PrintPreview):
    """A box for each paper over the pages; 纪要 waits until the meeting is held."""

    def __init__(self, window: MainWindow, meeting: int, is_held: bool) -> None:
        from app.services.meeting_papers import labels

        super().__init__(window, "会议一条龙")
        assert window.desk is not None
        self.desk, self.meeting = window.desk, meeting
        self.boxes: dict[str, QCheckBox] = {}
        for key, label in labels().items():
            box = QCheckBox(label)
            box.setObjectName(f"papers.{key}")
            box.setAccessibleName(label)
            box.setChecked(is_held if key == "minutes" else True)
            box.toggled.connect(lambda: self.later.start(PAUSE))
            self.boxes[key] = box
            self.options.addWidget(box)
        self.options.addStretch(1)

    def told(self) -> Told:
        """The print of the papers."""
        from app.services.printed import of_form

        return of_form(self.desk, "notice", self.title, "meeting", [self.meeting])

    def make(self) -> Make:
        """The papers that are ticked."""
        keys = [key for key, box in self.boxes.items() if box.isChecked()]

        def write(job: Job, path: Path) -> object:
            from app.services.meeting_papers import write_papers

            return write_papers(self.desk, self.meeting, keys, path, job.progress, job.cancelled)

        return write
