"""Saving, deleting, restoring, filling in and taking back: each one transaction that also writes history."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, select

from app.models.documents.secrecy import SECRET, marked
from app.models.register import Field, Misfit, Register, Values
from app.services.changing import Changing
from app.services.desk import Desk
from app.store.attachments import rows_of
from app.store.records import hidden_keys, load, titles
from app.store.surroundings import Office
from app.store.tables import Override

if TYPE_CHECKING:
    from app.rules import Finding


def one_sentence(sentences: Iterable[str]) -> str:
    """Several sentences as one."""
    return "；".join(sentence.rstrip("。") for sentence in sentences) + "。"


class Refused(Exception):
    """Values that cannot be stored: each with its field and a Chinese sentence."""

    def __init__(self, misfits: Sequence[Misfit]) -> None:
        super().__init__(one_sentence(sentence for _, sentence in misfits))
        self.misfits = list(misfits)


class NeedsReason(Exception):
    """Limits that stop the record until a reason is typed."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(one_sentence(finding.sentence for finding in findings))
        self.findings = list(findings)


@dataclass(frozen=True)
class Saved:
    """A record as it was stored, what the limits say of it, and the change that stored it."""

    id: int
    values: Values
    findings: list[Finding]
    change: int


PROPOSED: dict[str, Values] = {
    "leave": {"status": "已批准"},
    "meeting": {"status": "已召开"},
    "incoming": {"secrecy": "无", "urgency": "平件", "handling": "阅件", "copies": 1},
    "outgoing": {"status": "拟稿", "secrecy": "无", "direction": "下行文", "category": "一般性文件"},
    "reception": {"status": "申请", "meal_place": "单位食堂"},
    "petition": {"status": "登记", "persons": 1, "turn": "初访"},
    "visitor": {"persons": 1},
    "opinion": {"adopted": "研究中"},
    "visit": {"days": Decimal(1)},
    "budget": {"three_public": "非三公"},
}
"""What a new record of a register usually holds."""


def blank(desk: Desk, register: Register) -> Values:
    """Proposed values of a new record: today, and what is usual."""
    values = blank_for(register)
    values |= PROPOSED.get(register.key, {})
    today = desk.today()
    for field in register.fields:
        if field.key == register.dated_key:
            values[field.key] = today.year if field.type_name == "int" else today
        elif field.key == "year" and field.required:
            values[field.key] = today.year
    return values


def blank_for(register: Register) -> Values:
    """An empty record: nothing proposed, several people and child rows none."""
    return {field.key: () if field.type_name in ("staffs", "rows") else None for field in register.fields}


def copy_of(desk: Desk, register: Register, record_id: int) -> Values:
    """A new record like an old one, its own numbers left out and its day today."""
    with desk.store.read() as connection:
        found = load(connection, register, [record_id])[record_id]
    numbered = {"serial", "archive_no", "invoice", "voucher", "doc_no"}
    if record_id not in desk.revealed.get(register.key, ()):
        numbered |= set(hidden_keys(register, found))
    kept = {key: value for key, value in found.items() if key not in numbered and key not in auto_keys(register)}
    dated = {key: value for key, value in blank(desk, register).items() if key == register.dated_key}
    return blank(desk, register) | kept | dated


def auto_keys(register: Register) -> set[str]:
    """Fields that the program works out."""
    return {field.key for field in register.fields if field.auto}


def misfits(connection: Connection, register: Register, values: Values, record_id: int | None) -> Iterator[Misfit]:
    """What keeps the values from being stored: required fields left empty, what cannot be, secrecy, a name taken."""
    yield from _kept_files(connection, register, values, record_id)
    for field in register.fields:
        value = values.get(field.key)
        if field.required and value in (None, "", ()):
            yield field.key, f"请填写「{field.label}」。"
        yield from _row_misfits(field, value)
        if mark := next((mark for text in texts_of(value) if (mark := marked(text))), None):
            yield (
                field.key,
                f"「{field.label}」里有涉密标志「{mark}」，国家秘密不得在本机登记，请只登记纸质登记簿页号。",
            )
        if field.unique and value and _is_taken(connection, field, value, record_id):
            yield field.key, f"「{field.label}」已有「{value}」，请不要重复登记。"
    if register.check:
        yield from register.check(values)


def texts_of(value: Any) -> Iterator[str]:
    """The texts of a value, those of child rows too."""
    if isinstance(value, str):
        yield value
    for row in value if isinstance(value, tuple) else ():
        yield from (each for each in row.values() if isinstance(each, str)) if isinstance(row, dict) else ()


