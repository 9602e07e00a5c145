"""A register (台账) declared once; from it come table, form, search, Excel sheet, printed book and command line.

A declaration holds data only. Its two functions are plain Python: ``work_out`` fills what the program works out,
``check`` says what cannot be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from sqlalchemy import Column as StoredColumn
from sqlalchemy import Connection, Index, Table, UniqueConstraint
from sqlalchemy.orm import QueryableAttribute, RelationshipProperty

from app import kinds
from app.models.base import Record
from app.workdays import Calendar

Values = dict[str, Any]
"""Values by field key: references as ids, several people as a tuple of ids, child rows as a tuple of dicts."""


class Surroundings(Protocol):
    """What working out a value may ask of the office besides the record itself."""

    @property
    def today(self) -> date:
        """The day on which the clerk works."""

    @property
    def calendar(self) -> Calendar:
        """Holidays and swapped workdays."""

    def value_of(self, register: str, record: int | None, field: str) -> Any:
        """A stored value of a linked record, or None."""

    def parameter(self, rule: str, name: str, default: Any) -> Any:
        """The office's own setting of a limit today, else the default."""


@dataclass(frozen=True)
class Derived:
    """A value over other records or over today (已支出, 年休假余额): asked for when it is shown, never stored."""

    key: str
    kind: kinds.Kind
    of: Callable[[Connection, Sequence[int], Surroundings], Mapping[int, Any]]
    """Record ids → their values."""


@dataclass(frozen=True)
class Field:
    """One field: where it is stored, its label, and how table, paper and search use it."""

    attribute: QueryableAttribute[Any] | Derived
    label: str
    help: str = ""
    unit: str = ""
    listed: bool = False
    """Stands as a column in the table and in the printed register."""
    searched: bool = False
    unique: bool = False
    auto: bool = False
    """Worked out by the program; shown, searched and exported, never typed."""
    columns: tuple[Field, ...] = ()
    """Columns of child rows."""

    @cached_property
    def key(self) -> str:
        """The key of the catalogue: the column's name, or the link's."""
        return self.attribute.key if self.is_link or self.derived else str(self.column.name)

    @cached_property
    def derived(self) -> Derived | None:
        """How a value that is not stored is asked for."""
        return self.attribute if isinstance(self.attribute, Derived) else None

    @cached_property
    def is_link(self) -> bool:
        """True for a reference, several people, and child rows."""
        return not isinstance(self.attribute, Derived) and isinstance(
            self.attribute.comparator, RelationshipProperty.Comparator
        )

    @cached_property
    def relation(self) -> RelationshipProperty[Any]:
        """The mapped relationship of a link."""
        assert not isinstance(self.attribute, Derived)
        assert isinstance(self.attribute.property, RelationshipProperty)
        return self.attribute.property

    @cached_property
    def column(self) -> StoredColumn[Any]:
        """The stored column; of a reference, the one that holds the id."""
        assert not isinstance(self.attribute, Derived)
        if self.is_link:
            return self.table.c[f"{self.attribute.key}_id"]
        return self.attribute.comparator.prop.columns[0]  # type: ignore[no-any-return]

    @property
    def table(self) -> Table:
        """The table in which the field is declared; asking for it leaves the mappers as they are, half a start away."""
        assert not isinstance(self.attribute, Derived)
        table: Table = self.attribute.class_.__table__
        return table

    @cached_property
    def kind(self) -> kinds.Kind:
        """How a value is read and shown."""
        if self.derived:
            return self.derived.kind
        if not self.is_link:
            kind: kinds.Kind = self.column.info["kind"]
            return kind
        if self.columns:
            return kinds.RowsKind()
        if f"{self.attribute.key}_id" not in self.table.c:
            return kinds.ReferencesKind("staff")
        (target,) = self.column.foreign_keys
        return kinds.ReferenceKind(target.target_fullname.partition(".")[0])

    @cached_property
    def required(self) -> bool:
        """Read from the column: what cannot be empty must be typed; of several people, from their table."""
        if isinstance(self.kind, kinds.ReferencesKind):
            between = self.table.metadata.tables[f"{self.table.name}_{self.attribute.key}"]
            return bool(between.info.get("required"))
        return not self.auto and not self.columns and self.is_stored_here and not self.column.nullable

    @cached_property
    def is_stored_here(self) -> bool:
        """True for a column of the register's own table."""
        return not self.derived and (not self.is_link or isinstance(self.kind, kinds.ReferenceKind))

    @property
    def type_name(self) -> str:
        """The type's name on the command line: one of the catalogue's."""
        if self.auto:
            return "auto"
        if isinstance(self.kind, kinds.ReferencesKind):
            return "staffs"
        if isinstance(self.kind, kinds.ReferenceKind):
            named = ("staff", "office", "village", "campaign")
            return self.kind.register if self.kind.register in named else "ref"
        return self.kind.key


