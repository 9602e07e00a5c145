"""Limits on papers issued and received (公文): who signs, in which order, how soon handled and archived."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.kinds import names_in
from app.models.documents.incoming import Incoming
from app.models.documents.outgoing import NUMBERED, Outgoing
from app.models.documents.secrecy import SECRET
from app.models.people.staff import Staff
from app.rules.periods import Span
from app.rules.rule import (
    Names,
    Remark,
    Standing,
    State,
    broken,
    fields,
    near,
    over_year,
    rule,
    told,
)
from app.rules.scope import Scope
from app.rules.views import View

ISSUED = ("已印发", "已归档")


@rule(
    "documents.approval",
    told(
        "实施细则 第10条",
        "stop",
        "必须",
        "以党委、政府名义的公文",
        "以党委、政府名义发文须经主要领导签发。",
        seed="001",
    ),
    fields(Outgoing.issuer, Outgoing.status, Outgoing.signer, Outgoing.signed, Outgoing.issued, Staff.authority),
)
def papers_are_signed_by_the_head(paper: View, scope: Scope) -> Iterator[Remark]:
    """A paper in the name of party or government is signed by one of the two heads, not after it went out (第10条)."""
    if paper.issuer not in ("党委", "政府", "党政联合") or paper.status not in NUMBERED:
        return
    signer = scope.person(paper.signer)
    if signer is None or signer.authority != "主要领导":
        yield broken(f"以{paper.issuer}名义发文没有经主要领导签发", "请报主要领导签发并填写签发人", "signer")
    elif paper.signed is None:
        yield broken("没有填写签发日期", "请补填签发日期", "signed")
    elif paper.issued and paper.signed > paper.issued:
        yield broken(f"签发日期{paper.signed}晚于印发日期{paper.issued}", "公文须先签发后印发", "signed")


@rule(
    "documents.needed",
    told(
        "实施细则 第10条",
        "warn",
        "禁止",
        "公文",
        "上级已有明文规定的、可发可不发的文件一律不发，发文须写明必要性。",
        seed="001",
    ),
    fields(Outgoing.covered, Outgoing.necessity, Outgoing.kind, Outgoing.status),
    exempt="函、纪要、请示、报告除外",
)
def papers_are_needed(
    paper: View, scope: Scope, *, exempt_kinds: Names = ("函", "纪要", "请示", "报告")
) -> Iterator[Remark]:
    """What a superior has already laid down is not issued again; each paper says why it is needed (第10条)."""
    if paper.status not in NUMBERED or paper.kind in exempt_kinds:
        return
    if paper.covered:
        yield broken("上级已有明文规定", "不再发文", "covered")
    if not paper.necessity:
        yield broken("没有写明发文必要性", "请补填发文必要性", "necessity")


@rule(
    "documents.charge_leader",
    told("实施细则 第12条", "stop", "必须", "公文", "业务材料须经分管领导把关审签。", seed="001"),
    fields(Outgoing.charge_leader, Outgoing.charge_signed, Outgoing.status),
)
def the_leader_in_charge_has_read_it(paper: View, scope: Scope) -> Iterator[Remark]:
    """The leader in charge signs before the paper is issued (第12条)."""
    if paper.status not in NUMBERED:
        return
    if paper.charge_leader is None:
        yield broken("没有分管领导审签", "请填写分管领导和审签日期", "charge_leader")
    elif paper.charge_signed is None:
        yield broken("没有填写分管领导审签日期", "请补填", "charge_signed")


STEPS = (
    ("drafted", "拟稿"),
    ("checked", "核稿"),
    ("charge_signed", "分管领导审签"),
    ("signed", "签发"),
    ("issued", "印发"),
)


@rule(
    "documents.order_of_signing",
    told("实施细则 第12条", "warn", "必须", "公文", "公文严格逐级审签，不得越级。", seed="001"),
    fields(Outgoing.drafted, Outgoing.checked, Outgoing.charge_signed, Outgoing.signed, Outgoing.issued),
)
def papers_are_signed_step_by_step(paper: View, scope: Scope) -> Iterator[Remark]:
    """拟稿, 核稿 and 分管领导审签 in either order, 签发, 印发: none left out, none dated before (第12条)."""
    days = [(key, named, getattr(paper, key)) for key, named in STEPS]
    for at, (key, named, day) in enumerate(days):
        if day is None:
            continue
        for earlier_key, earlier, earlier_day in days[: 1 if key == "charge_signed" else at]:
            if earlier_day is None:
                yield broken(f"已{named}，但没有{earlier}日期", "请逐级审签并补填", earlier_key)
                return
            if earlier_day > day:
                yield broken(f"{named}日期{day}早于{earlier}日期{earlier_day}", "请检查日期", key)
                return


@rule(
    "documents.upward",
    told(
        "党政机关公文处理工作条例 第9条和第15条",
        "stop",
        "必须",
        "上行文",
        "上行文原则上主送一个机关，并标注签发人。",
        source="中办发〔2012〕14号",
    ),
    fields(Outgoing.direction, Outgoing.to, Outgoing.signer, Outgoing.status, Outgoing.issuer, Outgoing.secrecy),
)
def upward_papers_go_to_one_office(paper: View, scope: Scope) -> Iterator[Remark]:
    """A paper upward has one addressee, two where party and government sign together, and names its signer."""
    if paper.direction != "上行文" or paper.secrecy in SECRET:
        return
    names, most = len(names_in(paper.to or "")), 2 if paper.issuer == "党政联合" else 1
    if names > most or (names == 0 and paper.status in NUMBERED):
        yield broken(f"上行文主送{names}个机关，应主送{most}个", "请改为抄送其他机关", "to", names)
    if paper.status in NUMBERED and paper.signer is None:
        yield broken("上行文没有标注签发人", "请填写签发人", "signer")


REQUESTS = ("请批示", "请审批", "请批准", "妥否")


@rule(
    "documents.single_matter",
    told(
        "党政机关公文处理工作条例 第15条",
        "stop",
        "必须",
        "请示",
        "请示应当一文一事，报告中不得夹带请示事项。",
        source="中办发〔2012〕14号",
    ),
    fields(Outgoing.kind, Outgoing.single_matter, Outgoing.text),
    where=Outgoing.kind.in_(("请示", "报告")),
)
def a_request_has_one_matter(paper: View, scope: Scope) -> Iterator[Remark]:
    """A 请示 asks one thing; a 报告 asks nothing."""
    if paper.kind == "请示" and not paper.single_matter:
        yield broken("请示没有注明一文一事", "请确认只写一件事，并在「一文一事」选是", "single_matter")
    found = [word for word in REQUESTS if paper.kind == "报告" and word in (paper.text or "")]
    if found:
        yield near(f"报告正文有「{found[0]}」", "报告不得夹带请示事项，请另行请示", "text", kind="warn")


@rule(
    "documents.deadline",
    told(
        "党政机关公文处理工作条例 第24条",
        "warn",
        "必须",
        "收文",
        "办件按期办结，紧急公文专人催办，传阅不漏传不延误。",
        source="中办发〔2012〕14号",
    ),
    fields(Incoming.handling, Incoming.due, Incoming.done, Incoming.urgency, Incoming.handler, Incoming.circulation),
)
def incoming_papers_are_handled_in_time(paper: View, scope: Scope, *, days: int = 7) -> Iterator[Remark]:
    """Handled by the last day, near from three days before; urgent papers have a handler; circulation runs on."""
    if paper.handling == "办件" and paper.due is not None:
        yield from due_remarks(scope, paper.due, paper.done, 3, "办结", "done")
    if paper.urgency in ("加急", "特急") and paper.handler is None:
        yield broken(f"{paper.urgency}件没有承办人", "请填写承办人专人催办", "handler")
    for row in paper.circulation:
        if row.sent is None:
            continue
        who, last = scope.name_of("staff", row.reader), row.sent + timedelta(days=days)
        if row.read is not None and row.read > last:
            yield broken(f"{who}{row.sent}送阅，{row.read}才阅", f"传阅应在{days}天内", "circulation")
        elif scope.happened(row.read) is None:
            late = scope.day > last
            what = f"{who}{row.sent}送阅，至今未阅"
            yield (broken if late else near)(what, f"应在{last}前阅完，请催办", "circulation")


def due_remarks(scope: Scope, due: date, done: date | None, near_days: int, named: str, field: str) -> Iterator[Remark]:
    """Done not after the last day; near from some days before it; broken the day after."""
    if scope.happened(done) is not None:
        if done is not None and done > due:
            yield broken(f"{done}才{named}，期限{due}，超期{(done - due).days}天", "", field, (done - due).days)
    elif scope.day > due:
        late = (scope.day - due).days
        yield broken(f"期限{due}，已超期{late}天未{named}", f"请尽快{named}", field, late)
    elif (due - scope.day).days <= near_days:
        left = (due - scope.day).days
        yield near(f"期限{due}，还剩{left}天", f"请按期{named}", field, left)


@over_year(
    "documents.archived",
    told(
        "机关文件材料归档范围和文书档案保管期限规定",
        "meter",
        "必须",
        "收文发文",
        "上年度文件于次年6月底前整理归档，并定保管期限。",
        source="国家档案局令第8号及DA/T 22-2015",
        per="year",
    ),
    fields(
        Incoming.received,
        Incoming.archive_no,
        Incoming.retention,
        Outgoing.issued,
        Outgoing.archive_no,
        Outgoing.retention,
        Outgoing.status,
    ),
)
def papers_are_archived(scope: Scope, *, month: int = 6) -> Iterator[Standing]:
    """Papers of a year are in the archive, with their term, by the end of June of the next."""
    month %= 24
    last = date(scope.year + 1 + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    papers = [("incoming", paper) for paper in scope.records("incoming")]
    papers += [("outgoing", paper) for paper in scope.records("outgoing") if paper.status in ISSUED]
    kept = [(register, paper) for register, paper in papers if paper.retention != "不归档"]
    missing = tuple((register, paper.id) for register, paper in kept if not (paper.archive_no and paper.retention))
    share = int((len(kept) - len(missing)) * 100 / len(kept)) if kept else 100
    state: State = "met" if not missing else "near" if scope.day <= last else "broken"
    what = f"应归档{len(kept)}件，还有{len(missing)}件没有归档号或保管期限"
    span = Span(scope.span.start, last, scope.span.label)
    yield Standing("镇", span.label, state, what, f"请在{last}前归档", share, 100, missing)
