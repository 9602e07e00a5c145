"""How fast a register prints and in how much memory, against a bare canvas and reportlab's LongTable in the same run.

Every way prints in a process of its own, so that the memory of one is not that of another:
``python -m tests.bench.register_pdf WAY ROWS FILE`` prints once and tells seconds and megabytes.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from app.reports.render.fonts import pc_fonts
from app.reports.render.pdf import write_register
from app.reports.sheet import Sheet, SheetColumn, SheetRow, shown_amount
from tests.bench.measuring import ratio_line

ROWS, MANY_ROWS = 10_000, 100_000
"""A large year, and ten of them: memory must not grow with the book."""
COLUMNS = (
    SheetColumn("序号", 0.6, "center"),
    SheetColumn("日期", 1.2, "center"),
    SheetColumn("来宾单位", 2),
    SheetColumn("人数", 0.7, "right"),
    SheetColumn("公务事由", 3),
    SheetColumn("公函文号", 2),
    SheetColumn("经办人", 1, "center"),
    SheetColumn("合计（元）", 1.2, "right", total=True),
    SheetColumn("备注", 1),
)
UNITS = ("县农业农村局", "县财政局", "县委办公室", "市乡村振兴局", "县住房和城乡建设局")
PURPOSES = (
    "调研秋冬季农业生产",
    "检查年度预算执行情况和财务管理",
    "督查重点工作落实情况",
    "学习交流农村人居环境整治的经验做法，实地查看村庄",
)


def record(number: int) -> SheetRow:
    """One reception, as long as such records are."""
    amount = Decimal(number % 900 * 50 + 4000) / 100
    unit, purpose = UNITS[number % len(UNITS)], PURPOSES[number % len(PURPOSES)]
    texts = (
        str(number),
        "2026-03-07",
        unit,
        str(number % 9 + 1),
        f"{purpose}（第{number}次）",
        f"云函〔2026〕{number}号",
        "林一舟",
    )
    return SheetRow((*texts, shown_amount(amount), ""), (amount,))


def print_ours(path: Path, rows: int) -> int:
    """Print the register as the program does, and give its pages."""
    return write_register(Sheet("公务接待登记簿", COLUMNS, map(record, range(1, rows + 1))), path).pages


def print_bare(path: Path, rows: int) -> None:
    """Print the same cells on the library's canvas with the least that can be called line breaking: the floor.

    Every cell is measured character by character and cut at the width; every page has its head and its rules. There
    is no care for closing marks, rare characters, totals or shrinking.
    """
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    font = pc_fonts().role("song").names["中"]
    canvas = Canvas(str(path), pagesize=landscape(A4), pageCompression=1)
    share = 720 / sum(column.width for column in COLUMNS)
    widths = [column.width * share for column in COLUMNS]
    known: dict[str, float] = {}

    def advance(character: str) -> float:
        if character not in known:
            known[character] = stringWidth(character, font, 9)
        return known[character]

    def lines_of(text: str, width: float) -> list[str]:
        lines, line, used = [], "", 0.0
        for character in text:
            wide = advance(character)
            if used + wide > width and line:
                lines.append(line)
                line, used = "", 0.0
            line, used = line + character, used + wide
        return [*lines, line]

    def head() -> None:
        x = 60.0
        canvas.setFont(font, 9)
        for column, width in zip(COLUMNS, widths, strict=True):
            canvas.drawString(x + 3, 530, column.label)
            x += width

    head()
    top = 520.0
    for number in range(1, rows + 1):
        cells = [lines_of(text, width - 6) for text, width in zip(record(number).cells, widths, strict=True)]
        height = max(len(cell) for cell in cells) * 11 + 4
        if top - height < 50:
            canvas.showPage()
            head()
            top = 520.0
        x = 60.0
        for cell, width in zip(cells, widths, strict=True):
            for line, text in enumerate(cell):
                canvas.drawString(x + 3, top - 10 - 11 * line, text)
            canvas.line(x, top, x, top - height)
            x += width
        canvas.line(60, top - height, 780, top - height)
        top -= height
    canvas.save()


def print_long_table(path: Path, rows: int) -> None:
    """Print the same cells with the library's own table."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

    style = ParagraphStyle("cell", fontName=pc_fonts().role("song").names["中"], fontSize=9, leading=11, wordWrap="CJK")
    share = 720 / sum(column.width for column in COLUMNS)
    cells = [[Paragraph(text, style) for text in record(number).cells] for number in range(1, rows + 1)]
    head = [Paragraph(column.label, style) for column in COLUMNS]
    table = LongTable([head, *cells], [column.width * share for column in COLUMNS], repeatRows=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.4, "#000000")]))
    SimpleDocTemplate(str(path), pagesize=landscape(A4)).build([table])


WAYS: dict[str, Callable[[Path, int], object]] = {
    "ours": print_ours,
    "bare": print_bare,
    "LongTable": print_long_table,
}


def print_once(way: str, rows: int, path: Path) -> None:
    """Print once in this process and tell how long it took and how much memory it needed at most."""
    WAYS[way](path, 20)
    start = time.perf_counter()
    WAYS[way](path, rows)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(time.perf_counter() - start, peak)


def measured(way: str, rows: int, folder: str) -> tuple[float, float]:
    """Seconds and megabytes of one way in a process of its own."""
    asked = [sys.executable, "-m", "tests.bench.register_pdf", way, str(rows), f"{folder}/{way}.pdf"]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()
    return float(told[0]), float(told[1])


def main() -> None:
    """Print the lines for the table of measurements."""
    with tempfile.TemporaryDirectory() as folder:
        found = {way: measured(way, ROWS, folder) for way in WAYS}
        small, large = measured("ours", ROWS // 10, folder), measured("ours", MANY_ROWS, folder)
    what = f"打印台账 {ROWS} 行 × {len(COLUMNS)} 栏"
    print(ratio_line(what, found["ours"][0], found["LongTable"][0], "LongTable", 0.1))
    print(ratio_line(what, found["ours"][0], found["bare"][0], "裸画布", 1.3))
    told = "，".join(f"{way} {megabytes:.0f} MB" for way, (_, megabytes) in found.items())
    print(f"{what}最多占用内存：{told}；{ROWS // 10} 行 {small[1]:.0f} MB，{MANY_ROWS} 行 {large[1]:.0f} MB")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        print_once(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
