"""Workbooks into registers: looked at first, then all of it or nothing, in one change that one undo takes back."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select

from app import kinds
from app.exchange.importing import Draft, RowError
from app.exchange.sheets import RegisterRows, read_register
from app.exchange.words import Words, read_words
from app.exchange.workbook import NotAWorkbook, SheetCells, read_workbook
from app.models.register import Register, Values
from app.services.changing import Changing, book_year
from app.services.desk import Desk
from app.services.exporting import Cancelled, Stopped
from app.services.naming import Names
from app.services.records import misfits, texts_of
from app.store.records import layout_of
from app.store.tables import ImportedSheet

WORDS_FILE = Path(__file__).resolve().parents[2] / "resources" / "exchange" / "words.toml"
OWN_WORDS = "导入用词.toml"


class CannotImport(ValueError):
    """The file cannot be taken; the message is one Chinese sentence."""


@dataclass
class Preview:
    """What a workbook would bring into one register, before anything is stored."""

    path: Path
    register: Register
    rows: RegisterRows
    digest: str
    already: str | None = None
    """When the same sheet came before, in words."""
    alike: list[Draft] = field(default_factory=list)
    """Rows alike in all fields to records that are stored; passed over unless asked for."""

    @property
    def errors(self) -> list[RowError]:
        """Every cell that cannot be taken."""
        return self.rows.errors

    @property
    def unknown_people(self) -> list[str]:
        """Names that are not on the roster, each once, for adding them."""
        people = {each.key for each in self.register.fields if each.type_name in ("staff", "staffs")}
        unknown = [error.given for error in self.errors if error.field in people and "不在" in error.message]
        return list(dict.fromkeys(name for name in unknown if name))


@dataclass
class Imported:
    """What was stored of a workbook."""

    read: int
    imported: int
    skipped: int
    errors: list[RowError]
    sheets_passed_over: list[str]
    columns_passed_over: list[str]
    notes: list[tuple[str, int, str]] = field(default_factory=list)
    """(sheet, row, sentence): a number that was taken and replaced, a row that is stored already."""
    change: int | None = None

    def as_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        errors = [
            {"sheet": error.sheet, "row": error.row, "column": error.column, "message": error.message}
            for error in self.errors
        ]
        passed = {"sheets": self.sheets_passed_over, "columns": self.columns_passed_over}
        notes = [{"sheet": sheet, "row": row, "message": told} for sheet, row, told in self.notes]
        counted = {"read": self.read, "imported": self.imported, "skipped": self.skipped}
        return {**counted, "errors": errors, "passed_over": passed, "notes": notes}


def words_of(desk: Desk) -> Words:
    """The words by which headers and choices are known: ours, and the office's own beside its data."""
    own = desk.store.folder / OWN_WORDS
    return read_words(WORDS_FILE, *([own] if own.exists() else []))


def digest_of(path: Path, sheet: str | None) -> str:
    """The content of the file and the sheet asked for, as one word."""
    whole = hashlib.sha256(path.read_bytes())
    whole.update((sheet or "").encode())
    return whole.hexdigest()


class Finder:
    """Names found over one connection; the year of a budget line comes with the question."""

    def __init__(self, names: Names, awaited: frozenset[str] = frozenset()) -> None:
        self.names = names
        self.awaited = awaited
        """Registers that come later in the same import: their names are put off."""
        self.put_off: dict[int, tuple[str, str]] = {}

    def __call__(self, register: str, text: str, year: int | None) -> int:
        """The record's id; a negative one stands for a name that is awaited."""
        self.names.year = year
        try:
            return self.names.find(register, text)
        except kinds.Misread:
            if register not in self.awaited:
                raise
        stand_in = -len(self.put_off) - 1
        self.put_off[stand_in] = (register, text)
        return stand_in


def read_file(path: Path) -> list[SheetCells]:
    """The sheets of a workbook; CannotImport says why it is none."""
    try:
        return read_workbook(path)
    except NotAWorkbook as error:
        raise CannotImport(str(error)) from error


def preview(desk: Desk, register: Register, path: Path, sheet: str | None = None) -> Preview:
    """What the workbook would bring into the register; nothing is stored."""
    sheets = read_file(path)
    with desk.store.read() as connection:
        rows = read_sheets(desk, connection, register, sheets, path, sheet, Finder(Names(connection)))
        found = Preview(path, register, rows, digest_of(path, sheet))
        found.already = already(connection, found.digest, register)
        found.alike = _alike(connection, register, rows.drafts)
    return found


def read_sheets(
    desk: Desk,
    connection: Connection,
    register: Register,
    sheets: Sequence[SheetCells],
    path: Path,
    sheet: str | None,
    find: Finder,
) -> RegisterRows:
    """The rows of the sheets that fit the register, those that cannot be stored with their errors."""
    try:
        rows = read_register(register, sheets, find, words_of(desk), desk.today(), sheet, path.name)
    except NotAWorkbook as error:
        raise CannotImport(str(error)) from error
    _refuse_misfits(connection, register, rows)
    return rows


