"""Numbers that run 1…n within a series and a year, and are never given twice."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from app.store.tables import Counter


def next_of(connection: Connection, series: str, year: int) -> int:
    """The number the series would give next."""
    found = connection.execute(select(Counter.next).where(Counter.series == series, Counter.year == year)).scalar()
    return found or 1


def set_next(connection: Connection, series: str, year: int, number: int) -> None:
    """The series goes on from here: the first number (起始号) of an office that starts in mid-year."""
    row = {"series": series, "year": year, "next": number}
    statement = insert(Counter).values(row)
    connection.execute(statement.on_conflict_do_update(index_elements=["series", "year"], set_={"next": number}))


class Series:
    """The series of one transaction, kept in memory until written: thousands of numbers cost one write each series."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._next: dict[tuple[str, int], int] = {}
        self._written: dict[tuple[str, int], int] = {}

    def next(self, series: str, year: int) -> int:
        """The number the series would give next."""
        key = (series, year)
        if key not in self._next:
            self._next[key] = self._written[key] = next_of(self.connection, series, year)
        return self._next[key]

    def take(self, series: str, year: int, count: int = 1) -> int:
        """The first of ``count`` numbers taken from the series."""
        first = self.next(series, year)
        self._next[(series, year)] = first + count
        return first

    def pass_over(self, series: str, year: int, number: int) -> None:
        """A number given by hand is not given again by the series."""
        self._next[(series, year)] = max(self.next(series, year), number + 1)

    def write(self) -> None:
        """The counters stand in the data as they were taken."""
        for key, number in self._next.items():
            if self._written[key] != number:
                set_next(self.connection, *key, number)
                self._written[key] = number
