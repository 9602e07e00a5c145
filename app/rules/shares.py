"""Shares and rates of a sentence that do not follow from its numbers: «61名…58人…占96.6%» is 95.1%.

A share is judged only where the sentence itself says of what it is one; whatever pair of its numbers gives
it, it passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from app.figures.rounding import half_up
from app.rules.quantities import ENDLESS, PERCENT, Quantity, alike

Fault = tuple[str, str]
"""The place in the words of the text, and what is wrong with it."""

FILLED = r"(?:比例|比重|总数)?(?:已经|已|均|仅|只)?(?:达到了?|达|为|是|有|约|将近|近|超过|的)*$"
SHARE_OF = re.compile(rf"占(?P<base>[^占，、]*?)(?:的)?{FILLED}")
RATE = re.compile(rf"(?P<rate>[\u4e00-\u9fff]{{1,12}}?)率{FILLED}")
NO_RATES = ("增长", "下降", "增", "降", "增速", "年均增长", "利", "汇")
OWN_BASE = re.compile("当天|当日|当年|当月|当期|按期|按时|及时|限时|一次性?|首次")
"""Rates of what could be done in a certain time, which is not all."""
LEADING = re.compile(r"^(?:其中|全年|全镇|总体|总的|平均|综合|且|和|及|的|其|共|已|均|全部)+")
ALL_OF = re.compile(r"(?:的?总(?:人数|数|量|额)|总人数|总数|总量|总额|人数|次数|件数|户数|全部|全体|全镇|全年|本年)")
ONLY_LINKS = re.compile(r"^(?:约|仅|只|共|均|各|其|其中|分别|已|的|就|就要|便|又|数量|人数|件数)*$")
NAMED_BY = 2
"""Characters of a whole's name at least by which it is looked for in the sentences before."""
SHORT_RATE = 3
"""Characters before 率 of a rate that may be that of the two numbers right before it, whatever they are called."""


def shares_wrong(text: str, found: Sequence[Quantity]) -> Iterator[Fault]:
    """Each share of these numbers of a text that no two of its sentence give."""
    for share in (one for one in found if one.unit == PERCENT):
        scope = _scope(text, found, share)
        scope = [*_named_wholes(text, found, share, scope), *scope]
        if scope and not any(
            follows(share, *sorted(pair, key=_value)) for pair in combinations(scope, 2) if alike(*pair)
        ):
            yield from _judged(text, scope, share)


def _value(one: Quantity) -> Decimal:
    return one.value


def _judged(text: str, scope: Sequence[Quantity], share: Quantity) -> Iterator[Fault]:
    pairs = list(_pairs(text, scope, share))
    if pairs and share.high != ENDLESS:
        part, whole = pairs[-1]
        told = f"{share.written}与同句的{part.written}、{whole.written}对不上"
        yield _place(text, part, share), f"{told}，应为{percent(part, whole, share.places)}%"


def _place(text: str, first: Quantity, last: Quantity) -> str:
    return text[min(first.start, last.start) : max(first.end, last.end)]


