"""Paper forms: which there are, what they are filled with, and how they are printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
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
from app.store.records import load, titles
from app.store.surroundings import Office

if TYPE_CHECKING:
    from app.reports.forms import CardKind, FormKind
    from app.reports.forms.grid import Form, FormValues
    from app.reports.official import OfficialKind


class CannotPrint(ValueError):
    """Nothing can be printed of what was asked; the message is one Chinese sentence."""


def all_forms() -> tuple[FormKind | CardKind | OfficialKind, ...]:
    """Every paper form, official papers last."""
    from app.reports.forms import FORMS
    from app.reports.official import OFFICIAL

    return (*FORMS, *OFFICIAL)


def forms(register: Register) -> list[FormKind | CardKind | OfficialKind]:
    """The paper forms of a register, official papers last."""
    return [form for form in all_forms() if form.register == register.key]


def form_of(key: str) -> FormKind | CardKind:
    """The form of a key or label, which is no official paper."""
    from app.reports.forms import FORMS

    found = next((form for form in FORMS if key in (form.key, form.label)), None)
    if found is None:
        raise CannotPrint(f"没有「{key}」这种表单，可用的有：{'、'.join(form.key for form in all_forms())}。")
    return found


def has_empty(key: str) -> bool:
    """Whether a form can be printed empty: official papers and name cards say nothing without a record."""
    from app.reports.forms import GRIDS

    return any(key in (form.key, form.label) for form in GRIDS)


def print_form(desk: Desk, form_key: str, record_ids: Sequence[int], path: Path, overprint: bool = False) -> None:
    """Prints a form for each record, or an empty one where none is given; an official paper is made of one record.

    ``overprint`` writes only what the records say, for sheets on which the rest is printed already (套打).
    """
    if official.is_official(form_key):
        if len(record_ids) != 1:
            raise CannotPrint("红头文件、信函和纪要由一条记录做成，请选定一条记录，命令行上写它的编号。")
        official.write(desk, form_key, record_ids[0], path, overprint)
        return
    _check(path, overprint and not record_ids)
    kind = form_of(form_key)
    filled, name = _filled(desk, kind, record_ids)
    if not has_empty(form_key):
        _print_cards(kind, [values for values, _ in filled], name, path, overprint)
    else:
        forms_ = [replace(_grid(kind, values, name), record=called) for values, called in filled or [({}, "")]]
        _write(forms_, path, _grid(kind, {}, name) if overprint else None)


def print_span_form(desk: Desk, form_key: str, period: Period | None, path: Path, overprint: bool = False) -> None:
    """Prints a form of a month, quarter or year; an empty one where no period is given."""
    from app.services.span_forms import GATHER, called

    _check(path, overprint and period is None)
    kind = form_of(form_key)
    with desk.office() as office:
        values = GATHER[kind.key](office.connection, period, office) if period is not None else {}
        name = office.settings.get("office", "")
    form = replace(_grid(kind, values, name), record=called(period) if period is not None else "")
    _write([form], path, _grid(kind, {}, name) if overprint else None)


def _check(path: Path, nothing: bool) -> None:
    if path.suffix.lower() == ".docx":
        raise CannotPrint("这种表单只能存成 PDF，请把文件名的扩展名改为 .pdf。")
    if nothing:
        raise CannotPrint("空表没有内容可套打，请选定记录或写明时间，或不选套打。")


def _grid(kind: FormKind | CardKind, values: FormValues, office: str) -> Form:
    from app.reports.forms.grid import Form

    form = kind.build(values, office)
    assert isinstance(form, Form)
    return form


def _write(forms_: Sequence[Form], path: Path, empty: Form | None) -> None:
    from app.reports.render.pdf_form import write_forms

    write_forms(forms_, path, empty=empty)


def _print_cards(
    kind: FormKind | CardKind, filled: Sequence[FormValues], name: str, path: Path, overprint: bool
) -> None:
    """Name cards or seating plans of meetings, one after another; CannotPrint where there is nobody to seat."""
    from app.reports.forms.name_cards import NameCards
    from app.reports.forms.seating import Seating
    from app.reports.render.name_cards import write_cards
    from app.reports.render.seating import write_seating

    if overprint:
        raise CannotPrint(f"{kind.label}只印姓名，没有套打，请不选套打。")
    if not filled:
        raise CannotPrint(f"{kind.label}没有空表，请选定一次会议，命令行上写它的编号。")
    made = [kind.build(values, name) for values in filled]
    plans = [plan for plan in made if isinstance(plan, Seating) and (plan.platform or plan.rows)]
    if plans:
        write_seating(plans, path)
        return
    names = tuple(one for cards in made if isinstance(cards, NameCards) for one in cards.names)
    if not names:
        raise CannotPrint(f"这次会议的签到里没有姓名，没有{kind.label}可印；请先在「签到」里填写姓名。")
    write_cards(NameCards(kind.label, names), path)


def _filled(
    desk: Desk, kind: FormKind | CardKind, record_ids: Sequence[int]
) -> tuple[list[tuple[FormValues, str]], str]:
    """The values of each record with what it is called, and the office's name; CannotPrint where one is missing."""
    register = BY_KEY[kind.register]
    with desk.store.read() as connection:
        records = load(connection, register, record_ids)
        if missing := [record for record in record_ids if record not in records]:
            raise CannotPrint(f"{register.label}里没有编号为 {missing[0]} 的记录，请检查。")
        office = Office(connection, desk.today())
        called = titles(connection, register.key, record_ids)
        filled = []
        for record in record_ids:
            values = mask(desk, register, records[record], record)
            told = form_values(connection, register, values, office, record)
            filled.append((told, called.get(record) or f"编号 {record}"))
        return filled, office.settings.get("office", "")


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
