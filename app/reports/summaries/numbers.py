"""One place where figures become words: counted, worded by their form, and counted and worded again later.

A form says how a value is written, as pairs of names and values:
``as`` number (the default), growth, change, times, more_times, share, nothing, all, days;
``unit`` 元, 万元, 亿元 or another word for the unit; ``hedge`` 余, 多, 近, 以上; its ``place``, 万前 or 万后;
``digits`` kept under a hedge; ``numerals`` 汉字; ``back`` years to the base, or ``base`` its year; ``of`` the whole
of a share; ``day`` 月, 月日, 年月日, 旬, 年月; ``words`` of a claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from sqlalchemy import Connection

from app import figures
from app.figures import BadParameter, Counted, Period, Traced
from app.kinds import trimmed
from app.models import BY_KEY
from app.reports import wording
from app.reports.document import Figure
from app.reports.summaries import compliance
from app.rules.confirming import reports_of_nothing
from app.store.records import load, titles

Pairs = tuple[tuple[str, str], ...]
TENTH = Decimal("0.1")
_TAG_SPAN = re.compile(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)")


def pairs(given: Mapping[str, str]) -> Pairs:
    """Names with their values in the order of the names; nothing for an empty value."""
    return tuple(sorted((name, str(value).replace("|", "｜")) for name, value in given.items() if value != ""))


@dataclass(frozen=True)
class Worded:
    """What a form makes of a figure: the words, the value they tell, and what it is called."""

    words: str
    value: int | Decimal | date
    unit: str
    label: str
    records: int


@dataclass
class Numbers:
    """Counts and words figures over one connection; what was counted once is remembered."""

    connection: Connection
    today: date = date.max
    """Reports signed after this day do not count."""
    _counted: dict[tuple[str, Period, Pairs], Counted] = field(default_factory=dict)

    def count(self, key: str, period: Period, by: Pairs = ()) -> Counted:
        """The bare answer of a figure."""
        asked = (key, period, by)
        if asked not in self._counted:
            self._counted[asked] = figures.count(self.connection, key, period, dict(by))
        return self._counted[asked]

    def figure(self, key: str, period: Period, by: Pairs = (), form: Pairs = ()) -> Figure | None:
        """The figure worded by its form; None where it is unknown, or what the words claim is not proven."""
        told = FORMS[dict(form).get("as", "number")](self, key, period, by, dict(form))
        if told is None:
            return None
        named = (told.words, key, period.start, period.end, by, told.value, told.unit, told.label, told.records, form)
        return Figure(*named)


def renewed(
    connection: Connection, figure: Figure, period: Period | None = None, today: date = date.max
) -> Figure | None:
    """The same figure counted now and worded in the same form; None where nothing is known of it any more."""
    span = period or Period(figure.start, figure.end)
    if figure.key.startswith(compliance.PREFIX):
        return compliance.again(connection, figure, span, min(today, date.today()))
    if figure.key not in figures.FIGURES:
        return None
    try:
        return Numbers(connection, today).figure(figure.key, span, figure.by, figure.form)
    except BadParameter:
        return None


def behind(connection: Connection, figure: Figure, today: date = date.max) -> list[Traced]:
    """The records behind a figure as it is worded: those of the base too, those of a share's whole, signed reports."""
    form = dict(figure.form)
    how, span = form.get("as", "number"), Period(figure.start, figure.end)
    if figure.key.startswith(compliance.PREFIX):
        return compliance.behind(connection, figure, min(today, date.today()))
    if how == "nothing":
        return _reports(connection, figure, today)
    found = figures.trace(connection, figure.key, span, dict(figure.by))
    if how in ("growth", "change", "times", "more_times"):
        found += figures.trace(connection, figure.key, _base(span, form), dict(figure.by))
    if how == "share":
        whole = figures.trace(connection, form["of"], span, dict(_of_whole(figure.by, form)))
        known = {(one.register, one.id) for one in found}
        found += [one for one in whole if (one.register, one.id) not in known]
    return found


