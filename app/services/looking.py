"""A workbook as the import window shows it: which register it fits, its rows as they were read, what is wrong where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from app.exchange.headings import headings_of
from app.exchange.table import FoundTable, find_table
from app.exchange.words import Words
from app.exchange.workbook import SheetCells
from app.kinds import plain_text
from app.models import BY_KEY, REGISTERS
from app.models.register import Register, Values
from app.services.changing import Changing
from app.services.desk import Desk
from app.services.importing import CannotImport, Preview, preview, read_file, words_of
from app.services.reading import show_value

FIRST_ROWS = 100
"""Good rows that are shown of each workbook; rows with errors are all shown, up to ten times as many."""


@dataclass(frozen=True)
class SeenRow:
    """One row of the preview: where it stands in the workbook, its texts, and which of them are wrong."""

    sheet: str
    number: int
    cells: tuple[str, ...]
    wrong: Mapping[int, str]
    """Column of the preview → the sentence that says what is wrong."""


@dataclass(frozen=True)
class Looked:
    """What the import window shows before anything is stored."""

    found: Preview
    sheets: tuple[str, ...]
    """Names of all sheets of the file."""
    columns: tuple[str, ...]
    rows: tuple[SeenRow, ...]


def look(desk: Desk, path: Path, register: Register | None = None, sheet: str | None = None) -> Looked:
    """The workbook, read into the register given or into the one that its headers fit; CannotImport says why not."""
    sheets, words = read_file(path), words_of(desk)
    meant = register or fitting(sheets, words, path.name)
    found = preview(desk, meant, path, sheet)
    tables = [table for each in sheets if (table := find_table(each, headings_of(meant, words), path.name)) is not None]
    tables = [table for table in tables if table.sheet in found.rows.sheets]
    fields = tuple(dict.fromkeys(column.field for table in tables for column in table.columns))
    labels = tuple(_label(meant, key) for key in fields)
    with desk.store.read() as connection:
        rows = tuple(_rows(connection, found, tables, fields))
    return Looked(found, tuple(each.name for each in sheets), labels, rows)


def fitting(sheets: Sequence[SheetCells], words: Words, file_name: str) -> Register:
    """The register that the headers of the sheets fit best; its own name in file or sheet decides between equals."""
    best: tuple[float, Register] | None = None
    names = " ".join((file_name, *(each.name for each in sheets)))
    for register in REGISTERS:
        headings = headings_of(register, words)
        tables = [table for each in sheets if (table := find_table(each, headings, file_name))]
        if not tables:
            continue
        known = [column.field for column in tables[0].columns]
        share = len(known) / (len(known) + len(tables[0].passed_over))
        score = headings.known_by(known) * share + (0.5 if register.label[:2] in names else 0)
        if best is None or score > best[0]:
            best = score, register
    if best is None:
        raise CannotImport(f"看不出「{file_name}」是哪一本台账的表，请在「导入到」里选择，或检查表头的栏目名称。")
    return best[1]


def _label(register: Register, key: str) -> str:
    """What a column of the preview is called: the field's label, child columns after their group's."""
    own, _, child = key.partition(".")
    field = register.by_key[own]
    return f"{field.label}·{next(each.label for each in field.columns if each.key == child)}" if child else field.label


def _rows(
    connection: Connection, found: Preview, tables: Sequence[FoundTable], fields: Sequence[str]
) -> Iterator[SeenRow]:
    """The first good rows and the rows with errors, in the order of the workbook."""
    good = {(draft.sheet, draft.row): draft.values for draft in found.rows.drafts}
    wrong: dict[tuple[str, int], dict[int, str]] = {}
    for error in found.errors:
        at = fields.index(error.field) if error.field in fields else -1
        wrong.setdefault((error.sheet, error.row), {}).setdefault(at, error.message)
    shown_good = shown_bad = 0
    for table in tables:
        place = {column.field: column.index for column in table.columns}
        for row in table.rows:
            key = (table.sheet, row.number)
            if key in wrong and shown_bad < FIRST_ROWS * 10:
                shown_bad += 1
            elif key not in wrong and shown_good < FIRST_ROWS:
                shown_good += 1
            else:
                continue
            raw = tuple(_raw(row.cells, place.get(each)) for each in fields)
            values = good.get(key)
            texts = raw if values is None else _read(connection, found.register, fields, values, raw)
            yield SeenRow(table.sheet, row.number, texts, wrong.get(key, {}))


def _raw(cells: Sequence[object], index: int | None) -> str:
    """A cell as it stands in the sheet."""
    return plain_text(cells[index])[:200] if index is not None and index < len(cells) else ""


def _read(
    connection: Connection, register: Register, fields: Sequence[str], values: Values, raw: Sequence[str]
) -> tuple[str, ...]:
    """A good row as it was read; what the program works out itself stays as typed."""
    return tuple(
        show_value(connection, register.by_key[key], values[key]) if key in values else text
        for key, text in zip(fields, raw, strict=True)
    )


def add_people(desk: Desk, names: Sequence[str], office: int | None, duty_class: str) -> int:
    """The people named are on the roster, with one office and one 干部类别; one change, one undo."""
    with desk.store.write() as connection:
        changing = Changing(connection, desk.who, f"登记干部职工 {len(names)} 条", desk.today())
        people = [{"name": name, "office": office, "duty_class": duty_class} for name in names]
        changing.add(BY_KEY["staff"], people)
    return len(names)
