import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from app.exchange.headings import headings_of
from app.exchange.importing import Finder, ReadRows, read_rows
from app.exchange.table import FoundTable, find_table
from app.exchange.words import Words, read_words
from app.exchange.workbook import Merged, SheetCells
from app.kinds import Misread
from app.models import BY_KEY

SHEET = (
    b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheetData>%s</sheetData></worksheet>"
)


def of_rows(
    rows: Sequence[Sequence[Any]], name: str = "", merged: Sequence[tuple[int, int, int, int]] = ()
) -> SheetCells:
    """A sheet from its rows, the first being row 1; a blank row is left out as the reader does."""
    numbered = {number: list(cells) for number, cells in enumerate(rows, 1) if any(cell is not None for cell in cells)}
    return SheetCells(name, numbered, tuple(Merged(*corners) for corners in merged))


@pytest.fixture
def sheet() -> Callable[..., SheetCells]:
    return of_rows


@pytest.fixture(scope="session")
def words() -> Words:
    return read_words()


@pytest.fixture
def find() -> Finder:
    """A lookup in which every name is known but 外人, and budget lines exist in 2024 alone."""

    def found(register: str, text: str, year: int | None) -> int:
        if text == "外人" or (register == "budget" and year != 2024):
            raise Misread(f"「{text}」没有登记。")
        return len(text)

    return found


@pytest.fixture
def table(words: Words) -> Callable[..., FoundTable | None]:
    def found(register: str, rows: Sequence[Sequence[Any]], file_name: str = "", **more: Any) -> FoundTable | None:
        return find_table(of_rows(rows, **more), headings_of(BY_KEY[register], words), file_name)

    return found


@pytest.fixture
def read(table: Callable[..., FoundTable | None], words: Words, find: Finder) -> Callable[..., ReadRows]:
    def done(register: str, rows: Sequence[Sequence[Any]], file_name: str = "", **more: Any) -> ReadRows:
        found = table(register, rows, file_name, **more)
        assert found is not None
        return read_rows(BY_KEY[register], found, find, words, date(2026, 3, 7))

    return done


@pytest.fixture
def plain_xlsx(tmp_path: Path) -> Path:
    """A small sound workbook."""
    path = tmp_path / "好.xlsx"
    book = xlsxwriter.Workbook(str(path))
    worksheet = book.add_worksheet("表")
    for row in range(20):
        worksheet.write_row(row, 0, ["姓名", "假别", row])
    book.close()
    return path


@pytest.fixture
def with_sheet(plain_xlsx: Path) -> Callable[[bytes], Path]:
    """The sound workbook with other rows, or another whole sheet, put in."""

    def made(rows: bytes, whole: bool = False) -> Path:
        path = plain_xlsx.with_name("改.xlsx")
        with zipfile.ZipFile(plain_xlsx) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                part = old.read(name)
                if name == "xl/worksheets/sheet1.xml":
                    part = rows if whole else SHEET % rows
                new.writestr(name, part)
        return path

    return made
