"""Limits on activities (主题活动): who approves them, which are held, how many take part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.models.conduct.award_households import AwardHouseholds
from app.models.outreach.activity import Activity
from app.models.people.staff import Staff
from app.rules.approval import approved_by_a_head
from app.rules.periods import Span
from app.rules.rule import Names, Remark, Standing, State, Tally, at_least, broken, fields, over_year, quota, rule, told
from app.rules.scope import Scope
from app.rules.views import View

HELD = "已开展"


@rule(
    "activities.major_approval",
    told("实施细则 第5条", "stop", "必须", "重大活动", "举行重大活动须经党委政府主要领导审批。", seed="001"),
    fields(Activity.major, Activity.state, Activity.approver, Activity.approved, Activity.date, Staff.authority),
)
def great_activities_are_approved_by_a_head(activity: View, scope: Scope) -> Iterator[Remark]:
    """A head approves a great activity before its day; while typing, also one that is planned (第5条)."""
    entering = scope.hand is not None and activity.state == "计划" and (activity.approver or activity.approved)
    if activity.major and (activity.state == HELD or entering):
        yield from approved_by_a_head(activity, scope, "重大活动", "批准", "活动日期")


@rule(
    "activities.rating_approval",
    told("实施细则 第23条", "stop", "禁止", "评比表彰活动", "严禁违规开展评比表彰达标活动，须有批准依据。", seed="001"),
    fields(Activity.basis, Activity.kind, Activity.state),
)
def ratings_have_a_basis(activity: View, scope: Scope) -> Iterator[Remark]:
    """Nothing is rated or commended without a basis (第23条)."""
    if activity.kind == "评比表彰" and activity.state != "取消" and not activity.basis:
        yield broken("评比表彰活动没有批准依据", "请填写批准依据", "basis")


@ratings_have_a_basis.also(fields(AwardHouseholds.basis, AwardHouseholds.title))
def rated_households_have_a_basis(award: View, scope: Scope) -> Iterator[Remark]:
    """The same for households and offices that are rated."""
    if award.title and not award.basis:
        yield broken("评选没有批准依据", "请填写批准依据", "basis")


FESTIVALS = {
    "三八妇女节": (3, 8),
    "五一劳动节": (5, 1),
    "五四青年节": (5, 4),
    "六一儿童节": (6, 1),
    "七一建党节": (7, 1),
    "十一国庆节": (10, 1),
}
DAYS_AFTER = timedelta(days=10)


@over_year(
    "activities.festivals",
    told(
        "创建总结 四",
        "meter",
        "必须",
        "工会",
        "每年三八、五一、六一、十一开展主题活动。",
        seed="003",
        per="year",
    ),
    fields(Activity.festival, Activity.state, Activity.date),
)
def festivals_are_kept(
    scope: Scope, *, festivals: Names = ("三八妇女节", "五一劳动节", "六一儿童节", "十一国庆节")
) -> Iterator[Standing]:
    """Each festival has its activity, until ten days after its day; one without a fixed day, within the year."""
    held = [each for each in scope.records("activity") if each.state == HELD]
    for festival in festivals:
        its = tuple(("activity", each.id) for each in held if each.festival == festival)
        known = FESTIVALS.get(festival)
        last = date(scope.year, *known) + DAYS_AFTER if known else scope.span.end
        state = at_least(len(its), 1, last, scope.day)
        what = f"{scope.span.label}{festival}没有开展主题活动"
        yield Standing(festival, scope.span.label, state, what, f"应在{last}前开展并登记", len(its), 1, its)


def galas(scope: Scope, span: Span) -> Iterator[Tally]:
    """联欢会 and 体育比赛 held."""
    held = [each for each in scope.within("activity", span) if each.state == HELD]
    for kind in ("联欢会", "体育比赛"):
        its = tuple(("activity", each.id) for each in held if each.kind == kind)
        yield Tally(kind, len(its), its)


GALA = quota(
    "activities.gala",
    told(
        "系统创建汇报 三(一)",
        "meter",
        "必须",
        "工会",
        "每年组织一次联欢会和一次体育活动。",
        seed="003",
        per="year",
    ),
    fields(Activity.kind, Activity.state, Activity.date),
    parameters={"limit": 1},
    counted=galas,
    label="开展",
    unit="次",
    at_least="limit",
)


@over_year(
    "activities.participation",
    told("系统创建汇报 二", "meter", "提倡", "职工", "职工参与创建活动率达到100%。", seed="003", per="year"),
    fields(Activity.expected, Activity.present, Activity.state, Activity.date),
)
def everyone_takes_part(scope: Scope, *, limit: int = 100) -> Iterator[Standing]:
    """The share of those expected who came; those left out by rule are not expected."""
    held = [each for each in scope.records("activity") if each.state == HELD and each.expected is not None]
    expected, present = sum(each.expected for each in held), sum(each.present or 0 for each in held)
    if not expected:
        yield Standing("职工", scope.span.label, "unknown")
        return
    state: State = at_least(present * 100, limit * expected, scope.span.end, scope.day)
    what = f"活动应参加{expected}人次，参加{present}人次，应达到{limit}%"
    short = tuple(("activity", each.id) for each in held if (each.present or 0) < each.expected)
    share = round(present * 100 / expected, 1)
    yield Standing("职工", scope.span.label, state, what, "请动员参加", share, limit, short)
