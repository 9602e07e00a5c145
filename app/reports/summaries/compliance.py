"""How the year stands by the office's rules, for the report on the 实施细则: states, counts, the table of clauses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from sqlalchemy import Connection

from app.figures import Period, Traced
from app.kinds import trimmed
from app.models import BY_KEY
from app.reports.document import Column, Figure, Table
from app.reports.summaries.clauses import article, clause_text, full_width
from app.reports.wording import measured_number
from app.rules import RULES, check
from app.rules.rule import Finding, Limit, RecordRule, Verdict
from app.rules.settings import Settings
from app.store.records import titles
from app.store.surroundings import Office

SOURCE = "实施细则"
PREFIX = "check."
STATES = {
    "met": ("符合", "符合规定的条数"),
    "near": ("接近上限", "需要留意的条数"),
    "broken": ("不符合", "不符合规定的条数"),
    "needs-person": ("待确认", "待人工确认的条数"),
    "unknown": ("数据不足", "数据不足的条数"),
    "untouched": ("未涉及", "没有登记此类事项的条数"),
    "all": ("", "检查规定的条数"),
}
"""State → its word in the table, and what the count of such rules is called; what nothing was recorded of is apart."""
USED_UP, UNDER_WAY, ADVOCATED, REMINDED = "接近上限", "尚未完成", "有待改进", "需要留意"
"""What a rule that is near is near to: its upper limit, what is still to be done, what is advocated, a reminder."""
COLUMNS = (
    Column("条款", 2.6),
    Column("规定", 5),
    Column("限额", 1.4, "right"),
    Column("执行情况", 4.2),
    Column("结论", 2.5, "center"),
)
LONGEST = 60


class UnknownRule(ValueError):
    """A template names a rule that there is not; the message is one Chinese sentence."""


@dataclass
class Compliance:
    """The check of a year, made when it is first asked for."""

    connection: Connection
    period: Period
    today: date
    tables: list[Table] = field(default_factory=list)
    """Tables that the template asked for, in their order."""
    told: list[str] = field(default_factory=list)
    """Numbers of limits that stand in the text; they are the rules' own."""

    _checked: dict[str, dict[str, Verdict]] = field(default_factory=dict)

    @cached_property
    def _settings(self) -> Settings:
        return Settings(self.connection, Office(self.connection, self.today))

    def verdicts(self, source: str = SOURCE) -> dict[str, Verdict]:
        """Every rule of a source that is on, in the order of the catalogue; checked once."""
        if source not in self._checked:
            found = checked(self.connection, self.period, self.today, source)
            self._checked[source] = {verdict.key: verdict for verdict in found}
        return self._checked[source]

    def verdict(self, key: str) -> Verdict | None:
        """How the year stands by one rule; None where it is off."""
        if key not in RULES:
            raise UnknownRule(f"没有「{key}」这条规定，请检查名称。")
        return self.verdicts(RULES[key].clause.split()[0]).get(key)

    def kept(self, *keys: str) -> bool:
        """达到: whether all these rules are met or just used up.

        What is unknown, waits for a person, is only on its way to what is asked, was only advocated, or met because
        nothing of the kind was recorded, is not.
        """
        found = [self.verdict(key) for key in keys]
        return all(one is not None and (standing(one) == "met" or conclusion(one) == USED_UP) for one in found)

    def broken(self, *keys: str) -> bool:
        """不符: whether one of these rules is broken."""
        return any(verdict is not None and verdict.state == "broken" for verdict in map(self.verdict, keys))

    def limit(self, key: str, name: str = "") -> str:
        """限额: the limit of a rule as the office has set it, or another of its parameters by name."""
        verdict = self.verdict(key)
        if name and name not in RULES[key].parameters:
            raise UnknownRule(f"「{key}」这条规定没有「{name}」这个限额，请检查名称。")
        value = self.given(key).get(name) if name else verdict and verdict.limit
        words = _number(value) if verdict is not None else ""
        self.told.append(words)
        return words

    def given(self, key: str) -> Mapping[str, Any]:
        """The parameters of a rule as they stand at the end of the period."""
        return self._settings.parameters(RULES[key], min(self.period.end, self.today))

    def clause(self, verdict: Verdict) -> str:
        """The sentence of a rule with the office's own numbers."""
        return clause_text(RULES[verdict.key], self.given(verdict.key))

    def faults(self, most: int = 5) -> list[str]:
        """不符规定: the rules that are broken and how often; nobody is named."""
        found = [one for one in self.of(SOURCE) if one.state == "broken"]
        words = [
            f"“{self.clause(one).rstrip('。')}”执行不到位，发现{_few(max(1, len(told_by(one))))}处" for one in found
        ]
        self.told += words[:most]
        return words[:most]

    def of(self, source: str) -> list[Verdict]:
        """The rules of one source, in the order of its articles; UnknownRule where no rule has such a source."""
        if not any(rule.clause.startswith(source) for rule in RULES.values()):
            raise UnknownRule(f"没有来源是「{source}」的规定，请检查名称。")
        return of_source(self.verdicts(source).values(), source)

    def table(self, source: str = SOURCE) -> Table:
        """规定表: every rule of a source that is on, how it was kept, and the word for it."""
        return Table(COLUMNS, tuple(_row(verdict, self.clause(verdict)) for verdict in self.of(source)))


