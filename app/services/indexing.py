"""The search index catches up with records that came in large numbers, in small steps after their commit."""

from __future__ import annotations

from collections.abc import Callable

from app.services.desk import Desk
from app.store.search import work_off

STEP = 1000
"""Records indexed in one transaction, so that typing and saving need not wait."""


def catch_up(desk: Desk, cancelled: Callable[[], bool] | None = None) -> int:
    """Indexes all waiting records; stopping in between loses nothing. The number of records indexed."""
    done = 0
    while not (cancelled is not None and cancelled()):
        with desk.store.write() as connection:
            indexed = work_off(connection, STEP)
        if not indexed:
            break
        done += indexed
    return done
