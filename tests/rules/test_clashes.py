"""Leave against what a person is recorded to have done in the same time, in the year and while typing."""

from datetime import time
from decimal import Decimal
from typing import Any

import pytest

from tests.rules.conftest import Town, day

RULE = "leave.clashes"
HALF = {"start": day(3, 10), "end": day(3, 10), "end_half": "上午", "returned": None, "status": "已批准"}
MEETING = {"date": day(3, 10), "host": 3}
VISIT = {"date": day(3, 10), "staff": 3}
OUTING = {"date": day(3, 8), "end": day(3, 10), "members": (3, 4)}
CAR = {"date": day(3, 11), "user": 3, "vehicle": "甲", "purpose": "送文", "destination": "县城", "kind": "公务用车"}
CAR |= {"nature": "公务", "driver_kind": "专职驾驶员"}

CASES: list[tuple[dict[str, Any], str, dict[str, Any], bool]] = [
    ({}, "meeting", MEETING, True),
    ({}, "meeting", MEETING | {"host": 1, "recorder": 3}, True),
    ({}, "meeting", MEETING | {"host": 1}, False),
    ({}, "meeting", MEETING | {"date": day(3, 9)}, False),
    ({}, "meeting", MEETING | {"date": day(3, 12)}, False),
    ({}, "meeting", MEETING | {"status": "已取消"}, False),
    ({"extension": day(3, 12), "returned": None, "status": "已批准"}, "meeting", MEETING | {"date": day(3, 12)}, True),
    ({"returned": day(3, 11)}, "meeting", MEETING | {"date": day(3, 11)}, False),
    (HALF, "meeting", MEETING | {"start": time(14), "end": time(15)}, False),
    (HALF, "meeting", MEETING | {"start": time(9), "end": time(14)}, True),
    (HALF, "visit", VISIT | {"days": Decimal("0.5")}, False),
    (HALF, "visit", VISIT, True),
    ({"start_half": "下午"}, "meeting", MEETING, False),
    ({"status": "未批准", "returned": None}, "meeting", MEETING, False),
    ({}, "visit", VISIT, True),
    ({}, "visit", VISIT | {"staff": 4}, False),
    ({}, "outing", OUTING, True),
    ({}, "outing", OUTING | {"end": day(3, 9)}, False),
    ({}, "outing", OUTING | {"members": (4,)}, False),
    ({}, "vehicle_use", CAR, True),
    ({}, "vehicle_use", CAR | {"date": day(3, 12)}, False),
]


@pytest.mark.parametrize(("leave", "register", "doing", "clashes"), CASES)
def test_leave_and_work_at_once(
    town: Town, leave: dict[str, Any], register: str, doing: dict[str, Any], clashes: bool
) -> None:
    record = town.add("leave", **leave)
    typed = town.type(RULE, register, **doing)
    assert [finding.records for finding in typed] == ([(("leave", record),)] if clashes else [])
    busy = town.add(register, **doing)
    findings = town.check(RULE).findings
    assert [finding.records for finding in findings] == ([(("leave", record), (register, busy))] if clashes else [])
    assert bool(town.type(RULE, "leave", record=record, **leave)) == clashes


def test_somebody_on_leave_is_not_put_on_duty(town: Town) -> None:
    town.add("leave")
    (finding,) = town.type(RULE, "duty", date=day(3, 10), leader=1, members=(3,))
    assert finding.sentence == "张三2025-03-10至2025-03-11请事假（请销假制度），请核对。"
    assert not town.type(RULE, "duty", date=day(3, 12), leader=1, members=(3,))
