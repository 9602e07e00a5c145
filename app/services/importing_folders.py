"""A folder of workbooks into registers: every sheet that bears a register's name, in one transaction and one undo."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app import kinds
from app.exchange.workbook import NotAWorkbook, read_workbook
from app.models import BY_KEY, REGISTERS
from app.models.register import Register, Values
from app.services.changing import Changing
from app.services.desk import Desk
from app.services.importing import (
    CannotImport,
    Finder,
    Preview,
    already,
    digest_of,
    looked_at,
    read_file,
    read_sheets,
    store_rows,
)
from app.services.naming import Names
from app.store.records import set_column


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


YEAR_BEFORE, YEAR_AFTER = re.compile(r"^\d+年?度?\s*"), re.compile(r"\s*\d+年?度?$")


def _named(name: str) -> Register | None:
    """The register of a sheet's or file's name, with a number or year before or after it or without."""
    bare = name.strip()
    meant = {bare, YEAR_BEFORE.sub("", bare), YEAR_AFTER.sub("", bare), YEAR_AFTER.sub("", YEAR_BEFORE.sub("", bare))}
    return next((each for each in REGISTERS if meant & {each.key, each.label}), None)


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
        stored.fill_awaited()
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


@dataclass
class Awaited:
    """A name that was put off: whose field it fills, and the answer to which an error belongs."""

    each: FolderSheet
    row: int
    record: int
    key: str
    target: str
    name: str
    errors: list[dict[str, Any]]


class _FolderImport:
    """The sheets of a folder going into the transaction at hand."""

    def __init__(self, desk: Desk, connection: Connection, changing: Changing, order: Sequence[str]) -> None:
        self.desk, self.connection, self.changing, self.order = desk, connection, changing, order
        self.waiting: list[Awaited] = []
        self.at_hand = ""

    def take(self, each: FolderSheet, again: bool) -> dict[str, Any]:
        """One sheet; names of registers that come later are put off until those stand."""
        if each.register.key != self.at_hand:
            self.fill_awaited(self.at_hand)
            self.at_hand = each.register.key
        later = frozenset(self.order[self.order.index(each.register.key) :])
        find = Finder(Names(self.connection), later)
        sheets = read_file(each.path)
        try:
            rows = read_sheets(self.desk, self.connection, each.register, sheets, each.path, each.sheet, find)
            found = Preview(each.path, each.register, rows, digest_of(each.path, each.sheet))
            found.already = already(self.connection, found.digest, each.register)
            if found.already and not again:
                raise CannotImport(found.already)
        except CannotImport as error:
            return _entry(each.path.name, each.sheet, each.register.key, {"errors": [_told(str(error))]})
        put_off = {id(draft.values): (draft.row, _cut(each.register, draft.values)) for draft in rows.drafts}
        answer = looked_at(found)
        stored = store_rows(self.connection, self.changing, found, answer, True)
        entry = _entry(each.path.name, each.sheet, each.register.key, answer.as_json())
        for record, values in stored:
            row, awaited = put_off[id(values)]
            for key, stand_in in awaited:
                self.waiting.append(Awaited(each, row, record, key, *find.put_off[stand_in], entry["errors"]))
        return entry

    def fill_awaited(self, register: str | None = None) -> None:
        """Names of a register that now stands (of all, at the end) are found, or are errors of their row."""
        names = Names(self.connection)
        for one in [each for each in self.waiting if register in (None, each.target)]:
            field = one.each.register.by_key[one.key]
            try:
                found = [(one.record, names.find(one.target, one.name))]
                set_column(self.connection, one.each.register, str(field.column.name), found)
            except kinds.Misread as misread:
                told = {"sheet": one.each.sheet, "row": one.row, "column": field.label, "message": str(misread)}
                one.errors.append(told)
            self.waiting.remove(one)


def _cut(register: Register, values: Values) -> list[tuple[str, int]]:
    """Takes stand-ins out of the values: (field key, stand-in)."""
    awaited = [(key, value) for key, value in values.items() if isinstance(value, int) and value < 0]
    links = [(key, value) for key, value in awaited if _target(register.by_key[key])]
    for key, _ in links:
        values[key] = None
    return links
