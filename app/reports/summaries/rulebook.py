"""The 实施细则 itself, printed from the limits: its rules as the office has set them, those switched off left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.reports.document import Block, Document, Heading, Paragraph
from app.reports.summaries.clauses import LATER, article, clause_text
from app.reports.summaries.compliance import SOURCE
from app.rules import RULES
from app.rules.rule import Rule
from app.rules.settings import Settings
from app.store.surroundings import Office

PARTS = (
    ("改进调查研究，密切联系群众", 3),
    ("精简会议活动，切实改进会风", 8),
    ("规范新闻宣传，突出工作实绩", 9),
    ("精简文件简报，切实改进文风", 13),
    ("规范外出活动，严格请销假", 15),
    ("厉行勤俭节约，严控经费支出", 20),
    ("规范督查考核，减轻基层负担", 23),
    ("严明工作纪律，树立良好形象", 999),
)
"""The sections of the first part: the heading and the last article of each."""
SUPERVISION, MECHANISMS = "二", "三"


def rulebook(office: Office, town: str, on: date) -> Document:
    """The 细则 as it stands on a day."""
    settings = Settings(office.connection, office)
    rules = [rule for rule in RULES.values() if rule.clause.startswith(SOURCE) and settings.in_force(rule, on)]
    rules.sort(key=lambda rule: article(rule.clause))
    blocks: list[Block] = []
    numbered = [rule for rule in rules if article(rule.clause) < LATER]
    if numbered:
        blocks += [Heading(1, ("改进工作作风，密切联系群众",)), *_articles(numbered, settings, on)]
    for mark, heading in ((SUPERVISION, "加强监督检查，严格责任追究"), (MECHANISMS, "健全工作机制，确保落到实处")):
        later = [rule for rule in rules if rule.clause.removeprefix(SOURCE).strip().startswith(mark)]
        if later:
            words = "".join(_told(rule, settings, on) for rule in later)
            blocks += [Heading(1, (heading,)), Paragraph((words,))]
    if not blocks:
        blocks = [Paragraph(("细则的规定目前都已停用。",))]
    return Document((f"{town}改进工作作风", "密切联系群众实施细则"), tuple(blocks), f"{town}人民政府", on)


def _articles(rules: list[Rule], settings: Settings, on: date) -> Iterator[Block]:
    """Sections with their articles, numbered through all of them; what is switched off closes up."""
    number, first = 0, 0
    for heading, last in PARTS:
        inside = [rule for rule in rules if first < article(rule.clause) <= last]
        first = last
        if inside:
            yield Heading(2, (heading,))
        for place in dict.fromkeys(article(rule.clause) for rule in inside):
            number += 1
            words = "".join(_told(rule, settings, on) for rule in inside if article(rule.clause) == place)
            yield Paragraph((f"{number}. {words}",))


def _told(rule: Rule, settings: Settings, on: date) -> str:
    """The sentence of a rule with the numbers that the office has set in it."""
    return clause_text(rule, settings.parameters(rule, on))