def _kept_files(connection: Connection, register: Register, values: Values, record_id: int | None) -> Iterator[Misfit]:
    """A paper that turns out to be secret may not keep the files that came with it."""
    if record_id is not None and values.get("secrecy") in SECRET and rows_of(connection, register.key, record_id):
        yield "secrecy", "涉密件不得在本机保存附件，请先删除附件、清理已删除的文件，再改密级。"


def _row_misfits(field: Field, rows: Any) -> Iterator[Misfit]:
    for at, row in enumerate(rows or () if field.columns else (), 1):
        for column in field.columns:
            if column.required and row.get(column.key) in (None, ""):
                yield field.key, f"「{field.label}」第 {at} 行请填写「{column.label}」。"


def _is_taken(connection: Connection, field: Field, value: Any, record_id: int | None) -> bool:
    table = field.column.table
    asked = select(table.c.id).where(field.column == value, table.c.trashed_at.is_(None)).limit(2)
    return any(record != record_id for record in connection.execute(asked).scalars())


def save(
    desk: Desk,
    register: Register,
    values: Values,
    record_id: int | None = None,
    reasons: Mapping[str, str] | None = None,
) -> Saved:
    """Stores a new record or a changed one; Refused and NeedsReason say what stands in the way."""
    what = f"{'登记' if record_id is None else '修改'}{register.label} 1 条"
    with desk.store.write() as connection:
        return save_within(Changing(connection, desk.who, what, desk.today()), register, values, record_id, reasons)


def save_within(
    changing: Changing,
    register: Register,
    values: Values,
    record_id: int | None = None,
    reasons: Mapping[str, str] | None = None,
) -> Saved:
    """Stores a record in the change at hand, of which it may be one of several."""
    from app.rules import while_typing

    connection = changing.connection
    given = {key: value for key, value in values.items() if key in register.by_key and key not in auto_keys(register)}
    before = _stored(connection, register, record_id) if record_id is not None else {}
    whole = {**before, **given}
    if problems := list(misfits(connection, register, whole, record_id)):
        raise Refused(problems)
    if record_id is None:
        whole["book_number"] = None
        (record_id,) = changing.add(register, [whole])
    else:
        changing.change(register, record_id, before, whole)
    found: list[Finding] = while_typing(connection, changing.office, register, whole, record_id)
    _refuse(connection, changing, register, before, found, record_id)
    found = _with_reasons(connection, changing, register, record_id, found, reasons or {})
    return Saved(record_id, whole, found, changing.id)


def _refuse(
    connection: Connection,
    changing: Changing,
    register: Register,
    before: Values,
    found: Sequence[Finding],
    record_id: int,
) -> None:
    """What no reason lets pass takes everything back: two leaves at once, a secret paper; unless it stood so before."""
    from app.rules import RULES, while_typing

    hard = [each for each in found if each.kind == "refuse" or (each.stops and not RULES[each.rule].overridable)]
    if hard and before:
        stood = {
            (each.sentence, each.kind)
            for each in while_typing(connection, changing.office, register, before, record_id)
        }
        hard = [each for each in hard if (each.sentence, each.kind) not in stood]
    if hard:
        raise Refused([(each.field or "", each.sentence) for each in hard])


def _stored(connection: Connection, register: Register, record_id: int) -> Values:
    found = load(connection, register, [record_id]).get(record_id)
    if found is None:
        raise Refused([("", f"{register.label}里没有编号为 {record_id} 的记录，请刷新后再试。")])
    return found


def _with_reasons(
    connection: Connection,
    changing: Changing,
    register: Register,
    record_id: int,
    found: list[Finding],
    reasons: Mapping[str, str],
) -> list[Finding]:
    """Stop findings pass with a reason, typed now or earlier; else NeedsReason takes everything back."""
    asked = select(Override.rule).where(Override.register == register.key, Override.record_id == record_id)
    given_before = set(connection.execute(asked).scalars())
    stopping = [finding for finding in found if finding.stops]
    open_ones = [finding for finding in stopping if finding.rule not in given_before and not reasons.get(finding.rule)]
    if open_ones:
        raise NeedsReason(open_ones)
    for rule in {finding.rule for finding in stopping} - given_before:
        row = {"rule": rule, "register": register.key, "record_id": record_id, "reason": reasons[rule]}
        connection.execute(insert(Override).values(**row, who=changing.who, at=changing.now))
    return found