def of_source(verdicts: Iterable[Verdict], source: str) -> list[Verdict]:
    """The verdicts on rules of a source, by article, whatever the office calls their clauses; later parts last."""
    found = [one for one in verdicts if RULES[one.key].clause.startswith(source)]
    return sorted(found, key=lambda one: article(RULES[one.key].clause))


def checked(connection: Connection, period: Period, today: date, source: str = SOURCE) -> list[Verdict]:
    """The rules of a source that are on, judged over the year of a period as on the day after it or today."""
    rules = [rule for rule in RULES.values() if rule.clause.startswith(source)]
    office = Office(connection, today)
    on = period.end if (period.end.month, period.end.day) != (12, 31) else None
    return [verdict for verdict in check(connection, office, period.start.year, on, rules) if verdict.on]


def told_by(verdict: Verdict) -> list[Finding]:
    """The findings that make the state: a limit used up elsewhere is no breach."""
    return [finding for finding in verdict.findings if finding.state == verdict.state]


def standing(verdict: Verdict) -> str:
    """The state by which the report counts a rule: nobody kept what nothing was recorded of."""
    return "untouched" if verdict.untouched else verdict.state


def conclusion(verdict: Verdict) -> str:
    """The word for how a rule stands; what is near is told apart by what it is near to."""
    rule = RULES[verdict.key]
    if verdict.state != "near":
        return STATES[standing(verdict)][0]
    if rule.severity == "提倡":
        return ADVOCATED
    if isinstance(rule, RecordRule):
        return REMINDED
    if isinstance(rule, Limit):
        return UNDER_WAY if rule.at_least else USED_UP
    counted = verdict.value is not None and verdict.limit is not None
    upper = "near" in rule.parameters or (counted and verdict.value >= verdict.limit)
    return USED_UP if upper else UNDER_WAY if counted else REMINDED


def _row(verdict: Verdict, text: str) -> tuple[tuple[str], ...]:
    clause = verdict.clause.removeprefix(SOURCE).strip()
    cells = (clause, text, _number(verdict.limit), _how(verdict), conclusion(verdict))
    return tuple((full_width(cell),) for cell in cells)


