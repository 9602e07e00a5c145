"""How long the window's thread is held after the start: the longest stretch without a turn of its loop, by step."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui import style
from app.ui.main_window import TABS, MainWindow
from tests.bench.measuring import limit_line

GOAL = 0.050
"""Seconds that the thread may be held."""
TICK = 2
"""Milliseconds between two looks."""
PATIENCE = 60.0
Step = tuple[str, Callable[[], object], Callable[[], bool]]


class Watch:
    """A timer on the window's own thread: what stands between two of its ticks held the thread."""

    def __init__(self) -> None:
        self.longest: dict[str, float] = {}
        self.step = ""
        self._last = time.perf_counter()
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TICK)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        held, self._last = now - self._last, now
        if self.step:
            self.longest[self.step] = max(self.longest.get(self.step, 0.0), held)

    def walk(self, step: Step) -> None:
        """Does a step as an event of the loop, and turns the loop until its work is done."""
        name, act, done = step
        turn(lambda: True)
        self._last, self.step = time.perf_counter(), name
        QTimer.singleShot(0, act)
        turn(done)
        self.step = ""


def turn(done: Callable[[], bool]) -> None:
    """Turns the loop until something is so, and a little longer."""
    end, after = time.perf_counter() + PATIENCE, 0.0
    while time.perf_counter() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        if not done():
            after = 0.0
        elif not after:
            after = time.perf_counter() + 0.15
        elif time.perf_counter() > after:
            return
    raise TimeoutError("a step was not done in time")


def steps(window: MainWindow) -> Iterator[Step]:
    """A clerk's way through the program."""

    def idle() -> bool:
        return not window.workers.jobs

    for tab, label in TABS.items():
        yield f"打开 {label}", lambda tab=tab: window.open_tab(tab), idle
    for register in ("incoming", "visit", "reception", "expense", "leave", "petition"):
        yield f"打开台账 {register}", lambda register=register: window.open_register(register), idle
    page: Any = window.open_register("visit")
    yield "查找", lambda: (page.finding.box.setText("lx"), page.finding.asked.emit()), idle
    yield "查找汉字", lambda: (page.finding.box.setText("柳溪"), page.finding.asked.emit()), idle
    yield "选中一条", lambda: page.table.selectRow(0), idle
    yield "新增", lambda: page.acting.act("new"), idle
    yield "打字", lambda: QTest.keyClicks(QApplication.focusWidget(), "zs"), idle
    yield "放弃", lambda: page.form.clear(), idle
    yield "翻到底", lambda: page.table.scrollToBottom(), idle
    yield "换年度", lambda: window.set_year(window.year - 1), idle
    yield "全部台账中查找", lambda: window._find_everywhere("防汛"), idle
    today: Any = window.open_tab("today")
    for key in ("check", "figures", "person", "villages"):
        yield f"今日 {key}", lambda key=key: today.open_page(key), idle
    summaries: Any = window.open_tab("summaries")
    yield "重新生成总结", lambda: summaries.change_text(), idle


def main() -> None:
    """Prints the longest stretch of each step, the longest first, and whether the goal is met."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        from app.services.demo import make_demo
        from app.services.desk import create_desk

        desk = create_desk(data, "文书")
        make_demo(desk, desk.today().year)
        desk.close()
        kept = QSettings(str(data / "window.ini"), QSettings.Format.IniFormat)
        kept.setValue("tab", "documents")
        kept.sync()
        application = QApplication(sys.argv[:1])
        style.apply(application)
        window = MainWindow(str(data))
        ready: list[bool] = []
        window.ready.connect(lambda: ready.append(True))
        window.show()
        window.begin()
        turn(lambda: bool(ready) and not window.workers.jobs)
        watch = Watch()
        for step in steps(window):
            watch.walk(step)
        for name, held in sorted(watch.longest.items(), key=lambda each: -each[1])[:12]:
            print(f"窗口线程最长占用：{name} {held * 1000:.0f} 毫秒")
        print(limit_line("窗口线程最长占用", max(watch.longest.values()), GOAL))
        window.close()
        shutil.rmtree(data, ignore_errors=True)


if __name__ == "__main__":
    main()
