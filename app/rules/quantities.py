"""The numbers of a written text: what each is worth, in which unit, and of what it is told.

Dates, numbers of documents, ordinals and titles in 《》 are no quantities. A number that is rounded or hedged stands
for a span of values; one that is known exactly, because it was counted, stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.kinds import trimmed

Span = tuple[int, int]
Known = Mapping[Span, tuple[Decimal, str]]
"""Exact values with their units, by the place in the text where they stand."""

ENDLESS = Decimal("Infinity")
PERCENT, POINTS, TIMES = "%", "个百分点", "倍"
PERSONS = "人名位"
UNITS = (
    r"个百分点|[%％]|人次|户次|批次|场次|车次|课时|学时|分钟|小时|千米|公里|平方公里|平方米|立方米|公顷|公斤|千克|[元米里亩吨天]"
    r"|[个名人位件次条项户家篇份部期场起批处座所套台辆间只头株棵本册张宗例类种级组支笔倍分岁门口道片盏杆面块则届]"
)
NUMBER = re.compile(
    r"(?<![A-Za-z\d.])(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<first>[余多])?(?P<scale>千万|百万|万|亿)?(?P<second>[余多])?"
    rf"(?P<unit>{UNITS})?(?P<after>以上|左右|上下)?(?![A-Za-z])"
)
CHINESE = re.compile(rf"^[〇一二两三四五六七八九十百]+(?P<unit>{UNITS})?$")
BEFORE = re.compile(r"(将近|近|大约|约|超过|超|突破|不足|不到)$")
NO_QUANTITY = re.compile(
    r"[〔\[（(]\d{4}[〕\]）)]\s*\d+\s*号|第\s*\d+(?:[、—至-]\d+)*"
    r"|\d{4}\s*年?\s*[—–~～至-]{1,2}\s*\d{4}\s*年(?:\d{1,2}月)?"
    r"|\d{4}年(?:\d{1,2}月份?)?(?:\d{1,2}日)?|\d{1,2}月(?:份|\d{1,2}日|[上中下]旬|初|底|末)?|\d{1,2}日(?!均)|\d{1,2}[:：]\d\d"
    r"|(?:19|20)\d\d(?=[—–~～至-]{1,2}\d)|《[^《》]*》|\d+[:：×]\d+|(?:^|(?<=[。；：]))\s*[（(]?\d{1,2}[.．、）)](?!\d)"
)
STOPS = "，。；：！？、（）()\n"
CLAUSE_END = re.compile(f"[{STOPS}]")
NOUN = re.compile("[\u4e00-\u9fff]{0,10}")
SCALES = {"万": 10_000, "亿": 100_000_000, "千万": 10_000_000, "百万": 1_000_000}
NEARLY, ABOUT = Decimal("0.9"), Decimal("0.1")
"""近 reaches this share of the number; 约 is off by this share at most."""


@dataclass(frozen=True)
class Quantity:
    """One number of a text."""

    value: Decimal
    low: Decimal
    high: Decimal
    """The span of values that the words allow; the same three times where it is exact."""
    unit: str
    """The unit as it counts: 元 for 万元 too, 人 for 名 and 位; empty where none follows."""
    start: int
    end: int
    written: str
    digits: str
    """The digits alone, such as 96.9."""
    clause: int
    """Where its clause begins."""
    name: str
    """The words before it, back to the last stop or number."""
    noun: str
    """The words right after it."""
    known: bool
    """Whether the value was counted and is exact."""
    hedged: bool
    """Whether it is told with 近, 余, 约, 以上 and the like."""

    @property
    def places(self) -> int:
        """The decimals that are written."""
        return len(self.digits.partition(".")[2])

    @property
    def counted(self) -> bool:
        """Whether it counts or measures something: no share, no multiple, and with a unit."""
        return self.unit not in ("", PERCENT, POINTS, TIMES)

    def may_be(self, other: Quantity) -> bool:
        """Whether both can be the same value."""
        return self.low <= other.high and other.low <= self.high


def quantities(text: str, known: Known | None = None) -> list[Quantity]:
    """The numbers of a text in their order."""
    known = known or {}
    masked = masked_text(text)
    found = [(match.span(), match) for match in NUMBER.finditer(masked)]
    made: list[Quantity] = []
    for span, match in sorted(found + list(_in_characters(text, known)), key=lambda one: one[0]):
        made.append(_quantity(text, span, match, known, made))
    return made


def masked_text(text: str) -> str:
    """The text with dates, ordinals, numbers of documents and titles blotted out, as long as before."""
    return NO_QUANTITY.sub(lambda found: "□" * len(found[0]), text)


def _in_characters(text: str, known: Known) -> Iterator[tuple[Span, re.Match[str]]]:
    """Counted numbers that are written in characters: 十二个."""
    for start, end in known:
        if match := CHINESE.match(text[start:end]):
            yield (start, end), match


def _quantity(text: str, span: Span, match: re.Match[str], known: Known, before: Sequence[Quantity]) -> Quantity:
    start, end = span
    stops = [stop.end() for stop in CLAUSE_END.finditer(text, 0, start)]
    clause = stops[-1] if stops else 0
    name_from = max(clause, before[-1].end if before else 0)
    unit, written = counting_unit(match["unit"] or ""), text[start:end]
    digits = match.groupdict().get("digits") or ""
    exact = next((one for (first, last), one in known.items() if first <= start < last), None)
    if exact:
        value = low = high = exact[0]
        unit = unit or counting_unit(exact[1])
    else:
        value, low, high = worth(text[max(0, start - 4) : start], match)
    noun = NOUN.match(text, end)
    return Quantity(
        value,
        low,
        high,
        unit,
        start,
        end,
        written,
        digits.rstrip(",").replace(",", ""),
        clause,
        text[name_from:start],
        noun[0] if noun else "",
        exact is not None,
        any(match.groupdict().get(part) for part in ("first", "second", "after"))
        or bool(BEFORE.search(text[max(0, start - 4) : start])),
    )


def counting_unit(written: str) -> str:
    """The unit as it counts: % for ％, 人 for 名 and 位."""
    if written in ("%", "％"):
        return PERCENT
    return "人" if written and written in PERSONS else written


def worth(before: str, match: re.Match[str]) -> tuple[Decimal, Decimal, Decimal]:
    """The value that is written, and the least and the greatest that the words allow."""
    digits = match["digits"].rstrip(",").replace(",", "")
    scale = Decimal(SCALES.get(match["scale"] or "", 1))
    value = Decimal(digits) * scale
    places = len(digits.partition(".")[2])
    step = scale.scaleb(-places) if places or scale > 1 else Decimal(0)
    if match["first"] or match["second"]:
        zeros = 0 if places or match["second"] else len(digits) - len(digits.rstrip("0"))
        more = max(step, Decimal(1)) * 10**zeros
        return value, value + _least(scale), value + more - _least(scale)
    hedge = BEFORE.search(before)
    word = (hedge[1] if hedge else "") or match["after"] or ""
    if word in ("近", "将近", "不足", "不到"):
        return value, value * NEARLY, value - _least(scale)
    if word in ("超过", "超", "突破"):
        return value, value + _least(scale), ENDLESS
    if word == "以上":
        return value, value, ENDLESS
    if word:
        return value, value * (1 - ABOUT), value * (1 + ABOUT)
    return value, value - step / 2, value + step


def _least(scale: Decimal) -> Decimal:
    """The smallest step that makes a value greater."""
    return Decimal("0.0000001") * scale


def span_of(text: str, place: Span) -> tuple[str, Decimal, Decimal]:
    """(words, least, most) of the number that stands at a place, with the hedges right before and after it."""
    start, end = place
    before = BEFORE.search(text[max(0, start - 4) : start])
    begin = start - len(before[1]) if before else start
    after = re.match("(?:以上|左右|上下)", text[end : end + 2])
    last = end + (2 if after else 0)
    told = quantities(text[begin:last])
    return text[begin:last], told[0].low, told[0].high


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers count the same."""
    return one.counted and one.unit == other.unit


def worded(value: Decimal, like: Quantity) -> str:
    """A value written in the unit and the scale of another number, such as 3.2万元."""
    scale = next((word for word in ("千万", "百万", "万", "亿") if word in like.written), "")
    unit = next(iter(re.findall(f"({UNITS})(?:以上|左右|上下)?$", like.written)), "")
    return trimmed(value / SCALES.get(scale, 1)) + scale + unit
