"""Lines of Chinese and mixed text in a given width: where a line may end, and how small type may become.

No line begins with a closing mark or ends with an opening one; Latin words and numbers, —— and …… are not split unless
they are longer than the line. Nothing is ever cut. Lengths are in points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from app.reports.render.fonts import Lettering

NO_START = frozenset("。，、；：？！）》」』】〕〉〗］｝”’·…—％‰℃°′″～,.;:?!)]}%¢々〻ー")
NO_END = frozenset("（《「『【〔〈〖［｛“‘￥＄([{$#")
JOINTS = frozenset("-/_@=&?")
"""Where a word too long for its line is parted before it is parted anywhere."""
UNITS = frozenset("元万亿年月日号时分秒件次人户名个条项批期页份本册天周岁亩度公千米吨斤℃％")
"""What follows a number and belongs to it."""
LEADING = 1.25
"""Height of a line in cells and forms, as a multiple of the type size."""
_SLACK = 1e-6
_WORD = re.compile("[!-~À-ɏ]+")
_UNSEEN = re.compile(
    "[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_SEPARATORS = str.maketrans({"\t": " ", "\u00a0": " ", "\u202f": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n"})


def clean(text: str) -> str:
    """The text without characters that are not seen (control characters, zero-width joints, marks that choose a variant
    of the character before them), its line ends as \\n."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub("", text.replace("\r\n", "\n").translate(_SEPARATORS))


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between these two characters, of which neither is a space."""
    if after in NO_START or before in NO_END:
        return False
    return not (_in_word(before) and _in_word(after))


def _may_end(text: str, start: int, cut: int) -> bool:
    """Whether the line that starts there may end at ``cut``; spaces part words but do not free marks."""
    left, right = cut, cut
    while left > start and text[left - 1] == " ":
        left -= 1
    while right < len(text) and text[right] == " ":
        right += 1
    if left == start or right == len(text):
        return left > start
    before, after = text[left - 1], text[right]
    if left < right:
        return after not in NO_START and before not in NO_END
    return may_break(before, after)


def _in_word(character: str) -> bool:
    return "!" <= character <= "~" or "À" <= character <= "ɏ"


def parts_number(text: str, cut: int) -> bool:
    """Whether a line that ended there would part a number from its unit (3.5万元), or 〔2026〕 from its 61号."""
    before, after = text[cut - 1], text[cut]
    if before.isdecimal():
        return after in UNITS
    return after.isdecimal() if before == "〕" else after == "元" and before in "万亿" and text[cut - 2].isdecimal()


def break_lines(
    text: str, width: float, lettering: Lettering, size: float, indent: float = 0.0, together: bool = False
) -> list[str]:
    """The lines of a text, at least one; the first of each paragraph is ``indent`` shorter. Raises NoGlyph.

    ``together`` keeps numbers with their units where the line may end elsewhere. Not on the official page, whose lines
    end where Word ends them.
    """
    text = clean(text)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_break_paragraph(paragraph, width / size, lettering, indent / size, together))
    return lines


def _break_paragraph(text: str, width: float, lettering: Lettering, indent: float, together: bool) -> Iterator[str]:
    ends = list(accumulate(map(lettering.advances.__getitem__, text)))
    start, offset, room = 0, 0.0, width - indent + _SLACK
    while start < len(text) and ends[-1] - offset > room:
        cut = _cut(text, start, bisect_right(ends, offset + room, start), together)
        yield text[start:cut].rstrip(" ")
        while cut < len(text) and text[cut] == " ":
            cut += 1
        start, offset, room = cut, ends[cut - 1], width + _SLACK
    if start < len(text) or not text:
        yield text[start:]


def _cut(text: str, start: int, fits: int, together: bool) -> int:
    """Where the line that starts there ends, when characters up to ``fits`` have room; always at least one further."""
    if together:
        for cut in range(fits, start, -1):
            if _may_end(text, start, cut) and not parts_number(text, cut):
                return cut
    for cut in range(fits, start, -1):
        if _may_end(text, start, cut):
            return cut
    for cut in range(fits, start, -1):
        if text[cut - 1] in JOINTS and text[cut] not in NO_START:
            return cut
    for cut in range(fits, start, -1):
        if text[cut] not in NO_START and text[cut - 1] not in NO_END:
            return cut
    return max(fits, start + 1)


@dataclass(frozen=True)
class Setting:
    """A text set in a box: its lines and the size at which they stand."""

    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        """Height of all lines."""
        return len(self.lines) * self.size * LEADING


def longest_word(text: str, lettering: Lettering) -> float:
    """Width in em of the longest word, number or date of the text: what should not be split."""
    return max((lettering.width(word, 1) for word in _WORD.findall(clean(text))), default=0.0)


def set_in_box(
    text: str, width: float, height: float, lettering: Lettering, size: float, least: float, together: bool = True
) -> Setting:
    """The text at the greatest size from ``size`` down to ``least`` at which it fits; at ``least`` it may be higher.

    A single word, number or date is made smaller before it is split; ``together`` as in ``break_lines``.
    """
    longest = longest_word(text, lettering)
    while True:
        setting = Setting(tuple(break_lines(text, width, lettering, size, together=together)), size)
        if size <= least or (setting.height <= height + _SLACK and longest * size <= width + _SLACK):
            return setting
        size = max(least, size - 0.5)


def evened(setting: Setting, width: float, lettering: Lettering) -> Setting:
    """The same text in as many lines, none much longer than another: 开始／日期, not 开始日／期."""
    text, count = "".join(setting.lines), len(setting.lines)
    room = lettering.width(text, setting.size) / count
    while count > 1 and room < width:
        lines = break_lines(text, room, lettering, setting.size, together=True)
        if len(lines) == count:
            return Setting(tuple(lines), setting.size)
        room += setting.size / 4
    return setting
