"""Turning the rows of a found table into drafts of records, with an error for every cell that cannot be read.

Nothing is stored here: drafts go to the services. A record that breaks a limit is read; what is no value is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from app.exchange.cells import CellReader, SplitNumber, reader_of
from app.exchange.headings import BOOK_NUMBER, COMPOSED
from app.exchange.table import Column, FoundTable, TableRow
from app.exchange.words import Words
from app.exchange.workbook import Cell
from app.kinds import Misread, Reading
from app.models.register import Field, Register, Values

KEPT = frozenset((("incoming", "number"), ("reception", "list_no")))
"""Numbers that the program gives and that stand on stamped paper: a typed one is kept where it is free."""

DITTO = frozenset(("同上", "〃", "″", "“”"))
TEN_THOUSAND = ("单位:万元", "单位：万元", "金额单位:万元", "金额单位：万元")


class Finder(Protocol):
    """The lookup of a reference by its name: the register, the text, the year of the record that names it."""

    def __call__(self, register: str, text: str, year: int | None) -> int:
        """The record's id, or Misread with the reason (unknown, or two of that name)."""


@dataclass(frozen=True)
class RowError:
    """Why a row cannot be taken: where it stands, and one Chinese sentence."""

    sheet: str
    row: int
    column: str
    """The header as it stands in the sheet; the field's label where the sheet has no such column."""
    message: str
    field: str = ""
    given: str = ""
    """What stood in the cell, for the window to offer its mending."""


@dataclass
class Draft:
    """One record as read: the row it began in, its values by field key, and the 序号 typed in front of it."""

    row: int
    values: Values
    book_number: int | None = None
    sheet: str = ""


@dataclass
class ReadRows:
    """What a table gave: how many records it holds, the good ones as drafts, and the errors of the others."""

    read: int = 0
    drafts: list[Draft] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    refused: list[Draft] = field(default_factory=list)
    """The records with errors, as far as they were read."""


def year_of(register: Register, values: Values) -> int | None:
    """The year of a record's own day, or None where it has none."""
    dated = values.get(register.dated_key or "")
    if isinstance(dated, date):
        return dated.year
    return dated if isinstance(dated, int) else None


def read_rows(register: Register, table: FoundTable, find: Finder, words: Words, today: date) -> ReadRows:
    """Every record of the table; one with an error is counted and left out of the drafts."""
    return _TableReader(register, table, find, words, today).read()


