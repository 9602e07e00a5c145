"""规定分组: the limits by the source they come from, each source switched on or off as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules import RULES, Rule
from app.services.desk import Desk
from app.services.holidays import BadSetting
from app.services.settings import set_limit

SETS = (
    ("001", "实施细则"),
    ("national", "国家规定和通行做法"),
    ("000", "政风行风建设总结"),
    ("002", "机关作风建设调研"),
    ("003", "文明创建"),
    ("004", "群众路线自查"),
)
"""The sources of the limits, which contradict each other in places; each is switched on or off as a whole."""


@dataclass(frozen=True)
class RuleSet:
    """The limits of one source: how many there are, and how many of them are on today."""

    key: str
    label: str
    rules: tuple[str, ...]
    on: int


def set_of(rule: Rule) -> tuple[str, ...]:
    """The sets to which a limit belongs: those of its source documents, or the national norms."""
    return rule.seed or ("national",)


def on_today(desk: Desk) -> set[str]:
    """The limits that are switched on today."""
    with desk.office() as office:
        return {rule.key for rule in RULES.values() if office.parameter(rule.key, "on", rule.default_on)}


def rule_sets(desk: Desk) -> list[RuleSet]:
    """Every set with the limits of it that are on today."""
    on = on_today(desk)
    found = []
    for key, label in SETS:
        rules = tuple(rule.key for rule in RULES.values() if key in set_of(rule))
        found.append(RuleSet(key, label, rules, len(on.intersection(rules))))
    return found


def switch_set(desk: Desk, key: str, on: bool, since: date | None = None) -> int:
    """Switches the limits of a set on or off from a day on; how many changed.

    A limit of several sources is switched off with the last of its sets alone: while another is on it stays on.
    """
    if key not in dict(SETS):
        raise BadSetting(f"没有「{key}」这一组规定，请检查。")
    now = on_today(desk)
    others = {set_of(rule)[0] for rule in RULES.values() if rule.key in now and len(set_of(rule)) == 1} - {key}
    mine = [rule for rule in RULES.values() if key in set_of(rule)]
    changed = [rule.key for rule in mine if (rule.key in now) != on and (on or not others.intersection(set_of(rule)))]
    for rule in changed:
        set_limit(desk, rule, {}, since, on)
    return len(changed)
