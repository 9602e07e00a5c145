"""What a link is: from where to where, what it proposes, and what the record it starts from learns by it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from app.kinds import LINE_LENGTH
from app.models import BY_KEY
from app.models.documents.secrecy import SECRET
from app.models.register import Values
from app.store.records import layout_of, titles
from app.store.surroundings import Office


class CannotFollow(ValueError):
    """There is nothing to lead on to; the message is one Chinese sentence."""


@dataclass(frozen=True)
class Origin:
    """The stored record from which a link starts, in its office."""

    connection: Connection
    office: Office
    id: int
    values: Values

    @property
    def today(self) -> date:
        """The day on which the clerk works."""
        return self.office.today

    def get(self, key: str) -> Any:
        """A value of the record."""
        return self.values.get(key)

    def taken(self, **keys: str) -> Values:
        """Values that go over as they are: key there = key here; 专项工作 always does."""
        return {"campaign": self.get("campaign")} | {there: self.get(here) for there, here in keys.items()}

    def day_beside(self, day: date) -> date:
        """Today, where the record's day lies in the same year; else that day, for records entered afterwards."""
        return self.today if day.year == self.today.year else day

    def name(self, register: str, record: int | None) -> str:
        """What a linked record is called."""
        return titles(self.connection, register, [record]).get(record, "") if record else ""

    def record_named(self, register: str, text: str | None) -> int | None:
        """The record of that name where there is exactly one."""
        of = BY_KEY[register]
        table = layout_of(register).table
        asked = select(table.c.id).where(of.by_key[of.title_key].column == text, table.c.trashed_at.is_(None)).limit(2)
        found = list(self.connection.execute(asked).scalars())
        return found[0] if text and len(found) == 1 else None

    def known_to(self, register: str, key: str, *columns: str) -> list[Any]:
        """Rows of the records of a register that point at this one by a field, the oldest first."""
        table = layout_of(register).table
        mine = table.c[f"{key}_id"] == self.id, table.c.trashed_at.is_(None)
        return list(self.connection.execute(select(*(table.c[name] for name in columns)).where(*mine)))

    def unless_secret(self, what: str) -> None:
        """A secret paper leaves only a pointer to the paper book; nothing is made of it here."""
        if self.get("secrecy") in SECRET:
            raise CannotFollow(f"涉密件只登记纸质登记簿页号，不能由它{what}。")


Proposing = Callable[[Origin], Values]


@dataclass(frozen=True)
class Link:
    """One way from a record of one register to a record of another (or on in the same one)."""

    key: str
    label: str
    source: str
    target: str
    proposes: Proposing
    """The values that the new record begins with, over what is usual; CannotFollow where nothing can be made."""
    fills: str = ""
    """Field of the source that then holds the new record; where it is filled, the link has been followed."""
    shows: str = ""
    """Field to which the keyboard goes where the record itself is filled in further."""
    learns: tuple[tuple[str, str], ...] = ()
    """(field of the source, field of the new record): taken over where the source has nothing yet."""

    @property
    def stays(self) -> bool:
        """True where the record itself is filled in further and none is made."""
        return self.source == self.target


def line(text: str | None) -> str:
    """The text on one line, as long as a line may be."""
    return " ".join((text or "").split())[:LINE_LENGTH]


_KIND = "通知|函|复函|请示|报告|通报|意见|批复|决定|公告|通告|纪要"


def subject_of(title: str) -> str:
    """What a paper is about: «县水利局关于开展防汛检查的通知» → «开展防汛检查»."""
    before, found, after = title.strip().partition("关于")
    bare = re.sub(rf"的?(?:{_KIND})$", "", after if found else before)
    return bare or title.strip()
