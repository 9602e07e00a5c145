"""Every limit of the program by its key, area by area."""

from __future__ import annotations

from app.rules import (
    activities,
    annual_leave,
    budgets,
    conduct,
    deadlines,
    diary,
    documents,
    duty,
    essays,
    grants,
    invoices,
    leave_days,
    lengths,
    meeting_style,
    meetings,
    outings,
    outreach,
    pairing,
    papers,
    people,
    petitions,
    projects,
    publicity,
    reception,
    visitors,
)
from app.rules.rule import Rule

AREAS = (
    *(meetings, meeting_style, documents, lengths, papers),
    *(publicity, essays, pairing, projects, grants, activities),
    *(outreach, diary, petitions, reception, visitors),
    *(duty, outings, deadlines),
    *(people, leave_days, annual_leave, budgets, invoices, conduct),
)

RULES: dict[str, Rule] = {each.key: each for area in AREAS for each in vars(area).values() if isinstance(each, Rule)}
