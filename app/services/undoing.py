"""Taking back the last change whole (撤回上一步), and what has been done, in words (修改记录)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, select, text, update
from sqlalchemy.exc import IntegrityError

from app import kinds
from app.models import BY_KEY
from app.models.register import Field, Register
from app.services.changing import NOTE, Changing, book_year, series_of
from app.services.desk import Desk
from app.services.records import Refused, refuse_names_taken
from app.store import numbers, search
from app.store.attachments import place_of
from app.store.plain import from_plain
from app.store.records import HIDDEN, hidden_keys, layout_of, load, remove_records, slices, titles
from app.store.tables import SEARCH_TABLE, Attachment, Change, History, ImportedSheet, Override, SearchQueue


def last_change(connection: Connection) -> tuple[int, str] | None:
    """The newest change that can be taken back: (id, what it did)."""
    open_ones = Change.undone_at.is_(None), Change.undoes_id.is_(None)
    found = connection.execute(
        select(Change.id, Change.what).where(*open_ones).order_by(Change.id.desc()).limit(1)
    ).first()
    return (found[0], found[1]) if found else None


def undo(desk: Desk) -> str | None:
    """Takes back the last change of the data, a whole import too; the sentence that says what, or None."""
    try:
        with desk.store.write() as connection:
            last = last_change(connection)
            if last is None:
                return None
            changing = Changing(connection, desk.who, f"撤回：{last[1]}", desk.today(), undoes=last[0])
            _take_back(connection, changing, last[0], desk.store.folder)
            now = datetime.now().replace(microsecond=0)
            connection.execute(update(Change).where(Change.id == last[0]).values(undone_at=now))
            connection.execute(delete(ImportedSheet).where(ImportedSheet.change_id == last[0]))
    except IntegrityError as error:
        raise Refused([("", "后来登记的内容用到了这一步的记录，不能撤回，请先改掉那些记录。")]) from error
    return f"已撤回：{last[1]}。"


def _take_back(connection: Connection, changing: Changing, change: int, folder: Path) -> None:
    entries = connection.execute(select(History).where(History.change_id == change).order_by(History.id.desc()))
    by_kind: dict[tuple[str, str], list[tuple[int, Mapping[str, Any]]]] = {}
    for row in entries.mappings():
        by_kind.setdefault((row["register"], row["action"]), []).append((row["record_id"], row["fields"]))
    for (key, action), some in by_kind.items():
        if action == "new":
            _let_go(connection, BY_KEY[key], [record for record, _ in some])
    for (key, action), some in by_kind.items():
        register = BY_KEY[key]
        ids = [record for record, _ in some]
        if action == "new":
            _remove(connection, changing, register, ids)
        elif action == "trash":
            refuse_names_taken(connection, register, ids)
            changing.take_back(register, ids)
        elif action == "restore":
            changing.put_away(register, ids)
        elif action in ("attach", "detach"):
            for record, fields in some:
                _give_file_back(changing, register, record, action, fields, folder)
        elif action != NOTE:
            for record, fields in some:
                _set_back(connection, changing, register, record, fields)


def _let_go(connection: Connection, register: Register, ids: Sequence[int]) -> None:
    """Links that may be empty are emptied first: an office and its head, made together, point at each other."""
    table = layout_of(register.key).table
    links = {key.parent.name: None for key in table.foreign_keys if key.parent.nullable}
    for some in slices(ids):
        connection.execute(update(table).where(table.c.id.in_(some)).values(links))


def _remove(connection: Connection, changing: Changing, register: Register, ids: Sequence[int]) -> None:
    """Records that were made by mistake never were: they go for good, and their numbers with them."""
    records = load(connection, register, ids)
    years = register.record.__table__
    for some in slices(ids):
        for record, year in connection.execute(select(years.c.id, years.c.book_year).where(years.c.id.in_(some))):
            records[record]["book_year"] = year
    given = [number for record in ids if record in records for number in series_of(register, records[record])]
    changing.record_removal(register, list(records))
    base = search.book_number(connection, register.key) << search.SHIFT
    connection.execute(text(f"DELETE FROM {SEARCH_TABLE} WHERE rowid = :row"), [{"row": base | each} for each in ids])
    for some in slices(ids):
        for table in (SearchQueue, Override, Attachment):
            mine = table.register == register.key, table.record_id.in_(some)
            connection.execute(delete(table).where(*mine))
    remove_records(connection, register, ids)
    give_back(connection, given)


def give_back(connection: Connection, given: Sequence[tuple[str, int, int]]) -> None:
    """Numbers at the end of their series are free again; those in the middle stay as gaps."""
    for series, year, number in sorted(set(given), key=lambda one: -one[2]):
        if numbers.next_of(connection, series, year) == number + 1:
            numbers.set_next(connection, series, year, number)


def _set_back(
    connection: Connection, changing: Changing, register: Register, record: int, fields: Mapping[str, Any]
) -> None:
    before = load(connection, register, [record])[record]
    earlier = {key: from_plain(register.by_key[key], pair[0]) for key, pair in fields.items() if key in register.by_key}
    after, today = before | earlier, changing.office.today
    taken, kept = (
        series_of(register, {**values, "book_year": book_year(register, values, today)}) for values in (before, after)
    )
    changing.set_back(register, record, before, after)
    give_back(connection, [one for one in taken if one not in kept])


def _give_file_back(
    changing: Changing, register: Register, record: int, action: str, fields: Mapping[str, Any], folder: Path
) -> None:
    """A file that was attached is not; one that was taken off is there again, while its content still is."""
    file = {**fields, "added_at": datetime.fromisoformat(fields["added_at"])}
    if action == "attach":
        changing.detach(register, record, file)
    elif place_of(folder, file["digest"]).is_file():
        changing.attach(register, record, file)
    else:
        raise Refused([("", f"附件「{file['name']}」的文件已经清理，它的删除不能撤回。")])


FILES = {"attach": "附上了", "detach": "删除了"}
ACTIONS = {"new": "登记了这条记录", "trash": "放进了回收站", "restore": "从回收站恢复", "remove": "撤回了登记"}


def history(desk: Desk, register: Register, record_id: int) -> list[str]:
    """What was done to a record, newest first: «3月7日 10:42 王芳 把「办结日期」从 空 改为 2026-03-06»."""
    with desk.store.read() as connection:
        mine = History.register == register.key, History.record_id == record_id
        asked = select(Change.at, Change.who, History.action, History.fields).join(
            Change, Change.id == History.change_id
        )
        rows = connection.execute(asked.where(*mine).order_by(History.id.desc())).all()
        stored = load(connection, register, [record_id]).get(record_id, {})
        hidden = () if record_id in desk.revealed.get(register.key, ()) else hidden_keys(register, stored)
        return [
            f"{day_words(at.date(), desk.today().year)} {at:%H:%M} {who} {line}"
            for at, who, action, fields in rows
            for line in _lines(connection, register, action, fields, hidden, at.year)
        ]


def day_words(day: date, year: int) -> str:
    """«3月7日», of another year than that at hand «2025年3月7日»."""
    return f"{day.month}月{day.day}日" if day.year == year else f"{day.year}年{day.month}月{day.day}日"


LONGEST = 60
"""Characters of a text that stand in a line of the history; longer ones are shortened in the middle."""


def shortened(text: str) -> str:
    """A long text on one line, its beginning and its end."""
    bare = " ".join(text.split())
    half = (LONGEST - 2) // 2
    return bare if len(bare) <= LONGEST else f"{bare[:half]}……{bare[-half:]}"


def _lines(
    connection: Connection,
    register: Register,
    action: str,
    fields: Mapping[str, Any],
    hidden: Collection[str],
    year: int,
) -> list[str]:
    if action == "reveal":
        return [f"查看了保密内容，理由：{fields.get('reason', '')}"]
    if action == NOTE:
        return [str(fields.get("words", ""))]
    if action in FILES:
        return [f"{FILES[action]}附件「{HIDDEN if hidden else fields['name']}」"]
    if action != "change":
        return [ACTIONS[action]]
    lines = []
    for key, pair in fields.items():
        field = register.by_key.get(key)
        if field is not None and key in hidden:
            lines.append(f"修改了「{field.label}」，内容{HIDDEN}")
        elif field is not None:
            before, after = (_told(connection, field, plain, year) for plain in pair)
            lines.append(f"把「{field.label}」从 {before} 改为 {after}")
    return lines


def _told(connection: Connection, field: Field, plain: Any, year: int) -> str:
    value = from_plain(field, plain)
    if value in (None, (), ""):
        return "空"
    if isinstance(field.kind, kinds.ReferenceKind):
        return titles(connection, field.kind.register, [value]).get(value, "空")
    if isinstance(field.kind, kinds.ReferencesKind):
        named = titles(connection, field.kind.register, value)
        return "、".join(named[person] for person in value if person in named) or "空"
    if field.columns:
        rows = ("　".join(_told(connection, each, row.get(each.key), year) for each in field.columns) for row in plain)
        return shortened(f"{len(value)} 行（{'；'.join(each.replace('空', '').strip('　') for each in rows)}）")
    if isinstance(value, date) and not isinstance(value, datetime):
        return day_words(value, year)
    return shortened(field.kind.show(value))


@dataclass(frozen=True)
class Step:
    """A change that can still be taken back, with all that came after it."""

    id: int
    at: datetime
    who: str
    what: str


def steps(desk: Desk, most: int = 200) -> list[Step]:
    """The changes that can be taken back, newest first."""
    open_ones = Change.undone_at.is_(None), Change.undoes_id.is_(None)
    asked = select(Change.id, Change.at, Change.who, Change.what).where(*open_ones).order_by(Change.id.desc())
    with desk.store.read() as connection:
        return [Step(*row) for row in connection.execute(asked.limit(most))]


def undo_to(desk: Desk, change: int) -> list[str]:
    """Takes back that change and every later one, the newest first; what was taken back, in sentences.

    Refused where one of them cannot be taken back: those before it in the list are taken back then.
    """
    said: list[str] = []
    while any(step.id >= change for step in steps(desk, 1)):
        sentence = undo(desk)
        if sentence is None:
            break
        said.append(sentence)
    return said
