"""公文体检 of the words: numbers of headings and documents, dates, punctuation, hollow sentences, length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from app.papers.layout import PaperParagraph
from app.papers.numbering import CHINESE_NUMBERS
from app.papers.remarks import WHOLE, Fault
from app.papers.roles import DOCUMENT_NUMBER, HEADING_FORMS, Part

NUMBER, HEADINGS, DATE, SIGNS = (f"GB/T 9704-2012 {clause}" for clause in ("7.2.5", "7.3.3", "7.3.5.4", "第9章"))
WORDING, LENGTH = "文字校对", "篇幅要求"

_HAN = "\u3400-\u9fff"
HALF_WIDTH = re.compile(
    rf"(?<=[{_HAN}”’）》])[,;:?!()]|[,;:?!()](?=[{_HAN}“‘（《])"
    rf"|(?<=[{_HAN}])\.(?=\s|$|[{_HAN}])|(?<=[{_HAN}])[\"']|[\"'](?=[{_HAN}])"
)
DOTS = re.compile(rf"(?<=[{_HAN}])(?:\.{{2,}}|。{{2,}}|…(?!…)(?<!……))")
_HOLLOW = re.compile(
    r"(?:投资|支出|资金|金额|经费|达到?|增长|下降|合计|累计|共计?|总计|约|为)(?:万元|亿元|元|个百分点|[%％])(?![一-鿿])"
    r"|(?<![公中一总])共[条次件户场][，。；、]|(?:投资|支出|捐款|补助)万元|第[次条号届](?=[，。；、])"
    r"|(?<![A-Za-z])(?:None|nan|NaN|null|undefined)(?![A-Za-z])|\{\{|\}\}|\{%|【】|【待补[^】]*】|《》|（）"
)
_DOUBLED = re.compile("[，。、；：]{2,}")
_GARBLED = re.compile("[\ufffd□\ue000-\uf8ff]|锟斤拷|烫烫烫")
_PADDED = re.compile(r"\d{4}年0\d月|月0\d日")
_DOTTED = re.compile(r"(?<!\d)(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}(?!\d)")
_FULL_DATE = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日")
NUMBER_PARTS = re.compile(r"(\S)\s*(\d+)\s*年?\s*(\S)\s*(第?)\s*(\d+)\s*号")
RIGHT_MARKS = {1: "、", 2: "）", 3: ".", 4: "）"}


def lint_text(paragraphs: tuple[PaperParagraph, ...], parts: list[Part], most: int | None) -> Iterator[Fault]:
    """Faults of the words in reading order; most is the greatest number of characters, white space not counted."""
    yield from _lint_headings(parts)
    for part in parts:
        if part.role == "date":
            yield from _lint_signed_date(part.paragraph)
    for paragraph in paragraphs:
        yield from _lint_document_numbers(paragraph)
        yield from _lint_dates(paragraph)
        yield from _lint_signs(paragraph)
        yield from _lint_wording(paragraph)
    yield from _lint_length(paragraphs, most)


def _lint_headings(parts: list[Part]) -> Iterator[Fault]:
    """Signs after the numbers, and numbers that follow one another; a new annex begins anew."""
    counts = [0, 0, 0, 0]
    for part in parts:
        if part.role == "label":
            counts = [0, 0, 0, 0]
        if part.role != "heading":
            continue
        yield from _lint_heading_sign(part)
        at = part.level - 1
        wanted = counts[at] + 1
        restarts = part.level >= 3 and part.number == 1
        if part.number != wanted and not restarts:
            right, found = written_number(part.level, wanted), written_number(part.level, part.number)
            yield Fault(part.paragraph, HEADINGS, f"标题编号不连续：此处应为“{right}”，现为“{found}”。")
        counts[at] = part.number
        counts[at + 1 :] = [0] * (3 - at)


def written_number(level: int, number: int) -> str:
    """The number of a heading as 7.3.3 writes it."""
    word = CHINESE_NUMBERS[number - 1] if 0 < number < 100 else str(number)
    return {1: f"{word}、", 2: f"（{word}）", 3: f"{number}.", 4: f"（{number}）"}[level]


def _lint_heading_sign(part: Part) -> Iterator[Fault]:
    found = HEADING_FORMS[part.level].match(part.paragraph.text.strip())
    if found is None:
        return
    before = found["before"] if part.level in (2, 4) else ""
    if found["after"] != RIGHT_MARKS[part.level] or before not in ("", "（"):
        right = written_number(part.level, part.number)
        yield Fault(part.paragraph, HEADINGS, f"标题序号应写作“{right}”，现为“{found[0]}”。")


def _lint_document_numbers(paragraph: PaperParagraph) -> Iterator[Fault]:
    """发文字号: six-cornered brackets, four digits of the year, no 第, no padding."""
    for found in DOCUMENT_NUMBER.finditer(paragraph.text):
        pieces = NUMBER_PARTS.fullmatch(found[0])
        if pieces is None:
            continue
        opening, year, closing, ordinal, serial = pieces.groups()
        if (opening, closing) != ("〔", "〕"):
            yield Fault(paragraph, NUMBER, f"发文字号的年份应用六角括号“〔〕”括起，现为“{found[0]}”。")
        if len(year) != 4 or "年" in found[0]:
            yield Fault(paragraph, NUMBER, f"发文字号的年份应写四位数字、不加“年”字，现为“{found[0]}”。")
        if ordinal:
            yield Fault(paragraph, NUMBER, f"发文字号的序号前不加“第”字，现为“{found[0]}”。")
        if serial.startswith("0"):
            yield Fault(paragraph, NUMBER, f"发文字号的序号不编虚位（1不写作01），现为“{found[0]}”。")


def _lint_signed_date(paragraph: PaperParagraph) -> Iterator[Fault]:
    words = paragraph.text.strip()
    if not re.fullmatch(r"\d{4}年[01]?\d月[0-3]?\d日", words):
        yield Fault(paragraph, DATE, f"成文日期应用阿拉伯数字写全年、月、日（如2026年3月7日），现为“{words}”。")


def _lint_dates(paragraph: PaperParagraph) -> Iterator[Fault]:
    if found := _PADDED.search(paragraph.text):
        yield Fault(paragraph, DATE, f"日期的月、日不编虚位（3月7日不写作03月07日），现为“{found[0]}”。")
    if not paragraph.in_table and (found := _DOTTED.search(paragraph.text)):
        yield Fault(paragraph, DATE, f"日期应写作“年月日”的形式，现为“{found[0]}”。")
    for found in _FULL_DATE.finditer(paragraph.text):
        if not _exists(*(int(number) for number in found.groups())):
            yield Fault(paragraph, DATE, f"“{found[0]}”这一天不存在。")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _lint_signs(paragraph: PaperParagraph) -> Iterator[Fault]:
    words = paragraph.text.strip()
    for form in HEADING_FORMS.values():
        if found := form.match(words):
            words = words[found.end() :]
            break
    for sign in dict.fromkeys(HALF_WIDTH.findall(words)):
        yield Fault(paragraph, SIGNS, f"中文中应用全角标点，现有半角的“{sign}”。")
    if found := DOTS.search(words):
        yield Fault(paragraph, SIGNS, f"省略号应写作“……”，现为“{found[0]}”。")
    if found := _DOUBLED.search(words):
        yield Fault(paragraph, SIGNS, f"标点重复：“{found[0]}”。")


def _lint_wording(paragraph: PaperParagraph) -> Iterator[Fault]:
    if found := _HOLLOW.search(paragraph.text):
        around = paragraph.text[max(0, found.start() - 6) : found.end() + 2].strip()
        yield Fault(paragraph, WORDING, f"句子缺少数字或内容：“{around}”。")
    if found := _GARBLED.search(paragraph.text):
        around = paragraph.text[max(0, found.start() - 4) : found.end() + 4].strip()
        yield Fault(paragraph, WORDING, f"有乱码或未填的空：“{around}”。")


def _lint_length(paragraphs: tuple[PaperParagraph, ...], most: int | None) -> Iterator[Fault]:
    count = characters(paragraphs)
    if most is not None and count > most:
        yield Fault(WHOLE, LENGTH, f"全文{count}字，超过{most}字的上限{count - most}字。")


def characters(paragraphs: tuple[PaperParagraph, ...]) -> int:
    """Characters of the text outside tables, white space not counted."""
    return sum(len("".join(paragraph.text.split())) for paragraph in paragraphs if not paragraph.in_table)
