"""What the office records: every register, listed by hand in the order of the tabs.

A register is read from its file when it is first asked for: the window opens on one of them and waits for no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import overload

from sqlalchemy import event
from sqlalchemy.orm import Mapper

from app.models.register import Register


@dataclass(frozen=True)
class Tab:
    """A tab of the window, and the keys of its registers in the order in which they are used."""

    key: str
    label: str
    keys: tuple[str, ...]
    """Each register stands in the file of its key, in the folder of its tab."""

    @property
    def registers(self) -> tuple[Register, ...]:
        """The registers themselves."""
        return tuple(BY_KEY[key] for key in self.keys)


TABS = (
    Tab("meetings", "会议", ("meeting", "study")),
    Tab("documents", "公文", ("incoming", "outgoing", "seal", "certificate", "regulation", "press")),
    Tab(
        "outreach",
        "联系群众",
        (
            "visit",
            "opinion",
            "petition",
            "household",
            "assistance",
            "donation",
            "project",
            "activity",
            "investment",
            "research",
            "essay",
        ),
    ),
    Tab("reception", "接待", ("reception", "visitor", "reception_day", "window_day")),
    Tab(
        "budgets",
        "经费",
        ("budget", "expense", "income", "vehicle", "vehicle_use", "allowance", "supply", "disclosure"),
    ),
    Tab(
        "people",
        "人事",
        ("leave", "duty", "outing", "training", "honour", "grant", "team", "office", "staff", "village", "branch"),
    ),
    Tab(
        "conduct",
        "作风建设",
        (
            "campaign",
            "supervision",
            "inspection",
            "problem",
            "violation",
            "zero_report",
            "pledge",
            "survey",
            "named_list",
            "award_households",
            "metric",
            "next_step",
        ),
    ),
)


class Shelf(Mapping[str, Register]):
    """All registers by key, each read when first asked for."""

    def __init__(self, tabs: Sequence[Tab]) -> None:
        self._files = {key: f"app.models.{tab.key}.{key}" for tab in tabs for key in tab.keys}
        self._read: dict[str, Register] = {}

    def __getitem__(self, key: str) -> Register:
        register = self._read.get(key)
        if register is None:
            register = self._read[key] = getattr(import_module(self._files[key]), key.upper())
        return register

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __contains__(self, key: object) -> bool:
        return key in self._files


class Books(Sequence[Register]):
    """All registers in the order of the tabs."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._keys = tuple(shelf)

    @overload
    def __getitem__(self, at: int) -> Register: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Register]: ...
    def __getitem__(self, at: int | slice) -> Register | Sequence[Register]:
        if isinstance(at, slice):
            return tuple(self._shelf[key] for key in self._keys[at])
        return self._shelf[self._keys[at]]

    def __len__(self) -> int:
        return len(self._keys)


BY_KEY = Shelf(TABS)
REGISTERS = Books(BY_KEY)


@event.listens_for(Mapper, "before_configured")
def _read_all() -> None:
    """Tables know one another by name: before the first mapper is asked, every register is read."""
    for key in BY_KEY:
        BY_KEY[key]


def tab_of(register: Register) -> Tab:
    """The tab in which a register stands."""
    return next(tab for tab in TABS if register.key in tab.keys)
