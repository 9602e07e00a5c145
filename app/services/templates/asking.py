"""What a template may ask of the office's data in one year."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.figures import BadParameter, Period
from app.reports.summaries.slots import Slots, slot_names
from app.services.desk import Desk
from app.store.surroundings import Office

NO_NAME = "本镇"


@dataclass(frozen=True)
class Questions:
    """The office, the slots over its data, and the names by which a template asks them."""

    office: Office
    slots: Slots
    names: dict[str, Any]

    @property
    def signers(self) -> dict[str, str]:
        """Who may sign a summary, by the word that its style has for it."""
        return {"office": self.names["单位"], "town": f"{self.names['镇']}人民政府", "": ""}


@contextmanager
def asked_slots(desk: Desk, year: int, style_key: str = "", upto: date | None = None) -> Iterator[Questions]:
    """The questions of a year; of the running year up to today, or to the day given."""
    if not 1950 <= year <= 2199:
        raise BadParameter(f"年度「{year}」不对，请填写四位年份，如 2026。")
    today = desk.today()
    if upto is None and today.year == year:
        upto = today
    with desk.office() as office:
        settings = office.settings
        town = settings.get("town") or NO_NAME
        unit = settings.get("office") or f"{town}党政办公室"
        words = settings.get(f"words:{style_key}:{year}") or {}
        slots = Slots(office.connection, year, Period.of_year(year, upto), words, today)
        yield Questions(office, slots, slot_names(slots, town=town, office=unit, today=today))
