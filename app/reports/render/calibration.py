"""校准页: crosses at known places and scales in millimetres, by which one measures how far a printer prints off."""

from __future__ import annotations

from pathlib import Path

from app.reports.render.fonts import Fonts, pc_fonts
from app.reports.render.pdf_canvas import A4, MM, Paper

CROSSES = ((30.0, 40.0), (180.0, 40.0), (30.0, 257.0), (180.0, 257.0))
"""Middles of the crosses in millimetres from the left and the upper edge of the sheet."""
ARM = 10.0
"""Millimetres of a cross on each side of its middle, a mark at every millimetre."""
LINES = (
    "打印机校准页",
    "1. 用直尺量左上角十字的中心：离纸的左边、上边各多少毫米。",
    "2. 应为左边 30 毫米、上边 40 毫米。",
    "3. 量得左边 31.5、上边 39，就填：向右 -1.5，向下 1。",
    "4. 填好后再印一次，十字中心正好在 30、40 毫米处就对了。",
)


def write_calibration(path: Path, fonts: Fonts | None = None) -> int:
    """Writes the page; its number of pages."""
    paper = Paper("打印机校准页", fonts or pc_fonts())
    for x, y in CROSSES:
        _cross(paper, x * MM, y * MM)
    for number, line in enumerate(LINES):
        size, role = (18, "title") if not number else (12, "song")
        paper.centred(A4[0] / 2, (90 + 12 * number) * MM, line, role, size)  # type: ignore[arg-type]
    paper.end_page()
    paper.save(path)
    return paper.pages


def _cross(paper: Paper, x: float, y: float) -> None:
    arm = ARM * MM
    paper.rules([(x - arm, y, x + arm, y), (x, y - arm, x, y + arm)], 0.4)
    for step in range(1, int(ARM) + 1):
        long = 1.6 * MM if step % 5 == 0 else 0.8 * MM
        off = step * MM
        for way in (-1, 1):
            paper.rules([(x + way * off, y - long, x + way * off, y + long)], 0.2)
            paper.rules([(x - long, y + way * off, x + long, y + way * off)], 0.2)
