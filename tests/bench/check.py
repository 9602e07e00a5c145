"""How long the whole check of a year takes over 100,000 records, every limit switched on."""

from __future__ import annotations

import tempfile
import time
from datetime import date
from pathlib import Path

from sqlalchemy import insert

from app.rules import RULES, check
from app.store.opening import Store
from app.store.surroundings import Office
from app.store.tables import Parameter
from tests.bench.figures import YEAR, made
from tests.bench.measuring import limit_line, medians

ON = date(YEAR + 1, 7, 1)


def switch_everything_on(store: Store) -> None:
    """The limits of all five sources at once, though they contradict each other."""
    off = [key for key, rule in RULES.items() if not rule.default_on]
    with store.write() as connection:
        connection.execute(insert(Parameter), [{"rule": key, "name": "on", "value": True} for key in off])


def seconds(store: Store) -> float:
    """How long the check of the year takes."""
    start = time.perf_counter()
    with store.read() as connection:
        found = check(connection, Office(connection, ON), YEAR)
    took = time.perf_counter() - start
    assert len(found) == len(RULES)
    assert all(verdict.on for verdict in found)
    return took


def main() -> None:
    """Prints the line."""
    with tempfile.TemporaryDirectory() as folder:
        store = made(Path(folder) / "一年", long=False)
        switch_everything_on(store)
        took = medians({"check": lambda: seconds(store)}, times=3)
        store.close()
    print(limit_line("一年的全部规定，十万条记录", took["check"], 3.0))


if __name__ == "__main__":
    main()
