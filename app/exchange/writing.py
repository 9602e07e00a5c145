"""Writing workbooks: one row a record, child rows in sheets of their own, and never a live formula."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app import kinds
from app.exchange.headings import BOOK_NUMBER, PARENT
from app.exchange.sheets import row_sheet_name, sheet_name
from app.models.register import Field, Register, Values

NameOf = Callable[[str, int], str]
"""The name by which a record of a register is written: (register key, id) → text that the import finds again."""

FORMULA_MARKS = "=+-@\t\r"
NUMBER_MARKS = "0123456789.(（"
EARLIEST_YEAR = 1901
"""Earlier days are written as text: spreadsheets count the first weeks of 1900 wrongly."""
WIDTHS = {"long": 40.0, "text": 20.0, "datetime": 17.0, "date": 12.0, "money": 14.0, "refs": 24.0}
TEXT_LIMIT = 32_767
A4 = 9


class CannotWrite(ValueError):
    """A workbook that could not be written; the message is one Chinese sentence and no file is left behind."""


@dataclass(frozen=True)
class SheetColumn:
    """A column to be written: its header and how its values are written."""

    label: str
    kind: kinds.Kind
    key: str = ""
    named: Callable[[Any], str] | None = None
    """Turns a reference into the name that is written."""


@dataclass(frozen=True)
class SheetRows:
    """A sheet to be written; the values of a row stand in the order of the columns."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: Iterable[Sequence[Any]]


@dataclass(frozen=True)
class Exported:
    """A record to be written: the year and 序号 it stands under, and its values by field key."""

    year: int
    number: int
    values: Values


def write_workbook(path: Path, sheets: Iterable[SheetRows]) -> None:
    """Write the sheets one after the other and put the file in place when it is whole."""
    with _Workbook(path) as book:
        for sheet in sheets:
            writer = book.sheet(sheet.name, sheet.columns)
            for row in sheet.rows:
                writer.add(row)


def write_register(path: Path, register: Register, records: Iterable[Exported], name_of: NameOf) -> int:
    """Write a register and its child rows as the import reads them; the number of records written."""
    fields = [each for each in register.own_fields if not each.columns] + list(register.common_fields)
    fields.sort(key=lambda each: each.key != BOOK_NUMBER)
    children = [each for each in register.own_fields if each.columns]
    count = 0
    with _Workbook(path) as book:
        main = book.sheet(register.label, _columns(fields, name_of))
        parent = SheetColumn(register.label, kinds.LineKind(), PARENT)
        under = [
            (rows.key, book.sheet(row_sheet_name(register, rows), (parent, *_columns(rows.columns, name_of))))
            for rows in children
        ]
        for record in records:
            count += 1
            main.add_named({**record.values, BOOK_NUMBER: record.number})
            for key, writer in under:
                for child in record.values.get(key) or ():
                    writer.add_named({**child, PARENT: f"{record.year}-{record.number}"})
    return count


def _columns(fields: Iterable[Field], name_of: NameOf) -> tuple[SheetColumn, ...]:
    return tuple(SheetColumn(each.label, each.kind, each.key, _naming(each.kind, name_of)) for each in fields)


def _naming(kind: kinds.Kind, name_of: NameOf) -> Callable[[Any], str] | None:
    """How references are written: by their names, several of them with 、 between."""
    if isinstance(kind, kinds.ReferenceKind):
        return lambda value: name_of(kind.register, value)
    if isinstance(kind, kinds.ReferencesKind):
        return lambda value: "、".join(name_of(kind.register, each) for each in value)
    return None


