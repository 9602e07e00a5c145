"""A figure asked of the store for one period under conditions, and the records behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, or_, select

from app import kinds
from app.figures.conditions import is_filled
from app.figures.figure import Counted, Figure, Parameter
from app.figures.parameters import BadParameter, condition, year_of
from app.figures.paths import Path, unfolded
from app.figures.period import Period
from app.models import BY_KEY
from app.store import records as store


@dataclass(frozen=True)
class Behind:
    """One record behind a figure, and what it adds to it."""

    register: str
    id: int
    day: date | None
    value: Any


@dataclass(frozen=True)
class Traced:
    """One record behind a figure as it is shown."""

    register: str
    id: int
    title: str
    date: date | None
    value: Any


@dataclass(frozen=True)
class Source:
    """Whose rows a figure of records counts."""

    table: Table
    link: Any = None
    """The people or child rows of each record that are counted instead of the record."""
    filled: tuple[Path, ...] = ()
    """A row counts where at least one of these has a value."""

    @property
    def rows(self) -> FromClause:
        """The records, with a row for each of their people or child rows where those are counted."""
        return unfolded(self.table, self.link) if self.link else self.table


Key = tuple[str, Period, tuple[tuple[str, Parameter], ...]]


@dataclass(frozen=True)
class Asked:
    """One figure, the period and the parameters with which it is asked; answers are remembered while asking."""

    connection: Connection
    figure: Figure
    period: Period
    by: Mapping[str, Parameter]
    known: dict[Key, Counted] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in self.by:
            if name not in self.figure.by:
                raise BadParameter(self.unknown(name))
        missing = [name for name in self.figure.needs if not self.by.get(name)]
        if missing and not any(self.by.get(name) for name in self.figure.instead):
            names = "、".join(missing) + "".join(f"（或 {name}）" for name in self.figure.instead)
            raise BadParameter(f"统计「{self.figure.label}」必须写明条件 {names}，请加上再试。")

    def unknown(self, name: str) -> str:
        """What to say of a parameter that the figure does not have."""
        names = "、".join(self.figure.by)
        can = f"可用的条件有：{names}。" if names else "它不能加条件。"
        return f"「{self.figure.label}」没有条件「{name}」，{can}"

    def counted(self) -> Counted:
        """The answer, worked out once."""
        key = (self.figure.key, self.period, tuple(sorted(self.by.items())))
        if key not in self.known:
            self.known[key] = self.figure.of.counted(self)
        return self.known[key]

    def other(self, part: Figure, *, period: Period | None = None, by: Mapping[str, Parameter] | None = None) -> Asked:
        """Another figure asked for the same period, unless told otherwise, with the parameters that it accepts."""
        given = self.figure.of.passed(part, self.by) if by is None else by
        return replace(self, figure=part, period=period or self.period, by=given)

    def select(self, source: Source, *columns: ColumnElement[Any], dated: bool = True) -> Select[Any]:
        """The rows that count; without their date where ``dated`` is off."""
        holds = [*(self.lies_in() if dated else []), *self.counts(source)]
        return select(*columns).select_from(source.rows).where(source.table.c.trashed_at.is_(None), *holds)

    def lies_in(self) -> list[ColumnElement[bool]]:
        """What the period asks of a row."""
        return self.figure.lies_in(self.period, self._since())

    def counts(self, source: Source) -> list[ColumnElement[bool]]:
        """What the figure and the parameters ask of a row besides."""
        holds = [self.figure.where.holds] if self.figure.where else []
        filled = [or_(*(is_filled(path) for path in source.filled))] if source.filled else []
        return [*holds, *self._parameters(), *filled]

    def _since(self) -> int | None:
        return year_of(self.by["since"]) if "since" in self.by and "since" not in self.figure.paths else None

    def _parameters(self) -> list[ColumnElement[bool]]:
        paths = self.figure.paths
        return [
            condition(self.connection, paths[name], given, self.period)
            for name, given in self.by.items()
            if name in paths
        ]

    def rows(self, selected: Select[Any]) -> Sequence[Any]:
        """The rows of a query, the period's first and last day given to it."""
        return self.connection.execute(selected, {"start": self.period.start, "end": self.period.end}).all()

    def answer(self, value: Any, records: int, unit: str | None = None) -> Counted:
        """An answer in the figure's unit, or in that of its records."""
        return Counted(value, records, unit or self.figure.unit_asked(self.by))

    def titled(self, behind: Iterable[Behind]) -> list[Traced]:
        """The records with what they are called, in the order given; one without a name is called by its register."""
        kept = list(behind)
        by_register: dict[str, list[int]] = {}
        for one in kept:
            by_register.setdefault(one.register, []).append(one.id)
        titles = {key: store.titles(self.connection, key, ids) for key, ids in by_register.items()}
        names = [titles[one.register].get(one.id) or BY_KEY[one.register].label for one in kept]
        return [Traced(one.register, one.id, name, one.day, one.value) for one, name in zip(kept, names, strict=True)]

    def shown(self, path: Path, values: Iterable[Any]) -> dict[Any, str]:
        """The values of a path as texts, a linked record by its name."""
        wanted = list(values)
        if isinstance(path.kind, kinds.ReferenceKind):
            names = dict(store.titles(self.connection, path.kind.register, wanted))
            return self._told_apart(names) if path.kind.register == "staff" else names
        return {value: path.kind.show(value) for value in wanted}

    def _told_apart(self, names: dict[Any, str]) -> dict[Any, str]:
        """Two people of one name with their offices: 张伟（财政所）."""
        times = Counter(names.values())
        alike = [person for person, name in names.items() if times[name] > 1]
        if not alike:
            return names
        staff, office = (BY_KEY[key].record.__table__ for key in ("staff", "office"))
        found = select(staff.c.id, office.c.name).join(office, office.c.id == staff.c.office_id)
        offices = self.connection.execute(found.where(staff.c.id.in_(alike)))
        return names | {person: f"{names[person]}（{name}）" for person, name in offices}

    def day_columns(self, source: Source) -> list[ColumnElement[Any]]:
        """What orders the records: the figure's day or year, then the day of their register."""
        register = BY_KEY[source.table.name]
        own = register.by_key[register.dated_key].column if register.dated_key else None
        day = self.figure.day
        return [day.expression if day else source.table.c.id, own if own is not None else source.table.c.id]