def _how(verdict: Verdict) -> str:
    """What is to be said of one rule: never that it was kept where nobody can know."""
    if verdict.untouched:
        return "没有登记此类事项。"
    if verdict.state == "unknown":
        return "记录不足，不能判断。"
    if verdict.state == "needs-person":
        return "待人工确认或零报告签字确认。"
    found = told_by(verdict)
    if verdict.state == "met" or not found:
        return {"met": "符合规定。", "near": f"{conclusion(verdict)}。"}.get(verdict.state, "不符合规定。")
    first = _without_clause(found[0].sentence)
    first = first if len(first) <= LONGEST else first[:LONGEST] + "……"
    count = len(found)
    lead = f"有{count}处{'不符' if verdict.state == 'broken' else ''}：" if count > 1 else ""
    return f"{lead}{first}。".replace("……。", "……")


def _without_clause(sentence: str) -> str:
    """What a finding says, without its clause and what is to be done."""
    return re.split(r"（[^（）]*(?:条|\)|）|细则|规定|条例|制度)[^（）]*）", sentence)[0].rstrip("，。")


def _few(count: int) -> str:
    """A small count in Chinese numerals, as after a list of names."""
    return measured_number(count) if count < 100 else str(count)


def _number(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    return trimmed(Decimal(str(value))) if isinstance(value, (int, float, Decimal)) else ""


def count_figure(verdicts: Sequence[Verdict], state: str, source: str, period: Period) -> Figure | None:
    """How many rules of a source stand so, as a figure; None where none does."""
    found = [one for one in of_source(verdicts, source) if state in ("all", standing(one))]
    if not found:
        return None
    records = {reference for one in found for finding in one.findings for reference in finding.records}
    words, label = f"{len(found)}条", STATES[state][1]
    by = (("source", source),)
    return Figure(words, PREFIX + state, period.start, period.end, by, len(found), "条", label, len(records))


def again(connection: Connection, figure: Figure, period: Period, today: date) -> Figure | None:
    """The same count of rules, checked now."""
    state = figure.key.removeprefix(PREFIX)
    if state not in STATES:
        return None
    source = dict(figure.by).get("source", SOURCE)
    return count_figure(checked(connection, period, today, source), state, source, period)


def behind(connection: Connection, figure: Figure, today: date) -> list[Traced]:
    """The records of what was found by the rules that a figure counts."""
    state, source = figure.key.removeprefix(PREFIX), dict(figure.by).get("source", SOURCE)
    verdicts = checked(connection, Period(figure.start, figure.end), today, source)
    found = {
        reference: finding.period
        for one in verdicts
        if state in ("all", standing(one))
        for finding in one.findings
        for reference in finding.records
    }
    by_register: dict[str, list[int]] = {}
    for register, record in found:
        by_register.setdefault(register, []).append(record)
    names = {key: titles(connection, key, ids) for key, ids in by_register.items() if key in BY_KEY}
    return [
        Traced(register, record, names.get(register, {}).get(record) or BY_KEY[register].label, None, 1)
        for register, record in found
        if register in BY_KEY
    ]


def slot_names(rules: Compliance, mark: Callable[[Figure], str], missing: Callable[[str], str]) -> dict[str, Any]:
    """The names by which a template asks of rules; a count that is none is missing."""

    def counted(state: str = "all", 来源: str = SOURCE) -> str:
        """规定数: how many rules of a source stand so."""
        if state not in STATES:
            raise UnknownRule(f"「规定数」只能问 {'、'.join(STATES)}，不能问「{state}」。")
        figure = count_figure(list(rules.verdicts(来源).values()), state, 来源, rules.period)
        return missing(STATES[state][1]) if figure is None else mark(figure)

    def table(来源: str = SOURCE) -> str:
        """规定表: on a line of its own, the table of every clause."""
        rules.tables.append(rules.table(来源))
        return f"{TABLE_OPEN}{len(rules.tables) - 1}{TABLE_CLOSE}"

    return {
        "达到": rules.kept,
        "不符": rules.broken,
        "限额": rules.limit,
        "不符规定": rules.faults,
        "规定数": counted,
        "规定表": table,
    }


TABLE_OPEN, TABLE_CLOSE = "\ue007", "\ue008"
"""Marks of a table on a line of its own, with its number between them."""
