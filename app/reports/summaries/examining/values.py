"""One figure with two values: counted twice, typed beside what was counted, or typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.papers.remarks import Remark
from app.reports.document import Figure
from app.reports.summaries.examining.claims import ADDS_UP
from app.reports.summaries.examining.reading import NUMERALS, Passage
from app.rules import RULES
from app.rules.quantities import PERCENT, Quantity

SAME_FORM = ("as", "back", "base", "of", "same")
"""What of a form makes it another number, not another wording of the same."""
WORDED = ("nothing", "all", "days")
HEAD = re.compile(
    r"^.*(?:全年|今年以来|今年|本年度|本年|一年来|年内|\d{4}年|目前|截至目前|现有|共有|全镇|我镇|本镇|镇机关|[的是在])"
)
LEADING = re.compile("^(?:共计?|累计|先后|已经?|一共|总计|合计|总共|积极|并|还|且|及)+")
TRAILING = re.compile("(?:共计?|累计|合计|总计|一共|总共|达到?|为|约|将近|近|超过|有|了|已)+$")
OTHER = re.compile(
    "[比较由从至到]|上年|去年|同期|计划|目标|其中|平均|人均|每|第|增加|减少|增长|下降|提高|降低|不少于|不超过|分别"
)
SUBJECT = re.compile("[村社区办所站组月旬季]|上半年|下半年|某|\u4e00家|部门|书记|镇长|同志|个别")
STOCK = ("千米", "公里", "亩", "公顷", "平方米", "座", "口", "处", "所")
"""Units of what lasts, so that a short name such as 道路 tells which it is."""
LONG, SHORT = 4, 2


def two_values(found: Sequence[Passage]) -> Iterator[Remark]:
    """Each place where a figure has another value than before."""
    yield from _counted_twice(found)
    yield from _typed(found)
    yield from _without_unit(found)


def _counted_twice(found: Sequence[Passage]) -> Iterator[Remark]:
    seen: dict[tuple[object, ...], Figure] = {}
    for each in found:
        for _, figure in each.figures:
            form = dict(figure.form)
            if figure.value is None or form.get("as") in WORDED:
                continue
            kept = tuple((name, form.get(name)) for name in SAME_FORM)
            first = seen.setdefault((figure.key, figure.start, figure.end, figure.by, figure.unit, kept), figure)
            if first.value != figure.value:
                told = f"「{figure.label}」前面是{first.words}，此处是{figure.words}，同一个数前后不一致，请改正。"
                yield each.remark(RULES[ADDS_UP].clause, told)


def _name(one: Quantity) -> str:
    """What a number is told of, without the words that say only that it is this year's or all."""
    words = HEAD.sub("", one.name)
    return TRAILING.sub("", LEADING.sub("", words))


def _usable(one: Quantity, name: str) -> bool:
    if OTHER.search(one.name) or not re.fullmatch("[\u4e00-\u9fff]+", name):
        return False
    enough = SHORT if one.unit in STOCK else LONG
    return len(name) >= enough and (one.counted or one.unit == PERCENT)


def _subjects(each: Passage, one: Quantity, name: str) -> tuple[str, ...]:
    """Words before it in its sentence that say whose or when it is."""
    begin, _ = each.sentence(one.start)
    before = each.text[begin : one.start].removesuffix(one.name) + one.name.replace(name, "")
    return tuple(sorted(set(SUBJECT.findall(before))))


def _typed(found: Sequence[Passage]) -> Iterator[Remark]:
    told: dict[tuple[str, str], list[tuple[Passage, Quantity]]] = {}
    for each in found:
        if each.kind != "table":
            for one in each.numbers:
                if _usable(one, name := _name(one)):
                    told.setdefault((name, one.unit), []).append((each, one))
    for (name, _), places in told.items():
        counted = [(each, one) for each, one in places if one.known]
        typed = [(each, one) for each, one in places if not one.known]
        for at, (each, one) in enumerate(typed):
            others = counted or [other for other in typed[:at] if other[0] is not each]
            same = [(where, other) for where, other in others if _same_subject(where, other, each, one, name)]
            if same and not any(one.may_be(other) for _, other in same):
                said = f"「{name}{one.written}」与{same[0][0].place}的「{name}{same[0][1].written}」不一致，请改正。"
                yield each.remark(RULES[ADDS_UP].clause, said)


def _same_subject(where: Passage, other: Quantity, each: Passage, one: Quantity, name: str) -> bool:
    return _subjects(where, other, name) == _subjects(each, one, name)


def _without_unit(found: Sequence[Passage]) -> Iterator[Remark]:
    """A number right before a stop, where the same one has a unit elsewhere."""
    units = {_name(one): one.unit for each in found for one in each.numbers if one.unit and not _is_bare(each, one)}
    for each in found:
        for one in each.numbers if each.kind != "table" else ():
            if not _is_bare(each, one):
                continue
            figure, name = each.figure_at(one.start), _name(one)
            unit = figure.unit if figure else units.get(name, "") if len(name) >= SHORT else ""
            if unit:
                told = f"「{each.around(one.start, one.end)}」的{one.written}后缺少单位“{unit}”，请补上。"
                yield each.remark(NUMERALS, told)


def _is_bare(each: Passage, one: Quantity) -> bool:
    return one.written[-1:].isdigit() and each.text[one.end : one.end + 1] in ("，", "。", "；", "、")
