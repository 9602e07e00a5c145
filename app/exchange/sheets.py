"""Which sheets of a workbook are read into a register, and the sheets of child rows that belong to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.exchange.headings import BOOK_NUMBER, PARENT, headings_of, headings_of_rows
from app.exchange.importing import Draft, Finder, ReadRows, RowError, read_rows, year_of
from app.exchange.row_sheets import RowSheet
from app.exchange.table import FoundTable, find_table
from app.exchange.words import Words, folded
from app.exchange.workbook import NotAWorkbook, SheetCells
from app.models.register import Field, Register


@dataclass
class RegisterRows(ReadRows):
    """What a workbook gave for one register, and what of it was passed over."""

    sheets: list[str] = field(default_factory=list)
    """Sheets that were read."""
    sheets_passed_over: list[str] = field(default_factory=list)
    columns_passed_over: list[str] = field(default_factory=list)


def row_sheet_name(register: Register, rows: Field) -> str:
    """The sheet of a register's child rows: «会议·议题»."""
    return sheet_name(f"{register.label}·{rows.label}")


def sheet_name(text: str) -> str:
    """A name that a spreadsheet allows: at most 31 characters, none of [ ] : * ? / and the backslash."""
    return text.translate(str.maketrans("[]:*?/\\", "()：＊？／＼"))[:31].strip("'") or "Sheet1"


def read_register(
    register: Register,
    sheets: Sequence[SheetCells],
    find: Finder,
    words: Words,
    today: date,
    sheet: str | None = None,
    file_name: str = "",
) -> RegisterRows:
    """Read the named sheet, or every sheet whose header fits, with its child rows; NotAWorkbook where none does."""
    names = {row_sheet_name(register, rows): rows for rows in register.own_fields if rows.columns}
    tables, passed_over = _tables(
        register, [each for each in sheets if each.name not in names], words, sheet, file_name
    )
    result = RegisterRows(sheets=[table.sheet for table in tables], sheets_passed_over=passed_over)
    for table in tables:
        part = read_rows(register, table, find, words, today)
        result.read += part.read
        result.drafts += part.drafts
        result.refused += part.refused
        result.errors += part.errors
        own = [column.label for column in table.columns if _is_left(register, column.field)]
        result.columns_passed_over += [
            each for each in (*table.passed_over, *own) if each not in result.columns_passed_over
        ]
    for each in sheets:
        if each.name in names:
            _read_rows_of(register, names[each.name], each, result, find, today)
    return result


def _tables(
    register: Register, sheets: Sequence[SheetCells], words: Words, sheet: str | None, file_name: str
) -> tuple[list[FoundTable], list[str]]:
    """The tables that fit and the names of the other sheets."""
    chosen = list(sheets)
    if sheet is not None and any(each.name for each in sheets):
        chosen = [each for each in sheets if folded(each.name) == folded(sheet)]
        if not chosen:
            raise NotAWorkbook(f"文件里没有名为「{sheet}」的工作表，有：{'、'.join(each.name for each in sheets)}。")
    headings = headings_of(register, words)
    found = [(each, find_table(each, headings, file_name)) for each in chosen]
    tables = [table for _, table in found if table]
    if not tables:
        needed = "、".join(f"「{each.label}」" for each in register.fields if each.required)
        where = f"工作表「{sheet}」" if sheet else "文件"
        raise NotAWorkbook(
            f"{where}里没有找到「{register.label}」的表格，表头应有{needed or '这个登记簿的栏目'}等栏目。"
        )
    read = {table.sheet for table in tables}
    return tables, [each.name for each in sheets if each.name not in read]


def _is_left(register: Register, key: str) -> bool:
    """A typed column that the program works out itself, such as 天数."""
    each = register.by_key.get(key)
    return each is not None and each.auto and key not in (BOOK_NUMBER, "number", "list_no")


def _read_rows_of(
    register: Register, rows: Field, sheet: SheetCells, result: RegisterRows, find: Finder, today: date
) -> None:
    """Put the child rows of a sheet to their parents; a parent with a bad child row is bad itself."""
    table = find_table(sheet, headings_of_rows(register, rows))
    if table is None or PARENT not in {column.field for column in table.columns}:
        result.sheets_passed_over.append(sheet.name)
        return
    result.sheets.append(sheet.name)
    parents = _parents(register, result.drafts)
    refused = _parents(register, result.refused)
    bad: list[Draft] = []
    reader = RowSheet(register, rows, table, find, today)
    for row in table.rows:
        values, errors = reader.read(row)
        name = reader.parent_of(row)
        parent = parents.get(name)
        if parent is None and name not in refused:
            message = f"「{name}」在「{register.label}」表里没有，请填写父记录的「年度-序号」，如 2026-3。"
            errors = [RowError(sheet.name, row.number, reader.parent_label, message, PARENT, name), *errors]
        result.errors += errors
        if parent is not None:
            parent.values[rows.key] = (*parent.values.get(rows.key, ()), values)
            if errors:
                bad.append(parent)
    result.drafts = [draft for draft in result.drafts if not any(draft is each for each in bad)]
    result.refused += bad


def _parents(register: Register, drafts: Sequence[Draft]) -> Mapping[str, Draft]:
    """Drafts by «年度-序号», as a sheet of child rows names them."""
    named = {}
    for draft in drafts:
        if draft.book_number is not None:
            named[f"{year_of(register, draft.values) or 0}-{draft.book_number}"] = draft
    return named
