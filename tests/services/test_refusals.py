"""What no reason lets pass: two leaves at once are refused, as they were typed they stay."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.models import BY_KEY
from app.services import listing, records
from app.services.desk import create_desk
from app.services.listing import Wanted


def test_two_leaves_of_one_person_at_once_are_refused_and_a_draft_is_kept(tmp_path: Path) -> None:
    desk = create_desk(tmp_path / "data")
    staff, leave = BY_KEY["staff"], BY_KEY["leave"]
    person = records.save(desk, staff, records.blank_for(staff) | {"name": "张三", "duty_class": "其他机关干部"}).id
    asked = {"staff": person, "kind": "事假", "start": date(2026, 3, 2), "end": date(2026, 3, 6), "status": "已批准"}
    first = records.save(desk, leave, records.blank_for(leave) | asked)
    later = records.blank_for(leave) | asked | {"start": date(2026, 3, 6), "end": date(2026, 3, 9)}
    with pytest.raises(records.Refused, match="重叠"):
        records.save(desk, leave, later, None, {"leave.filed": "有原因"})
    assert list(listing.all_ids(desk, Wanted("leave"))) == [first.id]
    draft = records.save(desk, leave, later | {"status": "草拟"})
    with pytest.raises(records.Refused, match="重叠"):
        records.save(desk, leave, draft.values | {"start": date(2026, 3, 5), "status": "已批准"}, draft.id)
    signed_off = records.save(desk, leave, first.values | {"returned": date(2026, 3, 9)}, first.id)
    assert signed_off.values["returned"] == date(2026, 3, 9)
    desk.close()
