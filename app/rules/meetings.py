"""Limits on meetings (会议): how many, how long, who approves, how they are arranged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from app.kinds import names_in
from app.models.meetings.meeting import Meeting
from app.models.people.staff import Staff
from app.rules.periods import Span
from app.rules.rule import (
    MET,
    UNKNOWN,
    Names,
    Remark,
    Standing,
    Tally,
    broken,
    fields,
    near,
    over_year,
    quota,
    rule,
    told,
)
from app.rules.scope import APPROVED, Scope, days_after
from app.rules.views import View

HELD = APPROVED["meeting"]
CALLED_OFF = ("未批准", "已取消")


def of_kinds(scope: Scope, span: Span, kinds: Names) -> list[View]:
    """Meetings of these kinds in a span that count towards a quota; the one being typed counts unless called off."""

    def counts(meeting: View) -> bool:
        at_hand = scope.hand is not None and meeting is scope.hand.view
        held = meeting.status not in CALLED_OFF if at_hand else meeting.status in HELD
        return held and meeting.kind in kinds and not meeting.superior

    return [meeting for meeting in scope.within("meeting", span) if counts(meeting)]


def plenary_meetings(scope: Scope, span: Span, *, kinds: Names) -> Iterator[Tally]:
    """Meetings of the whole staff in a month."""
    found = of_kinds(scope, span, kinds)
    yield Tally("镇", len(found), tuple(("meeting", meeting.id) for meeting in found))


def business_meetings(scope: Scope, span: Span, *, kinds: Names, per_office: bool) -> Iterator[Tally]:
    """Business meetings in a month, of the town together or of each office."""
    found = of_kinds(scope, span, kinds)
    for office in dict.fromkeys(meeting.office if per_office else None for meeting in found) or (None,):
        its = [meeting for meeting in found if not per_office or meeting.office == office]
        whose = scope.name_of("office", office) if office else "镇"
        yield Tally(whose, len(its), tuple(("meeting", meeting.id) for meeting in its))


PLENARY = quota(
    "meetings.plenary_per_month",
    told("实施细则 第6条", "meter", "必须", "镇", "全体性会议每月不超过2次。", seed="001", per="month"),
    fields(Meeting.date, Meeting.kind, Meeting.status, Meeting.superior),
    exempt="上级临时安排的会议不计",
    parameters={"limit": 2, "kinds": ("全体性会议",)},
    counted=plenary_meetings,
    label="全体性会议已开",
    unit="次",
    at_most="limit",
    field="date",
    do="请合并召开或改到下月",
)

BUSINESS = quota(
    "meetings.business_per_month",
    told("实施细则 第6条", "meter", "必须", "镇", "业务性会议每月不超过3次。", seed="001", per="month"),
    fields(Meeting.date, Meeting.kind, Meeting.status, Meeting.superior, Meeting.office),
    exempt="上级临时安排的会议不计",
    parameters={"limit": 3, "kinds": ("业务性会议",), "per_office": False},
    counted=business_meetings,
    label="业务性会议已开",
    unit="次",
    at_most="limit",
    field="date",
    do="请合并召开或改到下月",
)


@rule(
    "meetings.duration",
    told("实施细则 第7条", "warn", "原则上", "会议", "会议时长原则上不超过2小时。", seed="001"),
    fields(Meeting.minutes, Meeting.kind, Meeting.status),
    exempt="人代会、党代会、三干会除外",
)
def meetings_are_short(
    meeting: View, scope: Scope, *, limit: int = 120, exempt_kinds: Names = ("人代会", "党代会", "三干会")
) -> Iterator[Remark]:
    """A meeting lasts at most two hours; exactly two pass (第7条)."""
    if meeting.status in CALLED_OFF or meeting.kind in exempt_kinds or meeting.minutes is None:
        return
    if meeting.minutes > limit:
        what = f"会议时长{meeting.minutes}分钟，超过{limit}分钟"
        yield broken(what, "请压缩议程或分次安排", "end", meeting.minutes)


@rule(
    "meetings.speakers",
    told("实施细则 第7条", "warn", "必须", "同一项工作", "同一项工作的讲话发言人不超过2人。", seed="001"),
    fields(Meeting.items, Meeting.status),
)
def speakers_are_few(meeting: View, scope: Scope, *, limit: int = 2) -> Iterator[Remark]:
    """At most two people speak on one matter: counted for each item, not for the meeting (第7条)."""
    if meeting.status in CALLED_OFF:
        return
    for item in meeting.items:
        speakers = len(names_in(item.speakers or ""))
        if speakers > limit:
            what = f"议题「{item.topic}」有{speakers}人发言，最多{limit}人"
            yield broken(what, "请减少发言人", "items", speakers)


@rule(
    "meetings.approval_main",
    told("实施细则 第5条", "stop", "必须", "全镇性会议", "召开全镇性会议须经党委政府主要领导审批。", seed="001"),
    fields(
        *(Meeting.kind, Meeting.status, Meeting.superior, Meeting.approver, Meeting.approved, Meeting.date),
        Staff.authority,
    ),
    exempt="上级临时安排的会议除外",
)
def town_meetings_are_approved_by_the_head(
    meeting: View, scope: Scope, *, kinds: Names = ("全体性会议", "职工大会", "动员会", "三干会")
) -> Iterator[Remark]:
    """A meeting of the whole town is approved by one of the two heads, not after its day (第5条)."""
    if meeting.kind not in kinds or meeting.status not in HELD or meeting.superior:
        return
    approver = scope.person(meeting.approver)
    if approver is None or approver.authority != "主要领导":
        yield broken(f"{meeting.kind}没有经主要领导审批", "请报主要领导审批并填写批准人", "approver")
    elif meeting.approved is None:
        yield broken(f"{meeting.kind}没有填写批准日期", "请补填批准日期", "approved")
    elif meeting.date and meeting.approved > meeting.date:
        yield broken(f"批准日期{meeting.approved}晚于会议日期{meeting.date}", "会议须先批准后召开", "approved")


@rule(
    "meetings.approval_topical",
    told("实施细则 第5条", "stop", "必须", "专题会议", "专题会议由分管领导审批确定。", seed="001"),
    fields(Meeting.kind, Meeting.status, Meeting.approver, Meeting.approved, Meeting.date, Staff.authority),
)
def topical_meetings_are_approved_by_the_leader_in_charge(meeting: View, scope: Scope) -> Iterator[Remark]:
    """A topical meeting is approved by the leader in charge or a head, not after its day (第5条)."""
    if meeting.kind != "专题会议" or meeting.status not in HELD:
        return
    approver = scope.person(meeting.approver)
    if approver is None or approver.authority not in ("分管领导", "主要领导"):
        yield broken("专题会议没有经分管领导审批", "请报分管领导审批并填写批准人", "approver")
    elif meeting.approved and meeting.date and meeting.approved > meeting.date:
        yield broken(f"批准日期{meeting.approved}晚于会议日期{meeting.date}", "会议须先批准后召开", "approved")


@rule(
    "meetings.necessity",
    told(
        "实施细则 第5条", "warn", "禁止", "会议", "能不开的会不开，能以文电部署的不开会，开会须写明理由。", seed="001"
    ),
    fields(Meeting.necessity, Meeting.status, Meeting.kind, Meeting.superior),
    exempt="上级临时安排的会议和党委会、政府办公会等例会除外",
)
def meetings_are_needed(
    meeting: View,
    scope: Scope,
    *,
    exempt_kinds: Names = ("人代会", "党代会", "党委会", "政府办公会", "党政联席会", "班子会", "民主生活会"),
) -> Iterator[Remark]:
    """A meeting says why a paper or a call would not do (第5条)."""
    if meeting.status in HELD and not meeting.superior and meeting.kind not in exempt_kinds and not meeting.necessity:
        yield broken("没有写明召开理由", "请写明为什么不能以文电代替", "necessity")


@over_year(
    "meetings.bundled",
    told("实施细则 第4条", "meter", "必须", "镇", "统筹安排会议，努力做到一会多务。", seed="001", per="year"),
    fields(Meeting.kind, Meeting.office, Meeting.date, Meeting.items),
    typed=("meeting",),
)
def matters_are_bundled(scope: Scope, *, days: int = 7) -> Iterator[Standing]:
    """Shown, no limit: items to a meeting; while typing, a like one within a week is offered for merging (第4条)."""
    if scope.hand is None:
        held = [meeting for meeting in scope.approved("meeting") if meeting.status == "已召开"]
        items = sum(len(meeting.items) for meeting in held)
        yield Standing("镇", scope.span.label, "met", value=round(items / len(held), 1) if held else None)
        return
    meeting = scope.hand.view
    if meeting.date is None or meeting.kind is None or meeting.office is None or meeting.status in CALLED_OFF:
        return
    span = Span(days_after(meeting.date, -days), days_after(meeting.date, days), "")
    for other in scope.within("meeting", span):
        alike = other.kind == meeting.kind and other.office == meeting.office and other.status in HELD
        if alike and other is not meeting:
            what = f"{other.date}有同一机构的同类会议「{other.title}」"
            yield Standing(
                str(meeting.title or ""),
                str(meeting.date),
                "near",
                what,
                "可以合并召开",
                field="date",
                records=(("meeting", other.id),),
            )


@rule(
    "meetings.registered_first",
    told("实施细则 第6条", "warn", "原则上", "会议", "会议安排原则上由党政办统筹协调，先登记后召开。", seed="001"),
    fields(Meeting.requested, Meeting.date, Meeting.status, Meeting.superior, Meeting.kind),
    exempt="上级临时安排的会议除外",
)
def meetings_are_registered_first(meeting: View, scope: Scope, *, exempt_kinds: Names = ()) -> Iterator[Remark]:
    """A meeting is applied for before it is held (第6条)."""
    if meeting.status != "已召开" or meeting.superior or meeting.kind in exempt_kinds:
        return
    if meeting.requested is None:
        yield broken("没有填写申请日期", "会议须先到党政办登记", "requested")
    elif meeting.date and meeting.requested > meeting.date:
        yield broken(f"申请日期{meeting.requested}晚于会议日期{meeting.date}", "会议须先登记后召开", "requested")


def overlaps(meeting: View, other: View) -> bool:
    """True where the times of two meetings of one day overlap."""
    if meeting.start is None or other.start is None:
        return False
    last = time(23, 59)
    return bool(meeting.start < (other.end or last) and other.start < (meeting.end or last))


def called(meetings: list[View]) -> str:
    """The first meeting by its title, and how many more."""
    return f"「{meetings[0].title}」" + (f"等{len(meetings)}个会议" if len(meetings) > 1 else "")


@rule(
    "meetings.lead_time",
    told("实施细则 第6条", "warn", "提倡", "会议", "提倡会议提前协调安排。", seed="001"),
    fields(
        Meeting.date,
        Meeting.requested,
        Meeting.start,
        Meeting.end,
        Meeting.venue,
        Meeting.host,
        Meeting.title,
        Meeting.status,
    ),
)
def meetings_are_arranged_ahead(meeting: View, scope: Scope, *, days: int = 1) -> Iterator[Remark]:
    """A meeting is arranged a day ahead, and no room and no chairman is needed twice at once (第6条)."""
    if meeting.status in CALLED_OFF or meeting.date is None:
        return
    yield UNKNOWN if meeting.requested is None else MET
    if meeting.requested is not None and (meeting.date - meeting.requested).days < days:
        yield near(f"提前{(meeting.date - meeting.requested).days}天申请，提倡提前{days}天", "", "requested")
    clashes = [
        other
        for other in scope.alike("meeting", "date", meeting)
        if other.status not in CALLED_OFF and scope.tells(meeting, other) and overlaps(meeting, other)
    ]
    for key, named in (("venue", "地点"), ("host", "主持人")):
        same = [other for other in clashes if getattr(meeting, key) and getattr(other, key) == getattr(meeting, key)]
        if same:
            what = f"与{called(same)}时间重叠，{named}相同"
            yield near(what, f"请改时间或{named}", key, others=tuple(("meeting", other.id) for other in same))


@rule(
    "meetings.size",
    told("实施细则 第7条", "warn", "必须", "会议", "严格控制会议规模。", seed="001"),
    fields(Meeting.expected, Meeting.present),
    needs=("limit",),
)
def meetings_are_small(meeting: View, scope: Scope, *, limit: int | None = None) -> Iterator[Remark]:
    """Those expected, or else present, are at most so many (第7条)."""
    people = meeting.expected if meeting.expected is not None else meeting.present
    if people is None:
        yield UNKNOWN
    elif limit is not None and people > limit:
        yield broken(f"参会{people}人，超过{limit}人", "请控制会议规模", "expected", people)
    else:
        yield MET
