"""Clauses of the 实施细则: their order, and their sentences with the numbers that the office has set in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.kinds import trimmed
from app.reports.wording import measured_number
from app.rules.rule import Limit, Rule

LATER, WORDED = 1000, 100
"""Clauses outside the numbered articles stand from here on; numbers below this are written as words too."""
_ARTICLE = re.compile(r"第(\d+)条")
_PART = re.compile(r"([一二三四五六七八九])[(（]([一二三四五六七八九])[)）]")
_DIGITS = "一二三四五六七八九"
EACH = {"month": "每月", "quarter": "每季度", "year": "每年"}
COUNTERS = {"limit": "次", "years": "年"}
"""What a number that is written as a word counts, by its parameter."""
ADDED = {
    ("meetings.size", "limit"): "每次参会不超过{}人",
    ("reception.quota", "breakfast"): "早餐每人不超过{}元",
    ("reception.quota", "meal"): "正餐每人不超过{}元",
    ("expense.card", "limit"): "公务卡支付不低于{}%",
    ("expense.hire", "limit"): "全年不超过{}元",
    ("disclosure.reception", "limit"): "每季度不少于{}次",
    ("disclosure.three_public", "limit"): "每年不少于{}次",
}
"""How a limit is told that the sentence of its rule has no number for."""


def article(clause: str) -> int:
    """Where a clause stands in its source: by the number of its article, 二(二) and 三(一) after them."""
    if found := _ARTICLE.search(clause):
        return int(found[1])
    part = _PART.search(clause)
    return LATER + 10 * _DIGITS.index(part[1]) + _DIGITS.index(part[2]) if part else 2 * LATER


def clause_text(rule: Rule, given: Mapping[str, Any]) -> str:
    """The sentence of a rule with the office's numbers in the place of the usual ones."""
    words = full_width(rule.text).rstrip("。")
    for name, usual in rule.parameters.items():
        now = given.get(name)
        if now != usual and is_number(now):
            words = _with_number(rule, name, words, usual, Decimal(str(now)))
    return f"{words}。"


def _with_number(rule: Rule, name: str, words: str, usual: Any, now: Decimal) -> str:
    """The number changed where the sentence has it, else told at its end; what it never tells stays untold."""
    if is_number(usual):
        for was, new in _written(name, Decimal(str(usual)), now):
            found = re.search(was, words)
            if found:
                return words[: found.start()] + new + words[found.end() :]
    told = ADDED.get((rule.key, name)) or _quota_words(rule, name)
    return f"{words}，{told.format(trimmed(now))}" if told else words


def _written(name: str, usual: Decimal, now: Decimal) -> list[tuple[str, str]]:
    """How the usual number may be written in a sentence, as a pattern, and the new one in the same way."""
    plain = rf"(?<![\d.]){re.escape(trimmed(usual))}(?![\d.])"
    ways = [(plain, trimmed(now))]
    if usual % 60 == 0:
        hours = trimmed(now / 60) + "小时" if now % 30 == 0 else f"{trimmed(now)}分钟"
        ways.append((rf"(?<!\d){trimmed(usual / 60)}小时", hours))
    if name in COUNTERS and all(each == int(each) and 0 < each < WORDED for each in (usual, now)):
        counter = COUNTERS[name]
        ways.append((measured_number(int(usual)) + counter, measured_number(int(now)) + counter))
    return ways


def _quota_words(rule: Rule, name: str) -> str:
    """A quota as it is told where the sentence has no number."""
    if not isinstance(rule, Limit) or name not in (rule.at_most, rule.at_least):
        return ""
    return f"{EACH.get(rule.per, '')}{'不超过' if name == rule.at_most else '不少于'}{{}}{rule.unit}"


def is_number(value: object) -> bool:
    """Whether it is a number that a sentence can tell."""
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def full_width(words: str) -> str:
    """Brackets as Chinese print has them."""
    return words.replace("(", "（").replace(")", "）")