def _reports(connection: Connection, figure: Figure, today: date) -> list[Traced]:
    """The signed zero reports behind a figure that is written as nothing."""
    found = reports_of_nothing(connection, figure.key, figure.start, figure.end, today)
    records = load(connection, BY_KEY["zero_report"], [record for _, record in found])
    called = titles(connection, "zero_report", list(records))
    return [Traced("zero_report", one, called[one], values["date"], 0) for one, values in records.items()]


def figure_of(tag: str) -> Figure | None:
    """The figure that a tag of a Word file names, without words and value; None where the tag is none of ours."""
    key, _, rest = tag.partition("|")
    span, *named = rest.split("|")
    found = _TAG_SPAN.fullmatch(span)
    if found is None or not is_known(key):
        return None
    given = [name.partition("=") for name in named]
    by = tuple((name, value) for name, _, value in given if not name.startswith("@"))
    form = tuple((name[1:], value) for name, _, value in given if name.startswith("@"))
    if dict(form).get("as", "number") not in FORMS:
        return None
    start, end = (date.fromisoformat(day) for day in found.groups())
    return Figure("", key, start, end, by, None, "", _label(key), 0, form)


def is_known(key: str) -> bool:
    """Whether there is such a figure, or such a count of rules."""
    return key in figures.FIGURES or key.removeprefix(compliance.PREFIX) in compliance.STATES


def _label(key: str) -> str:
    if key in figures.FIGURES:
        return figures.FIGURES[key].label
    return compliance.STATES[key.removeprefix(compliance.PREFIX)][1]


def _known(counted: Counted) -> Decimal | None:
    return Decimal(counted.value) if isinstance(counted.value, (int, Decimal)) else None


def _number(numbers: Numbers, key: str, period: Period, by: Pairs, form: dict[str, str]) -> Worded | None:
    """A number with its unit; zero is no number, it needs a signed report."""
    counted = numbers.count(key, period, by)
    if not counted.value:
        return None
    words = wording.number_words(
        counted.value,
        counted.unit,
        money_unit=form.get("unit", "") if counted.unit == "元" else "",
        hedge=form.get("hedge", ""),
        place=form.get("place", ""),
        digits=int(form.get("digits", "1")),
        chinese=form.get("numerals") == "汉字",
        said=form.get("unit") if counted.unit != "元" else None,
    )
    return Worded(words, counted.value, counted.unit, _label(key), counted.records)


def _base(period: Period, form: dict[str, str]) -> Period:
    if "base" in form:
        return period.moved(int(form["base"]) - period.start.year)
    return period.moved(-int(form.get("back", "1")))


def _compared(
    numbers: Numbers, key: str, period: Period, by: Pairs, form: dict[str, str]
) -> tuple[Decimal, Decimal, str, int] | None:
    """(now, then, unit, records of both); None where one is unknown, the units differ, or there is nothing to see."""
    now, then = numbers.count(key, period, by), numbers.count(key, _base(period, form), by)
    above, below = _known(now), _known(then)
    if not above or below is None or now.unit != then.unit:
        return None
    return above, below, now.unit, now.records + then.records


def _growth(numbers: Numbers, key: str, period: Period, by: Pairs, form: dict[str, str]) -> Worded | None:
    """Per cent by which it grew or fell; which of the two, the label says."""
    found = _compared(numbers, key, period, by, form)
    told = found and wording.growth(found[0], found[1])
    if not found or not told or told[0] == "持平":
        return None
    return Worded(f"{trimmed(told[1])}%", told[1], "%", f"{_label(key)}比{_base_words(form)}{told[0]}", found[3])


def _change(numbers: Numbers, key: str, period: Period, by: Pairs, form: dict[str, str]) -> Worded | None:
    """By how much it grew or fell, in its unit."""
    found = _compared(numbers, key, period, by, form)
    if not found or found[0] == found[1]:
        return None
    change, way = abs(found[0] - found[1]), "增加" if found[0] > found[1] else "减少"
    words = wording.number_words(change, found[2], money_unit=form.get("unit", ""))
    return Worded(words, change, found[2], f"{_label(key)}比{_base_words(form)}{way}", found[3])


