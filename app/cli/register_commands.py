"""Commands on registers: list them, import, export, list records, add one."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from app.cli.answers import BAD, DONE, BadInput, print_json, print_table, say
from app.kinds import ChoiceKind, DayKind, Misread, Reading
from app.models import REGISTERS, tab_of
from app.models.register import Field, Register
from app.services import (
    backing_up,
    exporting,
    importing,
    importing_folders,
    indexing,
    listing,
    masking,
    reading,
    records,
)
from app.services.desk import Desk, register_of
from app.services.importing import Imported
from app.services.listing import Wanted


def day_of(text: str | None) -> date | None:
    """A day as a clerk writes it."""
    try:
        found: date | None = DayKind().read(text, Reading(date.today()))
    except Misread as misread:
        raise BadInput(str(misread)) from misread
    return found


def described(field: Field) -> dict[str, Any]:
    """A field as `registers --json` tells it."""
    told: dict[str, Any] = {"key": field.key, "label": field.label, "type": field.type_name, "required": field.required}
    if isinstance(field.kind, ChoiceKind):
        told["choices"] = list(field.kind.choices)
    if field.columns:
        told["fields"] = [described(column) for column in field.columns]
    return told


def registers(folder: Path, asked: argparse.Namespace) -> int:
    """Every register with its fields."""
    told = [
        {
            "key": register.key,
            "label": register.label,
            "tab": tab_of(register).key,
            "fields": [described(field) for field in register.fields],
        }
        for register in REGISTERS
    ]
    if asked.json:
        print_json(told)
    else:
        print_table(("登记簿", "名称", "所在页"), [(r.key, r.label, tab_of(r).label) for r in REGISTERS])
    return DONE


def import_file(desk: Desk, asked: argparse.Namespace) -> int:
    """One workbook into one register."""
    register = register_of(asked.register)
    found = importing.preview(desk, register, Path(asked.file), asked.sheet)
    if asked.dry_run:
        answer = importing.looked_at(found)
    else:
        backing_up.back_up_before(desk, "导入")
        answer = importing.store_preview(desk, found, asked.skip_bad, asked.again)
        indexing.catch_up(desk)
    if asked.json:
        print_json(answer.as_json())
    else:
        _tell(answer)
    return BAD if answer.errors and not asked.skip_bad and not answer.imported else DONE


def _tell(answer: Imported) -> None:
    say(f"读到 {answer.read} 条，导入 {answer.imported} 条，没有导入 {answer.skipped} 条。")
    for error in answer.errors:
        say(f"{error.sheet} 第 {error.row} 行「{error.column}」：{error.message}")
    for sheet, row, told in answer.notes:
        say(f"{sheet} 第 {row} 行：{told}")
    if answer.columns_passed_over:
        say(f"没有用到的栏：{'、'.join(answer.columns_passed_over)}。")
    if answer.sheets_passed_over:
        say(f"没有登记簿内容的工作表：{'、'.join(answer.sheets_passed_over)}。")


def import_folder(desk: Desk, asked: argparse.Namespace) -> int:
    """Every workbook of a folder."""
    backing_up.back_up_before(desk, "导入")
    answers = importing_folders.import_folder(desk, Path(asked.folder), asked.skip_bad, asked.again)
    indexing.catch_up(desk)
    if asked.json:
        print_json(answers)
    else:
        for answer in answers:
            say(f"{answer['file']} {answer['sheet']} {answer['register']}：导入 {answer['imported']} 条。")
            for error in answer["errors"]:
                say(f"  第 {error['row']} 行「{error['column']}」：{error['message']}")
    return BAD if any(answer["errors"] for answer in answers) and not asked.skip_bad else DONE


def _wanted(asked: argparse.Namespace, register: Register, find: str = "") -> Wanted:
    return Wanted(register.key, find, day_of(asked.start), day_of(asked.end), descending=False)


def unmask(desk: Desk, register: Register, wanted: Wanted, reason: str) -> None:
    """The hidden fields of these records are shown, where a reason is given."""
    if reason:
        masking.reveal(desk, register, listing.all_ids(desk, wanted), reason)


def export(desk: Desk, asked: argparse.Namespace) -> int:
    """A register as a workbook."""
    register = register_of(asked.register)
    unmask(desk, register, _wanted(asked, register), asked.unmask)
    count = exporting.export_register(desk, _wanted(asked, register), Path(asked.file))
    say(f"已导出{register.label} {count} 条到「{asked.file}」。")
    return DONE


def list_records(desk: Desk, asked: argparse.Namespace) -> int:
    """Records as they are shown."""
    register = register_of(asked.register)
    unmask(desk, register, _wanted(asked, register), asked.unmask)
    ids = listing.all_ids(desk, _wanted(asked, register, asked.find))
    if asked.limit is not None:
        ids = ids[: max(asked.limit, 0)]
    if asked.json:
        print_json(listing.shown_records(desk, register, ids))
    else:
        columns = listing.columns_of(register)
        rows = listing.page(desk, register.key, ids)
        numbered = ([str(record), *row] for record, row in zip(ids, rows, strict=True))
        print_table(["编号", *(column.label for column in columns)], numbered)
    return DONE


def add(desk: Desk, asked: argparse.Namespace) -> int:
    """One record, values as one would type them."""
    register = register_of(asked.register)
    pairs = dict(_pair(text) for text in asked.values)
    reasons = {key.removeprefix("reason."): text for key, text in pairs.items() if key.startswith("reason.")}
    given = {key: text for key, text in pairs.items() if not key.startswith("reason.")}
    values, wrong = reading.read_record(desk, register, given)
    if wrong:
        raise BadInput("；".join(sentence.rstrip("。") for _, sentence in wrong) + "。")
    try:
        saved = records.save(desk, register, records.blank_for(register) | values, None, reasons)
    except records.Refused as refused:
        raise BadInput(str(refused)) from refused
    except records.NeedsReason as stopped:
        rules = "、".join(finding.rule for finding in stopped.findings)
        raise BadInput(f"{stopped} 确需登记的，请加上 reason.规则=理由（规则：{rules}）。") from stopped
    found = [{"rule": each.rule, "state": each.state, "sentence": each.sentence} for each in saved.findings]
    if asked.json:
        print_json({"id": saved.id, "findings": found})
    else:
        say(f"已登记{register.label}，编号 {saved.id}。")
        for each in saved.findings:
            say(each.sentence)
    return DONE


def _pair(text: str) -> tuple[str, str]:
    key, mark, value = text.partition("=")
    if not mark:
        raise BadInput(f"「{text}」应写成 栏目=内容，如 date=2026-03-07。")
    return key.strip(), value
