"""What can be wrong with a written text: garbled places, and shares or counts that do not add up.

Both are judged by the sentence alone: what a text does not say cannot contradict it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from app.figures.rounding import half_up, percentage

SENTENCE = re.compile(r"[^。！？；\n]+")
LOST = re.compile("\ufffd+")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\uf8ff]+")
BROKEN_DATE = re.compile(r"\d*\?+\d*[年月日]|\d？+\d*[年月日]|[年月]？+\d*[月日]")
BRACKETED = re.compile(r"[（(]([^（()）\s]{2,20})[）)]")
SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|uan|iao|uai|an|en|in|un|ai|ei|ao|ou|ia|ie|iu|ui|ua|uo|ue|ve|er|[aeiouv])"
)
PINYIN = re.compile(f"(?:{SYLLABLE}[1-5]?'?)+")
NO_PINYIN = ("ha",)
"""Words in brackets that read like pinyin and are none: hectares."""
EMPTY_SLOT = re.compile(
    "(?:投资|投入|达到|达|共计|合计|总计|累计|增长|下降|提高|减少|增加|共)"
    r"(?:万元|亿元|元(?![旦素])|件(?![数件])|[%％]|公里|平方米|万亩|亩|人次|户次|篇(?!幅)|吨|个百分点)"
)
PLACEHOLDER = re.compile(r"[(（]\s+[)）]|[×xX]{2,}(?=[年月日万亿元件次个名人户%％])|[_＿]{2,}")

NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(个百分点|[%％]|万元|亿元|人次|[\u4e00-\u9fff])?")
SHARE = re.compile(r"(?:占|率)[^，、\d]{0,12}?(\d+(?:\.\d+)?)[%％]")
PEOPLE = "人名位口"
COUNTED_LIST = re.compile(r"(\d+)(?:个|名|家|户|项|件|条)[^\d，。；、（(]{0,8}[（(]([^（()）]*、[^（()）]*)[）)]")


def garbled(text: str) -> Iterator[tuple[str, str]]:
    """Each garbled place of a text: (the place, what is wrong with it)."""
    for pattern, wrong in (
        (LOST, "乱码"),
        (CONTROL, "不可见的控制字符"),
        (BROKEN_DATE, "残缺日期"),
        (EMPTY_SLOT, "数字空缺"),
        (PLACEHOLDER, "数字空缺"),
    ):
        for found in pattern.finditer(text):
            yield around(text, found), wrong
    for found in BRACKETED.finditer(text):
        bare = unicodedata.normalize("NFD", found[1].lower().replace("ü", "v"))
        bare = "".join(character for character in bare if not unicodedata.combining(character))
        if bare not in NO_PINYIN and found[1] == found[1].lower() and PINYIN.fullmatch(bare):
            yield around(text, found), "夹有拼音"


def around(text: str, found: re.Match[str]) -> str:
    """The place with a few characters before and after it, invisible ones left out."""
    piece = text[max(0, found.start() - 6) : found.end() + 4].replace("\n", "")
    return CONTROL.sub("", piece)


def numbers_in(text: str) -> list[tuple[Decimal, str]]:
    """The numbers of a piece of text with their units; words for persons are one unit, years and shares are none."""
    found = []
    for match in NUMBER.finditer(text):
        unit = match[2] or ""
        if unit in ("%", "％", "个百分点", "年", "月", "日", ""):
            continue
        found.append((Decimal(match[1].replace(",", "")), "人" if unit in PEOPLE else unit))
    return found


def agrees(share: str, part: Decimal, whole: Decimal) -> bool:
    """True where a printed share is that of a part, to its decimals; never 100 of less than all."""
    if not whole:
        return False
    places = len(share.partition(".")[2])
    exact = part * 100 / whole
    shown = percentage(exact) if places == 1 else half_up(exact, places)
    return Decimal(share) == shown and (Decimal(share) != 100 or part == whole)


def sums_wrong(text: str) -> Iterator[tuple[str, str]]:
    """Each share that is not its part of the base in the same sentence, each count that is not that of its list."""
    for sentence in SENTENCE.findall(text):
        for found in SHARE.finditer(sentence):
            known = numbers_in(sentence[: found.start(1)])
            pairs = [(one, other) for one, other in combinations(known, 2) if one[1] == other[1]]
            if pairs and not any(
                agrees(found[1], min(one[0], other[0]), max(one[0], other[0])) for one, other in pairs
            ):
                yield found[0], f"{found[1]}%与同句的基数和分数对不上"
        for found in COUNTED_LIST.finditer(sentence):
            names = [name for name in found[2].split("、") if name]
            partial = found[2].rstrip().endswith("等")
            if len(names) != int(found[1]) and not (partial and len(names) < int(found[1])):
                yield found[0], f"写{found[1]}个，列出{len(names)}个"
