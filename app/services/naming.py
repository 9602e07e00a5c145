"""Names of records as a clerk types them, looked up: people, offices, villages, campaigns, budget lines."""

from __future__ import annotations

import re
from datetime import date

from sqlalchemy import Connection, select

from app import kinds
from app.models import BY_KEY
from app.models.budgets.budget import Budget
from app.models.documents.incoming import Incoming
from app.models.documents.outgoing import Outgoing
from app.models.people.office import Office
from app.models.people.staff import Staff
from app.store.records import layout_of

WHERE = {
    "staff": "干部花名册",
    "office": "内设机构",
    "village": "村（社区）",
    "campaign": "专项工作",
    "budget": "预算",
}
OF_DAY = re.compile(r"(\d{4}-\d{2}-\d{2}) (.+?)(?:\((\d+)\))?")
"""2026-03-07 县水利局, 2026-03-07 县水利局(2)."""
PERSON = re.compile(r"([^()（）]+)[(（]([^()（）]+)[)）]")


class Names:
    """The names of a data file, read once for each register when first asked for."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.year: int | None = None
        """The year of the record at hand, by which a budget line is meant."""
        self._names: dict[str, dict[str, list[int]]] = {}
        self._lines: dict[tuple[str, int], list[int]] = {}

    def find(self, register: str, text: str) -> int:
        """The one record of that name; Misread where there is none, or two."""
        if register == "budget":
            return self._one(register, text, self._budget_lines().get((text, self.year or 0), []))
        named = self._of(register)
        ids = named.get(text) or named.get(text.replace(" ", ""), [])
        if not ids and register == "staff" and (told := PERSON.fullmatch(text)):
            ids = self._of_office(told[1].strip(), told[2].strip())
        if not ids and (told := OF_DAY.fullmatch(text)):
            ids = self._of_day(register, told[1], told[2])
            ids = ids[int(told[3]) - 1 : int(told[3])] if told[3] else ids
        return self._one(register, text, ids)

    def known(self, register: str, text: str) -> bool:
        """True where the name is on its register."""
        try:
            self.find(register, text)
        except kinds.Misread:
            return False
        return True

    def add(self, register: str, name: str, record: int) -> None:
        """A record made in the transaction at hand can be named from now on."""
        self._of(register).setdefault(name, []).append(record)

    def _one(self, register: str, text: str, ids: list[int]) -> int:
        where = WHERE.get(register, BY_KEY[register].label if register in BY_KEY else register)
        if not ids:
            of_year = f" {self.year} 年" if register == "budget" and self.year else ""
            raise kinds.Misread(f"「{text[:30]}」不在{of_year}{where}里，请先登记，或检查是否写错。")
        if len(ids) > 1:
            raise kinds.Misread(
                f"{where}里有{len(ids)}个「{text[:30]}」：{self._apart(register, ids)}，请写明是哪一个。"
            )
        return ids[0]

    def _of(self, register: str) -> dict[str, list[int]]:
        if register not in self._names:
            table = layout_of(register).table
            title = BY_KEY[register].by_key[BY_KEY[register].title_key].column
            asked = select(table.c.id, title).where(table.c.trashed_at.is_(None)).order_by(table.c.id)
            named: dict[str, list[int]] = {}
            for record, name in self.connection.execute(asked):
                named.setdefault(str(name), []).append(record)
            if register in ("incoming", "outgoing"):
                self._add_numbers(register, named)
            self._names[register] = named
        return self._names[register]

    def _add_numbers(self, register: str, named: dict[str, list[int]]) -> None:
        """A paper is also named by its number."""
        table = Incoming if register == "incoming" else Outgoing
        column = Incoming.doc_no if register == "incoming" else Outgoing.number
        for record, number in self.connection.execute(select(table.id, column).where(column.is_not(None))):
            named.setdefault(str(number), []).append(record)

    def _of_office(self, name: str, office: str) -> list[int]:
        asked = select(Staff.id).join(Office, Office.id == Staff.office_id).where(Staff.name == name)
        return list(self.connection.execute(asked.where(Office.name == office, Staff.trashed_at.is_(None))).scalars())

    def _of_day(self, register: str, day: str, name: str) -> list[int]:
        dated = BY_KEY[register].dated_key
        ids = self._of(register).get(name, [])
        if dated is None or not ids:
            return []
        table, column = layout_of(register).table, BY_KEY[register].by_key[dated].column
        asked = select(table.c.id, column).where(table.c.id.in_(ids))
        return [record for record, when in self.connection.execute(asked) if str(when) == day]

    def _budget_lines(self) -> dict[tuple[str, int], list[int]]:
        if not self._lines:
            asked = select(Budget.id, Budget.name, Budget.year).where(Budget.trashed_at.is_(None))
            for record, name, year in self.connection.execute(asked):
                self._lines.setdefault((name, year), []).append(record)
        return self._lines

    def _apart(self, register: str, ids: list[int]) -> str:
        if register != "staff":
            return self._days(register, ids) if BY_KEY[register].dated_key else f"第 {'、'.join(map(str, ids))} 条"
        asked = select(Staff.name, Office.name).outerjoin(Office, Office.id == Staff.office_id).where(Staff.id.in_(ids))
        return "、".join(f"{name}({office or '无机构'})" for name, office in self.connection.execute(asked))

    def _days(self, register: str, ids: list[int]) -> str:
        """Up to five of them by day and name, as they can be typed."""
        table, dated = layout_of(register).table, BY_KEY[register].by_key[BY_KEY[register].dated_key or ""].column
        title = BY_KEY[register].by_key[BY_KEY[register].title_key].column
        asked = select(dated, title).where(table.c.id.in_(ids)).order_by(dated, table.c.id).limit(5)
        told = [f"{day} {name}" for day, name in self.connection.execute(asked)]
        return "、".join(told) + ("等" if len(ids) > len(told) else "")


def reading_over(names: Names, today: date, year: int | None = None) -> kinds.Reading:
    """How texts are read with these names at hand."""
    names.year = year or names.year or today.year
    return kinds.Reading(today=today, year=year, find=names.find)
