"""What each paragraph of a paper is: title, heading, text, signature … told from its words and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from app.papers.layout import Paper, PaperParagraph
from app.papers.numbering import CHINESE_NUMBERS

Role = Literal["head", "title", "under_title", "heading", "body", "signature", "date", "label", "imprint", "other"]

_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
HEADING_FORMS = {
    1: re.compile(rf"(?P<number>{_HAN_NUMBER})(?P<after>[、.．，,])"),
    2: re.compile(rf"(?P<before>[（(])(?P<number>{_HAN_NUMBER})(?P<after>[）)][、.．，,]?)"),
    3: re.compile(r"(?P<number>\d{1,2})(?P<after>[.．、])(?!\d)"),
    4: re.compile(r"(?P<before>[（(])(?P<number>\d{1,2})(?P<after>[）)][、.．，,]?)"),
}
"""How headings of each level begin, as written rightly or wrongly (7.3.3)."""

DOCUMENT_NUMBER = re.compile(r"[〔\[(（【［〈]\s*\d{2,4}\s*年?\s*[〕\])）】］〉]\s*第?\s*\d+\s*号")
DATE_LINE = re.compile(
    r"[\d〇○零一二三四五六七八九十]{2,4}\s*[年.\-/]\s*[\d一二三四五六七八九十]{1,3}\s*[月.\-/]\s*[\d一二三四五六七八九十]{1,3}\s*日?"
)
_LABEL = re.compile(r"附件\s*\d*\s*[：:]?")
_CAPTION = re.compile(r"(?:附表|附图|表|图)\s*[\d一二三四五六七八九十]")
_IMPRINT = re.compile(r"抄送[：:]|.*\d日\s*印发$")
_TITLE_WITHIN = 15
_LONGEST_TITLE = 90


@dataclass(frozen=True)
class Part:
    """A paragraph with its role; a heading with its level and the number it bears."""

    paragraph: PaperParagraph
    role: Role
    level: int = 0
    number: int = 0


def parts_of(paper: Paper) -> list[Part]:
    """Every paragraph outside tables with its role."""
    paragraphs = [paragraph for paragraph in paper.paragraphs if not paragraph.in_table]
    first, last = _title(paragraphs)
    parts = [Part(paragraph, "head") for paragraph in paragraphs[:first]]
    parts += [Part(paragraph, "title") for paragraph in paragraphs[first:last]]
    under = True
    for at in range(last, len(paragraphs)):
        paragraph = paragraphs[at]
        under = under and paragraph.align == "center" and len(paragraph.text) <= 40
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        parts.append(Part(paragraph, "under_title") if under else _part(paragraph, following))
    return parts


def heading(text: str) -> tuple[int, int]:
    """(level, number) that a paragraph bears at its beginning; (0, 0) for no heading."""
    words = text.strip()
    for level, form in HEADING_FORMS.items():
        if found := form.match(words):
            number = found["number"]
            if number.isdecimal():
                return level, int(number)
            return (level, CHINESE_NUMBERS.index(number) + 1) if number in CHINESE_NUMBERS else (0, 0)
    return 0, 0


def _part(paragraph: PaperParagraph, following: PaperParagraph | None) -> Part:
    words = paragraph.text.strip()
    if paragraph.contents:
        return Part(paragraph, "other")
    level, number = heading(words)
    if level and paragraph.align != "center":
        return Part(paragraph, "heading", level, number)
    if DATE_LINE.fullmatch(words):
        return Part(paragraph, "date")
    if _LABEL.fullmatch(words):
        return Part(paragraph, "label")
    if _IMPRINT.match(words):
        return Part(paragraph, "imprint")
    if following and DATE_LINE.fullmatch(following.text.strip()) and len(words) <= 40 and not words.endswith("。"):
        return Part(paragraph, "signature")
    if paragraph.align == "center" or (_CAPTION.match(words) and len(words) <= 40 and not words.endswith("。")):
        return Part(paragraph, "other")
    return Part(paragraph, "body")


def _title(paragraphs: list[PaperParagraph]) -> tuple[int, int]:
    """The stretch of paragraphs that is the title; (0, 0) where none looks like one."""
    candidates = [
        at
        for at, paragraph in enumerate(paragraphs[:_TITLE_WITHIN])
        if len(paragraph.text) <= _LONGEST_TITLE
        and not _is_red(paragraph)
        and not DOCUMENT_NUMBER.search(paragraph.text)
    ]
    long = next((at for at, paragraph in enumerate(paragraphs) if len(paragraph.text) > _LONGEST_TITLE), _TITLE_WITHIN)
    candidates = [at for at in candidates if at < long]
    large = [at for at in candidates if paragraphs[at].points >= 20]
    centred = [at for at in candidates if paragraphs[at].align == "center"]
    plain = [at for at in candidates[:1] if at == 0 and not re.search("[。：；]$", paragraphs[0].text.strip())]
    first = next(iter((*large, *centred, *plain)), None)
    if first is None or heading(paragraphs[first].text)[0]:
        return 0, 0
    last = first + 1
    while last in candidates and _belongs(paragraphs[first], paragraphs[last]):
        last += 1
    return first, last


def _belongs(title: PaperParagraph, next_one: PaperParagraph) -> bool:
    return next_one.points == title.points and next_one.align == title.align == "center" and title.points > 16


def _is_red(paragraph: PaperParagraph) -> bool:
    return any(span.red for span in paragraph.spans)
