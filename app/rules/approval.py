"""What several limits ask alike of an approval (审批)."""

from __future__ import annotations

from collections.abc import Iterator

from app.rules.rule import Remark, broken
from app.rules.scope import Scope
from app.rules.views import View

HEAD = "主要领导"


def approved_by_a_head(record: View, scope: Scope, named: str, said: str, dated: str) -> Iterator[Remark]:
    """A record is approved by one of the two heads, on a known day not after its own.

    said is what its form calls the approval (审批, 批准), dated what it calls its own day.
    """
    approver = scope.person(record.approver)
    if approver is None or approver.authority != HEAD:
        yield broken(f"{named}没有经{HEAD}{said}", f"请报镇{HEAD}{said}并填写{said}人", "approver")
    elif record.approved is None:
        yield broken(f"{named}没有填写{said}日期", f"请补填{said}日期", "approved")
    elif record.date is not None and record.approved > record.date:
        yield broken(f"{said}日期{record.approved}晚于{dated}{record.date}", f"须先{said}", "approved")
