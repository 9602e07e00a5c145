"""Links of people's matters: a visitor becomes a petition, a problem is supervised, a household is helped."""

from __future__ import annotations

from app.models.register import Values
from app.services.links.link import CannotFollow, Link, Origin, line

KINDS = {"投诉举报": "检举控告", "求助": "申诉求决"}
"""来访类别 → 事项性质 of the petition."""


def petition(origin: Origin) -> Values:
    """转为信访: who came, with what, promised until when; a village that is no village of ours is an address."""
    village = origin.record_named("village", origin.get("village"))
    kept = origin.taken(date="date", name="name", persons="persons", phone="phone", content="matter", turn="turn")
    return {
        **kept,
        **origin.taken(leader="leader", office="office", due="due", satisfied="satisfied"),
        "village": village,
        "address": None if village else origin.get("village"),
        "channel": "来访",
        "kind": KINDS.get(origin.get("kind")),
    }


def problem_supervised(origin: Origin) -> Values:
    """列入督办: what was found wrong, what is done about it, by whom and until when."""
    if origin.get("done"):
        raise CannotFollow("这个问题已经整改完成，不用再列入督办。")
    source = "督查反馈" if origin.get("source") in ("督查", "上级反馈") else "其他"
    return {
        **origin.taken(leader="leader", office="office", due="due"),
        "source": source,
        "matter": line(f"整改：{origin.get('content')}"),
        "target": line(origin.get("measures")) or None,
    }


def assistance(origin: Origin) -> Values:
    """登记帮扶: help for this family by the cadre paired with it."""
    if origin.get("ended"):
        raise CannotFollow("这户结对已经结束，不能再登记帮扶活动。")
    return {**origin.taken(village="village", staff="staff"), "household": origin.id}


MATTERS = (
    Link("visitor.petition", "转为信访", "visitor", "petition", petition, fills="petition"),
    Link("problem.supervision", "列入督办", "problem", "supervision", problem_supervised),
    Link("household.assistance", "登记帮扶", "household", "assistance", assistance),
)
