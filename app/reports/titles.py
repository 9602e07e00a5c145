"""Breaking a title by sense into lines that form a trapezium or a diamond, GB/T 9704-2012 7.3.1."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from math import ceil

LONGEST = 19
"""Characters of 22 pt that stand well in a line of 156 mm."""

_GOOD_END = re.compile(r"(?:办公室|委员会|人民政府|党委|政府|镇|乡|街道|年度|年|关于|情况的|的|、|，|暨|与|和|及)$")
_FAIR_START = re.compile(r"^(?:工作|情况|总结|报告|汇报|建设|自查|执行|落实|开展|创建|实施|调研)")
_WORDS = re.compile(
    r"[0-9A-Za-z〔〕.\-]+(?:年度|年|月|日|号)?|《[^》]{1,12}》|“[^”]{1,12}”"
    r"|党政综合办公室|党政办公室|综合办公室|办公室|委员会|人民政府|政风行风|工作总结|情况报告|总结报告|工作汇报|自查报告"
    r"|汇报材料|实施细则|文明单位|工作作风|机关作风|系统创建"
)


def title_lines(title: str, longest: int = LONGEST) -> tuple[str, ...]:
    """The title in as few lines as fit, broken between words, never into an hourglass or equal lines if avoidable."""
    if len(title) <= longest:
        return (title,) if title else ()
    if len(title) > longest * 4:
        return tuple(title[i : i + longest] for i in range(0, len(title), longest))
    costs = _break_costs(title)
    for count in range(ceil(len(title) / longest), len(title) + 1):
        ways = [lines for lines in _ways(title, count) if all(len(line) <= longest for line in lines)]
        if ways:
            return min(ways, key=lambda lines: _cost(lines, costs))
    return (title,)


def _ways(title: str, count: int) -> list[tuple[str, ...]]:
    ways = []
    for cuts in combinations(range(2, len(title) - 1), count - 1):
        edges = (0, *cuts, len(title))
        ways.append(tuple(title[a:b] for a, b in pairwise(edges)))
    return ways


def _break_costs(title: str) -> list[int]:
    """How much a break before each character hurts the sense."""
    costs = [12] * (len(title) + 1)
    for at in range(1, len(title)):
        if _GOOD_END.search(title[:at]):
            costs[at] = 0
        elif _FAIR_START.match(title[at:]):
            costs[at] = 4
        if title[at] in "，。、；：？！）》”’":
            costs[at] = 60
    for word in _WORDS.finditer(title):
        for at in range(word.start() + 1, word.end()):
            costs[at] = 50
    return costs


def _cost(lines: tuple[str, ...], costs: list[int]) -> float:
    at, sense = 0, 0
    for line in lines[:-1]:
        at += len(line)
        sense += costs[at]
    return sense + _shape_cost([len(line) for line in lines])


def _shape_cost(lengths: list[int]) -> float:
    """Trapezium (steadily longer or shorter) and diamond (longest inside) are wanted; hourglass and block are not."""
    spread = max(lengths) - min(lengths)
    uneven = 0.6 * spread + (6 if spread == 0 else 0) + (8 if min(lengths) < 4 else 0)
    steps = [b - a for a, b in pairwise(lengths)]
    peak = lengths.index(max(lengths))
    diamond = all(step >= 0 for step in steps[:peak]) and all(step <= 0 for step in steps[peak:])
    return uneven + (0 if diamond else 15)
