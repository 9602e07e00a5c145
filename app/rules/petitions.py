"""Limits on petitions and disputes (信访与矛盾纠纷): who answers for a case, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import select

from app.models.conduct.zero_report import ZeroReport
from app.models.outreach.petition import Petition
from app.rules.confirming import signed_reports
from app.rules.documents import due_remarks
from app.rules.periods import Span
from app.rules.rule import MET, UNKNOWN, Remark, Standing, State, broken, fields, near, over_year, rule, told
from app.rules.scope import Scope
from app.rules.views import View, fetch
from app.store.tables import History

REVEALED = "reveal"
"""The action under which the history keeps who looked at what is hidden."""
TO_CAPITAL = "进京赴省上访"
CLOSED = ("已化解", "已办结", "不予受理")
LEADER_AFTER = 30
"""Days after which any open case has a leader in charge."""


@rule(
    "petitions.owner",
    told("实施细则 第3条", "stop", "必须", "信访事项", "信访事项按辖区、部门、行业落实责任。", seed="001"),
    fields(Petition.owner_kind, Petition.office, Petition.status),
)
def every_case_has_an_owner(petition: View, scope: Scope) -> Iterator[Remark]:
    """A case taken up belongs to an office, by area, department or trade (第3条)."""
    if petition.status in ("登记", "不予受理", None):
        return
    if petition.owner_kind is None:
        yield broken("没有落实责任制", "请选择辖区、部门或行业负责", "owner_kind")
    elif petition.office is None:
        yield broken("没有落实责任机构", "请填写责任机构", "office")


@rule(
    "petitions.leader",
    told("实施细则 第3条", "stop", "必须", "矛盾纠纷、信访积案", "矛盾纠纷和信访积案落实领导包案。", seed="001"),
    fields(Petition.leader, Petition.backlog, Petition.channel, Petition.date, Petition.done, Petition.status),
)
def hard_cases_have_a_leader(petition: View, scope: Scope) -> Iterator[Remark]:
    """Disputes, backlog and whatever is open for more than thirty days has a leader in charge (第3条)."""
    if petition.leader is not None or petition.date is None:
        return
    done = scope.happened(petition.done)
    closed = done is None and petition.done is None and petition.status in CLOSED
    open_days = 0 if closed else ((done or scope.day) - petition.date).days
    if petition.backlog or petition.channel == "排查":
        yield broken("信访积案" if petition.backlog else "排查出的矛盾纠纷", "请落实领导包案", "leader")
    elif open_days > LEADER_AFTER:
        yield broken(f"登记后已{open_days}天，没有包案领导", "请落实领导包案", "leader", open_days)


@rule(
    "petitions.told_15_days",
    told(
        "信访工作条例 第23条",
        "warn",
        "必须",
        "信访事项",
        "15日内书面告知是否受理，不属本机关的转送事项5个工作日内提出异议。",
        source="2022年",
    ),
    fields(Petition.told, Petition.date, Petition.channel, Petition.status, Petition.objected, Petition.assigned),
)
def petitioners_are_told_in_time(petition: View, scope: Scope, *, days: int = 15, object: int = 5) -> Iterator[Remark]:
    """Within fifteen days a petitioner is told; what is not ours is given back within five working days."""
    if petition.channel == "上级交办" and petition.status == "不予受理":
        if petition.assigned is None:
            yield UNKNOWN
            return
        yield MET
        last = scope.calendar.after_workdays(petition.assigned, object)
        yield from due_remarks(scope, last, petition.objected, 3, "提出异议", "objected")
    elif petition.channel != "排查" and petition.date is not None:
        yield MET
        last = petition.date + timedelta(days=days)
        yield from due_remarks(scope, last, petition.told, 3, "书面告知是否受理", "told")


def extension_fault(petition: View, latest: date) -> str | None:
    """Why an extension does not hold, if it does not."""
    if petition.extension_approver is None:
        return "没有延期批准人"
    if not petition.extension_reason:
        return "没有延期理由"
    return f"晚于最长期限{latest}" if petition.extended > latest else None


@rule(
    "petitions.close_60_days",
    told(
        "信访工作条例 第34条",
        "warn",
        "必须",
        "信访事项",
        "信访事项自受理之日起60日内办结，经批准可延长不超过30日。",
        source="2022年",
    ),
    fields(
        Petition.accepted,
        Petition.due,
        Petition.done,
        Petition.extended,
        Petition.extension_approver,
        Petition.extension_reason,
        Petition.status,
    ),
)
def cases_are_closed_in_time(
    petition: View, scope: Scope, *, days: int = 60, extension: int = 30, near: int = 7
) -> Iterator[Remark]:
    """Closed within sixty days of acceptance, ninety where the extension was approved; the last day is in time."""
    if petition.status == "不予受理":
        return
    if petition.accepted is None or (petition.done is None and petition.status in CLOSED):
        yield UNKNOWN
        return
    yield MET
    last = petition.accepted + timedelta(days=days)
    if petition.due is not None:
        last = min(last, petition.due)
    if petition.extended is not None:
        fault = extension_fault(petition, petition.accepted + timedelta(days=days + extension))
        if fault is None:
            last = petition.extended
        else:
            yield broken(f"延期至{petition.extended}，{fault}", "延期不成立，请按规定办理延期", "extended")
            if scope.happened(petition.done) is None or petition.done > last:
                return
    yield from due_remarks(scope, last, petition.done, near, "办结", "done")


@rule(
    "petitions.review_30_days",
    told(
        "信访工作条例 第35条",
        "warn",
        "必须",
        "复查事项",
        "收到答复之日起30日内可申请复查，复查30日内答复。",
        source="2022年",
    ),
    fields(Petition.review_asked, Petition.review_answered, Petition.answered),
)
def reviews_are_answered_in_time(petition: View, scope: Scope, *, ask: int = 30, answer: int = 30) -> Iterator[Remark]:
    """A review may be asked for within thirty days of the answer, and is answered within thirty."""
    asked = scope.happened(petition.review_asked)
    if asked is None:
        return
    if petition.answered is not None and (asked - petition.answered).days > ask:
        late = (asked - petition.answered).days
        yield broken(f"收到答复后{late}天才申请复查", f"已过{ask}日期限，请告知不再受理", "review_asked", late)
        return
    last = asked + timedelta(days=answer)
    if scope.happened(petition.review_answered) is None and scope.day <= last:
        yield near(f"{asked}申请复查，应在{last}前答复", "请按期答复", "review_answered")
    else:
        yield from due_remarks(scope, last, petition.review_answered, 0, "答复复查", "review_answered")


@rule(
    "petitions.representatives",
    told("信访工作条例 第20条", "warn", "必须", "集体访", "多人走访的，推选代表不超过5人。", source="2022年"),
    fields(Petition.channel, Petition.persons),
)
def groups_send_representatives(petition: View, scope: Scope, *, limit: int = 5) -> Iterator[Remark]:
    """More than five who come together name representatives; exactly five do not."""
    if petition.channel == "来访" and petition.persons is not None and petition.persons > limit:
        yield broken(f"来访{petition.persons}人，超过{limit}人", "请推选代表", "persons", petition.persons)


def seen_without_reason(scope: Scope) -> frozenset[int]:
    """Cases whose hidden fields somebody looked at without a reason being kept."""
    asked = select(History.record_id, History.fields).where(History.register == "petition", History.action == REVEALED)
    return frozenset(row[0] for row in scope.connection.execute(asked) if not str(row[1].get("reason") or "").strip())


@rule(
    "petitions.informant",
    told(
        "信访工作条例 第30条",
        "stop",
        "禁止",
        "检举控告材料",
        "不得将检举控告人及材料透露给被检举控告人。",
        source="2022年",
    ),
    fields(Petition.kind),
)
def informers_stay_hidden(petition: View, scope: Scope) -> Iterator[Remark]:
    """Name, address, phone and content of an informer are hidden everywhere; who sees them says why, and it is kept."""
    if petition.kind != "检举控告":
        return
    yield MET
    if petition.id in scope.once("seen without reason", lambda: seen_without_reason(scope)):
        yield broken("有人查看过保密内容，没有写明理由", "请查明并补记理由", "kind")


def window_of(start: str | None, end: str | None) -> Span | None:
    """The days from one set day to another; None where they are no days or the wrong way round."""
    try:
        first, last = date.fromisoformat(str(start)), date.fromisoformat(str(end))
    except ValueError:
        return None
    return Span(first, last, f"{first}至{last}") if first <= last else None


@over_year(
    "petitions.none_to_capital",
    told("群众路线自查 三", "confirm", "必须", "镇", "重点时段不发生进京赴省上访。", seed="004"),
    fields(Petition.level, Petition.date, Petition.name)
    | fields(ZeroReport.subject, ZeroReport.signed, ZeroReport.start, ZeroReport.end),
    needs=("start", "end"),
)
def nobody_goes_to_the_capital(scope: Scope, *, start: str | None = None, end: str | None = None) -> Iterator[Standing]:
    """In a window that the office sets nobody petitions in the capital or the province; a zero report says so."""
    window = window_of(start, end)
    if window is None or window.start > scope.span.upto(scope.day) or window.end < scope.span.start:
        yield Standing("镇", window.label if window else "", "unknown")
        return
    within = Petition.date.between(window.start, window.upto(scope.day)), Petition.level.in_(("省", "京"))
    found = tuple(("petition", each.id) for each in fetch(scope.connection, "petition", ("date",), *within))
    if found:
        what = f"{window.label}{TO_CAPITAL}{len(found)}件"
        yield Standing("镇", window.label, "broken", what, "不能写未发生", len(found), 0, found, asks=window)
        return
    reports = signed_reports(scope.connection, TO_CAPITAL, window.start, window.upto(scope.day), scope.day)
    state: State = "met" if reports else "needs-person"
    yield Standing("镇", window.label, state, value=0, records=reports, asks=window, report=TO_CAPITAL)
