"""From process start to the first painted window and to readiness, against a bare QMainWindow in the same run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.measuring import medians, ratio_line

TIMES = 9
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: print("painted", file=sys.stderr, flush=True))

application = QApplication(sys.argv[:1])
window = Window()
window.resize(1366, 768)
window.show()
application.exec()
"""
WITH_SQLALCHEMY = "import sqlalchemy, sqlalchemy.orm\n" + BARE


@contextmanager
def started(*words: str) -> Iterator[Iterator[tuple[str, float]]]:
    """Each line a program writes to standard error, with the seconds since its start; it is ended afterwards."""
    begin = time.perf_counter()
    env = {**os.environ, "TAIZHANG_TIMES": "1"}
    program = subprocess.Popen([sys.executable, *words], stderr=subprocess.PIPE, text=True, env=env)
    assert program.stderr is not None
    try:
        yield ((line.strip(), time.perf_counter() - begin) for line in program.stderr)
    finally:
        program.send_signal(signal.SIGTERM)
        program.communicate(timeout=30)


def seconds_until(word: str, *words: str) -> float:
    """Seconds from the start of a program until it says a word."""
    said: list[str] = []
    with started(*words) as lines:
        for line, seconds in lines:
            said.append(line)
            if line.split(" ")[0] == word:
                return seconds
    raise RuntimeError(f"the program ended before it said «{word}»: {said}")


def main() -> None:
    """Prints the two ratios of the start, and what an early SQLAlchemy would cost."""
    with tempfile.TemporaryDirectory() as folder:
        program = ("-m", "app", "--data", folder)
        subprocess.run([sys.executable, *program, "demo"], check=True, stdout=subprocess.DEVNULL)
        (Path(folder) / "window.ini").write_text("[General]\ntab=documents\n", encoding="utf-8")
        found = medians(
            {
                "bare": lambda: seconds_until("painted", "-c", BARE),
                "early": lambda: seconds_until("painted", "-c", WITH_SQLALCHEMY),
                "painted": lambda: seconds_until("painted", *program),
                "ready": lambda: seconds_until("ready", *program),
            },
            times=TIMES,
        )
    print(ratio_line("第一次画出窗口", found["painted"], found["bare"], "空窗口", 1.5))
    print(ratio_line("数据打开、可以录入", found["ready"], found["bare"], "空窗口", 5))
    print(ratio_line("（对照）先导入 SQLAlchemy 的空窗口", found["early"], found["bare"], "空窗口", 5))


if __name__ == "__main__":
    main()
