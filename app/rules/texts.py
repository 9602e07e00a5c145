"""What can be wrong with a written text: garbled places, and shares or counts that do not add up.

Both are judged by the sentence alone: what a text does not say cannot contradict it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from app.rules.growths import growths_wrong
from app.rules.quantities import Known, quantities
from app.rules.shares import shares_wrong
from app.rules.totals import totals_wrong

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


def sums_wrong(text: str, known: Known | None = None) -> Iterator[tuple[str, str]]:
    """Each share, change or total that its numbers do not give, each count that is not that of its list.

    Where numbers of the text are known exactly, they count with these values.
    """
    found = quantities(text, known)
    yield from shares_wrong(text, found)
    yield from growths_wrong(text, found)
    yield from totals_wrong(text, found)
    for sentence in SENTENCE.findall(text):
        for listed in COUNTED_LIST.finditer(sentence):
            names = [name for name in listed[2].split("、") if name]
            partial = listed[2].rstrip().endswith("等")
            if len(names) != int(listed[1]) and not (partial and len(names) < int(listed[1])):
                yield listed[0], f"写{listed[1]}个，列出{len(names)}个"
