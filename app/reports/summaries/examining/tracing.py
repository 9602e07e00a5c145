"""Numbers typed by hand that come from no figure and no record, and sentences left over from last year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.papers.remarks import Remark
from app.reports.document import Document, Figure
from app.reports.summaries.examining.reading import TRACEABLE, Passage, passages
from app.rules.quantities import Quantity

DIGITS = re.compile(r"\d[\d,.]*\d|\d")
QUOTED = re.compile("“[^“”]*”|「[^「」]*」|‘[^‘’]*’|《[^《》]*》")
NAMED = re.compile(
    r"[A-Za-z][A-Za-z.-]*\d+[A-Za-z\d.]*|\d+(?:\.\d+)?[A-Za-z]+|(?:12345|12388|12309|12348|12315|110|119|120|122)(?!\d)"
    r"|24小时|8小时|365天|7[×xX*]24|\d+\+\d*|“?\d+·\d+”?|[①-⑳]"
)
LIMIT = re.compile(
    r"(?:不超过|不得超过|不少于|不得少于|不低于|不得低于|不高于|不多于|至少|最多|控制在)[^，。；\d]{0,6}$"
)
AFTER_LIMIT = re.compile(r"^[^，。；\d]{0,6}(?:以内|以下|之内|为限|的(?:规定|限额|标准))")
SPEECHLESS = str.maketrans("", "", " \u3000\n")


def untraced(found: Sequence[Passage]) -> Iterator[Remark]:
    """Each number typed by hand that is no figure, no date, no limit and no part of a name."""
    traced = [(number, figure) for each in found for number, figure in _of_figures(each)]
    for each in found:
        if each.kind == "table":
            continue
        for number, end in _typed(each):
            if not each.is_material(number):
                yield each.remark(TRACEABLE, _told(each, number, end, traced))


def _of_figures(each: Passage) -> Iterator[tuple[Quantity, Figure]]:
    for number in each.numbers:
        if number.known and (figure := each.figure_at(number.start)):
            yield number, figure


def _told(each: Passage, start: int, end: int, traced: Sequence[tuple[Quantity, Figure]]) -> str:
    typed = next((number for number in each.numbers if number.start == start), None)
    written = typed.written if typed else each.text[start:end]
    same = [figure for number, figure in traced if typed and number.unit == typed.unit and number.may_be(typed)]
    if typed and typed.unit and same:
        return f"「{written}」是手工填写的数字，未溯源；它与「{same[0].label}」的数相同，请换成统计数字。"
    return f"「{written}」是手工填写的数字，未溯源，请换成统计数字或核实来源。"


def _typed(each: Passage) -> Iterator[tuple[int, int]]:
    """The places of numbers typed by hand that count something."""
    loose = list(each.masked)
    for (start, end), _ in each.figures:
        loose[start:end] = "□" * (end - start)
    text = "".join(loose)
    for pattern in (QUOTED, NAMED):
        text = pattern.sub(lambda found: "□" * len(found[0]), text)
    for found in DIGITS.finditer(text):
        if not LIMIT.search(text[: found.start()]) and not AFTER_LIMIT.match(text[found.end() :]):
            yield found.span()


def leftover_sentences(found: Sequence[Passage], last: Document) -> Iterator[Remark]:
    """Each sentence with a number typed by hand that stood in last year's summary word for word; a table has none."""
    known = {bare for each in passages(last) for _, bare in _sentences(each)}
    for each in found:
        if each.kind == "table":
            continue
        numbered = {each.sentence(start) for start, _ in _typed(each)}
        for span, bare in _sentences(each):
            if span in numbered and bare in known:
                said = f"「{each.text[span[0] : span[1]][:24]}」与去年的总结一字不差，其中的数字可能是去年的，请核实。"
                yield each.remark(TRACEABLE, said)


def _sentences(each: Passage) -> Iterator[tuple[tuple[int, int], str]]:
    for sentence in re.finditer(r"[^。！？\n]+", each.text):
        yield sentence.span(), sentence[0].translate(SPEECHLESS)
