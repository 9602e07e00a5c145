"""Paper forms: which there are, what they are filled with, and how they are printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from app import kinds
from app.figures import Period
from app.models import BY_KEY
from app.models.register import Register, Values
from app.services import official
from app.services.desk import Desk
from app.services.form_values import beside
from app.services.masking import mask
from app.services.reading import show_value
from app.store.records import load
from app.store.surroundings import Office

if TYPE_CHECKING:
    from app.reports.forms import FormKind
    from app.reports.official import OfficialKind


class CannotPrint(ValueError):
    """Nothing can be printed of what was asked; the message is one Chinese sentence."""


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
