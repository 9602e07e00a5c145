"""Figures side by side: years, months and villages, as the window shows and prints them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from app.services import printed_lists
from app.services.comparing import VILLAGE_COLUMNS, Compared, by_month, compared, so_far, village_records, villages
from app.services.counting import Told, checked
from app.services.desk import Desk
from tests.services.linked_office import TODAY, add, opened

D = Decimal
ZHANG, LIUXI = 2, 1


@pytest.fixture
def desk(linked_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from opened(linked_folder, tmp_path / "data")


def visit(desk: Desk, day: date, **more: object) -> int:
    usual = {"staff": ZHANG, "village": LIUXI, "kind": "入户走访", "days": D(1), "transport": "步行", "households": 2}
    return add(desk, "visit", **(usual | {"date": day} | more))


def test_the_present_year_is_compared_with_the_same_days_of_the_last(desk: Desk) -> None:
    assert so_far(TODAY.year, TODAY).end == TODAY
    visit(desk, date(TODAY.year, 1, 5))
    visit(desk, date(TODAY.year - 1, 1, 5))
    visit(desk, date(TODAY.year - 1, 12, 31))
    found = {each.told.key: each for each in compared(desk, TODAY.year)}
    times = found["visits.times"]
    assert (times.told.value, times.before, times.change) == (1, 1, "持平")
    whole = {each.told.key: each for each in compared(desk, TODAY.year - 1)}
    assert whole["visits.times"].told.value == 2


@pytest.mark.parametrize(
    ("now", "before", "unit", "said"),
    [
        (12, 10, "次", "+20%"),
        (9, 10, "次", "-10%"),
        (D("98.5"), D("97.25"), "%", "+1.3个百分点"),
        (3, 0, "次", "—"),
        (3, None, "次", "—"),
        (None, 3, "次", "—"),
        (0, 0, "次", "持平"),
        (1, 3, "次", "-66.7%"),
    ],
)
def test_a_change_is_worded(now: object, before: object, unit: str, said: str) -> None:
    assert Compared(Told("x", "某数", unit, now, 0), before).change == said


def test_months_are_counted_one_by_one_and_those_to_come_are_not(desk: Desk) -> None:
    for day in (date(TODAY.year, 1, 5), date(TODAY.year, 1, 6), date(TODAY.year - 1, 12, 30)):
        visit(desk, day)
    months = by_month(desk, "visits.times", TODAY.year)
    assert months.now[:2] == (2, 0)
    assert months.now[TODAY.month :] == (None,) * (12 - TODAY.month)
    assert months.before == (*(0,) * 11, 1)


def test_villages_stand_side_by_side_and_every_number_has_its_records(desk: Desk) -> None:
    first = visit(desk, date(TODAY.year, 1, 5))
    visit(desk, date(TODAY.year - 1, 1, 5))
    other = add(desk, "village", name="石桥村")
    lines = {line.id: line for line in villages(desk, TODAY.year)}
    at = {column.key: number for number, column in enumerate(VILLAGE_COLUMNS)}
    assert lines[LIUXI].values[at["visits.days"]] == 1
    assert lines[LIUXI].values[at["visits.households"]] == 2
    assert not any(lines[other].values)
    column = VILLAGE_COLUMNS[at["visits.days"]]
    assert [(one.register, one.id) for one in village_records(desk, column, LIUXI, TODAY.year)] == [("visit", first)]
    assert village_records(desk, column, other, TODAY.year) == []


def words(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    found = "".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    return found.replace("\r\n", "")


def test_every_list_prints_what_it_shows(desk: Desk, tmp_path: Path) -> None:
    visit(desk, date(TODAY.year, 1, 5))
    year = TODAY.year
    verdicts = checked(desk, year)
    sheets = {
        "年终体检表": (printed_lists.check_sheet(desk, verdicts, year, None), verdicts[0].clause[:6]),
        "数字对比表": (printed_lists.figures_sheet(desk, year), "下村走访次数"),
        "干部职工履职情况表": (printed_lists.people_sheet(desk, year), "李四"),
        "各村（社区）工作情况表": (printed_lists.villages_sheet(desk, year), "柳溪村"),
        "今日情况表": (printed_lists.today_sheet(desk, year), "规定的限额"),
    }
    for title, (sheet, said) in sheets.items():
        path = tmp_path / f"{title}.pdf"
        assert printed_lists.print_sheet(sheet, path) >= 1
        assert title in words(path)
        assert said in words(path)


def test_the_check_prints_a_line_for_each_finding(desk: Desk) -> None:
    verdicts = checked(desk, TODAY.year)
    sheet = printed_lists.check_sheet(desk, verdicts, TODAY.year, TODAY)
    rows = list(sheet.rows)
    assert len(rows) == sum(max(1, len(verdict.findings)) for verdict in verdicts)
    order = [list(printed_lists.STATES.values()).index(row.cells[1]) for row in rows]
    assert order == sorted(order)
    assert "截至" in sheet.period_line
