"""How fast a register prints, against reportlab's LongTable of Paragraphs in the same run."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from app.reports.render.fonts import pc_fonts
from app.reports.render.pdf import write_register
from app.reports.sheet import Sheet, SheetColumn, SheetRow, shown_amount
from tests.bench.measuring import ratio_line

ROWS, PEER_ROWS = 10_000, 1_000
"""The peer prints a tenth: its time grows with the rows, and it takes more than ten seconds for all."""
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


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def print_ours(path: Path, rows: int) -> int:
    """Print the register as the program does, and give its pages."""
    return write_register(Sheet("公务接待登记簿", COLUMNS, map(record, range(1, rows + 1))), path).pages


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


def main() -> None:
    """Print one line for the table of measurements."""
    with tempfile.TemporaryDirectory() as folder:
        print_ours(Path(folder, "warm.pdf"), 100)
        ours = seconds(lambda: print_ours(Path(folder, "ours.pdf"), ROWS))
        peer = seconds(lambda: print_long_table(Path(folder, "peer.pdf"), PEER_ROWS)) * ROWS / PEER_ROWS
    print(ratio_line(f"打印台账 {ROWS} 行 × {len(COLUMNS)} 栏", ours, peer, "LongTable", 0.1))


if __name__ == "__main__":
    main()
