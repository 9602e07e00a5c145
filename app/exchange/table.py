"""Finding the table in a sheet: its header, its columns, its rows, and what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.exchange.headings import LOOSE, Headings
from app.exchange.words import folded
from app.exchange.workbook import Cell, Merged, SheetCells

SEARCHED_ROWS = 40
COVERED = 0.5
"""At least this share of the required fields stands in a header that fits …"""
KNOWN = 0.4
"""… and at least this share of the header's cells means a field of the register."""

_TOTAL = re.compile(r"[^,;]{0,12}?(?:合计|小计|总计|累计|共计|总数)(?:数|金额)?(?:\(.*\))?|过次页|承前页|转下页|接上页")
_TOTAL_MARKS = frozenset("计总页")
_NOTE = re.compile(
    r"\(?(?:注|备注|说明|附注|附|注释|注意|填表说明|填报说明|填写说明|备注说明)\d*[:.、]"
    r"|(?:制表|填表|填报|审核|审批|复核|统计|登记|制单|经办|报送|主管|负责|分管|领导|签字|签章|盖章|填表单位|联系|电话|日期|时间)"
    r"(?:人|电话|单位|领导|部门|负责人|签字|签章|盖章|日期|时间|人签字)?\(?[^:]{0,6}\)?:"
    r"|第\d+页|共\d+页|\(?以下空白"
)
_SECTION = re.compile(
    r"[一二三四五六七八九十]+、.*|\([一二三四五六七八九十]+\).*|\d{1,2}月份?|\d{4}年(?:\d{1,2}月份?)?|[一二三四]季度"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)(?!年?\d{1,2}月\d{1,2}日)(?![-./]\d)")
_YEAR_WORDS = re.compile(r"二[〇○零oO0][〇○零一二三四五六七八九]{2}(?=年)")
_DIGITS = {word: digit for digit, words in enumerate(("〇○零oO", *"一二三四五六七八九")) for word in words}
_NOTE_CELLS = 6


@dataclass(frozen=True)
class Column:
    """A column that means a field: where it stands, what its header says, which field it is."""

    index: int
    label: str
    field: str


@dataclass(frozen=True)
class TableRow:
    """One row of data under the number that Excel shows; ``spread`` are columns with the value of a merged cell."""

    number: int
    cells: Sequence[Cell]
    spread: frozenset[int] = frozenset()


@dataclass(frozen=True)
class FoundTable:
    """A table that fits a register."""

    sheet: str
    columns: tuple[Column, ...]
    passed_over: tuple[str, ...]
    """Headers that belong to no field."""
    rows: tuple[TableRow, ...]
    above: tuple[str, ...]
    """The lines above the header: title, unit, year."""
    year: int | None
    """Year of days written without one, from title, sheet name or file name."""


@dataclass(frozen=True)
class _Header:
    """A header of one or two rows: the texts by which its columns may be known, first the fullest."""

    first: int
    last: int
    labels: Mapping[int, str]
    texts: Mapping[int, tuple[str, ...]]


def find_table(sheet: SheetCells, headings: Headings, file_name: str = "") -> FoundTable | None:
    """The table of a sheet that fits the headings, or None for a sheet of another kind."""
    known = [(header, _assigned(header, headings)) for header in _headers(sheet)]
    header, meant = max(known, key=lambda each: (len(each[1]), each[0].first - each[0].last), default=(None, {}))
    if header is None or not _fits(header, meant, headings):
        return None
    columns = tuple(Column(index, header.labels[index], meant[index]) for index in sorted(meant))
    above = tuple(
        str(cell) for row, cells in sheet.rows.items() if row < header.first for cell in cells if cell is not None
    )
    rows = tuple(_data_rows(sheet, header, columns, headings, above))
    passed_over = tuple(label for index, label in header.labels.items() if index not in meant and label)
    year = _year(above) or _year([sheet.name]) or _year([file_name])
    return FoundTable(sheet.name, columns, passed_over, rows, above, year)


def _fits(header: _Header, meant: Mapping[int, str], headings: Headings) -> bool:
    """Whether a header is this register's: two fields at least, most of what it must have, not too much else."""
    known = headings.known_by(meant.values()) >= min(2, len(headings.spellings)) and len(meant) >= KNOWN * len(
        header.labels
    )
    return known and headings.covered(meant.values()) >= COVERED


def _headers(sheet: SheetCells) -> Iterator[_Header]:
    """Every row of the sheet's beginning as a header, alone and with the row under it."""
    numbers = list(sheet.rows)[:SEARCHED_ROWS]
    for position, number in enumerate(numbers):
        yield _single(number, sheet.rows[number])
        if position + 1 < len(numbers) and numbers[position + 1] == number + 1:
            yield _double(number, sheet.rows[number], sheet.rows[number + 1], sheet.merged)


def _text(cell: Cell) -> str:
    """A header cell as it stands, line breaks dropped."""
    return "" if cell is None else "".join(line.strip() for line in re.split(r"[\r\n]+", str(cell)))


def _single(number: int, cells: Sequence[Cell]) -> _Header:
    labels = {index: _text(cell) for index, cell in enumerate(cells) if cell is not None}
    return _Header(number, number, labels, {index: (text,) for index, text in labels.items()})


