"""What every record has, and the aliases of columns that the register files share.

Money and decimal numbers are stored as whole fen and whole ten-thousandths, so that sums in the store are exact.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    Time,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column, relationship

from app import kinds

if TYPE_CHECKING:
    from app.models.conduct.campaign import Campaign
    from app.models.people.staff import Staff

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The one metadata of the data file."""

    metadata = MetaData(naming_convention=NAMING)


class Scaled(TypeDecorator[Decimal]):
    """A decimal number stored as a whole number of its smallest parts; sums and comparisons in the store are exact."""

    impl = BigInteger
    cache_ok = True

    def __init__(self, places: int) -> None:
        super().__init__()
        self.places = places

    def process_bind_param(self, value: Decimal | int | None, dialect: Dialect) -> int | None:
        """Whole parts of a number; more places than the column keeps are an error of the program."""
        if value is None:
            return None
        scaled = Decimal(value).scaleb(self.places)
        if scaled != int(scaled):
            raise ValueError(f"{value} has more than {self.places} places")
        return int(scaled)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        """The number itself, with all its places."""
        return None if value is None else Decimal(value).scaleb(-self.places)


def _of(kind: kinds.Kind) -> dict[str, Any]:
    """The column's note of how its values are read and shown."""
    return {"kind": kind}


Line = Annotated[str, mapped_column(Text, info=_of(kinds.LineKind()))]
Prose = Annotated[str, mapped_column(Text, info=_of(kinds.ProseKind()))]
Day = Annotated[date, mapped_column(Date, info=_of(kinds.DayKind()))]
Clock = Annotated[time, mapped_column(Time, info=_of(kinds.ClockKind()))]
Moment = Annotated[datetime, mapped_column(DateTime, info=_of(kinds.MomentKind()))]
Whole = Annotated[int, mapped_column(Integer, info=_of(kinds.WholeKind()))]
Number = Annotated[Decimal, mapped_column(Scaled(4), info=_of(kinds.NumberKind()))]
Money = Annotated[Decimal, mapped_column(Scaled(2), info=_of(kinds.MoneyKind()))]
SignedMoney = Annotated[Decimal, mapped_column(Scaled(2), info=_of(kinds.MoneyKind(negative=True)))]
YesNo = Annotated[bool, mapped_column(Boolean, info=_of(kinds.YesNoKind()))]


def choice(*choices: str) -> MappedColumn[Any]:
    """A column that holds one of these labels."""
    return mapped_column(Text, info=_of(kinds.ChoiceKind(choices)))


def link(table: str) -> MappedColumn[Any]:
    """A column that points at one record of another register; a record in use cannot be removed for good."""
    return mapped_column(ForeignKey(f"{table}.id", ondelete="RESTRICT"), index=True)


def people_of(table: str, field: str, *, required: bool = False) -> Table:
    """The table behind a field that holds several people, in the order typed; ``required``: at least one."""
    return Table(
        f"{table}_{field}",
        Base.metadata,
        Column("record_id", ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=True),
        Column("staff_id", ForeignKey("staff.id", ondelete="RESTRICT"), primary_key=True, index=True),
        Column("position", Integer, nullable=False),
        info={"required": required},
    )


class Record(Base):
    """One line of a register: its own fields, and what every record has."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    book_year: Mapped[int] = mapped_column(Integer, default=0)
    """Year of the book it stands in; 0 for registers without a date."""
    book_number: Mapped[int] = mapped_column(Integer, default=0, info=_of(kinds.WholeKind()))
    """序号: 1…n within register and year, never given twice."""
    remarks: Mapped[Prose | None]
    highlight: Mapped[Line | None]
    """典型事例: one sentence that a summary may quote."""
    made_by: Mapped[str] = mapped_column(Text, default="")
    made_at: Mapped[datetime | None]
    changed_by: Mapped[str] = mapped_column(Text, default="")
    changed_at: Mapped[datetime | None]
    trashed_at: Mapped[datetime | None]
    """When it went into the recycle bin (回收站); empty for a record that counts."""

    @declared_attr
    def campaign_id(cls) -> Mapped[int | None]:
        """专项工作 to which the record belongs."""
        return link("campaign")

    @declared_attr
    def campaign(cls) -> Mapped[Campaign | None]:
        """专项工作 to which the record belongs."""
        return relationship("Campaign", foreign_keys=[cls.campaign_id], remote_side="Campaign.id")  # type: ignore[list-item]


class Row(Base):
    """One child row (分项), kept with its record in the order typed."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(Integer)


def parent(table: str) -> MappedColumn[Any]:
    """The column by which a child row belongs to its record."""
    return mapped_column(ForeignKey(f"{table}.id", ondelete="CASCADE"), index=True)


def several(table: Table) -> Mapped[list[Staff]]:
    """Several people of the staff register, in the order typed."""
    return relationship("Staff", secondary=table, order_by=table.c.position)


def rows_of(row: str) -> Mapped[list[Any]]:
    """The child rows of a record, in the order typed; they go with it."""
    return relationship(row, order_by=f"{row}.position", cascade="all, delete-orphan", passive_deletes=True)
