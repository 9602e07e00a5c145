"""Last year's year in a summary of this year, and figures of years gone by that are not told as such."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.papers.remarks import Remark
from app.reports.document import Figure
from app.reports.summaries.examining.reading import TRACEABLE, Passage

PART = re.compile(r"(?<![\d〔])((?:19|20)\d\d)年")
CHINESE_YEAR = re.compile("(二[〇零][〇零一二三四五六七八九]{2})年")
RANGE = re.compile(r"(?:19|20)\d\d年?(?:\d+月)?[—–~～至到-]{1,2}")
HISTORY = re.compile(
    "比|较|同期|持平|上年|同比|相比|对比|自|从|由|以来|起|开始|至今|截至|历年|连续|先后|逐年|曾|原|此前|以前|过去|历史|往年"
    "|建于|成立|组建|始建|开工|启动|立项|创建|竣工|投用|建成|换届|当选|任期|规划|修订|制定|印发|出台|颁布|施行|实施|签订"
    "|荣获|获得|荣誉|被评|评为|授予|命名|表彰|称号|先进|示范|模范|结转|转入|跨年|遗留|接续|延续|巩固"
)
WHOLE_YEAR = re.compile("^年?(?:度)?(?:全年|以来|年内|，|是)|^年(?:我镇|全镇|本镇|镇党委|党政办)")
COMPARING = re.compile("比|较|同期|上年|去年|前年|往年|由|从|自|以来|历年|连续|累计|增长|下降|减少|增加|持平|起|至今")


def leftovers(found: Sequence[Passage], year: int) -> Iterator[Remark]:
    """Each earlier year outside a comparison or a history, each figure of one that is not told as such."""
    for each in found:
        if each.kind != "table":
            yield from _years(each, year)
            yield from _figures(each, year)


def _years(each: Passage, year: int) -> Iterator[Remark]:
    quoted = [part.span() for part in re.finditer("《[^《》]*》|“[^“”]*”|〔[^〔〕]*〕", each.text)]
    for told in list(PART.finditer(each.text)) + list(CHINESE_YEAR.finditer(each.text)):
        number = _number(told[1])
        inside = any(start <= told.start() < end for start, end in quoted)
        if number >= year or inside or each.figure_at(told.start()) or each.is_material(told.start()):
            continue
        if each.kind == "title" or not _is_history(each, told, year):
            near = each.around(told.start(), told.end())
            said = f"「{near}」写的是{told[1]}年，这是{year}年的总结，请核实是否应为{year}年。"
            yield each.remark(TRACEABLE, said)


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    return int("".join(str("〇一二三四五六七八九".index(one.replace("零", "〇"))) for one in written))


def _is_history(each: Passage, told: re.Match[str], year: int) -> bool:
    """Whether the clause compares, looks back or names an honour, or the sentence names this year too."""
    begin, end = each.sentence(told.start())
    clause_from = max(each.text.rfind(stop, begin, told.start()) for stop in "，；：、") + 1
    clause_to = min((at for at in (each.text.find(stop, told.end(), end) for stop in "，；") if at >= 0), default=end)
    clause = each.text[max(begin, clause_from) : clause_to]
    if RANGE.match(each.text, told.start()) or re.search(r"[—–~～至到-]{1,2}$", each.text[begin : told.start()]):
        return True
    if HISTORY.search(clause):
        return True
    whole = WHOLE_YEAR.match(each.text[told.end() - 1 : told.end() + 6])
    sentence = each.text[begin:end]
    return not whole and bool(HISTORY.search(sentence) or f"{year}年" in sentence or "今年" in sentence)


def _figures(each: Passage, year: int) -> Iterator[Remark]:
    for (start, _), figure in each.figures:
        if figure.end.year >= year or dict(figure.form).get("as", "number") not in ("number", "nothing", "all"):
            continue
        begin, end = each.sentence(start)
        sentence = each.text[begin:end]
        years = {int(one) for one in re.findall(r"(?:19|20)\d\d", sentence)}
        if COMPARING.search(each.text[begin:start]) or years & set(range(figure.start.year, figure.end.year + 1)):
            continue
        yield each.remark(
            TRACEABLE, f"「{figure.words}」是{_span(figure)}的「{figure.label}」，句中没有说明，请换成{year}年的数。"
        )


def _span(figure: Figure) -> str:
    first, last = figure.start.year, figure.end.year
    return f"{first}年" if first == last else f"{first}—{last}年"
