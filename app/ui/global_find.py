"""The search over all registers: as one types, a list under the box; Enter opens the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from app.models import BY_KEY
from app.services import listing
from app.ui.editors.suggestions import Offer, Suggestions

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

AFTER = 200
"""Milliseconds without a keystroke before the question is asked."""


class FoundEverywhere(QObject):
    """What all registers hold of the words typed."""

    def __init__(self, host: MainWindow) -> None:
        super().__init__(host)
        self.host, self.box = host, host.find_everywhere
        self.list = Suggestions(self.box)
        self.list.setAccessibleName("全部台账中找到的记录")
        self.list.taken.connect(self.open)
        self._asked, self._text = 0, ""
        self._waiting = self._hurried = False
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self._ask)
        self.box.installEventFilter(self)

    def look_for(self, text: str) -> None:
        """The question is asked when the typing pauses."""
        self._text = text.strip()
        self._asked += 1  # an answer on its way is for other words
        self._waiting, self._hurried = bool(self._text), False
        if self._text:
            self._timer.start()
        else:
            self._timer.stop()
            self.list.hide()

    def _ask(self) -> None:
        desk, text, number = self.host.desk, self._text, self._asked
        if desk is not None:
            self.host.run_in_background(
                lambda job: listing.search_everywhere(desk, text), lambda found: self._show(number, found)
            )

    def _show(self, number: int, found: list[tuple[str, int, list[str]]]) -> None:
        if number != self._asked or not self.box.hasFocus():
            return
        self._waiting = False
        offers = []
        for register, record, row in found:
            words = "  ".join(dict.fromkeys(text.partition("\n")[0] for text in row[1:6] if text))
            offers.append(Offer((register, record), f"{BY_KEY[register].label}　{words[:60]}"))
        self.list.offer(offers or [Offer(None, "没有找到")])
        if self._hurried:
            self._hurried = False
            self.open()

    def open(self) -> None:
        """The chosen record in its register."""
        offer = self.list.chosen()
        if offer is not None and offer.meant is not None:
            self.list.hide()
            self.host.open_record(*offer.meant)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """↑ ↓ Enter and Esc belong to the list; it goes when the keyboard goes."""
        if event.type() == QEvent.Type.FocusOut:
            self.list.hide()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._takes(event.key()):
            return True
        return super().eventFilter(watched, event)

    def _takes(self, key: int) -> bool:
        """Whether a key was meant for the list."""
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._waiting:
            self._hurried = True  # a list that is shown is that of other words
            return True
        if not self.list.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif enter:
            self.open()
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
        else:
            return False
        return True
