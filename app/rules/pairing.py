"""Limits on those whom cadres look after (结对帮扶), and the four ones (四个一) of each cadre."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import func, or_

from app.models.outreach.activity import Activity
from app.models.outreach.household import Household
from app.models.outreach.investment import Investment
from app.models.outreach.opinion import Opinion
from app.models.people.branch import Branch
from app.models.people.staff import Staff
from app.rules.periods import Span
from app.rules.persons import VILLAGE, Kept, each_person, is_leader, is_section_head, kept
from app.rules.rule import Remark, Standing, Tally, at_least, broken, fields, over_year, quota, rule, told
from app.rules.scope import Scope, is_in_being
from app.rules.views import View, fetch

POOR = ("贫困户", "脱贫户", "监测户", "贫困党员", "困难群众")


def targets(scope: Scope, span: Span, kinds: tuple[str, ...] | None, *, ended_too: bool) -> Kept:
    """Person → different targets of these kinds, paired on any day of the year or still on its last day.

    The same name in two villages is two targets.
    """
    last = span.upto(scope.day)
    found = [
        each
        for each in scope.records("household")
        if (kinds is None or each.kind in kinds) and (ended_too or each.ended is None or each.ended > last)
    ]
    return kept((each.staff, (each.village, each.name), ("household", each.id)) for each in found)


def poor_of_leaders(scope: Scope, span: Span) -> Iterator[Tally]:
    """Poor households of each cadre of section rank."""
    yield from each_person(scope, span, is_section_head, targets(scope, span, POOR, ended_too=True))


def poor_of_others(scope: Scope, span: Span, *, village_cadres: bool) -> Iterator[Tally]:
    """Poor households of everyone else; of village cadres only where the office asks it."""

    def meant(person: View) -> bool:
        return not is_section_head(person) and (village_cadres or person.duty_class != VILLAGE)

    yield from each_person(scope, span, meant, targets(scope, span, POOR, ended_too=True))


PAIRS = fields(
    *(Household.kind, Household.name, Household.staff, Household.village, Household.date, Household.ended),
    *(Staff.rank, Staff.duty_class),
)
OF_LEADERS = quota(
    "pairing.leaders",
    told(
        "实施细则 第2条",
        "meter",
        "必须",
        "每名科级领导干部",
        "科级领导干部每人每年联系2户以上贫困户。",
        seed="001",
        per="year",
    ),
    PAIRS,
    parameters={"limit": 2},
    counted=poor_of_leaders,
    label="联系贫困户",
    unit="户",
    at_least="limit",
)

OF_OTHERS = quota(
    "pairing.others",
    told(
        "实施细则 第2条",
        "meter",
        "必须",
        "每名其他干部",
        "其他干部每人每年联系1户以上贫困户。",
        seed="001",
        per="year",
    ),
    PAIRS,
    parameters={"limit": 1, "village_cadres": False},
    counted=poor_of_others,
    label="联系贫困户",
    unit="户",
    at_least="limit",
)


def still_paired(kind: str) -> Callable[[Scope, Span], Iterator[Tally]]:
    """Counts the targets of a kind that each leader has on the last day."""
    return lambda scope, span: each_person(scope, span, is_leader, targets(scope, span, (kind,), ended_too=False))


PARTY_HOUSEHOLD = quota(
    "pairing.party_household",
    told(
        "机关作风建设调研 二(三)",
        "meter",
        "必须",
        "每名领导干部",
        "领导干部每人联系1户贫困党员。",
        seed="002",
        per="year",
    ),
    PAIRS,
    parameters={"limit": 1},
    counted=still_paired("贫困党员"),
    label="联系贫困党员",
    unit="户",
    at_least="limit",
)

FARM_HOUSEHOLDS = quota(
    "pairing.farm_households",
    told(
        "机关作风建设调研 二(三)",
        "meter",
        "必须",
        "每名领导干部",
        "领导干部每人联系10户农户。",
        seed="002",
        per="year",
    ),
    PAIRS,
    parameters={"limit": 10},
    counted=still_paired("农户"),
    label="联系农户",
    unit="户",
    at_least="limit",
)


@rule(
    "pairing.measures",
    told("机关作风建设调研 二(三)", "warn", "必须", "帮扶责任人", "每个帮扶对象都有帮扶措施。", seed="002"),
    fields(Household.measures, Household.ended, Household.name),
)
def every_target_has_measures(household: View, scope: Scope) -> Iterator[Remark]:
    """Whoever is still looked after has measures written down."""
    if household.name and not household.measures and scope.happened(household.ended) is None:
        yield broken("没有填写帮扶措施", "请填写", "measures")


def suggestions(scope: Scope) -> Kept:
    """Person → 合理化建议 of the year."""
    found = [each for each in scope.records("opinion") if each.source == "机关干部建议"]
    return kept((each.staff, each.id, ("opinion", each.id)) for each in found)


def activities(scope: Scope) -> Kept:
    """Person → activities held in the year in which they took part."""
    held = [each for each in scope.records("activity") if each.state == "已开展"]
    return kept((person, each.id, ("activity", each.id)) for each in held for person in each.members)


def introduced(scope: Scope) -> Kept:
    """Person → enterprises that landed in the year, and records of money that arrived in it."""
    first, last = scope.span.start, scope.span.upto(scope.day)
    keys = ("introducer", "enterprise", "state", "kind", "arrived", "arrived_date", "date")
    paid = func.coalesce(Investment.arrived_date, Investment.date).between(first, last)
    touched = or_(Investment.date.between(first, last), paid)
    found = fetch(scope.connection, "investment", keys, Investment.introducer_id.is_not(None), touched)

    counted = []
    for each in found:
        landed = each.state in ("落地", "投产") and each.kind == "新引进" and first <= each.date <= last
        day = each.arrived_date or each.date
        if landed or (each.arrived and each.arrived > 0 and first <= day <= last):
            thing = each.enterprise if landed else each.id
            counted.append((each.introducer, thing, ("investment", each.id)))
    return kept(counted)


@over_year(
    "outreach.four_ones",
    told(
        "政风行风建设总结 二",
        "meter",
        "必须",
        "每名机关干部",
        "每名机关干部每年提1条建议、帮1家对象、参加1次活动、引进1家企业或1项资金。",
        seed="000",
        per="year",
    ),
    fields(Opinion.source, Opinion.staff)
    | fields(Household.staff, Household.kind, Household.name, Household.village, Household.date, Household.ended)
    | fields(Activity.members, Activity.state, Activity.date)
    | fields(Investment.introducer, Investment.arrived, Investment.state, Staff.duty_class),
)
def everyone_does_the_four_ones(
    scope: Scope, *, suggestion: int = 1, target: int = 1, activity: int = 1, enterprise: int = 1
) -> Iterator[Standing]:
    """One suggestion, one target, one activity, and one enterprise or one fund, of everyone in the town's offices."""
    span = scope.span
    asked = (
        ("提建议", "条", suggestion, suggestions(scope)),
        ("帮扶对象", "家", target, targets(scope, span, None, ended_too=False)),
        ("参加活动", "次", activity, activities(scope)),
        ("引进企业或资金", "项", enterprise, introduced(scope)),
    )
    for named, unit, least, counted in asked:
        for tally in each_person(scope, span, lambda person: bool(person.duty_class != VILLAGE), counted):
            state = at_least(tally.value, least, span.end, scope.day)
            what = f"{tally.subject}{span.label}{named}{tally.value}{unit}，还差{least - tally.value}{unit}"
            yield Standing(tally.subject, span.label, state, what, "", tally.value, least, tally.records)


@over_year(
    "branches.opinion_groups",
    told(
        "群众路线自查 二",
        "meter",
        "必须",
        "各党支部",
        "各党支部成立由支部书记任组长的意见征求小组。",
        seed="004",
        per="year",
    ),
    fields(Branch.opinion_group_head, Branch.secretary, Branch.name, Branch.since, Branch.until),
)
def secretaries_head_the_opinion_groups(scope: Scope) -> Iterator[Standing]:
    """Every branch has a group that asks for opinions, and its secretary heads it."""
    last = scope.span.upto(scope.day)
    for branch in scope.records("branch"):
        if not is_in_being(branch, last):
            continue
        head, secretary = branch.opinion_group_head, branch.secretary
        state = at_least(int(bool(head) and head == secretary), 1, scope.span.end, scope.day)
        fault = f"意见征求小组组长{head}不是支部书记{secretary or ''}" if head else "没有成立意见征求小组"
        own = (("branch", branch.id),)
        yield Standing(branch.name, scope.span.label, state, f"{branch.name}{fault}", "请补办并登记", records=own)
