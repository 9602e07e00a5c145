"""Links of papers (公文): a letter becomes a reception, a reply or a matter to supervise, a paper is sealed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from app.models.documents.outgoing import Outgoing
from app.models.register import Values
from app.services.links.link import CannotFollow, Link, Origin, line, subject_of

ANSWERS = {"请示": ("批复", "下行文", "关于{}的批复"), "函": ("函", "平行文", "关于{}的复函")}
"""Kind of a paper → kind, direction and title of its answer; all others are answered by a 报告."""
REPORT = ("报告", "上行文", "关于{}情况的报告")
SEALS = {"党委": "党委印章", "党政联合": "党委印章", "政府": "政府印章", "党政办": "党政办印章"}
"""发文名义 → the seal put on it; a joint paper bears two, that of the party first."""


def reply(origin: Origin) -> Values:
    """拟复文: a draft to the sender, with issuer and 机关代字 as last used for such a paper."""
    origin.unless_secret("拟复文")
    kind, direction, title = ANSWERS.get(origin.get("kind"), REPORT)
    subject = subject_of(origin.get("title"))
    for opening in ("报送", "上报", "做好") if kind == "报告" else ():
        subject = subject.removeprefix(opening)
    return {
        **origin.taken(to="sender", office="office", drafter="handler", charge_leader="leader", urgency="urgency"),
        **last_used(origin, kind),
        "issued": None,
        "drafted": origin.today,
        "kind": kind,
        "direction": direction,
        "title": line(title.format(subject)),
        "reply_to": origin.id,
    }


def last_used(origin: Origin, kind: str, issuer: str | None = None) -> Values:
    """发文名义 and 机关代字 of the latest paper of a kind, else of the latest at all; of that issuer, where given."""
    asked = select(Outgoing.issuer, Outgoing.code).where(Outgoing.trashed_at.is_(None))
    if issuer:
        asked = asked.where(Outgoing.issuer == issuer)
    newest = asked.order_by((Outgoing.kind == kind).desc(), Outgoing.id.desc()).limit(1)
    found = origin.connection.execute(newest).first()
    return {"issuer": found.issuer, "code": found.code} if found else {"issuer": issuer} if issuer else {}


def reception(origin: Origin) -> Values:
    """登记接待: the letter fills number, day, unit and purpose."""
    origin.unless_secret("登记接待")
    kept = origin.taken(guest_unit="sender", letter_no="doc_no", letter_date="dated")
    return {
        **kept,
        **origin.taken(office="office", handler="handler", place="meeting_place"),
        "date": origin.get("meeting_date") or origin.day_beside(origin.get("received")),
        "applied": origin.day_beside(origin.get("received")),
        "purpose": line(subject_of(origin.get("title"))),
        "letter_in": origin.id,
    }


def conveying(origin: Origin) -> Values:
    """登记传达会议: the meeting at which the office conveys the one that the paper called."""
    origin.unless_secret("登记会议")
    upper = line(subject_of(origin.get("title"))).removeprefix("召开")
    return {
        **origin.taken(office="office", upper_date="meeting_date"),
        "title": line(f"传达学习{upper}精神会议"),
        "upper_meeting": upper,
    }


def supervised(origin: Origin) -> Values:
    """列入督办: the paper's matter with its leader, office, handler and term."""
    origin.unless_secret("列入督办")
    if origin.known_to("supervision", "incoming", "id"):
        raise CannotFollow("这件收文已经列入督办，请到「督办与任务分解」查看。")
    return {
        **origin.taken(leader="leader", office="office", handler="handler", due="due"),
        "source": "领导批示" if origin.get("instruction") else "上级交办",
        "matter": line(subject_of(origin.get("title"))),
        "target": line(origin.get("instruction")) or None,
        "incoming": origin.id,
    }


def sealed(origin: Origin) -> Values:
    """登记用印: the paper's title, number, copies and its issuer's seal; of a joint paper the one, then the other."""
    if origin.get("status") == "撤销":
        raise CannotFollow("这件发文已经撤销，不能登记用印。")
    seal = SEALS.get(origin.get("issuer"))
    used = {row.seal for row in origin.known_to("seal", "document", "seal")}
    if origin.get("issuer") == "党政联合" and seal in used:
        seal = "政府印章"
    return {
        **origin.taken(title="title", doc_no="number", office="office", approver="signer"),
        "date": origin.get("issued") or origin.get("signed") or origin.today,
        "seal": seal,
        "copies": origin.get("copies") or 1,
        "applicant": origin.name("staff", origin.get("drafter")) or None,
        "document": origin.id,
    }


def certificate_sealed(origin: Origin) -> Values:
    """登记用印 for a letter of introduction or a certificate."""
    said: dict[str, Any] = origin.taken(approver="approver", operator="operator", applicant="person")
    number = origin.get("number")
    return {
        **said,
        "date": origin.get("date"),
        "title": line(f"{origin.get('kind')}：{origin.get('matter')}"),
        "doc_no": f"{origin.get('date').year}年第{number}号" if number else None,
        "copies": 1,
    }


PAPERS = (
    Link("incoming.reply", "拟复文", "incoming", "outgoing", reply, fills="reply"),
    Link("incoming.supervision", "列入督办", "incoming", "supervision", supervised),
    Link("incoming.reception", "登记接待", "incoming", "reception", reception),
    Link("incoming.meeting", "登记传达会议", "incoming", "meeting", conveying),
    Link("outgoing.seal", "登记用印", "outgoing", "seal", sealed),
    Link("certificate.seal", "登记用印", "certificate", "seal", certificate_sealed, fills="seal"),
)