class _Workbook:
    """A workbook under way in a folder beside its place; leaving it by an error leaves nothing behind."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> _Workbook:
        from xlsxwriter import Workbook

        try:
            self.folder = tempfile.TemporaryDirectory(
                prefix=".taizhang-", dir=self.path.parent, ignore_cleanup_errors=True
            )
        except OSError as problem:
            raise _cannot(self.path) from problem
        self.draft = Path(self.folder.name) / "new.xlsx"
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "tmpdir": self.folder.name,
        }
        self.book = Workbook(str(self.draft), options)
        self.head = self.book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1})
        self.formats: dict[tuple[str, bool, bool], Any] = {}
        return self

    def format_of(self, number_format: str, quoted: bool = False, wrapped: bool = False) -> Any:
        """A cell format; ``quoted`` keeps a text that looks like a formula a text when it is edited."""
        key = (number_format, quoted, wrapped)
        if key not in self.formats:
            wanted = {"num_format": number_format, "quote_prefix": quoted, "text_wrap": wrapped}
            wanted |= {"valign": "top"} if wrapped else {}
            self.formats[key] = self.book.add_format(wanted)
        return self.formats[key]

    def sheet(self, name: str, columns: tuple[SheetColumn, ...]) -> _Sheet:
        """A new sheet with its header row."""
        return _Sheet(self, self.book.add_worksheet(sheet_name(name)), columns)

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: object) -> None:
        from xlsxwriter.exceptions import XlsxWriterException

        try:
            if kind is None:
                self.book.close()
                _put_in_place(self.draft, self.path)
            else:
                self._give_up()
        except (OSError, XlsxWriterException) as failure:
            raise _cannot(self.path) from failure
        finally:
            self.folder.cleanup()
        if isinstance(problem, OSError):
            raise _cannot(self.path) from problem

    def _give_up(self) -> None:
        """Close what the library holds open, so that the folder can go on every system."""
        self.book.fileclosed = 1
        for sheet in self.book.worksheets():
            sheet.row_data_fh.close()


class _Sheet:
    """One sheet being written row by row."""

    def __init__(self, book: _Workbook, sheet: Any, columns: tuple[SheetColumn, ...]) -> None:
        self.sheet, self.row = sheet, 0
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(A4)
        for index, column in enumerate(columns):
            width = max(WIDTHS.get(column.kind.key, 9.0), 2.2 * len(column.label) + 1)
            sheet.set_column(index, index, min(width, 40.0))
        for index, column in enumerate(columns):
            sheet.write_string(0, index, column.label, book.head)
        self.cells = [self._writer(index, column, book) for index, column in enumerate(columns)]
        self.by_key = {column.key: write for column, write in zip(columns, self.cells, strict=True)}

    def add(self, values: Sequence[Any]) -> None:
        """Write the next row; an empty value writes no cell."""
        self.row += 1
        for write, value in zip(self.cells, values, strict=True):
            if value is not None:
                write(self.row, value)

    def add_named(self, values: Values) -> None:
        """Write the next row from values by field key; keys without a column are passed over."""
        self.row += 1
        for key, value in values.items():
            if value is not None and (write := self.by_key.get(key)):
                write(self.row, value)

    def _writer(self, index: int, column: SheetColumn, book: _Workbook) -> Callable[[int, Any], None]:
        """How values of a kind are written into one column."""
        sheet, kind = self.sheet, column.kind
        # Whole and decimal numbers show best without a format: «0.####» would show a bare point after 3.
        shown = None if kind.key in ("int", "decimal") else book.format_of(kind.spreadsheet_format)
        text = self._text_writer(index, column, book)
        if kind.key in ("int", "decimal", "money"):
            return lambda row, value: sheet.write_number(row, index, kind.spreadsheet(value), shown)
        if kind.key == "time":
            return lambda row, value: sheet.write_datetime(row, index, value, shown)
        if kind.key in ("date", "datetime"):
            return lambda row, value: (
                sheet.write_datetime(row, index, value, shown)
                if value.year >= EARLIEST_YEAR
                else text(row, kind.show(value))
            )
        return text

    def _text_writer(self, index: int, column: SheetColumn, book: _Workbook) -> Callable[[int, Any], None]:
        """Text stays text, whatever it begins with; only what a spreadsheet would take for something else is marked."""
        sheet, quoted = self.sheet, book.format_of("@", quoted=True)
        numeric, prose = book.format_of("@"), book.format_of("@", wrapped=True)
        named = column.named or (column.kind.show if column.kind.key == "bool" else None)
        usual = prose if column.kind.key == "long" else None

        def write(row: int, value: Any) -> None:
            text: str = named(value) if named else value
            if text:
                style = quoted if text[0] in FORMULA_MARKS else numeric if text[0] in NUMBER_MARKS else usual
                sheet.write_string(row, index, text[:TEXT_LIMIT], style)

        return write


def _put_in_place(draft: Path, path: Path) -> None:
    """Onto the disk, then to its name in one step."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(draft, path)


def _cannot(path: Path) -> CannotWrite:
    return CannotWrite(
        f"不能写入「{path}」，请检查文件夹是否存在、能否写入、磁盘是否已满，文件是否正在 Excel 或 WPS 里打开。"
    )
