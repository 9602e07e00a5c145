"""Limits on letters of responsibility (目标责任书): signed at every level, assessed, vetoed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from app.models.conduct.inspection import Inspection
from app.models.conduct.pledge import Pledge
from app.models.people.office import Office
from app.models.people.staff import Staff
from app.models.people.village import Village
from app.rules.periods import year_of
from app.rules.rule import (
    Reference,
    Remark,
    Standing,
    State,
    amount,
    at_least,
    broken,
    fields,
    near,
    over_year,
    rule,
    told,
)
from app.rules.scope import Scope
from app.rules.views import View, fetch

ASSESSED_UP = ("优秀", "良好", "合格")
CLOSE = Decimal("0.1")
"""Scores so far apart still agree."""
KEYS = (
    *("year", "level", "village", "office", "staff", "party_b"),
    *("score", "disclosure_score", "result", "date", "conduct_included"),
)


def letters(scope: Scope) -> list[View]:
    """The letters of the year, whenever signed up to the day of the check."""
    return scope.once(
        "letters",
        lambda: fetch(scope.connection, "pledge", KEYS, Pledge.year == scope.year, Pledge.date <= scope.day),
    )


def signed_by(scope: Scope, level: str, key: str) -> Mapping[int, list[View]]:
    """Who signed a letter of a level (village, office or person) → the letters."""
    found: dict[int, list[View]] = {}
    for letter in letters(scope):
        if letter.level == level and getattr(letter, key) is not None:
            found.setdefault(getattr(letter, key), []).append(letter)
    return found


def lacking(scope: Scope, subjects: Iterable[View], register: str, level: str, key: str) -> Iterator[Standing]:
    """How each subject stands with a letter of a level: near while the year runs, broken after."""
    signed = signed_by(scope, level, key)
    for subject in subjects:
        mine = signed.get(subject.id, [])
        name = scope.name_of(register, subject.id)
        state = at_least(len(mine), 1, scope.span.end, scope.day)
        own: tuple[Reference, ...] = tuple(("pledge", each.id) for each in mine) or ((register, subject.id),)
        what = f"{name}没有{scope.span.label}「{level}」责任书"
        yield Standing(name, scope.span.label, state, what, "请签订并登记", len(mine), 1, own)


@over_year(
    "pledges.villages",
    told(
        "机关作风建设调研 二(三)",
        "meter",
        "必须",
        "每个村(社区)",
        "各村与镇政府签订目标管理责任状。",
        seed="002",
        per="year",
    ),
    fields(Pledge.level, Pledge.village, Pledge.year, Village.name),
)
def every_village_signs(scope: Scope) -> Iterator[Standing]:
    """Every village in being has a letter with the town in the year."""
    yield from lacking(scope, scope.villages(scope.span), "village", "镇对村", "village")


@over_year(
    "pledges.levels",
    told(
        "机关作风建设调研 二(三)",
        "meter",
        "必须",
        "机关干部、站办所、党政副职",
        "机关干部对站办所、站办所对分管领导、镇对站办所、副职对一把手逐级签订责任书。",
        seed="002 003",
        per="year",
    ),
    fields(
        *(Pledge.level, Pledge.staff, Pledge.office, Pledge.year),
        *(Staff.duty_class, Staff.team, Staff.authority, Office.name),
    ),
)
def every_level_signs(scope: Scope) -> Iterator[Standing]:
    """Cadres, offices and deputies each have their letter in the year."""
    people, offices = scope.people(scope.span), scope.offices(scope.span)
    cadres = [each for each in people if each.duty_class in ("驻村干部", "其他机关干部")]
    yield from lacking(scope, cadres, "staff", "干部对站办所", "staff")
    for level in ("站办所对分管领导", "镇对站办所"):
        yield from lacking(scope, offices, "office", level, "office")
    deputies = [each for each in people if each.team and each.authority != "主要领导"]
    yield from lacking(scope, deputies, "staff", "副职对正职", "staff")


def openness_of(scope: Scope, year: int) -> Mapping[int, Decimal]:
    """Village → the mean score of the inspections of its openness in a year, worked out once."""
    return scope.once(f"openness:{year}", lambda: openness_scores(scope, year))


def openness_scores(scope: Scope, year: int) -> Mapping[int, Decimal]:
    """Village → the mean score of the inspections of its openness in a year."""
    span = year_of(year)
    in_year = Inspection.date.between(span.start, span.upto(scope.day))
    kept = Inspection.kind == "村务公开检查", Inspection.score.is_not(None), in_year
    found: dict[int, list[Decimal]] = {}
    for each in fetch(scope.connection, "inspection", ("village", "score"), *kept):
        if each.village is not None:
            found.setdefault(each.village, []).append(each.score)
    return {village: sum(scores, Decimal(0)) / len(scores) for village, scores in found.items()}


@over_year(
    "pledges.disclosure_score",
    told(
        "机关作风建设调研 二(三)",
        "warn",
        "必须",
        "村级综合考核",
        "村务公开检查结果纳入村级综合目标管理考核。",
        seed="002",
        per="year",
    ),
    fields(
        *(Pledge.level, Pledge.village, Pledge.score, Pledge.disclosure_score, Pledge.year),
        *(Inspection.score, Inspection.kind, Inspection.village),
    ),
    typed=("pledge",),
)
def openness_counts_in_the_assessment(scope: Scope) -> Iterator[Standing]:
    """An assessed village's letter has the mean score of the inspections of its openness; 0.1 apart passes."""
    for letter in [scope.hand.view] if scope.hand else letters(scope):
        if letter.level != "镇对村" or letter.score is None or letter.village is None or letter.year is None:
            continue
        name, label = scope.name_of("village", letter.village), f"{letter.year}年"
        own = (("pledge", letter.id),)
        mean = openness_of(scope, letter.year).get(letter.village)
        if mean is None:
            yield Standing(name, label, "unknown", records=own)
            continue
        given = letter.disclosure_score
        wrong = given is None or abs(given - mean) > CLOSE
        shown = "没有填写" if given is None else f"为{amount(given)}分"
        what = f"{name}公开检查得分{shown}，全年检查平均{amount(mean.quantize(CLOSE))}分"
        state: State = "broken" if wrong else "met"
        yield Standing(name, label, state, what, "请核对", given, mean, own, "disclosure_score")


