"""桌签: the names of those who sit at the table of a meeting, in the order of their seats."""

from __future__ import annotations

from dataclasses import dataclass

from app.reports.forms.grid import Filling, FormValues


@dataclass(frozen=True)
class NameCards:
    """Cards of one meeting; every card is one sheet that is folded in the middle and shows its name on both sides."""

    title: str
    names: tuple[str, ...]


def name_cards(values: FormValues, office: str) -> NameCards:
    """A card for everyone on the list of the meeting, the host first where the list lacks them; none without a name."""
    fill = Filling(values)
    listed = [name for one in fill.records("attendance") if (name := one.get("name", "").strip())]
    host = fill.text("host").strip()
    before = [host] if host and host not in listed else []
    return NameCards("桌签", tuple(before + listed))


def spaced(name: str) -> str:
    """The name as a card shows it: two characters apart, so that they take the room of three."""
    return "　".join(name) if len(name) == 2 else name
