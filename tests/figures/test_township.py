"""The figures that the README of the invented township states, over its imported workbooks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from app.figures import FIGURES, Period, count, trace
from tests.township import expected, import_township

STATED = expected()
NOT_ASKED = {(key, year) for key, year in STATED["not_asked"]}
ASKED = [
    pytest.param(item["key"], item["by"], int(year), item[year], id=f"{item['key']} {year} {item['by'] or ''}")
    for item in STATED["figures"]
    for year in ("2024", "2025")
    if (item["key"], year) not in NOT_ASKED
]


@pytest.fixture(scope="module")
def township(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """The township's store, open for reading."""
    desk = import_township(tmp_path_factory.mktemp("township") / "数据")
    with desk.store.read() as connection:
        yield connection
    desk.close()


@pytest.mark.parametrize(("key", "by", "year", "value"), ASKED)
def test_a_stated_figure(
    township: Connection, key: str, by: dict[str, str | int], year: int, value: float | None
) -> None:
    counted = count(township, key, Period.of_year(year), by).value
    assert (None if counted is None else float(str(counted))) == value


def test_every_figure_traces_to_the_records_it_counts(township: Connection) -> None:
    year = Period.of_year(2025)
    for key, figure in FIGURES.items():
        if not figure.needs:
            assert len(trace(township, key, year)) == count(township, key, year).records, key


def test_days_of_all_persons_add_up(township: Connection) -> None:
    traced = trace(township, "visits.days", Period.of_year(2024))
    assert sum(one.value for one in traced) == count(township, "visits.days", Period.of_year(2024)).value
