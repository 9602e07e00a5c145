"""Limits (规定): the office's own rules and the national norms, over a record being typed and over a whole year."""

from __future__ import annotations

from app.rules.catalogue import RULES
from app.rules.checking import check, while_typing
from app.rules.meters import Meter, meters
from app.rules.rule import Finding, Rule, Verdict

__all__ = ["RULES", "Finding", "Meter", "Rule", "Verdict", "check", "meters", "while_typing"]
