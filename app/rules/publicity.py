"""Limits on the use of seals (用印) and on what is published (信息宣传)."""

from __future__ import annotations

from collections.abc import Iterator

from app.figures.period import Period
from app.models.budgets.disclosure import Disclosure
from app.models.documents.press import Press
from app.models.documents.seal import Seal
from app.models.people.staff import Staff
from app.rules.approval import approved_by_a_head
from app.rules.periods import Span
from app.rules.rule import Names, Remark, Standing, Tally, at_least, broken, fields, near, over_year, quota, rule, told
from app.rules.scope import Scope
from app.rules.views import View


@rule(
    "seals.approved",
    told(
        "国务院关于印章管理的规定 第25条",
        "stop",
        "必须",
        "用印",
        "用印须经领导批准并登记，外借印章须按时归还。",
        source="国发〔1999〕25号",
    ),
    fields(Seal.approver, Seal.lent, Seal.lent_on, Seal.given_back, Staff.authority),
)
def seals_are_used_with_approval(
    seal: View, scope: Scope, *, authorities: Names = ("主要领导", "分管领导")
) -> Iterator[Remark]:
    """A leader approves each use of a seal; a seal that was lent comes back."""
    approver = scope.person(seal.approver)
    if approver is not None and approver.authority not in authorities:
        who = "或".join(authorities)
        yield broken(f"用印批准人{approver.name}不是{who}", f"请报{who}批准", "approver")
    if not seal.lent:
        return
    if seal.lent_on is None:
        yield broken("印章外借没有填写借出日期", "请补填借出日期", "lent_on")
    elif seal.given_back is not None and seal.given_back < seal.lent_on:
        yield broken(f"归还日期{seal.given_back}早于借出日期{seal.lent_on}", "请检查日期", "given_back")
    if scope.happened(seal.given_back) is None:
        yield near("印章外借，尚未归还", "请按时收回并填写归还日期", "given_back")


@rule(
    "press.no_routine",
    told(
        "实施细则 第9条",
        "stop",
        "禁止",
        "一般性会议活动、领导活动",
        "一般性会议活动和领导活动一律不予报道。",
        seed="001",
    ),
    fields(Press.content_kind, Press.kind),
    exempt="信息报送、信息简报除外",
)
def routine_is_not_reported(press: View, scope: Scope) -> Iterator[Remark]:
    """Ordinary meetings and the doings of leaders are no news (第9条)."""
    if press.content_kind in ("一般会议活动", "领导活动") and press.kind not in ("信息报送", "信息简报"):
        yield broken(f"报道内容为{press.content_kind}", "一律不予报道", "content_kind")


def counted_press(scope: Scope, span: Span, *kinds: str, outlets: Names | None = None) -> Iterator[Tally]:
    """Pieces of these kinds, in outlets of these kinds only where given."""
    found = [each for each in scope.within("press", span) if each.kind in kinds]
    meant = [each for each in found if outlets is None or each.outlet_kind in outlets]
    yield Tally("镇", len(meant), tuple(("press", each.id) for each in meant))


SEND_DYNAMICS = quota(
    "press.send_dynamics",
    told(
        "实施细则 第9条",
        "meter",
        "提倡",
        "工作动态类新闻",
        "工作动态类新闻积极向县政府网站和新闻网投稿。",
        seed="001",
        per="year",
    ),
    fields(Press.kind, Press.outlet_kind, Press.date),
    parameters={"limit": None},
    counted=lambda scope, span: counted_press(scope, span, "工作动态", outlets=("县政府网站", "新闻网站")),
    label="工作动态类新闻投稿",
    unit="篇",
    at_least="limit",
)

REPORTERS = quota(
    "press.reporters",
    told("实施细则 第9条", "meter", "必须", "镇", "每年请记者报道不超过4次。", seed="001", per="year"),
    fields(Press.kind, Press.date),
    parameters={"limit": 4},
    counted=lambda scope, span: counted_press(scope, span, "记者报道"),
    label="请记者报道",
    unit="次",
    at_most="limit",
    field="kind",
    do="请改为本镇自行投稿",
)

IMPORTANT = ("重要部署", "突发事件", "经济社会推进", "重要会议", "创新经验")


