"""Limits on trips (外出考察培训) and on leading groups (领导小组)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from app.models.people.outing import Outing
from app.models.people.team import Team
from app.rules.periods import Span
from app.rules.rule import Names, Remark, Standing, Tally, at_least, broken, fields, over_year, quota, rule, told
from app.rules.scope import Scope
from app.rules.views import View


@rule(
    "outings.upper_consent",
    told(
        "实施细则 第14条",
        "stop",
        "禁止",
        "镇机关",
        "外出学习、招商引资和重大交流须经县委、县政府同意。",
        seed="001",
    ),
    fields(
        *(Outing.kind, Outing.within_county, Outing.upper_consent),
        *(Outing.consent_no, Outing.consent_date, Outing.date),
    ),
    exempt="县内的除外",
)
def trips_abroad_have_consent(
    outing: View, scope: Scope, *, kinds: Names = ("考察学习", "招商引资", "重大交流")
) -> Iterator[Remark]:
    """Nobody leaves the county to learn, to win investors or to exchange before the county has agreed (第14条)."""
    if outing.kind not in kinds or outing.within_county:
        return
    if not outing.upper_consent:
        yield broken(f"{outing.kind}没有经县委、县政府同意", "请先报批", "upper_consent")
    elif not outing.consent_no:
        yield broken("没有填写同意文号", "请补填", "consent_no")
    elif outing.consent_date is None:
        yield broken("没有填写同意日期", "请补填", "consent_date")
    elif outing.date is not None and outing.consent_date > outing.date:
        what = f"同意日期{outing.consent_date}晚于出发日期{outing.date}"
        yield broken(what, "须先同意后外出", "consent_date")


@rule(
    "outings.work_related",
    told("实施细则 第14条", "stop", "禁止", "镇机关", "严禁参加与工作无关的培训班、研讨班和论坛。", seed="001"),
    fields(Outing.work_related, Outing.kind),
)
def trips_are_for_work(outing: View, scope: Scope) -> Iterator[Remark]:
    """No course and no forum that has nothing to do with the work (第14条)."""
    if outing.work_related is False:
        yield broken(f"{outing.kind or '外出'}与工作无关", "严禁参加", "work_related")


@rule(
    "outings.no_scenic",
    told("实施细则 第14条", "stop", "禁止", "镇机关", "严禁以任何名义到风景名胜区考察学习。", seed="001"),
    fields(Outing.scenic),
)
def trips_avoid_scenic_spots(outing: View, scope: Scope) -> Iterator[Remark]:
    """Never to a scenic spot, under whatever name (第14条)."""
    if outing.scenic:
        yield broken("外出涉及风景名胜区", "严禁以任何名义前往", "scenic")


def festivals_elsewhere(scope: Scope, span: Span) -> Iterator[Tally]:
    """Festivals attended outside the county."""
    found = [each for each in scope.within("outing", span) if each.kind == "节庆活动" and not each.within_county]
    yield Tally("镇机关", len(found), tuple(("outing", each.id) for each in found))


FESTIVALS = quota(
    "outings.festivals",
    told("实施细则 第14条", "meter", "必须", "镇机关", "从严控制参加外地节庆活动。", seed="001", per="year"),
    fields(Outing.kind, Outing.within_county, Outing.date),
    parameters={"limit": None},
    counted=festivals_elsewhere,
    label="参加外地节庆活动",
    unit="次",
    at_most="limit",
    field="kind",
    do="请从严控制",
)


def is_named(team: View, words: Names) -> bool:
    """True for a group whose name holds one of the words."""
    return any(word in (team.name or "") for word in words)


@rule(
    "teams.head",
    told(
        "机关作风建设调研 二",
        "warn",
        "必须",
        "作风建设领导小组",
        "作风建设领导小组由党委书记任组长。",
        seed="002",
    ),
    fields(Team.kind, Team.name, Team.head_post),
)
def the_party_secretary_heads_the_group(
    team: View, scope: Scope, *, words: Names = ("作风", "政风")
) -> Iterator[Remark]:
    """The group for conduct is headed by the party secretary himself."""
    if team.kind in ("领导小组", "调研小组") and is_named(team, words) and "党委书记" not in (team.head_post or ""):
        yield broken(f"组长职务为{team.head_post or '空'}", "应由党委书记任组长", "head_post")


@over_year(
    "teams.first_quarter",
    told("政风行风建设总结 一", "meter", "必须", "党政班子", "年初成立政风行风建设领导小组。", seed="000", per="year"),
    fields(Team.kind, Team.name, Team.date, Team.ended),
)
def the_group_is_there_early_in_the_year(
    scope: Scope, *, month: int = 3, words: Names = ("作风", "政风")
) -> Iterator[Standing]:
    """The group for conduct is in being on the last day of March."""
    month = min(max(month, 1), 12)
    last = date(scope.year, month, monthrange(scope.year, month)[1])
    found = [
        ("team", team.id)
        for team in scope.records("team")
        if team.kind == "领导小组"
        and is_named(team, words)
        and team.date <= last
        and (team.ended is None or team.ended > last)
    ]
    state = at_least(len(found), 1, last, scope.day)
    what = f"{last}前没有成立名称含「{'」或「'.join(words)}」的领导小组"
    yield Standing("党政班子", scope.span.label, state, what, "请成立并登记", len(found), 1, tuple(found))


@rule(
    "teams.size_stated",
    told("系统创建汇报 二", "warn", "必须", "领导小组", "领导小组载明人数与成员名单一致。", seed="003"),
    fields(Team.stated, Team.size, Team.people, Team.head),
)
def the_stated_number_is_that_of_the_list(team: View, scope: Scope) -> Iterator[Remark]:
    """The group has as many members as its paper says, and one head, who is the one named."""
    if team.stated is None:
        return
    if team.size != team.stated:
        yield broken(f"载明{team.stated}人，名单{team.size or 0}人", "请核对", "stated", team.size)
    heads = [row.name for row in team.people if row.role == "组长"]
    if len(heads) != 1:
        yield broken(f"名单中有{len(heads)}名组长", "应只有1名组长", "people", len(heads))
    elif heads[0] != team.head:
        yield broken(f"名单中的组长{heads[0]}不是{team.head or '空'}", "请核对", "people")
