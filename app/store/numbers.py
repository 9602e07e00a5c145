"""Numbers that run 1…n within a series and a year, and are never given twice."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from app.store.tables import Counter


def take(connection: Connection, series: str, year: int, count: int = 1) -> int:
    """The first of ``count`` numbers taken from the series."""
    found = connection.execute(select(Counter.next).where(Counter.series == series, Counter.year == year)).scalar()
    first = found or 1
    set_next(connection, series, year, first + count)
    return first


def next_of(connection: Connection, series: str, year: int) -> int:
    """The number the series would give next."""
    found = connection.execute(select(Counter.next).where(Counter.series == series, Counter.year == year)).scalar()
    return found or 1


def pass_over(connection: Connection, series: str, year: int, number: int) -> None:
    """A number given by hand is not given again by the series."""
    if next_of(connection, series, year) <= number:
        set_next(connection, series, year, number + 1)


def set_next(connection: Connection, series: str, year: int, number: int) -> None:
    """The series goes on from here: the first number (起始号) of an office that starts in mid-year."""
    row = {"series": series, "year": year, "next": number}
    statement = insert(Counter).values(row)
    connection.execute(statement.on_conflict_do_update(index_elements=["series", "year"], set_={"next": number}))