@over_year(
    "press.important_published",
    told(
        "实施细则 第9条",
        "confirm",
        "必须",
        "重要部署、突发事件、经济推进、重要会议、新方法",
        "重要部署、突发事件处置、经济推进、重要会议和创新经验及时公开。",
        seed="001",
        per="quarter",
    ),
    fields(Press.content_kind, Press.date, Disclosure.date, Disclosure.kind),
)
def important_matters_are_published(scope: Scope) -> Iterator[Standing]:
    """What was published in each quarter is shown; a person confirms that nothing is missing (第9条)."""
    for span in scope.spans("quarter"):
        told_of = [each for each in scope.within("press", span) if each.content_kind in IMPORTANT]
        records = [("press", each.id) for each in told_of]
        records += [("disclosure", each.id) for each in scope.within("disclosure", span)]
        yield Standing("镇", span.label, "needs-person", value=len(records), records=tuple(records))


@rule(
    "press.manuscript_approval",
    told(
        "实施细则 第13条",
        "stop",
        "必须",
        "文稿",
        "除县政府及县级部门网站的工作动态类新闻外，文稿发表须经镇主要领导审批。",
        seed="001",
    ),
    fields(Press.kind, Press.outlet_kind, Press.approver, Press.approved, Press.date, Staff.authority),
    exempt="在县政府网站、县级部门网站发表的工作动态除外",
)
def manuscripts_are_approved_by_a_head(press: View, scope: Scope) -> Iterator[Remark]:
    """A head approves what is published; news of the work on the county's own sites needs none (第13条)."""
    if press.kind in (None, "信息报送", "信息简报", "媒体采访"):
        return
    if press.kind == "工作动态" and press.outlet_kind in ("县政府网站", "县级部门网站"):
        return
    yield from approved_by_a_head(press, scope, press.kind, "审批", "发表日期")


@rule(
    "press.interview",
    told(
        "实施细则 第13条",
        "stop",
        "必须",
        "个人接受采访",
        "涉及重大敏感问题的采访须形成书面材料并由镇主要领导审批。",
        seed="001",
    ),
    fields(Press.kind, Press.sensitive, Press.written, Press.approver, Press.approved, Press.date, Staff.authority),
)
def delicate_interviews_are_written_and_approved(press: View, scope: Scope) -> Iterator[Remark]:
    """What is said to the media on a delicate matter is written down and approved by a head (第13条)."""
    if press.kind != "媒体采访" or not press.sensitive:
        return
    if not press.written:
        yield broken("涉及重大敏感问题的采访没有书面材料", "请形成书面材料", "written")
    yield from approved_by_a_head(press, scope, "涉及重大敏感问题的采访", "审批", "采访日期")


GROUP, AUTHORS = "staff.study_group", "press.members_published"


@over_year(
    "press.members_published",
    told(
        "创建总结 二(一)",
        "meter",
        "必须",
        "中心组成员",
        "每年一半以上中心组成员在县级以上媒体发表理论文章。",
        seed="003",
        per="year",
    ),
    fields(Press.staff, Press.level, Press.kind, Press.adopted, Press.date, Staff.study_group),
)
def members_of_the_study_group_publish(scope: Scope, *, limit: int = 50) -> Iterator[Standing]:
    """At least half of the members of the study group publish: different members, not articles."""
    from app.figures import count

    members = authors = 0
    if scope.day >= scope.span.start:
        period = Period(scope.span.start, scope.span.upto(scope.day))
        counted = [count(scope.connection, key, period).value for key in (GROUP, AUTHORS)]
        members, authors = (value if isinstance(value, int) else 0 for value in counted)
    if not members:
        yield Standing("镇", scope.span.label, "unknown")
        return
    state = at_least(authors * 100, limit * members, scope.span.end, scope.day)
    what = f"中心组{members}人，{authors}人发表理论文章，应达到{limit}%"
    own = tuple(("press", each.id) for each in scope.records("press") if each.kind == "理论文章")
    yield Standing(
        "镇", scope.span.label, state, what, "请组织撰写并投稿", round(authors * 100 / members, 1), limit, own
    )