class _TableReader:
    """One table being read: its columns with their readers, and the record under way."""

    def __init__(self, register: Register, table: FoundTable, find: Finder, words: Words, today: date) -> None:
        self.register, self.table, self.find = register, table, find
        self.year: int | None = table.year
        self.reading = Reading(today, table.year, self._found)
        self.result = ReadRows()
        self.current: Draft | None = None
        self.bad = False
        self.wrong: set[str] = set()
        self.column_of = {column.field: column for column in table.columns}
        self.above: dict[int, Cell] = {}
        self.composed = {key: parts for (owner, key), parts in COMPOSED.items() if owner == register.key}
        wan = any(text.replace(" ", "").endswith(TEN_THOUSAND) for text in table.above)
        readers = [(column, self._reader(column, words, wan)) for column in table.columns]
        own = [(column, reader) for column, reader in readers if reader and "." not in column.field]
        self.plain = [(column, reader) for column, reader in own if not reader.refers]
        self.links = [(column, reader) for column, reader in own if reader.refers]
        self.child = [(column, reader) for column, reader in readers if reader and "." in column.field]
        self.parent_columns = [column.index for column in table.columns if "." not in column.field]
        self.required = [each for each in register.fields if each.required]

    def _found(self, register: str, text: str) -> int:
        return self.find(register, text, self.year)

    def _reader(self, column: Column, words: Words, wan: bool) -> CellReader | None:
        """How a column is read; None for one that the program works out itself."""
        key = column.field
        if "." in key:
            rows, _, child = key.partition(".")
            each = next(each for each in self.register.by_key[rows].columns if each.key == child)
            return reader_of(each, column, {}, wan)
        each = self.register.by_key[key]
        if each.auto and key != BOOK_NUMBER and (self.register.key, key) not in KEPT and key not in self.composed:
            return None
        return reader_of(each, column, words.of_choices(self.register.key, key), wan)

    def read(self) -> ReadRows:
        """All rows in their order."""
        for row in self.table.rows:
            if self.child and self._continues(row):
                self._add_child(row)
            else:
                self._close()
                self._open(row)
        self._close()
        return self.result

    def _continues(self, row: TableRow) -> bool:
        """A row under its parent: nothing of its own in the parent's columns, something in the child's."""
        if self.current is None or not any(_cell(row, column) is not None for column, _ in self.child):
            return False
        cells = row.cells
        return all(i >= len(cells) or cells[i] is None or i in row.spread for i in self.parent_columns)

    def _open(self, row: TableRow) -> None:
        """Begin the record that stands in this row."""
        values: Values = {}
        self.current, self.bad = Draft(row.number, values, sheet=self.table.sheet), False
        self.wrong = set()
        self.result.read += 1
        self._take_all(row, self.plain, values)
        self.year = year_of(self.register, values) or self.table.year
        self._take_all(row, self.links, values)
        number = values.pop(BOOK_NUMBER, None)
        self.current.book_number = number if isinstance(number, int) else None
        self._split(values)
        self._require(row, values)
        self._add_child(row)

    def _take_all(self, row: TableRow, readers: Sequence[tuple[Column, CellReader]], values: Values) -> None:
        """Read the cells of a row that hold anything."""
        cells = row.cells
        width = len(cells)
        for column, reader in readers:
            if column.index < width and cells[column.index] is not None:
                self._take(row, column, reader, values)

    def _take(self, row: TableRow, column: Column, reader: CellReader, values: Values) -> None:
        """Read one cell into the values, or note its error."""
        raw = row.cells[column.index]
        if raw.__class__ is str and raw in DITTO:
            raw = self.above.get(column.index)
        else:
            self.above[column.index] = raw
        try:
            value = reader.read(raw, self.reading, self.year)
        except Misread as problem:
            if not reader.forgiving:
                self._error(row.number, column.label, str(problem), column.field, raw)
            return
        if value is not None:
            values[column.field.rpartition(".")[2]] = value

    def _split(self, values: Values) -> None:
        """Give the parts of a number typed as one text; parts with a column of their own stand."""
        for key in self.composed:
            parts = values.pop(key, None)
            if isinstance(parts, SplitNumber):
                for name, value in (("code", parts.code), ("year", parts.year), ("serial", parts.serial)):
                    if values.get(name) is None and value is not None:
                        values[name] = value

    def _require(self, row: TableRow, values: Values) -> None:
        """An error for each field that must be filled and is not, then for values that do not fit together."""
        wrong = self.wrong
        for each in self.required:
            if values.get(each.key) is not None or each.key in wrong or self._owner(each.key) in wrong:
                continue
            label = self._label(each.key)
            there = self._owner(each.key) in self.column_of
            reason = f"「{label}」没有填写，请补填。" if there else f"表中没有「{label}」这一栏，请加上这一栏并填写。"
            self._error(row.number, label, reason, each.key, None)
        if not self.bad and self.register.check:
            for key, message in self.register.check(values):
                self._error(row.number, self._label(key), message, key, values.get(key))

    def _owner(self, key: str) -> str:
        """The field whose column gives this one: its own, or the number of which it is a part."""
        if key in self.column_of:
            return key
        return next((whole for whole, parts in self.composed.items() if key in parts), key)

    def _label(self, key: str) -> str:
        """The header over a field as it stands in the sheet, else the field's label."""
        column = self.column_of.get(self._owner(key))
        return column.label if column else self.register.by_key[key].label

    def _add_child(self, row: TableRow) -> None:
        """The child rows that stand in a row of the sheet, put to the record under way."""
        if not self.child or self.current is None:
            return
        groups: dict[str, list[tuple[Column, CellReader]]] = {}
        for column, reader in self.child:
            groups.setdefault(column.field.partition(".")[0], []).append((column, reader))
        for key, columns in groups.items():
            values: Values = {}
            self._take_all(row, [each for each in columns if each[0].index not in row.spread], values)
            if values:
                kept = self.current.values.get(key, ())
                fields = self.register.by_key[key].columns
                for message, each in complete_row(values, fields, len(kept) + 1):
                    self._error(row.number, each.label, message, f"{key}.{each.key}", None)
                self.current.values[key] = (*kept, values)

    def _close(self) -> None:
        """The record under way goes to the drafts, unless a cell of it was wrong."""
        if self.current is not None:
            (self.result.refused if self.bad else self.result.drafts).append(self.current)
        self.current = None

    def _error(self, row: int, column: str, message: str, key: str, given: object) -> None:
        self.bad = True
        self.wrong |= {key, self._owner(key)}
        shown = "" if given is None else str(given)[:60]
        self.result.errors.append(RowError(self.table.sheet, row, column, message, key, shown))


def complete_row(values: Values, fields: Sequence[Field], position: int) -> Iterator[tuple[str, Field]]:
    """Number a child row that has no number of its own; yield what it lacks."""
    for each in fields:
        if each.required and values.get(each.key) is None:
            if each.key == "order":
                values["order"] = position
            else:
                yield f"「{each.label}」没有填写，请补填。", each


def _cell(row: TableRow, column: Column) -> Cell:
    return row.cells[column.index] if column.index < len(row.cells) else None