def follows(share: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a printed share is that of a part: half up or cut off, and 100 only of all."""
    if whole.low <= 0 or ENDLESS in (part.high, whole.high):
        return False
    least, most = part.low * 100 / whole.high, part.high * 100 / whole.low
    if share.hedged:
        return share.low <= most and least <= share.high
    step = Decimal(1).scaleb(-share.places)
    shown = Decimal(share.digits)
    if shown == 100:
        return most >= 100 and (least == 100 or part.low != part.high or whole.low != whole.high)
    if shown in (step, 100 + step) and 0 < most - (shown - step) < step:
        return True
    return most >= shown - step / 2 and least < shown + step


def percent(part: Quantity, whole: Quantity, places: int) -> Decimal:
    """What the share should be, with as many decimals; never 100 of less than all."""
    exact = part.value * 100 / whole.value
    shown = half_up(exact, places)
    return shown if shown != 100 or exact == 100 else half_up(exact, max(1, places)).min(Decimal("99.9"))


def _scope(text: str, found: Sequence[Quantity], share: Quantity) -> list[Quantity]:
    """The counts before a share in its sentence; that before 其中 or ； too where they are not enough."""
    begin = max(text.rfind(stop, 0, share.start) for stop in "。！？；\n") + 1
    near = [one for one in found if begin <= one.start < share.start and one.counted]
    if len(near) < 2 and begin and (text[begin:].startswith("其中") or text[begin - 1] == "；"):
        begin = max(text.rfind(stop, 0, begin - 1) for stop in "。！？；\n") + 1
        near = [one for one in found if begin <= one.start < share.start and one.counted]
    return near


def _named_wholes(
    text: str, found: Sequence[Quantity], share: Quantity, scope: Sequence[Quantity]
) -> Iterator[Quantity]:
    """Numbers of earlier sentences by the name of the whole: «…下村30次。…下村27次，占下村次数的90%»."""
    named = SHARE_OF.search(text[max(0, share.start - 24) : share.start])
    stem = ALL_OF.sub("", named["base"]) if named else ""
    for one in found:
        if not scope or one.start >= scope[0].start or len(stem) < NAMED_BY:
            return
        if alike(one, scope[-1]) and stem in one.name and not _is_base(text, one):
            yield one


def _pairs(text: str, scope: Sequence[Quantity], share: Quantity) -> Iterator[tuple[Quantity, Quantity]]:
    """Each part and whole of which a share can be told."""
    begin = max(text.rfind(stop, 0, share.start) for stop in "，、；。：（(！？\n") + 1
    clause = text[begin : share.start]
    if found := SHARE_OF.search(clause):
        yield from _of_parts(text, scope, begin, clause[: found.start()], found["base"])
    elif found := RATE.search(clause):
        yield from _of_rate(scope, share, LEADING.sub("", found["rate"]), found.start() == 0)


def _of_parts(
    text: str, scope: Sequence[Quantity], begin: int, subject: str, base: str
) -> Iterator[tuple[Quantity, Quantity]]:
    """«A中，B58人，占A的95.1%»: the part is the last count, unless the clause has a subject of its own."""
    inside = [one for one in scope if one.start >= begin]
    bare = LEADING.sub("", subject).removesuffix("的")
    if inside:
        part = inside[-1]
    elif ONLY_LINKS.match(subject):
        part = scope[-1]
    else:
        named = [one for one in scope if bare and "中" not in bare and (bare in one.name or bare in one.noun)]
        if not named:
            return
        part = named[-1]
    stem = ALL_OF.sub("", base)
    for whole in scope:
        is_named = not stem or stem in whole.name or stem in whole.noun
        fits = whole is not part and alike(part, whole) and whole.value >= part.value
        if fits and is_named and not _is_base(text, whole):
            yield part, whole


def _is_base(text: str, one: Quantity) -> bool:
    """Whether a number is that of another year, named to compare with."""
    return bool(
        re.search(
            r"[比较][^，。；]*$|(?:上年|去年|同期|计划)[^，。；]*$|[由从][^，。；]*$", text[one.clause : one.start]
        )
    )


def _of_rate(scope: Sequence[Quantity], share: Quantity, rate: str, opens: bool) -> Iterator[tuple[Quantity, Quantity]]:
    """«受理120件，办结119件，办结率99.2%»: the part is what the rate is named after."""
    if rate in NO_RATES or OWN_BASE.match(rate):
        return
    parts = [one for one in scope if rate in one.name or rate in one.noun]
    for part in parts:
        for whole in scope:
            if whole is not part and alike(part, whole) and whole.value >= part.value and rate not in whole.name:
                yield part, whole
    near = scope[-2:]
    if parts or not opens or len(rate) > SHORT_RATE or len(near) < 2 or not alike(*near):
        return
    if near[0].unit != "元" and near[0].value >= near[1].value:
        yield near[1], near[0]
