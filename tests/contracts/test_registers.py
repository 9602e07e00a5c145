"""Every register is stored as declared, is that of the catalogue, and is at home in workbook, PDF and plain form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
import yaml

from app import figures, kinds, rules
from app.models import BY_KEY, REGISTERS, TABS, tab_of
from app.models.base import Base
from app.models.register import Field, Register
from app.services import books, exporting, reading
from app.services.desk import Desk
from app.services.listing import Wanted, columns_of
from app.store.plain import from_plain, to_plain
from app.store.records import layout_of

SPEC = Path(__file__).parents[1] / "data" / "spec"
EVERY = pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.key)
HOUSEKEEPING = {"id", "book_year", "made_by", "made_at", "changed_by", "changed_at", "trashed_at"}
NOT_READ = {"expense.hire": {"vehicle_use"}}
"""Registers named beside a limit whose working asks nothing of them."""
OWN_LIMITS = {"leave.clashes"}
"""Limits of the program's own, beyond the catalogue."""
OWN_SETTINGS = {
    "meetings.bundled": {"days"},
    "study.notebooks": {"days"},
    "visits.residents_all": {"limit"},
    "training.five_steps": {"words"},
}
"""Settings of a limit that the catalogue leaves in its sentence."""
FULL_WIDTH = str.maketrans({"(": "（", ")": "）"})