def _base_words(form: dict[str, str]) -> str:
    return f"{form['base']}年" if "base" in form else "上年"


def _times(numbers: Numbers, key: str, period: Period, by: Pairs, form: dict[str, str]) -> Worded | None:
    """是…的 n 倍."""
    return _multiple(numbers, key, period, by, form, 0)


def _more_times(numbers: Numbers, key: str, period: Period, by: Pairs, form: dict[str, str]) -> Worded | None:
    """增长 n 倍: one less than 是…的 n 倍."""
    return _multiple(numbers, key, period, by, form, 1)


def _multiple(numbers: Numbers, key: str, period: Period, by: Pairs, form: dict[str, str], less: int) -> Worded | None:
    found = _compared(numbers, key, period, by, form)
    if not found or not found[1]:
        return None
    times = (found[0] / found[1] - less).quantize(TENTH, ROUND_HALF_UP)
    if times <= 0:
        return None
    said = "增长的倍数" if less else "的倍数"
    return Worded(f"{trimmed(times)}倍", times, "倍", f"{_label(key)}为{_base_words(form)}{said}", found[3])


def _share(numbers: Numbers, key: str, period: Period, by: Pairs, form: dict[str, str]) -> Worded | None:
    """Per cent of a whole, cut off and never rounded up."""
    part, whole = numbers.count(key, period, by), numbers.count(form["of"], period, _of_whole(by, form))
    above, below = _known(part), _known(whole)
    if not above or not below or above > below:
        return None
    percent = (above * 100 / below).quantize(TENTH, ROUND_DOWN)
    label = f"{_label(key)}占{_label(form['of'])}的比例"
    return Worded(f"{trimmed(percent)}%", percent, "%", label, part.records + whole.records)


def _of_whole(by: Pairs, form: dict[str, str]) -> Pairs:
    """The conditions that hold for the whole too, where the template says so."""
    accepted = figures.FIGURES[form["of"]].by
    return tuple((name, value) for name, value in by if name in accepted) if "same" in form else ()


def _nothing(numbers: Numbers, key: str, period: Period, by: Pairs, form: dict[str, str]) -> Worded | None:
    """Words such as 未发生, where it is zero and signed reports (零报告) cover the whole period."""
    counted = numbers.count(key, period, by)
    first, last = period.start, period.end
    reports = () if counted.value else reports_of_nothing(numbers.connection, key, first, last, numbers.today)
    return Worded(form["words"], 0, counted.unit, _label(key), len(reports)) if reports else None


def _all(numbers: Numbers, key: str, period: Period, by: Pairs, form: dict[str, str]) -> Worded | None:
    """Words such as 全部 or 均, where the share is 100 %."""
    counted = numbers.count(key, period, by)
    if counted.value != 100 or counted.unit != "%":
        return None
    return Worded(form["words"], counted.value, "%", _label(key), counted.records)


def _days(numbers: Numbers, key: str, period: Period, by: Pairs, form: dict[str, str]) -> Worded | None:
    """Days of records as a sentence has them, each once and in their order."""
    counted = numbers.count(key, period, by)
    found = [counted.value] if isinstance(counted.value, date) else _listed_days(numbers, key, period, by)
    said = list(dict.fromkeys(wording.day_in_words(day, form.get("day", "月日")) for day in found))
    if not said:
        return None
    return Worded("、".join(said), counted.value or len(said), counted.unit, _label(key), counted.records)


def _listed_days(numbers: Numbers, key: str, period: Period, by: Pairs) -> list[date]:
    texts = figures.texts(numbers.connection, key, period, dict(by))
    return [day for text in texts if (day := wording.day_of(text))]


Form = Callable[[Numbers, str, Period, Pairs, dict[str, str]], Worded | None]
FORMS: dict[str, Form] = {
    "number": _number,
    "growth": _growth,
    "change": _change,
    "times": _times,
    "more_times": _more_times,
    "share": _share,
    "nothing": _nothing,
    "all": _all,
    "days": _days,
}
"""How each kind of form is worded."""
