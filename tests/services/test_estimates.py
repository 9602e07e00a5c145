"""Days of a leave in a year whose holidays are not announced are marked 估算, while typing and in the check."""

from __future__ import annotations

from datetime import date

from app.models import BY_KEY
from app.services import records
from app.services.desk import Desk

LEAVE = BY_KEY["leave"]


def told(office: Desk, kind: str, first: date, last: date) -> list[str]:
    values = records.blank_for(LEAVE) | {"staff": 1, "kind": kind, "start": first, "end": last, "status": "已批准"}
    return [each.sentence for each in records.findings(office, LEAVE, values) if each.rule == "leave.day_count"]


def test_a_leave_in_a_year_not_announced_is_told_to_be_an_estimate(office: Desk) -> None:
    (sentence,) = told(office, "年休假", date(2027, 3, 1), date(2027, 3, 5))
    assert "2027年放假安排还没有录入，5天是估算" in sentence
    assert told(office, "年休假", date(2026, 3, 2), date(2026, 3, 6)) == []
    assert told(office, "产假", date(2027, 3, 1), date(2027, 3, 5)) == []
    (over_new_year,) = told(office, "事假", date(2026, 12, 30), date(2027, 1, 4))
    assert "估算" in over_new_year
