"""The limit on being reachable (通讯工具), which a person confirms each quarter."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.conduct.violation import Violation
from app.models.people.staff import Staff
from app.rules.breaches import breaches_of_year, day_of_breach, named, references
from app.rules.rule import Standing, State, at_least, fields, over_year, told
from app.rules.scope import Scope

SWITCHED_OFF = "通讯关机"


@over_year(
    "conduct.phones",
    told(
        "实施细则 第15条",
        "confirm",
        "禁止",
        "所有干部",
        "所有干部24小时不得关闭通讯工具。",
        seed="001",
        per="quarter",
    ),
    fields(Violation.kind, Violation.happened, Violation.date, Staff.phone),
)
def everyone_can_be_reached(scope: Scope) -> Iterator[Standing]:
    """Each quarter nobody is recorded as unreachable; a person confirms. Everyone in post has a number (第15条)."""
    spans = scope.spans("quarter")
    for span in spans:
        found = [each for each in breaches_of_year(scope) if span.holds(day_of_breach(each))]
        mine = [each for each in found if each.kind == SWITCHED_OFF]
        what = f"{span.label}{SWITCHED_OFF}{len(mine)}起（{named(mine)}）" if mine else "请确认没有关闭通讯工具"
        word: State = "broken" if mine else "needs-person"
        yield Standing("所有干部", span.label, word, what, "", len(mine), 0, references(mine))
    for span in spans[-1:]:
        people = scope.people(span)
        missing = [each for each in people if not each.phone]
        state = at_least(len(people) - len(missing), len(people), span.end, scope.day)
        names = "、".join(str(each.name) for each in missing[:3]) + ("等" if len(missing) > 3 else "")
        what, own = f"{len(missing)}人没有登记联系电话（{names}）", references(missing, "staff")
        yield Standing("联系电话", span.label, state, what, "请在干部花名册补填", len(missing), 0, own)
