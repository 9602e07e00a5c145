"""How long each style of summary takes over 100,000 records, its figures and its Word file included."""

from __future__ import annotations

import tempfile
import time
from functools import partial
from pathlib import Path

from app.reports.summaries import STYLES
from app.services.desk import Desk
from app.services.summaries import write
from tests.bench.figures import YEAR, made
from tests.bench.measuring import limit_line, medians


def seconds(desk: Desk, style: str, out: Path) -> float:
    """How long one summary takes."""
    start = time.perf_counter()
    written = write(desk, style, YEAR, out)
    took = time.perf_counter() - start
    assert written.figures
    return took


def main() -> None:
    """Prints a line for each style."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(made(Path(folder) / "一年", long=False), "文书")
        out = Path(folder) / "总结.docx"
        took = medians({style.key: partial(seconds, desk, style.key, out) for style in STYLES}, times=3)
        desk.close()
    for style in STYLES:
        print(limit_line(f"{style.name}，十万条记录", took[style.key], 3.0))


if __name__ == "__main__":
    main()
