"""Limits on inspections and on matters under supervision (督查检查、督办): not twice, not unasked, and done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from app.figures.rounding import percentage
from app.models.conduct.inspection import Inspection
from app.models.conduct.supervision import Supervision
from app.models.people.village import Village
from app.rules.periods import Span
from app.rules.rule import (
    Reference,
    Remark,
    Standing,
    Tally,
    amount,
    at_least,
    broken,
    fields,
    near,
    over_year,
    quota,
    rule,
    told,
)
from app.rules.scope import Scope
from app.rules.views import View

SET_UP = ("党委政府设立", "上级部署")
VILLAGE_AFFAIRS = "村务公开检查"


@rule(
    "assessment.authority",
    told(
        "实施细则 第21条",
        "stop",
        "禁止",
        "各内设机构",
        "不得增设考核指标，不得擅自实施考核，不得擅自排名通报。",
        seed="001",
    ),
    fields(Inspection.kind, Inspection.authority, Inspection.added_indicators, Inspection.ranking),
)
def assessments_have_their_authority(inspection: View, scope: Scope) -> Iterator[Remark]:
    """A general assessment is set up by party and government or from above, without indicators of its own (第21条)."""
    if inspection.kind != "综合考核":
        return
    allowed = inspection.authority in SET_UP
    if not allowed:
        yield broken("擅自实施考核", "须由党委政府设立或上级部署，请填写设立依据", "authority")
    if inspection.added_indicators:
        yield broken("自行增设考核指标", "请取消", "added_indicators")
    if inspection.ranking and not allowed:
        yield broken("擅自排名通报", "请取消", "ranking")


def same_place(scope: Scope, inspection: View) -> list[View]:
    """Other inspections of the same target or village."""
    found = {other.id: other for key in ("target", "village") for other in scope.alike("inspection", key, inspection)}
    return [other for other in found.values() if other.date is not None]


def is_quarterly(inspection: View, others: Iterable[View]) -> bool:
    """True for the first look at the openness of a village in a quarter, which is asked for."""
    if inspection.kind != VILLAGE_AFFAIRS:
        return False
    quarter = (inspection.date.year, (inspection.date.month - 1) // 3)
    earlier = [
        other
        for other in others
        if other.kind == VILLAGE_AFFAIRS
        and (other.date.year, (other.date.month - 1) // 3) == quarter
        and (other.date, other.id or 10**12) < (inspection.date, inspection.id or 10**12)
    ]
    return not earlier


@rule(
    "inspections.repeated",
    told(
        "实施细则 第22条",
        "warn",
        "必须",
        "企业、村(社区)",
        "整合日常检查，避免多头检查、重复检查。",
        seed="001",
        per="year",
    ),
    fields(
        Inspection.target,
        Inspection.village,
        Inspection.date,
        Inspection.kind,
        Inspection.office,
        Inspection.subject,
        Inspection.merged,
    ),
    exempt="合并开展的检查，每季度一次的村务公开检查",
)
def nobody_is_inspected_twice(inspection: View, scope: Scope, *, days: int = 30) -> Iterator[Remark]:
    """The same place is not inspected again within thirty days for the same thing (第22条)."""
    if inspection.date is None or inspection.merged:
        return
    others = same_place(scope, inspection)
    if is_quarterly(inspection, others):
        return
    close = [
        other
        for other in others
        if not other.merged and scope.tells(inspection, other) and abs((inspection.date - other.date).days) <= days
    ]
    for other in close:
        alike = other.kind == inspection.kind or other.office != inspection.office
        if not alike or is_quarterly(other, [*same_place(scope, other), inspection]):
            continue
        again, apart = other.subject == inspection.subject, abs((inspection.date - other.date).days)
        what = f"{inspection.target}在{other.date}已检查过「{other.subject}」，相隔{apart}天"
        said, do = (broken, "请合并检查") if again else (near, "请核对能否合并")
        yield said(what, do, "date", others=(("inspection", other.id),))


def of_kind(scope: Scope, span: Span, kind: str) -> list[View]:
    """Inspections of a kind in a span."""
    return [each for each in scope.within("inspection", span) if each.kind == kind]


def references(inspections: Iterable[View]) -> tuple[Reference, ...]:
    """Where inspections are stored."""
    return tuple(("inspection", each.id) for each in inspections)


def by_village(scope: Scope, span: Span, kind: str) -> Iterator[Tally]:
    """Inspections of a kind for each village in being."""
    found = of_kind(scope, span, kind)
    for village in scope.villages(span):
        mine = [each for each in found if each.village == village.id]
        yield Tally(str(village.name), len(mine), references(mine))


OPENNESS_OF_VILLAGES = quota(
    "inspections.disclosure_quarterly",
    told(
        "机关作风建设调研 二(三)",
        "meter",
        "必须",
        "每个村(社区)",
        "党政办每季度检查一次各村的村务公开。",
        seed="002",
        per="quarter",
    ),
    fields(Inspection.village, Inspection.date, Inspection.kind, Village.name),
    parameters={"limit": 1},
    counted=lambda scope, span: by_village(scope, span, VILLAGE_AFFAIRS),
    label="村务公开检查",
    unit="次",
    at_least="limit",
    do="请检查并登记",
)


def accounts_examined(scope: Scope, span: Span) -> Iterator[Tally]:
    """财务审查 of the town itself and of each village."""
    own = [each for each in of_kind(scope, span, "财务审查") if each.village is None]
    yield Tally("镇", len(own), references(own))
    yield from by_village(scope, span, "财务审查")


ACCOUNTS_EXAMINED = quota(
    "inspections.finance",
    told("实施细则 三(三)", "meter", "必须", "镇、村、居", "严审镇、村、居三级财务。", seed="001", per="year"),
    fields(Inspection.kind, Inspection.village, Inspection.date, Village.name),
    parameters={"limit": 1},
    counted=accounts_examined,
    label="财务审查",
    unit="次",
    at_least="limit",
    do="请审查并登记",
)


def discipline_meetings(scope: Scope, span: Span) -> Iterator[Tally]:
    """Talks and notices of the discipline office (纪委会商通报)."""
    found = of_kind(scope, span, "纪委会商通报")
    yield Tally("镇纪委监察室", len(found), references(found))


DISCIPLINE_MEETINGS = quota(
    "inspections.coordination",
    told(
        "实施细则 三(一)",
        "meter",
        "必须",
        "镇纪委监察室",
        "镇纪委定期研究问题、沟通信息、通报情况。",
        seed="001",
        per="quarter",
    ),
    fields(Inspection.kind, Inspection.date),
    parameters={"limit": 1},
    counted=discipline_meetings,
    label="会商通报",
    unit="次",
    at_least="limit",
    do="请会商并登记",
)


@rule(
    "inspections.certificate",
    told("创建汇报 三(二)", "stop", "必须", "行政执法人员", "行政执法亮证执法。", seed="003"),
    fields(Inspection.kind, Inspection.certificate),
)
def officers_show_their_certificate(inspection: View, scope: Scope) -> Iterator[Remark]:
    """The number of the certificate shown stands with every act of law enforcement."""
    if inspection.kind == "行政执法" and not inspection.certificate:
        yield broken("行政执法没有登记出示的执法证号", "请填写", "certificate")


@rule(
    "supervision.three_together",
    told("政风行风建设总结 一", "warn", "必须", "责任单位", "行风建设与业务工作同部署、同检查、同考核。", seed="000"),
    fields(Supervision.source, Supervision.deployed, Supervision.checked, Supervision.assessed, Supervision.done),
)
def conduct_goes_with_the_work(task: View, scope: Scope) -> Iterator[Remark]:
    """A task of the year that is done was set, inspected and assessed together with conduct."""
    if task.source != "年度任务分解" or scope.happened(task.done) is None:
        return
    parts = (("deployed", "同部署"), ("checked", "同检查"), ("assessed", "同考核"))
    missing = [(key, named) for key, named in parts if not getattr(task, key)]
    if missing:
        yield broken(f"没有{'、'.join(named for _, named in missing)}", "请补做并登记", missing[0][0])


@over_year(
    "supervision.completion",
    told("系统创建汇报 二", "meter", "提倡", "创建任务", "创建任务完成率达到100%。", seed="003", per="year"),
    fields(Supervision.source, Supervision.done, Supervision.date, Supervision.matter),
)
def tasks_are_completed(scope: Scope, *, limit: int = 100) -> Iterator[Standing]:
    """Tasks of the campaign are done by the end of the year, so many per cent of them."""
    tasks = [each for each in scope.records("supervision") if each.source == "专项创建任务"]
    last = scope.span.upto(scope.day)
    open_ones = [each for each in tasks if each.done is None or each.done > last]
    if not tasks:
        yield Standing("创建任务", scope.span.label, "unknown")
        return
    done = len(tasks) - len(open_ones)
    state = "met" if done * 100 >= len(tasks) * limit else at_least(0, 1, scope.span.end, scope.day)
    rate = percentage(Fraction(done * 100, len(tasks)))
    what = f"创建任务{len(tasks)}件，完成{done}件，完成率{amount(rate)}%，应达到{amount(limit)}%"
    own = tuple(("supervision", each.id) for each in open_ones)
    yield Standing("创建任务", scope.span.label, state, what, "请完成并登记", rate, limit, own)
