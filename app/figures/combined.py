"""Measures of other figures: quotients, differences, comparison with a base year, the least over subjects."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from app.figures.asking import Asked, Behind, union_count
from app.figures.counts import CountDifferent
from app.figures.figure import Counted, Figure, Measure, Parameter, Value
from app.figures.measures import OfRecords
from app.figures.parameters import year_of
from app.figures.rounding import half_up, percentage

Number = int | Decimal


def number(value: Value) -> Number | None:
    """A value one can calculate with."""
    return value if isinstance(value, (int, Decimal)) else None


class OfFigures(Measure):
    """A measure worked out from other figures; its records are those of all of them, each once."""

    figures: tuple[Figure, ...]

    @property
    def parts(self) -> tuple[Figure, ...]:
        """The figures it is made of."""
        return self.figures

    @abstractmethod
    def asks(self, asked: Asked) -> list[Asked]:
        """What it asks."""

    @abstractmethod
    def value(self, asked: Asked, numbers: list[Number | None]) -> Value:
        """The value, from the answers to what it asks."""

    def counted(self, asked: Asked) -> Counted:
        """Both value and the records behind all its figures."""
        questions = self.asks(asked)
        value = self.value(asked, [number(question.counted().value) for question in questions])
        return asked.answer(value, union_count(asked.connection, list(leaves(questions))))

    def behind(self, asked: Asked) -> list[Behind]:
        """The records of its figures, each once, with what it adds to the first figure that it is behind."""
        found: dict[tuple[str, int], Behind] = {}
        for place, question in enumerate(self.asks(asked)):
            for one in question.figure.of.behind(question):
                found.setdefault((one.register, one.id), replace(one, value=self.adds(place, one.value)))
        return list(found.values())

    def adds(self, place: int, value: Any) -> Any:
        """What a record of the figure at this place adds."""
        return value

    def rules_of_parts(self) -> str:
        """The rules of counting of the figures it is made of."""
        return "；".join(f"{part.label}：{part.counting_rule}" for part in self.figures)


def leaves(questions: Iterable[Asked]) -> Iterable[tuple[Asked, Any]]:
    """The questions to figures of records behind these questions."""
    for question in questions:
        measure = question.figure.of
        if isinstance(measure, OfRecords):
            yield question, measure.source
        elif isinstance(measure, OfFigures):
            yield from leaves(measure.asks(question))


class Pair(OfFigures):
    """A measure of two figures.

    ``below`` says under which name the second is asked for a parameter that both have; an empty name: never.
    """

    def __init__(self, first: Figure, second: Figure, below: Mapping[str, str] | None = None) -> None:
        self.figures = (first, second)
        self.below = dict(below or {})

    @property
    def own_parameters(self) -> tuple[str, ...]:
        """Names given to parameters of the second figure."""
        return tuple(name for name in self.below.values() if name)

    def asks(self, asked: Asked) -> list[Asked]:
        """The two figures, over the same period."""
        first, second = self.figures
        names = {name: self.below.get(name, name) for name in second.by}
        lower = {name: asked.by[name_above] for name, name_above in names.items() if name_above in asked.by}
        return [asked.other(first), asked.other(second, by=lower)]


class Ratio(Pair):
    """One figure divided by another, times 100 where the unit is %; empty where the divisor is 0 or unknown."""

    def value(self, asked: Asked, numbers: list[Number | None]) -> Value:
        """With one decimal."""
        above, under = numbers
        if above is None or not under:
            return None
        exact = Fraction(above) / Fraction(under)
        return percentage(exact * 100) if asked.figure.unit == "%" else half_up(exact)

    def behind(self, asked: Asked) -> list[Behind]:
        """Records above the line with what they add; the rest of those below it, 0 where both are of one register."""
        above, under = (question.figure.of.behind(question) for question in self.asks(asked))
        seen = {(one.register, one.id) for one in above}
        registers = {one.register for one in above}
        rest = [one for one in under if (one.register, one.id) not in seen]
        return above + [replace(one, value=0) if one.register in registers else one for one in rest]

    def told(self, figure: Figure) -> str:
        """「收文办结件数」除以「应办收文件数」，乘以100%."""
        first, second = self.figures
        times = "，乘以100%" if figure.unit == "%" else ""
        return f"「{first.label}」除以「{second.label}」{times}。{self.rules_of_parts()}"


class Minus(Pair):
    """The difference of two figures; an unknown one counts as 0 unless both are."""

    def value(self, asked: Asked, numbers: list[Number | None]) -> Value:
        """Exact."""
        return None if numbers == [None, None] else (numbers[0] or 0) - (numbers[1] or 0)

    def adds(self, place: int, value: Any) -> Any:
        """Records of the second figure take away."""
        return -value if place and isinstance(value, (int, Decimal)) else value

    def told(self, figure: Figure) -> str:
        """「预算总额」减「支出总额」."""
        first, second = self.figures
        return f"「{first.label}」减「{second.label}」。{self.rules_of_parts()}"


class Plus(Pair):
    """The sum of two figures; an unknown one counts as 0 unless both are."""

    def value(self, asked: Asked, numbers: list[Number | None]) -> Value:
        """Exact."""
        return None if numbers == [None, None] else (numbers[0] or 0) + (numbers[1] or 0)

    def told(self, figure: Figure) -> str:
        """「捐款金额」加「捐物折款金额」."""
        first, second = self.figures
        return f"「{first.label}」加「{second.label}」。{self.rules_of_parts()}"


class Change(OfFigures):
    """The difference to the same days of the base year: parameter ``base``, by default the year before."""

    words = "与基期（默认上年同期）之差"

    def __init__(self, figure: Figure) -> None:
        self.figures = (figure,)

    @property
    def own_parameters(self) -> tuple[str, ...]:
        """The base year."""
        return ("base",)

    def asks(self, asked: Asked) -> list[Asked]:
        """The figure now, and then."""
        (figure,) = self.figures
        year = asked.period.start.year
        base = year_of(asked.by["base"]) if "base" in asked.by else year - 1
        return [asked.other(figure), asked.other(figure, period=asked.period.moved(base - year))]

    def value(self, asked: Asked, numbers: list[Number | None]) -> Value:
        """Unknown where one of the two is."""
        now, then = numbers
        return None if now is None or then is None else self.compared(now, then)

    def compared(self, now: Number, then: Number) -> Value:
        """The exact difference."""
        return now - then

    def adds(self, place: int, value: Any) -> Any:
        """Records of the base year take away."""
        return -value if place and isinstance(value, (int, Decimal)) else value

    def told(self, figure: Figure) -> str:
        """「发文件数」与基期之差."""
        (compared,) = self.figures
        return f"「{compared.label}」{self.words}。{self.rules_of_parts()}"


class Growth(Change):
    """Growth on the base year in per cent; a fall is negative; unknown on a base of 0."""

    words = "比基期（默认上年同期）增长的百分比，下降为负"

    def compared(self, now: Number, then: Number) -> Value:
        """With one decimal."""
        return percentage((Fraction(now) - Fraction(then)) / Fraction(then) * 100) if then else None


class Times(Change):
    """Multiple of the base year, with one decimal; unknown on a base of 0."""

    words = "为基期（默认上年同期）的倍数"

    def compared(self, now: Number, then: Number) -> Value:
        """是基期的 n 倍."""
        return half_up(Fraction(now) / Fraction(then)) if then else None


class MeanChange(OfFigures):
    """The mean of the differences from year to year over the years of the period; every year must have a value."""

    words = "逐年增量的平均数"

    def __init__(self, figure: Figure) -> None:
        self.figures = (figure,)

    def asks(self, asked: Asked) -> list[Asked]:
        """The figure in each year."""
        (figure,) = self.figures
        period = asked.period
        return [asked.other(figure, period=type(period).of_year(year)) for year in period.years]

    def value(self, asked: Asked, numbers: list[Number | None]) -> Value:
        """With one decimal; unknown for a single year."""
        known = [value for value in numbers if value is not None]
        if len(known) < max(len(numbers), 2):
            return None
        steps = [self.step(now, then) for then, now in pairwise(known)]
        sure = [step for step in steps if step is not None]
        return self.rounded(sum(sure, Fraction(0)) / len(sure)) if len(sure) == len(steps) else None

    def step(self, now: Number, then: Number) -> Fraction | None:
        """The difference of two years."""
        return Fraction(now) - Fraction(then)

    def rounded(self, mean: Fraction) -> Decimal:
        """One decimal, half up."""
        return half_up(mean)

    def told(self, figure: Figure) -> str:
        """「统计指标数值」逐年增量的平均数."""
        (compared,) = self.figures
        return f"期内各年「{compared.label}」{self.words}。{self.rules_of_parts()}"


class MeanGrowth(MeanChange):
    """The plain mean of the yearly growth rates in per cent; unknown where a year is 0."""

    words = "逐年增幅的平均数"

    def step(self, now: Number, then: Number) -> Fraction | None:
        """The growth of one year on the one before."""
        return (Fraction(now) - Fraction(then)) / Fraction(then) * 100 if then else None

    def rounded(self, mean: Fraction) -> Decimal:
        """Never onto 100 or 0."""
        return percentage(mean)


class LeastOver(OfFigures):
    """The smallest value of a figure over every subject that another one counts; a subject with none counts 0."""

    def __init__(self, figure: Figure, name: str, over: Figure) -> None:
        self.figures = (figure, over)
        self.name = name

    def subjects(self, asked: Asked) -> list[Parameter]:
        """The different values or the records that the second figure counts."""
        over = asked.other(self.figures[1])
        if isinstance(over.figure.of, CountDifferent):
            return list(over.figure.of.texts(over))
        return [one.id for one in over.figure.of.behind(over)]

    def asks(self, asked: Asked) -> list[Asked]:
        """The figure for each subject."""
        figure = self.figures[0]
        given = self.passed(figure, asked.by)
        return [asked.other(figure, by={**given, self.name: subject}) for subject in self.subjects(asked)]

    def value(self, asked: Asked, numbers: list[Number | None]) -> Value:
        """Unknown where there is no subject."""
        return min((value or 0 for value in numbers), default=None)

    def told(self, figure: Figure) -> str:
        """「值守领导人数」在「逢场天」中的最小值."""
        least, over = self.figures
        return f"「{least.label}」在「{over.label}」各对象中的最小值。{self.rules_of_parts()}"
