"""Printed registers, paper forms, pages as pictures, and the examination of Word files."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from app import kinds
from app.figures import Period
from app.models import BY_KEY
from app.models.register import Register, Values
from app.reports import registers
from app.services import official
from app.services.desk import Desk
from app.services.exporting import Cancelled, Progress, Stopped
from app.services.form_values import beside
from app.services.listing import Wanted, ids_statement
from app.services.masking import mask
from app.services.reading import show_value
from app.store.records import load, shown
from app.store.surroundings import Office

if TYPE_CHECKING:
    from app.reports.forms import FormKind
    from app.reports.official import OfficialKind

PAGE_ROWS = 400
"""Records asked for at once while a book is printed."""


class CannotPrint(ValueError):
    """Nothing can be printed of what was asked; the message is one Chinese sentence."""


def print_register(
    desk: Desk,
    wanted: Wanted,
    path: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    first_row: int = 1,
    first_page: int = 1,
    rows: tuple[int, int] | None = None,
) -> int:
    """Prints the wanted records as a bound book; the number of pages."""
    from app.reports.render.pdf import write_register

    register = BY_KEY[wanted.register]
    with desk.store.read() as connection:
        ids = list(connection.execute(ids_statement(connection, wanted)).scalars())
        office = Office(connection, desk.today())
        before = ids[: rows[0] - 1] if rows else _earlier(connection, wanted) if first_page > 1 or first_row > 1 else []
        if rows is not None:
            ids = ids[rows[0] - 1 : rows[1]]
        sheet = registers.register_sheet(
            register,
            _printed_rows(connection, register, ids, office, desk.revealed.get(register.key, ()), progress, cancelled),
            office=office.settings.get("office", ""),
            start=wanted.start,
            end=wanted.end,
            first_row=first_row,
            first_page=first_page,
            brought_forward=_added_up(connection, register, before),
            maker=office.settings.get("maker", ""),
            checker=office.settings.get("checker", ""),
        )
        return write_register(sheet, path)


def _earlier(connection: Connection, wanted: Wanted) -> list[int]:
    """The records that stand before the period in the book of its year, when a bound book is continued."""
    if wanted.start is None or (wanted.start.month, wanted.start.day) == (1, 1):
        return []
    until = wanted.start - timedelta(days=1)
    before = replace(wanted, start=date(until.year, 1, 1), end=until)
    return list(connection.execute(ids_statement(connection, before)).scalars())


def _added_up(connection: Connection, register: Register, ids: Sequence[int]) -> tuple[Decimal, ...]:
    """The running totals of these records, one for each column that is added up."""
    keys = [field.key for field in registers.book_columns(register) if registers.is_added_up(register, field)]
    records = load(connection, register, ids) if keys else {}
    return tuple(sum((values[key] or Decimal(0) for values in records.values()), Decimal(0)) for key in keys)


def _printed_rows(
    connection: Connection,
    register: Register,
    ids: Sequence[int],
    office: Office,
    revealed: Collection[int],
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> Iterator[tuple[Sequence[str], Sequence[Decimal | None]]]:
    columns = registers.book_columns(register)
    added = [at for at, field in enumerate(columns) if registers.is_added_up(register, field)]
    for start in range(0, len(ids), PAGE_ROWS):
        if cancelled is not None and cancelled():
            raise Stopped
        some = ids[start : start + PAGE_ROWS]
        for cells in shown(connection, register, some, columns, office, revealed):
            yield cells, [_amount(cells[at]) for at in added]
        if progress is not None:
            progress(min(start + PAGE_ROWS, len(ids)), len(ids))


def _amount(cell: str) -> Decimal | None:
    """The exact amount behind a shown one; money is shown to the fen, so nothing is lost."""
    return Decimal(cell.replace(",", "")) if cell else None


def all_forms() -> tuple[FormKind | OfficialKind, ...]:
    """Every paper form, official papers last."""
    from app.reports.forms import FORMS
    from app.reports.official import OFFICIAL

    return (*FORMS, *OFFICIAL)


def forms(register: Register) -> list[FormKind | OfficialKind]:
    """The paper forms of a register, official papers last."""
    return [form for form in all_forms() if form.register == register.key]


def form_of(key: str) -> FormKind:
    """The form of a key or label, which is no official paper."""
    from app.reports.forms import FORMS

    found = next((form for form in FORMS if key in (form.key, form.label)), None)
    if found is None:
        raise CannotPrint(f"没有「{key}」这种表单，可用的有：{'、'.join(form.key for form in all_forms())}。")
    return found


def print_form(desk: Desk, form_key: str, record_ids: Sequence[int], path: Path) -> None:
    """Prints a form for each record, or an empty one where none is given; an official paper is made of one record."""
    if official.is_official(form_key):
        if len(record_ids) != 1:
            raise CannotPrint("红头文件、信函和纪要由一条记录做成，请选定一条记录，命令行上写它的编号。")
        official.write(desk, form_key, record_ids[0], path)
        return
    from app.reports.render.pdf_form import write_forms

    if path.suffix.lower() == ".docx":
        raise CannotPrint("这种表单只能存成 PDF，请把文件名的扩展名改为 .pdf。")
    kind = form_of(form_key)
    register = BY_KEY[kind.register]
    with desk.store.read() as connection:
        records = load(connection, register, record_ids)
        if missing := [record for record in record_ids if record not in records]:
            raise CannotPrint(f"{register.label}里没有编号为 {missing[0]} 的记录，请检查。")
        office = Office(connection, desk.today())
        name = office.settings.get("office", "")
        masked = [mask(desk, register, records[record], record) for record in record_ids]
        told = zip(masked, record_ids, strict=True)
        filled = [form_values(connection, register, values, office, record) for values, record in told] or [{}]
    write_forms([kind.build(values, name) for values in filled], path)


def print_span_form(desk: Desk, form_key: str, period: Period | None, path: Path) -> None:
    """Prints a form of a month or quarter; an empty one where no period is given."""
    from app.reports.render.pdf_form import write_form
    from app.services.span_forms import GATHER

    kind = form_of(form_key)
    with desk.office() as office:
        values = GATHER[kind.key](office.connection, period, office) if period is not None else {}
        name = office.settings.get("office", "")
    write_form(kind.build(values, name), path)


def form_values(
    connection: Connection, register: Register, values: Values, office: Office, record: int
) -> Mapping[str, Any]:
    """What a form is filled with: shown texts by field key, amounts in yuan, child rows as mappings of shown texts."""
    told: dict[str, Any] = {}
    for field in register.fields:
        if field.columns:
            told[field.key] = [
                {column.key: show_value(connection, column, row.get(column.key)) for column in field.columns}
                for row in values.get(field.key) or ()
            ]
        elif isinstance(field.kind, kinds.MoneyKind) and not field.derived:
            told[field.key] = values.get(field.key)
        elif field.derived:
            told[field.key] = field.kind.show(field.derived.of(connection, [record], office).get(record))
        else:
            told[field.key] = show_value(connection, field, values.get(field.key))
    return told | beside(connection, register.key, values, office, record)
