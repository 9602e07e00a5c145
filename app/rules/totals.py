"""Parts that are more than their whole, and sums that are not that of their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.rules.quantities import ENDLESS, Quantity, alike, worded
from app.rules.shares import Fault

SUM = re.compile(r"(?:合计|总计|共计)(?:[\u4e00-\u9fff]{0,4}?)(?:达到?|为|约|近)?$")
COMPARED = re.compile(r"[比较由从][^，。；]*$|(?:上年|去年|同期|计划|原有|原来)[^，。；]*$")
OTHER_MEASURE = re.compile("平均|人均|户均|每|最多|最少|累计|连续|超过|不足|以上|达到?$")
PERSONS = "人"


def totals_wrong(text: str, found: Sequence[Quantity]) -> Iterator[Fault]:
    """Each part of 其中 above its whole, such parts together above it, each 合计 that its parts do not make."""
    for among in re.finditer("其中", text):
        yield from _parts_wrong(text, found, among.start())
    for at, one in enumerate(found):
        if one.counted and SUM.search(text[one.clause : one.start]) and one.high != ENDLESS:
            yield from _sum_wrong(text, found[:at], one)


def _sentence(text: str, at: int) -> tuple[int, int]:
    begin = max(text.rfind(stop, 0, at) for stop in "。！？\n") + 1
    ends = [end for end in (text.find(stop, at) for stop in "。！？；\n") if end >= 0]
    return begin, min(ends, default=len(text))


def _is_whole(text: str, one: Quantity) -> bool:
    return one.counted and not COMPARED.search(text[one.clause : one.start]) and "其中" not in one.name


def _parts_wrong(text: str, found: Sequence[Quantity], at: int) -> Iterator[Fault]:
    begin, end = _sentence(text, at)
    if begin == at and begin:
        begin, _ = _sentence(text, begin - 1)
    following = text.find("其中", at + 1, end)
    bracket = text.find("）", at, end) if text[at - 1 : at] == "（" else -1
    end = min(place for place in (end, following, bracket) if place >= 0)
    parts = [one for one in found if at < one.start < end and one.counted and not COMPARED.search(one.name)]
    for unit in dict.fromkeys(one.unit for one in parts):
        wholes = [one for one in found if begin <= one.start < at and one.unit == unit and _is_whole(text, one)]
        same = [one for one in parts if one.unit == unit and not OTHER_MEASURE.search(one.name)]
        if wholes and same:
            yield from _beyond(text, max(wholes, key=lambda one: one.high), same)


def _beyond(text: str, whole: Quantity, parts: Sequence[Quantity]) -> Iterator[Fault]:
    single = next((one for one in parts if one.low > whole.high), None)
    if single is not None:
        yield (
            text[whole.start : single.end],
            f"“其中”的{single.written}多于总数{whole.written}，对不上",
        )
        return
    run = _exclusive(text, parts)
    if len(run) > 1 and sum((one.low for one in run), Decimal(0)) > whole.high:
        total = worded(sum((one.value for one in run), Decimal(0)), whole)
        yield (
            text[whole.start : run[-1].end],
            f"“其中”各项合计{total}，多于总数{whole.written}，对不上",
        )


def _exclusive(text: str, parts: Sequence[Quantity]) -> list[Quantity]:
    """The parts that cannot overlap: things joined by 、, or men and women, or one education beside another."""
    if parts[0].unit == PERSONS:
        told = [(one, one.name + one.noun) for one in parts]
        if any("男" in words for _, words in told) and any("女" in words for _, words in told):
            return [one for one, words in told if re.search("[男女]", words)]
        schools = [one for one, words in told if re.search("研究生|本科|大专|中专|高中|初中", words)]
        return [] if any("以上" in one.name or "及以上" in one.noun for one in schools) else schools
    run = [parts[0]]
    for one in parts[1:]:
        between = text[run[-1].end : one.start]
        if not between.startswith("、") or re.search("[，；（）]", between):
            break
        run.append(one)
    return run


def _sum_wrong(text: str, before: Sequence[Quantity], total: Quantity) -> Iterator[Fault]:
    begin, _ = _sentence(text, total.start)
    parts = [one for one in before if begin <= one.start and alike(one, total) and _is_whole(text, one)]
    parts = [one for one in parts if not re.search("人均|户均|平均|每", one.name)]
    if len(parts) < 2 or any(one.high == ENDLESS for one in parts):
        return
    if text[total.end : total.end + 1] in ("：", "（"):
        return
    for first in range(len(parts) - 1):
        for last in range(first + 2, len(parts) + 1):
            some = parts[first:last]
            if sum(one.low for one in some) <= total.high and total.low <= sum(one.high for one in some):
                return
    added = sum((one.value for one in parts), Decimal(0))
    yield text[parts[0].start : total.end], f"合计{total.written}与各项之和{worded(added, total)}对不上"
