"""座次图: who sits where at a meeting: the leaders facing the hall, first in the middle, the others in rows."""

from __future__ import annotations

from dataclasses import dataclass

from app.reports.forms.grid import Filling, FormValues

A_ROW = 8
"""Seats of a row of the hall."""
BIG_ROW = 12
"""Seats of a row where more than eighty are expected."""
MANY = 80


@dataclass(frozen=True)
class Seating:
    """The seats as one who faces the platform sees them, from left to right."""

    title: str
    meeting: str
    about: str
    """Day and place."""
    platform: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def platform_order(people: tuple[str, ...]) -> tuple[str, ...]:
    """Those on the platform from left to right, as seen from the hall.

    The first sits in the middle, the second at his left hand (right of him as seen from the hall), the third at his
    right hand, and so on; of an even number the first and the second share the middle (以左为上).
    """
    count = len(people)
    middle = (count - 1) // 2
    seats = [""] * count
    for rank, name in enumerate(people):
        step = (rank + 1) // 2
        seats[middle + (step if rank % 2 else -step)] = name
    return tuple(seats)


def seating(values: FormValues, office: str) -> Seating:
    """The plan of one meeting: ``platform`` names those on the platform by rank, the others sit as they are listed."""
    fill = Filling(values)
    listed = [name for one in fill.records("attendance") if (name := one.get("name", "").strip())]
    host = fill.text("host").strip()
    ranked = [one.get("name", "") for one in fill.records("platform")]
    front = tuple(dict.fromkeys(name for name in (*ranked, host) if name))
    hall = [name for name in listed if name not in front]
    width = BIG_ROW if len(hall) > MANY else A_ROW
    rows = tuple(tuple(hall[at : at + width]) for at in range(0, len(hall), width))
    about = f"{fill.day('date')}　{fill.text('start')}　{fill.text('venue')}".strip()
    return Seating("座次图", fill.text("title"), about, platform_order(front), rows)
