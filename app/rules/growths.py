"""Growth, falls and multiples of a sentence that do not follow from its two numbers.

«由30次增加到36次，增长25%» grows by 20%; 74.69 is 11.5 times 6.5 and grows by 10.5 times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from app.figures.rounding import half_up
from app.kinds import trimmed
from app.rules.quantities import ENDLESS, PERCENT, POINTS, TIMES, Quantity, alike, worded
from app.rules.shares import Fault

UP = "增长|增加|提高|上升|增幅|增收|扩大|提升|上涨|多"
DOWN = "下降|减少|降低|降幅|压减|缩减|压缩|回落|下滑|少"
CHANGE = re.compile(rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:率|幅度?)?(?:了|达到?|为|将近|近|约|超过)*(?:[（(])?$")
TO = re.compile(
    rf"(?:(?P<up>{UP}|增|升|提)|(?P<down>{DOWN}|降|减))?(?:到|至|为)了?(?:今年的?|目前的?|现在的?|\d{{4}}年的?|□+的?)?$"
)
FROM = re.compile(r"(?:由|从)[^，。；由从]{0,16}$")
AGAINST = re.compile(r"(?:比|较|相比)[^，。；比较]{0,16}$")
LAST_YEAR = re.compile(r"(?:上年|去年|上年度)(?:同期)?(?:的|为|是|有)?[\u4e00-\u9fff]{0,6}$")
SAME_PERIOD = re.compile(r"(?:同比|[比较](?:上年|去年|同期)[^，。；]{0,4})$")
RATIO = re.compile(r"(?:是|为|到|至|相当于|达)(?:了)?(?P<base>[^，。；]*)的$")


@dataclass(frozen=True)
class Change:
    """From which number to which."""

    before: Quantity
    now: Quantity


def growths_wrong(text: str, found: Sequence[Quantity]) -> Iterator[Fault]:
    """Each change of a text that is not that of the two numbers named with it."""
    for at, told in enumerate(found):
        before = text[max(0, told.start - 24) : told.start]
        if told.unit == TIMES and RATIO.search(before):
            change = _ratio_of(text, found[:at], told)
            if change and not _right_multiple(told, change, 0):
                yield _wrong(text, told, change, f"{_times(change, 0)}倍", "是其")
        elif (word := CHANGE.search(before)) and (change := _change_of(text, found[:at], told, word)):
            yield from _judged(text, told, change, bool(word["up"]))
    yield from _wrong_ways(text, found)


def _judged(text: str, told: Quantity, change: Change, up: bool) -> Iterator[Fault]:
    before, now = change.before, change.now
    if ENDLESS in (before.high, now.high, told.high) or before.low <= 0:
        return
    if (before.high < now.low and not up) or (now.high < before.low and up):
        yield _wrong(text, told, change, "", "")
    elif told.unit == TIMES and up and not _right_multiple(told, change, 1):
        yield _wrong(text, told, change, f"{_times(change, 1)}倍", "增长")
    elif told.unit == PERCENT and before.unit != PERCENT and not _right_percent(told, change):
        exact = half_up(abs(now.value - before.value) * 100 / before.value, max(1, told.places))
        yield _wrong(text, told, change, f"{trimmed(exact)}%", "")
    elif told.unit == (POINTS if before.unit == PERCENT else before.unit) and not _right_difference(told, change):
        yield _wrong(text, told, change, worded(abs(now.value - before.value), told), "")


def _wrong(text: str, told: Quantity, change: Change, right: str, way: str) -> Fault:
    said = f"与前面的{change.before.written}、{change.now.written}对不上"
    should = f"，应为{way}{right}" if right else "，增减的方向相反"
    return text[min(change.before.start, change.now.start) : told.end], f"{told.written}{said}{should}"


def _times(change: Change, less: int) -> str:
    return trimmed(half_up(change.now.value / change.before.value - less, 1))


def _close(told: Quantity, least: Decimal, most: Decimal) -> bool:
    """Whether a printed number is in a span, half up or cut off."""
    if told.hedged:
        return told.low <= most and least <= told.high
    step = Decimal(1).scaleb(-told.places)
    shown = Decimal(told.digits)
    if shown == step and 0 < most < step:
        return True
    return most >= shown - step / 2 and least < shown + step


def _right_percent(told: Quantity, change: Change) -> bool:
    now, before = change.now, change.before
    ends = [(one / other - 1) * 100 for one, other in ((now.low, before.high), (now.high, before.low))]
    if min(ends) < 0 < max(ends):
        return _close(told, Decimal(0), max(abs(one) for one in ends))
    return _close(told, min(abs(one) for one in ends), max(abs(one) for one in ends))


def _right_multiple(told: Quantity, change: Change, less: int) -> bool:
    now, before = change.now, change.before
    if before.low <= 0 or ENDLESS in (before.high, now.high, told.high):
        return True
    return _close(told, now.low / before.high - less, now.high / before.low - less)


def _right_difference(told: Quantity, change: Change) -> bool:
    now, before = change.now, change.before
    ends = [abs(now.low - before.high), abs(now.high - before.low), abs(now.value - before.value)]
    return told.low <= max(ends) and min(ends) <= told.high


def _change_of(text: str, found: Sequence[Quantity], told: Quantity, word: re.Match[str]) -> Change | None:
    """The two numbers of a change: «B比上年的A增长», «由A增加到B，增长», «上年A，今年B，同比增长»."""
    begin = max(text.rfind(stop, 0, told.start) for stop in "。！？；\n") + 1
    near = [one for one in found if one.start >= begin]
    at = told.start - len(word[0])
    if near and not re.search("[，。；、]", text[near[-1].end : at]) and AGAINST.search(text[begin : near[-1].start]):
        return _against(text, found, near[-1])
    if pair := _from_to(text, near):
        return pair
    if near[-2:] and len(near) >= 2 and SAME_PERIOD.search(text[begin:at]):
        first, second = near[-2:]
        if alike(first, second):
            if LAST_YEAR.search(first.name) and not LAST_YEAR.search(second.name):
                return Change(first, second)
            if LAST_YEAR.search(second.name) and not LAST_YEAR.search(first.name):
                return Change(second, first)
    return None


def _against(text: str, found: Sequence[Quantity], base: Quantity) -> Change | None:
    """What is compared with «比…的A»: the last number of its kind before it, not beyond the sentence."""
    begin = max(text.rfind(stop, 0, base.start) for stop in "。！？\n") + 1
    same = [one for one in found if begin <= one.start < base.start and one.unit == base.unit and one.unit]
    same = [one for one in same if not CHANGE.search(text[max(0, one.start - 24) : one.start])]
    return Change(base, same[-1]) if same else None


def _from_to(text: str, near: Sequence[Quantity]) -> Change | None:
    """«由A增加到B», the last of a sentence."""
    for first, second in reversed(list(pairwise(near))):
        between = text[first.end : second.start]
        alike_units = first.unit in (second.unit, "") and second.unit and len(between) <= 16
        if alike_units and TO.search(between) and FROM.search(text[max(0, first.start - 20) : first.start]):
            return Change(first, second)
    return None


def _ratio_of(text: str, found: Sequence[Quantity], told: Quantity) -> Change | None:
    """«B，是A的n倍», or «由A增加到B，是原来的n倍»."""
    begin = max(text.rfind(stop, 0, told.start) for stop in "。！？；\n") + 1
    near = [one for one in found if one.start >= begin]
    if near and not re.search("[，。；]", text[near[-1].end : told.start]):
        return _against(text, found, near[-1])
    return _from_to(text, near)


def _wrong_ways(text: str, found: Sequence[Quantity]) -> Iterator[Fault]:
    """«由36次增加到30次»."""
    for first, second in pairwise(found):
        between = text[first.end : second.start]
        way = TO.search(between) if len(between) <= 16 else None
        if way is None or not (way["up"] or way["down"]) or first.unit not in (second.unit, ""):
            continue
        if not FROM.search(text[max(0, first.start - 20) : first.start]):
            continue
        if (way["up"] and second.high < first.low) or (way["down"] and first.high < second.low):
            word = way["up"] or way["down"]
            yield text[first.start : second.end], f"由{first.written}到{second.written}不是{word}，增减的方向相反"
