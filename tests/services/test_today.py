"""What the morning page is made of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.models import BY_KEY
from app.rules import RULES
from app.services import records
from app.services.desk import Desk, create_desk
from app.services.looking import add_people
from app.services.today import standing, today

TODAY = date(2026, 3, 16)
"""A Monday."""


class EarlyDesk(Desk):
    """A desk on which it is that Monday."""

    def today(self) -> date:
        return TODAY


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An office with one person."""
    made = create_desk(tmp_path / "data")
    add_people(made, ["张三"], None, "其他机关干部")
    yield EarlyDesk(made.store, "王芳")
    made.close()


def add(desk: Desk, register: str, **values: Any) -> int:
    reasons = dict.fromkeys(RULES, "照实登记")
    return records.save(desk, BY_KEY[register], records.blank(desk, BY_KEY[register]) | values, reasons=reasons).id


def petition(desk: Desk, day: date, **values: Any) -> int:
    usual = {"name": "邹某", "persons": 2, "channel": "来访", "topic": "其他", "content": "修路", "status": "登记"}
    return add(desk, "petition", **(usual | {"date": day} | values))


def test_a_paper_is_due_until_it_is_done_and_a_reading_paper_never(desk: Desk) -> None:
    due = TODAY + timedelta(days=7)
    usual = {"received": TODAY, "sender": "县委办", "handling": "办件"}
    add(desk, "incoming", title="办", due=due, **usual)
    add(desk, "incoming", title="已办", due=due, done=TODAY, **usual)
    add(desk, "incoming", title="还早", due=due + timedelta(days=1), **usual)
    add(desk, "incoming", title="阅", due=due, **(usual | {"handling": "阅件"}))
    assert [(one.what, one.left) for one in today(desk).due] == [("县委办 办", 7)]


def test_a_petition_is_told_in_15_days_and_closed_in_60(desk: Desk) -> None:
    petition(desk, TODAY - timedelta(days=15))
    petition(desk, TODAY - timedelta(days=62), told=TODAY - timedelta(days=60))
    petition(desk, TODAY - timedelta(days=100), status="已化解", done=TODAY)
    found = [(one.what, one.left) for one in today(desk).due]
    assert found == [("信访 邹某 办结（60日）", -2), ("信访 邹某 受理告知（15日）", 0)]


def test_leave_not_signed_off_is_due_on_the_next_workday(desk: Desk) -> None:
    friday = TODAY - timedelta(days=3)
    add(desk, "leave", staff=1, kind="事假", start=friday, end=friday, status="已批准")
    (one,) = today(desk).due
    assert (one.last, one.left) == (TODAY, 0)
    assert "未销假" in one.what


def test_who_is_away_is_told_with_the_last_day(desk: Desk) -> None:
    span = {"start": TODAY, "end": TODAY + timedelta(days=2), "kind": "年休假"}
    add(desk, "leave", staff=1, status="已批准", destination="市区", **span)
    add_people(desk, ["李四"], None, "其他机关干部")
    add(desk, "leave", staff=2, status="待批", **span)
    (away,) = today(desk).away
    assert (away.what, away.note) == ("张三 年休假 市区", "至 03-18")


def test_months_and_petitions_of_a_year(desk: Desk) -> None:
    village = add(desk, "village", name="柳溪村")
    for day, days in ((date(2026, 1, 5), "1"), (date(2026, 1, 6), "0.5"), (date(2025, 1, 6), "3")):
        add(desk, "visit", date=day, staff=1, village=village, kind="入户走访", days=Decimal(days))
    petition(desk, date(2026, 1, 5), backlog=True, status="已办结", done=date(2026, 2, 1))
    petition(desk, date(2026, 1, 6), backlog=True)
    found = today(desk, 2026)
    assert found.months[0].visit_days == Decimal("1.5")
    assert (len(found.petitions.registered), found.petitions.persons) == (2, 4)
    assert (found.petitions.closed, found.petitions.backlog, found.petitions.unled) == ((1,), (2,), 1)


def test_the_morning_has_quotas_with_whose_they_are(desk: Desk) -> None:
    found = standing(desk, 2026)
    subjects = {meter.rule: found.subjects[meter.rule] for meter in found.meters}
    assert subjects["visits.days_others"] == "每名其他机关干部"
    assert any(verdict.key == "visits.days_others" for verdict in found.verdicts)
