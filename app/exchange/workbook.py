"""Reading a spreadsheet file into cells, in a child process that may fail without harm."""

from __future__ import annotations

import marshal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from app.exchange import reader
from app.exchange.preflight import NotAWorkbook, preflight

__all__ = ["Cell", "Merged", "NotAWorkbook", "SheetCells", "child_command", "read_workbook"]

Cell = str | float | int | bool | date | datetime | time | timedelta | None

SECONDS = 20
SECONDS_LARGE = 60
LARGE = 10 * 1024 * 1024

_FROM_STAMP: dict[str, Callable[[str], Cell]] = {
    "d": date.fromisoformat,
    "m": datetime.fromisoformat,
    "t": time.fromisoformat,
    "l": lambda text: timedelta(seconds=float(text)),
}


@dataclass(frozen=True)
class Merged:
    """A merged range: row numbers as Excel shows them, columns counted from 0, both ends inside."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class SheetCells:
    """The cells of one sheet; blank rows are left out, the others stand under the number that Excel shows."""

    name: str
    rows: dict[int, list[Cell]]
    merged: tuple[Merged, ...] = ()


def read_workbook(path: Path, seconds: int | None = None) -> list[SheetCells]:
    """The sheets of an xlsx, xls or csv file in their order (a csv's has no name); NotAWorkbook says why not."""
    preflight(path)
    if seconds is None:
        seconds = SECONDS if path.stat().st_size <= LARGE else SECONDS_LARGE
    kind, content = _answer(path, seconds)
    if kind == "error":
        raise NotAWorkbook(f"不能导入「{path.name}」：{content}。")
    return [_sheet(*parts) for parts in content]


def child_command(path: Path, seconds: int) -> list[str]:
    """How the child is started: the reader by its path, or the packaged program asked to be the reader."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-workbook", str(path), str(seconds)]
    return [sys.executable, "-I", str(Path(reader.__file__)), str(path), str(seconds)]


def _answer(path: Path, seconds: int) -> tuple[str, Any]:
    """What the child says; one that died, took too long or spoke nonsense counts as a damaged file."""
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(
            child_command(path.absolute(), seconds),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds + 1,
            creationflags=hidden,
            check=False,
        )
        kind, content = marshal.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return "error", f"读了 {seconds} 秒还没有读完，请删去多余的行列或分成几个文件再导入"
    except (EOFError, ValueError, TypeError):
        return "error", f"读取时失败，文件太大或已损坏，请删去多余的空行空列，{reader_advice()}"
    return str(kind), content


def reader_advice() -> str:
    """The end of a sentence that tells how to mend most files."""
    return "在 Excel 或 WPS 里另存为 xlsx 再导入"


def _sheet(
    name: str,
    numbers: list[int],
    rows: list[list[Cell]],
    stamps: list[tuple[int, int, str, str]],
    merged: list[tuple[int, int, int, int]],
) -> SheetCells:
    """One sheet from what the child sent, dates put back into their cells."""
    for index, column, letter, text in stamps:
        rows[index][column] = _FROM_STAMP[letter](text)
    return SheetCells(name, dict(zip(numbers, rows, strict=True)), tuple(Merged(*corners) for corners in merged))