def findings(desk: Desk, register: Register, values: Values, record_id: int | None = None) -> list[Finding]:
    """What the limits say of the values at hand, while they are typed."""
    from app.rules import while_typing

    with desk.store.read() as connection:
        office = Office(connection, desk.today())
        whole = dict(values)
        if register.work_out:
            register.work_out(whole, office)
        found: list[Finding] = while_typing(connection, office, register, whole, record_id)
        return found


def worked_out(desk: Desk, register: Register, values: Values) -> Values:
    """The values with those the program works out, for showing while typing."""
    whole = dict(values)
    if register.work_out:
        with desk.store.read() as connection:
            register.work_out(whole, Office(connection, desk.today()))
    return whole


def delete(desk: Desk, register: Register, ids: Sequence[int]) -> int:
    """Puts records into the recycle bin; Refused where others still point at them."""
    with desk.store.write() as connection:
        if used := _uses(connection, register, ids):
            raise Refused([("", used)])
        changing = Changing(connection, desk.who, f"删除{register.label} {len(ids)} 条", desk.today())
        changing.put_away(register, list(ids))
    return len(ids)


def _uses(connection: Connection, register: Register, ids: Sequence[int]) -> str | None:
    """The sentence that names who still points at one of the records."""
    from app.models import REGISTERS
    from app.models.base import Base

    for other in REGISTERS:
        table = Base.metadata.tables[other.key]
        for key in table.foreign_keys:
            if key.target_fullname.partition(".")[0] != register.key:
                continue
            asked = select(table.c.id, key.parent).where(key.parent.in_(list(ids)), table.c.trashed_at.is_(None))
            found = connection.execute(asked.limit(1)).first()
            if found and not (other is register and found[0] in ids):
                called = titles(connection, register.key, [found[1]]).get(found[1], "")
                return f"「{called}」还在{other.label}里使用，不能删除。请先改掉那些记录，或给它填写离岗、撤销日期。"
    return None


def restore(desk: Desk, register: Register, ids: Sequence[int]) -> int:
    """Takes records out of the recycle bin; Refused where a name has been given again meanwhile."""
    with desk.store.write() as connection:
        refuse_names_taken(connection, register, ids)
        changing = Changing(connection, desk.who, f"恢复{register.label} {len(ids)} 条", desk.today())
        changing.take_back(register, list(ids))
    return len(ids)


def refuse_names_taken(connection: Connection, register: Register, ids: Sequence[int]) -> None:
    """Records that come back may not bear a name that another has now."""
    unique = [field for field in register.own_fields if field.unique]
    for record, values in load(connection, register, ids if unique else ()).items():
        for field in unique:
            if values[field.key] and _is_taken(connection, field, values[field.key], record):
                sentence = f"「{field.label}」已有另一条「{values[field.key]}」，请先给那一条改名，再恢复。"
                raise Refused([(field.key, sentence)])


def trashed(desk: Desk, register: Register) -> list[tuple[int, str, datetime]]:
    """The recycle bin of a register, newest first: (id, title, when)."""
    table = register.record.__table__
    asked = select(table.c.id, table.c.trashed_at).where(table.c.trashed_at.is_not(None))
    with desk.store.read() as connection:
        rows = connection.execute(asked.order_by(table.c.trashed_at.desc(), table.c.id.desc())).all()
        called = titles(connection, register.key, [record for record, _ in rows])
    return [(record, called.get(record, ""), at) for record, at in rows]


def fill(desk: Desk, register: Register, ids: Sequence[int], key: str, values: Sequence[Any]) -> int:
    """One field of many records (批量填写), a value for each id; one change, one undo."""
    field = register.by_key[key]
    if field.auto:
        raise Refused([(key, f"「{field.label}」由程序计算，不能批量填写。")])
    with desk.store.write() as connection:
        changing = Changing(
            connection, desk.who, f"批量填写{register.label}「{field.label}」{len(ids)} 条", desk.today()
        )
        before = load(connection, register, ids)
        for record, value in zip(ids, values, strict=True):
            after = {**before[record], key: value}
            if problems := list(misfits(connection, register, after, record)):
                called = titles(connection, register.key, [record]).get(record, "")
                raise Refused([(problems[0][0], f"「{called}」：{problems[0][1]}")])
            changing.change(register, record, before[record], after)
    return len(ids)


def series_from(first: str, count: int) -> list[str]:
    """递增填充: the first text and those after it, its last number counted up with its zeros kept."""
    found = re.search(r"(\d+)(\D*)$", first)
    if not found:
        return [first] * count
    head, digits, tail = first[: found.start()], found[1], found[2]
    return [f"{head}{int(digits) + step:0{len(digits)}d}{tail}" for step in range(count)]
