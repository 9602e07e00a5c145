"""Every figure, in the order of the catalogue: area by area, and within an area as its file declares them."""

from __future__ import annotations

from types import ModuleType

from app.figures import (
    activities,
    assets,
    budgets,
    cadres,
    conduct,
    documents,
    indicators,
    meetings,
    outreach,
    pairing,
    people,
    petitions,
    projects,
    publications,
    reception,
    reports,
    violations,
)
from app.figures.figure import Figure

AREAS: tuple[ModuleType, ...] = (
    *(people, cadres, meetings, documents, publications),
    *(outreach, pairing, petitions, projects, activities, reception),
    *(budgets, assets, conduct, violations, indicators, reports),
)


def declared_in(area: ModuleType) -> list[Figure]:
    """The figures that a file names, those of other areas which it uses too."""
    return [value for value in vars(area).values() if isinstance(value, Figure)]


FIGURES: dict[str, Figure] = {figure.key: figure for area in AREAS for figure in declared_in(area)}