def _refuse_misfits(connection: Connection, register: Register, rows: RegisterRows) -> None:
    """Secrecy marks and names taken are errors of their row."""
    good: list[Draft] = []
    seen: dict[tuple[str, Any], int] = {}
    unique = [each for each in register.own_fields if each.unique]
    for draft in rows.drafts:
        problems = _quick_misfits(connection, register, draft.values) if _is_suspect(draft.values, unique) else []
        for each in unique:
            first = seen.setdefault((each.key, draft.values.get(each.key)), draft.row)
            if first != draft.row:
                problems.append((each.key, f"「{draft.values[each.key]}」与第 {first} 行重复，请删去一行。"))
        for key, sentence in problems:
            label = register.by_key[key].label if key in register.by_key else ""
            rows.errors.append(RowError(draft.sheet, draft.row, label, sentence, key))
        (rows.refused if problems else good).append(draft)
    rows.drafts[:] = good


def _is_suspect(values: Values, unique: Sequence[Any]) -> bool:
    return bool(unique) or any("★" in text for value in values.values() for text in texts_of(value))


def _quick_misfits(connection: Connection, register: Register, values: Values) -> list[tuple[str, str]]:
    return list(misfits(connection, register, values, None))


def already(connection: Connection, digest: str, register: Register) -> str | None:
    """The sentence that says when the same content came before, if it did."""
    asked = select(ImportedSheet.at, ImportedSheet.who, ImportedSheet.file_name)
    same = ImportedSheet.digest == digest, ImportedSheet.register == register.key
    found = connection.execute(asked.where(*same).order_by(ImportedSheet.id.desc())).first()
    if found is None:
        return None
    at, who, name = found
    return f"同样的内容（{name}）已由 {who} 在 {at:%Y年%m月%d日 %H:%M} 导入过{register.label}，没有再次导入。"


def _alike(connection: Connection, register: Register, drafts: Sequence[Draft]) -> list[Draft]:
    """Rows alike in every field they give to a record that is stored."""
    if not drafts:
        return []
    layout = layout_of(register.key)
    stored = dict(layout.columns)
    given = sorted({key for draft in drafts for key in draft.values if key in stored})
    table = layout.table
    asked = select(*(table.c[stored[key]] for key in given)).where(table.c.trashed_at.is_(None))
    years = {book_year(register, draft.values, date.today()) for draft in drafts}
    if register.dated_key:
        asked = asked.where(table.c.book_year.in_(years))
    left: dict[tuple[Any, ...], int] = {}
    for row in connection.execute(asked):
        left[tuple(row)] = left.get(tuple(row), 0) + 1
    found = []
    for draft in drafts if left else ():
        key = tuple(draft.values.get(each) for each in given)
        if left.get(key, 0):
            left[key] -= 1
            found.append(draft)
    return found


def store_preview(
    desk: Desk,
    found: Preview,
    skip_bad: bool = False,
    again: bool = False,
    take_alike: bool = False,
    cancelled: Cancelled | None = None,
) -> Imported:
    """Stores what was looked at, all of it or nothing; rows with errors stop it unless they are to be skipped.

    Stopped where it was cancelled before the transaction ended.
    """
    answer = looked_at(found)
    if found.already and not again:
        raise CannotImport(found.already)
    if found.errors and not skip_bad:
        return answer
    with desk.store.write() as connection:
        what = f"导入{found.register.label} {len(found.rows.drafts)} 条（{found.path.name}）"
        changing = Changing(connection, desk.who, what, desk.today())
        store_rows(connection, changing, found, answer, take_alike or again)
        answer.change = changing.id
        if cancelled is not None and cancelled():
            raise Stopped
    return answer


def looked_at(found: Preview) -> Imported:
    """The answer to a look that stores nothing."""
    rows = found.rows
    return Imported(rows.read, 0, rows.read, rows.errors, rows.sheets_passed_over, rows.columns_passed_over)


def store_rows(
    connection: Connection, changing: Changing, found: Preview, answer: Imported, take_alike: bool
) -> list[tuple[int, Values]]:
    """The drafts as records, in the transaction at hand."""
    passed = set() if take_alike else {id(draft) for draft in found.alike}
    drafts = [draft for draft in found.rows.drafts if id(draft) not in passed]
    for draft in found.alike if passed else ():
        answer.notes.append((draft.sheet, draft.row, "与已登记的一条完全相同，没有再登记。"))
    answer.notes += _keep_numbers(connection, changing, found.register, drafts)
    ids = changing.add(found.register, [draft.values for draft in drafts])
    answer.imported, answer.skipped = len(drafts), found.rows.read - len(drafts)
    row = {"digest": found.digest, "sheet": "、".join(found.rows.sheets), "register": found.register.key}
    row |= {"file_name": found.path.name, "who": changing.who}
    connection.execute(insert(ImportedSheet).values(**row, at=changing.now, change_id=changing.id))
    return list(zip(ids, (draft.values for draft in drafts), strict=True))


def _keep_numbers(
    connection: Connection, changing: Changing, register: Register, drafts: Sequence[Draft]
) -> list[tuple[str, int, str]]:
    """Typed numbers are kept where they are free; the others get the next free one, and their rows are named."""
    key = {"incoming": "number", "reception": "list_no"}.get(register.key)
    if key is None or register.numbers is None:
        return []
    notes = []
    table = layout_of(register.key).table
    taken = {(row[0], row[1]) for row in connection.execute(select(table.c.book_year, table.c[key]))}
    for draft in drafts:
        number: Any = draft.values.get(key)
        for _, series, year in register.numbers(draft.values) if isinstance(number, int) else ():
            if (year, number) in taken:
                notes.append((draft.sheet, draft.row, f"{register.by_key[key].label} {number} 已被使用，另给了新号。"))
                draft.values[key] = None
            else:
                taken.add((year, number))
                changing.series.pass_over(series, year, number)
    return notes
