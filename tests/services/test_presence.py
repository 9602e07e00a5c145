"""Who is on duty, bidden to a meeting elsewhere, or on a trip today."""

from __future__ import annotations

from datetime import date, time

from app.services.desk import Desk
from app.services.presence import bidden, on_duty, travelling
from tests.services.conftest import add

DAY = date(2026, 3, 7)


def test_the_morning_names_duty_meetings_elsewhere_and_trips(office: Desk) -> None:
    duty = add(office, "duty", date=DAY, leader=1, members=(2, 3), shift="全天")
    add(office, "duty", date=date(2026, 3, 8), leader=2, members=(1,))
    paper = {"received": date(2026, 3, 5), "sender": "县委办", "title": "关于召开防汛会议的通知"}
    notice = add(
        office, "incoming", **paper, meeting_date=DAY, meeting_time=time(9, 30), meeting_place="县政府", attendees=(1,)
    )
    trip = {"kind": "公务出差", "destination": "景澜市", "purpose": "送审资料", "work_related": True}
    outing = add(office, "outing", date=date(2026, 3, 6), end=DAY, members=(2,), **trip)
    with office.store.read() as connection:
        (shift,), (call,), (away,) = (list(ask(connection, DAY)) for ask in (on_duty, bidden, travelling))
        assert list(travelling(connection, date(2026, 3, 9))) == []
    assert (shift.id, shift.what, shift.note) == (duty, "带班 张三　值班 李四、张伟", "全天")
    assert (call.id, call.when, call.what, call.note) == (notice, "09:30", "关于召开防汛会议的通知 县政府", "张三")
    assert (away.id, away.what, away.note) == (outing, "李四 景澜市", "至 03-07")
