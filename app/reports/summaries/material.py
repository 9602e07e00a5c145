"""Records that speak for themselves in a summary: highlights, shortcomings, plans, honours, and any register's rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from app.figures import Period
from app.kinds import RowsKind
from app.models import BY_KEY
from app.models.base import Base
from app.models.register import Register
from app.reports.summaries.spans import span_of
from app.store.records import HIDDEN, shown
from app.store.surroundings import Office

MOST_ROWS = 200


class UnknownRegister(ValueError):
    """A template names a register or a field that there is not; the message is one Chinese sentence."""


@dataclass
class Material:
    """Texts of records, as clerks wrote them; what was handed out is kept, since its numbers need no figure."""

    connection: Connection
    period: Period
    today: date = date.max
    told: list[str] = field(default_factory=list)

    def highlights(self, *registers: str) -> list[str]:
        """典型事例: sentences that clerks marked in these registers, in the order of their days."""
        found: list[tuple[str, str]] = []
        for key in registers:
            register = register_named(key)
            table = Base.metadata.tables[register.key]
            dated = register.by_key[register.dated_key].column if register.dated_key else None
            kept: list[Any] = [table.c.highlight.is_not(None), table.c.trashed_at.is_(None)]
            if dated is not None and str(dated.type) == "DATE":
                kept += [dated >= self.period.start, dated <= self.period.end]
            asked = select(table.c.highlight, dated if dated is not None else table.c.id).where(*kept)
            found += [(str(day), sentence) for sentence, day in self.connection.execute(asked)]
        return self._handed([one_line(sentence) for _, sentence in sorted(found, key=lambda one: one[0])])

    def shortcomings(self, 最多: int = 5) -> list[str]:
        """问题: what was found of problems and marked 列入不足, in the order of their days."""
        found = self.rows("problem", "列入不足=是", 最多=最多)
        return [row["问题表现"].rstrip("。") for row in found]

    def plans(self, 最多: int = 8) -> list[dict[str, str]]:
        """打算: the plans for the next step (下步打算) of the year, in their order: 工作打算 and 具体措施."""
        found = self.rows("next_step", 最多=MOST_ROWS)
        found.sort(key=lambda row: int(row["顺序"]) if row["顺序"].isdecimal() else MOST_ROWS)
        return found[:最多]

    def honours(self, *conditions: str, 最多: int = 6, 期: str = "") -> list[dict[str, str]]:
        """荣誉: honours of the span, the newest year and the highest level first."""
        levels = ("国家", "省", "市", "县", "镇")
        found = self.rows("honour", *conditions, 最多=MOST_ROWS, 期=期)
        found.sort(key=lambda row: (-int(row["表彰年度"] or 0), levels.index(row["级别"])))
        return found[:最多]

    def rows(self, name: str, *conditions: str, 最多: int = 5, 期: str = "") -> list[dict[str, str]]:
        """记录: the records of a register in a span as shown texts by label and by key, in the order of their days."""
        register = register_named(name)
        wanted = [_condition(register, words) for words in conditions]
        span = span_of(期, self.period, self.connection)
        if span is None:
            return []
        fields = [one for one in register.fields if not isinstance(one.kind, RowsKind)]
        ids = self._ids(register, span)[: None if wanted else 最多]
        around = Office(self.connection, min(self.today, span.end))
        lines = shown(self.connection, register, ids, fields, around)
        rows = [dict(zip((one.key for one in fields), map(one_line, line), strict=True)) for line in lines]
        kept = [row for row in rows if all(row[key] == value for key, value in wanted) and HIDDEN not in row.values()]
        labels = {one.key: re.sub(r"\(.*?\)|（.*?）", "", one.label) for one in fields}
        told = [row | {labels[key]: text for key, text in row.items()} for row in kept[:最多]]
        self._handed([text for row in kept[:最多] for text in row.values() if text])
        return told

    def _ids(self, register: Register, span: Period) -> list[int]:
        """Records dated in the span, oldest first; the dateless all."""
        table = Base.metadata.tables[register.key]
        dated = register.by_key[register.dated_key].column if register.dated_key else None
        asked = select(table.c.id).where(table.c.trashed_at.is_(None))
        if dated is not None:
            first, last = (span.start, span.end) if str(dated.type) == "DATE" else (span.start.year, span.end.year)
            asked = asked.where(dated >= first, dated <= last).order_by(dated)
        return list(self.connection.scalars(asked.order_by(table.c.id)))

    def _handed(self, sentences: list[str]) -> list[str]:
        """The texts without their full stop, remembered as material."""
        bare = [sentence.strip().rstrip("。") for sentence in sentences]
        self.told += bare
        return bare


def one_line(text: str) -> str:
    """A text of several lines as part of one sentence: its lines joined by «；»."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "；".join([line.rstrip("。；，、") for line in lines[:-1]] + lines[-1:])


def register_named(name: str) -> Register:
    """The register of that key or label."""
    found = BY_KEY.get(name) or next((each for each in BY_KEY.values() if each.label == name), None)
    if found is None:
        raise UnknownRegister(f"没有「{name}」这本台账，请检查名称。")
    return found


def _condition(register: Register, words: str) -> tuple[str, str]:
    name, sign, value = words.partition("=")
    key = next((one.key for one in register.fields if name.strip() in (one.key, one.label)), None)
    if not sign or key is None:
        raise UnknownRegister(f"「{register.label}」没有「{words}」这个条件，应写成「字段=内容」。")
    return key, value.strip()
