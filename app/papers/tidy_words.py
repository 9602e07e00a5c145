"""一键排版 of signs and numbers: full-width punctuation, heading numbers, 〔〕, days without padding; each listed.

Nothing that reaches into a figure, a link, a field or a tracked change is exchanged, so that no text moves out of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from app.papers.layout import Paper
from app.papers.lint_text import DATE, HALF_WIDTH, HEADINGS, NUMBER, NUMBER_PARTS, RIGHT_MARKS, SIGNS
from app.papers.lint_text import written_number as written
from app.papers.package import Element, w
from app.papers.remarks import Fault
from app.papers.rewriting import Rewriting
from app.papers.roles import DOCUMENT_NUMBER, HEADING_FORMS, Part, parts_of

FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}
_PADDED = re.compile(r"(?<=\d年)0(?=\d月)|(?<=月)0(?=\d日)")


def tidy_words(rewriting: Rewriting, paper: Paper) -> Iterator[Fault]:
    """The words of the body mended where the format leaves no doubt; figures and tracked changes stay."""
    parts = {part.paragraph.number: part for part in parts_of(paper)}
    changed = False
    for paragraph, node in zip(paper.paragraphs, paper.nodes, strict=True):
        text = _Text(node)
        before = text.words
        _mend_heading(parts.get(paragraph.number), text)
        _mend(text, DOCUMENT_NUMBER, _document_number)
        _mend(text, _PADDED, lambda found: "")
        _mend_signs(text)
        if text.words != before:
            changed = True
            for old, new, clause in _told(before, text.words):
                yield Fault(paragraph, clause, f"“{old}”改为“{new}”。")
    if changed:
        rewriting.touch(rewriting.package.document)


class _Text:
    """The texts of a paragraph as one string over their nodes; those that are kept are read but never changed."""

    def __init__(self, node: Element) -> None:
        self.nodes = list(_own_texts(node))

    @property
    def words(self) -> str:
        """All that is read; deleted words are not."""
        return "".join(_read(node) for node, _ in self.nodes)

    def replace(self, start: int, end: int, words: str) -> None:
        """Puts words in the place of a stretch, where it began; a stretch that reaches into what is kept stays."""
        if not self._is_free(start, end):
            return
        at = 0
        for node, is_kept in self.nodes:
            text = _read(node)
            first, last = max(start - at, 0), min(end - at, len(text))
            at += len(text)
            if is_kept:
                continue
            if first < last or (first == last == start - at + len(text) and first < len(text) and start == end):
                node.text = text[:first] + words + text[last:]
                words = ""

    def _is_free(self, start: int, end: int) -> bool:
        """Whether nothing that is kept, not even a deletion, lies within the stretch."""
        at = 0
        for node, is_kept in self.nodes:
            before, at = at, at + len(_read(node))
            if is_kept and before < end and (at > start or start < before == at):
                return False
        return True


def _read(node: Element) -> str:
    """What stands there; what was deleted or moved away does not."""
    gone = node.tag != w("t") or any(True for _ in node.iterancestors(w("del"), w("moveFrom")))
    return "" if gone else node.text or ""


def _own_texts(paragraph: Element) -> Iterator[tuple[Element, bool]]:
    """The texts of a paragraph, not those of a text box in it, and whether each is to stay as it is."""
    depth = 0
    for node in paragraph.iter(w("t"), w("delText"), w("fldChar")):
        if next(node.iterancestors(w("p")), None) is not paragraph:
            continue
        if node.tag == w("fldChar"):
            depth += {"begin": 1, "end": -1}.get(node.get(w("fldCharType"), ""), 0)
        else:
            yield node, depth > 0 or _is_kept(node)


def _is_kept(text: Element) -> bool:
    """Whether a text stands where nothing is changed: in a figure's control, a tracked change, a link or a field."""
    kept = ("ins", "del", "moveFrom", "moveTo", "hyperlink", "fldSimple", "sdt")
    return any(True for _ in text.iterancestors(*(w(name) for name in kept)))


def _mend(text: _Text, form: re.Pattern[str], mended: Callable[[str], str]) -> None:
    for found in reversed(list(form.finditer(text.words))):
        new = mended(found[0])
        if new != found[0]:
            text.replace(found.start(), found.end(), new)


def _document_number(words: str) -> str:
    """〔2026〕61号 from [2026]第061号; a year of two digits is left, since nobody can know it."""
    found = NUMBER_PARTS.fullmatch(words)
    if found is None or len(found[2]) != 4:
        return words
    return f"〔{found[2]}〕{int(found[5])}号"


def _mend_heading(part: Part | None, text: _Text) -> None:
    """一、 （一） 1. （1）: the sign after the number of a heading, and the brackets around it."""
    if part is None or part.role != "heading" or part.paragraph.numbered:
        return
    lead = len(text.words) - len(text.words.lstrip())
    found = HEADING_FORMS[part.level].match(text.words.strip())
    if found is None:
        return
    right = written(part.level, part.number)
    if found["after"] != RIGHT_MARKS[part.level] or not right.startswith(found[0][0]):
        text.replace(lead + found.start(), lead + found.end(), right)


def _mend_signs(text: _Text) -> None:
    """Punctuation between Chinese characters in its full width; quotes are left, their side cannot be told for sure."""
    words = text.words
    for form in HEADING_FORMS.values():
        if found := form.match(words.strip()):
            skip = words.index(found[0]) + len(found[0])
            break
    else:
        skip = 0
    for found in reversed(list(HALF_WIDTH.finditer(words))):
        if found.start() >= skip and found[0] in FULL:
            text.replace(found.start(), found.end(), FULL[found[0]])


def _told(before: str, now: str) -> Iterator[tuple[str, str, str]]:
    """What changed, stretch by stretch with a little around it, and by which clause."""
    from difflib import SequenceMatcher

    for what, a, b, c, d in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if what != "equal":
            old, new = before[max(0, a - 3) : b + 3], now[max(0, c - 3) : d + 3]
            yield old, new, _clause(before[a:b], now[c:d])


def _clause(old: str, new: str) -> str:
    if "〔" in new or "〕" in new or "第" in old:
        return NUMBER
    if old.startswith("0"):
        return DATE
    return HEADINGS if new in ("、", "）", ".") and old in ("．", "，", ",", "、", "") else SIGNS