@rule(
    "pledges.veto",
    told(
        "政风行风建设总结 一",
        "stop",
        "必须",
        "责任单位",
        "行风建设一票否决，有否决事项的不得评为合格以上。",
        seed="000",
    ),
    fields(Pledge.veto, Pledge.result, Pledge.score),
)
def a_veto_fails_the_assessment(letter: View, scope: Scope) -> Iterator[Remark]:
    """Whoever has a matter of veto is assessed as 不合格, whatever the score."""
    if not letter.veto or letter.result == "不合格":
        return
    if letter.result in ASSESSED_UP:
        yield broken(f"有一票否决事项「{letter.veto}」，考核结果为{letter.result}", "应评为不合格", "result")
    else:
        yield near(f"有一票否决事项「{letter.veto}」", "考核结果应评为不合格", "result")


@over_year(
    "assessment.included",
    told(
        "实施细则 三(二)",
        "confirm",
        "必须",
        "单位、领导干部",
        "贯彻落实规定情况纳入责任制考核和述职述廉。",
        seed="001",
        per="year",
    ),
    fields(Pledge.year, Pledge.result, Pledge.conduct_included, Pledge.date),
)
def conduct_is_part_of_the_assessment(scope: Scope) -> Iterator[Standing]:
    """Every assessed letter of the year has conduct in it; a person confirms the personal reports (三(二))."""
    label = scope.span.label
    assessed = [each for each in letters(scope) if each.result not in (None, "未考核")]
    for each in assessed:
        if not each.conduct_included:
            what = f"{each.party_b}的考核没有纳入作风规定"
            own = (("pledge", each.id),)
            yield Standing(str(each.party_b), label, "broken", what, "请纳入考核并登记", records=own)
    what = f"已考核责任书{len(assessed)}份，请确认领导干部述职述廉也有这一项"
    yield Standing("镇", label, "needs-person", what, value=len(assessed))
