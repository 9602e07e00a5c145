"""What an official paper is made from: the shown values of a record, the office's names, the text that it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.reports.forms.grid import FormValues

TO_WRITE = "【正文】"
"""Stands where the text is still to be written, for everybody to see."""
PARTY, GOVERNMENT, CONGRESS = "中共{town}委员会", "{town}人民政府", "{town}人民代表大会主席团"
_ISSUERS: dict[str, tuple[str, ...]] = {
    "党委": (PARTY,),
    "政府": (GOVERNMENT,),
    "党政联合": (PARTY, GOVERNMENT),
    "党政办": ("{office}",),
    "人大": (CONGRESS,),
}


@dataclass(frozen=True)
class Source:
    """One record as it is put on paper."""

    values: FormValues
    town: str
    office: str
    lines: tuple[str, ...] = ()
    """Paragraphs of the text: the record's own, else those of its Word file."""

    def text(self, key: str) -> str:
        """The shown text of a field."""
        found = self.values.get(key)
        return found.strip() if isinstance(found, str) else ""

    def day(self, key: str) -> date | None:
        """The day of a field."""
        words = self.text(key)
        return date.fromisoformat(words) if words else None

    def rows(self, key: str) -> Sequence[Mapping[str, str]]:
        """The child rows of a field."""
        found = self.values.get(key)
        return found if isinstance(found, (list, tuple)) else ()

    def issuers(self) -> tuple[str, ...]:
        """The full names of the offices in whose name the paper goes out (发文名义)."""
        names = _ISSUERS.get(self.text("issuer"), (GOVERNMENT,))
        return tuple(name.format(town=self.town, office=self.office) for name in names)
