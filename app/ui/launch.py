"""Opening the window: paint first, then read the data."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.ui import input_method, style
from app.ui.main_window import MainWindow

FRAME = 40
"""Pixels that a system may put round a window; a screen without room for them is filled."""


def since_start() -> int:
    """Milliseconds since the process began; 0 where the system does not tell."""
    try:
        with open("/proc/self/stat", encoding="ascii") as stat:
            ticks = int(stat.read().rsplit(")", 1)[1].split()[19])
        return round((time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")) * 1000)
    except (OSError, AttributeError, ValueError):
        return 0


def say_time(what: str) -> None:
    """Prints «painted 123» to standard error where TAIZHANG_TIMES asks for it."""
    if os.environ.get("TAIZHANG_TIMES"):
        print(what, since_start(), file=sys.stderr, flush=True)


def tell_of_input(window: MainWindow) -> None:
    """Once on a PC: that no input method is reached, so that nobody wonders why no Chinese comes."""
    if not input_method.is_reached(os.environ, input_method.has_plugin) and not window.remembered.value("input_told"):
        window.remembered.setValue("input_told", True)
        window.toast(input_method.UNREACHED)


def sentences_for(window: MainWindow) -> Callable[[type[BaseException], BaseException, Any], None]:
    """What is done with an error that nothing met: one sentence on the window, the whole in the log.

    One sentence at a time: an error while one is being read goes into the log alone.
    """
    from app.ui.messages import log, sentence_of

    reading = False

    def tell(kind: type[BaseException], error: BaseException, traceback: Any) -> None:
        nonlocal reading
        log.error("not met", exc_info=(kind, error, traceback))
        if reading or not issubclass(kind, Exception):
            return
        reading = True
        try:
            window.fail(sentence_of(error))
        finally:
            reading = False

    return tell


class Program(QObject):
    """The one window of the program; after a restore another takes its place."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.window: MainWindow | None = None
        self.room = application.primaryScreen().availableGeometry()

    def open(self, folder: str, said: str = "") -> MainWindow:
        """A window on a data folder, shown; a sentence is said as soon as it can be typed into."""
        before, window = self.window, MainWindow(folder)
        self.window = window
        if before is not None:
            before.deleteLater()
        sys.excepthook = sentences_for(window)
        window.reopen = self.open
        window.ready.connect(lambda: self.settle(window, said))
        window.painted.connect(lambda: QTimer.singleShot(0, window.begin))
        if self.room.width() < window.width() + FRAME or self.room.height() < window.height() + FRAME:
            window.showMaximized()
        else:
            window.show()
        return window

    def settle(self, window: MainWindow, said: str) -> None:
        """What begins once the data is open: backups by themselves, and what is to be told."""
        from app.ui.safekeeping import Safekeeping

        Safekeeping(window)
        if said:
            window.toast(said)
        else:
            tell_of_input(window)


def open_window(folder: str) -> int:
    """The window on a data folder («» for the usual one), until it is closed."""
    input_method.prepare()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("台账")
    application.setDesktopFileName("taizhang")
    style.apply(application)
    window = Program(application).open(folder)
    window.ready.connect(lambda: say_time("ready"))
    window.painted.connect(lambda: say_time("painted"))
    return application.exec()
