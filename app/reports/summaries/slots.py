"""What a template may ask: figures, comparisons, shares, days, lists, records, and the clerk's own words.

Each number goes into the text as a mark that stands for a figure, so that it stays one through all that follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection

from app import figures
from app.figures import Period
from app.reports import wording
from app.reports.document import Figure
from app.reports.summaries.material import Material
from app.reports.summaries.numbers import Numbers, Pairs, pairs
from app.reports.summaries.spans import span_of

OPEN, CLOSE, MISSING, ORDINAL, COUNT = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
"""Marks in a rendered text: a figure (its number between OPEN and CLOSE), a figure that is missing, «一是», a count."""
HEDGES = ("", "余", "多", "近", "以上")


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
    places: list[str] = field(default_factory=list)
    """Places for the clerk's own words that the template names."""

    def __post_init__(self) -> None:
        self.numbers = Numbers(self.connection, self.today)
        self.records = Material(self.connection, self.period, self.today)

    @property
    def material(self) -> list[str]:
        """Texts of records and of the clerk that stand in the summary as they are."""
        return self.records.told

    def number(
        self,
        name: str,
        *conditions: str,
        期: str = "",
        单位: str | None = None,
        约: str = "",
        位: int = 1,
        余在: str = "",
        汉字: bool = False,
        **by: str,
    ) -> str:
        """数: a figure with its unit, or the mark of a missing one; zero needs a signed report, so it is missing."""
        if 约 not in HEDGES:
            raise UnknownFigure(f"「约」只能写 余、多、近、以上，不能写「{约}」。")
        form = {"hedge": 约, "place": 余在, "digits": "" if 位 == 1 else str(位), "numerals": "汉字" if 汉字 else ""}
        return self._said(name, conditions, by, 期, pairs(form) + self._unit(单位))

    def against_last_year(self, name: str, *conditions: str, 期: str = "", **by: str) -> str:
        """比上年: «比上年的30次下降6.7%» with both numbers traced; of a running year, against the same days (同期)."""
        return self._against(name, conditions, by, 期, "growth", ("增长", "下降"))

    def changed(self, name: str, *conditions: str, 期: str = "", 单位: str | None = None, **by: str) -> str:
        """增减: «比上年的30次减少2次» with both numbers traced."""
        return self._against(name, conditions, by, 期, "change", ("增加", "减少"), self._unit(单位))

    def times(self, name: str, 基年: int, *conditions: str, 说: str = "是", 期: str = "", **by: str) -> str:
        """倍数: «是2016年的11.5倍», or with 说="增长" «比2016年增长10.5倍»."""
        form = pairs({"as": "more_times" if 说 == "增长" else "times", "base": str(基年)})
        mark = self._said(name, conditions, by, 期, form)
        if mark.startswith(MISSING):
            return mark
        return f"比{基年}年增长{mark}" if 说 == "增长" else f"是{基年}年的{mark}"

    def share(self, name: str, whole: str, *conditions: str, 期: str = "", 同条件: bool = False, **by: str) -> str:
        """占: per cent of another figure, cut off and never rounded up; conditions hold for the part."""
        form = {"as": "share", "of": self._key(whole), "same": "是" if 同条件 else ""}
        return self._said(name, conditions, by, 期, pairs(form))

    def days(self, name: str, *conditions: str, 写: str = "月日", 期: str = "", **by: str) -> str:
        """日子: the days of a figure such as 会议召开日期: 4月8日; 4月; 3月初; several joined by 、."""
        if 写 not in wording.DAY_FORMS:
            raise UnknownFigure(f"「写」只能是 {'、'.join(wording.DAY_FORMS)}，不能写「{写}」。")
        return self._said(name, conditions, by, 期, pairs({"as": "days", "day": 写}))

    def nothing(self, name: str, words: str = "未发生", *conditions: str, 期: str = "", **by: str) -> str:
        """零: words such as «未发生» where the figure is zero and a signed report (零报告) covers the whole period.

        Where something is counted, or no signed report covers it, the sentence is not written.
        """
        lacks = "" if self.known(name, *conditions, 期=期, **by) else "零报告"
        return self._said(name, conditions, by, 期, pairs({"as": "nothing", "words": words}), lacks)

    def all_of(self, name: str, words: str = "全部", *conditions: str, 期: str = "", **by: str) -> str:
        """全部: words such as 均 or 人手一册 where a share is 100 %; else the sentence is not written."""
        return self._said(name, conditions, by, 期, pairs({"as": "all", "words": words}), "达到100%")

    def known(self, name: str, *conditions: str, 期: str = "", **by: str) -> bool:
        """有: whether a figure can be written."""
        return bool(self._counted(name, conditions, by, 期))

    def value(self, name: str, *conditions: str, 期: str = "", **by: str) -> Decimal:
        """值: the bare value, for choosing words by it; zero where unknown."""
        found = self._counted(name, conditions, by, 期)
        return Decimal(found) if isinstance(found, (int, Decimal)) else Decimal(0)

    def limited(self, 期: str) -> str:
        """限于: from here on every figure and record is of this span, such as the days of a campaign; says nothing."""
        span = span_of(期, self.period, self.connection)
        if span is None:
            raise UnknownFigure(
                f"「{期}」到{wording.day_words(self.period.end, with_year=True)}还没有开始，没有可写的内容。"
            )
        self.period = self.records.period = span
        return ""

    def listed(self, *parts: tuple[str, ...], 期: str = "") -> str:
        """并列: «党委会12次、政府办公会8次» of (words, figure, condition…) that are known; missing where none is."""
        told = [
            words + self.number(name, *conditions, 期=期)
            for words, name, *conditions in parts
            if self.known(name, *conditions, 期=期)
        ]
        return "、".join(told) if told else f"{MISSING}{parts[0][0] if parts else ''}{CLOSE}"

    def names(self, name: str, *conditions: str, 最多: int = 5, 期: str = "", 书名号: bool = False, **by: str) -> str:
        """名单: the different names behind a figure, «甲、乙、丙等5个» where they are more than shown."""
        key, span, given = self._asked(name, conditions, by, 期)
        texts = figures.texts(self.connection, key, span, dict(given)) if span else []
        if not texts:
            return f"{MISSING}{figures.FIGURES[key].label}{CLOSE}"
        once = list(dict.fromkeys(texts))[:最多]
        shown = [f"《{text.strip('《》')}》" if 书名号 else text for text in once]
        self.material.extend(once)
        joined = ("" if 书名号 else "、").join(shown)
        return (
            joined
            if len(texts) <= 最多
            else joined + "等" + self.number(name, *conditions, *(f"{one}={value}" for one, value in by.items()), 期=期)
        )

    def own_words(self, place: str) -> str:
        """写: what the clerk typed for this place, or the mark of something missing."""
        typed = self._typed(place)
        if typed:
            self.material.append(typed)
        return typed.rstrip("。") if typed else f"{MISSING}{place}{CLOSE}"

    def has_words(self, place: str) -> bool:
        """写得出: whether the clerk typed something for this place."""
        return bool(self._typed(place))

    def _typed(self, place: str) -> str:
        if place not in self.places:
            self.places.append(place)
        return self.words.get(place, "").strip()

    def _said(
        self, name: str, conditions: tuple[str, ...], by: Mapping[str, str], words: str, form: Pairs, lacks: str = ""
    ) -> str:
        key, span, given = self._asked(name, conditions, by, words)
        figure = self.numbers.figure(key, span, given, form) if span else None
        return f"{MISSING}{figures.FIGURES[key].label}{lacks}{CLOSE}" if figure is None else self._mark(figure)

    def _against(
        self,
        name: str,
        conditions: tuple[str, ...],
        by: Mapping[str, str],
        words: str,
        how: str,
        ways: tuple[str, str],
        unit: Pairs = (),
    ) -> str:
        key, span, given = self._asked(name, conditions, by, words)
        now = self.numbers.count(key, span, given) if span else None
        base = self.numbers.figure(key, span.moved(-1), given, unit) if span else None
        if span is None or base is None or now is None or not now.value:
            return f"{MISSING}{figures.FIGURES[key].label}比上年{CLOSE}"
        before = "上年" if self._whole_year(span) else "上年同期"
        change = self.numbers.figure(key, span, given, pairs({"as": how}) + unit)
        if change is None:
            return f"与{before}的{self._mark(base)}持平"
        way = ways[0] if now.value > base.value else ways[1]  # type: ignore[operator]
        return f"比{before}的{self._mark(base)}{way}{self._mark(change)}"

    @staticmethod
    def _whole_year(span: Period) -> bool:
        return (span.start.month, span.start.day, span.end.month, span.end.day) == (1, 1, 12, 31)

    def _counted(self, name: str, conditions: tuple[str, ...], by: Mapping[str, str], words: str) -> Any:
        key, span, given = self._asked(name, conditions, by, words)
        return self.numbers.count(key, span, given).value if span else None

    def _asked(
        self, name: str, conditions: tuple[str, ...], by: Mapping[str, str], words: str
    ) -> tuple[str, Period | None, Pairs]:
        key = self._key(name)
        given = dict(by)
        for condition in conditions:
            given.update([self._condition(key, condition)])
        return key, span_of(words, self.period, self.connection), pairs(given)

    @staticmethod
    def _condition(key: str, words: str) -> tuple[str, str]:
        """«kind=党委会» or «会议类型=党委会»: a condition by its key or by the label that it has on the screen."""
        name, sign, value = words.partition("=")
        if not sign:
            raise UnknownFigure(f"条件「{words}」应写成「名称=内容」，例如「kind=党委会」。")
        paths = figures.FIGURES[key].paths
        by_label = {path.label: each for each, path in paths.items()}
        return by_label.get(name.strip(), name.strip()), value.strip()

    @staticmethod
    def _key(name: str) -> str:
        if name in figures.FIGURES:
            return name
        found = [key for key, figure in figures.FIGURES.items() if figure.label == name]
        if not found:
            raise UnknownFigure(f"没有「{name}」这个数字，请检查名称。")
        return found[0]

    @staticmethod
    def _unit(unit: str | None) -> Pairs:
        return () if unit is None else (("unit", unit),)

    def _mark(self, figure: Figure) -> str:
        self.given.append(figure)
        return f"{OPEN}{len(self.given) - 1}{CLOSE}"


def slot_names(slots: Slots, *, town: str, office: str, today: date) -> dict[str, Any]:
    """The names by which a template asks."""
    records = slots.records
    return {
        "数": slots.number,
        "零": slots.nothing,
        "全部": slots.all_of,
        "有": slots.known,
        "值": slots.value,
        "比上年": slots.against_last_year,
        "增减": slots.changed,
        "倍数": slots.times,
        "占": slots.share,
        "日子": slots.days,
        "并列": slots.listed,
        "名单": slots.names,
        "典型事例": records.highlights,
        "问题": records.shortcomings,
        "打算": records.plans,
        "荣誉": records.honours,
        "记录": records.rows,
        "限于": slots.limited,
        "写": slots.own_words,
        "写得出": slots.has_words,
        "是": ORDINAL,
        "项数": COUNT,
        "年": slots.year,
        "镇": town,
        "单位": office,
        "今天": wording.day_words(today, with_year=True),
        "截至": wording.day_words(slots.period.end, with_year=True),
    }
