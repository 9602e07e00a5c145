"""Every limit of the program by its key, area by area."""

from __future__ import annotations

from app.rules import (
    annual_leave,
    budgets,
    conduct,
    diary,
    documents,
    invoices,
    leave_days,
    lengths,
    meeting_style,
    meetings,
    outreach,
    papers,
    people,
    petitions,
    reception,
    visitors,
)
from app.rules.rule import Rule

AREAS = (
    *(meetings, meeting_style, documents, lengths, papers),
    *(outreach, diary, petitions, reception, visitors),
    *(people, leave_days, annual_leave, budgets, invoices, conduct),
)

RULES: dict[str, Rule] = {each.key: each for area in AREAS for each in vars(area).values() if isinstance(each, Rule)}
