"""What was printed (已打印): each print filed with its day, range, pages and PDF; where a bound book goes on.

The PDF lies among the attachments, under its digest: the same pages twice are one file. Pages that show hidden values
(保密) are told but not kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, func, insert, select

from app.models import BY_KEY
from app.reports.registers import period_line
from app.reports.sheet import Printed
from app.services.desk import Desk
from app.services.listing import Wanted
from app.store import attachments as store
from app.store.records import layout_of
from app.store.tables import PrintedPaper


class NoPrint(LookupError):
    """There is no such print, or its PDF was not kept; the message is one Chinese sentence."""


@dataclass(frozen=True)
class Told:
    """What is printed, as the one who prints it says."""

    title: str
    kind: Literal["register", "form", "list"] = "list"
    key: str = ""
    span: str = ""
    first_day: date | None = None
    last_day: date | None = None
    first_page: int = 1
    first_row: int = 1
    ends: Printed | None = None
    """Where a bound book ends."""
    is_hidden: bool = False
    """Whether hidden values stand on the pages."""


def of_register(desk: Desk, wanted: Wanted, title: str, ends: Printed, first_page: int = 1, first_row: int = 1) -> Told:
    """The print of a register's records."""
    span = period_line(wanted.start, wanted.end) or "全部年度"
    if wanted.find or wanted.filters or wanted.only:
        span = f"{span}（部分记录）" if wanted.start or wanted.end else "部分记录"
    days = (wanted.start, wanted.end) if span == period_line(wanted.start, wanted.end) else (None, None)
    shown = bool(desk.revealed.get(wanted.register))
    return Told(title, "register", wanted.register, span, *days, first_page, first_row, ends, shown)


def of_form(desk: Desk, key: str, title: str, register: str, records: Sequence[int], span: str = "") -> Told:
    """The print of a form of some records, or of a span."""
    told = span or (f"{len(records)} 条记录" if records else "空表")
    return Told(title, "form", key, told, is_hidden=bool(set(records) & desk.revealed.get(register, set())))


def file_print(desk: Desk, told: Told, path: Path, pages: int, sent_to: str) -> int:
    """Keeps a print that is done: its PDF and its line; the id of the line. Raises StoreError."""
    kept = None if told.is_hidden else store.keep(desk.store.folder, path)
    ends = told.ends or Printed(pages, told.first_page - 1 + pages, 1)
    row = {
        "at": datetime.now().replace(microsecond=0),
        "who": desk.who,
        "kind": told.kind,
        "key": told.key,
        "title": told.title,
        "span": told.span,
        "first_day": told.first_day,
        "last_day": told.last_day,
        "first_page": told.first_page,
        "first_row": told.first_row,
        "last_page": ends.page,
        "last_row": ends.row,
        "pages": pages,
        "sent_to": sent_to,
        "digest": kept.digest if kept else None,
        "size": kept.size if kept else 0,
    }
    with desk.store.write() as connection:
        if kept and not store.place_of(desk.store.folder, kept.digest).is_file():
            store.keep(desk.store.folder, path)
        last = _last_record(connection, told.key) if told.kind == "register" else None
        made = connection.execute(insert(PrintedPaper).values(**row, last_record=last))
        return int(made.inserted_primary_key[0])  # type: ignore[index]


def _last_record(connection: Connection, register: str) -> int | None:
    found: int | None = connection.scalar(select(func.max(layout_of(register).table.c.id)))
    return found


@dataclass(frozen=True)
class Filed:
    """One print as the list of them shows it."""

    id: int
    at: datetime
    who: str
    kind: str
    key: str
    title: str
    span: str
    pages: int
    sent_to: str
    is_kept: bool

    @property
    def told(self) -> Told:
        """The same again."""
        return Told(self.title, "list", self.key, self.span)


def prints(desk: Desk, register: str = "") -> list[Filed]:
    """What was printed, newest first; of one register and its forms where one is given."""
    from app.services.paper import all_forms

    asked = select(PrintedPaper.__table__).order_by(PrintedPaper.id.desc())
    if register:
        keys = [register, *(form.key for form in all_forms() if form.register == register)]
        asked = asked.where(PrintedPaper.key.in_(keys))
    with desk.store.read() as connection:
        return [_filed(row) for row in connection.execute(asked)]


def _filed(row: Any) -> Filed:
    names = ("id", "at", "who", "kind", "key", "title", "span", "pages", "sent_to")
    return Filed(**{name: getattr(row, name) for name in names}, is_kept=row.digest is not None)


def copy_of(desk: Desk, print_id: int, path: Path) -> None:
    """The kept PDF of a print, checked, as a file of one's own; NoPrint or StoreError."""
    with desk.store.read() as connection:
        row = connection.execute(select(PrintedPaper.__table__).where(PrintedPaper.id == print_id)).first()
    if row is None:
        raise NoPrint("没有这次打印的记录，请刷新后再选。")
    if row.digest is None:
        raise NoPrint(f"{row.at:%Y-%m-%d} 打印的「{row.title}」含保密内容，没有留存。")
    copied = store.copy_out(desk.store.folder, row.digest, "存底.pdf")
    path.write_bytes(copied.read_bytes())


@dataclass(frozen=True)
class Continuing:
    """Where the bound book of a year goes on: the records still to print, and the place of the first."""

    wanted: Wanted
    page: int
    row: int
    words: str
    """«2026-03-07 打到第 3 页第 11 行，至 3月5日»."""
    late: int
    """Records that were entered later with a day that is printed already: they need a page of their own."""


def continuing(desk: Desk, register: str, year: int, lines: int) -> Continuing | None:
    """Where the book of a register and year goes on after its last print; None where it was not printed by days yet.

    The last print is the one that reaches furthest: of equal reach the newest. The book goes on with the day after
    the last one printed, on the next free line of that page, or on a new page where it has none of its ``lines`` left.
    """
    kind = BY_KEY[register]
    if not kind.dated_key:
        return None
    paper = PrintedPaper.__table__.c
    asked = select(PrintedPaper.__table__).where(
        paper.kind == "register", paper.key == register, paper.last_day.between(date(year, 1, 1), date(year, 12, 30))
    )
    with desk.store.read() as connection:
        row = connection.execute(asked.order_by(paper.last_day.desc(), paper.id.desc()).limit(1)).first()
        if row is None:
            return None
        late = _late(connection, register, row)
    full = row.last_row > lines
    words = f"{row.at:%Y-%m-%d} 打到第 {row.last_page} 页" + (
        "（已满）" if full else f"第 {row.last_row - 1} 行" if row.last_row > 1 else ""
    )
    words += f"，至 {row.last_day.month}月{row.last_day.day}日"
    rest = Wanted(register, start=row.last_day + timedelta(days=1), end=date(year, 12, 31), descending=False)
    page, line = (row.last_page + 1, 1) if full else (row.last_page, row.last_row)
    return Continuing(rest, page, line, words, late)


def _late(connection: Connection, register: str, row: Any) -> int:
    """Records of the printed days that came after the print."""
    table, dated = layout_of(register).table, BY_KEY[register].by_key[BY_KEY[register].dated_key or ""]
    begin = date(row.last_day.year, 1, 1)
    asked = select(func.count()).where(
        dated.column.between(begin, row.last_day), table.c.id > (row.last_record or 0), table.c.trashed_at.is_(None)
    )
    return int(connection.scalar(asked) or 0)


def part_of(told: Told, words: str) -> Told:
    """A part only, in words: the line says so, and the book does not go on from there."""
    return replace(told, span=f"{told.span}，{words}", last_day=None, first_day=None)
