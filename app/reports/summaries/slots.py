"""What a template may ask: figures of the year and of the year before, comparisons, lists, and the clerk's own words.

Each answer goes into the text as a mark that stands for a figure, so that it stays one through all that follows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select

from app import figures
from app.figures import Counted, Period
from app.kinds import trimmed
from app.models import BY_KEY
from app.models.base import Base
from app.reports import wording
from app.reports.document import Figure
from app.rules.confirming import reports_of_nothing

OPEN, CLOSE, MISSING, ORDINAL = "\ue000", "\ue001", "\ue002", "\ue003"
"""Marks in a rendered text: a figure (its number between OPEN and CLOSE), a figure that is missing, «一是»."""


class UnknownFigure(ValueError):
    """A template names a figure that there is not; the message is one Chinese sentence."""


@dataclass
class Slots:
    """The answers given to one template, in the order asked."""

    connection: Connection
    year: int
    period: Period
    words: Mapping[str, str] = field(default_factory=dict)
    """The clerk's own words for this style and year, by the name of their place."""
    today: date = date.max
    """Reports signed after this day do not count."""
    given: list[Figure] = field(default_factory=list)
    material: list[str] = field(default_factory=list)
    """Sentences of records that stand in the text as clerks marked them."""
    _counted: dict[tuple[Any, ...], Counted] = field(default_factory=dict)

    def _key(self, name: str) -> str:
        if name in figures.FIGURES:
            return name
        found = [key for key, figure in figures.FIGURES.items() if figure.label == name]
        if not found:
            raise UnknownFigure(f"没有「{name}」这个数字，请检查名称。")
        return found[0]

    def _count(self, key: str, period: Period, by: Mapping[str, str]) -> Counted:
        asked = (key, period.start, period.end, *sorted(by.items()))
        if asked not in self._counted:
            self._counted[asked] = figures.count(self.connection, key, period, by)
        return self._counted[asked]

    def _mark(self, figure: Figure) -> str:
        self.given.append(figure)
        return f"{OPEN}{len(self.given) - 1}{CLOSE}"

    def _figure(self, key: str, period: Period, by: Mapping[str, str], counted: Counted, words: str) -> Figure:
        told = figures.FIGURES[key]
        pairs = tuple(sorted(by.items()))
        value = counted.value
        return Figure(words, key, period.start, period.end, pairs, value, counted.unit, told.label, counted.records)

    def period_of(self, years_back: int) -> Period:
        """The same span in an earlier year."""
        if not years_back:
            return self.period
        return self.period.moved(-years_back)

    def number(
        self,
        name: str,
        unit: str = "",
        hedge: str = "",
        digits: int = 1,
        chinese: bool = False,
        back: int = 0,
        **by: str,
    ) -> str:
        """数: a figure with its unit, or the mark of a missing one; zero needs a signed report, so it is missing."""
        return self._number(name, by, back, unit, hedge, digits, chinese)

    def _number(
        self,
        name: str,
        by: Mapping[str, str],
        back: int = 0,
        unit: str = "",
        hedge: str = "",
        digits: int = 1,
        chinese: bool = False,
    ) -> str:
        key, period = self._key(name), self.period_of(back)
        counted = self._count(key, period, by)
        if not counted.value:
            return f"{MISSING}{figures.FIGURES[key].label}{CLOSE}"
        words = wording.number_words(
            counted.value, counted.unit, money_unit=unit, hedge=hedge, digits=digits, chinese=chinese
        )
        return self._mark(self._figure(key, period, by, counted, words))

    def nothing(self, name: str, words: str = "未发生", **by: str) -> str:
        """零: words such as «未发生» where the figure is zero and a signed report (零报告) covers the whole period.

        Where something is counted, or no signed report covers it, the sentence is not written.
        """
        key = self._key(name)
        counted = self._count(key, self.period, by)
        first, last = self.period.start, self.period.end
        reports = () if counted.value else reports_of_nothing(self.connection, key, first, last, self.today)
        if not reports:
            lacks = figures.FIGURES[key].label + ("" if counted.value else "零报告")
            return f"{MISSING}{lacks}{CLOSE}"
        zero = Counted(0, len(reports), counted.unit)
        return self._mark(self._figure(key, self.period, by, zero, words))

    def known(self, name: str, **by: str) -> bool:
        """有: whether a figure can be written."""
        return bool(self._count(self._key(name), self.period, by).value)

    def value(self, name: str, **by: str) -> Decimal:
        """值: the bare value, for choosing words by it; zero where unknown."""
        found = self._count(self._key(name), self.period, by).value
        return Decimal(found) if isinstance(found, (int, Decimal)) else Decimal(0)

    def against_last_year(self, name: str, **by: str) -> str:
        """比上年: «比上年的30次下降6.7%» with both numbers traced; of a running year, against the same days (同期)."""
        key = self._key(name)
        now, before = self._count(key, self.period, by), self._count(key, self.period_of(1), by)
        label = figures.FIGURES[key].label
        if not isinstance(now.value, (int, Decimal)) or not isinstance(before.value, (int, Decimal)) or not now.value:
            return f"{MISSING}{label}比上年{CLOSE}"
        told = wording.growth(Decimal(now.value), Decimal(before.value))
        if told is None:
            return f"{MISSING}{label}比上年{CLOSE}"
        base = self._number(name, by, 1)
        before_words = "上年" if self.period == Period.of_year(self.year) else "上年同期"
        if told[0] == "持平":
            return f"与{before_words}的{base}持平"
        change = Counted(told[1], now.records + before.records, "%")
        compared = {**by, "base": str(self.year - 1)}
        figure = self._figure(key, self.period, compared, change, f"{trimmed(told[1])}%")
        named = replace(figure, unit="%", label=f"{label}比上年{told[0]}")
        return f"比{before_words}的{base}{told[0]}{self._mark(named)}"

    def listed(self, *parts: Sequence[str]) -> str:
        """并列: «党委会12次、政府办公会8次» of (words, figure, condition…) that are known; missing where none is."""
        told = []
        for words, name, *conditions in parts:
            by = dict(condition.split("=", 1) for condition in conditions)
            if self.known(name, **by):
                told.append(words + self._number(name, by))
        return "、".join(told) if told else f"{MISSING}{parts[0][0] if parts else ''}{CLOSE}"

    def names(self, name: str, most: int = 5, **by: str) -> str:
        """名单: the different names behind a figure, «甲、乙、丙等5个» where they are more than shown."""
        key = self._key(name)
        texts = figures.texts(self.connection, key, self.period, by)
        if not texts:
            return f"{MISSING}{figures.FIGURES[key].label}{CLOSE}"
        if len(texts) <= most:
            return "、".join(texts)
        return "、".join(texts[:most]) + "等" + self._number(name, by)

    def highlights(self, *registers: str) -> list[str]:
        """典型事例: sentences that clerks marked in these registers, in the order of their days."""
        found: list[tuple[Any, str]] = []
        for key in registers:
            register = BY_KEY[key]
            table = Base.metadata.tables[key]
            dated = register.by_key[register.dated_key].column if register.dated_key else None
            kept: list[Any] = [table.c.highlight.is_not(None), table.c.trashed_at.is_(None)]
            if dated is not None and str(dated.type) == "DATE":
                kept += [dated >= self.period.start, dated <= self.period.end]
            asked = select(table.c.highlight, dated if dated is not None else table.c.id).where(*kept)
            found += [(day, sentence) for sentence, day in self.connection.execute(asked)]
        sentences = [sentence.rstrip("。") for _, sentence in sorted(found, key=lambda one: str(one[0]))]
        self.material += sentences
        return sentences

    def own_words(self, place: str) -> str:
        """写: what the clerk typed for this place, or the mark of something missing."""
        typed = self.words.get(place, "").strip()
        return typed.rstrip("。") if typed else f"{MISSING}{place}{CLOSE}"


def slot_names(slots: Slots, *, town: str, office: str, today: date) -> dict[str, Any]:
    """The names by which a template asks."""
    return {
        "数": slots.number,
        "零": slots.nothing,
        "有": slots.known,
        "值": slots.value,
        "比上年": slots.against_last_year,
        "并列": slots.listed,
        "名单": slots.names,
        "典型事例": slots.highlights,
        "写": slots.own_words,
        "写得出": lambda place: bool(slots.words.get(place, "").strip()),
        "是": ORDINAL,
        "年": slots.year,
        "镇": town,
        "单位": office,
        "今天": wording.day_words(today, with_year=True),
    }
