"""Records that came in large numbers are found once the index has caught up."""

from __future__ import annotations

from datetime import date

from app.models import BY_KEY
from app.services import listing
from app.services.changing import Changing
from app.services.desk import Desk
from app.services.indexing import catch_up
from app.services.listing import Wanted


def test_many_records_are_found_after_the_index_caught_up(office: Desk) -> None:
    paper = {"received": date(2026, 3, 7), "sender": "县水利局", "title": "关于防汛物资的通知"}
    with office.store.write() as connection:
        changing = Changing(connection, office.who, "导入", office.today())
        changing.add(BY_KEY["incoming"], [dict(paper) for _ in range(120)])
    wanted = Wanted("incoming", find="fxwz")
    assert len(listing.all_ids(office, wanted)) == 0
    assert catch_up(office, cancelled=lambda: True) == 0
    assert catch_up(office) == 120
    assert len(listing.all_ids(office, wanted)) == 120
    assert catch_up(office) == 0