def catalogue(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((SPEC / f"{name}.yaml").read_text("utf-8"))
    return loaded


def columns(register: Register) -> Iterator[Field]:
    for field in register.fields:
        yield field
        yield from field.columns


@EVERY
def test_declared_columns_are_the_stored_ones(register: Register) -> None:
    table = Base.metadata.tables[register.key]
    declared = {name for _, name in layout_of(register.key).columns}
    assert {column.name for column in table.c} - HOUSEKEEPING == declared
    for children in layout_of(register.key).children:
        kept = {column.name for column in children.table.c} - {"id", "position", children.parent.name}
        assert kept == {name for _, name in children.columns}


@EVERY
def test_keys_and_labels_are_unique(register: Register) -> None:
    for fields in (register.fields, *[field.columns for field in register.fields if field.columns]):
        assert len({field.key for field in fields}) == len(fields)
        assert len({field.label for field in fields}) == len(fields)


def test_registers_are_unique_and_stand_in_one_tab() -> None:
    assert len(BY_KEY) == len({register.label for register in REGISTERS}) == len(REGISTERS) == 54
    assert [tab_of(register).key for register in REGISTERS] == [tab.key for tab in TABS for _ in tab.registers]
    assert len({tab.label for tab in TABS}) == len(TABS)


@EVERY
def test_every_register_says_what_it_is_for(register: Register) -> None:
    assert register.purpose.endswith("。")
    assert 10 <= len(register.purpose) <= 60
    assert register.title_key in register.by_key
    assert register.sections[0].fields
    assert all(section.label for section in register.sections)


@EVERY
def test_a_table_has_at_most_fourteen_columns(register: Register) -> None:
    assert 3 <= len(register.listed) <= 15
    assert columns_of(register)[0].label == "序号"
    assert [field for field in register.fields if field.searched]


@EVERY
def test_words_on_the_screen_have_full_width_marks(register: Register) -> None:
    for field in columns(register):
        for told in (field.help, register.purpose):
            assert not set(",;:?!()") & set(told), told


PAGES = {
    key: (tab, page, told) for tab, page in catalogue("registers").items() for key, told in page["registers"].items()
}


@EVERY
def test_the_register_is_that_of_the_catalogue(register: Register) -> None:
    tab, page, told = PAGES[register.key]
    assert (register.label, tab_of(register).key, tab_of(register).label) == (told["label"], tab, page["label"])
    assert register.landscape is (told["print"] == "landscape")
    assert list(differences(register.key, told["fields"], register.own_fields)) == []


def differences(path: str, wanted: dict[str, Any], declared: tuple[Field, ...]) -> Iterator[str]:
    """Where a declaration is not that of the catalogue, child rows and their columns too."""
    fields = {field.key: field for field in declared}
    yield from (f"{path}.{key} is not in one of the two" for key in wanted.keys() ^ fields.keys())
    for key in wanted.keys() & fields.keys():
        told, field = wanted[key], fields[key]
        line = f"{told['label']} | rows |" if isinstance(told, dict) else told
        label, kind, flags = (part.strip() for part in line.split("|"))
        if (field.label, kind_of(field)) != (label, kind):
            yield f"{path}.{key}: {field.label} {kind_of(field)}, not {label} {kind}"
        if flags_of(field) != set(flags.split()):
            yield f"{path}.{key}: {flags_of(field)}, not {flags}"
        yield from differences(f"{path}.{key}", told["rows"] if isinstance(told, dict) else {}, field.columns)


def kind_of(field: Field) -> str:
    """The type as the catalogue writes it."""
    if field.type_name == "choice" and isinstance(field.kind, kinds.ChoiceKind):
        return f"[{'/'.join(field.kind.choices)}]"
    if field.type_name == "ref" and isinstance(field.kind, kinds.ReferenceKind):
        return f"ref:{field.kind.register}"
    return field.type_name


def flags_of(field: Field) -> set[str]:
    """The flags as the catalogue writes them."""
    has = {"required": field.required, "list": field.listed, "search": field.searched, "unique": field.unique}
    return {flag for flag in has if has[flag]}


def test_every_register_of_the_catalogue_is_there() -> None:
    assert set(BY_KEY) == set(PAGES)
    assert {tab.key: tab.label for tab in TABS} == {tab: page["label"] for tab, page in catalogue("registers").items()}


@EVERY
def test_columns_stand_in_the_order_of_the_catalogue(register: Register) -> None:
    told = PAGES[register.key][2]["fields"]
    listed = [key for key, line in told.items() if isinstance(line, str) and "list" in line.split("|")[-1].split()]
    assert [field.key for field in register.listed] == listed


def test_every_figure_of_the_catalogue_is_there() -> None:
    told = catalogue("figures")
    assert set(figures.FIGURES) == set(told)
    for key, figure in figures.FIGURES.items():
        assert (figure.label, figure.unit) == (told[key]["label"], told[key]["unit"]), key
        assert set(told[key].get("by", ())) <= set(figure.by), key


def test_every_limit_of_the_catalogue_is_there() -> None:
    told = catalogue("rules")
    assert set(rules.RULES) == set(told) | OWN_LIMITS
    for key, line in told.items():
        rule = rules.RULES[key]
        assert rule.text.translate(FULL_WIDTH) == line["text"].translate(FULL_WIDTH), key
        wanted = [line[name] for name in ("class", "severity", "per", "subject", "clause")]
        assert [rule.kind, rule.severity, rule.per, rule.subject, rule.clause] == wanted, key
        assert rule.seed == tuple(line.get("seed", ())), key
        assert set(line["registers"]) - NOT_READ.get(key, set()) <= set(rule.uses), key


def test_every_limit_has_the_settings_of_the_catalogue() -> None:
    for key, line in catalogue("rules").items():
        told = {name: as_kept(value) for name, value in (line.get("params") or {}).items()}
        own = rules.RULES[key].parameters
        assert own.keys() - told.keys() == OWN_SETTINGS.get(key, set()), key
        assert told == {name: own[name] for name in told}, key


def as_kept(value: Any) -> Any:
    """A setting of the catalogue as the program keeps it: lists fixed, 是 and 否 as yes and no."""
    if isinstance(value, list):
        return tuple(value)
    return {"是": True, "否": False}.get(value, value) if isinstance(value, str) else value


SAMPLES: dict[type[kinds.Kind], list[Any]] = {
    kinds.LineKind: ["一行"],
    kinds.ProseKind: ["甲\n乙"],
    kinds.WholeKind: [0, 7],
    kinds.NumberKind: [Decimal("0.5"), Decimal("1234.0001")],
    kinds.MoneyKind: [Decimal("0.01"), Decimal("99999999999.99")],
    kinds.YesNoKind: [True, False],
    kinds.DayKind: [date(2026, 3, 7)],
    kinds.ClockKind: [time(9, 5)],
    kinds.MomentKind: [datetime(2026, 3, 7, 9, 5)],
    kinds.ReferenceKind: [7],
    kinds.ReferencesKind: [(), (2, 1)],
}


def samples(field: Field) -> list[Any]:
    """Values that a field may hold, empty among them."""
    if field.columns:
        return [(), ({column.key: samples(column)[-1] for column in field.columns},)]
    if isinstance(field.kind, kinds.ChoiceKind):
        return [None, *field.kind.choices]
    return [None, *SAMPLES[type(field.kind)]]


@EVERY
def test_values_survive_plain_form(register: Register) -> None:
    for field in register.fields:
        for value in samples(field):
            assert from_plain(field, to_plain(value)) == value, field.key


@EVERY
def test_shown_values_are_read_again(register: Register) -> None:
    at = kinds.Reading(date(2026, 11, 23))
    for field in columns(register):
        if field.columns or isinstance(field.kind, (kinds.ReferenceKind, kinds.ReferencesKind)):
            continue
        for value in samples(field):
            assert field.kind.read(field.kind.show(value), at) == value, field.key


@EVERY
def test_every_register_makes_a_workbook(register: Register, township: Desk, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    count = exporting.export_register(township, Wanted(register.key, start=date(2025, 12, 1)), path)
    book = openpyxl.load_workbook(path)
    sheet = book[register.label.replace("/", " ")] if register.label in book.sheetnames else book.worksheets[0]
    heads = [str(cell.value) for cell in sheet[1]]
    assert heads[0] == "序号"
    assert set(heads) == {field.label for field in register.fields if not field.columns}
    assert sheet.max_row == count + 1
    assert len(book.sheetnames) == 1 + sum(bool(field.columns) for field in register.fields)


@EVERY
def test_every_register_makes_a_pdf(register: Register, township: Desk, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    wanted = Wanted(register.key, descending=False)
    pages = books.print_register(township, wanted, path).pages
    pdf = pypdfium2.PdfDocument(path)
    assert len(pdf) == pages >= 1
    width, height = pdf[0].get_size()
    assert (width > height) is register.landscape
    words = pdf[0].get_textpage().get_text_range()
    assert "序号" in words.replace("\r\n", "")
    pdf.close()


@EVERY
def test_every_field_is_shown_and_every_choice_read(register: Register, township: Desk) -> None:
    shown = reading.show(township, register, {field.key: None for field in register.fields})
    assert set(shown.values()) == {""}
    for field in columns(register):
        if isinstance(field.kind, kinds.ChoiceKind):
            assert all(field.kind.read(each, kinds.Reading(date.today())) == each for each in field.kind.choices)