def _double(number: int, upper: Sequence[Cell], lower: Sequence[Cell], merged: Iterable[Merged]) -> _Header:
    """A header whose upper row names groups: a column is known by group and name together, or by its name."""
    width = max(len(upper), len(lower))
    groups = [_text(cell) for cell in upper] + [""] * (width - len(upper))
    names = [_text(cell) for cell in lower] + [""] * (width - len(lower))
    for area in merged:
        if area.top <= number <= area.bottom:
            for index in range(area.left + 1, min(area.right + 1, width)):
                groups[index] = groups[index] or groups[area.left]
    for index in range(1, width):
        if names[index] and not groups[index]:
            groups[index] = groups[index - 1]
    labels = {index: names[index] or groups[index] for index in range(width) if names[index] or groups[index]}
    texts = {index: (groups[index] + names[index], label) for index, label in labels.items()}
    return _Header(number, number + 1, labels, texts)


def _assigned(header: _Header, headings: Headings) -> dict[int, str]:
    """Column index → field key: the surest match first, each field and each column once."""
    matches = [
        (rank + depth * LOOSE, index, key)
        for index, texts in header.texts.items()
        for depth, text in enumerate(texts)
        for rank, key in headings.meanings(text)
    ]
    meant: dict[int, str] = {}
    for _, index, key in sorted(matches):
        if index not in meant and key not in meant.values():
            meant[index] = key
    return meant


def _data_rows(
    sheet: SheetCells, header: _Header, columns: Sequence[Column], headings: Headings, above: Sequence[str]
) -> Iterator[TableRow]:
    """The rows under the header that hold a record; blank rows, totals, notes and repeated headers are none."""
    telling = [column.index for column in columns if column.field not in headings.idle]
    texts = frozenset(text for label in header.texts.values() for text in label) | frozenset(above)
    spread = _spread(sheet, header.last)
    wide = {area.top for area in sheet.merged if area.right - area.left >= 2 and area.top == area.bottom}
    number_row = header.last + 1
    for number, cells in sheet.rows.items():
        if number <= header.last:
            continue
        if not any(index < len(cells) and cells[index] is not None for index in telling):
            continue
        if _is_aside(cells, texts, number in wide) or (number == number_row and _is_count(cells)):
            continue
        if values := spread.get(number):
            cells = [*cells, *[None] * (max(values) + 1 - len(cells))]
            for index, value in values.items():
                cells[index] = value
            yield TableRow(number, cells, frozenset(values))
        else:
            yield TableRow(number, cells)


def _is_aside(cells: Sequence[Cell], texts: frozenset[str], wide: bool) -> bool:
    """A total, a note, a signature, a heading of a section, or the header once more."""
    present = [cell for cell in cells if cell is not None]
    if any(_is_total(cell) for cell in present[:2]):
        return True
    if not isinstance(present[0], str):
        return False
    if _text(present[0]) in texts:
        same = sum(isinstance(cell, str) and _text(cell) in texts for cell in present)
        if same * 2 > len(present) or len(present) == 1:
            return True
    if len(present) > _NOTE_CELLS:
        return False
    text = folded(present[0]) + (":" if present[0].rstrip().endswith((":", "：")) else "")
    if _NOTE.match(text):
        return True
    return len(present) == 1 and (wide or bool(re.fullmatch(r"\(.*\)", text)) or bool(_SECTION.fullmatch(text)))


def _is_total(cell: Cell) -> bool:
    """A cell such as 合 计, 本年累计 or 沙棠村小计."""
    if not isinstance(cell, str) or len(cell) >= 20 or _TOTAL_MARKS.isdisjoint(cell):
        return False
    return bool(_TOTAL.fullmatch(folded(cell)))


def _is_count(cells: Sequence[Cell]) -> bool:
    """The row under a header that only numbers the columns (栏次)."""
    present = [cell for cell in cells if cell is not None]
    if present and str(present[0]) in ("栏次", "甲"):
        return True
    texts = [str(cell).removesuffix(".0") for cell in present]
    return len(present) > 3 and texts == [str(number + 1) for number in range(len(present))]


def _spread(sheet: SheetCells, last: int) -> dict[int, dict[int, Cell]]:
    """Values of cells merged downwards, for each row under the first: row → column → value."""
    numbers = list(sheet.rows)
    filled: dict[int, dict[int, Cell]] = {}
    reached: dict[int, int] = {}
    for area in sorted(sheet.merged, key=lambda area: (area.left, area.top)):
        if area.bottom == area.top or area.top <= max(last, reached.get(area.left, 0)):
            continue
        reached[area.left] = area.bottom
        top = sheet.rows.get(area.top, [])
        value = top[area.left] if area.left < len(top) else None
        if value is None:
            continue
        for number in numbers[bisect_right(numbers, area.top) : bisect_right(numbers, area.bottom)]:
            cells = sheet.rows[number]
            if area.left >= len(cells) or cells[area.left] is None:
                filled.setdefault(number, {})[area.left] = value
    return filled


def _year(texts: Iterable[str]) -> int | None:
    """The one year that the texts name; days of signing are no title, two years name none."""
    years = set()
    for text in texts:
        written = _YEAR_WORDS.sub(lambda found: "".join(str(_DIGITS[word]) for word in found[0]), text)
        years |= {int(year) for year in _YEAR.findall(re.sub(r"\s", "", written))}
    return years.pop() if len(years) == 1 else None
