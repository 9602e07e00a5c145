"""Files attached to records (附件): taken in, listed, opened as a copy, taken off, verified.

The file stands in the data folder before its row does. A secret paper has none (保守国家秘密法 第31条).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, select

from app.models import BY_KEY
from app.models.documents.secrecy import MARKS, SECRET
from app.models.register import Register, Values
from app.services.changing import Changing
from app.services.desk import Desk
from app.services.exporting import Cancelled, Progress, Stopped
from app.services.masking import hidden
from app.store import attachments as store
from app.store.records import HIDDEN, hidden_keys, layout_of, load
from app.store.surroundings import Office
from app.store.tables import Attachment, PrintedPaper

TAKEN = (
    "pdf", "ofd", "doc", "docx", "wps", "rtf", "odt", "txt", "xls", "xlsx", "et", "csv", "ods", "ppt", "pptx", "dps",
    "odp", "jpg", "jpeg", "png", "bmp", "gif", "tif", "tiff", "webp", "heic", "mp3", "wav", "m4a", "amr", "mp4", "mov",
    "avi", "eml", "zip", "rar", "7z",
)  # fmt: skip
"""Endings of files that are taken: papers, tables, pictures, sound, archives; no programs."""
NAME_LENGTH = 120
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


class CannotAttach(ValueError):
    """The file is not taken; the message is one Chinese sentence."""


@dataclass(frozen=True)
class Attached:
    """One file of a record."""

    id: int
    register: str
    record: int
    name: str
    digest: str
    size: int
    added_by: str
    added_at: datetime

    @property
    def shown_size(self) -> str:
        """«312 KB», «4.2 MB»."""
        return f"{self.size / 1024 / 1024:.1f} MB" if self.size >= 1024 * 1024 else f"{-(-self.size // 1024)} KB"


@dataclass(frozen=True)
class Added:
    """A file that was just taken in, and the 字数 that it gave to its paper, if any."""

    file: Attached
    characters: int | None = None


def add(desk: Desk, register: Register, record_id: int, path: Path) -> Added:
    """Attaches a file to a record; CannotAttach and StoreError say in one sentence why it is not."""
    name = clean_name(path.name)
    with desk.store.read() as connection:
        _refuse(connection, register, record_id)
        words = Office(connection, desk.today()).parameter("secrecy.gate", "words", MARKS)
    store.refuse(path)
    _refuse_ending(name)
    characters = _examined(path, name, words, counted=register.key == "outgoing")
    kept = store.keep(desk.store.folder, path)
    with desk.store.write() as connection:
        values = _refuse(connection, register, record_id, kept.digest)
        if not store.place_of(desk.store.folder, kept.digest).is_file():
            store.keep(desk.store.folder, path)
        changing = Changing(
            connection, desk.who, f"给{register.label}附上「{_told(register, values, name)}」", desk.today()
        )
        file = {"name": name, "digest": kept.digest, "size": kept.size, "added_by": desk.who, "added_at": changing.now}
        new = changing.attach(register, record_id, file)
        if characters and not values.get("text") and values.get("stated_characters") is None:
            changing.change(register, record_id, dict(values), {**values, "stated_characters": characters})
        else:
            characters = None
    attached = Attached(new, register.key, record_id, name, kept.digest, kept.size, desk.who, changing.now)
    return Added(attached, characters)


def _refuse(connection: Connection, register: Register, record_id: int, digest: str = "") -> Values:
    """The record's values; CannotAttach for one that is gone or secret, or has this very file already."""
    table = layout_of(register.key).table
    live = select(table.c.id).where(table.c.id == record_id, table.c.trashed_at.is_(None))
    if connection.execute(live).first() is None:
        raise CannotAttach(f"{register.label}里没有这条记录，可能已经删除，附件没有保存。")
    values = load(connection, register, [record_id])[record_id]
    if values.get("secrecy") in SECRET:
        raise CannotAttach("涉密件不得在本机保存附件，请只登记纸质登记簿页号。")
    for row in store.rows_of(connection, register.key, record_id):
        if digest and row.digest == digest:
            raise CannotAttach(f"这个文件已经附在这条记录上了（「{row.name}」），没有再附。")
    return values


def _refuse_ending(name: str) -> None:
    """Programs and files of unknown kinds are not taken: a double click would start them."""
    _, dot, ending = name.rpartition(".")
    if not dot or ending.lower() not in TAKEN:
        shown = f"「.{ending}」文件" if dot else "没有扩展名的文件"
        raise CannotAttach(f"{shown}不能作附件，请改用 PDF、Word、Excel、图片、录音、录像或压缩包。")


def _examined(path: Path, name: str, words: Iterable[str], counted: bool) -> int | None:
    """The length of a Word file where it is wanted; CannotAttach for a secrecy mark in name or text."""
    from app.papers import words as papers
    from app.papers.package import NotAPaper

    _refuse_marks(name, [name], words)
    if name.lower().endswith(".docx"):
        try:
            _refuse_marks(name, papers.texts_of(path), words)
            return papers.length_of(path) if counted else None
        except NotAPaper as error:
            raise CannotAttach(f"「{name}」没有附上：{error}") from error
    if name.lower().endswith(".pdf"):
        from app.services.pages import first_words

        _refuse_marks(name, first_words(path).splitlines(), words)
    return None


def _refuse_marks(name: str, texts: Iterable[str], words: Iterable[str]) -> None:
    for text in texts:
        bare = "".join(text.split())
        for word in words:
            if word in bare:
                raise CannotAttach(f"「{name}」里有涉密标志「{word}」，国家秘密不得存入本机，文件没有保存。")