@dataclass(frozen=True)
class Section:
    """Fields that are filled in together; the first section of a register is what a person fills for every record."""

    label: str
    fields: tuple[Field, ...]


Numbered = tuple[str, str, int]
"""(field key, series, year): the field holds a number of that series, taken where it is empty."""

Misfit = tuple[str, str]
"""(field key, Chinese sentence) of a value that cannot be."""


@dataclass(frozen=True)
class Masked:
    """Fields that stay hidden (保密) on screen and paper, until somebody says why they must be seen."""

    attribute: QueryableAttribute[Any]
    """The choice that makes a record such a one."""
    value: str
    keys: tuple[str, ...]

    def hides(self, value: Any) -> bool:
        """True for a record whose choice is this one."""
        return bool(value == self.value)


@dataclass(frozen=True)
class Register:
    """One book of the office."""

    record: type[Record]
    key: str
    label: str
    title: QueryableAttribute[Any]
    """What a record of it is called."""
    sections: tuple[Section, ...]
    dated: QueryableAttribute[Any] | None = None
    """The field that says to which year a record belongs: a day, or a year."""
    also_dated: tuple[QueryableAttribute[Any], ...] = ()
    """Days, years and the like, besides the dating field, by which figures find records."""
    landscape: bool = False
    purpose: str = ""
    """What the register is for: one sentence for an empty page and the manual."""
    work_out: Callable[[Values, Surroundings], None] | None = None
    check: Callable[[Values], Iterator[Misfit]] | None = None
    masked: Masked | None = None
    numbers: Callable[[Values], Iterator[Numbered]] | None = None
    """The numbers that a record has besides its 序号: 收文号, 发文字号, 清单号."""

    def __post_init__(self) -> None:
        """Each register is read by period and numbered within its year: its table has the indexes for that."""
        table: Table = self.record.metadata.tables[self.key]
        UniqueConstraint(table.c.book_year, table.c.book_number)
        for attribute in filter(None, (self.dated, *self.also_dated)):
            Index(None, table.c[attribute.key], table.c.id)

    @cached_property
    def own_fields(self) -> tuple[Field, ...]:
        """The fields of its sections."""
        return tuple(field for section in self.sections for field in section.fields)

    @cached_property
    def common_fields(self) -> tuple[Field, ...]:
        """What every record has: 专项工作, 备注, 典型事例 and 序号."""
        record = self.record
        return (
            Field(record.campaign, "专项工作"),
            Field(record.remarks, "备注"),
            Field(record.highlight, "典型事例", help="一句话写出可以引用到总结里的事例"),
            Field(record.book_number, "序号", auto=True),
        )

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All fields, the common ones last."""
        return self.own_fields + self.common_fields

    @cached_property
    def by_key(self) -> dict[str, Field]:
        """Fields by their key."""
        return {field.key: field for field in self.fields}

    @cached_property
    def listed(self) -> tuple[Field, ...]:
        """The columns of the table and of the printed register."""
        return tuple(field for field in self.own_fields if field.listed)

    @cached_property
    def title_key(self) -> str:
        """Key of the field by which a record is called."""
        return next(field.key for field in self.fields if field.attribute.key == self.title.key)

    @cached_property
    def dated_key(self) -> str | None:
        """Key of the dating field."""
        dated = self.dated
        if dated is None:
            return None
        return next(field.key for field in self.fields if field.attribute.key == dated.key)
