"""The annex of a summary: its numbers beside last year's, the months as charts, each point traced."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.models import BY_KEY
from app.reports.document import Annex, Chart, Figure, Table, plain
from app.services import records
from app.services.desk import Desk, create_desk
from app.services.summaries import draft

YEAR = 2024


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "data", "文书")
    yield made
    made.close()


def gift(desk: Desk, day: date, money: str) -> None:
    register = BY_KEY["donation"]
    values = {"date": day, "purpose": "帮扶", "kind": "公益", "recipient": "某户", "money": Decimal(money), "donors": 5}
    records.save(desk, register, records.blank(desk, register) | values)


def visit_paper(desk: Desk, day: date) -> None:
    register = BY_KEY["incoming"]
    values = {"received": day, "sender": "某单位", "title": "某通知", "handling": "阅件"}
    records.save(desk, register, records.blank(desk, register) | values)


def test_numbers_stand_beside_those_of_the_year_before(desk: Desk) -> None:
    gift(desk, date(YEAR - 1, 3, 1), "400")
    gift(desk, date(YEAR, 3, 1), "500")
    made = draft(desk, "annual", YEAR, annex=True)
    (table,) = (block for block in made.document.blocks if isinstance(block, Table))
    lines = [[plain(cell) for cell in row] for row in table.rows]
    assert [line[1:] for line in lines] == [
        ["捐助人次", "5人次", "5人次", "0"],
        ["捐款捐物折合金额", "500元", "400元", "25"],
    ]
    assert all(isinstance(row[2][0], Figure) for row in table.rows)


def test_months_are_charts_of_traced_points(desk: Desk) -> None:
    visit_paper(desk, date(YEAR, 2, 1))
    visit_paper(desk, date(YEAR, 2, 5))
    made = draft(desk, "annual", YEAR, annex=True)
    (chart,) = (block for block in made.document.blocks if isinstance(block, Chart))
    (_, then), (_, now) = chart.series
    assert chart.title == "各月收文件数"
    assert then == (0,) * 12
    assert isinstance(now[1], Figure)
    assert (now[1].value, now[1].start, now[0]) == (2, date(YEAR, 2, 1), 0)


def test_an_empty_year_has_no_annex(desk: Desk) -> None:
    made = draft(desk, "annual", YEAR, annex=True)
    assert not [block for block in made.document.blocks if isinstance(block, Annex)]
