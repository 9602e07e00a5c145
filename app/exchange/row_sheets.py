"""Reading a sheet of child rows («会议·议题»), whose first column names the parent as «年度-序号»."""

from __future__ import annotations

import re
from datetime import date

from app.exchange.cells import reader_of
from app.exchange.headings import PARENT
from app.exchange.importing import Finder, RowError, complete_row
from app.exchange.table import FoundTable, TableRow
from app.kinds import Misread, Reading, narrow, plain_text
from app.models.register import Field, Register, Values


class RowSheet:
    """One such sheet: each of its rows is one child row."""

    def __init__(self, register: Register, rows: Field, table: FoundTable, find: Finder, today: date) -> None:
        self.rows, self.table = rows, table
        by_key = {column.key: column for column in rows.columns}
        self.columns = [
            (column, reader_of(by_key[column.field], column, {}, False))
            for column in table.columns
            if column.field != PARENT
        ]
        self.labels = {column.field: column.label for column in table.columns}
        self.parent_column = next(column.index for column in table.columns if column.field == PARENT)
        self.reading = Reading(today, table.year, lambda of, text: find(of, text, None))
        self._counts: dict[str, int] = {}

    @property
    def parent_label(self) -> str:
        """The header over the parents' names."""
        return self.labels[PARENT]

    def parent_of(self, row: TableRow) -> str:
        """«年度-序号» of the parent; a spreadsheet may have made a month of it."""
        cell = row.cells[self.parent_column] if self.parent_column < len(row.cells) else None
        if isinstance(cell, date):
            return f"{cell.year}-{cell.month}"
        parts = re.findall(r"\d+", narrow(plain_text(cell)))
        return "-".join(str(int(part)) for part in parts) if len(parts) == 2 else plain_text(cell)

    def read(self, row: TableRow) -> tuple[Values, list[RowError]]:
        """The values of one child row and the errors of its cells."""
        values: Values = {}
        errors: list[RowError] = []
        for column, reader in self.columns:
            raw = row.cells[column.index] if column.index < len(row.cells) else None
            if raw is None:
                continue
            try:
                value = reader.read(raw, self.reading, None)
            except Misread as problem:
                errors.append(
                    RowError(self.table.sheet, row.number, column.label, str(problem), column.field, str(raw)[:60])
                )
                continue
            if value is not None:
                values[column.field] = value
        parent = self.parent_of(row)
        self._counts[parent] = self._counts.get(parent, 0) + 1
        wrong = {error.field for error in errors}
        for message, each in complete_row(values, self.rows.columns, self._counts[parent]):
            if each.key not in wrong:
                label = self.labels.get(each.key, each.label)
                errors.append(RowError(self.table.sheet, row.number, label, message, each.key))
        return values, errors
