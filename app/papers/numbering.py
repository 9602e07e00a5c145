"""The automatic numbers of a Word file, written out as the reader sees them: 一、 （一） 1. and the like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.papers.package import Element, w

_DIGITS = "一二三四五六七八九"
CHINESE_NUMBERS = tuple(
    ("" if not tens else "十" if tens == 1 else _DIGITS[tens - 1] + "十") + (_DIGITS[ones - 1] if ones else "")
    for tens, ones in (divmod(number, 10) for number in range(1, 100))
)
"""一 to 九十九."""
_PLACES = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class _Level:
    start: int
    form: str
    text: str


class AutoNumbers:
    """Counts the numbered paragraphs of one file in their order."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        for node in root.findall(w("abstractNum")):
            self._levels[node.get(w("abstractNumId"), "")] = {
                _int(level.get(w("ilvl"))): _read_level(level) for level in node.findall(w("lvl"))
            }
        for node in root.findall(w("num")):
            self._lists[node.get(w("numId"), "")] = _child(node, "abstractNumId")

    def next(self, list_id: str | None, level_words: str | None) -> str:
        """The number before the next paragraph of that list and level; empty where it has none or a bullet."""
        abstract = self._lists.get(list_id or "", "")
        levels = self._levels.get(abstract, {})
        at = _int(level_words)
        if at not in levels:
            return ""
        counts = self._counts.setdefault(abstract, {})
        counts[at] = counts.get(at, levels[at].start - 1) + 1
        for deeper in [level for level in counts if level > at]:
            del counts[deeper]
        if levels[at].form == "bullet":
            return ""
        return _PLACES.sub(lambda place: self._count(levels, counts, int(place[1]) - 1), levels[at].text)

    @staticmethod
    def _count(levels: dict[int, _Level], counts: dict[int, int], at: int) -> str:
        level = levels.get(at)
        if level is None:
            return ""
        number = counts.get(at, level.start)
        chinese = "chinese" in level.form.lower() or "japanese" in level.form.lower()
        return CHINESE_NUMBERS[number - 1] if chinese and 0 < number < 100 else str(number)


def _read_level(node: Element) -> _Level:
    return _Level(_int(_child(node, "start"), 1), _child(node, "numFmt"), _child(node, "lvlText"))


def _child(node: Element, name: str) -> str:
    found = node.find(w(name))
    return found.get(w("val"), "") if found is not None else ""


def _int(words: str | None, otherwise: int = 0) -> int:
    return int(words) if words and words.isdecimal() else otherwise
