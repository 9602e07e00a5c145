"""Workbooks into registers: looked at first, then all of it or nothing, in one change that one undo takes back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
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
from app.models import BY_KEY, REGISTERS
from app.models.register import Register, Values
from app.services.changing import Changing, book_year
from app.services.desk import Desk
from app.services.exporting import Cancelled, Stopped
from app.services.naming import Names
from app.services.records import misfits
from app.store.records import layout_of, load, set_column
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


class _Finder:
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
        rows = _read(desk, connection, register, sheets, path, sheet, _Finder(Names(connection)))
        found = Preview(path, register, rows, digest_of(path, sheet))
        found.already = _already(connection, found.digest, register)
        found.alike = _alike(connection, register, rows.drafts)
    return found


def _read(
    desk: Desk,
    connection: Connection,
    register: Register,
    sheets: Sequence[SheetCells],
    path: Path,
    sheet: str | None,
    find: _Finder,
) -> RegisterRows:
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
    return bool(unique) or any(isinstance(value, str) and "★" in value for value in values.values())


def _quick_misfits(connection: Connection, register: Register, values: Values) -> list[tuple[str, str]]:
    return list(misfits(connection, register, values, None))


def _already(connection: Connection, digest: str, register: Register) -> str | None:
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
    answer = _answer(found)
    if found.already and not again:
        raise CannotImport(found.already)
    if found.errors and not skip_bad:
        return answer
    with desk.store.write() as connection:
        what = f"导入{found.register.label} {len(found.rows.drafts)} 条（{found.path.name}）"
        changing = Changing(connection, desk.who, what, desk.today())
        _store(connection, changing, found, answer, take_alike or again)
        answer.change = changing.id
        if cancelled is not None and cancelled():
            raise Stopped
    return answer


def looked_at(found: Preview) -> Imported:
    """The answer to a look that stores nothing."""
    return _answer(found)


def _answer(found: Preview) -> Imported:
    rows = found.rows
    return Imported(rows.read, 0, rows.read, rows.errors, rows.sheets_passed_over, rows.columns_passed_over)


def _store(
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


def in_reference_order(keys: Iterable[str]) -> list[str]:
    """Registers so that what others point at comes first; circles are cut at optional links."""
    wanted = [register.key for register in REGISTERS if register.key in set(keys)]
    ordered: list[str] = []

    def visit(key: str, on_the_way: frozenset[str]) -> None:
        if key in ordered or key in on_the_way:
            return
        targets = [_target(each) for each in sorted(BY_KEY[key].own_fields, key=lambda each: not each.required)]
        for target in targets:
            if target in wanted and target != key:
                visit(target, on_the_way | {key})
        if key not in ordered:
            ordered.append(key)

    for key in sorted(wanted, key=("office", "village", "staff", "campaign").__contains__, reverse=True):
        visit(key, frozenset())
    return ordered


def _target(each: Any) -> str | None:
    return each.kind.register if isinstance(each.kind, (kinds.ReferenceKind, kinds.ReferencesKind)) else None


@dataclass
class FolderSheet:
    """One sheet of a folder of workbooks, and the register it is named after."""

    path: Path
    sheet: str
    register: Register


def sheets_of_folder(folder: Path) -> tuple[list[FolderSheet], list[tuple[str, str, str]]]:
    """Every sheet that is named, or whose file is named, as a register; and those passed over with why."""
    found: list[FolderSheet] = []
    passed: list[tuple[str, str, str]] = []
    for path in sorted(each for each in folder.iterdir() if each.suffix.lower() in (".xlsx", ".xls", ".csv")):
        try:
            sheets = read_workbook(path)
        except NotAWorkbook as error:
            passed.append((path.name, "", str(error)))
            continue
        for sheet in sheets:
            register = _named(sheet.name) or (_named(path.stem) if "·" not in sheet.name else None)
            if register is not None:
                found.append(FolderSheet(path, sheet.name, register))
            elif "·" not in sheet.name:
                passed.append((path.name, sheet.name, f"工作表「{sheet.name}」不是登记簿的名称，没有读。"))
    return found, passed


def _named(name: str) -> Register | None:
    bare = name.strip().strip("0123456789年度 ")
    return next((each for each in REGISTERS if bare in (each.key, each.label)), None)


def import_folder(desk: Desk, folder: Path, skip_bad: bool = False, again: bool = False) -> list[dict[str, Any]]:
    """Every sheet of a folder in the order of references, in one transaction; an entry for each sheet."""
    if not folder.is_dir():
        raise CannotImport(f"「{folder}」不是文件夹，请检查路径。")
    found, passed = sheets_of_folder(folder)
    order = in_reference_order({each.register.key for each in found})
    found.sort(key=lambda each: order.index(each.register.key))
    answers = [_entry(name, sheet, "", {"errors": [_told(why)]}) for name, sheet, why in passed]
    with desk.store.write() as connection:
        changing = Changing(connection, desk.who, f"导入文件夹「{folder.name}」", desk.today())
        stored = _FolderImport(desk, connection, changing, order)
        entries = [stored.take(each, again) for each in found]
        entries += stored.fill_awaited()
        if any(entry["errors"] for entry in entries) and not skip_bad:
            connection.rollback()
            for entry in entries:
                entry["imported"], entry["skipped"] = 0, entry["read"]
    return answers + entries


def _told(sentence: str) -> dict[str, Any]:
    return {"sheet": "", "row": 0, "column": "", "message": sentence}


def _entry(file: str, sheet: str, register: str, told: Mapping[str, Any]) -> dict[str, Any]:
    counted = {"read": 0, "imported": 0, "skipped": 0, "errors": []}
    return {"file": file, "sheet": sheet, "register": register, **counted, **told}


class _FolderImport:
    """The sheets of a folder going into the transaction at hand."""

    def __init__(self, desk: Desk, connection: Connection, changing: Changing, order: Sequence[str]) -> None:
        self.desk, self.connection, self.changing, self.order = desk, connection, changing, order
        self.waiting: list[tuple[FolderSheet, int, str, int, str, str]] = []
        """(sheet, record, field, stand-in, register awaited, name)."""

    def take(self, each: FolderSheet, again: bool) -> dict[str, Any]:
        """One sheet; names of registers that come later are put off."""
        later = frozenset(self.order[self.order.index(each.register.key) :])
        find = _Finder(Names(self.connection), later)
        sheets = read_file(each.path)
        try:
            rows = _read(self.desk, self.connection, each.register, sheets, each.path, each.sheet, find)
            found = Preview(each.path, each.register, rows, digest_of(each.path, each.sheet))
            found.already = _already(self.connection, found.digest, each.register)
            if found.already and not again:
                raise CannotImport(found.already)
        except CannotImport as error:
            return _entry(each.path.name, each.sheet, each.register.key, {"errors": [_told(str(error))]})
        answer = _answer(found)
        put_off = [(draft, _cut(each.register, draft.values)) for draft in rows.drafts]
        stored = _store(self.connection, self.changing, found, answer, True)
        for (record, _), (_, awaited) in zip(stored, put_off, strict=True):
            self.waiting += [(each, record, key, stand_in, *find.put_off[stand_in]) for key, stand_in in awaited]
        return _entry(each.path.name, each.sheet, each.register.key, answer.as_json())

    def fill_awaited(self) -> list[dict[str, Any]]:
        """The second pass: names that were put off are found now, or are errors."""
        names, entries = Names(self.connection), []
        for each, record, key, _, target, text in self.waiting:
            try:
                column = str(each.register.by_key[key].column.name)
                set_column(self.connection, each.register, column, [(record, names.find(target, text))])
            except kinds.Misread as misread:
                label = each.register.by_key[key].label
                error = {"sheet": each.sheet, "row": 0, "column": label, "message": str(misread)}
                entries.append(_entry(each.path.name, each.sheet, each.register.key, {"errors": [error]}))
        return entries


def _cut(register: Register, values: Values) -> list[tuple[str, int]]:
    """Takes stand-ins out of the values: (field key, stand-in)."""
    awaited = [(key, value) for key, value in values.items() if isinstance(value, int) and value < 0]
    links = [(key, value) for key, value in awaited if _target(register.by_key[key])]
    for key, _ in links:
        values[key] = None
    return links


def records_of(desk: Desk, register: Register, ids: Sequence[int]) -> dict[int, Values]:
    """Stored values of records."""
    with desk.store.read() as connection:
        return load(connection, register, ids)
