"""Limits on satisfaction surveys (满意度测评): held every year, and what follows for whoever is last twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.models.conduct.survey import Survey
from app.models.conduct.violation import Violation
from app.rules.periods import quarter_of
from app.rules.rule import Standing, State, at_least, fields, over_year, told
from app.rules.scope import Scope
from app.rules.views import View, fetch

GROUPS = ("单位", "职能办公室", "村(社区)")
KEYS = ("date", "year", "group", "target", "head", "score", "talked")
TALK = "诫勉谈话"
MOST_YEARS = 10
"""Years running that are looked at, whatever is set."""


def surveys_of(scope: Scope, year: int) -> list[View]:
    """The surveys of a year, whenever held up to the day of the check."""
    return fetch(scope.connection, "survey", KEYS, Survey.year == year, Survey.date <= scope.day)


@over_year(
    "surveys.yearly",
    told(
        "实施细则 三(二)",
        "meter",
        "必须",
        "单位、职能办公室、村(社区)",
        "定期开展社会满意度测评，每年至少1次。",
        seed="001",
        per="year",
    ),
    fields(Survey.group, Survey.year, Survey.target, Survey.date),
)
def everybody_is_surveyed_every_year(scope: Scope, *, limit: int = 1) -> Iterator[Standing]:
    """Each group is surveyed, and every office and village in it once, by 31 March of the next year (三(二))."""
    last, label = date(scope.year + 1, 3, 31), scope.span.label
    found = surveys_of(scope, scope.year)
    for group in GROUPS:
        mine = [each for each in found if each.group == group]
        own = tuple(("survey", each.id) for each in mine)
        state = at_least(len(mine), limit, last, scope.day)
        what = f"{label}{group}满意度测评{len(mine)}次，应不少于{limit}次"
        yield Standing(group, label, state, what, f"请在{last}前测评", len(mine), limit, own)
    targets = {(each.target or "").strip() for each in found}
    groups = {each.group for each in found}
    asked = [("office", each) for each in scope.offices(scope.span) if groups & {"单位", "职能办公室"}]
    asked += [("village", each) for each in scope.villages(scope.span) if "村(社区)" in groups]
    for register, place in asked:
        name = str(place.name)
        state = at_least(int(name in targets), 1, last, scope.day)
        ref = ((register, place.id),)
        yield Standing(name, label, state, f"{name}没有{label}满意度测评", f"请在{last}前测评", 0, 1, ref)


def last_of(surveys: Iterable[View], group: str) -> dict[str, View]:
    """Those with the lowest score of a group, all who tie; a group of one has no last."""
    mine = [each for each in surveys if each.group == group]
    if len(mine) < 2:
        return {}
    lowest = min(each.score for each in mine)
    return {each.target.strip(): each for each in mine if each.score == lowest}


def end_of_next_quarter(day: date) -> date:
    """The last day of the quarter after that of a day."""
    after = quarter_of(day.year, (day.month + 2) // 3).end + timedelta(days=1)
    return quarter_of(after.year, (after.month + 2) // 3).end


@over_year(
    "surveys.bottom_two_years",
    told(
        "实施细则 三(二)",
        "stop",
        "必须",
        "测评对象主要负责人",
        "满意度测评连续两年排名末位的，对主要负责人诫勉谈话。",
        seed="001",
        per="year",
    ),
    fields(
        *(Survey.year, Survey.group, Survey.target, Survey.score, Survey.head, Survey.talked, Survey.date),
        *(Violation.survey, Violation.handling),
    ),
)
def whoever_is_last_twice_is_talked_to(scope: Scope, *, years: int = 2) -> Iterator[Standing]:
    """The head of a target that is last in its group two years running is talked to by the end of the next quarter."""
    years = min(max(years, 1), MOST_YEARS)
    by_year = {year: surveys_of(scope, year) for year in range(scope.year - years + 1, scope.year + 1)}
    talked = {
        each.survey
        for each in fetch(
            scope.connection,
            "violation",
            ("survey", "handling"),
            Violation.handling == TALK,
            Violation.date <= scope.day,
        )
    }
    for group in GROUPS:
        lasts = [last_of(found, group) for found in by_year.values()]
        now = lasts[-1]
        for target in sorted(now):
            if all(target in earlier for earlier in lasts):
                ties = any(len(each) > 1 for each in lasts)
                done = scope.happened(now[target].talked) is not None or now[target].id in talked
                yield talk_standing(scope, now[target], years, ties, done)


def talk_standing(scope: Scope, survey: View, years: int, ties: bool, talked: bool) -> Standing:
    """How one target stands that was last in all of the years; where it shares the place a person is asked."""
    last = end_of_next_quarter(survey.date)
    state: State = "met" if talked else "near" if ties or scope.day <= last else "broken"
    head = survey.head or "主要负责人"
    what = f"{survey.target}满意度测评连续{years}年{'并列' if ties else ''}排名末位，没有对{head}{TALK}"
    do = "请确认是否谈话" if ties else f"请在{last}前谈话并登记"
    return Standing(survey.target, scope.span.label, state, what, do, years, years, (("survey", survey.id),), "talked")
