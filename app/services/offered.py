"""Which registers the window offers: the main ones, those that hold records, and what the office switched on or off."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from app.models import BY_KEY
from app.services.desk import Desk
from app.store.records import layout_of

MAIN = frozenset(
    (
        *("meeting", "study", "incoming", "outgoing", "seal", "certificate", "visit", "opinion", "petition"),
        *("household", "reception", "visitor", "budget", "expense", "vehicle_use", "leave", "duty", "outing"),
        *("office", "staff", "village", "branch", "campaign", "supervision", "inspection"),
    )
)
"""What every office keeps; offered even while empty."""
SETTING = "offered_registers"


def offered(desk: Desk) -> dict[str, bool]:
    """Of each register whether it is offered: as the office decided, else where it is a main one or holds a record."""
    decided: Mapping[str, bool] = desk.setting(SETTING, {})
    found = {}
    with desk.store.read() as connection:
        for key in BY_KEY:
            found[key] = bool(decided.get(key, key in MAIN))
            if not found[key] and key not in decided:
                table = layout_of(key).table
                kept = select(table.c.id).where(table.c.trashed_at.is_(None)).limit(1)
                found[key] = connection.execute(kept).first() is not None
    return found


def set_offered(desk: Desk, chosen: Mapping[str, bool]) -> None:
    """Keeps what the office decided; a register that is not named stays as it was."""
    desk.set_setting(SETTING, {**desk.setting(SETTING, {}), **chosen})
