"""一个人的一年: visits, pairings, leave, duty, study, training, essays, opinions, honours and limits of one person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from sqlalchemy import or_, select

from app import rules
from app.figures import Period, days_in_village
from app.models.people.staff import Staff
from app.reports.person_year import Entry, Part, PersonYear, person_year_form
from app.rules import Verdict
from app.rules.rule import Finding, RecordRule
from app.services.desk import Desk
from app.services.person_parts import (
    Asked,
    NoSuchPerson,
    duty,
    essays,
    honours,
    leave,
    opinions,
    outings,
    pairings,
    study,
    total,
    training,
    visits,
)
from app.store.surroundings import Office

__all__ = ["NoSuchPerson", "OneOfAll", "everyone", "person_year", "print_person_year"]
WRITTEN_OUT = (60, 30, 20, 14, 10, 7, 5, 3, 2, 1, 0)
"""Records of each part that are printed: as many as one page holds."""
PARTS: tuple[Callable[[Asked], Part], ...] = (
    visits,
    pairings,
    leave,
    duty,
    study,
    training,
    outings,
    essays,
    opinions,
    honours,
)


def of_the_person(asked: Asked, parts: Sequence[Part], verdicts: Iterable[Verdict]) -> list[Finding]:
    """What the check of the year finds of this person and of records that are this person's own."""
    own = {(entry.register, entry.id) for part in parts for entry in part.entries}
    return [each for verdict in verdicts for each in verdict.findings if _concerns(each, asked.called, own)]


def limits(asked: Asked, parts: Sequence[Part]) -> Part:
    """规定情况: what the check finds, the broken first, alike ones as one line."""
    found = of_the_person(asked, parts, rules.check(asked.connection, asked.office, asked.year))
    alike: dict[str, list[Finding]] = {}
    for finding in sorted(found, key=lambda each: each.state != "broken"):
        alike.setdefault(_bare(finding.sentence, asked), []).append(finding)
    entries = [
        Entry(None, f"{said}（{len(some)}条）" if len(some) > 1 else said, *_reference(some[0], asked.person))
        for said, some in alike.items()
    ]
    broken = sum(each.state == "broken" for each in found)
    told = total((broken, "条不符合"), (len(found) - broken, "条接近或未完成"))
    return Part("limits", "规定情况", told if found else "未发现问题", "", tuple(entries))


def _bare(sentence: str, asked: Asked) -> str:
    """What a finding says, without the name and the year that the page bears."""
    return sentence.rstrip("。").removeprefix(asked.called).removeprefix(f"{asked.year}年")


def _reference(finding: Finding, person: int) -> tuple[str, int]:
    """The record to which a finding leads; the person where it has none."""
    return finding.records[0] if finding.records else ("staff", person)


def _concerns(finding: Finding, called: str, own: set[tuple[str, int]]) -> bool:
    """Found of the person by name, or of one record that is the person's own."""
    if finding.subject == called:
        return True
    of_record = isinstance(rules.RULES[finding.rule], RecordRule)
    return of_record and bool(finding.records) and finding.records[0] in own


def person_year(desk: Desk, person: int, year: int) -> PersonYear:
    """Everything of one person in one year; NoSuchPerson where there is none."""
    with desk.store.read() as connection:
        asked = Asked(connection, Office(connection, desk.today()), person, year)
        staff, parts = asked.staff, [part(asked) for part in PARTS]
        parts.append(limits(asked, parts))
    day = {key: staff[key].isoformat() if staff[key] else "" for key in ("arrived", "left")}
    facts = {
        "姓名": asked.called,
        "所在机构": staff["office"],
        "职务": staff["post"],
        "干部类别": staff["duty_class"],
        "联系村(社区)": staff["village"],
        "到岗日期" if not day["left"] else "到岗离岗": " 至 ".join(filter(None, (day["arrived"], day["left"]))),
    }
    return PersonYear(person, year, desk.today(), tuple((key, text or "") for key, text in facts.items()), tuple(parts))


COUNTED = {
    "days": "下村天数",
    "household": "结对户数",
    "leave": "请假次数",
    "duty": "值班班数",
    "study": "学习次数",
    "essay": "文章课题",
}
"""What stands in the list of everyone: days in the villages, then the records of a part."""


@dataclass(frozen=True)
class OneOfAll:
    """How one person's year stands beside those of the others: records of each kind, and what the check finds."""

    person: int
    name: str
    office: str
    days: Decimal
    """Distinct days in the villages, figure visits.days."""
    counts: dict[str, int]
    """Key of a part → its records."""
    broken: int
    """Findings of limits that are not kept."""
    near: int
    """Findings of limits that are nearly used up or not yet reached."""


def everyone(desk: Desk, year: int) -> list[OneOfAll]:
    """Everyone who was on the roster in the year, in its order; each line counts what that person's own page shows."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    there = or_(Staff.arrived.is_(None), Staff.arrived <= last), or_(Staff.left.is_(None), Staff.left >= first)
    with desk.store.read() as connection:
        asked_for = select(Staff.id).where(Staff.trashed_at.is_(None), *there).order_by(Staff.id)
        people = list(connection.scalars(asked_for))
        office = Office(connection, desk.today())
        verdicts = rules.check(connection, office, year)
        days = days_in_village(connection, Period(first, last), people)
        return [_one(Asked(connection, office, person, year), days[person], verdicts) for person in people]


def _one(asked: Asked, days: Decimal, verdicts: Iterable[Verdict]) -> OneOfAll:
    parts = [part(asked) for part in PARTS]
    found = of_the_person(asked, parts, verdicts)
    broken = sum(each.state == "broken" for each in found)
    counts = {part.key: len(part.entries) for part in parts}
    unit = asked.staff["office"] or ""
    return OneOfAll(asked.person, asked.called, unit, days, counts, broken, len(found) - broken)


def print_person_year(desk: Desk, person: int, year: int, path: Path) -> int:
    """Prints the page, with as many records written out as one sheet holds; the number of pages."""
    from app.reports.render.pdf_form import stands_on_one_page, write_form

    told, office = person_year(desk, person, year), desk.setting("office", "")
    forms = (person_year_form(told, office, most) for most in WRITTEN_OUT)
    chosen = next((form for form in forms if stands_on_one_page(form)), None)
    return write_form(chosen or person_year_form(told, office, 0), path)