def clean_name(name: str) -> str:
    """A file's name as it is kept and shown: printable, no path, nothing that a system takes for its own."""
    bare = "".join(" " if unicodedata.category(each) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") else each for each in name)
    bare = _FORBIDDEN.sub("_", " ".join(bare.split())).strip(". ") or "附件"
    if _RESERVED.fullmatch(bare):
        bare = f"_{bare}"
    stem, dot, ending = bare.rpartition(".")
    if len(bare) > NAME_LENGTH or len(bare.encode()) > 2 * NAME_LENGTH:
        stem = (stem if dot else ending).encode()[: NAME_LENGTH + 60].decode("utf-8", "ignore").strip()
        bare = f"{stem}{dot}{ending[:10]}" if dot else stem
    return bare


def listing(desk: Desk, register: Register, record_id: int) -> list[Attached]:
    """The files of a record in the order in which they came; of one that is hidden (保密) their names are too."""
    with desk.store.read() as connection:
        found = [_attached(row) for row in store.rows_of(connection, register.key, record_id)]
        shut = bool(found) and _is_hidden(desk, connection, register, record_id)
    return [replace(each, name=HIDDEN) for each in found] if shut else found


def _told(register: Register, values: Values, name: str) -> str:
    """The file's name as the list of changes says it; not that of a hidden record's file."""
    return HIDDEN if hidden_keys(register, values) else name


def _is_hidden(desk: Desk, connection: Connection, register: Register, record_id: int) -> bool:
    """Whether fields of the record are not shown on this desk, and so its files are not either."""
    values = load(connection, register, [record_id]).get(record_id, {})
    return bool(hidden(desk, register, values, record_id))


def _attached(row: object) -> Attached:
    keys = ("id", "register", "record_id", "name", "digest", "size", "added_by", "added_at")
    return Attached(*(getattr(row, key) for key in keys))


def _one(connection: Connection, attachment_id: int) -> Attached:
    table = Attachment.__table__
    row = connection.execute(select(table).where(table.c.id == attachment_id)).first()
    if row is None:
        raise CannotAttach("这个附件已经删除，请刷新后再试。")
    return _attached(row)


def open_copy(desk: Desk, attachment_id: int) -> Path:
    """A private copy to be looked at, read only, wiped when the desk is closed; StoreError where the file is lost."""
    with desk.store.read() as connection:
        file = _one(connection, attachment_id)
        if _is_hidden(desk, connection, BY_KEY[file.register], file.record):
            raise CannotAttach("这条记录有保密内容，请先点「查看保密」写明理由，再打开附件。")
    return store.copy_out(desk.store.folder, file.digest, clean_name(file.name))


def remove(desk: Desk, attachment_id: int) -> str:
    """Takes a file off its record and says which; undo brings it back until the removed files are cleared away."""
    with desk.store.write() as connection:
        file = _one(connection, attachment_id)
        register = BY_KEY[file.register]
        told = _told(register, load(connection, register, [file.record])[file.record], file.name)
        changing = Changing(connection, desk.who, f"删除{register.label}的附件「{told}」", desk.today())
        row = {key: getattr(file, key) for key in ("id", "name", "digest", "size", "added_by", "added_at")}
        changing.detach(register, file.record, row)
    return told


def verify(desk: Desk, progress: Progress | None = None, cancelled: Cancelled | None = None) -> list[str]:
    """Every kept file is read again: a sentence for each that is missing or not as it was put in."""
    with desk.store.read() as connection:
        rows = connection.execute(select(Attachment.__table__).order_by(Attachment.id)).all()
    files: dict[str, list[Attached]] = {}
    for row in rows:
        files.setdefault(row.digest, []).append(_attached(row))
    said: list[str] = []
    for at, (digest, some) in enumerate(files.items(), 1):
        if cancelled is not None and cancelled():
            raise Stopped
        found = store.digest_of(store.place_of(desk.store.folder, digest))
        if found != digest:
            said += [_lost(each, "丢失" if found is None else "已损坏") for each in some]
        if progress is not None:
            progress(at, len(files))
    return said + _damaged_prints(desk, set(files), cancelled)


def _damaged_prints(desk: Desk, read: set[str], cancelled: Cancelled | None) -> list[str]:
    """A sentence for each kept print that is missing or changed; those read already as files are not read again."""
    asked = select(PrintedPaper.digest, PrintedPaper.title, PrintedPaper.at).where(PrintedPaper.digest.is_not(None))
    with desk.store.read() as connection:
        kept = {row.digest: row for row in connection.execute(asked) if row.digest not in read}
    said = []
    for digest, row in kept.items():
        if cancelled is not None and cancelled():
            raise Stopped
        found = store.digest_of(store.place_of(desk.store.folder, digest))
        if found != digest:
            how = "丢失" if found is None else "已损坏"
            said.append(f"{row.at:%Y-%m-%d} 打印的「{row.title}」存底{how}，请从最近的备份恢复「附件」文件夹。")
    return said


def _lost(file: Attached, how: str) -> str:
    return f"{BY_KEY[file.register].label}的附件「{file.name}」{how}，请从最近的备份恢复「附件」文件夹。"


def clear_removed(desk: Desk) -> int:
    """Erases the files that no record has any more, for good; how many they were."""
    erased = 0
    with desk.store.write() as connection:
        held = {*connection.scalars(select(Attachment.digest)), *connection.scalars(select(PrintedPaper.digest))}
        for digest, place in list(store.kept_files(desk.store.folder)):
            if digest not in held:
                store.erase(place)
                erased += 1
    return erased
