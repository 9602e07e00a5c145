"""Measures of other figures: quotients, differences, comparison with a base year, the least over subjects."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from app.figures.asking import Asked, Behind
from app.figures.counts import CountDifferent
from app.figures.figure import BY_UNIT, Counted, Figure, Measure, Value
from app.figures.measures import OfRecords
from app.figures.rounding import half_up, percentage
from app.figures.together import union_count

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
        """The value, unknown where units differ, and the records behind all its figures."""
        questions = self.asks(asked)
        answers = [question.counted() for question in questions]
        units = own_units(questions, answers)
        alike = len(set(map(measured_alike, units))) < 2
        value = self.value(asked, [number(answer.value) for answer in answers]) if alike else None
        unit = units[0] if units and asked.figure.unit == BY_UNIT else None
        return asked.answer(value, union_count(list(leaves(questions))), unit)

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


def own_units(questions: Sequence[Asked], answers: Sequence[Counted]) -> list[str]:
    """The units of the answers that take them from their records."""
    pairs = zip(questions, answers, strict=True)
    return [answer.unit for asked, answer in pairs if asked.figure.unit == BY_UNIT and answer.unit != BY_UNIT]


def measured_alike(unit: str) -> str:
    """Words for persons are one unit: 102 名 of 28,000 人 can be compared; 元 and 万元 cannot."""
    return re.sub("[名口位]$", "人", unit.strip())


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


class LeastOver(OfFigures):
    """The smallest value of a figure over every subject that another one counts; a subject with none counts 0."""

    def __init__(self, figure: Figure, name: str, over: Figure) -> None:
        self.figures = (figure, over)
        self.name = name

    @property
    def kept_parameters(self) -> tuple[str, ...]:
        """The subject is not asked for."""
        return (self.name,)

    def asks(self, asked: Asked) -> list[Asked]:
        """The figure for all its subjects together."""
        figure, over = self.figures
        subjects = tuple(subjects_of(asked.other(over)))
        return [asked.other(figure, by={**self.passed(figure, asked.by), self.name: subjects})]

    def counted(self, asked: Asked) -> Counted:
        """One query for all subjects."""
        (question,) = self.asks(asked)
        subjects, measure = question.by[self.name], question.figure.of
        assert isinstance(subjects, tuple)
        assert isinstance(measure, OfRecords)
        subject = question.figure.paths[self.name]
        assert subject.unfolded is None, "a record has one subject"
        found = measure.counted_each(question, subject)
        none = asked.answer(None, 0)
        answers = [found.get(one, none) for one in subjects]
        value = self.value(asked, [number(answer.value) for answer in answers])
        return asked.answer(value, sum(answer.records for answer in answers))

    def value(self, asked: Asked, numbers: list[Number | None]) -> Value:
        """Unknown where there is no subject."""
        return min((value or 0 for value in numbers), default=None)

    def told(self, figure: Figure) -> str:
        """「值守领导人数」在「逢场天」中的最小值."""
        least, over = self.figures
        return f"「{least.label}」在「{over.label}」各对象中的最小值。{self.rules_of_parts()}"


def subjects_of(over: Asked) -> list[Any]:
    """The different values, or the records, that a figure counts."""
    measure = over.figure.of
    if isinstance(measure, CountDifferent):
        return [value for (value,) in over.rows(over.select(measure.source, measure.path.expression).distinct())]
    return [one.id for one in measure.behind(over)]
