"""Tables that are no register: history, numbers given, settings, holidays, imported files, drafts, texts, reasons."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import JSON, Boolean, Date, DateTime, ForeignKey, Index, Integer, Table, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Change(Base):
    """One thing that a clerk did, however many records it touched; undo takes back a whole one."""

    __tablename__ = "change"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(DateTime)
    who: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    """In words: «登记收文 1 条»."""
    undone_at: Mapped[datetime | None] = mapped_column(DateTime)
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("change.id"))
    """The change that this one took back."""


class History(Base):
    """What one change did to one record: field by field, from and to."""

    __tablename__ = "history"
    __table_args__ = (Index(None, "register", "record_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"), index=True)
    register: Mapped[str] = mapped_column(Text)
    record_id: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(Text, default="")
    action: Mapped[str] = mapped_column(Text)
    """new, change, trash, restore, remove."""
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)
    """Of a change: field key → [from, to]; of a new record: field key → value. Values in plain form."""


class Counter(Base):
    """The next number of a series within a year; numbers once given are not given again."""

    __tablename__ = "counter"

    series: Mapped[str] = mapped_column(Text, primary_key=True)
    year: Mapped[int] = mapped_column(Integer, primary_key=True)
    next: Mapped[int] = mapped_column(Integer)


class Setting(Base):
    """One setting of the office, such as its name."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class Parameter(Base):
    """The office's own value of a limit, from a day on."""

    __tablename__ = "parameter"

    id: Mapped[int] = mapped_column(primary_key=True)
    rule: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    value: Mapped[Any] = mapped_column(JSON)
    valid_from: Mapped[date | None] = mapped_column(Date)


class Holiday(Base):
    """A day that differs from the week or from the library: off, or worked instead."""

    __tablename__ = "holiday"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    worked: Mapped[bool] = mapped_column(Boolean)
    name: Mapped[str] = mapped_column(Text)


class AnnouncedYear(Base):
    """A year whose holidays the office has entered from the State Council's notice."""

    __tablename__ = "announced_year"

    year: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)


class ImportedSheet(Base):
    """A sheet that was imported, known again by its content."""

    __tablename__ = "imported_sheet"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(Text, index=True)
    sheet: Mapped[str] = mapped_column(Text)
    register: Mapped[str] = mapped_column(Text)
    file_name: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(DateTime)
    who: Mapped[str] = mapped_column(Text)
    change_id: Mapped[int | None] = mapped_column(ForeignKey("change.id", ondelete="SET NULL"))


class Draft(Base):
    """A half-typed record, kept against a crash; one for each register."""

    __tablename__ = "draft"

    register: Mapped[str] = mapped_column(Text, primary_key=True)
    record_id: Mapped[int | None] = mapped_column(Integer)
    values: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(DateTime)


