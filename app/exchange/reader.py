"""The child process that reads one spreadsheet: a file name in, marshalled cells out, within limits of memory and time.

It imports nothing of the program, so that it starts quickly and can be run by its path. A file that makes the
spreadsheet library abort takes down this process alone.
"""

from __future__ import annotations

import csv
import html
import io
import marshal
import os
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

MEMORY = 1024 * 1024 * 1024
DAMAGED = "文件已损坏或不是 Excel 工作簿，请在 Excel 或 WPS 里打开后另存为 xlsx 再导入"
LOCKED = "工作簿加了密码，请先在 Excel 或 WPS 里取消密码再导入"
TOO_BIG = "工作簿太大，读取时内存不够，请删去多余的空行空列或分成几个文件再导入"
ENCODING = "文本文件的编码认不出来，请在 Excel 或 WPS 里另存为 xlsx 再导入"

STAMPED = frozenset((datetime, date, time, timedelta))

ERROR_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})(\d+)"(?: [^>]*)? t="e"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<]*)</v>'
)

Row = list[Any]
Wrong = dict[int, dict[int, str]]
Stamp = tuple[int, int, str, str]
Sheet = tuple[str, list[int], list[Row], list[Stamp], list[tuple[int, int, int, int]]]


def main(path: str, seconds: int) -> int:
    """Write the marshalled answer ("sheets", …) or ("error", sentence) to standard output."""
    answer = os.fdopen(os.dup(1), "wb")
    limit(seconds)
    try:
        result: tuple[str, Any] = ("sheets", read(Path(path)))
    except MemoryError:
        result = ("error", TOO_BIG)
    except BaseException as problem:
        # A panic of the library is no Exception; whatever goes wrong here is the file's fault and becomes a sentence.
        result = ("error", sentence(problem))
    with answer:
        marshal.dump(result, answer)
    return 0


def limit(seconds: int) -> None:
    """Bound memory and processor time where the system can; the parent watches the clock everywhere."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def sentence(problem: BaseException) -> str:
    """What the user is told about a file that the library refuses."""
    if isinstance(problem, UnicodeDecodeError):
        return ENCODING
    words = f"{type(problem).__name__} {problem}".lower()
    return LOCKED if "password" in words or "encrypt" in words else DAMAGED


def read(path: Path) -> list[Sheet]:
    """All sheets of a workbook, or the one sheet of a text file."""
    with path.open("rb") as file:
        start = file.read(8)
    if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return workbook_sheets(path)
    return [text_sheet(path)]


def workbook_sheets(path: Path) -> list[Sheet]:
    """The worksheets of xlsx or xls; chart sheets are no worksheets."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum

    book = CalamineWorkbook.from_path(str(path))
    names = [sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    wrong = formula_errors(path)
    return [worksheet(book.get_sheet_by_name(name), wrong.get(name, {})) for name in names]


def formula_errors(path: Path) -> dict[str, Wrong]:
    """Cells of an xlsx whose formula shows an error such as #REF!; the library would give them as empty."""
    if not zipfile.is_zipfile(path):
        return {}
    wrong: dict[str, Wrong] = {}
    with zipfile.ZipFile(path) as archive:
        for name, part in sheet_parts(archive):
            if has_errors(archive, part):
                for letters, row, shown in ERROR_CELL.findall(archive.read(part)):
                    wrong.setdefault(name, {}).setdefault(int(row), {})[column_index(letters)] = shown.decode()
    return wrong


def sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet and the part that holds it, by the workbook's own relations."""
    if "xl/_rels/workbook.xml.rels" not in archive.NameToInfo:
        return
    relations = archive.read("xl/_rels/workbook.xml.rels")
    targets = {}
    for relation in re.findall(rb"<Relationship [^>]*>", relations):
        marks = dict(re.findall(rb'(\w+)="([^"]*)"', relation))
        targets[marks.get(b"Id", b"")] = marks.get(b"Target", b"").decode().lstrip("/").removeprefix("xl/")
    for sheet in re.findall(rb"<sheet [^>]*>", archive.read("xl/workbook.xml")):
        marks = dict(re.findall(rb'([\w:]+)="([^"]*)"', sheet))
        part = "xl/" + targets.get(marks.get(b"r:id", b""), "")
        if part in archive.NameToInfo:
            yield html.unescape(marks.get(b"name", b"").decode()), part


def has_errors(archive: zipfile.ZipFile, part: str) -> bool:
    """Whether a part marks any cell as an error, read piece by piece."""
    end = b""
    with archive.open(part) as stream:
        while piece := stream.read(1 << 20):
            if b't="e"' in end + piece:
                return True
            end = piece[-8:]
    return False


def column_index(letters: bytes) -> int:
    """A is 0, Z is 25, AA is 26."""
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1


def worksheet(sheet: Any, wrong: Wrong) -> Sheet:
    """One worksheet with its rows numbered as Excel numbers them."""
    # The library gives the empty rows above the first cell, yet not the empty columns before it.
    left = sheet.start[1] if sheet.start else 0
    numbers, rows, stamps = packed(sheet.iter_rows(), left, wrong)
    merged = [(top + 1, a, bottom + 1, b) for (top, a), (bottom, b) in sheet.merged_cell_ranges or []]
    return sheet.name, numbers, rows, stamps, merged


def packed(source: Iterable[Row], left: int, wrong: Wrong) -> tuple[list[int], list[Row], list[Stamp]]:
    """Rows that hold anything; dates and times apart as text, because marshal knows plain values only."""
    numbers: list[int] = []
    rows: list[Row] = []
    stamps: list[Stamp] = []
    before: Row = [None] * left
    for number, cells in enumerate(source, 1):
        row = before + [None if cell == "" else cell for cell in cells]
        if number in wrong:
            row += [None] * (max(wrong[number]) + 1 - len(row))
            for column, shown in wrong[number].items():
                row[column] = shown
        if row.count(None) == len(row):
            continue
        if not STAMPED.isdisjoint(map(type, row)):
            for column, cell in enumerate(row):
                if type(cell) in STAMPED:
                    stamps.append((len(rows), column, *stamp(cell)))
                    row[column] = None
        numbers.append(number)
        rows.append(row)
    return numbers, rows, stamps


def stamp(value: date | time | timedelta) -> tuple[str, str]:
    """A date or time as a letter for its type and a text that the parent turns back."""
    if isinstance(value, timedelta):
        return "l", str(value.total_seconds())
    letter = "m" if isinstance(value, datetime) else "d" if isinstance(value, date) else "t"
    return letter, value.isoformat()


def text_sheet(path: Path) -> Sheet:
    """A CSV file; a record with line breaks inside quotes is one row, as in Excel."""
    text = decoded(path.read_bytes())
    csv.field_size_limit(len(text) + 1)
    records = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text))
    numbers, rows, stamps = packed(records, 0, {})
    return "", numbers, rows, stamps, []


def decoded(data: bytes) -> str:
    """Text by its byte order mark, else strict UTF-8, else GB18030; other bytes are refused."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    if any(ord(character) < 32 and character not in "\t\r\n\x0b\x0c" for character in set(text)):
        raise UnicodeDecodeError("gb18030", data[:1], 0, 1, "control characters are no text")
    return text


def separator(text: str) -> str:
    """The tab where the first lines hold more tabs than commas, else the comma."""
    start = text[:20000]
    return "\t" if start.count("\t") > start.count(",") else ","


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
