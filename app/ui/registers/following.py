"""The last day that follows the first: the same day until another is typed, or both typed at once (3.9-3.11)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from app import kinds
from app.ui.editors.lines import Line

if TYPE_CHECKING:
    from app.models.register import Values
    from app.ui.registers.form import RecordForm

SPANS = {"leave": ("start", "end"), "outing": ("date", "end"), "training": ("date", "end")}
"""Register → its fields of the first and the last day."""
_WORDS = re.compile(r"\s*(.+?)\s*(?:至|到|~|～|—+)\s*(.+?)\s*")
_DASH = re.compile(r"\s*([^-]*[./月][^-]*)-([^-]+)")
"""3.9-3.11; 3-9 alone is a day."""


class Following:
    """The two days of one form."""

    def __init__(self, form: RecordForm) -> None:
        self.form = form
        self.first, self.last = SPANS.get(form.register.key, ("", ""))
        self.stood: date | None = None
        """The first day as it stood when the last followed it."""

    def filled(self, values: Values) -> Values:
        """A new record whose last day must be typed has the first day there."""
        first, last = values.get(self.first), values.get(self.last)
        self.stood = first if isinstance(first, date) else None
        if self.last and last is None and self.form.register.by_key[self.last].required:
            return {**values, self.last: first}
        return values

    def settle(self, key: str | None = None) -> None:
        """Two days typed as the first are parted; a last day that stood with the first goes along with it."""
        rows = self.form.rows
        if not self.last or key not in (None, self.first) or self.first not in rows or self.last not in rows:
            return
        first, last = rows[self.first].editors[self.first], rows[self.last].editors[self.last]
        line = first.focusProxy()
        typed = line.text() if isinstance(line, Line) else ""
        try:
            if found := _WORDS.fullmatch(typed) or _DASH.fullmatch(typed):
                begins: date = first.clerk.read(first.field, found[1])
                tells_month = not found[2].strip().rstrip("日").isdecimal()
                ends = found[2] if tells_month else f"{begins.month}.{found[2].strip().rstrip('日')}"
                last.set_value(last.clerk.read(last.field, ends))
                first.set_value(begins)
            elif self.form.record is None and self.stood and last.read() == self.stood != first.read():
                last.set_value(first.read())
            self.stood = first.read()
        except kinds.Misread:
            return  # said beside the field, as for any day that cannot be read
