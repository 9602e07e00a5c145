"""Which limits look at a field, for the tip beside it: the sentence and its clause."""

from __future__ import annotations

from app import rules
from app.rules.rule import Rule

MOST = 3
"""Limits named in one tip; the first are those that stop a record."""
WEIGHTS = {"stop": 0, "必须": 1}


def clauses_of(register: str, field: str) -> list[str]:
    """«公务接待陪餐人数不超过…（党政机关国内公务接待管理规定 第10条）», the weightiest first, at most three.

    Only limits of the register's own records: what a limit of another register reads here is no rule for this field.
    """
    found = [rule for rule in rules.RULES.values() if _is_about(rule, register, field)]
    found.sort(key=lambda rule: (WEIGHTS.get(rule.kind, 2), WEIGHTS.get(rule.severity, 2)))
    told = [f"{rule.text.rstrip('。')}（{rule.clause}）" for rule in found[:MOST]]
    return told + [f"另有 {len(found) - MOST} 条规定。"] * (len(found) > MOST)


def _is_about(rule: Rule, register: str, field: str) -> bool:
    return rule.default_on and field in rule.uses.get(register, ()) and next(iter(rule.uses)) == register