class SummaryText(Base):
    """One kept text of a summary: as a clerk left it, or frozen as it was exported."""

    __tablename__ = "summary_text"
    __table_args__ = (Index(None, "style", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    style: Mapped[str] = mapped_column(Text)
    year: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime] = mapped_column(DateTime)
    who: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    """edited, exported."""
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    """The text with its figures, and what generation had given when it was kept; see ``reports.saved``."""
    records: Mapped[dict[str, Any]] = mapped_column(JSON)
    """Tag of a figure → the records behind it then, as [register, id]."""
    note: Mapped[str] = mapped_column(Text)
    """In words: the file it went into, the text it was brought back from."""


class Override(Base):
    """The typed reason with which a record passed a stop rule."""

    __tablename__ = "override"

    id: Mapped[int] = mapped_column(primary_key=True)
    rule: Mapped[str] = mapped_column(Text, index=True)
    register: Mapped[str] = mapped_column(Text)
    record_id: Mapped[int] = mapped_column(Integer)
    reason: Mapped[str] = mapped_column(Text)
    who: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(DateTime)


class Confirmation(Base):
    """What a person confirmed of a rule that only a person can judge: yes or no, for a span, with a remark."""

    __tablename__ = "confirmation"

    id: Mapped[int] = mapped_column(primary_key=True)
    rule: Mapped[str] = mapped_column(Text, index=True)
    start: Mapped[date] = mapped_column(Date)
    end: Mapped[date] = mapped_column(Date)
    kept: Mapped[bool] = mapped_column(Boolean)
    """True where the rule was kept."""
    remark: Mapped[str] = mapped_column(Text)
    who: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(DateTime)


class Attachment(Base):
    """A file that belongs to a record; its content lies in the data folder under its digest."""

    __tablename__ = "attachment"
    __table_args__ = (Index(None, "register", "record_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    register: Mapped[str] = mapped_column(Text)
    record_id: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(Text)
    """The file's name as it came; never a path."""
    digest: Mapped[str] = mapped_column(Text, index=True)
    """SHA-256 of the content, in hexadecimal digits."""
    size: Mapped[int] = mapped_column(Integer)
    """Bytes."""
    added_by: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime] = mapped_column(DateTime)


class PrintedPaper(Base):
    """What was printed or saved as PDF: what, of which days, how many pages, whereto, and where its PDF is kept."""

    __tablename__ = "printed_paper"
    __table_args__ = (Index(None, "kind", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(DateTime)
    who: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    """register, form, list."""
    key: Mapped[str] = mapped_column(Text)
    """Of the register or form; empty for a list."""
    title: Mapped[str] = mapped_column(Text)
    span: Mapped[str] = mapped_column(Text)
    """The range in words: «2025年3月», «3 条记录»."""
    first_day: Mapped[date | None] = mapped_column(Date)
    last_day: Mapped[date | None] = mapped_column(Date)
    first_page: Mapped[int] = mapped_column(Integer)
    first_row: Mapped[int] = mapped_column(Integer)
    last_page: Mapped[int] = mapped_column(Integer)
    last_row: Mapped[int] = mapped_column(Integer)
    """The ruled line of the last page at which the next record goes on."""
    last_record: Mapped[int | None] = mapped_column(Integer)
    """Greatest id in the register when it was printed: what came later with an earlier day is known by it."""
    pages: Mapped[int] = mapped_column(Integer)
    """Sheets that went there."""
    sent_to: Mapped[str] = mapped_column(Text)
    """The printer, or the file's name."""
    digest: Mapped[str | None] = mapped_column(Text, index=True)
    """SHA-256 of the kept PDF; None where it showed hidden values and so was not kept."""
    size: Mapped[int] = mapped_column(Integer)
    """Bytes of the kept PDF; 0 where none is kept."""


class SearchQueue(Base):
    """Records whose words are not yet in the search index."""

    __tablename__ = "search_queue"

    register: Mapped[str] = mapped_column(Text, primary_key=True)
    record_id: Mapped[int] = mapped_column(Integer, primary_key=True)


class SearchBook(Base):
    """The number under which a register stands in the search index."""

    __tablename__ = "search_book"

    number: Mapped[int] = mapped_column(primary_key=True)
    register: Mapped[str] = mapped_column(Text, unique=True)


SETTING, DRAFT, PARAMETER, HOLIDAY, ANNOUNCED_YEAR, SEARCH_BOOK = (
    cast(Table, record.__table__) for record in (Setting, Draft, Parameter, Holiday, AnnouncedYear, SearchBook)
)
"""The bare tables of what the start asks for: asking them leaves the mappers, and so all other registers, unread."""

SEARCH_TABLE = "search_words"
CREATE_SEARCH = (
    f"CREATE VIRTUAL TABLE {SEARCH_TABLE} USING fts5(words, initials, content='', contentless_delete=1, "
    "tokenize='unicode61 remove_diacritics 0')"
)
"""Two-character pieces of the texts and of their pinyin initials; row = book number × 2^40 + record id."""
