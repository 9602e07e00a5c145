"""The last day of a matter is red when it is past, amber when it is near, and plain when it is done or no matter."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt

from app.models import BY_KEY
from app.services.deadlines import DEADLINES, NEAR, pressing
from app.ui import style
from app.ui.main_window import MainWindow
from tests.ui.conftest import add

TODAY = date.today()


def paper(window: MainWindow, days: int, **more: Any) -> int:
    assert window.desk is not None
    usual = {"received": TODAY, "sender": "县信访局", "title": f"函{days}", "handling": "办件"}
    return add(window.desk, "incoming", due=TODAY + timedelta(days=days), **usual | more)


def test_deadlines_are_columns_of_their_registers() -> None:
    for key, deadline in DEADLINES.items():
        listed = {field.key for field in BY_KEY[key].listed}
        assert {deadline.due, deadline.done} <= listed | {"done", "returned"}
        assert deadline.due in listed


def test_overdue_and_near_days_have_their_colour(window: MainWindow, qtbot: Any) -> None:
    late, near = paper(window, -1), paper(window, NEAR)
    plain = [paper(window, NEAR + 1), paper(window, -1, done=TODAY), paper(window, -1, handling="阅件")]
    page = window.open_register("incoming")
    window.changed("incoming")
    qtbot.waitUntil(lambda: len(page.book.ids) == 5)

    def colour(record: int) -> str:
        found = page.book.data(page.book.index(page.book.row_of(record), page.book.due), Qt.ItemDataRole.ForegroundRole)
        return found.name() if found is not None else ""

    assert [colour(record) for record in (late, near, *plain)] == [style.RED, style.AMBER, "", "", ""]
    other = page.book.index(page.book.row_of(late), page.book.due - 1)
    assert page.book.data(other, Qt.ItemDataRole.ForegroundRole) is None


def test_leave_that_is_not_signed_off_presses_only_after_its_last_day(window: MainWindow) -> None:
    assert window.desk is not None

    def leave(person: int, days: int, status: str = "已批准", **more: Any) -> int:
        day = TODAY + timedelta(days=days)
        return add(window.desk, "leave", staff=person, kind="事假", start=day, end=day, status=status, **more)

    ids = [leave(1, -3), leave(2, 0), leave(3, -3, status="申请"), leave(4, -3, returned=TODAY)]
    assert pressing(window.desk, "leave", ids) == {ids[0]: "broken"}
    assert pressing(window.desk, "village", [1]) == {}
