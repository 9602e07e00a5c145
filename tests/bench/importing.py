"""How long reading and writing workbooks takes against the bare libraries; run by the bench, never by the suite."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from app.exchange.sheets import read_register
from app.exchange.words import read_words
from app.exchange.workbook import read_workbook
from app.exchange.writing import Exported, write_register
from app.models import BY_KEY

BARE_READ = """
import sys
from python_calamine import CalamineWorkbook
CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
"""
KEYS = ("date", "staff", "village", "kind", "days", "households", "found", "solved", "transport")


def visits(count: int) -> list[Exported]:
    """Records of nine filled fields each."""
    records = []
    for number in range(count):
        values = (
            date(2024, 1, 1) + timedelta(days=number % 700),
            number % 40 + 1,
            number % 9 + 1,
            "入户走访",
            Decimal("0.5"),
            number % 7,
            f"灌渠淤堵第{number}处",
            number % 2 == 0,
            "步行",
        )
        records.append(Exported(2024, number + 1, dict(zip(KEYS, values, strict=True))))
    return records


def bare_write(path: Path, count: int) -> None:
    """The same cells by XlsxWriter alone."""
    from xlsxwriter import Workbook

    book = Workbook(str(path), {"constant_memory": True})
    sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
    for row, record in enumerate(visits(count), 1):
        sheet.write_number(row, 0, row)
        for column, value in enumerate(record.values.values(), 1):
            if isinstance(value, date):
                sheet.write_datetime(row, column, value, day)
            elif isinstance(value, bool | str):
                sheet.write_string(row, column, str(value))
            else:
                sheet.write_number(row, column, float(value))
    book.close()


def seconds(work: Callable[[], object]) -> float:
    """How long the work took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(count: int = 50_000) -> dict[str, float]:
    """Seconds of reading, finding and reading rows, writing, and of the bare libraries."""
    register, words = BY_KEY["visit"], read_words()
    with tempfile.TemporaryDirectory() as folder:
        path, bare = Path(folder) / "走访.xlsx", Path(folder) / "bare.xlsx"
        measured = {
            "write": seconds(lambda: write_register(path, register, visits(count), lambda of, key: f"{of}{key}"))
        }
        measured["bare write"] = seconds(lambda: bare_write(bare, count))
        measured["bare read"] = seconds(
            lambda: subprocess.run([sys.executable, "-c", BARE_READ, str(path)], check=True)
        )
        measured["read"] = seconds(lambda: read_workbook(path))
        sheets = read_workbook(path)
        result = []
        measured["rows"] = seconds(
            lambda: result.append(read_register(register, sheets, lambda of, text, year: 1, words, date(2026, 1, 1)))
        )
        assert len(result[0].drafts) == count
    return measured


if __name__ == "__main__":
    for name, took in measure().items():
        print(f"{name:12} {took:.2f} s")
