"""Every limit of the program by its key, area by area."""

from __future__ import annotations

from app.rules import (
    activities,
    annual_leave,
    assets,
    breaches,
    budgets,
    clashes,
    conduct,
    deadlines,
    diary,
    disclosures,
    documents,
    duty,
    essays,
    grants,
    inspections,
    invoices,
    leave_days,
    lengths,
    lists,
    meeting_style,
    meetings,
    outings,
    outreach,
    pairing,
    papers,
    people,
    petitions,
    phones,
    pledges,
    projects,
    publicity,
    reception,
    reception_days,
    service_window,
    surveys,
    village_meals,
    visitors,
)
from app.rules.rule import Rule

AREAS = (
    *(meetings, meeting_style, documents, lengths, papers),
    *(publicity, essays, pairing, projects, grants, activities),
    *(outreach, diary, petitions, reception, village_meals, visitors, reception_days, service_window),
    *(duty, phones, outings, deadlines),
    *(people, leave_days, annual_leave, clashes, budgets, invoices, assets, disclosures),
    *(conduct, inspections, breaches, pledges, surveys, lists),
)

RULES: dict[str, Rule] = {each.key: each for area in AREAS for each in vars(area).values() if isinstance(each, Rule)}
